"""Which pages have a title that the theme prints above their content, whatever that begins with.

Such themes are made for pages with a title in front matter and no heading. A theme that is not known is
asked: its template prints a page that is none, whose title is found again or not. What a template depends on,
such as an option of the theme, is there as for any page.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any, cast

from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.memory import stamps
from mkdocs_newsblog.host.inserts import NAME
from mkdocs_newsblog.host.navigation import page_of
from mkdocs_newsblog.host.page_keys import config_parts, hash_of
from mkdocs_newsblog.read.shown import shows_heading
from mkdocs_newsblog.render.themes import prints_titles

log = get_plugin_logger("mkdocs_newsblog")

TITLE, OTHER = "newsblog-title", "newsblog-other"


class _NoLists:
    """What templates call us while there are no lists yet: each is empty."""

    def __getattr__(self, name: str) -> Callable[..., tuple[()]]:
        return lambda *_values, **_keys: ()


class Titles:
    """What a theme has answered: the same for all sections, and in a preview until something changes."""

    def __init__(self) -> None:
        self._key = b""
        self._answers: dict[bool, bool] = {}

    def of(self, build: Build, config: MkDocsConfig, nav: Navigation, files: Files) -> frozenset[str]:
        """Return the sources of a section's pages on which the theme prints the title.

        Themes may print another thing on the front page of the site, so that is asked for by itself.
        """
        uris = (*build.posts, *build.views)
        heading, known = build.settings.heading, prints_titles(config.theme.name or "")
        if heading is not None or known is not None:
            printed = known if heading is None else not heading
            return frozenset(uris if printed else ())
        if self._key != (key := hash_of((*config_parts(config), stamps(config.theme.dirs, hidden=False)))):
            self._key, self._answers = key, {}
        pages = [page for uri in uris if (page := page_of(files, uri))]
        for page in pages:
            if page.is_homepage not in self._answers:
                self._answers[page.is_homepage] = _prints_title(page, config, nav, files)
        return frozenset(page.file.src_uri for page in pages if self._answers[page.is_homepage])


def _prints_title(page: Page, config: MkDocsConfig, nav: Navigation, files: Files) -> bool:
    """Whether the theme prints the title of a page like this one, which has a heading already.

    A template that can't be asked, since another plugin has yet to give it something, counts as one that does
    not: a title that is there twice is better than none.
    """
    context = cast("dict[str, Any]", get_context(nav, files, config, _stand_in(page)))
    context[NAME] = _NoLists()
    try:
        output = config.theme.get_env().get_template("main.html").render(context)
    except Exception as error:  # a template may raise anything
        log.debug(f"whether the theme prints titles can't be found out: {type(error).__name__}: {error}")
        return False
    return shows_heading(output, TITLE)


def _stand_in(page: Page) -> Page:
    """Return a page that no file, and nothing in the navigation, knows of.

    It has no table of contents, as a page of ours has none where the theme says that it prints the title.
    """
    copied = copy.copy(page)
    copied.title, copied.meta = TITLE, {"title": TITLE}
    copied.content = f'<h1 id="{OTHER}">{OTHER}</h1>\n<p>{OTHER}</p>'
    copied.markdown = f"# {OTHER}\n\n{OTHER}\n"
    copied.toc = TableOfContents([])
    return copied
