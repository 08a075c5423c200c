"""The ladder's data holds together: every name leads somewhere, nothing waits for itself, every line can be read."""

import pytest

from advancelint.cli.options import PROFILES as OFFERED
from advancelint.doctrine.ladder import ENERGIES, PROFILES, Act, is_light, ladder, roles_of
from advancelint.doctrine.patterns import patterns
from advancelint.reading import Scene, read
from advancelint.reading.model import FACETS
from advancelint.source import Passage

LADDER = ladder()
ACTS = list(LADDER.acts.values())
ROLES = frozenset(
    [
        "any",
        "gatekeeper",
        "user",
        "champion",
        "technical_evaluator",
        "security",
        "quality",
        "operations",
        "finance",
        "economic_buyer",
        "executive_sponsor",
        "procurement",
        "legal",
        "board",
        "project_lead",
        "clinician",
    ]
)
OWN_WORDS = {"meet_again"}  # a pattern that names no act of the ladder


def test_the_stages_are_those_of_the_reading() -> None:
    assert tuple(LADDER.stages) == FACETS["stage"][:-1]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.id))
def test_an_act_names_known_things(act: Act) -> None:
    assert act.stage in LADDER.stages
    assert act.energy in ENERGIES
    assert set(act.hard) | set(act.soft) | set(act.implied) <= set(LADDER.acts)
    assert set(act.owners) <= ROLES
    assert act.only in ("", *PROFILES)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: str(act.id))
def test_nothing_waits_for_what_comes_later_or_for_itself(act: Act) -> None:
    assert all(LADDER.distance(before, act.stage) <= 0 for before in act.hard)
    open_acts, seen = list(act.hard), set()
    while open_acts:
        before = open_acts.pop()
        assert before != act.id
        if before not in seen:
            seen.add(before)
            open_acts += LADDER.acts[before].hard


def test_every_act_can_be_recognised() -> None:
    named = {pattern.act for pattern in patterns()}
    assert named - OWN_WORDS == set(LADDER.acts)


def test_the_exits_of_a_stage_belong_to_it() -> None:
    for stage in LADDER.stages.values():
        assert stage.exit
        assert {LADDER.acts[act].stage for act in stage.exit} == {stage.id}


@pytest.mark.parametrize("act", [act for act in ACTS if not act.milestone], ids=lambda act: str(act.id))
def test_a_suggested_line_is_read_as_an_act_of_the_client(act: Act) -> None:
    reading = read(Passage.plain(f"Dana {act.line} by 12 June"), Scene(client=frozenset(("dana",))))
    assert reading.actor.value == "client"
    assert reading.client_action.value in ("act", "unknown", "low")


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_changes_known_things_only(profile: str) -> None:
    changed = ladder(profile)
    assert set(changed.acts) == set(LADDER.acts)
    assert {act.stage for act in changed.acts.values()} <= set(changed.stages)
    assert changed.least_energy in ENERGIES


def test_the_command_line_offers_every_profile() -> None:
    assert OFFERED == PROFILES


@pytest.mark.parametrize(
    ("title", "role", "light"),
    [
        ("CFO, economic buyer", "economic_buyer", False),
        ("analyst", "user", True),
        ("energy engineer, technical evaluator", "technical_evaluator", False),
        ("assistant to the managing director", "economic_buyer", False),
        ("shift operator", "user", True),
        ("dreamer", "", False),
    ],
)
def test_a_job_title_shows_roles(title: str, role: str, light: bool) -> None:
    assert (role in roles_of(title)) is bool(role)
    assert is_light(title) is light
