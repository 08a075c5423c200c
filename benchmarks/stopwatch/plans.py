"""Writes plans as teams write them, in six shapes: the same seed and day give the same plans, however many there are.

A shape is a Markdown file in ``shapes/``. ``{words}`` in braces are drawn from ``grammar.txt`` or made here; lines
between ``%repeat LEAST MOST`` and ``%end`` are written that many times.
"""

from __future__ import annotations

import datetime
import functools
import glob
import hashlib
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
SHAPES = os.path.join(HERE, "shapes")
SEED = 1
FOLDER_OF = 100  # so many plans lie in one folder, as in a repository that is kept by account
OLDEST = 200  # days ago at most that a plan begins; so some of its calls are over and some are to come
TICKED = 0.9
WORDS = re.compile(r"\{(\w+)\}")
REPEATED = re.compile(r"^%repeat (\d+) (\d+)\n(.*?)^%end\n", re.MULTILINE | re.DOTALL)


class Writer:
    """Writes one plan: knows its people and its days, draws all else from the grammar."""

    def __init__(self, seed: int, index: int, today: datetime.date) -> None:
        """Take the plan's number, so that no plan depends on how many others there are."""
        self.random = random.Random(f"{seed}-{index}")
        self.today = today
        self.day = self.due = today - datetime.timedelta(days=self.random.randrange(OLDEST))
        firsts = self.random.sample(grammar()["first"], 6)
        self.people = [f"{first} {self.draw('last')}" for first in firsts]
        end = self.day + datetime.timedelta(days=self.random.randint(OLDEST, 2 * OLDEST))
        self.fixed = {"close": end.isoformat(), "late": f"{end:%-d %B %Y}"}
        names = ("buyer1", "buyer2", "buyer3", "buyer4", "seller1", "seller2")
        self.fixed |= dict(zip(names, self.people, strict=True))
        self.fixed |= {name: self.draw(name) for name in ("client", "us", "product", "site")}

    def draw(self, name: str) -> str:
        """Return one of what ``name`` can become, with the words in it drawn as well."""
        return self.filled(self.random.choice(grammar()[name]))

    def filled(self, text: str) -> str:
        """Return ``text`` with its words in braces replaced."""
        return WORDS.sub(lambda match: self.word(match[1]), text)

    def word(self, name: str) -> str:
        """Return what stands for one word in braces; KeyError if neither grammar nor plan knows it."""
        if name in self.fixed:
            return self.fixed[name]
        made = getattr(self, f"a_{name}", None)
        return str(made()) if made else self.draw(name)

    def a_person(self) -> str:
        """Return the whole name of somebody on either side."""
        return self.random.choice(self.people)

    def a_buyer(self) -> str:
        """Return the first name of one of the client's people."""
        return self.random.choice(self.people[:4]).split()[0]

    def a_seller(self) -> str:
        """Return the first name of one of the seller's people."""
        return self.random.choice(self.people[4:]).split()[0]

    def a_date(self) -> str:
        """Return the day of the next call; calls follow each other."""
        self.day += datetime.timedelta(days=self.random.randint(5, 21))
        return self.day.isoformat()

    def a_then(self) -> str:
        """Return the label of what a call still lacks: its outcome once it is over, before that its fallback."""
        return "Outcome" if self.day < self.today else "Fallback"

    def a_came(self) -> str:
        """Return what stands behind that label."""
        return self.draw(self.a_then().lower())

    def a_due(self) -> str:
        """Return a day soon after the call, as a date."""
        self.due = self.day + datetime.timedelta(days=self.random.randint(1, 20))
        return self.due.isoformat()

    def a_day(self) -> str:
        """Return a day soon after the call, as people write it."""
        return f"{datetime.date.fromisoformat(self.a_due()):%-d %B}"

    def a_done(self) -> str:
        """Return what stands in the last cell of a step: most that were due are done."""
        return "x" if self.due < self.today and self.random.random() < TICKED else ""

    def a_tick(self) -> str:
        """Return what stands in the box of a task, before its day is named."""
        return "x" if self.day < self.today and self.random.random() < TICKED else " "


@functools.cache
def grammar() -> dict[str, list[str]]:
    """Return what each word of ``grammar.txt`` can become."""
    with open(os.path.join(HERE, "grammar.txt"), encoding="utf-8") as file:
        lines = [line.strip() for line in file if line.strip() and not line.startswith("#")]
    return {name: [one.strip() for one in rest.split("|")] for name, _, rest in (line.partition(":") for line in lines)}


@functools.cache
def shapes() -> list[str]:
    """Return the shapes, by the names of their files."""
    found = []
    for path in sorted(glob.glob(os.path.join(SHAPES, "*.md"))):
        with open(path, encoding="utf-8") as file:
            found.append(file.read())
    return found


def plan(index: int, today: datetime.date, seed: int = SEED) -> str:
    """Return the text of plan number ``index`` as it stands on the day ``today``."""
    writer = Writer(seed, index, today)
    shape = shapes()[index % len(shapes())]
    text = REPEATED.sub(lambda match: match[3] * writer.random.randint(int(match[1]), int(match[2])), shape)
    return writer.filled(text).rstrip("\n") + "\n"


def place(folder: str, index: int) -> str:
    """Return where plan number ``index`` lies below ``folder``."""
    return os.path.join(folder, f"team-{index // FOLDER_OF:03}", f"plan-{index:05}.md")


def write(folder: str, count: int, today: datetime.date) -> None:
    """Write ``count`` plans below ``folder``, as they stand on the day ``today``, unless they are there already."""
    with open(__file__, encoding="utf-8") as file:
        parts = (count, today, file.read(), grammar(), shapes())
    made_from = hashlib.sha256(repr(parts).encode()).hexdigest()
    ready = f"{folder}.written"  # beside the plans and not among them, so that no tool meets it
    if os.path.exists(ready):
        with open(ready, encoding="utf-8") as file:
            if file.read() == made_from:
                return
    for index in range(count):
        path = place(folder, index)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(plan(index, today))
    with open(ready, "w", encoding="utf-8") as file:
        file.write(made_from)
