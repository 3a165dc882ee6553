"""The code of Markdown extensions without a version to go by: those of the site, or installed as a link."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

from mkdocs_newsblog.host.reuse.own_templates import package_folders

MANY = 500
"""Files of one extension that are read to know its state."""


class ImpureError(Exception):
    """A conversion depends on more than is known; the text says on what."""


def is_installed(module: str) -> bool:
    """Whether a module lies where packages are installed, so that its version says what it does."""
    path = _origin(module)
    return path is not None and _lies_among_packages(path)


@cache
def code_of(module: str) -> str:
    """Return a hash of the files that a module and what it imports of its own are made of.

    That is their state when they were first asked for: a process does not load them again when they change.

    Raises:
        ImpureError: it has no files, or too many.
    """
    path = _origin(module)
    if path is None:
        raise ImpureError(f"where the extension {module} comes from is not known")
    files = list(islice(_files(module, path), MANY + 1))
    if len(files) > MANY:
        raise ImpureError(f"the extension {module} is made of more than {MANY} files")
    digest = hashlib.sha256()
    for file in sorted(set(files)):
        digest.update(f"{file.name} {file.stat().st_size}\n".encode())
        digest.update(file.read_bytes())
    return f"{module} {digest.hexdigest()}"


def _origin(module: str) -> Path | None:
    loaded = sys.modules.get(module)
    try:
        spec = loaded.__spec__ if loaded is not None else find_spec(module)
    except (ImportError, ValueError):
        return None
    return Path(spec.origin) if spec is not None and spec.origin and Path(spec.origin).is_file() else None


def _lies_among_packages(path: Path) -> bool:
    return any(path.resolve().is_relative_to(folder) for folder in package_folders())


def _files(module: str, path: Path) -> list[Path]:
    """Return the files of a package, or of a module and those beside it, and all that is loaded there."""
    package = find_spec(module.partition(".")[0])
    folders = [Path(folder) for folder in (package and package.submodule_search_locations) or ()]
    found = [file for folder in folders for file in folder.rglob("*.py")] or [path]
    if _lies_among_packages(path):
        return found
    beside = folders[0].parent if folders else path.parent
    loaded = [getattr(each, "__file__", None) for each in list(sys.modules.values())]
    near = (Path(file) for file in loaded if isinstance(file, str) and file.startswith(str(beside)))
    found += [file for file in near if file.is_file() and not _lies_among_packages(file)]
    return found if folders else [*found, *beside.glob("*.py")]
