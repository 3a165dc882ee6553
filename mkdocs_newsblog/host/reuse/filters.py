"""The names that filters of templates are given, by which they ask values for more."""

from __future__ import annotations

from collections.abc import Iterator

from jinja2 import nodes

BY_NAME = frozenset(
    {"map", "selectattr", "rejectattr", "sort", "groupby", "sum", "unique", "min", "max", "attr", "join"}
)
"""Filters that take the name of an attribute."""


def item(key: nodes.Node) -> object:
    """Return a name as it is written out, else 0."""
    return key.value if isinstance(key, nodes.Const) else 0


def ways(node: nodes.Filter) -> Iterator[list[str]]:
    """Yield the names that a filter is given, such as page.meta.x, each in its parts; some take several."""
    given = [pair.value for pair in node.kwargs if pair.key == "attribute"]
    if node.name in ("map", "join"):
        given += node.args[1:2]  # for map, what the filter attr is given, among others
    elif node.name in ("selectattr", "rejectattr", "attr"):
        given += node.args[:1]
    elif node.name in BY_NAME:
        given += [value for value in node.args if isinstance(item(value), str)]
    for value in given:
        yield from (way.split(".") for way in str(item(value) or "attr").split(","))
