"""Dates become ISO only where they are one exact day."""

import pytest

from advancelint.plan import dates, pathdays
from advancelint.plan.vocabulary import vocabulary

WORDS = vocabulary()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-06-12", "2026-06-12"),
        ("2026/6/2", "2026-06-02"),
        ("by 14 May 2026", "2026-05-14"),
        ("the 1st of March 2026", "2026-03-01"),
        ("May 14, 2026", "2026-05-14"),
        ("Sept. 3rd 2026", "2026-09-03"),
        ("14.05.2026", "2026-05-14"),
        ("14.5.26", "2026-05-14"),
        ("15/01/2026", "2026-01-15"),
        ("01/15/2026", "2026-01-15"),
        ("27-05-2026", "2026-05-27"),
        ("11-Feb-2026", "2026-02-11"),
        ("05-Mar-26", "2026-03-05"),
        ("Thursday 1 Oct 2026, 11:00-11:45", "2026-10-01"),
        ("3. März 2026", "2026-03-03"),
        ("12 de mayo de 2026", "2026-05-12"),
        ("le 12 août 2026", "2026-08-12"),
        ("mardi 1er décembre 2026", "2026-12-01"),
        ("1º de dezembro de 2026", "2026-12-01"),
        ("book the manager for 28 May 2026", "2026-05-28"),
    ],
)
def test_a_full_date_is_exact(text: str, iso: str) -> None:
    found = dates.first(text, WORDS)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    ("text", "near", "iso"),
    [
        ("Thu Feb 26", "2026-02-20", "2026-02-26"),
        ("Jan 5", "2025-12-20", "2026-01-05"),
        ("Dec 20", "2026-01-10", "2025-12-20"),
        ("bis 22.04.", "2026-04-15", "2026-04-22"),
        ("till 22.04", "2026-04-15", "2026-04-22"),
        ("the log by 2.4, in Polish", "2026-04-15", "2026-04-02"),
        ("29 Feb", "2027-03-01", "2028-02-29"),
        ("rating letter, 30.11", "2026-11-20", "2026-11-30"),
        ("(04.12)", "2026-11-20", "2026-12-04"),
        ("26.11 video with Ana", "2026-11-20", "2026-11-26"),
        ("22.10 first meeting, Oslo", "2026-11-20", "2026-10-22"),
        ("8.12 kl 09, at the plant", "2026-11-20", "2026-12-08"),
        ("10.12 14.00 Tampere again", "2026-11-20", "2026-12-10"),
        ("3.11 cold call, three tries", "2026-11-20", "2026-11-03"),
        ("24-11", "2026-11-20", "2026-11-24"),
        ("19-11 walk over the site", "2026-11-20", "2026-11-19"),
        ("05-11 video call, only Ana", "2026-11-20", "2026-11-05"),
        ("UPCOMING: Thu 3-12, 16.00", "2026-11-20", "2026-12-03"),
        ("after the call of 24.Nov with Ana", "2026-11-20", "2026-11-24"),
        ("closed 2/Dec", "2026-11-20", "2026-12-02"),
        ("Visit date: 24-11", "2026-11-20", "2026-11-24"),
        ("for the call 20-08", "2026-08-01", "2026-08-20"),
        ("12 June", "", ""),
    ],
)
def test_a_day_without_a_year_lies_near_the_day_it_is_read_beside(text: str, near: str, iso: str) -> None:
    found = dates.first(text, WORDS, near)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize("text", ["05/06/2026", "31 Feb 2026", "2026-13-01", "Feb 3-16 2026", "3–16 Feb 2026"])
def test_an_ambiguous_day_no_day_and_a_range_are_seen_but_not_exact(text: str) -> None:
    assert [one.iso for one in dates.find(text, WORDS) if one.iso] == []
    assert dates.first(text, WORDS) is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "may 5 people",
        "Q3 2026",
        "30 days of data",
        "10:30",
        "EUR 410k",
        "week 25",
        "1.5 lines",
        "version 2.11",
        "priced by 1.5 times",
    ],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert dates.first(text, WORDS, "2026-06-01") is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("norwood 27/11 teams, typing as we go", "2026-11-27"),
        ("last mtg 11/11: it is agreed", "2026-11-11"),
        ("last call 11/11 of the day", ""),
        ("we had call 3/4 done", ""),
        ("Norwood: 27/11 units are in", ""),
        ("Norwood: 9/12 teams have signed up", ""),
    ],
)
def test_a_call_behind_two_numbers_makes_them_a_day_and_things_do_not(text: str, iso: str) -> None:
    found = dates.first(text, WORDS._replace(date_order="dmy"), "2026-11-20")
    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("27.11 call with Jo, 25 min", "2026-11-27"),
        ("06.11 visit to the base", "2026-11-06"),
        ("next: 4.12 at 11 in his office", "2026-12-04"),
        ("20.11 hectares", ""),
        ("the 2.11 release is called stable", ""),
    ],
)
def test_a_number_with_a_dot_is_a_day_where_a_call_follows_it(text: str, iso: str) -> None:
    found = dates.first(text, vocabulary(), "2026-11-29")
    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(("near", "iso"), [("2026-11-29", "2026-12-01"), ("2026-12-20", "")])
def test_of_two_days_that_fit_the_weekday_the_one_that_is_by_far_nearer_counts(near: str, iso: str) -> None:
    found = dates.first("Jo at Norwood, tue 1/12 4pm", vocabulary(), near)
    assert found is not None
    assert found.iso == iso


def test_several_dates_come_from_left_to_right_with_their_spans() -> None:
    text = "from 2 May 2026 to Jun 3 2026"
    assert [text[one.span.start : one.span.end] for one in dates.find(text, WORDS)] == ["2 May 2026", "Jun 3 2026"]


@pytest.mark.parametrize(
    ("path", "iso"),
    [
        ("customers/2026-06-16/doe.md", "2026-06-16"),
        ("2025-01-01/2026-02-11-intro.md", "2026-02-11"),
        ("notes/20260211_intro.md", "2026-02-11"),
        ("notes/2026_02_11.md", ""),
        ("plans/norwood.md", ""),
    ],
)
def test_the_innermost_name_of_a_path_gives_the_date(path: str, iso: str) -> None:
    assert pathdays.in_path(path, WORDS) == iso


def test_many_half_dates_take_linear_time() -> None:
    assert dates.first("for 28 " * 20000, WORDS) is None


@pytest.mark.parametrize(
    ("text", "order", "iso"),
    [
        ("by 18/05", "", "2026-05-18"),
        ("(Alicia, 7/14)", "", "2026-07-14"),
        ("18/05", "", "2026-05-18"),
        ("before 7/4", "mdy", "2026-07-04"),
        ("before 7/4", "dmy", "2026-04-07"),
        ("before 7/4", "", ""),
        ("typed 6/8/26", "mdy", "2026-06-08"),
        ("Thurs 6/11", "", "2026-06-11"),
        ("Mon 21st", "", "2026-09-21"),
        ("Monday the 7th", "", "2026-09-07"),
        ("revised quote 4/24", "", "2026-04-24"),
        ("tip count thru 3/27", "", "2026-03-27"),
        ("the demo – 26/9 – done", "", "2026-09-26"),
        ("registro de agosto, 15-09", "", "2026-09-15"),
        ("(Pilar, 11-09)", "", "2026-09-11"),
    ],
)
def test_short_days_are_read_as_the_text_and_the_weekday_tell(text: str, order: str, iso: str) -> None:
    near = "2026-09-10" if "Mon" in text else "2026-06-01"
    found = dates.first(text, WORDS._replace(date_order=order), near)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "open 24/7",
        "3/4 of the lines",
        "scored 8/10 twice",
        "call plan (1/2)",
        "Thurs 10 am",
        "quote 4/12 parts",
        "seats (10-12)",
        "10-12",
        "weeks 09-12 of it",
    ],
)
def test_shares_scores_and_hours_are_no_days(text: str) -> None:
    assert dates.first(text, WORDS, "2026-06-01") is None


def test_who_says_the_day_first_writes_it_first() -> None:
    assert dates.order_in("12 June, then 7/4", WORDS) == "dmy"
    assert dates.order_in("June 12, then 7/4", WORDS) == "mdy"
    assert dates.order_in("12 June and June 13", WORDS) == ""
    assert dates.order_in("June 12, but 14/05/2026", WORDS) == "dmy"
    assert dates.order_in("tues 1/12, weigh out 20 cows", WORDS) == ""


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("sent 6/13/2026", "mdy"),
        ("sent 13/6/2026", "dmy"),
        ("12/13/2026", "mdy"),
        ("13/12/2026", "dmy"),
        ("6/12/2026", ""),
    ],
)
def test_a_number_above_twelve_is_no_month(text: str, order: str) -> None:
    assert dates.order_in(text, WORDS) == order


def test_an_hour_behind_a_day_makes_no_range() -> None:
    found = [one.iso for one in dates.find("thurs 7 May – 12:40", vocabulary(), "2026-06-01")]
    assert found == ["2026-05-07"]


def test_a_month_behind_a_weekday_and_a_day_tells_the_order() -> None:
    assert dates.order_in("12/05/2026, delivered Mon 18 May", vocabulary()) == "dmy"


def test_two_numbers_open_a_line_before_a_word_for_an_encounter() -> None:
    words = vocabulary()._replace(date_order="dmy")
    assert [one.iso for one in dates.find("9/6 call with Owen", words, "2026-06-01")] == ["2026-06-09"]
    assert not list(dates.find("9/6 of the lines", words, "2026-06-01"))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("thu jun 18 2026, 30 min", "2026-06-18"),
        ("jun 18 2026", "2026-06-18"),
        ("visit on hold, thu jun 18", "2026-06-18"),
        ("weds feb 18", "2026-02-18"),
        ("send it by jun 18", "2026-06-18"),
        ("may 5 people come", ""),
        ("march 5 of them there", ""),
    ],
)
def test_a_small_month_before_its_day_needs_a_year_or_a_word_before_it(text: str, iso: str) -> None:
    found = dates.first(text, WORDS, "2026-05-01")
    assert (found.iso if found else "") == iso


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("back there 6/4 w the bearings, sched 8/12, 6am", ["2026-06-04", "2026-08-12"]),
        ("3/4 of the lines, scored 7/10, Metrics: 3/3, 24/7 cover, 11/12 cases", []),
    ],
)
def test_where_a_text_shows_its_order_two_numbers_are_a_day_unless_they_count_parts(text: str, isos: list[str]) -> None:
    order = dates.order_in("Tues 3/17/26, quote by 3/27", WORDS)
    assert order == "mdy"
    found = dates.find(text, WORDS._replace(date_order=order), "2026-06-01")
    assert [one.iso for one in found] == isos


@pytest.mark.parametrize(
    "text",
    [
        "costs are up, 4.5",
        "sections 1-13",
        "pages 12-20",
        "28-12 units",
        "in weeks 13-12",
        "20-10 mm",
        "Thu 3-5 pm",
        "Thu 4-12",
        "rated 3.Plan",
    ],
)
def test_numbers_with_a_dot_or_a_dash_are_mostly_no_days(text: str) -> None:
    assert dates.first(text, WORDS, "2026-11-20") is None


def test_the_innermost_name_of_a_path_of_windows_dates_a_plan() -> None:
    assert pathdays.in_path("2026-05-01\\2026-06-03 call.md", WORDS) == "2026-06-03"
