"""Takes a title apart: what sort of plan it names, of whom, and when."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from advancelint.expressions import expression
from advancelint.plan import clockwords, dates, left_over, persons
from advancelint.plan.vocabulary import Vocabulary
from advancelint.plan.vocabulary import vocabulary as shipped

_PARTS = expression(r": | (?:[—–|·→]|-{1,3}) | // |(?<=[^\W\d_A-Z]{3})\. (?=[^\W\d_a-z])")
_OPENER = expression(r"(?i:(?:(?:re|fwd?|aw|wg|tr|hand-?over|handoff|übergabe|memo|recap)\b:? )+)(?=[^\W\d_a-z])")
_COMPANY = expression(r"[^,:(]{3,40} \(([^(),]{3,60})[),]")
_MET = expression(r" (?:with|[wW]/|at|bei|mit|chez|avec|con|com) (?=[^\W\d_])")
_BEHIND_NAME = expression(r",| on | [—–-] |: | \(")
# "Norwood × Tallow", "Norwood ⇄ Tallow": what stands between two parties and in no company's name
PARTED = r"×|⨯|✕|✖|🤝|<>|<->|<=>|⇄|⇌|⇆|↔|⇔|⟷"
_CROSSED = expression(rf"\S (?:x|{PARTED}|/|vs\.?) \S")
_CROSS = expression(rf" (?:x|{PARTED}|/|vs\.?|\+) ")
_BRACKET = expression(r"[(\[][^()\[\]]*[)\]]")
_NUMBER = expression(r"^(?:[A-Z]{2,5}-\d+|#?\d{1,3}[.)])\s+")
_YEAR = expression(r"(?<![\d/-])(20\d\d)(?![\d/–-])")
# "Account plan FY27, Norwood", "Norwood 2027": the year is the plan's
_FY = r"(?:FY ?['’]?(?:20)?\d\d(?:[/–-](?:20)?\d\d)?|20\d\d)"
_OF_YEAR = expression(rf"^{_FY}\b(?=[ ,]|$)|(?<=\w) {_FY}$")
_FISCAL = expression(r"\bFY ?['’]?(?:20)?(\d\d)(?![\d/–-])")
_QUARTER = expression(r"\b[QT]([1-4])\b")
_ARTICLE = expression(r"^the (?=[^\W\d_])")
_FOR_WHAT = frozenset({"for", "für", "pour", "para"})  # "Nordhaven, LC-MS for the lab": what the deal is about
_MOST_LOWER = 3
MID_YEAR = "-07-01"  # behind a year: the day near which those of a plan for all of it lie
_COMPOUNDS = ("vorbereitung", "bericht", "protokoll", "notiz", "vermerk")  # "Anrufvorbereitung Berg AG"
_SET_APART = expression(r"[,:–—|/·×]| - | (?:for|with|of|für|mit|pour|avec|para|con|com) ")
_TRIMMED = " ,;#–—-"
_GAP, _STOPPED = expression("[ ,]"), expression(r"(?<=[^\W\d_A-Z]{3})\.$")
_JOINED = expression(rf"\S (?:&|\+|x|{PARTED}|/|and|und|et|y|e) \S")


def account(title: str, vocabulary: Vocabulary, kind: str = "", ours: Sequence[str] = ()) -> str:
    """Return the account that the title of a plan of ``kind`` names beside the kind of plan, or "".

    Of two companies ("Norwood × Tallow") whoever is asked puts the client first; ``ours`` are names of our own.
    """
    other = met(title, vocabulary)
    if other:
        company = _COMPANY.match(other)
        if company and (persons.is_role(company[1], vocabulary) or dates.first(company[1], vocabulary)):
            company = None
        beside = "" if company else _beside(title, other, vocabulary)
        return _ARTICLE.sub("", company[1].strip() if company else beside or _BEHIND_NAME.split(other)[0].strip())
    names = parts(title, vocabulary)
    if not names or (names == [title.strip()] and not _is_bare_name(title.strip(), kind, vocabulary)):
        return ""
    joined = [name for name in names if joins(name)]
    both = crossed(title, vocabulary, kind)
    if both:
        mine = {name.casefold() for name in ours}
        return next((side for side in both if side.casefold() not in mine), "")
    if kind == "map" and joined:
        return ""  # "Hale & Dunmore" may be one company or two
    first_kind = vocabulary.kind_in(_PARTS.split(title)[0])
    # "Call prep: Joe Casale — Lexia": of a person and a company the company stands last.
    return names[-1] if first_kind in {"prep", "notes"} else names[0]


def names_client(title: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Say whether a title of a plan of ``kind`` has a name with it: "Account plan 2027, Norwood Mills"."""
    name = account(title, vocabulary, kind) or account(title.partition(", ")[2], vocabulary, kind)
    if not title.startswith(name) and not _SET_APART.search(title):
        return False  # "Call Plan Scoring"
    return len(name) > _MOST_LOWER and looks_like_name(name, vocabulary) and not vocabulary.kind_in(name)


def _beside(title: str, other: str, vocabulary: Vocabulary) -> str:
    """Return the name before or behind a person: "Kilcarrow Dairies: call with Noreen", "Visit w/ Kieran: Orre"."""
    head = _PARTS.split(title)[0]
    head = bare(head, vocabulary) if head != title else ""
    if (
        head
        and _PARTS.split(other)[0] not in head
        and looks_like_name(head, vocabulary)
        and not vocabulary.kind_in(head)
    ):
        return head.strip()
    person, colon, behind = other.partition(": ")
    name = bare(behind, vocabulary) if colon and len(person.split()) <= _MOST_LOWER else ""
    return name if name and looks_like_name(name, vocabulary) else ""


def crossed(title: str, vocabulary: Vocabulary, kind: str = "") -> list[str]:
    """Return the two companies that a title sets against each other: "Norwood × Tallow: close plan"; else []."""
    if not _CROSSED.search(title) and " + " not in title:
        return []  # most titles
    for name in parts(title, vocabulary):
        if _CROSSED.search(name) or (kind == "map" and " + " in name):
            return [side.strip() for side in _CROSS.split(name) if side.strip()]
    return []


def met(title: str, vocabulary: Vocabulary) -> str:
    """Return whom a title says that we meet: "Call with Dagny Orre (Orre Sailmakers), 12 June"; "" for nobody."""
    for match in _MET.finditer(title):
        before = title[: match.start()].split()[-1:]
        word = before[0].casefold().strip("(") if before else ""
        if word in vocabulary.words["call-word"] or word in vocabulary.words["encounter"] or word == "plan":
            return title[match.end() :]
    return ""


def _is_bare_name(title: str, kind: str, vocabulary: Vocabulary) -> bool:
    """Say whether a whole title can be an account's name: "Kettering Printworks" above a deal plan."""
    return kind in {"deal", "account"} and looks_like_name(title, vocabulary)


def looks_like_name(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether every word of a text has a capital, as in a company's name."""
    words = text.split()
    light = (left_over.joins(word, vocabulary) or not word[0].isalpha() for word in words)
    capital = [left_over.is_capital(word) or is_light for word, is_light in zip(words, light, strict=True)]
    return bool(words) and len(words) <= 6 and all(capital) and vocabulary.word("not-an-owner", text) is None


def crosses(title: str) -> bool:
    """Say whether a title sets two names against each other: "Kasimir × Torqline"."""
    return bool(_CROSSED.search(title))


def joins(name: str) -> bool:
    """Say whether a name joins two: "Norwood & Tallow", "Norwood x Tallow"."""
    return bool(_JOINED.search(name))


def parts(title: str, vocabulary: Vocabulary) -> list[str]:
    """Return the parts of a title that are neither the kind of plan, nor a date, nor the sort of call."""
    found = (bare(part, vocabulary) for part in _PARTS.split(title))
    return [part for part in found if part]


@lru_cache(maxsize=64)  # several parts of a plan take its title apart
def bare(part: str, vocabulary: Vocabulary) -> str:
    """Return a part of a title without its kind, date and brackets; "" where no name is left."""
    text = _OPENER.sub("", _BRACKET.sub(" ", part), count=1) if _OPENER.match(part) else _BRACKET.sub(" ", part)
    for dated in sorted(dates.find(text, vocabulary), reverse=True):
        text = text[: dated.span.start] + clockwords.without_hour(text[dated.span.end :])
    text = _OF_YEAR.sub("", _NUMBER.sub("", text.strip(_TRIMMED)))
    shorter = _without_kind(text, vocabulary)
    while shorter != text:
        bare_of_year = _OF_YEAR.sub("", shorter.strip(_TRIMMED + "/&+"))
        text, shorter = shorter, _without_kind(bare_of_year.strip(_TRIMMED), vocabulary)
    words = text.split()
    while len(words) > 1 and vocabulary.word("title-joint", words[-1]) is not None:
        words.pop()  # "Papeterie Aubin du", the date being gone
    text = " ".join(words)
    first, _, behind = text.partition(" ")
    joint, _, rest = behind.partition(" ")
    if first.casefold() in vocabulary.words["call-word"] and rest and vocabulary.word("title-joint", joint) is not None:
        behind = rest
    if first.casefold() in vocabulary.words["call-word"] and behind[:1].isupper():
        text = behind  # "Visit Norwood", "Visita à Norwood"
    head, comma, tail = text.partition(", ")
    words = tail.casefold().split()
    timed = bool(words) and (words[0] in vocabulary.words["weekday"] or not _FOR_WHAT.isdisjoint(words))
    of_name = (
        bool(words) and not timed and (tail[0].isupper() or vocabulary.word("company-suffix", words[0]) is not None)
    )
    if comma and (not of_name or not vocabulary.words["call-word"].keys().isdisjoint(words)):
        text = head  # "Corvane Power, grid operations redesign", "Harlow Bottling, Thursday, 10:00"
    return _bare_name(text, part, vocabulary)


def _bare_name(text: str, part: str, vocabulary: Vocabulary) -> str:
    """Return the name that is left of a ``part`` of a title; "" for words that are no name."""
    while text and not text[0].isalnum():
        text = text[1:]
    text = text.rstrip(_TRIMMED)
    words = text.split()
    if words and _STOPPED.search(text) and vocabulary.word("company-suffix", words[-1][:-1]) is None:
        text = text[:-1]  # "Norwood Oats. Account plan"
    if len(words) > 2 and words[-1].islower() and words[-1] in vocabulary.words["call-word"]:
        named = [word for word in words[:-1] if word[0].isupper() and word.isalpha()]
        text = " ".join(words[:-1]) if len(named) == len(words) - 1 else text  # "Fenton Logistics intro"
    last = text.casefold().split()[-1:]
    if (
        not text
        or vocabulary.word("title-filler", text) is not None
        or last[0] in vocabulary.words["call-word"]
        or vocabulary.stages.get(text.casefold())
    ):
        return ""
    if text.islower() and part.islower() and len(text.split()) <= _MOST_LOWER:
        return text  # whoever writes a whole title small writes the client small
    return text if left_over.is_capital(text.split()[0]) else ""


def _without_kind(text: str, vocabulary: Vocabulary) -> str:
    """Cut the words for a kind of plan off either end, with the word that joins them to the name."""
    folded = text.lower()  # which, unlike `casefold`, is as long: "Gießerei"
    if len(folded) != len(text):
        return text
    if folded in vocabulary.words["kind"]:
        return ""
    words = _outer_kind(folded, vocabulary)
    if not words:
        first, _, behind = text.partition(" ")
        kindly = first.lower().endswith(_COMPOUNDS) or vocabulary.word("side", first) == "client"
        return behind if kindly and behind[:1].isupper() else text
    if folded.startswith(f"{words},"):
        return text[len(words) + 1 :].strip()
    if folded.startswith(f"{words} "):
        rest = text[len(words) :].strip()
        first, _, behind = rest.partition(" ")
        return behind.strip() if vocabulary.word("title-joint", first) is not None else rest
    return text[: -len(words)].strip()


@cache
def _longest_kind() -> int:
    return max(map(len, shipped().words["kind"]))


def _outer_kind(folded: str, vocabulary: Vocabulary) -> str:
    """Return the longest words for a kind of plan that stand at an end of a case-folded text; "" for none."""
    kinds, longest = vocabulary.words["kind"], _longest_kind()
    found = [folded[: gap.start()] for gap in _GAP.finditer(folded, 0, longest + 1)]
    tail = folded[-longest - 1 :]
    found += [tail[gap.end() :] for gap in _GAP.finditer(tail) if gap.group() == " "]
    known = {words for words in found if words in kinds and vocabulary.word("strict-kind", words) is None}
    longest = max(map(len, known), default=0)
    # Of two that are equally long, at either end, the one that is listed first.
    return min((words for words in known if len(words) == longest), key=list(kinds).index, default="")


def year(title: str, vocabulary: Vocabulary) -> str:
    """Return the middle of the one year, or of the quarter of it, of which a title says to tell, ISO; or "".

    "Account plan 2026", "Calls Q2 (2026)", but neither "Account plan 2026-27" nor "Account plan, 3 May 2026".
    """
    fiscal = _FISCAL.search(title)
    if fiscal and vocabulary.kind_in(title) == "account":
        return f"{int(fiscal[1]) + 1999}-12-31"  # it begins in the year before, in most houses
    years = {match[1] for match in _YEAR.finditer(title)}
    if len(years) != 1 or dates.first(title, vocabulary):
        return ""
    told, quarter = years.pop(), _QUARTER.search(title)
    if quarter:
        return f"{told}-{3 * int(quarter[1]) - 1:02}-15"
    return f"{told}{MID_YEAR}" if f"({told})" in title or vocabulary.kind_in(title) == "account" else ""
