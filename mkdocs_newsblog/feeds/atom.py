"""Atom (RFC 4287), with Media RSS for pictures."""

from __future__ import annotations

import re
import uuid
from functools import lru_cache
from xml.etree.ElementTree import Element

from mkdocs_newsblog.feeds.characters import one_line
from mkdocs_newsblog.feeds.dates import rfc3339
from mkdocs_newsblog.feeds.document import GENERATOR, FeedAuthor, FeedDocument, FeedItem
from mkdocs_newsblog.feeds.rss import add_image
from mkdocs_newsblog.feeds.tree import NAMESPACES, add, fragment, root, write

_IRI = re.compile(
    r"(?:https?://|urn:(?!uuid:)[a-z0-9-]{2,32}:|tag:[a-z0-9@._-]+,[0-9-]{4,10}:)[!#-;=?-Z_a-z~]+",
    re.IGNORECASE,
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def iri(identity: str) -> str:
    """Return an identity as an IRI, which Atom asks for (RFC 4287, 4.2.6): itself, or made from it.

    >>> iri("post-7")
    'urn:uuid:77033e83-813b-526b-a280-3f4936678902'
    """
    if _UUID.fullmatch(identity):
        return f"urn:uuid:{identity.lower()}"
    if _IRI.fullmatch(identity):
        return identity
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}"


def write_atom(feed: FeedDocument) -> bytes:
    """Return the feed as Atom."""
    document = root("feed", ("media",), {"xmlns": NAMESPACES["atom"], "xml:lang": feed.language})
    add(document, "id", feed.url)
    add(document, "title", one_line(feed.title))
    add(document, "subtitle", one_line(feed.description))
    add(document, "updated", rfc3339(feed.updated))
    _add_link(document, feed.url, "self", "application/atom+xml")
    _add_link(document, feed.home_url, "alternate", "text/html")
    if feed.hub:
        _add_link(document, feed.hub, "hub")
    _add_author(document, FeedAuthor(feed.author, feed.home_url))
    if feed.rights:
        add(document, "rights", one_line(feed.rights))
    if feed.icon:
        add(document, "icon", feed.icon)
    add(document, "generator", GENERATOR)
    return write(document, feed.stylesheets, (document, map(_entry, feed.items)))


@lru_cache(maxsize=2048)
def _entry(item: FeedItem) -> bytes:
    """Return an entry; written once, it stands in every feed that holds the post."""
    entry = add(Element("feed"), "entry", attributes={"xml:lang": item.language})
    add(entry, "id", iri(item.id))
    add(entry, "title", one_line(item.title))
    _add_link(entry, item.url, "alternate", "text/html")
    if item.external_url:
        _add_link(entry, item.external_url, "related")
    add(entry, "published", rfc3339(item.published))
    add(entry, "updated", rfc3339(item.changed))
    for author in item.authors:
        _add_author(entry, author)
    for label in item.labels:
        add(entry, "category", attributes={"term": one_line(label)})
    if item.summary_html:
        add(entry, "summary", item.summary_html, {"type": "html"})
    if item.content_html is not None:
        add(entry, "content", item.content_html, {"type": "html"})
    if image := item.image:
        about = {"type": image.media_type, "length": image.length, "title": one_line(image.alt) or None}
        add(entry, "link", attributes={"href": image.url, "rel": "enclosure", **about})
        add_image(entry, image)
    return fragment(entry)


def _add_link(parent: Element, href: str, rel: str, kind: str | None = None) -> None:
    add(parent, "link", attributes={"href": href, "rel": rel, "type": kind})


def _add_author(parent: Element, author: FeedAuthor) -> None:
    person = add(parent, "author")
    add(person, "name", one_line(author.name))
    if author.url:
        add(person, "uri", author.url)
