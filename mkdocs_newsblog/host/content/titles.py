"""Which pages have a title that the theme prints above their content, whatever that begins with.

Such themes are made for pages with a title in front matter and no heading. A theme that is not known is
asked: its template prints a page that is none, whose title is found again or not. What a template depends on,
such as an option of the theme, is there as for any page. What it asks of a page's metadata is tried, too.
"""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, cast

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.memory import stamps
from mkdocs_newsblog.host.content.inserts import NAME
from mkdocs_newsblog.host.content.meta import OWN_KEYS, escaped, template_of
from mkdocs_newsblog.host.content.page_templates import USUAL
from mkdocs_newsblog.host.conversion.listening import muted
from mkdocs_newsblog.host.reuse.page_keys import config_parts, hash_of
from mkdocs_newsblog.host.site.navigation import page_of
from mkdocs_newsblog.read.html.shown import shows_heading
from mkdocs_newsblog.render.templating.themes import ADAPTORS
from mkdocs_newsblog.render.theme_keys import fits_theme

log = get_plugin_logger("mkdocs_newsblog")

TITLE, OTHER = "newsblog-title", "newsblog-other"


class _NoLists:
    """What templates call us while there are no lists yet: each is empty."""

    def __getattr__(self, name: str) -> Callable[..., tuple[()]]:
        return lambda *_values, **_keys: ()


class _Meta(dict[str, Any]):
    """Metadata that knows what a template has asked of it."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        super().__init__(values)
        self.asked: set[object] = set()

    def __contains__(self, key: object) -> bool:
        self.asked.add(key)
        return super().__contains__(key)

    def __getitem__(self, key: str) -> Any:
        self.asked.add(key)
        return super().__getitem__(key)

    def get(self, key: str, default: Any = None) -> Any:
        self.asked.add(key)
        return super().get(key, default)


class _Answer(NamedTuple):
    """What a template made of a page."""

    printed: bool
    """Whether it printed its title."""
    asked: frozenset[object]
    """The keys of metadata that it asked for."""


class Titles:
    """What a theme has answered: the same for all sections, and in a preview until something changes."""

    def __init__(self) -> None:
        self._key = b""
        self._answers: dict[tuple[object, ...], _Answer] = {}

    def of(
        self, build: Build, config: MkDocsConfig, nav: Navigation, files: Files, named: Mapping[str, object]
    ) -> frozenset[str]:
        """Return the sources of a section's pages on which the theme prints the title.

        Themes may print another thing on the front page of the site, on pages outside the nav, with another
        template, or with some key of metadata. ``named`` has what pages name as their template.
        """
        uris = (*build.posts, *build.views)
        heading = build.settings.heading
        if heading is not None or config.theme.name in ADAPTORS:
            return frozenset(uris if heading is False else ())
        if self._key != (key := hash_of(_around(build, config, nav, files))):
            self._key, self._answers = key, {}
        theme, given = _Theme(config, nav, files, self._answers), _given(build)
        untitled: dict[tuple[object, ...], frozenset[object] | None] = {}
        found: set[str] = set()
        for page in (page for uri in uris if (page := page_of(files, uri))):
            post = build.posts.get(page.file.src_uri)
            template = template_of(named.get(page.file.src_uri), config) or USUAL
            like = (template, page.is_homepage, page.parent is None, post is None)
            if like not in untitled:
                untitled[like] = theme.untitled(page, template, given if post else {})
            keys, meta = untitled[like], post.entry.meta if post else {}
            if keys is not None and not any(meta.get(str(key)) for key in keys):
                found.add(page.file.src_uri)
        return frozenset(found)


def _around(build: Build, config: MkDocsConfig, nav: Navigation, files: Files) -> Iterator[object]:
    """Yield what templates are given of a site besides the page."""
    yield from config_parts(config)
    yield stamps(config.theme.dirs, hidden=False)
    yield [file.dest_uri for file in files]
    yield [page.url for page in nav.pages]
    yield build.site.now.astimezone(dt.UTC).date()


def _given(build: Build) -> dict[str, Any]:
    """Return each key of metadata that a post gives to themes, with the first of its values."""
    given: dict[str, Any] = {}
    for post in build.posts.values():
        for key, value in post.entry.meta.items():
            if value and key not in given and key not in (*OWN_KEYS, "title") and fits_theme(key, value):
                given[key] = escaped(value)
    return given


@dataclass
class _Theme:
    """Asks the templates of a theme, each question once."""

    config: MkDocsConfig
    nav: Navigation
    files: Files
    answers: dict[tuple[object, ...], _Answer] = field(repr=False)

    def untitled(self, page: Page, template: str, given: Mapping[str, Any]) -> frozenset[object] | None:
        """Return the keys with which pages like this one have no title; None if none of these pages has one.

        ``given`` has the keys that there are on any such page.
        """
        bare = self._ask(page, template, {})
        if not bare.printed:
            return None
        if bare.asked.isdisjoint(given):
            return frozenset()
        full = self._ask(page, template, given)
        if full.printed:
            return frozenset()
        keys = (bare.asked | full.asked).intersection(given)
        each = {key: self._ask(page, template, {str(key): given[str(key)]}) for key in keys}
        return frozenset(key for key in keys if not each[key].printed) or keys

    def _ask(self, page: Page, template: str, given: Mapping[str, Any]) -> _Answer:
        """Return whether a template prints the title of a page like this one, which has a heading already.

        One that can't be asked, since another plugin has yet to give it something, counts as one that does
        not: a title that is there twice is better than none.
        """
        near = (page.previous_page is None, page.next_page is None, page.parent is None)
        key = (template, page.file.src_uri, near, repr(given))
        if key in self.answers:
            return self.answers[key]
        meta = _Meta({**given, "title": TITLE})
        context = get_context(self.nav, self.files, _apart(self.config), _stand_in(page, meta))
        values = cast("dict[str, Any]", context) | {NAME: _NoLists()}
        try:
            with muted():  # else warnings would be there twice, and count twice
                output = self._env.get_template(template).render(values)
            printed = shows_heading(output, TITLE)
        except Exception as error:  # a template may raise anything
            log.debug(f"whether the theme prints titles can't be found out: {type(error).__name__}: {error}")
            printed = False
        self.answers[key] = _Answer(printed, frozenset(meta.asked))
        return self.answers[key]

    @cached_property
    def _env(self) -> Environment:
        return self.config.theme.get_env()


def _apart(config: MkDocsConfig) -> MkDocsConfig:
    """Return a configuration whose values for templates may be changed by them, if it can be copied."""
    apart = copy.copy(config)
    try:
        apart["extra"] = copy.deepcopy(config.extra)
    except Exception:  # hooks put there what they like, such as a module
        return config
    return apart


def _stand_in(page: Page, meta: dict[str, Any]) -> Page:
    """Return a page that no file, and nothing in the navigation, knows of.

    It has no table of contents, as a page of ours has none where the theme says that it prints the title.
    """
    copied = copy.copy(page)
    copied.title, copied.meta = TITLE, meta
    copied.content = f'<h1 id="{OTHER}">{OTHER}</h1>\n<p>{OTHER}</p>'
    copied.markdown = f"# {OTHER}\n\n{OTHER}\n"
    copied.toc = TableOfContents([])
    return copied
