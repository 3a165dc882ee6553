"""A whole build as the docs folder of another generator: pages, and all files that newsblog makes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.config import meta_file
from mkdocs_newsblog.host.pages import STYLESHEET, nav_titles
from mkdocs_newsblog.host.recorder import Recorder
from mkdocs_newsblog.host.staged_pages import StagedPages, address_of, place_of
from mkdocs_newsblog.read.comments import find_directives
from mkdocs_newsblog.read.select import Section as Folder


@dataclass
class Staged:
    """The files of a docs folder, as contents or where these are, and what the configuration has to say."""

    files: dict[str, bytes | Path] = field(default_factory=dict)
    nav: object = None
    """The navigation where the site's own does not hold any more."""
    styles: tuple[str, ...] = (STYLESHEET,)
    folders: list[str] = field(default_factory=list)
    """Where pages are that need not stand in the navigation."""
    unlisted: list[str] = field(default_factory=list)
    """Pages with another place that the site's own patterns kept out of the navigation."""
    elsewhere: dict[str, str] = field(default_factory=dict)
    """Sources of pages for which no place gives the address that they have, and the address that they get."""
    finished: list[str] = field(default_factory=list)
    """Sources of pages that are no Markdown any more, listings apart."""
    orders: list[str] = field(default_factory=list)
    """Sources of pages in whose scripts other generators may find orders."""


def stage(recorder: Recorder, config: MkDocsConfig) -> Staged:
    """Return what a build has made, while its sections still hold it."""
    posts = {uri: each.build for each in recorder.sections for uri in each.build.posts}
    views = {uri: each.build for each in recorder.sections for uri in each.build.views}
    files = [file for file in recorder.files if _is_wanted(file, posts, recorder, config)]
    pages = [file for file in files if file.is_documentation_page() and isinstance(file.page, Page)]
    moved = {
        file.src_uri: place
        for file in pages
        if file.src_uri in posts
        or file.src_uri in views
        or find_directives(recorder.rendered.get(file.src_uri, ""))
        if (place := place_of(file, config)) != file.src_uri
    }
    moved = _kept_apart(moved, [file.src_uri for file in files])
    staged = Staged(nav=_nav(recorder, config, moved))
    made = StagedPages(recorder, config, moved)
    for file in files:
        uri, page = file.src_uri, file.page
        if page is None:
            staged.files[file.dest_uri] = _content(file)
        elif uri in posts:
            staged.files[moved.get(uri, uri)] = made.post(posts[uri], page).encode()
        elif uri in views:
            staged.files[moved.get(uri, uri)] = made.listing(page).encode()
        else:
            text = made.other(page)
            staged.files[moved.get(uri, uri)] = _content(file) if text is None else text.encode()
    for plugin in recorder.sections:
        staged.files |= {uri: Path(source) for uri, source in plugin.section.pictures.items()}
        staged.folders.append(plugin.settings.dir)
    others = [file for file in pages if file.src_uri not in posts and file.src_uri not in views]
    staged.unlisted = [
        moved[file.src_uri]
        for file in others
        if file.src_uri in moved and file.inclusion is InclusionLevel.NOT_IN_NAV
    ]
    staged.elsewhere = {
        file.src_uri: address
        for file in pages
        if (address := address_of(moved.get(file.src_uri, file.src_uri), config)) != file.dest_uri
    }
    staged.files |= _defaults(recorder, config, [file.src_uri for file in others])
    staged.finished, staged.orders = sorted(made.finished), sorted(made.orders)
    return staged


def _kept_apart(moved: Mapping[str, str], uris: Sequence[str]) -> dict[str, str]:
    """Return the pages with another place; one whose place has another page stays where it is."""
    kept = dict(sorted(moved.items()))
    while True:
        places = Counter(kept.get(uri, uri) for uri in uris)
        shared = [uri for uri, place in kept.items() if places[place] > 1]
        if not shared:
            return kept
        del kept[shared[-1]]


def _is_wanted(file: File, posts: Mapping[str, Build], recorder: Recorder, config: MkDocsConfig) -> bool:
    """Whether a file is the site's own or ours: what themes and other plugins add, they add again."""
    if not file.inclusion.is_included():
        return False
    by = file.generated_by
    if by is None:
        return file.src_dir == config.docs_dir
    return file.src_uri in posts or any(config.plugins.get(by) is each for each in recorder.sections)


def _content(file: File) -> bytes | Path:
    return Path(file.abs_src_path) if file.abs_src_path is not None else file.content_bytes


def _defaults(recorder: Recorder, config: MkDocsConfig, pages: Sequence[str]) -> dict[str, Path]:
    """Return the files of folder defaults outside of sections that pages have, where a plugin reads them.

    Posts have their defaults already.
    """
    around = {folder for uri in pages for folder in PurePosixPath(uri).parents}
    if not any(name.partition(" ")[0].rpartition("/")[2] == "meta" for name in config.plugins):
        return {}
    sections = [Folder.of(each.settings.dir, ()).parts for each in recorder.sections]
    found: dict[str, Path] = {}
    for path in sorted(Path(config.docs_dir).rglob(meta_file(config))):
        inner = path.relative_to(config.docs_dir)
        is_used = PurePosixPath(inner.parent.as_posix()) in around
        if is_used and not any(inner.parts[: len(parts)] == tuple(parts) for parts in sections):
            found[inner.as_posix()] = path
    return found


def _nav(recorder: Recorder, config: MkDocsConfig, moved: Mapping[str, str]) -> object:
    """Return the navigation for a configuration, None where the site's own says the same."""
    if recorder.nav is None:
        return None
    shows_more = any(each.build.in_nav() for each in recorder.sections)
    if config.nav is not None and not shows_more:
        changed = _renamed(config.nav, moved)
        return changed if changed != config.nav else None
    titles = nav_titles(config.nav)
    return [_item(item, titles, moved) for item in recorder.nav.items]


def _renamed(item: Any, moved: Mapping[str, str]) -> Any:
    if isinstance(item, Mapping):
        return {title: _renamed(inner, moved) for title, inner in item.items()}
    if isinstance(item, list):
        return [_renamed(inner, moved) for inner in item]
    return moved.get(posixpath.normpath(item), item) if isinstance(item, str) else item


def _item(item: StructureItem, titles: Mapping[str, str], moved: Mapping[str, str]) -> object:
    if isinstance(item, Page):
        uri = item.file.src_uri
        place = moved.get(uri, uri)
        return {str(titles[uri]): place} if uri in titles else place
    if isinstance(item, Section):
        return {str(item.title): [_item(inner, titles, moved) for inner in item.children]}
    return {str(item.title): getattr(item, "url", "")}
