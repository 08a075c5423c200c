"""The documentation site: it is built strictly and offline, and nothing in it is broken."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from command import ROOT, run
from scripts_path import build_reference, build_site, site_check, update_docs

KNOWN = {"README.md": "index.md", "docs/gate.md": "gate.md", "docs/rules/a.md": "rules/a.md"}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("build")
    command = [sys.executable, os.path.join(ROOT, "scripts", "build_site.py"), str(place)]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return place / "site"


def test_every_page_is_there_and_the_start_leads_to_the_tutorials(site: Path) -> None:
    for place in build_site.places().values():
        assert (site / place).with_suffix(".html").is_file()
    start = (site / "index.html").read_text("utf-8")
    for reader in ("account-manager", "sales-operations", "rule-author"):
        assert f"tutorials/{reader}.html" in start.partition("<article")[2]


def test_the_reference_is_up_to_date() -> None:
    for path, text in build_reference.documents().items():
        assert update_docs.read(path) == text


def test_the_reference_has_every_option_of_every_command() -> None:
    page = update_docs.read("docs/reference/command-line.md")
    for name in ("check", "init", "config show", "baseline create"):
        ended = run(*name.split(), "--help", cwd=ROOT)
        section = page.partition(f"# advancelint {name}\n")[2].partition("\n## ")[0]
        options = re.findall(r"^  (?:-\w, )?(--[a-z-]+)", ended.stdout, flags=re.MULTILINE)
        assert options
        assert [one for one in options if one not in section] == []


def test_readers_see_no_comments_of_ours(site: Path) -> None:
    assert "REPOSITORY" not in (site / "usage.html").read_text("utf-8")


def test_links_lead_to_pages_where_there_is_one_and_to_the_repository_where_not() -> None:
    text = "[a](../gate.md#day-one) [b](../../rules) `[c](nowhere.md)` [d](https://example.com) [e](#here)\n"
    assert build_site.laid_out("docs/rules/a.md", text, KNOWN) == (
        "[a](../gate.md#day-one) [b](https://example.com/advancelint/blob/main/rules) "
        "`[c](nowhere.md)` [d](https://example.com) [e](#here)\n"
    )
    assert build_site.laid_out("README.md", "[a](docs/gate.md)", KNOWN) == "[a](gate.md)"


@pytest.mark.parametrize("link", ["nowhere.md", "../../outside.md"])
def test_a_link_that_leads_to_nothing_is_refused(link: str) -> None:
    with pytest.raises(ValueError, match="leads to nothing"):
        build_site.laid_out("docs/gate.md", f"[a]({link})", KNOWN)


def test_a_page_without_a_place_in_the_navigation_is_refused() -> None:
    with pytest.raises(ValueError, match="no place for lost"):
        build_site.config({**build_site.places(), "docs/lost.md": "lost.md"})


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="b.html">x</a>', "leads to nothing"),
        ('<a href="a.html#there">x</a>', "no such place"),
        ('<a href="#there">x</a>', "no such place"),
        ('<script src="https://example.com/x.js"></script>', "fetches"),
        ('<link rel="stylesheet" href="//example.com/x.css">', "fetches"),
        ('<img src="https://example.com/x.png">', "fetches"),
        ("<p>```sh</p>", "not understood"),
        ("<p>[x](y.md)</p>", "not understood"),
    ],
)
def test_a_fault_of_a_built_page_is_found(body: str, fault: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", "utf-8")
    (told,) = site_check.broken(str(tmp_path))
    assert fault in told


def test_a_style_sheet_that_fetches_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("@font-face { src: url(https://fonts.example.com/a.woff) }", "utf-8")
    assert "fonts.example.com" in site_check.broken(str(tmp_path))[0]


def test_a_sound_page_has_no_fault(tmp_path: Path) -> None:
    body = '<h1 id="top">x</h1><a href="#top">y</a><a href="https://example.com">z</a><code>[x](y.md)</code>'
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", "utf-8")
    assert site_check.broken(str(tmp_path)) == []
