"""The word lists of the plan layer, read once from ``lexicon/en/plan-*.tsv``."""

from __future__ import annotations

import functools
import os

from advancelint import resources
from advancelint.expressions import expression
from advancelint.plan import versions
from advancelint.plan.accents import with_plain
from advancelint.plan.asking import asks
from advancelint.plan.given import given
from advancelint.plan.hearing import hear, is_no_wish
from advancelint.plan.label_forms import candidates, normalise
from advancelint.plan.people_labels import PeopleLabel, compose
from advancelint.plan.phrased import is_foremost, is_goal_of_call, role_of
from advancelint.plan.purposes import is_lead
from advancelint.records import NamedTuple

_TITLE_BREAK, _NO_ROLES = expression(r": | [—–|·-] |[(),]"), frozenset[str]()
GOALS = frozenset({"objective", "primary", "fallback"})  # the roles of labels that hold what a call is to reach
DAYS = frozenset({"call-date", "close-date"})  # and of those that hold the day of a call or of the end of a sale
LADDER = ("engage", "discover", "align", "evaluate", "propose", "negotiate", "close", "expand")


class Label(NamedTuple):
    """What a label can mean: the roles it plays, and whether it is as common outside sales plans (``weak``).

    ``heard`` says that no list holds the label and that its words tell what it most likely means.
    """

    roles: frozenset[str]
    weak: bool
    heard: bool = False


NO_LABEL = Label(_NO_ROLES, weak=True)
_OUR_LABEL = Label(frozenset({"our-people"}), weak=True)
_PEOPLE_LABEL = Label(frozenset({"attendees"}), weak=True)
# What a label that nobody listed can be heard as, and the role that it then plays.
_HEARD = {
    "objective": "objective", "fallback": "fallback", "sales-objective": "sales-objective", "client-win": "client-win",
    "next-step": "next-step", "outcome": "outcome", "people": "attendees", "client-people": "client-people",
    "our-people": "our-people", "stage": "stage", "call-date": "call-date", "close-date": "close-date",
    "account": "account", "owner": "owner", "due": "due", "done": "done", "why": "why", "value": "value",
}  # fmt: skip
_SURE, _FIRM, _LONGEST_PEOPLE_LABEL = 0.6, 0.5, 50
# So many words has what is meant to be read as a sentence; "£186k" and a name are none.
_WORDED = {"objective": 2, "fallback": 2, "sales-objective": 3, "client-win": 3, "outcome": 2, "next-step": 2}
_FACTS = frozenset({"account", "stage", "call-date", "close-date", "owner", "due", "done"})
_WORD = expression(r"[^\W\d_]{2,}")
_CODED = expression(r"(?<=[^\W\d_]) [(\[][A-Z]{1,4}[)\]](?=[:*_ ]*$)")  # "Team Norwood (N)"
_ASKED, _SIDES = frozenset({"objective", "fallback"}), frozenset({"buyer", "seller"})


class Vocabulary(NamedTuple):
    """The lists, keyed by case-folded words. ``words`` maps a list's name to its words and their meanings.

    ``unheard`` are the roles that only listed labels play, since a team listed them itself. ``date_order`` says how
    05/06/2026 is read: "dmy", "mdy", or "" where nobody can tell. Whatever fits one of ``patterns`` begins or ends
    with one of ``edges``.
    """

    labels: dict[str, Label]
    patterns: tuple[tuple[str, str, Label], ...]
    front: dict[str, frozenset[str]]
    stages: dict[str, str]
    words: dict[str, dict[str, str]]
    date_order: str = ""
    unheard: frozenset[str] = _NO_ROLES
    edges: tuple[tuple[str, ...], tuple[str, ...]] = (("",), ())

    def __hash__(self) -> int:
        """Hash by identity: the dictionaries have no hash."""
        return id(self)

    @functools.lru_cache(maxsize=512)  # noqa: B019 - bounded, and all vocabularies share their lists
    def label(self, text: str) -> Label:
        """Look up a label as written: whole, then without what follows a dash or a colon; never by likeness."""
        if found := self.labels.get(text.casefold()):
            return found
        for candidate in ("best outcome",) if is_foremost(text) else candidates(text):
            found = self.labels.get(candidate)
            if found and not (found.roles <= _SIDES and candidate not in normalise(text)):
                return found  # "Planned result (client action)" is nobody's column
            heads, tails = self.edges
            if not candidate.startswith(heads) and not candidate.endswith(tails):
                continue  # most labels
            if is_goal_of_call(candidate):
                break
            for head, tail, label in self.patterns:
                if len(candidate) > len(head) + len(tail) and candidate.startswith(head) and candidate.endswith(tail):
                    return label
        if self.word("seller-role", normalise(text)) is not None:
            return _OUR_LABEL  # "Account executive: Ana Ruiz"
        again = self.labels.get(versions.without(normalise(text), self.words["version-word"]), NO_LABEL)
        if again.roles & versions.ROLES:
            return again
        people = _PEOPLE_LABEL if self.people_label(text) else NO_LABEL
        bracket = text.rfind("(") if text.endswith(")") else 0
        role = role_of(text) or role_of(text[: max(bracket, 0)].rstrip())
        return Label(frozenset({role}), weak=role != "client-win" and not is_goal_of_call(text)) if role else people

    def meaning(self, text: str, surface: str, value: str = "") -> Label:
        """Look a label up and, where no list holds it, tell from its words and its value what it likely means.

        ``surface`` is heading, label or column; ``value`` what stands behind or below it.
        """
        found = self.label(text)
        return found if found.roles else self.heard(found, text, surface, value)

    def heard(self, found: Label, text: str, surface: str, value: str = "") -> Label:
        """Return what `meaning` does for a label that was looked up, ``found``, and that no list holds."""
        heard = hear(text, surface, value := value.strip())
        role = _HEARD.get(heard.role, "")
        if heard.role == "client-win" and value.split(" ", 1)[0] in given() and asks(value):
            role = "objective"  # "Win: Owen takes six of our attendants"
        if surface == "label" and role == "next-step" and is_lead(text):
            return found  # "For the next call: Ana signs" is what that one is for
        bare = surface == "label" and role in _WORDED and len(_WORD.findall(value)) < _WORDED[role]
        bare = bare or (role in _WORDED and is_no_wish(value))
        if not role or bare or role in self.unheard or (role in _FACTS and heard.chance < _FIRM):
            return found
        borne = heard.possible and heard.role in _ASKED and asks(value)
        label = Label(frozenset({role}), weak=heard.chance < _SURE and not borne, heard=True)
        return label if heard.told or borne else found

    def people_label(self, text: str) -> PeopleLabel | None:
        """Return what a label says that is put together of people and a side or a company; None for another label."""
        uncoded = _CODED.sub("", text)
        text = uncoded if " " in uncoded else text  # not "Team (N)"
        bare = " ".join(text.casefold().replace("’", "'").split()).strip(" :*_")
        number, _, rest = bare.partition(" ")
        if number[:-1].isdecimal() and number[-1] in ".)" and rest.split(" ", 1)[0] not in self.words["month"]:
            bare = rest  # "3. Buying team", but not "17. Juni"
        return compose(bare, self.words) if len(bare) <= _LONGEST_PEOPLE_LABEL else None

    def word(self, name: str, text: str) -> str | None:
        """Return the meaning of ``text`` in the list ``name``, or None where it is not in it."""
        return self.words[name].get(text.casefold().strip())

    def kind_in(self, title: str) -> str:
        """Return the kind of plan that the words of a title name, the longest words first; "" where they name none."""
        return self.words["kind"].get(self.kind_named(title), "")

    def kind_named(self, title: str) -> str:
        """Return the words of a title that name a kind of plan, "" where none do."""
        folded = "".join(char if char.isalnum() or char in "-'" else " " for char in title.casefold())
        spaced = f" {' '.join(folded.split())} "
        kinds = self.words["kind"]
        alone = {normalise(part) for part in _TITLE_BREAK.split(title)}
        strict = self.words["strict-kind"]
        found = [words for words in kinds if f" {words} " in spaced and (words not in strict or words in alone)]
        renewed = "prep" in found and {kinds[words] for words in found} == {"deal", "prep"}  # "renewal prep"
        return "prep" if renewed else max(found, key=len, default="")

    def extended(
        self,
        labels: tuple[tuple[str, str], ...],
        stages: tuple[tuple[str, str], ...],
        replaced: tuple[str, ...] = (),
    ) -> Vocabulary:
        """Return a vocabulary with a team's own (label, role) and (word, stage) pairs added.

        Of the roles in ``replaced`` the shipped labels are dropped first.
        """
        if not labels and not stages and not replaced:
            return self
        if replaced:
            return self._without(frozenset(replaced)).extended(labels, stages)
        merged = dict(self.labels)
        for text, role in labels:
            key = normalise(text)
            merged[key] = Label(merged.get(key, NO_LABEL).roles | {role}, weak=False)
        own = {word.casefold(): stage for word, stage in stages}
        return self._replace(labels=merged, stages={**self.stages, **own})

    def _without(self, roles: frozenset[str]) -> Vocabulary:
        """Return a vocabulary that has no labels for ``roles``."""
        labels = {text: label._replace(roles=label.roles - roles) for text, label in self.labels.items()}
        patterns = tuple(pattern for pattern in self.patterns if not pattern[2].roles & roles)
        kept = {text: label for text, label in labels.items() if label.roles}
        return self._replace(labels=kept, patterns=patterns, unheard=self.unheard | roles)


@functools.cache
def _also(label: Label, role: str, strength: str) -> Label:
    """Return a label that plays ``role`` as well; a hundred differ among thousands."""
    return Label(label.roles | {role}, label.weak and strength != "strong")


@functools.cache
def vocabulary() -> Vocabulary:
    """Read the lists; raises ResourceError where one is missing or broken."""
    base = os.path.join(resources.folder("lexicon"), "en")
    labels: dict[str, Label] = {}
    front: dict[str, set[str]] = {}
    patterns: list[tuple[str, str, Label]] = []
    for surface, role, strength, label in resources.rows(os.path.join(base, "plan-labels.tsv")):
        if surface == "front":
            front.setdefault(label, set()).add(role)
        elif "*" in label:
            head, _, tail = label.partition("*")
            patterns.append((head, tail, Label(frozenset({role}), weak=strength == "weak")))
        else:
            labels[label] = _also(labels.get(label, NO_LABEL), role, strength)
    return Vocabulary(
        with_plain(labels),
        tuple(patterns),
        {key: frozenset(found) for key, found in front.items()},
        dict(resources.rows(os.path.join(base, "plan-stages.tsv"))),
        resources.nested(os.path.join(base, "plan-words.tsv")),
        edges=(tuple(head for head, _, _ in patterns if head), tuple(tail for head, tail, _ in patterns if not head)),
    )
