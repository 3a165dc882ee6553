"""What the last builds of a preview have asked for, within some room."""

from __future__ import annotations

import marshal
from typing import Any

ROUNDS = 24
"""Builds for which an entry is kept that none of them asks for: each language of a site may be one."""


class Recent:
    """Entries by key. Those that no build has asked for in a while make room for others."""

    def __init__(self, room: int) -> None:
        """Take the bytes that all entries may have together."""
        self._room = room
        self._free = room
        self._kept: dict[str, bytes] = {}
        self._asked: dict[str, int] = {}
        self._round = 0

    def begin(self) -> None:
        """Begin a build; where room is short, only what the last one asked for is kept."""
        self._round += 1
        last = self._round - (ROUNDS if 2 * self._free > self._room else 1)
        for key in [key for key, asked in self._asked.items() if asked < last]:
            del self._asked[key]
            self._free += len(self._kept.pop(key))

    def get(self, key: str) -> bytes | None:
        """Return an entry, which stays for the next builds."""
        if key in self._asked:
            self._asked[key] = self._round
        return self._kept.get(key)

    def keep(self, key: str, data: bytes) -> None:
        """Keep an entry, if there is room."""
        if key not in self._kept and len(data) <= self._free:
            self._free -= len(data)
            self._kept[key], self._asked[key] = data, self._round

    def value(self, key: str) -> Any:
        """Return an entry that :meth:`keep_value` has kept, None for one that is not there."""
        data = self.get(key)
        return None if data is None else marshal.loads(data)  # noqa: S302 - of this process

    def keep_value(self, key: str, value: list[Any] | dict[str, Any]) -> None:
        """Keep lists and mappings of plain values, as bytes: Python's collector would go through them."""
        if key not in self._kept:
            self.keep(key, marshal.dumps(value))
