"""What a preview watches besides the docs: the folder with the site's own versions of our templates."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.render.templating.fragments import FOLDER

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


class Watching:
    """Watches the one folder that all sections of a site share, for as long as it is there."""

    def __init__(self) -> None:
        """Begin without a server: in a build there is none."""
        self._server: LiveReloadServer | None = None
        self._watched: str | None = None
        self._others: tuple[str, ...] = ()

    def begin(self, server: LiveReloadServer, config: MkDocsConfig) -> None:
        """Take the server of a preview, of whichever section it comes first."""
        # The server asks for these once, when all plugins have it; what joins them later it never watches.
        self._server, self._others = server, tuple(config.watch)
        self.follow(config)

    def follow(self, config: MkDocsConfig) -> None:
        """Watch the folder as the configuration names it now; one made meanwhile is found at a rebuild."""
        if self._server is None:
            return
        custom = config.theme.custom_dir
        folder = os.path.abspath(Path(custom, FOLDER)) if custom else None  # noqa: PTH100 - as the server does
        if folder is not None and not Path(folder).is_dir():
            folder = None
        if folder == self._watched and self._is_followed():
            return
        if self._watched is not None:
            self._server.unwatch(self._watched)
        # A folder that is watched twice is looked at by two clocks, and each change builds twice.
        self._watched = None if folder is None or self._is_watched(folder) else folder
        if self._watched is not None:
            self._server.watch(self._watched)

    def _is_followed(self) -> bool:
        """Whether the server looks at the folder still: once it is gone, it never does so again."""
        observer = getattr(self._server, "observer", None)
        emitters = [each for each in getattr(observer, "emitters", ()) if each.watch.path == self._watched]
        return all(each.should_keep_running() for each in emitters)

    def _is_watched(self, folder: str) -> bool:
        """Whether the host watches a folder around it, or is about to: with ``--watch-theme`` it does."""
        known = (*getattr(self._server, "_watched_paths", ()), *self._others)
        return any(Path(folder).is_relative_to(os.path.abspath(path)) for path in known)  # noqa: PTH100
