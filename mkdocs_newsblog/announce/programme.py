"""What will be announced, planned before a page is rendered: paths first, contents last."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.feeds import FeedPlan, make_feed, plan_feeds
from mkdocs_newsblog.announce.files import (
    LLMS,
    make_llms,
    make_news,
    make_news_index,
    make_posts_json,
    news_paths,
    recent,
)
from mkdocs_newsblog.announce.heads import TYPES
from mkdocs_newsblog.announce.identity import guids
from mkdocs_newsblog.collect.paginate import paginate
from mkdocs_newsblog.feeds.news_sitemap import LIMIT
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.route import folded

Maker = Callable[[Edition], bytes]
Extender = Callable[[bytes, Edition], bytes]


class Programme(NamedTuple):
    """Every file for programs by its path below the site's root, and what it takes to fill them."""

    makers: Mapping[str, Maker] = MappingProxyType({})
    feeds: tuple[FeedPlan, ...] = ()
    extends: Mapping[str, Extender] = MappingProxyType({})
    """Files that may be the author's own, and are continued: ``llms.txt`` and ``_redirects``."""
    guids: Mapping[str, str] = MappingProxyType({})
    wanted: frozenset[str] = frozenset()
    """Posts whose whole text goes into a feed."""
    problems: tuple[Problem, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that will be made."""
        return (*self.makers, *self.extends)

    def make(self, path: str, edition: Edition, existing: bytes = b"") -> bytes:
        """Return the content of a file; ``existing`` is what the author's own file holds."""
        if path in self.extends:
            return self.extends[path](existing, edition)
        return self.makers[path](edition)


def plan_programme(
    site: Site,
    settings: Settings,
    views: Sequence[ViewPage],
    entries: Sequence[Entry],
    owners: Mapping[str, Sequence[str]],
) -> Programme:
    """Decide which files there are; ``entries`` are the published posts, newest first.

    ``owners`` says who writes each folded output path of the site without the files of this plugin.
    """
    dated = [entry for entry in entries if entry.published]
    feeds: tuple[FeedPlan, ...] = ()
    if site.url:
        uris = frozenset(entry.src_uri for entry in dated)
        order = [entry.src_uri for entry in dated]
        feeds = tuple(plan_feeds(views, settings, order, uris.__contains__))
    makers: dict[str, Maker] = {plan.path: partial(make_feed, plan) for plan in feeds}
    folder = _folder(views)
    makers |= _news_makers(site, settings, folder, dated)
    if settings.posts_json:
        makers["/".join((*folder, "posts.json"))] = make_posts_json
    ids, doubts = guids(dated)
    full = settings.feeds is not None and settings.feeds.content == "full"
    return Programme(
        makers,
        feeds,
        {LLMS: make_llms} if settings.llms else {},
        ids,
        frozenset(uri for plan in feeds for uri in plan.posts) if full else frozenset(),
        (*_notices(site, settings), *doubts, *_odd_types(entries), *_clashes(makers, owners)),
    )


def _folder(views: Sequence[ViewPage]) -> tuple[str, ...]:
    """Return the section's address: that of its front page, which is planned first."""
    return views[0].first if views else ()


def _news_makers(
    site: Site, settings: Settings, folder: tuple[str, ...], entries: Sequence[Entry]
) -> Mapping[str, Maker]:
    if settings.news is None or site.url is None:
        return {}
    uris = recent(entries, site)
    first, *rest = news_paths(folder, settings.news.file, len(uris))
    if not rest:
        return {first: partial(make_news, uris)}
    parts = paginate(uris, LIMIT)
    return {first: partial(make_news_index, rest)} | {
        path: partial(make_news, part) for path, part in zip(rest, parts, strict=True)
    }


def _notices(site: Site, settings: Settings) -> Iterator[Problem]:
    if site.url is None and (settings.feeds or settings.news):
        what = "feeds" if settings.feeds else "a news sitemap"
        fact = f"the site has no address, so {what} of {settings.dir} can't be made"
        yield problem("feeds-need-address", Place("mkdocs.yml"), "site_url", fact)


def _odd_types(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry in entries:
        if entry.seo_type and entry.seo_type.lower() not in TYPES:
            fact = f"{quoted(entry.seo_type)} is no article of schema.org, so the usual type is used"
            yield problem("seo-type-unknown", entry.place("seo_type"), "seo.type", fact)


def _clashes(makers: Mapping[str, Maker], owners: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    for path in makers:
        if owner := next(iter(owners.get(folded(path), ())), None):
            fact = f"the file {path} that this plugin makes and {owner} would be one file"
            remedy = "Move the file, or give ours another name in feeds.files"
            yield problem("address-taken", Place(owner), "file", fact, remedy)
