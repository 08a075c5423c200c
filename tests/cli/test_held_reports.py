"""What suppressions and the baseline hold, as each report tells it."""

import json
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from test_baseline import HEAD, NAME, ONE, run
from test_suppressions import NEXT

from advancelint.report.formats import NAMES

REASON = "a first showing"


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    """Return a folder in which an AD401 is suppressed, another one is in the baseline, and a third one is new."""
    (tmp_path / "listed.md").write_text(HEAD + ONE, "utf-8")
    assert run("baseline", "create", cwd=tmp_path).returncode == 0
    (tmp_path / "suppressed.md").write_text(HEAD + NEXT + ONE, "utf-8")
    (tmp_path / "new.md").write_text(HEAD.replace("Vesna", "Petra") + ONE.replace("Vesna", "Petra"), "utf-8")
    return tmp_path


def report(plans: Path, name: str, *arguments: str) -> str:
    ended = run("check", "--select", "AD401", "--baseline", NAME, "--output-format", name, *arguments, cwd=plans)
    assert (ended.returncode, ended.stderr) == (1, ""), "only the new one counts"
    return ended.stdout


def test_json_has_them_apart_with_who_holds_them_and_why(plans: Path) -> None:
    found = json.loads(report(plans, "json"))
    assert [one["path"] for one in found["diagnostics"]] == ["new.md"]
    assert [(one["path"], one["code"], one["held"]) for one in found["held"]] == [
        ("listed.md", "AD401", {"by": "baseline", "reason": f"listed in {NAME}"}),
        ("suppressed.md", "AD401", {"by": "suppression", "reason": REASON}),
    ]
    assert (found["summary"]["errors"], found["summary"]["held"]) == (1, {"suppression": 1, "baseline": 1})


def test_sarif_has_them_as_suppressed_results(plans: Path) -> None:
    results = json.loads(report(plans, "sarif"))["runs"][0]["results"]
    told = {one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]: one["suppressions"] for one in results}
    assert told == {
        "new.md": [],
        "listed.md": [{"kind": "external", "status": "accepted", "justification": f"listed in {NAME}"}],
        "suppressed.md": [{"kind": "inSource", "status": "accepted", "justification": REASON}],
    }


def test_text_counts_them_and_shows_them_on_request(plans: Path) -> None:
    plain, shown = report(plans, "text"), report(plans, "text", "--show-held")
    for text in (plain, shown):
        assert "1 error, 0 warnings, 0 notes; 1 held by suppressions, 1 by the baseline" in text
    assert "listed.md:" not in plain
    assert "suppressed.md:" not in plain
    assert f"held by the baseline: listed in {NAME}" in shown
    assert f"held by a suppression: {REASON}" in shown


def test_no_other_format_reports_them_as_findings(plans: Path) -> None:
    for name in set(NAMES) - {"json", "jsonl", "sarif"}:
        # A summary also tells the chains of the accounts, whatever was found there.
        findings = report(plans, name).partition("### The chain of each account")[0]
        assert "listed.md" not in findings.replace(f"listed in {NAME}", ""), name
    assert len(fromstring(report(plans, "checkstyle")).findall("file/error")) == 1
    assert len(json.loads(report(plans, "gitlab"))) == 1
