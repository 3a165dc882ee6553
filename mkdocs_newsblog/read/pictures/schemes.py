"""Pictures for one colour scheme: Material and GitHub know them by the end of their address."""

from __future__ import annotations

import re

_MARK = re.compile(r"#(?:only-(?P<own>light|dark)|gh-(?P<hub>light|dark)-mode-only)\Z")


def scheme_of(src: str) -> str | None:
    """Return the colour scheme that a picture is for, None for one that is for all.

    >>> scheme_of("a.png#only-dark"), scheme_of("a.png#gh-light-mode-only"), scheme_of("a.svg#dark")
    ('dark', 'light', None)
    """
    mark = _MARK.search(src)
    return (mark["own"] or mark["hub"]) if mark else None


def for_all(src: str) -> str:
    """Return the address of a picture without its colour scheme: themes hide what has one."""
    return _MARK.sub("", src)
