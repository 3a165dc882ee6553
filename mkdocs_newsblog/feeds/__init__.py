"""Floor 4: what programs subscribe to. A new format is one module here and one row in ``FEEDS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mkdocs_newsblog.feeds import atom, json_feed, rss
from mkdocs_newsblog.feeds.atom import write_atom
from mkdocs_newsblog.feeds.document import FeedDocument
from mkdocs_newsblog.feeds.json_feed import write_json_feed
from mkdocs_newsblog.feeds.rss import write_rss
from mkdocs_newsblog.model.names import FeedFormat


class FeedKind(NamedTuple):
    """A format: its media type, the name that people know it by, and the function that writes it."""

    media_type: str
    name: str
    write: Callable[[FeedDocument], bytes]


def forget_items() -> None:
    """Drop the items that were written for one feed to stand in others."""
    for written in (rss._item, atom._entry, json_feed._item):
        written.cache_clear()


FEEDS: Mapping[FeedFormat, FeedKind] = {
    FeedFormat.RSS: FeedKind("application/rss+xml", "RSS", write_rss),
    FeedFormat.ATOM: FeedKind("application/atom+xml", "Atom", write_atom),
    FeedFormat.JSON: FeedKind("application/feed+json", "JSON Feed", write_json_feed),
}
