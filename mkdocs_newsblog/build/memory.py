"""What a preview has put into HTML, with what it was made from: the same is not made twice."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from pathlib import Path
from typing import TypeVar

from mkdocs_newsblog.render.templating.compiled import Compiled
from mkdocs_newsblog.render.templating.template_files import files_below

Value = TypeVar("Value")


class Memory:
    """What was made in the last build of a preview and in this one; any other build remembers nothing.

    A value is remembered by its place, such as ``("post", "news/a.md")``, and used again while what it is
    made from is equal to what it was made from then.
    """

    def __init__(self, *, on: bool = False) -> None:
        """Say whether there may be a next build."""
        self.on = on
        self.compiled = Compiled()
        """Templates of ours, for all builds of the process and all sections: their environments are alike."""
        self._ground: object = None
        self._last: dict[Hashable, tuple[object, object]] = {}
        self._fresh: dict[Hashable, tuple[object, object]] = {}

    def begin(self, ground: object) -> None:
        """Begin a build; where its ``ground`` is another, nothing is taken over.

        That is what every value is made from, such as the options and the templates.
        """
        self._last = self._fresh if ground == self._ground else {}
        self._ground, self._fresh = ground, {}

    def forget(self) -> None:
        """Let the next build make everything again."""
        self._ground = None

    def made(self, place: Hashable, given: object, make: Callable[[], Value]) -> Value:
        """Return what was made at a place when it was made from the same; else make it, and remember it.

        ``given`` has to hold all that ``make`` depends on, but for the ground of the build.
        """
        if not self.on:
            return make()
        known = self._fresh.get(place) or self._last.get(place)
        if known is None or known[0] != given:
            known = (given, make())
        self._fresh[place] = known
        return known[1]  # type: ignore[return-value]  # what was made at a place is always of one type


def stamps(folders: Iterable[Path | str], *, hidden: bool = True) -> list[tuple[str, int, int]]:
    """Return what tells two states of the files in some folders apart: path, bytes, nanoseconds of change."""
    files = (file for folder in folders for file in files_below(folder, hidden=hidden))
    return [(file.path.as_posix(), file.size, file.changed) for file in files]
