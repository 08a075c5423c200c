"""The hooks, released once a session from this working tree, and teams that use them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from scripts_path import surroundings  # the hooks are released in one way for the documentation and for the tests
from team import Team


@pytest.fixture(scope="session")
def plain_environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    if shutil.which("git") is None:
        pytest.fail("these tests need git")
    return surroundings.clean_environment(str(tmp_path_factory.mktemp("pre-commit-home")))


@pytest.fixture(scope="session")
def hook(tmp_path_factory: pytest.TempPathFactory, plain_environment: dict[str, str]) -> str:
    """A repository whose tagged HEAD is this working tree."""
    target = os.path.join(tmp_path_factory.mktemp("hook"), "advancelint")
    os.makedirs(target)
    surroundings.release(target, plain_environment)
    return target


@pytest.fixture(scope="session")
def environment(plain_environment: dict[str, str], hook: str) -> dict[str, str]:
    return surroundings.redirected(plain_environment, hook)


@pytest.fixture
def new_team(tmp_path: Path, environment: dict[str, str]) -> Callable[..., Team]:
    """Makes a new repository; with ids of hooks they are configured, installed and committed."""

    def make(*ids: str, args: tuple[str, ...] = ()) -> Team:
        folder = tmp_path / "plans"
        folder.mkdir()
        team = Team(str(folder), dict(environment))
        team.git("init", "--quiet", "--initial-branch=main")
        if ids:
            team.hooks(*ids, args=args)
            team.git("add", "--all")
            team.git("commit", "--quiet", "--message", "the gate")
            assert team.pre_commit("install").returncode == 0
        return team

    return make
