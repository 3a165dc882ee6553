"""Characters that a document for programs may hold."""

from __future__ import annotations

import re

_FORBIDDEN = (
    "[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc\U00010000-\U0010ffff]"
    "|[" + "".join(chr(plane << 16 | low) for plane in range(1, 17) for low in (0xFFFE, 0xFFFF)) + "]"
)
"""Compiled when a text first needs it: sets of characters this large take two milliseconds."""


def allowed(text: str) -> str:
    """Return ``text`` without what XML 1.0 forbids (2.2, Char) or discourages, and without U+FFFD.

    Discouraged are the controls U+007F to U+009F and the non-characters.
    """
    # Nearly every text passes here, and the pattern looks at each character.
    if text.replace("\n", "").isprintable() and "\ufffd" not in text:
        return text
    return re.sub(_FORBIDDEN, "", text)


def one_line(text: str) -> str:
    """Return ``text`` as a title: allowed characters, runs of white space made one space."""
    return " ".join(allowed(text).split())
