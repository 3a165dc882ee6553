"""Where a reader may go on to from the end of a post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from mkdocs_newsblog.model.links import rebase
from mkdocs_newsblog.render.context import SeriesText
from mkdocs_newsblog.render.fragments import Fragments
from mkdocs_newsblog.render.present import Presenter
from mkdocs_newsblog.render.series import SeriesTexts
from mkdocs_newsblog.schema.settings import Settings

PLACE = Markup("<!-- newsblog:reading-on -->")
"""Stands on a post's page for what follows its text, until search has looked at the page."""


@dataclass(slots=True)
class ReadingOn:
    """The other parts of a post's series. One for each build, once every URL is known."""

    fragments: Fragments
    texts: SeriesTexts

    @classmethod
    def start(cls, here: Presenter, fragments: Fragments, settings: Settings) -> ReadingOn:
        """Take what is known of the section's posts."""
        return cls(fragments, SeriesTexts(here, settings.series))

    def series(self, uri: str) -> Sequence[SeriesText]:
        """Return the place of a post in each of its series."""
        return self.texts.of(uri)

    def fill(self, html: str, uri: str, url: str) -> str:
        """Return a post's page with what follows its text, once every page of the site is read."""
        series = self.series(uri)
        if PLACE not in html:
            return html
        text = self.fragments.render("reading_on.html", series=series) if series else ""
        return html.replace(PLACE, rebase(text, url), 1)
