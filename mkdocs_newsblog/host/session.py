"""What outlives a build: the command that the host runs, and what a preview takes into its next build."""

from __future__ import annotations

import gc
from dataclasses import dataclass, field

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.host.content.titles import Titles
from mkdocs_newsblog.host.conversion.conversions import Conversions
from mkdocs_newsblog.host.reuse.rendered import Rendered, name_of
from mkdocs_newsblog.host.site.config import CACHE, project_folder
from mkdocs_newsblog.host.start import Command, running_command
from mkdocs_newsblog.host.store.shelf import Shelf
from mkdocs_newsblog.host.watching import Watching
from mkdocs_newsblog.read.folder import Folder
from mkdocs_newsblog.schema.options.caching import CacheOptions


class Session:
    """One run of the host, the same for all sections of the site, also for those that are added later."""

    def __init__(self, told: Command | None = None) -> None:
        """Take what the host says that it runs; where it has not said so, it is asked at each build."""
        self._told = told is not None
        self.serving, self.dirty = told or Command(serving=False, dirty=False)
        self.watching = Watching()
        self.titles = Titles()
        self._builds = 0

    def begin_build(self) -> None:
        """Learn what the host runs, for a section whose plugin was not there when the host said it."""
        if not self._told:
            self.serving, self.dirty = running_command()

    def count_build(self) -> None:
        """Begin with the first section; have the collector pass over what a preview keeps of its first build.

        When the second one begins, what is kept is all that is left of the first, but for garbage.
        """
        self._builds += 1
        if self.serving and self._builds == 2:
            gc.collect()
            gc.freeze()


@dataclass(eq=False)
class Carried:
    """What one section takes from each build of a preview into the next one; else each run has its own."""

    memory: Memory = field(default_factory=Memory)
    rendered: Rendered = field(default_factory=Rendered)
    conversions: Conversions = field(default_factory=Conversions)
    folder: Folder | None = None
    _texts: Shelf | None = None

    def begin_build(self, config: MkDocsConfig, options: CacheOptions | None, *, serving: bool) -> None:
        """Remember what is made only where there may be a next build; others may keep some of it on disk."""
        if self.memory.on != serving:
            self.memory = Memory(on=serving)
        keeps = options is not None and options.pages and not serving
        self._texts = Shelf(project_folder(config) / CACHE / "texts.sqlite") if keeps else None
        self.memory.shelf, self.memory.name = self._texts, name_of(config)

    def close(self) -> None:
        """Write down what is kept for the next build, and let go of where it is kept."""
        self.conversions.close()
        self.rendered.close()
        if self._texts is not None:
            self._texts.close()
