"""Inline Markdown of captions: emphasis, code and links, and nothing that could run or load anything."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from mkdocs_newsblog.read.markdown.tags import without_tags

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

TAGS = {"a", "em", "strong", "code"}
SCHEMES = {"https", "http", "mailto"}


@cache
def _parser() -> MarkdownIt:
    """Return a CommonMark parser for one line: HTML is text, and so are pictures."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a site without captions needs none

    parser = MarkdownIt("commonmark", {"html": False}).disable("image")
    parser.validateLink = lambda url: url.partition(":")[0].lower() in SCHEMES  # type: ignore[method-assign]
    return parser


def inline_markup(text: str | None) -> Markup | None:
    """Return a line of Markdown as HTML that is safe to print, None for nothing.

    Tags that only change how words look are left out, any others are text. The parser prints no HTML of the
    author's; what it does print is cleaned once more by an allow-list.
    """
    text = without_tags(text) if text else None
    if not text:
        return None
    import nh3  # noqa: PLC0415 - see above

    html = nh3.clean(
        _parser().renderInline(text),
        tags=TAGS,
        attributes={"a": {"href", "title"}},
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    return Markup(html)  # noqa: S704 - cleaned just above
