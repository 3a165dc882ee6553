"""Hashes of long texts, which a preview has again and again."""

from __future__ import annotations

import hashlib
from collections.abc import Collection


def text_hash(text: str) -> str:
    """Return a hash of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Hashes:
    """The last text at each place with its hash: to compare two texts takes much less than to hash one."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._known: dict[str, tuple[str, str]] = {}

    def of(self, place: str, text: str) -> str:
        """Return a hash of a text."""
        known = self._known.get(place)
        if known is None or known[0] != text:
            known = self._known[place] = (text, text_hash(text))
        return known[1]

    def retain(self, places: Collection[str]) -> None:
        """Forget the texts of places that are gone."""
        for place in self._known.keys() - places:
            del self._known[place]
