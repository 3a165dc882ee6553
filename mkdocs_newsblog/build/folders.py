"""Pages of folders, as Hugo and Zola name them: which of them are not, or not yet, for readers."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_newsblog.collect.publish import BUILT, status_at
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.schema.settings import Settings


def closed_pages(sources: Iterable[Source | Problem], settings: Settings, site: Site) -> frozenset[str]:
    """Return ``src_uri`` of the pages that say of themselves that they are no part of a build."""
    if site.serving:
        return frozenset()
    entries = (read_entry(each, settings).entry for each in sources if isinstance(each, Source))
    states = {entry.src_uri: status_at(entry, site.now, future=settings.future) for entry in entries if entry}
    return frozenset(uri for uri, state in states.items() if state not in BUILT)
