"""A search that reads finished pages, as Pagefind does, finds what authors wrote, and not our lists of it."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.read.html.cleaning import remove

SKIPPED = "nav, footer, script, .headerlink, [data-pagefind-ignore]"
"""What Pagefind leaves out by itself or on Material's forks, and what a page tells it to leave out."""
POST = """
---
title: Post {number}
subtitle: A second line
date: 2026-05-0{number}
author: Ann
tags: [sea]
categories: [All]
series: Tides
hero: /a.png
heroAlt: A
heroCaption: Words below
---
Written {number}.
"""


@pytest.fixture
def site(drawn):
    terms = {"tags": {"layout": "table"}, "categories": {"layout": "list"}}
    made = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "index": {"per_page": 1}, **terms})
    made.write("docs/a.png", b"")
    for number in (1, 2):
        made.write(f"docs/news/p{number}.md", POST.format(number=number))
    for folder in ("", "archive", "tags", "tags/sea", "categories/all", "2026", "2026/05"):
        made.write(f"docs/news/{folder}/index.md".replace("//", "/"), "# Mine\n\nWritten by hand.\n")
    made.write(
        "docs/page.md",
        "# Mine\n\n<!-- newsblog: latest -->\n\nWritten by hand.\n\n<!-- newsblog: tags -->\n\n"
        "<!-- newsblog: archive -->\n",
    )
    return made


def found(built, url):
    """The words of a page that such a search finds."""
    text = LexborHTMLParser(built.page(url).raw).css_first("article.md-content__inner")
    remove(text.css(SKIPPED), text)
    return " ".join(text.text().split())


@pytest.mark.parametrize("options", [{}, {"index": {"per_page": 10}, "archive": {"layout": "cards"}}])
def test_of_a_listing_its_introduction_is_found(site, options):
    built = site.build(theme="material", newsblog={"dir": "news", **options}, strict=False)
    listings = ["", "archive/", "tags/", "tags/sea/", "categories/all/", "2026/", "2026/05/"]
    for url in (*(f"news/{listing}" for listing in listings), "page/"):
        assert found(built, url) == "Mine Written by hand.", url


def test_of_a_post_its_title_and_text_are_found(site):
    built = site.build(theme="material", strict=False)
    for number in (1, 2):
        assert found(built, f"news/p{number}/") == f"Post {number} Written {number}."
