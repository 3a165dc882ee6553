"""Paths of the options as the system stores them: letters and accents may be one sign there, or two."""

from __future__ import annotations

import os
from pathlib import Path

from mkdocs_newsblog.read.files.file_names import by_composed, composed
from mkdocs_newsblog.schema.settings import Settings


def as_stored(docs_dir: str, path: str) -> str:
    """Return a path below the docs folder with the names that are there as they are stored.

    Some systems open a file by either form of its name, and yet list it by one. Folders of languages may
    hold the path, too.
    """
    parts = [] if path.isascii() else [part for part in path.split("/") if part not in ("", ".")]
    for top in ("", *sorted(_names(docs_dir))) if parts else ():
        folder = Path(docs_dir, top)
        if stored := _stored(folder, parts[0]):
            found = [stored]
            for part in parts[1:]:
                folder /= found[-1]
                found.append(_stored(folder, part) or part)
            return path if found == parts else "/".join(found)
    return path


def stored_settings(settings: Settings, docs_dir: str) -> Settings:
    """Return the options with the section's folder and the authors file as they are stored."""
    wanted = {"dir": settings.dir, "authors_file": settings.authors_file}
    stored = {name: as_stored(docs_dir, path) for name, path in wanted.items() if path}
    changed = {name: path for name, path in stored.items() if path != wanted[name]}
    return settings.model_copy(update=changed) if changed else settings


def _stored(folder: Path, name: str) -> str | None:
    names = _names(folder)
    return name if name in names else by_composed(names).get(composed(name))


def _names(folder: str | Path) -> frozenset[str]:
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - names, not paths
    except OSError:
        return frozenset()
