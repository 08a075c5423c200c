"""What the plans that are there already tell of a team: the kinds of their folders, and who we are."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from advancelint.cli import files
from advancelint.cli.settings import Finder
from advancelint.doctrine.account import account_key
from advancelint.records import NamedTuple

_JUDGED = ("prep", "notes", "deal", "account", "map")
# One file is no custom, and a folder that by its name may hold any plan needs more of them to have one.
_ENOUGH, _MANY = 2, 6
# From so many clients on whom a plan takes for the client's, or for nobody's, may be ours.
_CLIENTS = 3
_ANYTHING = frozenset({"plans", "sales", "docs", "accounts", "clients", "customers", "pipeline", "crm", "teams"})


class Survey(NamedTuple):
    """What plans tell: our company and people, and for each kind the patterns of its folders.

    ``company`` is the one that all plans call ours, "" where none does or two do; ``people`` are those whom the plans
    of several clients name, by the number of these plans.
    """

    company: str
    people: tuple[str, ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]


def look() -> Survey:
    """Return what the plans below the current folder tell."""
    from advancelint.engine import read_file, stray, understand
    from advancelint.engine.intake import Trouble
    from advancelint.suppress import quieted

    finder = Finder()
    companies: dict[str, str] = {}
    seen: list[tuple[str, str]] = []
    faces: dict[str, _Face] = {}
    inputs = files.collect([os.curdir], finder)
    for path in inputs.files:
        taken = stray(path) if path in inputs.strays else read_file(path)
        if isinstance(taken, Trouble):
            seen.append((path, "none"))
            continue
        plan = understand(quieted(taken), finder.settings_of(path))
        seen.append((path, plan.kind))
        firms = (person.organisation for person in plan.people if person.side == "seller")
        companies |= {name.casefold(): name for name in firms if name.isprintable() and name.strip()}
        for person in plan.people if plan.kind in _JUDGED else ():
            if person.name.isprintable():
                faces.setdefault(person.name, _Face(set(), [])).meet(plan.account.value, person.side)
    names = list(companies.values())
    known = sorted(
        (name for name, face in faces.items() if face.is_ours(whole=" " in name)),
        key=lambda name: -len(faces[name].sides),
    )
    return Survey(names[0] if len(names) == 1 else "", tuple(known), tuple(_kinds(seen)))


class _Face(NamedTuple):
    """Somebody in the plans: the ``clients`` in whose plans the name stands, and the side that each plan gives it."""

    clients: set[str]
    sides: list[str]

    def meet(self, client: str, side: str) -> None:
        """Take down that a plan for ``client``, "" for none that is known, has the name."""
        self.sides.append(side)
        self.clients.update({account_key(client)} - {""})

    def is_ours(self, *, whole: bool) -> bool:
        """Say whether it is one of us: a client's people stand in the plans for one client, and ours in those for many.

        ``whole`` says that the name is more than a first name. Of 384 names that strangers' plans for two clients and
        more had, 195 are taken, and 194 of these are the team's.
        """
        # "Norwood" and "Norwood Mills" are one.
        clients = [one for one in self.clients if not any(one.startswith(f"{other} ") for other in self.clients)]
        many, told = len(clients) >= _CLIENTS, "seller" in self.sides
        if "client" in self.sides:
            return many and told
        # A first name that nothing puts on a side may be several people's.
        return (many and whole) or (told and len(clients) > 1)


def _kinds(seen: Sequence[tuple[str, str]]) -> Iterator[tuple[str, tuple[str, ...]]]:
    claims = list(_claims("", [(path.replace(os.sep, "/"), kind) for path, kind in seen]))
    for kind in _JUDGED:
        patterns = tuple(f"/{folder}" for folder, claimed in claims if claimed == kind)
        if patterns:
            yield kind, patterns


def _claims(above: str, seen: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the highest folders below ``above`` whose files are all of one kind, each with its kind."""
    below: dict[str, list[tuple[str, str]]] = {}
    for path, kind in seen:
        folder, slash, _ = path[len(above) :].partition("/")
        if slash:
            below.setdefault(f"{above}{folder}/", []).append((path, kind))
    for folder, inside in sorted(below.items()):
        kinds = {kind for _, kind in inside}
        # A name that would be read as a pattern is left to its team.
        enough = _MANY if folder.rstrip("/").rpartition("/")[2].casefold() in _ANYTHING else _ENOUGH
        if len(kinds) == 1 and kinds <= set(_JUDGED) and len(inside) >= enough and _is_plain(folder):
            yield folder, inside[0][1]
        else:
            yield from _claims(folder, inside)


def _is_plain(folder: str) -> bool:
    return folder.isprintable() and not set("*?[]\\") & set(folder) and not folder.endswith(" /")
