"""Putting tags into the head of a finished page."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"<!--.*?-->|<(script|style|title|template|noscript)\b.*?</\1\s*>|(</head\s*>)", re.IGNORECASE | re.DOTALL
)


def head_of(html: str) -> str:
    """Return the page up to the end of its head."""
    return next((html[: token.start()] for token in _TOKENS.finditer(html) if token[2]), "")


def insert_into_head(html: str, tags: str) -> str:
    """Return the page with ``tags`` before its real ``</head>``, not one inside a comment or script."""
    for token in _TOKENS.finditer(html):
        if token[2]:
            return html[: token.start()] + tags + html[token.start() :]
    return html
