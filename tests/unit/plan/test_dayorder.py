"""Which of two numbers is the month, where both may be."""

import pytest

from advancelint.plan.dates import order_in
from advancelint.plan.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Norwood Mills, Tue 12/1/26, 2p", "mdy"),
        ("Norwood Mills, Tue 12/1/2027, 14 h", "dmy"),
        ("Norwood Mills, Fri 12/1/26", ""),
        ("Date: 12/04/2026\n\n| Send the plan | 12/7 |\n| Ring Petra | 12/9 |", "mdy"),
        ("Date: 04/12/2026\n\n| Send the plan | 7/12 |\n| Ring Petra | 9/12 |", "dmy"),
        ("Date: 12/04/2026\n\n| Send the plan | 12/7 |", ""),
        ("Date: 02/04/2026\n\n| Send the plan | 5/3 |\n| Ring Petra | 1/6 |", ""),
        ("Met on 12 May 2026, again on 06/04/2026, 06/05/2026 and 06/08/2026", "dmy"),
    ],
)
def test_the_weekday_or_the_days_beside_it_tell_the_month(text: str, order: str) -> None:
    assert order_in(text, vocabulary()) == order
