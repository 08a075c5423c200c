"""In which language a plan is written, and that its wording is left alone where nobody can read it."""

import pytest
from planning import plan_of

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.engine.judge import judge_plan
from advancelint.plan import language
from advancelint.plan.vocabulary import vocabulary
from advancelint.source import Source

GERMAN = (
    "# Gesprächsplan: Norwood, 10.06.2026\n\n**Gesprächsziel:** {}\n\nWir sind mit der Linie und dem Plan bei Nor.\n"
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("We know that the line stops and who is to blame for it.", ""),
        ("Wir wissen, dass die Linie steht und wer nicht mit dem Plan lebt.", "de"),
        ("Nous savons que la ligne est en panne et qui est avec nous dans le projet.", "fr"),
        ("Sabemos que la línea se para y los operarios no lo dicen en el parte.", "es"),
        ("Sabemos que a linha não anda e os operadores não têm uma folha do turno.", "pt"),
        ("Norwood", ""),
        ("", ""),
        ("Termin bei Hartmann. Herr Voss unterschreibt den Bericht und sendet ihn.", "de"),
        ("Maria de la Cruz signs order", ""),
        ("Maria de la Cruz und Team, the order", ""),
        ("Wir sind und bleiben mit dem Team: we are and we stay with the team for the week", ""),
    ],
)
def test_the_little_words_tell_the_language(text: str, code: str) -> None:
    assert language.find(text, vocabulary()) == code


def test_the_wording_of_another_language_is_not_judged_and_the_parts_are() -> None:
    def codes(objective: str) -> set[str]:
        text = GERMAN.format(objective)
        plan = plan_of(text)
        assert plan.language == "de"
        judged = judge_plan(load_rules(), Source.of("plan.md", text), plan, Settings(as_of="2026-06-01"))
        return {diagnostic.code for diagnostic in judged.diagnostics}

    assert codes("Vertrauen aufbauen und Bedarf verstehen") == set()
    assert codes("TBD") == {"PL101"}


def test_a_note_says_so() -> None:
    (problem,) = plan_of(GERMAN.format("Mia sendet die Liste.")).problems
    assert (problem.kind, problem.message) == ("other-language", "this plan is in German")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("der und nicht mit für with the", "de"),
        ("der und nicht mit with", ""),
        ("der und nicht mit für with the and", ""),
    ],
)
def test_five_words_and_more_than_twice_the_english_ones_tell_a_language(text: str, code: str) -> None:
    assert language.find(text, vocabulary()) == code
