"""Says who a noun phrase names: which side, what sort of person, where the words stand."""

from __future__ import annotations

from advancelint.reading.line import Line
from advancelint.records import NamedTuple


class Party(NamedTuple):
    """Whom a noun phrase names.

    ``side`` is client, seller, both, thing or nobody; ``first`` and ``last`` are the token range of the words that
    name them; ``senior`` says that they can decide.
    """

    side: str
    person: str
    first: int
    last: int
    senior: bool


NOBODY = Party("nobody", "none", 0, 0, False)

_PERSON_RANK = ("named", "role", "group", "pronoun", "indefinite", "none")


class _Mention(NamedTuple):
    side: str
    person: str
    first: int
    last: int
    senior: bool


def party(line: Line, first: int, last: int) -> Party:
    """Return whom the tokens ``first`` to ``last`` (exclusive) name; NOBODY for no person, "thing" for a mere thing."""
    mentions: list[_Mention] = []
    index, words = first, 0
    while index < last:
        mention = _mention(line, index, last, mentions)
        if mention is not None:
            mentions.append(mention)
            index = max(mention.last, index + 1)
        else:
            words += line.at(index).kind == "word" and not line.at(index).classes
            index += 1
    if not mentions:
        return Party("thing", "none", first, last, False) if words else NOBODY
    sides = {mention.side for mention in mentions}
    side = "both" if len(sides) > 1 else sides.pop()
    if side == "both" and not any(
        line.at(i).has("conjunction") or line.norm(i) in ("/", ",", "with") for i in range(first, last)
    ):
        side = mentions[-1].side
    if mentions[0].person == "indefinite":
        # "someone in our Leeds office": who is meant stands first, whatever the words behind say.
        mentions = mentions[:1]
        side = side if side == "both" else mentions[0].side
    best = min((m for m in mentions if side == "both" or m.side == side), key=lambda m: _PERSON_RANK.index(m.person))
    return Party(side, best.person, best.first, best.last, any(m.senior for m in mentions))


def _mention(line: Line, index: int, last: int, before: list[_Mention]) -> _Mention | None:
    token = line.at(index)
    if token.classes:
        found = _pronoun(line, index)
        if found is not None:
            return found
        if token.has("our") or token.has("their") or token.has("your"):
            return _possessed(line, index, last)
    if line.is_name(index):
        return _named(line, index, last)
    role = line.role(index)
    if role is not None:
        return _role(line, index, last)
    if line.is_agent(index) and not before:
        return _Mention("client", "role", _leftmost(line, index), index + 1, False)
    if line.is_acronym(index) and before == [] and index + 1 >= last:
        return _Mention("client", "group", index, index + 1, False)
    return None


def pure(line: Line, first: int, last: int) -> Party:
    """Return the client whom the tokens name when they hold nothing but a name or role; else NOBODY."""
    found = party(line, first, last)
    words = sum(line.at(i).kind == "word" and not line.at(i).classes for i in range(first, last))
    named = sum(
        line.at(i).kind == "word" and (line.is_name(i) or line.role(i) is not None or line.is_agent(i))
        for i in range(first, last)
    )
    return (
        found
        if found.side == "client" and words and words - named <= 1 and found.person in ("named", "role", "group")
        else NOBODY
    )


def _pronoun(line: Line, index: int) -> _Mention | None:
    token = line.at(index)
    clients_words = line.scene.voice == "client"
    if token.has("we") or token.has("us"):
        return _Mention("client" if clients_words else "seller", "pronoun", index, index + 1, False)
    if token.has("you"):
        addressed = line.scene.field in ("ask", "quote") and not clients_words
        return _Mention("client" if addressed else "seller", "pronoun", index, index + 1, False)
    if token.has("they") or (token.has("them") and line.norm(index) != "her"):
        return _Mention("client", "pronoun", index, index + 1, False)
    if token.has("indefinite") and line.norm(index).endswith(("one", "body")):
        return _Mention("client", "indefinite", index, index + 1, False)
    return None


def _possessed(line: Line, index: int, last: int) -> _Mention | None:
    """Read "our SE", "their legal team", "her boss": the possessive says the side, the role says the person."""
    token = line.at(index)
    clients_words = line.scene.voice == "client"
    for head in range(index + 1, min(index + 4, last)):
        role = line.role(head)
        if role is None:
            if line.is_agent(head) and token.has("our") and not clients_words:
                return _Mention("seller", "role", index + 1, head + 1, False)
            continue
        if token.has("our"):
            side = "client" if clients_words or line.norm(head) in line.lexicon.groups["ours-over-there"] else "seller"
        elif token.has("your"):
            side = "client" if line.scene.field in ("ask", "quote") and not clients_words else "seller"
        else:
            side = "client"
        end = head + 1
        while end < last and line.role(end) is not None:
            end += 1
        senior = any((r := line.role(i)) is not None and r.rank == "senior" for i in range(head, end))
        return _Mention(side, "group" if role.number == "group" else "role", index + 1, end, senior)
    return None


def _named(line: Line, index: int, last: int) -> _Mention:
    end = index + 1
    while end < last and (
        line.is_name(end)
        or (line.norm(end) == "." and end - index == 1)
        or (len(line.at(end).text) == 1 and line.at(end).text.isupper())
    ):
        end += 1
    if _called_ours(line, index, end):
        return _Mention("seller", "named", index, end, senior=False)
    names = [line.norm(i) for i in range(index, end)]
    full = " ".join(names)
    seller = full in line.seller or (any(n in line.seller for n in names) and not any(n in line.client for n in names))
    return _Mention("seller" if seller else "client", "named", index, end, False)


def _called_ours(line: Line, first: int, last: int) -> bool:
    """Recognise one of ours by what stands beside the name: "our Priti", "Nico, our agronomist", "Wim (ours)"."""
    if line.scene.voice == "client":
        return False
    beside = last + 1 if line.norm(last) in (",", "(") else -1
    return line.at(first - 1).has("our") or (beside > 0 and (line.at(beside).has("our") or line.norm(beside) == "ours"))


def _role(line: Line, index: int, last: int) -> _Mention:
    end = index + 1
    while end < last and (
        line.role(end) is not None
        or _inner_words(line, end, last)
        or (line.norm(end) in ("of", "for") and line.role(end + 1) is not None and end + 1 < last)
    ):
        end += 1
    if line.norm(end) == "of" and line.at(end + 1).capital:
        end += 2  # "Head of Fleet Services", which is whole also where ``last`` cuts it
        while line.at(end).capital:
            end += 1
    first = _leftmost(line, index)
    roles = [role for i in range(index, end) if (role := line.role(i)) is not None]
    seller = roles[-1].side == "seller" or (
        line.at(index - 1).has("our")
        and line.scene.voice != "client"
        and line.norm(end - 1) not in line.lexicon.groups["ours-over-there"]
    )
    person = "group" if roles[-1].number == "group" else "role"
    return _Mention("seller" if seller else "client", person, first, end, any(role.rank == "senior" for role in roles))


def _inner_words(line: Line, at: int, last: int) -> bool:
    """Say whether a plain word at ``at`` stands inside a compound role: "contact *centre* manager"."""
    for index in range(at, min(at + 2, last)):
        token = line.at(index)
        if token.kind != "word" or token.classes or token.codes or line.is_name(index):
            return False
        if line.role(index + 1) is not None and index + 1 < last:
            return True
    return False


def _leftmost(line: Line, index: int) -> int:
    """Return where the words of a role begin: "harbour" in "the harbour master", two plain words back at most."""
    first = index
    while first > 0 and index - first < 2:
        before = line.at(first - 1)
        if before.kind != "word" or before.classes or before.codes:
            break
        first -= 1
    return first
