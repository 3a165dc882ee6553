"""Terms and periods that a list in a page names, as links with counts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TypeVar

from mkdocs_newsblog.collect.choose import Pool, terms_named
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.request import Fault, Request
from mkdocs_newsblog.render.values.context import TermLink
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.views.terms import sorted_terms

Item = TypeVar("Item")


def term_links(request: Request, pool: Pool, here: Presenter, faults: list[Fault]) -> Sequence[TermLink]:
    """Return the terms of a taxonomy that a request asks for."""
    taxonomy = request.name.text
    left_out = {term.key for term in terms_named(pool, taxonomy, request.exclude, "exclude", faults)}
    if all(kind.name != taxonomy for kind in here.found.taxonomies):
        return ()
    terms = (
        term
        for term in sorted_terms(here.found, taxonomy, request.sort or None, here.labels.tag)
        if term.key not in left_out and term.count >= request.least
    )
    return [here.terms.text(term, in_list=True) for term in _slice(terms, request)]


def period_links(request: Request, here: Presenter) -> Sequence[TermLink]:
    """Return the years or months that a request asks for."""
    by_month = request.by == "month"
    kind = ViewKind.MONTH if by_month else ViewKind.YEAR
    periods = here.found.months if by_month else here.found.years
    ordered = periods if request.sort == "newest" else reversed(periods)
    return [
        TermLink(
            here.period_title(period),
            here.views.href(kind, None, period.parts),
            here.labels.number(period.count),
        )
        for period in _slice(ordered, request)
    ]


def _slice(items: Iterable[Item], request: Request) -> Iterable[Item]:
    last = None if request.limit is None else request.offset + request.limit
    return islice(items, request.offset, last)
