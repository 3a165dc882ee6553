"""Tags of a page's head as data: links to the stylesheet, to feeds, and to other pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple


class Tag(NamedTuple):
    """One element of the head with its attributes in order; ``content`` is ready to print."""

    name: str
    attributes: Mapping[str, str]
    content: str | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What the tag says, whatever it says of it: two tags of one key would contradict each other."""
        get = self.attributes.get
        if self.name == "meta":
            return ("meta", (get("property") or get("name") or "").lower())
        if self.name == "link":
            rel = (get("rel") or "").lower()
            return ("link", rel, get("href") or "") if rel in SEVERAL else ("link", rel)
        return (self.name, get("type") or "")


SEVERAL = frozenset({"alternate", "stylesheet", "icon", "me", "preload", "preconnect"})
"""Kinds of links that a page may have several of."""


def meta(name: str, content: object) -> Iterable[Tag]:
    """Yield ``<meta>`` unless there is nothing to say; Open Graph (RDFa) names stand in ``property``."""
    if content not in (None, ""):
        kind = "property" if name.startswith(("og:", "article:")) else "name"
        yield Tag("meta", {kind: name, "content": " ".join(str(content).split())})


def link(rel: str, href: str | None) -> Iterable[Tag]:
    """Yield a link unless there is nothing to link to."""
    if href:
        yield Tag("link", {"rel": rel, "href": href})


def feed_link(media_type: str, title: str, href: str) -> Tag:
    """Return the link by which readers find a feed (RSS Autodiscovery)."""
    return Tag("link", {"rel": "alternate", "type": media_type, "title": title, "href": href})


def stylesheet(href: str) -> Tag:
    """Return the link to a stylesheet."""
    return Tag("link", {"rel": "stylesheet", "href": href})


def pager_links(previous: str | None, following: str | None) -> Iterable[Tag]:
    """Yield ``rel=prev`` and ``rel=next`` (HTML, 4.6.7.17) for the neighbours that there are."""
    if previous:
        yield Tag("link", {"rel": "prev", "href": previous})
    if following:
        yield Tag("link", {"rel": "next", "href": following})
