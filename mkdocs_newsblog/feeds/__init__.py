"""Floor 4: what programs subscribe to. A new format is one module here and one row in ``FEEDS``.

Its name is one more of ``FeedFormat``, and has a file in ``schema/options/announcing.FILES`` and words in
``announce/programme.FEED_WORDS``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from mkdocs_newsblog.feeds import atom, json_feed, rss
from mkdocs_newsblog.feeds.document import FeedDocument
from mkdocs_newsblog.model.names import FeedFormat


class FeedKind(NamedTuple):
    """A format: its media type, the name that people know it by, and the function that writes it."""

    media_type: str
    name: str
    write: Callable[[FeedDocument], bytes]
    forget: Callable[[], None]
    """Drops the items that were written for one feed to stand in others."""
    is_xml: bool = True
    """Whether it can name a stylesheet (Associating Style Sheets with XML documents 1.0)."""


FEEDS: Mapping[FeedFormat, FeedKind] = {
    FeedFormat.RSS: FeedKind("application/rss+xml", "RSS", rss.write_rss, rss.write_item.cache_clear),
    FeedFormat.ATOM: FeedKind("application/atom+xml", "Atom", atom.write_atom, atom.write_item.cache_clear),
    FeedFormat.JSON: FeedKind(
        "application/feed+json",
        "JSON Feed",
        json_feed.write_json_feed,
        json_feed.write_item.cache_clear,
        is_xml=False,
    ),
}


def forget_items() -> None:
    """Drop the items of all formats."""
    for kind in FEEDS.values():
        kind.forget()
