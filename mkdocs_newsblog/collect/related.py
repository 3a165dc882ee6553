"""Posts about the same things: those that share rare terms, found through the terms' own lists."""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.view import Term

LOOKS = 100
"""How often a post looks at another: through its rarest terms first, and through one that is on more posts
than that at those nearest in time. So a term on thousands of posts costs each no more than a rare one."""

SCALE = 1000
"""Weights are whole numbers, so that equal sums are equal whatever the order of adding."""


def related_posts(
    found: Catalogue, limits: Mapping[str, int], *, without_parts: bool = False
) -> dict[str, tuple[str, ...]]:
    """Return the posts most like each post of ``limits``, the nearest first, at most that many.

    Each shared term adds ``log(posts / posts with the term)``: one on every post adds nothing, a rare one
    much. Equal sums stand newest first. ``without_parts`` leaves out the other parts of a post's series.
    Linear in posts and their terms.
    """
    order = found.order
    rank = {uri: place for place, uri in enumerate(order)}
    lists = _lists(_terms(found), rank)
    parts = _parts(found, rank) if without_parts else {}
    chosen = {}
    for uri, limit in limits.items():
        own = rank.get(uri)
        if own is not None and limit > 0 and own in lists:
            scores = _scores(lists[own])
            del scores[own]
            for group in parts.get(own, ()):
                for other in group.intersection(scores):
                    del scores[other]
            chosen[uri] = tuple(order[other] for other in _best(scores, limit, len(order)))
    return chosen


def _terms(found: Catalogue) -> Iterator[Term]:
    for kind in found.taxonomies:
        if kind.name != TaxonomyKind.AUTHORS:
            yield from (term for term in found.terms[kind.name] if not term.hidden)


def _parts(found: Catalogue, rank: Mapping[str, int]) -> Mapping[int, Sequence[frozenset[int]]]:
    """Return for each post, by rank, the ranks of all parts of each of its series."""
    parts: dict[int, list[frozenset[int]]] = defaultdict(list)
    for uris in found.series.values():
        group = frozenset(rank[uri] for uri in uris)
        for own in group:
            parts[own].append(group)
    return parts


def _lists(
    terms: Iterable[Term], rank: Mapping[str, int]
) -> Mapping[int, Sequence[tuple[int, Sequence[int], int]]]:
    """Return for each post, by rank, the terms it shares: weight, ranks of the posts, its own place there.

    The rarest come first.
    """
    lists: dict[int, list[tuple[int, Sequence[int], int]]] = defaultdict(list)
    for term in sorted(terms, key=lambda term: (term.count, term.taxonomy, term.key)):
        weight = round(SCALE * math.log(len(rank) / term.count))
        if weight > 0 and term.count > 1:
            ranks = [rank[uri] for uri in term.posts]
            for place, own in enumerate(ranks):
                lists[own].append((weight, ranks, place))
    return lists


def _scores(lists: Sequence[tuple[int, Sequence[int], int]]) -> dict[int, int]:
    """Return how much each post that was looked at shares with the one whose lists these are, itself too."""
    scores: dict[int, int] = {}
    left = LOOKS
    for weight, ranks, place in lists:
        if left < 2:
            break
        first = max(0, min(place - left // 2, len(ranks) - left))
        seen = ranks[first : first + left]
        left -= len(seen)
        if not scores:
            scores = dict.fromkeys(seen, weight)
            continue
        for other in seen:
            scores[other] = scores.get(other, 0) + weight
    return scores


def _best(scores: Mapping[int, int], limit: int, posts: int) -> list[int]:
    # One number a post sorts by score, then by rank: the best is the greatest.
    best = heapq.nlargest(limit, [score * posts - other for other, score in scores.items()])
    return [-number % posts for number in best]
