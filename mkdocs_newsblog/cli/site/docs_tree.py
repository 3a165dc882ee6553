"""The files of a docs folder, with the addresses and exclusions that a host would give them."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from pathspec.gitignore import GitIgnoreSpec

from mkdocs_newsblog.collect.addresses import BUNDLES, path_output
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.select import PAGES


@dataclass(frozen=True)
class Found:
    """One file of the docs folder."""

    src_uri: str
    path: str
    directory_urls: bool
    excluded: bool = False
    draft: bool = False
    name: str = ""
    """The path that its address is made of, where it is not ``src_uri``: see :class:`Languages`."""
    top: str = ""
    """Folder of its language in the site, with its final slash."""

    @property
    def is_page(self) -> bool:
        """Whether the host makes a page of it."""
        return self.src_uri.endswith(PAGES)

    @cached_property
    def dest_uri(self) -> str:
        """Path of the output below the site's root."""
        path = self.top + (self.name or self.src_uri)
        return path_output(path, directory_urls=self.directory_urls) if self.is_page else path

    @cached_property
    def url(self) -> str:
        """URL of the output below the site's root."""
        parent, name = posixpath.split(self.dest_uri)
        plain = f"{parent or '.'}/" if self.directory_urls and name == "index.html" else self.dest_uri
        return quote(plain, errors="surrogateescape")


@dataclass(frozen=True)
class Tree:
    """All files of a docs folder, those that stay out of the site among them."""

    docs_dir: Path
    files: tuple[Found, ...]
    directory_urls: bool
    folder: str = ""
    """Folder of the site that all pages lie below: that of their language."""

    @classmethod
    def walk(
        cls, docs_dir: Path, excluded: GitIgnoreSpec, drafts: GitIgnoreSpec, *, directory_urls: bool
    ) -> Tree:
        """Return the tree of a folder, in the order in which a host lists it."""
        files: list[Found] = []
        for folder, names in _folders(docs_dir):
            start = "" if folder == "." else f"{Path(folder).as_posix()}/"
            found = [
                Found(
                    src_uri=uri,
                    path=os.path.join(docs_dir, uri),  # noqa: PTH118 - a Path per file costs more than the walk
                    directory_urls=directory_urls,
                    excluded=excluded.match_file(uri),
                    draft=drafts.match_file(uri),
                )
                for uri in (start + name for name in sorted(names, key=_index_first))
            ]
            files += _without_twins(found)
        return cls(docs_dir, tuple(files), directory_urls)

    @cached_property
    def urls(self) -> Mapping[str, str]:
        """URL of every file by ``src_uri``."""
        return {file.src_uri: file.url for file in self.files}

    @cached_property
    def owners(self) -> dict[str, list[str]]:
        """Sources of every output path below ``folder``, folded as file systems that ignore case see it."""
        owners: dict[str, list[str]] = {}
        for file in self.files:
            if not file.excluded and file.dest_uri.startswith(self.folder):
                owners.setdefault(folded(file.dest_uri[len(self.folder) :]), []).append(file.src_uri)
        return owners

    @property
    def pages(self) -> Iterator[Found]:
        """The pages that the site's own options do not exclude; drafts among them."""
        return (file for file in self.files if file.is_page and not file.excluded)


def _folders(top: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield every folder relative to ``top`` with its file names; links are followed, but not in circles."""
    for folder, inner, names in os.walk(top, followlinks=True):
        inner[:] = sorted(name for name in inner if not _leads_back(os.path.join(folder, name)))  # noqa: PTH118
        yield os.path.relpath(folder, top), names


def _leads_back(path: str) -> bool:
    if not os.path.islink(path):  # noqa: PTH114 - called for every folder
        return False
    real = os.path.realpath(path)
    around = os.path.realpath(os.path.dirname(path))  # noqa: PTH120
    return around == real or around.startswith(f"{real.rstrip(os.sep)}{os.sep}")


def _index_first(name: str) -> tuple[bool, str]:
    return (posixpath.splitext(name)[0] not in BUNDLES, name)


def _without_twins(files: list[Found]) -> list[Found]:
    """Return the files of one folder without those that a host drops: ``README.md`` beside ``index.md``."""
    first: dict[str, Found] = {}
    dropped: set[str] = set()
    for file in files:
        other = first.setdefault(file.dest_uri, file)
        if other is not file:
            dropped.add(file.src_uri if file.excluded or file.draft else other.src_uri)
    return [file for file in files if file.src_uri not in dropped]
