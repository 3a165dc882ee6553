"""Markdown at another place: links that lead where they led."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from urllib.parse import quote, unquote, urlsplit

from mkdocs_newsblog.read.markdown.code import all_code_in, is_in_any
from mkdocs_newsblog.read.markdown.links import LINK
from mkdocs_newsblog.read.markdown.replaced import replaced


def relink(text: str, old: str, new: str, moved: Mapping[str, str], known: Collection[str]) -> str:
    """Return the text of the page ``old``, whose place is now ``new``, with links to files as they must be.

    ``moved`` holds the new places of files by their old ones, ``known`` the files that links may name. Links
    to anything else stay: hosts let them be, too.
    """
    code = all_code_in(text)
    places = ((found, found.lastindex or 0) for found in re.finditer(LINK, text))
    return replaced(
        text,
        (
            (*found.span(group), _moved(found[group], old, new, moved, known))
            for found, group in places
            if not is_in_any(found.start(group), code)
        ),
    )


def _moved(address: str, old: str, new: str, moved: Mapping[str, str], known: Collection[str]) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.scheme or parts.netloc or not parts.path:
        return address
    path = unquote(parts.path)
    is_rooted = path.startswith("/")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(old), path)).lstrip("/")
    if target not in known:
        return address
    goal = moved.get(target, target)
    if is_rooted:
        return address if goal == target else _rest(address, "/" + quote(goal))
    if goal == target and posixpath.dirname(old) == posixpath.dirname(new):
        return address
    return _rest(address, quote(posixpath.relpath(goal, posixpath.dirname(new) or ".")))


def _rest(address: str, path: str) -> str:
    """Return a path with the query and fragment of an address."""
    return path + re.sub(r"\A[^?#]*", "", address, count=1)
