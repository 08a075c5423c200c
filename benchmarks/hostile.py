"""Families of texts that grow: each repeats what some parser, somewhere, reads in quadratic time.

A family is a function from a size, in bytes of UTF-8, to a text of about that size. What has to differ is numbered, so
that two texts of one family differ in length alone.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Family = Callable[[int], str]
DAY = "2026-06-01"
# Enough of a plan for every rule to look at what follows.
_HEAD = "# Call plan: Norwood Dairy\n\nStage: discovery\n\n"


def _again(unit: str, head: str = "", tail: str = "") -> Family:
    width = len(unit.encode())
    return lambda size: head + unit * max((size - len(head)) // width, 1) + tail


def _numbered(unit: str, head: str = "", tail: str = "") -> Family:
    """Repeat ``unit`` with a number in place of each “#n”, and a letter word made of it in place of each “#w”."""

    def made(size: int) -> str:
        parts, length = [head], len(head) + len(tail)
        for number in count():
            if length >= size:
                break
            parts.append(unit.replace("#n", str(number)).replace("#w", _word(number)))
            length += len(parts[-1].encode())
        return "".join([*parts, tail])

    return made


def _word(number: int) -> str:
    letters = "bcdfghjklmnprstv"
    word = ""
    while number or len(word) < 4:
        word += letters[number % 16] + "aeiou"[number % 5]
        number //= 16
    return word.capitalize()


def _stairs(mark: str, blank: str) -> Family:
    """Repeat ``mark`` one deeper a line; the depth is the root of the size."""

    def made(size: int) -> str:
        lines, length, depth = [_HEAD], 0, 0
        while length < size:
            lines.append(blank * depth + mark + f"a{depth}\n")
            length += len(lines[-1])
            depth += 1
        return "".join(lines)

    return made


def _runs(mark: str) -> Family:
    """Runs of ``mark`` of which no two are of one length, with a letter between them."""

    def made(size: int) -> str:
        parts, length, width = [_LINE], 0, 1
        while length < size:
            parts.append("a" + mark * width)
            length += width + 1
            width += 1
        return "".join(parts)

    return made


def _square_table(size: int) -> str:
    """Return a table as wide as it is long, whose rows have one cell each."""
    width = max(size // 8, 1)
    return _HEAD + "|a" * width + "|\n" + "|-" * width + "|\n" + "|b\n" * width


def _mapping(unit: str) -> Family:
    return _numbered(unit, "---\ntype: deal-plan\n", "---\n\n# Plan\n\nObjective: Dana signs the test plan by 9 June\n")


def _deep_mapping(size: int) -> str:
    """Return front matter in which each key is the only one of the mapping around it."""
    keys = "".join(f"{' ' * depth}k:\n" for depth in range(int((2 * size) ** 0.5)))
    return f"---\n{keys}---\n\nObjective: a\n"


def _front(body: str) -> Family:
    return _again(body, "---\nkey: ", "\n---\n\n# Plan\n\nObjective: Dana signs the test plan by 9 June\n")


# A line that is read and judged, so that what stands in it is parsed as inline Markdown.
_LINE = f"{_HEAD}Objective: Dana signs the plan "
_AT = f"{_HEAD}## Call with Dana Reyes (Norwood), 9 June 2026\n\n"
_STEP = "- [ ] #w Reyes sends the report #n to us by 9 June 2026\n"
_HOLD = "<!-- advancelint-disable-next-line AD401 reason: agreed #n -->\nObjective: Present the module #n\n\n"
_CALL = "## Call with Dana Reyes, #n June 2026\n\nObjective: Dana signs plan #n by 30 June\n\nOutcome: no decision\n\n"
_BOMB = 'a#n: &a#n ["x","x"]\nb#n: [*a#n,*a#n,*a#n,*a#n,*a#n]\n'

FAMILIES: dict[str, Family] = {
    "lists in a line": _again("- ", _HEAD, "a"),
    "numbered lists in a line": _again("1. ", _HEAD, "a"),
    "lists on stairs": _stairs("- ", "  "),
    "many list items": _numbered("- point #n\n", _HEAD),
    "a loose list": _numbered("- point #n\n\n  more of it\n\n", _HEAD),
    "quotes in a line": _again(">", _HEAD, "a"),
    "quotes on stairs": _stairs("> ", "> "),
    "many quotes": _numbered("> Dana: send me the report #n\n\n", _HEAD),
    "lists in quotes in a line": _again("> - ", _HEAD, "a"),
    "open brackets": _again("[", _LINE),
    "links in links": _again("[a](", _LINE),
    "images in images": _again("![a", _LINE),
    "bracket pairs": _again("[a]", _LINE),
    "closed brackets": lambda size: _LINE + "[" * (size // 2) + "]" * (size // 2),
    "round brackets": _again("(", _LINE),
    "round brackets in a step": _again("(a ", f"{_AT}Next steps:\n\n- Dana sends it "),
    "ticks in a step": _again("a ✔ ", f"{_AT}Next steps:\n\n- Dana sends it "),
    "statuses in a step": _again("[done] ", f"{_AT}Next steps:\n\n- ", "Dana sends it"),
    "fields in a step": _again("Dana / ", f"{_AT}Next steps:\n\n- Dana / sends it / 9 June\n- "),
    "steps of fields": _numbered("- Dana / sends the report #n / 9 June / done\n", f"{_AT}Next steps:\n\n"),
    "companies of a mutual plan": _numbered("Firm#w: Ana #w (CFO)\n\n", "# Mutual action plan\n\n"),
    "tables of a mutual plan": _again(
        "| Step | Owner | Due |\n|---|---|---|\n| a | Ana | 9 June |\n\na line beside it\n\n",
        "# Mutual action plan\n\n",
    ),
    "emphasis that opens": _again("*a _b ", _LINE),
    "emphasis that closes": _again("a* b_ ", _LINE),
    "emphasis both ways": _again("*a**b", _LINE),
    "strikethrough": _again("~~a ", _LINE),
    "asterisks": _again("*", _LINE),
    "runs of asterisks": _runs("*"),
    "backticks": _runs("`"),
    "single backticks": _again("`", _LINE),
    "escapes": _again("\\*", _LINE),
    "entities": _again("&amp;", _LINE),
    "entities without an end": _again("&a", _LINE),
    "angle brackets": _again("<", _LINE),
    "tags": _again("<b>", _LINE),
    "tags without an end": _again("<a b='", _LINE),
    "addresses": _again("<http://a.b> ", _LINE),
    "link definitions": _numbered("[a#n]: /x#n\n", _HEAD),
    "link definitions with uses": _numbered("[a#n]: /x#n\n\nsee [a#n] and [a]\n\n", _HEAD),
    "a link definition without an end": _again("a\n", f"{_HEAD}[a]: /x '"),
    "cells in a row": lambda size: _HEAD + "|a" * (size // 4) + "|\n" + "|-" * (size // 4) + "|\n",
    "cells in rows": _numbered("| Dana #w | signs #n | 9 June |\n", f"{_HEAD}| Who | What | When |\n|---|---|---|\n"),
    "empty cells": _square_table,
    "many tables": _numbered("| Who | What |\n|---|---|\n| Dana | sign #n |\n\n", _HEAD),
    "pipes without a table": _again("a|b\n", _HEAD),
    "rules of tables": _again("-|-\n", _HEAD),
    "one long line": _numbered("Dana #w signs plan #n and ", f"{_HEAD}Objective: "),
    "one long line without a blank": _again("a", _LINE),
    "one long line of digits": _again("1", _LINE),
    "one long line of blanks": _again(" ", "a", "a"),
    "one long line of colons": _again("a: ", _HEAD),
    "one long line of dashes": _again("a - ", f"{_HEAD}Next steps: "),
    "one long line of commas": _numbered("#w Reyes, ", f"{_HEAD}Participants: "),
    "one long line of capitals": _numbered("#w ", f"{_HEAD}Participants: "),
    "one long line of addresses": _again("a@b.", _HEAD),
    "one long line of quotation marks": _again("“a ", _HEAD),
    "one long heading": _numbered("Call with #w ", "# "),
    "many short lines": _numbered("line #n\n", _HEAD),
    "many short paragraphs": _numbered("line #n\n\n", _HEAD),
    "empty lines": _again("\n", "a", "a"),
    "blank lines of blanks": _again(" \n", "a", "a"),
    "returns": _again("a\r", _HEAD),
    "tabs": _again("\t", "- a\n"),
    "headings": _numbered("## Part #n\n\n", _HEAD),
    "headings of all levels": _numbered("# A #n\n## B #n\n### C #n\n", _HEAD),
    "underlined lines": _numbered("Part #n\n---\n", _HEAD),
    "labels": _numbered("Objective: Dana signs plan #n by 9 June\n\n", _HEAD),
    "labels in one paragraph": _numbered("**Budget #n:** it is agreed\n", _HEAD),
    "labels that no list holds": _numbered("What we must get #n: a signature\n\n", _HEAD),
    "people": _numbered("- #w Reyes, Head of Finance #n (Norwood)\n", f"{_HEAD}## People\n\n"),
    "people of companies": _numbered("#w Reyes (#w#n Ltd, CFO), ", f"{_HEAD}Present: "),
    "tags before steps": _numbered("- [ ] [CV] [Name] test #n, 4 Dec\n", f"{_HEAD}## Next steps\n\n"),
    "people with labels": _numbered("Client contact: #w Reyes, CFO\n\n", _HEAD),
    "people in sentences": _numbered("We met #w Reyes, the CFO of Norwood. ", _AT),
    "dates": _numbered("9 June 2026, by Friday, end of June, Q3; ", _AT),
    "dates in lines": _numbered("- 9 June 2026: talked to Dana about #n\n", _HEAD),
    "next steps": _numbered(_STEP, f"{_AT}Next steps:\n\n"),
    "next steps in one line": _numbered("#w sends plan #n by 9 June; ", f"{_AT}Next steps: "),
    "one huge paragraph": _numbered("Dana #w will sign plan #n by 9 June. ", _AT),
    "sentences without an end": _again("and then we said that ", _AT),
    "one huge paragraph of lines": _numbered("Dana #w will sign plan #n by 9 June\n", _AT),
    "calls": _numbered(_CALL, _HEAD),
    "calls on one day": _numbered("## Call #n, 9 June 2026\n\nNotes #n\n\n", _HEAD),
    "objectives of one call": _numbered("- Dana signs plan #n by 9 June\n", f"{_AT}Objective:\n\n"),
    "outcomes": _numbered("Outcome: Dana signed plan #n\n\n", _AT),
    "front matter": _mapping("key#n: value #n\n"),
    "front matter of people": _numbered(
        "  - #w Reyes\n", "---\ntype: deal-plan\nclient-people:\n", "---\n\nObjective: Dana signs by 9 June\n"
    ),
    "front matter without an end": _numbered("key#n: value\n", "---\n"),
    "aliases": _mapping(_BOMB),
    "deep YAML": _front("["),
    "deep YAML, closed": lambda size: f"---\nkey: {'[' * (size // 2)}{']' * (size // 2)}\n---\n\nObjective: a\n",
    "YAML on stairs": _deep_mapping,
    "YAML quotation marks": _front("'a' "),
    "YAML comments": _mapping("# note #n\n"),
    "zero-width characters": _again("a\u200b\u200d\ufeff", _HEAD),
    "bidi characters": _again("\u202ea\u2066b\u2069\u202c", _HEAD),
    "combining characters": _again("\u0301", f"{_HEAD}Objective: e"),
    "emoji": _again("🏭 ", f"{_HEAD}Objective: "),
    "letters that grow": _again("İß", f"{_HEAD}Objective: "),
    "NUL": _again("\0", _HEAD),
    "NUL in lines": _again("a\0b\n", _HEAD),
    "HTML comments": _numbered("<!-- note #n -->\n\n", _HEAD),
    "HTML comments in a line": _again("<!-- a --> ", _LINE),
    "HTML comments without an end": _again("<!-- ", _LINE),
    "HTML blocks": _numbered("<div>\n#n\n\n", _HEAD),
    "suppressions": _numbered(_HOLD, _HEAD),
    "suppressions of a block": _numbered(
        "<!-- advancelint-disable AD401 reason: agreed #n -->\n\nObjective: Present #n\n\n"
        "<!-- advancelint-enable AD401 -->\n\n", _HEAD),
    "suppressions of many rules": _again(
        "AD401 ", f"{_HEAD}<!-- advancelint-disable-file ", " reason: agreed -->\n\nObjective: Present\n"),
    "suppressions that are never enabled": _numbered("<!-- advancelint-disable AD401 reason: #n -->\n\n", _HEAD),
    "suppressions in a row": _numbered("<!-- advancelint-disable-next-line AD401 reason: #n -->\n\n", _HEAD),
    "suppressions without an end": _again("<!-- advancelint-disable AD401 reason: a ", f"{_HEAD}a "),
    "suppressions of no rule": _numbered("<!-- advancelint-disable XX#n reason: a -->\n\n", _HEAD),
    "fences": _numbered("```\ncode #n\n```\n\n", _HEAD),
    "fences without an end": _again("~~~\n```\n", _HEAD),
    "indented code": _again("    a\n\n", _HEAD),
    "not UTF-8": lambda size: _HEAD + "\udcff" * size,
}  # fmt: skip


def data_of(family: str, size: int) -> bytes:
    """Return the bytes of a file of ``family`` that is about ``size`` bytes long."""
    return FAMILIES[family](size).encode("utf-8", "surrogateescape")
