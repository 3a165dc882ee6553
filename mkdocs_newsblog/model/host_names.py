"""Names of hosts in ASCII, as browsers look them up (UTS 46, non-transitional)."""

from __future__ import annotations

import re
import unicodedata

_DEVIATING = "([\u00df\u03c2\u200c\u200d])"
"""Signs that IDNA 2003, which Python knows, writes otherwise: sharp s, final sigma and the two joiners."""
_DOT = "[.\u3002\uff0e\uff61]"
_WRITTEN = r"(?a)[\w-]+(?:\.[\w-]+)*\.?"
_VIRAMA = 9
"""Combining class of the signs behind which scripts of India have a joiner (RFC 5892, A.1 and A.2)."""
LONGEST_LABEL = 63
LONGEST = 300
"""Characters that a host may have, with its port: a little more than DNS takes, in which Python is quick."""


def ascii_host(host: str) -> str:
    """Return a host, with a port or without, in ASCII.

    >>> ascii_host("straße.example")
    'xn--strae-oqa.example'

    Raises:
        UnicodeError: no host can have that name.
    """
    if host.isascii():
        return host
    if len(host) > LONGEST:  # to encode a label takes a time that grows with the square of its length
        raise UnicodeError("host too long")
    name, colon, port = host.partition(":")
    written = _written(name.replace("\u1e9e", "\u00df"))  # its capital is younger than IDNA 2003
    if not re.fullmatch(_WRITTEN, written) or not port.isascii():
        raise UnicodeError("sign that no name has")
    return written + colon + port


def _written(name: str) -> str:
    if not re.search(_DEVIATING, name):
        return _plain(name)
    *above, _ = labels = re.split(_DOT, name)
    if not all(above):
        raise UnicodeError("label empty")
    return ".".join(_label(label) if re.search(_DEVIATING, label) else _plain(label) for label in labels)


def _plain(label: str) -> str:
    return label.encode("idna").decode("ascii")


def _label(label: str) -> str:
    from encodings.idna import nameprep  # noqa: PLC0415 - hardly any site needs these tables

    name = ""
    for number, part in enumerate(re.split(_DEVIATING, label)):
        if number % 2 == 0:
            name += nameprep(part)
        elif part.isalpha() or _joins(name[-1:]):
            name += part
    if name.isascii():
        return _plain(name)
    written = f"xn--{name.encode('punycode').decode('ascii')}"
    if len(written) > LONGEST_LABEL or "." in name:
        raise UnicodeError("label too long, or several")
    return written


def _joins(before: str) -> bool:
    """Whether a joiner may stand behind a sign; elsewhere nobody sees it, and it is left out."""
    return bool(before) and (
        unicodedata.combining(before) == _VIRAMA or unicodedata.bidirectional(before) == "AL"
    )
