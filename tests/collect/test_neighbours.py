"""The posts before and after: in time, or among those on the same subject."""

import itertools

import pytest

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.neighbours import neighbours
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.post import SeriesPart
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import entry


def around(posts, within, **options):
    """Neighbours by the names of files."""
    found = catalogue(posts, taxonomies(Settings.model_validate(options)))
    name = {post.src_uri: post.title for post in posts} | {None: None}
    return {name[uri]: tuple(name[each] for each in pair) for uri, pair in neighbours(found, within).items()}


def test_neighbours_are_older_and_newer_and_the_undated_have_none():
    posts = [
        entry("new", "2024-05-02"),
        entry("late", "2024-05-01T23:00:00-05:00"),
        entry("early", "2024-05-02T01:00:00+09:00"),
        entry("never"),
    ]
    wanted = {"late": ("new", None), "new": ("early", "late"), "early": (None, "new")}
    for shuffled in itertools.permutations(posts):
        assert around(shuffled, "all") == wanted
    assert around(posts, "none") == around([], "all") == {}


def test_neighbours_share_their_first_category_or_have_none():
    posts = [
        entry("a", "2024-01-01", categories=("Releases", "World")),
        entry("b", "2024-01-02", categories=("World",)),
        entry("c", "2024-01-03"),
        entry("d", "2024-01-04", categories=("releases/lts",)),
        entry("e", "2024-01-05", categories=("RELEASES",)),
        entry("f", "2024-01-06", categories=("Earth", "Releases")),
        entry("g", "2024-01-07"),
        entry("h", categories=("Releases",)),
    ]
    wanted = {
        "a": (None, "e"),
        "b": (None, None),
        "c": (None, "g"),
        "d": (None, None),
        "e": ("a", None),
        "f": (None, None),
        "g": ("c", None),
    }
    assert around(posts, "categories") == wanted
    assert around(posts, "categories", categories=False) == wanted
    same = {"categories": {"aliases": {"Earth": "World"}}}
    assert around(posts, "categories", **same) == {**wanted, "b": (None, "f"), "f": ("b", None)}
    hidden = {"categories": {"hidden": ["earth"]}}
    assert around(posts, "categories", **hidden) == {**wanted, "e": ("a", "f"), "f": ("e", None)}


def test_parts_of_a_series_follow_one_another_also_without_dates():
    def part(name, number, date=None, *others):
        return entry(name, date, series=(SeriesPart("Tour", number), *others))

    posts = [
        part("two", 2, "2024-01-01"),
        part("one", 1, "2024-01-02"),
        part("three", 3),
        entry("other", "2024-01-03", series=(SeriesPart("Walk"), SeriesPart("Tour", 4))),
        entry("before", "2023-12-31"),
        entry("behind", "2024-01-04"),
        entry("never"),
    ]
    assert around(posts, "series") == {
        "one": (None, "two"),
        "two": ("one", "three"),
        "three": ("two", None),
        "other": (None, None),
        "before": (None, "behind"),
        "behind": ("before", None),
    }


@pytest.mark.parametrize("within", ["all", "tags", "series", "topics"])
def test_no_post_is_its_own_neighbour_and_each_pair_agrees(within):
    posts = [
        entry(
            str(number),
            f"2024-01-{number % 9 + 1:02}",
            tags=("ab"[number % 2],),
            terms={"topics": ("xyz"[number % 3],)},
            series=(SeriesPart("S" * (number % 4)),) if number % 4 else (),
        )
        for number in range(40)
    ]
    pairs = around(posts, within, taxonomies={"topics": {}})
    assert pairs.keys() == {post.title for post in posts}
    for name, (older, newer) in pairs.items():
        assert name not in (older, newer)
        assert older is None or pairs[older][1] == name
        assert newer is None or pairs[newer][0] == name
