"""A card, one YAML file, becomes a rule; every mistake in it has a file, a line, a column and a remedy."""

from advancelint.cards.load import load_card
from advancelint.cards.message import fill, sketch, slots_in

__all__ = ["fill", "load_card", "sketch", "slots_in"]
