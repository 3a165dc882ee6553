"""Smaller copies of local pictures: which there are, and making those that the cache does not hold."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from mkdocs_newsblog.images.header import PIXELS
from mkdocs_newsblog.images.store import EXTENSIONS, SITE_FOLDER, Store
from mkdocs_newsblog.model.post import Image, Rendition
from mkdocs_newsblog.schema.options.pictures import ImageOptions

RECIPE = "4"
"""Changes with the way copies are made, so that older ones in a cache are not taken for new."""

SOURCES = ("image/jpeg", "image/png", "image/webp", "image/avif")
"""Formats of which copies are made: an SVG has no pixels, and a GIF may move."""

TRIFLE = 8192
"""Bytes of a file that is too small to gain from copies."""

FALLBACK_WIDTH = 800
"""Pixels of the copy in the picture's own format, for cards."""
PORTRAIT_SIDE = 192
"""Pixels of the shorter side of a portrait's copy: 96 CSS pixels on a screen of double density."""

Progress = Callable[[int, str], AbstractContextManager[Callable[[], None]]]
"""Opens a progress bar for a number of steps; what it yields counts one."""


Copy = tuple[str, int]
"""Media type and width in pixels."""


class Job(NamedTuple):
    """Copies to make of one file; ``wanted`` are the ones that the cache lacks."""

    path: str
    wanted: tuple[tuple[Rendition, Path], ...]


class Encoded(NamedTuple):
    """What became of one file: why it failed, where it did."""

    path: str
    fault: str = ""
    is_shut: bool = False
    """Whether it is the cache that took no copy."""


def can_make() -> bool:
    """Whether the library that makes copies is installed."""
    return find_spec("PIL") is not None


def plan_widths(width: int, widths: Sequence[int]) -> list[int]:
    """Return the widths of the copies, rising and never above the picture's own.

    >>> plan_widths(1000, (400, 800, 1600))
    [400, 800, 1000]
    """
    fitting = sorted({each for each in widths if each < width})
    return [*fitting, width] if width < max(widths) else sorted(set(widths))


@dataclass(eq=False, repr=False)
class Workshop:
    """Plans and makes the copies of one build."""

    store: Store
    options: ImageOptions
    enabled: bool = True
    """Whether copies are made at all; without the library that makes them, and the option, they are not."""
    files: dict[str, str] = field(default_factory=dict)
    """Every file that the site needs: its path in the site, and in the cache."""
    jobs: dict[str, Job] = field(default_factory=dict)
    """What is to be made, by path of the original."""

    shut: str = ""
    """Why copies can't be kept, where the cache's folder can't be written to or has no room."""
    _failed: list[Job] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.enabled = self.enabled and self.options.variants and can_make()

    def plan(
        self, image: Image, path: str, *, animated: bool = False, portrait: bool = False
    ) -> tuple[Rendition, ...]:
        """Return the copies of a picture, and note those that are to be made; a portrait has one at most.

        Raises:
            OSError: the picture can't be read.
        """
        if not self.enabled or animated or image.type not in SOURCES or not image.width or not image.height:
            return ()
        if image.width * image.height > PIXELS or (image.length or 0) < TRIFLE:
            return ()
        digest = hashlib.sha256(f"{RECIPE} {self.store.index.digest(path)}".encode()).hexdigest()[:20]
        kinds = self._of_portrait if portrait else self._of_hero
        planned = tuple(_renditions(dict.fromkeys(kinds(image, image.width, image.height)), image, digest))
        wanted = []
        folder = f"{self.store.renditions}{os.sep}"
        for rendition in planned:
            name = rendition.url.rpartition("/")[2]
            copy = self.files[rendition.url] = folder + name
            if not self.store.index.is_sound(copy, name):
                wanted.append((rendition, Path(copy)))
        if wanted:
            others = self.jobs[path].wanted if path in self.jobs else ()
            self.jobs[path] = Job(path, tuple(dict.fromkeys((*others, *wanted))))
        return planned

    def _of_hero(self, image: Image, width: int, _height: int) -> Iterator[Copy]:
        for format_ in self.options.formats:
            for each in plan_widths(width, self.options.widths):
                yield f"image/{format_}", each
        if width > FALLBACK_WIDTH:
            yield image.type or "", FALLBACK_WIDTH

    def _of_portrait(self, image: Image, width: int, height: int) -> Iterator[Copy]:
        wide = max(PORTRAIT_SIDE, round(PORTRAIT_SIDE * width / height))  # the middle of it fills a square
        wide = min(wide, 2 * PORTRAIT_SIDE)
        if wide < width:
            yield image.type or "", wide

    def finished(self) -> dict[str, str]:
        """Return the files that the site needs, without those that could not be made."""
        missing = {str(path) for job in self._failed for _, path in job.wanted}
        return {url: path for url, path in self.files.items() if path not in missing}

    def make(self, progress: Progress) -> dict[str, str]:
        """Make what is missing, several at once, and return why files failed, by path."""
        try:
            self.shut = _shut(self.store.renditions) if self.jobs else ""
            possible = self.jobs and not self.shut
            faults = self._make(progress) if possible else dict.fromkeys(self.jobs, self.shut)
        finally:
            self.store.index.write()
        self._failed += (self.jobs[path] for path in faults)
        if self.enabled:
            self.store.index.tidy(self.store.renditions, {url.rpartition("/")[2] for url in self.files})
        return faults

    def _make(self, progress: Progress) -> dict[str, str]:
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - only when there is work

        # Threads: Pillow lets go of the interpreter while it decodes, scales and encodes.
        from mkdocs_newsblog.images.encode import encode  # noqa: PLC0415 - needs an extra

        faults: dict[str, str] = {}
        with (
            progress(len(self.jobs), "Pictures") as advance,
            ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as pool,
        ):
            for path, fault, is_shut in pool.map(encode, self.jobs.values()):
                advance()
                if is_shut:
                    self.shut = self.shut or fault
                    faults[path] = self.shut
                elif fault:
                    faults[path] = fault
                else:
                    for _, copy in self.jobs[path].wanted:
                        self.store.index.keep(str(copy), copy.name)
        return faults


def _renditions(copies: Iterable[Copy], image: Image, digest: str) -> Iterator[Rendition]:
    for kind, width in copies:
        height = max(1, round((image.height or 0) * width / (image.width or 1)))
        yield Rendition(f"{SITE_FOLDER}/{digest}-{width}.{EXTENSIONS[kind]}", width, height, kind)


def _shut(folder: Path) -> str:
    """Return why no file can be put into a folder, which need not exist; nothing where one can."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return error.strerror or type(error).__name__
    return "" if os.access(folder, os.W_OK) else "no permission to write"
