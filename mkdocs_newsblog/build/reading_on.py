"""Where a reader may go on to from the end of a post."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape

from markupsafe import Markup

from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.build.relations import Relations
from mkdocs_newsblog.collect.references import Reference
from mkdocs_newsblog.model.links import href_of, rebase
from mkdocs_newsblog.render.templating.fragments import Fragments
from mkdocs_newsblog.render.values.context_links import RelatedText, SeriesText
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.render.values.series import SeriesTexts
from mkdocs_newsblog.schema.settings import Settings

PLACE = Markup("<!-- newsblog-reading-on -->")
"""Stands on a post's page for what follows its text, until search has looked at the page."""


@dataclass(slots=True, eq=False, repr=False)
class ReadingOn:
    """The other parts of a post's series, and related posts. One for each build, once every URL is known."""

    here: Presenter
    fragments: Fragments
    memory: Memory
    relations: Relations
    urls: Mapping[str, str]
    """URL of every page and file of the site that a post may name."""
    settings: Settings
    texts: SeriesTexts = field(init=False)
    titles: dict[str, str] = field(default_factory=dict)
    """Titles of pages that are no posts, once the host knows them."""
    _links: dict[str, RelatedText] = field(default_factory=dict)
    """Posts as links below others, once every page is read."""
    _items: dict[tuple[str, str], Markup] = field(default_factory=dict)
    """HTML of related links by address and title: most posts are named below several others."""

    def __post_init__(self) -> None:
        self.texts = SeriesTexts(self.here, self.settings.series)

    @property
    def wanted(self) -> set[str]:
        """Sources whose titles are asked of the host."""
        references = (link for links in self.relations.named.values() for link in links)
        return {link.src_uri for link in references if link.src_uri and not link.title} - set(self.here.posts)

    def series(self, uri: str) -> Sequence[SeriesText]:
        """Return the place of a post in each of its series."""
        return self.texts.of(uri)

    def related(self, uri: str) -> list[RelatedText]:
        """Return what to name below a post: first what its author names, then posts on the same subjects."""
        named = list(self._named(self.relations.named.get(uri, ())))
        known = {link.post.href for link in named if link.post}
        posts = map(self._as_link, self.relations.alike.get(uri, ()))
        alike = [link for link in posts if link.href not in known]
        limit = self.settings.related.limit if self.settings.related else 0
        return [*named, *alike[: max(0, limit - len(named))]]

    def _as_link(self, uri: str) -> RelatedText:
        if uri not in self._links:
            post = self.here.post(uri)
            self._links[uri] = RelatedText(post.title, post.href, post)
        return self._links[uri]

    def _named(self, links: Sequence[Reference]) -> Iterator[RelatedText]:
        for link in links:
            if link.src_uri in self.here.posts:
                post = self.here.post(link.src_uri)
                yield RelatedText(link.title or post.title, post.href + link.fragment, post)
            elif link.src_uri in self.urls:
                title = link.title or self.titles.get(link.src_uri) or _last(link.src_uri)
                yield RelatedText(title, href_of(self.urls[link.src_uri]) + link.fragment)
            elif link.url:
                yield RelatedText(link.title or _host_and_path(link.url), link.url)

    def take_titles(self, titles: Mapping[str, str | None]) -> None:
        """Take the titles of pages as the host has them: HTML without tags; every page is read now."""
        self.texts.forget()
        self.titles = {uri: unescape(str(title)) for uri, title in titles.items() if title}

    def fill(self, html: str, uri: str, url: str) -> str:
        """Return a post's page with what follows its text, once every page of the site is read."""
        if PLACE not in html:
            return html
        series, related = self.series(uri), self.related(uri)
        if not series and not related:
            return html.replace(PLACE, "", 1)
        text = self.memory.made(("on", uri), (series, related), lambda: self._text(series, related))
        return html.replace(PLACE, rebase(self.fragments.part("reading_on.html", text), url), 1)

    def _text(self, series: Sequence[SeriesText], related: Sequence[RelatedText]) -> str:
        items = [self._item(link) for link in related]
        return self.fragments.render("reading_on.html", series=series, related=related, items=items)

    def _item(self, link: RelatedText) -> Markup:
        key = (link.href, link.title)
        if key not in self._items:
            self._items[key] = self.fragments.markup("related_post.html", link=link)
        return self._items[key]


def _last(path: str) -> str:
    return path.rpartition("/")[2]


def _host_and_path(url: str) -> str:
    """Return an address as people say it."""
    return url.partition(":")[2].strip("/")
