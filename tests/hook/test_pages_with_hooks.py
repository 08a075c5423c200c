"""The pages that show commits are what somebody sees who has the hooks installed."""

from __future__ import annotations

import pytest
from scripts_path import pages, play, starter

PAGES = [page for page in map(pages.load, pages.names()) if page.hooks]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_the_page_shows_what_happens(page: pages.Page, environment: dict[str, str]) -> None:
    with starter.Starter() as start:
        assert play.play(page, environment, start) == page.text


def test_the_readme_shows_a_commit_that_is_refused_and_one_that_passes() -> None:
    (readme,) = (page.text for page in PAGES if page.path == "README.md")
    refused, passed = readme.index("Failed"), readme.rindex("[main (root-commit)")
    assert refused < readme.index("AD401 error", refused) < passed
