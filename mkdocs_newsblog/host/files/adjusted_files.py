"""What a section has changed of its author's files: which are published, and where they live."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.site.files import inclusion_of
from mkdocs_newsblog.host.site.translation import move_file
from mkdocs_newsblog.model.names import Severity

WRITER = "gen-files"
"""A plugin whose scripts read files and add to them."""


class AdjustedFiles:
    """The posts of a section, and its pages that live elsewhere, as the site has them and as we do."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.posts: list[tuple[File, InclusionLevel, InclusionLevel]] = []
        """Each post with the inclusion that the site asks for, and ours."""
        self._listed: list[tuple[File, InclusionLevel, InclusionLevel]] = []
        """The same of pages that introduce listings, where no glob takes them for posts."""
        self.moved: list[tuple[File, str, str]] = []
        """Each page that lives elsewhere than its file says, with the output of the host and ours."""
        self._held: list[File] = []

    def take(self, own: Iterable[File], files: Files, build: Build) -> None:
        """Note what a new plan makes of the section's posts, and of pages that introduce its listings."""
        self.posts = [(file, file.inclusion, inclusion_of(build, file)) for file in own]
        posts = {file.src_uri: file for file, _, _ in self.posts}
        pages = [file for file in files if file.src_uri in build.views and file.src_uri not in posts]
        self._listed = [(file, file.inclusion, inclusion_of(build, file)) for file in pages]
        outputs, folder = build.outputs, build.translation.folder
        self.moved = [
            (file, file.dest_uri, folder + outputs[file.src_uri])
            for file in (*posts.values(), *pages)
            if file.src_uri in outputs
        ]

    def apply(self) -> None:
        """Let the files be as we have them."""
        for file, _, ours in (*self.posts, *self._listed):
            file.inclusion = ours
        for file, _, settled in self.moved:
            move_file(file, settled)

    def undo(self) -> None:
        """Let the files be as the host has them, but for what others have changed since."""
        for file, asked, ours in (*self.posts, *self._listed):
            if file.inclusion is ours:
                file.inclusion = asked
        for file, natural, settled in self.moved:
            if file.dest_uri == settled:
                move_file(file, natural)

    def hold_back(self, files: Files, build: Build, config: MkDocsConfig) -> None:
        """Take posts away that a build leaves out: plugins that make lists of files ask for no inclusion.

        What is wrong with a post may be theirs to exclude. One that writes files would make a page without
        front matter of a post that it completes but does not see.
        """
        if build.site.serving or WRITER in config.plugins:
            return
        odd = {found.place.path for found in build.problems if found.severity is not Severity.INFO}
        uris = build.entries.keys() - odd
        self._held = [
            file
            for file, _, ours in self.posts
            if file.src_uri in uris and ours.is_excluded() and files.src_uris.get(file.src_uri) is file
        ]
        for file in self._held:
            files.remove(file)

    def put_back(self, files: Files) -> None:
        """Let the host have what was taken away, so that it knows where links to it lead."""
        for file in self._held:
            if file.src_uri not in files.src_uris:
                files.append(file)
        self._held = []
