"""Opening a post's file: never a pipe, a device, or a link that leads out of the docs folder."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.decode import MAX_BYTES
from mkdocs_newsblog.schema.codes import problem


def open_source(src_uri: str, path: str, docs_dir: str, limit: int = MAX_BYTES) -> Source | Problem:
    """Return the bytes of a post, or why its file must not be opened.

    ``docs_dir`` is the real path of the docs folder, with every link in it resolved.
    """
    place = Place(src_uri)
    try:
        real = os.path.realpath(path, strict=True)
        info = os.stat(real)  # noqa: PTH116 - one call for all questions
        if not stat.S_ISREG(info.st_mode):
            return problem("file-not-regular", place, "file", "is no regular file")
        if os.path.commonpath([real, docs_dir]) != docs_dir:
            return problem("file-not-regular", place, "file", "is a link that leads out of the docs folder")
        if info.st_size > limit:
            return problem("file-too-large", place, "file", f"has {info.st_size} bytes, the limit is {limit}")
        return Source(src_uri, Path(real).read_bytes())
    except (OSError, ValueError) as error:
        return problem("file-not-regular", place, "file", f"can't be opened ({error.__class__.__name__})")
