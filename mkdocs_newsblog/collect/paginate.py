"""Slices of a list of posts."""

from __future__ import annotations

from collections.abc import Sequence


def paginate(posts: Sequence[str], per_page: int) -> list[tuple[str, ...]]:
    """Return the posts in pages of ``per_page``; a list without posts has one empty page."""
    starts = range(0, max(len(posts), 1), per_page)
    return [tuple(posts[start : start + per_page]) for start in starts]


def window(number: int, last: int, around: int = 2) -> list[int | None]:
    """Return the page numbers that a pager shows, None for each gap.

    >>> window(6, 12, around=1)
    [1, None, 5, 6, 7, None, 12]
    """
    shown = sorted({1, last, *range(max(1, number - around), min(last, number + around) + 1)})
    numbers: list[int | None] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before == 2:
            numbers.append(page - 1)
        elif page - before > 2:
            numbers.append(None)
        numbers.append(page)
    return numbers
