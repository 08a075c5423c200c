"""A plan from a text, in one call."""

import pytest

from advancelint.markdown import parse
from advancelint.plan import Known, understand
from advancelint.source import Source


@pytest.fixture
def plan_of():
    def build(text, path="plan.md", **known):
        source = Source.of(path, text)
        return understand(source, parse(source), Known(**{"as_of": "2026-06-01", **known}))

    return build
