"""Compiles the regular expressions of cards, and refuses those that could take for ever on a hostile line."""

from __future__ import annotations

import re
from functools import lru_cache

from advancelint.cards.pattern_cost import steps_of
from advancelint.cards.pattern_tree import Unknown
from advancelint.expressions import expression

# A line longer than this is cut before it is matched, so that the steps of an expression have a bound.
MATCHED_LENGTH = 2_000
# What is quadratic in such a line takes some 4 million steps for each part; what is cubic takes 8 000 million.
MOST_STEPS = 1.5e8
_LONGEST = 1_000
_LEADING = expression(r"\A((?:\(\?[aimsu]+\))?)\.\*\??(?![+*?{])")
_DOUBTED = expression(r"--|&&|~~|\|\||\[[^\]]*\[", re.DOTALL)  # of which sets Python warns: "[a-z--b]", "[[a]"
_REPEAT = expression(r"[*+?{]")


class PatternError(Exception):
    """An expression that is broken or unsafe; ``offset`` is a 0-based index into it."""

    def __init__(self, message: str, offset: int) -> None:
        """Say what is wrong, and where in the expression."""
        super().__init__(message)
        self.message = message
        self.offset = offset


@lru_cache(maxsize=512)
def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern``; case counts unless it says ``(?i)``. Raises PatternError."""
    if len(pattern) > _LONGEST:
        raise PatternError(f"an expression has at most {_LONGEST} characters", 0)
    if not _DOUBTED.search(pattern):
        return _compiled(pattern)
    import warnings  # which hardly a run needs

    # What they may mean to a Python to come is no word for whoever runs the tool, and under -W error no failure.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        return _compiled(pattern)


def _compiled(pattern: str) -> re.Pattern[str]:
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"this is no regular expression: {error}", getattr(error, "pos", 0) or 0) from error
    # Whether something is found does not hang on what may stand before it.
    short = _LEADING.sub(r"\1", pattern)
    if short != pattern:
        compiled = re.compile(short)
    _refuse_slow(short, compiled)
    return compiled


def _refuse_slow(pattern: str, compiled: re.Pattern[str]) -> None:
    try:
        slow = steps_of(pattern, compiled, MATCHED_LENGTH) > MOST_STEPS
    except Unknown:
        # Without the tree only what has a single repeat is surely fast enough.
        slow = len(_REPEAT.findall(pattern)) > 1
    except RecursionError as error:
        raise PatternError("this expression is nested too deeply", 0) from error
    if slow:
        raise PatternError(_SLOW, 0)


_SLOW = (
    "this expression could take for ever on a hostile line: its repeats can share the same words in too many ways. "
    "Repeat what cannot be what follows (“[^,]*,”), or ask for the parts one by one: "
    "{all: [{matches: …}, {matches: …}]}"
)
