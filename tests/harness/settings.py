"""Changing a `mkdocs.yml` as text, so that tags such as `!ENV` and `!!python/name` survive."""

from __future__ import annotations

from typing import Any

import yaml

DEFAULT = {"site_name": "Drawn", "theme": {"name": "mkdocs"}}
"""What a drawn site is configured with when the test says nothing; ProperDocs wants its theme named."""


def changed(text: str, theme: str | dict[str, Any] | None = None, newsblog: Any = None, **values: Any) -> str:
    """The configuration with other top-level values; a value of None takes the key away.

    A theme given by name keeps the other theme options. `newsblog` holds the options of the plugin (a list of
    them for several blogs), or False for none; the other plugins stay, and without any, search is one.
    """
    if isinstance(theme, dict):
        values["theme"] = theme
    if theme is None and newsblog is None and not values:
        return text
    tree = yaml.compose(text) if text.strip() else _node({})
    assert isinstance(tree, yaml.MappingNode), "a configuration is a mapping"
    for key, value in values.items():
        _put(tree, key, None if value is None else _node(value))
    if isinstance(theme, str):
        _put(tree, "theme", _named_theme(_get(tree, "theme"), theme))
    if newsblog is not None:
        _put(tree, "plugins", _with_newsblog(_get(tree, "plugins"), newsblog))
    return yaml.serialize(tree, allow_unicode=True)


def values_of(text: str) -> dict[str, Any]:
    """The plain top-level values of a configuration, for the harness's own questions."""
    tree = yaml.compose(text)
    assert isinstance(tree, yaml.MappingNode), "a configuration is a mapping"
    plain = {key.value: value for key, value in tree.value if isinstance(value, yaml.ScalarNode)}
    return {key: yaml.safe_load(node.value) for key, node in plain.items()}


def _node(value: Any) -> yaml.Node:
    node = yaml.compose(yaml.safe_dump(value, allow_unicode=True, sort_keys=False))
    assert node is not None
    return node


def _get(tree: yaml.MappingNode, key: str) -> yaml.Node | None:
    return next((value for name, value in tree.value if name.value == key), None)


def _put(tree: yaml.MappingNode, key: str, value: yaml.Node | None) -> None:
    tree.value = [pair for pair in tree.value if pair[0].value != key]
    if value is not None:
        tree.value.append((_node(key), value))


def _named_theme(theme: yaml.Node | None, name: str) -> yaml.Node:
    if not isinstance(theme, yaml.MappingNode):
        return _node({"name": name})
    _put(theme, "name", _node(name))
    return theme


def _with_newsblog(plugins: yaml.Node | None, options: Any) -> yaml.Node:
    if not isinstance(plugins, yaml.SequenceNode):
        plugins = _node(["search"])
    assert isinstance(plugins, yaml.SequenceNode), "plugins are written as a list"
    entries = [] if options is False else options if isinstance(options, list) else [options]
    plugins.value = [entry for entry in plugins.value if _plugin_name(entry) != "newsblog"]
    plugins.value += [_node({"newsblog": entry}) for entry in entries]
    return plugins


def _plugin_name(entry: yaml.Node) -> str:
    return str(entry.value if isinstance(entry, yaml.ScalarNode) else entry.value[0][0].value)
