"""Reads people out of words: "Ana Ruiz (Norwood), Ben Ito, CFO"."""

from __future__ import annotations

import functools

from advancelint.expressions import expression
from advancelint.plan import clockwords, parties
from advancelint.plan.given import given
from advancelint.plan.vocabulary import Vocabulary
from advancelint.reading.lexicon import load
from advancelint.records import NamedTuple
from advancelint.source import Passage, Span

_END = expression(
    r" [—–-] |: | ?(?:\.{3}|…)|(?<=[^\W\d_A-Z]{3})(?<!Prof)(?<!Capt)(?<!Cllr)(?<!Hon)\. |[(,⬥]"
    r"| (?:at|bei|chez|who|whose|qui|quien|quem|for the|for a) | [→·] | [\[<]| [/|] "
)
# [[Ana Ruiz]] and [[people/Ana Ruiz|Ana]]: links of note-taking tools.
_LINK = expression(r"\[\[(?:[^\[\]|]*/)?([^\[\]|/]+)(?:\|[^\[\]]*)?\]\]")
_ADDRESS = expression(r"(?<![\w.+-])[\w.+-]+@([\w-]+)\.[\w.-]+")
_NAME_WORD = expression(r"[^\W\d_][^\W\d_]*(?:[.'’-][^\W\d_]*)*")
_ENDED = expression(r"[^\W\d_A-Z]{4}\.$")  # the end of a sentence
_NOTE_BREAK = expression(r"[,;→·|]|\b(?:at|bei|chez)\b|[()]|\s[—–/-]\s")
_MOST_WORDS, _MOST_TITLED, _LONGEST_INITIAL = 5, 3, 3
_DESCRIBED = expression(
    r"([^\W\d_a-zß-öø-ÿ][\w'’.-]+(?: [^\W\d_a-zß-öø-ÿ][\w'’.-]+)?) ((?:[^\W\d_A-Z][\w'’&-]*)(?: [\w'’&-]+){0,6})$"
)
_LETTERED = expression(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’-]*[^\W\d_A-Z])+ (?:[A-Z]{2,5}|PhD)")
_FROM = expression(r"(?:from|in|of|at|aus|vom|von|de|du|del|da|do) (?:the |der |dem |la |el )?([^\W\d_][\w&-]*)")
_AT_WORK = expression(r"(?:for|on|für|pour|para) ([^\W\d_A-Z][\w&-]*)$")  # "Ana Ruiz for migration"
_OWNERS = ("'s", "’s")
_QUOTES = frozenset('"“”„')
_DROPPED = frozenset({"address", "title", "short"})  # and no "degree": "Dr" is written as a part of the name
_LEADERS = frozenset({"...", "…"})  # "Ana Ruiz ....... factory director"
THEIRS = frozenset({"her", "his", "their", "ihr", "ihre", "sein", "seine", "son", "sa", "su", "seu", "sua"})


class Named(NamedTuple):
    """A person as written: ``name`` stands at ``span`` of the source; what is not said of them is "".

    ``others`` are the words behind the name that are no known role: organisations, or roles that nobody listed.
    ``wrote`` says that the text calls them "me", ``party`` is 1 or 2 for the two parts that one mark makes of a list.
    """

    name: str
    role: str
    organisation: str
    span: Span
    side: str = ""
    others: tuple[str, ...] = ()
    wrote: bool = False
    party: int = 0


def one(passage: Passage, vocabulary: Vocabulary) -> Named | None:
    """Read "Name", "Name (Org)", "Name (Role, Org)", "Name — Role, Org" or "Name, Role"; None where no name leads."""
    text = passage.text
    name_end = len(text)
    linked = _LINK.match(text)
    end = _END.search(text, 1)
    if linked:
        name_end = linked.end()
    elif end:
        name_end = end.start()
    note = text[name_end:].strip(" —–-:,()[]→<>|.…" if end and end.group().strip() in _LEADERS else " —–-:,()[]→<>|")
    name = passage.cut(Span(*linked.span(1)) if linked else Span(0, name_end)).strip()
    if name.text.endswith(".") and len(name.text.split()[-1]) > _LONGEST_INITIAL:
        name = name.cut(Span(0, len(name.text) - 1))  # "Seller: Tomas Berg. Client: …"
    while " " in name.text and name.text.split()[-1] in {"e", "y", "et", "und", "and"}:
        name = name.cut(Span(0, name.text.rfind(" "))).strip()  # "Ana e"
    while name.text[:1] in {"@", "*"}:
        name = name.cut(Span(1, len(name.text))).strip()
    led = _led_by_work(name.text, vocabulary)
    if led:
        name, note = name.cut(Span(led, len(name.text))).strip(), f"{name.text[: led - 1]}, {note}"
    if (len(name.text) == 2 and name.text[1] == ".") or (
        text[name_end : name_end + 2] == ". " and note.lstrip(". ")[:1].isdigit()
    ):
        return None  # an initial, "Kundennr. 20417"
    if not is_name(name.text, vocabulary):
        described = _DESCRIBED.match(name.text)
        work = described and (_FROM.match(described[2]) or (" " in described[1] and _AT_WORK.match(described[2])))
        told = described and (work or is_role(described[2], vocabulary))
        if (
            not described
            or not told
            or described[1].isupper()
            or described[1].casefold() in load("en").common
            or not is_name(described[1], vocabulary)
        ):
            return None
        name, note = name.cut(Span(*described.span(1))), f"{work[1] if work else described[2]}, {note}"
    role, others, side = _note(note, vocabulary)
    return Named(name.text, role, others[0] if others else "", Span(name.starts[0], name.ends[-1]), side, others)


def _led_by_work(text: str, vocabulary: Vocabulary) -> int:
    """Return where a full name begins behind a title of work, "Team Leader Ana Ruiz"; 0 for none, "Director Ruiz"."""
    words, at, found = text.split(" "), 0, 0
    if text[:1].islower():  # "nurse Pia Kern"
        return len(words[0]) + 1 if words[1:] and vocabulary.word("role-word", words[0]) is not None else 0
    if words[0] in given():
        return 0
    for count, word in enumerate(words[:_MOST_TITLED], 1):
        at += len(word) + 1
        if not word[:1].isupper() and vocabulary.word("role-word", word) is None:
            break
        rest = words[count:]
        titled = vocabulary.word("role-word", word) == "" and len(rest) > 1
        titled = titled and rest[0].casefold() not in load("en").common  # "Director Supply Chain"
        if titled and not any(vocabulary.word("role-word", one) is not None for one in rest):
            found = at if is_name(" ".join(rest), vocabulary) else 0
    return found


def untitled(named: Named, vocabulary: Vocabulary) -> Named:
    """Return "Dr. Annette Reuss" of "Frau Dr. Annette Reuss", and without the letters behind: "Patty Dolan RN".

    Initials in front go, too: "PD Patty Dolan". "Herr Wolter" stays: no first name would be left.
    """
    whole, words = named.name, named.name.split()
    if len(words) > 2 and words[0].isupper() and words[0] == "".join(word[0] for word in words[1:]):
        words.pop(0)
    if _LETTERED.fullmatch(whole) and vocabulary.word("company-suffix", words[-1]) is None:
        named = named._replace(role=", ".join(filter(None, (words.pop(), named.role))))
    while len(words) > 2 and vocabulary.word("honorific", words[0]) in _DROPPED:
        words.pop(0)
    bare = " ".join(words)
    if len(whole) != named.span.end - named.span.start or bare not in whole:
        return named._replace(name=bare)
    start = named.span.start + whole.rfind(bare)  # where the span is that of the name, it becomes that of the bare one
    return named._replace(name=bare, span=Span(start, start + len(bare)))


def is_name(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text can be a person's name: one to five words with capitals, none of a list of other things."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_WORDS or vocabulary.word("not-an-owner", text) is not None:
        return False
    if vocabulary.word("absence", text) is not None or not any(word[0].isupper() for word in words):
        return False
    if text.endswith(_OWNERS) or clockwords.is_zone(words[0]):
        return False  # "Tom Scully's deputy", "ET Colleen"
    for word in words:
        light = vocabulary.word("particle", word) is not None or vocabulary.word("honorific", word) is not None
        if not light and _ENDED.search(word) and word is not words[-1]:
            return False  # "Kelly. There I"
        called = word[0] in _QUOTES and word[-1] in _QUOTES  # Oyelaran "Larry" Bello
        if not light and not called and not (word[0].isupper() and _NAME_WORD.fullmatch(word)):
            return False
    return True


def may_be_first(word: str) -> bool:
    """Say whether a word can be a first name: it is listed as one, or has the shape of one and is no common word."""
    shaped = word.isalpha() and word[:1].isupper() and word[1:].islower()
    return word in given() or (shaped and word.casefold() not in load("en").common)


@functools.lru_cache(maxsize=512)
def is_role(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether words are a role rather than a name: "VP Data", "head of fleet"."""
    spoken = (
        word for word in text.partition("(")[0].split() if word[-1] != "." or not vocabulary.word("honorific", word)
    )
    if vocabulary.word("seller-role", text) is not None:
        return True
    written = [word.strip(".,&/") for word in spoken]
    words = [word.casefold() for word in written]
    endings = tuple(vocabulary.words["role-ending"])
    meanings = [vocabulary.word("role-word", word) for word in words]
    if any(meaning == "" or word.endswith(endings) for meaning, word in zip(meanings, words, strict=True)):
        return True
    # "finance" and "Operations" are roles, "Kessel Logistics" is a company.
    return "work" in meanings and (len(words) == 1 or not written[0][:1].isupper() or meanings[0] == "work")


def is_described(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a text is a name with its work behind it, "Asha (P9 SE)", whoever that is."""
    name, _, work = text.partition(" (")
    last = work.removesuffix(")").split()[-1:]
    named = text.endswith(")") and name.count(" ") < 2 and is_name(name, vocabulary)
    return named and bool(last) and is_role(last[0], vocabulary)


def is_only_a_role(text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a name is nothing but a role: "CFO", "Sr Dir", and not "Trustee Lang"."""
    first, _, last = text.partition(" ")
    named = last.isalpha() and last[0].isupper() and not is_role(last, vocabulary)
    return is_role(text, vocabulary) and not (named and is_role(first, vocabulary))


def _side_of_note(part: str, vocabulary: Vocabulary) -> str:
    """Return the side that a word behind a name tells; "account", elsewhere the client, is there what a seller does."""
    return "seller" if part == "account" else vocabulary.word("side", part) or parties.side_of_role(part)


def _note(note: str, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...], str]:
    """Split what stands behind a name into role, other words and side; an address tells the organisation, too."""
    if not note:
        return "", (), ""
    headed = note.partition(": ")[0]  # "mill manager: was against it"
    note = headed if is_role(headed, vocabulary) else note
    host = _ADDRESS.search(note)
    if host:
        note = note[: host.start()] + note[host.end() :]
    parts = [part.strip(" ()—–-<>.") for part in _NOTE_BREAK.split(note)]
    parts = [part for part in parts if part and vocabulary.word("absence", part) is None]
    sides = [side for part in parts if (side := _side_of_note(part, vocabulary))]
    sides += ["client" for part in parts if part.partition(" ")[0] in THEIRS]  # "their IT manager"
    told = ("side", "open-status")  # "Ana Ruiz (planned)" is whom a call is to be with
    parts = [part for part in parts if all(vocabulary.word(which, part) is None for which in told)]
    roles = [part for part in parts if is_role(part, vocabulary) or not part[:1].isupper()]
    others = [part for part in parts if part not in roles]
    if host and vocabulary.word("mailer", host[1]) is None:
        others.append(host[1])
    return ", ".join(roles), tuple(others), (sides[0] if sides else "")
