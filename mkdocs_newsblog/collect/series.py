"""The parts of each series in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from mkdocs_newsblog.collect.order import oldest_first
from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.collect.terms import Taxonomy
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, named, quoted
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.schema.problems.codes import problem

Numbers = Mapping[tuple[str, str], float]
"""The number that a post gives itself, by key of the series and ``src_uri``."""


def series_parts(
    kind: Taxonomy, terms: Sequence[Term], entries: Sequence[Entry]
) -> tuple[dict[str, tuple[str, ...]], list[Problem]]:
    """Return ``src_uri`` of each series' parts in order by key, and a doubt for each number given twice."""
    numbers = _numbers(kind, entries)
    known = {entry.src_uri: entry for entry in entries if entry.series}
    parts: dict[str, tuple[str, ...]] = {}
    doubts: list[Problem] = []
    for term in terms:
        ordered = _in_order(term.key, [known[uri] for uri in term.posts], numbers)
        parts[term.key] = tuple(entry.src_uri for entry in ordered)
        doubts.extend(_repeated(term, ordered, numbers))
    return parts, doubts


def _numbers(kind: Taxonomy, entries: Sequence[Entry]) -> Numbers:
    return {
        (key_of(label), entry.src_uri): part.number
        for entry in entries
        for label, part in zip(kind.labels(entry), entry.series, strict=True)
        if part.number is not None
    }


def _in_order(key: str, parts: Sequence[Entry], numbers: Numbers) -> list[Entry]:
    """Return the parts by number, and by date where none has one.

    A part without a number among numbered ones stands before the first of them that is newer than it.
    """
    dated = oldest_first(parts)
    numbered = sorted(
        (entry for entry in dated if (key, entry.src_uri) in numbers),
        key=lambda entry: numbers[key, entry.src_uri],
    )
    others = deque(entry for entry in dated if (key, entry.src_uri) not in numbers)
    ordered: list[Entry] = []
    for part in numbered:
        while others and _is_older(others[0], part):
            ordered.append(others.popleft())
        ordered.append(part)
    return [*ordered, *others]


def _is_older(one: Entry, other: Entry) -> bool:
    return bool(one.published and other.published and one.published.at < other.published.at)


def _repeated(term: Term, ordered: Sequence[Entry], numbers: Numbers) -> Iterator[Problem]:
    """Say of each number that several parts have it, once, at the last of them."""
    numbered = (entry for entry in ordered if (term.key, entry.src_uri) in numbers)
    for number, group in groupby(numbered, lambda entry: numbers[term.key, entry.src_uri]):
        *others, last = group
        if others:
            names = named([entry.src_uri for entry in others])
            fact = f"{names} is part {number:g} of {quoted(term.label)} too; the older one comes first"
            place = last.places.get("series.number") or last.place("series")
            uris = (entry.src_uri for entry in others)
            yield problem("series-number-repeated", place, "series", fact, others=uris)
