"""Taxonomies: a page for each term, and an index of all of them with counts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.view import Term, ViewPage
from mkdocs_newsblog.schema.settings import Settings, TermOptions
from mkdocs_newsblog.views.page import paged, path_parts


def term_options(settings: Settings, kind: TaxonomyKind) -> TermOptions | None:
    """Return the options of a taxonomy, or None where it is switched off."""
    options: Mapping[TaxonomyKind, TermOptions | None] = {
        TaxonomyKind.TAGS: settings.tags,
        TaxonomyKind.CATEGORIES: settings.categories,
        TaxonomyKind.AUTHORS: settings.authors,
        TaxonomyKind.SERIES: settings.series,
    }
    return options[kind]


def plan_terms(found: Catalogue, settings: Settings, section: tuple[str, ...]) -> Iterable[ViewPage]:
    """Yield the index and the pages of every taxonomy that has terms."""
    for kind in TaxonomyKind:
        options = term_options(settings, kind)
        terms = found.terms[kind]
        if options is not None and terms:
            address = (*section, *path_parts(options.path, kind.value))
            yield ViewPage(
                ViewKind.TERMS, address, address, options.layout, (), taxonomy=kind, title=options.title
            )
            for term in terms:
                yield from _term_pages(term, options, address)


def _term_pages(term: Term, options: TermOptions, base: tuple[str, ...]) -> Iterable[ViewPage]:
    address = (*base, term.slug)
    view = ViewPage(ViewKind.TERM, address, address, options.layout, (), taxonomy=term.taxonomy, term=term)
    return paged(view, term.posts, options.per_page)


def sorted_terms(found: Catalogue, kind: TaxonomyKind, options: TermOptions) -> Sequence[Term]:
    """Return the terms as their index shows them: by name, by count, or by newest post."""
    rank = {uri: place for place, uri in enumerate(found.order)}
    keys: Mapping[str, Callable[[Term], Any]] = {
        "name": lambda term: term.key,
        "count": lambda term: (-term.count, term.key),
        "date": lambda term: (rank[term.posts[0]], term.key),
    }
    return sorted(found.terms[kind], key=keys[options.sort])
