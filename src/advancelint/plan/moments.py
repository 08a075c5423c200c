"""Times that are no plain day: "by Friday", "week 25", "end of June", "Q3", "in two weeks", as days or ranges.

What they cover is reckoned in `periods`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from advancelint.expressions import expression
from advancelint.plan.clockwords import digit_in, phrases, spoken, words_in
from advancelint.plan.dates import find as find_days
from advancelint.plan.dates import timely
from advancelint.plan.model import Period
from advancelint.plan.periods import (
    Anchor,
    coded,
    day_of,
    months_of,
    numbered_week,
    spanning,
    week_before,
    week_behind,
    week_of,
    weekday_after,
    year_near,
)
from advancelint.plan.vocabulary import Vocabulary
from advancelint.records import NamedTuple
from advancelint.source import Span

_MONTHS_A_QUARTER = 3
_WORDS = r"[^\W\d_]+"
_TOKEN = expression(r"[\w/-]+")
_FORMS = expression(
    r"(?<!\w)(?i:week|wk|kw|cw|semaine|semana|woche)\.?[ \u00a0]?(?P<week>\d{1,2})"
    r"(?:[ ,/]{1,2}(?P<wyear>20\d\d))?(?!\w)"
    r"|(?<!\w)(?P<half>[QTHS])(?P<quarter>[1-4])(?:[ /'’-]{0,2}(?P<qyear>20\d\d|\d\d(?!\d)))?(?!\w)"
    r"|(?<!\w)(?i:end of|late|ende|fin de|fin|final de|fim de|end)[ ](?P<end>[QT][1-4])"
    r"(?:[ /]?(?P<eyear>20\d\d))?(?!\w)"
    r"|(?<!\w)(?P<part>(?i:end of|end|ende|fin de|fin|finales de|final de|fim de|mid|mitte|mi|early|late|anfang|début"
    rf"|beginning of))[ -](?P<pmonth>{_WORDS})(?:[ ]{{1,2}}(?:de )?(?P<pyear>20\d\d))?(?!\w)"
    r"|(?<!\w)(?i:in|within|innerhalb(?: von)?|binnen|dans|sous|en|dentro de|em)[ ]"
    rf"(?:(?P<number>\d{{1,2}})[ ]?|(?P<count>{_WORDS})[ ])(?P<unit>{_WORDS})(?!\w)"
    r"|(?<!\w)(?:the[ ](?P<nth>\d{1,2})(?:st|nd|rd|th)|(?:le|el|dia|día|am|zum)[ ](?P<tag>\d{1,2})\.?)"
    r"(?=$|[ .,;)]|:(?!\d))(?![ .]\d)"
)
_RANGE = expression(
    rf"(?<![\w-])(?P<d1>\d{{1,2}})\.?[ ]?(?:[-–]|to|bis|au|a|al)[ ]?(?P<d2>\d{{1,2}})\.?[ ](?:de )?(?P<m1>{_WORDS})"
    rf"(?:,?[ ](?:de )?(?P<y1>20\d\d))?(?!\w)"
    rf"|(?<!\w)(?P<m2>{_WORDS})[ ](?P<d3>\d{{1,2}})[ ]?[-–][ ]?(?:(?P<m3>{_WORDS})[ ])?(?P<d4>\d{{1,2}})(?!\d)"
    rf"(?:,?[ ](?P<y2>20\d\d))?"
)
_MONTH = expression(rf"(?<!\w)(?P<month>{_WORDS})(?:[ ](?:de )?(?P<year>20\d\d))?(?!\w)")
_SMALL_DAY = expression(r"(?<!\w)(?:by|before|b4|until|till|next|this)\s$|\($")
# "Mon EOD", "Friday close of business": no day beside the one before it
CLOSE_WORDS = r"EOD|COB|close of business|end of day"
_CLOSE = expression(rf"(?i:{CLOSE_WORDS})")
_NO_WORDS = frozenset({"thu", "fri"})  # short for days, and nothing else in any of the languages
_ISO_MONTH = expression(r"(?<![\d-])(20\d\d)-(0[1-9]|1[0-2])(?![\d-])")


class Moment(NamedTuple):
    """A time in a text: ``span`` in code points of the text and the days that it covers."""

    span: Span
    period: Period


def find(text: str, vocabulary: Vocabulary, anchor: Anchor) -> list[Moment]:
    """Return the times of ``text`` from left to right, those inside a longer one left out.

    A time that needs a day to be told from, and has none, comes with an empty period: said, but not known.
    """
    return list(_found(text, vocabulary.date_order, anchor))


@lru_cache(maxsize=512)  # several parts of a plan ask for the times of one line
def _found(text: str, date_order: str, anchor: Anchor) -> tuple[Moment, ...]:
    vocabulary = timely(date_order)
    words, numbered = words_in(text), digit_in(text)
    monthly = not vocabulary.words["month"].keys().isdisjoint(words)
    found: list[Moment] = []
    for match in _RANGE.finditer(text) if numbered and monthly else ():
        found += _range(match, vocabulary, anchor)
    for day in find_days(text, vocabulary, anchor.near):
        start = week_before(text, day.span.start)
        if start >= 0:
            found.append(Moment(Span(start, day.span.end), week_of(day.iso)))
        else:
            found.append(Moment(day.span, Period(day.iso, day.iso, "day") if day.iso else Period("", "", "day")))
    formed = numbered or monthly or not vocabulary.words["unit"].keys().isdisjoint(words)
    for match in _FORMS.finditer(text) if formed else ():
        period = _formed(match, vocabulary, anchor)
        if period:
            found.append(Moment(Span(*match.span()), period))
    found += () if spoken().isdisjoint(words) else _listed(text, vocabulary, anchor)
    found += _months(text, vocabulary, anchor) if monthly else ()
    for match in _ISO_MONTH.finditer(text) if numbered else ():
        found.append(Moment(Span(*match.span()), spanning(*months_of(int(match[1]), int(match[2])), "month")))
    return _outermost(found, text)


def _outermost(found: list[Moment], text: str) -> tuple[Moment, ...]:
    """Keep the plain days, and of the other times those that neither overlap one nor only name its weekday."""
    days = {moment for moment in found if moment.period.precision == "day" and text[moment.span.end - 1].isalnum()}
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda one: (one.span.start, -one.span.end)):
        if kept and _CLOSE.fullmatch(text, *moment.span) and _is_behind(kept[-1], moment, text):
            kept[-1] = kept[-1]._replace(span=Span(kept[-1].span.start, moment.span.end))
        elif not kept or moment.span.start >= kept[-1].span.end:
            kept.append(moment)
        elif moment.span.end > kept[-1].span.end and moment in days:
            kept[-1] = moment  # "el 10 de junio" is more than "el 10"
    return tuple(
        moment
        for index, moment in enumerate(kept)
        if index + 1 == len(kept) or not _names_weekday(moment, kept[index + 1], text)
    )


def _names_weekday(moment: Moment, behind: Moment, text: str) -> bool:
    numbered = any(char.isdigit() for char in text[moment.span.start : moment.span.end])
    return not numbered and _is_behind(moment, behind, text)


def _is_behind(before: Moment, moment: Moment, text: str) -> bool:
    between = text[before.span.end : moment.span.start]
    return len(between) <= 2 and not between.strip(" ,.")


def _range(match: re.Match[str], vocabulary: Vocabulary, anchor: Anchor) -> Iterator[Moment]:
    group = match.groupdict("")
    months = vocabulary.words["month"]
    first = months.get((group["m1"] or group["m2"]).casefold())
    last = months.get(group["m3"].casefold()) if group["m3"] else first
    if not first or not last:
        return
    year = year_near(group["y1"] or group["y2"], int(first), anchor)
    try:
        start = date(year, int(first), int(group["d1"] or group["d3"]))
        end = date(year, int(last), int(group["d2"] or group["d4"]))
    except ValueError:
        yield Moment(Span(*match.span()), Period("", "", "range"))
    else:
        yield Moment(Span(*match.span()), spanning(start, end, "range"))


def _formed(match: re.Match[str], vocabulary: Vocabulary, anchor: Anchor) -> Period | None:
    group = match.groupdict("")
    if group["week"]:
        return numbered_week(int(group["week"]), group["wyear"], anchor)
    if group["quarter"] or group["end"]:
        return _quarter(group, anchor)
    if group["pmonth"]:
        return _part_of_month(group, vocabulary, anchor)
    if group["unit"]:
        return _counted(group, vocabulary, anchor)
    return _nth(int(group["nth"] or group["tag"]), anchor)


def _quarter(group: dict[str, str], anchor: Anchor) -> Period | None:
    number = int(group["quarter"] or group["end"][1])
    length = 6 if group["half"] in {"H", "S"} else _MONTHS_A_QUARTER
    if number * length > 12:
        return None
    first = (number - 1) * length + 1
    year = year_near(group["qyear"] or group["eyear"], first + 1, anchor)
    if not year:
        return Period("", "", "quarter")
    start, end = months_of(year, first, length)
    return spanning(end, end, "day") if group["end"] else spanning(start, end, "quarter")


def _part_of_month(group: dict[str, str], vocabulary: Vocabulary, anchor: Anchor) -> Period | None:
    month = vocabulary.words["month"].get(group["pmonth"].casefold())
    if not month:
        return None
    year = year_near(group["pyear"], int(month), anchor)
    if not year or vocabulary.words["month-part"].get(group["part"].casefold()) != "end":
        return Period("", "", "vague")
    end = months_of(year, int(month))[1]
    return spanning(end, end, "day")


def _counted(group: dict[str, str], vocabulary: Vocabulary, anchor: Anchor) -> Period | None:
    """Count from the call: "in two weeks", "within 48h"; months keep the day."""
    count = group["number"] or vocabulary.word("count", group["count"])
    unit = vocabulary.word("unit", group["unit"])
    if not count or not unit:
        return None
    call = day_of(anchor.call)
    if not call:
        return Period("", "", "relative")
    from dateutil.relativedelta import relativedelta

    hours, days, weeks, months = (int(count) if unit == name else 0 for name in ("hour", "day", "week", "month"))
    then = call + relativedelta(days=days + -(-hours // 24), weeks=weeks, months=months)
    return spanning(then, then, "day")


def _nth(day: int, anchor: Anchor) -> Period | None:
    """Return the first such day from the day of the call on: "the 20th"; the last one up to it for what comes before.

    Where it may come before or after, the nearer one counts.
    """
    call = day_of(anchor.call)
    if not call or not 1 <= day <= 31:
        return Period("", "", "relative") if 1 <= day <= 31 else None
    from dateutil.relativedelta import relativedelta

    then = call + relativedelta(day=day)
    if anchor.before and then > call:
        then = call + relativedelta(months=-1, day=day)
    elif not anchor.before and then < call:
        later = call + relativedelta(months=1, day=day)
        then = then if anchor.nearest and call - then < later - call else later
    return spanning(then, then, "day") if then.day == day else Period("", "", "relative")


def _listed(text: str, vocabulary: Vocabulary, anchor: Anchor) -> Iterator[Moment]:
    """Find the times that are words: weekdays, "tomorrow", "next week", "ASAP"."""
    words = [(match.start(), match.end(), match.group().casefold()) for match in _TOKEN.finditer(text)]
    for index, (start, end, word) in enumerate(words):
        for phrase in phrases().get(word, ()):
            last = words[index + len(phrase) - 1 : index + len(phrase)]
            if last and text[start : last[0][1]].casefold().replace("  ", " ") == " ".join(phrase):
                yield Moment(Span(start, last[0][1]), coded(vocabulary.words["due-word"][" ".join(phrase)], anchor))
                break
        weekday = vocabulary.words["weekday"].get(word.removesuffix("-feira"))
        whole = len(text.strip(" .")) == len(word)  # "mon" and "sun" are other words, too, but not alone
        whole = whole or (word in _NO_WORDS and end == len(text))  # "Jo trims the deck thu"
        said = whole or len(word) > 3 or text[start].isupper() or _SMALL_DAY.search(text, 0, start)
        if weekday is not None and said:
            before = words[index - 1] if index else (0, 0, "")
            spoken = vocabulary.words["next-word"].get(before[2], "") if text[before[1] : start] == " " else ""
            close, start = week_behind(text, end), before[0] if spoken else start
            yield Moment(Span(start, close), weekday_after(int(weekday), "week" if close > end else spoken, anchor))


def _months(text: str, vocabulary: Vocabulary, anchor: Anchor) -> Iterator[Moment]:
    for match in _MONTH.finditer(text):
        month = vocabulary.words["month"].get(match["month"].casefold())
        if month and (match["year"] or (match["month"][0].isupper() and len(match["month"]) > 2)):
            year = year_near(match["year"], int(month), anchor)
            period = spanning(*months_of(year, int(month)), "month") if year else Period("", "", "month")
            yield Moment(Span(*match.span()), period)
