"""What a preview has put into HTML, with what it was made from: the same is not made twice.

Some texts a build may also keep on disk for the next one.
"""

from __future__ import annotations

import hashlib
import platform
import zlib
from collections.abc import Callable, Hashable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Protocol, TypeVar

from mkdocs_newsblog import __version__
from mkdocs_newsblog.render.templating.compiled import Compiled
from mkdocs_newsblog.render.templating.template_files import files_below

Value = TypeVar("Value")


PROGRAMS = ("jinja2", "markupsafe", "babel")
"""Packages that have a part in what our templates print."""


class Texts(Protocol):
    """Where texts are kept between builds."""

    def get(self, key: str) -> bytes | None:
        """Return what was kept, None where there is nothing."""

    def put(self, key: str, data: bytes) -> None:
        """Keep some bytes in place of the last ones."""


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
        self.shelf: Texts | None = None
        """Where a build that is no preview keeps texts for the next one."""
        self.name = ""
        """What tells texts of this site there from those of another configuration."""
        self._told = ""
        self._is_faulty: Callable[[], bool] = bool
        self._ground: object = None
        self._last: dict[Hashable, tuple[object, object]] = {}
        self._fresh: dict[Hashable, tuple[object, object]] = {}

    def begin(self, ground: object) -> None:
        """Begin a build; where its ``ground`` is another, nothing is taken over.

        That is what every value is made from, such as the options and the templates.
        """
        self._last = self._fresh if ground == self._ground else {}
        self._ground, self._fresh = ground, {}

    def stand_on(self, ground: object, folders: Iterable[Path], is_faulty: Callable[[], bool]) -> None:
        """Take what every text of a build is made from: its ``ground``, and the templates in some folders.

        What is made while something ``is_faulty`` is not kept, so that the next build says it again.
        """
        programs = [__version__, platform.python_version(), *map(version, PROGRAMS)]
        files = [[_held(each.path, top) for each in files_below(top)] for top in folders]
        told = repr((programs, ground, files)).encode("utf-8", "surrogatepass")
        self._told, self._is_faulty = hashlib.sha256(told).hexdigest(), is_faulty

    def text(self, kind: str, url: str, given: object, make: Callable[[], str]) -> str:
        """Return a text of a page as :meth:`made` does; a build may take it from the last one.

        ``given`` has to consist of plain values, of which all is seen in how Python writes them.
        """
        if self.shelf is None:
            return self.made((kind, url), given, make)
        told = f"{self._told} {given!r}"
        if " at 0x" in told:
            return make()
        key = f"{self.name}{kind} {url}"
        made_from = hashlib.sha256(told.encode("utf-8", "surrogatepass")).digest()
        kept = self.shelf.get(key)
        if kept is not None and kept.startswith(made_from):
            return zlib.decompress(kept[len(made_from) :]).decode("utf-8", "surrogatepass")
        text = make()
        if not self._is_faulty():
            self.shelf.put(key, made_from + zlib.compress(text.encode("utf-8", "surrogatepass"), 1))
        return text

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


def _held(path: Path, top: Path) -> tuple[str, bytes]:
    """Return what a template is called and what it holds."""
    try:
        return path.relative_to(top).as_posix(), path.read_bytes()
    except OSError:  # nor can it be printed
        return path.name, b""


def stamps(folders: Iterable[Path | str], *, hidden: bool = True) -> list[tuple[str, int, int]]:
    """Return what tells two states of the files in some folders apart: path, bytes, nanoseconds of change."""
    files = (file for folder in folders for file in files_below(folder, hidden=hidden))
    return [(file.path.as_posix(), file.size, file.changed) for file in files]
