"""How deep elements lie within elements: what looks at each from each may take days for a page of such."""

from __future__ import annotations

import re

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.read.html.elements import VOID
from mkdocs_newsblog.schema.problems.codes import problem

DEEPEST = 500
"""Elements within elements that are read on cards, in feeds and metadata: browsers keep about as many."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*?(/?)>")
UNCOUNTED = VOID | {
    *("colgroup", "dd", "dt", "li", "optgroup", "option", "p", "rp", "rt", "tbody", "td", "tfoot", "th"),
    *("thead", "tr"),
}
"""Elements that have no end, and those whose end may be left out (HTML standard, 13.1.2.4)."""


def is_deep(html: str) -> bool:
    """Whether elements are nested deeper than :data:`DEEPEST`; only those count whose end must be there."""
    if html.count("<") <= DEEPEST:
        return False
    depth = 0
    for end, name, empty in _TAG.findall(html):
        if not empty and name.lower() not in UNCOUNTED:
            depth = max(0, depth - 1) if end else depth + 1
            if depth > DEEPEST:
                return True
    return False


def too_deep(src_uri: str) -> Problem:
    """Return what is said of a post whose text is left out elsewhere."""
    fact = f"more than {DEEPEST} elements lie within one another; cards and feeds have nothing of this text"
    return problem("html-too-deep", Place(src_uri), "file", fact)
