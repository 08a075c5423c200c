"""A line made ready for parsing: its tokens, its times, its scene, and the questions asked of single tokens."""

from __future__ import annotations

from typing import NamedTuple

from advancelint.reading import phrases
from advancelint.reading import times as clock
from advancelint.reading.lexicon import Lexicon, Nominal, Role
from advancelint.reading.model import Scene
from advancelint.reading.moments import Time
from advancelint.reading.phrases import Match
from advancelint.reading.tokens import MOST_TOKENS, Token, tokenise

_TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "herr", "frau", "mme", "st"))
_STOPS = frozenset((";", "!", "?", "|", "…", "...", "•", "⇒"))
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
_NO_TOKEN = Token("", "", "none", 0, 0, None, "", frozenset(), False)
# Questions about the neighbourhood of a token look this far beyond the line's ends without a second thought.
_MARGIN = 24
# What may stand right after a name at the head of a line; without one of these a capital there proves nothing.
_AFTER_NAME = frozenset(("'s", "(", "to", "will", "and", "&", "has", "is", "or", "/", "'ll", "+"))


class Line(NamedTuple):
    """The working form of a passage. All indices below are token indices.

    ``padded`` is ``tokens`` with empty tokens behind, so that a look before the first or past the last token finds one.
    """

    text: str
    tokens: list[Token]
    padded: list[Token]
    roles: list[Role | None]
    nominals: list[Nominal | None]
    lexicon: Lexicon
    scene: Scene
    times: list[Time]
    timed: dict[int, Time]
    titled: bool
    client: frozenset[str]
    seller: frozenset[str]
    names: list[bool]
    stock: list[Match]

    @property
    def cut(self) -> bool:
        """Say whether the text is longer than what was read."""
        return len(self.tokens) >= MOST_TOKENS

    @property
    def wordy(self) -> bool:
        """Say whether there is a word at all."""
        return any(token.kind == "word" for token in self.tokens)

    def at(self, index: int) -> Token:
        """Return the token at ``index``, or an empty one outside the line."""
        try:
            return self.padded[index]
        except IndexError:
            return _NO_TOKEN

    def norm(self, index: int) -> str:
        """Return the normalised word at ``index`` ("" outside)."""
        try:
            return self.padded[index].norm
        except IndexError:
            return ""

    def role(self, index: int) -> Role | None:
        """Return the role word at ``index``, if it is one."""
        return self.roles[index] if 0 <= index < len(self.roles) else None

    def nominal(self, index: int) -> Nominal | None:
        """Return what the noun at ``index`` is, two-word nouns first (the first word of the pair answers)."""
        return self.nominals[index] if 0 <= index < len(self.nominals) else None

    def stops(self, index: int) -> bool:
        """Say whether the token ends a sentence or a fragment of notes."""
        token = self.at(index)
        if token.kind in ("dash", "arrow") or token.norm in _STOPS:
            return True
        if token.norm == ".":
            before, after = self.at(index - 1), self.at(index + 1)
            short = len(before.text) <= 5 and (self.role(index + 1) is not None or before.norm != before.text.lower())
            initial = len(before.text) == 1 and before.text.isupper()
            return before.norm not in _TITLES and not initial and not (short and after.kind == "word")
        if token.norm == ":":
            return True
        return token.norm == "/" and self.text[token.start - 1 : token.start] == " "

    def closing(self, index: int) -> int:
        """Return the index after the bracket that closes the one at ``index`` (or after it, when none closes)."""
        closer = _CLOSERS.get(self.norm(index))
        for end in range(index + 1, min(index + 16, len(self.tokens))):
            if self.norm(end) == closer:
                return end + 1
        return index + 1

    def is_name(self, index: int) -> bool:
        """Say whether the word reads as the name of a person or a company."""
        return 0 <= index < len(self.names) and self.names[index]

    def is_acronym(self, index: int) -> bool:
        """Say whether the token is a short word in capitals that no list knows ("NHSBT", "PMO")."""
        token = self.at(index)
        return (
            token.kind == "word"
            and token.text.isupper()
            and 2 <= len(token.text) <= 6
            and not token.classes
            and not self.titled
            and token.norm not in self.lexicon.nominals
        )

    def is_agent(self, index: int) -> bool:
        """Say whether an unlisted word is built like a word for a person ("ginner", "actuarist")."""
        token = self.at(index)
        return (
            token.kind == "word"
            and not token.capital
            and not token.classes
            and token.verb is None
            and token.norm.endswith(tuple(self.lexicon.groups["agent-endings"]))
            and len(token.norm) > 5
            and token.norm not in self.lexicon.nominals
            and token.norm not in self.lexicon.times
            and token.norm not in self.lexicon.states
        )


def make(text: str, lexicon: Lexicon, scene: Scene) -> Line:
    """Tokenise ``text``, find its times and stock phrases, and decide which words are names."""
    tokens = tokenise(text, lexicon)
    found = clock.find(tokens, lexicon)
    timed = {index: time for time in found for index in range(time.first, time.last)}
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    titled = len(words) > 3 and sum(token.capital for token in words) > 0.85 * len(words)
    norms = [token.norm for token in tokens]
    line = Line(
        text,
        tokens,
        tokens + [_NO_TOKEN] * _MARGIN,
        list(map(lexicon.roles.get, norms)),
        _nominals(norms, lexicon),
        lexicon,
        scene,
        found,
        timed,
        titled,
        _parts(scene.client, lexicon),
        _parts(scene.seller, lexicon),
        [],
        [match for match in phrases.find(tokens, lexicon) if not _is_time(match, tokens, timed)],
    )
    for index in range(len(tokens)):
        line.names.append(_named(line, index))
    return line


def _nominals(norms: list[str], lexicon: Lexicon) -> list[Nominal | None]:
    """Return what each word is as a noun; a pair of words answers before its first word alone."""
    pairs = map(" ".join, zip(norms, [*norms, ""][1:], strict=True))
    return [lexicon.nominals.get(pair) or lexicon.nominals.get(norm) for pair, norm in zip(pairs, norms, strict=True)]


def _is_time(match: Match, tokens: list[Token], timed: dict[int, Time]) -> bool:
    """Say whether the words of a stock phrase are a time instead: "the scrap report of May", "when ready"."""
    month = match.kind == "hedge" and match.first > 0 and tokens[match.first].capital
    return month or (match.kind != "vague" and match.first in timed)


def _parts(names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the names and their single words, role words left out: "wendy allott" is also "wendy"."""
    initials = {name[:1].lower() for name in names}
    parts = {part for name in names for part in name.lower().replace(",", " ").split() if len(part) > 2}
    return frozenset(
        {name.lower() for name in names}
        | initials
        | {part for part in parts if part not in lexicon.roles and part not in lexicon.words}
    )


def _named(line: Line, index: int) -> bool:
    token = line.tokens[index]
    if token.kind != "word":
        return False
    if len(token.text) == 1:
        return _initial(line, index)
    if (token.norm in line.client or token.norm in line.seller) and (token.capital or token.verb is None):
        return True
    if not token.capital or line.titled or index in line.timed or len(token.text) < 2:
        return False
    if token.classes or token.norm in line.lexicon.roles or token.norm in line.lexicon.states:
        return False
    if token.norm in _TITLES:
        return True
    if token.text.isupper() or token.norm in line.lexicon.nominals:
        return False
    before = line.at(index - 1)
    if index > 0 and not line.stops(index - 1) and before.kind in ("word", "clitic", "number"):
        return not (token.verb is not None and before.verb is not None and before.capital)
    return _named_at_head(line, index)


def _initial(line: Line, index: int) -> bool:
    """Recognise "S. walks us", "get F to lend": a single capital that stands for a person."""
    token, after = line.tokens[index], line.at(index + 1)
    if not token.capital or index in line.timed:
        return False
    if after.norm == ".":
        second = line.at(index + 2)
        return second.kind in ("word", "clitic") and second.start > after.end and not second.capital
    if token.text in ("I", "A"):
        return False
    known = token.norm in line.client or token.norm in line.seller
    return (known and line.at(index - 1).kind != "number") or (after.norm == "to" and "b" in line.at(index + 2).codes)


def _named_at_head(line: Line, index: int) -> bool:
    """Decide for a capital at the head of a line or fragment, where it proves nothing by itself."""
    token, after = line.at(index), line.at(index + 1)
    if after.norm in ("will", "'ll", "has", "is") or (after.norm == "'s" and token.norm not in line.lexicon.verbs):
        return True
    plain_noun = after.norm in line.lexicon.nominals
    if token.verb is not None:
        infinitive = after.norm == "to" and "b" in line.at(index + 2).codes and "b" not in token.codes
        return ("s" in after.codes and not plain_noun) or infinitive
    if after.capital and line.role(index + 1) is None and not plain_noun and after.verb is None:
        return True
    if after.norm in _AFTER_NAME or bool(after.codes):
        return True
    if index + 1 >= len(line.tokens) or line.stops(index + 1) or after.norm == "," or index + 1 in line.timed:
        return token.verb is None and len(token.text) > 2 and line.scene.field != "quote" and index > 0
    verbal = after.norm.endswith("ed") or (after.norm.endswith("s") and not after.norm.endswith("ss"))
    return verbal and after.kind == "word" and not after.classes and not plain_noun
