"""Dates as feeds write them, in no locale but the formats' own."""

from __future__ import annotations

import datetime as dt

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def rfc822(at: dt.datetime) -> str:
    """Return an aware date as RSS 2.0 wants it: RFC 822 with four digits of year and a numeric zone.

    >>> rfc822(dt.datetime(2024, 9, 5, 7, 3, tzinfo=dt.UTC))
    'Thu, 05 Sep 2024 07:03:00 +0000'
    """
    at = _in_usual_zone(at, (0, 30))
    day = f"{DAYS[at.weekday()]}, {at.day:02} {MONTHS[at.month - 1]} {at.year:04}"
    return f"{day} {at.isoformat(timespec='seconds')[11:19]} {_offset(at)}"


def rfc3339(at: dt.datetime) -> str:
    """Return an aware date as Atom and JSON Feed want it (RFC 3339, 5.6).

    >>> rfc3339(dt.datetime(2024, 9, 5, 7, 3, tzinfo=dt.UTC))
    '2024-09-05T07:03:00Z'
    """
    at = _in_usual_zone(at, range(60))
    text = at.isoformat(timespec="seconds")
    return f"{text[:-6]}Z" if text.endswith("+00:00") else text


def _in_usual_zone(at: dt.datetime, minutes: tuple[int, ...] | range) -> dt.datetime:
    """Return the same instant in UTC where its own offset is one that readers of dates stumble over.

    Local mean times have seconds; some programs know only whole and half hours in RFC 822.
    """
    offset = at.utcoffset() or dt.timedelta()
    if not offset.seconds % 60 and offset.seconds // 60 % 60 in minutes:
        return at
    try:
        return at.astimezone(dt.UTC)
    except OverflowError:  # the first and the last day of all
        return at.replace(tzinfo=dt.UTC)


def _offset(at: dt.datetime) -> str:
    seconds = int((at.utcoffset() or dt.timedelta()).total_seconds())
    hours, minutes = divmod(abs(seconds) // 60, 60)
    return f"{'-' if seconds < 0 else '+'}{hours:02}{minutes:02}"
