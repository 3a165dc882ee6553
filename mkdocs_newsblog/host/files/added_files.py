"""What a section adds to the host's files: pages of listings, files for programs, and a stylesheet."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.files.lent_pages import LentPages
from mkdocs_newsblog.host.files.outputs import Outputs, asset_file
from mkdocs_newsblog.host.files.stand_ins import StandIns
from mkdocs_newsblog.host.site.listing_page import ListingPage, add_page, is_intact
from mkdocs_newsblog.host.site.navigation import nav_titles
from mkdocs_newsblog.metadata.tags import STYLESHEET


class AddedFiles:
    """The files of one section that are there for one build, some of them in the place of an author's."""

    def __init__(self, build: Build, config: MkDocsConfig) -> None:
        """Begin with none."""
        self._build = build
        self._config = config
        self.pages: list[File] = []
        """Pages of listings that nobody wrote, and the stylesheet."""
        self.lent = LentPages()
        self._stand_ins = StandIns()
        self.outputs = Outputs()

    def others(self, files: Files) -> Iterator[File]:
        """Yield the site's files without ours, and with those that ours stand in for."""
        return self._stand_ins.others(files, {id(file) for file in (*self.pages, *self.outputs.files)})

    def are_there(self, files: Files) -> bool:
        """Whether the pages are as they were added: other plugins drop or change them."""
        return all(is_intact(file, files) for file in self.pages)

    def withdraw(self, files: Files) -> None:
        """Take all of them away, and put the author's back."""
        for file in self.pages:
            self._stand_ins.remove(file, files)
        self.outputs.remove(files)

    def add(self, files: Files) -> None:
        """Add what the build has planned."""
        # Only for the words that listings are called by: the addresses come with the final `route`.
        self._build.route({view.src_uri: "" for view in self._build.views.values()})
        self.pages = self._listings(files)
        if stylesheet := asset_file(STYLESHEET, files, self._config):
            self.pages.append(stylesheet)
        for file in self.pages:
            self._stand_ins.add(file, files)
        self.outputs.add(self._build, files, self._config)
        if self._config.nav is None:
            self._show_in_nav(files)

    def _listings(self, files: Files) -> list[File]:
        here = self._build.presenter
        named = nav_titles(self._config.nav)
        shown = self._build.in_nav()
        return [
            add_page(
                view,
                here.view_title(view),
                named.get(view.src_uri)
                or (here.view_title(view) if view.src_uri in shown else here.page_title(view)),
                self._config,
                files.get_file_from_path(view.src_uri),
            )
            for view in self._build.views.values()
            if not view.adopted
        ]

    def _show_in_nav(self, files: Files) -> None:
        """Let a nav that is made from the files hold the section's front page."""
        index = files.get_file_from_path(self._build.index.src_uri)
        if index is not None and index in self.pages:
            index.inclusion = InclusionLevel.INCLUDED

    def mark_titled(self, titled: Collection[str]) -> None:
        """Tell the pages of listings above which the theme prints the title, by their sources."""
        for file in self.pages:
            if isinstance(file.page, ListingPage):
                file.page.titled = file.src_uri in titled
