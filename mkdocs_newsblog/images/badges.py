"""Badges: small drawings at the head of a text that tell the state of a project."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from mkdocs_newsblog.images.header import ENDINGS

HOSTS = (
    *("shields.io", "badgen.net", "badge.fury.io", "forthebadge.com", "poser.pugx.org", "mybinder.org"),
    *("travis-ci.org", "travis-ci.com", "circleci.com", "ci.appveyor.com"),
)
"""Hosts, with all hosts below them, whose pictures are badges whatever their path."""

_BELOW = tuple(f".{host}" for host in HOSTS)
_PATH = r"/(?:[^/]*[-_])?badges?(?:\.svg)?(?:/|$)"
_PIXELS = tuple(ending for ending in ENDINGS if ending != ".svg")


def is_badge(address: str) -> bool:
    """Whether a picture on another host is a badge: by its host, or by a part of its path that says so.

    A picture of pixels is a badge on those hosts only: a photograph may well show one.

    >>> is_badge("https://codecov.io/gh/a/b/graph/badge.svg?token=c"), is_badge("https://example.org/badge.jpg")
    (True, False)
    """
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return False
    if host in HOSTS or host.endswith(_BELOW):
        return True
    path = parts.path.lower()
    return bool(host) and not path.endswith(_PIXELS) and re.search(_PATH, path) is not None
