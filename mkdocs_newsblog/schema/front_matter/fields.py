"""Front matter, declared once: fields, their aliases, kinds and meanings.

Reading, the reference page and the JSON Schema are all made from :data:`FIELDS`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from mkdocs_newsblog.schema.front_matter.aliases import DATES, IMAGES, LISTS, PARTS, SWITCHES, TEXTS
from mkdocs_newsblog.schema.front_matter.foreign_keys import KNOWN, QUIET_PREFIXES
from mkdocs_newsblog.schema.front_matter.near import distance_within


class Kind(StrEnum):
    """What sort of value a field takes."""

    TEXT = "text"
    DATE = "date"
    SWITCH = "switch"
    LIST = "list"
    PART = "part"
    IMAGE = "image"


class Shape(StrEnum):
    """A type of value that decides between meanings of one key."""

    SWITCH = "switch"
    DATE = "date"
    DAY = "day"
    DATED = "dated"
    """A whole date in digits, where the key has words and numbers of all kinds on other sites."""
    WORD = "word"
    STATE = "state"
    """A switch, for which some themes have words."""
    DRAFT = "draft"
    URL = "url"
    PATH = "path"
    PICTURE = "picture"
    NUMBER = "number"
    MINUTES = "minutes"
    OBJECTS = "objects"


class Alias(NamedTuple):
    """One way to write a field; ``rank`` is its place in the order of precedence, from 0."""

    key: str
    field: str
    rank: int
    systems: tuple[str, ...]
    only: Shape | None = None
    fallback: bool = False
    waits: bool = False
    """Whether a post waits for this date, though another one may be shown."""
    rest: tuple[str, ...] = ()
    """The normalised parts of a dotted key behind the first."""


class Field(NamedTuple):
    """One thing that front matter can say; ``name`` is that of the :class:`Entry` field, or a part of one."""

    name: str
    kind: Kind
    doc: str
    aliases: tuple[Alias, ...]

    @property
    def key(self) -> str:
        """The key to recommend: the first alias."""
        return self.aliases[0].key


DOCS: Mapping[str, str] = {
    "title": "Title; without it the text's first main heading (`# Like this`), else the file name.",
    "subtitle": "A second line below the title.",
    "description": "One or two sentences for search engines and social cards.",
    "summary": "Text of the post's card in listings.",
    "lang": "Language of the post, as a BCP 47 tag.",
    "canonical_url": "Address of the original, where the post first appeared elsewhere.",
    "external_url": "Address the post points to: a link post. Only feeds in Atom and JSON name it.",
    "guid": "Identity in feeds that stays when the address changes.",
    "seo_type": "schema.org type of the page.",
    "published": "Date of publication; a post also waits for any other that is marked below.",
    "updated": "Date of the last change that matters to readers.",
    "expires": "Date from which the post is no longer published.",
    "draft": "True: not published.",
    "public": "False: not published.",
    "private": "True: not published, whatever other keys say.",
    "password": "Not published, unless the plugin encryptcontent asks readers for it.",
    "rendered": "False or `never`: not published.",
    "listed": "False, `never` or `local`: has a page, and is absent from listings and feeds.",
    "state": "A word: published, draft, hidden, private, unlisted, skip, featured.",
    "unlisted": "True: has a page, and is absent from listings and feeds.",
    "perhaps.draft": "True: not published, with a warning, where no key above speaks of publication.",
    "perhaps.named": "The word `draft`: not published, with a warning, where no key above speaks of it.",
    "perhaps.listed": "False: in no listing, with a warning, where no key above speaks of publication.",
    "on_index.hidden": "True: not on the section's front page, but in other listings, lists and feeds.",
    "pinned": "True: stands first on the front page.",
    "pinned.number": "A number above 0: stands first on the front page, below posts with a higher one.",
    "noindex": "True: search engines are asked to leave the page out.",
    "related.shown": "False: no other posts are named below the post.",
    "image.shown": "False: the post shows no hero.",
    "image.hidden": "True: the post shows no hero.",
    "image.hidden_on_page": "True: the page of the post shows no hero.",
    "tags": "Tags: a list, or a text split at semicolons or commas.",
    "categories": "Categories: a list, or a text split at semicolons or commas.",
    "series": "Series the post is part of.",
    "authors": "Authors: keys of the authors file, names, links or objects.",
    "author.second": "One more author.",
    "aliases": "Former addresses, which redirect here.",
    "related": "Posts or links to name below the post.",
    "series.number": "Number of the part in its series.",
    "author.url": "Address of the only author's page.",
    "author.title": "The only author's position.",
    "author.avatar": "The only author's portrait.",
    "author.email": "The only author's address for mail.",
    "slug": "Last part of the address; the option `url` says whether it counts.",
    "permalink": "Whole address below the site; the option `url` says whether it counts.",
    "weight": "Position among posts of one date, and among pinned ones: lower first, those without one last.",
    "reading_minutes": "Reading time in minutes, instead of the one counted.",
    "reading_seconds": "Reading time in seconds, where no key has it in minutes.",
    "image.src": "Hero: a path, an https address, or an object with src, alt, caption, width and height.",
    "image.alt": "What the hero shows; an empty text says that it is decoration.",
    "image.caption": "Words below the hero.",
    "image.credit": "Whose picture the hero is.",
    "image.width": "Width of the hero in pixels.",
    "image.height": "Height of the hero in pixels.",
    "image.folder": "Folder in which the hero lies, if its own path is relative.",
    "image.position": "Part of the hero that stays visible when it is cropped.",
}
"""What each field means, for the reference page."""


def normal(key: str) -> str:
    """Return a key as it is compared: without case, hyphens, underscores and spaces."""
    return key.strip().lower().replace("-", "").replace("_", "").replace(" ", "")


def _aliases(field: str, lines: str) -> Iterator[Alias]:
    for rank, line in enumerate(filter(None, map(str.strip, lines.splitlines()))):
        words, systems = line.split(" | ")
        key, *marks = words.split()
        only = next((Shape(mark[1:]) for mark in marks if mark[0] == "?"), None)
        rest = tuple(normal(part) for part in key.split(".")[1:])
        yield Alias(key, field, rank, tuple(systems.split(", ")), only, "~" in marks, "!" in marks, rest)


def _fields() -> Iterator[Field]:
    tables = (
        (Kind.TEXT, TEXTS),
        (Kind.DATE, DATES),
        (Kind.SWITCH, SWITCHES),
        (Kind.LIST, LISTS),
        (Kind.PART, PARTS),
        (Kind.IMAGE, IMAGES),
    )
    for kind, rows in tables:
        for name, lines in rows.items():
            yield Field(name, kind, DOCS[name], tuple(_aliases(name, lines)))


FIELDS: Mapping[str, Field] = {field.name: field for field in _fields()}
"""Every field by name."""


def _index() -> dict[str, tuple[Alias, ...]]:
    rows: dict[str, list[Alias]] = {}
    seen: set[tuple[str, str, tuple[str, ...]]] = set()
    whole = (alias for alias in FIELDS["image.src"].aliases if not alias.rest and alias.only is None)
    heads = {normal(alias.key) for alias in whole}
    for field in FIELDS.values():
        for alias in field.aliases:
            head = normal(alias.key.split(".")[0])
            if field.name == "image.src" and alias.rest and head in heads:
                continue  # the object is read as a whole, see IMAGE_OBJECT
            written = (field.name, head, alias.rest)
            if written not in seen:  # published_at and publishedAt are one key
                seen.add(written)
                rows.setdefault(head, []).append(alias)
    return {head: tuple(found) for head, found in rows.items()}


STATES = ("draft", "public", "state", "private", "password", "rendered", "unlisted", "listed")
"""The fields that speak of publication."""

INDEX: Mapping[str, tuple[Alias, ...]] = _index()
"""Aliases by their normalised first part."""

FOREIGN = frozenset(normal(key) for key in KNOWN.split())
"""Keys of other systems, normalised."""


@lru_cache(maxsize=4096)
def aliases_of(key: str) -> tuple[Alias, ...]:
    """Return the aliases that a key as written can stand for; none for a key that is not ours."""
    return INDEX.get(normal(key), ())


@lru_cache(maxsize=4096)
def is_of_posts(key: str) -> bool:
    """Return whether a key tells a post from any other text: one that only may hide a post does not."""
    return any(not alias.field.startswith("perhaps.") for alias in aliases_of(key))


SUGGESTED = (
    *("title", "description", "summary", "subtitle", "date", "pubDate", "updated", "lastmod", "tags"),
    *("categories", "category", "author", "authors", "image", "hero", "heroImage", "cover", "draft", "slug"),
    *("aliases", "series", "published", "permalink", "keywords"),
)
"""Keys to suggest, the likeliest first."""
HOLDING = ("status", "unlisted", "private", "password", "publishDate", "expires", "expiryDate")
"""Keys that keep posts from readers beside ``draft``: suggested only for what is one edit away."""


@lru_cache(maxsize=4096)
def suggestion(key: str, own: tuple[str, ...] = ()) -> tuple[str, str, int] | None:
    """Return ``(known key, its field, edits)`` for a key that looks mistyped, or None.

    ``own`` are keys of the site's own, which come first and have no field: one edit away, and no more.
    Keys that another system knows, that end in a digit or hold a dot or colon are never suspected.
    """
    plain = normal(key)
    if plain in INDEX or plain in FOREIGN or len(plain) < 3 or not plain.isalpha():
        return None
    if len(plain) > 16 or key.strip().lower().startswith(QUIET_PREFIXES):
        return None
    if (near := next((name for name in own if distance_within(plain, normal(name), 1)), None)) is not None:
        return near, "", 1
    best: tuple[int, int, str] | None = None
    for rank, known in enumerate((*SUGGESTED, *HOLDING)):
        limit = 2 if rank < len(SUGGESTED) and len(plain) > 5 and len(known) > 5 else 1
        edits = distance_within(plain, normal(known), limit)
        if edits is not None and (best is None or (edits, rank) < best[:2]):
            best = (edits, rank, known)
    if best is None:
        return None
    field = INDEX[normal(best[2])][0].field if normal(best[2]) in INDEX else ""
    return best[2], field, best[0]
