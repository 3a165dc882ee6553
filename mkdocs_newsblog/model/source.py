"""A source file, as the host found it."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

Mark = tuple[str, str | None, bytes]


class Source(NamedTuple):
    """The bytes of one page; ``src_uri`` is relative to ``docs_dir`` with ``/`` between its parts."""

    src_uri: str
    data: bytes
    name: str | None = None
    """The path that addresses are made of, where it is not ``src_uri``: see :class:`Translation`."""

    @property
    def mark(self) -> Mark:
        """What tells this state of the page from any other: its source and name, and a hash of its bytes."""
        return self.src_uri, self.name, hashlib.blake2b(self.data, digest_size=16).digest()
