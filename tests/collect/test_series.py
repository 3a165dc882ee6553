"""The order of a series' parts, and numbers that are given twice."""

import pytest

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.post import SeriesPart
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views import plan_views
from tests.collect.entries import entry


def part(name, date, number=None, series="Walk", **more):
    return entry(name, date, series=(SeriesPart(series, number),), **more)


ORDERS = {
    "by date, oldest first": ([("b", "2024-02-01", None), ("a", "2024-01-01", None)], "a b"),
    "on one day by path": ([("b", "2024-01-01", None), ("a", "2024-01-01", None)], "a b"),
    "by number, whatever the dates": ([("a", "2024-03-01", 2), ("b", "2024-09-01", 1)], "b a"),
    "by fractions too": ([("a", "2024-01-01", 2), ("b", "2024-02-01", 1.5), ("c", "2024-03-01", 0)], "c b a"),
    "early ones without a number first": (
        [("a", "2024-01-01", None), ("c", "2024-03-01", 3), ("b", "2024-02-01", None)],
        "a b c",
    ),
    "one without a number between": (
        [("a", "2024-01-01", 1), ("b", "2024-02-01", None), ("c", "2024-03-01", 3)],
        "a b c",
    ),
    "a late one without a number last": ([("a", "2024-01-01", 7), ("b", "2024-02-01", None)], "a b"),
    "without a date last": ([("a", None, None), ("b", "2024-02-01", None)], "b a"),
    "with a number and no date by number": ([("a", None, 1), ("b", "2024-02-01", 2)], "a b"),
    "of one number by date": ([("a", "2024-02-01", 1), ("b", "2024-01-01", 1)], "b a"),
}


@pytest.mark.parametrize("name", ORDERS)
@pytest.mark.parametrize("turned", [False, True])
def test_the_parts_stand_in_order(name, turned):
    rows, wanted = ORDERS[name]
    posts = [part(*row) for row in (reversed(rows) if turned else rows)]
    found = catalogue(posts, taxonomies(Settings()))
    assert found.series == {"walk": tuple(f"news/{name}.md" for name in wanted.split())}


def test_a_post_is_part_of_several_series_with_a_number_in_each():
    both = entry("a", "2024-01-01", series=(SeriesPart("One", 2), SeriesPart("Two", 1)))
    found = catalogue([both, part("b", "2024-02-01", 1, "one"), part("c", "2024-03-01", 2, "Two")], KINDS)
    assert found.series == {"one": ("news/b.md", "news/a.md"), "two": ("news/a.md", "news/c.md")}


KINDS = taxonomies(Settings())


def test_a_number_given_three_times_is_said_once_at_the_last_part():
    places = {"series.number": Place("news/c.md", 4, 15)}
    posts = [
        part("a", "2024-01-01", 2),
        part("b", "2024-02-01", 2),
        part("c", "2024-03-01", 2, places=places),
    ]
    (doubt,) = catalogue([*posts, part("d", "2024-04-01", 3)], KINDS).problems
    assert str(doubt).startswith(
        'news/c.md:4:15: series: news/a.md, news/b.md is part 2 of "Walk" too; the older one comes first.'
    )
    assert doubt.code == "series-number-repeated"


def test_of_many_parts_with_one_number_a_few_are_named():
    posts = [part(f"{number:02}", "2024-01-01", 1) for number in range(30)]
    (doubt,) = catalogue(posts, KINDS).problems
    first = ", ".join(f"news/{number:02}.md" for number in range(8))
    assert f': {first}, 21 others is part 1 of "Walk" too; ' in str(doubt)


@pytest.mark.parametrize(("order", "wanted"), [("parts", "a b"), ("newest", "b a")])
def test_a_page_of_a_series_begins_with_part_1_unless_asked_otherwise(order, wanted):
    settings = Settings(series={"order": order})
    found = catalogue([part("a", "2024-01-01"), part("b", "2024-02-01")], taxonomies(settings))
    (view,) = (view for view in plan_views(found, settings, ("news",)) if view.term)
    assert [uri[5:-3] for uri in view.posts] == wanted.split()
    assert view.term.posts == ("news/b.md", "news/a.md")  # feeds and counts keep the newest first
