"""What pages a section has: its posts read, its listings planned, its pictures found."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mkdocs_newsblog.announce.announcer import Announcer
from mkdocs_newsblog.announce.edition import Introduced
from mkdocs_newsblog.announce.redirects import Former
from mkdocs_newsblog.build.introductions import Introductions, Reader, adopt_pages
from mkdocs_newsblog.build.missing import lost_file, no_page
from mkdocs_newsblog.build.relations import Relations, plan_relations
from mkdocs_newsblog.build.surroundings import Surroundings
from mkdocs_newsblog.collect.addresses import Address, output_path, settle
from mkdocs_newsblog.collect.catalogue import Catalogue, catalogue
from mkdocs_newsblog.collect.neighbours import Around, neighbours
from mkdocs_newsblog.collect.order import oldest_first
from mkdocs_newsblog.collect.publish import Publication, updates_ahead
from mkdocs_newsblog.collect.references import Whereabouts
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.images.gallery import Gallery, in_language
from mkdocs_newsblog.images.variants import Progress
from mkdocs_newsblog.model.names import Status, ViewKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.translation import ONE_LANGUAGE, Translation
from mkdocs_newsblog.model.view import ViewName, ViewPage
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.select import Section, is_folder_page
from mkdocs_newsblog.read.folder import Folder
from mkdocs_newsblog.read.html.finish import lacks_summary
from mkdocs_newsblog.render.theme_keys import unfit_keys
from mkdocs_newsblog.schema.problems.codes import relevel
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views import plan_views
from mkdocs_newsblog.views.route import adopt, buried, claim, resettled, shared_outputs

Placed = Callable[[Problem], Problem]
"""Returns a problem of an option at its place, any other as it is."""


@dataclass(kw_only=True, eq=False, repr=False)
class Plan:
    """The posts and listing pages of a section, before the host has made any page of them.

    :meth:`scan` reads the posts and :meth:`plan` decides what becomes of them. Both may be called again: the
    host plans early, so that other plugins see our pages, and late, after they have changed theirs.
    """

    site: Site
    settings: Settings
    folder: Folder
    """Reads the files of the section, each once."""
    announcer: Announcer
    """Feeds, metadata, and other files for programs."""
    gallery: Gallery
    """The pictures of posts and authors."""
    placed: Placed
    """Finds the line of an option: a build only knows in which file they are."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """Posts by ``src_uri``, unpublished ones too, without the pages that listings have adopted."""
    introductions: Introductions = field(default_factory=Introductions)
    """The pages that authors have written for listings."""
    found: Catalogue = field(default_factory=lambda: catalogue(()))
    """The posts that listings show, in order and in groups."""
    views: dict[str, ViewPage] = field(default_factory=dict)
    """Listing pages by ``src_uri``."""
    mistakes: Sequence[Problem] = ()
    """What is wrong with the options, which only the site's templates could tell."""
    lost_file: str | None = None
    """The authors file of the config, where there is none."""
    problems: list[Problem] = field(default_factory=list)
    """What the last plan found wrong, not yet at the levels of the config: see :meth:`report`."""
    moved: dict[str, Address] = field(default_factory=dict)
    """``src_uri`` -> address, for pages that do not stay at the path of their file."""
    around: Around = field(default_factory=dict)
    """The posts before and after each post that is in a row."""
    places: Whereabouts = field(default_factory=lambda: Whereabouts({}, {}, ()))
    """Every file of the site, for what posts refer to."""
    relations: Relations = field(default_factory=Relations)
    """What is named below each post."""
    translation: Translation = ONE_LANGUAGE
    """The language that the last plan was for."""

    @property
    def section(self) -> Section:
        """The folder of the section and its globs."""
        return Section.of(self.settings.dir, self.settings.posts)

    @cached_property
    def publication(self) -> Publication:
        """What decides which posts are shown."""
        return Publication.of(self.site, self.settings)

    def scan(
        self,
        sources: Iterable[Source],
        drafts: Collection[str],
        defaults: Sequence[Source],
        people: Source | None,
        tags: Source | None,
    ) -> None:
        """Read every post; a source that was read before, with the same bytes, is not read again.

        ``drafts`` names posts that the host's own options keep out of a build, ``defaults`` are the files
        in which folders speak of their posts, ``people`` and ``tags`` those of authors and of tags.
        """
        self.entries = self.folder.read(sources, drafts, defaults, people, tags)
        wanted = self.settings.authors_file
        self.lost_file = wanted if wanted and people is None else None

    def plan(self, surroundings: Surroundings) -> None:
        """Decide what pages there are, once everything is read."""
        files, self.translation = surroundings.urls, surroundings.translation
        pages = self._pages(files)
        views, posts = adopt_pages(self.entries, pages, self._plan_views)
        reader = Reader(self.settings, self.site, list(self.folder.defaults.values()), surroundings.opened)
        self.introductions = reader.read(views, posts)
        views = self.introductions.views
        self.views = {view.src_uri: view for view in views}
        self.moved, lacking = settle(self.entries, self.settings, self.section.parts, self.translation)
        # What Hugo and Zola call the page of a folder has another address here, unless it is moved.
        self.moved |= {uri: view.address for uri, view in self.views.items() if is_folder_page(uri)}
        owners = resettled(surroundings.owners, self.outputs)
        written = self.introductions.entries
        pictures = in_language(files, surroundings.disk, self.translation)
        self.gallery.find(self.visible(), *pictures, self.site.config, written)
        self.around = neighbours(self.found, self.settings.neighbours)
        own = {view.src_uri: self.translation.folder + "/".join((*view.address, "")) for view in views}
        self.places = Whereabouts(
            own | dict(files),
            self.entries,
            self.section.parts,
            self.site.url,
            moved={uri: self.translation.folder + output for uri, output in self.outputs.items()},
            translation=self.translation,
            closed=surroundings.closed,
        )
        self.relations = plan_relations(self.found, self.settings, self.visible(), self.places)
        listed = [entry for entry in self.found.entries if self.status(entry.src_uri) is Status.PUBLISHED]
        former = Former(self.visible(), self.moved, self.translation, self.introductions.written)
        announced = self.announcer.plan(views, listed, owners, former)
        self.problems = [
            *self.mistakes,
            *lost_file(self.lost_file, self.site.config),
            *self.folder.problems(self.views),
            *self.introductions.problems,
            *lacking,
            *announced,
            *self.gallery.problems,
            *(found for entry in self.visible().values() for found in unfit_keys(entry)),
            *(found for entry in listed if (found := lacks_summary(entry, self.settings))),
            *updates_ahead(listed, self.site.now),
            *self.found.problems,
            *self.relations.problems,
            *claim(views, {at: first for at, (first, *_) in owners.items()}, self.entries, self.site.config),
            *shared_outputs(self.entries, owners, self.moved),
            *(self._buried(owners) if self.moved else ()),
            *(() if self.translation.has_section else no_page(self.settings, self.site, files, pages)),
        ]

    def _buried(self, owners: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
        paths = self.announcer.programme.paths
        return buried(self.outputs, owners, paths, self.translation.taken, self.site.templates)

    @property
    def outputs(self) -> dict[str, str]:
        """Files of the site that moved posts, and pages of listings, are written to, by ``src_uri``."""
        folders = self.site.directory_urls
        return {
            uri: output_path(address, directory_urls=folders or uri in self.views)
            for uri, address in self.moved.items()
        }

    def develop(self, progress: Progress) -> Mapping[str, str]:
        """Make smaller copies of pictures, after the last :meth:`plan`; return the files the site needs."""
        self.problems += self.gallery.develop(self.entries, progress, self.site.config)
        return self.gallery.files

    def _pages(self, files: Iterable[str]) -> dict[str, str]:
        """Return the pages that listings may adopt, by their folded names."""
        names = ((self.translation.name(uri), uri) for uri in files)
        section = self.section
        held = ((name, uri) for name, uri in names if section.holds(name))
        # The page of a folder has another address then, and in several languages would need one in each.
        leads = self.visible() if self.translation.is_only else {}
        return {folded(name): uri for name, uri in held if not is_folder_page(name) or uri in leads}

    def _plan_views(self, pages: Mapping[str, str], taken: Collection[str] = ()) -> list[ViewPage]:
        listed = [entry for uri, entry in self.visible().items() if self.status(uri) is not Status.UNLISTED]
        self.found = catalogue(listed, taxonomies(self.settings, self.folder.tags.tags))
        return adopt(plan_views(self.found, self.settings, self.section.parts), pages, taken)

    def status(self, uri: str) -> Status:
        """Return a post's state at the one point in time of this build."""
        return self.publication.status(self.entries[uri])

    def in_state(self, status: Status) -> list[Entry]:
        """Return the posts in a state, the oldest first."""
        return oldest_first(entry for uri, entry in self.entries.items() if self.status(uri) is status)

    def visible(self) -> dict[str, Entry]:
        """Return the posts that have a page: the published and unlisted ones, in a preview the others too.

        Listings show fewer: those of :attr:`found`.
        """
        return {uri: entry for uri, entry in self.entries.items() if self.publication.shows(entry)}

    @property
    def index(self) -> ViewPage:
        """The section's front page."""
        return next(view for view in self.views.values() if view.kind is ViewKind.INDEX and view.number == 1)

    @property
    def everywhere(self) -> list[str]:
        """The listings that a section has in each language, whatever its posts are."""
        kinds = (ViewKind.INDEX, ViewKind.ARCHIVE)
        return [uri for uri, view in self.views.items() if view.kind in kinds and view.number == 1]

    @property
    def introduced(self) -> dict[ViewName, Introduced]:
        """What authors have written for pages of listings, without what a build leaves out."""
        written = self.introductions.written
        return {view.name: Introduced(page, self.gallery.cover(page.src_uri)) for view, page in written}

    def in_nav(self) -> list[str]:
        """Return the pages that the site's navigation shall show: listings, then the newest posts."""
        wanted = {kind.name for kind in self.found.taxonomies if kind.options.nav}
        archive = self.settings.archive is not None and self.settings.archive.nav
        listings = [
            view.src_uri
            for view in self.views.values()
            if (view.kind is ViewKind.ARCHIVE and archive)
            or (view.kind is ViewKind.TERMS and view.taxonomy in wanted)
        ]
        return [*listings, *self.found.order[: self.settings.index.nav_posts]]

    def report(self, others: Iterable[Problem] = ()) -> list[Problem]:
        """Return the problems, with ``others``, at the levels that the config asks for, by file and line."""
        return self.judged((*self.problems, *others))

    def judged(self, found: Iterable[Problem]) -> list[Problem]:
        """Return any problems as :meth:`report` does its own."""
        return relevel(map(self.placed, found), self.settings.problems)
