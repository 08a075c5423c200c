"""Reports made by hand, and what other people's tools would make of their renderings."""

from __future__ import annotations

import json
import os
from functools import cache
from typing import Any
from xml.etree.ElementTree import fromstring

import jsonschema
import xmlschema

import advancelint
from advancelint.diagnostic import Diagnostic, Edit, Failure, Fix, Frame, Hold, Key, Report, RuleNote, Summary
from advancelint.report.formats import Look, render
from advancelint.source import Place, Span

SCHEMAS = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "schemas")
OURS = os.path.join(os.path.dirname(advancelint.__file__), "schemas", "diagnostics.schema.json")
RULE = RuleNote(
    "AD401",
    "seller-activity",
    "The objective is something the seller does.",
    "advance",
    "error",
    "an advance costs the client energy",
    "begin with <client>",
    "docs/rules/AD401-seller-activity.md",
    "line",
    0.93,
)
OTHER = RULE._replace(code="SP203", name="no-deadline", severity="warning", precision=-1.0)


def diagnostic(words: str = "Demonstrate", line: str = "", **parts: Any) -> Diagnostic:
    """Return a diagnostic of AD401 on ``words`` in line 14; ``parts`` are set last."""
    line = line or f"**Objective:** {words} the module"
    start = line.index(words)
    made = Diagnostic(
        path="plans/norwood.md",
        start=Place(14, start + 1),
        end=Place(14, start + len(words) + 1),
        code="AD401",
        name="seller-activity",
        severity="error",
        confidence="high",
        message=f"“{words}” is your own work",
        note="you act here",
        why="an advance costs the client energy",
        instead="begin with Birgit",
        frame=Frame(line, start, start + len(words)),
        url="docs/rules/AD401-seller-activity.md",
        key=Key("AD401", ("norwood",), words.casefold(), 1),
    )
    return made._replace(**parts)


def fix(safety: str = "safe", *texts: str, title: str = "say who acts") -> Fix:
    """Return a fix that puts ``texts`` in place of the first five columns of lines 14, 15, …"""
    edits = (Edit(Span(0, 5), Place(14 + n, 1), Place(14 + n, 6), text) for n, text in enumerate(texts or ("Birgit",)))
    return Fix(safety, title, tuple(edits))


def report(*found: Diagnostic, held: tuple[Diagnostic, ...] = (), failures: tuple[Failure, ...] = ()) -> Report:
    """Return a report whose summary fits ``found``."""
    errors, warnings, infos = (
        sum(one.severity == severity for one in found) for severity in ("error", "warning", "info")
    )
    summary = Summary(3, 2, 1, errors, warnings, infos, "2026-06-01")
    return Report(tuple(sorted(found, key=lambda one: one.order)), summary, (RULE, OTHER), held, failures)


def held(by: str = "suppression", reason: str = "agreed with the client", **parts: Any) -> Diagnostic:
    """Return a diagnostic that is held."""
    return diagnostic(held=Hold(by, reason), **parts)


def text_of(name: str, made: Report, **wishes: bool) -> str:
    """Return the whole text of ``made`` in the format ``name``."""
    return "".join(f"{piece}\n" for piece in render(name, made, Look(**wishes)))


def parsed(name: str, made: Report, **wishes: bool) -> Any:
    """Return the parsed JSON of ``made`` in the format ``name``, which has to follow the format's schema."""
    text = text_of(name, made, **wishes)
    if name == "jsonl":
        documents = [json.loads(line) for line in text.splitlines()]
        for document in documents:
            _validator(OURS, "line").validate(document)
        return documents
    document = json.loads(text)
    schemas = {"json": OURS, "sarif": "sarif-2.1.0-rtm.5.json"}
    _validator(schemas.get(name, f"{name}.schema.json")).validate(document)
    return document


def element(name: str, made: Report) -> Any:
    """Return the root element of ``made`` in the XML format ``name``, which has to follow the format's schema."""
    text = text_of(name, made)
    assert text.isascii()
    schema = {"junit": "junit-10.xsd"}.get(name, f"{name}.xsd")
    root = fromstring(text.encode("ascii"))
    _xml(schema).validate(root)
    return root


@cache
def _validator(name: str, part: str = "") -> Any:
    """Return what validates against the schema ``name``, or against one of its parts."""
    with open(os.path.join(SCHEMAS, name), encoding="utf-8") as file:
        schema = json.load(file)
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind({"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]} if part else schema)


@cache
def _xml(name: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(os.path.join(SCHEMAS, name))
