"""Python's own loader of YAML, where PyYAML was built without libyaml: posts say the same."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.read.front_matter import yaml_block
from mkdocs_newsblog.read.front_matter.yaml_loader import PythonLoader
from tests.read.reading import codes, front

BLOCKS = {
    "links to notes on lines": "categories:\n- [[Places]]\n- [Sea, Boats]",
    "a list on lines": "categories:\n- [Sea, Boats]\n- Places",
    "lists within brackets": "categories: [[Sea, Boats], [Places]]",
    "a picture in Markdown": "cover: ![The pier](pier.jpg)",
    "half of a character": 'title: "half \\ud800"',
    "half of a character in a list": 'tags: [one, "half \\udfff"]',
    "a character in two halves": 'title: "\\ud83c\\udf0a"',
    "a colon": "title: News: the week",
    "a quote": 'title: "One" and "two"',
    "an alias": "title: &a Tide\ndescription: *a",
    "a number": "tags: [2024, 1_000, 0x1f, 12:30]",
    "an address with a query in brackets": "images: [https://a.example/b.png?w=9]",
    "an address with a query in braces": "cover: {image: https://a.example/b.png?w=9, alt: What is it?}",
    "a question in brackets": "tags: [why?, what ?x]",
    "keys in braces without spaces": "cover: {image: a.png,alt: A}\ntags: [a:b, http://x]",
    "a tab behind a text": "title: Low water\t\ndraft: false\t\nslug: a",
    "a tab behind a colon": "title:\tLow water\ncover:\t{image: a.png}",
    "a tab between words": "title: Low\twater \t at noon",
    "a tab behind a quote and a bracket": 'title: "A"\t\ntags: [a,\tb\t]\t',
    "a tab before a comment": "title: Low water\t# at noon\nslug: a # b",
    "a tab behind a hyphen": "tags:\n-\ta\n- b\t\n- c",
    "a tab that indents": "tags:\n\t- a\ncover:\n\timage: a.png",
    "a text on lines": "description: One\n  two\t\n\n  three: four\ntitle: A",
    "a text on lines in brackets": "tags: [one\n  two, three]\ntitle: A #b\nslug: a#b",
    "a tag of R": "title: !expr format(x)\ndescription: Words",
    "a long text": "description: >-\n  One\n  two\n\n  three",
}


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS)
def test_posts_say_the_same_without_libyaml(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> tuple[Entry | None, list[str]]:
        found = front(block)
        return found.entry, codes(found)

    with_libyaml = read()
    monkeypatch.setattr(yaml_block, "Loader", PythonLoader)
    assert read() == with_libyaml


def test_long_front_matter_may_have_what_short_may() -> None:
    parts = ", ".join("{src: https://a.example/b.png?w=9,\tnumber: 1}" for _ in range(300))
    reading = front(f"gallery: [{parts}]")
    assert codes(reading) == []
    assert reading.entry is not None
    assert len(reading.entry.meta["gallery"]) == 300
