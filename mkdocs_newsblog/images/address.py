"""Addresses of remote pictures: checked against an allow-list of schemes, and percent-encoded once."""

from __future__ import annotations

import html
import ipaddress
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from mkdocs_newsblog.model.host_names import ascii_host
from mkdocs_newsblog.model.links import escaped_percent
from mkdocs_newsblog.read.values.texts import JOINERS, SCHEME

LIMIT = 2048
"""Characters of an address that servers and proxies are sure to take."""

_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9a-f]+|[a-z][a-z0-9]*);", re.IGNORECASE)
_HOST = re.compile(r"[a-z0-9_:-]+(?:\.[a-z0-9_-]+)*\.?")
NUMERIC_HOST = re.compile(r"(0x[0-9a-f]*|[0-9]+)(\.(0x[0-9a-f]*|[0-9]*))*", re.IGNORECASE)
"""A host that systems may take for an address, in whichever base and with however many parts."""


class CheckedAddress(NamedTuple):
    """A remote address ready to print, or why it is refused; ``doubts`` are worth a warning."""

    url: str = ""
    refused: str = ""
    doubts: tuple[str, ...] = ()


def bare(text: str) -> str:
    """Return an address as a browser reads it: entities resolved, control characters and outer spaces gone.

    Only whole entities count: ``&region=eu`` in a query is no ``&reg;``. Joiners belong to Persian and
    Indic file names.
    """
    if "&" in text:
        text = _ENTITY.sub(lambda found: unescaped(found[0]), text)
    if text.isprintable():
        return text.strip()
    return "".join(
        char for char in text if char in JOINERS or unicodedata.category(char) not in ("Cc", "Cf")
    ).strip()


def unescaped(text: str) -> str:
    """Return a text with characters for their entities, as it is where one has thousands of digits."""
    try:
        return html.unescape(text)
    except ValueError:
        return text


def has_scheme(text: str) -> bool:
    """Whether the address names a scheme or a host; a drive letter counts as a scheme."""
    return bool(SCHEME.match(text)) or text.startswith("//")


@lru_cache(maxsize=4096)
def check_remote(text: str) -> CheckedAddress:
    """Return the address with its path and query percent-encoded (RFC 3986), or the reason to refuse it."""
    url = f"https:{text}" if text.startswith("//") else text
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        return CheckedAddress(refused=f"is no valid address ({error})")
    if len(parts.scheme) == 1:
        return CheckedAddress(refused="is a path on one computer")
    if parts.scheme not in ("http", "https"):
        return CheckedAddress(refused=f"has the scheme {parts.scheme}:, only https: is allowed")
    host = parts.hostname or ""
    if fault := _host_fault(host, parts.netloc, url):
        return CheckedAddress(refused=fault)
    try:
        name = ascii_host(host)
    except UnicodeError:
        name = ""
    if not _HOST.fullmatch(name):
        return CheckedAddress(refused="has a host name that is not valid")
    netloc = (f"[{name}]" if ":" in name else name) + (f":{port}" if port is not None else "")
    path, query, fragment = (_encode(part) for part in (parts.path, parts.query, parts.fragment))
    doubts = tuple(_doubts(text, parts.scheme, name))
    return CheckedAddress(urlunsplit((parts.scheme, netloc, path, query, fragment)), doubts=doubts)


def _host_fault(host: str, netloc: str, url: str) -> str:
    if not host:
        return "has no host"
    if "@" in netloc:
        return "carries a user name or password"
    # An apostrophe is legal in a path (RFC 3986, 2.2) and printed as %27; no name of a host may have one.
    if any(char in url for char in '\\"<>`'):
        return "has a backslash, double quote, backtick or angle bracket in it"
    return ""


def _doubts(text: str, scheme: str, host: str) -> list[str]:
    doubts = []
    if scheme == "http":
        doubts.append("is loaded without encryption")
    if text.startswith("//"):
        doubts.append("names no scheme; https: is used")
    if _is_private(host):
        doubts.append("is on a host that only a private network may reach")
    if re.search(r"\s", text):
        doubts.append("has spaces in it")
    if len(text) > LIMIT:
        doubts.append(f"is longer than {LIMIT} characters")
    return doubts


@lru_cache(maxsize=1024)
def _is_private(host: str) -> bool:
    if host == "localhost" or host.endswith((".localhost", ".local", ".internal")):
        return True
    try:
        return not ipaddress.ip_address(host).is_global
    except ValueError:
        return bool(NUMERIC_HOST.fullmatch(host))


def _encode(part: str) -> str:
    """Percent-encode what RFC 3986 does not allow in a path or query; existing escapes stay."""
    return quote(escaped_percent(part), safe="/~!$&()*+,;=:@-._?%")
