"""Problems in words that no value can spoil."""

from datetime import date, time

import pytest

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import VALUE_LIMIT, Place, Problem, printable, quoted


def test_a_problem_is_one_line_of_place_key_fact_remedy_and_code():
    found = Problem(
        "date-missing", Place("news/a.md", 3, 7), "date", "there is none", "Add one", Severity.WARNING
    )
    assert str(found) == "news/a.md:3:7: date: there is none. Add one. [date-missing]"


def test_a_value_cannot_end_the_line_or_turn_it_around():
    found = Problem("x", Place("a\nb.md"), "k\x1b[31m", "got \u202eevil\r\n", "", Severity.ERROR)
    assert str(found) == "a\\nb.md:1:1: k\\x1b[31m: got \\u202eevil\\r\\n. [x]"
    assert printable("日本 é ok") == "日本 é ok"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("a", '"a"'),
        (42, "42"),
        (None, "null"),
        (True, "true"),
        (["a"], '["a"]'),
        ("a\n", '"a\\n"'),
        (date(2024, 1, 2), "2024-01-02"),
        ([date(2024, 1, 2), time(9, 30)], "[2024-01-02, 09:30:00]"),
        ({"a": [1, {"b": None}]}, '{"a": [1, {"b": null}]}'),
        ([[["a"] * 99] * 99] * 99, "[[[" + 15 * '"a", ' + '"…'),
    ],
)
def test_a_value_is_quoted_as_it_was_written(value, text):
    assert quoted(value) == text


def test_a_long_value_is_cut():
    assert len(quoted("x" * 1000)) == VALUE_LIMIT
    assert quoted("x" * 1000).endswith("…")


def test_problems_sort_by_place_before_anything_else():
    places = [Place("b.md", 1), Place("a.md", 10), Place("a.md", 9, 2), Place("a.md", 9, 1)]
    found = [Problem("c", place, "k", "f", "r", Severity.INFO) for place in places]
    assert [str(one.place) for one in sorted(found, key=lambda one: one.order)] == [
        "a.md:9:1",
        "a.md:9:2",
        "a.md:10:1",
        "b.md:1:1",
    ]
