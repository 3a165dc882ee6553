"""One main heading a post: the body's own where it opens with the title, else one that we print."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup, escape

from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.read.markdown.body import comparable

H1 = re.compile(r"<h1(?=[\s>])", re.IGNORECASE)
_H1_TAG = re.compile(r"<(/?)h1(?=[\s>])", re.IGNORECASE)
_NOTHING = r"(?s)(?>(?:\s++|<!--.*?-->)*)"
_ASIDE = "|".join(
    rf"<{name}{which}(?=[\s>])[^>]*+>(?>(?:[^<]++|<(?!/?{name}[\s>]))*)</{name}\s*+>"
    for name, which in (
        *(("p", ""), ("figure", ""), ("picture", ""), ("center", "")),
        ("div", r"(?=[^<>]*\s(?:class=\"[^\"<>]*\btoc\b|align=))"),
    )
)
_LEAD = rf"(?si)(?>(?:\s++|<!--.*?-->|{_ASIDE})*)"
"""Paragraphs, figures, what is centred, and the table of contents, each with no other of its kind in it."""
_MARKUP = r"<a\b(?=[^<>]*class=\"headerlink\")[^<>]*+>[^<]*+</a>|<[^<>]++>"

_ID = re.compile(r'\bid="([^"]*)"')
_OWN_ID = re.compile(r'<h1\b[^>]*?\sid="([^"]*)"', re.IGNORECASE)


class Top(NamedTuple):
    """How a listing begins."""

    introduction: str
    heading: bool
    """Whether a main heading is still to be printed."""
    element_id: str | None = None
    """The id that the listing itself has in place of a heading."""


def has_heading(html: str) -> bool:
    """Whether a page's HTML has a main heading."""
    return H1.search(html) is not None


def is_same(said: str, title: str) -> bool:
    """Whether readers take what a theme prints above a page for its title."""
    return comparable(said) == comparable(title)


def own_heading(entry: Entry, body: str) -> re.Match[str] | None:
    """Return the heading of a post's body that is the main one of its page: its level, attributes and text.

    If a heading gave the title, it is the first that says it, else the first. A title from elsewhere may be
    said again below no more than an introduction.
    """
    first = _closed(1, body)
    if entry.title_from != "heading":
        return first if first and _begins(body, first, entry.title) else None
    if first is None:
        lowered = _lowered(body)  # the site's `toc: {baselevel: 2}`
        return lowered if lowered and _opens(body, lowered, lowered[3], entry.title) else None
    return next((each for each in _each(1, body) if _says(each[3], entry.title)), first)


def split_heading(entry: Entry, body: str) -> tuple[str, str, str | None]:
    """Return a post's main heading, the body below it, and the heading's id where it is ours.

    A heading of the body's own is lifted to the top with the markup its author gave it. Every other main
    heading goes down one level: a page has one title.
    """
    found = own_heading(entry, body)
    if found is None:
        own = _free_id(entry.title, body)
        return f'<h1 id="{escape(own)}">{escape(entry.title)}</h1>', _lower(body), own
    heading = found[0] if found[1] == "1" else f"<h1{found[2]}>{found[3]}</h1>"
    return heading, _lower(body[: found.start()] + body[found.end() :]), None


def heading_id(heading: str) -> Markup | None:
    """Return the id of a main heading, as it stands in its HTML."""
    found = _OWN_ID.match(heading)
    return Markup(found[1]) if found else None  # noqa: S704 - it stood between quotes before


def top_of(introduction: str, title: str, said: str | None) -> Top:
    """Return how a listing begins, after the text of an adopted page.

    ``title`` is what its heading would say, ``said`` what the theme prints above it.
    """
    if not has_heading(introduction):
        is_said = said is not None and is_same(said, title)
        return Top(introduction, not is_said, anchor(title) if is_said else None)
    first = _closed(1, introduction)
    if first is None or said is None or not _opens(introduction, first, first[3], said):
        return Top(introduction, heading=False)
    rest = introduction[: first.start()] + introduction[first.end() :]
    return Top(rest, heading=False, element_id=heading_id(first[0]))


def opening(introduction: str) -> str:
    """Return how a listing's text begins, up to the end of its main heading; empty where that comes later."""
    first = _closed(1, introduction)
    return introduction[: first.end()] if first and re.fullmatch(_LEAD, introduction[: first.start()]) else ""


def _each(level: int, body: str) -> Iterator[re.Match[str]]:
    """Yield the headings of a level that are closed: the level, attributes and text of each.

    Where one or its tag has no end, none behind it has: each need not be followed to the end.
    """
    opening = re.compile(rf"<h{level}(?=[\s>])", re.IGNORECASE)
    whole = re.compile(rf"<h({level})([^>]*)>(.*?)</h{level}\s*>", re.IGNORECASE | re.DOTALL)
    end = 0
    while (first := opening.search(body, end)) and (found := whole.match(body, first.start())):
        yield found
        end = found.end()


def _closed(level: int, body: str) -> re.Match[str] | None:
    """Return the first heading of a level that is closed."""
    return next(_each(level, body), None)


def _lowered(body: str) -> re.Match[str] | None:
    """Return the first heading below the first level."""
    found = (_closed(level, body) for level in range(2, 7))
    return min((each for each in found if each), key=lambda each: each.start(), default=None)


def _opens(body: str, first: re.Match[str], inner: str, title: str) -> bool:
    """Whether nothing a reader sees stands before a heading that says the title."""
    return bool(re.fullmatch(_NOTHING, body[: first.start()])) and _says(inner, title)


def _begins(body: str, first: re.Match[str], title: str) -> bool:
    """Whether a heading says the title, and what stands above it would stand below the title as well."""
    return _says(first[3], title) and bool(re.fullmatch(_LEAD, body[: first.start()]))


def _says(inner: str, title: str) -> bool:
    return is_same(html.unescape(re.sub(_MARKUP, "", inner)), title)


def _lower(body: str) -> str:
    return _H1_TAG.sub(r"<\1h2", body)


def _free_id(title: str, body: str) -> str:
    """Return an id from the title that nothing in the body has."""
    wanted = anchor(title)
    if f'id="{wanted}"' not in body:
        return wanted
    taken = set(_ID.findall(body))
    free, number = wanted, 1
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free
