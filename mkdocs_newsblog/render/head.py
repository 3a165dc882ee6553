"""Head tags as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.metadata.tags import Tag


def print_tags(tags: Iterable[Tag]) -> str:
    """Return each tag on a line of its own."""
    return "".join([f"{tag.html}\n" for tag in tags])
