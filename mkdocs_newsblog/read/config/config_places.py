"""Where a value stands in the host's configuration: in its file, or in one that it inherits from."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import yaml

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.read.config.config_file import files_of
from mkdocs_newsblog.read.front_matter.yaml_loader import Loader

Step = tuple[str | int, ...]
"""Keys of mappings and numbers of items, from the outside in."""
SWITCH = "tag:yaml.org,2002:bool"


class _Found(NamedTuple):
    """A value in one file, and what stands for its name: the key, or the item itself."""

    path: str
    value: yaml.Node
    name: yaml.Node


def config_names(config: Path) -> frozenset[str]:
    """Return the file and all it inherits from, relative to its folder, as messages name them."""
    return frozenset(_name(path, config) for path in files_of(config))


def place_of(config: Path, keys: Step) -> Place:
    """Return where the value below ``keys`` stands, or else the nearest name around it."""
    found = _roots(config)
    place = named = Place(config.name)
    for key in keys:
        found = list(_below(found, key))
        if not found:
            return named
        named = _at(found[0], found[0].name)
        place, is_block = _at(found[0], found[0].value), isinstance(found[0].value, yaml.MappingNode)
        is_switch = found[0].name.tag == SWITCH  # no option is called so: the key itself is wrong
        if is_switch or (is_block and place.line != named.line):  # what is below may be right
            place = named
    return place


def node_of(config: Path, keys: Step) -> yaml.Node | None:
    """Return the value below ``keys`` as it is written, tags included; None where there is none."""
    return next(iter(nodes_of(config, keys)), None)


def nodes_of(config: Path, keys: Step) -> list[yaml.Node]:
    """Return the value below ``keys`` as it is written, and the mappings it is merged with, nearest first."""
    found = _roots(config)
    for key in keys:
        found = list(_below(found, key))
    return [each.value for each in found]


def _roots(config: Path) -> list[_Found]:
    return [_Found(_name(path, config), node, node) for path in files_of(config) if (node := _root(path))]


def _name(path: Path, config: Path) -> str:
    try:
        return Path(os.path.relpath(path, config.parent)).as_posix()
    except ValueError:  # another drive
        return path.as_posix()


def _root(path: Path) -> yaml.Node | None:
    try:
        node: yaml.Node | None = yaml.compose(path.read_bytes(), Loader)
    except (OSError, yaml.YAMLError, ValueError):
        return None
    return node


def _at(found: _Found, node: yaml.Node) -> Place:
    return Place(found.path, node.start_mark.line + 1, node.start_mark.column + 1)


def _below(around: Sequence[_Found], key: str | int) -> Iterator[_Found]:
    """Yield what a key leads to: its value and those that are merged with it, the nearest file first."""
    for found in around:
        inner = _child(found, key)
        if inner is None:
            continue
        yield inner
        if not isinstance(inner.value, yaml.MappingNode):
            return  # it replaces what files further up say, and they replace nothing of it


def _child(found: _Found, key: str | int) -> _Found | None:
    node = found.value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int):
        return _Found(found.path, node.value[key], node.value[key]) if key < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        pairs = ((name, value) for name, value in node.value if _said(name) == str(key))
        return next((_Found(found.path, value, name) for name, value in pairs), None)
    return None


def _said(name: yaml.Node) -> str:
    """Return a key as messages have it, which know of ``no`` only that YAML reads it as false."""
    if name.tag == SWITCH:
        return str(Loader.bool_values[name.value.lower()]).lower()
    return str(name.value)
