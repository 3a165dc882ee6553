"""Posts and listings in the site's navigation: their place in time, and where they belong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.neighbours import Around
from mkdocs_newsblog.views.lineage import lineage


def link_neighbours(files: Files, around: Around) -> None:
    """Give each post outside the nav the posts before and after it; those in the nav keep the nav's order."""
    for uri, (older, newer) in around.items():
        page = page_of(files, uri)
        if page is not None and page.previous_page is None and page.next_page is None:
            page.previous_page = page_of(files, older)
            page.next_page = page_of(files, newer)


def leave_out(nav: Navigation, uris: Collection[str]) -> None:
    """Take pages out that are in no build, such as drafts: nothing would be behind their names."""
    gone = {id(page) for page in nav.pages if page.file.src_uri in uris}
    if not gone:
        return
    nav.pages[:] = [page for page in nav.pages if id(page) not in gone]
    for before, after in pairwise((None, *nav.pages, None)):
        if before is not None and id(before.next_page) in gone:
            before.next_page = after
        if after is not None and id(after.previous_page) in gone:
            after.previous_page = before
    nav.items[:] = _without(nav.items, uris)


def _without(items: Iterable[StructureItem], uris: Collection[str]) -> Iterator[StructureItem]:
    for item in items:
        is_page = isinstance(item, Page)  # of a plugin that lets sections be pages, it may be both
        gone = isinstance(item, Page) and item.file.src_uri in uris
        if isinstance(item, Section) and item.children:
            item.children[:] = _without(item.children, uris)
            if gone and item.children:
                yield _section_of(item)
            gone = gone or not (is_page or item.children)
        if not gone:
            yield item


def _section_of(page: Section) -> Section:
    """Return a plain section in the place of one that was a page, too."""
    section = Section(page.title, page.children)
    section.parent = page.parent
    for child in section.children:
        child.parent = section
    return section


def show_below(nav: Navigation, home: Page, pages: Iterable[Page], title: str) -> None:
    """Show further pages below the section's front page; what the nav holds already stays where it is.

    A front page that leads a section of the nav gets them into that section. Any other makes room for a
    section of its own, called ``title``, but for the front page of the whole site: they follow it.
    """
    held = {page.file.src_uri for page in nav.pages}
    fresh = [page for page in pages if page.parent is None and page.file.src_uri not in held]
    if not fresh:
        return
    siblings: list[StructureItem] = nav.items if home.parent is None else home.parent.children
    place = next(number for number, item in enumerate(siblings) if item is home)
    if home is nav.homepage:
        siblings[place + 1 : place + 1] = fresh
    elif (led := section_led(home)) is not None:
        _put(led, fresh)
    else:
        section = Section(home.title or title, [home])
        section.parent = home.parent
        home.parent = section
        siblings[place] = section
        _put(section, fresh)
    at = nav.pages.index(home) + 1
    nav.pages[at:at] = fresh


def _put(section: Section, pages: Sequence[Page]) -> None:
    section.children += pages
    for page in pages:
        page.parent = section


def titles_of(files: Files, uris: Iterable[str]) -> dict[str, str | None]:
    """Return what the host calls pages, by source."""
    return {uri: page.title for uri in uris if (page := page_of(files, uri))}


def section_led(home: Page) -> Section | None:
    """Return the section of the nav that a page stands for: it is the first there, or is the section itself.

    The latter comes from a plugin that lets sections be pages.
    """
    item: StructureItem = home
    if isinstance(item, Section):
        return item
    return home.parent if home.parent is not None and home.parent.children[0] is home else None


class Lamp(NamedTuple):
    """Lights up the front page of the whole site in its nav, while a page is shown that belongs below it.

    A parent would do that too, but then themes would name the front page twice on the way to the page.
    """

    start: Page | None = None
    below: frozenset[str] = frozenset()

    def turn(self, page: Page, *, on: bool) -> None:
        """Switch the light before and after a page is printed."""
        if self.start is not None and page.parent is None and page.file.src_uri in self.below:
            self.start.active = on


def settle(nav: Navigation, files: Files, build: Build) -> Lamp:
    """Put a section's pages into the nav: those that the options want into sight, the others below them."""
    leave_out(nav, build.entries.keys() - build.posts.keys())
    link_neighbours(files, build.around)
    home = page_of(files, build.index.src_uri)
    if home is None or home not in nav.pages:
        return Lamp()
    wanted = filter(None, (page_of(files, uri) for uri in build.in_nav()))
    show_below(nav, home, wanted, build.presenter.title)
    shown = {page.file.src_uri: page for page in nav.pages}
    others = [uri for uri in (*build.posts, *build.views) if uri not in shown]
    adopt([page for uri in others if (page := page_of(files, uri))], top_of(nav, home), shown, build)
    return Lamp(home, frozenset(others)) if home is nav.homepage else Lamp()


def top_of(nav: Navigation, home: Page) -> StructureItem | None:
    """Return what all pages of the section are below: the section that the front page leads, else itself."""
    return None if home is nav.homepage else section_led(home) or home


def adopt(pages: Iterable[Page], top: StructureItem | None, shown: Mapping[str, Page], build: Build) -> None:
    """Give pages outside the nav a parent, so that themes show the way to them and light up its start.

    A listing in the nav that a page is below, such as all tags for a tag, goes before ``top``.
    """
    above = lineage(build.views.values())
    for page in pages:
        if page.parent is None:
            way = (shown[uri] for uri in _way(page.file.src_uri, above) if uri in shown)
            page.parent = next(way, top)  # type: ignore[assignment]  # the host's own pages have no page above


def _way(uri: str, above: Mapping[str, str]) -> Iterable[str]:
    while uri in above:
        uri = above[uri]
        yield uri


def page_of(files: Files, uri: str | None) -> Page | None:
    """Return the page made from a source."""
    file = files.src_uris.get(uri) if uri else None
    return file.page if file is not None and isinstance(file.page, Page) else None


def nav_titles(nav: object) -> dict[str, Markup]:
    """Return the titles that the site's nav gives pages; the host would lose them for pages made early.

    They are markup for the host.
    """
    titles: dict[str, Markup] = {}
    pending: list[tuple[object, object]] = [(None, nav)]
    while pending:
        title, item = pending.pop()
        if isinstance(item, Mapping):
            pending += item.items()
        elif isinstance(item, list):
            pending += ((None, inner) for inner in item)
        elif isinstance(item, str) and isinstance(title, str) and title:
            titles[item] = Markup(title)  # noqa: S704 - from the configuration
    return titles
