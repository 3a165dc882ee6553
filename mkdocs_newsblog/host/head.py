"""Putting tags into the head of a finished page."""

from __future__ import annotations

import re

_TOKENS = re.compile(
    r"<(?:!--.*?(?:-->|\Z)"
    r"|(script|style|title|template|noscript)\b[^<]*+(?:<(?!/\1)[^<]*+)*+</\1\s*>"
    r"|(/head\s*>))",
    re.IGNORECASE | re.DOTALL,
)
"""What may hold what looks like the end of a head, and that end itself; an open comment holds the rest."""


def split_head(html: str) -> tuple[str, str]:
    """Return a page up to its real ``</head>``, not one inside a comment or script, and the rest of it.

    The first part is empty where the page has none.
    """
    end = next((token.start() for token in _TOKENS.finditer(html) if token[2]), 0)
    return html[:end], html[end:]
