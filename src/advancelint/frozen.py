"""What the build of a wheel has made already: of word lists, cards and expressions, so that no run makes it again.

A wheel holds the frozen form of a file beside it. A checkout holds none, so that whoever edits a list or a card meets
what they wrote. `marshal` is what Python keeps its own bytecode in: the fastest reader that there is, safe here as the
code beside it is, and in its second format alike in all versions of Python and the same bytes each time.
"""

from __future__ import annotations

import marshal
from typing import Any

from advancelint import __version__

ENDING = ".frozen"
_MARSHAL = 2
# What there is where nothing was frozen; a frozen form can be empty.
NOTHING = object()


def freeze(data: Any, form: str) -> bytes:
    """Return ``data`` of plain values, for `thaw`; ``form`` says what was made of the file."""
    return marshal.dumps((__version__, form, data), _MARSHAL)


def thaw(path: str, form: str) -> Any:
    """Return what was frozen in ``form`` beside the file ``path``; NOTHING where this version of the tool did not."""
    try:
        with open(path + ENDING, "rb") as file:
            version, made, data = marshal.loads(file.read())  # noqa: S302 - a file of the package, as its bytecode is
    except (OSError, EOFError, ValueError, TypeError):
        return NOTHING
    return data if (version, made) == (__version__, form) else NOTHING
