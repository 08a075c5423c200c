"""Short names for bytes: what is the same has the same, and nobody finds two that share one."""

from __future__ import annotations

try:
    from _blake2 import blake2b  # hashlib, which has it as well, takes as long to import as a small run takes
except ImportError:  # a Python that was built otherwise
    from hashlib import blake2b

_SIZE = 16


def digest_of(*parts: bytes) -> str:
    """Return 32 hexadecimal digits for ``parts``; which byte belongs to which part counts."""
    known = blake2b(digest_size=_SIZE)
    for part in parts:
        known.update(b"%d:" % len(part))
        known.update(part)
    return known.hexdigest()
