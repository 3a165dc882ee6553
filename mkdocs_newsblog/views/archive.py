"""The dated archive: everything, and a page for each year, month and day."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.page import paged, path_parts


def plan_archive(found: Catalogue, settings: Settings, section: tuple[str, ...]) -> Iterable[ViewPage]:
    """Yield the archive of everything on one page, and the pages of its periods."""
    options = settings.archive
    if options is None:
        return
    address = (*section, *path_parts(options.path, "archive"))
    above = address if options.nested else section
    yield ViewPage(ViewKind.ARCHIVE, address, address, options.layout, found.order, title=options.title)
    levels = (
        (options.years, ViewKind.YEAR, found.years),
        (options.months, ViewKind.MONTH, found.months),
        (options.days, ViewKind.DAY, found.days),
    )
    for wanted, kind, periods in levels:
        for period in periods if wanted else ():
            address = (*above, *period.parts)
            view = ViewPage(kind, address, address, options.layout, (), period=period)
            yield from paged(view, period.posts, options, settings)
