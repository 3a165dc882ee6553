"""The section's front page."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.page import paged


def plan_index(found: Catalogue, settings: Settings, section: tuple[str, ...]) -> Iterable[ViewPage]:
    """Yield the pages of all posts but those that are kept from it, pinned ones first."""
    options = settings.index
    title = options.title or settings.title
    view = ViewPage(ViewKind.INDEX, section, section, options.layout, (), title=title)
    return paged(view, found.front, options, settings)
