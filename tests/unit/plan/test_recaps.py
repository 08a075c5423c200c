"""Mails that recap a call, and mutual plans that only their steps tell the parties of."""

import pytest
from planning import plan_of

from advancelint.plan import Known

AUTUMN = Known(as_of="2026-11-30")
HEAD = (
    "From: Odile Ferrand\nTo: Marcus Teale; Bronagh Quill\nDate: Thu, 26 Nov 2026 17:12\n"
    "Subject: our call yesterday\n\n"
)
PROMISES = (
    "1) Bronagh runs the carrier upload with your own data, by Wednesday 2 December.\n"
    "2) Marcus will ask legal whether the contract still stands.\n"
)


@pytest.mark.parametrize(
    "thanks",
    ["Thank you both for the hour yesterday.", "Thanks for coming out to the yard.", "So after our call yesterday:"],
)
def test_a_mail_that_recaps_a_call_is_a_note_of_it(thanks: str) -> None:
    plan = plan_of(f"{HEAD}Dear Marcus, dear Bronagh,\n\n{thanks}\n\n{PROMISES}\nBest\nOdile\n", "mail.md", AUTUMN)
    assert plan.kind == "notes"
    assert len(plan.next_steps) == 2


@pytest.mark.parametrize(
    "text",
    [
        f"{HEAD}Dear both,\n\nThank you for the hour yesterday. The canteen is closed on 2 December.\n\nBest\nOdile\n",
        f"Dear both,\n\nThank you for the hour yesterday.\n\n{PROMISES}\nBest\nOdile\n".replace(
            "yesterday", "you gave"
        ),
    ],
)
def test_thanks_alone_or_no_mail_at_all_is_no_recap(text: str) -> None:
    assert plan_of(text, "mail.md", AUTUMN).kind == "none"


JOINT = """# Norwood Mutual / claims intake / joint plan

Tallow keeps this page, everybody may edit.

**Week of 23 Nov**

- [x] Norwood (Leonie): give Tallow read access to the mailbox, 24 Nov
- [x] Tallow (Ben): sort 500 old mails by claim type, 27 Nov

**Week of 30 Nov**

- [ ] Norwood (Leonie): check 100 of the 500 by hand, 2 Dec
- [ ] Tallow (Ben): explain every misfit in one line each, 3 Dec
- [ ] Both: sign the order form, 22 Jan 2027
"""


def test_two_companies_that_lead_the_steps_are_the_parties() -> None:
    plan = plan_of(JOINT, "joint-list.md", AUTUMN)
    assert plan.kind == "map"
    assert plan.account.value == "Norwood Mutual"
    assert [one.side for one in plan.next_steps] == ["client", "seller", "client", "seller", "both"]


def test_the_company_behind_a_name_with_its_letters_tells_the_side() -> None:
    text = (
        "# Norwood Resorts <> Tallow Payroll - road to go-live\n\nKT = Keoni Tavares, HR director, Norwood\n"
        "WR = Wes Rademaker, Tallow\n\n- [x] KT: shares headcount by property\n- [x] WR: ROI sheet\n"
        "- [ ] KT + WR: contract call - 12/10\n"
    )
    plan = plan_of(text, "map.md", AUTUMN)
    assert {one.name: one.side for one in plan.people} == {"Keoni Tavares": "client", "Wes Rademaker": "seller"}
    assert [one.side for one in plan.next_steps] == ["client", "seller", "both"]
