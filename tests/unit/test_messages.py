"""Sentences of cards with the words of a plan in their slots."""

from __future__ import annotations

import pytest

from advancelint.cards.message import fill


@pytest.mark.parametrize(
    ("days", "late"),
    [("1", "“send it” is 1 day late"), ("2", "“send it” is 2 days late"), ("11", "“send it” is 11 days late")],
)
def test_one_day_is_no_days(days: str, late: str) -> None:
    assert fill("“{text}” is {overdue_days} days late", {"text": "send it", "overdue_days": days}) == late


def test_one_working_day_is_no_days_either() -> None:
    assert fill("{unrecorded_days} working days ago", {"unrecorded_days": "1"}) == "1 working day ago"
    assert fill("{unrecorded_days} working days ago", {"unrecorded_days": "21"}) == "21 working days ago"
