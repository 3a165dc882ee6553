"""What a template takes from plugins: their options are compared, and nothing else that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from jinja2 import nodes

OPTIONS = "config"
"""Where a plugin has its options."""

NO_VALUES = (nodes.Compare, nodes.Test, nodes.Not)
"""What says no more of a value than whether something is so."""

Ways = Callable[[nodes.Filter], Iterable[list[str]]]
"""Returns the names by which a filter goes on from values, each in its parts."""


class PluginValues:
    """The expressions of one template that may be a plugin, or hold some."""

    def __init__(self, tree: nodes.Template) -> None:
        """Learn which names are given to plugins; those are the same everywhere in the template."""
        self._tree = tree
        self._names: set[str] = set()
        for node in tree.find_all((nodes.Assign, nodes.With, nodes.For)):
            for target, value in _given(node):
                if self._leads(value):
                    self._names |= _names(target)

    def asked(self, ways: Ways) -> Iterator[str]:
        """Yield what the template asks of plugins but for their options, in whatever way it gets there."""
        for node in self._tree.find_all(nodes.Expr):
            found: Iterable[list[str]] = ()
            if isinstance(node, nodes.Filter):
                found = ways(node) if self._leads(node.node) else ()
            elif isinstance(node, nodes.Getattr | nodes.Getitem):
                found = [[_step(node)]] if self._leads(node.node) and not _is_all(node.node) else ()
            yield from (name for name, *_ in found if name != OPTIONS)
        given = (each for call in self._tree.find_all(nodes.Call) for each in (*call.args, *call.kwargs))
        yield from ("plugins" for each in given if self._leads(each))  # what a macro asks is not looked for

    def _leads(self, node: nodes.Node | None) -> bool:
        if isinstance(node, nodes.Name):
            return node.name in self._names
        if isinstance(node, nodes.Getattr | nodes.Getitem):  # what is asked of a plugin is said already
            return _is_all(node) or _is_all(node.node)
        return any(map(self._leads, _inner(node)))


def _inner(node: nodes.Node | None) -> Iterable[nodes.Node | None]:
    """Return those parts of an expression of which its value may be, or that it may hold."""
    if node is None or isinstance(node, NO_VALUES):
        return ()
    if isinstance(node, nodes.CondExpr):
        return node.expr1, node.expr2
    if isinstance(node, nodes.And):
        return (node.right,)
    if isinstance(node, nodes.Filter) and node.name == "attr":
        return ()
    return (node.node,) if isinstance(node, nodes.Filter | nodes.Call) else node.iter_child_nodes()


def _is_all(node: nodes.Node | None) -> bool:
    """Whether an expression is the list of all plugins."""
    if not isinstance(node, nodes.Getattr | nodes.Getitem):
        return False
    return _step(node) == "plugins" and isinstance(node.node, nodes.Name) and node.node.name == "config"


def _step(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return node.attr
    return str(node.arg.value) if isinstance(node.arg, nodes.Const) else "attr"


def _given(node: nodes.Node) -> Iterator[tuple[nodes.Node, nodes.Node]]:
    if isinstance(node, nodes.With):
        yield from zip(node.targets, node.values, strict=True)
    elif isinstance(node, nodes.Assign):
        yield node.target, node.node
    elif isinstance(node, nodes.For):
        yield node.target, node.iter


def _names(target: nodes.Node) -> set[str]:
    """Return the names that a value is given, of a namespace the one that holds it."""
    own = [target] if isinstance(target, nodes.Name | nodes.NSRef) else []
    return {node.name for node in (*own, *target.find_all(nodes.Name))}
