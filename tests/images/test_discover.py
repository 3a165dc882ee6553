"""The first picture of a text, as its reader will see it."""

import re
import sys
from collections import Counter

import markdown
import pytest

from mkdocs_newsblog.images.discover import first_in_body

TEXTS = {
    "Words": None,
    "![A view](a.jpg)": ("a.jpg", "A view"),
    "Text ![A](a.jpg 'Title') ![B](b.jpg)": ("a.jpg", "A"),
    "![A](<a b.jpg>)": ("a b.jpg", "A"),
    "![A](a_(1).jpg)": ("a_(1).jpg", "A"),
    "![A [1]](a.jpg){ width=300 }": ("a.jpg", "A [1]"),
    "[![A](a.jpg)](b.html)": ("a.jpg", "A"),
    "![A][ref]\n\n[ref]: pics/a.jpg 'T'": ("pics/a.jpg", "A"),
    "![ref][]\n\n[REF]: <a.jpg>": ("a.jpg", "ref"),
    "![A][The  Ref]\n\n[the ref]: a.jpg": ("a.jpg", "A"),
    "![A][r]\n\n[r]: a.jpg\n[R]: b.jpg": ("b.jpg", "A"),
    "![A][r]\n\n    [r]: a.jpg": None,
    "![A][nowhere] and ![B](b.jpg)": ("b.jpg", "B"),
    '<img alt="A &amp; B" src="a.jpg?x=1&amp;y=2">': ("a.jpg?x=1&y=2", "A & B"),
    "<figure><IMG SRC='a.jpg'></figure>": ("a.jpg", ""),
    "![A](data:image/png;base64,xx) ![B](b.jpg)": ("b.jpg", "B"),
    "`![A](a.jpg)` ![B](b.jpg)": ("b.jpg", "B"),
    "```md\n![A](a.jpg)\n```\n![B](b.jpg)": ("b.jpg", "B"),
    "~~~\n![A](a.jpg)\n~~~": None,
    "<!-- ![A](a.jpg) -->": None,
    "    ![A](a.jpg)": None,
    "![A](https://img.example.net/a.jpg)": ("https://img.example.net/a.jpg", "A"),
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_the_first_picture_that_is_shown(text, expected):
    assert first_in_body(text) == expected


@pytest.mark.parametrize(
    "hostile",
    [
        "![" * 20000,
        "![a](" * 20000,
        "<img " * 20000,
        "`" * 20001 + "![",
        "[]![a]((" * 9000,
        "![a][b]\n" * 20000,
        "![a][b]\n" + "[c]:" * 20000,
        "![a][b]\n" + "[c]:\n" * 20000 + "<",
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(hostile):
    assert first_in_body(hostile) is None


REFERENCES = "![A][one]\n\n[one]: a.jpg\n[two]: c.jpg\n[ONE]: <b.jpg> 'T'\n"


def test_of_two_definitions_the_hosts_counts():
    assert first_in_body(REFERENCES).src in markdown.markdown(REFERENCES)


def searches(text):
    """Return how often a text is searched for patterns; what iterates over one search is one."""
    found = Counter()

    def watch(_, event, called):
        if event == "c_call" and isinstance(getattr(called, "__self__", None), re.Pattern):
            found[called.__name__] += 1

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        first_in_body(text)
    finally:
        sys.setprofile(before)
    return found


def test_a_text_is_searched_as_often_for_many_references_as_for_one():
    few, many = (searches("![a][b]\n\n" * times + "\n[c]: d.jpg\n" * times) for times in (1, 3000))
    assert few.total() > 0
    assert many == few
