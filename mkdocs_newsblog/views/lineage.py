"""Which listing a listing is below: a tag below all tags, a month below its year, page 2 below page 1."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_newsblog.collect.term_names import LEVEL
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.view import ViewName, ViewPage


def lineage(views: Iterable[ViewPage]) -> Mapping[str, str]:
    """Return ``src_uri`` of the listing above each listing, but for those right below the front page."""
    known = {view.name: view.src_uri for view in views}
    above: dict[str, str] = {}
    for view in views:
        found = next((known[name] for name in _candidates(view) if name in known), None)
        if found:
            above[view.src_uri] = found
    return above


def _candidates(view: ViewPage) -> Iterator[ViewName]:
    """Yield the names of listings that may be above, the nearest first; not all of them need exist."""
    kind, taxonomy, _, number = view.name
    if view.kind is ViewKind.INDEX:
        return
    if number > 1:
        yield (*view.name[:3], 1)
    if view.term:
        if view.term.depth:
            yield (kind, taxonomy, view.term.key.rpartition(LEVEL)[0], 1)
        yield (ViewKind.TERMS, taxonomy, None, 1)
    if view.period:
        parts = view.period.parts
        levels = (ViewKind.YEAR, ViewKind.MONTH)
        for depth in range(len(parts) - 1, 0, -1):
            yield (levels[depth - 1], None, parts[:depth], 1)
        yield (ViewKind.ARCHIVE, None, None, 1)
