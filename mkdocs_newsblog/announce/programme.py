"""What will be announced, planned before a page is rendered: paths first, contents last."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
from mkdocs_newsblog.collect.paginate import paginate
from mkdocs_newsblog.feeds.news_sitemap import LIMIT
from mkdocs_newsblog.model.names import FeedFormat
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.route import Made, listing_words, reserved

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


FEED_WORDS = {
    FeedFormat.RSS: "feed in RSS",
    FeedFormat.ATOM: "feed in Atom",
    FeedFormat.JSON: "feed in JSON Feed",
}


class _File(NamedTuple):
    """One file before it is sure to have its name to itself."""

    path: str
    make: Maker
    what: str
    """What is in it, in words."""
    option: str
    """Which option names it."""


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
        listed = frozenset(entry.src_uri for entry in entries)
        read = [view for view in views if view.term is None or not listed.isdisjoint(view.term.posts)]
        feeds = tuple(plan_feeds(read, settings, order, uris.__contains__))
    files = list(_files(site, settings, feeds, _folder(views), dated))
    ids, doubts = _guids(dated)
    full = settings.feeds is not None and settings.feeds.content == "full"
    return Programme(
        {file.path: file.make for file in files},
        feeds,
        {LLMS: make_llms} if settings.llms else {},
        ids,
        frozenset(uri for plan in feeds for uri in plan.posts) if full else frozenset(),
        (
            *_notices(site, settings),
            *doubts,
            *_odd_types(entries),
            *_clashes(files, owners, site.config),
            *_written_over(files, site),
            *_own_clashes(files, _taken(views, settings, site.templates), site.config),
        ),
    )


def _folder(views: Sequence[ViewPage]) -> tuple[str, ...]:
    """Return the section's address: that of its front page, which is planned first."""
    return views[0].first if views else ()


def _files(
    site: Site,
    settings: Settings,
    feeds: Sequence[FeedPlan],
    folder: tuple[str, ...],
    entries: Sequence[Entry],
) -> Iterator[_File]:
    for plan in feeds:
        what = FEED_WORDS[plan.format]
        yield _File(plan.path, partial(make_feed, plan), what, f"feeds.files.{plan.format}")
    if settings.news is not None and site.url is not None:
        for path, make in _news_makers(settings.news.file, folder, recent(entries, site)):
            yield _File(path, make, "news sitemap", "news.file")
    if settings.posts_json:
        yield _File("/".join((*folder, "posts.json")), make_posts_json, "list of posts", "posts_json")


def _news_makers(name: str, folder: tuple[str, ...], uris: Sequence[str]) -> Iterator[tuple[str, Maker]]:
    first, *rest = news_paths(folder, name, len(uris))
    if not rest:
        yield first, partial(make_news, uris)
        return
    yield first, partial(make_news_index, rest)
    for path, part in zip(rest, paginate(uris, LIMIT), strict=True):
        yield path, partial(make_news, part)


def _notices(site: Site, settings: Settings) -> Iterator[Problem]:
    if site.url is None and (settings.feeds or settings.news):
        what, option = ("feeds", "feeds") if settings.feeds else ("a news sitemap", "news")
        fact = f"the site has no address, so {what} of {settings.dir} can't be made"
        yield problem(
            "feeds-need-address", Place(site.config), "site_url", fact, f"Set site_url, or {option}: false"
        )


def _guids(entries: Iterable[Entry]) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the written identity of each post that has one of its own, and what is wrong with the others.

    It identifies a post for subscribers, whatever becomes of its title, tags and address.
    Of two posts with one identity, readers would show only one: the second in order of path loses it.
    """
    owners: dict[str, str] = {}
    doubts: list[Problem] = []
    for entry in sorted(entries, key=lambda entry: entry.src_uri):
        if not entry.guid:
            continue
        owner = owners.setdefault(entry.guid, entry.src_uri)
        if owner != entry.src_uri:
            fact = f"{owner} has the guid {quoted(entry.guid)} too, so feeds know this post by its address"
            doubts.append(problem("feed-guid-repeated", entry.place("guid"), "guid", fact, others=(owner,)))
    return {uri: guid for guid, uri in owners.items()}, doubts


def _odd_types(entries: Sequence[Entry]) -> Iterator[Problem]:
    for entry in entries:
        if entry.seo_type and entry.seo_type.lower() not in TYPES:
            fact = f"{quoted(entry.seo_type)} is no article of schema.org, so the usual type is used"
            yield problem("seo-type-unknown", entry.place("seo_type"), "seo.type", fact)


def _clashes(files: Iterable[_File], owners: Mapping[str, Sequence[str]], config: str) -> Iterator[Problem]:
    for file in files:
        if owner := next(iter(owners.get(folded(file.path), ())), None):
            fact = f"the file {file.path} that this plugin makes and {owner} would be one file"
            remedy, place, key = f"Move the file, or change {file.option}", Place(owner), "file"
            if isinstance(owner, Made):
                remedy, place, key = "Give one of them another name", Place(config), file.option
            yield problem("address-taken", place, key, fact, remedy)


def _written_over(files: Iterable[_File], site: Site) -> Iterator[Problem]:
    """Yield a problem for each file that another plugin writes its own over."""
    written = {folded(path): who for path, who in site.written}
    for file in files:
        if who := written.get(folded(file.path)):
            fact = f"the {file.what} would be lost, since the plugin {who} writes {file.path} too"
            remedy = f"Take {who} out of plugins, or give one of them another name"
            yield problem("address-taken", Place(site.config), file.option, fact, remedy)


def _taken(views: Iterable[ViewPage], settings: Settings, templates: Iterable[str]) -> dict[str, str]:
    """Return the files that are no file of the site yet, and what each will hold."""
    taken = {path: f"that of {who}" for path, who in reserved(templates).items()}
    taken |= {LLMS: f"the file {LLMS}"} if settings.llms else {}
    listings = ((view.output, view) for view in views if not view.adopted)
    return taken | {folded(output): listing_words(view) for output, view in listings}


def _own_clashes(files: Iterable[_File], taken: dict[str, str], config: str) -> Iterator[Problem]:
    """Yield a problem for each option that gives files a taken name, however many files those are."""
    said: set[str] = set()
    for file in files:
        own = folded(file.path)
        other = taken.get(own) or taken.get(f"{own}/index.html")
        taken.setdefault(own, f"the {file.what}")
        # Where two listings have one address, that is said, and their feeds are no fault of their names.
        if other and other != f"the {file.what}" and file.option not in said:
            said.add(file.option)
            fact = f"the {file.what} and {other} would be one file, {file.path}"
            yield problem("address-taken", Place(config), file.option, fact, "Give one of them another name")
