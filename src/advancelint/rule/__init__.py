"""The rule protocol: nodes go in, findings come out. A rule knows plans and readings, never who runs it."""

from advancelint.rule.card import (
    NO_MEND,
    SAFETIES,
    SCOPES,
    SEVERITIES,
    Card,
    Example,
    Find,
    Former,
    Grade,
    Mend,
    Mender,
    Predicate,
    Rule,
    always,
    as_found,
    option_facts,
)
from advancelint.rule.node import NO_GAP, Change, Finding, Gap, Node, Spot, Value
from advancelint.rule.option import NO_OPTIONS, OWN, Option, OptionValue, Origin, option_words

__all__ = [
    "NO_GAP", "NO_MEND", "NO_OPTIONS", "OWN", "SAFETIES", "SCOPES", "SEVERITIES", "Card", "Change", "Example", "Find",
    "Finding", "Former", "Gap", "Grade", "Mend", "Mender", "Node", "Option", "OptionValue", "Origin", "Predicate",
    "Rule", "Spot", "Value", "always", "as_found", "option_facts", "option_words",
]  # fmt: skip
