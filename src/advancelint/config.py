"""What a run is told: the date that counts as today and what is known beforehand about people and kind of plan."""

from __future__ import annotations

from typing import NamedTuple


class Settings(NamedTuple):
    """Settings of one run. ``as_of`` is an ISO date; ``kind`` is "" or one of `plan.model.KINDS`.

    ``profile`` is one of `doctrine.ladder.PROFILES`.
    """

    as_of: str
    our_people: tuple[str, ...] = ()
    our_company: str = ""
    client_people: tuple[str, ...] = ()
    kind: str = ""
    profile: str = "default"
