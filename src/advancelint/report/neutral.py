"""What every format makes of words before its own escapes; see `advancelint.neutral`."""

from advancelint.neutral import apart, leading, neutral, width

__all__ = ["apart", "leading", "neutral", "width"]
