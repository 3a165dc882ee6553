"""Dates and times as they were written."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple


class Moment(NamedTuple):
    """A date as its author wrote it.

    ``at`` is aware and keeps the written offset, so ``at.date()`` is the calendar day that was written
    and ``at`` itself the instant to sort by. A bare date is midnight in the site's zone with
    ``day_only`` set: it is printed as that day whatever the zone.
    """

    at: dt.datetime
    day_only: bool = False

    def __eq__(self, other: object) -> bool:
        """Whether the same was written, offset and all: Python calls one instant equal in all zones."""
        if not isinstance(other, Moment) or not tuple.__eq__(self, other):
            return False
        return self.at.utcoffset() == other.at.utcoffset()

    def __ne__(self, other: object) -> bool:
        """Whether something else was written."""
        return not self == other

    def __hash__(self) -> int:
        """What equal ones have in common."""
        return tuple.__hash__(self)

    @property
    def day(self) -> dt.date:
        """The calendar day that was written, never shifted."""
        return self.at.date()

    @property
    def machine(self) -> str:
        """A valid ``<time datetime>`` value (HTML, 2.3.5): ``YYYY-MM-DD``, or a global date and time."""
        if self.day_only:
            return self.at.date().isoformat()
        return self.at.replace(microsecond=0).isoformat()
