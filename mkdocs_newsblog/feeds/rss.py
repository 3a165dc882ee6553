"""RSS 2.0 (RSS Advisory Board, 2.0.11) with modules that readers know: atom:link, content, dc, media."""

from __future__ import annotations

from functools import lru_cache

from mkdocs_newsblog.feeds.characters import one_line
from mkdocs_newsblog.feeds.dates import rfc822
from mkdocs_newsblog.feeds.document import GENERATOR, FeedDocument, FeedImage, FeedItem
from mkdocs_newsblog.feeds.xml_writer import PLACE, around, declared, element, fragment, write


def write_rss(feed: FeedDocument) -> bytes:
    """Return the feed as RSS 2.0."""
    link = {"href": feed.url, "rel": "self", "type": "application/rss+xml"}
    parts = [
        element("title", one_line(feed.title)),
        element("link", feed.home_url),
        element("description", one_line(feed.description)),
        element("language", feed.language),
        element("copyright", one_line(feed.rights)) if feed.rights else "",
        element("pubDate", rfc822(max(item.published.at for item in feed.items))) if feed.items else "",
        element("lastBuildDate", rfc822(feed.updated)) if feed.items else "",
        element("generator", GENERATOR),
        _icon(feed.icon, feed) if feed.icon else "",
        element("atom:link", attributes=link),
        element("atom:link", attributes={"href": feed.hub, "rel": "hub"}) if feed.hub else "",
        PLACE,
    ]
    about = {"version": "2.0", **declared(("atom", "content", "dc", "media"))}
    document = around("rss", around("channel", "".join(parts)), about)
    return write(document, feed.stylesheets, map(write_item, feed.items))


def _icon(address: str, feed: FeedDocument) -> str:
    """Return the picture of a channel, which has the channel's title and link."""
    parts = [
        element("url", address),
        element("title", one_line(feed.title)),
        element("link", feed.home_url),
    ]
    return around("image", "".join(parts))


@lru_cache(maxsize=2048)
def write_item(item: FeedItem) -> bytes:
    """Return an item; written once, it stands in every feed that holds the post."""
    parts = [
        element("title", one_line(item.title)),
        element("link", item.url),
        element("description", item.summary_html),
        "" if item.content_html is None else element("content:encoded", item.content_html),
        *[element("dc:creator", one_line(author.name)) for author in item.authors],
        *[element("category", one_line(label)) for label in item.labels],
        element("pubDate", rfc822(item.published.at)),
        element("guid", item.id, {"isPermaLink": "true" if item.id == item.url else "false"}),
    ]
    if item.image:
        parts.append(picture(item.image))
        if item.image.media_type:
            length = item.image.length or 0  # the specification's word for a length that nobody knows
            about = {"url": item.image.url, "length": length, "type": item.image.media_type}
            parts.append(element("enclosure", attributes=about))
    return fragment(around("item", "".join(parts)))


def picture(image: FeedImage) -> str:
    """Return a picture with its alternative text (Media RSS 1.5.1)."""
    about = {
        "url": image.url,
        "medium": "image",
        "type": image.media_type,
        "width": image.width,
        "height": image.height,
        "fileSize": image.length,
    }
    words = element("media:description", one_line(image.alt), {"type": "plain"}) if image.alt else ""
    return around("media:content", words, about)
