"""Files for programs: in the host's hands from the first, so that pages may link to them; filled last."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_newsblog.announce.feeds import stylesheets_of
from mkdocs_newsblog.announce.redirects import REDIRECTS
from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.site.files import BEHIND
from mkdocs_newsblog.host.site.listing_page import is_intact
from mkdocs_newsblog.host.site.translation import naturalise
from mkdocs_newsblog.render.templating.fragments import asset


class Outputs:
    """The files that one build adds for programs, and those of the author that they stand in for."""

    def __init__(self) -> None:
        self._added: dict[str, File] = {}
        self._replaced: list[File] = []
        self._assets: list[File] = []

    @property
    def files(self) -> list[File]:
        """The files that stand in the host's list now."""
        return [*self._added.values(), *self._assets]

    def add(self, build: Build, files: Files, config: MkDocsConfig) -> None:
        """Add every planned file without content, and what shows feeds to people."""
        programme = build.announcer.programme
        for path in programme.paths:
            old = files.get_file_from_path(path)
            if old is None:
                self._append(path, self._made(build, path, b"", config), files)
            elif path in programme.extends:
                self._extend(build, path, old, files, config)
        if options := build.settings.feeds:
            for path in stylesheets_of(programme.feeds, options).values():
                if made := asset_file(path, files, config):
                    files.append(made)
                    self._assets.append(made)

    def _extend(self, build: Build, path: str, old: File, files: Files, config: MkDocsConfig) -> None:
        """Put a copy in the place of the author's file; the one of another section is used as it is."""
        if old.generated_by is not None:
            self._added[path] = old
            return
        copy = self._made(build, path, old.content_bytes, config)
        files.remove(old)
        self._append(path, copy, files)
        self._replaced.append(old)

    @staticmethod
    def _made(build: Build, path: str, content: bytes, config: MkDocsConfig) -> File:
        """Return a file of the language that is built, or for a file of all languages one that goes on."""
        goes_on = path == REDIRECTS and bool(build.translation.folder)
        if goes_on:
            written = Path(config.site_dir, path)
            content = written.read_bytes() if written.is_file() else b""
        file = File.generated(config, path, content=content)
        file.abs_src_path = BEHIND
        if not goes_on:
            naturalise(file, config)
        return file

    def _append(self, path: str, file: File, files: Files) -> None:
        files.append(file)
        self._added[path] = file

    def remove(self, files: Files) -> None:
        """Take the added files away, and put the author's back."""
        for file in self._added.values():
            if files.get_file_from_path(file.src_uri) is file:
                files.remove(file)
        for old in self._replaced:
            files.append(old)
        self._added.clear()
        self._replaced.clear()

    def urls(self) -> dict[str, str]:
        """Return the URL of each file below the site's root."""
        return {path: file.url for path, file in self._added.items()}

    def fill(self, build: Build, files: Files) -> None:
        """Write the contents into the site, now that every post is finished.

        Whole posts in the feeds of thousands of terms take more than the memory there is, if all are held.
        A file that another plugin has taken away does not go into the site.
        """
        for path, file in self._added.items():
            existing = file.content_bytes if path in build.announcer.programme.extends else b""
            file.content_bytes = build.announcer.output(path, existing)
            if is_intact(file, files) and not file.inclusion.is_excluded():
                _write(file)
        build.announcer.close()


def _write(file: File) -> None:
    """Put a file into the site at once; the host knows one that is there already, and lets it be."""
    path = Path(file.abs_dest_path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(file.content_bytes)
    # To let go of a content, the host has nothing public; with it, the file would be written once more.
    file.abs_src_path, file._content = str(path), None


def asset_file(path: str, files: Files, config: MkDocsConfig) -> File | None:
    """Return a file that comes with this package; None where the site has one of that name."""
    if files.get_file_from_path(path) is not None:
        return None
    return File.generated(config, path, abs_src_path=asset(path.rpartition("/")[2]))
