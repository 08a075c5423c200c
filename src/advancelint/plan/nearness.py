"""Tells near which day the dates of a plan without a year lie, and on which day it was written."""

from __future__ import annotations

from datetime import date, timedelta

from advancelint.expressions import expression
from advancelint.paths import name_of
from advancelint.plan import dates, moments, pathdays, raw_lines, titles, written, years
from advancelint.plan.front import Front
from advancelint.plan.model import Known
from advancelint.plan.outline import Outline
from advancelint.plan.periods import Anchor, numbered_week
from advancelint.plan.vocabulary import Vocabulary
from advancelint.source import Source

# "call-list-wk45.md", "Week 45 calls": what is for a week is written before it begins.
_WEEK = expression(r"(?:^|[^\W\d_]\W|[\W_])(?i:wk|week|kw|cw|woche|semaine|semana)[-_ .]{0,2}(\d{1,2})(?!\d)")
_QUARTER = 92  # days


def find(source: Source, outline: Outline, fronted: Front, words: Vocabulary, known: Known) -> tuple[str, str]:
    """Return the day near which dates without a year lie, and that of writing, "" where nothing tells it; both ISO."""
    # Neither comments nor blanks at the ends of lines tell a day, nor may they fill what is looked at.
    lines = raw_lines.without_comments(source.text).split("\n")
    source = source._replace(text="\n".join(map(str.rstrip, lines)))
    told = pathdays.in_path(source.path, words) or written.stamp(source.text, words)
    near = _near(source, outline, fronted, words, known, told)
    told = told or _before_week(_titled(source, outline), near)
    return near, told or (written.find(source.text, words, near).day if written.DICTATED.match(source.text) else "")


def _near(source: Source, outline: Outline, fronted: Front, words: Vocabulary, known: Known, told: str) -> str:
    """Return the day near which dates without a year lie.

    It is that of the call, of a heading or of the path, the year of an account plan, the day of writing, the first full
    date at the top, the middle one of all, that of the close; without any, the document's day nearest to as-of. A day
    of the file's name that has no year is near to that.
    """
    texts = [scalar.text for scalar in fronted.texts("call-date")]
    texts += [statement.value.text for statement in outline.statements if statement.plays("call-date")]
    texts += [section.title for section in outline.sections[1:]]
    for text in texts:
        found = next((one.iso for one in dates.find(text, words) if one.iso), "")
        if found:
            return found
        # "21–24 Sept 2026": a range that names its year tells it as well
        spans = (one.period.start for one in moments.find(text, words, Anchor("")) if one.period.precision == "range")
        ranged = next((start for start in spans if start), "")
        if ranged:
            return ranged
    if told:
        return told
    told = _until(titles.year(_titled(source, outline), words), known.as_of)
    told = told or _not_far(written.topmost(source.text, words), known.as_of)
    middle = _not_far(written.middle(source.text, words, known.as_of), known.as_of)
    near = years.as_weekdays(source.text, told or middle, words)
    return pathdays.in_path(source.path, words, near) or near  # "Tuesday, 2.30 pm" in "review 1 Dec.md"


def _not_far(middle: str, as_of: str) -> str:
    """Return the day near which a plan tells of days at ``as_of`` where those with a year, like ``middle``, are ahead.

    A plan that goes live next summer tells of this autumn.
    """
    if not as_of or middle <= as_of:
        return middle
    try:
        return min(middle, (date.fromisoformat(as_of) + timedelta(days=_QUARTER)).isoformat())
    except OverflowError:
        return middle


def _until(middle: str, as_of: str) -> str:
    """Return the day near which a plan of a whole year, of which ``middle`` is the middle, tells of days at ``as_of``.

    Before and early in the year most days behind are of the year before: "annual review on 20 November".
    """
    if not middle.endswith(titles.MID_YEAR) or not as_of or as_of >= middle:
        return middle
    ahead = (date.fromisoformat(as_of) + timedelta(days=_QUARTER)).isoformat()
    return min(middle, max(ahead, f"{middle[:4]}-03-01"))


def _before_week(title: str, near: str) -> str:
    """Return the day before the week that a title or a file's name is of; "" for none."""
    named = _WEEK.search(title)
    monday = numbered_week(int(named[1]), "", Anchor(near)).start if named else ""
    return (date.fromisoformat(monday) - timedelta(days=1)).isoformat() if monday else ""


def _titled(source: Source, outline: Outline) -> str:
    """Return the words of a file's title and name."""
    title = outline.title.title if outline.title else ""
    return f"{title} : {name_of(source.path).replace('_', ' ').replace('-', ' ')}"
