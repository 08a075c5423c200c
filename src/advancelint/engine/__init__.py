"""Runs given rules over sources and yields diagnostics in order."""

from advancelint.engine.holding import Standing, register_of
from advancelint.engine.intake import Trouble, decode, read_file, stray
from advancelint.engine.judge import Judgement, judge_plan
from advancelint.engine.run import judge_file, judge_input, look_around, understand

__all__ = [
    "Judgement", "Standing", "Trouble", "decode", "judge_file", "judge_input", "judge_plan", "look_around", "read_file",
    "register_of", "stray", "understand",
]  # fmt: skip
