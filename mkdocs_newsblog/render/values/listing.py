"""One listing page as a value for its template."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from mkdocs_newsblog.collect.paginate import window
from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.model.names import Layout, ViewKind
from mkdocs_newsblog.model.view import Period, ViewPage
from mkdocs_newsblog.render.text.heading import Top
from mkdocs_newsblog.render.text.inline import inline_markup
from mkdocs_newsblog.render.values.context import (
    AuthorText,
    Group,
    Pager,
    PagerLink,
    PostText,
    TermLink,
    ViewText,
)
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.views.terms import sorted_terms

GAP = "…"
UNGROUPED = (ViewKind.MONTH, ViewKind.DAY)
"""Listings of one group of posts, whose heading would say again what the page is called."""


def view_text(view: ViewPage, here: Presenter, top: Top) -> ViewText:
    """Return a listing page in words; ``top`` says whether it still needs its main heading."""
    compact = view.layout == Layout.COMPACT and not view.by_part and view.kind not in UNGROUPED
    return ViewText(
        kind=view.kind,
        title=here.view_title(view),
        anchor=anchor(here.view_title(view)),
        layout=view.layout,
        heading=top.heading,
        element_id=top.element_id,
        taxonomy=view.taxonomy,
        kicker=_kicker(view, here),
        page=here.page_word(view.mark(view.number)) if view.number > 1 else None,
        posts=() if compact else [here.post(uri) for uri in view.posts],
        groups=_groups(view, here) if compact else (),
        total=_total(view, here),
        terms=_terms(view, here),
        profile=_profile(view, here),
        about=_about(view),
        ways=_ways(view, here),
        periods=_periods(view, here),
        pager=_pager(view, here),
    )


def _kicker(view: ViewPage, here: Presenter) -> TermLink | None:
    if view.term and view.taxonomy:
        label = here.terms.singular(view.taxonomy)
        return TermLink(label, here.views.href(ViewKind.TERMS, view.taxonomy))
    if view.period and (around := here.calendar.above(view.period)):
        return TermLink(here.period_title(around), here.calendar.href(around))
    if view.period:
        return TermLink(here.labels.word("archive"), here.views.href(ViewKind.ARCHIVE))
    if view.kind is not ViewKind.INDEX:
        return TermLink(here.title, here.views.href(ViewKind.INDEX))
    return None


def _ways(view: ViewPage, here: Presenter) -> Sequence[TermLink]:
    """Return the section's other listings, for its front page."""
    if view.kind is not ViewKind.INDEX:
        return ()
    ways = [(here.labels.word("archive"), here.views.href(ViewKind.ARCHIVE))]
    ways += [
        (here.terms.plural(kind.name), here.views.href(ViewKind.TERMS, kind.name))
        for kind in here.found.taxonomies
    ]
    return [TermLink(name, address) for name, address in ways if address]


def _terms(view: ViewPage, here: Presenter) -> Sequence[TermLink]:
    if view.kind is not ViewKind.TERMS or view.taxonomy is None:
        return ()
    ordered = sorted_terms(here.found, view.taxonomy, language=here.labels.tag)
    return [here.terms.text(term, in_list=True) for term in ordered]


def _profile(view: ViewPage, here: Presenter) -> AuthorText | None:
    """Return whose page the first page of an author is, where there is more to say than the name."""
    known = here.terms.text(view.term) if view.term and view.number == 1 else None
    return known if isinstance(known, AuthorText) and known.is_described else None


def _about(view: ViewPage) -> Markup | None:
    """Return what a file says of the tag whose first page this is; a page of the author's says it better."""
    is_said = view.term is not None and view.number == 1 and not view.adopted
    return inline_markup(view.term.description) if view.term and is_said else None


def _periods(view: ViewPage, here: Presenter) -> Sequence[TermLink]:
    """Return what an archive, a year or a month is made of, with counts: no page of a period is left alone.

    An archive by year and month names both in its headings.
    """
    if view.period is None and view.kind is not ViewKind.ARCHIVE:
        return ()
    inner = here.calendar.inner.get(view.period.parts if view.period else (), ())
    return [
        TermLink(here.period_title(each), here.calendar.href(each), here.labels.number(each.count))
        for each in inner
        if view.period or each.day or view.layout != Layout.COMPACT
    ]


def _groups(view: ViewPage, here: Presenter) -> Sequence[Group]:
    """Return the page's posts under their months, and those under their years where several may be shown.

    Headings name the period's whole count, which on a cut page may be more than what it shows.
    """
    months = [
        (parts, _group(here, here.calendar.periods[parts], posts=[here.post(uri) for uri in uris]))
        for parts, uris in groupby(view.posts, lambda uri: _month_of(uri, here))
        if parts
    ]
    if view.kind is ViewKind.YEAR:
        return [group for _, group in months]
    years = [
        _group(here, here.calendar.periods[year], groups=[group for _, group in inner])
        for year, inner in groupby(months, lambda pair: pair[0][:1])
    ]
    return years + _undated(view, here)


def _total(view: ViewPage, here: Presenter) -> str | None:
    """Return how many posts a month or day has on all its pages, which no heading of a group says there."""
    if view.period is None or view.kind not in UNGROUPED or view.layout != Layout.COMPACT:
        return None
    return here.labels.count("posts", view.period.count)


def _month_of(uri: str, here: Presenter) -> tuple[str, ...]:
    """Return year and month of a post as parts of an address; nothing for one without a date."""
    published = here.posts[uri].entry.published
    return (f"{published.day.year:04}", f"{published.day.month:02}") if published else ()


def _group(
    here: Presenter,
    period: Period,
    *,
    groups: Sequence[Group] = (),
    posts: Sequence[PostText] = (),
) -> Group:
    count = here.labels.count("posts", period.count)
    return Group(here.period_title(period), here.calendar.href(period), count, groups, posts)


def _undated(view: ViewPage, here: Presenter) -> list[Group]:
    rest = [here.post(uri) for uri in view.posts if not _month_of(uri, here)]
    count = here.labels.count("posts", len(rest))
    return [Group(here.labels.word("undated"), None, count, posts=rest)] if rest else []


def _pager(view: ViewPage, here: Presenter) -> Pager | None:
    if view.last == 1:
        return None

    def address(number: int) -> str | None:
        kind, taxonomy, subject, _ = view.name
        return here.views.href(kind, taxonomy, subject, number) if 1 <= number <= view.last else None

    pages = [
        PagerLink(GAP, None)
        if number is None
        else PagerLink(
            here.labels.number(view.mark(number)),
            address(number),
            here.page_word(view.mark(number)),
            number == view.number,
        )
        for number in window(view.number, view.last)
    ]
    return Pager(
        pages, previous=address(view.number - 1), next=address(view.number + 1), by_part=view.by_part
    )
