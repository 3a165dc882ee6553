"""The page of a listing among those of the host: finished HTML, and what other plugins need to find there."""

from __future__ import annotations

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.host.site.contents import add_heading
from mkdocs_newsblog.host.site.translation import move_file, name_of, naturalise
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.render.templating.fragments import asset

UNFILLED = "<p hidden></p>"
"""Content of a listing until it is filled: some plugins that read HTML fail on a page without any."""
DATED = ("git_revision_date", "git_creation_date")
"""Beginnings of keys of dates from git; for what has no history they are the day of the build."""


class ListingPage(Page):
    """A page of finished HTML: nothing is converted from Markdown, and search finds no post text in it."""

    heading: str = ""
    """The main heading that the listing prints, or the theme."""
    titled: bool = False
    """Whether the theme prints it."""

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what a source would have said; there is none."""
        self.markdown = ""
        title = escape(self.title)
        # Themes put the site's name behind what is said here, and on a front page show it alone without that.
        is_site = self.is_homepage and title == escape(config.site_name)
        self.meta = {
            **({} if is_site else {"title": title}),
            "search": {"exclude": True},
            "render_macros": False,
            "draft": True,  # no post for feeds of other plugins, until they have seen all pages
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Leave the content empty: it is filled in when every post is finished."""
        del config, files
        self.content = UNFILLED
        self.toc = TableOfContents([])
        self.present_anchor_ids = set()
        add_heading(self, self.heading, anchor(self.heading), printed=not self.titled)
        self.links_to_anchors = {}

    def publish(self) -> None:
        """Be no draft any more, before any template sees the pages of the site."""
        self.meta.pop("draft", None)

    def open(self) -> None:
        """Take back what is there for other plugins, now that they have seen the page."""
        self.content = (self.content or "").replace(UNFILLED, "", 1)
        for key in [key for key in self.meta if key.startswith(DATED)]:
            del self.meta[key]


def add_page(
    view: ViewPage, heading: str, title: str | Markup, config: MkDocsConfig, old: File | None
) -> File:
    """Return a new listing page, in the place of an ``old`` one that its author does not publish.

    Neighbouring plugins open the file behind a page, so one in memory is not enough. One file of this package
    stands behind all listings: what they show is not in it.
    """
    path = asset("listing.md")
    inclusion = InclusionLevel.NOT_IN_NAV
    file = File.generated(config, view.src_uri, abs_src_path=path, inclusion=inclusion)
    naturalise(file, config)
    if old is not None and old.is_documentation_page():
        move_file(file, old.dest_uri)
        if name_of(old) != old.src_uri:
            file.norm_src_uri = name_of(old)  # type: ignore[attr-defined]  # of the translation plugin
    # Themes print titles as they are: a name of a tag or author reaches them escaped.
    page = ListingPage(escape(title), file, config)
    page.heading = heading
    return file


def is_intact(file: File, files: Files) -> bool:
    """Whether no other plugin has taken a file of ours away, or made another page of it to look into it."""
    is_there = files.src_uris.get(file.src_uri) is file
    return is_there and (isinstance(file.page, ListingPage) or not file.is_documentation_page())
