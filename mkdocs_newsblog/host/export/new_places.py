"""Where pages of the site are in the files of another generator, and what their Markdown becomes there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from copy import copy

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import pages as host_pages
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_newsblog.export.relink import relink
from mkdocs_newsblog.host.site.files import url_of
from mkdocs_newsblog.model.links import rooted

_HREF = re.compile(r'\bhref="([^"#?]*)')


class NewPlaces:
    """The pages of one build that have another place there, beside those that stay."""

    def __init__(self, files: Files, config: MkDocsConfig, moved: Mapping[str, str]) -> None:
        """Take the files of the build, and the new place of each that has one."""
        self._config = config
        self._moved = moved
        self._known: Collection[str] = files.src_uris
        self._before = files
        self._there = Files([self._placed(file) for file in files])
        self._left = {rooted(url_of(file), "") for file in files if file.src_uri in moved}
        """Addresses of pages that have another place."""

    def stays(self, page: Page) -> bool:
        """Whether a page has the place that it had."""
        return page.file.src_uri not in self._moved

    def relinked(self, uri: str, text: str) -> str:
        """Return the Markdown of a file with its links as they have to be there."""
        return relink(text, uri, self._moved.get(uri, uri), self._moved, self._known)

    def leaving(self, page: Page, html: str) -> set[str]:
        """Return which links of a page lead to pages that have another place."""
        url = url_of(page.file)
        return {rooted(each, url) for each in _HREF.findall(html)} & self._left

    def converted(self, page: Page, text: str, *, there: bool = True) -> Page:
        """Return what the site's Markdown makes of a page's text there, or in its old place if it stays.

        Its content is empty where that fails.
        """
        place = self._moved.get(page.file.src_uri)
        files = self._there if there else self._before
        file = copy(page.file) if place is None else _file(place, self._config)
        page = Page(None, file, self._config)  # which makes itself the page of the file
        page.markdown = text
        before = getattr(self._config, "_current_page", None)
        with _silence():
            try:
                self._config._current_page = page
                page.render(self._config, files)
            except Exception:  # an extension that needs more than a page: then its HTML stays as it was made
                page.content = ""
            finally:
                self._config._current_page = before
        return page

    def _placed(self, file: File) -> File:
        place = self._moved.get(file.src_uri)
        if place is None:
            return file
        placed = _file(place, self._config)
        placed.inclusion = file.inclusion
        return placed


def place_of(file: File, config: MkDocsConfig) -> str:
    """Return the path of Markdown that has a page's address, in the folder that the address is in.

    In that folder addresses mean the same to hosts that leave those in raw HTML alone, and to generators that
    take them for paths of files.
    """
    folder, name = posixpath.split(file.dest_uri)
    if posixpath.dirname(file.src_uri) == folder and _file(file.src_uri, config).dest_uri == file.dest_uri:
        return file.src_uri
    return posixpath.join(folder, f"{posixpath.splitext(name)[0]}.md")


def address_of(place: str, config: MkDocsConfig) -> str:
    """Return where in the built site the host puts a page at a place."""
    return _file(place, config).dest_uri


def _file(uri: str, config: MkDocsConfig) -> File:
    return File(uri, config.docs_dir, config.site_dir, config.use_directory_urls)


@contextmanager
def _silence() -> Iterator[None]:
    """Keep back what the host says of links: it has said it of the page in its old place."""
    host_pages.log.disabled, before = True, host_pages.log.disabled
    try:
        yield
    finally:
        host_pages.log.disabled = before
