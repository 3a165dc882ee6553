"""What Markdown became, kept between builds: the text of an unchanged page is not converted again.

An entry is found by everything that goes into a conversion and is known beforehand; the files that its links
were looked up in stand inside it, and it holds only while each of them is where it was.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from mkdocs_newsblog.host.extensions import ImpureError, extensions_text
from mkdocs_newsblog.host.listening import PAGES, Listener, listening
from mkdocs_newsblog.host.navigation import page_of
from mkdocs_newsblog.host.pages import project_folder
from mkdocs_newsblog.images.writing import write_whole
from mkdocs_newsblog.schema.caching import CacheOptions

log = get_plugin_logger("mkdocs_newsblog")

MAGIC = "newsblog-conversion 1"
OLD = 30 * 86_400
"""Seconds after which an entry that no build asked for is removed."""
DAY = 86_400
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
    """The entries in a folder. Nothing of it is needed: what can't be read is converted again."""

    def __init__(self, folder: Path, extensions: str | None, *, whole: bool = False) -> None:
        """Take the folder, and a text that stands for the Markdown extensions and their versions.

        Without the text nothing is kept; ``whole`` says whether all pages of the site are, or posts alone.
        """
        self.folder = folder
        self.extensions = extensions
        self.whole = whole
        self._used: set[str] = set()

    def keep(self, files: Files, posts: Iterable[str]) -> None:
        """Let the host's own pages keep their conversions; those of other plugins stay what they are."""
        if self.extensions is None:
            return
        uris = [file.src_uri for file in files] if self.whole else posts
        for page in (page_of(files, uri) for uri in uris):
            if type(page) is Page:
                page.__class__ = ConvertedPage
                cast("ConvertedPage", page).conversions = self

    def render(self, page: Page, config: MkDocsConfig, files: Files, convert: Convert) -> None:
        """Give a page its content, from an entry if one holds, else with ``convert``, the host's own way."""
        path = self.folder / f"{self._key(page, config)}.json"
        self._used.add(path.name)
        entry = self._load(path)
        if entry is not None and _holds(entry, files):
            _give(page, entry, files)
            return
        lookups = Lookups(files)
        with listening() as listener:
            convert(config, cast("Files", lookups))
        with suppress(OSError, ValueError, TypeError):
            self._save(path, _taken(page, lookups, listener))

    def _key(self, page: Page, config: MkDocsConfig) -> str:
        links = config.validation.links
        parts = [
            self.extensions,
            page.file.src_uri,
            page.file.url,
            page.file.inclusion.is_excluded(),
            config.use_directory_urls,
            [links.absolute_links, links.unrecognized_links, links.not_found, links.anchors],
            PAGES.getEffectiveLevel(),
            page.markdown,
        ]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:40]

    def _load(self, path: Path) -> dict[str, Any] | None:
        """Return an entry, None for one that is not there, half, damaged, or somebody else's."""
        try:
            head, _, text = path.read_bytes().partition(b"\n")
            if head.decode("ascii", "replace") != f"{MAGIC} {hashlib.sha256(text).hexdigest()}":
                return None
            entry: dict[str, Any] = json.loads(text)
            if time.time() - path.stat().st_mtime > DAY:
                os.utime(path)
        except (OSError, ValueError):
            return None
        return entry

    def _save(self, path: Path, entry: dict[str, Any]) -> None:
        text = json.dumps(entry, ensure_ascii=False).encode("utf-8", "strict")
        head = f"{MAGIC} {hashlib.sha256(text).hexdigest()}\n".encode()
        write_whole(path, head + text)

    def tidy(self) -> None:
        """Remove what no build has asked for in a long time."""
        if self.extensions is None:
            return
        try:
            names = [entry.name for entry in os.scandir(self.folder)]
            if len(names) < 2 * len(self._used) + 100:
                return
            before = time.time() - OLD
            for name in names:
                path = self.folder / name
                if name not in self._used and path.stat().st_mtime < before:
                    path.unlink(missing_ok=True)
        except OSError:
            return


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


def start_conversions(config: MkDocsConfig, options: CacheOptions | None, cache: Path) -> Conversions:
    """Return what keeps conversions in a cache folder; nothing, where it is off or would not be safe."""
    folder = project_folder(config) / cache / "markdown"
    if options is None:
        return Conversions(folder, None)
    try:
        return Conversions(folder, extensions_text(config, options.readers), whole=options.markdown == "all")
    except ImpureError as reason:
        log.debug(f"Markdown is converted anew in every build: {reason}")
        return Conversions(folder, None)
