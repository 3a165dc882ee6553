"""What is known of files without reading them again: hashes of originals, and which copies are sound."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Container
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mkdocs_newsblog.images.writing import write_whole

DAY = 86_400
OLD = 30
"""Days after which a file that no build has asked for is removed."""
STALE = 25
"""Days after which it is taken for removed already: so no build counts on a file that another one removes."""
FRESH = 7
"""Days for which a day of use need not be written down anew."""

Mark = tuple[int, int]
"""What tells that a file has changed: its bytes, and the time of its change in nanoseconds."""


class Known(NamedTuple):
    """What is known of one file."""

    bytes: int
    changed: int
    digest: str
    """Hash of the content."""
    day: int
    """Day of the last use."""

    @property
    def mark(self) -> Mark:
        """The state that the hash is of."""
        return self.bytes, self.changed


class Index:
    """A file of the cache. Without it, or with a damaged one, everything is read and made again.

    Several processes may write it: each adds what it learned to what is there by then. What is lost when two
    write at one moment is learned again by the next build.
    """

    def __init__(self, path: Path) -> None:
        """Take the path of the file, which need not exist."""
        self._path = path
        self._known: dict[str, Known] | None = None
        self._learned: dict[str, Known] = {}
        self._today = int(time.time() // DAY)

    def digest(self, path: str) -> str:
        """Return a hash of an original's content; an unchanged file is not read again.

        Raises:
            OSError: the file can't be read.
        """
        mark = _mark(path)
        known = self._find(path)
        if known is None or known.mark != mark:
            return self._note(path, mark, _hash(path))
        return self._note(path, mark, known.digest) if known.day < self._today - FRESH else known.digest

    def is_sound(self, path: str, name: str) -> bool:
        """Whether a copy is there with the content it was written with.

        It may be one file with the site's, and a program that changes that one in place has changed both.
        A changed time alone is no fault: not every store of a build server keeps it.
        """
        known = self._find(name)
        if known is None or known.day < self._today - STALE or _is_link(path):
            return False
        try:
            mark = _mark(path)
            if known.mark != mark and (known.bytes != mark[0] or known.digest != _hash(path)):
                return False
        except OSError:
            return False
        if known.mark != mark or known.day < self._today - FRESH:
            self._note(name, mark, known.digest)
        return True

    def keep(self, path: str, name: str) -> None:
        """Take a copy's content, as it is now, for the right one; one that is gone is not kept."""
        with suppress(OSError):
            self._note(name, _mark(path), _hash(path))

    def _find(self, name: str) -> Known | None:
        return self._learned.get(name) or self.known.get(name)

    def _note(self, name: str, mark: Mark, digest: str) -> str:
        self._learned[name] = Known(*mark, digest, self._today)
        return digest

    @property
    def known(self) -> dict[str, Known]:
        """What was known when this build began."""
        if self._known is None:
            self._known = self._load()
        return self._known

    def _load(self) -> dict[str, Known]:
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return {
            name: Known(*known)
            for name, known in (found.items() if isinstance(found, dict) else ())
            if isinstance(known, list) and list(map(type, known)) == [int, int, str, int]
        }

    def write(self) -> None:
        """Write down what this build learned; forget what no build has asked for in a long time, or is gone.

        Some plugins gather the docs in another folder each time, and leave paths that nobody asks for again.
        """
        if not self._learned:
            return
        current = self._load() | self._learned
        young = {name: known for name, known in current.items() if known.day >= self._today - OLD}
        kept = {name: known for name, known in young.items() if not _is_gone(name)}
        try:
            write_whole(self._path, json.dumps(kept).encode())
        except OSError:
            return
        self.known.update(self._learned)
        self._learned = {}

    def tidy(self, folder: Path, used: Container[str]) -> None:
        """Remove the files of a folder that are not used, and that no build has asked for in a long time."""
        before = time.time() - OLD * DAY
        try:
            found = [entry for entry in os.scandir(folder) if entry.name not in used]
            current = self._load() if found else {}
            for entry in found:
                known = current.get(entry.name)
                asked = known is not None and known.day >= self._today - OLD
                if not asked and entry.stat().st_mtime < before:
                    Path(entry.path).unlink(missing_ok=True)
        except OSError:
            return


def _is_link(path: str) -> bool:
    """Whether a copy is a link, which may lead to any file of this machine: none of ours is one."""
    return os.path.islink(path)  # noqa: PTH114 - called for every copy


def _is_gone(name: str) -> bool:
    """Whether an original is not there any more, which is known by its whole path, as copies are not."""
    return os.path.isabs(name) and not os.path.exists(name)  # noqa: PTH110, PTH117 - for every picture


def _mark(path: str) -> Mark:
    info = os.stat(path)  # noqa: PTH116 - called for every picture and copy
    return info.st_size, info.st_mtime_ns


def _hash(path: str) -> str:
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
