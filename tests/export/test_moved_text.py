"""Markdown at another place: its links lead where they led, its headings stand below the title."""

import pytest

from mkdocs_newsblog.export.headings import settle_headings
from mkdocs_newsblog.export.relink import relink

MOVED = {
    "news/a.md": "news/a/index.md",
    "news/b.md": "blog/2024/b/index.md",
    "news/c d.md": "news/c d/index.md",
}
KNOWN = {*MOVED, "index.md", "guide.md", "news/img/x.png", "news/a (1).md"}

LINKS = [
    ("[x](b.md)", "[x](../../blog/2024/b/index.md)"),
    ("[x](b.md#part)", "[x](../../blog/2024/b/index.md#part)"),
    ("[x](./b.md?a=b#c 'Title')", "[x](../../blog/2024/b/index.md?a=b#c 'Title')"),
    ("[x](c%20d.md)", "[x](../c%20d/index.md)"),
    ("[x](<c d.md>)", "[x](<../c%20d/index.md>)"),
    ("[x](<c d.md#e> 'T')", "[x](<../c%20d/index.md#e> 'T')"),
    ("[x](c d.md)", "[x](../c%20d/index.md)"),
    ('[x](c d.md  "T")', '[x](../c%20d/index.md  "T")'),
    ("[x](<a (1).md>)", "[x](<../a%20%281%29.md>)"),
    ("[x](../guide.md)", "[x](../../guide.md)"),
    ("![x](img/x.png){ .a }", "![x](../img/x.png){ .a }"),
    ("[![x](img/x.png)](b.md)", "[![x](../img/x.png)](../../blog/2024/b/index.md)"),
    ("[r]: <b.md> 'T'", "[r]: <../../blog/2024/b/index.md> 'T'"),
    ("[r]:\n  b.md", "[r]:\n  ../../blog/2024/b/index.md"),
    ("> [r]: b.md", "> [r]: ../../blog/2024/b/index.md"),
    ("1. item\n\n    [r]: b.md", "1. item\n\n    [r]: ../../blog/2024/b/index.md"),
    ("going on\n    [x](b.md)", "[x](../../blog/2024/b/index.md)"),
    ("[x](a.md#own)", "[x](index.md#own)"),
    ("[x](/news/b.md)", "[x](/blog/2024/b/index.md)"),
]
STAY = [
    *("[x](gone.md)", "[x](#part)", "[x](https://example.org/b.md)", "[x](//host/b.md)", "[x](mailto:b.md)"),
    *("`[x](b.md)`", "```\n[x](b.md)\n```", "Text\n\n    [x](b.md)\n", "[x](/guide.md)", "[x](http://[)"),
    *("# T\n    [x](b.md)", "[^1]: b.md is a file", "[x](a b.md)", "[x]( 'b.md')"),
    "~~~\n- a\n~~~\n\n    [x](b.md)",
]


@pytest.mark.parametrize(("text", "moved"), LINKS)
def test_links_lead_where_they_led(text, moved):
    assert (
        relink(f"Words {text} and\n{text}\n", "news/a.md", "news/a/index.md", MOVED, KNOWN).count(moved) >= 1
    )


@pytest.mark.parametrize("text", STAY)
def test_what_leads_to_no_file_stays(text):
    assert relink(text, "news/a.md", "news/a/index.md", MOVED, KNOWN) == text


def test_a_page_that_stays_follows_those_that_move():
    text = "[a](news/a.md) [g](guide.md) [b](./news/b.md)"
    made = relink(text, "index.md", "index.md", MOVED, KNOWN)
    assert made == "[a](news/a/index.md) [g](guide.md) [b](blog/2024/b/index.md)"


def test_many_links_take_no_longer_each():
    text = "[x](b.md)\n" * 3000 + "`" * 3000 + "[x](b.md" * 3000
    assert relink(text, "news/a.md", "news/a/index.md", MOVED, KNOWN).count("blog/2024") >= 3000
    for odd in ("](" * 20000, "](" + " " * 40000, "](a  " * 9000, "](a(" * 9000, "\n[" * 20000, "](<" * 9000):
        assert relink(odd, "news/a.md", "news/a/index.md", MOVED, KNOWN) == odd


HEADINGS = [
    ("# T\n\nText\n", True, "Text"),
    ("T\n=\n\nText", True, "Text"),
    ("Intro\n\n# T\n\nText", True, "Intro\n\n\n\nText"),
    ("## T\n\nText\n", True, "Text"),
    ("# A\n\n# B", False, "## A\n\n## B"),
    ("# T\n\n# B\n\nC d\n===\nx", True, "## B\n\nC d\n---\nx"),
    ("```\n# no\n```\n\n## Two", False, "```\n# no\n```\n\n## Two"),
    ("Text without", True, "Text without"),
]


@pytest.mark.parametrize(("text", "lifted", "made"), HEADINGS)
def test_the_title_is_printed_above_and_others_go_down(text, lifted, made):
    assert settle_headings(text, lifted=lifted).strip() == made
