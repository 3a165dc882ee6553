"""Values for templates of a theme, whose environment escapes nothing and knows no placeholder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeVar

from markupsafe import Markup, escape

from mkdocs_newsblog.model.links import ROOT

Value = TypeVar("Value")


def safe(value: Value, root: str) -> Value:
    """Return a value of :mod:`mkdocs_newsblog.render.values.context` that any template may print as it is.

    Texts are escaped, HTML is marked as such, and addresses lead from a page whose way to the site's root is
    ``root``: ``../../``.
    """
    made: object = value
    if isinstance(value, str):
        made = Markup(escape(value).replace(ROOT, root))  # noqa: S704 - escaped here
    elif isinstance(value, Mapping):
        made = {name: safe(item, root) for name, item in value.items()}
    elif isinstance(value, tuple) and hasattr(value, "_make"):
        made = value._make(safe(item, root) for item in value)
    elif isinstance(value, list | tuple):
        made = [safe(item, root) for item in value]
    elif is_dataclass(value) and not isinstance(value, type):
        made = type(value)(**{each.name: safe(getattr(value, each.name), root) for each in fields(value)})
    return made  # type: ignore[return-value]  # as it came, but for its texts
