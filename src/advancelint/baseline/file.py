"""Reads and writes baselines: JSON lines, one entry each, sorted, so that git shows and merges them line by line.

A baseline lies in the repository that is judged, so it is not trusted: it can hold findings and do nothing else.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from typing import NoReturn

from advancelint.baseline.entries import Entry
from advancelint.diagnostic import SEVERITIES
from advancelint.errors import BaselineError
from advancelint.replacing import replace_file
from advancelint.source import Place

DEFAULT_NAME = ".advancelint-baseline.jsonl"
VERSION = 1
_HEADER = "advancelint-baseline"
_LARGEST = 16 * 1024 * 1024
_MARKERS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_AGAIN = "Make it again: advancelint baseline create --force"


def load(path: str) -> tuple[Entry, ...]:
    """Return the entries of the baseline at ``path``, sorted, each once. Raises BaselineError with the line."""
    lines = _text(path).split("\n")
    _refuse_conflict(path, lines)
    filled = [(number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not filled:
        _fail(path, 1, "this file is empty, so it is no baseline", _AGAIN)
    _check_header(path, *filled[0])
    # A merge may leave the header twice, and a finding twice with another severity: still one finding.
    rest = [(number, line) for number, line in filled[1:] if line.strip() != filled[0][1].strip()]
    entries = [_entry(path, number, line) for number, line in rest]
    entries.sort(key=lambda entry: SEVERITIES.index(entry.severity))
    return tuple(sorted({(*entry[:2], *entry[3:6]): entry for entry in entries}.values()))


def save(path: str, entries: Iterable[Entry]) -> None:
    """Write ``entries`` to ``path``, all or nothing; a link there is replaced, not followed. Raises BaselineError."""
    text = "".join(f"{line}\n" for line in _lines(entries))
    try:
        replace_file(path, text.encode("utf-8"))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BaselineError(f"the baseline cannot be written: {reason}", path=path) from error


def _lines(entries: Iterable[Entry]) -> Iterator[str]:
    yield json.dumps({_HEADER: VERSION})
    for entry in sorted(set(entries)):
        keys = entry._asdict()
        if not entry.also:
            del keys["also"]
        # Letters stay readable in any script; what would move a cursor or turn a line round is escaped.
        line = json.dumps(keys, ensure_ascii=False)
        yield "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)


def _text(path: str) -> str:
    if not os.path.exists(path):
        raise BaselineError("there is no such baseline", path=path, remedy="Make one: advancelint baseline create")
    if not os.path.isfile(path):
        raise BaselineError("this baseline is no regular file", path=path)
    try:
        with open(path, "rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError as error:
        raise BaselineError(f"this baseline cannot be read: {error.strerror}", path=path) from error
    if len(data) > _LARGEST:
        raise BaselineError(f"this baseline is larger than {_LARGEST // 1024 // 1024} MiB", path=path)
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        _fail(path, data[: error.start].count(b"\n") + 1, "this baseline is no UTF-8", _AGAIN)


def _refuse_conflict(path: str, lines: list[str]) -> None:
    for number, line in enumerate(lines, 1):
        if line.startswith(_MARKERS):
            remedy = "Take the marks out and keep the lines of both sides; then run: advancelint baseline prune"
            _fail(path, number, "this baseline has the marks of a merge conflict", remedy)


def _check_header(path: str, number: int, line: str) -> None:
    found = _object(path, number, line)
    version = found.get(_HEADER)
    if isinstance(version, bool) or not isinstance(version, int):
        _fail(path, number, f"this is no baseline: its first line is not {json.dumps({_HEADER: VERSION})}", _AGAIN)
    if version > VERSION:
        remedy = "Install a newer advancelint."
        _fail(path, number, f"this baseline is of version {version}, and {VERSION} is the newest known here", remedy)
    if version < 1:
        _fail(path, number, f"there is no version {version} of baselines", _AGAIN)


def _object(path: str, number: int, line: str) -> dict[str, object]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        _fail(path, number, "this line is no JSON object", _AGAIN)
    return found


def _entry(path: str, number: int, line: str) -> Entry:
    found = _object(path, number, line)
    where = _word(path, number, found, "path")
    if not where or where.startswith("/") or "\\" in where or os.path.isabs(where) or "\0" in where:
        _fail(path, number, "“path” must be relative to the baseline, with forward slashes", _AGAIN)
    severity = _word(path, number, found, "severity")
    if severity not in SEVERITIES:
        _fail(path, number, f"“severity” must be one of {', '.join(SEVERITIES)}", _AGAIN)
    nth = found.get("nth")
    if isinstance(nth, bool) or not isinstance(nth, int) or nth < 1:
        _fail(path, number, "“nth” must be a number from 1", _AGAIN)
    code, subject = _word(path, number, found, "code"), _word(path, number, found, "subject")
    section, also = (_words(path, number, found.get(key, []), key) for key in ("section", "also"))
    return Entry(where, code, severity, section, subject, nth, also)


def _word(path: str, number: int, found: dict[str, object], key: str) -> str:
    value = found.get(key)
    if not isinstance(value, str):
        _fail(path, number, f"“{key}” must be a text", _AGAIN)
    return value


def _words(path: str, number: int, value: object, key: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        _fail(path, number, f"“{key}” must be a list of texts", _AGAIN)
    return tuple(value)


def _fail(path: str, line: int, message: str, remedy: str = "") -> NoReturn:
    raise BaselineError(message, remedy=remedy, path=path, place=Place(line, 1))
