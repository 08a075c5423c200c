"""``check --fix``, ``--unsafe-fixes`` and ``--diff`` on real files: what is changed, and above all what is not."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from command import DAY, START, environment

# A file in which only the seller's sentence is to be mended.
PLAN = """\
---
type: call-plan
stage: discover
---
# Call with Vesna Ilic, 2026-06-10

**Attendees:** Vesna Ilic (Brandt Optics)

**Why they see us:** their returns of April.
**Objective:** Get Vesna to send the April return figures by 12 June.
**Fallback:** Vesna names the colleague who counts the returns by 12 June.
"""
MENDED = PLAN.replace("Get Vesna to send", "Vesna sends")
# Nothing for a safe fix, and three things that only its author can say.
BARE = """\
---
type: deal-plan
stage: discover
---
# Brandt Optics

**Client's win:** fewer returns.

## Calls
### 2026-06-10 Lens review
**Attendees:** Vesna Ilic (Brandt Optics)

### 2026-06-20 Trial
**Objective:** Vesna picks the two lenses for the trial by 24 June.
"""
PREPARED = """\
---
type: deal-plan
stage: discover
---
# Brandt Optics

**Sales objective:** TBD

**Client's win:** fewer returns.

## Calls
### 2026-06-10 Lens review
**Objective:** TBD
**Attendees:** Vesna Ilic (Brandt Optics)

### 2026-06-20 Trial
**Why they see us:** TBD
**Objective:** Vesna picks the two lenses for the trial by 24 June.
**Fallback:** TBD
"""
Ended = subprocess.CompletedProcess[bytes]


def check(*arguments: str, cwd: Path, data: bytes = b"", start: str = START) -> Ended:
    command = [sys.executable, "-c", start, "check", "--as-of", DAY, *arguments]
    return subprocess.run(
        command, cwd=cwd, env=environment(), input=data, capture_output=True, check=False, timeout=120
    )


def fixed(text: str | bytes, folder: Path, *arguments: str) -> bytes:
    """Return what ``--fix`` makes of a file with ``text``."""
    path = folder / "plan.md"
    path.write_bytes(text.encode("utf-8") if isinstance(text, str) else text)
    ended = check("plan.md", "--fix", *arguments, cwd=folder)
    assert b"Traceback" not in ended.stderr, ended.stderr
    return path.read_bytes()


def test_a_safe_fix_is_written_and_told_and_what_remains_is_reported(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(PLAN, "utf-8")
    ended = check("plan.md", "--fix", "--fail-on", "info", cwd=tmp_path)
    assert (tmp_path / "plan.md").read_text("utf-8") == MENDED
    assert ended.returncode == 0, "what is mended is no finding any more"
    assert b"nothing to object to" in ended.stdout
    assert "plan.md:10:16: CF501 fixed: write the sentence from the client's side" in ended.stderr.decode()
    assert b"note: made 1 fix in 1 file" in ended.stderr
    again = check("plan.md", "--fix", cwd=tmp_path)
    assert (tmp_path / "plan.md").read_text("utf-8") == MENDED
    assert b"note: made 0 fixes in 0 files" in again.stderr


def test_without_fix_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(BARE, "utf-8")
    ended = check("plan.md", "--unsafe-fixes", cwd=tmp_path)
    assert (tmp_path / "plan.md").read_text("utf-8") == BARE
    assert b"--fix mends 0 of the findings, --fix --unsafe-fixes 4 more" in ended.stderr


def test_unsafe_fixes_only_hold_places_and_never_make_a_plan_green(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(BARE, "utf-8")
    before = check("plan.md", "--output-format", "json", cwd=tmp_path)
    assert fixed(BARE, tmp_path) == BARE.encode(), "none of these is safe"
    ended = check("plan.md", "--fix", "--unsafe-fixes", "--output-format", "json", cwd=tmp_path)
    assert (tmp_path / "plan.md").read_text("utf-8") == PREPARED
    assert (before.returncode, ended.returncode) == (1, 1)
    for code in (b"PL101", b"PL104", b"PL107", b"AD411"):
        assert before.stdout.count(code) == ended.stdout.count(code) > 0
    assert b"4 of them left for you to fill in or to check" in ended.stderr
    assert fixed(PREPARED, tmp_path, "--unsafe-fixes") == PREPARED.encode(), "a place that is kept is not kept twice"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Get Vesna to send the **April** figures", "Vesna sends the **April** figures"),
        ("Get **Vesna** to send the [April](a_b.md) figures", "**Vesna** sends the [April](a_b.md) figures"),
        ("**Get Vesna** to send the April figures", "**Vesna** sends the April figures"),
        ("get Vesna to send the April figures", "Vesna sends the April figures"),
        # Markup that would be torn, a second verb, several people, a question, words that are not sure: left alone.
        ("Get Vesna to **send the April** figures", ""),
        ("Get Vesna to send the April figures and mail us the sum", ""),
        ("Get the line managers to send the April figures", ""),
        ("Get Vesna to send the April figures?", ""),
        ("Get Vesna to think about the April figures", ""),
    ],
)
def test_the_authors_markup_stays_or_nothing_is_done(tmp_path: Path, before: str, after: str) -> None:
    text = PLAN.replace("Get Vesna to send the April return figures", before)
    wanted = PLAN.replace("Get Vesna to send the April return figures", after or before)
    assert fixed(text, tmp_path).decode() == wanted


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("\n", "\r\n", 6),
        lambda text: "\ufeff" + text,
        lambda text: text.rstrip("\n"),
        lambda text: text.replace("their returns", "größere Rückläufe 🤔 👩‍🔬"),
        lambda text: text.replace("**Objective:** ", "- **Objective**: ").replace("**Fallback:** ", "- **Fallback**: "),
        lambda text: text.replace("12 June.", "12 June.  ", 1) + "\t\n\n\n",
        lambda text: text + "\nA lone\rcarriage return, a form feed \x0c and a line separator \u2028 here.\n",
    ],
    ids=["CRLF", "mixed", "BOM", "no last newline", "emoji", "list", "trailing blanks", "odd line ends"],
)
def test_every_byte_outside_of_the_edit_stays(tmp_path: Path, change: object) -> None:
    assert callable(change)
    before = change(PLAN).encode()
    after = fixed(before, tmp_path)
    assert after == before.replace(b"Get Vesna to send", b"Vesna sends")
    assert after != before


def test_in_a_table_only_the_cell_is_changed(tmp_path: Path) -> None:
    head, _, _ = PLAN.partition("**Why they")
    table = (
        "## Calls\n\n| Date | Objective | Outcome |\n| --- | --- | --- |\n"
        "| 2026-06-10 | Get Vesna to send the a \\| b figures by 12 June |  |\n"
    )
    text = head.replace("call-plan", "account-plan").replace("Call with Vesna Ilic, 2026-06-10", "Brandt") + table
    assert fixed(text, tmp_path).decode() == text.replace("Get Vesna to send", "Vesna sends")


@pytest.mark.parametrize(
    ("label", "kept"),
    [
        ("**Objective:** {}\n", "**Objective:** {}\n\n**Fallback:** TBD\n"),
        ("**Objective**: {}\n", "**Objective**: {}\n\n**Fallback**: TBD\n"),
        ("__Objective:__ {}\n", "__Objective:__ {}\n\n__Fallback:__ TBD\n"),
        ("Objective: {}\n", "Objective: {}\n\nFallback: TBD\n"),
        ("* **Objective:** {}\n", "* **Objective:** {}\n* **Fallback:** TBD\n"),
        ("**Objective:** {}\\\n**Why:** x\n", "**Objective:** {}\\\n**Fallback:** TBD\\\n**Why:** x\n"),
        ("**Objective:** {}", "**Objective:** {}\n\n**Fallback:** TBD"),
        # Where it is not plain how a further line would have to be written, none is.
        ("## Objective\n\n{}\n", ""),
        ("1. Objective: {}\n", ""),
        ("- **Objective:** {}\n  - because of the returns\n", ""),
        ("**Objective:** {} **Outcome:** open\n", ""),
        ("**Objective:** {}\n\n**Fallback:**\n", ""),
    ],
)  # fmt: skip
def test_a_line_is_added_in_the_plans_own_style(tmp_path: Path, label: str, kept: str) -> None:
    step = "Vesna sends the April return figures by 12 June."
    head = "---\ntype: call-plan\nstage: discover\n---\n# Call with Vesna Ilic, 2026-06-10\n\n"
    before = head + label.format(step)
    after = head + (kept or label).format(step)
    assert fixed(before, tmp_path, "--unsafe-fixes", "--select", "AD411").decode() == after


def test_an_added_line_ends_as_the_lines_around_it(tmp_path: Path) -> None:
    assert fixed(BARE.replace("\n", "\r\n"), tmp_path, "--unsafe-fixes") == PREPARED.replace("\n", "\r\n").encode()


def test_a_plan_that_nobody_declared_or_in_another_language_gets_no_lines(tmp_path: Path) -> None:
    recognised = BARE.replace("type: deal-plan\n", "")
    assert fixed(recognised, tmp_path, "--unsafe-fixes").decode() == recognised
    german = (
        "---\ntype: call-plan\n---\n# Gespräch mit Frau Ilic, 2026-06-10\n\n**Ziel:** Frau Ilic schickt uns bis zum "
        "12. Juni die Zahlen der Rückläufer, die sie mit ihrem Team für den April und für den Mai gezählt hat.\n"
    )
    assert fixed(german, tmp_path, "--unsafe-fixes").decode() == german


def test_a_rule_that_is_left_out_mends_nothing(tmp_path: Path) -> None:
    assert fixed(PLAN, tmp_path, "--ignore", "CF501").decode() == PLAN


def test_diff_prints_a_patch_that_git_applies_and_writes_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "Acme Corp"
    folder.mkdir()
    texts = {"crlf.md": PLAN.replace("\n", "\r\n"), "bom.md": "\ufeff" + PLAN, "end.md": PLAN[:-1], "bare.md": BARE}
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    ended = check("Acme Corp", "--diff", "--unsafe-fixes", cwd=tmp_path)
    assert ended.returncode == 1
    assert {name: (folder / name).read_bytes().decode() for name in texts} == texts
    (tmp_path / "all.patch").write_bytes(ended.stdout)
    subprocess.run(["git", "apply", "all.patch"], cwd=tmp_path, env=environment(), check=True)
    patched = {name: (folder / name).read_bytes() for name in texts}
    for name, text in texts.items():
        (folder / name).write_bytes(text.encode())
    check("Acme Corp", "--fix", "--unsafe-fixes", cwd=tmp_path)
    assert patched == {name: (folder / name).read_bytes() for name in texts}
    assert patched["bare.md"] == PREPARED.encode()


def test_diff_ends_with_0_where_there_is_nothing_to_change_and_keeps_the_other_codes(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(MENDED.replace("Vesna sends the April return figures by 12 June.", "TBD"))
    ended = check("plan.md", "--diff", cwd=tmp_path)
    assert (ended.returncode, ended.stdout) == (0, b""), "an error that cannot be mended is no change"
    assert check("plan.md", "nowhere.md", "--diff", cwd=tmp_path).returncode == 2
    assert check("plan.md", "--diff", "--output", "x.txt", cwd=tmp_path).returncode == 2


def test_diff_before_fix_changes_nothing(tmp_path: Path) -> None:
    assert fixed(PLAN, tmp_path, "--diff").decode() == PLAN


def test_a_hostile_name_and_text_make_no_other_patch(tmp_path: Path) -> None:
    name = "a\n+++ b\x1b.md"
    (tmp_path / name).write_text(PLAN.replace("their returns", "\x1b[2J"), "utf-8")
    ended = check(name, "--diff", cwd=tmp_path)
    assert ended.stdout.startswith(b'--- "a/a\\012+++ b\\033.md"\n+++ "b/a\\012+++ b\\033.md"\n@@')
    shown = START.replace("from advancelint", "sys.stdout.isatty = lambda: True; from advancelint")
    terminal = check(name, "--diff", cwd=tmp_path, start=shown)
    assert b"\x1b" not in terminal.stdout
    assert b"\\x1b[2J" in terminal.stdout


def test_standard_input_comes_back_mended_and_the_report_goes_to_standard_error(tmp_path: Path) -> None:
    data = ("\ufeff" + PLAN.replace("\n", "\r\n")).encode()
    ended = check("--stdin-filename", "plan.md", "--fix", cwd=tmp_path, data=data)
    assert ended.stdout == data.replace(b"Get Vesna to send", b"Vesna sends")
    assert b"nothing to object to" in ended.stderr
    assert check("-", "--fix", "--quiet", cwd=tmp_path, data=data).stdout == ended.stdout
    diff = check("--stdin-filename", "plan.md", "--diff", cwd=tmp_path, data=PLAN.encode())
    assert b"+**Objective:** Vesna sends" in diff.stdout
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("data", [b"", b"# Recipe\n\nMix.\n", b"# Gr\xf6\xdfe\n", b"x" * (4 * 1024 * 1024 + 10)])
def test_standard_input_that_is_no_plan_comes_back_as_it_is(tmp_path: Path, data: bytes) -> None:
    assert check("-", "--fix", cwd=tmp_path, data=data).stdout == data


def test_the_mode_stays_and_no_other_file_appears(tmp_path: Path) -> None:
    path = tmp_path / "plan.md"
    path.write_text(PLAN, "utf-8")
    path.chmod(0o640)
    (tmp_path / "other.md").write_text(PLAN, "utf-8")
    check("plan.md", "--fix", cwd=tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert sorted(os.listdir(tmp_path)) == ["other.md", "plan.md"]
    assert (tmp_path / "other.md").read_text("utf-8") == PLAN, "only what is named is changed"


def test_a_read_only_file_is_left_and_the_others_are_mended(tmp_path: Path) -> None:
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(PLAN, "utf-8")
    (tmp_path / "a.md").chmod(0o444)
    ended = check("a.md", "b.md", "--fix", cwd=tmp_path)
    assert ended.returncode == 2
    assert b"a.md: cannot be fixed: it is read-only" in ended.stderr
    assert (tmp_path / "a.md").read_text("utf-8") == PLAN
    assert (tmp_path / "b.md").read_text("utf-8") == MENDED
    assert b"note: made 1 fix in 1 file" in ended.stderr


def test_a_file_that_changes_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text(PLAN, "utf-8")
    start = (
        "import sys; from advancelint.engine import fixing; mend = fixing.mend\n"
        "def slowly(*given):\n"
        "    made = mend(*given)\n"
        "    open('plan.md', 'a').write('And a line.\\n')\n"
        "    return made\n"
        "fixing.mend = slowly\n" + START
    )
    ended = check("plan.md", "--fix", cwd=tmp_path, start=start)
    assert ended.returncode == 2
    assert b"plan.md: was changed while it was being fixed" in ended.stderr
    assert (tmp_path / "plan.md").read_text("utf-8") == PLAN + "And a line.\n"


def test_a_link_is_followed_below_the_current_folder_and_not_out_of_it(tmp_path: Path) -> None:
    inside, outside = tmp_path / "work", tmp_path / "outside"
    for folder in (inside, outside, inside / "real"):
        folder.mkdir()
    (inside / "real" / "plan.md").write_text(PLAN, "utf-8")
    (outside / "plan.md").write_text(PLAN, "utf-8")
    (inside / "near.md").symlink_to("real/plan.md")
    (inside / "far.md").symlink_to("../outside/plan.md")
    (inside / "door").symlink_to("../outside")
    ended = check("near.md", "far.md", "door/plan.md", "--fix", cwd=inside)
    assert ended.returncode == 2
    assert b"it is a link that leads out of the current folder" in ended.stderr
    assert (outside / "plan.md").read_text("utf-8") == PLAN
    assert (inside / "near.md").is_symlink()
    assert (inside / "real" / "plan.md").read_text("utf-8") == MENDED
    check(str(outside / "plan.md"), "--fix", cwd=inside)
    assert (outside / "plan.md").read_text("utf-8") == MENDED, "whoever names the file itself means it"


def test_files_of_one_account_are_judged_again_when_all_are_written(tmp_path: Path) -> None:
    call = PLAN.replace("stage: discover", "stage: discover\naccount: Brandt Optics")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(call, "utf-8")
    (tmp_path / "deal.md").write_text(BARE.replace("stage:", "account: Brandt Optics\nstage:"), "utf-8")
    check(".", "--fix", "--unsafe-fixes", cwd=tmp_path)
    again = check(".", "--diff", "--unsafe-fixes", cwd=tmp_path)
    assert again.stdout == b""
    assert "Get Vesna" not in (tmp_path / "a.md").read_text("utf-8") + (tmp_path / "b.md").read_text("utf-8")
