"""The configuration beside the site's own that points to an exported docs folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

from mkdocs_newsblog.cli.written import written
from mkdocs_newsblog.read.config_file import INHERIT, read_values
from mkdocs_newsblog.read.config_places import nodes_of
from mkdocs_newsblog.read.plugin_options import PLUGIN, plugin_entries

MARK = "# Written by `newsblog export`, and written anew by the next one: change"
"""How the file begins. One that begins in another way is not ours."""


def exported_path(config: Path) -> Path:
    """Return where the configuration is written: ``mkdocs.exported.yml``."""
    return config.with_name(f"{config.stem}.exported{config.suffix}")


def is_ours(path: Path) -> bool:
    """Whether a file may be written over: an earlier export has made it, or it is not there."""
    return not path.exists() or path.read_bytes().startswith(MARK.encode())


def config_text(
    config: Path, docs_dir: str, nav: object, styles: Sequence[str], folders: Sequence[str]
) -> str:
    """Return the configuration: all of the site's own but our plugin, and what that would have done.

    It is whole, and inherits from none: some generators add a list to that of the file above.
    """
    values = _merged(nodes_of(config, ()))
    values.pop(INHERIT, None)
    values |= {"docs_dir": docs_dir, "plugins": _plugins(config)}
    listed = _items(config, "extra_css")
    values["extra_css"] = [
        *listed,
        *(each for each in styles if each not in {_said(node) for node in listed}),
    ]
    unlisted = str(read_values(config).get("not_in_nav") or "").splitlines()
    patterns = (f"/{each.strip('/')}/" if each.strip("/.") else "*.md" for each in folders)
    values["not_in_nav"] = "".join(f"{each}\n" for each in dict.fromkeys([*unlisted, *patterns]))
    if nav is not None:
        values["nav"] = nav
    return f"{MARK} {config.name} instead.\n{written(values)}"


def _items(config: Path, key: str) -> list[yaml.Node]:
    found = nodes_of(config, (key,))
    return list(found[0].value) if found and isinstance(found[0], yaml.SequenceNode) else []


def _said(node: yaml.Node) -> str:
    return str(node.value)


def _plugins(config: Path) -> list[Any]:
    """Return the entries of ``plugins`` but ours; as a list, which replaces a mapping and is not merged."""
    ours = {step[0] for step, _ in plugin_entries(read_values(config).get("plugins"), config, PLUGIN)}
    found = nodes_of(config, ("plugins",))
    if found and isinstance(found[0], yaml.SequenceNode):
        return [node for number, node in enumerate(found[0].value) if number not in ours]
    return [{name: value} for name, value in _merged(found).items() if name not in ours]


def _merged(layers: Sequence[yaml.Node]) -> dict[str, Any]:
    """Return mappings of several files as one, as hosts do: the nearest file counts."""
    values: dict[str, list[yaml.Node]] = {}
    for layer in reversed(layers):
        for name, value in layer.value if isinstance(layer, yaml.MappingNode) else ():
            values.setdefault(str(name.value), []).insert(0, value)
    return {
        name: _merged(found) if all(isinstance(each, yaml.MappingNode) for each in found[:2]) else found[0]
        for name, found in values.items()
    }
