"""What each format says of a report, held to the format's published schema and to how its readers read it."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from reports import OTHER, RULE, diagnostic, element, fix, held, parsed, report, text_of

from advancelint.diagnostic import Diagnostic, Failure, Frame
from advancelint.report.formats import FORMATS, NAMES
from advancelint.report.markdown import LIMIT
from advancelint.source import Place

FAULT = Failure("plans/x.md", "SP207", "KeyError: 'hedge'")
WEAK = diagnostic("maybe", code="SP203", name="no-deadline", severity="warning", url=OTHER.page)
NOTE = diagnostic("see", code="SP209", name="unclear-act", severity="info")
ALL = report(diagnostic(fix=fix()), WEAK, NOTE, held=(held(), held("baseline", "")), failures=(FAULT,))
EMPTY = report()


def test_the_registry_names_each_format_once_and_says_all_of_it() -> None:
    assert len(set(NAMES)) == len(FORMATS) == 12
    for known in FORMATS:
        assert known.reader
        assert known.cut
        assert text_of(known.name, EMPTY) is not None


@pytest.mark.parametrize("name", NAMES)
def test_a_report_is_the_same_every_time(name: str) -> None:
    assert text_of(name, ALL) == text_of(name, ALL)


# --- text and concise


def test_held_findings_are_counted_and_shown_only_where_they_are_wanted() -> None:
    text = text_of("text", ALL)
    assert (
        "2 plans judged of 3 files, 1 passed over: 1 error, 1 warning, 1 note; 1 held by suppressions, 1 by the" in text
    )
    assert text.count("plans/norwood.md:14:") == 3
    shown = text_of("text", ALL, held=True)
    assert shown.count("plans/norwood.md:14:") == 5
    assert "= held by a suppression: agreed with the client\n" in shown
    assert "= held by the baseline\n" in shown
    assert "; 1 held by the baseline\n" in text_of("text", report(held=(held("baseline"),)))


@pytest.mark.parametrize(
    ("safety", "said"), [("safe", "= fixable with --fix: say"), ("unsafe", "= fixable with --fix --unsafe-fixes: say")]
)
def test_a_fix_is_announced_with_the_option_that_makes_it(safety: str, said: str) -> None:
    assert said in text_of("text", report(diagnostic(fix=fix(safety))))
    assert "fixable" not in text_of("text", report(diagnostic()))


def test_concise_is_one_line_a_finding() -> None:
    lines = text_of("concise", ALL, held=True).splitlines()
    assert len(lines) == 5 + 2
    assert "plans/norwood.md:14:16: AD401 error: “Demonstrate” is your own work [fixable with --fix]" in lines
    assert lines[-1] == "as of 2026-06-01"


def test_statistics_count_the_findings_of_each_rule() -> None:
    many = report(diagnostic(fix=fix()), diagnostic("Show"), WEAK, held=(held(),))
    expected = [("AD401", "seller-activity", 2, 1), ("SP203", "no-deadline", 1, 0)]
    rows = parsed("json", many, statistics=True)["statistics"]
    assert [(row["code"], row["name"], row["count"], row["fixable"]) for row in rows] == expected
    assert [line["statistic"] for line in parsed("jsonl", many, statistics=True) if "statistic" in line] == rows
    for name in ("text", "concise"):
        *_, first, second = text_of(name, many, statistics=True).splitlines()
        assert first.split() == ["2", "AD401", "seller-activity", "1", "fixable"]
        assert second.split() == ["1", "SP203", "no-deadline"]
    assert "statistics" not in parsed("json", many)
    assert text_of("text", EMPTY, statistics=True) == text_of("text", EMPTY)


# --- json and jsonl


def test_json_has_fixes_held_findings_and_faults() -> None:
    document = parsed("json", ALL)
    mended = [one["fix"] for one in document["diagnostics"] if one["fix"]]
    edit = {"line": 14, "column": 1, "end_line": 14, "end_column": 6, "text": "Birgit"}
    assert mended == [{"safety": "safe", "title": "say who acts", "edits": [edit]}]
    assert [one["held"]["by"] for one in document["held"]] == ["suppression", "baseline"]
    assert document["summary"]["held"] == {"suppression": 1, "baseline": 1}
    assert document["failures"] == [{"path": "plans/x.md", "step": "SP207", "message": "KeyError: 'hedge'"}]


def test_jsonl_is_json_in_lines() -> None:
    document, lines = parsed("json", ALL), parsed("jsonl", ALL)
    assert [line["diagnostic"] for line in lines if "diagnostic" in line] == document["diagnostics"]
    assert [line["held"] for line in lines if "held" in line] == document["held"]
    assert [line["failure"] for line in lines if "failure" in line] == document["failures"]
    assert lines[-1]["summary"] == document["summary"]


# --- sarif


def run_of(made: Any) -> Any:
    (run,) = parsed("sarif", made)["runs"]
    return run


def test_sarif_describes_each_rule_and_points_at_it() -> None:
    run = run_of(ALL)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["AD401", "SP203"]
    first, second = rules
    assert first["defaultConfiguration"]["level"] == "error"
    assert second["defaultConfiguration"]["level"] == "warning"
    assert first["properties"] == {"tags": ["advance"], "precision": "high", "measuredPrecision": 0.93}
    assert second["properties"] == {"tags": ["advance"]}
    assert "begin with <client>" in first["help"]["text"]
    assert "begin with &lt;client&gt;" in first["help"]["markdown"], "a slot must not vanish as a tag"
    address = urlsplit(first["helpUri"])
    assert address.scheme == "https"
    assert address.path.endswith(RULE.page)
    indexes = [(result["ruleId"], result.get("ruleIndex")) for result in run["results"]]
    assert indexes == [("AD401", 0), ("SP203", 1), ("SP209", None), ("AD401", 0), ("AD401", 0)]


def test_sarif_places_end_behind_the_last_character() -> None:
    run = run_of(report(diagnostic("🏭 x", "ab 🏭 x")))
    assert run["columnKind"] == "unicodeCodePoints"
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 14, "startColumn": 4, "endLine": 14, "endColumn": 7}


def test_sarif_levels_suppressions_and_fixes() -> None:
    results = run_of(ALL)["results"]
    assert [result["level"] for result in results] == ["error", "warning", "note", "error", "error"]
    kinds = [[one["kind"] for one in result["suppressions"]] for result in results]
    assert kinds == [[], [], [], ["inSource"], ["external"]]
    assert results[3]["suppressions"][0]["justification"] == "agreed with the client"
    (change,) = results[0]["fixes"][0]["artifactChanges"]
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"]["text"] == "Birgit"
    assert replacement["deletedRegion"] == {"startLine": 14, "startColumn": 1, "endLine": 14, "endColumn": 6}
    assert "fixes" not in results[1]


def test_sarif_fingerprints_have_a_key_of_our_own_and_differ() -> None:
    same = diagnostic("Show")
    run = run_of(report(same, same._replace(start=Place(20, 1), end=Place(20, 5)), held=(held(),)))
    marks = [result["partialFingerprints"] for result in run["results"]]
    assert all(list(mark) == ["advancelint/v1"] for mark in marks)
    assert len({mark["advancelint/v1"] for mark in marks}) == 3


def test_sarif_tells_of_a_fault_as_a_notification() -> None:
    (invocation,) = run_of(ALL)["invocations"]
    assert invocation["executionSuccessful"] is False
    (notice,) = invocation["toolExecutionNotifications"]
    assert notice["message"]["text"] == "internal failure in SP207: KeyError: 'hedge'"
    assert run_of(EMPTY)["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("Acme Corp/plan #1.md", "Acme%20Corp/plan%20%231.md"),
        ("Kunden/Müller.md", "Kunden/M%C3%BCller.md"),
        ("a:b/100%?.md", "a%3Ab/100%25%3F.md"),
        ("latin-\udcf6.md", "latin-%F6.md"),
        ("/tmp/other plan.md", "file:///tmp/other%20plan.md"),
        ("C:/plans/x y.md", "file:///C:/plans/x%20y.md"),
    ],
)
def test_sarif_addresses_are_percent_encoded(path: str, uri: str) -> None:
    place = run_of(report(diagnostic(path=path)))["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == uri
    assert ("uriBaseId" in place["artifactLocation"]) is not uri.startswith("file:")
    assert unquote(urlsplit(uri).path, errors="surrogateescape").removeprefix("/").endswith(path.removeprefix("/"))


def test_sarif_takes_no_words_of_a_plan_for_a_link_or_a_placeholder() -> None:
    hostile = report(diagnostic(message="[click](https://evil.example) {0} {name}"))
    text = run_of(hostile)["results"][0]["message"]["text"]
    assert not re.search(r"\]\(", text)
    assert text.startswith("[click] (https://evil.example) {{0}} {name}")


# --- gitlab, rdjson


def test_gitlab_severities_and_fingerprints() -> None:
    issues = parsed("gitlab", ALL)
    assert [issue["severity"] for issue in issues] == ["blocker", "major", "minor", "info"]
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert issues[1]["location"] == {"path": "plans/norwood.md", "lines": {"begin": 14, "end": 14}}


def test_gitlab_fingerprints_do_not_hang_on_the_line() -> None:
    moved = diagnostic(start=Place(99, 3), end=Place(99, 9))
    first, second = parsed("gitlab", report(diagnostic())), parsed("gitlab", report(moved))
    assert first[0]["fingerprint"] == second[0]["fingerprint"]
    elsewhere = parsed("gitlab", report(diagnostic(path="plans/other.md")))
    assert first[0]["fingerprint"] != elsewhere[0]["fingerprint"]


def test_rdjson_counts_bytes() -> None:
    # The example of reviewdog's own description: in a𐐀b, the column of b is 6.
    document = parsed("rdjson", report(diagnostic("b", "a𐐀b")))
    assert document["diagnostics"][0]["location"]["range"] == {
        "start": {"line": 14, "column": 6},
        "end": {"line": 14, "column": 7},
    }


@pytest.mark.parametrize(
    "made",
    [
        diagnostic(end=Place(16, 4)),
        diagnostic(start=Place(14, 5001), end=Place(14, 5012), frame=Frame("…" + "x" * 1999, 1001, 1012)),
    ],
)
def test_rdjson_gives_lines_where_bytes_cannot_be_told(made: Diagnostic) -> None:
    where = parsed("rdjson", report(made))["diagnostics"][0]["location"]["range"]
    assert where == {"start": {"line": made.start.line}, "end": {"line": made.end.line}}


def test_rdjson_suggests_a_fix_of_one_edit_and_no_half_ones() -> None:
    one, two = report(diagnostic(fix=fix())), report(diagnostic(fix=fix("safe", "a", "b")))
    suggestion = {"range": {"start": {"line": 14, "column": 1}, "end": {"line": 14, "column": 6}}, "text": "Birgit"}
    assert parsed("rdjson", one)["diagnostics"][0]["suggestions"] == [suggestion]
    assert "suggestions" not in parsed("rdjson", two)["diagnostics"][0]
    far = fix()._replace(edits=(fix().edits[0]._replace(start=Place(2, 4), end=Place(2, 9)),))
    assert "suggestions" not in parsed("rdjson", report(diagnostic(fix=far)))["diagnostics"][0]


def test_rdjson_severities_and_faults() -> None:
    found = parsed("rdjson", ALL)["diagnostics"]
    assert [one["severity"] for one in found] == ["ERROR", "ERROR", "WARNING", "INFO"]
    assert found[0]["location"] == {"path": "plans/x.md"}


# --- junit, checkstyle


def test_junit_fails_for_errors_alone() -> None:
    (suite,) = element("junit", ALL)
    assert {key: suite.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4", "failures": "1", "errors": "1", "skipped": "2",
    }  # fmt: skip
    assert [case[0].tag for case in suite] == ["error", "failure", "skipped", "skipped"]
    assert suite[1].get("classname") == "plans/norwood.md"
    assert "plans/norwood.md:14:16" in suite[1][0].text


def test_junit_without_findings_has_a_case_that_passed() -> None:
    (suite,) = element("junit", EMPTY)
    assert [(case.get("name"), len(case)) for case in suite] == [("no findings", 0)]
    assert suite.get("tests") == "1"


def test_checkstyle_has_an_element_for_each_file() -> None:
    made = report(diagnostic(), WEAK._replace(path="a.md"), NOTE, failures=(FAULT,))
    found = {file.get("name"): [error.get("severity") for error in file] for file in element("checkstyle", made)}
    assert found == {"a.md": ["warning"], "plans/norwood.md": ["error", "info"], "plans/x.md": ["error"]}


# --- github, azure


def github(made: Any) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as the runner does."""
    found = []
    for line in text_of("github", made).splitlines():
        match = re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line)
        assert match, line
        pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
        found.append((match[1], {key: decoded(value) for key, value in pairs.items()}, decoded(match[3])))
    return found


def decoded(text: str) -> str:
    for code, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_github_annotations() -> None:
    made = report(diagnostic(path="a:b,c%0A.md", message="100 %: a, b"), WEAK._replace(end=Place(16, 2)), NOTE)
    error, warning, notice = github(made)
    assert [error[0], warning[0], notice[0]] == ["error", "warning", "notice"]
    assert error[1]["file"] == "a:b,c%0A.md"
    assert (error[1]["line"], error[1]["col"], error[1]["endColumn"]) == ("14", "16", "27")
    assert error[2].startswith("100 %: a, b\nyou act here\n")
    assert "col" not in warning[1], "columns mean nothing across lines"


def test_github_shows_the_worst_of_as_many_files_as_possible_and_counts_the_rest() -> None:
    many = [diagnostic(path=f"{name}.md", start=Place(line, 1)) for name in "ab" for line in range(1, 8)]
    notes = [NOTE._replace(path="c.md", start=Place(line, 1)) for line in range(1, 4)]
    found = github(report(*many, *notes))
    assert [(kind, where["file"], where["line"]) for kind, where, _ in found[:4]] == [
        ("error", "a.md", "1"), ("error", "b.md", "1"), ("error", "a.md", "2"), ("error", "b.md", "2"),
    ]  # fmt: skip
    assert found[14][0] == "notice"
    assert found[14][2] == "4 findings more in the log of this step"
    assert len(found) == 14 + 1 + 3


def test_github_tells_of_faults() -> None:
    kind, where, message = github(ALL)[0]
    assert (kind, where["file"]) == ("error", "plans/x.md")
    assert "SP207" in message


def test_azure_issues() -> None:
    made = report(diagnostic(path="a;b]c%.md", message="100 %"), WEAK, NOTE, failures=(FAULT,))
    fault, error, warning, last = text_of("azure", made).splitlines()
    assert fault.startswith("##vso[task.logissue type=error;sourcepath=plans/x.md;code=internal-failure;]internal")
    assert error.startswith(
        "##vso[task.logissue type=error;sourcepath=a%3Bb%5Dc%AZP25.md;linenumber=14;columnnumber=16;"
    )
    assert "]100 %AZP25%0Ayou act here" in error
    assert "type=warning;" in warning
    assert last == "advancelint: 1 note beside, which other formats show"


# --- markdown


def test_the_summary_counts_and_lists_the_worst_first() -> None:
    lines = text_of("markdown", ALL, statistics=True).splitlines()
    assert lines[0] == "### advancelint: 1 error, 1 warning, 1 note"
    assert (
        "2 plans judged of 3 files, 1 passed over, as of 2026-06-01. 1 held by suppressions, 1 by the baseline."
        in lines
    )
    assert "- **plans/x.md**: internal failure in SP207: KeyError: 'hedge'" in lines
    rows = [line.split(" | ")[0] for line in lines if line.startswith(("| error", "| warning", "| info"))]
    assert rows == ["| error", "| warning", "| info"]
    assert "| AD401 | seller-activity | 1 | 1 |" in lines
    assert "|" not in text_of("markdown", EMPTY)


def test_the_summary_ends_at_a_finding_below_the_limit() -> None:
    many = [diagnostic(path=f"{n:05}.md", instead="ü" * 400) for n in range(3000)]
    text = text_of("markdown", report(*many))
    assert LIMIT - 2000 < len(text.encode("utf-8")) <= LIMIT
    rows = text.count("| error |")
    assert text.endswith(f"\n\n{3000 - rows} findings more left out here, since a summary has a limit.\n")
    assert all(line.endswith(" |") for line in text.splitlines() if line.startswith("|"))
