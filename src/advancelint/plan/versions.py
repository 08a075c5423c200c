"""Takes from a label which version of a part it heads: "Revised goals", "Goals now"."""

from __future__ import annotations

from collections.abc import Collection

# What is written anew in a plan, beside its older form. People and companies are not: a "current supplier" is no label.
ROLES = frozenset({"objective", "primary", "fallback", "sales-objective", "next-step", "stage"})


def without(label: str, told: Collection[str]) -> str:
    """Return a label, folded as `normalise` does, without the words ``told`` for versions; "" where it has no other."""
    words = label.split()
    while words and words[0] in told:
        del words[0]
    while words and words[-1] in told:
        del words[-1]
    return " ".join(words)
