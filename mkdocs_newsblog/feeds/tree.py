"""XML documents from trees of elements: built, escaped and read again by the standard library.

Prefixes are written out in names, and declared on the root, since registering them would change a table
that the whole process shares.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, ParseError, ProcessingInstruction, fromstring, tostring

from mkdocs_newsblog.feeds.characters import allowed

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}

Attributes = Mapping[str, object]

_PLACE = "items"
"""Element in whose place the items of a document are put; no format has one of that name without a prefix."""
_PREFIXED = ("<all " + " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items()) + ">").encode()


def root(name: str, prefixes: Iterable[str], attributes: Attributes) -> Element:
    """Return a root element that declares the prefixes of its document."""
    declared = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}
    return _element(name, {**attributes, **declared})


def add(parent: Element, name: str, text: object = None, attributes: Attributes | None = None) -> Element:
    """Append an element with text and attributes; attributes whose value is None are left out."""
    child = _element(name, attributes or {})
    if text is not None:
        child.text = allowed(str(text))
    child.tail = "\n"
    parent.append(child)
    return child


def _element(name: str, attributes: Attributes) -> Element:
    given = {key: allowed(str(value)) for key, value in attributes.items() if value is not None}
    return Element(name, given)


def fragment(element: Element) -> bytes:
    """Return an element of a document in UTF-8: items are written once, and stand in many feeds.

    ``&`` and ``<`` are written as numbers, which is the same for every XML parser, and what the RSS
    Advisory Board's profile asks of plain text, so that no reader takes a title for markup.

    Raises:
        ValueError: it is no XML, which would be a fault of this package.
    """
    data = _written(element)
    _read_back(_PREFIXED + data + b"</all>")
    return data


def write(
    document: Element,
    stylesheets: Iterable[tuple[str, str]] = (),
    items: tuple[Element, Iterable[bytes]] | None = None,
) -> bytes:
    """Return a document in UTF-8, every part of it read back once to be sure that every program can.

    ``items`` are fragments that stand at the end of an element of the document.

    Raises:
        ValueError: the document is no XML, which would be a fault of this package.
    """
    if items is not None:
        items[0].append(Element(_PLACE))
    parts = [b'<?xml version="1.0" encoding="UTF-8"?>']
    parts += [tostring(_stylesheet(kind, href)) for kind, href in stylesheets]
    parts.append(_written(document))
    data = b"\n".join(parts) + b"\n"
    _read_back(data)
    before, place, after = data.partition(f"<{_PLACE} />".encode())
    return b"".join((before, *(items[1] if place and items else ()), after))


def _written(element: Element) -> bytes:
    data: bytes = tostring(element, encoding="utf-8", xml_declaration=False)
    return data.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


def _read_back(data: bytes) -> None:
    try:
        fromstring(data)  # noqa: S314 - our own bytes
    except ParseError as error:
        raise ValueError(f"a feed was written that is no XML: {error}") from error


def _stylesheet(kind: str, href: str) -> Element[Any]:
    """Return the link to a stylesheet (Associating Style Sheets with XML documents 1.0, 4)."""
    quoted = href.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C")
    return ProcessingInstruction("xml-stylesheet", f'type="{kind}" href="{quoted}"')
