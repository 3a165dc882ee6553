"""An exported docs folder on disk: only what differs is written, and nothing that is not the export's own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from mkdocs_newsblog.images.writing import write_whole
from mkdocs_newsblog.model.problem import printable

MANIFEST = ".newsblog-export.json"
"""What an export has written into a folder: a list of files."""
VERSION = 1


class StrangeFolderError(Exception):
    """A folder holds what no export has made; the text says what to do."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many files an export has written and removed."""

    written: int
    removed: int


@dataclass(frozen=True, slots=True)
class ExportedTree:
    """A folder of exports, and the files below it that the last one has written."""

    folder: Path
    files: frozenset[str]
    config: str
    """The configuration file of the site, relative to the folder."""

    @classmethod
    def at(cls, folder: Path, config: Path) -> ExportedTree:
        """Return the exports of a site into a folder, which has none yet or is not there.

        Raises:
            StrangeFolderError: there is something in it, and no list of an export of that site.
        """
        name = Path(os.path.relpath(config.resolve(), folder.resolve())).as_posix()
        manifest = folder / MANIFEST
        if manifest.is_file() and not manifest.is_symlink():
            files, other = _read(manifest)
            if other != name:
                held = f"{folder} holds the export of {printable(other)}"
                raise StrangeFolderError(f"{held}. Name another folder.")
            return cls(folder, frozenset(files), name)
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise StrangeFolderError(f"{folder} holds files that no export has made. Name an empty folder.")
        return cls(folder, frozenset(), name)

    def update(self, sources: Mapping[str, Path]) -> Changes:
        """Bring the folder in line with files elsewhere, by their paths in it.

        Raises:
            StrangeFolderError: a file or link of somebody else's is in the way; nothing is written.
            OSError: a file can't be read or written.
        """
        wanted = frozenset(sources)
        gone = frozenset(uri for uri in self.files - wanted if self._is_inside(uri))
        for uri in sources:
            self._keep_clear(uri, gone)
        self._note(self.files | wanted)  # first, so that after an interruption the next export knows its own
        for uri in sorted(gone):  # before the others: a file may have become a folder, or a folder a file
            self._remove(self.folder / uri)
        number = sum(_copied(source, self.folder / uri) for uri, source in sorted(sources.items()))
        self._note(wanted)
        return Changes(number, len(gone))

    def _keep_clear(self, uri: str, gone: frozenset[str]) -> None:
        path = self.folder / uri
        if not self._is_inside(uri, gone) or path.is_symlink() or not self._is_free(path, gone):
            raise StrangeFolderError(f"{path} is in the way, and no export has made it. Move it away.")

    def _is_free(self, path: Path, gone: frozenset[str]) -> bool:
        """Whether nothing is at a place but what an export has made."""
        if path.is_dir():
            inner = [each for each in path.rglob("*") if each.is_symlink() or not each.is_dir()]
            return bool(inner) and all(self._name(each) in gone for each in inner)
        return not path.exists() or self._name(path) in self.files

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _is_inside(self, uri: str, gone: frozenset[str] = frozenset()) -> bool:
        """Whether no link on the way leads elsewhere, and no file but one that goes away is in it."""
        pure = PurePosixPath(uri)
        if pure.is_absolute() or ".." in pure.parts:
            return False
        around = [self.folder.joinpath(*pure.parts[:number]) for number in range(1, len(pure.parts))]
        return not any(
            path.is_symlink() or (path.is_file() and self._name(path) not in gone) for path in around
        )

    def _remove(self, path: Path) -> None:
        """Remove a file, and the folders that it leaves empty."""
        if path.is_symlink():
            return
        path.unlink(missing_ok=True)
        with suppress(OSError):  # a folder that is not empty ends it
            for parent in path.parents:
                if parent == self.folder:
                    break
                parent.rmdir()

    def _note(self, files: frozenset[str]) -> None:
        said = {"version": VERSION, "config": self.config, "files": sorted(files)}
        text = json.dumps(said, indent=1, ensure_ascii=False) + "\n"
        data = text.encode("utf-8", "surrogatepass")  # names of files need not be UTF-8 (PEP 383)
        path = self.folder / MANIFEST
        if not path.is_file() or path.read_bytes() != data:
            write_whole(path, data)


def _read(manifest: Path) -> tuple[list[str], str]:
    """Return the files of an export, and the configuration of its site."""
    try:
        said = json.loads(manifest.read_bytes())
        if said["version"] == VERSION:
            return [str(uri) for uri in said["files"]], str(said["config"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        pass
    raise StrangeFolderError(f"{manifest} can't be read as the list of an export. Name an empty folder.")


def _copied(source: Path, target: Path) -> bool:
    """Write a file if it differs; return whether it did."""
    data = source.read_bytes()
    if target.is_file() and target.stat().st_size == len(data) and target.read_bytes() == data:
        return False
    write_whole(target, data)
    return True
