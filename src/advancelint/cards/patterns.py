"""Compiles the regular expressions of cards, and refuses those that could take for ever on a hostile line."""

from __future__ import annotations

import re

# A line longer than this is cut before it is matched: one unbounded repeat is then at worst quadratic in it.
MATCHED_LENGTH = 2_000


class PatternError(Exception):
    """An expression that is broken or unsafe; ``offset`` is a 0-based index into it."""

    def __init__(self, message: str, offset: int) -> None:
        """Say what is wrong, and where in the expression."""
        super().__init__(message)
        self.message = message
        self.offset = offset


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """Compile ``pattern``; case counts unless it says ``(?i)``. Raises PatternError."""
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"this is no regular expression: {error}", getattr(error, "pos", 0) or 0) from error
    _refuse_nested_repeats(pattern)
    return compiled


def _refuse_nested_repeats(pattern: str) -> None:
    """Refuse a repeat of a group that itself repeats or chooses, as in ``(a+)+`` or ``(a|ab)*``."""
    flexible = [False]  # for each open group: does it hold a repeat or an alternative?
    closed = False  # whether the atom just read was a flexible group
    index = 0
    while index < len(pattern):
        character = pattern[index]
        if character == "\\":
            index, closed = index + 1, False
        elif character == "[":
            index, closed = _class_end(pattern, index), False
        elif character == "(":
            flexible.append(False)
            closed = False
            index += 1 if pattern[index + 1 : index + 2] == "?" else 0
        elif character == ")":
            closed = flexible.pop() if len(flexible) > 1 else False
            flexible[-1] = flexible[-1] or closed
        elif character in "*+{":
            if closed:
                raise PatternError("a repeated group must not itself repeat or choose", index)
            flexible[-1] = True
        elif character in "|?":
            flexible[-1] = True
            closed = False
        else:
            closed = False
        index += 1


def _class_end(pattern: str, start: int) -> int:
    index = start + 1
    index += pattern[index : index + 1] == "^"
    index += pattern[index : index + 1] == "]"
    while index < len(pattern) and pattern[index] != "]":
        index += 2 if pattern[index] == "\\" else 1
    return index
