"""What sitemaps leave out: the site's own, and that for news."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.heads import is_hidden
from mkdocs_newsblog.model.links import absolute_url
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.view import ViewPage

LEAVES_OUT = ("disable", "exclude")
"""Switches below the key ``sitemap`` that keep a page out: Hugo's, and that of plugins for other systems."""


def left_out(edition: Edition, views: Iterable[ViewPage]) -> set[str]:
    """Return the pages that a sitemap does not name, what search engines are asked not to show among them."""
    options = edition.settings.metadata
    hidden: set[str] = set()
    for view in views:
        asked = options and is_hidden(view, edition, options)
        is_off = any(_is_off(each.entry.meta.get("sitemap")) for each in edition.written_for(view))
        if asked or is_off or edition.is_closed(view):
            hidden.add(view.src_uri)
    for uri, post in edition.posts.items():
        asked = post.entry.noindex and options
        if asked or edition.is_closed(post) or is_unnamed(post.entry, edition.site):
            hidden.add(uri)
    return hidden


def is_unnamed(entry: Entry, site: Site) -> bool:
    """Whether no sitemap names a post: its author says so, or its original is elsewhere.

    A sitemap names addresses of one host (sitemaps.org), and those that count (RFC 6596).
    """
    return _is_off(entry.meta.get("sitemap")) or _is_elsewhere(entry, site)


def _is_off(value: object) -> bool:
    """Whether front matter asks for that, with ``sitemap: false`` (Jekyll) or ``{disable: true}`` (Hugo)."""
    if isinstance(value, Mapping):
        return any(_word(value.get(key)) == "true" for key in LEAVES_OUT)
    return _word(value) == "false"


def _word(value: object) -> str:
    """Return a switch as a word: some formats of front matter have texts only."""
    return str(value).strip().lower() if isinstance(value, bool | str) else ""


def _is_elsewhere(entry: Entry, site: Site) -> bool:
    """Whether the original of a post is on another host."""
    root, url = (absolute_url(each, site.url) for each in ("", entry.canonical_url or ""))
    if not root or not url or not url.startswith("http"):
        return False
    return urlsplit(root).netloc.lower() != urlsplit(url).netloc.lower()
