"""Cuts a text into lines that each begin with who acts or when: "Jo – quote by Friday", "Ann to sign it"."""

from __future__ import annotations

from collections.abc import Sequence

from advancelint.expressions import expression
from advancelint.plan import below, clockwords, leads, pieces
from advancelint.plan.given import SELF, is_first, is_only_a_name
from advancelint.plan.outline import Section
from advancelint.plan.pieces import Listed
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import NOTHING, Passage, Span

_LONGEST_HEAD, _LONGEST = 60, 4_000
_FEWEST, _FULL = 2, 50
_OPEN, _STEPS = frozenset({"other"}), frozenset({"next-step", "action", "outcome"})
_NAME = r"[^\W\d_][\w'’-]*\.?(?: [^\W\d_a-z][\w'’-]*\.?)?"
_WHO = rf"(?P<who>{_NAME})(?:(?:,| ?[+&/]| and| und| et| y| e) ?{_NAME})*+(?: \([^()\n]{{2,40}}\))?"
# Who stands apart from what: "Jo – quote", "Jo: quote", "JB -> quote", "Jo   quote"
_SET = r"(?P<set>: +|(?<=\w)= | (?:[–—-]|-+>|=+>?|→|>) | {2,})"
_SAID = (
    r"(?P<said>to|will|must|should|shall|(?:is|are|am|has|have|needs?|was|were)(?: going| supposed| meant)? to|is gonna"
    r"|soll|wird|muss|doit|va|debe|tiene que|vai|deve|tem que)\b"
)
_LED = expression(rf"{_WHO}(?:{_SET}| {_SAID}| (?P<verb>[^\W\d_A-Z]+)\b)(?=.*\w)")
_MAY = expression(rf"(?:^|\n)[ \t>]*{_WHO}(?:{_SET}| {_SAID}| [^\W\d_A-Z]+ )")
_INITIALS = expression(r"[^\W\d_a-z]{1,3}\.?|[^\W\d_A-Z]{2}")
_SENTENCES = expression(r"[^\W_]{3}[.!;] [^\W\d_]")
_SPEAKERS = SELF | {"you", "du", "tu", "vous"}
_ENDS = ".!?;,"


class _Line(NamedTuple):
    """A line of a text; ``way`` is how somebody leads it: "set", "said", "verb" or "" for nobody."""

    passage: Passage
    way: str
    who: str
    what: str


def may_hold(content: str) -> bool:
    """Say whether a paragraph's Markdown may hold such lines; a quick look."""
    return "\n" in content and len(content) <= _LONGEST and _MAY.search(content) is not None


def are_marked(content: str, vocabulary: Vocabulary) -> bool:
    """Say whether the lines of a quote are a list with ">" for bullets: somebody who acts leads nearly all of them."""
    if not may_hold(content):
        return False
    found = [_read(Passage.plain(line.strip(), 0), vocabulary, promised=True) for line in content.split("\n")]
    led = sum(bool(line.way) for line in found)
    return bool(found[0].way) and led >= _FEWEST and led * 3 >= len(found) * 2


def lines(passage: Passage, written: str, vocabulary: Vocabulary, *, promised: bool) -> Listed | None:
    """Return the lines of a text that each begin with who acts, below a short line or alone; None for another text.

    ``promised`` says that steps are told of there; elsewhere the lines themselves have to look like steps.
    """
    if not may_hold(written[passage.starts[0] : passage.ends[-1]] if passage.text else ""):
        return None
    promised = promised or written.rfind(">", written.rfind("\n", 0, passage.starts[0]) + 1, passage.starts[0]) >= 0
    found = [_read(line, vocabulary, promised=promised) for line in pieces.broken(passage, written)]
    head, found = _headed(found)
    led = [line for line in found if line.way]
    running = any(not line.way and _SENTENCES.search(line.passage.text) for line in found)
    if len(led) < _FEWEST or not found[0].way or running:
        return None
    if not (_are_promised(led) if promised else _are_steps(led)):
        return None
    whole = _joined(found, passage)
    means = vocabulary.meaning(head.text, "heading", whole[0].text).roles if head.text else _OPEN
    if len(led) * 3 < len(whole) * 2 or means - _OPEN - _STEPS:
        return None
    return Listed(head, tuple(whole))


def dated(passage: Passage, written: str, vocabulary: Vocabulary) -> list[Passage]:
    """Return the lines of a text that each begin with a day: "7/17 Rob - valuation"; none of another."""
    found = pieces.broken(passage, written) if len(passage.text) <= _LONGEST else []
    whole = len(found) > 1 and all(leads.begins_with_day(line.text, vocabulary) for line in found)
    return found if whole else []


def is_claimed(sections: Sequence[Section], section: int) -> bool:
    """Say whether a section or one around it means something else than steps."""
    while section > 0:
        if sections[section].label.roles - _OPEN or sections[section].trap:
            return True
        section = sections[section].parent
    return False


def _headed(found: list[_Line]) -> tuple[Passage, list[_Line]]:
    """Part the short line above lines that people lead from these."""
    first = found[0]
    text = first.passage.text
    if first.way or len(found) <= _FEWEST or len(text) > _LONGEST_HEAD or text[-1] in _ENDS or ": " in text:
        return NOTHING, found
    return first.passage.cut(Span(0, len(text.rstrip(" :")))), found[1:]


def _read(line: Passage, vocabulary: Vocabulary, *, promised: bool) -> _Line:
    """Read who leads a line, and how."""
    match = _LED.match(line.text)
    if not match or not _is_who(match["who"], apart=bool(match["set"]), promised=promised):
        return _Line(line, "", "", line.text)
    who, what = match["who"], line.text[match.end("set") :] if match["set"] else line.text[match.end("who") :].strip()
    if match["set"] and vocabulary.label(who).roles:
        return _Line(line, "", "", line.text)  # "Stage: proposal"
    if match["verb"]:
        form = load("en").forms.get(match["verb"].casefold())
        if form is None or set("bs").isdisjoint(form[1]):
            return _Line(line, "", "", line.text)
    if not match["set"] and _SENTENCES.search(line.text):
        return _Line(line, "", "", line.text)  # running text
    way = "set" if match["set"] else "said" if match["said"] else "verb"
    return _Line(line, way, who, what)


def _is_who(name: str, *, apart: bool, promised: bool) -> bool:
    """Say whether words that lead a line can be somebody: one of us, a first name, initials; among steps any name."""
    first = name.split()[0]
    if _is_one(first):
        return True
    if apart and _INITIALS.fullmatch(name) and first.casefold() not in load("en").common:
        return True
    return promised and (first[0].isupper() or apart) and is_only_a_name(first)


def _is_one(word: str) -> bool:
    """Say whether a word is one of those who write or read a plan, or hardly anything but a first name."""
    return word.casefold() in _SPEAKERS or is_first(word)


def _are_promised(led: list[_Line]) -> bool:
    """Say whether lines below a heading of steps are a list: more than verbs lead some, or all of them are short."""
    return any(line.way != "verb" for line in led) or len(led) > _FEWEST


def _are_steps(led: list[_Line]) -> bool:
    """Say whether lines that nothing announces are steps: names lead them, and some say what to do or when."""
    named = [line for line in led if _is_one(line.who.split()[0])]
    strong = [line for line in led if line.way != "verb"]
    said = [line for line in led if below.is_said(line.what)]
    due = [line for line in led if line.way == "said" or below.is_order(line.what) or clockwords.may_hold(line.what)]
    told = bool(due) and (len(due) * 2 >= len(led) or all(line.way == "set" for line in led))
    return told and len(named) * 2 >= len(led) and len(strong) >= _FEWEST and len(said) * 3 <= len(led)


def _joined(found: list[_Line], passage: Passage) -> list[Passage]:
    """Return the lines with those joined to them that only go on: "…, as soon as / the price is fixed"."""
    whole: list[Passage] = []
    for line in found:
        text = line.passage.text
        goes_on = not line.way and (text[0].islower() or text[0] == "(") and not below.is_order(text)
        if text[0] == "(" and text[-1] == ")":
            continue  # a remark of its own
        if goes_on and whole and (len(whole[-1].text) >= _FULL or whole[-1].text[-1] == ","):
            start, end = passage.starts.index(whole[-1].starts[0]), passage.ends.index(line.passage.ends[-1]) + 1
            whole[-1] = passage.cut(Span(start, end)).strip()
        else:
            whole.append(line.passage)
    return whole
