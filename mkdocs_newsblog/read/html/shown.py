"""What readers see of a finished page."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_newsblog.read.html.depth import is_deep
from mkdocs_newsblog.read.html.nodes import body_of, classes_of

UNSEEN = frozenset(
    {
        *("hidden", "d-none", "print-only", "sr-only", "is-sr-only", "show-for-sr", "govuk-visually-hidden"),
        *("visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only"),
    }
)
"""Classes of themes, and of the frameworks that they stand on, for what nobody sees on a screen."""

PERMALINK = ".headerlink, a[href^='#'][title]"
"""The link of a heading to its own place: the site may give it another class."""
UNSAID = f"br, img, script, style, svg, sup[id^=fnref], {PERMALINK}"
"""What is no text of a heading."""
LONGEST = 1000
"""Characters of a heading that make a title."""


def shows_heading(html: str, words: str) -> bool:
    """Whether readers see some words in a main heading of a page."""
    return any(words in text for text in main_headings(html))


def main_headings(html: str) -> list[str]:
    """Return the texts of the main headings that readers see; none of a page that is nested too deeply."""
    headings = LexborHTMLParser(html).css("h1") if html and not is_deep(html) else ()
    return [heading.text() for heading in headings if not _is_hidden(heading)]


def heading_text(html: str) -> str:
    """Return what a heading says: pictures in words, no marks of footnotes, no link to its own place."""
    if is_deep(html):
        return ""
    body = body_of(html)
    # From the last to the first, what is within another goes before it.
    for node in reversed(body.css(UNSAID)):
        if node.tag in ("br", "img"):
            node.replace_with(" " if node.tag == "br" else node.attributes.get("alt") or "")
        else:
            node.decompose()
    return " ".join(body.text().split())[:LONGEST]


def _is_hidden(node: LexborNode | None) -> bool:
    """Whether an element, or one around it, says that nobody shall see it."""
    while node is not None:
        said = node.attributes
        style = "".join((said.get("style") or "").lower().split())
        if "hidden" in said or said.get("aria-hidden") == "true" or "display:none" in style:
            return True
        if UNSEEN.intersection(classes_of(node)):
            return True
        node = node.parent
    return False
