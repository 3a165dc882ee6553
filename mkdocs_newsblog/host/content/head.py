"""Putting tags into the head of a finished page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from posixpath import normpath

from mkdocs_newsblog.metadata.printed import ATTRIBUTES, TOKENS

_TOKENS = re.compile(
    rf"<(?:!--.*?(?:-->|\Z)|meta\b{ATTRIBUTES}>|(script|style|title|template|noscript)\b|(/head\s*>))",
    re.IGNORECASE | re.DOTALL,
)
"""What may hold what looks like the end of a head, and that end itself; an open comment holds the rest.

Themes print descriptions as they are, so one may name any of it.
"""
_HREF = re.compile(r"""\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def split_head(html: str) -> tuple[str, str]:
    """Return a page up to its real ``</head>``, not one inside a comment or script, and the rest of it.

    The first part is empty where the page has none.
    """
    at = 0
    open_: set[str] = set()
    while token := _TOKENS.search(html, at):
        if token[2]:
            return html[: token.start()], html[token.start() :]
        at, name = token.end(), (token[1] or "").lower()
        if name and name not in open_:
            if end := re.compile(rf"</{name}\s*>", re.IGNORECASE).search(html, at):
                at = end.end()
            else:
                open_.add(name)  # nothing closes those that follow, either
    return "", html


def before_styles(head: str, own: Iterable[object], root: str) -> tuple[str, str]:
    """Return a head up to the first of the site's own stylesheets, which have the last word, and the rest.

    ``own`` is the host's ``extra_css``, ``root`` the way to the site's root. The second part is empty where
    no such stylesheet is linked.
    """
    hrefs: set[str] = set()
    for path in map(str, own):  # which the host tidies up on pages, and not in templates
        hrefs |= {path, *((root + each).removeprefix("./") for each in (path, normpath(path)))}
    for token in TOKENS.finditer(head) if hrefs else ():
        href = _HREF.search(token[0]) if token[0][1:5].lower() == "link" else None
        if href and unescape(next(filter(None, href.groups()), "")).removeprefix("./") in hrefs:
            return head[: token.start()], head[token.start() :]
    return head, ""
