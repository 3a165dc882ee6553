"""The shapes that dates are written in; each pattern matches the whole text, ASCII digits only.

All but the first are compiled when a date is met that has none of the shapes before.
"""

from __future__ import annotations

import re
from email.utils import parsedate_tz

FULL_WIDTH = str.maketrans("０１２３４５６７８９：／－．", "0123456789:/-.")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTHS = {"sept": 9} | {
    name: number for number, month in enumerate(_MONTHS, start=1) for name in (month, month[:3])
}
"""The number of each month by its names, in small letters."""
TIME = (
    r"(?:[T\s,]\s*(?:at\s+)?(?P<H>[0-9]{1,2}):(?P<M>[0-9]{2})(?::(?P<S>[0-9]{2})(?:[.,](?P<F>[0-9]+))?)?"
    r"\s*(?P<ap>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>Z|z|(?:UTC|GMT|UT)?[+-][0-9]{1,2}(?::?[0-9]{2}(?::?[0-9]{2})?)?|UTC|GMT|UT)?)?"
)
ISO = re.compile(
    r"(?a)(?P<y>[0-9]{4})\s?[-/.年년]\s?(?P<m>[0-9]{1,2})\s?[-/.月월]\s?(?P<d>[0-9]{1,2})[日일.]?" + TIME
)
COMPACT = (
    r"(?a)(?P<y>[0-9]{4})(?P<m>[0-9]{2})(?P<d>[0-9]{2})(?:T?(?P<H>[0-9]{2})(?P<M>[0-9]{2})(?P<S>[0-9]{2})?"
    r"(?P<zone>Z|[+-][0-9]{2}:?[0-9]{2})?)?"
)
WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
NAMED = (
    "(?ai)"
    + WEEKDAY
    + r"(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s+of)?[\s.-]+(?P<name>[a-z]{3,9})\.?,?[\s-]+(?P<y>[0-9]{4})"
    + TIME,
    "(?ai)"
    + WEEKDAY
    + r"(?P<name>[a-z]{3,9})\.?[\s-]+(?P<d>[0-9]{1,2})(?:st|nd|rd|th)?,?[\s-]+(?P<y>[0-9]{4})"
    + TIME,
    "(?ai)"
    + WEEKDAY
    + r"(?P<name>[a-z]{3,9})\s+(?P<d>[0-9]{1,2})\s+(?P<H>[0-9]{2}):(?P<M>[0-9]{2}):(?P<S>[0-9]{2})\s+"
    + r"(?P<zone>UTC|GMT|[+-][0-9]{4})?\s*(?P<y>[0-9]{4})",
)
SLASHED = r"(?a)(?P<a>[0-9]{1,2})([-/.])(?P<b>[0-9]{1,2})\2(?P<y>[0-9]{4})" + TIME
WEEK = r"[0-9]{4}-?W[0-9]{2}-?[1-7]"
LETTER_ZONE = r"[0-9]\s*(?P<zone>[A-Z]{3,5})(?:\s+[0-9]{4})?$"
CLOCK_WORDS = frozenset({"today", "now", "tomorrow", "yesterday", "created", "modified", "`r"})
"""The last begins code of R, such as ```` `r Sys.Date()` ````, that knitr would run."""

_CLOCK_FIRST = r"(?a)([0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?: ?[AaPp][Mm])?),? ((?![0-9]{1,2}:).+)"
"""A time before its day, as Grav has it."""
_NOTE = r"(?a)(.*[0-9] ?(?:GMT|UTC)?[+-][0-9]{2}:?[0-9]{2}) ?(?:\([^()]*\)|[A-Z]{2,5})"
"""A zone's name behind its offset, as Go and JavaScript print it: the offset says all."""
_EUROPEAN = {"CET": "+0100", "CEST": "+0200"}
"""Letters that stand for one offset wherever they are written."""
_EUROPEAN_ZONE = r"(?a)(?<=[0-9mM] )CES?T\b"
_MAIL = r"(?ai)((?:[a-z]{3}, )?[0-9]{1,2} [a-z]{3} [0-9]{4} [0-9]{2}:[0-9]{2}(?::[0-9]{2})?) [ecmp][sd]t"
"""A date of mail with a zone that RFC 2822, 4.3 has an offset for. In other dates it could be another."""


def rewritten(text: str) -> str | None:
    """Return a date with the offset of a zone in letters, or with its day before the time.

    None where it has neither, and where the offset is not sure.
    """
    if found := re.fullmatch(_CLOCK_FIRST, text):
        return f"{found[2]} {found[1]}"
    if found := re.fullmatch(_NOTE, text):
        return found[1]
    if found := re.search(_EUROPEAN_ZONE, text):
        return text.replace(found[0], _EUROPEAN[found[0]], 1)
    if found := re.fullmatch(_MAIL, text):
        *_, seconds = parsedate_tz(text) or (0,)
        return f"{found[1]} {(seconds or 0) // 3600:+03}00"
    return None
