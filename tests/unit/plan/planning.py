"""A plan from a text, in one call."""

from advancelint.markdown import parse
from advancelint.plan import Known, Plan, understand
from advancelint.source import Source


def plan_of(text: str, path: str = "plan.md", known: Known | None = None) -> Plan:
    """Understand ``text`` as the file ``path``; nothing is known beside it but a day, unless ``known`` says more."""
    source = Source.of(path, text)
    return understand(source, parse(source), known or Known(as_of="2026-06-01"))
