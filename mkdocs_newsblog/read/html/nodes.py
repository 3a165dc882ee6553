"""HTML as a tree of nodes."""

from __future__ import annotations

from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode


def body_of(html: str) -> LexborNode:
    """Return the tree of HTML that stands in the body of a page."""
    # A body whose tag is written is there whatever follows, framesets included (HTML standard, 13.2.6.4.6).
    return cast("LexborNode", LexborHTMLParser(f"<body>{html}").body)


def classes_of(node: LexborNode) -> list[str]:
    """Return the classes of an element."""
    return (node.attributes.get("class") or "").split()
