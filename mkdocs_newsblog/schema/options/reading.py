"""Options of how front matter is read."""

from __future__ import annotations

import datetime as dt
import re
import warnings
from difflib import get_close_matches
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, available_timezones

from pydantic import AfterValidator

from mkdocs_newsblog.schema.options.group import Options

_ASKED = re.compile(r"%.", re.DOTALL)
_CORE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z]{4}(?=-|$))?(?:-(?:[A-Za-z]{2}|[0-9]{3})(?=-|$))?(?=-|$)")
ALIASES = {"no": "nb", "sh": "sr-Latn"}
"""Languages that sites and themes name in a way of which Babel has no data for every territory."""
DATE_FORMATS = ("full", "long", "medium", "short")
"""The forms of dates that each language has."""
LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*"
"""What is taken for the tag of a language (RFC 5646), with the ``_`` of locales too."""


def check_date_format(pattern: str) -> str:
    """Refuse a pattern that can't write a day (Unicode Technical Standard #35, part 4, Date Format Patterns).

    Raises:
        ValueError: the pattern is empty, asks for more than a day can tell, has letters that stand for
            nothing and are not in quotes, or has those of other systems.
    """
    from babel.dates import PATTERN_CHARS, format_date  # noqa: PLC0415 - few sites have this option

    letters = set(re.sub(r"'[^']*'", "", pattern)) if pattern not in DATE_FORMATS else set()
    if letters & set("ML") and letters & set("DY"):
        raise ValueError(
            "should have y and d: in patterns of CLDR, Y is the year of a week, and D the day of a year"
        )
    known = all(letter in PATTERN_CHARS for letter in letters if letter.isascii() and letter.isalpha())
    try:
        if known and format_date(dt.date(2024, 1, 2), pattern, locale="en").strip():
            return pattern
    except (AttributeError, KeyError, ValueError):
        pass
    raise ValueError("should be full, long, medium, short, or a pattern of CLDR for a day, such as y-MM-dd")


def check_timezone(name: str) -> str:
    """Refuse a zone that is not known: dates would silently be those of another.

    Raises:
        ValueError: there is no such zone; the text names one that may have been meant.
    """
    try:
        if name.upper() != "UTC":
            ZoneInfo(name)
    except (KeyError, OSError, ValueError):
        raise ValueError(f"should be a time zone by its IANA name{_zone_advice(name)}") from None
    return name


def _zone_advice(name: str) -> str:
    """Return which zone may have been meant; abbreviations are too short to tell, and stand for several."""
    known = {zone.casefold(): zone for zone in available_timezones()}
    if not known:
        return ", and this system has no list of them: install tzdata"
    near = [] if name.isupper() else get_close_matches(name.casefold().replace(" ", "_"), known, n=1)
    return f"; did you mean '{known[near[0]]}'?" if near else ", such as Europe/Berlin"


def check_reading(shape: str) -> str:
    """Refuse a format of ``strptime`` that can read no day.

    Raises:
        ValueError: the format is none, or asks for no year, no month or no day.
    """
    day = dt.datetime(2024, 11, 23, tzinfo=dt.UTC)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python warns of formats without a year, which are refused here
            # One by one: the letters between them may be none that the locale of the machine can write.
            written = _ASKED.sub(lambda found: day.strftime(found[0]), shape)
            read = dt.datetime.strptime(written, shape)  # noqa: DTZ007 - only the day counts
        if read.date() == day.date():
            return shape
    except (ValueError, re.error):
        pass
    raise ValueError("should be a format of strptime with a year, a month and a day, such as %d|%m|%Y")


def language_core(tag: str) -> str:
    """Return language, script and region of a tag, which is what CLDR writes by (RFC 5646, 2.1).

    >>> language_core("de_AT-x-formal")
    'de-AT'
    """
    found = _CORE.match(tag.replace("_", "-"))
    language, hyphen, rest = (found[0] if found else tag).partition("-")
    return f"{ALIASES.get(language.lower(), language)}{hyphen}{rest}"


def check_language(tag: str) -> str:
    """Refuse a language that nothing can be written in: all words and dates would be English.

    Raises:
        ValueError: the text is no BCP 47 tag, or one of a language that CLDR does not know.
    """
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415 - few sites have this option

    try:
        if re.fullmatch(LANGUAGE_TAG, tag) and Locale.parse(language_core(tag), sep="-"):
            return tag
    except (UnknownLocaleError, ValueError):
        pass
    raise ValueError("should be the BCP 47 tag of a language that CLDR knows, such as de, de-AT or zh-Hant")


DateFormat = Annotated[str, AfterValidator(check_date_format)]
Language = Annotated[str, AfterValidator(check_language)]
Zone = Annotated[str, AfterValidator(check_timezone)]
Reading = Annotated[str, AfterValidator(check_reading)]


class TagTextOptions(Options):
    """How a text that should be a list is split."""

    string_split: Literal["none", "space"] = "none"
    """`space`: a text with spaces and no comma is several tags."""


class DateOptions(Options):
    """How dates are read."""

    timezone: Zone = "UTC"
    """IANA name of the zone of dates that name none."""
    formats: tuple[Reading, ...] = ()
    """Further `strptime` formats, tried after the known shapes."""
    git: bool = False
    """Whether posts that say no date take it from git: that of their first commit, and for updates that of
    the last. Words such as `git Created` then mean these."""
    order: Literal["dmy", "mdy"] | None = None
    """How `01/02/2024` is read; without it an ambiguous date is an error."""
