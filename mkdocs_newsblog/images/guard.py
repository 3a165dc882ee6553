"""Which hosts and addresses a download may reach. Everything that is not allowed is refused."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Iterable
from urllib.parse import urlsplit

from mkdocs_newsblog.images.address import NUMERIC_HOST, check_remote

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Policy = Callable[[Address], str]
"""Says why an address is refused, or nothing."""

Resolver = Callable[[str, int], Iterable[str]]
"""Gives the addresses of a host name, as texts; raises OSError where there are none."""

PORTS = {"https": 443, "http": 80}

METADATA = frozenset(map(ipaddress.ip_address, ("168.63.129.16", "192.0.0.192")))
"""Addresses that a cloud answers from inside only, and Python takes for public, the second in some versions.

Others of that kind are link-local or private.
"""

TRANSLATED = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
"""IPv6 networks that carry IPv4 addresses through a translator (RFC 6052, RFC 8215)."""


def address_fault(address: Address) -> str:
    """Return why an address must not be asked, or nothing for one of the public internet.

    IPv6 addresses that stand for IPv4 ones are judged by those.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            return address_fault(inner)
        if address.teredo is not None or any(address in network for network in TRANSLATED):
            return f"{address} leads to another address"
        if address.is_site_local or address in ipaddress.ip_network("::/96"):
            return f"{address} is not public"
    if address in METADATA:
        return f"{address} answers inside a cloud only"
    if not address.is_global or address.is_multicast or address.is_reserved or address.is_unspecified:
        return f"{address} is not public"
    return ""


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that the system's resolver gives for a host.

    Raises:
        OSError: there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_listed(url: str, allow: Iterable[str]) -> bool:
    """Whether an address is on a host that the options list, be the rest of it right or wrong."""
    try:
        host = (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return False
    return any(_matches(host, _rule(each)[1]) for each in allow)


def url_fault(url: str, allow: Iterable[str]) -> str:
    """Return why an address may not be downloaded, judged by its text alone; nothing where it may."""
    checked = check_remote(url)
    if checked.refused:
        return checked.refused
    parts = urlsplit(checked.url)
    host = (parts.hostname or "").rstrip(".")
    port = parts.port or PORTS[parts.scheme]
    rules = [_rule(each) for each in allow]
    literal = any(pattern == host for _, pattern, _ in rules)
    if (":" in host or NUMERIC_HOST.fullmatch(host)) and not literal:
        return "names its host by a number"
    hosts = [rule for rule in rules if _matches(host, rule[1])]
    if not hosts:
        return f"is on {host}, which images.allow does not list"
    if not any(scheme == parts.scheme and number == port for scheme, _, number in hosts):
        return f"asks for {parts.scheme} on port {port}, which images.allow does not list"
    return ""


def _rule(text: str) -> tuple[str, str, int]:
    """Return scheme, host pattern and port of one entry of ``images.allow``."""
    scheme, _, rest = text.rpartition("://")
    scheme = scheme or "https"
    host, _, port = rest.lower().partition(":")
    return scheme, host.rstrip("."), int(port) if port else PORTS[scheme]


def _matches(host: str, pattern: str) -> bool:
    """Whether a host is the one of a pattern; ``*.example.org`` is every host below, never itself.

    >>> _matches("a.b.example.org", "*.example.org"), _matches("badexample.org", "*.example.org")
    (True, False)
    """
    if pattern.startswith("*."):
        return host.endswith(pattern[1:]) and not host.startswith(".")
    return host == pattern
