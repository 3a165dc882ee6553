"""What of the written posts is public at the build's one point in time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

LISTED = frozenset({Status.PUBLISHED})
"""States that appear in listings of a build."""

BUILT = LISTED | {Status.UNLISTED}
"""States that have a page in a build."""

SHOWN = frozenset(Status) - {Status.SKIP}
"""States that have a page in a preview."""

LAST = 2100
"""A year after this one is said to be implausible where it is read."""


class Publication(NamedTuple):
    """What decides which posts one build shows: its point in time, and whether it is a preview."""

    now: dt.datetime
    future: bool
    """Whether posts are public before their date."""
    serving: bool
    drafts: bool
    """Whether a build shows what is not published yet, or no longer: less than ``serve`` does."""

    @classmethod
    def of(cls, site: Site, settings: Settings) -> Publication:
        """Return what decides in a build of a section."""
        return cls(site.now, settings.future, site.serving, settings.drafts)

    @property
    def is_preview(self) -> bool:
        """Whether posts are shown that are not published."""
        return self.serving or self.drafts

    def status(self, entry: Entry) -> Status:
        """Return a post's state at the point in time."""
        return status_at(entry, self.now, future=self.future)

    def shows(self, entry: Entry) -> bool:
        """Whether a post has a page."""
        return has_page(entry, self.status(entry), serving=self.serving, drafts=self.drafts)


def has_page(entry: Entry, status: Status, *, serving: bool, drafts: bool) -> bool:
    """Whether a post has a page: one that is published, in previews others too.

    A preview that is built (``drafts``) may be public, so what is private or locked has none there.
    """
    return status in BUILT or ((serving or (drafts and not entry.held)) and status in SHOWN)


def status_at(entry: Entry, now: dt.datetime, *, future: bool) -> Status:
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


def changed_at(entry: Entry, now: dt.datetime) -> Moment | None:
    """Return when a post last changed, as programs are told: not before it was published, and not after now.

    A bare day begins at midnight, which may be before the hour at which the post was published on that day.
    """
    updated, published = entry.updated, entry.published
    if updated is None or updated.at > now or (published and updated.at < published.at):
        return published
    return updated


def updates_ahead(entries: Iterable[Entry], now: dt.datetime) -> Iterator[Problem]:
    """Yield a problem for each post that was updated more than a day from now: dates have their own zones."""
    for entry in entries:
        if entry.updated and entry.updated.at - now > dt.timedelta(days=1) and entry.updated.day.year <= LAST:
            fact = f"updated on {entry.updated.day}, which lies ahead; feeds do not say so"
            advice = None
            if "updated" not in entry.places:  # it is that of a commit
                fact = f"the last commit is of {entry.updated.day}, which lies ahead; feeds do not say so"
                advice = "Check the clock of the build, or SOURCE_DATE_EPOCH where that is set"
            yield problem("date-ahead", entry.place("updated"), "updated", fact, advice)
