"""Where a text links to a page, for messages that name the place."""

import pytest

from mkdocs_newsblog.read.markdown.links import link_places

HERE, TARGET = "news/old/b.md", "news/a.md"
LINKS = [
    ("See [A](../a.md).", [(1, 9)]),
    ("\n\nSee [A](../a.md#in-short) and [again](<../a.md?x>).", [(3, 9), (3, 40)]),
    ("See [A](/news/a.md), [B](../b.md), [C](a.md).", [(1, 9)]),
    ("![A]( ../old/../%61.md 'Title')", [(1, 7)]),
    ("See [A][a].\n\n  [a]: <../a.md>\n[b]: ../b.md", [(3, 9)]),
    ("`[A](../a.md)`\n\n```\n[A](../a.md)\n```\n\n[A](../a.md)", [(7, 5)]),
    ("Write `[A](../a.md)`, ``[`A`](../a.md)`` and\n`x\n[A](../a.md)`: [`A`](../a.md)", [(3, 22)]),
    ("Write:\n\n    [a]: ../a.md\n\t[A](../a.md)\n\n- [A](../a.md)\n\n    [A](../a.md)", [(6, 7), (8, 9)]),
    ("> See [A][a].\n>\n> [a]: ../a.md\n\n[b]:\n  ../a.md", [(3, 8), (6, 3)]),
    ("[A](https://[/news/a.md) [A](https://e.example/../a.md) [A](..\\a.md)", []),
    ("[A](../a.md/) [A](./../a.md)", [(1, 5), (1, 19)]),
]


@pytest.mark.parametrize(("text", "places"), LINKS)
def test_each_link_to_a_page_has_its_place(text, places):
    assert [(place.line, place.col) for place in link_places(text, HERE).get(TARGET, ())] == places


def test_links_from_a_page_at_the_top_are_found():
    (place,) = link_places("[A](news/a.md)", "index.md")[TARGET]
    assert str(place) == "index.md:1:5"
