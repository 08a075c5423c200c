"""What a new card begins as: faulty documents and good ones, conditions that part them, and what a rule says."""

from __future__ import annotations

from advancelint.records import NamedTuple


class Wording(NamedTuple):
    """What a rule says: its name, its summary, the message and what to write instead."""

    name: str
    summary: str
    message: str
    instead: str


NO_WORDING = Wording("", "", "", "")


class Starter(NamedTuple):
    """Documents about one kind of node, and what tells the faulty ones.

    ``frame`` is a document with a place for each of the words of ``flagged`` and ``clean``, "" where an example is a
    line by itself. ``phrases`` stand in the flagged ones, in their order; ``begins`` is how their words begin. ``when``
    and ``schema`` are the lines of such conditions, with ``told`` as their wording; ``said`` is that of the phrases,
    where they are not just empty words. No clean one has more words than ``longest``, and every flagged one has.
    """

    noun: str
    frame: str
    flagged: tuple[tuple[str, ...], tuple[str, ...]]
    clean: tuple[tuple[str, ...], tuple[str, ...]]
    phrases: tuple[str, str]
    begins: tuple[str, str]
    when: tuple[str, ...]
    schema: tuple[str, ...]
    told: Wording
    longest: int
    said: Wording = NO_WORDING


def phrased(starter: Starter) -> Wording:
    """Return what a rule says of phrases."""
    if starter.said != NO_WORDING:
        return starter.said
    noun = starter.noun
    return Wording(
        "empty-words",
        f"The {noun} has words that say nothing.",
        "“{phrase}” says nothing",
        f"say what happens, and strike the words that this {noun} can do without",
    )


def checked(starter: Starter) -> Wording:
    """Return what a rule says that looks at the length."""
    noun = starter.noun
    return Wording(
        f"long-{noun.replace(' ', '-')}",
        f"The {noun} is too long to be remembered.",
        f"this {noun} has more than {starter.longest} words",
        "say the one thing that matters, and write the rest below",
    )
