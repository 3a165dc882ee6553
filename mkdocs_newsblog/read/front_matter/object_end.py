"""Where a JSON object ends that begins a text: also one with a fault in it, which its reader then names."""

from __future__ import annotations

import json
import re

MAX_OBJECT = 128 * 1024
"""Characters in which the end of a JSON object is looked for."""
_LAST_LINE = re.compile(r"^\}[ \t]*$", re.MULTILINE)
_LAST_SIGN = re.compile(r"\}[ \t]*$", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*(?:\n|\Z)")


def object_end(text: str) -> int:
    """Return where the object ends: behind a line of its last brace, else where its paragraph does.

    Raises:
        ValueError: the object has no end; RecursionError: it is too deep.
    """
    try:
        return json.JSONDecoder(strict=False).raw_decode(text[:MAX_OBJECT])[1]
    except json.JSONDecodeError as error:
        gap = _BLANK_LINE.search(text, error.pos, MAX_OBJECT)
        last = gap.start() if gap else min(len(text), MAX_OBJECT)
        closing = _LAST_LINE.search(text, 0, MAX_OBJECT) or _LAST_SIGN.search(text, error.pos, last)
        if closing is None:
            raise
        return closing.end()
