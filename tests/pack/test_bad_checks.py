"""Checks in Python that misbehave: the run says so, ends red, and every other rule is heard on every file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from command import DAY, ROOT, Ended, environment
from ferrow_glass import GOOD
from packs import card, check, lay, write

from advancelint import limits

_NUMBERS = count()
HEAD = "from advancelint.api import Change, Finding, Span\n"


class Team(NamedTuple):
    """Two plans, a pack that is right, and a pack whose only rule is the check that a test writes."""

    plans: Path
    site: Path

    def add(self, code: str, more: str = "") -> None:
        """Add a pack with the module ``code``, in which `find` is the check."""
        module = f"strange_{next(_NUMBERS)}"
        text = card("BAD101", "strange", f"check: {module}.checks:find")
        files = {f"{module}/BAD101-strange.yaml": f"{text}{more}", f"{module}/checks.py": HEAD + textwrap.dedent(code)}
        lay(self.site, "strange", module, files)

    def check(self, *arguments: str) -> Ended:
        return check(self.plans, "--pack", "strange", "--pack", "okay", *arguments, site=self.site)

    def start(self, *arguments: str) -> Ended:
        """Run in a process of its own, with a patience of a fifth of a second."""
        code = "import sys, advancelint.limits as one; one.SECONDS = 0.2; from advancelint.cli import main; main()"
        path = os.pathsep.join((os.path.join(ROOT, "src"), str(self.site)))
        return subprocess.run(
            [sys.executable, "-c", code, "check", "--as-of", DAY, "--pack", "strange", *arguments],
            cwd=self.plans,
            env=environment(PYTHONPATH=path),
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    def report(self, *arguments: str) -> tuple[Ended, dict[str, Any]]:
        ended = self.check("--output-format", "json", *arguments)
        return ended, json.loads(ended.stdout)


@pytest.fixture
def team(tmp_path: Path) -> Team:
    plans = write(tmp_path / "plans", {"ferrow.md": GOOD, "lund.md": GOOD.replace("Ferrow Glass", "Lund Bikes")})
    module = f"okay_{next(_NUMBERS)}"
    files = {f"{module}/OKA101-a-burner.yaml": card("OKA101", "a-burner", "phrases: [burner]")}
    return Team(plans, lay(tmp_path / "site", "okay", module, files))


@pytest.fixture
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "SECONDS", 0.2)


def heard(report: dict[str, Any]) -> list[tuple[str, str]]:
    return sorted((one["path"], one["code"]) for one in report["diagnostics"])


OTHERS = [("ferrow.md", "OKA101"), ("lund.md", "OKA101")]
AT_RUN = {
    "raises": ("def find(node): raise ValueError('no such thing')", "ValueError: no such thing (strange"),
    "raises later": ("def find(node):\n    yield Finding(node.span, {})\n    1 / 0", "ZeroDivisionError"),
    "exits": ("def find(node): raise SystemExit(0)", "SystemExit: 0"),
    "calls exit": ("import sys\ndef find(node): sys.exit()", "SystemExit"),
    "recurses": ("def find(node): return find(node)", "RecursionError"),
    "asserts": ("def find(node):\n    assert node.kind == 'call'\n    return []", "AssertionError"),
    "cannot tell": (
        "class Odd(Exception):\n    def __str__(self): raise self\ndef find(node): raise Odd",
        "Odd: it cannot be told",
    ),
    "nothing": ("def find(node): pass", "this one returned something of the type NoneType"),
    "a number": ("def find(node): return 3", "this one returned something of the type int"),
    "words": ("def find(node): return 'words'", "this one yielded something of the type str"),
    "an object": ("def find(node): yield {'span': node.span}", "this one yielded something of the type dict"),
    "a pair": ("def find(node): yield (node.span, {})", "this one yielded something of the type tuple"),
    "no span": ("def find(node): yield Finding((0, 1), {})", "a place is a Span inside of the text"),
    "no numbers": ("def find(node): yield Finding(Span('a', 'b'), {})", "a place is a Span inside of the text"),
    "outside": ("def find(node): yield Finding(Span(0, 10**9), {})", "a place is a Span inside of the text"),
    "before": ("def find(node): yield Finding(Span(-3, 2), {})", "a place is a Span inside of the text"),
    "turned round": ("def find(node): yield Finding(Span(5, 2), {})", "a place is a Span inside of the text"),
    "facts": ("def find(node): yield Finding(node.span, {'n': 3})", "the facts of a finding are words"),
    "no facts": ("def find(node): yield Finding(node.span, None)", "the facts of a finding are words"),
    "changes": ("def find(node): yield Finding(node.span, {}, None)", "the changes of a finding are a tuple"),
    "a change": ("def find(node): yield Finding(node.span, {}, (node.span,))", "a change of a finding is a Change"),
    "half": ("def find(node): yield Finding(node.span, {}, (Change(node.span, chr(0xd800)),))", "half a character"),
    "overlap": (
        "def find(node): yield Finding(node.span, {}, (Change(node.span, 'a'), Change(node.span, 'b')))",
        "two changes of one finding overlap",
    ),
    "lost changes": (
        "def find(node): yield Finding(node.span, {}, (Change(node.span, 'a'),))",
        "has no “fix”",
    ),
    "endless": ("def find(node):\n    while True: yield Finding(node.span, {})", "more than 1000 things"),
    "spoils values": ("def find(node): node.values['rank'] = 'plan'", "does not support item assignment"),
    "spoils spots": ("def find(node): node.spots.clear()", "has no attribute 'clear'"),
    "spoils options": ("def find(node, options): options['x'] = 1", "does not support item assignment"),
    "spoils the node": ("def find(node): node.span = None", "AttributeError"),
}


@pytest.mark.parametrize("name", AT_RUN)
def test_a_check_that_fails_is_a_fault_and_hides_nothing(team: Team, name: str) -> None:
    code, says = AT_RUN[name]
    team.add(code)
    ended, report = team.report()
    assert ended.returncode == 3
    assert heard(report) == OTHERS
    assert [(one["path"], one["step"]) for one in report["failures"]] == [
        ("ferrow.md", "BAD101"),
        ("lund.md", "BAD101"),
    ]
    assert all(says in one["message"] for one in report["failures"]), report["failures"][0]["message"]
    assert ended.stderr.count("the rule BAD101 failed: ") == ended.stderr.count("BAD101-strange.yaml)") == 2
    assert "Traceback" not in ended.stderr


def test_a_check_that_no_fact_of_a_sentence_comes_from_is_a_fault(team: Team) -> None:
    # Otherwise a misspelt fact would quote the whole line for ever.
    team.add("def find(node): yield Finding(node.span, {'nn': 'x'})")
    (card,) = team.site.glob("*/BAD101-strange.yaml")
    card.write_text(card.read_text("utf-8").replace("message: ", 'note: "{n}"\nmessage: '), "utf-8")
    ended, report = team.report()
    assert (ended.returncode, heard(report)) == (3, OTHERS)
    assert {one["message"] for one in report["failures"]} == {
        "a sentence of the card asks for “n”, and the finding brings no such fact"
    }


def test_what_a_process_of_a_check_prints_stays_out_of_the_report(team: Team) -> None:
    team.add(
        """
        import os, subprocess
        def find(node):
            subprocess.run(["echo", "one"])
            os.write(1, b"two")
            return ()
        """
    )
    ended = team.start("--pack", "okay", "--output-format", "json")
    assert (ended.returncode, heard(json.loads(ended.stdout))) == (0, OTHERS)
    assert "one" in ended.stderr
    assert "two" in ended.stderr


@pytest.mark.usefixtures("soon")
def test_an_error_whose_words_never_end_is_waited_for_once(team: Team) -> None:
    team.add("class Odd(Exception):\n    def __str__(self):\n        while True: pass\ndef find(node): raise Odd")
    ended, report = team.report()
    assert (ended.returncode, heard(report)) == (3, OTHERS)
    assert [(one["path"], one["message"][:15]) for one in report["failures"]] == [("ferrow.md", "it raised Odd, ")]


def test_a_run_that_is_stopped_has_found_nothing(team: Team) -> None:
    team.add("def find(node): raise KeyboardInterrupt")
    ended = team.check()
    assert (ended.returncode, ended.stdout) == (130, "")


LOOPS = {
    "spins": "def find(node):\n    while True: pass",
    "sleeps": "import time\ndef find(node): time.sleep(60)",
    "yields nothing": "def find(node):\n    while True:\n        yield from ()",
    "excepts": """
        def find(node):
            while True:
                try:
                    len(node.text)
                except Exception:
                    pass
    """,
    "excepts all": """
        def find(node):
            while True:
                try:
                    len(node.text)
                except BaseException:
                    pass
    """,
    "excepts once": """
        import time
        def find(node):
            try:
                time.sleep(60)
            except BaseException:
                time.sleep(60)
    """,
    "reads": "def find(node):\n    import os\n    os.read(os.pipe()[0], 1)",
}


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("name", LOOPS)
def test_a_check_that_never_ends_is_stopped(team: Team, name: str) -> None:
    team.add(LOOPS[name])
    ended, report = team.report()
    assert ended.returncode == 3
    assert heard(report) == OTHERS
    # In the first file: who had to be stopped once is not waited for in every other one.
    assert [(one["path"], one["message"]) for one in report["failures"]] == [
        ("ferrow.md", "it was stopped after 0.2 seconds, and given up for this run")
    ]


DEAF = {
    "sleeps": """
        import time
        def find(node):
            while True:
                try:
                    time.sleep(60)
                except BaseException:
                    pass
    """,
    "never comes back": "import itertools\ndef find(node): return sum(itertools.repeat(0))",
}


@pytest.mark.parametrize("name", DEAF)
def test_a_check_that_cannot_be_stopped_takes_the_run_with_it_and_is_never_green(team: Team, name: str) -> None:
    team.add(DEAF[name])
    ended = team.start()
    assert ended.returncode < 0, "killed"
    assert ended.stdout == ""
    assert ("cannot be stopped" in ended.stderr) == (name == "sleeps")


AT_IMPORT = {
    "raises": ("raise ValueError('no licence')", "cannot be imported: ValueError: no licence"),
    "exits": ("raise SystemExit(0)", "cannot be imported: SystemExit: 0"),
    "loops": ("while True: pass", "cannot be imported: it was stopped after 0.2 seconds"),
    "no python": ("def find(:", "cannot be imported: SyntaxError"),
    "no module": ("import none_such_as_this", "cannot be imported: ModuleNotFoundError"),
    "no function": ("", "is no function"),
    "a value": ("find = 3", "is no function"),
    "a class": ("class find:\n    def __init__(self, node): pass", "is a class"),
    "async": ("async def find(node): return []", "is asynchronous"),
    "async, yielding": ("async def find(node): yield None", "is asynchronous"),
    "takes nothing": ("def find(): return []", "takes other arguments than a check does"),
    "takes three": ("def find(node, options, more): return []", "takes other arguments than a check does"),
    "takes by name": ("def find(node, *, options): return []", "takes other arguments than a check does"),
}


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("name", AT_IMPORT)
def test_a_check_that_cannot_be_had_is_a_fault_of_its_card(team: Team, name: str) -> None:
    code, says = AT_IMPORT[name]
    team.add(code)
    ended = team.check("--output-format", "json")
    assert (ended.returncode, ended.stdout) == (2, ""), ended.stderr
    assert "BAD101-strange.yaml:9:8: “strange_" in ended.stderr
    assert says in ended.stderr
    assert "Traceback" not in ended.stderr


FIT = {
    "a builtin": "find = __import__('operator').itemgetter(slice(0, 0))",
    "an object": "class One:\n    def __call__(self, node): return iter(())\nfind = One()",
    "a method": "class One:\n    def find(self, node, options): return []\nfind = One().find",
    "a partial": "from functools import partial\nfind = partial(lambda found, node: found, [])",
    "anything": "def find(*given): return []",
    "a list": "def find(node): return [Finding(node.span, {})][:0]",
    "a lambda": "find = lambda node: ()",
}


@pytest.mark.parametrize("name", FIT)
def test_what_can_be_called_as_a_check_is_one(team: Team, name: str) -> None:
    team.add(FIT[name])
    ended, report = team.report()
    assert (ended.returncode, ended.stderr, heard(report)) == (0, "", OTHERS)


def test_what_a_check_prints_is_no_part_of_a_report(team: Team) -> None:
    team.add(
        """
        import logging, sys
        print("imported")
        log = logging.getLogger(__name__)
        log.addHandler(logging.StreamHandler())
        def find(node):
            log.warning("logged")
            print("::error::seen", node.text[:4], "##vso[task.complete]\\x1b[2J")
            print("half a line", end="", file=sys.stderr)
            return []
        """
    )
    ended, report = team.report()
    assert (ended.returncode, heard(report)) == (0, OTHERS)
    lines = ended.stderr.splitlines()
    assert lines[0] == "note: a check printed: imported"
    assert lines[1] == "note: a check printed: logged"
    assert lines[2].startswith("note: a check printed: ::error::seen ")
    assert lines[3] == "note: a check printed: half a line"
    assert all(line.startswith("note: a check printed: ") for line in lines)
    assert "\x1b" not in ended.stderr
    assert "##vso[" not in ended.stderr


def test_where_a_check_goes_the_run_does_not_follow(team: Team) -> None:
    team.add("import os\ndef find(node):\n    os.chdir('/')\n    return []")
    ended, report = team.report("ferrow.md", "lund.md")
    assert (ended.returncode, ended.stderr, heard(report)) == (0, "", OTHERS)


def test_a_module_that_hangs_is_waited_for_once(team: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []
    real: Callable[..., Any] = limits.guarded

    def counted(work: Callable[..., Any], *given: Any) -> Any:
        seen.append(getattr(work, "__name__", ""))
        return real(work, *given)

    monkeypatch.setattr("advancelint.cards.bind.guarded", counted)
    module = f"twice_{next(_NUMBERS)}"
    two = {f"{module}/BAD10{n}-b{n}.yaml": card(f"BAD10{n}", f"b{n}", f"check: {module}.one:find") for n in (1, 2)}
    lay(team.site, "strange", module, {**two, f"{module}/one.py": "raise ValueError"})
    ended = team.check()
    assert ended.returncode == 2
    assert ended.stderr.count("cannot be imported: ValueError") == 2
    assert seen.count("import_module") == 1
