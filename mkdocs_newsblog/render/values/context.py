"""What templates receive: a public contract, named and documented here and nowhere else.

Every ``href`` leads from the site's root by a placeholder that is replaced once the page is known;
templates print it as it is. Texts are plain text: the environment escapes them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_newsblog.model.names import ViewKind

NOTHING = Markup()


class DateText(NamedTuple):
    """A date: ``machine`` for ``<time datetime>``, ``text`` in the site's language."""

    machine: str
    text: str


@dataclass(frozen=True, slots=True)
class TermLink:
    """A term with the address of its page, None where the taxonomy has no pages."""

    label: str
    href: str | None
    count: str = ""
    depth: int = 0
    """How many terms it is within."""


class PictureSource(NamedTuple):
    """Smaller copies of a picture in one format, for a ``<source>``."""

    srcset: str
    type: str


class Picture(NamedTuple):
    """A picture as one place of a page shows it: on a card, or above a post.

    Sizes are CSS pixels, None where they are not known; ``eager`` for the first picture of a page.
    """

    src: str
    alt: str
    remote: bool
    width: int | None = None
    height: int | None = None
    caption: Markup | None = None
    """Inline HTML, safe to print."""
    credit: Markup | None = None
    """Inline HTML, safe to print."""
    position: str | None = None
    """``top``, ``bottom``, ``left`` or ``right``: the part that stays when the picture is cut."""
    sources: Sequence[PictureSource] = ()
    srcset: str = ""
    """What is offered in the picture's own format, where there are sources."""
    sizes: str = ""
    """Widths at which the place shows the picture, for every ``srcset``."""
    dark: Picture | None = None
    """The same for dark colour schemes."""
    small: bool = False
    """Whether it has too few pixels to fill the place."""
    drawn: bool = False
    """Whether it is a drawing (SVG), of which no place cuts anything off."""
    eager: bool = False


class Frame(NamedTuple):
    """How cards hold their pictures; ``letter`` stands in the placeholder of a card that has none."""

    ratio: str
    """Shape as a name of a class: ``16-9``."""
    letter: str | None = None
    tint: int = 0
    """A colour from 0 to 5, always the same for one post."""


class AuthorLink(NamedTuple):
    """Where else an author is found."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class AuthorText(TermLink):
    """An author: a link to their page, and what is known of them."""

    avatar: Picture | None = None
    position: str | None = None
    description: Markup | None = None
    """Inline HTML, safe to print."""
    links: Sequence[AuthorLink] = ()

    @property
    def is_described(self) -> bool:
        """Whether more than the name is known."""
        return bool(self.avatar or self.position or self.description or self.links)


class PostText(NamedTuple):
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
    authors: Sequence[AuthorText] = ()
    series: Sequence[TermLink] = ()
    terms: Mapping[str, Sequence[TermLink]] = MappingProxyType({})
    """Terms of the site's own taxonomies, by their names."""
    image: Picture | None = None
    """The picture above the post; None where its own text shows it."""
    thumbnail: Picture | None = None
    """The same picture as cards show it."""
    frame: Frame = Frame("16-9")
    badge: str | None = None
    status: str = "published"
    pinned: bool = False
    lang: str | None = None
    direction: str | None = None

    def first(self) -> PostText:
        """Return the post as the first of a listing, whose picture is loaded at once."""
        if self.thumbnail is None:
            return self
        return self._replace(thumbnail=self.thumbnail._replace(eager=True))


@dataclass(frozen=True, slots=True)
class Group:
    """Posts under a heading, in a compact listing: a year with its months, or a month."""

    title: str
    href: str | None
    count: str
    groups: Sequence[Group] = ()
    posts: Sequence[PostText] = ()


class PagerLink(NamedTuple):
    """One place of a pager: a page with its address, or a gap without one."""

    text: str
    href: str | None
    label: str = ""
    current: bool = False


class Pager(NamedTuple):
    """Links to the other pages of a listing."""

    pages: Sequence[PagerLink]
    previous: str | None
    next: str | None
    by_part: bool = False
    """Whether the listing stands in the order of a series, and not newest first."""


class Neighbour(NamedTuple):
    """The post before or after a post."""

    title: str
    href: str
    lang: str | None = None


class ViewText(NamedTuple):
    """A listing page."""

    kind: ViewKind
    title: str
    layout: str
    anchor: str = "newsblog"
    """Id of the main heading."""
    heading: bool = True
    """Whether the page still needs its main heading; an adopted page may have its own."""
    element_id: str | None = None
    """Id of the listing itself, where the theme prints its title."""
    taxonomy: str | None = None
    kicker: TermLink | None = None
    """The word above the heading: the listing that this one belongs to."""
    page: str | None = None
    """"Page 2", from the second page on."""
    posts: Sequence[PostText] = ()
    groups: Sequence[Group] = ()
    total: str | None = None
    """How many posts a month or a day has, where it is a compact list."""
    terms: Sequence[TermLink] = ()
    """Authors, where the listing is of authors."""
    profile: AuthorText | None = None
    """The author whose page this is, where more than the name is known."""
    about: Markup | None = None
    """What the tag is about whose page this is, where a file says so and no page of the author's does."""
    ways: Sequence[TermLink] = ()
    """Other listings of the section."""
    periods: Sequence[TermLink] = ()
    """Months of a year, or whatever else lies within a period and has a page."""
    pager: Pager | None = None


class InsertText(NamedTuple):
    """A list in a page: posts, or terms and periods as links."""

    kind: str
    """``posts``, ``archive``, or the name of a taxonomy."""
    posts: Sequence[PostText] = ()
    terms: Sequence[TermLink] = ()
    layout: str = "cards"
    level: int = 2
    """Level of the posts' headings."""
