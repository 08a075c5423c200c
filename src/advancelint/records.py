"""Named tuples, made at a tenth of the cost of those of `typing`: every start makes two hundred.

`typing.NamedTuple` writes a constructor for each class as text, compiles it, and compiles every type that is a string.
Here a constructor is compiled once for a number of fields, and then given the names of each class. The classes have
all that those of `typing` have but `Generic`; type checkers take them for those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251 - type checkers know it by this name alone
else:
    from collections import namedtuple
    from functools import cache
    from types import FunctionType

    class _Record(tuple):
        """What all classes share, as `collections` gives it to each of its own."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **values):
            made = self._make(map(values.pop, self._fields, self))
            if values:
                raise ValueError(f"Got unexpected field names: {list(values)!r}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = (f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({', '.join(values)})"

        def __getnewargs__(self):
            return tuple(self)

    _Field = type(namedtuple("_One", "field").field)
    _BUILTINS = {"__builtins__": {}, "_new": tuple.__new__}

    @cache
    def _field(position):
        return _Field(position, f"Alias for field number {position}")

    @cache
    def _constructor(count):
        """Return the code of a `__new__` of ``count`` fields."""
        names = "".join(f"_{number}, " for number in range(count))
        return eval(f"lambda _cls, {names}: _new(_cls, ({names}))", _BUILTINS).__code__  # noqa: S307 - only numbers

    class _Maker(type):
        """Makes a subclass of `tuple` of the class that somebody writes."""

        def __new__(cls, name, bases, written):
            """Return the class; raises TypeError for what is no named tuple."""
            if bases != (NamedTuple,) or "__annotations__" not in written:
                raise TypeError(f"{name}: a named tuple has fields, no other bases, and __future__ annotations above")
            fields = tuple(written["__annotations__"])
            defaults = {field: written[field] for field in fields if field in written}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without a default follows one that has one")
            code = _constructor(len(fields)).replace(
                co_name="__new__", co_qualname=f"{name}.__new__", co_varnames=("_cls", *fields)
            )
            written |= {field: _field(position) for position, field in enumerate(fields)}
            return type(
                name,
                (_Record,),
                written
                | {
                    "__slots__": (),
                    "__match_args__": fields,
                    "__new__": FunctionType(code, _BUILTINS, "__new__", tuple(defaults.values())),
                    "_fields": fields,
                    "_field_defaults": defaults,
                },
            )

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
