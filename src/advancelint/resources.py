"""Where the tool's own data lies: rule cards and lexicons, in a wheel and in a checkout alike."""

from __future__ import annotations

import os

from advancelint.errors import ResourceError

_HERE = os.path.dirname(os.path.abspath(__file__))
_CHECKOUT = os.path.dirname(os.path.dirname(_HERE))


def folder(name: str) -> str:
    """Return the absolute path of the data folder ``name`` ("rules", "lexicon").

    In a wheel it lies inside the package, in an editable install at the top of the checkout.
    Raises ResourceError when neither is there.
    """
    for parent in (_HERE, _CHECKOUT):
        path = os.path.join(parent, name)
        if os.path.isdir(path):
            return path
    raise ResourceError(f"the folder “{name}” is missing from this installation", remedy="Reinstall advancelint.")
