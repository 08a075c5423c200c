"""Calls that a line names in passing are shown, and no rule looks at them."""

import pytest
from planning import plan_of

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.engine import judge_input
from advancelint.plan import Known
from advancelint.source import Source

PLAN = (
    "---\ntype: deal-plan\naccount: Norwood\nstage: align\n---\n# Norwood\n\n## Call on 9 June 2026\n\n"
    "**Objective:** Ana signs the test plan by 12 June 2026\n\n{}\n"
)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Next call with Noreen on 13 November 2026, to get her yes", ["2026-11-13"]),
        ("- 2026-05-08 first demo, Bakersfield yard", ["2026-05-08"]),
        ("**17/06/2026 – Llamada con finanzas.** Arturo confirmó", ["2026-06-17"]),
        ("Nächster Termin: 21.10.2026, bei uns", ["2026-10-21"]),
        ("Prochain échange : 1 octobre 2026 à 9 h 30", ["2026-10-01"]),
        ("- [ ] Kick-off meeting 3 August 2026", ["2026-08-03"]),
        ("After the demo on 18 May 2026 Anita wrote:", ["2026-05-18"]),
        ("| Activity | Owner | Date |\n|---|---|---|\n| Demo | Nadia | 2026-05-09 |", ["2026-05-09"]),
        ("In our meeting on 20 May 2026 Ana said the contract ends on 30 June 2026", ["2026-05-20"]),
        ("At our yearly review on 20 May 2026 Ana told me that it ends on 30 June 2026", ["2026-05-20"]),
        ("Lors de l'appel du 20 mai 2026, Mme Rime a dit oui", ["2026-05-20"]),
        ("Gave the verbal on 13 May 2026 on our call w/ her", ["2026-05-13"]),
        ("On 13 May 2026 Dirk and I demonstrated the V70", ["2026-05-13"]),
        ("26.05.2026 Tue rang Ana, five minutes", ["2026-05-26"]),
        ("Standing check-in every other Friday; next one 4 December 2026", ["2026-12-04"]),
        ("- next up: Mon 14 Dec 2026, on site", ["2026-12-14"]),
        ("**Next one?** Tues 15 December 2026, their yard", ["2026-12-15"]),
        ("The call on 9 June 2026 is what counts", []),  # which has a heading of its own
        ("Nadia to call Paul, 20 June 2026", []),
        ("Call our CFO about the cap, 20 June 2026", []),
        ("Demo data set, 20 June 2026", []),
        ("Draft the note for the workshop, 20 June 2026", []),
        ("Reference call with Tolland, 20 June 2026", []),
        ("Hold the workshop by 20 June 2026", []),
        ("> Next call on 20 June 2026", []),
        ("```\nNext call on 20 June 2026\n```", []),
        ("Next call soon", []),
        ("It goes to their partners' meeting on 6 June 2026", []),
        ("She will take it to the works meeting on 6 June 2026", []),
        ("When it stopped on 6 June 2026, who got the call?", []),
        ("The commitment of 31 March 2027 met", []),
        ("CALL WITH NOREEN tomorrow (6 June 2026, 8:15am, at the yard)", ["2026-06-06"]),
        ("I saw both on the 6th of June 2026.", ["2026-06-06"]),
        ("Jo puts us on the agenda of Neil's ops meeting 6 June 2026", ["2026-06-06"]),
        ("They expect us on 20 June 2026", ["2026-06-20"]),
        ("Malcolm came to the works on 28 April 2026 and ran it", ["2026-04-28"]),
        ("Le Pr nous a dit le 11 mai 2026 qu'il avait eu trois échecs", ["2026-05-11"]),
        ("**15. Mai 2026, Telefonat mit Dr. Lohse.** Kein Wort zum Preis.", ["2026-05-15"]),
        ("* 13.1.2026 Antrittsbesuch Wiegand, will Zahlen sehen", ["2026-01-13"]),
        ("- 28/5 mtg in the yard. he said go", ["2026-05-28"]),
        ("On 16 April 2026 Owen and I presented to Dr. Coutts.", ["2026-04-16"]),
        ("Nos vemos el 2 de noviembre de 2026 en el muelle", ["2026-11-02"]),
        ("**3 June 2026**\nCalled in at the yard.", ["2026-06-03"]),
        ("**12 June 2026**\nEmailed the offer.", []),
        ("| Step | Owner | Date |\n|---|---|---|\n| Pilot readout call | Nadia | 24/2/2026 |", ["2026-02-24"]),
        ("Draft the note on the single-platform point, 20 June 2026", []),
        ("Book the lab tour (done 20 June 2026)", []),
        ("a short call with Renee in the week of 20 June 2026", []),
        ("ein zweiter Termin vor dem 20. Juni 2026", []),
    ],
)
def test_a_day_beside_a_word_for_an_encounter_is_a_call(line: str, days: list[str]) -> None:
    plan = plan_of(PLAN.format(line))
    assert [call.date.value for call in plan.mentions] == days
    assert all(call.mentioned for call in plan.mentions)
    assert [call.mentioned for call in plan.calls] == [False]


def test_no_rule_asks_what_came_of_a_call_that_is_only_mentioned() -> None:
    def codes(line: str) -> list[str]:
        source = Source.of("norwood.md", PLAN.format(line))
        return [one.code for one in judge_input(load_rules(), source, Settings(as_of="2026-06-01")).diagnostics]

    assert codes("We had a demo on 4 March 2026, and the next call is on 3 August 2026") == codes("Nothing else")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("- 12 Feb met Olga at the yard, she will let us quote", ["2026-02-12"]),
        ("- see Olga again 14 May", ["2026-05-14"]),
        ("- last time (18 May): Olga said no", ["2026-05-18"]),
        ("- 15 Oct – Olga in the showroom", ["2026-10-15"]),
        ("Close out with both, 18 June 2pm.", ["2026-06-18"]),
        ("Visit to Larkmoor, 18 June. What I want:", ["2026-06-18"]),
        ("Olga meets him for a coffee on 18 June.", ["2026-06-18"]),
        ("Olga and I sit down over it, pencilled 18 June.", ["2026-06-18"]),
        ("Ringing her again Thursday 18 June.", ["2026-06-18"]),
        ("- Olga takes us round the sheds on 18 June", ["2026-06-18"]),
        ("The offer has been with Olga's office since 18 June, says her visitor.", []),
        ("Olga puts us on the agenda of the owners' 18 June meeting.", []),
        ("Olga puts it on the agenda of the board's 18 June meeting with her visitor.", []),
        ("The board signs at its 18 June session.", []),
        ("- 15 Oct – price list printed", []),
        ("- quote by 12 February 2pm", []),
        ("Created 12 February 2026 09:15", []),
    ],
)
def test_a_verb_an_hour_or_a_person_tells_a_call(line: str, days: list[str]) -> None:
    text = f"---\ntype: account-plan\naccount: Norwood\ncontact: Olga Brandt\n---\n# Norwood\n\n## Log 2026\n\n{line}\n"
    found = plan_of(text, known=Known(as_of="2026-06-01")).mentions
    assert sorted(call.date.value for call in found) == sorted(days)


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("18/06/2026 tel, Des", ["2026-06-18"]),
        ("20 January 2026, yearly review in Lleida. Jordi renewed it.", ["2026-01-20"]),
        ("19 November 2026, lunchtime seminar at their office", ["2026-11-19"]),
        ("- Hands-on session with surgeons, 18 August 2026", ["2026-08-18"]),
        ("7 May 2026 – reference visit to Larkmoor Trust with Imogen", ["2026-05-07"]),
        ("We were there on 21 January 2026 with the new lot.", ["2026-01-21"]),
        ("He confirmed on 24 April 2026 by phone.", ["2026-04-24"]),
        ("Bestandsaufnahme am 26.02.2026 ab 6 Uhr", ["2026-02-26"]),
        ("- Besuch Wieland + Prell 25.3.2026", ["2026-03-25"]),
        ("next time: 27 March 2026 at the elevator", ["2026-03-27"]),
        ("30 June 2026 | Email | Intro brochure | no reply", []),
    ],
)
def test_more_ways_to_mention_a_call(line: str, days: list[str]) -> None:
    plan = plan_of(PLAN.format(line))
    assert [call.date.value for call in plan.mentions] == days


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 terms shown, Olga frowned", ["2026-05-04", "2026-05-11"]),
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 contract signed by Olga", ["2026-05-04"]),
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 trial began", ["2026-05-04"]),
        ("- 4 May 2026 | Email | Olga, invitation to the demo", []),
        ("4 May 2026 first call, 11 May 2026 questions by mail, 18 May 2026 second call", ["2026-05-04", "2026-05-18"]),
        ("4 May 2026 call: he took it to the 20 May 2026 board", ["2026-05-04"]),
        ("They come to us for a look on Wednesday 19 August 2026 at four.", ["2026-08-19"]),
        ("The belts run from 19 August 2026 at two sites.", []),
        ("-> packing day 12 May 2026, bring boots", ["2026-05-12"]),
        ("-> three working days 12 May 2026", []),
        ("Joint meeting – Dr. Brandt to invite us all – 20 October 2026", ["2026-10-20"]),
        ("Visit Bristol and meet Olga – Nadia – 10 March 2026", ["2026-03-10"]),
        ("Arrange to meet Olga – Nadia – 10 March 2026", []),
    ],
)
def test_lines_of_a_log_are_calls_together_and_what_was_sent_is_none(line: str, days: list[str]) -> None:
    plan = plan_of(PLAN.format(line))
    assert [call.date.value for call in plan.mentions] == days


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Mondays 12:15, twenty minutes. Next: 22 April 2026.", ["2026-04-22"]),
        ("Next step: 22 April 2026", []),
        ("Audit in Hull am 30.06.2026, Olga kommt mit einer Prüferin", ["2026-06-30"]),
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 mailed the terms to Olga", ["2026-05-04"]),
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 pilot in Hull began", ["2026-05-04"]),
        ("- 4 May 2026 demo at the mill\n- 11 May 2026 | Internal review | Olga, Nadia", ["2026-05-04"]),
        ("Agreed on the phone, 8 July 2026 · Go-live: 2 November 2026", ["2026-07-08"]),
    ],
)
def test_what_comes_next_is_a_call_and_what_began_or_is_internal_is_none(line: str, days: list[str]) -> None:
    plan = plan_of(PLAN.format(line))
    assert [call.date.value for call in plan.mentions] == days


NAMED = "---\ntype: deal-plan\naccount: Norwood\ncontact: Olga Brandt\n---\n# Norwood\n\nAs of May 2026.\n\n{}\n"


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("As agreed on our call of 3 September 2026, the price stands", ["2026-09-03"]),
        ("She said on the 11 February 2026 call that she will see", ["2026-02-11"]),
        ("- Quarterly review: 3 February 2026, then in May", ["2026-02-03"]),
        ("Security review: 3 February 2026", []),
        ("Had a good hour with Olga on 12 May 2026, she wants figures", ["2026-05-12"]),
        ("The price was reviewed with Olga on 12 May 2026", []),
        ("5 November 2026 she called: wants a lower price", ["2026-11-05"]),
        ("12 May 2026 got Olga and her boss round one table", ["2026-05-12"]),
        ("12 May 2026 probability raised to 60 %", []),
        ("- Workshop Angebot in Halle 2, 21.10.2026", ["2026-10-21"]),
        ("Preparar la visita – Ana – 21/10/2026", []),
        ("Prepare the visit, Ana, 21 October 2026", []),
        ("dry run with Ana, 21 October 2026 4pm", []),
        ("Last edited: 15 May 2026 9:12 AM", []),
        ("**Call** logged by Ana, 28 May 2026 at 4:12 PM", ["2026-05-28"]),
        ("## Meetings with them\n\n- 25 February 2026, Petra Lind – get better known\n- June, Olga", ["2026-02-25"]),
    ],
)
def test_the_words_around_a_day_tell_what_it_is_of(line: str, days: list[str]) -> None:
    assert [call.date.value for call in plan_of(NAMED.format(line)).mentions] == days


@pytest.mark.parametrize(
    ("step", "days"),
    [
        ("Lead call with the plant, 15 June 2026", ["2026-06-15"]),
        ("Thank her, with a date for the visit, 15 June 2026", []),
        ("Send Olga the agenda of the visit, 15 June 2026", []),
    ],
)
def test_a_next_step_is_a_call_only_where_it_is_one_itself(step: str, days: list[str]) -> None:
    plan = plan_of(NAMED.format(f"## Next steps\n\n- [ ] {step} – Ana"))
    assert [call.date.value for call in plan.mentions] == days


def test_records_of_a_crm_with_guests_or_a_goal_are_calls() -> None:
    text = (
        "Activity: Call report\nDate: 2026-08-20\nAttendees: Olga Brandt, Ana\nResult: Olga took the sample\n\n"
        "Activity: Task\nDate: 2026-08-24\nSubject: Offer\n"
    )
    assert [call.date.value for call in plan_of(NAMED.format(text)).mentions] == ["2026-08-20"]


def test_lines_of_a_trip_that_begin_with_one_of_its_days_are_calls() -> None:
    text = (
        "---\ntype: call-notes\n---\n# Trip to the north, 9 to 11 June 2026\n\n"
        "9 June Larkmoor\nOlga Brandt was late.\n\n10 June Tann\nNobody there.\n\n16 June expenses filed\n\n"
    )
    assert [call.date.value for call in plan_of(text).mentions] == ["2026-06-09", "2026-06-10"]


@pytest.mark.parametrize(
    ("body", "days"),
    [
        (  # of several days in a row, that of the offer is no call's
            "So far: first chat at the fair (21 April 2026), call 7 May 2026, quote out 15 May 2026",
            ["2026-04-21", "2026-05-07"],
        ),
        (  # a table of who was where
            "| Date | Who | Where |\n|---|---|---|\n| 14 May 2026 | Petra | Tann |\n| 3 June 2026 | Olga | phone |",
            ["2026-05-14", "2026-06-03"],
        ),
        (  # an export tells hours of mails, too
            "2026-05-04 10:12 | Call | Olga\n2026-05-06 09:00 | Email - sent | Olga\n2026-05-15 08:10 | Stage change",
            ["2026-05-04"],
        ),
        ("### 2026-05-04\nOlga rang about the price.\n\n### 2026-05-15\nSent the layout.", []),
    ],
)
def test_what_was_written_and_sent_is_no_call(body: str, days: list[str]) -> None:
    assert [call.date.value for call in plan_of(NAMED.format(body)).mentions] == days


def test_a_ride_with_somebody_and_a_walk_through_are_calls() -> None:
    head = "---\ntype: account-plan\naccount: Norwood\nyear: 2026\n---\n# Norwood\n\nContact: Tomas Berg\n\n"
    plan = plan_of(
        head + "rode w Tomas Berg to 4 stores, 14 July\n\n## Log\n- 6 May first walk thru main street kitchen\n"
    )
    assert {call.date.value for call in plan.mentions} == {"2026-07-14", "2026-05-06"}


def test_a_record_with_a_day_and_a_fallback_is_a_call() -> None:
    record = "Date: 2026-07-14\nFallback: Ana tests two samples"
    plan = plan_of(f"---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n{record}\n")
    assert [one.date.value for one in plan.mentions] == ["2026-07-14"]


def test_the_title_of_a_mentioned_call_has_characters_for_its_entities() -> None:
    (call,) = plan_of(PLAN.format("Next call with Ames &amp; Sons on 13 November 2026")).mentions
    assert call.title == "Next call with Ames & Sons on 13 November 2026"


@pytest.mark.parametrize(
    "goal",
    [
        "Ana puts it on the agenda of her ops meeting on 7 December 2026",
        "Ana sends two team leaders to our workshop on 3 December 2026",
    ],
)
def test_what_a_goal_is_to_bring_is_no_call_that_is_known(goal: str) -> None:
    plan = plan_of(PLAN.format("").replace("Ana signs the test plan by 12 June 2026", goal))
    assert [one.passage.text for one in plan.objectives] == [goal]
    assert plan.mentions == ()


def test_a_survey_that_somebody_is_to_do_is_work() -> None:
    table = (
        "## Next steps\n\n| Step | Owner | Due |\n|---|---|---|\n| Wifi survey of both floors | Nadia | 2026-06-24 |"
    )
    assert plan_of(PLAN.format(table)).mentions == ()


def test_the_front_matter_names_the_call_to_come() -> None:
    text = PLAN.format("").replace(
        "stage: align\n", "stage: align\nnext_meeting: 2026-12-08\nnext_invoice: 2026-12-09\n"
    )
    assert [one.date.value for one in plan_of(text).mentions] == ["2026-12-08"]
