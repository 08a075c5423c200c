"""Walks through the JSON Schema of a card: refuses what could never fire, and tells what it reads of a node."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from advancelint.cards.fields import Fields
from advancelint.cards.patterns import PatternError, compile_pattern
from advancelint.cards.schema_words import dotted, problems_of
from advancelint.cards.scope import Reads
from advancelint.errors import hint
from advancelint.mapping import Mapping, Scalar, Sequence, Value, resolved
from advancelint.nodes import VOCABULARY
from advancelint.nodes.forms import ANYTHING, FIELDS, FRONT, PLACED, Shapes, form_schema
from advancelint.plan.front_entries import key_of
from advancelint.source import Span

_MOST = 2_000
_DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Formats that need no other package, so that a rule finds the same everywhere.
FORMATS = ("date", "email", "uuid")
TYPES = ("array", "boolean", "integer", "null", "number", "object", "string")
_NOTES = ("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment")
_BESIDE = ("then", "else", "minContains", "maxContains", "$defs", "$schema")
_REFUSED = ("$dynamicRef",)
_IN_PLACE_ONE = ("not", "if", "then", "else")
_IN_PLACE_MANY = ("allOf", "anyOf", "oneOf")
_INTO_ITEMS = ("items", "contains", "unevaluatedItems")
_INTO_ANY = ("additionalProperties", "unevaluatedProperties", "propertyNames")
# What looks at a mapping as a whole, so that nobody can tell of which of its values the finding hangs.
_WHOLE = ("const", "enum", "patternProperties", "minProperties", "maxProperties", *_INTO_ANY)
_NAMING = ("properties", "required", "dependentRequired", "dependentSchemas")


def keywords() -> tuple[str, ...]:
    """Return the words of JSON Schema that a card may use."""
    from jsonschema import Draft202012Validator

    return tuple(name for name in (*Draft202012Validator.VALIDATORS, *_BESIDE, *_NOTES) if name not in _REFUSED)


def reads_of(fields: Fields, value: Value, kind: str) -> Reads:
    """Return what the schema ``value`` on nodes of ``kind`` reads. Raises CardError for what is none or never fires."""
    _refuse_what_is_none(fields, value)
    walk = _Walk(fields, value, kind)
    walk.visit(value, walk.form, ())
    return Reads(tuple(name for name in VOCABULARY[kind] if name in walk.named), walk.place, walk.reading)


def _refuse_what_is_none(fields: Fields, value: Value) -> None:
    """Raise CardError, at the place inside the card, for what the draft's own schema refuses."""
    from jsonschema import Draft202012Validator  # here, since only cards with a schema should pay 70 ms

    entries = fields.mapping(value, "“schema”", tuple(key.text for key, _ in getattr(value, "entries", ()))).entries
    if not entries:
        fields.fail("“schema” must not be empty", value.span)
    check = Draft202012Validator(Draft202012Validator.META_SCHEMA)
    errors = list(check.iter_errors(resolved(value)))
    if not errors:
        return
    problem = problems_of(errors[0])[0]
    here = value
    for part in problem.path:
        if isinstance(here, Mapping):
            here = here.get(str(part)) or here
        elif isinstance(here, Sequence) and isinstance(part, int):
            here = here.items[part]
    last = next((str(part) for part in reversed(problem.path) if isinstance(part, str)), "schema")
    if last == "type" and isinstance(here, Scalar):
        fields.fail(f"“{here.text}” is no type", here.span, hint(here.text, TYPES))
    fields.fail(f"“{last}” {problem.words.removeprefix(f'`{dotted(problem.path)}` ')}", here.span)


class _Walk:
    """One walk through a schema and, beside it, through the form of the node that it is about."""

    def __init__(self, fields: Fields, whole: Value, kind: str) -> None:
        self._fields = fields
        self._whole = whole
        self._kind = kind
        self._keywords = keywords()
        self._visits = 0
        self.form = form_schema(kind)
        self._shapes = Shapes(self.form)
        self.named: set[str] = set()
        self.place = False
        self.reading = False

    def visit(self, value: Value, form: dict[str, Any], refs: tuple[str, ...]) -> None:
        """Look at the schema ``value`` for what ``form`` describes; ``refs`` are the references on the way to it."""
        self._visits += 1
        if self._visits > _MOST:
            self._fields.fail("this schema is too large", value.span, "Say less in one rule, or refer less often.")
        for key, item in value.entries if isinstance(value, Mapping) else ():
            if key.text not in self._keywords:
                remedy = hint(key.text, self._keywords)
                self._fields.fail(
                    f"“{key.text}” is no keyword of a schema", key.span, remedy if len(remedy) < 99 else ""
                )
            self._look(key, item, form)
            self._descend(key.text, item, form, refs)

    def _look(self, key: Scalar, item: Value, form: dict[str, Any]) -> None:
        """Note what a keyword reads, and refuse what it cannot find."""
        if key.text in _WHOLE and self._holds_all(form):
            self.named.update(VOCABULARY[self._kind])
            self.place = self.reading = True
        if key.text in _NAMING:
            for name in self._names(key.text, item):
                self._name(name, form)
        elif key.text in ("const", "enum"):
            for one in item.items if key.text == "enum" and isinstance(item, Sequence) else (item,):
                self._constant(one, form)
        elif key.text == "pattern" and isinstance(item, Scalar):
            self._pattern(item.text, item.span)
        elif key.text == "format" and isinstance(item, Scalar) and item.text not in FORMATS:
            self._fields.fail(f"“{item.text}” is no format that is checked", item.span, hint(item.text, FORMATS))
        elif key.text == "$schema" and isinstance(item, Scalar) and item.text.rstrip("#") != _DRAFT:
            self._fields.fail("a schema is one of draft 2020-12", item.span, f"Write {_DRAFT}, or leave it out.")

    def _holds_all(self, form: dict[str, Any]) -> bool:
        return form is self.form or form is self.form["properties"][FIELDS]

    @staticmethod
    def _names(keyword: str, item: Value) -> list[Scalar]:
        if isinstance(item, Sequence):
            return [one for one in item.items if isinstance(one, Scalar)]
        names: list[Scalar] = []
        for key, inner in item.entries if isinstance(item, Mapping) else ():
            names.append(key)
            if keyword == "dependentRequired" and isinstance(inner, Sequence):
                names += [one for one in inner.items if isinstance(one, Scalar)]
        return names

    def _name(self, name: Scalar, form: dict[str, Any]) -> None:
        known = self._shapes.properties(form)
        if form is self.form["properties"].get(FRONT) and key_of(name.text) != name.text:
            self._fields.fail(f"no key of the front matter is called “{name.text}” here", name.span,
                              f"Write “{key_of(name.text)}”: keys count in lower case, joined by hyphens.")  # fmt: skip
        if known and name.text not in known:
            where = "a field" if form is self.form["properties"][FIELDS] else "a key of the published form"
            self._fields.fail(f"“{name.text}” is not {where}", name.span, hint(name.text, known))
        if form is self.form["properties"][FIELDS]:
            self.named.add(name.text)
        elif form is self.form and name.text in PLACED:
            self.place = True
        self.reading = self.reading or name.text == "reading"

    def _constant(self, item: Value, form: dict[str, Any]) -> None:
        known = self._shapes.choices(form)
        value = resolved(item)
        if known and isinstance(value, str) and value not in known:
            self._fields.fail(f"this is never “{value}”", item.span, hint(value, known))

    def _pattern(self, text: str, span: Span) -> None:
        try:
            compile_pattern(text)
        except PatternError as error:
            self._fields.fail(error.message, span)

    def _descend(self, key: str, item: Value, form: dict[str, Any], refs: tuple[str, ...]) -> None:
        if key in _IN_PLACE_ONE:
            self.visit(item, form, refs)
        elif key in _IN_PLACE_MANY and isinstance(item, Sequence):
            for one in item.items:
                self.visit(one, form, refs)
        elif key in _INTO_ITEMS:
            self.visit(item, self._shapes.items(form), refs)
        elif key == "prefixItems" and isinstance(item, Sequence):
            for one in item.items:
                self.visit(one, self._shapes.items(form), refs)
        elif key in _INTO_ANY:
            self.visit(item, ANYTHING, refs)
        elif key == "$ref" and isinstance(item, Scalar):
            self._follow(item, form, refs)
        elif key in ("properties", "patternProperties", "dependentSchemas", "$defs") and isinstance(item, Mapping):
            self._into(key, item, form, refs)

    def _into(self, key: str, item: Mapping, form: dict[str, Any], refs: tuple[str, ...]) -> None:
        for name, inner in item.entries:
            if key == "properties":
                self.visit(inner, self._shapes.properties(form).get(name.text, ANYTHING), refs)
            elif key == "dependentSchemas":
                self.visit(inner, form, refs)
            else:
                if key == "patternProperties":
                    self._pattern(name.text, name.span)
                self.visit(inner, ANYTHING, refs)

    def _follow(self, ref: Scalar, form: dict[str, Any], refs: tuple[str, ...]) -> None:
        if not ref.text.startswith("#"):
            remedy = "Refer to a part of this schema: #/$defs/…"
            self._fields.fail(f"“{ref.text}” leads out of the card", ref.span, remedy)
        if ref.text in refs:
            self._fields.fail(f"“{ref.text}” leads back to itself", ref.span, "Write out what is meant.")
        target = self._whole
        for part in unquote(ref.text[1:]).split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            inner = target.get(name) if isinstance(target, Mapping) else None
            if inner is None:
                known = [key.text for key, _ in target.entries] if isinstance(target, Mapping) else []
                self._fields.fail(f"“{ref.text}” leads nowhere: there is no “{name}”", ref.span, hint(name, known))
            target = inner
        self.visit(target, form, (*refs, ref.text))
