"""Tells pages about how a team works from plans: "How we prepare a call", "Call plan cheat sheet", "Bid process".

They have all labels of a plan and examples of goals, good and bad, and are about no client.
"""

from __future__ import annotations

import re

from advancelint.expressions import expression

_DONE = (
    r"(?:do|run|use|prepare|prep|write|handle|plan|keep|hold|work|make|take|fill|record|log|report|review|call|sell|visit"
    r"|track|qualify|talk|set up|file|submit|score|rate|judge|name|send)"
)
_TITLE = expression(
    # "How we chase options (group desk)"; "How we win Norwood" is a plan's, as a file's name may be without capitals
    rf"(?-i:^How we [a-z]+(?: [a-z-]+)+(?:$| ?\())|\bhow (?:we|you|i) {_DONE}\b"
    r"|\bsales kick-?offs?\b|\bSKO\b|\bbattle-? ?cards?\b|\bhow-?to\b"
    r"|\bdoctrine\b|\b(?:rules?|stage|field) (?:catalog(?:ue)?|model|reference)s?\b"
    r"|\bcheat ?sheets?\b|\b(?:procedure|policy|standard|guideline) \d"
    # "Bid process (public sector)", and no "Norwood: their buying process"
    r"|(?<!buying )(?<!decision )(?<!evaluation )\bprocess(?=\s*(?:$|\(|[–—-] ?v?\d))"
    r"|\bwie wir (?:[^\W\d_]+ ){0,2}(?:arbeiten|planen|schreiben|machen|vorbereiten|führen)\b"
    r"|\bcomment (?:nous|on) (?:prépar|fai|rédig|rempli|men)\w+"
    r"|\bcómo (?:preparamos|hacemos|escribimos|rellenamos|llevamos)\b"
    r"|\bcomo (?:preparamos|fazemos|escrevemos|preenchemos|conduzimos)\b",
    re.IGNORECASE,
)

# Of a sale that is over, told to the team: "Why we lost Norwood", "Won deal debrief"
_LOOK_BACK = expression(
    r"\bwhy (?:we(?: have|'ve|’ve)? lost|did we lose)\b"
    r"|\bwhat (?:did we|we) (?:get|got|do|did) wrong\b|\blessons learn(?:ed|t)\b"
    r"|\bwin[ /-]+loss\b|\b(?:lost|won) (?:deal|order|bid|tender|pitch)s? (?:review|analysis|debrief)\b"
    r"|\b(?:post|pre)[ -]?mortem\b|\bwarum wir (?:\w+ )?verloren\b|\bpourquoi (?:nous avons|on a) perdu\b"
    r"|\bpor qué perdimos\b|\bpor que perdemos\b",
    re.IGNORECASE,
)

# What is one only of a sale that is lost: "Lost: Norwood. What did we learn?", "Looking back: three lost tenders".
# "What we learned on 3 Dec" is a title of notes.
_LEARNING = expression(
    r"\bwhat (?:did we|we) (?:learn(?:ed|t)?|t(?:ake|ook)(?: away)?)\b|\btake-?aways?\b"
    r"|\blooking back\b|\bretro(?:spective)?\b|\brückblick\b|\bretrospectiva\b",
    re.IGNORECASE,
)
_LOST = expression(r"\b(?:lost|lose|losing|losses?|verloren\w*|perdus?|perdid[oa]s?)\b", re.IGNORECASE)

# "Owner: Marcy Hume. Applies to all branches", "Valid from 1 May": what rules say of themselves above all else.
_GOVERNED = expression(
    r"(?:^|[.;|] )[*_ ]*(?:(?:applies|valid) (?:to|from|as of)|(?:gilt|gültig) (?:für|ab)|s'applique (?:à|dès)"
    r"|valable (?:dès|à partir)|(?:se aplica|aplica-se|válid[ao]s?) (?:a|desde|a partir)) ",
    re.IGNORECASE | re.MULTILINE,
)
_TOP, _LONGEST = 5, 600  # lines and characters


def is_governed(text: str) -> bool:
    """Say whether the first lines of a text say to whom it applies."""
    return _GOVERNED.search("\n".join(text[:_LONGEST].split("\n", _TOP)[:_TOP])) is not None


def looks_back(title: str) -> bool:
    """Say whether a title, or a file's name with blanks for its marks, tells of a look back at a sale that is over."""
    lost = _LEARNING.search(title) is not None and _LOST.search(title) is not None
    return lost or _LOOK_BACK.search(title) is not None


def is_of_practice(title: str) -> bool:
    """Say whether a title, or a file's name with blanks for its marks, is that of a page about how a team works."""
    return _TITLE.search(title) is not None
