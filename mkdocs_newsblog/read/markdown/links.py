"""Where a page's Markdown links to another page: for messages about such links."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote, urlsplit

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.read.markdown.code import all_code_in, is_in_any

LINK = (
    r"(?m)\]\(\s*+(?:<([^<>\n]++)>|<?((?>(?:[^\s()<>]++|\([^\s()<>]*+\)| {1,4}(?![\s\"')]))+)))"
    r"|^[ \t>]*+\[(?!\^)[^\[\]\n]++\]:[ \t]*+(?:\n[ \t]*+)?<?([^\s<>]++)"
)
"""Addresses of links and pictures. Those in brackets may have blanks in them, as Python-Markdown has it."""


def link_places(text: str, src_uri: str) -> Mapping[str, Sequence[Place]]:
    """Return where the Markdown of the page ``src_uri`` has links outside code, by what they lead to.

    One look finds all of them: a page may link to thousands of others.
    """
    code = all_code_in(text)
    places: dict[str, list[Place]] = {}
    line, counted = 1, 0
    for found in re.finditer(LINK, text):
        group = found.lastindex or 0
        start = found.start(group)
        target = _target(found[group], src_uri)
        if target is not None and not is_in_any(start, code):
            line += text.count("\n", counted, start)
            counted = start
            column = start - text.rfind("\n", 0, start)
            places.setdefault(target, []).append(Place(src_uri, line, column))
    return places


def _target(address: str, src_uri: str) -> str | None:
    """Return the path of the page that an address leads to, None for what is no address."""
    try:
        path = unquote(urlsplit(address).path)
    except ValueError:
        return None
    folder = "" if path.startswith("/") else posixpath.dirname(src_uri)
    return posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
