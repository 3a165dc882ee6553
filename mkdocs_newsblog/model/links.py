"""Addresses: joining, relating and checking them. Plain string arithmetic on percent-encoded URLs."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache
from urllib.parse import quote, unquote, urljoin, urlsplit, urlunsplit

from mkdocs_newsblog.model.host_names import ascii_host

ROOT = "newsblog-root:/"
"""Stands for the site's root in HTML that will be shown on pages of different depth."""

_PLAIN = re.compile(r"(?!//)[A-Za-z0-9_./~-]*")
"""An address without host, scheme, query and fragment in which nothing has to be encoded (RFC 3986, 2.3)."""
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def relative_href(url: str, base: str) -> str:
    """Return how a page at ``base`` links to ``url``; both relative to the site's root, percent-encoded.

    >>> relative_href("news/tags/world/", "news/page/2/")
    '../../tags/world/'
    >>> relative_href("news/a.html#top", "news/b.html")
    'a.html#top'
    """
    path, mark, fragment = url.partition("#")
    start = base.rpartition("/")[0]
    href = posixpath.relpath("/" + path, "/" + start) if path or start else "."
    if href == ".":
        href = "./"
    elif path.endswith("/") or not path:
        href += "/"
    first = href.partition("/")[0]
    return ("./" if ":" in first else "") + href + mark + fragment


def root_href(base: str) -> str:
    """Return the prefix that leads from a page at ``base`` to the site's root: ``./`` or ``../../``."""
    return "../" * base.count("/") or "./"


def rebase(html: str, base: str) -> str:
    """Return ``html`` with :data:`ROOT` replaced for a page at ``base``."""
    return html.replace(ROOT, root_href(base))


def rooted(href: str, base: str) -> str:
    """Return ``href`` as found on a page at ``base`` as an address below :data:`ROOT`.

    Absolute and host-relative addresses, and those with a scheme, come back as they are.
    """
    if href.startswith(("/", ROOT)) or is_absolute(href):
        return href
    joined = urljoin("https://site.invalid/" + base, href)
    return ROOT + joined.removeprefix("https://site.invalid/")


def below_root(href: str, base: str, root: str | None) -> str | None:
    """Return an address found on a page at ``base`` below :data:`ROOT`, None for one that is not of the site.

    >>> below_root("/docs/feed.xml", "news/a/", "https://example.org/docs/")
    'newsblog-root:/feed.xml'
    """
    if root is None:
        return None
    try:
        whole = urljoin(urljoin(root, base), href)
    except ValueError:
        return None
    return ROOT + whole.removeprefix(root) if whole.startswith(root) else None


def href_of(url: str) -> str:
    """Return an address below the site's root, or an absolute one, as templates print it."""
    return url if is_absolute(url) else ROOT + url


def is_absolute(href: str) -> bool:
    """Whether ``href`` has a scheme or names a host."""
    if _PLAIN.fullmatch(href):
        return False
    try:
        parts = urlsplit(href)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def quote_path(path: str) -> str:
    """Return ``path`` percent-encoded for a URL; what is already encoded stays (RFC 3986, 2.1 and 3.3)."""
    return quote(unquote(path), safe="/~!$&'()*+,;=:@-._")


def escaped_percent(text: str) -> str:
    """Return ``text`` with each percent sign encoded that begins no encoded character (RFC 3986, 2.1)."""
    return _PERCENT.sub("%25", text) if "%" in text else text


@lru_cache(maxsize=16_384)
def absolute_url(url: str, root: str | None) -> str | None:
    """Return the absolute form of an address below the site's root, or None where the root is unknown.

    Characters that RFC 3986 does not allow are percent-encoded, also in addresses that were absolute, and
    names of hosts are written in ASCII, since validators and old readers know nothing else.

    >>> absolute_url("news/a b|c/", "https://example.org/docs/")
    'https://example.org/docs/news/a%20b%7Cc/'
    """
    if not is_absolute(url):
        if root is None:
            return None
        below = url.removeprefix("./").lstrip("/")
        if below and _PLAIN.fullmatch(below):  # nothing to encode but what the root holds
            start = absolute_url("", root)
            return None if start is None else start + below
        url = root + below
    try:
        parts = urlsplit(url)
        host = ascii_host(parts.netloc)
    except (ValueError, UnicodeError):
        return None
    path, query, fragment = (_encoded(part) for part in (parts.path, parts.query, parts.fragment))
    return urlunsplit((parts.scheme, host, path, query, fragment))


def _encoded(part: str) -> str:
    return quote(escaped_percent(part), safe="%/~!$&'()*+,;=:@-._?")
