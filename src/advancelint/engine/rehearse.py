"""Runs rules on the examples of a card: the rule tests, the rule pages and ``advancelint rule`` are made of this."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from advancelint.config import Settings
from advancelint.diagnostic import Diagnostic
from advancelint.engine.fixing import mend
from advancelint.engine.holding import register_of
from advancelint.engine.judge import Judgement, judge_plan
from advancelint.engine.run import judge_input
from advancelint.engine.sentence import plan_of_reading
from advancelint.errors import CardError
from advancelint.plan.model import Plan
from advancelint.reading import Scene, read
from advancelint.records import NamedTuple
from advancelint.rule import SAFETIES, Example, Finding, Former, Node, Rule
from advancelint.source import Passage, Place, Source

# Examples name days of 2026; this is the day on which they are judged.
EXAMPLE_DAY = "2026-06-01"
EXAMPLE_PATH = "example.md"
# No rule of ours had another name before, so in examples one stands for all that had: what it was called, its code.
FORMERLY = (("AD400", "own-activity"), "AD401")


# What can come of an example. The card is right about it only where it has passed.
VERDICTS = ("passed", "silent", "elsewhere", "unfilled", "misfixed", "spoke", "broken")


class BrokenExampleError(Exception):
    """A rule that failed on an example; the message names the step and the error."""


class Trial(NamedTuple):
    """What came of one example, ``flagged`` or clean, of ``rule``.

    ``verdict`` is one of `VERDICTS`: a flagged example was *silent* where the rule found nothing, *elsewhere* where it
    underlined other words, *unfilled* where a sentence has a slot without words, *misfixed* where the fix makes
    something else of it; a clean one *spoke*; and a rule can be *broken* on both. ``found`` is what the rule said,
    ``nodes`` what it looked at, ``passed_over`` why the document is no plan, "" where it is one. ``made`` is what the
    fix made of a misfixed example, ``fault`` how the rule broke.
    """

    rule: Rule
    example: Example
    flagged: bool
    verdict: str
    found: tuple[Diagnostic, ...] = ()
    nodes: tuple[Node, ...] = ()
    passed_over: str = ""
    made: str = ""
    fault: str = ""

    @property
    def passed(self) -> bool:
        """Say whether the example came out as the card says."""
        return self.verdict == VERDICTS[0]


def trials(rule: Rule, known: Sequence[Rule]) -> Iterator[Trial]:
    """Yield what comes of each example of ``rule``, the flagged ones first; ``known`` as in `trial`."""
    for example in rule.card.flagged:
        yield trial(rule, example, known, flagged=True)
    for example in rule.card.clean:
        yield trial(rule, example, known, flagged=False)


def trial(rule: Rule, example: Example, known: Sequence[Rule], *, flagged: bool) -> Trial:
    """Return what comes of ``example``.

    A rule is tried alone, so that its own place and words are seen and not those of a graver finding on the line.
    What is said of suppressions depends on the rules that they name: all that are ``known`` take part in that. Options
    have the values that the example sets; a rule that cannot be made with them is broken.
    """
    try:
        rule = set_by(rule, example)
    except CardError as error:
        return Trial(rule, example, flagged, "broken", fault=f"with these options the card is wrong: {error.message}")
    nodes: list[Node] = []

    def find(node: Node) -> Iterator[Finding]:
        nodes.append(node)
        return rule.find(node)

    watched = rule._replace(find=find)
    rules = [watched] if rule.card.measured else [watched if one.code == rule.code else one for one in known]
    try:
        judged = _judged(rules, example)
        made = mended((rule,), example) if example.fixed else ""
    except BrokenExampleError as error:
        return Trial(rule, example, flagged, "broken", nodes=tuple(nodes), fault=str(error))
    found = tuple(one for one in judged.diagnostics if rule.code in (one.code, *one.also))
    verdict = _of_flagged(example, found, made) if flagged else "spoke" if found else "passed"
    passed_over = judged.why if judged.status != "plan" else ""
    return Trial(
        rule, example, flagged, verdict, found, tuple(nodes), passed_over, made if made != example.fixed else ""
    )


def set_by(rule: Rule, example: Example) -> Rule:
    """Return ``rule`` with the values that its ``example`` sets for its options; raises CardError."""
    return rule.with_settings(dict(example.options))


def _of_flagged(example: Example, found: Sequence[Diagnostic], made: str) -> str:
    if not found:
        return "silent"
    if not any(underlined(one).startswith(example.at) for one in found):
        return "elsewhere"
    if any("{" in words or "“”" in words for one in found for words in (one.message, one.note, one.instead)):
        return "unfilled"
    return "misfixed" if made != example.fixed else "passed"


def underlined(diagnostic: Diagnostic) -> str:
    """Return the words of the plan that a diagnostic underlines, those of its first line."""
    frame = diagnostic.frame
    return frame.line[frame.start : frame.end]


def rehearse(rules: Sequence[Rule], example: Example) -> tuple[Diagnostic, ...]:
    """Return what ``rules`` say about ``example``; raises BrokenExampleError where one of them fails."""
    return _judged(rules, example).diagnostics


def mended(rules: Sequence[Rule], example: Example) -> str:
    """Return what the fixes of ``rules`` make of ``example``; raises BrokenExampleError where a rule fails."""
    text = example.plan or example.text

    def judge(source: Source) -> Judgement:
        changed = example._replace(plan=source.text) if example.plan else example._replace(text=source.text)
        return _judged(rules, changed)

    return mend(Source.of(EXAMPLE_PATH, text), judge, SAFETIES).source.text


def _judged(rules: Sequence[Rule], example: Example) -> Judgement:
    settings = Settings(as_of=EXAMPLE_DAY)
    if example.plan:
        judged = judge_input(rules, Source.of(EXAMPLE_PATH, example.plan), settings, register=register_of(_aged(rules)))
    else:
        judged = judge_plan(rules, Source.of(EXAMPLE_PATH, example.text), plan_of_line(example), settings)
    for failure in judged.failures:
        raise BrokenExampleError(f"{failure.step}: {failure.message}")
    return judged


def _aged(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    """Return ``rules`` with an old code and name where `FORMERLY` says so."""
    old = tuple(Former(word, Place(1, 1)) for word in FORMERLY[0])
    return tuple(
        rule._replace(card=rule.card._replace(replaces=(*rule.card.replaces, *old)))
        if rule.code == FORMERLY[1]
        else rule
        for rule in rules
    )


def plan_of_line(example: Example) -> Plan:
    """Return a plan whose only call, still to come, has the example's line as its primary objective."""
    scene = Scene(field=example.field, client=_names(example.client), seller=_names(example.seller))
    reading = read(Passage.plain(example.text), scene)
    return plan_of_reading(reading, example.stage, example.client, example.seller)._replace(path=EXAMPLE_PATH)


def _names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)
