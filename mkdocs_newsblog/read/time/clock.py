"""The one clock of a build."""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Mapping

VARIABLE = "SOURCE_DATE_EPOCH"


def now(environ: Mapping[str, str] = os.environ) -> dt.datetime:
    """Return the moment a build takes for now, in UTC: ``SOURCE_DATE_EPOCH`` in seconds, else the real time.

    Raises:
        ValueError: the variable is no whole number of seconds in the years 1970 to 9999; the text says so.
    """
    written = environ.get(VARIABLE)
    if written is None:
        return dt.datetime.fromtimestamp(int(time.time()), dt.UTC)
    try:
        seconds = int(written)
        if seconds < 0:
            raise ValueError
        return dt.datetime.fromtimestamp(seconds, dt.UTC)
    except (ValueError, OverflowError, OSError):
        fact = f'{VARIABLE} should be a whole number of seconds since 1970, got "{written}"'
        raise ValueError(fact) from None
