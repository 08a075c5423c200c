"""``options``: what a team can set for a rule in its config, and ``$name``, which stands for the value in a card."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from advancelint.cards.fields import Fields
from advancelint.cards.keys import OPTION, OPTION_NAME, OPTION_SCHEMA, OPTION_TYPES
from advancelint.cards.patterns import PatternError, compile_pattern
from advancelint.cards.shapes import names
from advancelint.errors import hint
from advancelint.expressions import expression
from advancelint.mapping import Mapping as Entries
from advancelint.mapping import Scalar, Sequence, Value
from advancelint.nodes import slots_of
from advancelint.records import NamedTuple
from advancelint.rule import Option, OptionValue

_NAME = expression(OPTION_NAME)
_STANDS_FOR = expression(r"\$([A-Za-z]\w*)")
_SLOT = expression(r"\{(\w+)\}")
# Keys in which neither an option nor a slot stands for anything.
_UNUSING = ("options", "examples", "summary", "why", "looks_for")
_TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,), "array": (list, tuple),
}  # fmt: skip
_DECLARE = "Declare it: options: {name: {schema, default, help}}."
_NOUNS = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false"}
# The words of JSON Schema that an option can be described with, and the types that each is about.
_BOUNDS = {"minimum": ("integer", "number"), "maximum": ("integer", "number"), "pattern": ("string", "array")}


Values = tuple[tuple[str, OptionValue], ...]


class _Shape(NamedTuple):
    type: str
    wanted: str
    fits: Callable[[object], bool]


def read_options(fields: Fields, card: Entries, kind: str, given: Mapping[str, OptionValue]) -> tuple[Option, ...]:
    """Return the options that the card declares, with the values ``given`` for some of them. Raises CardError.

    The values fit the options: whoever gives them has asked `Option.fits`.
    """
    value = card.get("options")
    if value is None:
        return ()
    if not isinstance(value, Entries) or not value.entries:
        fields.fail("“options” must be a mapping of names, each with schema, default and help", value.span)
    return tuple(_option(fields, key, item, kind, given) for key, item in value.entries)


def _option(fields: Fields, key: Scalar, value: Value, kind: str, given: Mapping[str, OptionValue]) -> Option:
    if not _NAME.fullmatch(key.text):
        fields.fail(f"“{key.text}” is no name of an option: lower-case letters, digits, underscores", key.span)
    if key.text in slots_of(kind):
        fields.fail(f"“{key.text}” is what a {kind.replace('_', ' ')} has already", key.span, "Choose another name.")
    entries = fields.mapping(value, f"the option “{key.text}”", names(OPTION))
    what = f"the option “{key.text}”"
    shape = _shape(fields, fields.mapping(fields.required(entries, "schema", what), "“schema”", names(OPTION_SCHEMA)))
    written = fields.required(entries, "default", what)
    default = _typed(written, shape.type)
    if not shape.fits(default):
        fields.fail(f"the default of “{key.text}” must be {shape.wanted}", written.span)
    told = fields.words(fields.required(entries, "help", what), "“help”")
    kept = _kept(default)
    return Option(key.text, shape.wanted, shape.fits, kept, told, given.get(key.text, kept), shape.type)


def read_values(fields: Fields, value: Value | None, options: tuple[Option, ...]) -> Values:
    """Return the values that ``value``, a mapping or None, gives to some of ``options``. Raises CardError.

    They come with the names of the options, in the order in which they are written.
    """
    if value is None:
        return ()
    if not options:
        fields.fail("the card has no options, so an example can set none", value.span, _DECLARE)
    known = {option.name: option for option in options}
    entries = fields.mapping(value, "“options” of an example", tuple(known)).entries
    return tuple((key.text, _value(fields, known[key.text], item)) for key, item in entries)


def _value(fields: Fields, option: Option, written: Value) -> OptionValue:
    found = _typed(written, option.type)
    if not option.fits(found):
        fields.fail(f"“{option.name}” must be {option.wanted}", written.span, f"It is {option.help}.")
    return _kept(found)


def _shape(fields: Fields, schema: Entries) -> _Shape:
    kind = fields.choice(fields.required(schema, "type", "“schema”"), "“type”", OPTION_TYPES)
    tests: list[Callable[[object], bool]] = [lambda found: _is(found, kind)]
    wanted = [_NOUNS.get(kind, "a list of texts")]
    for key, value in schema.entries:
        if key.text == "enum":
            tests.append(_among([_typed(item, kind) for item in fields.sequence(value, "“enum”")], kind))
            wanted.append(f"one of {', '.join(item.text for item in _scalars(value))}")
        elif key.text in _BOUNDS:
            if kind not in _BOUNDS[key.text]:
                fields.fail(f"“{key.text}” says nothing about {wanted[0]}", key.span)
            tests.append(_bound(fields, key.text, value))
            words = {"minimum": "at least", "maximum": "at most", "pattern": "matching"}[key.text]
            wanted.append(f"{words} {fields.words(value, key.text)}")
    return _Shape(kind, ", ".join(wanted), lambda found: all(test(found) for test in tests))


def _bound(fields: Fields, name: str, value: Value) -> Callable[[object], bool]:
    if name == "pattern":
        try:
            pattern = compile_pattern(fields.words(value, "“pattern”"))
        except PatternError as error:
            fields.fail(error.message, value.span)
        return lambda found: all(pattern.search(str(text)) for text in (found if isinstance(found, list) else [found]))
    bound = _typed(value, "number")
    if not isinstance(bound, int | float):
        fields.fail(f"“{name}” must be a number", value.span)
    return (lambda found: found >= bound) if name == "minimum" else (lambda found: found <= bound)  # type: ignore[operator] # a test of the type stands before it


def _among(known: list[object], kind: str) -> Callable[[object], bool]:
    if kind == "array":
        return lambda found: isinstance(found, list) and all(item in known for item in found)
    return lambda found: found in known


def _is(found: object, kind: str) -> bool:
    if kind == "array":
        return isinstance(found, list) and all(isinstance(item, str) and item.strip() for item in found)
    return isinstance(found, _TYPES[kind]) and isinstance(found, bool) == (kind == "boolean")


def _typed(value: Value, kind: str) -> object:
    """Return what is written at ``value`` as ``kind`` asks for it; what cannot be that stays text, and fits nothing."""
    if isinstance(value, Sequence):
        return [item.text if isinstance(item, Scalar) else "" for item in value.items]
    text = value.text if isinstance(value, Scalar) else ""
    if kind == "boolean":
        return {"true": True, "false": False}.get(text, text)
    if kind in ("integer", "number"):
        try:
            return int(text)
        except ValueError:
            return _number(text)
    return text


def _number(text: str) -> object:
    try:
        return float(text)
    except ValueError:
        return text


def _scalars(value: Value) -> tuple[Scalar, ...]:
    return tuple(item for item in value.items if isinstance(item, Scalar)) if isinstance(value, Sequence) else ()


def _kept(value: object) -> OptionValue:
    return tuple(value) if isinstance(value, list) else value  # type: ignore[return-value] # it fits its shape


def with_options(fields: Fields, value: Value, options: Mapping[str, OptionValue]) -> Value:
    """Return ``value`` with what each ``$name`` in it stands for, at the same place. Raises CardError for no option."""
    if isinstance(value, Scalar):
        match = _STANDS_FOR.fullmatch(value.text)
        if match is None:
            return value
        if match.group(1) not in options:
            remedy = hint(match.group(1), options) if options else _DECLARE
            fields.fail(f"the card has no option “{match.group(1)}”", value.span, remedy)
        return _written(options[match.group(1)], value)
    if isinstance(value, Sequence):
        return value._replace(items=tuple(_spliced(fields, value, options)))
    entries = tuple((key, with_options(fields, item, options)) for key, item in value.entries)
    return value._replace(entries=entries)


def _spliced(fields: Fields, value: Sequence, options: Mapping[str, OptionValue]) -> Iterator[Value]:
    """Yield the items of a list; a list that stands for one of them comes item by item."""
    for item in value.items:
        made = with_options(fields, item, options)
        if isinstance(item, Scalar) and isinstance(made, Sequence):
            yield from made.items
        else:
            yield made


def _written(found: OptionValue, scalar: Scalar) -> Value:
    # A schema takes plain numbers and truth values for such, and a text for a text, however “$name” was quoted.
    if isinstance(found, tuple):
        return Sequence(tuple(scalar._replace(text=text, plain=False) for text in found), scalar.span)
    if isinstance(found, bool):
        return scalar._replace(text="true" if found else "false", plain=True)
    return scalar._replace(text=str(found), plain=not isinstance(found, str))


def refuse_unused(fields: Fields, card: Entries) -> None:
    """Raise CardError for an option for which neither a condition of the card nor a slot stands.

    Only a check can use one in another way.
    """
    options = card.get("options")
    if not isinstance(options, Entries) or card.get("check") is not None:
        return
    used = {name for key, value in card.entries if key.text not in _UNUSING for name in _named(value)}
    for key, _ in options.entries:
        if key.text not in used:
            remedy = f"Write ${key.text} in a condition or {{{key.text}}} in a sentence, or leave the option out."
            fields.fail(f"nothing in the card uses the option “{key.text}”", key.span, remedy)


def _named(value: Value) -> Iterator[str]:
    """Yield the names that options could have and that stand in ``value``, as values and in slots."""
    if isinstance(value, Scalar):
        whole = _STANDS_FOR.fullmatch(value.text)
        yield from (whole.group(1),) if whole else _SLOT.findall(value.text)
    for item in value.items if isinstance(value, Sequence) else ():
        yield from _named(item)
    for _, inner in value.entries if isinstance(value, Entries) else ():
        yield from _named(inner)
