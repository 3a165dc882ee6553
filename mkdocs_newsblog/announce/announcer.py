"""One object for all that a build tells programs: planned first, then asked for bytes and tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_newsblog.announce.edition import Edition, Introduced
from mkdocs_newsblog.announce.feeds import alternates
from mkdocs_newsblog.announce.heads import HeadContent, page_says
from mkdocs_newsblog.announce.programme import Programme, plan_programme
from mkdocs_newsblog.announce.redirects import Former, with_redirects
from mkdocs_newsblog.collect.neighbours import Around
from mkdocs_newsblog.collect.publish import changed_at
from mkdocs_newsblog.feeds import forget_items
from mkdocs_newsblog.metadata.printed import missing, printed_keys
from mkdocs_newsblog.metadata.tags import Tag
from mkdocs_newsblog.model.links import below_root
from mkdocs_newsblog.model.post import Entry, Image, Post
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.view import ViewName, ViewPage
from mkdocs_newsblog.render.values.present import Presenter, Reuse
from mkdocs_newsblog.schema.settings import Settings

FEED = ("link", "alternate")
"""How the keys of links to feeds begin."""


@dataclass(eq=False, repr=False)
class Announcer:
    """Feeds, head tags and files for programs of one section during one build."""

    site: Site
    settings: Settings
    made: Reuse
    """Returns what the last build of a preview has made at a place from the same, else makes it."""
    programme: Programme = field(default_factory=Programme)
    folder: str = ""
    """Folder of the language below the site's root, with its final slash; empty for one language."""
    edition: Edition = field(init=False)
    """What the section can tell programs, once every URL is known."""
    _bodies: dict[str, str] = field(default_factory=dict)
    _ground: object = None
    """What all heads are made from, but for the page itself."""

    def plan(
        self,
        views: Sequence[ViewPage],
        entries: Sequence[Entry],
        owners: Mapping[str, Sequence[str]],
        former: Former,
    ) -> Sequence[Problem]:
        """Decide which files there are, and return what is wrong with them; see :func:`plan_programme`."""
        self.folder = former.translation.folder
        planned = plan_programme(self.site, self.settings, views, entries, owners)
        self.programme = with_redirects(planned, former, self.site, self.settings, views, owners)
        return self.programme.problems

    def route(
        self,
        presenter: Presenter,
        posts: Mapping[str, Post],
        urls: Mapping[str, str],
        around: Around,
        introduced: Mapping[ViewName, Introduced],
        picture: Image | None,
    ) -> None:
        """Take the addresses as the host settled them: of posts, of listings, and of the files planned."""
        files = {path: urls[path] for path in self.programme.paths if path in urls}
        self.edition = Edition(
            site=self.site,
            settings=self.settings,
            presenter=presenter,
            posts=posts,
            files=files,
            bodies=self._bodies,
            around=around,
            introduced=introduced,
            picture=picture,
            guids=self.programme.guids,
            folder=self.folder,
        )
        self._ground = None

    def picture_of(self, post: Post) -> str | None:
        """Return the whole address of a post's picture, None without one or without the site's address."""
        return self.edition.absolute(post.image.url) if post.image else None

    def keep(self, uri: str, html: str) -> None:
        """Remember the body of a post that goes into a feed as a whole, and of no other."""
        if uri in self.programme.wanted:
            self._bodies[uri] = html

    def output(self, path: str, existing: bytes = b"") -> bytes:
        """Return a planned file, once every post is settled; ``existing`` is the author's own file."""
        return self.programme.make(path, self.edition, existing)

    def close(self) -> None:
        """Drop what is needed only while the files are made; a preview will need it again."""
        if not self.site.serving:
            forget_items()
            self.edition.items.clear()
            self._bodies.clear()

    def says(self, page: Post | ViewPage) -> HeadContent:
        """Return what the head of a page should say."""
        here = self.edition
        if self._ground is None:  # one object in all builds that have the same: each head is compared with it
            ground = (here.presenter.title, dict(here.presenter.views.urls), here.files, here.picture)
            self._ground = self.made(("ground",), ground, lambda: ground)
        if isinstance(page, ViewPage):
            return self._listing_says(page)
        uri = page.entry.src_uri
        around = here.around.get(uri, (None, None))
        near = [here.posts[each].url if each and each in here.posts else None for each in around]
        # The text of a post holds its terms in the spelling that other posts have settled.
        changed = changed_at(page.entry, here.site.now)  # an update that lies ahead is none yet
        given = (page, here.presenter.post(uri), near, changed, self._ground)
        return self.made(("says", uri), given, lambda: page_says(page, here, self.programme.feeds))

    def _listing_says(self, view: ViewPage) -> HeadContent:
        here, feeds = self.edition, self.programme.feeds
        shown = [here.posts[uri] for uri in view.posts if uri in here.posts]
        links = alternates(feeds, view, here)
        around = (here.presenter.ground, self._ground, links, list(here.written_for(view)))
        given = (view, shown, here.is_closed(view), around)
        return self.made(("says", view.src_uri), given, lambda: page_says(view, here, feeds))

    def lacking(self, said: HeadContent, printed: str, url: str) -> list[Tag]:
        """Return the tags that the page at ``url`` lacks; ``printed`` is its HTML to the end of its head."""
        keys = printed_keys(printed)
        # A theme or the site's own template may write the address of a feed in another way.
        links = [key[2] for key in keys if key[:2] == FEED]
        keys |= {(*FEED, found) for href in links if (found := below_root(href, url, self.site.url))}
        return missing(said.tags(self.settings.metadata), keys)
