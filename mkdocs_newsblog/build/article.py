"""A post's page in its parts: heading and body, which are its author's, and what we put around them.

Plugins that treat pictures and links see the page as it will be shown. Search, which comes after them, reads
the author's parts alone: names, dates and tags of the byline would be found on every post.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_newsblog.read.html.other_plugins import without_others

HEADING = ("<!-- newsblog-heading -->", "<!-- /newsblog-heading -->")
BODY = ("<!-- newsblog-body -->", "<!-- /newsblog-body -->")
"""Comments around the author's parts, until the page is taken apart."""
PLACES = ("<!-- newsblog-top -->", "<!-- newsblog-lead -->", "<!-- newsblog-end -->")
"""Where our parts go when the page is put together again."""


class PostPage(NamedTuple):
    """A post's page: HTML before and after the body that the host has rendered."""

    html: str
    heading_id: str | None
    """The id of a main heading that we printed; None where the body had its own."""


class Article(NamedTuple):
    """A page taken apart, in the order of its parts."""

    top: str
    heading: str
    lead: str
    body: str
    end: str

    @property
    def bare(self) -> str:
        """The author's parts, with places for ours."""
        return f"{PLACES[0]}{self.heading}{PLACES[1]}{self.body}{PLACES[2]}"

    @property
    def text(self) -> str:
        """The body as cards and feeds may repeat it."""
        return without_others(self.body)

    def around(self, html: str) -> str:
        """Return the author's parts, as other plugins have left them, with ours in their places."""
        for place, part in zip(PLACES, (self.top, self.lead, self.end), strict=True):
            html = html.replace(place, part, 1)
        return html


def marked(html: str, marks: tuple[str, str]) -> Markup:
    """Return a part of the author's between its marks; the HTML is the host's."""
    return Markup(f"{marks[0]}{html}{marks[1]}")  # noqa: S704


def renamed(html: str, names: Iterable[tuple[str, str]]) -> str:
    """Return HTML that names posts, with their later names in the place of the first ones."""
    for first, later in names:
        if first != later:
            html = html.replace(f"<bdi>{escape(first)}</bdi>", f"<bdi>{escape(later)}</bdi>")
    return html


def take_apart(html: str) -> Article | None:
    """Return the parts of a page, None where another plugin has taken the marks away."""
    top, _, rest = html.partition(HEADING[0])
    heading, _, rest = rest.partition(HEADING[1])
    lead, _, rest = rest.partition(BODY[0])
    body, found, end = rest.rpartition(BODY[1])
    return Article(top, heading, lead, body, end) if found else None
