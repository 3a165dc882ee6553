"""Head tags as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import escape

from mkdocs_newsblog.metadata.links import Tag

_SPECIAL = re.compile("[&<>\"']")


def print_tags(tags: Iterable[Tag]) -> str:
    """Return each tag on a line of its own, its attributes escaped."""
    return "".join([f"{_tag(tag)}\n" for tag in tags])


def _tag(tag: Tag) -> str:
    attributes = "".join(
        [
            f' {name}="{escape(value) if _SPECIAL.search(value) else value}"'
            for name, value in tag.attributes.items()
        ]
    )
    return f"<{tag.name}{attributes}>" + ("" if tag.content is None else f"{tag.content}</{tag.name}>")
