"""Goals of sentences that say what a call is for."""

import pytest
from planning import plan_of

from advancelint.plan import goals


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("The review was supposed to get her to pick us on the spot.", "get her to pick us on the spot"),
        ("The tour as a whole should give me two quotes and a trial.", "two quotes and a trial"),
        ("Tomorrow is really about getting Ana to name the day.", "getting Ana to name the day"),
        ("Our hope had been modest: that she would let us weigh a reel.", "she would let us weigh a reel"),
        ("What would make it worth the drive: Ana names the day.", "Ana names the day"),
        ("J'y vais pour obtenir l'accord de Mme Roy sur l'essai.", "obtenir l'accord de Mme Roy sur l'essai"),
        ("Nous étions venus pour une chose : obtenir la date de l'essai.", "obtenir la date de l'essai"),
        ("Voy allí para que Marta firme la prueba.", "que Marta firme la prueba"),
        ("Vou lá para que a Rosa assine o piloto.", "que a Rosa assine o piloto"),
        ("Ich fahre morgen hin, damit Frau Krall den Versuch freigibt.", "Frau Krall den Versuch freigibt"),
        ("Herauskommen soll, dass Frau Krall den Versuch freigibt.", "Frau Krall den Versuch freigibt"),
        ("By the time we leave Ana has put the third reel on nights.", "Ana has put the third reel on nights"),
        ("When I leave on Tuesday, Ana should have named the day.", "Ana should have named the day"),
        ("What you're there for is that Ana puts her own name to it.", "Ana puts her own name to it"),
        ("He is on leave till then, and what I want there is for him to sign it.", "him to sign it"),
        ("By Tuesday evening I want Ana to have named the day.", "Ana to have named the day"),
        ("I want us to leave that room with Ana's agreement to a trial.", "Ana's agreement to a trial"),
    ],
)
def test_a_sentence_says_what_a_call_is_for(text: str, goal: str) -> None:
    assert [text[one.value : one.end] for one in goals.stated(text, [0])] == [goal]


@pytest.mark.parametrize(
    "text",
    [
        "The plant is supposed to get a new line in May.",
        "What you want is fewer stops.",
        "The tender should give us a headache.",
        "By the end of the week it rains.",
        "Their ambition had been modest: that nobody would notice.",
        "I want to walk the hall with Olga.",
    ],
)
def test_what_others_want_and_what_happens_is_no_goal(text: str) -> None:
    assert goals.stated(text, [0]) == []


@pytest.mark.parametrize(
    ("text", "fallback"),
    [
        (
            "I want Ana to sign it. If Ana is in one of her moods then settle for a reel to test.",
            "settle for a reel to test",
        ),
        (
            "I want Ana to sign it. In case she is not ready, at minimum Bo confirms the scope.",
            "at minimum Bo confirms the scope",
        ),
        ("I want Ana to sign it. If she wriggles at least find out who else she asked.", "find out who else she asked"),
    ],
)
def test_a_condition_needs_no_comma_before_what_would_do(text: str, fallback: str) -> None:
    assert [text[one.value : one.end] for one in goals.stated(text, [0]) if one.role == "fallback"] == [fallback]


HEAD = """# Call notes: Norwood, 14 May 2026

With: Tomas Berg (plant manager, Norwood)
From us: Ana Ruiz

{}

## Next steps
- Ana: send the quote by 20 May
"""


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        (
            "Second visit is on 3 June. Have Tomas name the two lines he wants measured.",
            "Have Tomas name the two lines",
        ),
        ("For the next call: Tomas picks the pilot site and signs the form.", "Tomas picks the pilot site"),
        ("In our second meeting with Tomas (12 June, 10:00): get him to open the log.", "get him to open the log"),
        ("For 3 June: Tomas picks the three worst gates.", "Tomas picks the three worst gates"),
        ("Für den 3. Juni: Frau Berg gibt uns die Messdaten frei.", "Frau Berg gibt uns die Messdaten frei"),
        ("Next meeting 3 June, Teams. There: Tomas signs the trial protocol.", "Tomas signs the trial protocol"),
        ("I had wanted Tomas to decide there and then on the full set.", "Tomas to decide there and then"),
    ],
)
def test_what_a_call_leads_is_its_goal(text: str, goal: str) -> None:
    (found,) = plan_of(HEAD.format(text)).objectives
    assert found.passage.text.startswith(goal)


@pytest.mark.parametrize(
    "text",
    [
        "For 3 June: Ana prints the protocol.",
        "For 3 June: three gates, two boxes.",
    ],
)
def test_what_we_do_for_a_call_is_no_goal(text: str) -> None:
    assert not plan_of(HEAD.format(text)).objectives
