"""What the site's own sitemap leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.heads import is_hidden
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.view import ViewPage

LEAVES_OUT = ("disable", "exclude")
"""Switches below the key ``sitemap`` that keep a page out: Hugo's, and that of plugins for other systems."""


def left_out(edition: Edition, views: Iterable[ViewPage]) -> set[str]:
    """Return the pages that a sitemap does not name.

    Those are posts that nobody is led to, what search engines are asked not to show, and posts whose original
    is elsewhere: a sitemap names addresses of one host (sitemaps.org), and those that count (RFC 6596).
    """
    options = edition.settings.metadata
    hidden = {
        view.src_uri for view in views if edition.is_closed(view) or (options and is_hidden(view, options))
    }
    for uri, post in edition.posts.items():
        asked = (post.entry.noindex and options) or _is_off(post.entry.meta.get("sitemap"))
        if edition.is_closed(post) or asked or _is_elsewhere(post, edition):
            hidden.add(uri)
    return hidden


def _is_off(value: Any) -> bool:
    """Whether front matter asks for that, with ``sitemap: false`` (Jekyll) or ``{disable: true}`` (Hugo)."""
    if isinstance(value, Mapping):
        return any(_word(value.get(key)) == "true" for key in LEAVES_OUT)
    return _word(value) == "false"


def _word(value: Any) -> str:
    """Return a switch as a word: some formats of front matter have texts only."""
    return str(value).strip().lower() if isinstance(value, bool | str) else ""


def _is_elsewhere(post: Post, edition: Edition) -> bool:
    """Whether the original of a post is on another host."""
    root, url = edition.site.url, edition.canonical_url(post) if post.entry.canonical_url else None
    return bool(root and url) and urlsplit(root).netloc.lower() != urlsplit(url).netloc.lower()
