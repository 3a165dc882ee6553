"""Pages of listings while plugins make the navigation anew, name what is in it, or make sections pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cache

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.site.listing_page import ListingPage
from mkdocs_newsblog.host.site.navigation import nav_titles
from mkdocs_newsblog.read.config.plugin_options import plain_name


class LentPages:
    """The pages of listings: like those of the host for a while, then without names of ours for another."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lent: list[tuple[File, ListingPage]] = []
        self._unnamed: list[tuple[File, str | Markup]] = []

    def lend(self, files: Iterable[File]) -> None:
        """Let them look like pages of the host: who makes a navigation drops those, and has others made.

        The host gives no name to a page that is there already. Everybody else still finds one with a title.
        """
        self._lent = [(file, file.page) for file in files if isinstance(file.page, ListingPage)]
        for _, page in self._lent:
            page.__class__ = Page  # type: ignore[assignment]

    def take_back(self, config: MkDocsConfig) -> None:
        """Have listings again, in the place of pages that were made meanwhile with the names of those."""
        named = {*nav_titles(config.nav), *self._have_back()}
        if "section-index" in map(plain_name, config.plugins):
            self._take_names(named)

    def _have_back(self) -> list[str]:
        """Make listings of these pages, and return the sources of those that a navigation has named."""
        named = []
        for file, page in self._lent:
            if type(page) is Page:
                page.__class__ = ListingPage
            made = file.page
            if made is None:
                file.page = page
            elif type(made) is Page:  # the navigation and its neighbours hold it
                title = page.title
                if made.title is not None:
                    named.append(file.src_uri)
                    title = Markup(made.title)  # noqa: S704 - as any name in a navigation
                made.__class__ = ListingPage
                made.title = title
                made.heading, made.titled = page.heading, page.titled  # type: ignore[attr-defined]
        return named

    def _take_names(self, named: Collection[str]) -> None:
        """Let pages be without a name, as the host's own are: only such a one becomes that of a section."""
        for file, _ in self._lent:
            page = file.page
            if isinstance(page, ListingPage) and file.src_uri not in named:
                self._unnamed.append((file, page.title))
                page.title = ""

    def settle(self) -> None:
        """Have all of them named, and those be listings again that were made something else besides.

        Some plugins make the navigation anew only now, and drop all pages.
        """
        self._have_back()
        for file, title in self._unnamed:
            page = file.page
            if isinstance(page, Page):
                if not isinstance(page, ListingPage):
                    page.__class__ = _listing_and(type(page))
                page.title = page.title or title
        self._lent, self._unnamed = [], []


@cache
def _listing_and(kind: type[Page]) -> type[ListingPage]:
    return type("Listing", (ListingPage, kind), {"__module__": __name__})
