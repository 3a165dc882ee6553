"""Pictures among the files of a bundle, as Hugo's pages name them."""

from __future__ import annotations

import re

from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.schema.front_matter.fields import normal

Found = tuple[Value, tuple[Value, ...]]
"""The value that holds a picture's path, and the objects around it, the nearest first."""

RESOURCES = "resources"
"""The key that lists such files."""
_GLOB = re.compile(r"[*?\[\]{}]")


def resource(value: Value) -> Found | None:
    """Return the picture among the files of a bundle (Hugo), which may be of any kind, or patterns of names.

    Other systems list paths of files there that have nothing to do with pictures.
    """
    return next((found for item in _items(value) if _is_feature(item) and (found := _picture(item))), None)


def named(src: Value, value: Value) -> Found | None:
    """Return the file of a bundle whose name stands where a path is asked for (LoveIt, FixIt)."""
    if normal(str(value.path[-1])) != RESOURCES:
        return None
    called = (item for item in _items(value) if str(item.fields.get("name", "")) == src.text())
    return next((found for item in called if (found := _picture(item))), None)


def _items(value: Value) -> list[Value]:
    items = value.items() if isinstance(value.raw, list) else ()
    return [item for item in items if isinstance(item.raw, dict)]


def _picture(item: Value) -> Found | None:
    src = part_of(item, ("src",))
    text = src.text() if src is not None and src.is_scalar else ""
    return (src, (item,)) if src is not None and names_picture(text) and not _GLOB.search(text) else None


def _is_feature(item: Value) -> bool:
    name = str(item.fields.get("name", "")).lower()
    return any(word in name for word in ("feature", "cover", "thumbnail", "header", "hero"))


def part_of(around: Value, names: tuple[str, ...]) -> Value | None:
    """Return what an object holds below the first of some keys that is not null."""
    if not isinstance(around.raw, dict):
        return None
    keys = around.keys()
    found = (around.child(key) for name in names if (key := keys.get(normal(name))) is not None)
    return next((value for value in found if value.raw is not None), None)
