"""``advancelint suggest`` as a shell sees it."""

import json
import os
from pathlib import Path

import jsonschema
import pytest
from command import DAY, ROOT, Ended, run

GOOD = os.path.join("examples", "plans", "good")


def suggest(*arguments: str, cwd: str | Path = ROOT) -> Ended:
    return run("suggest", "--as-of", DAY, *arguments, cwd=cwd)


def test_suggestions_name_people_energy_and_reason() -> None:
    ended = suggest(os.path.join(GOOD, "kestrel-bakeries.md"))
    assert ended.returncode == 0, ended.stderr
    assert "Kestrel Bakeries. Evaluate:" in ended.stdout
    assert "1. Petra Lindholm (plant manager, Halford) runs the trial" in ended.stdout
    assert "energy high, stage evaluate: " in ended.stdout
    assert "This plan is committed." in ended.stdout


@pytest.mark.parametrize("plan", sorted(os.listdir(os.path.join(ROOT, GOOD))))
def test_there_are_three_to_five_for_every_good_plan(plan: str) -> None:
    document = json.loads(suggest(os.path.join(GOOD, plan), "--format", "json").stdout)
    with open(os.path.join(ROOT, "src", "advancelint", "schemas", "suggest.schema.json"), encoding="utf-8") as file:
        jsonschema.validate(document, json.load(file))
    assert 3 <= len(document["suggestions"]) <= 5
    assert all(one["person"] and one["why"] and one["energy"] in ("medium", "high") for one in document["suggestions"])


def test_what_is_planned_or_done_is_not_suggested() -> None:
    document = json.loads(suggest(os.path.join(GOOD, "kestrel-bakeries.md"), "--format", "json").stdout)
    acts = {one["act"] for one in document["suggestions"]}
    assert not acts & {"allocate_team_time", "share_data_sample", "co_write_success_criteria", "present_to_board"}


def test_an_unknown_stage_is_told(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("---\ntype: deal-plan\n---\n# Orla Foods\n\n**Objective:** TBD\n", "utf-8")
    ended = suggest("plan.md", cwd=tmp_path)
    assert ended.returncode == 1
    assert "Nothing to suggest: the stage of this plan is not known" in ended.stdout
    assert "This plan is draft. To the next level it lacks: a stage of the ladder; the sales objective" in ended.stdout


@pytest.mark.parametrize("name", ["nowhere.md", "prose.md"])
def test_what_is_no_plan_is_wrong_usage(name: str, tmp_path: Path) -> None:
    (tmp_path / "prose.md").write_text("# Recipe\n\nMix flour and water.\n", "utf-8")
    assert suggest(name, cwd=tmp_path).returncode == 2
