"""The cache folder: copies of remote pictures, smaller copies of local ones, and what is known of them."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

SITE_FOLDER = "assets/newsblog/img"
"""Where pictures that we add land in the site."""

EXTENSIONS = {
    "image/avif": "avif",
    "image/webp": "webp",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
}
"""Formats that are made or kept, with the ending of their files."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A remote picture that was downloaded: its file's name, and what revalidates it (RFC 9110, 8.8)."""

    url: str
    name: str
    type: str
    etag: str = ""
    last_modified: str = ""


class Store:
    """What is kept between builds. Nothing of it is needed: a folder that can't be read is an empty one."""

    def __init__(self, folder: Path) -> None:
        """Take the cache folder, which need not exist."""
        self.remote = folder / "remote"
        self.renditions = folder / "img"
        self._index = folder / "pictures.json"
        self._digests: dict[str, list[Any]] | None = None
        self._fresh: dict[str, list[Any]] = {}

    def find(self, url: str) -> Copy | None:
        """Return the copy of a remote picture whose file is there."""
        try:
            copy = Copy(**json.loads(self._note(url).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None
        known = copy.url == url and Path(copy.name).name == copy.name and copy.type in EXTENSIONS
        return copy if known and (self.remote / copy.name).is_file() else None

    def keep(self, url: str, data: bytes, kind: str, etag: str = "", last_modified: str = "") -> Copy:
        """Write a copy of a remote picture; the note is written last, so that it never names half a file."""
        name = f"{hashlib.sha256(data).hexdigest()[:20]}.{EXTENSIONS[kind]}"
        copy = Copy(url, name, kind, etag, last_modified)
        write_whole(self.remote / name, data)
        write_whole(self._note(url), json.dumps(asdict(copy), indent=1).encode())
        return copy

    def _note(self, url: str) -> Path:
        return self.remote / f"{hashlib.sha256(url.encode()).hexdigest()[:20]}.json"

    def digest(self, path: str) -> str:
        """Return a hash of a file's content; an unchanged file is not read again.

        Raises:
            OSError: the file can't be read.
        """
        info = os.stat(path)  # noqa: PTH116 - called for every picture
        mark = [info.st_size, info.st_mtime_ns]
        known = self._known().get(path)
        if not (isinstance(known, list) and len(known) == 3 and known[:2] == mark):
            with Path(path).open("rb") as file:
                known = [*mark, hashlib.file_digest(file, "sha256").hexdigest()]
        self._fresh[path] = known
        return str(known[2])

    def _known(self) -> dict[str, list[Any]]:
        if self._digests is None:
            try:
                found = json.loads(self._index.read_text(encoding="utf-8"))
            except (OSError, ValueError):
                found = {}
            self._digests = found if isinstance(found, dict) else {}
        return self._digests

    def remember(self) -> None:
        """Write down the hashes of this build, unless nothing changed."""
        if self._fresh != self._known():
            try:
                write_whole(self._index, json.dumps(self._fresh).encode())
            except OSError:
                return


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it.

    Raises:
        OSError: it can't be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, fresh = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(fresh).chmod(0o644)
        Path(fresh).replace(path)
    except BaseException:
        Path(fresh).unlink(missing_ok=True)
        raise
