"""A sentence is turned round for a fix only where nothing of it is lost."""

import os

import pytest

from advancelint.doctrine.turning import exactly_turned
from advancelint.doctrine.words import forms_of, words_of
from advancelint.reading import Scene, read
from advancelint.source import Passage

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))


def turned(text: str, *client: str) -> str:
    scene = Scene(client=frozenset(name.lower() for name in client))
    return exactly_turned(read(Passage.plain(text), scene), scene)


def cases() -> list[tuple[str, str]]:
    """Return client and line of every labelled line in the seller's grammar."""
    with open(os.path.join(ROOT, "casebook", "objectives.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    return [(row[2], row[5]) for row in rows if "CF501" in row[3].split()]


@pytest.mark.parametrize(("client", "line"), cases())
def test_every_word_but_the_frame_is_kept_and_in_order(client: str, line: str) -> None:
    before = [word.text for word in words_of(line)]
    after = [word.text for word in words_of(turned(line, client))]
    if not after:
        return
    kept = before[1:]
    if before[0] != "have":
        kept.remove("to")
    for old, new in zip(kept, after, strict=True):
        assert new == old or new in forms_of(old)[0], (line, after)


def test_most_labelled_lines_can_be_turned() -> None:
    done = [turned(line, client) for client, line in cases()]
    assert sum(map(bool, done)) >= 0.7 * len(done)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Get Dana to sign the test plan by 9 May.", "Dana signs the test plan by 9 May."),
        ("get Dana to sign the test plan by 9 May", "Dana signs the test plan by 9 May"),
        ("Get Dana to sign the test plan and the annex by 9 May", "Dana signs the test plan and the annex by 9 May"),
        (
            "Ask Dana to carry the three offers to the board by 9 May",
            "Dana carries the three offers to the board by 9 May",
        ),
        ("Ask the plant manager to send the log by 9 May", "The plant manager sends the log by 9 May"),
    ],
)
def test_what_is_turned(line: str, expected: str) -> None:
    assert turned(line, "Dana") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Get Dana to sign and return the test plan by 9 May",
        "Get Dana to sign the test plan, send it back by 9 May",
        "Get Dana to sign the test plan by 9 May and to tell Renzo",
        "Get Dana to sign the test plan. Then ask for the annex.",
        "Get Dana to sign the test plan; call her on 9 May",
        "Get Dana to formally sign the test plan by 9 May",
        "Get Dana to sign the test plan by 9 May?",
        "Get the engineers to sign the test plan by 9 May",
        "Get their people to sign the test plan by 9 May",
        "Get Dana to be ready for the test by 9 May",
        "Dana signs the test plan by 9 May",
        "Get a signed test plan from Dana by 9 May",
    ],
)
def test_what_is_left_alone(line: str) -> None:
    assert turned(line, "Dana") == ""
