"""Opening a post's file: never a pipe, a device, or a link that leads where the site does not allow it."""

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable
from pathlib import Path

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.files.decode import MAX_BYTES
from mkdocs_newsblog.read.files.history import NOT_ASKED, History
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

IS_WINDOWS = os.name == "nt"

LEADS_OUT = "is a link that leads out of the docs folder"
STAY = "Put a plain file there, or name the folder that it leads to in follow_links_to"


class Opener:
    """Opens the posts of one docs folder; a file that has not changed since is not read again."""

    def __init__(self, docs_dir: str, history: History = NOT_ASKED, linked: Iterable[str] = ()) -> None:
        """Take the docs folder, which may itself be a link, and what is known of when its files changed.

        ``linked`` are folders elsewhere to which links in it may lead.
        """
        self._docs_dir, self._history = docs_dir, history
        self._tops = tops_of(docs_dir, linked)
        self._folders: dict[str, str] = {}
        self._known: dict[str, tuple[tuple[int, int, int], Source]] = {}

    def open(
        self,
        src_uri: str,
        path: str,
        name: str | None = None,
        limit: int = MAX_BYTES,
        *,
        folder: str | None = None,
    ) -> Source | Problem:
        """Return the bytes of a post, or why its file must not be opened.

        ``folder`` is where another plugin keeps what it has written: such a file may lie there, and a link in
        it must not lead out.
        """
        place = Place(src_uri)
        try:
            real, info, fault = self._look(path, folder)
            if fault:
                return problem("file-not-regular", place, "file", fault, STAY if fault == LEADS_OUT else None)
            if info.st_size > limit:
                fact = f"has {info.st_size} bytes, the limit is {limit}"
                return problem("file-too-large", place, "file", fact)
            state = (info.st_ino, info.st_size, info.st_mtime_ns)
            known = self._known.get(path)
            if known is None or known[0] != state or known[1].src_uri != src_uri:
                commits = self._history.of(src_uri, real)
                self._known[path] = known = (state, Source(src_uri, Path(real).read_bytes(), name, commits))
            return known[1]
        except (OSError, ValueError) as error:
            return problem("file-not-regular", place, "file", f"can't be opened ({error.__class__.__name__})")

    def head(self, path: str, length: int, *, folder: str | None = None) -> bytes:
        """Return how a file begins, nothing where it must not be opened."""
        try:
            real, _, fault = self._look(path, folder)
            if fault:
                return b""
            with Path(real).open("rb") as file:
                return file.read(length)
        except (OSError, ValueError):
            return b""

    def _look(self, path: str, folder: str | None) -> tuple[str, os.stat_result, str]:
        """Return where a file is, what it is, and why it must not be opened.

        Raises:
            OSError: there is no such file, or its links lead nowhere.
            ValueError: the path is none.
        """
        tops = [*self._tops]
        if folder and folder != self._docs_dir:
            tops.append(os.path.realpath(folder))
        real = self._real(path)
        return real, *looked_at(real, tops)

    def _real(self, path: str) -> str:
        """Return a path with every link in it resolved; the links of a folder are resolved once."""
        if os.path.islink(path):  # noqa: PTH114 - for thousands of files
            return resolved(path)
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = resolved(folder)
        return os.path.join(self._folders[folder], name)  # noqa: PTH118 - for thousands of files


def resolved(path: str | Path) -> str:
    """Return a path with every link in it resolved.

    Some disks of Windows, such as those in memory, can't say where a file lies and open it all the same.

    Raises:
        OSError: a link leads nowhere, or in a circle. What is left of such a path may lead anywhere: Python
            takes ``..`` in it for the folder above in the text, and not for the one above the link's target.
    """
    try:
        return os.path.realpath(path, strict=True)
    except OSError as error:
        if not IS_WINDOWS or isinstance(error, FileNotFoundError):
            raise
        return os.path.realpath(path)


def looked_at(real: str, tops: Collection[str]) -> tuple[os.stat_result, str]:
    """Return what the file at a resolved path is, and why it must not be opened: empty where it may be.

    ``tops`` are the resolved folders in which it may lie; none allow all.

    Raises:
        OSError: there is no such file.
    """
    info = os.stat(real)  # noqa: PTH116 - one call for all questions
    if not stat.S_ISREG(info.st_mode):
        return info, "is no regular file"
    return info, LEADS_OUT if tops and not is_within(real, tops) else ""


def linked_folders(project: Path, settings: Settings) -> tuple[str, ...]:
    """Return the folders to which links may lead, as the options name them from the project's folder."""
    return tuple(str(project / folder) for folder in settings.follow_links_to)


def tops_of(docs_dir: str, linked: Iterable[str]) -> tuple[str, ...]:
    """Return the folders in which files of a site may lie, with every link resolved."""
    return tuple(os.path.realpath(folder) for folder in (docs_dir, *linked))


def is_within(real: str, tops: Collection[str]) -> bool:
    """Whether a resolved path is in one of some resolved folders."""
    return any(is_below(real, top) for top in tops)


def is_below(real: str, top: str) -> bool:
    """Whether a resolved path is in a resolved folder, which may be on another drive."""
    real, top = os.path.normcase(real), os.path.normcase(top).rstrip(os.sep)
    return real.startswith(f"{top}{os.sep}")
