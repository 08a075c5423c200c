"""The working form of a line: its tokens, its times, its scene, and the questions asked of single tokens."""

from __future__ import annotations

from functools import lru_cache

from advancelint.reading.lexicon import Lexicon, Nominal, Role
from advancelint.reading.model import Scene
from advancelint.reading.moments import Time
from advancelint.reading.phrases import Match
from advancelint.reading.tokens import MOST_TOKENS, Token
from advancelint.records import NamedTuple

TITLES = frozenset(("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "herr", "frau", "mme", "st"))
_STOPS = frozenset((";", "!", "?", "|", "…", "...", "•", "⇒"))
_GIVEN = ("determiner", "our", "their", "your", "us", "them")
_CLOSERS = {"(": ")", "[": "]", "{": "}"}
NO_TOKEN = Token("", "", "none", 0, 0, None, "", frozenset(), False)


@lru_cache(maxsize=4)
def _agent_endings(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(lexicon.groups["agent-endings"])


class Line(NamedTuple):
    """The working form of a passage. All indices below are token indices.

    ``times`` can date an act, ``asides`` are the other times. ``padded`` is ``tokens`` with empty tokens behind, so
    that a look before the first or past the last token finds one.
    """

    text: str
    tokens: list[Token]
    padded: list[Token]
    roles: list[Role | None]
    nominals: list[Nominal | None]
    lexicon: Lexicon
    scene: Scene
    times: list[Time]
    asides: list[Time]
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
            return NO_TOKEN

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
        if token.kind == "word":
            return False
        if token.kind in ("dash", "arrow") or token.norm in _STOPS:
            return True
        if token.norm == ".":
            before, after = self.at(index - 1), self.at(index + 1)
            short = len(before.text) <= 5 and (self.role(index + 1) is not None or before.norm != before.text.lower())
            initial = len(before.text) == 1 and before.text.isupper()
            return before.norm not in TITLES and not initial and not (short and after.kind == "word")
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

    def is_given(self, index: int) -> bool:
        """Say whether what begins at ``index`` is surely an object: "the log", "our plan", "us", "two units"."""
        token = self.at(index)
        return token.kind == "number" or any(token.has(name) for name in _GIVEN)

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
            and len(token.norm) > 5
            and token.norm.endswith(_agent_endings(self.lexicon))
            and token.norm not in self.lexicon.nominals
            and token.norm not in self.lexicon.times
            and token.norm not in self.lexicon.states
        )
