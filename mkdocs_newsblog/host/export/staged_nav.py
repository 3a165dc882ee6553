"""The navigation of a build as a configuration has it, with pages in their new places."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.export.recorder import Recorder
from mkdocs_newsblog.host.site.config import blog_folders
from mkdocs_newsblog.host.site.navigation import nav_titles


def staged_nav(
    recorder: Recorder, config: MkDocsConfig, moved: Mapping[str, str], finished: Collection[str]
) -> object:
    """Return the navigation for a configuration, None where the site's own says the same.

    ``finished`` are pages without Markdown, in which no host finds a title.
    """
    if recorder.nav is None:
        return None
    shows_more = any(each.build.in_nav() for each in recorder.sections)
    titles = {**recorder.titles, **nav_titles(config.nav)}
    front = _front_title(recorder.nav, {*finished} - {*titles})
    shown = [page.file.src_uri for page in _pages(recorder.nav.items)]
    named = [*_named(config.nav, recorder.files.src_uris)]
    if config.nav is not None and not shows_more and not front and shown == named:
        unseen = {file.src_uri for file in recorder.files if file.inclusion.is_excluded()}
        changed = _renamed(config.nav, moved, unseen)
        return changed if changed != config.nav else None
    return _items(recorder.nav.items, front | titles, moved, {*_left_out(recorder, config)})


def _front_title(nav: Navigation, untitled: Collection[str]) -> dict[str, str]:
    """Return what the front page is called, if it is one of these and its front matter does not say so."""
    page = nav.homepage
    is_lost = page is not None and page.file.src_uri in untitled and "title" not in page.meta
    return {page.file.src_uri: str(page.title)} if page is not None and is_lost else {}


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


def _left_out(recorder: Recorder, config: MkDocsConfig) -> Iterator[str]:
    """Yield pages that are not built, and those that Material's own blog puts into any navigation."""
    blogs = list(blog_folders(config))
    for file in recorder.files:
        inner = [posixpath.relpath(file.src_uri, folder) for folder in blogs] if file.generated_by else []
        if file.inclusion.is_excluded() or any(each != "index.md" and each[:3] != "../" for each in inner):
            yield file.src_uri


def _renamed(item: Any, moved: Mapping[str, str], unseen: Collection[str]) -> Any:
    """Return a part of the site's own navigation with new places; None if none of its pages is built."""
    if isinstance(item, Mapping):
        if list(item) == [None]:  # as plugins have it that make a navigation
            return _renamed(item[None], moved, unseen)
        inner = {title: _renamed(each, moved, unseen) for title, each in item.items()}
        return {title: each for title, each in inner.items() if each is not None} or None
    if isinstance(item, list):
        listed = [_renamed(each, moved, unseen) for each in item]
        return [each for each in listed if each is not None] or None
    uri = posixpath.normpath(item) if isinstance(item, str) else ""
    return None if uri in unseen else moved.get(uri, item)


def _items(
    items: Iterable[StructureItem],
    titles: Mapping[str, str],
    moved: Mapping[str, str],
    left_out: Collection[str],
) -> list[object]:
    made: list[object] = []
    for item in items:
        inner = _items(_children(item), titles, moved, left_out)
        if isinstance(item, Page):
            uri = item.file.src_uri
            place = moved.get(uri, uri)
            if _children(item):
                made.append({str(item.title): [place, *inner]})
            elif uri not in left_out:
                made.append({str(titles[uri]): place} if uri in titles else place)
        elif inner:
            made.append({str(item.title): inner})
        elif url := getattr(item, "url", None):
            made.append(url if item.title is None else {str(item.title): url})
    return made
