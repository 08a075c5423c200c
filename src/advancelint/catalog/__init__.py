"""Finds rule cards, loads them and chooses among them."""

from advancelint.catalog.cards import load_file, load_files, load_folder, load_rules
from advancelint.catalog.choose import (
    advice_on,
    chosen_rules,
    fault_of,
    find_rule,
    graded_rules,
    is_empty,
    nothing_left,
    renamed,
    select_rules,
)
from advancelint.catalog.library import Library, Sources
from advancelint.catalog.options import fault_of_making, fault_of_option, with_options
from advancelint.catalog.packs import local_origin

__all__ = [
    "Library", "Sources", "advice_on", "chosen_rules", "fault_of", "fault_of_making", "fault_of_option",
    "find_rule", "graded_rules", "is_empty", "load_file", "load_files", "load_folder", "load_rules", "local_origin",
    "nothing_left", "renamed", "select_rules", "with_options",
]  # fmt: skip
