"""Options of how front matter is read."""

from __future__ import annotations

from typing import Literal

from mkdocs_newsblog.schema.options import Options


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
