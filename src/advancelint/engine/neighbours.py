"""What lies around a plan on disk: the other files of its account, and the close dates that it had before."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from advancelint.doctrine.account import ALONE, Account, Sheet, account_key, same_account
from advancelint.engine.intake import read_file
from advancelint.history import SHALLOW, History
from advancelint.plan.model import Plan
from advancelint.source import Source
from advancelint.suppress import quieted

_SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mkdn")
# A folder with more files is a portfolio and no account: there a neighbour has to bear the account in its name.
_MOST_FILES = 60
_REMEMBERED = 300
_DATED_KINDS = ("deal", "account", "map")


class Neighbours:
    """Looks around plans during one run, and understands each file once."""

    def __init__(self, understand: Callable[[Source], Plan], *, history: bool = True) -> None:
        """Take what makes a plan of a source; without ``history`` git is not asked."""
        self._understand = understand
        self._history = History() if history else None
        self._sheets: dict[str, Sheet | None] = {}
        self._folders: dict[str, tuple[str, ...]] = {}

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

        It depends on what lies there and not on which files a run was given, so that a file has one answer.
        """
        if not os.path.isfile(plan.path):
            return ALONE
        return Account(beside=tuple(self._beside(plan)), close_dates=self._close_dates(plan))

    @property
    def note(self) -> str:
        """What a user should know of the run, "" for nothing: that a history was cut off."""
        return SHALLOW if self._history is not None and self._history.shallow else ""

    def _beside(self, plan: Plan) -> Iterator[Sheet]:
        key = account_key(plan.account.value)
        own = os.path.abspath(plan.path)
        if not key:
            return
        for path in self._candidates(os.path.dirname(own), key.split()[0]):
            sheet = self._sheet(path, key.split()[0]) if path != own else None
            if sheet is not None and sheet.plan.is_plan and same_account(plan, sheet.plan):
                yield sheet

    def _candidates(self, folder: str, word: str) -> tuple[str, ...]:
        if folder not in self._folders:
            self._folders[folder] = tuple(sorted(_markdown(folder, depth=1)))
        paths = self._folders[folder]
        if len(paths) <= _MOST_FILES:
            return paths
        return tuple(path for path in paths if word in os.path.basename(path).casefold())[:_MOST_FILES]

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
        while len(self._sheets) >= _REMEMBERED:
            del self._sheets[next(iter(self._sheets))]
        self._sheets[path] = sheet

    def _close_dates(self, plan: Plan) -> tuple[str, ...]:
        if self._history is None or not plan.close_date.value or plan.kind not in _DATED_KINDS:
            return ()
        dates: list[str] = []
        for text in self._history.versions_of(plan.path):
            day = self._understand(Source.of(plan.path, text)).close_date.value
            if day and dates[-1:] != [day]:
                dates.append(day)
        return tuple(dates[:-1] if dates[-1:] == [plan.close_date.value] else dates)


def _markdown(folder: str, depth: int) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.name.lower().endswith(_SUFFIXES) and entry.is_file():
            yield entry.path
        elif depth and entry.is_dir(follow_symlinks=False) and not entry.name.startswith("."):
            yield from _markdown(entry.path, depth - 1)
