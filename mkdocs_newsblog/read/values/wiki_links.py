"""Links as values of front matter: ``[[folder/Note|Label]]`` (Obsidian, Properties, Text), and Markdown's.

Where a name is asked for, the path of a file is one as well (Tina, Reference; Gatsby, Mapping node types).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mkdocs_newsblog.read.front_matter.document import Value

_LINK = re.compile(r"!?\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]*))?\]\]")
_MARKDOWN = re.compile(r'!?\[(?P<label>[^\[\]\n]*)\]\((?P<target>[^()<>"\n]+)(?:"[^"\n]*"\s*)?\)')
_FILE = re.compile(r"(?>(?:[^/,:\n]*+/)+)(?P<name>[^/,:\n]+)\.(?:mdx?|mdoc|json|ya?ml|toml)", re.IGNORECASE)
_OF_FOLDER = frozenset({"index", "_index"})
"""Names of files that are called as the folder is which they stand in."""


class WikiLink(NamedTuple):
    """Where a link leads, and what its author calls that."""

    target: str
    label: str | None = None
    alt: str | None = None
    """What a picture in Markdown says of itself; ``![[a.png|200]]`` says how wide it is."""


def wiki_link(text: str) -> WikiLink:
    """Return the link that a text is, or the text as its own target."""
    found = _LINK.fullmatch(text)
    if found is None:
        return _in_markdown(text)
    return WikiLink(found["target"].strip(), (found["label"] or "").strip() or None)


def _in_markdown(text: str) -> WikiLink:
    found = _MARKDOWN.fullmatch(text)
    if found is None:
        return WikiLink(text)
    label = found["label"].strip() or None
    return WikiLink(found["target"].strip(), label, label if text.startswith("!") else None)


def without_links(text: str) -> str:
    """Return a text with the names of notes in place of links to them, as readers see them in Obsidian.

    A text that is the path of a file, such as ``content/authors/ana.md``, is the name of that.
    """
    if "[[" not in text:
        return _of_file(text) if "/" in text else text
    return _LINK.sub(lambda link: (link["label"] or "").strip() or note_of(link["target"]), text)


def _of_file(text: str) -> str:
    """Return the name of the file that a text is the path of, or of its folder; else the text."""
    found = _FILE.fullmatch(text)
    if found is None:
        return text
    folder = text.split("/")[-2]
    return folder if found["name"] in _OF_FOLDER and folder.strip(".") else found["name"]


def with_notes(text: str) -> str:
    """Return a text with the names of notes in place of links to them, whatever the links are called."""
    return _LINK.sub(lambda link: note_of(link["target"]), text) if "[[" in text else text


def note_of(target: str) -> str:
    """Return the name of the note that a link leads to without its folder, or of the heading on the page."""
    note, _, heading = target.partition("#")
    return note.strip().rpartition("/")[2].removesuffix(".md") or heading.strip(" ^") or target.strip()


def unwrapped(value: Value) -> Value:
    """Return the text in ``[[text]]`` without quotes, which YAML takes for a list within a list."""
    inner = value
    for _ in range(2):
        if not isinstance(inner.raw, list) or len(inner.raw) != 1:
            return value
        inner = inner.child(0)
    return inner


def flattened(value: Value) -> Iterator[Value]:
    """Yield the items of a list and of lists within it, or the value itself: ``[[text]]`` is such a list."""
    if not isinstance(value.raw, list):
        yield value
        return
    for item in value.items():
        yield from flattened(item)
