"""Lines inside one text: boxes, bullets and line breaks of cells."""

import pytest
from planning import plan_of

from advancelint.plan import pieces
from advancelint.source import Passage

HEAD = "---\ntype: call-notes\ndate: 2026-05-14\n---\n# Norwood\n\n{}\n"


@pytest.mark.parametrize(
    ("body", "steps"),
    [
        ("**Agreed**\n☐ send it\n☑ call", [("send it", False), ("call", True)]),
        ("## Next steps\n☐ send it\n☐ call", [("send it", False), ("call", False)]),
        ("Next steps:\n• send it\n• call", [("send it", False), ("call", False)]),
        ("## Next steps\n- ☑ send it", [("send it", True)]),
        ("| Field | Value |\n|---|---|\n| Next steps | - send it<br>- call |", [("send it", False), ("call", False)]),
        ("| Action | Owner |\n|---|---|\n| [x] send it | us |", [("send it", True)]),
        (
            "## Next steps\n\n6.1  send it\n6.2  call\n2.3  write",
            [("send it", False), ("call", False), ("write", False)],
        ),
        ("## Next steps\n\n- What: send it   Who: Ana   By: 20 May", [("send it", False)]),
        ("## Who does what\n\n| | by |\n|---|---|\n| Ana: send it | 20 May |", [("send it", False)]),
        ("## Next steps\n- Ana\n  - send it\n  - call", [("send it", False), ("call", False)]),
    ],
)
def test_each_line_is_a_step(body: str, steps: list[tuple[str, bool]]) -> None:
    assert [(step.passage.text, step.done) for step in plan_of(HEAD.format(body)).next_steps] == steps


@pytest.mark.parametrize("text", ["Goal\n→ Ana signs the order", "Goal\n1/ Ana signs the order"])
def test_a_short_line_heads_even_a_single_line_with_a_mark(text: str) -> None:
    listed = pieces.arrowed(Passage.plain(text), text)
    assert listed is not None
    assert (listed.head.text, [line.text for line in listed.lines]) == ("Goal", ["Ana signs the order"])
