"""How large a picture is to be shown: what its element says in attributes, or in a style of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_ATTRIBUTE = r"""(?a)(?<![\w:-])([\w:-]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'`=<>{}]++))"""
_PIXELS = r"(?i)\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(?:px\s*)?(?:!important\s*)?"
_STYLE = r"(?i)(?:^|;)\s*+(width|height)\s*+:([^;]*+)"


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of a tag, or of a list of attributes behind a picture of Markdown."""
    return {name.lower(): one or other or bare for name, one, other, bare in re.findall(_ATTRIBUTE, tag)}


def declared_sizes(said: Mapping[str, str | None]) -> Iterator[float]:
    """Yield the pixels of the width and the height that an element declares, a style first.

    >>> list(declared_sizes({"width": "1", "height": "50%", "style": "max-width: 9px; height: 2px"}))
    [1.0, 2.0]
    """
    lengths = {name: said.get(name) for name in ("width", "height")}
    lengths |= {name.lower(): length for name, length in re.findall(_STYLE, said.get("style") or "")}
    for length in lengths.values():
        if length and (found := re.fullmatch(_PIXELS, length)):
            yield float(found[1])
