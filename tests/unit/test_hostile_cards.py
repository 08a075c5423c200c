"""Whatever stands in somebody's card, config or name of a pack, no command lets it out of its place."""

from __future__ import annotations

import json
import re
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from packs import card, check, lay, tool, write
from test_hostile_text import COMMAND, PAGE, PIECES, is_invisible

from advancelint.report.formats import NAMES

FEW = hypothesis_settings(max_examples=4, deadline=None)
# YAML cannot say half a character, and braces are slots.
_SAID = [piece for piece in PIECES if not re.search("[\ud800-\udfff{}]", piece)]
HOSTILE = st.lists(st.sampled_from(_SAID), min_size=1, max_size=4).map(" ".join).filter(str.strip)
WORST = (
    "a\n::error::x\r\x1b[2J\x1b]8;;https://evil.example\x07b\x1b]8;;\x07 ##vso[task.complete]c ##[error]d \u202ee"
    "\u2066f\u2028::stop-commands::g <img src=x onerror=h> [i](https://evil.example) @here | `j` | #12"
)
_NUMBERS = count()


def quoted(words: str) -> str:
    """Return ``words`` as YAML and TOML say them."""
    return '"' + "".join(one if one.isprintable() and one not in '"\\' else f"\\U{ord(one):08x}" for one in words) + '"'


def full(words: str) -> str:
    """Return a card, all of whose sentences are ``words``."""
    said = quoted(words)
    condition = (
        f"phrases: [{{phrase: burner, replacement: {said}}}]\n"
        f'fix: {{safety: unsafe, title: {said}, replace: phrase, with: "{{replacement}}"}}\n'
        f"options: {{one: {{schema: {{type: string}}, default: {said}, help: {said}}}}}\nurl: https://x.example/a?b=(c)"
    )
    sentences = dict.fromkeys(("summary", "note", "why", "instead"), said)
    examples = f"{{flagged: [{{text: {said}, fixed: {said}}}], clean: [{{plan: {said}}}]}}"
    message = f'"{said[1:-1]} {{one}} {{phrase}} {{replacement}}"'
    return card("EVL101", "x", condition, examples=examples, **sentences, message=message)


def harmless(text: str, *, commands: bool = False) -> None:
    """Fail where a terminal would do something, or the reader of a log but for what a format of ``commands`` says."""
    for line in text.split("\n"):
        if not commands:
            assert not COMMAND.search(line), ascii(line)
            assert not line.lstrip().startswith("::"), ascii(line)
        elif line:
            assert re.match(r"::(warning|notice) |##vso\[task\.logissue |advancelint: ", line), ascii(line)
            assert not COMMAND.search(line[2:]), ascii(line)
    assert not [one for one in set(text) - {"\n"} if is_invisible(one)], ascii(text)


@FEW
@given(words=HOSTILE)
def test_reports(words: str) -> None:
    reported(words)


def test_the_worst_in_reports() -> None:
    reported(WORST)


def reported(words: str) -> None:
    with TemporaryDirectory() as place:
        write(Path(place), {"EVL101-x.yaml": full(words)})
        wanted = [word for name in NAMES for word in ("--output-format", name, "--output", f"report.{name}")]
        ended = check(Path(place), "--rules", "EVL101-x.yaml", *wanted)
        assert (ended.returncode, ended.stdout) == (0, ""), ended.stderr
        harmless(ended.stderr)
        reports = {name: Path(place, f"report.{name}").read_text("utf-8") for name in NAMES}
    for name, text in reports.items():
        assert "EVL101" in text, name
        harmless(text, commands=name in ("github", "azure"))
    tags = set(re.findall(r"</?([a-z0-9]+)", PAGE.render(reports["markdown"])))
    assert tags <= {"h3", "h4", "p", "ul", "ol", "li", "strong", "table", "thead", "tbody", "tr", "th", "td"}
    (rule,) = [
        one for one in json.loads(reports["sarif"])["runs"][0]["tool"]["driver"]["rules"] if one["id"] == "EVL101"
    ]
    assert rule["helpUri"] == "https://x.example/a?b=(c)"
    helped = PAGE.render(rule["help"]["markdown"])
    assert set(re.findall(r"</?([a-z0-9]+)", helped)) <= {"p", "strong", "code"}
    assert not re.search(r"\]\(", rule["help"]["text"])


@FEW
@given(words=HOSTILE)
def test_pages_and_lists(words: str) -> None:
    listed(words)


def test_the_worst_in_pages_and_lists() -> None:
    listed(WORST)


def listed(words: str) -> None:
    with TemporaryDirectory() as place:
        write(Path(place), {"EVL101-x.yaml": full(words)})
        for command in (("rules",), ("explain", "EVL101"), ("explain", "x")):
            ended = tool(Path(place), *command, "--rules", "EVL101-x.yaml")
            assert (ended.returncode, ended.stderr) == (0, "")
            harmless(ended.stdout)
            if command == ("rules",):
                assert all(re.match(r"[A-Z]{2,3}\d{3} ", line) for line in ended.stdout.splitlines())
        for word in ("test", "coverage"):
            for form in ("text", "json"):
                ended = tool(Path(place), "rule", word, "--output-format", form, "EVL101-x.yaml")
                assert (ended.returncode in (0, 1), "EVL101" in ended.stdout + ended.stderr) == (True, True), (
                    ended.stderr
                )
                harmless(ended.stdout)
                harmless(ended.stderr)


@FEW
@given(words=HOSTILE)
def test_errors_of_cards(words: str) -> None:
    broken(words)


def test_the_worst_in_errors_of_cards() -> None:
    broken(WORST)


def broken(words: str) -> None:
    said = quoted(words)
    conditions = (
        f"{said}: x", f"when: {{{said}: x}}", f"when: {{rank: {said}}}", f"when: {{stage: {{{said}: x}}}}",
        f"check: {said}", f"phrases: [{said}]\nat: {said}", f"phrases: [a]\nurl: {said}",
        f"phrases: [a]\nscope: {said}", f"phrases: [a]\noptions: {{{said}: {{}}}}", f"phrases: [a]\nstatus: {said}",
        f"phrases: [a]\n{words}",
        f"phrases: [{said}, {said}]", f"phrases: [a]\nfix: {{{said}: a}}", f"when: {{text: {{matches: {said}}}}}",
    )  # fmt: skip
    cards = {f"EVL1{n:02}-x{n}.yaml": card(f"EVL1{n:02}", f"x{n}", one) for n, one in enumerate(conditions)}
    sentences = {"code": "message: '{0}'", "name": f"name: {said}"}
    with TemporaryDirectory() as place:
        write(Path(place), {**cards, **{f"{name}.yaml": card("EVL199", "z", one) for name, one in sentences.items()}})
        for command in (("check", "--rules", "."), ("config", "check", *sorted(cards))):
            ended = tool(Path(place), *command)
            assert ended.returncode == 2
            harmless(ended.stderr + ended.stdout)
            known = re.compile(r"  |(\./)?[A-Za-z0-9-]+\.yaml:")
            assert not [line for line in ended.stderr.splitlines() if not known.match(line)]


@FEW
@given(words=HOSTILE)
def test_errors_of_configs(words: str) -> None:
    unsettled(words)


def test_the_worst_in_errors_of_configs() -> None:
    unsettled(WORST)


def unsettled(words: str) -> None:
    said = quoted(words)
    lines = (
        f"packs = [{said}]", f"rule-paths = [{said}]", f"select = [{said}]", f"severity.{said} = 'off'",
        f"options.{said}.x = 1", f"options.EVL101.{said} = 1", f"options.EVL101 = {said}", f"{said} = 1",
    )  # fmt: skip
    with TemporaryDirectory() as place:
        write(Path(place), {"EVL101-x.yaml": full(words)})
        for line in lines:
            paths = "" if "rule-paths" in line else "rule-paths = ['EVL101-x.yaml']\n"
            write(Path(place), {"advancelint.toml": f"{paths}{line}\n"})
            ended = tool(Path(place), "config", "check")
            assert (ended.returncode, ended.stdout) == (2, ""), line
            harmless(ended.stderr)
            assert all(re.match(r"  |advancelint\.toml:", one) for one in ended.stderr.splitlines())
        write(Path(place), {"advancelint.toml": f"rule-paths = ['EVL101-x.yaml']\noptions.EVL101.one = {said}\n"})
        for command in (("explain", "EVL101"), ("config", "show"), ("config", "check"), ("check", ".")):
            ended = tool(Path(place), *command)
            assert "EVL101" in ended.stdout or command[0] != "explain", ended.stderr
            harmless(ended.stdout + ended.stderr)


@pytest.mark.parametrize("name", ["::error::x", "##vso[task.complete]", "\x1b[2J", "\u202ex", "a<b>|c"])
def test_the_name_of_a_pack(tmp_path: Path, name: str) -> None:
    module = f"hostile_{next(_NUMBERS)}"
    site = lay(tmp_path / "site", name, module, {f"{module}/EVL101-x.yaml": card("EVL101", "x")}, version=f"1{name}")
    for command in (
        ("rules",),
        ("explain", "EVL101"),
        ("check", "--pack", name[:-1]),
        ("check", "--select", f"{name}x"),
    ):
        ended = tool(tmp_path, *command, "--pack", name, site=site)
        harmless(ended.stdout + ended.stderr)
        assert "Traceback" not in ended.stderr
