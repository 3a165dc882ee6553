"""The first picture of a text, as its reader will see it."""

import re
import sys
from collections import Counter

import markdown
import pytest

from mkdocs_newsblog.images.badges import HOSTS, is_badge
from mkdocs_newsblog.images.discover import by_scheme, head_of_body, in_body
from tests.harness.site import PROJECT


def first_in_body(text):
    return next(in_body(text), None)


TEXTS = {
    "Words": None,
    "![A view](a.jpg)": ("a.jpg", "A view"),
    "Text ![A](a.jpg 'Title') ![B](b.jpg)": ("a.jpg", "A"),
    "![A](<a b.jpg>)": ("a b.jpg", "A"),
    "![A](a_(1).jpg)": ("a_(1).jpg", "A"),
    "![A](My  view (1).jpg 'Title') ![B](b.jpg)": ("My  view (1).jpg", "A"),
    "![A]( Bob's view.jpg )": ("Bob's view.jpg", "A"),
    "![A](a.jpg =300x200) ![B](b.jpg)": ("b.jpg", "B"),
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
    "> ```\n> ![A](a.jpg)\n> ```\n\n![B](b.jpg)": ("b.jpg", "B"),
    "`code\n![A](a.jpg)` and ![B](b.jpg)": ("b.jpg", "B"),
    "`one\n\n![A](a.jpg)`": ("a.jpg", "A"),
    "`` ` ![A](a.jpg) `` ![B](b.jpg)": ("b.jpg", "B"),
    "```` md\n```\n![A](a.jpg)\n```\n````\n![B](b.jpg)": ("b.jpg", "B"),
    "\\`![A](a.jpg)`": ("a.jpg", "A"),
    "<!-- ![A](a.jpg) -->": None,
    "    ![A](a.jpg)": None,
    "Text\n \n\t![A](a.jpg)\n\n    ![A](a.jpg)\n![B](b.jpg)": ("b.jpg", "B"),
    '<p align="center">\n    <img src="a.jpg">\n</p>\n\n![B](b.jpg)': ("a.jpg", ""),
    "A paragraph\n    ![A](a.jpg)": ("a.jpg", "A"),
    "1. Step\n\n    ![A](a.jpg)": ("a.jpg", "A"),
    "!!! note\n\n    ![A](a.jpg)\n\n        ![B](b.jpg)": ("a.jpg", "A"),
    "1. Step\n\n    <!-- ![A](a.jpg) -->\n    ![B](b.jpg)": ("b.jpg", "B"),
    "1. Step\n\n        ![A](a.jpg)\n\n    ![B](b.jpg)": ("b.jpg", "B"),
    "<!--\n\n    ![A](a.jpg) -->\n![B](b.jpg)": ("b.jpg", "B"),
    "    <!-- a\n\n![B](b.jpg)\n\n-->": ("b.jpg", "B"),
    "# H\n    ![A](a.jpg)\n\n![B](b.jpg)": ("b.jpg", "B"),
    "<pre>\n![A](a.jpg)\n</pre>\n\n![B](b.jpg)": ("b.jpg", "B"),
    "{% raw %}\n<pre>![C](c.jpg)</pre>\n\n![A](a.jpg)\n{% endraw %}\n\n![B](b.jpg)": ("a.jpg", "A"),
    "[![B](https://img.shields.io/x.svg)](y) ![A](a.jpg)": ("a.jpg", "A"),
    "![B][b] <img src='//badgen.net/x'>\n\n[b]: https://example.org/badge.svg": None,
    '<img src="https://m.example/stat?x" width="1" height="1"> ![A](a.jpg)': ("a.jpg", "A"),
    '<img src="b.jpg" alt="B" width="0" height="0" style="width:100%;height:auto">': ("b.jpg", "B"),
    '<img src="x.gif" height=1 > ![A](a.jpg)': ("a.jpg", "A"),
    "<img src='x.svg' style='border:0;WIDTH: 16px'> ![A](a.jpg)": ("a.jpg", "A"),
    '![I](i.png){ width="16" } ![J][j]{: style="height:49.5px" } ![A](a.jpg)\n\n[j]: j.png': ("a.jpg", "A"),
    '<img src="b.jpg" alt="a width=1" width="100%" height="50"> ![A](a.jpg)': ("b.jpg", "a width=1"),
    "<img src='b.jpg' style='max-width:9px; line-height: 2px; width: 2em'>": ("b.jpg", ""),
    '<img src="b.jpg" width="999999999999999"> ![A](a.jpg)': ("b.jpg", ""),
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
        "![a](" + " " * 100_000,
        "![a](b" + " " * 100_000,
        "![a](b 'c'" + " " * 100_000,
        "![a](" + "b " * 50_000,
        "![a](b (c) " * 10_000,
        "<img " + "a" * 1990 + ">",
        "![a][b]{" * 20000,
        "![a](){" + "a=" * 40000,
        "- ![\n\n    " * 20000,
        "<!-- <pre> ![" * 20000,
    ],
)
def test_a_hostile_text_costs_no_more_than_its_length(hostile):
    assert first_in_body(hostile) is None


BADGES = [
    "https://img.shields.io/badge/python-3.11-blue",
    "http://IMG.Shields.io/pypi/v/mkdocs.png",
    "//shields.io/x.jpg",
    "https://flat.badgen.net/pypi/v/mkdocs",
    "https://badge.fury.io/py/mkdocs.svg",
    "https://github.com/a/b/actions/workflows/ci.yml/badge.svg?branch=main",
    "https://github.com/a/b/workflows/CI/badge.svg",
    "https://codecov.io/gh/a/b/branch/main/graph/badge.svg?token=c",
    "https://coveralls.io/repos/github/a/b/badge.svg",
    "https://gitlab.com/a/b/badges/main/pipeline.svg",
    "https://readthedocs.org/projects/a/badge/?version=latest",
    "https://zenodo.org/badge/DOI/10.5281/zenodo.123.svg",
    "https://colab.research.google.com/assets/colab-badge.svg",
    "https://static.pepy.tech/personalized-badge/a?period=total",
    "https://mybinder.org/badge_logo.svg",
    "https://app.travis-ci.com/a/b.svg?branch=main",
]
NO_BADGES = [
    "https://img.shields.io.example.org/a.svg",
    "https://myshields.io/a.svg",
    "https://example.org/shields.io/a.svg",
    "https://example.org/badge.jpg",
    "https://example.org/badges/scout.PNG",
    "https://example.org/my-badge-collection.svg",
    "https://example.org/badger.svg",
    "https://example.org/a.svg?badge/",
    "https://github.com/a/b/blob/main/a.svg?raw=true",
    "/badge.svg",
    "badges/a.svg",
    "https://[/badge.svg",
    "",
]


@pytest.mark.parametrize(
    ("address", "expected"), [*((each, True) for each in BADGES), *((each, False) for each in NO_BADGES)]
)
def test_a_badge_is_known_by_its_host_or_by_a_part_of_its_address(address, expected):
    assert is_badge(address) is expected


def test_the_hosts_of_badges_are_those_that_the_documentation_lists():
    text = (PROJECT / "docs/how-to/hero-images.md").read_text(encoding="utf-8")
    listed = re.search(r"its host makes badges: (.*), or a host below", text, re.DOTALL)[1]
    assert set(re.findall(r"`([^`]+)`", listed)) == set(HOSTS)


def test_a_number_that_no_character_has_ends_nothing():
    text = f'<img src="&#{"9" * 5000};.jpg" alt="&#{"9" * 5000};">'
    assert first_in_body(text) == (f"&#{'9' * 5000};.jpg", f"&#{'9' * 5000};")


def test_the_head_of_a_text_ends_with_the_first_picture_that_is_no_badge():
    body = f"![B]({BADGES[0]}) ![C]({BADGES[1]})\n\n![A](a.jpg) ![D]({BADGES[2]}) ![E](e.jpg)"
    assert [shown.alt for shown in head_of_body(body)] == ["B", "C", "A"]
    assert [shown.alt for shown in head_of_body(f'<img src="x.gif" alt="X" width="1"> {body}')] == list(
        "XBCA"
    )


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


SCHEMES = {
    "![A](a.png#only-light) ![B](b.png#only-dark)": [("a.png", "b.png")],
    "![B](b.png#only-dark)\n\n![A](a.png#only-light)\n![C](c.png)": [("a.png", "b.png"), ("c.png", None)],
    "![A](a.png#gh-light-mode-only) ![B](b.png#gh-dark-mode-only)": [("a.png", "b.png")],
    "![A](a.png#only-dark)": [("a.png", None)],
    "![A](a.png#only-light) ![C](c.png)": [("a.png", None), ("c.png", None)],
    "![A](a.png#only-light) ![C](c.png#only-light)": [("a.png", None), ("c.png", None)],
    "![A](a.svg#light) ![B](b.svg#only-darker)": [("a.svg#light", None), ("b.svg#only-darker", None)],
}


@pytest.mark.parametrize("body", SCHEMES)
def test_two_pictures_for_a_colour_scheme_each_are_one(body):
    assert [(shown.src, dark) for shown, dark in by_scheme(in_body(body))] == SCHEMES[body]
