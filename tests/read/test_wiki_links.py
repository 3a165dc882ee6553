"""Links of Obsidian in front matter: readers see names, and pictures and posts are found."""

from __future__ import annotations

from typing import Any

import pytest

from mkdocs_newsblog.read.values.wiki_links import wiki_link, without_links
from tests.read.reading import codes, front, read

LINKED = {
    "an author": ('author: "[[Ana Ruiz]]"', "authors", ["Ana Ruiz"]),
    "an author without quotes": ("author: [[Ana Ruiz]]", "authors", ["Ana Ruiz"]),
    "authors": ('authors:\n- "[[People/Ana.md]]"\n- [[Bo]]', "authors", ["Ana", "Bo"]),
    "two in one text": ('author: "[[Ana]], [[Bo]]"', "authors", ["Ana, Bo"]),
    "a category": ('category: "[[Places/The harbour#Boats]]"', "categories", ["The harbour"]),
    "a category with a label": ('categories: ["[[Places|By the sea]]"]', "categories", ["By the sea"]),
    "categories on lines": (
        "categories:\n- [[Places]]\n- [[By the sea]]",
        "categories",
        ["Places", "By the sea"],
    ),
    "a category beside Hexo's": (
        "categories:\n- [[Places]]\n- [Sea, Boats]",
        "categories",
        ["Places", "Sea/Boats"],
    ),
    "an author as an object": ('authors: [{name: "[[People/Bo]]"}]', "authors", ["Bo"]),
    "a part of a category": ('categories: [["[[Places]]", Sea]]', "categories", ["Places/Sea"]),
    "tags": ('tags: ["[[sea]]", [[tide]]]', "tags", ["sea", "tide"]),
    "the file of an author": ("author: content/authors/ana.md", "authors", ["ana"]),
    "files of authors": (
        "authors: [../authors/ana_ruiz.mdx, {name: /people/Bo Berg.json}]",
        "authors",
        ["ana_ruiz", "Bo Berg"],
    ),
    "the file of a category": ("category: content/categories/sea.json", "categories", ["sea"]),
    "files called as their folders": (
        "authors: [content/authors/ana/index.md, /people/bo/_index.md, ../index.md]",
        "authors",
        ["ana", "bo", "index"],
    ),
    "a category within another": ("category: Sea/Tides", "categories", ["Sea/Tides"]),
    "files of tags": (
        "tags: [{tag: content/tags/sea.mdx}, tags/tide.yml, node.js, a/b.js]",
        "tags",
        ["sea", "tide", "node.js", "a/b.js"],
    ),
    "a file elsewhere": ('author: "https://a.example/ana.md"', "authors", ["https://a.example/ana.md"]),
    "a series": ('series: "[[A year]]"', "series", ["A year"]),
    "a series without quotes": ("series: [[A year]]", "series", ["A year"]),
}


@pytest.mark.parametrize(("block", "field", "names"), LINKED.values(), ids=LINKED)
def test_a_link_to_a_note_is_the_name_of_the_note(block: str, field: str, names: list[str]) -> None:
    reading = front(block)
    assert codes(reading) == []
    found: Any = getattr(reading.entry, field)
    assert [getattr(each, "name", each) for each in found] == names


@pytest.mark.parametrize(
    "line",
    [
        'cover: "[[pier.jpg]]"',
        "cover: [[pier.jpg]]",
        'img: "[[pier.jpg]]"',
        'image: {src: "![[pier.jpg|300]]"}',
        "cover: {image: [[pier.jpg]]}",
    ],
)
def test_a_link_to_a_picture_is_its_path(line: str) -> None:
    reading = front(line)
    assert reading.entry is not None
    assert reading.entry.image is not None
    assert (reading.entry.image.src, reading.entry.image.alt) == ("pier.jpg", None)


@pytest.mark.parametrize(
    ("line", "alt"),
    [
        ("cover: '![The pier](pier.jpg)'", "The pier"),
        ("cover: ![The pier](pier.jpg)", "The pier"),
        ("cover: '![](pier.jpg \"Low water\")'", None),
        ("cover: '[The pier](pier.jpg)'", None),
        ("img: '![The pier](pier.jpg)'", "The pier"),
        ("image: {src: '![The pier](pier.jpg)', alt: A pier}", "A pier"),
        ("image: {src: '![The pier](pier.jpg)', alt: ''}", ""),
    ],
)
def test_a_picture_in_markdown_is_its_path(line: str, alt: str | None) -> None:
    image = getattr(front(line).entry, "image", None)
    assert image is not None
    assert (image.src, image.alt) == ("pier.jpg", alt)


@pytest.mark.parametrize("text", ["![a](b", "![a] (b)", "![a](b)c", "![a](b(c))", "![a](<b>)", "![a]()"])
def test_what_is_no_picture_in_markdown_is_a_path(text: str) -> None:
    image = getattr(front(f"cover: '{text}'").entry, "image", None)
    assert image is not None
    assert image.src == text


def test_a_link_in_markdown_to_another_post_says_what_it_is_called() -> None:
    found = front('related:\n- "[When it came](storm.md)"').entry
    assert found is not None
    assert [(each.target, each.title) for each in found.related] == [("storm.md", "When it came")]


def test_a_link_to_another_post_says_what_it_is_called() -> None:
    found = front('related:\n- "[[tide]]"\n- "[[storm#High water|When it came]]"\n- [[ebb]]').entry
    assert found is not None
    assert [(each.target, each.title) for each in found.related] == [
        ("tide", None),
        ("storm#High water", "When it came"),
        ("ebb", None),
    ]


@pytest.mark.parametrize("value", ['"[[2026-05-04]]"', "[[2026-05-04]]", '"[[Days/2026-05-04|Monday]]"'])
def test_a_link_to_the_note_of_a_day_is_that_day(value: str) -> None:
    reading = read(f"---\ntitle: A\ndate: {value}\n---\nText.\n")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.published is not None
    assert str(reading.entry.published.day) == "2026-05-04"


@pytest.mark.parametrize("text", ["[[]]", "[[|a]]", "[[a]", "a [b] c", "[[a\nb]]", "[[[a", "[[#a]"])
def test_brackets_that_are_no_link_stay(text: str) -> None:
    assert without_links(text) == text


@pytest.mark.parametrize("part", ["![", "![a](", "![a](b", '![a](b"', "![a](b "])
def test_many_parts_of_a_picture_in_markdown_are_read_in_one_pass(part: str) -> None:
    text = part * 50_000
    assert wiki_link(text).target == text


@pytest.mark.parametrize("part", ["[[", "[[a", "[[a|", "![[a]]", "]]"])
def test_many_brackets_are_read_in_one_pass(part: str) -> None:
    assert len(without_links(part * 50_000)) <= 50_000 * len(part)
