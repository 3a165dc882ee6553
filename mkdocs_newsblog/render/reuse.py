"""How what the last build of a preview has made is used again, as ``build.memory`` does it."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Protocol, TypeVar

Value = TypeVar("Value")


class Reuse(Protocol):
    """Returns what was made at a place from the same; else makes it."""

    def __call__(self, place: Hashable, given: object, make: Callable[[], Value], /) -> Value:
        """``given`` holds all that ``make`` depends on."""
