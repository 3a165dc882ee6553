"""The texts below the options of a class, for the reference; from its source, since Python drops them."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise
from textwrap import dedent


def attribute_docstrings(declared: type) -> dict[str, str]:
    """Return the text below each annotated attribute of a class and of the classes it is made from.

    Raises:
        OSError: a source is not at hand.
    """
    texts: dict[str, str] = {}
    for each in reversed(declared.__mro__):
        if each.__module__.partition(".")[0] == __package__.partition(".")[0]:
            texts.update(_below(each))
    return texts


def _below(declared: type) -> Iterator[tuple[str, str]]:
    tree = ast.parse(dedent(inspect.getsource(declared))).body[0]
    for attribute, text in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        if (
            isinstance(attribute, ast.AnnAssign)
            and isinstance(attribute.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            yield attribute.target.id, inspect.cleandoc(str(text.value.value))
