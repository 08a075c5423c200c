"""The one family of errors that a person can mend; ``cli`` alone turns them into exit codes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self

from advancelint.source import Place


class AdvancelintError(Exception):
    """Something that the invoker can put right: wrong usage, a broken card, a broken config.

    ``message`` says what is wrong, ``remedy`` what to do; ``path`` and ``place`` say where, when there is a where.
    ``others`` are told with it, where several things are wrong.
    """

    others: tuple[Self, ...] = ()

    def __init__(self, message: str, *, remedy: str = "", path: str = "", place: Place | None = None) -> None:
        """Take the parts; ``str`` puts them together."""
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.path = path
        self.place = place

    @classmethod
    def of_all(cls, errors: Iterable[Self]) -> Self:
        """Return the first of ``errors`` with the rest in ``others``, sorted by place; ``errors`` is not empty."""
        flat = [one for error in errors for one in (error, *error.others)]
        first, *others = sorted(flat, key=lambda error: (error.path, error.place or Place(0, 0)))
        for one in others:
            one.others = ()
        first.others = tuple(others)
        return first

    def __str__(self) -> str:
        """Render as ``path:line:column: message (remedy)``, leaving out what is not known; then the others so.

        The parts are neutral, as `advancelint.neutral` says.
        """
        from advancelint.neutral import neutral

        # What is wrong quotes words of others, which must not make up lines; what to do can be lines to paste.
        where, message = neutral(self.path), neutral(self.message)
        remedy = "\n".join(map(neutral, self.remedy.split("\n")))
        if where and self.place is not None:
            where = f"{where}:{self.place.line}:{self.place.column}"
        text = f"{where}: {message}" if where else message
        told = f"{text}\n  {remedy}" if remedy else text
        return "\n".join([told, *map(str, self.others)])


def closest(word: str, known: Iterable[str]) -> str:
    """Return the known word that ``word`` was probably meant to be, or ""."""
    import difflib  # here, since a run without mistakes should not pay for it

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def hint(word: str, known: Iterable[str]) -> str:
    """Return a remedy for an unknown ``word``: the one that was meant, else all that are known."""
    names = list(known)
    meant = closest(word, names)
    return f"Did you mean “{meant}”?" if meant else f"Known are: {', '.join(names)}."


class UsageError(AdvancelintError):
    """A wrong option, a code that no rule has, a path that does not exist."""


class CardError(AdvancelintError):
    """A rule card that cannot be loaded."""


class ConfigError(AdvancelintError):
    """A config file that cannot be read, with a key that nobody knows or a value that cannot be."""


class BaselineError(AdvancelintError):
    """A baseline that cannot be read or written, or is none."""


class ResourceError(AdvancelintError):
    """A data file of the tool that is missing or broken."""


def describe_fault(error: BaseException) -> str:
    """Describe a fault of the tool itself in one line: the error and the line of code that raised it."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    file = trace.tb_frame.f_code.co_filename.replace("\\", "/") if trace else ""
    where = f" ({'/'.join(file.split('/')[-2:])}:{trace.tb_lineno})" if trace else ""
    try:
        words = str(error)
    except Exception:  # noqa: BLE001 - an error of others may not even be able to tell itself
        words = "it cannot be told"
    return f"{type(error).__name__}: {words[:200]}{where}"
