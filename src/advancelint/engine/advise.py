"""What a plan could ask for next, and how ripe it is."""

from __future__ import annotations

from advancelint.config import Settings
from advancelint.doctrine.maturity import Maturity, maturity_of
from advancelint.doctrine.suggest import Suggestion, suggestions
from advancelint.doctrine.view import View
from advancelint.engine.intake import Trouble
from advancelint.engine.neighbours import Neighbours
from advancelint.nodes import deadline_for
from advancelint.records import NamedTuple
from advancelint.source import Source
from advancelint.suppress import quieted


class Advice(NamedTuple):
    """Suggestions for one plan. ``why_not`` says why there are none, "" where there are.

    ``by`` words a deadline: a week after the next call.
    """

    path: str
    account: str
    stage: str
    question: str
    suggestions: tuple[Suggestion, ...]
    maturity: Maturity
    why_not: str
    by: str = "by <date>"


NO_MATURITY = Maturity("draft", ())


def advise(taken: Source | Trouble, settings: Settings, neighbours: Neighbours) -> Advice:
    """Return the advice for what `intake` made of a file; raises nothing for what the file holds."""
    if isinstance(taken, Trouble):
        return Advice(taken.source.path, "", "unknown", "", (), NO_MATURITY, taken.reason)
    taken = quieted(taken)
    plan = neighbours.plan_of(taken)
    if not plan.is_plan:
        why = plan.passed_over[0].why if plan.passed_over else "it is no plan"
        return Advice(taken.path, "", "unknown", "", (), NO_MATURITY, why)
    account = neighbours.around(plan)._replace(
        text=taken.text, profile=settings.profile, stale_days=settings.stale_days
    )
    view = View(plan, settings.as_of, account)
    stage = view.ladder.stages.get(view.stage)
    found = () if view.closed else tuple(suggestions(view))
    why_not = "" if found else _why_none(view)
    name = plan.account.value or plan.title.value
    question = stage.question if stage else ""
    following = next((entry.call for entry in view.upcoming if entry.day), None)
    by = deadline_for(None, following)
    return Advice(taken.path, name, view.stage, question, found, maturity_of(view), why_not, by)


def _why_none(view: View) -> str:
    if view.closed:
        return "this deal is closed"
    if view.stage not in view.ladder.stages:
        return "the stage of this plan is not known; write “stage: …” into it"
    return "everything that fits this stage is done or planned"
