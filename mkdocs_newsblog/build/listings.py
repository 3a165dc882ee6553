"""Posts as cards and lines, and the listing pages made of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.model.links import rebase
from mkdocs_newsblog.model.names import Layout
from mkdocs_newsblog.model.post import Post
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.render.templating.fragments import Fragments
from mkdocs_newsblog.render.templating.layouts import Cards
from mkdocs_newsblog.render.text.heading import Top, opening
from mkdocs_newsblog.render.values.context import PostText
from mkdocs_newsblog.render.values.listing import view_text
from mkdocs_newsblog.render.values.present import Presenter


@dataclass(slots=True, eq=False, repr=False)
class Listings:
    """Makes the HTML of listing pages; each card and each line is made once, however many of them show it.

    One for each build, once every URL is known.
    """

    here: Presenter
    posts: Mapping[str, Post]
    fragments: Fragments
    memory: Memory
    _cards: dict[tuple[str, str, int, bool], Markup] = field(default_factory=dict)
    _lines: dict[str, tuple[PostText, Markup]] = field(default_factory=dict)

    def page(self, view: ViewPage, top: Top, url: str) -> str:
        """Return the HTML of a listing page at its URL, after the text of an adopted page."""
        if view.layout not in self.fragments.layouts:  # in a preview: a build has stopped
            view = view._replace(layout=Layout.CARDS)
        shown = [(self.posts[uri], self.here.post(uri)) for uri in view.posts]
        text = self.memory.made(
            ("words", view.src_uri),
            (view, top, shown, self.here.ground),
            lambda: view_text(view, self.here, top),
        )
        first = next((post.entry.src_uri for post, _ in shown if post.image and post.image.on_cards), None)
        cards = Cards(view.posts, lambda uri: self.card(uri, view.layout, first=uri == first))
        introduction = Markup(top.introduction)  # noqa: S704 - the host's HTML
        begun = introduction[: len(opening(introduction))] if text.profile else ""
        values = {"view": text, "introduction": introduction, "opening": begun}
        html = self.memory.text(
            "view",
            url,
            (values, first),
            lambda: rebase(self.fragments.render("view.html", cards=cards, **values), url),
        )
        return self.fragments.part("view.html", html)

    def line(self, post: PostText) -> Markup:
        """Return a post as one line of an archive; it stands there, in its year, and in its month."""
        known = self._lines.get(post.href)
        if known is None or known[0] is not post:  # a preview may show two posts at one address
            known = (post, self.fragments.markup("post_card.html", post=post, layout=Layout.COMPACT))
            self._lines[post.href] = known
        return known[1]

    def card(self, uri: str, layout: str, level: int = 2, *, first: bool = False) -> Markup:
        """Return a post as a card with a heading of a level; the picture of the first is loaded at once."""
        key = (uri, layout, level, first)
        if key not in self._cards:
            post = self.here.post(uri)
            shown = post.first() if first else post
            self._cards[key] = self.fragments.markup("post_card.html", post=shown, layout=layout, level=level)
        return self._cards[key]
