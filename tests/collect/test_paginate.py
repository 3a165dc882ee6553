"""Pages of a list, and the numbers that a pager shows."""

import pytest

from mkdocs_newsblog.collect.paginate import paginate, paginate_from_oldest, window


@pytest.mark.parametrize(
    ("posts", "per_page", "sizes"),
    [(0, 10, [0]), (1, 10, [1]), (10, 10, [10]), (11, 10, [10, 1]), (3, 1, [1, 1, 1])],
)
def test_a_list_is_cut_into_pages(posts, per_page, sizes):
    names = [str(number) for number in range(posts)]
    pages = paginate(names, per_page)
    assert [len(page) for page in pages] == sizes
    assert [name for page in pages for name in page] == names


@pytest.mark.parametrize(
    ("posts", "per_page", "orphans", "sizes"),
    [
        (11, 10, 1, [11]),
        (12, 10, 1, [10, 2]),
        (23, 10, 3, [10, 13]),
        (3, 10, 5, [3]),
        (0, 2, 1, [0]),
        (4, 1, 9, [1, 1, 2]),
    ],
)
def test_a_short_last_page_may_join_the_one_before(posts, per_page, orphans, sizes):
    names = [str(number) for number in range(posts)]
    pages = paginate(names, per_page, orphans)
    assert [len(page) for page in pages] == sizes
    assert [name for page in pages for name in page] == names


@pytest.mark.parametrize("per_page", [1, 2, 10])
def test_pages_from_the_oldest_never_change(per_page):
    before = []
    for count in range(45):
        posts = [str(number) for number in reversed(range(count))]
        first, *others = paginate_from_oldest(posts, per_page)
        assert [*first, *(name for page in others for name in page)] == posts
        assert {len(page) for page in others} <= {per_page}
        assert min(count, per_page) <= len(first) < 2 * per_page
        assert others[len(others) - len(before) :] == before
        before = others


WINDOWS = [
    (1, 1, [1]),
    (1, 3, [1, 2, 3]),
    (1, 9, [1, 2, 3, None, 9]),
    (4, 9, [1, 2, 3, 4, 5, 6, None, 9]),
    (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
    (6, 12, [1, None, 4, 5, 6, 7, 8, None, 12]),
    (12, 12, [1, None, 10, 11, 12]),
]


@pytest.mark.parametrize(("number", "last", "shown"), WINDOWS)
def test_a_pager_shows_the_ends_and_what_is_near(number, last, shown):
    assert window(number, last) == shown


@pytest.mark.parametrize("last", range(1, 20))
def test_no_gap_of_a_pager_hides_a_single_page(last):
    for number in range(1, last + 1):
        shown = window(number, last)
        assert {1, last, number} <= set(shown)
        for place, page in enumerate(shown):
            if page is None:
                assert shown[place + 1] - shown[place - 1] > 2
