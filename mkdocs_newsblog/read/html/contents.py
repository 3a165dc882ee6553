"""Contents of a page that its author wrote by hand: a list of links to places on the page itself."""

from __future__ import annotations

from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.cut import HEADINGS
from mkdocs_newsblog.read.html.length import measure
from mkdocs_newsblog.read.html.nodes import classes_of

LISTS = frozenset({"ol", "ul"})
WITHIN = "a[href^='#']"
"""A link to a place on the same page."""
TITLE = 4
"""Words that the line above contents may have to be their title."""


def without_contents(blocks: Iterable[LexborNode]) -> list[LexborNode]:
    """Return the blocks that are no contents made by hand, nor the line right above that names these."""
    kept: list[LexborNode] = []
    is_right_above = False
    for block in blocks:
        if not is_contents(block):
            kept.append(block)
            is_right_above = True
        elif is_right_above:
            is_right_above = False
            if _is_title(kept[-1]):
                kept.pop()
    return kept


def is_contents(block: LexborNode) -> bool:
    """Whether a block is called contents, or is a list of nothing but links to places on its own page."""
    if "toc" in classes_of(block):
        return True
    if block.tag not in LISTS:
        return False
    said = sum(_letters(link.text()) for link in block.css(WITHIN))
    return said > 0 and said == _letters(block.text())


def _is_title(block: LexborNode) -> bool:
    """Whether a block names what stands below: a heading, or a few words in bold or before a colon."""
    if block.tag in HEADINGS:
        return True
    text = block.text().strip() if block.tag == "p" else ""
    bold = block.css_first("strong, b") if text else None
    ends = text.endswith((":", "\uff1a")) or (bold is not None and bold.text().strip() == text)
    return ends and measure(block.html or "").in_words <= TITLE


def _letters(text: str) -> int:
    return sum(map(str.isalpha, text))
