"""What the path of a post says: a date, a slug, a title."""

from __future__ import annotations

import re
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.read.time.dates import NotADateError, day_of, read_date
from mkdocs_newsblog.schema.options.reading import DateOptions

_DATED = re.compile(
    r"(?:^|/)(?P<y>[0-9]{4})(?P<sep>[-_./])(?P<m>[0-9]{1,2})(?:(?P=sep)|(?<=/[0-9]{2})-)(?P<d>[0-9]{1,2})"
    r"(?:[-_T](?P<H>[01][0-9]|2[0-3])(?P<gap>[-:])(?P<M>[0-5][0-9])(?P=gap)(?P<S>[0-5][0-9])"
    r"(?:\.[0-9]{1,9})?(?P<zone>Z|[-+][0-9]{2}:[0-9]{2})?(?=[-_/]|$))?"
    r"(?:[-_ ./](?P<rest>.*))?$",
    re.ASCII,
)
_COMPACT = re.compile(
    r"(?:^|/)(?P<y>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])[-_](?P<rest>.*)$", re.ASCII
)
OWNERS = ("index", "readme")
"""Names of pages that speak for their folder, in small letters: systems differ in which of them they know."""


class PathFacts(NamedTuple):
    """What was found: ``slug`` is what stands behind the date, ``name`` the file's or bundle's own name."""

    src_uri: str
    name: str
    published: Moment | None = None
    slug: str | None = None


def read_path(src_uri: str, options: DateOptions) -> PathFacts:
    """Return what a path below ``docs_dir`` says of its post; an impossible date is no date."""
    stem = src_uri.rpartition("/")[2].rpartition(".")[0] or src_uri.rpartition("/")[2]
    folder = src_uri.rpartition("/")[0]
    path = f"{folder}/{stem}" if folder else stem
    if stem.lower() in OWNERS and folder:
        path = folder
    name = path.rpartition("/")[2]
    found = _DATED.search(path) or _COMPACT.search(path)
    if found is None:
        return PathFacts(src_uri, name)
    try:
        published = _published(found, options)
    except NotADateError:
        return PathFacts(src_uri, name)
    rest = (found["rest"] or "").rpartition("/")[2].strip("-_ .")
    return PathFacts(src_uri, rest or name, published, rest or None)


def _published(found: re.Match[str], options: DateOptions) -> Moment:
    parts = found.groupdict()
    if parts.get("H"):
        clock = f"{parts['H']}:{parts['M']}:{parts['S']}{parts['zone'] or ''}"
        return read_date(f"{parts['y']}-{parts['m']}-{parts['d']} {clock}", options)
    return day_of(int(parts["y"]), int(parts["m"]), int(parts["d"]), options)


def folders_of(path: str) -> list[str]:
    """Return the folders that a path lies in, from the outside in.

    >>> folders_of("a/b/c.md")
    ['', 'a', 'a/b']
    """
    parts = path.split("/")[:-1]
    return ["/".join(parts[:end]) for end in range(len(parts) + 1)]


def humanised(name: str) -> str:
    """Return a file name as a title: hyphens and underscores as spaces, the first letter large."""
    words = " ".join(name.replace("-", " ").replace("_", " ").split()) or name
    return words[:1].upper() + words[1:] if words.islower() else words
