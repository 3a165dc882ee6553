"""A look at each finished page of a theme that may print titles: what it was expected to do is a guess.

A theme is asked before pages are made, see :mod:`mkdocs_newsblog.host.content.titles`, and may answer
otherwise on a page: what it prints may depend on the headings below, on a value of metadata, or on a template
of the site.
"""

from __future__ import annotations

import re
from html import unescape

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.article import PLACES
from mkdocs_newsblog.read.html.shown import main_headings
from mkdocs_newsblog.read.markdown.body import comparable
from mkdocs_newsblog.render.templating.themes import ADAPTORS
from mkdocs_newsblog.render.text.heading import has_heading, heading_id, is_same

TITLE = ("<!-- newsblog-title -->", "<!-- /newsblog-title -->")
"""Comments around the heading of a page, or where it was left out, until the page is finished."""
_VIEW = r"<[^<>]*\bnewsblog-view\b[^<>]*>"
_HEADING = (
    r'(?is)(?:<p class="newsblog-view__kicker"[^<>]*+>(?>(?:[^<]++|<(?!/?p\b))*)</p>\s*+)?'
    r"(<h1(?=[\s>])(?>(?:[^<]++|<(?!/?h1\b))*)</h1\s*+>)"
)
"""The first main heading of a listing, with the line above it."""


def is_guessed(build: Build, config: MkDocsConfig) -> bool:
    """Whether it is a guess which pages have a title of the theme's.

    It is none where the site says so itself, and with a theme that is known, as it comes.
    """
    is_known = config.theme.name in ADAPTORS and not config.theme.custom_dir
    return build.settings.heading is None and not is_known


def mark_heading(html: str) -> str:
    """Return the page of a post, still in its parts, with marks around its heading."""
    return html.replace(PLACES[0], PLACES[0] + TITLE[0], 1).replace(PLACES[1], TITLE[1] + PLACES[1], 1)


def mark_listing(html: str, *, left_out: bool) -> str:
    """Return a listing with marks around its heading, or where that was left out."""
    found = re.search(_VIEW, html) if left_out else re.search(_HEADING, html)
    if found is None:
        return html
    start = found.end() if left_out else found.start()
    return f"{html[:start]}{TITLE[0]}{html[start : found.end()]}{TITLE[1]}{html[found.end() :]}"


def settle_heading(build: Build, page: Page, output: str) -> str:
    """Return a finished page with its title once: ours goes where the theme says it, and comes where not."""
    before, _, rest = output.partition(TITLE[0])
    ours, found, after = rest.partition(TITLE[1])
    if not found:
        return output
    post = build.posts.get(page.file.src_uri)
    title = post.entry.title if post else unescape(str(page.title))
    theirs = main_headings(_up_to_last(before + after))
    if not has_heading(ours):
        is_said = any(comparable(title) in comparable(text) for text in theirs)
        kind = "" if post else ' class="newsblog-view__title"'
        ours = ours if is_said else f"<h1{kind}>{escape(title)}</h1>"
    elif any(is_same(text, title) for text in theirs) and _says(ours, title):
        ours = _anchor(ours)
    return f"{before}{ours}{after}"


def _up_to_last(html: str) -> str:
    """Return a page as far as it may have main headings: most have one of them, at the top."""
    return html[: max(html.rfind("</h1"), html.rfind("</H1"), 0)] if has_heading(html) else ""


def _says(heading: str, title: str) -> bool:
    """Whether a heading says a title, or a part of it: that of a page is longer, such as "Tag: sea"."""
    return any(comparable(text) in comparable(title) for text in main_headings(heading))


def _anchor(heading: str) -> str:
    """Return what links to a heading lead to in place of it."""
    found = re.search(_HEADING, heading)
    own = heading_id(found[1]) if found else None
    return f'<span id="{own}"></span>' if own else ""
