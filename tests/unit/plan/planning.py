"""A plan from a text, in one call."""

import pytest

from advancelint.markdown import parse
from advancelint.plan import Known, Plan, understand
from advancelint.plan.weighing import Scales
from advancelint.source import Source


def plan_of(text: str, path: str = "plan.md", known: Known | None = None) -> Plan:
    """Understand ``text`` as the file ``path``; nothing is known beside it but a day, unless ``known`` says more."""
    source = Source.of(path, text).with_line_feeds()
    return understand(source, parse(source), known or Known(as_of="2026-06-01"))


def let_weigh(monkeypatch: pytest.MonkeyPatch, text: str, **likely: float) -> None:
    """Let the unit with the words ``text`` be as ``likely`` each kind of thing that is named, whatever its signs."""
    weighed = Scales.chances

    def chances(scales: Scales, what: str) -> list[float]:
        pairs = zip(scales.units, weighed(scales, what), strict=True)
        return [likely.get(what, 0.0) if unit.words.text == text else chance for unit, chance in pairs]

    monkeypatch.setattr(Scales, "chances", chances)
