"""Listings in a navigation that a plugin makes anew: the host loses its names for pages that are there."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.site.listing_page import ListingPage


class LentPages:
    """The pages of listings, while they are away from their files."""

    def __init__(self) -> None:
        """Begin with none."""
        self._lent: list[tuple[File, ListingPage]] = []

    def lend(self, files: Iterable[File]) -> None:
        """Take them off their files, so that whoever makes a navigation has the host make others."""
        self._lent = [(file, file.page) for file in files if isinstance(file.page, ListingPage)]
        for file, _ in self._lent:
            file.page = None

    def take_back(self) -> None:
        """Put them back, or in the place of the pages that were made meanwhile, with the names of those."""
        for file, page in self._lent:
            made = file.page
            if type(made) is Page:  # the navigation and its neighbours hold it
                title = page.title if made.title is None else Markup(made.title)  # noqa: S704 - as in any nav
                made.__class__ = ListingPage
                made.title = title
                made.heading, made.titled = page.heading, page.titled  # type: ignore[attr-defined]
            else:
                file.page = page
        self._lent = []
