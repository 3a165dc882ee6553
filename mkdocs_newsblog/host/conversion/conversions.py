"""What Markdown became, kept between builds: the text of an unchanged page is not converted again.

An entry is found by its key; the files that its links were looked up in stand inside it, and it holds only
while each of them is where it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.host.conversion.conversion_entry import Lookups, give, holds, taken
from mkdocs_newsblog.host.conversion.conversion_store import ConversionStore
from mkdocs_newsblog.host.conversion.conversion_workers import ConversionWorkers
from mkdocs_newsblog.host.conversion.extension_code import ImpureError
from mkdocs_newsblog.host.conversion.extensions import ExtensionState
from mkdocs_newsblog.host.conversion.listening import listening
from mkdocs_newsblog.host.site.config import CACHE, project_folder
from mkdocs_newsblog.host.site.navigation import page_of
from mkdocs_newsblog.host.store.shelf import Shelf
from mkdocs_newsblog.schema.settings import Settings

log = get_plugin_logger("mkdocs_newsblog")

Convert = Callable[[MkDocsConfig, Files], None]


class Conversions:
    """What Markdown became. Nothing of it is needed: what is not kept is converted again."""

    def __init__(
        self,
        store: ConversionStore | None = None,
        extensions: ExtensionState | None = None,
        *,
        whole: bool = False,
        workers: int = 0,
    ) -> None:
        """Take where entries are kept, and the Markdown extensions of the site: both, or nothing is kept.

        ``whole`` says whether all pages of the site are kept, or posts alone; ``workers`` how many further
        processes may convert.
        """
        self._store = store
        self._extensions = extensions or ExtensionState()
        self._whole = whole
        self._worker_count = workers
        self._workers = ConversionWorkers()

    def follow(self, last: Conversions) -> Conversions:
        """Take over what the last builds of a preview have used."""
        if self._store is not None:
            self._store.follow(last._store)
        return self

    def _start(self, config: MkDocsConfig, files: Files, sources: Mapping[str, str]) -> None:
        """Convert posts in further processes too, where nothing is kept of them yet."""
        if self._store is None or not self._worker_count:
            return
        texts = (uri for uri, text in sources.items() if not self._extensions.is_marked(text))
        pages = {uri: page for uri in texts if isinstance(page := page_of(files, uri), ConvertedPage)}
        first = islice(pages.items(), 3)  # after another build these are kept
        keys = (self._extensions.key(page, config, get_data(sources[uri])[0]) for uri, page in first)
        if self._store.has_any(keys):
            return
        branch = self._store.branch()

        def convert(uri: str) -> None:
            self._store, page = branch, pages[uri]  # in the process that was forked, not in the build
            page.markdown = get_data(sources[uri])[0]
            page.render(config, files)

        self._workers.start(self._worker_count, list(pages), convert)

    def keep(
        self, config: MkDocsConfig, files: Files, sources: Mapping[str, str], listings: Iterable[str]
    ) -> None:
        """Let the host's own pages keep their conversions; those of other plugins stay what they are.

        ``sources`` are the texts of posts by ``src_uri``, as the host is given them; ``listings`` are pages
        that an author may have written, too.
        """
        if self._store is None:
            return
        uris = [file.src_uri for file in files] if self._whole else [*sources, *listings]
        for page in (page_of(files, uri) for uri in uris):
            if type(page) is Page:
                page.__class__ = ConvertedPage
                cast("ConvertedPage", page).conversions = self
        self._start(config, files, sources)

    def render(self, page: Page, config: MkDocsConfig, files: Files, convert: Convert) -> None:
        """Give a page its content, from an entry if one holds, else with ``convert``, the host's own way."""
        if self._store is None:
            convert(config, files)
            return
        if reason := self._extensions.hindrance(page, config):
            log.debug(f"{page.file.src_uri} is converted anew in every build: {reason}")
            convert(config, files)
            return
        self._workers.take(page.file.src_uri)
        key = self._extensions.key(page, config, page.markdown)
        entry = self._store.get(key)
        if entry is not None and holds(entry, files):
            give(page, entry, files)
            self._store.remember(key, entry)
            return
        lookups = Lookups(files)
        with listening() as listener:
            convert(config, cast("Files", lookups))
        with suppress(ValueError, TypeError):  # a text that is no Unicode, or a heading that is no text
            self._store.put(key, taken(page, lookups, listener))

    def close(self, *, last: bool = False) -> None:
        """Write what is new; in a preview that goes on, much later."""
        self._workers.stop()
        if self._store is not None:
            self._store.close(last=last)


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
    whole = options.markdown == "all"
    made = Conversions(ConversionStore(shelf), extensions, whole=whole, workers=workers)
    return made.follow(last) if serving else made
