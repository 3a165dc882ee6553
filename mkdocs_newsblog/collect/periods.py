"""Grouping posts by the calendar day their authors wrote, never shifted by a zone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.view import Period


def group_periods(entries: Sequence[Entry], depth: Literal[1, 2, 3]) -> list[Period]:
    """Return years (``depth`` 1), months (2) or days (3), newest first; undated posts are in none."""
    groups: dict[tuple[int, int, int], list[str]] = {}
    for entry in entries:
        if entry.published:
            day = entry.published.day
            parts = (day.year, day.month if depth > 1 else 0, day.day if depth > 2 else 0)
            groups.setdefault(parts, []).append(entry.src_uri)
    return [Period(*parts, tuple(groups[parts])) for parts in sorted(groups, reverse=True)]
