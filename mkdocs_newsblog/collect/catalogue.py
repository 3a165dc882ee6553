"""All posts of a section in order and in groups, computed once a build."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from mkdocs_newsblog.collect.order import newest_first, pinned_first
from mkdocs_newsblog.collect.people import addressed, people
from mkdocs_newsblog.collect.series import series_parts
from mkdocs_newsblog.collect.terms import Taxonomy, group_terms
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Author, Entry
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.view import Period, Term

Group = TypeVar("Group", Term, Period)


class Catalogue(NamedTuple):
    """The listed posts, newest first, and every way into them."""

    entries: Sequence[Entry]
    front: Sequence[str]
    """``src_uri`` of the posts that the index shows, as it shows them: pinned ones first."""
    taxonomies: Sequence[Taxonomy]
    terms: Mapping[str, Sequence[Term]]
    series: Mapping[str, tuple[str, ...]]
    """``src_uri`` of the parts of each series in their own order, by key."""
    people: Mapping[str, Author]
    """What is known of each author, by key."""
    years: Sequence[Period]
    months: Sequence[Period]
    days: Sequence[Period]
    problems: Sequence[Problem]

    @property
    def order(self) -> tuple[str, ...]:
        """``src_uri`` of every post, newest first."""
        return tuple(entry.src_uri for entry in self.entries)

    def without(self, lost: Collection[str]) -> Catalogue:
        """Return the catalogue of all other posts than those given, and of the groups that are left."""
        return self._replace(
            entries=[entry for entry in self.entries if entry.src_uri not in lost],
            front=[uri for uri in self.front if uri not in lost],
            terms={name: _left(terms, lost) for name, terms in self.terms.items()},
            series={key: tuple(uri for uri in uris if uri not in lost) for key, uris in self.series.items()},
            years=_left(self.years, lost),
            months=_left(self.months, lost),
            days=_left(self.days, lost),
        )


def _left(groups: Sequence[Group], lost: Collection[str]) -> list[Group]:
    return [each for group in groups if (each := group.without(lost)).posts]


def catalogue(entries: Iterable[Entry], kinds: Sequence[Taxonomy] = ()) -> Catalogue:
    """Return the catalogue of the posts that are listed; linear in posts and in their terms."""
    ordered = newest_first(entries)
    terms: dict[str, Sequence[Term]] = {}
    series: Mapping[str, tuple[str, ...]] = {}
    known: Mapping[str, Author] = {}
    problems: list[Problem] = []
    for kind in kinds:
        terms[kind.name], doubts = group_terms(kind, ordered)
        problems.extend(doubts)
        if kind.name == TaxonomyKind.SERIES:
            series, doubts = series_parts(kind, terms[kind.name], ordered)
            problems.extend(doubts)
        if kind.name == TaxonomyKind.AUTHORS:
            known = people(kind, ordered)
            terms[kind.name] = [addressed(kind, term, known.get(term.key)) for term in terms[kind.name]]
    return Catalogue(
        entries=ordered,
        front=[entry.src_uri for entry in pinned_first(ordered) if entry.on_index],
        taxonomies=kinds,
        terms=terms,
        series=series,
        people=known,
        years=group_periods(ordered, 1),
        months=group_periods(ordered, 2),
        days=group_periods(ordered, 3),
        problems=problems,
    )


def group_periods(entries: Sequence[Entry], depth: Literal[1, 2, 3]) -> list[Period]:
    """Return years (``depth`` 1), months (2) or days (3), newest first; undated posts are in none.

    They are those of the calendar day that authors wrote, never shifted by a zone.
    """
    groups: dict[tuple[int, int, int], list[str]] = {}
    for entry in entries:
        if entry.published:
            day = entry.published.day
            parts = (day.year, day.month if depth > 1 else 0, day.day if depth > 2 else 0)
            groups.setdefault(parts, []).append(entry.src_uri)
    return [Period(*parts, tuple(groups[parts])) for parts in sorted(groups, reverse=True)]
