"""What of the written posts is public at the build's one point in time."""

from __future__ import annotations

import datetime as dt

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry

LISTED = frozenset({Status.PUBLISHED})
"""States that appear in listings of a build."""

BUILT = LISTED | {Status.UNLISTED}
"""States that have a page in a build."""

SHOWN = frozenset(Status) - {Status.SKIP}
"""States that have a page in a preview."""


def status_at(entry: Entry, now: dt.datetime, *, future: bool = False) -> Status:
    """Return the entry's state at ``now``: a public post, listed or not, may be scheduled or expired.

    ``future`` says that no post waits for its date.
    """
    if entry.status not in BUILT:
        return entry.status
    due = entry.falls_due
    if due and due.at > now and not future:
        return Status.SCHEDULED
    if entry.expires and entry.expires.at <= now:
        return Status.EXPIRED
    return entry.status
