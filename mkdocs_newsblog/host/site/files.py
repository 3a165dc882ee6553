"""The host's files, and what they are as values of ours."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from functools import cache

from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.publish import has_page
from mkdocs_newsblog.host.site.translation import name_of
from mkdocs_newsblog.images.gallery import Disk
from mkdocs_newsblog.images.store import COPIES
from mkdocs_newsblog.images.writing import place
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.source import Opener, tops_of
from mkdocs_newsblog.render.templating.fragments import asset
from mkdocs_newsblog.views.route import Made

log = get_plugin_logger("mkdocs_newsblog")

BEHIND = asset("made.txt")
"""Path of a file for programs: some plugins fail on one without a path. Nobody reads what is there."""


@cache
def _fresh(kind: type[File]) -> type[File]:
    """Return a class of files that a dirty build writes whatever their time."""
    return type(f"Fresh{kind.__name__}", (kind,), {"is_modified": lambda _: True})


def write_anyway(files: Files, uris: Iterable[str]) -> None:
    """Let a dirty build write pages although their own files have not changed: they show what others hold."""
    for file in map(files.get_file_from_path, uris):
        if file is not None:
            file.__class__ = _fresh(type(file))  # type: ignore[arg-type]  # every class has a hash


def offered(files: Iterable[File]) -> Iterable[File]:
    """Yield the pages that the site's own options do not exclude; drafts among them."""
    for file in files:
        inclusion = file.inclusion
        if file.is_documentation_page() and (
            inclusion is InclusionLevel.DRAFT or not inclusion.is_excluded()
        ):
            yield file


def left_out(files: Iterable[File], *, serving: bool) -> frozenset[str]:
    """Return the sources of the files that the host leaves out of a site, or of its preview."""
    shown = InclusionLevel.is_in_serve if serving else InclusionLevel.is_included
    return frozenset(file.src_uri for file in files if not shown(file.inclusion))


def inclusion_of(build: Build, file: File) -> InclusionLevel:
    """Keep posts and listings out of an implied nav, and unpublished and unreadable ones out of a build."""
    uri, asked = file.src_uri, file.inclusion
    if uri not in build.entries:
        shown = build.site.serving or uri in build.views
        is_below = uri in build.views and uri != build.index.src_uri and asked.is_in_nav()
        return (InclusionLevel.NOT_IN_NAV if is_below else asked) if shown else InclusionLevel.EXCLUDED
    entry, status = build.entries[uri], build.status(uri)
    if has_page(entry, status, serving=False, drafts=build.settings.drafts):
        return InclusionLevel.NOT_IN_NAV
    return InclusionLevel.EXCLUDED if status is Status.SKIP else InclusionLevel.DRAFT


def url_of(file: File) -> str:
    """Return a file's URL below the site's root; the host writes ``./`` for the root itself."""
    return "" if file.url in (".", "./") else file.url


def source_of(entry: Entry) -> str:
    """Return a post's text as the host gets it: an empty first line ends its own search for metadata."""
    return f"\n{entry.body}"


def read_file(file: File, opener: Opener) -> Source | Problem:
    """Return a page's bytes, or why it must not be opened: a pipe, a device, or a link that leads out.

    This runs before the host opens any page, so a file that would hang the build never is opened.
    """
    path = file.abs_src_path
    if path is None or file.src_dir is None:
        return Source(file.src_uri, file.content_bytes)
    name = name_of(file)
    return opener.open(file.src_uri, path, None if name == file.src_uri else name, folder=file.src_dir)


def opener_of(build: Build) -> Opener:
    """Return what opens the files of a section, and has opened none yet."""
    return Opener(build.site.docs_dir, build.folder.history, build.site.linked)


def owners_of(files: Iterable[File], folder: str = "") -> dict[str, list[str]]:
    """Return who writes each output path below a folder, folded as file systems that ignore case see it."""
    owners: dict[str, list[str]] = {}
    for file in files:
        is_built = not file.inclusion.is_excluded() or file.inclusion is InclusionLevel.DRAFT
        if is_built and file.dest_uri.startswith(folder):
            owner = Made.of(file.src_uri) if file.abs_src_path == BEHIND else file.src_uri
            owners.setdefault(folded(file.dest_uri[len(folder) :]), []).append(owner)
    return owners


def disk_of(files: Iterable[File], site: Site) -> Disk:
    """Return where the site's files are, and which of them are not the author's."""
    known = [file for file in files if file.abs_src_path is not None]
    return Disk(
        paths={file.src_uri: str(file.abs_src_path) for file in known},
        outside=frozenset(file.src_uri for file in known if file.src_dir != site.docs_dir),
        tops=tops_of(site.docs_dir, site.linked),
    )


def place_pictures(wanted: Mapping[str, str], site_dir: str) -> None:
    """Put files of the cache into the site, by their paths in the site.

    They are none of the host's files: a site may have thousands of them, which nothing leads to but our own
    HTML, and each would be looked at many times.
    """
    for uri, source in wanted.items():
        target = f"{site_dir}{os.sep}{uri.replace('/', os.sep)}"
        try:
            place(source, target, shared=source.rpartition(os.sep)[0].endswith(f"{os.sep}{COPIES}"))
        except FileNotFoundError:
            log.warning(f"{uri} has gone from the cache during the build; build again")
