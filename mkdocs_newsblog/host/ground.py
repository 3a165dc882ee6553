"""What all pages of a build are given alike: looked at once, or before each page where that may change it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build.template_lists import TemplateLists
from mkdocs_newsblog.host.own_templates import Templates
from mkdocs_newsblog.host.page_keys import hash_of, site_parts
from mkdocs_newsblog.host.strangers import mover, strange_setting, strange_value, stranger

GIVEN = frozenset({"base_url", "extra_css", "extra_javascript"})
"""What the host puts into a context besides, and what is compared of it."""


class Ground:
    """The configuration, the navigation and the templates of a build."""

    def __init__(self, config: MkDocsConfig, nav: Navigation, files: Files, templates: Templates) -> None:
        """Look at them, as they are when the first page is about to be made."""
        self._config, self._nav, self._files, self._templates = config, nav, files, templates
        self._mover = mover(config)
        self.reason = (
            stranger(config)
            or strange_setting(config)
            or templates.reason
            or strange_value(nav, files, templates.attributes)
        )
        """Why nothing can be said of them, if that is so."""
        if self._mover and "pages" in templates.variables:
            self.reason = self.reason or f"templates ask for pages, and {self._mover} may change them"
        self._hash = b"" if self.reason else self._look()

    def under(self, page: Page, context: Mapping[str, Any]) -> bytes | None:
        """Return a hash of what a page stands on now, None if it can't be told."""
        if not self._mover:
            return self._hash
        own = {"page": page, "nav": self._nav, "config": self._config}
        if any(context.get(name) is not value for name, value in own.items()) or not _is_whole(context):
            return None
        near = (each.file for each in (page, page.previous_page, page.next_page) if isinstance(each, Page))
        if strange_setting(self._config) or strange_value(self._nav, near, self._templates.attributes):
            return None
        return self._look()

    def _look(self) -> bytes:
        return hash_of(site_parts(self._config, self._nav, self._files, self._templates))


def _is_whole(context: Mapping[str, Any]) -> bool:
    """Whether a context still has what the host and we have put there."""
    is_dated = isinstance(context.get("build_date_utc"), datetime)
    return is_dated and isinstance(context.get("newsblog"), TemplateLists) and context.keys() >= GIVEN
