"""What the pages of a section show: posts with heading, hero and byline, and listings of them."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import escape

from mkdocs_newsblog.build.article import BODY, HEADING, Article, PostPage, marked, renamed, take_apart
from mkdocs_newsblog.build.listings import Listings
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.build.missing import lost_post
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.reading_on import PLACE, ReadingOn
from mkdocs_newsblog.build.renderers import Renderers, presenter_for
from mkdocs_newsblog.collect.neighbours import neighbours
from mkdocs_newsblog.metadata.tags import stylesheet
from mkdocs_newsblog.model.links import href_of, rebase, relative_href
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.problem import Problem, errors_by_source
from mkdocs_newsblog.read.html.depth import is_deep, too_deep
from mkdocs_newsblog.read.html.finish import measured, placed, summarised, without_body
from mkdocs_newsblog.read.html.length import measure
from mkdocs_newsblog.render.context import Neighbour
from mkdocs_newsblog.render.fragments import Fragments
from mkdocs_newsblog.render.head import print_tags
from mkdocs_newsblog.render.heading import Top, heading_id, split_heading
from mkdocs_newsblog.render.inline import inline_markup
from mkdocs_newsblog.render.labels import Labels
from mkdocs_newsblog.render.pictures import rewrapped
from mkdocs_newsblog.render.present import Presenter
from mkdocs_newsblog.render.widths import Widths

CLOSED = frozenset({"file-not-utf8", "file-too-large", "file-not-regular"})
"""Problems of files that the host must not open."""


@dataclass(kw_only=True, eq=False, repr=False)
class Build(Plan):
    """Everything one section knows during one build; made fresh for each.

    A post's page comes here four times: :meth:`show` puts our parts around the body; :meth:`settle` reads the
    page after other plugins, and hands back the author's parts alone; :meth:`complete` puts ours there again,
    when search has looked; :meth:`head` gives the tags that are still lacking.
    """

    labels: Labels
    fragments: Fragments
    memory: Memory = field(default_factory=Memory)
    theme_prints_neighbours: bool = True
    widths: Widths = field(default_factory=Widths)
    """How wide the theme shows pictures."""
    titled: Collection[str] = frozenset()
    """Sources of the pages above which the theme prints what the host calls them."""
    posts: dict[str, Post] = field(default_factory=dict)
    """Posts that have a page and an address, by ``src_uri``. Each is replaced when more is known of it."""
    doubts: list[Problem] = field(default_factory=list)
    """What was found while pages were made, after the first report."""
    finished: set[str] = field(default_factory=set)
    """Posts whose page the host has finished."""
    _articles: dict[str, Article] = field(default_factory=dict)
    """What :meth:`settle` has taken off the pages of posts, until :meth:`complete` puts it back."""
    _errors: Mapping[str, Sequence[Problem]] = field(default_factory=dict)
    """What a build would stop at, by the post on whose page a preview says it."""
    _renderers: Renderers | None = None

    def route(self, urls: Mapping[str, str]) -> None:
        """Take the URLs of all posts and listing pages, below the site's root, as the host settled them."""
        self.posts = {
            uri: Post(entry, urls[uri], self.status(uri), image=self.gallery.image(uri))
            for uri, entry in self.visible().items()
            if uri in urls
        }
        self._errors = errors_by_source(self.report()) if self.site.serving else {}
        presenter = presenter_for(self, self.labels, self.posts, urls, self.memory, self.widths)
        listings = Listings(presenter, self.posts, self.fragments, self.memory)
        self.fragments.environment.globals.update(plural=presenter.terms.plural, line=listings.line)
        everywhere = ChainMap(dict(urls), dict(self.places.urls))
        reading_on = ReadingOn.start(
            presenter, self.fragments, self.relations, everywhere, self.settings, self.memory
        )
        self._renderers = Renderers(presenter, listings, reading_on)
        picture = self.gallery.default.image
        self.announcer.route(presenter, self.posts, urls, self.around, self.introduced, picture)

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

    @property
    def renderers(self) -> Renderers:
        """What :meth:`route` has made; before that it is an error to ask for anything in HTML."""
        if self._renderers is None:
            raise RuntimeError("route() comes first")
        return self._renderers

    @property
    def presenter(self) -> Presenter:
        """Puts values into words."""
        return self.renderers.presenter

    @property
    def listings(self) -> Listings:
        """Puts posts on cards, and listings together."""
        return self.renderers.listings

    @property
    def reading_on(self) -> ReadingOn:
        """Leads from a post to others."""
        return self.renderers.reading_on

    def report_late(self) -> list[Problem]:
        """Return what was found while pages were made: nothing that :meth:`report` has said already."""
        lost = [lost_post(uri, self.posts) for uri in self.visible() if uri not in self.finished]
        if self.fragments.has_mistakes:
            self.memory.forget()  # so that the next build says it again
        return [*self.report_templates(), *self.judged((*self.doubts, *lost))]

    def report_templates(self) -> list[Problem]:
        """Return what was wrong with templates since it was last asked, by whichever section."""
        return self.fragments.mistakes.take() if self.fragments.mistakes else []

    def show(self, uri: str, body: str, *, titled: bool = False) -> PostPage:
        """Return a post's page: heading, hero, byline, then the body that the host has rendered.

        ``titled`` says that the theme prints its title.
        """
        length = self.memory.made(("length", uri), body, lambda: measure(body))
        post = measured(self.posts[uri], length, self.settings)
        post = self.posts[uri] = placed(post, body, self.gallery.base)
        self.presenter.forget(uri)
        heading, body, anchor = split_heading(post.entry, body)
        older, newer = (None, None) if self.theme_prints_neighbours else self.around.get(uri, (None, None))
        values = {
            "post": self.presenter.post(uri),
            "heading": marked("" if titled else heading, HEADING),
            "element_id": heading_id(heading) if titled else None,
            "body": marked(body, BODY),
            "problems": [str(found) for found in self._errors.get(uri, ())],
            "series": self.reading_on.series(uri),
            "reading_on": PLACE,
            "neighbours": bool(older or newer),
            "older": self._neighbour(older),
            "newer": self._neighbour(newer),
        }
        html = self.memory.made(("post", uri), values, lambda: self.fragments.render("post.html", **values))
        return PostPage(rebase(self.fragments.part("post.html", html), post.url), anchor)

    def _neighbour(self, uri: str | None) -> Neighbour | None:
        if uri is None or (post := self.posts.get(uri)) is None:
            return None
        return Neighbour(post.entry.title, href_of(post.url), self.presenter.labels.other(post.entry.lang))

    def settle(self, uri: str, html: str, *, secret: bool = False) -> str:
        """Learn from a post's finished HTML what listings need, and return its author's part of it."""
        article = take_apart(html)
        if not secret and (secret := is_deep(html)):
            self.doubts.append(too_deep(uri))
        text = "" if secret else article.text if article else html
        self.finished.add(uri)
        self.announcer.keep(uri, text)
        post = without_body(self.posts[uri]) if secret else self.posts[uri]
        self.posts[uri] = self.memory.made(
            ("summary", uri),
            (post, text),
            lambda: summarised(post, text, self.settings, self.gallery.base, inline_markup),
        )
        self.presenter.settle(uri)
        if article is None:
            return html
        self._articles[uri] = article._replace(heading="", lead=rewrapped(article.lead), body="")
        return article.bare

    def complete(self, uri: str, html: str) -> str:
        """Return a post's whole page, and with it where its readers may go on to."""
        url = self.posts[uri].url
        article = self._articles.pop(uri, None)
        if article is None:
            return self.reading_on.fill(html, uri, url)
        end = renamed(article.end, self._names_of(self.around.get(uri, ())))
        return article._replace(end=self.reading_on.fill(end, uri, url)).around(html)

    def _names_of(self, uris: Iterable[str | None]) -> list[tuple[str, str]]:
        """Return the titles of posts: as their sources say them, and as their pages do."""
        there = [uri for uri in uris if uri and uri in self.posts]
        return [(self.entries[uri].title, self.posts[uri].entry.title) for uri in there]

    def listing(self, uri: str, url: str, top: Top, title: str | None = None) -> str:
        """Return the HTML of a listing page, after the text of an adopted page and with its title."""
        view = self.views[uri]
        if view.adopted and uri in self.introductions.unpublished:
            status = self.introductions.unpublished[uri].value
            kind, word = f"newsblog-badge newsblog-badge--{status}", escape(self.labels.word(status))
            badge = f'<p><span class="{kind}">{word}</span></p>\n'
            top = top._replace(introduction=badge + top.introduction)
        return rebase(self.listings.page(view._replace(title=title or view.title), top), url)

    def head(self, uri: str, url: str, stylesheet_url: str, printed: str = "") -> str:
        """Return the tags that the head of one of our pages lacks.

        ``url`` is the page's own, ``printed`` the page's HTML up to the end of its head.
        """
        said = self.announcer.says(self.views.get(uri) or self.posts[uri])
        first = stylesheet(relative_href(stylesheet_url, url))
        return self.memory.made(
            ("head", uri),
            (said, printed, url, first),
            lambda: rebase(print_tags([first, *self.announcer.lacking(said, printed, url)]), url),
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
