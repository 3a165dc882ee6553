"""Atom (RFC 4287), with Media RSS for pictures."""

from __future__ import annotations

import re
import uuid
from functools import lru_cache

from mkdocs_newsblog.feeds.characters import one_line
from mkdocs_newsblog.feeds.dates import rfc3339
from mkdocs_newsblog.feeds.document import GENERATOR, FeedAuthor, FeedDocument, FeedItem
from mkdocs_newsblog.feeds.rss import picture
from mkdocs_newsblog.feeds.xml_writer import NAMESPACES, PLACE, around, declared, element, fragment, write

_IRI = re.compile(
    r"(?:https?://|urn:(?!uuid:)[a-z0-9-]{2,32}:|tag:[a-z0-9@._-]+,[0-9-]{4,10}:)[!#-;=?-Z_a-z~]+",
    re.IGNORECASE,
)
_UUID = re.compile(r"(urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def iri(identity: str) -> str:
    """Return an identity as an IRI, which Atom asks for (RFC 4287, 4.2.6): itself, or made from it.

    >>> iri("post-7")
    'urn:uuid:77033e83-813b-526b-a280-3f4936678902'
    """
    if found := _UUID.fullmatch(identity):
        return identity if found[1] else f"urn:uuid:{identity.lower()}"
    if _IRI.fullmatch(identity):
        return identity
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity)}"


def write_atom(feed: FeedDocument) -> bytes:
    """Return the feed as Atom."""
    parts = [
        element("title", one_line(feed.title)),
        element("id", feed.url),
        element("subtitle", one_line(feed.description)),
        element("updated", rfc3339(feed.updated)),
        _link(feed.url, "self", "application/atom+xml"),
        _link(feed.home_url, "alternate", "text/html"),
        _link(feed.hub, "hub") if feed.hub else "",
        _author(FeedAuthor(feed.author, feed.home_url)),
        element("rights", one_line(feed.rights)) if feed.rights else "",
        element("icon", feed.icon) if feed.icon else "",
        element("generator", GENERATOR),
        PLACE,
    ]
    about = {"xmlns": NAMESPACES["atom"], "xml:lang": feed.language, **declared(("media",))}
    return write(around("feed", "".join(parts), about), feed.stylesheets, map(write_item, feed.items))


@lru_cache(maxsize=2048)
def write_item(item: FeedItem) -> bytes:
    """Return an entry; written once, it stands in every feed that holds the post."""
    html = {"type": "html"}
    parts = [
        element("id", iri(item.id)),
        element("title", one_line(item.title)),
        _link(item.url, "alternate", "text/html"),
        _link(item.external_url, "related") if item.external_url else "",
        element("published", rfc3339(item.published.at)),
        element("updated", rfc3339(item.changed.at)),
        *map(_author, item.authors),
        *[element("category", attributes={"term": one_line(label)}) for label in item.labels],
        element("summary", item.summary_html, html) if item.summary_html else "",
        "" if item.content_html is None else element("content", item.content_html, html),
    ]
    if image := item.image:
        about = {"type": image.media_type, "length": image.length, "title": one_line(image.alt) or None}
        parts.append(element("link", attributes={"href": image.url, "rel": "enclosure", **about}))
        parts.append(picture(image))
    return fragment(around("entry", "".join(parts), {"xml:lang": item.language}))


def _link(href: str, rel: str, kind: str | None = None) -> str:
    return element("link", attributes={"href": href, "rel": rel, "type": kind})


def _author(author: FeedAuthor) -> str:
    url = element("uri", author.url) if author.url else ""
    return around("author", element("name", one_line(author.name)) + url)
