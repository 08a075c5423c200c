"""A rule as SARIF describes it."""

from __future__ import annotations

from advancelint.diagnostic import RuleNote
from advancelint.report.marked import escape
from advancelint.report.words import page_of

LEVELS = {"error": "error", "warning": "warning", "info": "note"}
# The words that code scanning sorts by, and the least share of findings that were right for each.
_PRECISIONS = (("very-high", 0.97), ("high", 0.9), ("medium", 0.7), ("low", 0.0))


def descriptor(rule: RuleNote) -> dict[str, object]:
    """Return the reportingDescriptor of ``rule``."""
    advice = [("Why", rule.why), ("Instead", rule.instead)]
    said = [(title, sentence) for title, sentence in advice if sentence]
    more = f"advancelint explain {rule.code}"
    former = {"deprecatedIds": list(rule.former)} if rule.former else {}
    return {
        "id": rule.code,
        **former,
        "name": _pascal(rule.name),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": " ".join((rule.summary, *(_sentence(words) for _, words in said)))},
        "help": {
            "text": "\n".join((rule.summary, *(f"{title}: {words}" for title, words in said), f"More: {more}")),
            "markdown": "\n\n".join(
                (escape(rule.summary), *(f"**{title}:** {escape(words)}" for title, words in said), f"More: `{more}`")
            ),
        },
        "helpUri": page_of(rule.page),
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.family], **_precision(rule.precision)},
    }


def _precision(share: float) -> dict[str, object]:
    if share < 0:
        return {}
    word = next(word for word, least in _PRECISIONS if share >= least)
    return {"precision": word, "measuredPrecision": round(share, 2)}


def _pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("-"))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words[-1:] in ".!?" else ".")
