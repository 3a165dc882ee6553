"""What other plugins put into the text of a post, for its page alone: no card and no feed repeats it."""

from __future__ import annotations

from mkdocs_newsblog.read.html.cleaning import remove
from mkdocs_newsblog.read.html.nodes import body_of

BLOCKS = ("document-dates-plugin-wrapper",)
"""Classes of such blocks: dates and authors of mkdocs-document-dates, with their addresses for mail."""


def without_others(html: str) -> str:
    """Return the HTML of a post without such blocks."""
    if not any(name in html for name in BLOCKS):
        return html
    body = body_of(html)
    remove(body.css(", ".join(f".{name}" for name in BLOCKS)), body)
    return "".join(node.html or "" for node in body.iter(include_text=True))
