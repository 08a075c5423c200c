"""The benchmarks of the repository that tests use, importable by them."""

from __future__ import annotations

import os
import sys

from command import ROOT

sys.path.insert(0, os.path.join(ROOT, "benchmarks"))

import forest
import learnt
import mutants
import understood

__all__ = ["forest", "learnt", "mutants", "understood"]
