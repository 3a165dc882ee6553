"""Several sizes of one picture in one attribute (HTML standard, 4.8.4.2.2)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_ADDRESS = re.compile(r"[\t\n\f\r ,]*+([^\t\n\f\r ]++)")
_SIZES = re.compile(r"[^,(]*+(?>(?:\([^)]*+\)?[^,(]*+)*)")


def candidates(srcset: str) -> Iterator[tuple[str, str]]:
    """Yield each address with what is said of its size; commas within addresses end none.

    >>> list(candidates("w_1,h_2/a.jpg 1x, b.jpg, c.jpg 3x"))
    [('w_1,h_2/a.jpg', '1x'), ('b.jpg', ''), ('c.jpg', '3x')]
    """
    place = 0
    while found := _ADDRESS.match(srcset, place):
        address, place = found[1], found.end()
        sizes = ""
        if not address.endswith(",") and (said := _SIZES.match(srcset, place)):
            sizes, place = said[0].strip(), said.end()
        yield address.rstrip(","), sizes


def with_addresses(srcset: str, change: Callable[[str], str]) -> str:
    """Return the attribute with each address changed."""
    return ", ".join(f"{change(address)} {sizes}".strip() for address, sizes in candidates(srcset))
