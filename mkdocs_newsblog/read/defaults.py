"""What folders say of their posts, below the front matter of each: ``.meta.yml`` files, and others like them.

They are merged as Material's meta plugin does: objects key by key, lists joined with the outer folder's
items first, and everything else of the nearer file replaces what is farther away; a null removes it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.files.decode import read_text
from mkdocs_newsblog.read.files.select import is_folder_page
from mkdocs_newsblog.read.front_matter.container import Block, Format, UnclosedError
from mkdocs_newsblog.read.front_matter.document import Document, Path
from mkdocs_newsblog.read.front_matter.load import load
from mkdocs_newsblog.schema.problems.codes import problem

_END = r"\n(?:---|\.\.\.)\s*\Z"
"""What ends a file that is written as front matter is."""


class Defaults(NamedTuple):
    """What one file gives to the posts of ``folder`` and below; ``problems`` are of that file.

    That is a ``.meta.yml``, a ``_metadata.yml``, or what :mod:`mkdocs_newsblog.read.closing` reads.
    """

    src_uri: str
    document: Document
    problems: tuple[Problem, ...] = ()
    closed: Place | None = None
    """Where it is said that none of these posts is published, whatever they say themselves."""
    posts_only: bool = False
    """Whether the pages of folders are not meant."""

    @property
    def folder(self) -> str:
        """The folder relative to ``docs_dir``; empty for its top."""
        return self.src_uri.rpartition("/")[0]

    @property
    def shown(self) -> str:
        """The folder as a message names it."""
        return quoted(f"{self.folder}/") if self.folder else "the docs folder"

    @property
    def acts(self) -> bool:
        """Whether any post could be read differently for it."""
        return bool(self.document.data or self.closed)

    def covers(self, src_uri: str) -> bool:
        """Return whether a post lies in the folder; compared by parts of the path, never as text."""
        if self.posts_only and is_folder_page(src_uri):
            return False
        return not self.folder or src_uri.startswith(self.folder + "/")


def read_defaults(source: Source) -> Defaults:
    """Return the defaults in a ``.meta.yml`` or ``_metadata.yml``, and what is wrong with the file."""
    text = read_text(source)
    if isinstance(text, Problem):
        return Defaults(source.src_uri, Document(source.src_uri), (text,))
    whole = re.sub(_END, "\n", text)
    block = Block(Format.YAML, whole.removeprefix("---\n"), int(whole.startswith("---\n")), "", 0)
    try:
        loaded = load(block, source.src_uri)
    except UnclosedError as error:
        unread = problem("front-matter-unreadable", Place(source.src_uri, 1), "file", error.fact)
        return Defaults(source.src_uri, Document(source.src_uri), (unread,))
    return Defaults(source.src_uri, loaded.document, loaded.problems)


class Merged(Document):
    """A post's front matter with its folders' defaults below; each value still knows where it was written."""

    __slots__ = ("origins", "own")

    def __init__(self, own: Document) -> None:
        super().__init__(own.src_uri)
        self.own = own
        self.origins: dict[Path, tuple[Document, Path]] = {}

    def lay(self, layer: Document, data: dict[str, object], origin: Path = ()) -> None:
        """Put data that stands at ``origin`` of another document over what is here."""
        self.data = _over_fields(self, self.data, layer, data, (), origin)

    def origin(self, path: Path) -> tuple[Document, Path]:
        """Return the document that a value was written in, of the post or of a folder, and its path there."""
        for length in range(len(path), 0, -1):
            found = self.origins.get(path[:length])
            if found is not None:
                document, origin = found
                return document.origin((*origin, *path[length:]))
        return self.own.origin(path)


def merge(own: Document, defaults: Sequence[Defaults]) -> Document:
    """Return a post's document over the defaults that cover it, the nearest folder on top."""
    covering = [given for given in defaults if given.acts and given.covers(own.src_uri)]
    if not covering:
        return own
    covering.sort(key=lambda given: given.folder.count("/") + bool(given.folder))
    merged = Merged(own)
    merged.closed = next((given.closed for given in reversed(covering) if given.closed), None)
    layers = [*(given.document for given in covering), own]
    for level, layer in zip(range(len(layers) - 1, -1, -1), layers, strict=True):
        for key in layer.data:
            merged.levels[key] = level
        merged.lay(layer, layer.data)
    return merged


def _over_fields(
    merged: Merged,
    below: Mapping[str, object],
    layer: Document,
    fields: Mapping[str, object],
    path: Path,
    origin: Path,
) -> dict[str, object]:
    result = dict(below)
    for key, item in fields.items():
        result[key] = _over(merged, below.get(key), layer, item, (*path, key), (*origin, key))
    return result


def _over(merged: Merged, below: object, layer: Document, value: object, path: Path, origin: Path) -> object:
    if isinstance(below, dict) and isinstance(value, dict):
        return _over_fields(merged, below, layer, value, path, origin)
    if isinstance(below, list) and isinstance(value, list):
        for position in range(len(value)):
            merged.origins[(*path, len(below) + position)] = (layer, (*origin, position))
        for position in range(len(below)):
            if (*path, position) not in merged.origins and path in merged.origins:
                document, start = merged.origins[path]
                merged.origins[(*path, position)] = (document, (*start, position))
        merged.origins[path] = (layer, origin)
        return [*below, *value]
    for known in [known for known in merged.origins if known[: len(path)] == path]:
        del merged.origins[known]
    merged.origins[path] = (layer, origin)
    return value
