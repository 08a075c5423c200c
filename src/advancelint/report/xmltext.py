"""XML in ASCII, written by the standard library; whatever it is given has to be neutral, which no XML forbids."""

from __future__ import annotations

from xml.etree.ElementTree import Element, SubElement, indent, tostring

__all__ = ["Element", "add", "write"]


def add(parent: Element, tag: str, text: str = "", **attributes: object) -> Element:
    """Add an element with ``attributes`` and ``text`` to ``parent`` and return it."""
    made = SubElement(parent, tag, {name: str(value) for name, value in attributes.items()})
    made.text = text or None
    return made


def write(root: Element) -> str:
    """Return ``root`` as a document; characters outside ASCII become references, so that no stream can spoil them."""
    indent(root)
    data: bytes = tostring(root, encoding="us-ascii", xml_declaration=True)
    return data.decode("ascii")
