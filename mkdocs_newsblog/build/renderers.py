"""What puts values into HTML, and so can't be there before every URL is known."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_newsblog.build.listings import Listings
from mkdocs_newsblog.build.reading_on import ReadingOn
from mkdocs_newsblog.render.present import Presenter


class Renderers(NamedTuple):
    """All of them for one section, made together when the host has settled the addresses."""

    presenter: Presenter
    listings: Listings
    reading_on: ReadingOn
