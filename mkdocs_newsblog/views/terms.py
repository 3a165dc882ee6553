"""Taxonomies: a page for each term, and an index of all of them with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from mkdocs_newsblog.collect.alphabet import place_of
from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.term_names import LEVEL
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.view import Term, ViewPage
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.page import paged, path_parts


def plan_terms(found: Catalogue, settings: Settings, section: tuple[str, ...]) -> Iterable[ViewPage]:
    """Yield the index and the pages of every taxonomy that has terms."""
    in_order = settings.series is not None and settings.series.order == "parts"
    for kind in found.taxonomies:
        terms = [term for term in found.terms[kind.name] if not term.hidden]
        if kind.shown and terms:
            options = kind.options
            address = (*section, *path_parts(options.path, kind.name))
            yield ViewPage(
                ViewKind.TERMS, address, address, options.layout, (), taxonomy=kind.name, title=options.title
            )
            by_part = kind.name == TaxonomyKind.SERIES and in_order
            for term in terms:
                posts = found.series[term.key] if by_part else term.posts
                place = (*address, *term.slugs)
                view = ViewPage(
                    ViewKind.TERM,
                    place,
                    place,
                    options.layout,
                    (),
                    taxonomy=kind.name,
                    term=term,
                    by_part=by_part,
                )
                yield from paged(view, posts, options, settings)


def sorted_terms(
    found: Catalogue, taxonomy: str, order: str | None = None, language: str = ""
) -> Sequence[Term]:
    """Return the terms as their index shows them: by name, by count, or by newest post, or in another order.

    Terms within another stand below it, in the same order among themselves. ``language`` is that of readers,
    whose alphabet names go by.
    """
    kind = next(kind for kind in found.taxonomies if kind.name == taxonomy)
    rank = {uri: place for place, uri in enumerate(found.order)}
    keys: Mapping[str, Callable[[Term], tuple[object, ...]]] = {
        "name": lambda term: (place_of(term.label, language), term.key),
        "count": lambda term: (-term.count, place_of(term.label, language), term.key),
        "date": lambda term: (rank[term.posts[0]], place_of(term.label, language), term.key),
    }
    shown = {term.key: term for term in found.terms[taxonomy] if not term.hidden}
    sort = keys[order or kind.options.sort]

    def lineage(term: Term) -> list[tuple[object, ...]]:
        parts = term.key.split(LEVEL) if term.depth else [term.key]
        return [
            sort(shown[above])
            for end in range(len(parts))
            if (above := LEVEL.join(parts[: end + 1])) in shown
        ]

    return sorted(shown.values(), key=lineage)
