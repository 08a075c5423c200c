"""Entries of a baseline under old codes: each stays one entry, under today's code."""

from advancelint.baseline import Entry, renamed

NOW = {"OLD101": "NEW201", "OLD102": "NEW201"}


def entry(code: str, nth: int = 1, path: str = "a.md", also: tuple[str, ...] = ()) -> Entry:
    return Entry(path, code, "warning", ("Calls",), "Vesna signs.", nth, also)


def test_codes_and_those_that_stand_behind_are_todays() -> None:
    assert renamed([entry("OLD101", also=("OLD102", "SP203"))], NOW) == (entry("NEW201", also=("NEW201", "SP203")),)
    assert renamed([entry("AD401", also=("OLD102",))], NOW) == (entry("AD401", also=("NEW201",)),)


def test_what_has_no_old_code_stays_as_it_is() -> None:
    entries = (entry("AD401"), entry("NEW201", 2))
    assert renamed(entries, NOW) == entries
    assert renamed(entries, {}) == entries


def test_entries_that_become_equal_are_counted_on_and_todays_keep_their_number() -> None:
    old = [entry("OLD101"), entry("OLD102"), entry("NEW201"), entry("OLD101", path="b.md")]
    made = [entry("NEW201"), entry("NEW201", 2), entry("NEW201", 3), entry("NEW201", path="b.md")]
    assert renamed(old, NOW) == renamed(old[::-1], NOW) == tuple(made)
