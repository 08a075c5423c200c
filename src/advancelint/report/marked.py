"""Words of a plan in the Markdown of a summary."""

from __future__ import annotations

from advancelint.expressions import expression

_MARKUP = expression(r"([\\`*_\[\]#|~$])")
# Nobody is told, nothing linked: an invisible space stands where a mention, a number of an issue or a link begins.
_LIVE = expression(r"(?i)[@#](?=\w)|:(?=//)|www(?=\.)")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}


def escape(text: str) -> str:
    """Return neutral ``text`` such that Markdown shows it letter by letter."""
    plain = "".join(_ENTITIES.get(character, character) for character in text)
    # The entities are made first: they hold no character that the next step would escape.
    marked = _MARKUP.sub(r"\\\1", plain)
    return _LIVE.sub(lambda match: f"{match.group()}&#8203;", marked)


def size(line: str) -> int:
    """Return the bytes that ``line`` takes in the summary."""
    return len(line.encode("utf-8")) + 1
