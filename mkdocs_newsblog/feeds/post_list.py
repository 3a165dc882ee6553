"""``posts.json``: every listed post, for search and for other programs. Its schema is :data:`SCHEMA`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_newsblog.feeds.json_feed import dump, given

VERSION = 1
"""Raised when a key changes its meaning or goes away; new keys may come."""

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_IMAGE = {
    "type": "object",
    "required": ["url", "alt"],
    "additionalProperties": False,
    "properties": {"url": _TEXT, "alt": _TEXT, "width": {"type": "integer"}, "height": {"type": "integer"}},
}
POST_SCHEMA: Mapping[str, object] = {
    "type": "object",
    "required": ["url", "title", "words", "minutes"],
    "additionalProperties": False,
    "properties": {
        "url": _TEXT | {"description": "Address, relative to the site's root"},
        "title": _TEXT,
        "subtitle": _TEXT,
        "summary": _TEXT | {"description": "Plain text of the post's card"},
        "published": _TEXT | {"description": "YYYY-MM-DD, or date and time with zone, as it was written"},
        "updated": _TEXT,
        "tags": _TEXTS,
        "categories": _TEXTS,
        "authors": _TEXTS,
        "series": _TEXTS,
        "image": _IMAGE | {"description": "The hero; address absolute, or relative to the site's root"},
        "language": _TEXT | {"description": "BCP 47 tag"},
        "words": {"type": "integer", "description": "Words; in scripts without spaces, characters"},
        "minutes": {"type": "integer", "description": "Reading time"},
        "pinned": {"type": "boolean"},
    },
}
SCHEMA: Mapping[str, object] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Posts of a section, newest first",
    "type": "object",
    "required": ["version", "title", "base_url", "posts"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": VERSION},
        "title": _TEXT,
        "base_url": {"type": ["string", "null"], "description": "Absolute address of the site's root"},
        "posts": {"type": "array", "items": POST_SCHEMA},
    },
}


def write_posts(title: str, base_url: str | None, posts: Iterable[Mapping[str, object]]) -> bytes:
    """Return the file; values that a post has not are left out."""
    listed = [given(post, "words", "minutes") for post in posts]
    return dump({"version": VERSION, "title": title, "base_url": base_url, "posts": listed})
