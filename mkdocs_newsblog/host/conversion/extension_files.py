"""Files that Markdown extensions read for every page: options name them, so their state can be known."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from mkdocs.exceptions import ConfigurationError

from mkdocs_newsblog.host.conversion.extension_code import MANY, ImpureError
from mkdocs_newsblog.render.templating.template_files import files_below

MARKS = {
    "pymdownx.snippets": "8<",
    "markdown_include.include": "{!",
    **dict.fromkeys(("mkdocs_click", "mkdocs-click", "mkdocs_typer", "mkdocs-typer"), ":::"),
}
"""Extensions that take other files in only where a text says so, and what stands there."""


def without_files(name: str, options: Mapping[str, Any]) -> dict[str, Any]:
    """Return the options of an extension with the state of files that it reads for pages without its mark.

    Raises:
        ImpureError: the state can't be known.
    """
    plain = dict(options)
    if name in MARKS:
        bases = plain.pop("base_path", None) or ["."]
        if added := plain.pop("auto_append", None):
            texts = [added] if isinstance(added, str) else added
            plain["appended"] = list(_appended(texts, [bases] if _is_path(bases) else bases))
    return plain


def icons(folders: Any) -> list[list[str]]:
    """Return the state of all files in some folders, by their names below them.

    Raises:
        ImpureError: there are too many, or these are no folders.
    """
    if not isinstance(folders, list | tuple):
        raise ImpureError("the option custom_icons is no list of folders")
    below = ((file.path, folder) for folder in map(_path, folders) for file in files_below(folder))
    found = list(islice(below, MANY + 1))
    if len(found) > MANY:
        raise ImpureError(f"the option custom_icons names more than {MANY} files")
    return sorted([file.relative_to(folder).as_posix(), _digest(file)] for file, folder in found)


def _appended(names: Iterable[str], bases: Iterable[Any]) -> Iterator[list[str]]:
    """Yield what is appended to every page, wherever a name may lead to."""
    places = [_path(base) for base in bases]
    for name in names:
        # A name may be followed by lines, or by the name of a section.
        paths = [place / each for place in places for each in (name, name.partition(":")[0]) if each]
        files = [path for path in (*paths, *places) if path.is_file()]
        if not files:
            raise ImpureError(f"the option auto_append names {name}, which is no file")
        try:
            texts = [file.read_bytes() for file in files]
        except OSError:
            raise ImpureError(f"{name}, which is appended to every page, can't be read") from None
        if any(MARKS["pymdownx.snippets"].encode() in text for text in texts):
            raise ImpureError(f"{name}, which is appended to every page, takes in further files")
        yield from ([name, hashlib.sha256(text).hexdigest()] for text in texts)


def _is_path(value: object) -> bool:
    return isinstance(value, str | os.PathLike)


def _path(base: Any) -> Path:
    try:
        return Path(os.path.abspath(base))  # noqa: PTH100 - as the extensions do, links are not followed
    except (ConfigurationError, TypeError, ValueError):  # beside the page at hand, or no path at all
        raise ImpureError("an option names a folder that depends on the page") from None


def _digest(file: Path) -> str:
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
