"""The configuration beside the site's own that points to an exported docs folder."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from pathlib import Path

import yaml

from mkdocs_newsblog.cli.yaml_text import written
from mkdocs_newsblog.model.exported import ExportIndex
from mkdocs_newsblog.read.config.config_file import INHERIT, read_values
from mkdocs_newsblog.read.config.config_places import nodes_of
from mkdocs_newsblog.read.config.plugin_options import PLUGIN, plugin_entries

Pair = tuple[yaml.Node, yaml.Node]
"""A key of a mapping and its value."""
MAPPING = "tag:yaml.org,2002:map"
RELATIVE = "!relative"
"""The tag of a path that the host looks up in one of its folders."""
REDIRECTS = "redirects"
AWESOME = "awesome-nav"
"""A plugin that puts the order of its own files, which are not exported, in place of any navigation."""
MARK = "# Written by `newsblog export`, and written anew by the next one: change"
"""How the file begins. One that begins in another way is not ours."""


def exported_path(config: Path) -> Path:
    """Return where the configuration is written: ``mkdocs.exported.yml``."""
    return config.with_name(f"{config.stem}.exported{config.suffix}")


def is_ours(path: Path) -> bool:
    """Whether a file may be written over: an earlier export has made it, or it is not there."""
    return not path.exists() or (path.is_file() and path.read_bytes().startswith(MARK.encode()))


def config_text(config: Path, docs_dir: str, index: ExportIndex) -> str:
    """Return the configuration: all of the site's own but our plugin, and what that would have done.

    ``index`` says that. The configuration is whole, and inherits from none: some generators add a list to
    that of the file above.
    """
    values = {str(name.value): node for name, node in _merged(nodes_of(config, ()))}
    values.pop(INHERIT, None)
    said = read_values(config)
    _keep_docs_dir(values.values(), str(said.get("docs_dir") or "docs"))
    listed = _items(values.get("extra_css"))
    linked = {str(node.value) for node in listed}
    folders = (f"/{_literal(each.strip('/'))}/" if each.strip("/.") else "*.md" for each in index["folders"])
    pages = (f"/{_literal(each)}" for each in index["unlisted"])
    plugins = _plugins(values.get("plugins"), config)
    if index["nav"] is not None:
        plugins = [each for each in plugins if _name(each) != AWESOME]
    changed: dict[str, object] = {
        "docs_dir": docs_dir,
        "plugins": _redirected(plugins, index["moved"]),
        "extra_css": [*(each for each in index["styles"] if each not in linked), *listed],
        "not_in_nav": _patterns(said.get("not_in_nav"), [*pages, *folders]),
    }
    for key, shown in (("exclude_docs", index["excluded"]), ("draft_docs", index["drafts"])):
        if shown:
            changed[key] = _patterns(said.get(key), [f"!/{_literal(each)}" for each in shown])
    if index["nav"] is not None:
        changed["nav"] = index["nav"]
    if index["edit_uri"] and "edit_uri_template" not in values:
        changed["edit_uri"] = index["edit_uri"]  # some generators would take the new folder for it
    return f"{MARK} {config.name} instead.\n{written({**values, **changed})}"


def _patterns(said: object, more: Iterable[str]) -> str:
    """Return patterns as in .gitignore, of which the last that fits a path counts: ours stand at the end."""
    added = list(dict.fromkeys(more))
    kept = [each for each in str(said or "").splitlines() if each not in added]
    return "".join(f"{each}\n" for each in [*kept, *added])


def _literal(path: str) -> str:
    """Return a pattern as in .gitignore for one path."""
    return re.sub(r"[\\*?\[]", r"\\\g<0>", path)


def _items(node: yaml.Node | None) -> list[yaml.Node]:
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def _plugins(node: yaml.Node | None, config: Path) -> list[yaml.Node]:
    """Return the entries of ``plugins`` but ours; as a list, which replaces a mapping and is not merged."""
    ours = {step[0] for step, _ in plugin_entries(read_values(config).get("plugins"), config, PLUGIN)}
    if isinstance(node, yaml.MappingNode):
        pairs = _merged([node])
        return [yaml.MappingNode(MAPPING, [pair]) for pair in pairs if str(pair[0].value) not in ours]
    return [item for number, item in enumerate(_items(node)) if number not in ours]


def _name(entry: yaml.Node) -> str:
    """Return the name in an entry of ``plugins``."""
    pair = entry.value[0] if isinstance(entry, yaml.MappingNode) and entry.value else (entry, None)
    return str(pair[0].value)


def _redirected(entries: list[yaml.Node], moved: Mapping[str, str]) -> list[yaml.Node]:
    """Let the plugin for redirects lead to pages in their new places."""
    for name, options in (
        pair for each in entries if isinstance(each, yaml.MappingNode) for pair in each.value
    ):
        if name.value == REDIRECTS and isinstance(options, yaml.MappingNode):
            maps = [value for key, value in options.value if key.value == "redirect_maps"]
            for _, target in (
                pair for each in maps if isinstance(each, yaml.MappingNode) for pair in each.value
            ):
                path, mark, part = str(target.value).partition("#")
                target.value = moved[path] + mark + part if path in moved else target.value
    return entries


def _keep_docs_dir(nodes: Iterable[yaml.Node], docs_dir: str) -> None:
    """Let paths below the docs folder lead into the site's own, which has files that are no pages."""
    pending, done = list(nodes), set[int]()
    while pending:
        node = pending.pop()
        if id(node) in done:  # an alias
            continue
        done.add(id(node))
        if isinstance(node, yaml.ScalarNode) and node.tag == RELATIVE:
            node.value = re.sub(r"\A\$docs_dir(?=/|\Z)", lambda _: f"$config_dir/{docs_dir}", node.value)
        elif isinstance(node, yaml.SequenceNode):
            pending += node.value
        elif isinstance(node, yaml.MappingNode):
            pending += (each for pair in node.value for each in pair)


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
