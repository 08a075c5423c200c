"""Write docs/rules/ from the rule cards; with ``--check``, only say whether the pages are so already.

Exit code 1 means that ``--check`` found a page that is out of date, missing or left over.
"""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator, Sequence

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(ROOT, "src"))

from advancelint.cards import sketch  # noqa: E402 - the checkout's own code, installed or not
from advancelint.catalog import load_rules  # noqa: E402
from advancelint.engine.rehearse import EXAMPLE_DAY, FORMERLY  # noqa: E402
from advancelint.figures import load_figures  # noqa: E402
from advancelint.nodes import KINDS, TEXTS, VOCABULARY, gaps_of, slots_of, spots_of  # noqa: E402
from advancelint.rule import Card, Example  # noqa: E402

FOLDER = "docs/rules"
GENERATED = "<!-- Written by scripts/build_rule_docs.py from rules/; do not edit. -->"


def pages() -> dict[str, str]:
    """Return the text of every page by its path relative to the repository."""
    cards = [rule.card for rule in load_rules()]
    found = {card.page: "\n".join(_page(card)) + "\n" for card in cards}
    index, fields = ("\n".join(lines) + "\n" for lines in (_index(cards), _fields()))
    return {f"{FOLDER}/index.md": index, f"{FOLDER}/fields.md": fields, **found}


def _index(cards: list[Card]) -> Iterator[str]:
    yield GENERATED
    yield "# Rules"
    yield ""
    yield f"{len(cards)} rules. A severity in two parts depends on the plan: the page of the rule says how."
    yield "Whoever writes a rule finds in [fields](fields.md) what a card can ask of a plan."
    yield ""
    yield "Precision and recall are measured on the lines and plans of `casebook/`; `make figures` measures again."
    yield ""
    yield "| code | name | severity | precision | recall | what it finds |"
    yield "| --- | --- | --- | --- | --- | --- |"
    for card in cards:
        page = os.path.basename(card.page)
        shares = f"{_share(card, recall=False)} | {_share(card, recall=True)}"
        severity = " / ".join(card.severities)
        status = "" if card.status == "stable" else f"*{card.status}*: "
        yield f"| [{card.code}]({page}) | {card.name} | {severity} | {shares} | {status}{_escaped(card.summary)} |"


def _measured(card: Card) -> Iterator[str]:
    figure = load_figures().get(card.code)
    if figure and card.measured:
        yield f"- Measured: {figure.words}"


def _share(card: Card, *, recall: bool) -> str:
    figure = load_figures().get(card.code)
    share = (figure.recall if recall else figure.precision) if figure else -1.0
    return f"{share:.2f}" if share >= 0 else "–"


def _fields() -> Iterator[str]:
    yield GENERATED
    yield "# What a card can ask"
    yield ""
    yield "For each kind of node: its fields, for `when`, `where` and `fields` of `schema`; what can be underlined,"
    yield "for `at`; what slots can quote. A card with `phrases` can quote `{phrase}`, `{replacement}`, `{wanted}` and"
    yield "`{problem}` as well, one with `schema` `{problem}`, `{where}` and `{place}`."
    yield "*Told by* decides the scope of a card that asks for the field: the line with what it is read by, the whole"
    yield "document, the files of the account, or the line of the plan's stage, which alone makes no scope wider."
    yield "`text` is for `when` and `where` alone; in a sentence, `{text}` quotes the words of the spot `text`."
    for kind in KINDS:
        yield from (
            "",
            f"## {kind.replace('_', ' ')}",
            "",
            "| field | holds | told by | meaning |",
            "| --- | --- | --- | --- |",
        )
        for name, field in {**VOCABULARY[kind], "text": TEXTS[kind]}.items():
            yield f"| `{name}` | {', '.join(field.choices) or field.type} | {field.reach} | {_escaped(field.about)} |"
        slots = [name for name in slots_of(kind) if name not in VOCABULARY[kind]]
        yield from ("", f"Underlined: {_coded(spots_of(kind))}.")
        yield f"Quoted: every field but flags, and {_coded(slots)}."
        if gaps_of(kind):
            yield f"Gaps, where a fix may add a line: {_coded(gaps_of(kind))}."


def _coded(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _page(card: Card) -> Iterator[str]:
    yield GENERATED
    yield f"# {card.code} {card.name}"
    yield ""
    yield card.summary
    yield ""
    yield f"- Severity: {' or '.join(card.severities)}"
    yield f"- Family: {card.family}"
    yield f"- Judges: {card.on.replace('_', ' ')}"
    yield f"- Scope: {card.scope} (see [using advancelint](../usage.md#only-what-changed))"
    yield from _fix(card)
    yield from _measured(card)
    yield from _life(card)
    if card.sources:
        yield f"- Sources: {', '.join(card.sources)} (see the [doctrine](../doctrine.md))"
    for title, sentence in (("What it says", card.message), ("Why", card.why), ("Instead", card.instead)):
        if sentence:
            yield from ("", f"## {title}", "", _escaped(_sentence(sketch(sentence))))
    for title, examples in (("Flagged", card.flagged), ("Clean", card.clean)):
        if examples:
            yield from ("", f"## {title}", "")
            for example in examples:
                yield from _example(example)
    if any(example.plan for example in card.flagged):
        yield from ("", f"The examples are judged as of {EXAMPLE_DAY}.")
        if card.trouble == "renamed":
            yield f"In them {FORMERLY[1]} counts as a rule that was called {' and '.join(FORMERLY[0])} before."


def _life(card: Card) -> Iterator[str]:
    if card.status != "stable":
        yield f"- Status: {card.status}; runs only when it is selected by its code or name"
    if card.deprecated:
        yield f"- Deprecated: {_escaped(card.deprecated)}"
    if card.replaces:
        yield f"- Formerly: {', '.join(old.word for old in card.replaces)}"
    if card.since:
        yield f"- Since: {card.since}"


def _fix(card: Card) -> Iterator[str]:
    if card.mend.safety != "none":
        yield f"- Fix: {card.mend.safety}; {_escaped(sketch(card.mend.title))}"


def _example(example: Example) -> Iterator[str]:
    if example.text:
        stage = f" (stage {example.stage})" if example.stage else ""
        fixed = f"; fixed: “{_escaped(example.fixed)}”" if example.fixed else ""
        yield f"- {_escaped(example.text)}{stage}{fixed}"
        return
    yield from _document(example.plan)
    if example.fixed:
        yield from ("Fixed:", "")
        yield from _document(example.fixed)


def _document(text: str) -> Iterator[str]:
    yield "```markdown"
    yield text.rstrip("\n")
    yield "```"
    yield ""


def _sentence(text: str) -> str:
    end = "" if text[-1] in ".?!" else "."
    return text[:1].upper() + text[1:] + end


def _escaped(text: str) -> str:
    """Escape what Markdown would take for markup."""
    for character in "\\*_|<>":
        text = text.replace(character, f"\\{character}")
    return text


def check(wanted: dict[str, str]) -> int:
    """Print the difference between the folder and ``wanted``; return 1 where there is any."""
    folder = os.path.join(ROOT, FOLDER)
    present = {f"{FOLDER}/{name}" for name in os.listdir(folder)} if os.path.isdir(folder) else set()
    stale = False
    for path in sorted(present | set(wanted)):
        old = _read(path) if path in present else ""
        new = wanted.get(path, "")
        if old != new:
            stale = True
            sys.stdout.writelines(
                difflib.unified_diff(
                    old.splitlines(keepends=True), new.splitlines(keepends=True), path, f"{path} (from the cards)"
                )
            )
    return int(stale)


def _read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8", newline="") as file:
        return file.read()


def write(wanted: dict[str, str]) -> int:
    """Write all pages and remove those that no card stands behind any more; return 0."""
    folder = os.path.join(ROOT, FOLDER)
    os.makedirs(folder, exist_ok=True)
    for name in os.listdir(folder):
        if f"{FOLDER}/{name}" not in wanted:
            os.remove(os.path.join(folder, name))
    for path, text in wanted.items():
        with open(os.path.join(ROOT, path), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(check(pages()) if sys.argv[1:] == ["--check"] else write(pages()))
