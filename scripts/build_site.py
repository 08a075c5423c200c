"""Build the documentation site into build/site, strictly and offline; exit code 1 where anything in it is broken.

The pages are those that GitHub shows. They are laid out in build/docs first: README.md becomes the first page, links to
what is no page become addresses in the repository, and what readers do not see (comments) is left out. Then Zensical
builds them, and `site_check` looks at what came out.
"""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
import sys
from typing import Any

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

import site_check  # noqa: E402 - beside this script, as Python finds it
from advancelint import HOME  # noqa: E402 - the checkout's own code, installed or not

OUTSIDE = {"README.md": "index.md", "CHANGELOG.md": "changelog.md", "CONTRIBUTING.md": "contributing.md"}
_PART = re.compile(
    r"^(?P<fence>`{3,}).*?^(?P=fence)`*[ ]*$|(?P<span>`+)(?!`).*?(?<!`)(?P=span)(?!`)"
    r"|^<!--.*?-->\n?|(?P<bracket>\\<)|\]\((?P<link>[^)\s]+)\)|^(?P<indent>(?:  )+)(?=- )",
    re.MULTILINE | re.DOTALL,
)


def places() -> dict[str, str]:
    """Return where each page lies in the site by where it lies in the repository."""
    found = {
        posixpath.join(os.path.relpath(folder, ROOT).replace(os.sep, "/"), name)
        for folder, _, names in os.walk(os.path.join(ROOT, "docs"))
        for name in names
        if name.endswith(".md")
    }
    return {**{path: path.removeprefix("docs/") for path in sorted(found)}, **OUTSIDE}


def laid_out(source: str, text: str, known: dict[str, str]) -> str:
    """Return the text of the page ``source`` for its place in the site.

    Raises ValueError for a link that leads to nothing.
    """

    def replaced(part: re.Match[str]) -> str:
        if part["indent"]:  # GitHub nests lists by two blanks, Python-Markdown by four
            return part["indent"] * 2
        if part["bracket"]:  # which Python-Markdown cannot escape
            return "&lt;"
        if part[0].startswith("<!--"):
            return ""
        return f"]({_target(source, part['link'], known)})" if part["link"] else part[0]

    return _PART.sub(replaced, text)


def _target(source: str, link: str, known: dict[str, str]) -> str:
    path, mark, anchor = link.partition("#")
    if ":" in path or not path:
        return link
    meant = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
    if meant in known:
        return posixpath.relpath(known[meant], posixpath.dirname(known[source]) or ".") + mark + anchor
    if meant.startswith("..") or not os.path.exists(os.path.join(ROOT, meant)):
        raise ValueError(f"{source}: the link “{link}” leads to nothing")
    return f"{HOME}/blob/main/{meant}{mark}{anchor}"


def config(known: dict[str, str]) -> dict[str, Any]:
    """Return the config of the site: mkdocs.yml with a page a rule behind their index.

    Raises ValueError where mkdocs.yml names no place for a page.
    """
    with open(os.path.join(ROOT, "mkdocs.yml"), encoding="utf-8") as file:
        told: dict[str, Any] = yaml.safe_load(file)
    rules = [place for place in known.values() if re.fullmatch(r"rules/[A-Z]{2}\d{3}-.*\.md", place)]
    named: set[str] = set()
    for section in told["nav"]:
        for title, pages in section.items():
            entries = pages if isinstance(pages, list) else [{title: pages}]
            named |= {page for entry in entries for page in entry.values()}
            for entry in entries:
                if entry.get("Rules") == "rules/index.md":
                    named |= set(rules)
                    entry["Rules"] = ["rules/index.md", *rules]
    lost = sorted(set(known.values()) - named)
    if lost:
        raise ValueError(f"mkdocs.yml: nav has no place for {', '.join(lost)}")
    _link_sections(told["nav"])
    return {**told, "docs_dir": "docs", "site_dir": "site"}


def _link_sections(nav: list[dict[str, Any]]) -> None:
    """Make the addresses of sections what a browser finds: nav knows pages and addresses, and no places in pages."""
    for section in nav:
        for pages in section.values():
            for entry in pages if isinstance(pages, list) else []:
                for title, page in entry.items():
                    if "#" in page:
                        entry[title] = page.replace(".md#", ".html#")


def build(place: str) -> list[str]:
    """Lay the pages out below the folder ``place``, build the site there, and return what is wrong with it.

    Raises ValueError for what the pages say, and CalledProcessError where Zensical finds something.
    """
    known = places()
    shutil.rmtree(place, ignore_errors=True)
    for source, name in known.items():
        with open(os.path.join(ROOT, source), encoding="utf-8") as file:
            text = laid_out(source, file.read(), known)
        _write(os.path.join(place, "docs", name), text)
    told = os.path.join(place, "mkdocs.yml")
    _write(told, yaml.safe_dump(config(known), sort_keys=False, allow_unicode=True))
    program = os.path.join(os.path.dirname(sys.executable), "zensical")
    command = [program, "build", "--strict", "--clean", "--config-file", told]
    subprocess.run(command, cwd=place, check=True, env={**os.environ, "NO_COLOR": "1"})
    return site_check.broken(os.path.join(place, "site"))


def _write(path: str, text: str) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


if __name__ == "__main__":
    _place = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, "build")
    try:
        _broken = build(_place)
    except (ValueError, subprocess.CalledProcessError) as error:
        sys.exit(f"the site was not built: {error}")
    print(*_broken, sep="\n", end="\n" if _broken else "")
    print(f"{_place}/site/index.html: {len(places())} pages, {len(_broken)} faults")
    sys.exit(1 if _broken else 0)
