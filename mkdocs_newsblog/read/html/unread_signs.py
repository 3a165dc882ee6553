"""Signs of other Markdown that this one leaves in HTML: roles of MyST, and backslashes that break lines."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.as_typed import AS_TYPED
from mkdocs_newsblog.read.html.nodes import classes_of

_SIGNS = (
    r"(?s)(?<![\w$}\\])\{[a-z][\w:+-]*+\}<code>(?P<role>(?P<words>[^<>&]*+)&lt;[^<>&]*+&gt;</code>)?"
    rf"|{AS_TYPED}|(?<!\\)(?P<end>\\)(?=\n)"
)
"""A role with its text (MyST, Roles), what is meant as it is typed, or a break (CommonMark 0.31, 6.7).

A break is one backslash: two end a line of a formula."""
_DIRECTIVE = re.compile(r"\s*+\{[a-z][\w:.+-]*+\}[ \t]+\S")


def without_unread(html: str) -> str:
    """Return HTML with no more than the words of roles, and no backslash at the end of a line."""
    return re.sub(_SIGNS, _read, html) if "\\\n" in html or "}<code>" in html else html


def _read(found: re.Match[str]) -> str:
    if found["role"]:
        return (found["words"] or "").rstrip()
    return "<code>" if found[0].startswith("{") else "" if found["end"] else found[0]


def is_directive(block: LexborNode) -> bool:
    """Whether a block is code that begins with a directive of MyST that is told something, such as a path."""
    if block.tag != "pre" and "highlight" not in classes_of(block):
        return False
    code = block.css_first("code")
    return code is not None and _DIRECTIVE.match(code.text()) is not None
