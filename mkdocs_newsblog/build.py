"""Floor 6: one build of one section, from the sources of its pages to finished listings.

The host calls these verbs in order: :meth:`Build.scan`, :meth:`Build.plan`, :meth:`Build.route`, then for
each post :meth:`Build.show` and :meth:`Build.settle`, then :meth:`Build.listing` for each listing page.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_newsblog.announce.announcer import Announcer
from mkdocs_newsblog.collect.catalogue import Catalogue, catalogue
from mkdocs_newsblog.collect.order import neighbours
from mkdocs_newsblog.collect.publish import BUILT, status_at
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.images.gallery import NOWHERE, Disk, Gallery
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.images.variants import Progress
from mkdocs_newsblog.metadata.links import stylesheet
from mkdocs_newsblog.model.links import href_of, rebase, relative_href
from mkdocs_newsblog.model.names import Severity, Status, ViewKind
from mkdocs_newsblog.model.post import Entry, Post
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.read.finish import measured, summarised
from mkdocs_newsblog.read.folder import Folder
from mkdocs_newsblog.read.select import Section
from mkdocs_newsblog.render.context import Neighbour
from mkdocs_newsblog.render.fragments import Fragments, ladder
from mkdocs_newsblog.render.head import print_tags
from mkdocs_newsblog.render.heading import has_heading, split_heading
from mkdocs_newsblog.render.labels import Labels
from mkdocs_newsblog.render.listing import view_text
from mkdocs_newsblog.render.present import Presenter
from mkdocs_newsblog.render.theme_keys import unfit_keys
from mkdocs_newsblog.render.themes import adaptor_for
from mkdocs_newsblog.schema.codes import problem, relevel
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views import plan_views
from mkdocs_newsblog.views.route import adopt, claim, folded, shared_outputs

BODY_START = "<!-- newsblog:body -->"
BODY_END = "<!-- /newsblog:body -->"
"""Comments around a post's body, from the event that adds our part to the one that reads the result."""


class Shown(NamedTuple):
    """A post's page: HTML before and after the body that the host has rendered."""

    html: str
    heading_id: str | None
    """The id of a main heading that we printed; None where the body had its own."""


@dataclass
class Build:
    """Everything one section knows during one build; made fresh for each."""

    site: Site
    settings: Settings
    labels: Labels
    fragments: Fragments
    folder: Folder
    announcer: Announcer
    """Feeds, metadata, and other files for programs."""
    gallery: Gallery
    theme_prints_neighbours: bool = True
    entries: dict[str, Entry] = field(default_factory=dict)
    title: str | None = None
    """What the author's own index page is called."""
    found: Catalogue = field(default_factory=lambda: catalogue(()))
    views: dict[str, ViewPage] = field(default_factory=dict)
    """Listing pages by ``src_uri``."""
    posts: dict[str, Post] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    """What was found while pages were made, after the first report."""
    finished: set[str] = field(default_factory=set)
    """Posts whose page the host has finished."""
    around: Mapping[str, tuple[str | None, str | None]] = field(default_factory=dict)
    _cards: dict[tuple[str, str, bool], Markup] = field(default_factory=dict)
    _presenter: Presenter | None = None

    @classmethod
    def start(
        cls,
        site: Site,
        settings: Settings,
        theme_dirs: Sequence[str],
        features: Collection[str],
        store: Store | None = None,
    ) -> Build:
        """Return a build without posts, with the words and templates that fit the site and its theme.

        ``store`` keeps pictures between builds.
        """
        labels = Labels(site.language)
        adaptor = adaptor_for(site.theme)
        fragments = Fragments(ladder(theme_dirs, adaptor), labels)
        return cls(
            site,
            settings,
            labels,
            fragments,
            Folder(settings),
            Announcer(site, settings),
            Gallery(settings.images, store),
            adaptor.prints_neighbours(features),
        )

    @property
    def section(self) -> Section:
        """The folder of the section and its globs."""
        return Section.of(self.settings.dir, self.settings.posts)

    def scan(
        self,
        sources: Iterable[Source],
        drafts: Collection[str] = (),
        defaults: Sequence[Source] = (),
        people: Source | None = None,
    ) -> None:
        """Read every post; a source that was read before, with the same bytes, is not read again.

        ``drafts`` names posts that the host's own options keep out of a build, ``defaults`` are the
        folders' ``.meta.yml`` files, ``people`` is the authors file.
        """
        self.entries = self.folder.read(sources, drafts, defaults, people)

    def plan(
        self, files: Mapping[str, str], owners: Mapping[str, Sequence[str]], disk: Disk = NOWHERE
    ) -> None:
        """Decide what pages there are, once everything is read.

        ``files`` gives the URL below the site's root of every file of the site by ``src_uri``; ``owners``
        the sources of every folded output path, without the pages that this plugin adds; ``disk`` where
        pictures can be measured.
        """
        pages = {folded(uri): uri for uri in files if self.section.holds(uri)}
        views = self._plan_views(pages)
        while written := [view.src_uri for view in views if view.src_uri in self.entries]:
            for uri in written:
                del self.entries[uri]
            views = self._plan_views(pages)
        self.views = {view.src_uri: view for view in views}
        self.gallery.find(self.visible(), files, disk)
        self.around = neighbours(self.found.entries)
        listed = [entry for entry in self.found.entries if self.status(entry.src_uri) is Status.PUBLISHED]
        self.problems = [
            *self.folder.problems(self.views),
            *self.announcer.plan(views, listed, owners),
            *self.gallery.problems,
            *(found for entry in self.visible().values() for found in unfit_keys(entry)),
            *self.found.problems,
            *claim(views, {output: sources[0] for output, sources in owners.items()}),
            *shared_outputs(self.entries, owners),
            *self._empty(pages),
        ]

    def develop(self, progress: Progress) -> Mapping[str, Path]:
        """Make smaller copies of pictures, after the last :meth:`plan`; return the files the site needs."""
        self.problems += self.gallery.develop(self.entries, progress, self.site.config)
        return self.gallery.files

    def _empty(self, pages: Collection[str]) -> list[Problem]:
        """Say that a section without any page may have a mistyped folder."""
        if pages:
            return []
        fact = f"there is no page below {quoted(self.settings.dir)}"
        return [problem("option-dir-missing", Place(self.site.config), "dir", fact)]

    def _plan_views(self, pages: Mapping[str, str]) -> list[ViewPage]:
        listed = [entry for uri, entry in self.visible().items() if self.status(uri) is not Status.UNLISTED]
        self.found = catalogue(listed, taxonomies(self.settings))
        return adopt(plan_views(self.found, self.settings, self.section.parts), pages)

    def status(self, uri: str) -> Status:
        """Return a post's state at the one point in time of this build."""
        return status_at(self.entries[uri], self.site.now)

    def visible(self) -> dict[str, Entry]:
        """Return the posts that have a page: the published and unlisted ones, in a preview the others too."""
        shown = frozenset(Status) - {Status.SKIP} if self.site.serving else BUILT
        return {uri: entry for uri, entry in self.entries.items() if self.status(uri) in shown}

    def introduce(self, source: Source) -> None:
        """Take the section's title from the author's own index page, where the options name none."""
        entry = read_entry(source, self.settings).entry
        if entry is not None and entry.title_from != "file":
            self.title = entry.title

    def route(self, urls: Mapping[str, str]) -> None:
        """Take the URLs of all posts and listing pages, below the site's root, as the host settled them."""
        self.posts = {
            uri: Post(entry, urls[uri], self.status(uri), image=self.gallery.image(uri))
            for uri, entry in self.visible().items()
            if uri in urls
        }
        name = self.settings.title or self.settings.index.title or self.title or self.labels.word("blog")
        views = {view.name: urls[uri] for uri, view in self.views.items() if uri in urls}
        self._cards.clear()
        self._presenter = Presenter(
            self.labels,
            self.found,
            self.posts,
            views,
            name,
            images=self.settings.images,
            badges=self.site.serving,
        )
        self.fragments.environment.globals["plural"] = self._presenter.plural
        self.announcer.route(self._presenter, self.posts, urls, self.around)

    @property
    def presenter(self) -> Presenter:
        """Puts values into words, once every URL is known."""
        if self._presenter is None:
            raise RuntimeError("route() comes first")
        return self._presenter

    @property
    def index(self) -> ViewPage:
        """The section's front page."""
        return next(view for view in self.views.values() if view.kind is ViewKind.INDEX and view.number == 1)

    def report(self, others: Iterable[Problem] = ()) -> list[Problem]:
        """Return the problems, with ``others``, at the levels that the config asks for, by file and line."""
        return relevel([*self.problems, *others], self.settings.problems)

    def report_late(self) -> list[Problem]:
        """Return what was found while pages were made: nothing that :meth:`report` has said already."""
        lost = [uri for uri in self.visible() if uri not in self.finished]
        said = [
            problem("post-lost", Place(uri), "file", "the host made no page of this post") for uri in lost
        ]
        return relevel([*self.doubts, *said], self.settings.problems)

    def show(self, uri: str, body: str) -> Shown:
        """Return a post's page: heading, hero, byline, then the body that the host has rendered."""
        post = self.posts[uri] = measured(self.posts[uri], body, self.settings)
        self.presenter.forget(uri)
        heading, body, anchor = split_heading(post.entry, body)
        older, newer = (None, None) if self.theme_prints_neighbours else self.around.get(uri, (None, None))
        html = self.fragments.render(
            "post.html",
            post=self.presenter.post(uri),
            heading=Markup(heading),  # noqa: S704 - the host's HTML, or escaped by us
            body=Markup(f"{BODY_START}{body}{BODY_END}"),  # noqa: S704 - the host's HTML
            problems=[str(found) for found in self._errors(uri)],
            neighbours=bool(older or newer),
            older=self._neighbour(older),
            newer=self._neighbour(newer),
        )
        return Shown(rebase(html, post.url), anchor)

    def _neighbour(self, uri: str | None) -> Neighbour | None:
        if uri is None or uri not in self.posts:
            return None
        return Neighbour(self.posts[uri].entry.title, href_of(self.posts[uri].url))

    def _errors(self, uri: str) -> list[Problem]:
        """Return what a build would stop at, for the page of a preview."""
        if not self.site.serving:
            return []
        return [
            found for found in self.report() if found.place.path == uri and found.severity is Severity.ERROR
        ]

    def settle(self, uri: str, html: str) -> str:
        """Learn from a post's finished HTML what listings need, and return it without our marks."""
        before, start, rest = html.partition(BODY_START)
        body, _, after = rest.partition(BODY_END)
        text = body if start else html
        self.finished.add(uri)
        self.announcer.keep(uri, text)
        self.posts[uri] = summarised(self.posts[uri], text, self.settings)
        self.presenter.forget(uri)
        return f"{before}{body}{after}" if start else html

    def listing(self, uri: str, url: str, introduction: str = "") -> str:
        """Return the HTML of a listing page, after the text of an adopted page."""
        view = self.views[uri]
        text = view_text(view, self.presenter, heading=not has_heading(introduction))
        first = next((shown for shown in view.posts if self.posts[shown].image), None)
        cards = [self._card(shown, view.layout, shown == first) for shown in view.posts]
        html = self.fragments.render(
            "view.html",
            view=text,
            cards=cards if text.posts else [],
            introduction=Markup(introduction),  # noqa: S704 - the host's HTML
        )
        return rebase(html, url)

    def _card(self, uri: str, layout: str, first: bool) -> Markup:
        key = (uri, layout, first)
        if key not in self._cards:
            post = self.presenter.post(uri)
            shown = post.first() if first else post
            self._cards[key] = self.fragments.markup("post_card.html", post=shown, layout=layout)
        return self._cards[key]

    def head(self, uri: str, url: str, stylesheet_url: str, printed: str = "") -> str:
        """Return the tags that the head of one of our pages lacks.

        ``url`` is the page's own, ``printed`` the page's HTML up to the end of its head.
        """
        lacking = self.announcer.tags(self.views.get(uri) or self.posts[uri], printed)
        return rebase(print_tags([stylesheet(relative_href(stylesheet_url, url)), *lacking]), url)

    def fault_page(self, uri: str, others: Iterable[Problem]) -> str | None:
        """Return what a preview shows in place of a page that can't be read, or None for other pages.

        Levels from the config change nothing here: the host must never open such a file.
        """
        faults = [found for found in (*self.problems, *others) if found.place.path == uri]
        if uri in self.entries or uri in self.views or not faults:
            return None
        return self.fragments.render("problems.html", problems=[str(found) for found in faults])
