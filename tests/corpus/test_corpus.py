"""The corpus keeps its own guide's promises."""

import json
import os
import re

import pytest

CORPUS = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "corpus")
AUTHORS = sorted(name for name in os.listdir(os.path.join(CORPUS, "lines")) if name.endswith(".jsonl"))
VALUES: dict[str, set[str | None]] = {
    "field": {"objective", "ask", "next_step", "outcome", "quote"},
    "voice": {"planner", "client"},
    "style": {"plain", "shorthand"},
    "actor": {"client", "seller", "both", "none"},
    "energy": {"none", "low", "medium", "high"},
    "stage": {None, "engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand"},
}
VERDICTS = {"good", "too_general", "not_an_advance", "unrealistic"}


def lines(name: str) -> list[dict]:  # type: ignore[type-arg] # JSON objects of several types
    with open(os.path.join(CORPUS, name), encoding="utf-8") as file:
        return [json.loads(row) for row in file if row.strip()]


@pytest.mark.parametrize("author", AUTHORS)
def test_every_line_follows_the_guide(author: str) -> None:
    for line in lines(os.path.join("lines", author)):
        for key, values in VALUES.items():
            assert line[key] in values, (line["id"], key)
        verdict = set(line["verdict"])
        assert verdict, line["id"]
        assert verdict <= VERDICTS, line["id"]
        assert "good" not in verdict or verdict == {"good"}, line["id"]
        assert line["advance"] or "good" not in verdict, line["id"]
        for key in ("who", "action", "deadline"):
            assert line[key] is None or line[key] in line["text"], (line["id"], key)


def test_the_corpus_is_large_and_repeats_nothing() -> None:
    every = [line for author in AUTHORS for line in lines(os.path.join("lines", author))]
    assert len(every) >= 2500
    assert len({line["id"] for line in every}) == len(every)
    assert len({line["text"] for line in every}) == len(every)
    assert len({line["industry"] for line in every}) >= 20


def test_the_second_annotator_judged_lines_of_the_corpus() -> None:
    known = {line["id"]: line for author in AUTHORS for line in lines(os.path.join("lines", author))}
    second = lines("second-annotator.jsonl")
    assert len({line["id"] for line in second}) == len(second) >= 500
    assert all(line["id"] in known for line in second)


def test_the_readme_counts_the_lines_of_each_part() -> None:
    with open(os.path.join(CORPUS, "README.md"), encoding="utf-8") as file:
        text = file.read()
    rows = re.findall(r"^\| (train|dev|test) \| ([a-z, ]+) \| ([\d,]+) \|", text, re.MULTILINE)
    assert {part for part, _, _ in rows} == {"train", "dev", "test"}
    listed = {name: int(count.replace(",", "")) for _, name, count in rows}
    for names, count in listed.items():
        assert sum(len(lines(os.path.join("lines", f"{name}.jsonl"))) for name in names.split(", ")) == count
    assert sorted(f"{name}.jsonl" for names in listed for name in names.split(", ")) == AUTHORS
    assert f"{sum(listed.values()):,} lines" in text
