"""The posts before and after each post: in the whole section, or among those on the same subject."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.collect.terms import Taxonomy
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.schema.options.showing import ALL

Around = Mapping[str, tuple[str | None, str | None]]
"""``src_uri`` -> the older and the newer post; among the parts of a series, the one before and the next."""


def neighbours(found: Catalogue, within: str) -> Around:
    """Return the neighbours of the listed posts that have a place in a row.

    ``within`` names a taxonomy: then those with the same first term of it are a row, and those without any.
    Undated posts are in no row, but for the parts of a series, which have an order of their own.
    """
    around: dict[str, tuple[str | None, str | None]] = {}
    for row in _rows(found, within):
        around |= dict.fromkeys(row, (None, None))
        for older, newer in pairwise(row):
            around[older] = (around[older][0], newer)
            around[newer] = (older, None)
    return around


def _rows(found: Catalogue, within: str) -> Iterator[Sequence[str]]:
    """Yield posts that follow one another, the oldest or the first part first."""
    dated = [entry for entry in reversed(found.entries) if entry.published]
    if within == ALL:
        yield [entry.src_uri for entry in dated]
    kind = next((kind for kind in found.taxonomies if kind.name == within), None)
    if kind is None:
        return
    rows: dict[str, list[str]] = {}
    for entry in dated:
        rows.setdefault(_subject(kind, entry), []).append(entry.src_uri)
    if kind.name == TaxonomyKind.SERIES:
        own = {entry.src_uri: _subject(kind, entry) for entry in found.entries if entry.series}
        parts = ([uri for uri in uris if own.get(uri) == key] for key, uris in found.series.items())
        rows = {"": rows.get("", []), **dict(zip(found.series, parts, strict=True))}
    yield from rows.values()


def _subject(kind: Taxonomy, entry: Entry) -> str:
    """Return the identity of a post's first term that may be printed, or nothing."""
    return next(map(key_of, kind.visible(entry)), "")
