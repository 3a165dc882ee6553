"""Short ways to read a post in a test."""

from __future__ import annotations

from typing import Any

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import Reading, read_entry
from mkdocs_newsblog.schema.settings import Settings

DATED = "date: 2024-05-01\n"


def read(text: str | bytes, src_uri: str = "blog/post.md", **options: Any) -> Reading:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    return read_entry(Source(src_uri, data), Settings(**options))


def front(block: str, body: str = "Text.\n", src_uri: str = "blog/post.md", **options: Any) -> Reading:
    """Read a post with this YAML block, a title and a date included."""
    lines = "".join(
        line
        for key, line in (("title:", "title: A title\n"), ("date:", DATED))
        if not any(row.startswith(key) for row in block.split("\n"))
    )
    return read(f"---\n{block}\n{lines}---\n{body}", src_uri, **options)


def entry(block: str, **options: Any) -> Entry:
    found = front(block, **options).entry
    assert found is not None
    return found


def codes(reading: Reading) -> list[str]:
    return [found.code for found in reading.problems]
