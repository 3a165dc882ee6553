"""Problems as log lines that the host counts."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Sequence

from mkdocs.plugins import get_plugin_logger

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem

log = get_plugin_logger("mkdocs_newsblog")

LIMITS = {Severity.ERROR: 50, Severity.WARNING: 50, Severity.INFO: 10}
"""Lines printed of each kind: all errors and warnings together, of notices each code."""


def print_report(problems: Sequence[Problem], *, serving: bool) -> None:
    """Log problems in order; in a preview errors are warnings, since a preview goes on."""
    printed: Counter[str] = Counter()
    left: Counter[str] = Counter()
    for found in problems:
        kind = found.code if found.severity is Severity.INFO else found.severity.value
        if printed[kind] >= LIMITS[found.severity]:
            left[kind] += 1
            continue
        printed[kind] += 1
        log.log(_level(found.severity, serving=serving), "\n".join((str(found), *found.excerpt)))
    for kind, number in sorted(left.items()):
        log.info(f"... and {number} more of {kind}; `newsblog check` prints them all")


def _level(severity: Severity, *, serving: bool) -> int:
    if severity is Severity.ERROR:
        return logging.WARNING if serving else logging.ERROR
    return logging.WARNING if severity is Severity.WARNING else logging.INFO


def summary_line(problems: Sequence[Problem], posts: int) -> str:
    """Return ``3 errors, 2 warnings in 4 of 120 posts``."""
    counts = Counter(found.severity for found in problems)
    files = len({found.place.path for found in problems if found.severity is not Severity.INFO})
    parts = [_plural(counts[severity], severity.value) for severity in (Severity.ERROR, Severity.WARNING)]
    return f"newsblog: {', '.join(parts)} in {files} of {_plural(posts, 'post')}"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
