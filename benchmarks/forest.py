"""Grows small decision trees by gradient boosting, the same ones every time, for `advancelint.trees`.

The library is LightGBM. One core, no choice that depends on the machine, whole numbers in and whole numbers out: what
a tree asks lies between two whole numbers, and what it is worth is a thousandth of log-odds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import lightgbm
import numpy

TREES = 120
_SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": 15,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "seed": 3,
    "deterministic": True,
    "force_row_wise": True,
    "num_threads": 1,
    "verbosity": -1,
}


def grow(numbers: Sequence[Sequence[int]], labels: Sequence[bool], names: Sequence[str]) -> list[str]:
    """Return the trees that tell, of the numbers of samples, in the order of ``names``, which have the label."""
    table = numpy.array(numbers, dtype=numpy.float64)
    data = lightgbm.Dataset(table, numpy.array(labels, dtype=numpy.float64))
    grown = lightgbm.train(_SETTINGS, data, TREES).dump_model()
    return [_written(tree["tree_structure"], names) for tree in grown["tree_info"]]


def _written(node: dict[str, Any], names: Sequence[str]) -> str:
    if "leaf_value" in node:
        return str(round(node["leaf_value"] * 1000))
    below, other = (_written(node[side], names) for side in ("left_child", "right_child"))
    # What is a whole number and at most 12.5 is less than 13.
    return f"{names[node['split_feature']]}<{int(node['threshold'] // 1) + 1} {below} {other}"
