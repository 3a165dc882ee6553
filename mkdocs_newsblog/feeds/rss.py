"""RSS 2.0 (RSS Advisory Board, 2.0.11) with modules that readers know: atom:link, content, dc, media."""

from __future__ import annotations

from functools import lru_cache
from xml.etree.ElementTree import Element

from mkdocs_newsblog.feeds.characters import one_line
from mkdocs_newsblog.feeds.dates import rfc822
from mkdocs_newsblog.feeds.document import GENERATOR, FeedDocument, FeedImage, FeedItem
from mkdocs_newsblog.feeds.tree import add, fragment, root, write


def write_rss(feed: FeedDocument) -> bytes:
    """Return the feed as RSS 2.0."""
    document = root("rss", ("atom", "content", "dc", "media"), {"version": "2.0"})
    channel = add(document, "channel")
    add(channel, "title", one_line(feed.title))
    add(channel, "link", feed.home_url)
    add(channel, "description", one_line(feed.description))
    add(channel, "language", feed.language)
    if feed.rights:
        add(channel, "copyright", one_line(feed.rights))
    if feed.items:
        add(channel, "pubDate", rfc822(max(item.published for item in feed.items)))
        add(channel, "lastBuildDate", rfc822(feed.updated))
    add(channel, "generator", GENERATOR)
    link = {"href": feed.url, "rel": "self", "type": "application/rss+xml"}
    add(channel, "atom:link", attributes=link)
    if feed.hub:
        add(channel, "atom:link", attributes={"href": feed.hub, "rel": "hub"})
    return write(document, feed.stylesheets, (channel, map(_item, feed.items)))


@lru_cache(maxsize=2048)
def _item(item: FeedItem) -> bytes:
    """Return an item; written once, it stands in every feed that holds the post."""
    element = add(Element("channel"), "item")
    add(element, "title", one_line(item.title))
    add(element, "link", item.url)
    add(element, "description", item.summary_html or item.summary_text)
    if item.content_html is not None:
        add(element, "content:encoded", item.content_html)
    for author in item.authors:
        add(element, "dc:creator", one_line(author.name))
    for label in item.labels:
        add(element, "category", one_line(label))
    add(element, "pubDate", rfc822(item.published))
    add(element, "guid", item.id, {"isPermaLink": "true" if item.id == item.url else "false"})
    if item.image:
        add_image(element, item.image)
        if item.image.media_type:
            length = item.image.length or 0  # the specification's word for a length that nobody knows
            about = {"url": item.image.url, "length": length, "type": item.image.media_type}
            add(element, "enclosure", attributes=about)
    return fragment(element)


def add_image(item: Element, image: FeedImage) -> None:
    """Append a picture with its alternative text (Media RSS 1.5.1)."""
    about = {
        "url": image.url,
        "medium": "image",
        "type": image.media_type,
        "width": image.width,
        "height": image.height,
        "fileSize": image.length,
    }
    content = add(item, "media:content", attributes=about)
    if image.alt:
        add(content, "media:description", one_line(image.alt), {"type": "plain"})
