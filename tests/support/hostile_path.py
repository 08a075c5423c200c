"""What the benchmarks share with tests: hostile families, the whole way of a file, and what holds of every file."""

from __future__ import annotations

import os
import sys

from command import ROOT

sys.path.insert(0, os.path.join(ROOT, "benchmarks"))

import hostile
import invariants
import pipeline

__all__ = ["hostile", "invariants", "pipeline"]
