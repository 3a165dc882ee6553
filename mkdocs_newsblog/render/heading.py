"""One main heading a post: the body's own where it opens with the title, else one that we print."""

from __future__ import annotations

import html
import re

from markupsafe import escape

from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.read.body import comparable

H1 = re.compile(r"<h1(?=[\s>])", re.IGNORECASE)
_H1_TAG = re.compile(r"<(/?)h1(?=[\s>])", re.IGNORECASE)
_FIRST = re.compile(r"<h1(?=[\s>])[^>]*>(.*?)</h1\s*>", re.IGNORECASE | re.DOTALL)
_ANY = re.compile(r"<h([2-6])(?=[\s>])([^>]*)>(.*?)</h\1\s*>", re.IGNORECASE | re.DOTALL)
_NOTHING = re.compile(r"(?:\s++|<!--.*?-->)*+", re.DOTALL)
_MARKUP = re.compile(r"<a\b[^>]*class=\"headerlink\".*?</a>|<[^>]+>", re.DOTALL)


def has_heading(html: str) -> bool:
    """Whether a page's HTML has a main heading."""
    return H1.search(html) is not None


def split_heading(entry: Entry, body: str) -> tuple[str, str, str | None]:
    """Return a post's main heading, the body below it, and the heading's id where it is ours.

    The heading that gave the title, or that opens the body and says it again, is kept with the markup its
    author gave it. Every other main heading of the body goes down one level: a page has one title.
    """
    first = _FIRST.search(body)
    if first and (entry.title_from == "heading" or _opens(body, first, first[1], entry.title)):
        return first[0], _lower(body[: first.start()] + body[first.end() :]), None
    lowered = _ANY.search(body) if first is None and entry.title_from == "heading" else None
    if lowered and _opens(body, lowered, lowered[3], entry.title):  # the site's `toc: {baselevel: 2}`
        return f"<h1{lowered[2]}>{lowered[3]}</h1>", body[: lowered.start()] + body[lowered.end() :], None
    own = _free_id(entry.title, body)
    return f'<h1 id="{escape(own)}">{escape(entry.title)}</h1>', _lower(body), own


def _opens(body: str, first: re.Match[str], inner: str, title: str) -> bool:
    """Whether nothing a reader sees stands before a heading that says the title."""
    said = html.unescape(_MARKUP.sub("", inner))
    return bool(_NOTHING.fullmatch(body, 0, first.start())) and comparable(said) == comparable(title)


def _lower(body: str) -> str:
    return _H1_TAG.sub(r"<\1h2", body)


def _free_id(title: str, body: str) -> str:
    """Return an id from the title that nothing in the body has."""
    wanted = anchor(title)
    free, number = wanted, 1
    while f'id="{free}"' in body:
        number += 1
        free = f"{wanted}-{number}"
    return free
