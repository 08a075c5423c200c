"""Makes a line ready for parsing: cuts it into tokens and finds its times, stock phrases and names."""

from __future__ import annotations

from functools import lru_cache

from advancelint.reading import phrases
from advancelint.reading import times as clock
from advancelint.reading.lexicon import Lexicon, Nominal
from advancelint.reading.line import NO_TOKEN, Line
from advancelint.reading.model import Scene
from advancelint.reading.moments import Time
from advancelint.reading.names import named
from advancelint.reading.phrases import Match
from advancelint.reading.tokens import Token, tokenise

# Questions about the neighbourhood of a token look this far beyond the line's ends without a second thought.
_MARGIN = 24


def make(text: str, lexicon: Lexicon, scene: Scene) -> Line:
    """Tokenise ``text``, find its times and stock phrases, and decide which words are names."""
    tokens = tokenise(text, lexicon)
    every = clock.find(tokens, lexicon)
    found = [time for time in every if time.role == "due"]
    timed = {index: time for time in found for index in range(time.first, time.last)}
    words = [token for token in tokens if token.kind == "word" and len(token.text) > 3]
    titled = len(words) > 3 and sum(token.capital for token in words) > 0.85 * len(words)
    norms = [token.norm for token in tokens]
    line = Line(
        text,
        tokens,
        tokens + [NO_TOKEN] * _MARGIN,
        list(map(lexicon.roles.get, norms)),
        _nominals(norms, lexicon),
        lexicon,
        scene,
        found,
        [time for time in every if time.role != "due"],
        timed,
        titled,
        _parts(scene.client, lexicon),
        _parts(scene.seller, lexicon),
        [],
        _stock(tokens, lexicon, timed),
    )
    for index, token in enumerate(tokens):
        # A word without a capital is no name that the plan does not know.
        may_be = token.capital or token.norm in line.client or token.norm in line.seller
        line.names.append(may_be and named(line, index))
    return line


def _nominals(norms: list[str], lexicon: Lexicon) -> list[Nominal | None]:
    """Return what each word is as a noun; a pair of words answers before its first word alone."""
    known, openers = lexicon.nominals, _pair_openers(lexicon)
    return [
        (known.get(f"{norm} {after}") if norm in openers else None) or known.get(norm)
        for norm, after in zip(norms, [*norms, ""][1:], strict=True)
    ]


@lru_cache(maxsize=4)
def _pair_openers(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in lexicon.nominals if " " in name)


def _stock(tokens: list[Token], lexicon: Lexicon, timed: dict[int, Time]) -> list[Match]:
    """Return the stock phrases of a line that mean what they say."""
    return [
        match
        for match in phrases.find(tokens, lexicon)
        if not _is_time(match, tokens, timed) and not _is_asked(match, tokens, lexicon)
    ]


def _is_time(match: Match, tokens: list[Token], timed: dict[int, Time]) -> bool:
    """Say whether the words of a stock phrase are a time instead: "the scrap report of May", "when ready"."""
    month = match.kind == "hedge" and match.first > 0 and tokens[match.first].capital
    return month or (match.kind != "vague" and match.first in timed)


def _is_asked(match: Match, tokens: list[Token], lexicon: Lexicon) -> bool:
    """Say whether a modal or an "if" is of a question inside the line: "says who may sign", "asks if they take it"."""
    first, before = tokens[match.first], tokens[match.first - 1] if match.first else NO_TOKEN
    if match.kind == "hedge" and match.last == match.first + 1 and first.has("modal"):
        plain = before.has("we") or before.has("preposition")  # "ten vans that we may inspect", "a week in may"
    elif match.kind == "condition" and first.norm == "if":
        answered = match.first + 1 < len(tokens) and tokens[match.first + 1].norm in ("yes", "so")
        plain = answered or before.lemma in lexicon.groups["asks-when"]
    else:
        return False
    return plain or _in_question(tokens, match.first)


def _in_question(tokens: list[Token], at: int) -> bool:
    """Say whether a question begins before ``at`` with no mark between: "what the fund may run short of"."""
    for index in range(at - 1, 0, -1):
        if tokens[index].kind not in ("word", "number", "clitic"):
            return False
        if tokens[index].has("question") or tokens[index].has("relative"):
            return True
    return False


@lru_cache(maxsize=8)
def _parts(names: frozenset[str], lexicon: Lexicon) -> frozenset[str]:
    """Return the names and their single words, role words left out: "wendy allott" is also "wendy"."""
    initials = {name[:1].lower() for name in names}
    parts = {part for name in names for part in name.lower().replace(",", " ").split() if len(part) > 2}
    return frozenset(
        {name.lower() for name in names}
        | initials
        | {part for part in parts if part not in lexicon.roles and part not in lexicon.words}
    )
