"""Amounts with the currency behind them, which our order system does not read: “90k EUR” for “EUR 90k”."""

import re
from collections.abc import Iterator, Mapping

from advancelint.api import Change, Finding, Node, OptionValue, Span

_AMOUNT = r"\d+(?:[.,]\d+)*\s?(?:k|m|bn)?"


def find(node: Node, options: Mapping[str, OptionValue]) -> Iterator[Finding]:
    """Yield a finding for each amount with its currency behind it, and the change that turns the two round."""
    currencies = options["currencies"]
    assert isinstance(currencies, tuple)  # noqa: S101 - the card says that it is a list
    known = "|".join(map(re.escape, currencies))
    for match in re.finditer(rf"(?<!\w)({_AMOUNT})\s?({known})(?!\w)", node.text):
        amount, currency = match.groups()
        turned = f"{currency} {amount.strip()}"
        # Offsets of the words are not those of the file, where markup may stand between them.
        place = node.passage.source_span(Span(*match.span()))
        yield Finding(place, {"amount": match.group(), "turned": turned}, (Change(place, turned),))
