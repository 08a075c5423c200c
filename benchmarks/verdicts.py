"""Print what is said of the goals of strangers' plans, beside what their authors think of these goals.

    .venv/bin/python benchmarks/verdicts.py [FOLDER …] [--wrong]

A folder (default: all of benchmarks/unseen whose authors gave verdicts) holds ``name.md`` and ``name.expected.yaml``. A
goal is good where its author calls it an advance. A plan is judged on the day before the first call that its author
names, so that all calls lie ahead. A finding belongs to the goals whose words it marks; one that marks no words of any
goal belongs to all goals of its line.
``--wrong`` prints the errors on goals that their authors call good.
"""

from __future__ import annotations

import collections
import os
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from advancelint.catalog import load_rules
from advancelint.config import Settings
from advancelint.diagnostic import SEVERITIES, Diagnostic
from advancelint.engine import judge_input
from advancelint.engine.gate import WORDING
from published import cases, folders, written
from spread import spread

FIRST_WITH_VERDICTS = 34
GOOD = "advance"
SILENT = "silent"
# Rules that speak of an objective, by their families; PL108 alone of those on plans.
RULES = tuple(rule for rule in load_rules() if rule.code == "PL108" or rule.card.family in WORDING)


class Goal(NamedTuple):
    """A goal of a stranger's plan: where it stands, what its author thinks of it, and what is said of its line."""

    place: str
    text: str
    good: bool
    said: tuple[Diagnostic, ...]

    @property
    def gravest(self) -> str:
        """The gravest severity of what is said of it, "silent" for nothing."""
        return max((one.severity for one in self.said), key=SEVERITIES.index, default=SILENT)


def before(want: dict[str, Any], folder: str) -> str:
    """Return the day before the first call of a plan, ISO; for a plan without one that on which it was written."""
    days = [one["date"] for one in want.get("calls") or () if isinstance(one.get("date"), date)]
    return str(min(days) - timedelta(days=1)) if days else written(folder)


def goals(folder: str) -> list[Goal]:
    """Return the goals with a verdict of the plans in a folder."""
    found = []
    for source, want in cases(folder):
        told = [one for one in want.get("objectives") or () if one.get("verdict")]
        if not told:
            continue
        said = judge_input(RULES, source, Settings(as_of=before(want, folder))).diagnostics
        lines = source.text.splitlines()
        for one in told:
            beside = [reach(lines, other) for other in told if other["line"] == one["line"]]
            here = tuple(
                item for item in said if item.start.line == one["line"] and marks(item, reach(lines, one), beside)
            )
            place = f"{os.path.basename(folder)}/{source.path}:{one['line']}"
            found.append(Goal(place, one["text"], one["verdict"] == GOOD, here))
    return found


def reach(lines: Sequence[str], goal: dict[str, Any]) -> range:
    """Return the 1-based columns of a goal in its line; all of them where the line does not have its words."""
    line = lines[goal["line"] - 1]
    first = line.find(goal["text"])
    return range(1, len(line) + 2) if first < 0 else range(first + 1, first + 1 + len(goal["text"]))


def marks(item: Diagnostic, goal: range, goals_beside: Sequence[range]) -> bool:
    """Tell whether a finding is on a goal: it marks some of its words, or no words of any goal of the line."""
    last = item.end.column if item.end.line == item.start.line else goal.stop
    touched = [one for one in goals_beside if item.start.column < one.stop and one.start < last]
    return goal in touched or not touched


def table(found: Sequence[Goal]) -> Iterable[str]:
    """Yield the lines of the two tables: by severity, and by rule and severity."""
    kinds = (True, False)
    counts = collections.Counter((goal.good, goal.gravest) for goal in found)
    yield f"{'gravest':<18}{'good':>7}{'poor':>7}"
    for severity in (*reversed(SEVERITIES), SILENT):
        yield f"{severity:<18}" + "".join(f"{counts[good, severity]:>7}" for good in kinds)
    rules = collections.Counter(
        (one.code, one.severity, goal.good) for goal in found for one in goal.said if one.severity != "info"
    )
    yield f"\n{'rule':<18}{'good':>7}{'poor':>7}"
    for code, severity in sorted({(code, severity) for code, severity, _ in rules}):
        yield f"{code} {severity:<11}" + "".join(f"{rules[code, severity, good]:>7}" for good in kinds)


def main(arguments: list[str]) -> int:
    """Print the tables, and the wrong errors where they are asked for; always return 0, since strangers differ, too."""
    found = [goal for told in spread(goals, folders(arguments, FIRST_WITH_VERDICTS)) for goal in told]
    for goal in found if "--wrong" in arguments else ():
        for one in goal.said if goal.good else ():
            if one.severity == "error":
                print(f"  {goal.place}: {one.code}: {goal.text}: {one.message}")
    print("\n".join(table(found)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
