"""Files beside the posts that speak of them: folder defaults, data and pages of folders, authors and tags."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.files.decode import MAX_BYTES
from mkdocs_newsblog.read.files.paths import folders_of
from mkdocs_newsblog.read.files.select import FOLDER_NAME, Section
from mkdocs_newsblog.read.files.source import is_within, resolved, tops_of
from mkdocs_newsblog.schema.problems.codes import problem

META_FILE = ".meta.yml"
"""Name of a file of folder defaults, as Material's meta plugin has it."""

QUARTO_FILE = "_metadata.yml"
"""What Quarto calls a file of folder defaults; it merges them in the same way."""

DATA_FILES = ("{}.json", "{}.11tydata.json")
"""Names of a file of data for a folder, by the folder's own name (Eleventy); the latter counts for more."""

AUTHOR_FILES = (".authors.yml", "authors.yml", ".authors.yaml", "authors.yaml")
"""Names of an authors file in the section's folder, in order."""

SHARED_FILES = tuple(name for name in AUTHOR_FILES if name.startswith("."))
"""Those that are looked for in the folders above as well: no host publishes what begins with a dot."""

TAG_FILE = "tags.yml"
"""Name of a file in the section's folder that says what tags are called, as Docusaurus has it."""


class Beside(NamedTuple):
    """What stands beside the posts of a section."""

    defaults: tuple[Source, ...] = ()
    """Folder defaults, data of folders, and pages of folders, which the host may leave out."""
    people: Source | None = None
    tags: Source | None = None
    faults: tuple[Problem, ...] = ()
    """Why files that are there can't be read."""


def read_beside(
    docs_dir: str,
    section: Section,
    posts: Iterable[str],
    authors_file: str | None,
    meta_file: str = META_FILE,
    tops: Sequence[str] = ("",),
    linked: Sequence[str] = (),
) -> Beside:
    """Return what speaks of folders on the way to each post, outer folders first, and of authors and tags.

    ``tops`` are the folders that may hold the section, such as that of a language, the nearest first. The
    host may not list these files: defaults begin with a dot. What leads out of ``docs_dir`` is not read,
    unless it leads to one of the ``linked`` folders.
    """
    folders = {""}.union(*map(folders_of, posts))
    faults: list[Problem] = []
    allowed = tops_of(docs_dir, linked)
    names = dict.fromkeys((QUARTO_FILE, meta_file, FOLDER_NAME))
    paths = (
        f"{folder}/{name}".lstrip("/")
        for folder in sorted(folders)
        for name in _there(docs_dir, folder, [*names, *_data_of(folder)])
    )
    found = [source for path in paths if (source := _read(docs_dir, path, allowed, faults))]
    shared = (author_paths(section, authors_file, tops), tag_paths(section, tops))
    people, tags = (
        next(filter(None, (_read(docs_dir, path, allowed, faults) for path in paths)), None)
        for paths in shared
    )
    return Beside(tuple(found), people, tags, tuple(faults))


def _there(docs_dir: str, folder: str, names: Sequence[str]) -> Sequence[str]:
    """Return those of some names that a folder holds: to list it takes less than to ask for each."""
    try:
        held = frozenset(os.listdir(Path(docs_dir, folder)))  # noqa: PTH208 - names are enough
    except OSError:
        return names  # each says why it can't be read
    return [name for name in names if name in held or "/" in name]


def _data_of(folder: str) -> Iterator[str]:
    name = folder.rpartition("/")[2]
    yield from (each.format(name) for each in DATA_FILES if name)


def author_paths(section: Section, authors_file: str | None, tops: Sequence[str]) -> list[str]:
    """Return where an authors file is looked for, in order: the nearest, where none is named."""
    own = [authors_file] if authors_file else list(_usual_paths(section.parts))
    return [top + path for top in tops for path in own]


def tag_paths(section: Section, tops: Sequence[str]) -> list[str]:
    """Return where a file of tags is looked for, in order."""
    return [top + "/".join((*section.parts, TAG_FILE)) for top in tops]


def _usual_paths(parts: Sequence[str]) -> Iterator[str]:
    yield from ("/".join((*parts, name)) for name in AUTHOR_FILES)
    for end in range(len(parts) - 1, -1, -1):
        yield from ("/".join((*parts[:end], name)) for name in SHARED_FILES)


def has_folder(docs_dir: str, section: Section, tops: Iterable[str]) -> bool:
    """Whether a section's folder is below one of the folders that may hold it."""
    return any(Path(docs_dir, top, *section.parts).is_dir() for top in tops)


def _read(docs_dir: str, path: str, allowed: Sequence[str], faults: list[Problem]) -> Source | None:
    try:
        real = Path(resolved(Path(docs_dir, path)))
        if not is_within(str(real), allowed) or not real.is_file() or real.stat().st_size > MAX_BYTES:
            return None
        return Source(path, real.read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        fact = f"can't be opened ({error.__class__.__name__})"
        remedy = "Let the build read it, or delete it"
        faults.append(problem("file-not-regular", Place(path), "file", fact, remedy))
        return None
