"""The one table of config keys: checks, the schema, the table in docs/reference and ``config show`` come from it."""

from __future__ import annotations

from advancelint.config.settings import Settings
from advancelint.config.shapes import Choice, Day, Flag, Number, OptionValue, Shape, Text, Texts
from advancelint.config.tables import Fields, Map, Tables, table
from advancelint.config.version import Specifier
from advancelint.diagnostic import SEVERITIES
from advancelint.records import NamedTuple

DATE_ORDERS = {"day-first": "dmy", "month-first": "mdy"}
GRADES = (*reversed(SEVERITIES), "off")
FAIL_ON = (*reversed(SEVERITIES), "never")
_DEFAULT = Settings(as_of="")
EXTEND = "extend-"
OVERRIDES = "overrides"


# Imported when a config has such a key: the layers below read their word lists for them.
def _profiles() -> tuple[str, ...]:
    from advancelint.doctrine.ladder import PROFILES

    return PROFILES


def _kinds() -> tuple[str, ...]:
    from advancelint.plan.model import KINDS

    return KINDS


def _ladder() -> tuple[str, ...]:
    from advancelint.plan.vocabulary import LADDER

    return LADDER


def _stages() -> tuple[str, ...]:
    return (*_ladder(), "won", "lost")


def _roles() -> tuple[str, ...]:
    from advancelint.plan.vocabulary import vocabulary

    return tuple(sorted({role for label in vocabulary().labels.values() for role in label.roles}))


class Key(NamedTuple):
    """A key: its name, the shape of its value, the value without one, what it is for, and where it may stand.

    A ``default`` of "" or () says that nothing is set. ``sometimes`` allows the key in an override.
    """

    name: str
    shape: Shape
    default: object
    help: str
    sometimes: bool = False

    @property
    def joins(self) -> str:
        """How the values of several files and overrides combine: replaced, merged by key, or added up."""
        if self.name.startswith(EXTEND) or self.name == OVERRIDES:
            return "added up"
        return "merged by key" if isinstance(self.shape, Fields | Map) else "the last counts"


_NAMES, _CODES, _PATTERNS = Texts("names"), Texts("codes"), Texts("patterns")
_LABELS = table(_roles, Texts("labels"))

KEYS = (
    Key("required-version", Specifier(), "", "the versions of advancelint that may use this file"),
    Key("extends", Texts("paths", one=True), (), "TOML files whose keys count where this one says nothing"),
    Key("our-company", Text(), "", "our company, as plans name it", sometimes=True),
    Key("our-people", _NAMES, (), "names of our people", sometimes=True),
    Key("extend-our-people", _NAMES, (), "more of them", sometimes=True),
    Key("client-people", _NAMES, (), "names of people on clients' sides", sometimes=True),
    Key("extend-client-people", _NAMES, (), "more of them", sometimes=True),
    Key(
        "date-order", Choice(lambda: tuple(DATE_ORDERS)), "",
        "how 05/06/2026 is read; without it only days above 12 tell", sometimes=True,
    ),
    Key("profile", Choice(_profiles), _DEFAULT.profile, "the trade, which moves the ladder's bars", sometimes=True),
    Key(
        "stale-days", table(_ladder, Number("number of days", 999)), (),
        "for each stage the days that a chain may rest before it is stale, instead of the ladder's", sometimes=True,
    ),
    Key(
        "kinds", table(_kinds, _PATTERNS), (),
        "for each kind the patterns of its files; the last that matches decides; none and template are never judged",
    ),
    Key(
        "labels", Fields(lambda: {"extend": _LABELS, "replace": _LABELS}), (),
        "for each role the labels that a team uses, beside the shipped ones or instead of them", sometimes=True,
    ),
    Key(
        "stages", table(_stages, _NAMES), (), "for each stage of the ladder a team's own names of it", sometimes=True
    ),
    Key("select", _CODES, _DEFAULT.select, "the rules to judge by", sometimes=True),
    Key("extend-select", _CODES, (), "rules to judge by as well", sometimes=True),
    Key("ignore", _CODES, (), "rules to leave out; stronger than select", sometimes=True),
    Key("extend-ignore", _CODES, (), "more of them", sometimes=True),
    Key("per-file-ignores", Map("patterns", _CODES), (), "rules to leave out in some files"),
    Key(
        "severity", Map("codes", Choice(lambda: GRADES)), (),
        "how bad findings of a rule are; the most exact code decides; an uncertain reading stays below error",
        sometimes=True,
    ),
    Key("rule-paths", Texts("paths"), (), "a team's own rules: cards, and folders of them"),
    Key("extend-rule-paths", Texts("paths"), (), "more of them"),
    Key("packs", _NAMES, (), "installed packs of rules to judge by as well"),
    Key("extend-packs", _NAMES, (), "more of them"),
    Key(
        "options", Map("codes", Map("options", OptionValue())), (), "for each rule the values of its options",
        sometimes=True,
    ),
    Key(
        "fail-on", Choice(lambda: FAIL_ON), _DEFAULT.fail_on, "the least severity that fails the run", sometimes=True
    ),
    Key("exclude", _PATTERNS, (), "files and folders that are not judged, not even when they are named"),
    Key("extend-exclude", _PATTERNS, (), "more of them"),
    Key("respect-gitignore", Flag(), True, "whether what a .gitignore names is left out of folders"),
    Key("as-of", Day(), "", "the day that counts as today; commit is the date of HEAD"),
    Key("baseline", Text("a path", path=True), "", "the file with the findings that are known already"),
)  # fmt: skip

_SOMETIMES = {key.name: key.shape for key in KEYS if key.sometimes}
_ALWAYS = {key.name: key.shape for key in KEYS}


def _misplaced(key: str) -> str:
    return f"“{key}” holds for all files: write it above the overrides." if key in _ALWAYS else ""


def _not_needed(key: str) -> str:
    return "It is not needed: the nearest config counts alone, and nothing above it is read." if key == "root" else ""


_ONE_OVERRIDE = Fields(lambda: {"files": _PATTERNS, **_SOMETIMES}, _misplaced)
OVERRIDE = Key(
    OVERRIDES, Tables(_ONE_OVERRIDE, "files"), (), "keys that count only for the files that match the patterns in files"
)
CONFIG = Fields(lambda: {**_ALWAYS, OVERRIDES: OVERRIDE.shape}, _not_needed)
# Keys that stand above all tables.
ANYWHERE = frozenset(_ALWAYS)
BY_NAME = {key.name: key for key in (*KEYS, OVERRIDE)}
