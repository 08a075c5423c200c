"""The scripts of the repository, importable by tests."""

from __future__ import annotations

import os
import sys

from command import ROOT

sys.path.insert(0, os.path.join(ROOT, "scripts"))

import build_reference
import build_site
import pages
import play
import site_check
import starter
import surroundings
import update_docs

__all__ = ["build_reference", "build_site", "pages", "play", "site_check", "starter", "surroundings", "update_docs"]
