"""A post, in the two states it has: what its source says, and what its finished page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.model.media import picture_type
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.problem import Place


@dataclass(frozen=True, slots=True)
class Author:
    """A person or organisation; ``name`` is never empty, ``key`` is set when an authors file knows it."""

    name: str
    key: str | None = None
    url: str | None = None
    email: str | None = None
    title: str | None = None
    avatar: str | None = None
    """As it was written, not yet resolved."""
    description: str | None = None
    """Inline Markdown."""
    slug: str | None = None
    """Last part of the address of the author's page, where an authors file names one."""
    links: tuple[tuple[str, str], ...] = ()
    """Where else the person is found: labels and absolute addresses."""
    avatar_at: Place | None = field(default=None, compare=False)
    """Where the avatar was written; its path starts there."""
    nameless: bool = field(default=False, compare=False)
    """Whether an address for mail is all that is known: ``name`` is what stands before the ``@``."""

    @property
    def address(self) -> str | None:
        """What tells an author without a name from others: the address for mail, whatever its case."""
        return self.email.casefold() if self.nameless and self.email else None


class SeriesPart(NamedTuple):
    """A post's place in a series; without ``number`` the parts stand in order of date."""

    name: str
    number: float | None = None


class RelatedSource(NamedTuple):
    """A post or link that the author names below a post: as it was written, not yet resolved."""

    target: str
    place: Place
    key: str = "related"
    title: str | None = None


class ImageSource(NamedTuple):
    """A hero as it was written: ``src`` is the text from front matter, not yet resolved or checked.

    An empty ``src`` names no picture: what else is said holds for the one that is discovered.
    """

    src: str
    place: Place
    key: str = "hero"
    alt: str | None = None
    caption: str | None = None
    credit: str | None = None
    width: int | None = None
    height: int | None = None
    dark_src: str | None = None
    position: str | None = None


class Rendition(NamedTuple):
    """A smaller copy of a picture: address below the site's root, size in pixels, media type."""

    url: str
    width: int
    height: int
    type: str


class Image(NamedTuple):
    """A picture a post shows, resolved once per build for all that show it: cards, page, feeds, head.

    ``url`` is absolute, or relative to the site's root, and percent-encoded. Sizes are CSS pixels as a
    browser shows the picture, upright; ``type`` is the media type by content and ``length`` the bytes of
    the file, both None for a picture on another host.
    """

    url: str
    alt: str = ""
    caption: str | None = None
    """Plain text as typed; pages read inline Markdown in it."""
    credit: str | None = None
    """Like ``caption``."""
    width: int | None = None
    height: int | None = None
    position: str | None = None
    type: str | None = None
    length: int | None = None
    renditions: tuple[Rendition, ...] = ()
    """Smaller copies, the best media type first, widths rising within one."""
    dark: Image | None = None
    """The picture for dark colour schemes."""
    on_page: bool = True
    """False where the post's author wants it on cards alone."""
    on_cards: bool = True
    """False where the post's author wants it on the post's page alone."""
    in_body: bool = False
    """Whether the post's own text shows it, so that the post's page does not show it again."""
    guessed: bool = False
    """Whether ``in_body`` is what the source suggests: only the finished text tells."""

    @property
    def media_type(self) -> str | None:
        """The media type by content, or as the name of a picture on another host tells it."""
        return self.type or picture_type(self.url)

    @property
    def is_remote(self) -> bool:
        """Whether the picture lives on another host."""
        return self.url.startswith(("https:", "http:"))


class Entry(NamedTuple):
    """What the source of a post says: front matter, read and checked, and the body that MkDocs will render.

    Texts are plain text as typed, never markup. Lists are in the author's order, without repeats.
    """

    src_uri: str
    title: str
    """From front matter, else the body's first main heading, else the file name."""
    body: str = ""
    """Markdown without metadata, without a repeated title paragraph and without a stray closing rule."""
    title_from: str = "title"
    """``title``, ``heading`` or ``file``: where the title was found."""
    subtitle: str | None = None
    description: str | None = None
    summary: str | None = None
    published: Moment | None = None
    due: Moment | None = None
    """When the post is let out, where a key says that beside the date that is shown, and says a later one."""
    updated: Moment | None = None
    expires: Moment | None = None
    status: Status = Status.PUBLISHED
    held: bool = False
    """Whether no build may show the post: it is private, or has a password that nothing asks for."""
    slug: str | None = None
    permalink: str | None = None
    """A whole address below the site, where the author gave more than a last segment."""
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    series: tuple[SeriesPart, ...] = ()
    terms: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    """Terms of the site's own taxonomies, by their names."""
    one_text: frozenset[str] = frozenset()
    """Taxonomies whose only term was written as a text with spaces, which some systems take for several."""
    authors: tuple[Author, ...] = ()
    image: ImageSource | None = None
    show_image: bool = True
    """False where front matter switches the hero off (``hero: false``, ``cover.hidden``)."""
    image_on_page: bool = True
    """False where front matter keeps the hero from the post's own page (``cover.hiddenInSingle``)."""
    image_on_cards: bool = True
    """False where front matter keeps the hero from cards (``cover.hiddenInList``)."""
    on_index: bool = True
    """False where front matter keeps the post from the section's front page (``hiddenFromHomePage``)."""
    pinned: bool = False
    weight: float | None = None
    lang: str | None = None
    """BCP 47 tag of the post's own language, where it names one."""
    canonical_url: str | None = None
    external_url: str | None = None
    guid: str | None = None
    reading_minutes: int | None = None
    related: tuple[RelatedSource, ...] = ()
    show_related: bool = True
    """False where front matter wants nothing named below the post (``related: false``)."""
    noindex: bool = False
    seo_type: str | None = None
    name: str | None = None
    """The path that addresses are made of, where it is not ``src_uri``: that of another language's source."""
    meta: Mapping[str, object] = MappingProxyType({})
    """Every key of the front matter as parsed, own keys included: what the host may show a theme."""
    places: Mapping[str, Place] = MappingProxyType({})
    """Where each field above was written, by field name: for messages found later."""

    @property
    def falls_due(self) -> Moment | None:
        """The moment from which the post is public."""
        return self.due or self.published

    @property
    def path(self) -> str:
        """The path that addresses are made of, below ``docs_dir``."""
        return self.name or self.src_uri

    def place(self, name: str) -> Place:
        """Return where the field ``name`` was written, or the top of the file."""
        return self.places.get(name, Place(self.src_uri))


class Post(NamedTuple):
    """A post whose page is finished: the entry with all that only the rendered page could tell.

    ``url`` is relative to the site's root; ``summary_html`` is sound HTML for any page at the site's
    root: links rebased, ids dropped, no nested links needed.
    """

    entry: Entry
    url: str
    status: Status
    summary_html: str = ""
    summary_text: str = ""
    has_more: bool = False
    words: int = 0
    minutes: int = 1
    image: Image | None = None
