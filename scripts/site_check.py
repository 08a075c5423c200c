"""Looks at a built site as a browser would: every link and every anchor leads somewhere, and nothing is fetched."""

from __future__ import annotations

import os
import posixpath
import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

# What a browser loads by itself, as opposed to where a reader goes with a click.
_LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "link": "href"}
_FETCHED = re.compile(r"(?:@import\s+(?:url\()?|url\()[\"']?((?:https?:)?//[^\"')]+)")
# Signs of Markdown that the generator did not understand.
_RAW = re.compile(r"^\s*```|\]\([^)]*\)|^\s*\| ?---|^\s*#{2,} |\\<", re.MULTILINE)
_IDLE_LINKS = {"canonical", "alternate", "edit"}


class Link(NamedTuple):
    """Where something leads to, and whether a browser loads it by itself."""

    target: str
    loaded: bool


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.anchors: set[str] = set()
        self.links: list[Link] = []
        self.raw: list[str] = []
        self._code: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        self.anchors |= {told[name] for name in ("id", "name") if name in told}
        if tag in _LOADED and told.get(_LOADED[tag]) and told.get("rel") not in _IDLE_LINKS:
            self.links.append(Link(told[_LOADED[tag]], loaded=True))
        elif tag == "a" and "href" in told:
            self.links.append(Link(told["href"], loaded=False))
        if tag in ("code", "script", "style"):
            self._code.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._code and self._code[-1] == tag:
            self._code.pop()

    def handle_data(self, data: str) -> None:
        if not self._code and _RAW.search(data):
            self.raw.append(data.strip())


def broken(site: str) -> list[str]:
    """Return a line for each fault of the pages and style sheets below the folder ``site``."""
    pages = {path: _read(site, path) for path in _files(site, ".html")}
    found = [f"{path}: not understood as Markdown: {text}" for path, page in pages.items() for text in page.raw]
    for path, page in pages.items():
        found += [f"{path}: {fault}" for link in page.links if (fault := _fault(site, path, link, pages))]
    for path in _files(site, ".css"):
        with open(os.path.join(site, path), encoding="utf-8") as file:
            found += [f"{path}: fetches {address}" for address in _FETCHED.findall(file.read())]
    return found


def _fault(site: str, path: str, link: Link, pages: dict[str, _Page]) -> str:
    """Return what is wrong with a link of the page at ``path``, "" for nothing."""
    parts = urlsplit(link.target)
    if parts.scheme or parts.netloc:
        return f"fetches {link.target}" if link.loaded and parts.scheme != "data" else ""
    # The page for what is not found is served for any address, so its links begin at the top.
    start = "" if parts.path.startswith("/") else posixpath.dirname(path)
    told = posixpath.join(start, unquote(parts.path).lstrip("/"))
    target = posixpath.normpath(told) if parts.path else path
    if not os.path.exists(os.path.join(site, target)):
        return f"{link.target} leads to nothing"
    anchor = unquote(parts.fragment)
    if target in pages and anchor and anchor not in pages[target].anchors:
        return f"{link.target}: there is no such place on the page"
    return ""


def _files(site: str, ending: str) -> list[str]:
    found = (os.path.join(folder, name) for folder, _, names in os.walk(site) for name in names)
    return sorted(os.path.relpath(path, site).replace(os.sep, "/") for path in found if path.endswith(ending))


def _read(site: str, path: str) -> _Page:
    page = _Page()
    with open(os.path.join(site, path), encoding="utf-8") as file:
        page.feed(file.read())
    return page
