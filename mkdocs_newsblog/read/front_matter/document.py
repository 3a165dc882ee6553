"""Front matter as read: plain values, and for each of them its place and the text that was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from yaml.nodes import Node, ScalarNode, SequenceNode

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.schema.front_matter.fields import normal

Path = tuple[str | int, ...]
"""Keys and list positions from the root of the mapping to a value."""


class Document:
    """The mapping of one block of front matter.

    ``nodes`` holds the YAML node of every value, and is empty for other formats, whose places are looked up
    in ``text`` only when a message needs one. ``skipped`` counts the lines of the file before ``text``.
    """

    __slots__ = ("closed", "data", "floats", "levels", "names", "nodes", "skipped", "src_uri", "text")

    def __init__(self, src_uri: str, text: str = "", skipped: int = 0) -> None:
        self.src_uri = src_uri
        self.text = text
        self.skipped = skipped
        self.data: dict[str, object] = {}
        self.nodes: dict[Path, tuple[Node, int]] = {}
        """Node of each value, and the lines of the file before the text it was parsed from."""
        self.names: dict[str, tuple[Node, int]] = {}
        """Node of each key of the root mapping, in the same way."""
        self.floats: dict[float, str] = {}
        """How fractions were typed, in formats without nodes: 1.10 is a version too."""
        self.levels: dict[str, int] = {}
        """How many folders lie between the post and the file of a key, from 1, where a folder gives it."""
        self.closed: Place | None = None
        """Where the nearest folder says that nothing in it is published."""

    def origin(self, path: Path) -> tuple[Document, Path]:
        """Return the document that the value at ``path`` was written in, and its path there."""
        return self, path

    def place(self, path: Path) -> Place:
        """Return where the value at ``path`` begins, or the nearest value around it."""
        written, path = self.origin(path)
        while path:
            if (found := written.nodes.get(path)) is not None:
                mark = found[0].start_mark
                return Place(written.src_uri, mark.line + found[1] + 1, mark.column + 1)
            if not written.nodes and isinstance(path[-1], str) and (place := written._look_up(path[-1])):
                return place
            path = path[:-1]
        return Place(written.src_uri, written.skipped + 1)

    def place_of_key(self, key: str) -> Place:
        """Return where the value of a key begins, or the key itself where that is on a line above."""
        place, name = self.place((key,)), self.origin((key,))[0].names.get(key)
        if name is None or name[0].start_mark.line + name[1] + 1 == place.line:
            return place
        mark = name[0].start_mark
        return Place(place.path, mark.line + name[1] + 1, mark.column + 1)

    def _look_up(self, key: str) -> Place | None:
        # A key begins its line; in JSON it may as well stand behind another.
        name = rf"(?:^[ \t]*(?:\.\. )?[\"']?|,[ \t]*\"){re.escape(key)}[\"']?[ \t]*[:=][ \t]*"
        found = re.search(f"(?im){name}", self.text)
        if found is None:
            return None
        line = self.text.count("\n", 0, found.end()) + self.skipped + 1
        return Place(self.src_uri, line, found.end() - self.text.rfind("\n", 0, found.end()))


class Value:
    """One value of front matter that knows where it stands."""

    __slots__ = ("doc", "path", "raw")

    def __init__(self, raw: object, path: Path, doc: Document) -> None:
        self.raw = raw
        self.path = path
        self.doc = doc

    @property
    def place(self) -> Place:
        """Where the value begins in its file."""
        return self.doc.place(self.path)

    @property
    def key(self) -> str:
        """The path as a message shows it: ``cover.image``, ``tags[2]``."""
        shown, written = "", self.doc.origin(self.path)[1]
        # Items count as in the file where they were written; a part of another value is called as it is here.
        for part in written if len(written) == len(self.path) else self.path:
            shown += f"[{part}]" if isinstance(part, int) else (f".{part}" if shown else str(part))
        return shown

    @property
    def is_scalar(self) -> bool:
        """Whether the value is neither a list nor an object."""
        return not isinstance(self.raw, (dict, list))

    @property
    def is_empty(self) -> bool:
        """Whether the value says nothing: null, blank text, an empty list or object."""
        raw = self.raw
        return raw is None or raw in ("", [], {}) or (isinstance(raw, str) and not raw.strip())

    def text(self) -> str:
        """Return a scalar as it was typed, else as Python shows it; stripped."""
        if isinstance(self.raw, str):
            return self.raw.strip()
        document, path = self.doc.origin(self.path)
        found = document.nodes.get(path)
        if found is not None and isinstance(found[0], ScalarNode):
            return str(found[0].value).strip()
        if isinstance(self.raw, bool):
            return "true" if self.raw else "false"
        if isinstance(self.raw, float):
            return document.floats.get(self.raw, str(self.raw))
        return "" if self.raw is None else str(self.raw)

    @property
    def line(self) -> str:
        """The line of the value from where it begins; empty in formats without nodes."""
        document, path = self.doc.origin(self.path)
        if (found := document.nodes.get(path)) is None:
            return ""
        mark, lines = found[0].start_mark, document.text.split("\n")
        number = mark.line + found[1] - document.skipped
        return lines[number][mark.column :] if 0 <= number < len(lines) else ""

    @property
    def is_on_own_line(self) -> bool:
        """Whether an item of a list stands behind a hyphen, and not between commas."""
        document, path = self.doc.origin(self.path)
        found = document.nodes.get(path[:-1])
        return found is not None and isinstance(found[0], SequenceNode) and not found[0].flow_style

    @property
    def shown(self) -> object:
        """The value as a message quotes it: a scalar as it was typed."""
        return self.text() if self.is_scalar else self.raw

    @property
    def fields(self) -> Mapping[str, object]:
        """What an object holds by its keys, as written; nothing where the value is no object."""
        return self.raw if isinstance(self.raw, dict) else {}

    def keys(self) -> dict[str, str]:
        """Return the keys of an object by how they are compared; of several that are alike, the last."""
        return {normal(key): key for key in self.fields}

    def first(self, names: Iterable[str]) -> Value | None:
        """Return what stands below the first of some keys that an object has, however that is spelled."""
        keys = self.keys()
        key = next((keys[name] for name in map(normal, names) if name in keys), None)
        return None if key is None else self.child(key)

    def child(self, key: str | int) -> Value:
        """Return the value below ``key``.

        Raises:
            LookupError: there is none.
        """
        if isinstance(self.raw, list) and isinstance(key, int):
            return Value(self.raw[key], (*self.path, key), self.doc)
        return Value(self.fields[str(key)], (*self.path, key), self.doc)

    def alone(self) -> Value:
        """Return the only item of a list, or the value itself."""
        return self.child(0) if isinstance(self.raw, list) and len(self.raw) == 1 else self

    def items(self) -> Iterator[Value]:
        """Yield the items of a list, or the value itself where it is none."""
        if isinstance(self.raw, list):
            for position, raw in enumerate(self.raw):
                yield Value(raw, (*self.path, position), self.doc)
        else:
            yield self
