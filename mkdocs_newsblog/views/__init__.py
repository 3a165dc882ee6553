"""Floor 4: which listing pages there are. A new view is one module here and one row in ``VIEWS``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.archive import plan_archive
from mkdocs_newsblog.views.index import plan_index
from mkdocs_newsblog.views.terms import plan_terms

VIEWS = (plan_index, plan_archive, plan_terms)


def plan_views(found: Catalogue, settings: Settings, section: Sequence[str]) -> Iterable[ViewPage]:
    """Yield every listing page; ``section`` are the parts of the section's address."""
    for plan in VIEWS:
        yield from plan(found, settings, tuple(section))
