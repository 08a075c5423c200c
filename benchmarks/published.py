"""Print how much of plans by strangers is understood, against what they wrote down in the published form.

    .venv/bin/python benchmarks/published.py [FOLDER …] [--misses]

A folder (default: benchmarks/unseen/15 and later) holds ``name.md`` and ``name.expected.yaml``; the expectation has the
keys of `advancelint inspect --format json`. An objective, a step or an outcome is *found* where the tool names the same
line and shares most of the words; how much of a line belongs to it is a matter of taste, and counted apart ("words").
*False* is what the tool says and the author does not.
"""

from __future__ import annotations

import functools
import glob
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import yaml

from advancelint.markdown import parse
from advancelint.plan import Known, understand
from advancelint.plan.published import published
from advancelint.source import Source

# The rounds of unseen/ that weights are trained on, later ones are held out, and those for ranks of goals:
# earlier authors called the only goal of a call its primary one.
LEARNT = range(15, 258)
LEARNT_RANKS = range(39, 258)
ROOT = os.path.dirname(os.path.abspath(__file__))
AS_OF = "2026-06-01"  # for rounds without dated calls
FIRST_SET = 15
SHARED = 0.6  # so many of the words of the shorter one have to be the same


class Fact(NamedTuple):
    """One fact of one plan: what its author expects and what the tool says, "" for nothing."""

    name: str
    expected: str
    found: str
    place: str


def same(text: object) -> str:
    """Return a text without case, markup and the marks at its ends, for comparison."""
    return " ".join(str(text or "").casefold().replace("*", "").replace("`", "").split()).strip(" .;,:")


def overlap(one: object, other: object) -> bool:
    """Say whether two texts are the same for the most part."""
    first, second = same(one), same(other)
    if not first or not second:
        return False
    words, others = set(first.split()), set(second.split())
    return first in second or second in first or len(words & others) >= SHARED * min(len(words), len(others))


def on_line(want: dict[str, Any], have: dict[str, Any]) -> bool:
    """Say whether two objectives, steps or outcomes are the same."""
    return want["line"] == have["line"] and overlap(want["text"], have["text"])


def pairs(
    name: str,
    wanted: Sequence[dict[str, Any]],
    found: Sequence[dict[str, Any]],
    match: Callable[[dict[str, Any], dict[str, Any]], bool],
    told: list[Fact],
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Yield what belongs together; what is missed, found and false goes to ``told``."""
    left = list(found)
    for want in wanted:
        have = next((one for one in left if match(want, one)), None)
        label = str(want.get("text") or want.get("name") or want.get("date"))
        told.append(Fact(name, label, label if have else "", str(want.get("line", ""))))
        if have:
            left.remove(have)
            yield want, have
    told += [
        Fact(name, "", str(one.get("text") or one.get("name") or one.get("date")), str(one.get("line", "")))
        for one in left
    ]


def facts(want: dict[str, Any], have: dict[str, Any]) -> list[Fact]:
    """Return the facts of one plan: the author's beside the tool's."""
    told = [Fact("plan or not", str(want["is_plan"]), str(have["is_plan"]), "")]
    if not want["is_plan"]:
        return told
    account, stage = have["account"] or {}, want.get("stage")
    stage = stage.get("id") if isinstance(stage, dict) else stage  # some authors wrote the id alone
    closed = have["stage"]["closed"] or have["stage"]["id"]
    told.append(Fact("kind", want["kind"], have["kind"], ""))
    told.append(Fact("account", same(want.get("account")), same(account.get("text")), ""))
    told.append(Fact("stage", same(stage), same(closed), ""))
    dated = [one for one in want.get("calls") or [] if one.get("date")]
    calls = [one for one in have["calls"] if one["date"]]
    for _ in pairs("call date", dated, calls, lambda a, b: str(a["date"]) == b["date"], told):
        pass
    named = pairs(
        "person", want.get("people") or [], have["people"], lambda a, b: same(a["name"]) == same(b["name"]), told
    )
    told += [Fact("person's side", one["side"], other["side"], one["name"]) for one, other in list(named)]
    for one, other in list(pairs("objective", want.get("objectives") or [], have["objectives"], on_line, told)):
        told.append(Fact("objective: rank", one["rank"], other["rank"], str(one["line"])))
        told.append(Fact("objective: words", same(one["text"]), same(other["text"]), str(one["line"])))
    for one, other in list(pairs("next step", want.get("next_steps") or [], have["next_steps"], on_line, told)):
        told += step_facts(one, other)
    for _ in pairs("outcome", want.get("outcomes") or [], have["outcomes"], on_line, told):
        pass
    win, said = want.get("client_win"), have["client_win"]
    told.append(Fact("client's win", str(win["line"]) if win else "", str(said["line"]) if said else "", ""))
    return told


def step_facts(want: dict[str, Any], have: dict[str, Any]) -> Iterator[Fact]:
    """Yield what is said of a step that was found; an owner may go by a part of the name."""
    place = str(want["line"])
    owner, found = same(want.get("owner")), same(have["owner"])
    alike = bool(owner and found) and (owner in found or found in owner)
    yield Fact("next step: words", same(want["text"]), same(have["text"]), place)
    yield Fact("owner", owner, owner if alike else found, place)
    yield Fact("owner's side", want.get("side", "unknown"), have["side"], place)
    yield Fact("due", same(want.get("due")), same(have["due"]), place)
    yield Fact("done", str(bool(want.get("done"))), str(have["done"]), place)


def case(stem: str) -> tuple[Source, dict[str, Any]]:
    """Return the plan in ``stem``.md and what is expected of it."""
    with open(f"{stem}.expected.yaml", "rb") as file:
        want = yaml.load(file, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # libyaml is ten times as quick
    with open(f"{stem}.md", encoding="utf-8", newline="") as file:
        return Source.of(f"{os.path.basename(stem)}.md", file.read()).with_line_feeds(), want


def cases(folder: str) -> Iterator[tuple[Source, dict[str, Any]]]:
    """Yield each plan in ``folder`` that has an expectation, and what is expected of it."""
    for path in sorted(glob.glob(os.path.join(folder, "*.expected.yaml"))):
        stem = path[: -len(".expected.yaml")]
        yield case(stem)


@functools.cache
def written(folder: str) -> str:
    """Return the day, in ISO, as of which the plans in ``folder`` are read: the middle one of the days of their calls.

    Their authors wrote as of a day of their own, some in May and some in November, and as everybody does they leave out
    years. Whoever runs the tool does so about when a plan is written.
    """
    told = (str(call.get("date")) for _, want in cases(folder) for call in want.get("calls") or ())
    days = sorted(day for day in told if len(day) == len(AS_OF))
    return days[len(days) // 2] if days else AS_OF


def round_of(number: int) -> Iterator[tuple[Source, dict[str, Any], Known]]:
    """Yield each plan of a round of unseen/, what is expected of it, and what is known beside it: when it was written.

    Half a year later a day without a year would be another one.
    """
    folder = os.path.join(ROOT, "unseen", str(number))
    at = Known(as_of=written(folder))
    return ((source, want, at) for source, want in cases(folder))


def suite(folder: str) -> Iterator[tuple[str, list[Fact]]]:
    """Yield the name and the facts of each plan in ``folder`` that has an expectation."""
    for source, want in cases(folder):
        plan = understand(source, parse(source), Known(as_of=written(folder)))
        yield source.path.removesuffix(".md"), facts(want, published(plan, source))


def folders(arguments: Sequence[str], first: int) -> list[str]:
    """Return the folders that a command's arguments name, else those of all rounds of unseen/ from ``first`` on."""
    unseen = os.path.join(ROOT, "unseen")
    later = [one for one in sorted(os.listdir(unseen)) if one.isdigit() and int(one) >= first]
    return [one for one in arguments if not one.startswith("--")] or [os.path.join(unseen, one) for one in later]


def main(arguments: list[str]) -> int:
    """Print the table, and the differences where they are asked for; always return 0, since strangers differ, too."""
    counts: dict[str, list[int]] = {}
    for folder in folders(arguments, FIRST_SET):
        for name, told in suite(folder):
            for fact in told:
                count = counts.setdefault(fact.name, [0, 0, 0])
                right = fact.expected == fact.found
                count[0] += bool(fact.expected) and right
                count[1] += bool(fact.expected)
                count[2] += bool(fact.found) and not right
                if "--misses" in arguments and not right:
                    print(f"  {name}:{fact.place}: {fact.name}: expected “{fact.expected}”, found “{fact.found}”")
    print(f"{'fact':<18}{'found':>7}{'present':>9}{'false':>7}{'found %':>9}")
    for name, (found, present, false) in counts.items():
        print(f"{name:<18}{found:>7}{present:>9}{false:>7}{f'{found / present:9.1%}' if present else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
