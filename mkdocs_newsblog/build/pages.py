"""What the pages of a section show: posts with heading, hero and byline, and listings of them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from markupsafe import escape

from mkdocs_newsblog.build.listings import Listings
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.build.missing import lost_post
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.post_pages import PostPages
from mkdocs_newsblog.build.reading_on import ReadingOn
from mkdocs_newsblog.collect.neighbours import neighbours
from mkdocs_newsblog.metadata.tags import print_tags
from mkdocs_newsblog.model.links import rebase
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.problem import Problem, errors_by_source
from mkdocs_newsblog.render.templating.fragments import Fragments
from mkdocs_newsblog.render.templating.widths import Widths
from mkdocs_newsblog.render.text.heading import Top
from mkdocs_newsblog.render.text.labels import Labels
from mkdocs_newsblog.render.values.people import People
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.render.values.view_urls import ViewUrls
from mkdocs_newsblog.schema.options.listing import AuthorOptions

CLOSED = frozenset({"file-not-utf8", "file-too-large", "file-not-regular"})
"""Problems of files that the host must not open."""


@dataclass(kw_only=True, eq=False, repr=False)
class Build(Plan):
    """Everything one section knows during one build; made fresh for each.

    What puts values into HTML can't be there before every URL is known: :meth:`route` makes it. Then come
    :attr:`post_pages` and :meth:`listing`, and for both of them :meth:`head`, which gives the tags that are
    still lacking.
    """

    labels: Labels
    fragments: Fragments
    memory: Memory
    theme_prints_neighbours: bool
    theme_swaps_pages: bool
    """Whether its script puts the next page into the one that is open."""
    widths: Widths
    """How wide the theme shows pictures."""
    titled: Collection[str] = frozenset()
    """Sources of the pages above which the theme prints what the host calls them."""
    posts: dict[str, Post] = field(default_factory=dict)
    """Posts that have a page and an address, by ``src_uri``. Each is replaced when more is known of it."""
    doubts: list[Problem] = field(default_factory=list)
    """What was found while pages were made, after the first report."""
    presenter: Presenter = field(init=False)
    """Puts values into words."""
    listings: Listings = field(init=False)
    """Puts posts on cards, and listings together."""
    reading_on: ReadingOn = field(init=False)
    """Leads from a post to others."""
    post_pages: PostPages = field(init=False)
    """Makes the pages of posts."""

    def route(self, urls: Mapping[str, str]) -> None:
        """Take the URLs of all posts and listing pages, below the site's root, as the host settled them."""
        self.posts = {
            uri: Post(entry, urls[uri], self.status(uri), image=self.gallery.image(uri))
            for uri, entry in self.visible().items()
            if uri in urls
        }
        here = self.presenter = self._presenter(urls)
        self.listings = Listings(here, self.posts, self.fragments, self.memory)
        self.fragments.environment.globals.update(plural=here.terms.plural, line=self.listings.line)
        everywhere = ChainMap(dict(urls), dict(self.places.urls))
        self.reading_on = ReadingOn(
            here, self.fragments, self.memory, self.relations, everywhere, self.settings
        )
        self.post_pages = PostPages(
            plan=self,
            posts=self.posts,
            here=here,
            reading_on=self.reading_on,
            fragments=self.fragments,
            memory=self.memory,
            with_neighbours=not self.theme_prints_neighbours,
            errors=errors_by_source(self.report()) if self.site.serving else {},
        )
        picture = self.gallery.default.image
        self.announcer.route(here, self.posts, urls, self.around, self.introduced, picture)

    def _presenter(self, urls: Mapping[str, str]) -> Presenter:
        settings = self.settings
        title = settings.title or settings.index.title or self.introductions.title
        return Presenter(
            self.labels,
            self.found,
            self.posts,
            ViewUrls({view.name: urls[uri] for uri, view in self.views.items() if uri in urls}),
            title or self.labels.word("blog"),
            site_name=self.site.name,
            images=settings.images,
            widths=self.widths,
            badges=self.publication.is_preview,
            made=self.memory.made,
            portraits=self.gallery.likenesses,
            people=People(settings.authors or AuthorOptions(), self.gallery.portrait),
        )

    def take_away(self, urls: Collection[str]) -> None:
        """Let no listing show or count posts that another plugin has taken out of the site since the plan.

        ``urls`` holds every page that the site still has.
        """
        lost = self.visible().keys() - urls
        if not lost:
            return
        self.found = self.found.without(lost)
        self.around = neighbours(self.found, self.settings.neighbours)
        self.views = {uri: view.without(lost) for uri, view in self.views.items()}
        self.relations = self.relations.without(lost)

    def report_late(self) -> list[Problem]:
        """Return what was found while pages were made: nothing that :meth:`report` has said already."""
        pages = self.post_pages
        lost = [lost_post(uri, self.posts) for uri in self.visible() if uri not in pages.finished]
        if self.fragments.has_mistakes:
            self.memory.forget()  # so that the next build says it again
        return [*self.report_templates(), *self.judged((*self.doubts, *pages.doubts, *lost))]

    def report_templates(self) -> list[Problem]:
        """Return what was wrong with templates since it was last asked, by whichever section."""
        return self.fragments.mistakes.take() if self.fragments.mistakes else []

    def listing(self, uri: str, url: str, top: Top, title: str | None = None) -> str:
        """Return the HTML of a listing page, after the text of an adopted page and with its title."""
        view = self.views[uri]
        if view.adopted and uri in self.introductions.unpublished:
            status = self.introductions.unpublished[uri].value
            kind, word = f"newsblog-badge newsblog-badge--{status}", escape(self.labels.word(status))
            badge = f'<p><span class="{kind}">{word}</span></p>\n'
            top = top._replace(introduction=badge + top.introduction)
        return self.listings.page(view._replace(title=title or view.title), top, url)

    def head(self, uri: str, url: str, printed: str) -> str:
        """Return the tags that the head of one of our pages lacks.

        ``url`` is the page's own, ``printed`` the page's HTML up to the end of its head.
        """
        said = self.announcer.says(self.views.get(uri) or self.posts[uri])
        return self.memory.text(
            "head",
            url,
            (said, printed),
            lambda: rebase(print_tags(self.announcer.lacking(said, printed, url)), url),
        )

    def fault_page(self, uri: str, others: Iterable[Problem]) -> str | None:
        """Return what a preview shows in place of a page that can't be read, or None for other pages.

        Levels from the config change nothing here: the host must never open such a file. A build that goes on
        nevertheless has the listing without what its author wrote.
        """
        found = {str(each): each for each in (*self.problems, *others) if each.place.path == uri}
        closed = any(each.code in CLOSED for each in found.values())
        if uri in self.entries or not found or (uri in self.views and not closed):
            return None
        if not self.site.serving:
            return ""
        return self.fragments.render("problems.html", problems=list(found))
