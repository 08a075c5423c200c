"""Finds the client in the head of a document: companies before people, a name without the place behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from advancelint.expressions import expression
from advancelint.plan import dates, greetings, left_over, moments, titles
from advancelint.plan.given import given
from advancelint.plan.periods import Anchor
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load

FILED, LIKELY, SHOWN = 1, 2, 3
_SEGMENT = expression(
    r": |, | (?:[—–|·→>]|-{1,3}) | //? |\s?[()\[\]]\s?|(?<=\S)/\s"
    r"| (?:with|[wW]/|at|bei|mit|chez|avec|con|com) (?=[^\W\d_])"
)
_LED = expression(r"(?:with|w/|mit|avec|con|com)\s*$", re.IGNORECASE)
CAPITAL = r"(?:A/S\b|(?:[a-z]{1,4}(?=[A-Z][a-z]))?[^\W\d_a-zà-öø-ÿ][\w'’.-]*)"  # "eVolt", too
SMALL = r"(?:&|\+|(?:de|du|des|del|do|da|dos|das|di|der|van|von|of|la|le|y|e)(?: la| los)?) "
# Capitalised words of a sentence that stand together: "How Pinedrift Golf & Spa and we get to a start".
RUN = expression(rf"{CAPITAL}(?: (?:{SMALL})?{CAPITAL})*")
_INITIALED = expression(r"[A-Z]\. [^\W\d_a-zß-öø-ÿ][\w'’-]+$")
_JOINED, _WITHIN = expression(r"(?:^| )(?:&|and|und|et|y|e|\+) "), expression(r"\S (?:&|\+) \S|[’']s$")
# German writes every noun with a capital; these name work inside a team.
_INSIDE = expression(
    r"(?:besprechung|sitzung|runde|planung|feier|ausflug|reise|umzug|schulung|projekt)\b", re.IGNORECASE
)
STOP = expression(r"[^\W\d_]{3}\. ")
_TOPICS = ("title-filler", "call-word", "encounter", "kind", "weekday", "month", "not-an-owner", "period-word")
_ENDINGS = ("title-filler", "call-word", "encounter", "weekday")
_SPEAKERS = frozenset({"I", "we", "us", "We", "ich", "wir", "uns", "je", "nous", "yo", "eu", "nosotros"})
# "Tomorrow: Norwood Mills", "Norwood Mills yesterday"
_WHEN = expression(
    r"^(?:tomorrow|today|morgen|heute|demain|mañana|hoy|amanhã|hoje)\b\W{0,3}"
    r"|\s(?:yesterday|today|tomorrow|gestern|heute|morgen|hier|demain|ayer|hoy|mañana|ontem|hoje|amanhã)$",
    re.IGNORECASE,
)
_MOST_PERSON, _MOST_SMALL, _SHORT = 3, 5, 3
_LONGEST, _LONGEST_ALONE, _LONGEST_DAY = 160, 60, 20


def client(title: str, vocabulary: Vocabulary, kind: str = "", ours: Sequence[str] = ()) -> str:
    """Return the account that the head of a plan of ``kind`` names, or "".

    A person stands for no company: of "Call with Ana Ruiz, Norwood Mills" the second is returned, and nothing of "Call
    with Ana Ruiz". ``ours`` are names of our own company.
    """
    title = _led_by_name(_without_period(_WHEN.sub("", greetings.without(title)), vocabulary), vocabulary)
    name = _named(title, vocabulary, kind, ours)
    if kind == "map" or (name and not left_over.is_led(name, vocabulary)):
        return name
    left = left_over.of(title, vocabulary)
    return "" if not left or is_person(left, vocabulary) or left in ours else unplaced(left, vocabulary)


def _named(title: str, vocabulary: Vocabulary, kind: str, ours: Sequence[str]) -> str:
    """Return the account that a title names without its day beside the words for the kind of plan, or ""."""
    told = not _SPEAKERS.isdisjoint(title.split())
    parts = titles.parts(title, vocabulary)
    joined = kind == "map" and not told and any(map(titles.joins, parts))
    crossed = (titles.crosses(title) or " + " in title) and titles.crossed(title, vocabulary, kind)
    if len(title) > _LONGEST or joined or crossed:
        return titles.account(title, vocabulary, kind, ours)
    name = unplaced(titles.account(title, vocabulary, kind, ours), vocabulary) or _alone(title, parts, vocabulary)
    name = _instead_of_words(title, name, parts, vocabulary) or name
    name = "" if _is_topic(name, title, vocabulary) else name
    if name and not _is_sentence(name, title) and not is_person(name, vocabulary):
        before = unplaced(parts[0], vocabulary) if parts else ""
        earlier = kind in {"prep", "notes"} and not titles.met(title, vocabulary) and not name.startswith(before)
        return before if earlier and _leads(before, name, vocabulary) else name
    found = _beside(title, vocabulary, ours) or _within(title, name, vocabulary, ours)
    if found or not name:
        return found
    led = _LED.search(title[: max(0, title.find(name))]) is not None
    titled = vocabulary.word("honorific", name.split()[0]) is not None
    return "" if _is_sentence(name, title) or led or titled else name


def _without_period(title: str, vocabulary: Vocabulary) -> str:
    """Return a title without the quarter or the month of a year that it names: "Account plan Q1/27: Norwood"."""
    for moment in reversed(moments.find(title, vocabulary, Anchor(""))):
        start, end = moment.span
        if moment.period.precision != "day" and title[start:end][-2:].isdigit():
            title = title[:start] + title[end:]
    return title


def _led_by_name(title: str, vocabulary: Vocabulary) -> str:
    """Return a title without the day and the hour that lead it: "Fri 20 Nov 2026, 8.15, Norwood Mills"."""
    found = dates.first(title, vocabulary) if title[:_LONGEST_DAY].strip() and ", " in title else None
    if not found or own_words(title[: found.span.start], vocabulary):
        return title
    behind = title[found.span.end :].split(", ")
    while len(behind) > 1 and not any(map(str.isalpha, behind[0].replace("h", "").replace("Uhr", ""))):
        behind.pop(0)
    return ", ".join(behind).lstrip(" ,") or title


def own_words(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text has words that are no day of the week."""
    words = text.casefold().replace(",", " ").replace(".", " ").split()
    return any(word not in vocabulary.words["weekday"] for word in words)


def strength(name: str, vocabulary: Vocabulary) -> int:
    """Say how much the name in a head is that of a client: `SHOWN`, `LIKELY`, or 0 for a topic, a person, a week."""
    if not name or is_person(name, vocabulary):
        return 0
    words = name.split()
    if any(vocabulary.word(listed, words[-1]) is not None for listed in _ENDINGS):
        return 0  # "Data Platform Weekly", "Riverside Library talk"
    if len(words[-1]) > _SHORT and vocabulary.word("month", words[-1]) is not None:
        return 0  # "Expenses June"
    if is_company(name, vocabulary):
        return SHOWN if name.islower() or titles.looks_like_name(name, vocabulary) else 0
    if not 1 < len(words) <= _MOST_SMALL or _INSIDE.search(name) or not titles.looks_like_name(name, vocabulary):
        return 0
    first = words[0].casefold().strip(".,'’")
    known = any(vocabulary.word(listed, first) is not None for listed in _TOPICS)
    return 0 if known or _begins_person(words) or first in load().common else LIKELY


def is_person(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name is a person's: by a title, or by a first name and nothing that shows a company."""
    words = name.split()
    if not words or is_company(name, vocabulary):
        return False
    if vocabulary.word("honorific", words[0]) is not None or _INITIALED.match(name):
        return True
    return _begins_person(words) and len(words) <= _MOST_PERSON and not any(map(str.isdigit, name))


def _begins_person(words: Sequence[str]) -> bool:
    """Say whether a first name leads words, and no word of the language stands within: "Lee Valley Actives"."""
    return _is_given(words[0]) and not any(word.casefold() in load().common for word in words[1:-1])


def _is_given(word: str) -> bool:
    return (word.title() if word.isupper() else word).partition("-")[0] in given()


def is_company(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name shows that it is a company's: "Stadtwerke Ilmen", "Orre & Sons", "Tann AG"."""
    words = [word.strip(".,'’").casefold() for word in name.split()]
    if len(words) < 2:
        return False
    lists = ("company-word", "company-suffix")
    if _is_given(name.split()[0]) and _is_given(name.split()[-1]):
        return False  # "Ana + Ben"
    return bool(_WITHIN.search(name)) or any(
        vocabulary.word(listed, word) is not None for word in words for listed in lists
    )


def unplaced(name: str, vocabulary: Vocabulary) -> str:
    """Return a company's name without the place behind it: "Larkspur University, Halifax"."""
    head, comma, tail = name.partition(", ")
    if not comma or _JOINED.search(tail):
        return name
    first = tail.split()[0].strip(".").replace(".", "")
    return name if vocabulary.word("company-suffix", first) is not None else head


def _alone(title: str, parts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return a title that is nothing but a client's name: "Wairoto District Council", "baird & tennant cold stores"."""
    if title.islower() and len(title) <= _LONGEST_ALONE and len(title.split()) <= _MOST_SMALL:
        title = title.rpartition(" @ ")[2]  # "ana ruiz @ norwood mills"
        return title if is_company(title, vocabulary) else ""
    if " / " in title:
        parts = titles.parts(title.partition(" / ")[0], vocabulary)  # "Prep: Norwood Mills / first call"
    head = parts[0] if parts else ""
    first = unplaced(head, vocabulary)
    return first if _may_be(first, vocabulary) and (" " in first or is_company(first, vocabulary)) else ""


def _instead_of_words(title: str, name: str, parts: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the name beside words that are none: "Seed drill chat - Norwood Seeds"; "" where there is no such pair."""
    if not name or title.islower() or titles.looks_like_name(name, vocabulary):
        return ""
    bare = (unplaced(part, vocabulary) for part in parts)
    return _best([part for part in bare if part != name and _may_be(part, vocabulary)], vocabulary)


def _best(names: Sequence[str], vocabulary: Vocabulary) -> str:
    """Return the first of ``names`` that shows a company, else the first of several words, else ""."""
    shown = (name for name in names if is_company(name, vocabulary))
    return next(shown, "") or next((name for name in names if " " in name), "")


def _leads(before: str, name: str, vocabulary: Vocabulary) -> bool:
    """Say whether the name that stands first is the client, and the one behind it a place or a topic."""
    shown = is_company(before, vocabulary) or (" " in before and not is_company(name, vocabulary))
    return shown and _may_be(before, vocabulary)


def _is_topic(name: str, title: str, vocabulary: Vocabulary) -> bool:
    """Say whether what is left of a title is a topic: "Note to self", "seat samples" behind a name, "Packfair week"."""
    if not name or title.islower() or titles.looks_like_name(name, vocabulary):
        return False
    first = name.split()[0]
    behind = name.islower() and not title.startswith(name)
    return behind or (not is_company(name, vocabulary) and first[0].isupper() and first.casefold() in load().common)


def _is_sentence(name: str, title: str) -> bool:
    """Say whether what is left of a title reads on as a sentence does: "before I call her at Norwood"."""
    small = [word for word in name.split() if word[:1].islower()]
    told = (len(small) > 2 and not name.islower()) or not _SPEAKERS.isdisjoint(name.split())
    return told and not title.islower()


def _may_be(name: str, vocabulary: Vocabulary) -> bool:
    """Say whether a part of a title can be a client: a name, and no person's."""
    plain = titles.looks_like_name(name, vocabulary) and len(name) > 2 and not STOP.search(name)
    return plain and not is_person(name, vocabulary) and vocabulary.word("title-filler", name) is None


def _beside(title: str, vocabulary: Vocabulary, ours: Sequence[str]) -> str:
    """Return the company that stands beside a person in a title: "Call with Ana Ruiz, Norwood Mills, 8 June"."""
    parts = [titles.bare(part, vocabulary) for part in _SEGMENT.split(title)]
    met = next((index for index, name in enumerate(parts) if is_person(name, vocabulary)), -1)
    names = _others(parts, vocabulary, ours) if met >= 0 else []
    return _best(names, vocabulary) or next((name for name in names if name in parts[:met]), "")


def _others(names: Iterable[str], vocabulary: Vocabulary, ours: Sequence[str]) -> list[str]:
    mine = {name.casefold() for name in ours}
    return [name for name in names if _may_be(name, vocabulary) and name.casefold() not in mine]


def _within(title: str, left: str, vocabulary: Vocabulary, ours: Sequence[str]) -> str:
    """Return the company that a title names which is a sentence: "How Norwood Mills and we get to a start"."""
    if not _is_sentence(left, title) and _SPEAKERS.isdisjoint(title.split()):
        return ""
    runs = (opened(match.group(), match.start(), vocabulary) for match in RUN.finditer(title))
    return _best(_others(runs, vocabulary, ours), vocabulary)


def opened(run: str, start: int, vocabulary: Vocabulary) -> str:
    """Return a run of capitalised words without the small word that opens the sentence: "How Norwood Mills"."""
    first, _, rest = run.partition(" ")
    small = first.casefold() in load().common or vocabulary.word("language-word", first) is not None
    return rest if start == 0 and rest[:1].isupper() and small else run  # but "City of Norwood"
