"""Where a page's Markdown links to another page: for messages about such links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.read.markdown.code import code_spans, inline_spans, is_within

LINK = re.compile(
    r"\]\(\s*<?([^\s()<>]+(?:\([^\s()<>]*\))?[^\s()<>]*)|^ {0,3}\[[^\]\n]+\]:[ \t]*<?([^\s<>]+)", re.M
)


def link_places(text: str, src_uri: str, target: str) -> Iterator[Place]:
    """Yield where the Markdown of the page ``src_uri`` links to the page ``target``, outside code."""
    fences = code_spans(text, len(text))
    spans = sorted([*fences, *inline_spans(text, fences)])
    line, counted = 1, 0
    for found in LINK.finditer(text):
        group = 1 if found[1] else 2
        start = found.start(group)
        if _leads_to(found[group], src_uri, target) and not is_within(start, spans):
            line += text.count("\n", counted, start)
            counted = start
            yield Place(src_uri, line, start - text.rfind("\n", 0, start))


def _leads_to(address: str, src_uri: str, target: str) -> bool:
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return False
    folder = "" if path.startswith("/") else posixpath.dirname(src_uri)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/"))) == target
