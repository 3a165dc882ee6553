"""What templates receive for the links that follow a post: a part of the public contract.

Everything said in :mod:`mkdocs_newsblog.render.values.context` holds here too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from mkdocs_newsblog.render.values.context import Neighbour, PostText


class PartText(NamedTuple):
    """One part of a series."""

    number: int
    title: str
    href: str
    badge: str | None = None
    lang: str | None = None


class SeriesText(NamedTuple):
    """A post's place in a series, and the parts around it."""

    title: str
    href: str | None
    place: str
    """"Part 2 of 5"."""
    number: int
    """Which of the parts the post is, from 1."""
    parts: Sequence[PartText]
    total: str
    """How many parts there are."""
    folded: bool = False
    """Whether there are so many parts that they are shown on request."""
    cut: bool = False
    """Whether there are more parts than these."""
    previous: Neighbour | None = None
    next: Neighbour | None = None


class RelatedText(NamedTuple):
    """A link below a post; ``post`` where it leads to another post of the section."""

    title: str
    href: str
    post: PostText | None = None
