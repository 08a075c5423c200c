"""The scripts of the repository, importable by tests."""

from __future__ import annotations

import os
import sys

from command import ROOT

sys.path.insert(0, os.path.join(ROOT, "scripts"))

import pages
import play
import starter
import surroundings
import update_docs

__all__ = ["pages", "play", "starter", "surroundings", "update_docs"]
