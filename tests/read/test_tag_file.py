"""Files that say what tags are called, as Docusaurus has them."""

import pytest

from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.tag_file import KnownTag, TagFile, read_tag_file


def tags(text: str) -> TagFile:
    return read_tag_file(Source("news/tags.yml", text.encode()))


def test_tags_are_known_by_their_keys():
    read = tags(
        "sea:\n  label: The sea\n  permalink: /at-sea\n  description: Tides & *wind*\n\n"
        "js: {label: JavaScript}\nlow-water:\n2026: {permalink: /a/b, other: x}\n"
        "ci: {permalink: /a/ci.html}\n"
    )
    assert read.problems == ()
    assert list(read.tags.values()) == [
        KnownTag("sea", "The sea", "at-sea", "Tides & *wind*"),
        KnownTag("js", "JavaScript"),
        KnownTag("low-water"),
        KnownTag("2026", slug="b"),
        KnownTag("ci", slug="ci"),
    ]


BAD = {
    "sea: [a]": ("value-ignored", "news/tags.yml:1:6"),
    "sea: The sea": ("value-ignored", "news/tags.yml:1:6"),
    "sea:\n  label: [a, b]": ("value-ignored", "news/tags.yml:2:10"),
    "sea:\n  permalink: /../x": ("address-unsafe", "news/tags.yml:2:14"),
    "sea:\n  label: {": ("front-matter-unreadable", "news/tags.yml:2:1"),
    "- sea": ("front-matter-unreadable", "news/tags.yml:1:1"),
}


@pytest.mark.parametrize("text", BAD)
def test_what_can_not_be_read_is_said_at_its_place(text):
    assert [(found.code, str(found.place)) for found in tags(text).problems] == [BAD[text]]
    assert all(tag.label is None for tag in tags(text).tags.values())


@pytest.mark.parametrize("text", ["", "\n# nothing yet\n", "sea: {}\n", "sea: {label: '', permalink: }"])
def test_a_file_that_says_nothing_is_no_mistake(text):
    assert tags(text).problems == ()
