"""Our pages in place of those that authors do not publish: one source, one address, none of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import cast

from mkdocs.structure.files import File, Files


class StandIns:
    """What we have put into the host's files in place of the author's."""

    def __init__(self) -> None:
        self._stood: dict[int, tuple[File, File]] = {}

    def add(self, file: File, files: Files) -> None:
        """Put a file among the others, in the place of the author's if there is one of that name."""
        old = files.get_file_from_path(file.src_uri)
        if old is None:
            files.append(file)
            return
        self._stood[id(file)] = (file, old)
        _put(file, files)

    def remove(self, file: File, files: Files) -> None:
        """Take a file away that was added, and put the author's back."""
        if files.get_file_from_path(file.src_uri) is not file:
            return
        if id(file) in self._stood:
            _put(self._stood.pop(id(file))[1], files)
        else:
            files.remove(file)

    def others(self, files: Iterable[File], ours: Collection[int]) -> Iterator[File]:
        """Yield the files as their authors have them; ``ours`` are the identities of all that were added."""
        for file in files:
            if id(file) in self._stood:
                yield self._stood[id(file)][1]
            elif id(file) not in ours:
                yield file


def _put(file: File, files: Files) -> None:
    """Put a file where another of its name is: the host makes the navigation in the order of files."""
    cast("dict[str, File]", files.src_uris)[file.src_uri] = file
