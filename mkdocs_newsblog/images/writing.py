"""Files that are whole or not there: in the cache, and on their way into the site."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


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


def place(source: str, target: str, *, shared: bool = True) -> None:
    """Put a file of the cache into the site: as one file with two names where it may be and the disk can.

    Raises:
        OSError: the file is not there, or can't be put there.
    """
    if shared and _linked(source, target):
        return
    path = Path(target)
    path.parent.mkdir(parents=True, exist_ok=True)
    # What stands there may be the cache's own file, and must not be written into.
    path.unlink(missing_ok=True)
    if not (shared and _linked(source, target)):
        shutil.copyfile(source, target)


def _linked(source: str, target: str) -> bool:
    try:
        os.link(source, target)
    except OSError:
        return False
    return True
