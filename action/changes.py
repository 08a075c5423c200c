"""What “changed-only” compares with, which depends on what started the workflow."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from inputs import InputError


def revision(environment: Mapping[str, str]) -> str:
    """Return the revision that the commit under test is compared with, "" where everything is to be judged.

    For a pull request it is its base branch as it was fetched, in a merge queue the commit that the group is put on.
    Raises InputError for pull_request_target: there the base branch itself is checked out, so nothing would ever have
    changed, and a gate that is silently open is worse than none.
    """
    if environment.get("GITHUB_EVENT_NAME") == "pull_request_target":
        raise InputError(["changed-only: a workflow on pull_request_target sees no change; use pull_request"])
    base = environment.get("GITHUB_BASE_REF", "")
    if base:
        # The whole name, since a tag could be called origin/main too.
        return f"refs/remotes/origin/{base}"
    if environment.get("GITHUB_EVENT_NAME") == "merge_group":
        return _queued(environment.get("GITHUB_EVENT_PATH", ""))
    return ""


def _queued(path: str) -> str:
    with open(path, encoding="utf-8") as file:
        base = str(json.load(file)["merge_group"]["base_sha"])
    if not re.fullmatch(r"[0-9a-f]{40,64}", base):
        raise ValueError("the event of the merge queue names no commit as its base")
    return base
