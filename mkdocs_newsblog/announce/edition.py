"""All that a section can tell at the end of a build, for whoever puts it into a format."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mkdocs_newsblog.collect.neighbours import Around
from mkdocs_newsblog.collect.publish import changed_at
from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.feeds.document import FeedItem
from mkdocs_newsblog.metadata.facts import Step
from mkdocs_newsblog.metadata.tags import Tag
from mkdocs_newsblog.model.links import absolute_url
from mkdocs_newsblog.model.names import Status, TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Author, Entry, Image, Post
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.view import ViewName, ViewPage
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.schema.settings import Settings

_PLAIN = re.compile(r"[\w~-][\w./~-]*", re.ASCII)
"""An address below the site's root that is absolute as soon as the root stands before it."""


class Introduced(NamedTuple):
    """The page that an author wrote for a listing, and the picture that it is shared with."""

    entry: Entry
    image: Image | None


@dataclass(frozen=True, eq=False, repr=False)
class Edition:
    """The section as it is published; made anew whenever the host has settled the addresses."""

    site: Site
    settings: Settings
    presenter: Presenter
    posts: Mapping[str, Post]
    files: Mapping[str, str]
    """URL of each file for programs, below the site's root, by its path."""
    bodies: Mapping[str, str]
    """HTML of the newest posts, where feeds hold whole posts."""
    around: Around
    """The older and the newer post of each post."""
    introduced: Mapping[ViewName, Introduced]
    """What authors have written for pages of listings."""
    picture: Image | None
    """The picture of listings without one."""
    guids: Mapping[str, str]
    """Identities that front matter gives, by post."""
    folder: str
    """Folder of the language below the site's root, with its final slash; empty for one language."""
    links: dict[ViewName, list[Tag]] = field(default_factory=dict)
    """Links to the feeds of a listing, by its name; filled when the first head asks."""
    steps: dict[str, Step] = field(default_factory=dict)
    """Posts by title and address: each is made once, however many listings hold it."""
    items: dict[str, FeedItem] = field(default_factory=dict)
    """Posts as items of feeds: each is made once, however many feeds hold it."""

    def absolute(self, url: str | None) -> str | None:
        """Return an address with scheme and host, None where the site has none."""
        if url is None:
            return None
        # Most addresses are a post's or a listing's, and have nothing to encode.
        return self._root + url if self._root and _PLAIN.fullmatch(url) else absolute_url(url, self.site.url)

    @cached_property
    def _root(self) -> str | None:
        return absolute_url("", self.site.url)

    def view_url(self, kind: ViewKind, taxonomy: str | None = None, key: str | None = None) -> str | None:
        """Return the absolute address of a listing's first page."""
        return self.absolute(self.presenter.views.url((kind, taxonomy, key, 1)))

    def term_url(self, taxonomy: str, label: str) -> str | None:
        """Return the absolute address of a term's page."""
        return self.view_url(ViewKind.TERM, taxonomy, key_of(label))

    def labels(self, post: Post, *taxonomies: str) -> tuple[str, ...]:
        """Return the terms of a post as its page prints them, each once and without the hidden ones."""
        text = self.presenter.post(post.entry.src_uri)
        links = [link.label for name in taxonomies for link in getattr(text, name)]
        return tuple(dict.fromkeys(links)) if len(links) > 1 else tuple(links)

    def author_url(self, name: str) -> str | None:
        """Return the absolute address of an author's page."""
        return self.term_url(TaxonomyKind.AUTHORS, name)

    def author_of(self, view: ViewPage) -> Author | None:
        """Return the author whose posts a listing holds; None where it is no author's page."""
        of_author = view.term and view.taxonomy == TaxonomyKind.AUTHORS
        return self.presenter.found.people.get(view.term.key) if view.term and of_author else None

    @cached_property
    def home_url(self) -> str | None:
        """The absolute address of the section's front page."""
        return self.view_url(ViewKind.INDEX)

    @cached_property
    def top_url(self) -> str | None:
        """The absolute address of the site's front page, in the language of the section."""
        return self.absolute(self.folder)

    @property
    def title(self) -> str:
        """The section's title with the site's name, as it reads outside of the site."""
        title = self.presenter.title
        return title if title == self.site.name else f"{title} – {self.site.name}"

    def post_url(self, post: Post) -> str | None:
        """Return the absolute address of a post's own page."""
        return self.absolute(post.url)

    def step(self, uri: str) -> Step:
        """Return a post by title and address."""
        if uri not in self.steps:
            post = self.posts[uri]
            self.steps[uri] = Step(post.entry.title, self.post_url(post))
        return self.steps[uri]

    def identity(self, post: Post) -> str:
        """Return what identifies a post: what its author says, else its canonical address, else its own.

        Of two posts with one identity readers would show only one, so it is the own address of a post before
        anybody names it, and the second in order of path loses it.
        """
        return self._identities[post.entry.src_uri]

    @cached_property
    def _identities(self) -> Mapping[str, str]:
        own = {uri: self.post_url(self.posts[uri]) or self.posts[uri].url for uri in sorted(self.posts)}
        owners = {url: uri for uri, url in own.items()}
        found: dict[str, str] = {}
        for uri, url in own.items():
            wanted = self.guids.get(uri) or self.canonical_url(self.posts[uri]) or url
            found[uri] = wanted if owners.setdefault(wanted, uri) == uri else url
        return found

    def canonical_url(self, post: Post) -> str | None:
        """Return the address of the original: the one that its author names, else the post's own."""
        written = self.absolute(post.entry.canonical_url)
        return written if written and written.startswith("http") else self.post_url(post)

    def changed_on(self, view: ViewPage) -> str | None:
        """Return the day (ISO 8601) of the newest change in a listing, None where no post has a date."""
        uris = view.posts or self.presenter.found.order
        entries = (self.posts[uri].entry for uri in uris if self.is_published(uri))
        moments = (changed_at(entry, self.site.now) for entry in entries)
        newest = max((moment.day for moment in moments if moment), default=None)
        return newest.isoformat() if newest else None

    def is_published(self, uri: str) -> bool:
        """Whether a post is listed for everybody, and not in a preview alone."""
        return uri in self.posts and self.posts[uri].status is Status.PUBLISHED

    def written_for(self, view: ViewPage) -> Iterator[Introduced]:
        """Yield what authors have written for a page of a listing, and for its first, which is for all."""
        kind, taxonomy, subject, _ = view.name
        for name in dict.fromkeys((view.name, (kind, taxonomy, subject, 1))):
            if name in self.introduced:
                yield self.introduced[name]

    def is_closed(self, page: Post | ViewPage) -> bool:
        """Whether nobody is to find a page: a post that is not listed, a listing of such posts alone.

        An overview of terms lists what its terms do.
        """
        if isinstance(page, Post):
            return page.status is not Status.PUBLISHED
        shown = page.posts
        if page.kind is ViewKind.TERMS and page.taxonomy is not None:
            terms = self.presenter.found.terms.get(page.taxonomy, ())
            shown = tuple(uri for term in terms for uri in term.posts)
        return bool(shown) and not any(map(self.is_published, shown))

    def published(self) -> Iterator[Post]:
        """Return the listed posts, newest first, without those that only a preview shows."""
        return (self.posts[uri] for uri in self.presenter.found.order if self.is_published(uri))
