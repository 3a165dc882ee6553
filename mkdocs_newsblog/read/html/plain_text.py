"""What a block says, as text: for descriptions, search engines and programs."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.cleaning import remove
from mkdocs_newsblog.read.html.nodes import body_of, classes_of

_APART = (
    r"<(?=/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]"
    r"|header|hr|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)[\s/>])"
)
"""Where a line, a block or a cell begins or ends."""
_ODD = re.compile(rf"{_APART}|<img\b|lineno")
"""What a text has at least that is not said as it stands."""
NUMBERS = ".linenos, .linenodiv, .lineno"
"""Numbers beside the lines of code."""
EMOJI = frozenset({"emoji", "emojione", "gemoji", "twemoji"})
"""Classes of pictures that stand for a character."""


def text_of(block: LexborNode) -> str:
    """Return what a block says, on one line: words of different blocks and cells stand apart."""
    html = block.html or ""
    if _ODD.search(html, 1, len(html) - len(f"</{block.tag}>")):
        block = body_of(re.sub(_APART, " <", html))
        remove(block.css(NUMBERS), block)
        for image in block.css("img"):
            image.insert_before(_character(image))
    return " ".join(block.text().split())


def _character(image: LexborNode) -> str:
    """Return what a picture stands for in a sentence: an emoji, or nothing."""
    said = image.attributes
    alt = said.get("alt") or ""
    if EMOJI.isdisjoint(classes_of(image)):
        return "" if alt.isascii() or any(map(str.isalnum, alt)) else alt
    return alt or said.get("title") or ""
