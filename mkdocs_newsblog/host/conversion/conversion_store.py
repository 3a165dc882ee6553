"""Where conversions are kept: on disk for the next build, and in a preview in memory for the next ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from mkdocs_newsblog.host.conversion.conversion_entry import unpacked
from mkdocs_newsblog.host.store.recent import Recent
from mkdocs_newsblog.host.store.shelf import Shelf

ROOM = 256 * 1024 * 1024
"""Bytes of entries that a preview remembers; those for which there is no room are on disk."""


class ConversionStore:
    """The entries of one build, by key."""

    def __init__(self, shelf: Shelf) -> None:
        """Take the entries on disk."""
        self._shelf = shelf
        self._recent: Recent | None = None
        self._rebuilds = False

    def follow(self, last: ConversionStore | None) -> None:
        """Take the entries that the last builds of a preview have used, and remember those of this one.

        All but the first build of a preview write nothing: where the server watches the cache, too, each
        change would be built twice.
        """
        self._recent = (last._recent if last is not None else None) or Recent(ROOM)
        self._recent.begin()
        if last is not None and not last._shelf.is_off:
            self._shelf, self._rebuilds = last._shelf, True

    def get(self, key: str) -> dict[str, Any] | None:
        """Return an entry, None where there is none."""
        entry = self._recent.value(key) if self._recent is not None else None
        return entry or unpacked(self._shelf.get(key))

    def remember(self, key: str, entry: dict[str, Any]) -> None:
        """Keep an entry at hand that was used."""
        if self._recent is not None:
            self._recent.keep_value(key, entry)

    def put(self, key: str, entry: dict[str, Any]) -> None:
        """Keep a new entry.

        Raises:
            ValueError: a text of it is no Unicode.
            TypeError: a value of it is no JSON.
        """
        self._shelf.put(key, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode())

    def has_any(self, keys: Iterable[str]) -> bool:
        """Whether one of some entries is on disk.

        This closes the database, which must not be open when a process forks.
        """
        try:
            return any(self._shelf.get(key) is not None for key in keys)
        finally:
            self._shelf.close()

    def branch(self) -> ConversionStore:
        """Return the same place for another process, whose entries are seen here at once."""
        self._shelf.is_shared = True
        return ConversionStore(self._shelf.branch())

    def close(self, *, last: bool) -> None:
        """Write what is new; in a preview that goes on, much later."""
        if self._rebuilds and not last:
            self._shelf.pause()
        else:
            self._shelf.close()
