"""A text with others in the place of parts of it."""

from __future__ import annotations

from collections.abc import Iterable


def replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    """Return a text with another between each start and end, in order; the rest stays as it is."""
    made, done = list[str](), 0
    for start, end, other in changes:
        made += (text[done:start], other)
        done = end
    return "".join((*made, text[done:]))
