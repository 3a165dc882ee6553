"""What Markdown became, kept between builds: the text of an unchanged page is not converted again.

An entry is found by everything that goes into a conversion and is known beforehand; the files that its links
were looked up in stand inside it, and it holds only while each of them is where it was.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.host.conversion.conversion_entry import Lookups, give, holds, taken, unpacked
from mkdocs_newsblog.host.conversion.conversion_workers import ConversionWorkers
from mkdocs_newsblog.host.conversion.extension_code import ImpureError
from mkdocs_newsblog.host.conversion.extensions import ExtensionState
from mkdocs_newsblog.host.conversion.listening import PAGES, listening
from mkdocs_newsblog.host.site.navigation import page_of
from mkdocs_newsblog.host.site.pages import CACHE, project_folder
from mkdocs_newsblog.host.store.recent import Recent
from mkdocs_newsblog.host.store.shelf import Shelf
from mkdocs_newsblog.schema.settings import Settings

log = get_plugin_logger("mkdocs_newsblog")

ROOM = 256 * 1024 * 1024
"""Bytes of entries that a preview remembers; those for which there is no room are on disk."""

Convert = Callable[[MkDocsConfig, Files], None]


class Conversions:
    """What Markdown became. Nothing of it is needed: what is not kept is converted again."""

    def __init__(
        self,
        shelf: Shelf | None = None,
        extensions: ExtensionState | None = None,
        *,
        whole: bool = False,
        workers: int = 0,
    ) -> None:
        """Take where entries are kept, and the Markdown extensions of the site.

        Without a place nothing is kept, nor is a text with one of their marks; ``whole`` says whether all
        pages of the site are, or posts alone; ``workers`` how many further processes may convert.
        """
        self._shelf = shelf
        self._extensions = extensions or ExtensionState()
        self._whole = whole
        self._worker_count = workers
        self._workers = ConversionWorkers()
        self._recent: Recent | None = None
        self._rebuilds = False

    def follow(self, last: Conversions) -> Conversions:
        """Take the entries that the last builds of a preview have used, and remember those of this one.

        All but the first build of a preview write nothing: where the server watches the cache, too, each
        change would be built twice.
        """
        self._recent = last._recent or Recent(ROOM)
        self._recent.begin()
        if self._shelf is not None and last._shelf is not None and not last._shelf.is_off:
            self._shelf, self._rebuilds = last._shelf, True
        return self

    def _start(self, config: MkDocsConfig, files: Files, sources: Mapping[str, str]) -> None:
        """Convert posts in further processes too, where nothing is kept of them yet."""
        texts = {uri: text for uri, text in sources.items() if not self._is_marked(text)}
        pages = {uri: page for uri in texts if isinstance(page := page_of(files, uri), ConvertedPage)}
        if self._shelf is None or not self._worker_count or self._is_kept(pages, sources, config):
            return
        shelf = self._shelf.branch()

        def convert(uri: str) -> None:
            self._shelf, page = shelf, pages[uri]  # in the process that was forked, not in the build
            page.markdown = get_data(sources[uri])[0]
            page.render(config, files)

        self._shelf.is_shared = True
        self._workers.start(self._worker_count, list(pages), convert)

    def _is_kept(self, pages: Mapping[str, Page], sources: Mapping[str, str], config: MkDocsConfig) -> bool:
        """Whether the first posts are kept, as they are after another build."""
        if self._shelf is None:
            return False
        try:
            for uri in islice(pages, 3):
                key = self._key(pages[uri], config, get_data(sources[uri])[0])
                if self._shelf.get(key) is not None:
                    return True
        finally:
            self._shelf.close()  # a database must not be open in two processes that were one
        return False

    def keep(
        self, config: MkDocsConfig, files: Files, sources: Mapping[str, str], listings: Iterable[str]
    ) -> None:
        """Let the host's own pages keep their conversions; those of other plugins stay what they are.

        ``sources`` are the texts of posts by ``src_uri``, as the host is given them; ``listings`` are pages
        that an author may have written, too.
        """
        if self._shelf is None:
            return
        uris = [file.src_uri for file in files] if self._whole else [*sources, *listings]
        for page in (page_of(files, uri) for uri in uris):
            if type(page) is Page:
                page.__class__ = ConvertedPage
                cast("ConvertedPage", page).conversions = self
        self._start(config, files, sources)

    def render(self, page: Page, config: MkDocsConfig, files: Files, convert: Convert) -> None:
        """Give a page its content, from an entry if one holds, else with ``convert``, the host's own way."""
        if self._shelf is None:
            convert(config, files)
            return
        if reason := self._hindrance(page, config):
            log.debug(f"{page.file.src_uri} is converted anew in every build: {reason}")
            convert(config, files)
            return
        self._workers.take(page.file.src_uri)
        key = self._key(page, config, page.markdown)
        data = (self._recent.get(key) if self._recent is not None else None) or self._shelf.get(key)
        entry = unpacked(data)
        if entry is not None and holds(entry, files):
            give(page, entry, files)
            if self._recent is not None and data:
                self._recent.keep(key, data)  # not what it holds, which Python would go through again
            return
        lookups = Lookups(files)
        with listening() as listener:
            convert(config, cast("Files", lookups))
        with suppress(ValueError, TypeError):  # a text that is no Unicode, or a heading that is no text
            entry = taken(page, lookups, listener)
            self._shelf.put(key, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())

    def _hindrance(self, page: Page, config: MkDocsConfig) -> str:
        """Return why what a page becomes can't be kept, or nothing."""
        try:
            self._extensions.follow(config)
        except ImpureError as reason:
            return str(reason)
        return "it may take in other files" if self._is_marked(page.markdown) else ""

    def _is_marked(self, text: str | None) -> bool:
        return any(mark in (text or "") for mark in self._extensions.marks)

    def _key(self, page: Page, config: MkDocsConfig, markdown: str | None) -> str:
        links = config.validation.links
        parts = [
            self._extensions.text,
            page.file.src_uri,
            page.file.url,
            page.file.inclusion.is_excluded(),
            config.use_directory_urls,
            [links.absolute_links, links.unrecognized_links, links.not_found, links.anchors],
            PAGES.getEffectiveLevel(),
        ]
        digest = hashlib.sha256(json.dumps(parts).encode())
        digest.update((markdown or "").encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:40]

    def close(self, *, last: bool = False) -> None:
        """Write what is new; in a preview that goes on, much later."""
        self._workers.stop()
        if self._shelf is not None:
            if self._rebuilds and not last:
                self._shelf.pause()
            else:
                self._shelf.close()


class ConvertedPage(Page):
    """A page of the host whose conversion may be kept."""

    conversions: Conversions

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Convert the Markdown, unless the same was converted before."""
        self.conversions.render(self, config, files, super().render)


def start_conversions(
    config: MkDocsConfig, settings: Settings, last: Conversions, *, serving: bool
) -> Conversions:
    """Return what keeps conversions in a cache folder; nothing, where it is off or would not be safe."""
    options = settings.cache
    if options is None:
        return Conversions()
    try:
        extensions = ExtensionState(options.readers)
        extensions.follow(config)
    except ImpureError as reason:
        log.debug(f"Markdown is converted anew in every build: {reason}")
        return Conversions()
    shelf = Shelf(project_folder(config) / CACHE / "markdown.sqlite")
    workers = 0 if serving else settings.jobs - 1
    made = Conversions(shelf, extensions, whole=options.markdown == "all", workers=workers)
    return made.follow(last) if serving else made
