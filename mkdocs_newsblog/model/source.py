"""A source file, as the host found it."""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment


class Commits(NamedTuple):
    """When a file was first and last committed; None where the history can't be asked."""

    created: Moment | None = None
    changed: Moment | None = None


Mark = tuple[str, str | None, bytes, Commits | None]


class Source(NamedTuple):
    """The bytes of one page; ``src_uri`` is relative to ``docs_dir`` with ``/`` between its parts."""

    src_uri: str
    data: bytes
    name: str | None = None
    """The path that addresses are made of, where it is not ``src_uri``: see :class:`Translation`."""

    commits: Commits | None = None
    """What the history says of the page, where it was asked and knows the file."""

    @property
    def path(self) -> str:
        """The path that addresses are made of, below ``docs_dir``."""
        return self.name or self.src_uri

    @property
    def mark(self) -> Mark:
        """What tells this state of the page from any other: all it is, with a hash of its bytes."""
        return self.src_uri, self.name, hashlib.blake2b(self.data, digest_size=16).digest(), self.commits
