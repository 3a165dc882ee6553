"""The heads of whole sites: everything once, on every theme, and only on our own pages."""

from __future__ import annotations

import json
from collections import Counter
from urllib.parse import urljoin

import pytest

from tests.images.drawing import picture

THEMES = ["mkdocs", "readthedocs", "material"]
BASE = "https://harbour.example/docs/"
SITE = {"site_url": BASE, "site_description": "All about the harbour", "site_author": None}
ONCE = (
    *("description", "author", "robots", "og:type", "og:title", "og:url", "og:site_name", "og:locale"),
    *("og:description", "og:image", "og:image:width", "og:image:height", "og:image:alt", "twitter:card"),
    *("twitter:image", "twitter:image:alt", "article:published_time", "article:modified_time"),
)
POST = """\
---
title: 'The "Pier" & <more>'
date: 2024-09-25T10:00:00+02:00
updated: 2024-10-01
tags: [world, sea]
category: Releases
series: Storms
author: {name: Mara Lindqvist, url: "https://social.example/@mara"}
hero: {src: pier.jpg, alt: "A pier"}
description: 'What "it" is <x>about</x>'
---
Text.
"""


def harbour(drawn, **newsblog):
    site = drawn("docs/\n  index.md | # Home\n", SITE, {"dir": "news", **newsblog})
    site.write("docs/news/one.md", POST.encode())
    site.write("docs/news/pier.jpg", picture(1600, 900))
    for number in range(2):
        site.write(
            f"docs/news/p{number}.md",
            f"---\ntitle: P{number}\ndate: 2023-01-0{number + 1}\n---\nSome words.\n",
        )
    return site


def metas(page):
    """How often each meta tag stands in a page's head."""
    return Counter(
        tag.get("property") or tag.get("name") for tag in page.select("head meta") if tag.get("content")
    )


def meta(page, name):
    return page.one(f"head meta[property='{name}'], head meta[name='{name}']")["content"]


def graph(page):
    return {
        node["@type"]: node
        for node in json.loads(page.one("script[type='application/ld+json']").node.text())["@graph"]
    }


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_says_everything_once(drawn, theme):
    page = harbour(drawn).build(theme=theme).page("news/one/")
    counts = metas(page)
    assert {name: counts[name] for name in ONCE if counts[name] != 1} == {}
    assert counts["article:tag"] == 2
    assert page.values("head link[rel=canonical]", "href") == [f"{BASE}news/one/"]
    assert meta(page, "og:title") == 'The "Pier" & <more>'
    assert meta(page, "description") == meta(page, "og:description") == 'What "it" is <x>about</x>'
    assert meta(page, "og:image") == f"{BASE}news/pier.jpg"
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1600", "900")
    assert meta(page, "article:published_time") == "2024-09-25T10:00:00+02:00"
    assert meta(page, "fediverse:creator") == "@mara@social.example"
    for rel in ("prev", "author"):
        assert len(page.select(f"head link[rel={rel}]")) == 1
    assert page.select("head link[rel=next]") == []
    assert not [error for error in page.parse_errors() if "head" in error]
    node = graph(page)["BlogPosting"]
    assert node["datePublished"] == "2024-09-25T10:00:00+02:00"
    assert node["author"][0]["name"] == "Mara Lindqvist"
    assert [part["name"] for part in node["isPartOf"]] == ["Blog", "Storms"]
    assert page.select("head ~ body meta, head ~ body link[rel=alternate]") == []


def test_an_account_in_the_fediverse_is_named_also_where_authors_have_no_pages(drawn):
    page = harbour(drawn, authors=False).build().page("news/one/")
    assert page.values("head link[rel=author]", "href") == ["https://social.example/@mara"]
    assert meta(page, "fediverse:creator") == "@mara@social.example"


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_without_a_description_gets_its_summary(drawn, theme):
    page = harbour(drawn).build(theme=theme).page("news/p0/")
    assert metas(page)["description"] == 1
    assert meta(page, "description") == "Some words."


@pytest.mark.parametrize("theme", THEMES)
def test_a_listing_is_a_collection(drawn, theme):
    built = harbour(drawn, index={"per_page": 1}).build(theme=theme)
    page = built.page("news/page/2/")
    counts = metas(page)
    assert [counts[name] for name in ("description", "og:type", "og:title", "twitter:card")] == [1, 1, 1, 1]
    assert meta(page, "og:type") == "website"
    here = built.resolver.url(built.path("news/page/2/"))
    around = [urljoin(here, page.one(f"head link[rel={rel}]")["href"]) for rel in ("prev", "next")]
    assert around == [f"{BASE}news/", f"{BASE}news/page/3/"]
    node = graph(page)["CollectionPage"]
    assert [entry["url"] for entry in node["mainEntity"]["itemListElement"]] == [f"{BASE}news/p1/"]
    assert built.broken_links() == []


def listings(built):
    return [
        page for page in built.pages() if page.select(".newsblog-list, .newsblog-terms, .newsblog-archive")
    ]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("metadata", [True, False])
def test_each_listing_has_a_description_of_its_own(drawn, theme, metadata):
    site = harbour(drawn, metadata=metadata, index={"per_page": 1}, archive={"months": True})
    site.write("docs/news/more.md", b"---\ntitle: More\ndate: 2024-02-01\ntags: ['b & \"c\"']\n---\nText.\n")
    built = site.build(theme=theme)
    assert built.ok, built
    pages = {page.url: page for page in listings(built)}
    assert {"news/", "news/page/2/", "news/archive/", "news/2024/02/", "news/tags/sea/"} <= pages.keys()
    if theme == "material" or metadata:
        said = {url: meta(page, "description") for url, page in pages.items()}
        assert len(set(said.values())) == len(said)
        assert said["news/"] == "All about the harbour"
        assert said["news/tags/sea/"] == "Tag: sea – Drawn"
        assert 'Tag: b & "c" – Drawn' in said.values()
    for page in pages.values():
        assert metas(page)["description"] == (theme == "material" or metadata)
        if metadata:
            assert meta(page, "og:description") == meta(page, "description")


@pytest.mark.parametrize("theme", THEMES)
def test_what_an_author_says_of_a_listing_is_what_its_head_says(drawn, theme):
    site = harbour(drawn)
    for path, said in (
        ("", '"A & B"'),
        ("tags/", "The **tags**"),
        ("archive/", '" "'),
        ("authors/", "7"),
    ):
        site.write(
            f"docs/news/{path}index.md", f"---\ntitle: Mine\ndescription: {said}\n---\nHello.\n".encode()
        )
    built = site.build(theme=theme)
    assert built.ok, built
    front, tags, archive = (built.page(f"news/{path}") for path in ("", "tags/", "archive/"))
    assert meta(front, "description") == meta(front, "og:description") == "A & B"
    assert graph(front)["CollectionPage"]["description"] == "A & B"
    assert meta(tags, "og:description") == "The tags"
    assert meta(tags, "description") == ("The **tags**" if theme == "material" else "The tags")
    assert meta(archive, "description") == meta(archive, "og:description") == "Archive – Mine – Drawn"


@pytest.mark.parametrize("theme", THEMES)
def test_marks_of_markdown_are_no_part_of_what_programs_are_told(drawn, theme):
    marked = "'D **b** `c` [l](https://x.example) & a_b_c\\_d <x>x</x>'"
    site = harbour(drawn, llms=True)
    lines = ("title: Marked", "date: 2024-01-01", f"description: {marked}", "summary: S")
    hero = f"hero: {{src: pier.jpg, alt: A pier, caption: {marked}}}"
    site.write("docs/news/marked.md", "\n".join(("---", *lines, hero, "---", "Text.", "")).encode())
    built = site.build(theme=theme)
    assert built.ok, built
    page = built.page("news/marked/")
    plain = "D b c l & a_b_c_d <x>x</x>"
    assert meta(page, "description") == meta(page, "og:description") == plain
    assert graph(page)["BlogPosting"]["description"] == plain
    assert graph(page)["BlogPosting"]["image"][0]["caption"] == plain
    assert f"news/marked/): {plain}" in built.text("llms.txt")
    assert page.one("figcaption a")["href"] == "https://x.example"
    assert page.texts("figcaption strong") == ["b"]


@pytest.mark.parametrize(
    ("line", "robots", "listed"),
    [
        ("noindex: true", 1, False),
        ("robotsNoIndex: true", 1, False),
        ("seo: {noindex: true}", 1, False),
        ("robots: noindex", 1, False),
        ("robotsNoIndex: false", 0, True),
        ("sitemap: false", 0, False),
        ("sitemap: {disable: true}", 0, False),
        ("sitemap: {exclude: 'true'}", 0, False),
        ("sitemap: {disable: false, priority: 0.5}", 0, True),
        ("sitemap: true", 0, True),
        ("sitemap: [x]", 0, True),
        ("canonical_url: https://FIRST.example/pier/", 0, False),
        ("canonical_url: https://Harbour.example/pier/", 0, True),
    ],
)
def test_a_post_may_stay_out_of_the_sitemap(drawn, line, robots, listed):
    site = harbour(drawn)
    site.write("docs/news/two.md", f"---\ntitle: Two\ndate: 2024-01-01\n{line}\n---\nText.\n".encode())
    built = site.build()
    assert built.ok, built
    assert len(built.page("news/two/").select("head meta[name=robots][content*=noindex]")) == robots
    assert ("news/two/</loc>" in built.text("sitemap.xml")) is listed


def test_a_host_in_other_letters_is_the_sites_own(drawn):
    site = harbour(drawn)
    line = "canonical_url: https://h\u00e4fen.example/pier/"
    site.write("docs/news/two.md", f"---\ntitle: Two\ndate: 2024-01-01\n{line}\n---\nText.\n".encode())
    assert "news/two/</loc>" in site.build(site_url="https://h\u00e4fen.example/").text("sitemap.xml")


@pytest.mark.parametrize("theme", THEMES)
def test_pages_that_are_not_ours_get_nothing(drawn, theme):
    page = harbour(drawn).build(theme=theme).page("")
    assert (
        page.select("head meta[property], head link[rel=alternate], script[type='application/ld+json']") == []
    )
    assert metas(page)["robots"] == 0


def test_what_a_theme_says_is_not_said_again(drawn):
    site = harbour(drawn)
    card = '<meta property="og:image" content="{{ config.site_url }}card.png">'
    own = f'{card}<meta property="og:title" content="Mine">'
    site.write("over/main.html", "{% extends 'base.html' %}{% block extrahead %}" + own + "{% endblock %}\n")
    built = site.build(theme={"name": "material", "custom_dir": "over"})
    assert built.ok, built
    page = built.page("news/one/")
    assert page.values("head meta[property^='og:image']", "content") == [f"{BASE}card.png"]
    assert meta(page, "og:title") == "Mine"
    assert metas(page)["og:type"] == 1


CARDS = """\
from mkdocs.plugins import event_priority

@event_priority(50)
def on_post_page(output, page, config):
    card = config["site_url"] + "assets/images/social/" + page.url + "card.png"
    about = {
        "og:type": "website", "og:title": "T", "og:description": "D", "og:image": card,
        "og:image:type": "image/png", "og:image:width": 1200, "og:image:height": 630,
        "og:url": page.canonical_url, "twitter:card": "summary_large_image", "twitter:title": "T",
        "twitter:description": "D", "twitter:image": card,
    }
    tags = [f'<meta property="{name}" content="{text}" />' for name, text in about.items()]
    at = output.find("</head>")
    return "\\n".join([output[:at], "\\n".join(tags), output[at:]])
"""
"""Adds to pages what Material's plugin for social cards adds, at the same time."""


def test_cards_of_the_social_plugin_stay_and_nothing_is_said_twice(drawn):
    site = harbour(drawn)
    site.write("cards.py", CARDS)
    built = site.build(theme="material", hooks=["cards.py"])
    assert built.ok, built
    for url in ("news/one/", "news/", "news/tags/sea/"):
        page = built.page(url)
        counts = metas(page)
        several = {"article:tag"}
        assert [name for name, count in counts.items() if count > 1 and name not in several] == []
        card = f"{BASE}assets/images/social/{page.url}card.png"
        assert meta(page, "og:image") == meta(page, "twitter:image") == card
        assert (meta(page, "og:image:width"), meta(page, "og:type")) == ("1200", "website")
        assert counts["og:image:alt"] == counts["twitter:image:alt"] == 0, "words about another picture"
        assert counts["og:site_name"] == counts["description"] == 1


def test_search_engines_are_kept_from_what_the_options_name(drawn):
    built = harbour(drawn, index={"per_page": 1}, metadata={"noindex": ["pages", "tags"]}).build()
    hidden = [page.url for page in built.pages() if page.select("meta[name=robots][content*=noindex]")]
    assert hidden == ["news/page/2/", "news/page/3/", "news/tags/", "news/tags/sea/", "news/tags/world/"]
    listed = built.text("sitemap.xml")
    assert [url for url in hidden if f"/{url}</loc>" in listed] == []
    assert "/news/one/</loc>" in listed
    shown = harbour(drawn, metadata=False).build().text("sitemap.xml")
    assert "/news/tags/sea/</loc>" in shown


@pytest.mark.parametrize(
    ("path", "line", "robots", "out"),
    [
        ("news/index.md", "noindex: true", ["news/", "news/page/2/"], ["news/", "news/page/2/"]),
        ("news/index.md", "sitemap: false", [], ["news/", "news/page/2/"]),
        ("news/tags/sea.md", "robots: noindex", ["news/tags/sea/"], ["news/tags/sea/"]),
        ("news/page/2.md", "noindex: true", ["news/page/2/"], ["news/page/2/"]),
        ("news/page/2.md", "sitemap: false", [], ["news/page/2/"]),
        ("news/index.md", "canonical_url: https://first.example/", [], []),
    ],
)
def test_the_page_of_a_listing_may_keep_it_from_search_engines(drawn, path, line, robots, out):
    site = harbour(drawn, index={"per_page": 2})
    site.write(f"docs/{path}", f"---\ntitle: All\n{line}\n---\nText.\n")
    built = site.build()
    found = [page.url for page in built.pages() if page.select("meta[name=robots][content*=noindex]")]
    assert found == robots
    listed = built.text("sitemap.xml")
    urls = [url for url in built.urls() if url.startswith("news/")]
    assert [url for url in urls if f"/{url}</loc>" not in listed] == out


def test_a_draft_of_a_listing_s_page_keeps_nothing_from_search_engines(drawn):
    site = harbour(drawn, problems={"introduction-unpublished": "ignore"})
    site.write("docs/news/index.md", "---\ntitle: All\ndraft: true\nnoindex: true\n---\nText.\n")
    assert site.build().page("news/").select("meta[name=robots][content*=noindex]") == []


WAYS = {
    "news/": ["Drawn", "Blog"],
    "news/page/2/": ["Drawn", "Blog", "Page 2"],
    "news/archive/": ["Drawn", "Blog", "Archive"],
    "news/tags/": ["Drawn", "Blog", "Tags"],
    "news/tags/sea/": ["Drawn", "Blog", "sea"],
    "news/series/storms/": ["Drawn", "Blog", "Storms"],
    "news/one/": ["Drawn", "Blog", 'The "Pier" & <more>'],
}


TITLES = {
    "news/": "Blog",
    "news/page/2/": "Blog – Page 2",
    "news/archive/": "Archive – Blog",
    "news/2023/": "2023 – Blog",
    "news/tags/": "Tags – Blog",
    "news/tags/sea/": "Tag: sea",
    "news/series/storms/": "Series: Storms",
}


def test_a_listing_is_called_what_it_is_about_and_of_which_section(drawn):
    built = harbour(drawn, index={"per_page": 2}).build()
    assert built.ok, built
    for url, title in TITLES.items():
        page = built.page(url)
        said = {meta(page, "og:title"), graph(page)["CollectionPage"]["name"]}
        assert (url, said) == (url, {title})
        assert page.text("title").startswith(title)


def test_programs_learn_of_each_page_where_it_is_and_how_to_get_there(drawn):
    built = harbour(drawn, index={"per_page": 2}).build()
    assert built.ok, built
    for url, names in WAYS.items():
        page, here = built.page(url), f"{BASE}{url}"
        node = graph(page)["BlogPosting" if url == "news/one/" else "CollectionPage"]
        assert {here} == {
            *page.values("head link[rel=canonical]", "href"),
            *(meta(page, "og:url"), node["url"], node["@id"].partition("#")[0]),
        }, url
        steps = graph(page)["BreadcrumbList"]["itemListElement"]
        assert [step["name"] for step in steps] == names
        assert [step["position"] for step in steps] == list(range(1, len(names) + 1))
        items = [step["item"] for step in steps]
        assert (items[0], items[1], items[-1]) == (BASE, f"{BASE}news/", here)
        assert node["isPartOf"][0]["url"] == f"{BASE}news/"
    assert graph(built.page("news/one/"))["BlogPosting"]["isPartOf"][1]["url"] == f"{BASE}news/series/storms/"


def test_a_further_page_is_a_step_of_its_own(drawn):
    built = harbour(drawn, index={"per_page": 1}).build()
    said = json.loads(built.page("news/page/2/").text("script[type='application/ld+json']"))
    trail = next(each for each in said["@graph"] if each["@type"] == "BreadcrumbList")
    assert [step["name"] for step in trail["itemListElement"]][-2:] == ["Blog", "Page 2"]


def test_a_theme_is_given_the_whole_address_of_a_picture(drawn):
    site = harbour(drawn)
    site.write(
        "own/main.html",
        '{% extends "base.html" %}{% block htmltitle %}'
        '<meta property="og:image" content="{{ page.meta.image }}">{% endblock %}',
    )
    site.write("docs/news/one.md", POST.replace("hero: {src: pier.jpg", "image: {src: ./pier.jpg").encode())
    page = site.build(theme={"name": "mkdocs", "custom_dir": "own"}, strict=False).page("news/one/")
    assert page.values("meta[property='og:image']", "content") == [f"{BASE}news/pier.jpg"]


def test_a_post_that_first_stood_elsewhere_says_so_once(drawn):
    site = harbour(drawn)
    site.write(
        "docs/news/one.md",
        POST.replace("category:", "canonical_url: https://first.example/pier/\ncategory:").encode(),
    )
    built = site.build(theme="material")
    page = built.page("news/one/")
    assert page.values("head link[rel=canonical]", "href") == ["https://first.example/pier/"]
    assert meta(page, "og:url") == "https://first.example/pier/"
    assert "news/one/" not in built.text("sitemap.xml"), "the original counts, and it is on another host"
    assert "first.example" not in built.text("sitemap.xml")


def test_types_of_articles(drawn):
    site = harbour(drawn, metadata={"article_type": "NewsArticle"})
    site.write(
        "docs/news/p0.md", "---\ntitle: P0\ndate: 2023-01-01\nseo: {type: TechArticle}\n---\nSome words.\n"
    )
    site.write("docs/news/p1.md", "---\ntitle: P1\ndate: 2023-01-02\nseo: {type: Poem}\n---\nSome words.\n")
    built = site.build()
    assert "NewsArticle" in graph(built.page("news/one/"))
    assert "TechArticle" in graph(built.page("news/p0/"))
    assert "NewsArticle" in graph(built.page("news/p1/"))
    assert [text for text in built.said("INFO") if "[seo-type-unknown]" in text and "news/p1.md:4" in text]


def test_a_publisher_that_writes_itself_is_an_organisation(drawn):
    site = harbour(drawn, metadata={"publisher": "Harbour Board", "logo": "https://harbour.example/logo.png"})
    site.write(
        "docs/news/p0.md", "---\ntitle: P0\ndate: 2023-01-01\nauthor: Harbour Board\n---\nSome words.\n"
    )
    node = graph(site.build().page("news/p0/"))["BlogPosting"]
    assert node["author"][0]["@type"] == "Organization"
    assert node["publisher"]["logo"]["url"] == "https://harbour.example/logo.png"


def test_an_author_that_the_options_call_an_organisation_is_no_person(drawn):
    site = harbour(drawn, metadata={"organizations": ["The Board"]})
    site.write(
        "docs/news/p0.md", "---\ntitle: P0\ndate: 2023-01-01\nauthors: [The Board, Ada]\n---\nSome words.\n"
    )
    authors = graph(site.build().page("news/p0/"))["BlogPosting"]["author"]
    assert [(each["name"], each["@type"]) for each in authors] == [
        ("The Board", "Organization"),
        ("Ada", "Person"),
    ]


def test_switched_off_nothing_is_added_but_links(drawn):
    page = harbour(drawn, metadata=False).build().page("news/one/")
    assert page.select("head meta[property], head script[type='application/ld+json']") == []
    assert len(page.select("head link[rel=alternate]")) == 3


@pytest.mark.parametrize("theme", THEMES)
def test_without_an_address_nothing_relative_is_said(drawn, theme):
    page = harbour(drawn).build(theme=theme, site_url=None).page("news/one/")
    assert meta(page, "og:title") == 'The "Pier" & <more>'
    assert page.select("meta[property='og:url'], meta[property='og:image'], link[rel=canonical]") == []
    assert "url" not in graph(page)["BlogPosting"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("first", ["https://fonts.example.org/a.css?b&c", "./a.css?b&c", "x/../a.css?b&c"])
def test_the_styles_of_the_site_stand_behind_ours_and_those_of_the_theme_before(drawn, theme, first):
    own = [first, "own.css", "theme.css"]
    site = drawn("docs/\n  index.md | # Home\n", {"extra_css": own}, {"dir": "news"})
    site.write("docs/index.md", "# Home\n\n<!-- newsblog: latest -->\n")
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nText.\n")
    site.write("docs/own.css", "")
    site.write("docs/theme.css", "")
    built = site.build(theme=theme, strict=False)
    for url in ("", "news/", "news/a/", "news/2024/05/"):
        linked = built.page(url).values("head link[rel=stylesheet]", "href")
        assert [href.rpartition("/")[2] for href in linked[-4:]] == [
            "newsblog.css",
            "a.css?b&c",
            "own.css",
            "theme.css",
        ], url


@pytest.mark.parametrize("feature", ["navigation.instant", "navigation.tabs"])
def test_where_a_script_puts_pages_into_one_another_each_of_the_site_links_our_styles(drawn, feature):
    site = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["own.css"]}, {"dir": "news"})
    site.write("docs/guide/deep.md", "# Deep\n")
    site.write("docs/own.css", "")
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nText.\n")
    built = site.build(theme={"name": "material", "features": [feature]}, site_url="https://a.example/docs/")
    ours = {"news/", "news/a/", "news/archive/", "news/2024/", "news/2024/05/"}
    linked = {
        page.url: page.values("head link[href$='newsblog.css'], head link[href$='own.css']", "href")
        for page in built.pages()
        if page.select("head link[href$='newsblog.css']")
    }
    also = {"", "guide/deep/", "404.html"} if feature == "navigation.instant" else set()
    assert set(linked) == ours | also
    for url, hrefs in linked.items():
        assert [href.rpartition("/")[2] for href in hrefs] == ["newsblog.css", "own.css"], url
    assert built.broken_links() == []


def test_pages_of_each_section_link_our_styles_once_where_a_script_puts_pages_into_one_another(drawn):
    sections = [{"dir": "news"}, {"dir": "log"}]
    site = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["own.css"]}, sections)
    site.write("docs/own.css", "")
    for folder in ("news", "log"):
        site.write(f"docs/{folder}/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\n<!-- newsblog: latest -->\n")
    built = site.build(theme={"name": "material", "features": ["navigation.instant"]})
    assert built.ok, built
    for url in ("", "news/", "news/a/", "log/", "log/a/", "log/2024/05/"):
        hrefs = built.page(url).values("head link[href$='newsblog.css'], head link[href$='own.css']", "href")
        assert [href.rpartition("/")[2] for href in hrefs] == ["newsblog.css", "own.css"], url


def test_the_styles_of_the_site_are_found_behind_what_only_looks_like_them(drawn):
    head = (
        "<!-- <link rel=stylesheet href=../own.css> --><script>'<link href=../own.css>'</script>"
        "<meta name=description content='<!-- <link href=../own.css>'>"
        "<link rel=stylesheet href=../other/own.css>"
    )
    own = "<link rel=stylesheet href=../own.css>"
    theme = {"name": None, "custom_dir": "plain"}
    site = drawn("docs/\n  index.md | # Home\n", {"theme": theme, "extra_css": ["own.css"]}, {"dir": "news"})
    page = f"<html><head><title>A</title>{head}{own}</head><body>{{{{ page.content }}}}</body></html>"
    site.write("plain/main.html", page)
    site.write("docs/own.css", "")
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nText.\n")
    made = site.build(strict=False).page("news/").raw
    assert f'{head}<link rel="stylesheet" href="../assets/newsblog/newsblog.css">' in made
    assert f"{own}</head>" in made


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_that_introduces_a_listing_has_one_title_for_readers_and_programs(drawn, theme):
    site = harbour(drawn)
    site.write("docs/news/tags/sea.md", "# All at sea\n\nWords.\n")
    site.write("docs/news/2023.md", "---\ntitle: 'The \"old\" year'\n---\nWords.\n")
    site.write("docs/news/2024.md", "No title.\n")
    built = site.build(theme=theme)
    assert built.ok, built
    titles = {"tags/sea": "All at sea", "2023": 'The "old" year', "2024": "2024 – Blog"}
    for url, title in titles.items():
        page = built.page(f"news/{url}/")
        assert page.text("title").startswith(title.removesuffix(" – Blog"))
        assert meta(page, "og:title") == title
        assert graph(page)["CollectionPage"]["name"] == title
