"""Links in a page's head, as data: the stylesheet, and the pages before and after in a listing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tag:
    """One empty element of the head with its attributes in order."""

    name: str
    attributes: Mapping[str, str]


def stylesheet(href: str) -> Tag:
    """Return the link to a stylesheet."""
    return Tag("link", {"rel": "stylesheet", "href": href})


def pager_links(previous: str | None, following: str | None) -> Iterable[Tag]:
    """Yield ``rel=prev`` and ``rel=next`` (HTML, 4.6.7.17) for the neighbours that there are."""
    if previous:
        yield Tag("link", {"rel": "prev", "href": previous})
    if following:
        yield Tag("link", {"rel": "next", "href": following})
