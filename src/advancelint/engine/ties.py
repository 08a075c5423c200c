"""What a judgement owes to what lies around its file, and what looking around has found."""

from __future__ import annotations

from advancelint.records import NamedTuple


class Ties(NamedTuple):
    """What a judgement rests on beside its own file.

    ``word`` is the one by which the other files of the account were looked for, "" where no rule asked for them;
    ``dated`` says that earlier versions of the file were looked at.
    """

    word: str = ""
    dated: bool = False


class Told(NamedTuple):
    """What looking around has found that a run tells of: files that are untracked, and how history is cut off."""

    untracked: tuple[tuple[str, str], ...]
    cut: str
