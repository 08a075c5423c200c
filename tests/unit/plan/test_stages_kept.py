"""The stage that a note says stands in a system, in a column by blanks, or before one that is still to come."""

import pytest
from planning import plan_of

NOTE = "---\ntype: call-notes\naccount: Norwood Mills\ndate: 2026-05-14\n---\n# Norwood Mills\n\n{}\n"


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("CRM: Negotiation", "negotiate"),
        ("CRM says Discovery, I'd say that is right.", "discover"),
        ("Stage in the system says Expand, which is right.", "expand"),
        ("It is at **Qualified** in the CRM since March.", "discover"),
        ('In your CRM it\'s in "5 Negotiation".', "negotiate"),
        ("Owner: Jo Berg · Salesforce stage **4 – Proposal delivered**", "propose"),
        ("worth       900k\nstage       Qualify\nclose       in spring", "discover"),
        ("STAGE Negotiating          VALUE 214,000", "negotiate"),
        ("stage as of 12/6: Evaluation", "evaluate"),
        ("Client since 2019, phase **Expansion**", "expand"),
        ("**Stage:** Discovery -> moving to Proposal", "discover"),
        ("**Stage:** Discovery -> Proposal", "propose"),
        ("**Status:** Negotiation – at risk", "negotiate"),
        ("Newest first. Currently: Negotiation", "negotiate"),
        ("Ana runs it.\nStatus: evaluating options, no quote yet.", "evaluate"),
        ("With: Ana\nStage after call: 2 -> 3 (Qualified)", "discover"),
        ("Where it is: survey done, bids in", "propose"),
        ("Their funnel is full and the system works.", ""),
        ("In the pipeline: two more mills.", ""),
    ],
)
def test_the_stage_is_read_where_people_write_it(text: str, stage: str) -> None:
    assert plan_of(NOTE.format(text)).stage.value == stage
