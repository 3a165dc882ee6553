"""Front matter without a language of its own: MultiMarkdown headers, and the comments of Nikola."""

from __future__ import annotations

import re

HEADER = re.compile(r"^[ ]{0,3}([A-Za-z0-9_-]+)::?\s*(.*)")
"""A key and its value; properties of pages in Logseq have two colons."""
HEADER_MORE = re.compile(r"^(?: {4}|\t)\s*(.*)")
"""A line that goes on with the header above."""
_LIST = re.compile(r"\[([^\[\]]*)\]")
LISTED = frozenset({"author", "authors", "categories", "category", "series", "tag", "tags"})
"""Keys whose value may be written as a list."""


def read_headers(text: str) -> dict[str, str]:
    """Return MultiMarkdown headers: keys in lower case, repeated and indented lines joined."""
    rows: dict[str, list[str]] = {}
    key = ""
    for line in text.split("\n"):
        if found := HEADER.match(line):
            key = found[1].lower()
        rows.setdefault(key, []).append((found[2] if found else line).strip())
    joined = {key: _joined(row, is_list=key in ("authors", "tags")) for key, row in rows.items()}
    return {key: _bare(text, key) if key in LISTED else text for key, text in joined.items()}


def _bare(text: str, key: str) -> str:
    """Return a list that is written as in YAML, ``["a", b]``, as headers have it."""
    found = _LIST.fullmatch(text)
    sign = "; " if key == "author" else ", "  # which names one person, whatever commas are in it
    return sign.join(item.strip(" \"'") for item in found[1].split(",")) if found else text


def _joined(row: list[str], *, is_list: bool) -> str:
    """Return lines as one; for Pelican, each line of a list is an item, or several."""
    sign = "; " if is_list and any(";" in line for line in row) else ", " if is_list else " "
    return sign.join(line.rstrip(",;") if is_list else line for line in row)


def read_comments(text: str) -> dict[str, object]:
    """Return the ``.. key: value`` lines of a Nikola comment."""
    return {key: value.strip() for key, value in re.findall(r"(?m)^[ \t]*\.\. ([A-Za-z_-]+):(.*)$", text)}
