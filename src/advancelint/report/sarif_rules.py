"""A rule as SARIF describes it."""

from __future__ import annotations

from advancelint.diagnostic import RuleNote
from advancelint.expressions import expression
from advancelint.report.marked import escape
from advancelint.report.neutral import neutral
from advancelint.report.words import page_of

_PLACEHOLDER = expression(r"\{(\d+)\}")
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# The words that code scanning sorts by, and the least share of findings that were right for each.
_PRECISIONS = (("very-high", 0.97), ("high", 0.9), ("medium", 0.7), ("low", 0.0))


def descriptor(rule: RuleNote) -> dict[str, object]:
    """Return the reportingDescriptor of ``rule``."""
    summary = neutral(rule.summary)
    said = [(title, neutral(words)) for title, words in (("Why", rule.why), ("Instead", rule.instead)) if words]
    more = f"advancelint explain {rule.code}"
    former = {"deprecatedIds": list(rule.former)} if rule.former else {}
    return {
        "id": rule.code,
        **former,
        "name": _pascal(rule.name),
        "shortDescription": {"text": plain(summary)},
        "fullDescription": {"text": plain(" ".join((summary, *(_sentence(words) for _, words in said))))},
        "help": {
            "text": plain("\n".join((summary, *(f"{title}: {words}" for title, words in said), f"More: {more}"))),
            "markdown": "\n\n".join(
                (escape(summary), *(f"**{title}:** {escape(words)}" for title, words in said), f"More: `{more}`")
            ),
        },
        **({"helpUri": page_of(rule.page)} if rule.page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], **_precision(rule.precision)},
    }


def plain(words: str) -> str:
    """Return ``words`` without what SARIF reads as an embedded link or as a placeholder."""
    return _PLACEHOLDER.sub(r"{{\1}}", words.replace("](", "] ("))


def _precision(share: float) -> dict[str, object]:
    if share < 0:
        return {}
    word = next(word for word, least in _PRECISIONS if share >= least)
    return {"precision": word, "measuredPrecision": round(share, 2)}


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words[-1:] in ".!?" else ".")
