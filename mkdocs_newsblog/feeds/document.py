"""A feed before it has a format: frozen values that every writer takes.

Texts are plain text, ``*_html`` are sanitised HTML, every address is absolute and percent-encoded.
"""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment

GENERATOR = "mkdocs-newsblog"


class FeedAuthor(NamedTuple):
    """A person or organisation. Addresses for mail stay out of feeds, where harvesters read them."""

    name: str
    url: str | None = None
    avatar: str | None = None


class FeedImage(NamedTuple):
    """The picture of an item; ``length`` in bytes, and ``media_type``, are None where nobody knows them."""

    url: str
    alt: str = ""
    media_type: str | None = None
    width: int | None = None
    height: int | None = None
    length: int | None = None


class FeedItem(NamedTuple):
    """One post. ``id`` never changes; ``published`` and ``updated`` are the post's own."""

    id: str
    url: str
    title: str
    published: Moment
    updated: Moment | None = None
    summary_html: str = ""
    summary_text: str = ""
    content_html: str | None = None
    """The whole post, or None in a feed of summaries."""
    external_url: str | None = None
    authors: tuple[FeedAuthor, ...] = ()
    labels: tuple[str, ...] = ()
    """Categories and tags, each once."""
    image: FeedImage | None = None
    language: str | None = None

    @property
    def changed(self) -> Moment:
        """When it last changed in a way that matters to readers."""
        return self.updated or self.published


class FeedDocument(NamedTuple):
    """A feed: ``url`` is where it is published, ``home_url`` the page it follows."""

    url: str
    home_url: str
    title: str
    description: str
    language: str
    items: tuple[FeedItem, ...]
    author: str
    """Who answers for the whole feed."""
    rights: str | None = None
    icon: str | None = None
    hub: str | None = None
    """A WebSub hub that tells subscribers of changes."""
    stylesheets: tuple[tuple[str, str], ...] = ()
    """Pairs of media type and address, for people who open the feed in a browser."""

    @property
    def updated(self) -> dt.datetime:
        """The newest change of its items, never the time of the build; the epoch for a feed without items."""
        return max((item.changed.at for item in self.items), default=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
