"""What is no YAML is told where the mistake was made, with what to write instead."""

import pytest
import yaml

from advancelint.cards import load_card
from advancelint.errors import CardError
from advancelint.mapping import MappingError, load, reading
from advancelint.source import Source

FAULTS = [
    ("message: {phrase} says nothing\nwhy: x", (1, 10), "begins with “{”", 'message: "{phrase} says nothing"'),
    ("phrases: [pilot] or trial\nwhy: x", (1, 10), "begins with “[”", 'phrases: "[pilot] or trial"'),
    ("flagged:\n  - {text: {client} signs, at: x}", (2, 12), "begins with “{”", "the whole text in quotation marks."),
    ("when:\n\tstage: close", (2, 1), "a tab stands here", "two blanks instead of the tab"),
    ("why: reason: nobody", (1, 12), "a second colon", 'why: "reason: nobody"'),
    ("flagged:\n  - {text: Dana: signs}", (2, 16), "a second colon", "the whole text in quotation marks."),
    ("phrases:\n  - a\n b: c", (3, 2), "not indented like", "indented by two blanks"),
    ("when:\n    stage: close\n  actor: client", (3, 3), "not indented like", "begins in the same column"),
    ("flagged:\n  - text: a\n   at: a", (3, 4), "not indented like", "begins in the same column"),
    ("phrases:\n  never: a\n  - b", (3, 3), "not indented like", "begins in the same column"),
    ("why: because\n  instead: ask", (2, 3), "the line above has a value already", "right below the key before it"),
    ('why: "because\ninstead: ask\nfamily: a', (1, 6), "is not closed", "Close it with the same mark"),
    ('why: "because\ninstead: ask\nat: "text"', (1, 6), "is not closed", "Close it with the same mark"),
    ("why: 'it's late'\nat: text", (1, 6), "goes on behind the quotation mark", 'why: "it\'s late"'),
    ('why: "Soon" is no day\nat: text', (1, 6), "goes on behind the quotation mark", "why: '\"Soon\" is no day'"),
    ('why: "Soon" or "now"\nat: text', (1, 6), "goes on behind the quotation mark", 'why: \'"Soon" or "now"\''),
    ('matches: "\\d+"', (1, 10), "“\\d” means nothing", "matches: '\\d+'"),
    ("message: %d is late", (1, 10), "cannot begin with “%”", 'message: "%d is late"'),
    ("message: **{client}** is late", (1, 10), "cannot begin with “*”", 'message: "**{client}** is late"'),
    ("why: >100k is much\nat: text", (1, 6), "in the line of “>”", 'why: ">100k is much"'),
    ("phrases: [pilot, trial\nwhy: x", (1, 10), "“[” is not closed", "Close it with “]”"),
    ("when: {stage: close\nwhy: x", (1, 7), "“{” is not closed", "Close it with “}”"),
    ("family:acme\nwhy: x", (1, 1), "a blank is missing behind the colon", "Write: family: acme"),
    ("family: acme\nbecause it is late\nwhy: x", (2, 1), "is no “key: value”", "indent it by two blanks"),
    ("just words\nwhy: x", (1, 1), "is no “key: value”", "Write it as “key: value”"),
    ("why: x\n---\nwhy: y", (2, 1), "a second document", "Take the line out"),
    ("why: x\nwhy: y", (2, 1), "“why” stands here twice", "Keep one of the two"),
    ("why: *soon", (1, 6), "aliases (*name) are not accepted", "“*” in quotation marks"),
    ("why: a\x07b", (1, 7), "a character that YAML does not allow", "Take it out"),
]


@pytest.mark.parametrize("loader", [reading.Loader, yaml.SafeLoader], ids=["c", "python"])
@pytest.mark.parametrize(("text", "place", "says", "remedy"), FAULTS)
def test_a_mistake_is_told_where_it_was_made(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, place: tuple[int, int], says: str, remedy: str
) -> None:
    monkeypatch.setattr(reading, "Loader", loader)
    with pytest.raises(MappingError) as caught:
        load(text + "\n")
    found = Source.of("x.yaml", text).place(caught.value.offset)
    # The one reader of PyYAML places an escape at its backslash, the other behind it.
    assert found.line == place[0]
    assert found.column - place[1] in ((0, 1, 2) if "means nothing" in says else (0,))
    assert says in caught.value.message
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("text", [text for text, *_ in FAULTS])
def test_every_mistake_in_a_card_has_a_remedy(text: str) -> None:
    with pytest.raises(CardError) as caught:
        load_card("team/XX101-a.yaml", text + "\n")
    assert caught.value.remedy
    assert "expected" not in str(caught.value)


def test_a_long_line_is_not_repeated() -> None:
    with pytest.raises(MappingError) as caught:
        load(f"message: {{phrase}} {'says nothing ' * 20}\n")
    assert caught.value.remedy == "Put the whole text in quotation marks."
