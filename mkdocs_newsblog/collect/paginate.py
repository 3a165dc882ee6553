"""Slices of a list of posts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

NEAR = 2
"""Pages before and after the present one that a pager shows."""


def paginate(posts: Sequence[str], per_page: int, orphans: int = 0) -> list[tuple[str, ...]]:
    """Return the posts in pages of ``per_page``; a list without posts has one empty page.

    A last page of at most ``orphans`` posts joins the one before it.

    >>> paginate("abcde", 2, orphans=1)
    [('a', 'b'), ('c', 'd', 'e')]
    """
    starts = list(range(0, max(len(posts), 1), per_page))
    if len(starts) > 1 and len(posts) - starts[-1] <= orphans:
        del starts[-1]
    return [tuple(posts[start:end]) for start, end in pairwise((*starts, max(len(posts), 1)))]


def paginate_from_oldest(posts: Sequence[str], per_page: int) -> list[tuple[str, ...]]:
    """Return the posts in pages that a newer post leaves as they are, all but the first.

    The first page holds what is left, and never less than a full page where there are more.

    >>> paginate_from_oldest("gfedcba", 2)
    [('g', 'f', 'e'), ('d', 'c'), ('b', 'a')]
    """
    old = max(len(posts) // per_page - 1, 0)
    newest = len(posts) - old * per_page
    return [tuple(posts[:newest]), *(paginate(posts[newest:], per_page) if old else ())]


def window(number: int, last: int) -> list[int | None]:
    """Return the page numbers that a pager shows, None for each gap.

    >>> window(6, 12)
    [1, None, 4, 5, 6, 7, 8, None, 12]
    """
    shown = sorted({1, last, *range(max(1, number - NEAR), min(last, number + NEAR) + 1)})
    numbers: list[int | None] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before == 2:
            numbers.append(page - 1)
        elif page - before > 2:
            numbers.append(None)
        numbers.append(page)
    return numbers
