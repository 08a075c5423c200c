"""Puts the parts of the plan together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from advancelint.markdown import Document
from advancelint.paths import name_of
from advancelint.plan import (
    acquaintances,
    bearings,
    below,
    calls,
    casting,
    chats,
    client_words,
    dates,
    definitions,
    doers,
    draft,
    employers,
    facts,
    front,
    front_check,
    kinds,
    language,
    letters,
    likely,
    log_goals,
    mail_quotes,
    mailed_dues,
    mentions,
    nearness,
    once,
    outcomes,
    people,
    performers,
    sheets,
    sides,
    spellings,
    stages,
)
from advancelint.plan.cast import Cast
from advancelint.plan.material import Material, field
from advancelint.plan.model import (
    ABSENT,
    UNJUDGED,
    Call,
    Field,
    Known,
    NextStep,
    Objective,
    PassedOver,
    Person,
    Plan,
    Problem,
    Skimmed,
    Title,
)
from advancelint.plan.objectives import Search
from advancelint.plan.outline import Outline
from advancelint.plan.prompter import Prompter
from advancelint.plan.steps import Steps
from advancelint.plan.vocabulary import vocabulary
from advancelint.plan.weighing import Scales
from advancelint.source import Source, Span

_Goals = tuple[tuple[Objective, ...], Field]  # those of calls, and that of the sale


def understand(source: Source, document: Document, known: Known) -> Plan:
    """Return the plan that ``document``, parsed from ``source``, holds; never raises on any text.

    A document that is no plan, or only a template of one, comes back with that kind, its reason and nothing else.
    """
    material, problems = taken_apart(source, document, known)
    kind = kinds.find(material)
    if kind.kind in UNJUDGED:
        return _unjudged(material, kind, problems)
    material = of_kind(material, kind.kind)
    plan = _plan(material, kind, problems, material.language)
    return likely.supposed(log_goals.placed(mentions.told(plan, material), material), material)


def skim(source: Source, document: Document, known: Known) -> Skimmed:
    """Return what `understand` would tell of the plan's account and close date, at a fifth of its cost."""
    material, _ = taken_apart(source, document, known)
    kind = kinds.find(material)
    if kind.kind in UNJUDGED:
        return Skimmed(ABSENT, ABSENT)
    material = of_kind(material, kind.kind)
    return Skimmed(facts.account(material, kind.kind), facts.close_date(material))


def of_kind(material: Material, kind: str) -> Material:
    """Return ``material`` as a plan of that kind is read."""
    outline = below.of_the_call(material.outline) if kind == "prep" else material.outline
    return material._replace(kind=kind, outline=outline)


def taken_apart(source: Source, document: Document, known: Known) -> tuple[Material, tuple[Problem, ...]]:
    """Return what the parts of a plan are read from, and what is wrong with the document as a whole."""
    words = vocabulary().extended(known.labels, known.stages, known.replaced)
    spoken = language.find(source.text, words)
    # Outside of English the day comes first; in English the text itself has to show it.
    paired = dates.may_need_order(source.text) or dates.may_need_order(source.path)
    dated = f"{source.text}\n{name_of(source.path)}"  # "2/12" in "second visit 2 dec.md"
    order = known.date_order or (dates.order_in(dated, words) if paired else "") or ("dmy" if spoken else "")
    words = words._replace(date_order=order)
    fronted, problems = front.read(document, words)
    document = sheets.apart(definitions.listed(chats.opened(mail_quotes.opened(document))), words)
    outline = draft.outline(document, words)
    near, written = nearness.find(source, outline, fronted, words, known)
    material = Material(source, outline, fronted, words, known, near, spoken, written=written)
    if not source.text.strip("\ufeff \t\n"):
        problems = (*problems, Problem("empty", "this file is empty", Span(0, 0)))
    if document.cut:
        span = source.line_span(document.cut)
        problems = (*problems, Problem("too-deep", document.cut_why, span))
    return material, problems


def _unjudged(material: Material, kind: kinds.Kind, problems: tuple[Problem, ...]) -> Plan:
    return Plan(
        material.source.path, kind.kind, kind.declared, ABSENT, ABSENT, ABSENT, (), (), (), (), (), ABSENT, ABSENT,
        (PassedOver(1, kind.why),), problems, facts.title(material), kind.why,
    )  # fmt: skip


def _spoken(material: Material, spoken: str) -> Iterator[Problem]:
    if spoken:
        name = material.vocabulary.words["language"][spoken]
        yield Problem("other-language", f"this plan is in {name}", Span(0, 0))


def _apart(found: list[Objective], sales: Field, kind: str, met: tuple[Call, ...]) -> _Goals:
    """Return the objectives without the sales objective, and that one.

    Where none is labelled so, the only goal outside of the calls is it: of a deal, or an account that plans calls.
    """
    leads = kind in {"deal", "map"} or (kind == "account" and bool(met))
    objectives = tuple(one for one in found if not sales.present or one.span != sales.span)
    own = [one for one in objectives if one.call < 0 and not one.placeholder]
    behind = any(one.call >= 0 and one.span < own[0].span for one in objectives) if own else False
    if sales.present or not leads or len(own) != 1 or own[0].rank != "plan" or behind:
        return objectives, sales
    goal = field(own[0].passage.text, own[0].passage, "label")
    return tuple(one for one in objectives if one is not own[0]), goal


def _everybody(
    material: Material, account: str, assembled: Callable[[Iterable[Person]], Cast]
) -> tuple[tuple[Person, ...], tuple[Person, ...]]:
    """Return the people whom lists, labels and the like name, and those whom only sentences do."""
    listed = spellings.settled(people.find(material, account), material)
    named = acquaintances.read(material, account, listed)
    named = spellings.completed(named, material.source.text, material.vocabulary)
    told = ((one, sides.configured(one.name, material.known, material.vocabulary)) for one in named)
    named = tuple(one._replace(side=side or one.side) for one, side in told)
    known = {one.side for one in (*listed, *named)} - {"unknown"}
    if material.kind != "map" or not account or known != {"seller"}:
        return listed, named
    cast = assembled((*listed, *named))
    listed, named = (employers.sided(group, cast, material.source.text) for group in (listed, named))
    # Where a mutual plan says of some that they are ours and of nobody whose else, the others are the client's.
    return tuple(map(sides.client_if_unknown, listed)), tuple(map(sides.client_if_unknown, named))


def _sided(
    material: Material,
    cast: Cast,
    account: str,
    found: tuple[tuple[Person, ...], tuple[Person, ...]],
    steps: tuple[NextStep, ...],
    goals: _Goals,
) -> tuple[Person, ...]:
    """Return all people, also those whom only steps name, with the sides that steps and the words around them tell.

    Of whom nothing tells, the words around may make a side likely.
    """
    listed, named = found
    owners = doers.unlisted(steps, cast, material.vocabulary, material.source.text, mutual=material.kind == "map")
    known, others = doers.sided(listed, steps, (), owners), doers.sided(named, steps, goals[0], (*listed, *owners))
    people = (*known, *others, *doers.sided(owners, steps, (), (*known, *others)))
    people = employers.sided(people, cast, material.source.text) if material.kind == "map" else people
    headings = (section.span for section in material.outline.sections[1:])
    text, words = material.source.text, material.vocabulary
    scene = bearings.Scene.of(text, account, material.kind, steps, goals, headings, words, material.begin)
    everybody = likely.weighed(spellings.settled(people, material), scene)
    return client_words.named(everybody, material)


def _asides(material: Material, read: list[Span]) -> Iterator[PassedOver]:
    """Yield the labels that stand in quotes, code and comments, but for those on lines that were ``read``."""
    lines = {material.source.place(span.start).line for span in read}
    asides = (one for one in material.outline.asides if one[0] not in lines)
    return (PassedOver(line, f"“{name}” is not read: {why}") for line, name, why in asides)


def _headings(outline: Outline) -> tuple[Title, ...]:
    return tuple(Title(section.title, section.level, section.span) for section in outline.sections[1:])


def _in_calls(outline: Outline, encounters: calls.Encounters) -> frozenset[int]:
    """Return the sections of calls, with those inside of them."""
    return frozenset(inner for index in encounters.sections for inner in range(index, outline.ends[index]))


def _plan(material: Material, kind: kinds.Kind, problems: tuple[Problem, ...], spoken: str) -> Plan:
    account, encounters = facts.account(material, kind.kind), calls.find(material, kind.kind)
    assembled = casting.of(material, account.value)
    found = _everybody(material, account.value, assembled)
    cast = assembled([*found[0], *found[1]])
    steps = Steps(material, prompter := Prompter(material, cast), encounters)
    scales = Scales(material.outline, kind.kind, material.vocabulary, material.source.text)
    taken = performers.named(steps.run(scales), cast, material.vocabulary)
    taken = chats.turned(client_words.turned(mailed_dues.timely(taken, material), material, cast), material, cast)
    taken = letters.asked(taken, material, account.value)
    search = Search(material, prompter, encounters, scales)
    search.run([one.span for one in taken])
    stated = facts.stated_text(material, "sales-objective", scales)
    objectives, sales = _apart(search.objectives, stated, kind.kind, encounters.calls)
    taken = once.without_goals(taken, objectives, material.source.text)
    aims, promised = [one.span for one in objectives], [one.span for one in taken]
    everybody = _sided(material, cast, account.value, found, taken, (objectives, sales))
    return Plan(
        path=material.source.path,
        kind=kind.kind,
        declared=kind.declared,
        account=account,
        stage=stages.stage(material, _in_calls(material.outline, encounters)),
        close_date=facts.close_date(material),
        people=everybody,
        calls=encounters.calls,
        objectives=objectives,
        next_steps=letters.owned(
            doers.agreed(taken, assembled(everybody), material.vocabulary), everybody, material, account.value
        ),
        outcomes=outcomes.find(material, prompter, encounters, kind.kind, steps.agreed, aims, promised),
        sales_objective=sales,
        client_win=facts.client_win(material, scales),
        passed_over=tuple(sorted([*search.passed_over, *steps.passed_over, *_asides(material, aims + promised)])),
        problems=(*problems, *front_check.check(material.source, material.front), *_spoken(material, spoken)),
        title=facts.title(material),
        grounds=kind.why,
        language=spoken,
        headings=_headings(material.outline),
    )
