"""What templates receive: a public contract, named and documented here and nowhere else.

Every ``href`` leads from the site's root by a placeholder that is replaced once the page is known;
templates print it as it is. Texts are plain text: the environment escapes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from mkdocs_newsblog.model.names import Layout, TaxonomyKind, ViewKind

NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class DateText:
    """A date: ``machine`` for ``<time datetime>``, ``text`` in the site's language."""

    machine: str
    text: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term with the address of its page, None where the taxonomy has no pages."""

    label: str
    href: str | None
    count: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image: sizes in CSS pixels where they are known; ``eager`` for the first of a page."""

    src: str
    alt: str
    remote: bool
    width: int | None = None
    height: int | None = None
    caption: str | None = None
    credit: str | None = None
    dark_src: str | None = None
    position: str | None = None
    eager: bool = False


@dataclass(frozen=True, slots=True)
class PostText:
    """A post as a page or a listing shows it."""

    title: str
    href: str
    summary: Markup = NOTHING
    has_more: bool = False
    subtitle: str | None = None
    date: DateText | None = None
    updated: DateText | None = None
    minutes: str = ""
    tags: Sequence[TermLink] = ()
    categories: Sequence[TermLink] = ()
    authors: Sequence[TermLink] = ()
    series: Sequence[TermLink] = ()
    image: Picture | None = None
    badge: str | None = None
    status: str = "published"
    pinned: bool = False
    lang: str | None = None
    direction: str | None = None

    def first(self) -> PostText:
        """Return the post as the first of a listing, whose picture is loaded at once."""
        return self if self.image is None else replace(self, image=replace(self.image, eager=True))


@dataclass(frozen=True, slots=True)
class Group:
    """Posts under a heading, in a compact listing: a year with its months, or a month."""

    title: str
    href: str | None
    count: str
    groups: Sequence[Group] = ()
    posts: Sequence[PostText] = ()


@dataclass(frozen=True, slots=True)
class PagerLink:
    """One place of a pager: a page with its address, or a gap without one."""

    text: str
    href: str | None
    label: str = ""
    current: bool = False


@dataclass(frozen=True, slots=True)
class Pager:
    """Links to the other pages of a listing."""

    pages: Sequence[PagerLink]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Neighbour:
    """The post before or after a post."""

    title: str
    href: str


@dataclass(frozen=True, slots=True)
class ViewText:
    """A listing page."""

    kind: ViewKind
    title: str
    layout: Layout
    anchor: str = "newsblog"
    """Id of the main heading."""
    heading: bool = True
    """Whether the page still needs its main heading; an adopted page may have its own."""
    taxonomy: TaxonomyKind | None = None
    kicker: TermLink | None = None
    """The word above the heading: the listing that this one belongs to."""
    page: str | None = None
    """"Page 2", from the second page on."""
    posts: Sequence[PostText] = ()
    groups: Sequence[Group] = ()
    terms: Sequence[TermLink] = ()
    ways: Sequence[TermLink] = ()
    """Other listings of the section."""
    periods: Sequence[TermLink] = ()
    """Months of a year."""
    pager: Pager | None = None
