"""The doctrine's part of the vocabulary: fields that `asked` and `chained` fill."""

from __future__ import annotations

from advancelint.doctrine.dating import FAULTS
from advancelint.doctrine.realism import STRENGTHS
from advancelint.nodes.fieldtype import ACCOUNT, DOCUMENT, STAGE, FieldType, choice, flag, number, words
from advancelint.reading.model import FACETS

STAGES = FACETS["stage"]

ASKED: dict[str, FieldType] = {
    "ready": choice(
        STAGES, "the stage that the plan can stand at when the call comes; each planned call may win one", ACCOUNT,
    ),
    "missing": words("what the ask rests on and lacks, as a clause", ACCOUNT),
    "missing_strength": choice(STRENGTHS, "how surely it is missing: open where only the record is silent", ACCOUNT),
    "first_step": words("the client's act that comes first, to be put after a name", ACCOUNT),
    "low_counts": flag("a dated act of low energy passes in this trade"),
    "smaller_step": words("a client's step that costs less, to be put after a name", ACCOUNT),
    "recurs": flag("the act is a sensible ask at any later stage", ACCOUNT),
    "role": words("the job title of the one who is asked, as the plan gives it", ACCOUNT),
    "asked": words("the name of the one who is asked", ACCOUNT),
    "out_of_reach": flag("the act binds the company and the job title of the one who is asked does not", ACCOUNT),
    "reached": choice(("yes", "no", "unknown"), "whether the one who is to act is in the call", ACCOUNT),
    "present": words("who is in the call, as written", DOCUMENT),
    "host": words("the short name of a client person who is in the call, beside the one who is to act", ACCOUNT),
    "date_fault": choice(FAULTS, "what is wrong with the objective's day", ACCOUNT),
    "call_day": flag("the call that it is for has a day"),
    "commits": flag("the act is one of committing: to agree, to approve, to confirm"),
    "asks": number("acts of the client's that the line joins"),
    "everything": flag("the line orders or signs, and leaves nothing out: all, the whole, both, every"),
    "meeting_only": flag("the line asks for nothing but to meet again"),
    "rewrite": words("an ask in the seller's grammar as the client's sentence; blank where it cannot be turned surely"),
    "exact_rewrite": words(
        "the same, as written but for the turn; blank where it might not say exactly the same", ACCOUNT
    ),
    "fallback_fault": choice(("none", "no-advance", "repeats", "asks-more"), "why a fallback is none", ACCOUNT),
    "repeats": number("earlier calls of the account with the same ask", ACCOUNT),
    "repeats_done": flag("the same ask was made before and is on record as done", ACCOUNT),
}  # fmt: skip
PLAN: dict[str, FieldType] = {
    "home": flag("the file tells the account's chain: the first deal, account or map file of it", ACCOUNT),
    "account_calls": number("calls in all files of the account", ACCOUNT),
    "account_upcoming": number("calls still to come in all files of the account", ACCOUNT),
    "known_client_people": number("client people that the files of the account name", ACCOUNT),
    "stage_given": flag("the plan states a stage, whether it is on the ladder or not"),
    "stage_said": words("the stage as written"),
    "stage_told": choice(STAGES, "the stage on the ladder that this file or another of its account tells", STAGE),
    "objective_told": flag("a file of the account states the sales objective", ACCOUNT),
    "lacks": words("what the sales objective lacks: for whom, how much, by when", ACCOUNT),
    "lacking": number("how many of these three it lacks", ACCOUNT),
    "has_buying_process": flag("a file of the account writes down how the client buys", ACCOUNT),
    "gain_told": flag("the sales objective itself tells what gets better for the client"),
    "win_words": words("the words by which the client's win is ours; blank where it is theirs"),
    "open_seller_steps": number("open next steps that we own"),
    "open_unowned_steps": number("open next steps of which nobody knows who owns them"),
    "paused": flag("the plan says that it rests until a day that is still to come"),
    "continuations": number("past calls in a row, up to the last, that were continuations", ACCOUNT),
    "last_outcome_here": flag("the last outcome stands in this file", ACCOUNT),
    "days_of_rest": number("days since the client's last act on record; -1 where unknown", ACCOUNT),
    "day_limit": number("days that a chain may rest at this stage", STAGE),
    "stale": flag("the chain has rested longer than that", ACCOUNT),
    "close_passed": number("days since the close date passed; 0 while it is still to come"),
    "close_moves": number("how often the close date moved to a later day, by the file's history"),
    "amount": number("the deal's value in whole units of its currency, from front matter, a label or a row of a "
        "table, else the sales objective; -1 where none is stated for sure", DOCUMENT),
    "currency": words("its currency: a code as EUR, a sign that several share as $; blank where unknown", DOCUMENT),
    "economic_buyer": flag("a file of the account names a person as the economic buyer: by their role, behind a "
        "label or in a sentence; what somebody may sign for is not read", ACCOUNT),
    "acting_people": number("client people who act anywhere in the account's calls and steps", ACCOUNT),
    "people_needed": number("client people who should act at this stage", STAGE),
    "single_threaded": flag("fewer than that act, in an account with lines enough to tell", ACCOUNT),
    "stage_evidence": choice(("yes", "no", "unknown"), "whether an act of the stage before is on record", ACCOUNT),
    "stage_before": words("the stage before the plan's", STAGE),
    "evidence_wanted": words("what would show that it was passed, as a clause", STAGE),
    "gap": words("the first stage that the planned acts jump over; blank where there is none", ACCOUNT),
}  # fmt: skip
CALL: dict[str, FieldType] = {
    "when": choice(("day", "week", "none"), "how the call is dated"),
    "has_rationale": flag("the call says why the client sees us or what the call gives them"),
    "cancelled": flag("the call is said not to have taken place, or to have been moved"),
    "unrecorded_days": number("working days since a past call whose outcome no file tells; 0 otherwise", ACCOUNT),
}
STEP: dict[str, FieldType] = {
    "overdue_days": number("days since an open step's exact due date"),
    "ticks": flag("the file ticks off some step, so that an open one means something", DOCUMENT),
    "explained": flag("the step carries a word on why it is late"),
}
OUTCOME: dict[str, FieldType] = {
    "only_warm": flag("it is called an advance and holds nothing but warmth or a brush-off", ACCOUNT),
    "warm_words": words("the warm words"),
}
