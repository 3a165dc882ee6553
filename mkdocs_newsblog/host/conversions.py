"""What Markdown became, kept between builds: the text of an unchanged page is not converted again.

An entry is found by everything that goes into a conversion and is known beforehand; the files that its links
were looked up in stand inside it, and it holds only while each of them is where it was.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from itertools import islice
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.host.ahead import Ahead
from mkdocs_newsblog.host.extensions import ImpureError, extensions_text
from mkdocs_newsblog.host.listening import PAGES, Listener, listening
from mkdocs_newsblog.host.navigation import page_of
from mkdocs_newsblog.host.pages import CACHE, project_folder
from mkdocs_newsblog.host.shelf import Shelf
from mkdocs_newsblog.schema.settings import Settings

log = get_plugin_logger("mkdocs_newsblog")

Convert = Callable[[MkDocsConfig, Files], None]


class Lookups:
    """The files of a site, with a note of each one that was asked for."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self.asked: dict[str, list[Any] | None] = {}

    def get_file_from_path(self, path: str) -> File | None:
        """Return a file as the host's own collection does."""
        file = self._files.get_file_from_path(path)
        self.asked[path] = state_of(file)
        return file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._files, name)


def state_of(file: File | None) -> list[Any] | None:
    """Return what a link to a file depends on."""
    return None if file is None else [file.src_uri, file.url, file.inclusion.is_excluded()]


class Conversions:
    """What Markdown became. Nothing of it is needed: what is not kept is converted again."""

    def __init__(
        self, shelf: Shelf | None, extensions: str = "", *, whole: bool = False, workers: int = 0
    ) -> None:
        """Take where entries are kept, and a text that stands for the Markdown extensions and their versions.

        Without a place nothing is kept; ``whole`` says whether all pages of the site are, or posts alone;
        ``workers`` how many further processes may convert.
        """
        self._shelf = shelf
        self._extensions = extensions
        self._whole = whole
        self._workers = workers
        self._ahead = Ahead()
        self._last: Mapping[str, bytes] = {}
        self._now: dict[str, bytes] | None = None

    def follow(self, last: Conversions) -> Conversions:
        """Take the entries that the last build of a preview has used, and remember those of this one."""
        self._last, self._now = last._now or {}, {}
        return self

    def _start(self, config: MkDocsConfig, files: Files, sources: Mapping[str, str]) -> None:
        """Convert posts in further processes too, where nothing is kept of them yet."""
        pages = {uri: page for uri in sources if isinstance(page := page_of(files, uri), ConvertedPage)}
        if self._shelf is None or not self._workers or self._is_kept(pages, sources, config):
            return
        shelf = self._shelf.branch()

        def convert(uri: str) -> None:
            self._shelf, page = shelf, pages[uri]
            page.markdown = get_data(sources[uri])[0]
            page.render(config, files)

        self._shelf.is_shared = True
        self._ahead.start(self._workers, list(pages), convert)

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
        self._ahead.take(page.file.src_uri)
        key = self._key(page, config, page.markdown)
        data = self._last.get(key) or self._shelf.get(key)
        entry = _unpacked(data)
        if entry is not None and _holds(entry, files):
            _give(page, entry, files)
            if self._now is not None and data:
                self._now[key] = data  # not what it holds, which Python would go through again and again
            return
        lookups = Lookups(files)
        with listening() as listener:
            convert(config, cast("Files", lookups))
        with suppress(ValueError, TypeError):  # a text that is no Unicode, or a heading that is no text
            entry = _taken(page, lookups, listener)
            self._shelf.put(key, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())

    def _key(self, page: Page, config: MkDocsConfig, markdown: str | None) -> str:
        links = config.validation.links
        parts = [
            self._extensions,
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

    def close(self) -> None:
        """Write what is new."""
        self._ahead.stop()
        if self._shelf is not None:
            self._shelf.close()


def _unpacked(data: bytes | None) -> dict[str, Any] | None:
    try:
        entry = json.loads(data) if data else None
    except ValueError:
        return None
    return entry if isinstance(entry, dict) else None


def _holds(entry: dict[str, Any], files: Files) -> bool:
    return all(state_of(files.get_file_from_path(path)) == state for path, state in entry["asked"].items())


def _taken(page: Page, lookups: Lookups, listener: Listener) -> dict[str, Any]:
    """Return all that a conversion gave a page."""
    anchors = page.links_to_anchors
    return {
        "asked": lookups.asked,
        "said": listener.said,
        "content": page.content,
        "toc": [_link(item) for item in page.toc],
        "heading": page._title_from_render,
        "ids": sorted(page.present_anchor_ids or ()),
        "anchors": None if anchors is None else [[file.src_uri, links] for file, links in anchors.items()],
    }


def _link(item: AnchorLink) -> list[Any]:
    return [item.title, item.id, item.level, [_link(child) for child in item.children]]


def _give(page: Page, entry: dict[str, Any], files: Files) -> None:
    """Give a page what a conversion gave it once, and say again what was said."""
    page.content = entry["content"]
    toc = [_anchor(item) for item in entry["toc"]]
    if toc:
        toc[0].active = True  # type: ignore[attr-defined]  # as the host marks it
    page.toc = TableOfContents(toc)
    page._title_from_render = entry["heading"]
    page.present_anchor_ids = set(entry["ids"])
    if entry["anchors"] is not None:
        found = [(files.get_file_from_path(uri), links) for uri, links in entry["anchors"]]
        page.links_to_anchors = {file: links for file, links in found if file is not None}
    for name, level, message in entry["said"]:
        logging.getLogger(name).log(level, "%s", message)


def _anchor(item: list[Any]) -> AnchorLink:
    title, fragment, level, children = item
    link = AnchorLink(title, fragment, level)
    link.children = [_anchor(child) for child in children]
    return link


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
        return Conversions(None)
    try:
        extensions = extensions_text(config, options.readers)
    except ImpureError as reason:
        log.debug(f"Markdown is converted anew in every build: {reason}")
        return Conversions(None)
    shelf = Shelf(project_folder(config) / CACHE / "markdown.sqlite")
    workers = 0 if serving else settings.jobs - 1
    made = Conversions(shelf, extensions, whole=options.markdown == "all", workers=workers)
    return made.follow(last) if serving else made
