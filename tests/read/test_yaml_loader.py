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
