"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeVar

from mkdocs_newsblog.feeds.characters import allowed, one_line
from mkdocs_newsblog.feeds.dates import rfc3339
from mkdocs_newsblog.feeds.document import FeedAuthor, FeedDocument, FeedImage, FeedItem

VERSION = "https://jsonfeed.org/version/1.1"
Name = TypeVar("Name")

_encode = json.JSONEncoder(ensure_ascii=False).encode


def write_json_feed(feed: FeedDocument) -> bytes:
    """Return the feed as JSON."""
    hubs = [{"type": "WebSub", "url": feed.hub}] if feed.hub else []
    values = {
        "version": VERSION,
        "title": one_line(feed.title),
        "home_page_url": feed.home_url,
        "feed_url": feed.url,
        "description": one_line(feed.description),
        "icon": feed.icon,
        "authors": [_author(FeedAuthor(feed.author, feed.home_url))],
        "language": feed.language,
        "hubs": hubs,
    }
    head = _encode(given(values)).removesuffix("}")
    return b"".join((head.encode(), b', "items": [', b", ".join(map(write_item, feed.items)), b"]}\n"))


def dump(values: object) -> bytes:
    """Return values as JSON text in UTF-8 (RFC 8259) that ends in a newline; indenting would cost tenfold."""
    return f"{_encode(values)}\n".encode()


def given(values: Mapping[Name, object], *kept: Name) -> dict[Name, object]:
    """Return the mapping without empty values; those of the names ``kept`` stay."""
    return {
        name: value for name, value in values.items() if name in kept or value not in (None, "", [], {}, ())
    }


@lru_cache(maxsize=2048)
def write_item(item: FeedItem) -> bytes:
    """Return an item; written once, it stands in every feed that holds the post."""
    html = item.content_html if item.content_html is not None else item.summary_html
    image = item.image
    values = {
        "id": allowed(item.id),
        "url": item.url,
        "external_url": item.external_url,
        "title": one_line(item.title),
        "content_html": allowed(html),
        "content_text": "" if html else one_line(item.summary_text or item.title),
        "summary": one_line(item.summary_text),
        "image": image.url if image else None,
        "date_published": rfc3339(item.published.at),
        "date_modified": rfc3339(item.updated.at) if item.updated else None,
        "authors": [_author(author) for author in item.authors],
        "tags": [one_line(label) for label in item.labels],
        "language": item.language,
        "attachments": [_attachment(image)] if image and image.media_type else [],
        # A reader that knows nothing of this key passes over it (JSON Feed 1.1, Extensions).
        "_newsblog": {"image_alt": one_line(image.alt)} if image and image.alt else None,
    }
    return _encode(given(values)).encode()


def _author(author: FeedAuthor) -> dict[str, object]:
    return given({"name": one_line(author.name), "url": author.url, "avatar": author.avatar})


def _attachment(image: FeedImage) -> dict[str, object]:
    values = {"url": image.url, "mime_type": image.media_type, "size_in_bytes": image.length}
    return given({**values, "title": one_line(image.alt)})
