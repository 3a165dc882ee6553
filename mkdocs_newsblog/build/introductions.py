"""Pages that authors have written at the addresses of listings: which of them are shown there."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.collect.publish import BUILT, Publication
from mkdocs_newsblog.model.names import Severity, Status, TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.defaults import Defaults
from mkdocs_newsblog.read.entry import read_entry
from mkdocs_newsblog.read.files.select import FOLDER_NAME, INDEX_NAMES
from mkdocs_newsblog.read.values.status import STATE_TAGS
from mkdocs_newsblog.read.values.terms import identity
from mkdocs_newsblog.render.theme_keys import fits_theme
from mkdocs_newsblog.schema.options.addressing import KEEP
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.route import listing_words

Opened = Callable[[str], Source | Problem | None]
"""Gives the bytes of a page by its source, or why it must not be opened."""

SAID = frozenset(
    {
        *("status-unreadable", "status-unknown", "date-unreadable", "date-implausible", "date-order"),
        *("value-invalid", "value-ignored", "link-unsafe", "address-unsafe", "front-matter-misplaced"),
        *("alias-ignored", "shortcode-kept"),
    }
)
"""What is wrong with values and texts on such a page, too. It needs no date; other keys are the theme's."""
GRAVE = frozenset(
    {
        *("status-unreadable", "status-unknown", "link-unsafe", "front-matter-misplaced"),
        *("address-unsafe", "alias-ignored"),
    }
)
"""What of it matters as on a post: no listing needs any other value, so a notice says what is wrong."""

AS_POSTS = {"published": "a date", "tags": "tags", "image": "a picture"}
"""Fields that authors give to posts."""
FOLDER_PAGES = (FOLDER_NAME, *INDEX_NAMES)
"""Names of pages that nobody takes for a post below a listing: they say what their folder is about."""
WORDS = {
    Status.DRAFT: "a draft",
    Status.SCHEDULED: "scheduled for later",
    Status.EXPIRED: "expired",
    Status.SKIP: "left out",
}


def adopt_pages(
    entries: dict[str, Entry],
    pages: Mapping[str, str],
    plan_views: Callable[[Mapping[str, str], Collection[str]], Sequence[ViewPage]],
) -> tuple[Sequence[ViewPage], Mapping[str, Entry]]:
    """Return the listings with the pages that introduce them, which are taken out of the ``entries``.

    Those of them that were read as posts are returned, too. A page that is the only post of the listing at
    its address stays one: without it, there is no such listing.
    """
    posts: dict[str, Entry] = {}
    alone: dict[str, Entry] = {}
    while True:
        free = {name: uri for name, uri in pages.items() if uri not in alone}
        views = plan_views(free, alone)
        sources = dict.fromkeys(view.src_uri for view in views)
        written = [uri for uri in sources if uri in entries]
        posts |= {uri: entries.pop(uri) for uri in written}
        lost = {} if written else {uri: entry for uri, entry in posts.items() if uri not in sources}
        if not written and not lost:
            return views, posts
        alone |= lost
        entries |= lost
        posts = {uri: entry for uri, entry in posts.items() if uri not in lost}


class Introductions(NamedTuple):
    """The listings with what their authors' pages say of themselves."""

    views: Sequence[ViewPage] = ()
    """A listing whose page is not published is not adopted: it stands in its place, without its text."""
    title: str | None = None
    """What the section's own index page is called."""
    unpublished: Mapping[str, Status] = MappingProxyType({})
    """The states of pages that only a preview shows, by source."""
    entries: Sequence[Entry] = ()
    problems: Sequence[Problem] = ()

    @property
    def written(self) -> list[tuple[ViewPage, Entry]]:
        """The listings that show what their authors have written, each with that."""
        pages = {entry.src_uri: entry for entry in self.entries}
        return [(view, pages[view.src_uri]) for view in self.views if view.adopted and view.src_uri in pages]


class Reader(NamedTuple):
    """Reads the pages of one section that are at the addresses of listings."""

    settings: Settings
    site: Site
    defaults: Sequence[Defaults]
    opened: Opened

    def read(self, views: Sequence[ViewPage], posts: Mapping[str, Entry]) -> Introductions:
        """Return what is shown of them; ``posts`` would be posts at any other address."""
        shown: list[ViewPage] = []
        unpublished: dict[str, Status] = {}
        entries: list[Entry] = []
        problems: list[Problem] = []
        title = None
        publication = Publication.of(self.site, self.settings)
        for view in views:
            entry = self._entry(view, problems) if view.adopted else None
            if entry is None:
                shown.append(view)
                continue
            entries.append(entry)
            status, is_shown = publication.status(entry), publication.shows(entry)
            if status not in BUILT:
                problems += [] if is_shown and publication.drafts else [_withheld(entry, view, status)]
                unpublished |= {view.src_uri: status} if is_shown else {}
            if entry.src_uri in posts and not _is_of_folder(posts[entry.src_uri].path):
                problems += _like_post(entry, view)
            shown.append(view if is_shown else view._replace(adopted=False))
            if view.kind is ViewKind.INDEX and is_shown and entry.title_from != "file":
                title = entry.title
        return Introductions(shown, title, unpublished, entries, problems)

    def _entry(self, view: ViewPage, problems: list[Problem]) -> Entry | None:
        source = self.opened(view.src_uri)
        if not isinstance(source, Source):
            return None
        # Its path is that of the listing and says nothing of the page: 2024/05/06.md has no date.
        named = source._replace(name="index.md")
        # It stays at that path whatever its slug says, but its former addresses lead to it.
        settings = self.settings.model_copy(update={"url": KEEP})
        reading = read_entry(named, settings, self.defaults, self.site.around)
        meta = reading.entry.meta if reading.entry is not None else {}
        said = (
            found if found.code in GRAVE else found._replace(severity=Severity.INFO)
            for found in reading.problems
            if found.code in SAID
        )
        # What no theme can take is said where it is kept from the theme.
        problems += (found for found in said if fits_theme(found.key, meta.get(found.key, "")))
        return reading.entry


def _withheld(entry: Entry, view: ViewPage, status: Status) -> Problem:
    due = "due" if entry.due else "published"
    field = {Status.SCHEDULED: due, Status.EXPIRED: "expires"}.get(status, "status")
    if field not in entry.places and any(identity(tag) in STATE_TAGS for tag in entry.tags):
        field = "tags"
    place, listing = entry.place(field), listing_words(view)
    if place.path == entry.src_uri:
        fact = f"the introduction of {listing} is {WORDS[status]}; a build leaves it out"
        return problem("introduction-unpublished", place, "status", fact)
    fact = f"this makes {quoted(entry.src_uri)}, the introduction of {listing}, {WORDS[status]}"
    remedy = "Say otherwise in that page to publish it"
    return problem("introduction-unpublished", place, "status", f"{fact}; a build leaves it out", remedy)


def _is_of_folder(path: str) -> bool:
    return path.rpartition("/")[2] in FOLDER_PAGES


def _like_post(entry: Entry, view: ViewPage) -> Iterator[Problem]:
    """Say of a page that has what authors give posts that it is none."""
    own = {field: place for field in AS_POSTS if (place := entry.places.get(field))}
    own = {field: place for field, place in own.items() if place.path == entry.src_uri}
    is_portrait = view.taxonomy == TaxonomyKind.AUTHORS and own.keys() == {"image"}
    if own and not is_portrait:
        has = " and ".join(AS_POSTS[field] for field in own)
        fact = f"this page has {has}, but is no post: it introduces {listing_words(view)}"
        yield problem("introduction-like-post", min(own.values()), "file", fact)
