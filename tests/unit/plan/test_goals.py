"""Goals and fallbacks that sentences state, with no label."""

import pytest
from planning import plan_of

from advancelint.plan import goals
from advancelint.plan.published import published
from advancelint.source import Source

PREP = "---\ntype: call-plan\naccount: Norwood\ndate: 2026-05-14\n---\n# Norwood\n\n"


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("What I came for was a look at the cold store. We got it.", "a look at the cold store"),
        ("Where I want him when we hang up: he names a second reader", "he names a second reader"),
        ("All we need is for Petra to open the gate log.", "Petra to open the gate log"),
        ("Aim of the visit was to have Petra open the gate log.", "have Petra open the gate log"),
        ("Our only objective is a date for the trial.", "a date for the trial"),
        ("plan was to leave early", "leave early"),
        ("I want Petra to open the gate log.", "Petra to open the gate log"),
        ("Wanted to come away with the floor plan. No luck.", "the floor plan"),
        ("Wanted to know: why did they change suppliers", "why did they change suppliers"),
        ("We win if Petra opens the gate log.", "Petra opens the gate log"),
        ("If I walk out with the floor plan, it was worth it.", "the floor plan"),
        ("By the time we leave, Petra has named a day.", "Petra has named a day"),
        ("By the end of the call I want the floor plan.", "the floor plan"),
        ("Quería que Petra abriera el registro.", "Petra abriera el registro"),
        (
            "I had come with one hope, which was that she would let us hang ten loggers.",
            "she would let us hang ten loggers",
        ),
        ("By then we have data, and I want to leave with a date for the trial.", "a date for the trial"),
        ("next call 27 Oct, all four; there we want Petra to set the date.", "Petra to set the date"),
        ("What we are both working towards is the first season with loggers.", "the first season with loggers"),
        ("My hope is that Petra opens the gate log.", "Petra opens the gate log"),
        ("I'm hoping she'll open the gate log.", "she'll open the gate log"),
        ("Ideally Petra opens the gate log on the spot.", "Petra opens the gate log on the spot"),
        ("I'd be happy with the floor plan.", "the floor plan"),
        ("Success would be a signed trial sheet.", "a signed trial sheet"),
        ("We want to win all four sites by October.", "win all four sites by October"),
        ("What do I want? Petra to open the gate log.", "Petra to open the gate log"),
        ("I was there to get the trial sheet signed.", "get the trial sheet signed"),
        ("Mein Ziel für Montag ist, dass Frau Kern den Versuch freigibt.", "Frau Kern den Versuch freigibt"),
        ("Ce que je veux, c'est une date pour l'essai.", "une date pour l'essai"),
        ("Me gustaría que Petra firme la hoja.", "Petra firme la hoja"),
        ("O que eu quero é uma data para o teste.", "uma data para o teste"),
        ("Wollte eigentlich nur, dass Frau Kern die Probe freigibt.", "Frau Kern die Probe freigibt"),
        ("voulais juste que Mme Roux nous ouvre la chaufferie", "Mme Roux nous ouvre la chaufferie"),
        ("Queria só que o Rui liberasse a câmara", "o Rui liberasse a câmara"),
        ("Im besten Fall gibt sie uns die Halle.", "gibt sie uns die Halle"),
        ("Si todo va bien, Pilar firma.", "Pilar firma"),
        ("quick reminder what we want out of this: a date for the trial", "a date for the trial"),
        ("If it all goes to plan she signs the trial sheet.", "she signs the trial sheet"),
        ("I wanted one thing from her: the gate log.", "the gate log"),
        ("ich wollte von Kern vor allem eins: dass er uns die Halle gibt", "er uns die Halle gibt"),
        ("je voulais une chose : que Mme Roux nous ouvre le quai", "Mme Roux nous ouvre le quai"),
        ("quería una cosa: que Pilar nos deje medir", "Pilar nos deje medir"),
        ("The aim had been: Petra opens the gate log.", "Petra opens the gate log"),
        ("19/3 what do I want: the gate log, a week of it.", "the gate log, a week of it"),
        ("on the 19th we'd like Petra to show us hall 2", "Petra to show us hall 2"),
        ("It'd be good if we could come away from it with the gate log.", "the gate log"),
        ("I'd like us to come out on the 3rd with Petra's yes.", "Petra's yes"),
        ("We had gone in hoping Petra would open the log.", "Petra would open the log"),
        ("I'd go there to present the range.", "present the range"),
        ("We'd gone in to get the log copied, and we left with two.", "get the log copied"),
        ("It would be good if Petra could send the log.", ""),
        ("For the 19th I'd like to thank everybody.", ""),
        ("if it goes well we all go home", ""),
        ("If it goes badly she leaves.", ""),
        ("I hope the weather holds.", ""),
        ("I hope this helps.", ""),
        ("I want to avoid a price talk.", ""),
        ("I would like to thank you for your time.", ""),
        ("At the end of the hall stands the old press.", ""),
        ("Our aim was to get the log, got three.", "get the log"),
        ("My objective was silly, as Petra had said.", ""),
        ("Their goal is fewer stops.", ""),
        ("The client's aim was fewer stops.", ""),
        ("The plan is good.", ""),
        ("The point is that nobody signs in August.", ""),
        ("What Petra wants is fewer stops.", ""),
        ("We want to help everybody.", ""),
        ("If Petra walks out with the plan, we lose.", ""),
    ],
)
def test_a_sentence_states_a_goal(text: str, goal: str) -> None:
    found = [text[one.value : one.end] for one in goals.stated(text, [0]) if one.role == "objective"]
    assert found == ([goal] if goal else [])


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("If Petra wobbles: a letter of intent", "a letter of intent"),
        ("If we can't get there → she lets Rolf present", "she lets Rolf present"),
        ("if no loggers are left - her own readings", "her own readings"),
        ("if the part is not through by 16:00, the floor plan", "the floor plan"),
        ("or - the floor plan", "the floor plan"),
        ("Failing that, the floor plan", "the floor plan"),
        ("b) otherwise, a logger of our own", "a logger of our own"),
        ("If she stalls I show her the film again", "I show her the film again"),
        ("At the very least I want the floor plan", "the floor plan"),
        ("Sinon qu'il nous donne le plan", "qu'il nous donne le plan"),
        ("I would settle for the floor plan", "the floor plan"),
        ("If she calls on Monday that is fine", ""),
        ("Notes on the floor plan", ""),
    ],
)
def test_a_line_below_a_goal_says_what_we_want_failing_that(text: str, words: str) -> None:
    at = goals.otherwise(text)
    assert (text[at:] if at else "") == words


def test_goal_and_fallback_of_one_paragraph_are_objectives() -> None:
    plan = plan_of(PREP + "I want Petra to open the gate log. Failing that, the floor plan.\n")
    assert [(one.passage.text, one.rank, one.heard) for one in plan.objectives] == [
        ("Petra to open the gate log.", "primary", True),
        ("the floor plan.", "fallback", True),
    ]


def test_a_note_goes_on_in_small_letters_with_the_fallback() -> None:
    text = "Petra opens the gate log. if she's not in then just the floor plan"
    other = goals.alternative(text)
    assert other
    assert (text[: other.start].strip(), text[other.value :]) == ("Petra opens the gate log.", "just the floor plan")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("I want Petra to open the gate log, or at least send us the floor plan.", "send us the floor plan"),
        ("I want Petra to open the gate log, if not then the floor plan.", "the floor plan"),
        ("I want Petra to open the gate log. The floor plan would be enough.", "The floor plan"),
        ("I want Petra to open the gate log. My fallback is that she sends the plan.", "she sends the plan"),
        ("I want Petra to open the gate log. That is enough for today.", ""),
    ],
)
def test_a_goal_names_its_fallback(text: str, words: str) -> None:
    found = [text[one.value : one.end] for one in goals.stated(text, [0]) if one.role == "fallback"]
    assert found == ([words] if words else [])


def test_what_we_want_counts_below_any_heading() -> None:
    said = "On 19 May I see Petra Hollins again. I want her to name the hall. If she cannot, I want the floor plan."
    deal = f"---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## What comes next\n\n{said}\n"
    plan = plan_of(deal)
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("her to name the hall", "primary"),
        ("the floor plan.", "fallback"),
    ]


def test_labels_inside_a_dated_line_state_goals() -> None:
    line = "2026-08-27 results call with Petra. Must-have: Petra names the hall. Nice to have: Jo shows her curves."
    plan = plan_of(f"---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\n## Log\n\n- {line}\n")
    assert [one.passage.text for one in plan.objectives] == ["Petra names the hall.", "Jo shows her curves."]
    assert not plan.next_steps


def test_numbered_lines_below_a_short_line_are_goals() -> None:
    plan = plan_of(PREP + "GET\n1 Petra says yes to a trial in hall 2\n2 or: the floor plan of both halls\n")
    assert [(one.passage.text, one.rank) for one in plan.objectives] == [
        ("Petra says yes to a trial in hall 2", "primary"),
        ("the floor plan of both halls", "fallback"),
    ]


@pytest.mark.parametrize("label", ["didn't get", "not achieved"])
def test_what_was_not_got_is_no_goal(label: str) -> None:
    assert not plan_of(PREP + f"{label}: the name of who signs. She thinks it is the owner\n").objectives


def test_a_condition_right_below_an_objective_is_its_fallback() -> None:
    plan = plan_of(PREP + "**Objective:** Petra opens the gate log\n\nFailing that, the floor plan\n")
    assert [(one.passage.text, one.rank) for one in plan.objectives][1] == ("the floor plan", "fallback")
    assert not plan_of(PREP + "Petra runs hall 2.\n\nFailing that, the floor plan\n").objectives


@pytest.mark.parametrize(
    ("text", "fallback"),
    [
        ("If it goes really well she gives us hall 2. If it doesn't, I'd settle for the floor plan.", "the floor plan"),
        ("We win if Petra opens the gate log. If that goes nowhere, then at least a tour.", "a tour"),
        ("I want Petra to open the gate log. if not that then the floor plan", "the floor plan"),
        ("Im besten Fall gibt sie uns die Halle. Schlimmstenfalls, den Plan der Halle.", "den Plan der Halle"),
        ("Au mieux, elle signe l'essai. Au pire, une date.", "une date"),
        ("Si todo va bien, Pilar firma. En el peor de los casos, una fecha.", "una fecha"),
    ],
)
def test_a_sentence_behind_a_goal_states_what_would_do_as_well(text: str, fallback: str) -> None:
    found = goals.stated(text, [0])
    assert [text[one.value : one.end] for one in found if one.role == "fallback"] == [fallback]


def test_lines_in_capitals_head_goals_in_a_note_of_paragraphs() -> None:
    text = "GOAL\nPetra signs the trial sheet for hall 2\nso that we can order.\n\nPLAN B\nA look at the gate log.\n"
    assert [(one.passage.text, one.rank) for one in plan_of(PREP + text).objectives] == [
        ("Petra signs the trial sheet for hall 2 so that we can order.", "primary"),
        ("A look at the gate log.", "fallback"),
    ]
    assert not plan_of(PREP + "OLD GOAL POST\nThey moved the gate in 2019.\n").objectives


@pytest.mark.parametrize(
    ("first", "second", "fallback"),
    [
        ("main thing i was after: a week in hall 2", "failing that a look at the gate log", "a look at the gate log"),
        ("wanted: a week in hall 2", "if not that then at least the gate log", "the gate log"),
        ("Ziel: eine Woche in Halle 2", "sonst wenigstens das Torbuch", "das Torbuch"),
        ("ce que je cherche : une semaine au quai 2", "au pire : les relevés du quai", "les relevés du quai"),
        ("lo que busco: una semana en la nave 2", "si no, al menos el registro", "el registro"),
    ],
)
def test_the_line_below_a_goal_names_the_fallback(first: str, second: str, fallback: str) -> None:
    plan = plan_of(f"{PREP}{first}\n{second}\n")
    assert [one.rank for one in plan.objectives] == ["primary", "fallback"]
    assert plan.objectives[1].passage.text == fallback


def test_a_line_that_goes_on_with_a_goal_is_no_fallback() -> None:
    plan = plan_of(PREP + "Objective: Petra opens hall 2 to us\nif the board agrees, for a week\n")
    assert [one.rank for one in plan.objectives] == ["primary"]


def test_what_we_fear_and_what_they_want_is_no_goal_of_ours() -> None:
    feared = plan_of(PREP + "Objective: Petra opens hall 2 to us\notherwise nothing moves before August\n")
    theirs = plan_of(PREP + "Petra wanted one thing from us: a quicker quote.\n")
    assert ([one.rank for one in feared.objectives], [*theirs.objectives]) == (["primary"], [])


@pytest.mark.parametrize(("goal", "other"), [("OBJECTIF", "REPLI"), ("GOAL", "MINIMUM")])
def test_a_part_in_capitals_counts_right_behind_a_goal(goal: str, other: str) -> None:
    plan = plan_of(PREP + f"{goal}\nPetra opens hall 2\n\n{other}\nThe gate log of May\n")
    assert [one.rank for one in plan.objectives] == ["primary", "fallback"]


def test_a_sales_objective_is_published_with_the_keys_of_any_objective() -> None:
    text = "---\ntype: deal-plan\naccount: Norwood\n---\n# Norwood\n\nSales objective: 40 looms by June\n"
    (found,) = published(plan_of(text), Source.of("plan.md", text))["objectives"]
    assert (found["rank"], found["call"], found["reading"]) == ("plan", None, None)


def test_a_call_is_published_with_the_words_of_its_heading() -> None:
    text = "# Call with Norwood, 2026-06-03\n\nObjective: Ana signs by Friday\n"
    (call,) = published(plan_of(text), Source.of("plan.md", text))["calls"]
    assert call["title"] == "Call with Norwood, 2026-06-03"
