"""What all pages of a build are given alike: looked at once, or before each page where that may change it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build.template_lists import TemplateLists
from mkdocs_newsblog.host.reuse.elsewhere import strange_name, strange_value
from mkdocs_newsblog.host.reuse.own_templates import Templates
from mkdocs_newsblog.host.reuse.page_keys import config_parts, config_text, hash_of, site_parts
from mkdocs_newsblog.host.reuse.strangers import (
    mover,
    outline,
    strange_place,
    strange_setting,
    stranger,
)

GIVEN = frozenset({"base_url", "extra_css", "extra_javascript"})
"""What the host puts into a context besides, and what is compared of it."""


class Ground:
    """The configuration, the navigation and the templates of a build."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, files: Files, templates: Templates) -> None:
        """Look at them, as they are when the first page is about to be made."""
        self._config, self._nav, self._files, self._templates = config, nav, files, templates
        self._mover = mover(config)
        self.reason = stranger(config) or templates.reason or self._strange() or self._misses(files)
        """Why nothing can be said of them, if that is so."""
        if self._mover and "pages" in templates.variables:
            self.reason = self.reason or f"templates ask for pages, and {self._mover} may change them"
        self._hash = None if self.reason else self._look()
        self._told = self._tell() if self._mover and not self.reason else None

    def under(self, page: Page, context: Mapping[str, Any]) -> bytes | None:
        """Return a hash of what a page stands on now, None if it can't be told.

        What is compared before each page is cheap to tell: themes print pages faster than it could be hashed.
        """
        if not self._mover:
            return self._hash
        own = {"nav": self._nav, "config": self._config}
        if any(context.get(name) is not value for name, value in own.items()) or not _is_whole(context):
            return None
        near = (each.file for each in (page, page.previous_page, page.next_page) if isinstance(each, Page))
        if self._misses(near):
            return None
        if (told := self._tell()) != self._told:
            self._told, self._hash = told, None if self._strange() else self._look()
        return self._hash

    def _strange(self) -> str:
        """Return what of the configuration or the navigation can't be compared, or nothing."""
        return strange_setting(self._config) or strange_place(self._nav, self._templates.attributes)

    def _misses(self, files: Iterable[File]) -> str:
        """Return what others gave to what all pages share, or to some, that is not compared, or nothing."""
        attributes = self._templates.attributes
        return strange_name(self._config, self._nav, attributes) or strange_value(files, attributes)

    def _tell(self) -> tuple[object, str]:
        return outline(self._nav, self._templates.attributes), config_text(self._config)

    def _look(self) -> bytes:
        rest = hash_of(site_parts(self._nav, self._files, self._templates))
        return hash_of((rest, *config_parts(self._config)))


def _is_whole(context: Mapping[str, Any]) -> bool:
    """Whether a context still has what the host and we have put there."""
    is_dated = isinstance(context.get("build_date_utc"), datetime)
    return is_dated and isinstance(context.get("newsblog"), TemplateLists) and context.keys() >= GIVEN
