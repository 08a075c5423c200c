"""Where the keys and list items of a TOML text stand, in every way of writing them."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advancelint.config.places import offsets_of


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Every key and every list item of a parsed document."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from paths(item, (*path, number))


@pytest.mark.parametrize(
    ("text", "path", "begins"),
    [
        ("a = 1\nb = 2", ("b",), "b = 2"),
        ("# a = 0\na = '#'\n", ("a",), "a = '#'"),
        ('x = """\na = 1\n"""\na = 2', ("a",), "a = 2"),
        ("x = '''\\''''\na = 2", ("a",), "a = 2"),
        ('x = """a""""\na = 2', ("a",), "a = 2"),
        ("[t]\na = 1\n[u]\na = 2", ("u", "a"), "a = 2"),
        ("[a.b]\nc = 1", ("a", "b"), "b]"),
        ("[\"a b\".'c']\nd = 1", ("a b", "c", "d"), "d = 1"),
        ('"a\\u0062" = 1', ("ab",), '"a\\u0062" = 1'),
        ("a . b = 1", ("a", "b"), "b = 1"),
        ("a.b = 1\na.c = 2", ("a", "c"), "c = 2"),
        ("[[t]]\na = 1\n[[t]]\na = 2", ("t", 1, "a"), "a = 2"),
        ("[[t]]\n[[t]]\n[t.u]\na = 2", ("t", 1, "u", "a"), "a = 2"),
        ("[[t]]\n[[t.u]]\n[[t.u]]\na = 2", ("t", 0, "u", 1, "a"), "a = 2"),
        ("[[t]]\n[[t]]\n", ("t", 1), "[[t]]\n"),
        ("a = [1, [2, 3], 'x,]']", ("a", 1, 1), "3]"),
        ("a = [1, [2, 3], 'x,]']", ("a", 2), "'x,]'"),
        ("a = [ # one\n  1, # two, [\n  2,\n]", ("a", 1), "2,"),
        ("a = {b = 1, c.d = [{e = 2}]}", ("a", "c", "d", 0, "e"), "e = 2"),
        ("a = 1979-05-27 07:32:00\nb = 1", ("b",), "b = 1"),
        ("a = 1\r\nb = 2\r\n", ("b",), "b = 2"),
    ],
)
def test_a_key_or_item_stands_where_it_is_written(text: str, path: tuple[str | int, ...], begins: str) -> None:
    assert text[offsets_of(text)[path] :].startswith(begins)
    assert set(offsets_of(text)) == set(paths(tomllib.loads(text)))


KEYS = st.sampled_from(["a", "b-c", '"d e"', "'f.g'", '"]"', "a.b-c", '"#" . a'])
SCALARS = st.sampled_from(["1", "true", "'x'", '"[,]{}#"', "'''\n]'''", '"""=\n"""', "2026-06-01", "-1.5e3", '"\\""'])
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + " , # ]\n".join(items) + "]")
        | st.dictionaries(KEYS, inner, max_size=2).map(
            lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}"
        )
    ),
    max_leaves=6,
)
LINES = st.one_of(
    st.tuples(KEYS, VALUES).map(" = ".join),
    KEYS.map(lambda key: f"[ {key} ] # x"),
    KEYS.map(lambda key: f"[[{key}]]"),
    st.just("# [comment]\n"),
)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_every_key_and_item_of_any_toml_has_its_place(text: str) -> None:
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert set(offsets_of(text)) == set(paths(document))
