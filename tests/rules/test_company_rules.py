"""The three rules of a company that begins, as cards, on plans as strangers write them."""

from __future__ import annotations

import pytest

from advancelint.cards import load_card
from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.doctrine.account import Account, Sheet
from advancelint.engine import understand
from advancelint.engine.holding import register_of
from advancelint.engine.judge import judge_plan
from advancelint.engine.rehearse import rehearse
from advancelint.engine.run import judge_input
from advancelint.rule import Origin, Rule
from advancelint.source import Source

BUYER = """\
code: ACME101
name: buyer-of-big-deals
summary: Plans over 100 k name the economic buyer.
family: house
severity: error
on: plan
when: {amount: {at_least: $limit}, economic_buyer: false}
at: amount
message: "a deal of {amount} names no economic buyer, and from {limit} on it has to"
why: Nobody signs that much without the person who holds the budget.
options:
  limit: {schema: {type: integer, minimum: 1}, default: 100000, help: the amount from which a buyer has to be named}
examples:
  flagged: [{plan: "# Deal plan: Norwood\\n\\nStage: propose\\nDeal value: EUR 120k\\nEconomic buyer: TBD\\n"}]
  clean: [{plan: "# Deal plan: Norwood\\n\\nStage: propose\\nDeal value: EUR 120k\\nEconomic buyer: Dana Reyes\\n"}]
"""
SYNERGY = """\
code: ACME102
name: no-synergy
summary: No objective says synergy.
family: house
severity: error
on: objective
phrases: {never: [{phrase: synerg*, replacement: effect}], except: [Synergy Foods Ltd]}
message: "“{phrase}” is nothing that a client could do"
why: It hides what the client is to do.
examples:
  flagged: [{text: Ana lists the synergies by 12 June, at: synergies}]
  clean: [{text: Ana sends the log to Synergy Foods Ltd by 12 June}]
"""
FALLBACK = """\
code: ACME103
name: prep-has-fallback
summary: Every prep has a fallback.
family: house
severity: error
on: plan
when: {plan_kind: prep, fallbacks: 0}
message: this prep has no fallback
why: Without one a no ends the call.
examples:
  flagged: [{plan: "# Call prep: Perrin, 2026-06-12\\n\\nObjective: Ana sends the log by 16 June.\\n"}]
  clean: [{plan: "# Call prep: Perrin, 2026-06-12\\n\\nObjective: Ana sends it.\\nFallback: Ana asks Bo.\\n"}]
"""
RULES = [load_card("acme/card.yaml", text, Origin("local", "packs")) for text in (BUYER, SYNERGY, FALLBACK)]

PLANS: dict[str, tuple[str, list[tuple[int, str]]]] = {
    "table": (
        """\
# Deal plan: Hartwell Foods × Brightloom

| Item | Detail |
| --- | --- |
| Account | Hartwell Foods |
| Stage | Propose |
| Deal value | € 120.000 |
| Close date | 30 September 2026 |
| Economic buyer | Dana Reyes, CFO |

## Call 2026-06-10
Objective: Dana signs the pilot order by 19 June.
""",
        [],
    ),
    "front": (
        """\
---
type: deal
account: Ostby Doors
stage: evaluate
amount: 250000
currency: CHF
economic_buyer: TBD
---
# Ostby Doors

Sales objective: Ostby Doors signs for 40 doors by 30 November 2026.
""",
        [(5, "ACME101")],
    ),
    "german": (
        """\
# Kundenplan: Tannhof Molkerei

**Phase:** Angebot
**Auftragswert:** 1,2 Mio. €
**Wirtschaftlicher Entscheider:** Frau Kerstin Lohmann (Geschäftsführerin)

## Gespräch am 10.06.2026
Ziel: Frau Lohmann unterschreibt den Testvertrag bis 20.06.2026.
""",
        [],
    ),
    "meddpicc": (
        """\
# Halvorsen deal review

Account: Halvorsen Marine
Stage: negotiate
ACV: $85k

## MEDDPICC

| Letter | Element | What we know | Score |
| --- | --- | --- | --- |
| M | Metrics | 12 % less fuel | 4 |
| E | Economic buyer | not yet identified | 1 |
| D | Decision criteria | price, uptime | 3 |
| C | Champion | Ole Vik | 4 |
""",
        [],
    ),
    "meddic-list": (
        """\
# Deal: Quillmark Print

- Stage: align
- Value: EUR 120k
- **M**etrics: 3 days saved
- **E**conomic Buyer: Priya Nair
- **D**ecision process: board
""",
        [],
    ),
    "prose": (
        """\
# Account plan: Castermill Textiles

Castermill is evaluating our loom software. The deal is worth about EUR 140,000 and should close in Q4.
Tom Aldous, the operations director, holds the budget and signs anything above 50k. Stage: evaluate.

Sales objective: Castermill orders two looms (EUR 140k) by 15 December 2026.

## Call 2026-06-10
Objective: Tom shares the trial data by 20 June.
""",
        [],
    ),
    "prep-without-fallback": (
        """\
# Call prep — Perrin Chemicals, 2026-06-12

Attendees: Julie Perrin (plant manager)
Objective: Julie sends the scrap log by 16 June so we unlock synergies.
""",
        [(1, "ACME103"), (4, "ACME102")],
    ),
    "prep-with-fallback": (
        """\
# Call prep — Perrin Chemicals, 2026-06-12

Attendees: Julie Perrin (plant manager)
Objective: Julie sends the scrap log by 16 June to Synergy Foods Ltd.
Fallback: Julie names the colleague who has the log.
""",
        [],
    ),
    "people": (
        """\
# Deal: Marden Rail

Stage: discover
Deal size: 1.2m GBP

## People
| Name | Role | Side |
| --- | --- | --- |
| Uma Petrov | CFO, economic buyer | client |
| Jon Fisk | Account executive | us |
""",
        [],
    ),
    "small": (
        """\
# Deal: Bayhurst

Stage: propose
Opportunity value: 85k EUR
Economic buyer: ?
""",
        [],
    ),
    "french": (
        """\
# Plan de compte : Mareval

Étape : proposition
Montant : 250 000 €
Décideur économique : Luc Garnier

## RDV 10/06/2026
Objectif : Luc Garnier signe la lettre d'intention avant le 20/06/2026.
""",
        [],
    ),
    "heading": (
        """\
# Deal plan: Norwood

Stage: propose

## Deal value

CHF 250'000 (list price, one-off)

## Economic buyer

Not met yet. We think it is the CFO.
""",
        [(7, "ACME101")],
    ),
    "synergy": (
        """\
---
type: prep
account: Vantoor
date: 2026-06-18
objective: Mara agrees to a SYNERGY-driven test by 25 June
---
# Vantoor visit
""",
        [(5, "ACME102"), (7, "ACME103")],
    ),
    "unsure": (
        """\
# Deal: Velantis

Stage: discover
Deal value: 100-150k
Budget: unknown
Economic buyer: the CFO
""",
        [],
    ),
}


def judged(text: str) -> tuple[Diagnostic, ...]:
    settings = Settings(as_of="2026-06-01")
    found = judge_input(RULES, Source.of("plan.md", text), settings, register=register_of(RULES))
    assert found.failures == ()
    assert found.status == "plan"
    return found.diagnostics


@pytest.mark.parametrize("name", PLANS)
def test_the_rules_of_a_company_find_what_a_reader_would(name: str) -> None:
    text, found = PLANS[name]
    assert [(one.start.line, one.code) for one in judged(text)] == found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_examples_of_the_cards_hold(rule: Rule) -> None:
    assert all(any(one.code == rule.code for one in rehearse([rule], example)) for example in rule.card.flagged)
    assert not any(rehearse([rule], example) for example in rule.card.clean)


def test_the_message_quotes_the_amount_as_written() -> None:
    (found,) = judged(PLANS["heading"][0])
    assert found.message == "a deal of CHF 250'000 names no economic buyer, and from 100000 on it has to"


def test_an_option_moves_the_limit() -> None:
    dear = load_card("acme/card.yaml", BUYER, Origin("local", "packs"), {"limit": 300_000})
    assert not rehearse([dear], dear.card.flagged[0])


SECOND_FILE = """\
# Call notes: Norwood, 2026-05-20

Economic buyer: Dana Reyes
Outcome: advance. She sent the log.
"""


def test_another_file_of_the_account_can_name_the_buyer() -> None:
    text, _ = PLANS["heading"]
    settings = Settings(as_of="2026-06-01")
    source, other = Source.of("plan.md", text), Source.of("notes.md", SECOND_FILE)
    sheets = (Sheet(understand(other, settings), SECOND_FILE),)
    found = judge_plan(RULES, source, understand(source, settings), settings, Account(beside=sheets))
    assert [one.code for one in found.diagnostics] == []
