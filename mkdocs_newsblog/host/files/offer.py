"""What the host has for a section, before the section adds anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.strays import strays
from mkdocs_newsblog.host.site.config import meta_file
from mkdocs_newsblog.host.site.files import offered, read_file
from mkdocs_newsblog.host.site.translation import all_sources, name_of
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.beside import Beside, author_paths, read_beside
from mkdocs_newsblog.read.files.foreign_files import HEAD
from mkdocs_newsblog.read.files.select import PAGES, Section
from mkdocs_newsblog.read.files.source import Opener


class Offer(NamedTuple):
    """All that a plan depends on. While the host offers the same, the plan that there is stays right."""

    site: tuple[tuple[int, str, str, InclusionLevel], ...]
    """Identity, source, output and inclusion of every file that is not ours."""
    posts: tuple[Source | Problem, ...]
    """The posts of the section, or why a file can't be opened."""
    front: tuple[Source | Problem, ...]
    """Pages that may be the front page of the section: compared only, since the plan opens them itself."""
    beside: Beside
    """Folder defaults and the authors file."""


def posts_of(files: Iterable[File], section: Section) -> list[File]:
    """Return the files that are posts of a section."""
    return [file for file in offered(files) if section.has_post(name_of(file))]


def addresses_of(files: Iterable[File]) -> dict[str, str]:
    """Return the URL of every file; one whose name is not UTF-8 has none, and the host copies it."""
    return {file.src_uri: file.url for file in files if _is_text(file.src_uri)}


def _is_text(name: str) -> bool:
    try:
        return name.isascii() or bool(name.encode())
    except UnicodeEncodeError:  # bytes that are none stand in it as halves of characters (PEP 383)
        return False


def take_offer(
    others: Sequence[File], build: Build, tops: Sequence[str], config: MkDocsConfig, opener: Opener
) -> Offer:
    """Return what the host offers; ``others`` are all files but those that the section has added.

    ``tops`` are the folders of the docs that may hold the section, see :class:`Translation`.
    """
    section = build.section
    others = sorted(others, key=lambda file: file.src_uri)  # other plugins may have put some of them last
    own = posts_of(others, section)
    front = [file for file in offered(others) if section.has_index(name_of(file))]
    return Offer(
        site=tuple((id(file), file.src_uri, file.dest_uri, file.inclusion) for file in others),
        posts=tuple(read_file(file, opener) for file in own),
        front=tuple(read_file(file, opener) for file in front),
        beside=read_beside(
            config.docs_dir,
            section,
            all_sources(own),
            build.settings.authors_file,
            meta_file(config),
            tops,
            build.site.linked,
        ),
    )


def read_at(files: Files, uri: str, opener: Opener) -> Source | Problem | None:
    """Return the bytes of a page by its source, or why it must not be opened."""
    file = files.get_file_from_path(uri)
    return read_file(file, opener) if file is not None else None


def written_listings(files: Files, views: Mapping[str, ViewPage], opener: Opener) -> list[Source | Problem]:
    """Return the bytes of pages that authors have written for listings, or why they must not be opened."""
    written = (read_at(files, uri, opener) for uri, view in views.items() if view.adopted)
    return [found for found in written if found is not None]


def strays_of(files: Files, build: Build, opener: Opener) -> Iterator[Problem]:
    """Yield what is odd about the files that the site publishes as they are."""
    return strays(
        _published(files),
        build.entries,
        build.settings,
        build.site.config,
        lambda uri: _head(files.get_file_from_path(uri), opener),
    )


def _published(files: Files) -> Iterator[tuple[str, str]]:
    """Yield the files of the site, without those of which another plugin makes pages."""
    for file in files:
        is_own = file.src_uri.endswith(PAGES) or not file.is_documentation_page()
        if is_own and file.inclusion.is_included():
            yield file.src_uri, name_of(file)


def _head(file: File | None, opener: Opener) -> bytes:
    if file is None or file.abs_src_path is None:
        return file.content_bytes[:HEAD] if file else b""
    return opener.head(file.abs_src_path, HEAD, folder=file.src_dir)


def keep_back(files: Files, build: Build) -> None:
    """Leave authors files out of the site, of which only one is read: they may hold addresses for mail."""
    for path in author_paths(build.section, build.settings.authors_file, build.translation.sources):
        if file := files.get_file_from_path(path):
            file.inclusion = InclusionLevel.EXCLUDED
