"""The pictures of listings: nobody sees them on a page, only where a listing is shared."""

from __future__ import annotations

import json

import pytest

from tests.images.drawing import picture

BASE = "https://harbour.example/docs/"
ANA = """\
---
title: {title}
date: 2024-01-0{day}
tags: [sea]
author: {{name: Ana, avatar: ana.png}}
---
Text.
"""


def harbour(drawn, front="image: {src: card.jpg, alt: A quay}", **newsblog):
    """Two posts by one author, and a page for the index that has `front` as its front matter."""
    options = {"dir": "news", "index": {"per_page": 1}, **newsblog}
    site = drawn("docs/\n  index.md | # Home\n", {"site_url": BASE}, options)
    for day, title in enumerate(("Tide", "Ebb"), 1):
        site.write(f"docs/news/{title.lower()}.md", ANA.format(title=title, day=day))
    site.write("docs/news/index.md", f"---\ntitle: News\n{front}\n---\nAll of it.\n")
    site.write("docs/news/card.jpg", picture(1600, 900))
    site.write("docs/news/ana.png", picture(200, 200, kind="PNG"))
    site.write("docs/other.png", picture(1200, 630, kind="PNG"))
    return site


def shared(built, url):
    """What Open Graph and X are told of a page's picture."""
    page = built.page(url)
    names = ("og:image", "og:image:alt", "twitter:image", "twitter:card")
    found = [page.values(f"meta[property='{name}'], meta[name='{name}']", "content") for name in names]
    return [value for values in found for value in values]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_every_page_of_a_listing_is_shared_with_the_picture_of_its_own_page(drawn, theme):
    built = harbour(drawn).build(theme=theme)
    for url in ("news/", "news/page/2/"):
        card = f"{BASE}news/card.jpg"
        assert shared(built, url) == [card, "A quay", card, "summary_large_image"]
        assert built.page(url).select(".newsblog-view img[src$='card.jpg']") == []
    assert shared(built, "news/tags/sea/") == ["summary"]
    assert shared(built, "news/tide/") == ["summary"]


def test_the_page_of_an_author_is_shared_with_the_portrait_and_others_with_the_default(drawn):
    built = harbour(drawn, front="", images={"default": "other.png"}).build()
    portrait, default = f"{BASE}news/ana.png", f"{BASE}other.png"
    assert shared(built, "news/authors/ana/") == [portrait, portrait, "summary"]
    for url in ("news/", "news/page/2/", "news/archive/", "news/authors/"):
        assert shared(built, url) == [default, default, "summary_large_image"]


def test_for_a_drawing_that_no_card_shows_the_default_stands_in_and_search_engines_get_the_drawing(drawn):
    site = harbour(drawn, front="image: /tide.svg", images={"default": "other.png"})
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 630"/>'
    post = "---\ntitle: Plan\ndate: 2023-05-01\nhero: /tide.svg\n---\nText.\n"
    site.add({"tide.svg": drawing, "news/plan.md": post})
    default = f"{BASE}other.png"
    built = site.build(strict=False)
    for url in ("news/plan/", "news/"):
        assert shared(built, url) == [default, default, "summary_large_image"]
    page = built.page("news/plan/")
    graph = json.loads(page.one("script[type='application/ld+json']").node.text())["@graph"]
    assert graph[0]["image"][0]["url"] == f"{BASE}tide.svg"
    assert page.one(".newsblog-hero")["src"].endswith("tide.svg")
    alone = site.build(strict=False, newsblog={"dir": "news", "images": {"default": "tide.svg"}})
    assert shared(alone, "news/plan/") == [f"{BASE}tide.svg", "Plan", "summary"]


def test_a_picture_that_an_author_s_own_page_names_goes_before_the_portrait(drawn):
    site = harbour(drawn)
    site.write("docs/news/authors/ana.md", "---\ntitle: Ana\nimage: ../card.jpg\n---\nShe sails.\n")
    assert shared(site.build(), "news/authors/ana/")[0] == f"{BASE}news/card.jpg"


def test_a_page_for_a_further_page_of_a_listing_speaks_for_that_page_alone(drawn):
    site = harbour(drawn, index={"per_page": 1})
    site.write("docs/news/three.md", "---\ntitle: Three\ndate: 2024-01-03\n---\nText.\n")
    site.write("docs/news/page/2.md", "---\ntitle: More\nimage: ../../other.png\n---\nText.\n")
    built = site.build()
    card, other = f"{BASE}news/card.jpg", f"{BASE}other.png"
    found = [shared(built, url)[0] for url in ("news/", "news/page/2/", "news/page/3/")]
    assert found == [card, other, card]


@pytest.mark.parametrize("front", ["draft: true\nimage: card.jpg", "image: card.jpg\nhero: false"])
def test_a_page_that_is_held_back_or_shows_no_picture_names_none(drawn, front):
    site = harbour(drawn, front=front, problems={"introduction-unpublished": "ignore"})
    assert shared(site.build(), "news/") == ["summary"]


def test_a_picture_of_a_listing_that_is_lost_is_a_notice(drawn):
    built = harbour(drawn, front="image: gone.png").build()
    assert built.ok, built
    (said,) = [text for text in built.said("INFO") if "hero-missing" in text]
    assert "news/index.md:3:8: image: " in said
    assert "gone.png" in said
    assert shared(built, "news/") == ["summary"]


@pytest.mark.parametrize("front", ["", "\nhero: false"])
def test_an_unsafe_picture_of_a_listing_is_an_error_even_if_it_is_not_wanted(drawn, front):
    built = harbour(drawn, front=f"image: 'javascript:alert(1)'{front}").build()
    (said,) = [text for text in built.errors if "hero-unsafe" in text]
    assert "news/index.md:3:8: image: " in said


def test_nothing_is_said_of_the_words_that_a_picture_of_a_listing_lacks(drawn):
    built = harbour(drawn, front="image: card.jpg", problems={"hero-without-alt": "warning"}).build()
    assert built.ok, built
    assert shared(built, "news/")[1] == "News"


def test_no_smaller_copies_are_made_of_a_picture_that_no_page_shows(drawn):
    site = harbour(drawn, images={"variants": True}, authors={"avatars": False})
    assert [path for path in site.build().files() if path.startswith("assets/newsblog/img/")] == []
    site.write("docs/news/tide.md", "---\ntitle: Tide\ndate: 2024-01-01\nimage: card.jpg\n---\nText.\n")
    assert [path for path in site.build().files() if path.startswith("assets/newsblog/img/")] != []
