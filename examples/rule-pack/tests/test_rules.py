"""The examples of the cards are their tests; what these cannot show is tested here."""

import os
import subprocess
import sysconfig

TOOL = os.path.join(sysconfig.get_path("scripts"), "advancelint")
PLAN = """\
---
type: call-plan
date: 2026-06-09
---
# Marrow Mills

**Objective:** Birgit orders for *90k EUR* by 12 June.
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run advancelint as it is installed here, with `PLAN` on standard input."""
    return subprocess.run([TOOL, *arguments], input=PLAN, capture_output=True, encoding="utf-8", check=False)


def test_every_example_comes_out_as_its_card_says() -> None:
    ended = run("rule", "test", "--pack", "hollin")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_markup_around_an_amount_stays_where_it_is() -> None:
    ended = run("check", "--pack", "hollin", "--select", "HOL201", "--as-of", "2026-06-01", "--diff", "-")
    assert "+**Objective:** Birgit orders for *EUR 90k* by 12 June." in ended.stdout, ended.stdout + ended.stderr
