"""The navigation of a build as a configuration has it, with pages in their new places."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.config import blog_folders
from mkdocs_newsblog.host.pages import nav_titles
from mkdocs_newsblog.host.recorder import Recorder


def staged_nav(recorder: Recorder, config: MkDocsConfig, moved: Mapping[str, str]) -> object:
    """Return the navigation for a configuration, None where the site's own says the same."""
    if recorder.nav is None:
        return None
    shows_more = any(each.build.in_nav() for each in recorder.sections)
    shown = [page.file.src_uri for page in _pages(recorder.nav.items)]
    if config.nav is not None and not shows_more and shown == [*_named(config.nav, recorder.files.src_uris)]:
        changed = _renamed(config.nav, moved)
        return changed if changed != config.nav else None
    titles = {**recorder.titles, **nav_titles(config.nav)}
    return _items(recorder.nav.items, titles, moved, [*_added(recorder, config)])


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        yield from _pages(_children(item))


def _children(item: StructureItem) -> Iterable[StructureItem]:
    """Return what is below a section, or a page that a plugin has made of one."""
    return getattr(item, "children", None) or ()


def _named(item: Any, known: Collection[str]) -> Iterator[str]:
    """Yield the pages that the site's own navigation names: a plugin may show others."""
    if isinstance(item, Mapping):
        item = list(item.values())
    if isinstance(item, list):
        for inner in item:
            yield from _named(inner, known)
    elif isinstance(item, str) and (uri := posixpath.normpath(item)) in known:
        yield uri


def _added(recorder: Recorder, config: MkDocsConfig) -> Iterator[str]:
    """Yield pages that Material's own blog puts into any navigation."""
    for folder in blog_folders(config):
        for file in recorder.files:
            is_inner = posixpath.normpath(folder) in ("", ".") or file.src_uri.startswith(f"{folder}/")
            if is_inner and file.generated_by and file.src_uri != posixpath.join(folder, "index.md"):
                yield file.src_uri


def _renamed(item: Any, moved: Mapping[str, str]) -> Any:
    if isinstance(item, Mapping):
        if list(item) == [None]:  # as plugins have it that make a navigation
            return _renamed(item[None], moved)
        return {title: _renamed(inner, moved) for title, inner in item.items()}
    if isinstance(item, list):
        return [_renamed(inner, moved) for inner in item]
    return moved.get(posixpath.normpath(item), item) if isinstance(item, str) else item


def _items(
    items: Iterable[StructureItem],
    titles: Mapping[str, str],
    moved: Mapping[str, str],
    added: Collection[str],
) -> list[object]:
    made: list[object] = []
    for item in items:
        inner = _items(_children(item), titles, moved, added)
        if isinstance(item, Page):
            uri = item.file.src_uri
            place = moved.get(uri, uri)
            if _children(item):
                made.append({str(item.title): [place, *inner]})
            elif uri not in added:
                made.append({str(titles[uri]): place} if uri in titles else place)
        elif inner:
            made.append({str(item.title): inner})
        elif url := getattr(item, "url", None):
            made.append(url if item.title is None else {str(item.title): url})
    return made
