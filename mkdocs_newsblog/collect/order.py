"""The order of posts: newest first, the undated last, the same for any order of files."""

from __future__ import annotations

import datetime as dt
import math
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
    return (moment is None, -seconds, _weight(entry), entry.src_uri)


def _weight(entry: Entry) -> float:
    """Return the weight; a post without one comes behind those that have one, as in Hugo and Zola."""
    return math.inf if entry.weight is None else entry.weight


def pinned_first(entries: Sequence[Entry]) -> list[Entry]:
    """Return ordered entries with the pinned ones, lightest first, before the others."""
    pins = sorted((entry for entry in entries if entry.pinned), key=_weight)
    return pins + [entry for entry in entries if not entry.pinned]
