"""Inline Markdown with the place of every piece.

markdown-it does not say where an inline token stood. Every rule, though, consumes one stretch of the content, and what
gathers as pending text is that stretch word for word; so a tokenizer that looks before and after each rule knows.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping, MutableMapping, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from advancelint.expressions import expression
from advancelint.source import Passage, Span

# A depth that no plan reaches; markdown-it recurses once a level.
MAX_NESTING = 40
# So many cells that a table lacks are filled up by markdown-it; then it ends the table without a word.
MAX_FILLED = 65_536
_PLAIN = expression(r"(?:\*\*(?!\s)([^\\`*_~\[<&\n]+)(?<!\s)\*\*(?=[ \n]|\Z))?[^\\`*_~\[<&]*")
_MARK = expression(r"[\\`*_~\[<&\n]")
_LINK = expression(r"\[\[(?:[^\[\]|\n]{1,200})\|(?P<shown>[^\[\]|\n]{1,200})\]\](?!\()")
_BREAK = expression(r"<br[ \t\r\n]*/?>", re.IGNORECASE)


class _LocatingInline(ParserInline):
    """The inline parser, with each text token's content offset left in ``token.meta``."""

    def tokenize(self, state: StateInline) -> None:
        """Run the rules over ``state`` as the parent does, and note where each new token stood."""
        rules = self.ruler.getRules("")
        end = state.posMax
        limit = state.md.options["maxNesting"]
        silent = False
        pending = -1
        while state.pos < end:
            position, count = state.pos, len(state.tokens)
            if not (state.level < limit and any(rule(state, silent) for rule in rules)):
                # No rule wants this character. It becomes a token of its own: appending to what is pending, one
                # character at a time, takes quadratic time in older versions of the library.
                _flush(state, pending)
                state.pending = state.src[position]
                _flush(state, position)
                state.pos = position + 1
                pending = -1
                continue
            if len(state.tokens) > count:
                _mark(state, count, position, pending)
                pending = -1
            if pending < 0 and state.pending:
                pending = position
        _flush(state, pending)

    def parse(self, src: str, md: MarkdownIt, env: MutableMapping[str, Any], tokens: list[Token]) -> list[Token]:
        """Do nothing: only the image rule calls this, for an alternative text, and images are left out."""
        del src, md, env
        return tokens

    def located(self, content: str, md: MarkdownIt, env: MutableMapping[str, Any]) -> list[Token]:
        """Return the inline tokens of ``content``."""
        state = StateInline(content, md, env, [])
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _flush(state: StateInline, position: int) -> None:
    if state.pending:
        state.pushPending().meta["at"] = position


def _mark(state: StateInline, count: int, position: int, pending: int) -> None:
    """Note the place of the tokens from ``count`` on, which one rule made of ``src[position:state.pos]``."""
    tokens = state.tokens[count:]
    if pending >= 0 and tokens[0].type == "text":
        tokens[0].meta["at"] = pending
    offset = position
    for token in tokens:
        if token.markup == "autolink":
            offset = position + 1
        if "at" in token.meta:
            continue
        if token.type == "text":  # a delimiter run comes as one token a mark
            token.meta["at"] = offset
            offset += len(token.content)
        elif token.type == "code_inline":
            width = state.pos - position - 2 * len(token.markup)
            token.meta["at"] = position + len(token.markup) + (width - len(token.content)) // 2
        elif token.type in {"softbreak", "hardbreak"}:
            token.meta["at"] = state.src.index("\n", position)
        else:
            token.meta["at"], token.meta["end"] = position, state.pos


def _named_link(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library calls it
    """Read the link of a note-taking tool as the page that it shows, "[[Ana Ruiz|Ana]]" as "[[Ana]]"."""
    found = _LINK.match(state.src, state.pos) if state.src.startswith("[[", state.pos) else None
    if not found:
        return False
    if not silent:
        for begin, end in ((state.pos, state.pos + 2), found.span("shown"), (found.end() - 2, found.end())):
            token = state.push("text", "", 0)
            token.content, token.meta["at"] = state.src[begin:end], begin
    state.pos = found.end()
    return True


class _Markdown(MarkdownIt):
    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the library's name
        """Leave a link as it is written, so that its characters have places."""
        return link


@functools.cache
def parser() -> MarkdownIt:
    """Return the parser: CommonMark, tables and strikethrough; the document pass parses blocks only."""
    made = _Markdown("commonmark", {"maxNesting": MAX_NESTING})
    made.inline = _LocatingInline()
    made.inline.ruler.disable("linkify")
    made.inline.ruler.before("link", "wiki_link", _named_link)
    made.inline.ruler2.disable("fragments_join")
    made.core.ruler.enableOnly(["normalize", "block"])
    made.block.ruler.enable("table")
    return made


class Scribe:
    """Gathers characters with their source places; lives only while one leaf is written."""

    def __init__(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Start with the source places of the content's characters."""
        self._places = starts, ends
        self._text: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        self.length = 0

    def add(self, text: str, begin: int, end: int) -> None:
        """Add ``text`` written at content[begin:end]: one to one where the lengths agree, else each for the whole."""
        starts, ends = self._places
        if len(text) == end - begin:
            self._starts += starts[begin:end]
            self._ends += ends[begin:end]
        else:
            self._starts += [starts[begin]] * len(text)
            self._ends += [ends[end - 1]] * len(text)
        self._text.append(text)
        self.length += len(text)

    def passage(self) -> Passage:
        """Return what was gathered."""
        return Passage("".join(self._text), tuple(self._starts), tuple(self._ends))


def is_bare(content: str) -> bool:
    """Say whether ``content`` is a line without a mark that could mean anything: the text is what is written."""
    return _MARK.search(content) is None


def write_plain(content: str, shown: Scribe) -> tuple[Span, ...] | None:
    """Write ``content`` to ``shown`` where it is plain but for one bold label in front; None where it is not.

    Most lines of a plan are like that, and this takes a tenth of the time; a property test holds it to the library.
    """
    match = _PLAIN.fullmatch(content)
    if not match:
        return None
    bold: tuple[Span, ...] = ()
    begin, length = 0, len(content)
    if match[1]:
        shown.add(match[1], *match.span(1))
        bold = (Span(0, shown.length),)
        begin = match.end(1) + 2
    while begin < length:
        end = content.find("\n", begin)
        if end < 0:
            shown.add(content[begin:], begin, length)
            break
        line = content[begin:end].rstrip(" \t")
        shown.add(line, begin, begin + len(line))
        shown.add(" ", end, end + 1)
        begin = end + 1
        while begin < length and content[begin] in " \t":
            begin += 1
    return bold


def pieces(content: str, references: Mapping[str, Any]) -> list[Token]:
    """Return the located inline tokens of ``content``; ``references`` are the document's link definitions."""
    made = parser()
    inline = made.inline
    return inline.located(content, made, {"references": references}) if isinstance(inline, _LocatingInline) else []


def write(tokens: list[Token], shown: Scribe, struck: Scribe) -> tuple[Span, ...]:
    """Write the tokens' text to ``shown``, withdrawn text to ``struck``; return the bold spans of what is shown."""
    bold: list[Span] = []
    opened: list[int] = []
    withdrawn = 0
    for token in tokens:
        kind = token.type
        if kind == "strong_open":
            opened.append(shown.length)
        elif kind == "strong_close" and opened:
            bold.append(Span(opened.pop(), shown.length))
        elif kind == "s_open":
            withdrawn += 1
        elif kind == "s_close":
            withdrawn -= 1
        else:
            _write_token(token, struck if withdrawn > 0 else shown)
    return tuple(sorted(span for span in bold if span))


def literal(tokens: list[Token]) -> tuple[Span, ...]:
    """Return the content offsets of what is shown letter by letter: inline code, escapes, entities."""
    spans = []
    for token in tokens:
        at = token.meta.get("at", 0)
        if token.type == "code_inline":
            spans.append(Span(at, at + len(token.content)))
        elif token.type == "text_special":
            spans.append(Span(at, token.meta["end"]))
    return tuple(spans)


def _write_token(token: Token, scribe: Scribe) -> None:
    at = token.meta.get("at", 0)
    if token.type in {"text", "code_inline"}:
        scribe.add(token.content, at, at + len(token.content))
    elif token.type == "text_special":
        scribe.add(token.content, at, token.meta["end"])
    elif token.type in {"softbreak", "hardbreak"}:
        scribe.add(" ", at, at + 1)
    elif token.type == "html_inline" and _BREAK.fullmatch(token.content):
        scribe.add(" ", at, token.meta["end"])
