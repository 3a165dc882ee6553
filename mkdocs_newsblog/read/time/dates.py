"""Dates in every shape that posts have them, to a :class:`Moment`.

Why no library reads them: dateutil takes the parts a text lacks from today's clock and reads 01/02/2024 as
American without a word; ``email.utils`` gives EST an offset in dates that are none of mail, and takes -0000
for no zone at all; ``strptime`` depends on the process's locale; Babel parses only what one locale prints;
YAML throws away whether there was a time of day. ``datetime`` itself checks every calendar date here, and
``zoneinfo`` every zone. Nothing depends on TZ, the locale or the clock.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache
from zoneinfo import ZoneInfo

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.read.time.date_shapes import (
    CLOCK_WORDS,
    COMPACT,
    FULL_WIDTH,
    ISO,
    LETTER_ZONE,
    MONTHS,
    NAMED,
    SLASHED,
    WEEK,
    rewritten,
)
from mkdocs_newsblog.schema.options.reading import DateOptions

ACCEPTED = "YYYY-MM-DD, or YYYY-MM-DD HH:MM with an offset such as +02:00"


class NotADateError(Exception):
    """A text is no date that can be read: ``fact`` and ``remedy`` say why."""

    def __init__(self, fact: str, remedy: str = f"Write {ACCEPTED}") -> None:
        super().__init__(fact)
        self.fact, self.remedy = fact, remedy


def read_date(text: str, options: DateOptions) -> Moment:
    """Return the date that a text says.

    Raises:
        NotADateError: it says none, or more than one.
    """
    plain = " ".join(text.translate(FULL_WIDTH).split())
    if len(plain) > 80:
        raise NotADateError("not a date")
    if found := ISO.fullmatch(plain):
        return _moment(found, int(found["m"]), int(found["d"]), options)
    if plain.isascii() and plain.lstrip("-").isdigit() and len(plain) != 4:  # a year is no count of seconds
        return _from_digits(plain, options)
    return _other(plain, options)


def _other(plain: str, options: DateOptions) -> Moment:
    if (usual := rewritten(plain)) is not None:
        return read_date(usual, options)
    if found := re.fullmatch(COMPACT, plain):
        return _moment(found, int(found["m"]), int(found["d"]), options)
    for pattern in NAMED:
        if found := re.fullmatch(pattern, plain):
            return _moment(found, _month(found["name"]), int(found["d"]), options)
    if found := re.fullmatch(SLASHED, plain):
        return _slashed(found, options)
    if re.fullmatch(WEEK, plain):
        return _iso_week(plain, options)
    if (given := _configured(plain, options)) is not None:
        return given
    raise _refusal(plain)


def from_number(number: float) -> Moment:
    """Return the instant of seconds, or from 10^12 on of milliseconds, since 1970.

    Raises:
        NotADateError: the number is too small to be meant so, or beyond the calendar.
    """
    if not abs(number) < 10**15 or abs(number) < 10**8:
        raise NotADateError("a number that is no count of seconds or milliseconds since 1970")
    if isinstance(number, float) and not number.is_integer():
        number = round(number, 3)
    seconds = number / 1000 if abs(number) >= 10**11 else number
    try:
        at = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(seconds=seconds)
    except (OverflowError, ValueError) as error:
        raise NotADateError("a number beyond the calendar") from error
    return _checked(Moment(at))


def day_of(year: int, month: int, day: int, options: DateOptions) -> Moment:
    """Return a calendar day: midnight in the site's zone.

    Raises:
        NotADateError: there is no such day.
    """
    try:
        at = dt.datetime(year, month, day, tzinfo=site_zone(options.timezone))
    except (ValueError, OverflowError) as error:
        raise NotADateError(f"an impossible date ({error})", "Check month and day") from error
    return _checked(Moment(at, day_only=True))


@lru_cache(maxsize=32)
def site_zone(name: str) -> dt.tzinfo:
    """Return the zone of dates that name none; UTC where the config names one that does not exist."""
    if name.upper() == "UTC":
        return dt.UTC
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # one that is not found is a KeyError
        return dt.UTC


def _from_digits(plain: str, options: DateOptions) -> Moment:
    if (
        len(plain) in (8, 12, 14)
        and (found := re.fullmatch(COMPACT, plain))
        and "1900" <= found["y"] < "2200"
    ):
        return _moment(found, int(found["m"]), int(found["d"]), options)
    if len(plain) > 16:
        raise NotADateError("a number beyond the calendar")
    return from_number(int(plain))


def _month(name: str) -> int:
    try:
        return MONTHS[name.lower()]
    except KeyError:
        raise NotADateError("the month is no English name") from None


def _moment(found: re.Match[str], month: int, day: int, options: DateOptions) -> Moment:
    parts = found.groupdict()
    if parts.get("H") is None:
        return day_of(int(parts["y"]), month, day, options)
    hour = _hour(int(parts["H"]), (parts.get("ap") or "").lower().replace(".", ""))
    micros = int((parts.get("F") or "0")[:6].ljust(6, "0"))
    zone = _zone(parts.get("zone") or "", options)
    try:
        at = dt.datetime(
            int(parts["y"]), month, day, hour, int(parts["M"]), int(parts.get("S") or 0), micros, zone
        )
    except (ValueError, OverflowError) as error:
        fact = f"an impossible date or time ({error})"
        raise NotADateError(fact, "Check month, day, hour and minute") from error
    return _checked(Moment(at))


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise NotADateError("an impossible hour before am or pm")
    return hour % 12 + (12 if half == "pm" else 0)


def _zone(text: str, options: DateOptions) -> dt.tzinfo:
    if not text:
        return site_zone(options.timezone)
    text = text.upper().removeprefix("UTC").removeprefix("GMT").removeprefix("UT")
    if not text or text == "Z":
        return dt.UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (digits, "0") if len(digits) < 3 else (digits[:-2], digits[-2:])
    if len(digits) == 6:
        hours, minutes = digits[:2], digits[2:4]
    if int(hours) > 15 or int(minutes) > 59:
        raise NotADateError(f"the offset {text} does not exist", "Write an offset such as +02:00")
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes))
    return dt.timezone(-offset if text[0] == "-" else offset)


def _checked(moment: Moment) -> Moment:
    if not 1000 <= moment.at.year <= 9999:
        raise NotADateError("the year is not between 1000 and 9999", "Check the year")
    try:
        moment.at.astimezone(dt.UTC)
    except (OverflowError, ValueError) as error:
        raise NotADateError("the instant can't be said in UTC", "Check the year and the offset") from error
    return moment


def _slashed(found: re.Match[str], options: DateOptions) -> Moment:
    first, second = int(found["a"]), int(found["b"])
    if first <= 12 and second <= 12 and first != second and options.order is None:
        year = found["y"]
        raise NotADateError(
            "two dates in one: day or month first",
            f"Write {year}-{second:02}-{first:02} or {year}-{first:02}-{second:02}, or set dates.order",
        )
    month_first = options.order == "mdy" if first <= 12 and second <= 12 else second > 12
    month, day = (first, second) if month_first else (second, first)
    return _moment(found, month, day, options)


def _iso_week(plain: str, options: DateOptions) -> Moment:
    try:
        day = dt.date.fromisoformat(plain)
    except ValueError as error:
        raise NotADateError("an impossible week") from error
    return day_of(day.year, day.month, day.day, options)


def _configured(plain: str, options: DateOptions) -> Moment | None:
    for shape in options.formats:
        try:
            at = dt.datetime.strptime(plain, shape)  # noqa: DTZ007 - the zone is set below
        except (ValueError, OverflowError, re.error):
            continue
        if not any(sign in shape for sign in ("%H", "%I", "%c", "%X")):
            return day_of(at.year, at.month, at.day, options)
        return _checked(Moment(at if at.tzinfo else at.replace(tzinfo=site_zone(options.timezone))))
    return None


def asks_clock(text: str) -> bool:
    """Whether a text asks for the time of the build, of the file or of a commit, and is no date itself."""
    words = text.lower().split()
    return bool(words) and (words[0] in CLOCK_WORDS or words[0] == "git" or words[-1].endswith("modified"))


def asks_git(text: str) -> bool:
    """Whether a text asks for the time of a commit, or of the file, which no clone keeps (Eleventy)."""
    return asks_clock(text) and text.lower().split()[-1].endswith(("created", "modified"))


def _refusal(plain: str) -> NotADateError:
    if asks_git(plain):
        remedy = "Write the date itself, or set dates.git to take it from the commits"
        return NotADateError("words for a day that only git knows", remedy)
    if asks_clock(plain):
        return NotADateError("a word for a day that only the build knows", "Write the date itself")
    if found := re.search(LETTER_ZONE, plain):
        fact = f"the zone {found['zone']} stands for several offsets"
        return NotADateError(fact, "Write the offset, such as +02:00")
    if found := re.fullmatch(r"(?a)(?P<y>[12][0-9]{3})(?:[-/.](?P<m>0?[1-9]|1[0-2]))?", plain):
        what = "a month without a day" if found["m"] else "a year without month and day"
        return NotADateError(what, f"Write a whole date, such as {found['y']}-{int(found['m'] or 1):02}-01")
    return NotADateError("not a date that can be read")
