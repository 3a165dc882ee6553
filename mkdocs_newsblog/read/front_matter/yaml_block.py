"""YAML to plain values, with the node of each value kept and every way to hurt a build refused.

The nodes are composed by libyaml where it is there, and turned into values here: that takes one pass, keeps
places and typed text, notices repeated keys, and bounds what aliases can expand to. PyYAML's own constructor
could do none of that, and stops at the first value it can't build (``2021-02-29``).
"""

from __future__ import annotations

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.files.decode import from_base64
from mkdocs_newsblog.read.front_matter.document import Document, Path
from mkdocs_newsblog.read.front_matter.yaml_loader import Loader, PythonLoader
from mkdocs_newsblog.read.front_matter.yaml_numbers import NUMBERS, number
from mkdocs_newsblog.schema.front_matter.fields import FIELDS, STATES, Kind, aliases_of
from mkdocs_newsblog.schema.problems.codes import problem

MAX_TEXT = 64 * 1024
MAX_NODES = 4000
MAX_DEPTH = 20
MAX_MERGES = 8
SAFE_TO_COMPOSE = 1000
"""Signs that may open a level; libyaml's composer recurses and crashes beyond some 20,000 levels."""

_TAG = "tag:yaml.org,2002:"
PROGRAMS = frozenset({"!expr", "!r"})
"""Tags of values that Quarto and R Markdown have from a program."""
BLOBS = frozenset({"!binary", "!ruby/string:Sequel::SQL::Blob"})
"""Tags that Jekyll's importers gave to texts from a database, which they wrote in base64."""
_BOOLS = yaml.constructor.SafeConstructor.bool_values


class RefusedError(Exception):
    """The block is valid YAML that front matter may not be: ``code``, and node or line."""

    def __init__(self, code: str, fact: str, remedy: str, line: int = 0, col: int = 0) -> None:
        super().__init__(fact)
        self.code, self.fact, self.remedy = code, fact, remedy
        self.line, self.col = line, col

    @classmethod
    def at(cls, node: Node, code: str, fact: str, remedy: str) -> RefusedError:
        """Return the refusal of one node."""
        return cls(code, fact, remedy, node.start_mark.line, node.start_mark.column)


def compose(text: str) -> Node | None:
    """Return the root node of a YAML text, or None where it is empty.

    Raises:
        RefusedError: the text is larger, deeper or richer in nodes than front matter may be.
        yaml.YAMLError: the text is not YAML.
    """
    if len(text) > MAX_TEXT:
        raise RefusedError(
            "front-matter-too-big", f"more than {MAX_TEXT:,} characters", "Move data out of the post"
        )
    if sum(map(text.count, "[{-?:")) > SAFE_TO_COMPOSE:
        _scan(text)
    loader = Loader(text)
    try:
        node: Node | None = loader.get_single_node()
    except (ValueError, RecursionError, OverflowError, TypeError) as error:
        raise yaml.YAMLError(str(error)) from error
    finally:
        loader.dispose()
    return node


def _scan(text: str) -> None:
    # In Python: newer releases of libyaml stop at their own limit, far from the place that is too deep.
    depth = 0
    for count, event in enumerate(yaml.parse(text, Loader=PythonLoader), 1):
        if isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            depth += 1
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            depth -= 1
        if depth > MAX_DEPTH:
            raise _too(f"nested more than {MAX_DEPTH} levels deep", event)
        if count > MAX_NODES:
            raise _too(f"more than {MAX_NODES:,} values", event)


def _too(fact: str, at: Node | yaml.Event) -> RefusedError:
    mark = at.start_mark
    line, col = (mark.line, mark.column) if mark else (0, 0)
    return RefusedError("front-matter-too-big", fact, "Simplify it", line, col)


class Builder:
    """Turns nodes into the values of a document; ``skipped`` is the number of lines before the text."""

    def __init__(self, doc: Document, skipped: int) -> None:
        self.doc = doc
        self.skipped = skipped
        self.budget = MAX_NODES
        self.room = MAX_TEXT
        """Characters that texts may still have: each alias of a text is one more that others read."""
        self.merges = 0
        self.top: Node | None = None
        """The key of the root mapping that is being read: nodes behind an alias stand somewhere else."""
        self.problems: list[Problem] = []

    def add(self, root: Node) -> None:
        """Put the pairs of a root mapping into the document; the first of repeated keys stays behind.

        Raises:
            RefusedError: something that front matter may not hold.
        """
        if not isinstance(root, MappingNode):
            kind = "a list" if isinstance(root, SequenceNode) else "plain text"
            raise RefusedError.at(
                root, "front-matter-unreadable", f"{kind} instead of keys and values", "Write key: value"
            )
        self.doc.data.update(self._mapping(root, (), 1))

    def place(self, node: Node) -> Place:
        """Return where a node stands in the file."""
        mark = node.start_mark
        return Place(self.doc.src_uri, mark.line + self.skipped + 1, mark.column + 1)

    def _value(self, node: Node, path: Path, depth: int) -> object:
        self.doc.nodes[path] = (node, self.skipped)
        self.budget -= 1
        if self.budget < 0:
            raise _too(f"more than {MAX_NODES:,} values, aliases expanded", self.top or node)
        if isinstance(node, ScalarNode):
            self._take(node)
            return self._scalar(node)
        if depth > MAX_DEPTH:
            raise _too(f"nested more than {MAX_DEPTH} levels deep, or in itself", node)
        if isinstance(node, SequenceNode) and node.tag == _TAG + "seq":
            return [
                self._value(item, (*path, position), depth + 1) for position, item in enumerate(node.value)
            ]
        if isinstance(node, MappingNode):
            return None if _is_hollow(node) else self._mapping(node, path, depth + 1)
        raise self._unknown_tag(node)

    def _take(self, node: ScalarNode) -> None:
        self.room -= len(node.value)
        if self.room < 0:
            raise _too(f"more than {MAX_TEXT:,} characters, aliases expanded", self.top or node)

    def _mapping(self, node: MappingNode, path: Path, depth: int) -> dict[str, object]:
        if node.tag != _TAG + "map":
            raise self._unknown_tag(node)
        found: dict[str, object] = {}
        lines: dict[str, Node] = {}
        for key_node, value_node in node.value:  # first, so that places and texts of own keys replace theirs
            if key_node.tag == _TAG + "merge":
                found.update(self._merge(value_node, path, depth))
        for key_node, value_node in node.value:
            if key_node.tag == _TAG + "merge":
                continue
            key = self._key(key_node, at_root=not path)
            if key in lines:
                self._repeated(key, lines[key], key_node)
            lines[key] = key_node
            if not path:
                self.top, self.doc.names[key] = key_node, (key_node, self.skipped)
            found[key] = self._value(value_node, (*path, key), depth)
        return found

    def _merge(self, node: Node, path: Path, depth: int) -> dict[str, object]:
        self.merges += 1
        if self.merges > MAX_MERGES or depth > MAX_DEPTH:
            raise _too(f"more than {MAX_MERGES} merge keys", node)
        sources = reversed(node.value) if isinstance(node, SequenceNode) else (node,)
        merged: dict[str, object] = {}
        for source in sources:
            if not isinstance(source, MappingNode):
                raise RefusedError.at(
                    source, "front-matter-unreadable", "a merge key << without an object", "Remove it"
                )
            merged.update(self._mapping(source, path, depth + 1))
        return merged

    def _key(self, node: Node, *, at_root: bool) -> str:
        if not isinstance(node, ScalarNode):
            fact, remedy = "a list or object as a key", "Write a word, or put the value in quotes"
            raise RefusedError.at(node, "front-matter-unreadable", fact, remedy)
        self._take(node)
        key = str(node.value)
        if at_root and node.tag != _TAG + "str":
            fact = f"the key {quoted(key)} is no text"
            self.problems.append(problem("key-not-text", self.place(node), key, fact))
        return key

    def _repeated(self, key: str, first: Node, second: Node) -> None:
        line = self.place(first).line
        fact = f"the key stands twice, first on line {line}; the last one counts"
        self.problems.append(problem("key-repeated", self.place(second), key, fact))

    def _scalar(self, node: ScalarNode) -> object:
        tag, text = node.tag, node.value
        if tag in _TEXTS:
            return text
        if tag == _TAG + "null":
            return None
        if tag == _TAG + "bool":
            return _BOOLS.get(text.lower(), text)
        if tag in NUMBERS:
            return number(node)
        if tag in PROGRAMS:
            return self._of_program(node)
        if tag in BLOBS and (found := from_base64(text)) is not None:
            return found
        raise self._unknown_tag(node)

    def _of_program(self, node: ScalarNode) -> str | None:
        """Return what stands for the value of a program: its text where it could hold a post back."""
        key = self.top.value if self.top is not None else ""
        fields = [alias.field for alias in aliases_of(key) if alias.field in STATES or not alias.rest]
        if any(field in STATES or FIELDS[field].kind is Kind.DATE for field in fields):
            return str(node.value)
        if fields:
            fact = f"a program in R, {quoted(node.value)}, which nothing here runs"
            self.problems.append(problem("value-ignored", self.place(node), key, fact, "Write the value"))
        return None

    def _unknown_tag(self, node: Node) -> RefusedError:
        tag = str(node.tag).replace(_TAG, "!!")
        return RefusedError.at(
            node, "front-matter-unsafe", f"the tag {quoted(tag)} is not allowed", "Remove the tag"
        )


def _is_hollow(node: MappingNode) -> bool:
    """Whether an object of Ruby holds nothing, as the excerpts of Jekyll's importers."""
    return node.tag.startswith("!ruby/object") and not any(value.value for _, value in node.value)


_TEXTS = {_TAG + "str", _TAG + "value"}
