"""The transcript in README.md is what a new user sees."""

from __future__ import annotations

import os
from pathlib import Path

from command import ROOT

import update_readme
import walkthrough


def test_the_readme_shows_the_first_commits_of_a_new_user(
    tmp_path: Path, hook: str, plain_environment: dict[str, str]
) -> None:
    seen = walkthrough.transcript(str(tmp_path), hook, plain_environment)
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as file:
        text = file.read()
    assert update_readme.put(text, "walk", update_readme.fenced(seen)) == text
    refused, passed = seen.index("Failed"), seen.rindex("[main (root-commit)")
    assert refused < seen.index("AD401 error") < passed
