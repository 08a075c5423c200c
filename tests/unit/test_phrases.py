"""What `phrases` finds: words that must not occur, words of which one must, and where a word does not count."""

from __future__ import annotations

import os
import unicodedata

import pytest
from card_bench import CARD, findings, findings_in, line_node, load

from advancelint.cards import load_card
from advancelint.errors import CardError
from advancelint.rule import Origin


@pytest.mark.parametrize(
    ("phrases", "line", "found"),
    [
        ("{never: synergy}", "Ana lists every Synergy, and the synergies", ["Synergy"]),
        ("{never: [synerg*]}", "Synergy, synergies, synergistic; energy", ["Synergy", "synergies", "synergistic"]),
        ("{never: [synerg* effect*]}", "the synergy effects of synergy", ["synergy effects"]),
        ("{never: [syn*, synergy gain]}", "a synergy gain, a synopsis", ["synergy gain", "synopsis"]),
        ("{never: [win-win]}", "a win-win, a win–win, a win win", ["win-win", "win–win", "win win"]),
        ("{never: [win-win]}", "a win\u2011win", ["win\u2011win"]),
        ("{never: [synergy]}", "a synergy-driven test", ["synergy"]),
        ("{never: [it's easy]}", "It’s easy, it's easy, itʼs easy", ["It’s easy", "it's easy", "itʼs easy"]),
        ("{never: [maßnahme]}", "MASSNAHME, Maßnahme, Massnahme", ["MASSNAHME", "Maßnahme", "Massnahme"]),
        ("{never: [STRASSE]}", "an der Straße", ["Straße"]),
        ("{never: [maß*]}", "die Massnahmen", ["Massnahmen"]),
        ("{never: [résumé]}", unicodedata.normalize("NFD", "a Résumé"), [unicodedata.normalize("NFD", "Résumé")]),
        (f"{{never: [{unicodedata.normalize('NFD', 'résumé')}]}}", "a résumé", ["résumé"]),
        ("{never: [synergy]}", "syn\u00adergy", ["syn\u00adergy"]),
        ("{never: [touch base]}", "to touch\nbase with Ana", ["touch\nbase"]),
        ("{never: [synergy], except: [Synergy Foods Ltd]}", "synergy at Synergy Foods Ltd", ["synergy"]),
        ("{never: [synergy], except: [Synergy Foods Ltd]}", "Synergy Foods, Ltd: Synergy Foods", ["Synergy"]),
        ("{never: [synergy], except: [synergy foods]}", "SYNERGY FOODS’S plant, Synergy Foods' site", []),
        ("{never: [synergy], except: [the synergy of, synergy of scale]}", "the synergy of scale", []),
        ("{never: [synergy], except: [synerg* foods]}", "Synergy Foods", []),
        ("{never: [synergy of scale, the], except: [the synergy]}", "the synergy of scale", ["synergy of scale"]),
    ],
)  # fmt: skip
def test_never(phrases: str, line: str, found: list[str]) -> None:
    assert [hit.facts["phrase"] for hit in findings(f"phrases: {phrases}", line)] == found


@pytest.mark.parametrize(
    ("needs", "line", "met"),
    [
        ("[signs, agrees to]", "Ana agrees\nto the pilot", True),
        ("[signs, agrees to]", "Ana agreed to the pilot", False),
        ("[sign*]", "Ana countersigns", False),
        ("[sign*]", "Ana SIGNED it", True),
        ("signs", "Ana signs it", True),
    ],
)
def test_one_of_what_is_needed_is_enough(needs: str, line: str, met: bool) -> None:
    hits = findings(f"at: action\nphrases: {{needs: {needs}}}", line)
    assert (hits == []) is met
    assert all("phrase" not in hit.facts for hit in hits)


def test_what_is_missing_is_told_at_the_spot_of_the_card() -> None:
    (hit,) = findings_in("phrases: {needs: [by Friday, 'sign*']}\nat: date", "call", PREP)
    assert (hit.words, hit.message) == ("2026-06-12", "nothing says “by Friday” or “sign*”")


PREP = """\
# Call prep: Perrin, 2026-06-12

Objective: Julie sends the scrap log
to Synergy Foods by 16 June.

## Notes

> We should leverage
> the **synergy** of both.
"""


def test_a_plan_is_looked_at_as_a_whole_and_paragraph_by_paragraph() -> None:
    card = "phrases: {never: [synergy, june notes, leverage the], except: [Synergy Foods]}"
    hits = findings_in(card, "plan", PREP)
    assert [hit.line for hit in hits] == [8, 9]
    assert [hit.words for hit in findings_in(card, "document", PREP)] == [hit.words for hit in hits]


def test_an_exception_reaches_over_the_end_of_a_line() -> None:
    text = PREP.replace("to Synergy Foods", "to Synergy\nFoods")
    assert findings_in("phrases: {never: [synergy], except: [Synergy Foods]}", "objective", text) == []


def test_a_text_full_of_forbidden_words_ends_at_some_finding() -> None:
    assert len(findings_in("phrases: [buzz]", "plan", PREP + "\nbuzz " * 3_000)) == 1_000


def test_a_thousand_stems_cost_one_pass() -> None:
    stems = ", ".join(f"word{number}*" for number in range(1_000))
    line = " ".join(f"word{number}" for number in range(500, 1_500))
    assert len(findings(f"phrases: {{never: [{stems}]}}", line)) == 1_000


FIXED = (
    "phrases: {never: [{phrase: leverage, replacement: use}], needs: [signs]}\n"
    "fix: {safety: unsafe, title: t, replace: phrase, with: '{replacement}'}"
)


def test_a_replacement_mends_what_was_found_and_never_what_is_missing() -> None:
    hits = findings_in(FIXED, "objective", "# Call prep: Perrin, 2026-06-12\n\nObjective: Ana wants to leverage it.\n")
    assert [[change.text for change in hit.changes] for hit in hits] == [["use"], []]


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("Ana signs the PoC release", "Ana signs the trial release"),
        ("Ana signs the Poc release", "Ana signs the trial release"),
        ("Poc release is signed by Ana", "Trial release is signed by Ana"),
        ("**Poc release** is signed by Ana", "**Trial release** is signed by Ana"),
        ("POC release is signed by Ana", "trial release is signed by Ana"),
        ("Ana signs. Poc release by May", "Ana signs. Trial release by May"),
        ("Ana signs (Poc release) by May", "Ana signs (trial release) by May"),
        ("Ana signs the poc release", "Ana signs the trial release"),
        ("poc release is signed by Ana", "trial release is signed by Ana"),
        (f"Ana {'signs, ' * 20}Poc release", f"Ana {'signs, ' * 20}trial release"),
    ],
)
def test_a_capital_is_kept_where_a_sentence_begins(line: str, mended: str) -> None:
    card = (
        "phrases: [{phrase: poc release, replacement: trial release}]\n"
        "fix: {safety: safe, title: t, replace: phrase, with: '{replacement}'}"
    )
    for before in (
        "# Call prep: Perrin, 2026-06-12\n\nObjective: ",
        "# Call prep: Perrin, 2026-06-12\n\nObjectives:\n1. ",
    ):
        text = before + line + "\n"
        (hit,) = findings_in(card, "plan", text)
        for change in hit.changes:
            text = text[: change.span.start] + change.text + text[change.span.end :]
        assert text == before + mended + "\n"


def test_a_replacement_mends_a_plan_where_it_stands() -> None:
    (hit,) = findings_in(FIXED.replace(", needs: [signs]", ""), "plan", PREP)
    assert [PREP[change.span.start : change.span.end] for change in hit.changes] == ["leverage"]


@pytest.mark.parametrize(
    ("phrases", "at", "says"),
    [
        ("{nevr: [a]}", "nevr", "Did you mean “never”?"),
        ("{}", "{}", "neither “never” nor “needs”"),
        ("{except: [a]}", "{exc", "neither “never” nor “needs”"),
        ("{never: []}", "[]", "must not be empty"),
        ("{never: [ab*]}", "ab*", "behind three letters or more"),
        ("{never: [abc*d]}", "abc*d", "at the end of a word"),
        ("{never: ['*']}", "'*'", "at the end of a word"),
        ("{never: ['touch *']}", "'touch *'", "at the end of a word"),
        ("{never: ['syn**']}", "'syn**'", "at the end of a word"),
        ("{never: [synergy], except: [foods]}", "foods", "“foods” is no exception"),
        ("{never: [synergy, synergy]}", "synergy]", "stands here twice"),
        ("{never: [maß, MASS]}", "MASS", "stands here twice"),
        ("{never: [a], needs: [{phrase: b}]}", "{phrase", "only what must not occur has a replacement"),
        ("{never: [[a]]}", "[a]]", "a phrase must be text"),
        ("{never: ['!']}", "'!'", "at least one word"),
    ],
)
def test_a_mistake_has_its_place(phrases: str, at: str, says: str) -> None:
    with pytest.raises(CardError) as caught:
        load(f"phrases: {phrases}")
    assert says in str(caught.value)
    assert caught.value.place == (7, 10 + phrases.index(at))


@pytest.mark.parametrize(
    ("card", "line", "says"),
    [
        ("when: {actor: seller}\nwhere: {rank: primary}", 8, "Put it into “when”"),
        ("input: empty\nwhere: {rank: primary}", 8, "no node that “where” could narrow"),
        ("phrases: [x]\nwhere: {rnk: primary}", 8, "“where” on objective has no key “rnk”"),
        ("phrases: [x]\nwhere: {}", 8, "“where” must not be empty"),
        ("phrases: [x]\nwhere: {not: {}}", 8, "“where” must not be empty"),
    ],
)
def test_a_mistake_in_where_has_its_place(card: str, line: int, says: str) -> None:
    with pytest.raises(CardError) as caught:
        load(card)
    assert says in str(caught.value)
    assert caught.value.place is not None
    assert caught.value.place.line == line


def test_where_narrows_what_is_looked_at() -> None:
    text = PREP.replace("## Notes", "Fallback: Julie lists a synergy by 18 June.\n\n## Notes")
    everywhere = findings_in("phrases: [synergy]", "objective", text)
    narrowed = findings_in("phrases: [synergy]\nwhere: {rank: fallback}", "objective", text)
    assert [hit.line for hit in everywhere] == [4, 6]
    assert [hit.line for hit in narrowed] == [6]


def test_where_narrows_a_check(tmp_path: object) -> None:
    with open(os.path.join(str(tmp_path), "check.py"), "w", encoding="utf-8") as file:
        file.write("from advancelint.api import Finding\ndef find(node):\n    yield Finding(node.span, {})\n")
    text = CARD.format(on="objective", condition="check: check.py:find\nwhere: {actor: seller}", message="says so")
    rule = load_card(os.path.join(str(tmp_path), "card.yaml"), text, Origin("local", "files"))
    assert [bool(list(rule.find(line_node(words)))) for words in ("We send it", "Ana sends it")] == [True, False]


def test_where_counts_in_the_scope() -> None:
    assert load("phrases: [x]").card.scope == "line"
    assert load("phrases: [x]\nwhere: {reached: no}").card.scope == "account"
