"""Newest first, pins, periods: the same for any order of files."""

import itertools

from mkdocs_newsblog.collect.catalogue import catalogue, group_periods
from mkdocs_newsblog.collect.order import newest_first, pinned_first
from tests.collect.entries import entry

POSTS = [
    entry("new", "2024-05-02"),
    entry("late", "2024-05-01T23:00:00-05:00"),
    entry("early", "2024-05-02T01:00:00+09:00"),
    entry("heavy", "2023-01-01", weight=2.0),
    entry("light", "2023-01-01", weight=1.0),
    entry("b-same", "2022-12-31"),
    entry("c-same", "2022-12-31"),
    entry("old", "1066-10-14"),
    entry("never"),
]
ORDER = ["late", "new", "early", "light", "heavy", "b-same", "c-same", "old", "never"]


def names(entries):
    return [found.title for found in entries]


def test_posts_stand_by_instant_then_weight_then_path_and_the_undated_last():
    assert names(newest_first(POSTS)) == ORDER


def test_the_order_of_files_does_not_matter():
    for shuffled in itertools.islice(itertools.permutations(POSTS), 0, 40_000, 997):
        assert names(newest_first(shuffled)) == ORDER


def test_pins_come_first_lightest_first_and_keep_their_order():
    posts = newest_first(
        [
            entry("a", "2024-01-04"),
            entry("b", "2024-01-03", pinned=True),
            entry("c", "2024-01-02", pinned=True),
            entry("d", "2024-01-01", pinned=True, weight=-1.0),
        ]
    )
    assert names(pinned_first(posts)) == ["d", "b", "c", "a"]


def test_a_pin_with_a_weight_comes_before_pins_that_have_none():
    newer, chosen = (
        entry("newer", "2024-01-03", pinned=True),
        entry("c", "2024-01-02", pinned=True, weight=1.0),
    )
    assert names(pinned_first(newest_first([newer, chosen]))) == ["c", "newer"]


def test_of_posts_of_one_moment_those_with_a_weight_come_first():
    posts = [entry("a", "2024-01-01"), entry("z", "2024-01-01", weight=3.0)]
    assert names(newest_first(posts)) == ["z", "a"]


def test_periods_go_by_the_day_that_was_written():
    years, months, days = (group_periods(newest_first(POSTS), depth) for depth in (1, 2, 3))
    assert [(period.parts, period.count) for period in years] == [
        (("2024",), 3),
        (("2023",), 2),
        (("2022",), 2),
        (("1066",), 1),
    ]
    assert [period.parts for period in months] == [
        ("2024", "05"),
        ("2023", "01"),
        ("2022", "12"),
        ("1066", "10"),
    ]
    assert [(period.parts, period.posts) for period in days[:2]] == [
        (("2024", "05", "02"), ("news/new.md", "news/early.md")),
        (("2024", "05", "01"), ("news/late.md",)),
    ]


def test_a_catalogue_knows_every_way_into_the_posts():
    found = catalogue([*POSTS, entry("pin", "2000-01-01", pinned=True)])
    assert found.order[:2] == ("news/late.md", "news/new.md")
    assert found.front[0] == "news/pin.md"
    assert len(found.front) == len(found.order) == 10
    assert catalogue([]).order == ()
