"""Posts in the site's navigation: their place in time, and the section they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page


def link_neighbours(files: Files, around: Mapping[str, tuple[str | None, str | None]]) -> None:
    """Give each post outside the nav the posts before and after it; those in the nav keep the nav's order."""
    for uri, (older, newer) in around.items():
        page = page_of(files, uri)
        if page is not None and page.previous_page is None and page.next_page is None:
            page.previous_page = page_of(files, older)
            page.next_page = page_of(files, newer)


def adopt_parent(nav: Navigation, files: Files, index: str, uris: Iterable[str]) -> None:
    """Put pages outside the nav under the nav section that holds the section's index, if one does."""
    home = page_of(files, index)
    if home is None or home not in nav.pages:
        return
    for uri in uris:
        page = page_of(files, uri)
        if page is not None and page.parent is None and page is not home:
            page.parent = home.parent


def page_of(files: Files, uri: str | None) -> Page | None:
    """Return the page made from a source."""
    file = files.get_file_from_path(uri) if uri else None
    return file.page if file is not None and isinstance(file.page, Page) else None
