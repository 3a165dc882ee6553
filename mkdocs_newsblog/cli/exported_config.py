"""The configuration beside the site's own that points to an exported docs folder."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from mkdocs_newsblog.cli.written import written
from mkdocs_newsblog.read.config_file import INHERIT, read_values
from mkdocs_newsblog.read.config_places import nodes_of
from mkdocs_newsblog.read.plugin_options import PLUGIN, plugin_entries

Pair = tuple[yaml.Node, yaml.Node]
"""A key of a mapping and its value."""
MAPPING = "tag:yaml.org,2002:map"
MARK = "# Written by `newsblog export`, and written anew by the next one: change"
"""How the file begins. One that begins in another way is not ours."""


def exported_path(config: Path) -> Path:
    """Return where the configuration is written: ``mkdocs.exported.yml``."""
    return config.with_name(f"{config.stem}.exported{config.suffix}")


def is_ours(path: Path) -> bool:
    """Whether a file may be written over: an earlier export has made it, or it is not there."""
    return not path.exists() or (path.is_file() and path.read_bytes().startswith(MARK.encode()))


def config_text(config: Path, docs_dir: str, index: Mapping[str, Any]) -> str:
    """Return the configuration: all of the site's own but our plugin, and what that would have done.

    ``index`` says that. The configuration is whole, and inherits from none: some generators add a list to
    that of the file above.
    """
    values = {str(name.value): node for name, node in _merged(nodes_of(config, ()))}
    values.pop(INHERIT, None)
    listed = _items(values.get("extra_css"))
    said = {str(node.value) for node in listed}
    unlisted = str(read_values(config).get("not_in_nav") or "").splitlines()
    folders = (f"/{_literal(each.strip('/'))}/" if each.strip("/.") else "*.md" for each in index["folders"])
    pages = (f"/{_literal(each)}" for each in index["unlisted"])
    changed: dict[str, Any] = {
        "docs_dir": docs_dir,
        "plugins": _plugins(values.get("plugins"), config),
        "extra_css": [*listed, *(each for each in index["styles"] if each not in said)],
        "not_in_nav": "".join(f"{each}\n" for each in dict.fromkeys([*unlisted, *pages, *folders])),
    }
    if index["nav"] is not None:
        changed["nav"] = index["nav"]
    return f"{MARK} {config.name} instead.\n{written({**values, **changed})}"


def _literal(path: str) -> str:
    """Return a pattern as in .gitignore for one path."""
    return re.sub(r"[\\*?\[]", r"\\\g<0>", path)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _plugins(node: yaml.Node | None, config: Path) -> list[Any]:
    """Return the entries of ``plugins`` but ours; as a list, which replaces a mapping and is not merged."""
    ours = {step[0] for step, _ in plugin_entries(read_values(config).get("plugins"), config, PLUGIN)}
    if isinstance(node, yaml.MappingNode):
        pairs = _merged([node])
        return [yaml.MappingNode(MAPPING, [pair]) for pair in pairs if str(pair[0].value) not in ours]
    return [item for number, item in enumerate(_items(node)) if number not in ours]


def _merged(layers: Sequence[yaml.Node]) -> list[Pair]:
    """Return mappings of several files as one, as hosts do: the nearest file counts.

    What stands in one file alone, and what has a tag of its own, stays the node that it is.
    """
    found: dict[object, list[Pair]] = {}
    for layer in reversed([each for each in layers if isinstance(each, yaml.MappingNode)]):
        yaml.constructor.SafeConstructor().flatten_mapping(layer)  # of merge keys
        last = {_identity(name): (name, value) for name, value in layer.value}
        for key, pair in last.items():
            found.setdefault(key, []).insert(0, pair)
    return [_one(pairs) for pairs in found.values()]


def _one(pairs: Sequence[Pair]) -> Pair:
    """Return what the values of a key in several files, the nearest first, are together."""
    name, nearest = pairs[0]
    plain = list(takewhile(lambda node: node.tag == MAPPING, (value for _, value in pairs)))
    return (name, yaml.MappingNode(MAPPING, _merged(plain)) if len(plain) > 1 else nearest)


def _identity(name: yaml.Node) -> object:
    return (name.tag, name.value) if isinstance(name, yaml.ScalarNode) else id(name)
