"""Finished pages in memory: as they are while there is room, then compressed."""

from __future__ import annotations

import sys
import zlib
from collections.abc import Collection
from typing import NamedTuple

ROOM = 128 * 1024 * 1024
"""Bytes of pages that a preview keeps as they are; those for which there is no room are compressed."""


class Kept(NamedTuple):
    """What a page was made from, as a hash, and what became of it."""

    made_from: bytes
    output: str | bytes
    """Bytes are compressed."""


class KeptPages:
    """The last state of each page, by ``src_uri``."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.pages: dict[str, Kept] = {}
        self._room = ROOM

    def find(self, uri: str, made_from: bytes) -> str | None:
        """Return a page if it was made from the same."""
        kept = self.pages.get(uri)
        if kept is None or kept.made_from != made_from:
            return None
        return kept.output if isinstance(kept.output, str) else whole(kept.output)

    def keep(self, uri: str, made_from: bytes, output: str) -> None:
        """Keep a page in place of the one that was kept before."""
        self.drop(uri)
        size = sys.getsizeof(output)
        fits = size <= self._room
        self._room -= size if fits else 0
        self.pages[uri] = Kept(made_from, output if fits else small(output))

    def drop(self, uri: str) -> None:
        """Forget a page, if it is kept, and use its room for others."""
        kept = self.pages.pop(uri, None)
        if kept is not None and isinstance(kept.output, str):
            self._room += sys.getsizeof(kept.output)

    def retain(self, uris: Collection[str]) -> None:
        """Forget the pages that a site no longer has."""
        for uri in self.pages.keys() - uris:
            self.drop(uri)


def small(text: str) -> bytes:
    """Return a page compressed."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 1)


def whole(data: bytes) -> str:
    """Return a page that was compressed."""
    return zlib.decompress(data).decode("utf-8", "surrogatepass")
