"""Finds the mails of a page that the client wrote: whoever buys thanks for a visit, and asks for an offer.

Most mails that teams keep are their own; in one of the client's "I", "you" and "us" are turned about.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import bargains, mail_quotes, mails, persons, titles
from advancelint.plan.greetings import GREETING
from advancelint.plan.material import Material
from advancelint.plan.signatures import NAME
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import NOWHERE, Span

_BOLD = r"[ \t]{0,8}[*_]{0,2}"
_HEAD = expression(rf"^{mails.label(mails.SENDER, lead=_BOLD)}{NAME}(?=$|[ ,<(\[])[^\n]*$", re.MULTILINE)
_END = expression(r"^(?:>|---|___|#{1,6} |[-_ ]*Original)", re.MULTILINE)
_OUTSIDE = expression(r"^(?!>)", re.MULTILINE)
_FIELD = expression(mails.label(f"{mails.WHO}|{mails.ABOUT}|{mails.SENT}|Cc|CC", lead=_BOLD))
_GREETED = expression(rf"\s*{GREETING}{NAME}(?=,|!| and\b|\n| [–—-] )")
_TO = expression(rf"^{mails.label(mails.READER, lead=_BOLD)}(?P<to>[^\n]{{2,300}})$", re.MULTILINE)
_MAIL = "e-?mail|mail|message|note|reply|answer|response|letter"
_COMPANY = expression(r"\(([^\W\d_a-z][^()@\n]{2,60})\)")
# "Champion: Ana Ruiz" above it
_LABELLED = (
    r"\b(?:champion|buyer|decision maker|sponsor|client|customer|contact|ansprechpartner(?:in)?|kunde|interlocut\w+"
    r"|contacto|comprador\w?)"
)
_SPLIT, _BOUND = expression(r" ?\| ?|, | [–—-] |\n"), expression(r"[\W_]+")
_MARKED = expression(r"^[ \t]*>[> \t]*", re.MULTILINE)
_QUOTED, _NAMES = expression(r"\s*>"), expression(r"([^\W\d_a-z][\w'’-]*)(?: ([^\W\d_a-z][\w'’-]*))?")
_MOST, _TOP, _HEAD_LINES, _SIGNED_LINES, _TOLD, _LONGEST_TITLE = 8, 20_000, 8, 3, 2, 200


class Letter(NamedTuple):
    """A mail with a head: who wrote it, the line that says to whom, the company below it, and where its words stand."""

    sender: Span
    to: Span
    firm: Span
    body: Span


def of_client(material: Material) -> tuple[Letter, ...]:
    """Return the mails with a head that a client wrote; spans are in code points of the source."""
    return _of_client(material.source.text, material.source.path, material.vocabulary)


def first_is_theirs(material: Material) -> bool:
    """Say whether the first mail with a head on a page is one that a client wrote."""
    letters = all_of(material.source.text, material.vocabulary)
    return bool(letters) and letters[0].sender in {one.sender for one in of_client(material)}


def first_words(material: Material) -> str:
    """Return the words of the first mail with a head on a page; "" for none."""
    letters = all_of(material.source.text, material.vocabulary)
    return material.source.text[letters[0].body.start : letters[0].body.end] if letters else ""


@lru_cache(maxsize=8)  # four parts of a plan ask for those of one text
def _of_client(text: str, path: str, vocabulary: Vocabulary) -> tuple[Letter, ...]:
    letters = all_of(text, vocabulary)
    if not letters:
        return ()
    text = mail_quotes.bared(text)
    beside, wrote = _beside(text, letters), _wrote(text, vocabulary)
    letters = tuple(_addressed(one, text, wrote) for one in letters)
    theirs = {_first(one, text) for one in letters if _answers(one, text, wrote) or _buys(one, text, path, beside)}
    return tuple(one for one in letters if _first(one, text) in theirs)


def _first(letter: Letter, text: str) -> str:
    """Return the first name of who wrote a mail."""
    return text[letter.sender.start : letter.sender.end].split()[0]


def _wrote(text: str, vocabulary: Vocabulary) -> dict[str, bool]:
    """Return the first names of all who wrote mails, quoted ones too, each with whether these are a seller's."""
    bare = _MARKED.sub("", text[:_TOP])
    found = _letters(bare, vocabulary, bare)
    named = [(bare[one.sender.start : one.sender.end], bare[one.body.start : one.body.end]) for one in found]
    told: dict[str, bool] = {}
    for name, body in named:
        buys, sells = bargains.counted(body)
        told[name.split()[0]] = sells >= _TOLD > buys or told.get(name.split()[0], False)
    return told


def _answers(letter: Letter, text: str, wrote: Mapping[str, bool]) -> bool:
    """Say whether a mail is to somebody whose own mails sell, and its sender's do not."""
    sender = _first(letter, text)
    to = _NAMES.match(text, letter.to.start, letter.to.end) if letter.to else None
    return to is not None and wrote.get(to[1], False) and not wrote.get(sender, False)


def _addressed(letter: Letter, text: str, wrote: Mapping[str, bool]) -> Letter:
    """Return a mail whose head does not say to whom as one to whom it greets, or to the other of two who write."""
    if letter.to:
        return letter
    greeted = _GREETED.match(text, letter.body.start, letter.body.end)
    if greeted:
        return letter._replace(to=Span(*greeted.span("name")))
    others = [name for name in wrote if name != _first(letter, text)]
    if len(others) != 1:
        return letter
    head = re.search(rf"^{mails.label(mails.SENDER)}({re.escape(others[0])}[^\n<(*]*)", text, re.MULTILINE)
    return letter._replace(to=Span(*head.span(1))) if head else letter


@lru_cache(maxsize=8)
def all_of(text: str, vocabulary: Vocabulary) -> tuple[Letter, ...]:
    """Return the mails with a head in ``text``, whoever wrote them; most plans hold none."""
    top = mail_quotes.bared(text)[:_TOP]
    return tuple(_letters(top, vocabulary, text[:_TOP])) if _HEAD.search(top) else ()


def _letters(text: str, vocabulary: Vocabulary, written: str) -> Iterator[Letter]:
    """Yield the mails in ``text``; one that is quoted as ``written`` ends with its quote."""
    found = [*_HEAD.finditer(text)][:_MOST]
    for match, behind in zip(found, [*found[1:], *[None] * bool(found)], strict=True):
        ends = [behind.start()] if behind else [len(text)]
        start = _begin(text, match.end())
        ends += [end.start()] if (end := _END.search(text, start)) else []
        quote = written.startswith(">", match.start())
        ends += [end.start()] if quote and (end := _OUTSIDE.search(written, start)) else []
        body = Span(start, max(start, min(ends)))
        to = _TO.search(text, match.end(), start)
        sender = mails.first_of(text, Span(*match.span("name")))
        named = f"{text[sender.start : sender.end]} {match['name']}"  # of "Ruiz, Ana" both, and no company
        firm = _firm(text, body, named, vocabulary) or _bracketed(text, match)
        yield Letter(sender, mails.first_of(text, Span(*to.span("to"))) if to else NOWHERE, firm, body)


def _bracketed(text: str, head: re.Match[str]) -> Span:
    """Return the company in brackets behind the sender: "From: Ana Ruiz (Norwood Mills)"; NOWHERE for none."""
    found = _COMPANY.search(text, head.end("name"), head.end())
    return Span(*found.span(1)) if found else NOWHERE


def _begin(text: str, start: int) -> int:
    """Return where the words of a mail begin behind the fields of its head."""
    for _ in range(_HEAD_LINES):
        behind = text.find("\n", start) + 1
        if not behind or not _FIELD.match(text, behind):
            break
        start = text.find("\n", behind)
        start = len(text) if start < 0 else start
    return start


def _firm(text: str, body: Span, name: str, vocabulary: Vocabulary) -> Span:
    """Return the company in the signature of a mail: "Ana Ruiz | Planner, Norwood Mills"; NOWHERE for none."""
    signature = re.compile(rf"^[*_–— -]{{0,3}}{re.escape(name.split()[0])}\b", re.MULTILINE)
    signed = [*signature.finditer(text, body.start, body.end)]
    if not signed:
        return NOWHERE
    start = signed[-1].end()
    tail = "\n".join(text[start : body.end].split("\n")[:_SIGNED_LINES])
    last = name.split()[-1]
    at = 0
    for gap in [*_SPLIT.finditer(tail), None]:
        part = tail[at : gap.start() if gap else len(tail)].strip(" *_")
        own = last in part.split() or persons.is_role(part, vocabulary) or bargains.BUYER.search(part) or "@" in part
        if part and not own and titles.looks_like_name(part, vocabulary):
            begin = start + tail.index(part, at)
            return Span(begin, begin + len(part))
        at = gap.end() if gap else at
    return NOWHERE


def _beside(text: str, letters: Sequence[Letter]) -> str:
    """Return what stands on a page beside its mails: the own words of whoever keeps it."""
    start, kept = 0, []
    for one in letters:
        kept.append(text[start : text.rfind("\n", 0, one.sender.start) + 1])
        start = max(start, one.body.end)
    lines = "".join([*kept, text[start:]]).split("\n")
    return "\n".join(line for line in lines if not _QUOTED.match(line) and not _FIELD.match(line))


def _is_spoken_of(letter: Letter, text: str, name: str, beside: str) -> bool:
    """Say whether the own words of a page speak of the sender, who so is not the one who keeps it: "Ana's mail below".

    Nor is he where whoever the mail is to signs them, or where the file's ``name`` says that it was sent on.
    """
    first, _, last = text[letter.sender.start : letter.sender.end].partition(" ")
    if _signs(first, last, beside):
        return False
    called = rf"\b(?:{_MAIL})s? (?:\w+ )?from {re.escape(first)}\b|\b{re.escape(first)}['’]s (?:\w+ )?(?:{_MAIL})\b"
    sent_on = rf"(?:fwd?|from)[\W_]{{1,3}}{re.escape(first)}(?![^\W_])"  # "Fwd Ana - Tuesday.md"
    told = re.search(called, beside, re.IGNORECASE) or re.match(sent_on, name, re.IGNORECASE)
    if told or _is_readers(letter, text, beside):
        return True
    to = _NAMES.match(text, letter.to.start, letter.to.end) if letter.to else None
    # Who lists both, "Our team: Jo", "Client: Ana", says nothing of the mail.
    return _is_named(first, beside) and not (to is not None and _is_named(to[1], beside))


def _is_readers(letter: Letter, text: str, beside: str) -> bool:
    """Say whether whoever a mail is to signs the own words of its page."""
    to = _NAMES.match(text, letter.to.start, letter.to.end) if letter.to else None
    return to is not None and _signs(to[1], to[2] or "", beside)


def _is_named(first: str, words: str) -> bool:
    """Say whether words speak of somebody, and do not greet them: "Ana's mail", but not "Ana," nor "ana@norwood"."""
    return re.search(rf"(?<![\w@.]){re.escape(first)}\b(?!@|,| [–—-])", words) is not None


def _signs(first: str, last: str, words: str) -> bool:
    """Say whether a name, or its letters, end a line as a signature: "- Jo", "not sent. J.", "(mine. JB)", "…, JB"."""
    letters = rf"{first[0]}\.?{last.split()[-1][0]}\.?" if last else rf"{first[0]}\."
    called = rf"(?:^|[-–—(.] ?)(?:{re.escape(first)}|{first[0]}\.|{letters})|, ?{letters}"  # "Ben Cole, Ana" is a list
    kept = rf"\b(?i:past(?:ed|ing)|copied|saved|kept|inbox|outlook|forwarded|fwd)\b[^\n]{{0,60}}, {re.escape(first)}"
    return re.search(rf"(?:{called}|{kept})\W{{0,2}}$", words, re.MULTILINE) is not None


def _buys(letter: Letter, text: str, path: str, beside: str) -> bool:
    """Say whether the words of a mail, its signature, and the names of the page show that a client wrote it."""
    body = text[letter.body.start : letter.body.end]
    buys, sells = bargains.counted(body)
    firm = text[letter.firm.start : letter.firm.end]
    title = text[: letter.sender.start].lstrip().partition("\n")[0]
    top = f"{name_of(path)} {'' if _HEAD.match(title) or _FIELD.match(title) else title[:_LONGEST_TITLE]}"
    sender = re.escape(text[letter.sender.start : letter.sender.end])
    buys += _TOLD * bool(re.search(rf"{_LABELLED}\W{{1,4}}{sender}\b", text[: letter.sender.start], re.IGNORECASE))
    buys += _TOLD * (bool(firm) and _plain(firm.split()[0]) in _plain(top))
    readers = _is_readers(letter, text, text[: head.start()] if (head := _HEAD.search(text)) else "")
    speaks = buys > sells or bargains.balance(body) + readers > 0
    buys += _TOLD * (speaks and sells <= buys + readers and _is_spoken_of(letter, text, name_of(path), beside))
    return buys >= _TOLD and buys > sells


def _plain(words: str) -> str:
    return _BOUND.sub("", words).casefold()
