"""What is known of the files beside a plan: whether they are as they were, and what git cannot tell of them."""

import sys
from pathlib import Path

import pytest
from repository import commit, git, new_repository, write

from advancelint.config import Settings
from advancelint.engine import look_around
from advancelint.engine.neighbours import Neighbours
from advancelint.source import Source

LATER = sys.maxsize
PLAN = "---\ntype: deal-plan\naccount: Lund Bikes\nclose-date: 2026-09-30\n---\n# Lund Bikes\n"


def looking() -> Neighbours:
    return look_around(lambda _: Settings(as_of="2026-06-01"))


def looked_around(path: Path) -> Neighbours:
    """Look around the plan in ``path``, as a rule does that asks for all that is known of its account."""
    around = looking()
    plan = around.plan_of(Source.of(str(path), path.read_text("utf-8")))
    list(around.around(plan).beside)
    return around


def seen(path: Path, before: int = LATER) -> str:
    around = looked_around(path)
    return around.seen(str(path), around.ties_of(str(path)), before)


@pytest.mark.parametrize("own", ["anna.md", "lund.md", "visit.md"])
def test_what_a_plan_saw_is_told_by_the_files_beside_it(tmp_path: Path, own: str) -> None:
    for name in ("anna.md", "lund.md", "visit.md"):
        write(tmp_path, name, PLAN)
    first = seen(tmp_path / own)
    assert first
    assert first == seen(tmp_path / own)
    write(tmp_path, own, f"{PLAN}\nOurs.\n")
    assert first == seen(tmp_path / own), "what it says itself is known anyway"
    write(tmp_path, "lund.md" if own != "lund.md" else "visit.md", f"{PLAN}\nAnother word.\n")
    assert first != seen(tmp_path / own)


def test_what_may_have_changed_meanwhile_or_cannot_be_read_is_not_relied_on(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "plans")
    for name in ("anna.md", "lund.md", "visit.md"):
        write(folder, name, PLAN)
    commit(folder)
    assert seen(folder / "anna.md") != ""
    assert seen(folder / "anna.md", before=0) == ""
    (folder / "visit.md").unlink()  # git tracks it still
    assert seen(folder / "anna.md") == ""


def test_only_half_a_history_and_what_git_does_not_track_are_told(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "plans")
    write(folder, "lund.md", PLAN)
    commit(folder)
    assert looked_around(folder / "lund.md").notes == ()
    write(folder, "lund.md", f"{PLAN}\nMore.\n")
    write(folder, "visit.md", PLAN)
    (note,) = looked_around(folder / "visit.md").notes
    assert note == f"{folder / 'visit.md'}: the other files of the account do not see it before “git add”"
    commit(folder)
    git(tmp_path, "clone", "--quiet", "--depth", "1", folder.as_uri(), "half")
    (note,) = looked_around(tmp_path / "half" / "lund.md").notes
    assert note.startswith("a shallow clone")


def test_a_plan_whose_account_no_rule_asked_for_does_not_rest_on_other_files(tmp_path: Path) -> None:
    write(tmp_path, "lund.md", PLAN)
    around = looking()
    path = str(tmp_path / "lund.md")
    alone = around.seen(path, around.ties_of(path), LATER)
    write(tmp_path, "visit.md", PLAN)
    assert around.seen(path, around.ties_of(path), LATER) == alone != ""
    assert around.seen(path, around.ties_of(path), 0) == alone, "it has looked at no other file"


def test_nor_on_earlier_versions_of_itself(tmp_path: Path) -> None:
    folder, told = new_repository(tmp_path / "plans"), []
    path = str(folder / "lund.md")
    for text in (PLAN, f"{PLAN}\nMore.\n"):
        write(folder, "lund.md", text)
        commit(folder)
        around = looking()
        told.append(around.seen(path, around.ties_of(path), LATER))
    assert told[0] == told[1]


def test_close_dates_of_earlier_versions_are_told_also_where_the_last_one_was_edited(tmp_path: Path) -> None:
    folder = new_repository(tmp_path / "plans")
    for number, day in enumerate(("2026-07-31", "2026-08-31", "2026-08-31")):
        write(folder, "lund.md", f"{PLAN.replace('2026-09-30', day)}\nVersion {number}.\n")
        commit(folder)
    path = folder / "lund.md"

    def told() -> tuple[str, ...]:
        around = looking()
        return around.around(around.plan_of(Source.of(str(path), path.read_text("utf-8")))).close_dates

    assert told() == ("2026-07-31",), "what was committed last is what lies there"
    write(folder, "lund.md", PLAN)
    assert told() == ("2026-07-31", "2026-08-31")
