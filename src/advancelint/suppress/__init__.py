"""Suppressions: comments in a plan that hold findings of named rules, with a reason, and what is wrong with them."""

from advancelint.suppress.find import quieted
from advancelint.suppress.holders import Covered, Holders
from advancelint.suppress.model import IGNORED, NONE, Fault, Lines, Name, Register, Suppression, Suppressions
from advancelint.suppress.read import read, unused

__all__ = [
    "IGNORED", "NONE", "Covered", "Fault", "Holders", "Lines", "Name", "Register", "Suppression",
    "Suppressions", "quieted", "read", "unused",
]  # fmt: skip
