"""One kind of problem, as the tables of codes declare it."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_newsblog.model.names import Severity

E, W, I = Severity.ERROR, Severity.WARNING, Severity.INFO  # noqa: E741 - a column of initials

ONLY_BUILT = (
    *("cache-shut", "foreign-template", "html-too-deep", "link-to-unpublished", "list-misplaced"),
    *("pillow-missing", "post-lost", "template-broken", "template-unfit"),
)
"""What only a theme, a finished page or the making of pictures can tell, and `newsblog check` can't say."""


class Code(NamedTuple):
    """One kind of problem; ``meaning`` is for the reference page, ``remedy`` the default advice."""

    name: str
    severity: Severity
    meaning: str
    remedy: str
    quiet: bool = False
    """Whether the log of a build leaves it out: the page is all right, and `newsblog check` says it."""
