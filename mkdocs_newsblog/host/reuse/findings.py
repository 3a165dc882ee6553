"""What the search plugins found in a page, kept between builds: an unchanged page is not parsed again.

They use Python's own parser of HTML, which takes an eighth of a build that converts nothing, and a quarter of
a rebuild in a preview. What it finds depends on the page alone.
"""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, ClassVar, NamedTuple, cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.reuse.hashes import Hashes, text_hash
from mkdocs_newsblog.host.site.config import CACHE, project_folder
from mkdocs_newsblog.host.site.contents import contents_text
from mkdocs_newsblog.host.store.recent import Recent
from mkdocs_newsblog.host.store.shelf import Shelf


class Engine(NamedTuple):
    """A search engine whose index we know."""

    distribution: str
    place: str
    """Where the index has its entries."""
    classes: tuple[str, ...]
    """What finds them."""


_OWN = ("SearchIndex", "ContentParser", "ContentSection")
ENGINES = {
    "mkdocs.contrib.search.search_index": Engine("mkdocs", "_entries", _OWN),
    "properdocs.contrib.search.search_index": Engine("properdocs", "_entries", _OWN),
    "material.plugins.search.plugin": Engine(
        "mkdocs-material", "entries", ("SearchIndex", "Parser", "Section", "Element")
    ),
}
"""The engines by the modules of their indexes."""

SHORT = 400
"""Characters of a page that is parsed sooner than looked up, such as a listing that is not yet filled."""
ROOM = 64 * 1024 * 1024
"""Bytes of entries that a preview remembers."""


class Findings:
    """Entries of the search index by page. Nothing of it is needed: what is not kept is looked for again."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._shelf: Shelf | None = None
        self.hashes = Hashes()
        self.recent: Recent | None = None

    def begin(self, config: MkDocsConfig, *, serving: bool, keep: bool) -> None:
        """Let the search plugins of a build ask here first; ``keep`` allows to write to the cache folder.

        A preview remembers what its last builds found, and writes in its first build alone.
        """
        self.close()
        first = self.recent is None
        self.recent = (self.recent or Recent(ROOM)) if serving else None
        if self.recent is not None:
            self.recent.begin()
        self._shelf = Shelf(project_folder(config) / CACHE / "search.sqlite") if keep and first else None
        # Words of Chinese depend on the dictionaries of a package that Material asks, if it is there.
        if (serving or keep) and "jieba" not in sys.modules:
            for plugin in config.plugins.values():
                remember(getattr(plugin, "search_index", None), self)

    def close(self) -> None:
        """Write what is new, and let go of the shelf."""
        if self._shelf is not None:
            self._shelf.close()
            self._shelf = None

    def add(self, entries: list[Any], page: Page, given: str, find: Callable[[Page], None]) -> None:
        """Add to the entries what was found in a page before, else what ``find`` finds.

        ``given`` stands for all that finding depends on besides the page.
        """
        content = page.content or ""
        if len(content) < SHORT:
            find(page)
            return
        is_preview = self.recent is not None
        hashed = self.hashes.of(page.file.dest_uri, content) if is_preview else text_hash(content)
        key = _key(page, given, hashed)
        kept = self.recent.value(key) if self.recent is not None else None
        if kept is None and self._shelf is not None:
            kept = _unpacked(self._shelf.get(key))
        if kept is not None:
            entries += kept
        else:
            known = len(entries)
            find(page)
            try:
                data = json.dumps(entries[known:], ensure_ascii=False).encode()
            except (TypeError, ValueError):  # a value that is no JSON, or a text that is no Unicode
                return
            if self._shelf is not None:
                self._shelf.put(key, data)
            kept = _unpacked(data) if self.recent is not None else None
        if self.recent is not None and kept is not None:
            self.recent.keep_value(key, kept)


class RemembersPages:
    """What is put before the class of a search index."""

    place: ClassVar[str]
    """Where the entries are."""
    versions: ClassVar[str]
    findings: Findings
    config: Mapping[str, Any]

    def add_entry_from_context(self, page: Page) -> None:
        """Add the entries of a page, as the search plugin calls it."""
        find = cast("Any", super()).add_entry_from_context
        if vars(self).keys() - {self.place, "config", "findings"}:  # somebody has put something in its way
            find(page)
            return
        given = f"{self.versions} {self.config.get('indexing')}"
        self.findings.add(getattr(self, self.place), page, given, find)


def remember(index: Any, findings: Findings) -> None:
    """Let a search index ask what was found before; one of another class, or nothing, stays what it is.

    So does one whose class, or what it calls, somebody has changed: what is found then is not for later.
    """
    remembers = isinstance(index, RemembersPages)
    if not _is_untouched(type(index).__bases__[1] if remembers else type(index)):
        return
    if not remembers:
        kind = _remembering(type(index))  # type: ignore[arg-type]  # every class has a hash
        if kind is None or not isinstance(vars(index).get(kind.place), list):
            return
        index.__class__ = kind
    index.findings = findings


@cache
def _remembering(kind: type[Any]) -> type[RemembersPages] | None:
    """Return a class of search indexes that ask first, None for a class that we do not know."""
    engine = ENGINES[kind.__module__]
    try:
        versions = f"{kind.__module__} {version(engine.distribution)} {platform.python_version()}"
    except PackageNotFoundError:  # a copy of it
        return None
    own = {"place": engine.place, "versions": versions}
    return type(f"Remembering{kind.__name__}", (RemembersPages, kind), own)


def _is_untouched(kind: type[Any]) -> bool:
    """Whether a class is the index of an engine that we know, and all it calls stands in its own file."""
    engine, module = ENGINES.get(kind.__module__), sys.modules.get(kind.__module__)
    if engine is None or module is None or vars(module).get("SearchIndex") is not kind:
        return False
    classes = [vars(module).get(name) for name in engine.classes]
    return all(
        isinstance(each, type)
        and each.__module__ == kind.__module__
        and all(_stands_in(module.__file__, value) for value in vars(each).values())
        for each in classes
    )


def _stands_in(file: str | None, value: Any) -> bool:
    function = getattr(value, "__func__", getattr(value, "fget", value))
    code = getattr(function, "__code__", None)
    return code.co_filename == file if code else not callable(function) or isinstance(function, type)


def _unpacked(data: bytes | None) -> list[Any] | None:
    """Return entries from their bytes, None for what is none."""
    try:
        kept = json.loads(data) if data else None
    except (ValueError, RecursionError):
        return None
    return kept if isinstance(kept, list) and all(map(_is_entry, kept)) else None


def _is_entry(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("location", "text"))


def _key(page: Page, given: str, content: str) -> str:
    # An empty title is not none: Material asks whether there is one.
    meta = [(key, page.meta[key]) for key in ("title", "tags", "search") if key in page.meta]
    given = repr([given, page.url, page.title, meta])
    return text_hash(f"{content} {given} {contents_text(page.toc)}")[:40]
