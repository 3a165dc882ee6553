"""The cache folder: copies of remote pictures, smaller copies of local ones, and what is known of them."""

from __future__ import annotations

import hashlib
import json
import os
import re
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from mkdocs_newsblog.images.index import DAY, FRESH, OLD, Index
from mkdocs_newsblog.images.writing import write_whole

SITE_FOLDER = "assets/newsblog/img"
"""Where pictures that we add land in the site."""

COPIES = "img"
"""Folder of the cache for smaller copies, which may be one with files of the site."""

EXTENSIONS = {
    "image/avif": "avif",
    "image/webp": "webp",
    "image/jpeg": "jpg",
    "image/png": "png",
    "image/gif": "gif",
}
"""Formats that are made or kept, with the ending of their files."""
_DIGEST = re.compile(r"[0-9a-f]{20}")


class Copy(NamedTuple):
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
        self.renditions = folder / COPIES
        self.index = Index(folder / "pictures.json")

    def find(self, url: str) -> Copy | None:
        """Return the copy of a remote picture whose file is there, and note that it is asked for."""
        note = self._note(url)
        copy = _read_note(note)
        if copy is None or copy.url != url:
            return None
        path = self.remote / copy.name
        if path.is_symlink() or not path.is_file():  # a link may lead to anything on this machine
            return None
        with suppress(OSError):
            if note.stat().st_mtime < time.time() - FRESH * DAY:
                os.utime(note)
        return copy

    def is_whole(self, copy: Copy) -> bool:
        """Whether the file of a copy holds what was downloaded, which its name tells."""
        try:
            return _digest((self.remote / copy.name).read_bytes()) == Path(copy.name).stem
        except OSError:
            return False

    def keep(self, url: str, data: bytes, kind: str, etag: str = "", last_modified: str = "") -> Copy:
        """Write a copy of a remote picture; the note is written last, so that it never names half a file."""
        name = f"{_digest(data)}.{EXTENSIONS[kind]}"
        copy = Copy(url, name, kind, etag, last_modified)
        write_whole(self.remote / name, data)
        write_whole(self._note(url), json.dumps(copy._asdict(), indent=1).encode())
        return copy

    def tidy(self) -> None:
        """Remove the copies of remote pictures that nobody has asked for in a long time.

        A picture may be the copy of several addresses, and one that just came has no note yet.
        """
        before = time.time() - OLD * DAY
        with suppress(OSError):
            for note in self.remote.glob("*.json"):
                if note.stat().st_mtime < before:
                    note.unlink(missing_ok=True)
            copies = [_read_note(note) for note in self.remote.glob("*.json")]
            kept = {copy.name for copy in copies if copy is not None}
            for path in self.remote.iterdir():
                if path.suffix != ".json" and path.name not in kept and path.stat().st_mtime < before:
                    path.unlink(missing_ok=True)

    def _note(self, url: str) -> Path:
        return self.remote / f"{_digest(url.encode())}.json"


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:20]


def _read_note(note: Path) -> Copy | None:
    try:
        copy = Copy(**json.loads(note.read_text(encoding="utf-8")))
        digest, _, ending = copy.name.partition(".")
        is_sound = _DIGEST.fullmatch(digest) and ending == EXTENSIONS.get(copy.type)
        return copy if is_sound and all(isinstance(each, str) for each in copy) else None
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        return None
