"""Small faults put into a module, one at a time: what `benchmarks/mutation.py` asks the tests to notice.

A mutant is a stretch of source text and what stands there instead, so that it can be shown as a diff. What is told to
people is left as it is: docstrings, f-strings, and strings of several words decide nothing.
"""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator
from typing import NamedTuple

_COMPARED = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"), ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"), ast.In: (r"\bin\b", "not in"), ast.NotIn: (r"\bnot\s+in\b", "in"),
    ast.Is: (r"\bis\b", "is not"), ast.IsNot: (r"\bis\s+not\b", "is"),
}  # fmt: skip
_COUNTED: dict[type[ast.operator], tuple[str, str]] = {
    ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "*"), ast.BitOr: ("|", "&"), ast.BitAnd: ("&", "|"), ast.LShift: ("<<", ">>"),
}  # fmt: skip
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}
_TWIN_METHODS = {
    "startswith": "endswith", "endswith": "startswith", "lstrip": "rstrip", "rstrip": "lstrip",
    "partition": "rpartition", "rpartition": "partition", "match": "search", "fullmatch": "match",
}  # fmt: skip
_EMPTY = {"str": '""', "int": "0", "list": "[]", "tuple": "()", "dict": "{}", "frozenset": "frozenset()"}


class Mutant(NamedTuple):
    """``new`` stands in place of ``text[start:end]`` of ``path``, in characters.

    ``operator`` says what sort of fault it is, ``line`` where it begins and ``first`` where its statement does, both
    1-based; ``scope`` is the function ("Edges.trimmed"), "" for a module's own lines.
    """

    path: str
    start: int
    end: int
    new: str
    operator: str
    line: int
    first: int
    scope: str

    def applied(self, text: str) -> str:
        """Return ``text``, that of the file, with the fault in it."""
        return text[: self.start] + self.new + text[self.end :]

    def diff(self, text: str) -> str:
        """Return what the mutant changes, as a diff with one line around it."""
        after = self.applied(text).splitlines()
        lines = difflib.unified_diff(text.splitlines(), after, self.path, self.scope or "module", n=1, lineterm="")
        return "\n".join(lines)


def mutants_of(path: str, text: str) -> list[Mutant]:
    """Return every mutant of a file, in the order of its places."""
    made = _Maker(path, text)
    made.visit(ast.parse(text))
    return sorted(set(made.found))


class _Maker(ast.NodeVisitor):
    """Walks over a module and notes mutants; annotations and decorators are passed over."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.text = path, text
        self.lines = text.splitlines(keepends=True)
        self.opens = [0]
        for line in self.lines:
            self.opens.append(self.opens[-1] + len(line))
        self.scope: list[str] = []
        self.functions: list[ast.FunctionDef] = []
        self.assigned: set[str] = set()
        self.first = 1
        self.found: list[Mutant] = []

    def visit(self, node: ast.AST) -> None:
        """Visit a node, and remember where its statement begins."""
        if isinstance(node, ast.stmt):
            self.first = node.lineno
        super().visit(node)

    def at(self, line: int, column: int) -> int:
        """Return the offset in characters of a place that ast counts in bytes of a line."""
        return self.opens[line - 1] + len(self.lines[line - 1].encode()[:column].decode())

    def span(self, node: ast.expr | ast.stmt) -> tuple[int, int]:
        """Return the offsets of a node."""
        return self.at(node.lineno, node.col_offset), self.at(node.end_lineno or 0, node.end_col_offset or 0)

    def note(self, operator: str, start: int, end: int, new: str) -> None:
        """Note a mutant."""
        line = self.text.count("\n", 0, start) + 1
        scope = ".".join(self.scope) if self.functions else ""
        self.found.append(Mutant(self.path, start, end, new, operator, line, self.first, scope))

    def swap(self, operator: str, left: ast.expr, right: ast.expr, old: str, new: str) -> None:
        """Note another operator between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        between = re.sub(r"#.*", lambda found: " " * len(found.group()), self.text[start:end])
        found = re.search(old, between)
        if found:
            self.note(operator, start + found.start(), start + found.end(), new)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:  # the name is ast's
        outer, self.assigned = self.assigned, {one.arg for one in ast.walk(node.args) if isinstance(one, ast.arg)}
        for default in [*node.args.defaults, *(one for one in node.args.kw_defaults if one)]:
            self.visit(default)
        self.scope.append(node.name)
        self.functions.append(node)
        for statement in node.body:
            self.visit(statement)
        self.functions.pop()
        self.scope.pop()
        self.assigned = outer

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.scope.append(node.name)
        for statement in node.body:
            self.visit(statement)
        self.scope.pop()

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_Assign(self, node: ast.Assign) -> None:
        names = {one.id for target in node.targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        kept = not any(isinstance(one, ast.Attribute | ast.Subscript) for one in node.targets)
        if self.functions and (not kept or names <= self.assigned):
            self.note("statement removed", *self.span(node), "pass")
        self.assigned |= names
        if not any(isinstance(one, ast.Name) and one.id == "__all__" for one in node.targets):
            self.visit(node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        self.note("statement removed", *self.span(node), "pass")
        if type(node.op) in _COUNTED and not _has_words(node.value):
            old, new = _COUNTED[type(node.op)]
            self.swap("arithmetic", node.target, node.value, re.escape(old) + "=", new + "=")
        self.visit(node.value)

    def visit_Expr(self, node: ast.Expr) -> None:
        if isinstance(node.value, ast.Constant):
            return  # a docstring
        if self.functions and isinstance(node.value, ast.Call):
            self.note("statement removed", *self.span(node), "pass")
        self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        self.note("statement removed", *self.span(node), "pass")
        self.generic_visit(node)

    def visit_Continue(self, node: ast.Continue) -> None:
        self.note("break, continue", *self.span(node), "break")

    def visit_Break(self, node: ast.Break) -> None:
        self.note("break, continue", *self.span(node), "continue")

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and self.functions:
            start, end = self.span(node.value)
            written = self.text[start:end]
            for new in _other_values(self.functions[-1].returns, written):
                if new != written:
                    self.note("return value", start, end, new)
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        left = node.left
        for operator, right in zip(node.ops, node.comparators, strict=True):
            self.swap("comparison", left, right, *_COMPARED[type(operator)])
            left = right
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        old, new = (r"\band\b", "or") if isinstance(node.op, ast.And) else (r"\bor\b", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            self.swap("and, or", left, right, old, new)
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if type(node.op) in _COUNTED and not _has_words(node):
            old, new = _COUNTED[type(node.op)]
            self.swap("arithmetic", node.left, node.right, re.escape(old), new)
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not | ast.USub):
            start = self.span(node)[0]
            self.note("not, minus", start, start + (3 if isinstance(node.op, ast.Not) else 1), "")
        self.generic_visit(node)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        if isinstance(node.slice, ast.Slice):
            for bound in (node.slice.lower, node.slice.upper):
                if bound:
                    self.note("slice bound", *self.span(bound), "")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        called = node.func
        if isinstance(called, ast.Name) and called.id in _TWINS:
            self.note("min, any and the like", *self.span(called), _TWINS[called.id])
        elif isinstance(called, ast.Attribute) and called.attr in _TWIN_METHODS:
            end = self.span(called)[1]
            self.note("min, any and the like", end - len(called.attr), end, _TWIN_METHODS[called.attr])
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, bool):
            self.note("constant", *self.span(node), str(not value))
        elif isinstance(value, int):
            self.note("constant", *self.span(node), str(value + 1))
        elif isinstance(value, str) and " " not in value:
            self.note("word", *self.span(node), repr(f"XX{value}"))

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Words in an f-string are told to people; its places lie otherwise in Python 3.11 than in 3.12."""


def _has_words(node: ast.expr) -> bool:
    """Say whether an operand is text or a list, with which only a sum makes sense."""
    return any(
        isinstance(one, ast.JoinedStr | ast.List | ast.Tuple)
        or (isinstance(one, ast.Constant) and isinstance(one.value, str))
        for one in ast.walk(node)
    )


def _other_values(returns: ast.expr | None, written: str) -> Iterator[str]:
    """Yield what a function with an annotation could return instead of what is ``written``."""
    told = ast.unparse(returns) if returns else ""
    if told == "bool":
        yield {"True": "False", "False": "True"}.get(written, f"not ({written})")
    elif told.endswith("| None"):
        yield "None"
    elif told.split("[")[0] in _EMPTY:
        yield _EMPTY[told.split("[")[0]]
