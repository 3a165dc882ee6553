"""Contents of a page that its author wrote by hand: a list of links to places on the page itself."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.cut import HEADINGS

LISTS = frozenset({"ol", "ul"})
WITHIN = "a[href^='#']"
"""A link to a place on the same page."""
TITLE = 4
"""Words that the line above contents may have to be their title."""


def without_contents(blocks: Iterable[LexborNode]) -> list[LexborNode]:
    """Return the blocks that are no contents made by hand, nor the line right above that names these."""
    kept: list[LexborNode] = []
    above: LexborNode | None = None
    for block in blocks:
        if not is_contents(block):
            kept.append(block)
        elif above is not None and _is_title(above):
            kept.pop()
        above = block
    return kept


def is_contents(block: LexborNode) -> bool:
    """Whether a block is called contents, or is a list of nothing but links to places on its own page."""
    if "toc" in (block.attributes.get("class") or "").split():
        return True
    if block.tag not in LISTS:
        return False
    said = sum(_letters(link.text()) for link in block.css(WITHIN))
    return said > 0 and said == _letters(block.text())


def _is_title(block: LexborNode) -> bool:
    """Whether a block names what stands below: a heading, or a few words in bold or before a colon."""
    if block.tag in HEADINGS:
        return True
    text = block.text(strip=True) if block.tag == "p" else ""
    bold = block.css_first("strong, b") if text else None
    ends = text.endswith((":", "\uff1a")) or (bold is not None and bold.text(strip=True) == text)
    return ends and len(text.split()) <= TITLE


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
