"""What lies around a plan: the other files of its account, and the close dates that it had before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from typing import overload

from advancelint.cache import witness
from advancelint.cache.digest import digest_of
from advancelint.doctrine.account import ALONE, Account, Sheet, account_key, same_account
from advancelint.engine.intake import read_file
from advancelint.engine.nearby import Nearby
from advancelint.engine.ties import Ties, Told
from advancelint.git import Worktrees
from advancelint.history import History
from advancelint.plan.model import Plan, Skimmed
from advancelint.records import NamedTuple
from advancelint.source import Source
from advancelint.suppress import quieted

# Code points of the plans that are kept; a plan takes some 25 bytes for each. All around the plan that is judged are
# asked for again by the next one of its account, so that of them there may be about 60 MB, of others 1.5.
_REMEMBERED = 2_400_000
_IDLE = 60_000
_DATED_KINDS = ("deal", "account", "map")


class Circle(NamedTuple):
    """A plan's account: ``key`` is what all spellings of its name share, ``paths`` are the other files of it."""

    key: str
    paths: tuple[str, ...]

    @property
    def word(self) -> str:
        """The word that the account's name begins with, in lower case."""
        return self.key.partition(" ")[0]


class _Beside(Sequence[Sheet]):
    """The other files of an account, looked for when somebody asks for the first of them."""

    def __init__(self, find: Callable[[], Iterator[Sheet]]) -> None:
        self._find = find
        self._found: tuple[Sheet, ...] | None = None

    @property
    def _sheets(self) -> tuple[Sheet, ...]:
        if self._found is None:
            self._found = tuple(self._find())
        return self._found

    @overload
    def __getitem__(self, index: int) -> Sheet: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Sheet, ...]: ...
    def __getitem__(self, index: int | slice) -> Sheet | tuple[Sheet, ...]:
        return self._sheets[index]

    def __len__(self) -> int:
        return len(self._sheets)


class Neighbours:
    """Looks around plans during one run, and understands each file once."""

    def __init__(
        self,
        understand: Callable[[Source], Plan],
        skim: Callable[[Source], Skimmed],
        *,
        history: bool = True,
        worktrees: Worktrees | None = None,
    ) -> None:
        """Take what makes a plan of a source, and what skims one for its account and close date.

        Earlier versions are skimmed; without ``history`` git is not asked for these.
        """
        self._understand, self._skim = understand, skim
        self._worktrees = worktrees or Worktrees()
        self._nearby = Nearby(self._worktrees)
        self._history = History(self._worktrees) if history else None
        self._sheets: dict[str, Sheet | None] = {}
        self._size = 0
        self._near: frozenset[str] = frozenset()
        self._circles: dict[str, Circle] = {}
        self._untracked: dict[str, str] = {}
        self._ties: dict[str, Ties] = {}
        self._contents: dict[str, str] = {}

    def plan_of(self, source: Source) -> Plan:
        """Return the plan of ``source``, a file without its suppressions; raises what understanding it raises."""
        key = os.path.abspath(source.path)
        known = self._sheets.get(key)
        if known is not None and known.text == source.text:
            return known.plan._replace(path=source.path)
        plan = self._understand(source)
        self._remember(key, Sheet(plan, source.text))
        return plan

    def around(self, plan: Plan) -> Account:
        """Return the plans that name the same account, in the plan's folder and the folders right below it.

        It depends on what git tracks there (outside of a repository: on what lies there) and not on which files a run
        was given, so that a file has one answer. They are looked for when a rule asks for them.
        """
        if not os.path.isfile(plan.path):
            return ALONE
        dated = self._history is not None and bool(plan.close_date.value) and plan.kind in _DATED_KINDS
        self._ties[os.path.abspath(plan.path)] = Ties(dated=dated)
        return Account(beside=_Beside(lambda: self._beside(plan)), close_dates=self._close_dates(plan) if dated else ())

    def circle_of(self, path: str) -> Circle:
        """Return the account of the plan in ``path``; nobody's where no rule asked for it."""
        return self._circles.get(os.path.abspath(path), Circle("", ()))

    def ties_of(self, path: str) -> Ties:
        """Return what the judgement of ``path`` rests on beside the file, as far as rules have asked for it."""
        return self._ties.get(os.path.abspath(path), Ties())

    def seen(self, path: str, ties: Ties, before: int) -> str:
        """Return a digest of all that ``ties`` let the judgement of ``path`` see, "" where that is no reliable answer.

        What has changed since ``before``, in nanoseconds of the system's clock, may have been seen either way. A file
        that other ones do not see is told of again.
        """
        parts: list[str] = []
        if ties.word:
            own = os.path.abspath(path)
            self._note_untracked(path, os.path.realpath(own))
            for beside in self._nearby.around(os.path.dirname(own), ties.word):
                parts += [beside, "" if beside == own else self._content(beside)]
                if witness.changed(beside) >= before or (beside != own and not parts[-1]):
                    return ""
        if ties.dated and self._history is not None:
            parts += ["", *self._history.commits_of(path)]
        return digest_of(*map(os.fsencode, parts))

    def prepare(self, paths: Sequence[str]) -> None:
        """Have git tell what it tracks where the files ``paths`` lie, before processes part."""
        for folder in {os.path.dirname(path) for path in paths}:
            tree = self._worktrees.of_folder(os.path.realpath(folder))
            if tree is not None:
                _ = tree.tracked

    def told(self) -> Told:
        """Return what `notes` tells of, for the process that asked this one to look around."""
        return Told(tuple(self._untracked.items()), self._history.note if self._history else "")

    def hear(self, told: Told) -> None:
        """Tell of what another process has ``told`` as well."""
        self._untracked.update(told.untracked)
        if self._history is not None:
            self._history.note = self._history.note or told.cut

    def account_in(self, source: Source) -> str:
        """Return what all spellings of the account share that a text names, "" where it is no plan or names none."""
        try:
            return account_key(self._skim(source).account.value)
        except Exception:  # noqa: BLE001 - an old text that breaks the parser is nobody's fault any more
            return ""

    def is_portfolio(self, folder: str) -> bool:
        """Say whether files of ``folder`` have to bear the account in their names."""
        return self._nearby.is_portfolio(folder)

    @property
    def notes(self) -> tuple[str, ...]:
        """What a user should know of the run: what of git's knowledge is cut off, missing or not there yet."""
        found = [self._history.note] if self._history and self._history.note else []
        if self._untracked:
            first, *others = sorted(self._untracked.values())
            count = f" and {len(others)} more" if others else ""
            found.append(f"{first}{count}: the other files of the account do not see it before “git add”")
        for root, words in self._worktrees.complaints.items():
            found.append(f"{root}: {words.splitlines()[0]}; what lies there counts, tracked or not")
        return tuple(found)

    def _beside(self, plan: Plan) -> Iterator[Sheet]:
        key = account_key(plan.account.value)
        if not key:
            return
        own = os.path.abspath(plan.path)
        word, folder, real = key.split()[0], os.path.dirname(own), os.path.realpath(own)
        self._note_untracked(plan.path, real)
        self._ties[own] = self.ties_of(own)._replace(word=word)
        found: list[str] = []
        near = self._nearby.around(folder, word)
        self._near = frozenset((own, *near))
        for path in near:
            if path == own or (os.path.islink(path) and os.path.realpath(path) == real):
                continue
            sheet = self._sheet(path, word)
            if sheet is not None and sheet.plan.is_plan and same_account(plan, sheet.plan):
                found.append(path)
                # Paths of one account are compared, so all of them are written as the judged one is.
                shown = os.path.join(os.path.dirname(plan.path), os.path.relpath(path, folder))
                yield sheet._replace(plan=sheet.plan._replace(path=shown))
        self._circles[own] = Circle(key, tuple(found))

    def _content(self, path: str) -> str:
        if path not in self._contents:
            self._contents[path] = witness.of_file(path)[3]
        return self._contents[path]

    def _note_untracked(self, path: str, real: str) -> None:
        tree = self._worktrees.of(path)
        if tree is not None and tree.name_of(real) not in tree.tracked:
            self._untracked[real] = path

    def _sheet(self, path: str, word: str) -> Sheet | None:
        if path not in self._sheets:
            taken = read_file(path)
            # Only a file that holds the account's name can be about it; the others need not be understood.
            if not isinstance(taken, Source) or word not in taken.text.casefold():
                return None
            try:
                quiet = quieted(taken)
                self._remember(path, Sheet(self._understand(quiet), quiet.text))
            except Exception:  # noqa: BLE001 - a neighbour that breaks the parser is reported when it is judged itself
                self._remember(path, None)
        return self._sheets[path]

    def _remember(self, path: str, sheet: Sheet | None) -> None:
        self._forget(path)
        self._sheets[path] = sheet
        self._size += len(sheet.text) if sheet else 0
        while self._size > _IDLE and len(self._sheets) > 1:
            oldest = next(iter(self._sheets))
            if oldest in self._near and self._size <= _REMEMBERED:
                break
            self._forget(oldest)

    def _forget(self, path: str) -> None:
        known = self._sheets.pop(path, None)
        self._size -= len(known.text) if known else 0

    def _close_dates(self, plan: Plan) -> tuple[str, ...]:
        if self._history is None:
            return ()
        dates: list[str] = []
        now = self._sheets.get(os.path.abspath(plan.path))
        for text in self._history.versions_of(plan.path):
            # What was committed last is most often what lies there.
            same = now is not None and text == now.text
            day = (plan if same else self._skim(Source.of(plan.path, text))).close_date.value
            if day and dates[-1:] != [day]:
                dates.append(day)
        return tuple(dates[:-1] if dates[-1:] == [plan.close_date.value] else dates)
