"""A source file, as the host found it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one page; ``src_uri`` is relative to ``docs_dir`` with ``/`` between its parts."""

    src_uri: str
    data: bytes
