"""The order of posts: newest first, the undated last, the same for any order of files."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from mkdocs_newsblog.model.post import Entry

EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


def newest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by instant, newest first, then weight, then path; undated ones come last."""
    return sorted(entries, key=_recency)


def oldest_first(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries by instant, oldest first, then weight, then path; undated ones come last."""
    return sorted(entries, key=_age)


def _age(entry: Entry) -> tuple[bool, float, float, str]:
    undated, recency, weight, uri = _recency(entry)
    return (undated, -recency, weight, uri)


def _recency(entry: Entry) -> tuple[bool, float, float, str]:
    moment = entry.published
    seconds = (moment.at - EPOCH).total_seconds() if moment else 0.0
    return (moment is None, -seconds, entry.weight or 0.0, entry.src_uri)


def pinned_first(entries: Sequence[Entry]) -> list[Entry]:
    """Return ordered entries with the pinned ones, lightest first, before the others."""
    pins = sorted((entry for entry in entries if entry.pinned), key=lambda entry: entry.weight or 0.0)
    return pins + [entry for entry in entries if not entry.pinned]
