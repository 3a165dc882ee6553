"""The page of a post: our parts around what the host has rendered, and what its finished HTML says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_newsblog.build.article import BODY, HEADING, Article, PostPage, marked, renamed, take_apart
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.build.plan import Plan
from mkdocs_newsblog.build.reading_on import PLACE, ReadingOn
from mkdocs_newsblog.model.links import href_of, rebase
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.html.depth import is_deep, too_deep
from mkdocs_newsblog.read.html.finish import measured, placed, summarised, without_body
from mkdocs_newsblog.read.html.length import measure
from mkdocs_newsblog.render.templating.fragments import Fragments
from mkdocs_newsblog.render.text.heading import heading_id, split_heading
from mkdocs_newsblog.render.text.inline import inline_markup
from mkdocs_newsblog.render.values.context import Neighbour
from mkdocs_newsblog.render.values.pictures import rewrapped
from mkdocs_newsblog.render.values.present import Presenter


class Settled(NamedTuple):
    """What the finished HTML of a post says, and its parts."""

    post: Post
    text: str
    """What cards and feeds may repeat."""
    bare: str
    """The author's parts, with places for ours."""
    around: Article | None
    """Our parts, None where another plugin has taken the marks away."""
    is_deep: bool
    """Whether nothing was read of it, since its elements are nested too deep."""


@dataclass(kw_only=True, slots=True, eq=False, repr=False)
class PostPages:
    """The pages of all posts of a section, made anew when URLs are told: last before any page is.

    A page comes here three times: :meth:`show` puts our parts around the body; :meth:`settle` reads the page
    after other plugins, and hands back the author's parts alone; :meth:`complete` puts ours there again.
    """

    plan: Plan
    posts: dict[str, Post]
    """Each is replaced when its page says more of it."""
    here: Presenter
    reading_on: ReadingOn
    fragments: Fragments
    memory: Memory
    with_neighbours: bool
    """Whether a page leads to the posts before and after: not where the theme does."""
    errors: Mapping[str, Sequence[Problem]]
    """What a build would stop at, by the post on whose page a preview says it."""
    finished: set[str] = field(default_factory=set)
    """Posts whose page the host has finished."""
    doubts: list[Problem] = field(default_factory=list)
    """What is said of posts whose HTML nothing can be taken of."""
    _articles: dict[str, Article] = field(default_factory=dict)
    """What :meth:`settle` has taken off the pages of posts, until :meth:`complete` puts it back."""

    def show(self, uri: str, body: str, *, titled: bool) -> PostPage:
        """Return a post's page: heading, hero, byline, then the body that the host has rendered.

        ``titled`` says that the theme prints its title.
        """
        length = self.memory.made(("length", uri), body, lambda: measure(body))
        post = measured(self.posts[uri], length, self.plan.settings)
        post = self.posts[uri] = placed(post, body, self.plan.gallery.base)
        self.here.forget(uri)
        heading, body, anchor = self.memory.made(
            ("heading", uri), (post.entry, body), lambda: split_heading(post.entry, body)
        )
        older, newer = self.plan.around.get(uri, (None, None)) if self.with_neighbours else (None, None)
        values = {
            "post": self.here.post(uri),
            "heading": marked("" if titled else heading, HEADING),
            "element_id": heading_id(heading) if titled else None,
            "body": marked(body, BODY),
            "problems": [str(found) for found in self.errors.get(uri, ())],
            "series": self.reading_on.series(uri),
            "reading_on": PLACE,
            "neighbours": bool(older or newer),
            "older": self._neighbour(older),
            "newer": self._neighbour(newer),
        }
        html = self.memory.made(
            ("post", uri),
            (values, post.url),
            lambda: rebase(self.fragments.render("post.html", **values), post.url),
        )
        return PostPage(self.fragments.part("post.html", html), anchor)

    def _neighbour(self, uri: str | None) -> Neighbour | None:
        if uri is None or (post := self.posts.get(uri)) is None:
            return None
        return Neighbour(post.entry.title, href_of(post.url), self.here.labels.other(post.entry.lang))

    def settle(self, uri: str, html: str, *, secret: bool) -> str:
        """Learn from a post's finished HTML what listings need, and return its author's part of it."""
        post = self.posts[uri]
        found = self.memory.made(
            ("page", uri), (post, html, secret), lambda: self._read(post, html, secret=secret)
        )
        self.doubts += [too_deep(uri)] if found.is_deep else []
        self.finished.add(uri)
        self.plan.announcer.keep(uri, found.text)
        self.posts[uri] = found.post
        self.here.settle(uri)
        if found.around is not None:
            self._articles[uri] = found.around
        return found.bare

    def _read(self, post: Post, html: str, *, secret: bool) -> Settled:
        article, deep = take_apart(html), not secret and is_deep(html)
        hidden = secret or deep
        text = "" if hidden else article.text if article else html
        settings, base = self.plan.settings, self.plan.gallery.base
        post = summarised(without_body(post) if hidden else post, text, settings, base, inline_markup)
        around = article and article._replace(heading="", lead=rewrapped(article.lead), body="")
        return Settled(post, text, article.bare if article else html, around, is_deep=deep)

    def complete(self, uri: str, html: str) -> str:
        """Return a post's whole page, and with it where its readers may go on to."""
        url = self.posts[uri].url
        article = self._articles.pop(uri, None)
        if article is None:
            return self.reading_on.fill(html, uri, url)
        end = renamed(article.end, self._names_of(self.plan.around.get(uri, ())))
        end = self.reading_on.fill(end, uri, url)
        return self.memory.made(
            ("whole", uri), (article, end, html), lambda: article._replace(end=end).around(html)
        )

    def _names_of(self, uris: Iterable[str | None]) -> list[tuple[str, str]]:
        """Return the titles of posts: as their sources say them, and as their pages do."""
        there = [uri for uri in uris if uri and uri in self.posts]
        return [(self.plan.entries[uri].title, self.posts[uri].entry.title) for uri in there]
