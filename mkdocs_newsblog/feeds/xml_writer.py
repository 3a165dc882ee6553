"""XML documents as text: every value escaped where it is written, and the whole read again by a parser.

Elements are written at once, since building trees of them took most of the time of a feed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import ParseError, fromstring

from mkdocs_newsblog.feeds.characters import allowed

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
}

Attributes = Mapping[str, object]

PLACE = "<items />"
"""Stands for the items of a document; no value can hold it, since ``<`` is escaped."""
_PREFIXED = ("<all " + " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items()) + ">").encode()


def declared(prefixes: Iterable[str]) -> dict[str, str]:
    """Return the attributes of a root element that declare the prefixes of its document."""
    return {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}


def element(name: str, text: object = None, attributes: Attributes | None = None) -> str:
    """Return an element with text on a line of its own; attributes whose value is None are left out."""
    return around(name, "" if text is None else _text(allowed(str(text))), attributes)


def around(name: str, inner: str, attributes: Attributes | None = None) -> str:
    """Return an element around other elements, which are XML already."""
    given = ""
    if attributes:
        known = [(key, str(value)) for key, value in attributes.items() if value is not None]
        given = "".join([f' {key}="{_value(allowed(value))}"' for key, value in known])
    return f"<{name}{given}>{inner}</{name}>\n" if inner else f"<{name}{given} />\n"


def _text(text: str) -> str:
    """Return text of an element.

    ``&`` and ``<`` are written as numbers, which is the same for every XML parser, and what the RSS
    Advisory Board's profile asks of plain text, so that no reader takes a title for markup.
    """
    return text.replace("&", "&#x26;").replace("<", "&#x3C;").replace(">", "&gt;")


def _value(text: str) -> str:
    """Return the value of an attribute, in which white space but the blank would be lost."""
    text = _text(text).replace('"', "&quot;")
    return text.replace("\r", "&#13;").replace("\n", "&#10;").replace("\t", "&#09;")


def fragment(inner: str) -> bytes:
    """Return an element in UTF-8, read back once: items are written once, and stand in many feeds.

    Raises:
        ValueError: it is no XML, which would be a fault of this package.
    """
    written = inner.encode()
    _read_back(b"".join((_PREFIXED, written, b"</all>")))
    return written


def write(document: str, stylesheets: Iterable[tuple[str, str]] = (), items: Iterable[bytes] = ()) -> bytes:
    """Return a document in UTF-8, every part of it read back once to be sure that every program can.

    ``items`` are fragments that come in the place of :data:`PLACE`.

    Raises:
        ValueError: the document is no XML, which would be a fault of this package.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    lines += [_stylesheet(kind, href) for kind, href in stylesheets]
    written = "\n".join([*lines, document]).encode()
    _read_back(written)
    before, _, after = written.partition(PLACE.encode())
    return b"".join((before, *items, after))


def _read_back(written: bytes) -> None:
    try:
        fromstring(written)  # noqa: S314 - our own bytes
    except ParseError as error:
        raise ValueError(f"a feed was written that is no XML: {error}") from error


def _stylesheet(kind: str, href: str) -> str:
    """Return the link to a stylesheet (Associating Style Sheets with XML documents 1.0, 4)."""
    quoted = href.replace("&", "&amp;").replace('"', "%22").replace("<", "%3C")
    return f'<?xml-stylesheet type="{kind}" href="{quoted}"?>'
