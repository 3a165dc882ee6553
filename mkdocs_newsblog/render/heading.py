"""One main heading a post: the body's own where it opens with the title, else one that we print."""

from __future__ import annotations

import re

from markupsafe import escape

from mkdocs_newsblog.collect.slugs import anchor, term_key
from mkdocs_newsblog.model.post import Entry

H1 = re.compile(r"<h1(?=[\s>])", re.IGNORECASE)
_H1_TAG = re.compile(r"<(/?)h1(?=[\s>])", re.IGNORECASE)
_OPENING = re.compile(r"\s*(<h1(?=[\s>])[^>]*>(.*?)</h1\s*>)", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<a\b[^>]*class=\"headerlink\".*?</a>|<[^>]+>", re.DOTALL)


def has_heading(html: str) -> bool:
    """Whether a page's HTML has a main heading."""
    return H1.search(html) is not None


def split_heading(entry: Entry, body: str) -> tuple[str, str, str | None]:
    """Return a post's main heading, the body below it, and the heading's id where it is ours.

    A first heading that says the title is kept with the markup its author gave it. Every other main
    heading of the body goes down one level: a page has one title.
    """
    opening = _OPENING.match(body)
    if opening and (entry.title_from == "heading" or _says(entry.title, opening[2])):
        return opening[1], _lower(body[opening.end() :]), None
    own = _free_id(entry.title, body)
    return f'<h1 id="{escape(own)}">{escape(entry.title)}</h1>', _lower(body), own


def _says(title: str, inner: str) -> bool:
    return term_key(_MARKUP.sub("", inner)) == term_key(str(escape(title)))


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
