"""The examples of the cards are their tests; the check has tests of its own besides."""

import os
import subprocess
import sysconfig

TOOL = os.path.join(sysconfig.get_path("scripts"), "advancelint")


def run(*arguments: str, text: str = "") -> subprocess.CompletedProcess[str]:
    """Run advancelint as it is installed here, on a plan that stands in ``text``."""
    return subprocess.run([TOOL, *arguments], input=text, capture_output=True, encoding="utf-8", check=False)


def test_every_example_comes_out_as_its_card_says() -> None:
    ended = run("rule", "test", "--pack", "hollin")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_markup_around_an_amount_stays_where_it_is() -> None:
    plan = "---\ntype: call-plan\ndate: 2026-06-09\n---\n# Marrow Mills\n\n**Objective:** Birgit orders for *90k EUR* by 12 June.\n"
    ended = run("check", "--isolated", "--pack", "hollin", "--select", "HOL201", "--as-of", "2026-06-01", "--diff", "-", text=plan)
    assert "+**Objective:** Birgit orders for *EUR 90k* by 12 June." in ended.stdout
