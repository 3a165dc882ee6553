"""Listing pages, planned and unrendered, and the groups of posts they show."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import NamedTuple

from mkdocs_newsblog.model.names import ViewKind

ViewName = tuple[ViewKind, str | None, object, int]
"""What identifies a listing page within a section: kind, taxonomy, term or period, and number."""


@dataclass(frozen=True, slots=True)
class Term:
    """A tag, category, author or series with its posts, newest first, by ``src_uri``.

    ``key`` is its identity, ``label`` the spelling that is shown, ``slugs`` the last parts of its address:
    one, or several for a term within another.
    """

    taxonomy: str
    key: str
    label: str
    slugs: tuple[str, ...]
    posts: tuple[str, ...]
    hidden: bool = False
    description: str | None = None
    """What the site's file of tags says that it is about."""

    @property
    def depth(self) -> int:
        """How many terms this one is within."""
        return len(self.slugs) - 1

    @property
    def count(self) -> int:
        """How many posts carry the term, or one within it."""
        return len(self.posts)

    def without(self, lost: Collection[str]) -> Term:
        """Return the term with all other posts than those given."""
        return replace(self, posts=tuple(uri for uri in self.posts if uri not in lost))


@dataclass(frozen=True, slots=True)
class Period:
    """A year, a month or a day with its posts, newest first; the parts that it has not are 0."""

    year: int
    month: int
    day: int
    posts: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many posts were published in the period."""
        return len(self.posts)

    def without(self, lost: Collection[str]) -> Period:
        """Return the period with all other posts than those given."""
        return replace(self, posts=tuple(uri for uri in self.posts if uri not in lost))

    @property
    def first_day(self) -> dt.date:
        """The period's first day."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def parts(self) -> tuple[str, ...]:
        """The period as parts of an address: ``("2024", "09")``."""
        numbers = (self.month, self.day)
        return (f"{self.year:04}", *(f"{number:02}" for number in numbers if number))


class ViewPage(NamedTuple):
    """One listing page: where it lives and which posts it shows.

    ``address`` are the parts of its folder below the site's root; ``first`` those of the view's first
    page. ``src_uri`` names the page to the host: a generated file, or the author's own page that the
    view adopted (``adopted``), whose text stays as the introduction.
    """

    kind: ViewKind
    address: tuple[str, ...]
    first: tuple[str, ...]
    layout: str
    posts: tuple[str, ...]
    number: int = 1
    last: int = 1
    taxonomy: str | None = None
    term: Term | None = None
    period: Period | None = None
    title: str | None = None
    """The title from the options; without it a word in the site's language."""
    description: str | None = None
    """What the author's own page says that the listing is about."""
    by_part: bool = False
    """Whether the posts stand in the order of a series, and not newest first."""
    stable: bool = False
    """Whether pages are called by their distance from the oldest post."""
    src_uri: str = ""
    adopted: bool = False

    @property
    def name(self) -> ViewName:
        """What identifies the page, whatever its address."""
        subject = self.term.key if self.term else self.period.parts if self.period else None
        return (self.kind, self.taxonomy, subject, self.number)

    @property
    def output(self) -> str:
        """The file of the site that the page is written to, if no author's page stands there instead."""
        return "/".join((*self.address, "index.html"))

    def without(self, lost: Collection[str]) -> ViewPage:
        """Return the page with all other posts than those given; pages and their numbers stay."""
        return self._replace(
            posts=tuple(uri for uri in self.posts if uri not in lost),
            term=self.term and self.term.without(lost),
            period=self.period and self.period.without(lost),
        )

    def mark(self, number: int) -> int:
        """Return what the page at a place of the view, counted from the newest, is called."""
        return self.last - number + 1 if self.stable else number
