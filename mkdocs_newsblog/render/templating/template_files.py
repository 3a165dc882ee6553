"""The files in folders of templates, as a theme's loader finds them: behind links, too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ENDINGS = (".htm", ".html", ".j2", ".jinja", ".jinja2")
"""Of the files that themes have templates in, and macros for them."""


class TemplateFile(NamedTuple):
    """A file, and what tells its states apart without reading it."""

    path: Path
    size: int
    changed: int
    """Nanoseconds of the last change."""


def files_below(
    folder: str | Path, *, hidden: bool = True, above: frozenset[tuple[int, int]] = frozenset()
) -> Iterator[TemplateFile]:
    """Yield the files below a folder in a fixed order; what can't be read is not there.

    ``hidden`` says whether folders count whose names begin with a dot; ``above`` are the folders on the way,
    so that a link that leads back to one of them is not followed again.
    """
    try:
        own = os.stat(folder)  # noqa: PTH116 - called for each folder of a theme
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    above |= {(own.st_dev, own.st_ino)}
    for entry in entries:
        try:
            info = entry.stat()
            is_folder, is_file = entry.is_dir(), entry.is_file()
        except OSError:
            continue
        if is_file:
            yield TemplateFile(Path(entry.path), info.st_size, info.st_mtime_ns)
        elif is_folder and (hidden or not entry.name.startswith(".")):
            real = os.stat(entry.path)  # noqa: PTH116 - on Windows an entry knows no number
            if (real.st_dev, real.st_ino) not in above:
                yield from files_below(entry.path, hidden=hidden, above=above)
