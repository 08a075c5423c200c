"""Takes from a label which version of a part it heads: "Revised goals", "Goals now"."""

from __future__ import annotations

# What is written anew in a plan, beside its older form. People and companies are not: a "current supplier" is no label.
ROLES = frozenset({"objective", "primary", "fallback", "sales-objective", "next-step", "stage"})
_WORDS = frozenset({
    "now", "new", "revised", "updated", "current", "original", "initial", "final", "latest", "neu", "neue", "neues",
    "aktuell", "aktuelle", "aktuelles", "nouvel", "nouveaux", "actuel", "nuevo", "nuevos", "actual", "novo", "novos",
})  # fmt: skip


def without(label: str) -> str:
    """Return a label, folded as `normalise` does, without the words that tell its version; "" where it has no other."""
    words = label.split()
    while words and words[0] in _WORDS:
        del words[0]
    while words and words[-1] in _WORDS:
        del words[-1]
    return " ".join(words)
