"""What the site's own templates ask of plugins and hooks, of which nothing but options is compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from jinja2 import nodes

from mkdocs_newsblog.host.reuse.filters import item, ways

Way = tuple[object, ...]
"""The names that lead from the configuration to a value, 0 for one that is not written out."""
ALL = (("config", "plugins"), ("config", "hooks"))
OBJECTS = 3
"""How many names lead to a plugin or hook: of what it has, one more."""


def asked_of_plugins(tree: nodes.Template) -> Iterator[str]:
    """Yield what a template asks of plugins, but for their options, and of hooks; or which it hands on."""
    names = _named(tree)
    for node in tree.find_all((nodes.Getattr, nodes.Getitem, nodes.Filter)):
        found = (way[OBJECTS:] for way in _ways(node, names) if way[:2] in ALL and not _is_option(way))
        yield from sorted(str(asked[0] or "attr") for asked in found if asked)
    for call in tree.find_all(nodes.Call):  # what a macro asks is not looked for
        values = (*call.args, *(pair.value for pair in call.kwargs))
        given = (way for value in values for way in _ways(value, names))
        yield from sorted(str(way[-1] or "attr") for way in given if way[:2] in ALL and not way[OBJECTS:])


def _is_option(way: Way) -> bool:
    return way[1:2] == ("plugins",) and way[OBJECTS:] == ("config",)


def _named(tree: nodes.Template) -> Mapping[str, set[Way]]:
    """Return what of the configuration names may stand for that a template gives a meaning."""
    names: dict[str, set[Way]] = {}
    for node in tree.find_all((nodes.Assign, nodes.With, nodes.For)):
        for target, value in _given(node):
            for each in (target, *target.find_all(nodes.Name)):
                if isinstance(each, nodes.Name | nodes.NSRef):
                    names.setdefault(each.name, set()).update(_ways(value, names))
    return names


def _given(node: nodes.Node) -> Iterator[tuple[nodes.Node, nodes.Node]]:
    """Yield what is given a meaning in one place, with what it stands for."""
    if isinstance(node, nodes.Assign):
        yield node.target, node.node
    elif isinstance(node, nodes.With):
        yield from zip(node.targets, node.values, strict=True)
    elif isinstance(node, nodes.For):
        # Of what items() returns, the first is the name of a plugin.
        targets = node.target.items[1:] if isinstance(node.target, nodes.Tuple) else [node.target]
        yield from ((target, node.iter) for target in targets)


def _ways(node: nodes.Node, names: Mapping[str, set[Way]]) -> set[Way]:
    """Return all ways from the configuration to a value, as far as they matter."""
    if isinstance(node, nodes.Name):
        return names.get(node.name, set()) | ({("config",)} if node.name == "config" else set())
    inner, steps = _step(node)
    if inner is not None:
        return {_short((*way, *step)) for way in _ways(inner, names) for step in steps}
    return {way for each in _alternatives(node) for way in _ways(each, names)}


def _step(node: nodes.Node) -> tuple[nodes.Node | None, list[Way]]:
    """Return the value that another is asked of, and by which names it may be."""
    if isinstance(node, nodes.Getattr):
        return node.node, [(node.attr,)]
    if isinstance(node, nodes.Getitem):
        return node.node, [(item(node.arg),)]
    if isinstance(node, nodes.Filter):
        asked: list[Way] = [(way[0],) for way in ways(node)]
        is_left_behind = asked and node.name in ("attr", "map")
        return node.node, asked if is_left_behind else [*asked, ()]
    if isinstance(node, nodes.Call):
        called = node.node
        if isinstance(called, nodes.Getattr) and called.attr == "get":
            return called.node, [tuple(map(item, node.args[:1]))]
        return called, [()]
    return None, []


def _alternatives(node: nodes.Node) -> Iterable[nodes.Node]:
    """Return those parts of an expression of which its value may be, or that it may hold."""
    if isinstance(node, nodes.CondExpr):
        return filter(None, (node.expr1, node.expr2))
    if isinstance(node, nodes.And):
        return (node.right,)  # the left one only where it is nothing
    holds = nodes.Or | nodes.Tuple | nodes.List | nodes.Dict | nodes.Pair
    return node.iter_child_nodes() if isinstance(node, holds) else ()


def _short(way: Way) -> Way:
    """Return a way without what is of no matter; the host keeps all values in ``config.data``, too."""
    return way[:1] if way[1:] == ("data",) else way[: OBJECTS + 1]
