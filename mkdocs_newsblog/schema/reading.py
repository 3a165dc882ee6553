"""Options of how front matter is read."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator

from mkdocs_newsblog.schema.options import Options


def check_date_format(pattern: str) -> str:
    """Refuse a pattern that can't write a day (Unicode Technical Standard #35, part 4, Date Format Patterns).

    Raises:
        ValueError: the pattern is empty, or asks for more than a day can tell.
    """
    from babel.dates import format_date  # noqa: PLC0415 - few sites have this option

    try:
        if format_date(dt.date(2024, 1, 2), pattern, locale="en").strip():
            return pattern
    except (AttributeError, KeyError, ValueError):
        pass
    raise ValueError("should be full, long, medium, short, or a pattern of CLDR for a day, such as y-MM-dd")


DateFormat = Annotated[str, AfterValidator(check_date_format)]


class TagTextOptions(Options):
    """How a text that should be a list is split."""

    string_split: Literal["none", "space"] = "none"
    """`space`: a text with spaces and no comma is several tags."""


class DateOptions(Options):
    """How dates are read."""

    timezone: str = "UTC"
    """IANA name of the zone of dates that name none."""
    formats: tuple[str, ...] = ()
    """Further `strptime` formats, tried after the known shapes."""
    order: Literal["dmy", "mdy"] | None = None
    """How `01/02/2024` is read; without it an ambiguous date is an error."""
