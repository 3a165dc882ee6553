"""What the pages of a section show: posts with heading, hero and byline, and listings of them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from markupsafe import Markup

from mkdocs_newsblog.announce.announcer import Announcer
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.reading_on import PLACE, ReadingOn
from mkdocs_newsblog.images.gallery import Gallery
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.metadata.links import stylesheet
from mkdocs_newsblog.model.links import href_of, rebase, relative_href
from mkdocs_newsblog.model.names import Layout, Severity
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.finish import measured, summarised
from mkdocs_newsblog.read.folder import Folder
from mkdocs_newsblog.render.context import Neighbour, PostText
from mkdocs_newsblog.render.fragments import Fragments, ladder
from mkdocs_newsblog.render.head import print_tags
from mkdocs_newsblog.render.heading import has_heading, split_heading
from mkdocs_newsblog.render.inline import inline_markup
from mkdocs_newsblog.render.labels import Labels
from mkdocs_newsblog.render.layouts import Cards, unknown_layouts
from mkdocs_newsblog.render.listing import view_text
from mkdocs_newsblog.render.people import People
from mkdocs_newsblog.render.pictures import rewrapped
from mkdocs_newsblog.render.present import Presenter
from mkdocs_newsblog.render.themes import adaptor_for
from mkdocs_newsblog.schema.codes import problem, relevel
from mkdocs_newsblog.schema.settings import AuthorOptions, Settings

BODY_START = "<!-- newsblog:body -->"
BODY_END = "<!-- /newsblog:body -->"
"""Comments around a post's body, from the event that adds our part to the one that reads the result."""


class Shown(NamedTuple):
    """A post's page: HTML before and after the body that the host has rendered."""

    html: str
    heading_id: str | None
    """The id of a main heading that we printed; None where the body had its own."""


@dataclass(kw_only=True)
class Build(Plan):
    """Everything one section knows during one build; made fresh for each."""

    labels: Labels
    fragments: Fragments
    theme_prints_neighbours: bool = True
    posts: dict[str, Post] = field(default_factory=dict)
    doubts: list[Problem] = field(default_factory=list)
    """What was found while pages were made, after the first report."""
    finished: set[str] = field(default_factory=set)
    """Posts whose page the host has finished."""
    _cards: dict[tuple[str, str, int, bool], Markup] = field(default_factory=dict)
    _lines: dict[str, Markup] = field(default_factory=dict)
    _errors: Mapping[str, Sequence[Problem]] = field(default_factory=dict)
    """What a build would stop at, by the post on whose page a preview says it."""
    _presenter: Presenter | None = None
    _reading_on: ReadingOn | None = None

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
            site=site,
            settings=settings,
            folder=Folder(settings),
            announcer=Announcer(site, settings),
            gallery=Gallery(
                settings.images, store, avatars=settings.authors is None or settings.authors.avatars
            ),
            labels=labels,
            fragments=fragments,
            mistakes=unknown_layouts(settings, fragments.layouts, site.config),
            theme_prints_neighbours=adaptor.prints_neighbours(features),
        )

    def route(self, urls: Mapping[str, str]) -> None:
        """Take the URLs of all posts and listing pages, below the site's root, as the host settled them."""
        self.posts = {
            uri: Post(entry, urls[uri], self.status(uri), image=self.gallery.image(uri))
            for uri, entry in self.visible().items()
            if uri in urls
        }
        name = self.settings.title or self.settings.index.title or self.title or self.labels.word("blog")
        views = {view.name: urls[uri] for uri, view in self.views.items() if uri in urls}
        self._errors = errors_by_source(self.report()) if self.site.serving else {}
        self._cards.clear()
        self._lines.clear()
        self._presenter = Presenter(
            self.labels,
            self.found,
            self.posts,
            views,
            name,
            images=self.settings.images,
            badges=self.site.serving,
            people=People(self.settings.authors or AuthorOptions(), self.gallery.portrait),
        )
        self.fragments.environment.globals.update(plural=self._presenter.plural, line=self._line)
        everywhere = ChainMap(dict(urls), dict(self.places.urls))
        self._reading_on = ReadingOn.start(
            self._presenter, self.fragments, self.relations, everywhere, self.settings
        )
        self.announcer.route(self._presenter, self.posts, urls, self.around)

    @property
    def presenter(self) -> Presenter:
        """Puts values into words, once every URL is known."""
        if self._presenter is None:
            raise RuntimeError("route() comes first")
        return self._presenter

    @property
    def reading_on(self) -> ReadingOn:
        """Leads from a post to others, once every URL is known."""
        if self._reading_on is None:
            raise RuntimeError("route() comes first")
        return self._reading_on

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
            problems=[str(found) for found in self._errors.get(uri, ())],
            series=self.reading_on.series(uri),
            reading_on=PLACE,
            neighbours=bool(older or newer),
            older=self._neighbour(older),
            newer=self._neighbour(newer),
        )
        return Shown(rebase(html, post.url), anchor)

    def _neighbour(self, uri: str | None) -> Neighbour | None:
        if uri is None or uri not in self.posts:
            return None
        return Neighbour(self.posts[uri].entry.title, href_of(self.posts[uri].url))

    def settle(self, uri: str, html: str) -> str:
        """Learn from a post's finished HTML what listings need, and return it without our marks."""
        before, start, rest = html.partition(BODY_START)
        body, _, after = rest.partition(BODY_END)
        text = body if start else html
        self.finished.add(uri)
        self.announcer.keep(uri, text)
        self.posts[uri] = summarised(
            self.posts[uri], text, self.settings, lambda said: inline_markup(said) or ""
        )
        self.presenter.settle(uri)
        return f"{rewrapped(before)}{body}{after}" if start else html

    def listing(self, uri: str, url: str, introduction: str = "") -> str:
        """Return the HTML of a listing page, after the text of an adopted page."""
        view = self.views[uri]
        if view.layout not in self.fragments.layouts:  # in a preview: a build has stopped
            view = replace(view, layout=Layout.CARDS)
        text = view_text(view, self.presenter, heading=not has_heading(introduction))
        first = next((shown for shown in view.posts if self.posts[shown].image), None)
        cards = Cards(view.posts, lambda shown: self.card(shown, view.layout, first=shown == first))
        html = self.fragments.render(
            "view.html",
            view=text,
            cards=cards,
            introduction=Markup(introduction),  # noqa: S704 - the host's HTML
        )
        return rebase(html, url)

    def _line(self, post: PostText) -> Markup:
        """Return a post as one line of an archive; it stands there, in its year, and in its month."""
        if post.href not in self._lines:
            self._lines[post.href] = self.fragments.markup("post_card.html", post=post, layout=Layout.COMPACT)
        return self._lines[post.href]

    def card(self, uri: str, layout: str, level: int = 2, *, first: bool = False) -> Markup:
        """Return a post as a card with a heading of a level; the picture of the first is loaded at once."""
        key = (uri, layout, level, first)
        if key not in self._cards:
            post = self.presenter.post(uri)
            shown = post.first() if first else post
            self._cards[key] = self.fragments.markup("post_card.html", post=shown, layout=layout, level=level)
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


def errors_by_source(problems: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """Return the errors among problems, by the file in which they stand."""
    errors: dict[str, list[Problem]] = {}
    for found in problems:
        if found.severity is Severity.ERROR:
            errors.setdefault(found.place.path, []).append(found)
    return errors
