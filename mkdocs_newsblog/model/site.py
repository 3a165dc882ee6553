"""All we know of the host's site."""

from __future__ import annotations

import datetime as dt
from html import unescape
from typing import NamedTuple


class Around(NamedTuple):
    """What the other plugins and the extensions of a site do with its posts."""

    locks: bool = False
    """Whether a plugin asks readers for the password of a page."""
    superfences: bool = False
    """Whether an extension numbers the lines of fences of code that ask for it."""


NOTHING = Around()


class Site(NamedTuple):
    """Facts of one build, copied from the host.

    ``url`` is absolute and ends in ``/``, or None; ``language`` is a BCP 47 tag; ``now`` is the one clock
    of the build (``SOURCE_DATE_EPOCH`` where it is set).
    """

    name: str
    url: str | None
    language: str
    theme: str
    now: dt.datetime
    config: str = "mkdocs.yml"
    """Name of the file that holds the options, for messages."""
    folder: str = ""
    """The folder of that file: where the cache is, and for the paths in messages."""
    docs_dir: str = ""
    """The folder of its pages."""
    linked: tuple[str, ...] = ()
    """Folders elsewhere to which links in the folder of pages may lead."""
    directory_urls: bool = True
    description: str | None = None
    author: str | None = None
    copyright: str | None = None
    around: Around = NOTHING
    serving: bool = False
    """Whether this is ``serve``: drafts are shown with a badge, and errors do not stop the build."""
    direction: str = "ltr"
    """The direction of the theme's pages, ``ltr`` or ``rtl``, whatever that of ``language``."""
    templates: tuple[str, ...] = ()
    """Files that the theme makes from templates of its own, beside the pages: ``404.html``."""
    written: tuple[tuple[str, str], ...] = ()
    """Files that other plugins write over what stands there, each with the name of the plugin."""

    def in_words(self) -> Site:
        """Return the site with its texts as readers see them: themes print them as HTML (``R&amp;D``)."""
        name, *others = (text and unescape(text) for text in (self.name, self.description, self.author))
        return self._replace(name=name or "", description=others[0], author=others[1])
