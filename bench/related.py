#!/usr/bin/env python3
"""What finding related posts costs: python bench/related.py [posts ...].

Each post has one category, four tags of a vocabulary that grows with the site, some of them on very many
posts, as real ones are. What is printed is processor time, in all and for each post.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Callable
from typing import TypeVar

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.related import related_posts
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.schema.settings import Settings

Result = TypeVar("Result")


def posts(number: int) -> list[Entry]:
    """Return the same posts each time."""
    chance = random.Random(8)  # noqa: S311 - no secret
    tags = [f"tag {rank}" for rank in range(1, max(20, number // 20))]
    weights = [1 / rank for rank in range(1, len(tags) + 1)]
    start = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
    return [
        Entry(
            f"news/{place:06}.md",
            f"Post {place}",
            published=Moment(start + dt.timedelta(hours=place * 7)),
            tags=tuple(dict.fromkeys(chance.choices(tags, weights, k=4))),
            categories=(f"Category {chance.randrange(6)}",),
        )
        for place in range(number)
    ]


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """Return the processor time of the best of three runs, and what the work returned."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        result = work()
        best = min(best, time.process_time() - before)
    return best, result


def main(sizes: list[int]) -> None:
    """Print one line for each size."""
    kinds = taxonomies(Settings())
    for number in sizes:
        entries = posts(number)
        grouping, found = seconds(lambda entries=entries: catalogue(entries, kinds))
        limits = {entry.src_uri: 3 for entry in entries}
        relating, chosen = seconds(lambda found=found, limits=limits: related_posts(found, limits))
        most = max(term.count for terms in found.terms.values() for term in terms)
        print(
            f"{number:6} posts, {len(chosen)} with related ones, greatest term {most}: "
            f"{relating:.3f} s, {relating / number * 1e6:.1f} µs a post (catalogue {grouping:.3f} s)"
        )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or [1_000, 10_000, 30_000])
