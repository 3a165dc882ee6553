"""Paths on a command line as sources of the site, in whichever case and composition they were typed."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

import click

from mkdocs_newsblog.cli.site.docs_tree import Tree
from mkdocs_newsblog.cli.site.survey import around
from mkdocs_newsblog.read.files.file_names import folded

Identity = tuple[int, int, str]
"""Device, number and folded name of a file: some systems number no files."""


class Sources:
    """The files and folders of a docs folder, found by the paths that systems take for theirs."""

    def __init__(self, tree: Tree) -> None:
        """Take the files, and remember paths that lead to none of them in ``unlisted``."""
        self._docs_dir = tree.docs_dir
        self._uris = dict.fromkeys(uri for file in tree.files for uri in around(file.src_uri))
        self.unlisted: list[Path] = []

    def find(self, paths: Sequence[Path]) -> frozenset[str]:
        """Return files and folders relative to the docs folder; ``.`` for it and the folders around it."""
        return frozenset(uri for uri in map(self._find, paths) if uri is not None)

    def _find(self, path: Path) -> str | None:
        written = Path(os.path.abspath(path))  # noqa: PTH100 - as written first, links unresolved
        for top, inner in ((self._docs_dir, written), (self._docs_dir.resolve(), path.resolve())):
            if top.is_relative_to(inner):
                return "."
            if inner.is_relative_to(top) and (uri := inner.relative_to(top).as_posix()) in self._uris:
                return uri
        identities = [_identity(each) for each in (written, *written.parents)]
        if identities[0] in self._around:
            return "."
        if _identity(self._docs_dir) not in identities:
            return None
        found = self._by_identity.get(identities[0])
        if found is None:
            self.unlisted.append(path)
        return found

    @cached_property
    def _around(self) -> frozenset[Identity]:
        return frozenset(_identity(each) for each in (self._docs_dir, *self._docs_dir.parents))

    @cached_property
    def _by_identity(self) -> Mapping[Identity, str]:
        return {_identity(self._docs_dir / uri): uri for uri in self._uris}


def existing(path: Path, docs_dir: Path) -> Path:
    """Return a path, below the docs folder if it is there alone: reports name posts from that folder.

    Raises:
        click.BadParameter: there is no such file or folder.
    """
    for found in (path, docs_dir / path):
        if os.path.exists(found):  # noqa: PTH110 - a name that no system takes is one that is not there
            return found
    raise click.BadParameter(f"Path {str(path)!r} does not exist.", param_hint="PATHS")


def _identity(path: Path) -> Identity:
    try:
        found = path.stat()
    except OSError:  # a link that leads nowhere is among the files
        return (0, 0, str(path))
    return (found.st_dev, found.st_ino, folded(path.name))
