"""Elements of HTML, by what may be in them."""

from __future__ import annotations

VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"),
        *("track", "wbr"),
    }
)
"""Elements that have no end (HTML standard, 13.1.2), and one that parsers still take for such a one."""
