"""Feeds of whole sites: what they hold, where they are, and that they break no rule."""

from __future__ import annotations

import datetime as dt
import json
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin
from xml.etree import ElementTree

import feedparser
import jsonschema
import pytest

from mkdocs_newsblog.feeds.post_list import SCHEMA
from tests.feeds.rules import ATOM, faults, parsed
from tests.images.drawing import picture

THEMES = ["mkdocs", "readthedocs", "material"]
SITE = {"site_url": "https://harbour.example/docs/", "site_description": "All about the harbour"}
TREE = """
docs/
  index.md | # Home
"""
POSTS = {
    "one.md": """\
---
title: "R&D <b>news</b>"
date: 2024-09-25
updated: 2024-10-01
tags: [world, C++]
category: Releases
authors: [{name: Mara Lindqvist, email: mara@harbour.example}]
hero: {src: ../img/pier.jpg, alt: "A pier | at dawn"}
description: The first <x>of all</x>
guid: post-1
---
Read [the other](two.md#part) and see.

![A pier](../img/pier.jpg)

```python
if a < 1:
    pass
```

<script>alert(1)</script>
<form action="/x"><input name="q"></form>
""",
    "two.md": "---\ntitle: Two\ndate: 2024-09-26T10:00:00+05:45\ntags: [world]\n---\nFirst.\n\n"
    "## Part\n\nSecond.\n",
    "draft.md": "---\ntitle: Draft\ndate: 2024-09-27\ndraft: true\n---\nNo.\n",
    "later.md": "---\ntitle: Later\ndate: 2031-01-01\n---\nNo.\n",
    "hidden.md": "---\ntitle: Hidden\ndate: 2024-09-28\nunlisted: true\n---\nNo.\n",
}
FILES = ["feed.xml", "atom.xml", "feed.json"]


def harbour(drawn, config=None, **newsblog):
    site = drawn(TREE, SITE | (config or {}), {"dir": "news", **newsblog})
    site.write("docs/img/pier.jpg", picture(1200, 675))
    site.add(POSTS, "docs/news")
    return site


def feeds(built):
    """Every feed by its path."""
    return {path: data for path, data in built.files().items() if path.rpartition("/")[2] in FILES}


def test_the_section_and_each_term_have_feeds_that_break_no_rule(drawn):
    built = harbour(drawn).build()
    assert built.ok, built
    found = feeds(built)
    folders = {
        re.sub(r"c-[0-9a-f]{8}", "c++", path.removeprefix("news/").rpartition("/")[0]) for path in found
    }
    assert folders == {"", "tags/world", "tags/c++", "categories/releases", "authors/mara-lindqvist"}
    assert len(found) == 15
    assert {path: faults(data) for path, data in found.items() if faults(data)} == {}


@pytest.mark.parametrize("name", FILES)
def test_a_feed_holds_the_published_posts_newest_first(drawn, name):
    built = harbour(drawn).build()
    first, second = parsed(feeds(built)[f"news/{name}"])
    assert first[1:] == (
        "https://harbour.example/docs/news/two/",
        "Two",
        dt.datetime(2024, 9, 26, 4, 15, tzinfo=dt.UTC),
    )
    assert first[0] == first[1]
    assert second[1] == "https://harbour.example/docs/news/one/"
    assert second[3] == dt.datetime(2024, 9, 25, tzinfo=dt.UTC)
    if name != "atom.xml":
        assert second[0] == "post-1"


@pytest.mark.parametrize("content", ["summary", "full"])
def test_full_text_is_the_post_and_a_summary_is_its_card(drawn, content):
    built = harbour(
        drawn, feeds={"content": content}, config={"markdown_extensions": ["fenced_code"]}
    ).build()
    assert built.ok, built
    assert {path: faults(data) for path, data in feeds(built).items() if faults(data)} == {}
    item = json.loads(built.text("news/feed.json"))["items"][1]
    html = item["content_html"]
    if content == "summary":
        assert html == "<p>The first &lt;x&gt;of all&lt;/x&gt;</p>"
        return
    assert '<a href="https://harbour.example/docs/news/two/#part">the other</a>' in html
    assert '<img alt="A pier" src="https://harbour.example/docs/img/pier.jpg">' in html
    assert "<pre><code>if a &lt; 1:\n    pass\n</code></pre>" in html
    assert "alert" not in html
    assert item["summary"] == "The first <x>of all</x>"


def test_a_hero_is_there_with_its_words_and_its_true_length(drawn):
    built = harbour(drawn).build()
    item = ElementTree.fromstring(built.text("news/feed.xml")).findall(".//item")[1]
    size = len((built.site_dir / "img" / "pier.jpg").read_bytes())
    assert item.find("enclosure").attrib == {
        "url": "https://harbour.example/docs/img/pier.jpg",
        "length": str(size),
        "type": "image/jpeg",
    }
    assert "A pier | at dawn" in ElementTree.tostring(item, encoding="unicode")


def test_a_mail_address_is_in_no_feed(drawn):
    site = harbour(drawn, feeds={"content": "full"})
    line = "external_url: mailto:mara@harbour.example"
    site.write("docs/news/three.md", f"---\ntitle: Three\ndate: 2024-09-29\n{line}\n---\nText.\n")
    found = feeds(site.build())
    assert [path for path, data in found.items() if b"mara@" in data] == []


def test_an_update_moves_atom_and_nothing_else(drawn):
    site = harbour(drawn)
    before = feeds(site.build())
    site.write("docs/news/one.md", POSTS["one.md"].replace("2024-10-01", "2024-10-02").encode())
    after = feeds(site.build())
    ids = [[entry[0] for entry in parsed(files["news/atom.xml"])] for files in (before, after)]
    assert ids[0] == ids[1]
    updated = ElementTree.fromstring(after["news/atom.xml"]).findtext(f"{ATOM}updated")
    assert updated == "2024-10-02T00:00:00Z"


PUBLISHED = "2024-06-10T15:30:00+02:00"
UPDATES = [
    (f"date: {PUBLISHED}", "2024-06-10", PUBLISHED, []),
    (f"date: {PUBLISHED}", "2024-06-09", PUBLISHED, ["date-order"]),
    (f"date: {PUBLISHED}", "2024-06-10T15:31:00+02:00", "2024-06-10T15:31:00+02:00", []),
    (f"date: {PUBLISHED}", "2024-06-11", "2024-06-11T00:00:00Z", []),
    ("date: 2024-06-10T23:30:00-05:00", "2024-06-11", "2024-06-10T23:30:00-05:00", []),
    ("date: 2024-06-10", "2024-06-10T18:00:00Z", "2024-06-10T18:00:00Z", []),
    (f"date: {PUBLISHED}", "2099-01-01", PUBLISHED, ["date-ahead"]),
    (f"date: {PUBLISHED}", "2030-01-02", PUBLISHED, []),
    (f"date: {PUBLISHED}", "2030-01-03", PUBLISHED, ["date-ahead"]),
    (f"date: {PUBLISHED}", "2150-01-01", PUBLISHED, ["date-implausible"]),
]


@pytest.mark.parametrize(("date", "lastmod", "said", "codes"), UPDATES)
def test_no_update_is_told_before_publication_or_after_now(drawn, date, lastmod, said, codes):
    site = drawn(TREE, SITE, {"dir": "news", "posts_json": True})
    site.write("docs/news/a.md", f"---\ntitle: A\n{date}\nlastmod: {lastmod}\n---\nText.\n")
    built = site.build(strict=False)
    atom = ElementTree.fromstring(built.text("news/atom.xml"))
    assert [found.text for found in atom.iter(f"{ATOM}updated")] == [said, said]
    (item,) = json.loads(built.text("news/feed.json"))["items"]
    assert item["date_modified"] == said
    (listed,) = json.loads(built.text("news/posts.json"))["posts"]
    assert ("updated" in listed) == (said != date.removeprefix("date: "))
    rss = ElementTree.fromstring(built.text("news/feed.xml"))
    assert parsedate_to_datetime(rss.findtext("channel/lastBuildDate")) == dt.datetime.fromisoformat(said)
    page = built.page("news/a/")
    assert f'"dateModified":"{said}"' in page.raw
    assert page.one('meta[property="article:modified_time"]')["content"] == said
    assert f"<lastmod>{said[:10]}</lastmod>" in built.text("sitemap.xml").partition("news/a/")[2]
    for code in codes:
        assert re.search(rf"news/a\.md:4:10: .*\[{code}\]", "\n".join(built.warnings))
    assert len(built.warnings) == len(codes)


def test_identity_outlives_title_and_tags(drawn):
    site = harbour(drawn)
    before = [entry[0] for entry in parsed(feeds(site.build())["news/feed.xml"])]
    site.write(
        "docs/news/two.md", POSTS["two.md"].replace("Two", "Other").replace("[world]", "[sea]").encode()
    )
    assert [entry[0] for entry in parsed(feeds(site.build())["news/feed.xml"])] == before


HELD = """\
from mkdocs.plugins import event_priority


@event_priority(-1000)
def on_env(env, config, files):
    made = [file for file in files if file.src_uri.endswith((".xml", ".json", "llms.txt"))]
    assert len(made) > 10 and all(file.content_bytes for file in made)
    assert [file.src_uri for file in made if file._content] == []
"""


def test_no_feed_is_held_in_memory_and_others_may_read_it_all_the_same(drawn):
    """Whole posts in the feeds of thousands of terms take gigabytes."""
    site = harbour(drawn, {"hooks": ["held.py"]}, feeds={"content": "full"}, posts_json=True, llms=True)
    site.write("held.py", HELD)
    built = site.build()
    assert built.ok, built
    assert b"<content:encoded>" in built.files()["news/tags/world/feed.xml"]


TAKEN_AWAY = """\
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, InclusionLevel


@event_priority(-1000)
def on_files(files, config):
    files.remove(files.get_file_from_path("news/feed.xml"))
    files.remove(files.get_file_from_path("llms.txt"))
    files.append(File.generated(config, "llms.txt", content="Mine"))
    return files


def on_env(env, config, files):
    files.remove(files.get_file_from_path("news/atom.xml"))
    files.get_file_from_path("news/feed.json").inclusion = InclusionLevel.EXCLUDED
"""


def test_a_feed_that_another_plugin_takes_away_is_not_in_the_site(drawn):
    site = harbour(drawn, {"hooks": ["taken.py"]}, llms=True)
    site.write("taken.py", TAKEN_AWAY)
    built = site.build(strict=False)
    assert built.ok, built
    assert [built.exists(f"news/{name}") for name in FILES] == [False, False, False]
    assert built.exists("news/tags/world/feed.xml")
    assert built.text("llms.txt") == "Mine"


def test_two_builds_give_the_same_bytes(drawn):
    site = harbour(drawn, feeds={"content": "full"}, news=True, posts_json=True, llms=True)
    one, two = site.build().files(), site.build(env={"SOURCE_DATE_EPOCH": "1893600000"}).files()
    ours = [path for path in one if path.startswith(("news/", "llms"))]
    assert [path for path in ours if one[path] != two[path] and not path.endswith(".html")] == []


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
def test_pages_name_their_feeds_and_every_address_leads_somewhere(drawn, theme, directory_urls):
    built = harbour(drawn, feeds={"content": "full"}).build(theme=theme, use_directory_urls=directory_urls)
    assert built.ok, built
    assert built.broken_links() == []
    for url, feed in (
        ("news/one/", "news/feed.xml"),
        ("news/", "news/feed.xml"),
        ("news/tags/world/", "news/tags/world/feed.xml"),
    ):
        page = built.page(url)
        here = built.resolver.url(built.path(page.url))
        links = page.select("head link[rel=alternate][type='application/rss+xml']")
        assert urljoin(here, links[0]["href"]) == f"{SITE['site_url']}{feed}"
        assert all(link["title"] for link in links)
    assert built.page("").select("link[rel=alternate]") == []
    hrefs = {entry[1] for data in feeds(built).values() for entry in parsed(data)}
    assert [href for href in hrefs if built.resolver.problem(href, SITE["site_url"])] == []


@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
def test_a_feed_that_a_template_of_the_site_names_is_named_once(drawn, directory_urls):
    hrefs = {
        "rss+xml": "{{ 'news/feed.xml'|url }}",
        "atom+xml": "https://harbour.example/docs/news/atom.xml",
        "feed+json": "/docs/news/feed.json",
    }
    lines = [f'<link rel="alternate" type="application/{kind}" href="{to}">' for kind, to in hrefs.items()]
    lines.append('<link rel="alternate" hreflang="de" href="https://[">')
    main = '{% extends "base.html" %}{% block extrahead %}' + "\n".join(lines) + "{% endblock %}"
    site = harbour(drawn)
    site.write("overrides/main.html", main)
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"}, use_directory_urls=directory_urls)
    assert built.ok, built
    for url, own in (("news/one/", 0), ("news/", 0), ("news/tags/world/", 3)):
        links = built.page(url).select("head link[rel=alternate]")
        assert len(links) == len(lines) + own, url
        assert len({link["href"] for link in links}) == len(links)


def test_a_person_sees_a_page_and_not_a_tree_of_elements(drawn):
    built = harbour(drawn).build()
    for path, data in feeds(built).items():
        styles = re.findall(rb'<\?xml-stylesheet type="([^"]+)" href="([^"]+)"\?>', data)
        assert [kind for kind, _ in styles] == ([] if path.endswith("json") else [b"text/css"])
        for _, href in styles:
            assert built.resolver.problem(href.decode(), SITE["site_url"] + path) == ""
    assert not built.exists("assets/newsblog/feed.xsl")


@pytest.mark.parametrize(("option", "kinds"), [("xsl", ["text/xsl", "text/css"]), ("none", [])])
def test_how_a_feed_looks_is_a_choice(drawn, option, kinds):
    built = harbour(drawn, feeds={"stylesheet": option}).build()
    data = feeds(built)["news/feed.xml"]
    styles = re.findall(r'<\?xml-stylesheet type="([^"]+)" href="([^"]+)"\?>', data.decode())
    assert [kind for kind, _ in styles] == kinds
    assert faults(data) == []
    for _, href in styles:
        assert built.resolver.problem(href, f"{SITE['site_url']}news/feed.xml") == ""


def test_what_shows_feeds_comes_only_with_those_that_can_name_it(drawn):
    built = harbour(drawn, feeds={"formats": ["json"], "stylesheet": "xsl"}).build()
    assert built.exists("news/feed.json")
    assert not built.exists("assets/newsblog/feed.xsl")
    assert not built.exists("assets/newsblog/feed.css")


def test_the_page_that_is_made_of_a_feed_is_xml_itself(drawn):
    built = harbour(drawn, feeds={"stylesheet": "xsl"}).build()
    ElementTree.fromstring(built.text("assets/newsblog/feed.xsl"))


@pytest.mark.parametrize("section", ["news", "."])
@pytest.mark.parametrize("year", [1950, 2150])
def test_a_year_that_the_sitemap_can_t_be_of_stays_out_of_it(drawn, year, section):
    site = drawn("docs/\n  index.md | # Home", config=SITE)
    dates = {1950: "date: 1950-01-02", 2150: "date: 2024-01-02\nupdated: 2150-01-02"}
    path = "a.md" if section == "." else f"{section}/a.md"
    site.write(f"docs/{path}", f"---\ntitle: A\n{dates[year]}\n---\nText.\n")
    built = site.build(newsblog={"dir": section, "problems": {"date-implausible": "info"}})
    assert built.ok, built
    assert f"{year}-01-02" not in built.text("sitemap.xml")
    assert f"/{path.removesuffix('.md')}/</loc>" in built.text("sitemap.xml")


def test_the_sitemap_tells_when_posts_changed_and_lists_no_feed(drawn):
    sitemap = harbour(drawn).build().text("sitemap.xml")
    dates = dict(re.findall(r"<loc>([^<]+)</loc>\s*<lastmod>([^<]+)</lastmod>", sitemap))
    base = f"{SITE['site_url']}news/"
    assert [dates[f"{base}{path}"] for path in ("one/", "two/", "", "tags/world/", "tags/")] == [
        "2024-10-01",
        "2024-09-26",
        "2024-10-01",
        "2024-10-01",
        "2024-10-01",
    ]
    assert "feed" not in sitemap


def test_without_an_address_feeds_are_left_out_with_one_notice(drawn):
    built = harbour(drawn, {"site_url": None}, news=True).build()
    assert built.ok, built
    assert feeds(built) == {}
    assert built.exists("news/one/")
    said = [text for text in built.said("INFO") if "[feeds-need-address]" in text]
    assert len(said) == 1
    assert "site_url" in said[0]
    assert built.page("news/").select("link[rel=alternate]") == []
    assert not built.exists("assets/newsblog/feed.xsl")
    assert not built.exists("news/news-sitemap.xml")


def test_a_news_sitemap_without_an_address_is_one_notice_that_says_how_to_be_rid_of_it(drawn):
    built = harbour(drawn, {"site_url": None}, news=True, feeds=False).build()
    (said,) = [text for text in built.said("INFO") if "[feeds-need-address]" in text]
    assert "a news sitemap of" in said
    assert "Set site_url, or news: false." in said


@pytest.mark.parametrize("address", ["https://münchen..example/", f"https://{'ü' * 70}.example"])
def test_an_address_that_no_network_can_know_ends_in_one_clear_message(drawn, address):
    site = harbour(drawn, {"site_url": address})
    built = site.build()
    assert built.exit_code == 1
    said = built.errors[0]
    assert said.startswith(f'{site.place("site_url: ", "http")}: site_url: "{address[:20]}')
    assert said.endswith("Mend it, such as https://www.example.org/. [option-invalid]")


OPTIONS = [
    ({"feeds": False}, []),
    ({"feeds": {"formats": ["rss"], "per": []}}, ["feed.xml"]),
    ({"feeds": {"formats": ["json"], "per": [], "files": {"json": "all.json"}}}, ["all.json"]),
    (
        {"feeds": {"formats": ["atom"], "per": ["categories"]}, "index": {"feed": False}},
        ["categories/releases/atom.xml"],
    ),
    (
        {"feeds": {"formats": ["rss"], "per": ["tags", "authors"]}, "tags": {"feed": False}},
        ["authors/mara-lindqvist/feed.xml", "feed.xml"],
    ),
    (
        {"feeds": {"formats": ["rss"], "per": []}, "categories": {"feed": True}},
        ["categories/releases/feed.xml", "feed.xml"],
    ),
    (
        {"feeds": {"formats": ["rss"]}, "tags": False, "categories": False, "authors": False},
        ["feed.xml"],
    ),
]


@pytest.mark.parametrize(("options", "paths"), OPTIONS, ids=str)
def test_options_say_which_feeds_there_are(drawn, options, paths):
    built = harbour(drawn, **options).build()
    assert built.ok, built
    made = {path.removeprefix("news/") for path in built.files() if path.startswith("news/")}
    assert sorted(path for path in made if path.endswith((".json", ".xml"))) == paths
    assert built.broken_links() == []


def test_a_word_that_is_a_category_and_a_tag_stands_in_feeds_once(drawn):
    site = drawn(TREE, SITE, {"dir": "news"})
    site.write(
        "docs/news/a.md", "---\ntitle: A\ndate: 2024-09-25\ncategory: Sea\ntags: [Sea, Sky]\n---\nText.\n"
    )
    built = site.build()
    assert built.ok, built
    for name in ("news/feed.xml", "news/atom.xml"):
        (entry,) = feedparser.parse(feeds(built)[name]).entries
        assert [tag.term for tag in entry.tags] == ["Sea", "Sky"]
    assert json.loads(feeds(built)["news/feed.json"])["items"][0]["tags"] == ["Sea", "Sky"]


def test_a_feed_is_as_long_as_it_is_told(drawn):
    built = harbour(drawn, feeds={"length": 1}).build()
    assert [entry[2] for entry in parsed(feeds(built)["news/feed.xml"])] == ["Two"]


def test_feeds_and_heads_take_the_address_that_another_plugin_gives_the_site_late(drawn):
    site = harbour(drawn, {"hooks": ["version.py"]})
    site.write("version.py", "def on_config(config):\n    config['site_url'] += '1.0'\n    return config\n")
    built = site.build()
    assert built.ok, built
    base = f"{SITE['site_url']}1.0/news/"
    found = feeds(built)
    assert {entry[1] for data in found.values() for entry in parsed(data)} == {f"{base}one/", f"{base}two/"}
    feed = ElementTree.fromstring(found["news/feed.xml"])
    assert feed.find(f".//{ATOM}link[@rel='self']").get("href") == f"{base}feed.xml"
    assert built.page("news/one/").one("meta[property='og:url']")["content"] == f"{base}one/"


STRANGE = {
    "entities.md": "title: 'Less &lt; more &amp; ]]> <script>alert(1)</script>'\ndate: 2024-01-05\n",
    "emoji.md": "title: 'Launch 🚀 👩🏽‍🚀'\ndate: 2024-01-04\ntags: ['a ]]> b', '<b>']\n",
    "unseen.md": 'title: "NUL \\0 and \\u202e turned"\ndate: 2024-01-03\n',
    "words.md": "title: Words\ndate: 2024-01-02\ndescription: '<p onclick=x()>About</p> &nbsp; <form>'\n",
    "mail.md": "title: Mail\ndate: 2024-01-01\nauthor: mara@harbour.example\n",
    "first.md": "title: First\ndate: 0001-01-01\n",
    "zero.md": "title: Zero\ndate: 0000-01-01\n",
    "last.md": "title: Last\ndate: 9999-12-31\n",
}


@pytest.mark.parametrize("content", ["summary", "full"])
def test_whatever_stands_in_posts_every_feed_is_valid_and_what_is_left_out_is_said(drawn, content):
    options = {"feeds": {"content": content}, "news": True, "problems": {"date-unreadable": "warning"}}
    site = drawn(TREE, SITE, {"dir": "news", **options})
    for name, head in STRANGE.items():
        site.write(f"docs/news/{name}", f"---\n{head}---\nText \x07 & more.\n".encode())
    built = site.build(strict=False)
    assert built.ok, built
    found = feeds(built)
    assert {path: faults(data) for path, data in found.items() if faults(data)} == {}
    assert [path for path, data in found.items() if b"mara@" in data or b"\\u202e" in data] == []
    titles = [entry[2] for entry in parsed(found["news/feed.json"])]
    assert titles[0] == "Less &lt; more &amp; ]]> <script>alert(1)</script>"
    assert {"Launch 🚀 👩🏽‍🚀", "Words", "Mail"} < set(titles)
    assert not {"First", "Zero", "Last"} & set(titles)
    for name, code in (
        ("first", "date-missing"),
        ("zero", "date-unreadable"),
        ("last", "date-implausible"),
        ("unseen", "text-cleaned"),
    ):
        assert [text for text in built.warnings if f"{name}.md:" in text and f"[{code}]" in text]
    ElementTree.fromstring(built.text("news/news-sitemap.xml"))


def test_a_page_may_link_to_a_feed(drawn):
    site = harbour(drawn)
    site.write("docs/index.md", "# Home\n\n[Subscribe](news/feed.xml)\n")
    built = site.build()
    assert built.ok, built
    assert built.page("").one("a[href='news/feed.xml']").content == "Subscribe"


def test_the_feed_of_a_section_may_stand_at_the_top_of_the_site(drawn):
    files = {"rss": "/feed_rss_created.xml", "json": "/feed_json_created.json"}
    site = harbour(drawn, feeds={"files": files})
    site.write("docs/index.md", "# Home\n\n[Subscribe](feed_rss_created.xml)\n")
    built = site.build()
    assert built.ok, built
    assert built.broken_links() == []
    for path in files.values():
        assert faults(built.files()[path[1:]]) == []
        assert len(parsed(built.files()[path[1:]])) == 2
    assert f"{SITE['site_url']}feed_rss_created.xml" in built.text("feed_rss_created.xml")
    assert set(feeds(built)) & {"news/feed.xml", "news/feed.json", "feed.xml"} == set()
    assert {"news/atom.xml", "news/tags/world/feed.xml", "news/tags/world/feed.json"} <= set(feeds(built))
    named = built.page("news/one/").values("head link[rel=alternate]", "href")
    assert named == ["../../feed_rss_created.xml", "../../news/atom.xml", "../../feed_json_created.json"]


def test_feeds_of_two_sections_at_the_top_of_the_site_are_an_error(drawn):
    top = {"feeds": {"formats": ["rss"], "files": {"rss": "/rss.xml"}}}
    site = drawn(TREE, SITE, [{"dir": "news", **top}, {"dir": "lab", **top}])
    for folder in ("news", "lab"):
        site.write(f"docs/{folder}/a.md", f"---\ntitle: Of {folder}\ndate: 2024-09-25\n---\nText.\n")
    built = site.build()
    assert [text for text in built.errors if "[address-taken]" in text and "rss.xml" in text]


def test_a_file_in_the_place_of_a_feed_is_an_error(drawn):
    site = harbour(drawn)
    site.write("docs/news/feed.xml", "<mine/>")
    built = site.build()
    assert not built.ok
    assert [text for text in built.errors if "[address-taken]" in text and "news/feed.xml" in text]
    with site.serve() as live:
        assert "<mine/>" in live.page("news/feed.xml").raw


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (
            {"feeds": {"files": {"rss": "a.xml", "atom": "A.xml"}}},
            ["feeds.files.atom: ", "the feed in Atom and the feed in RSS", "news/A.xml"],
        ),
        ({"news": {"file": "feed.xml"}}, ["news.file: ", "the news sitemap and the feed in RSS"]),
        (
            {"posts_json": True, "feeds": {"files": {"json": "posts.json"}}},
            ["posts_json: ", "the list of posts and the feed in JSON Feed"],
        ),
        ({"feeds": {"files": {"rss": "index.html"}}}, ["feeds.files.rss: ", "the listing index"]),
        ({"feeds": {"files": {"rss": "tags"}}}, ["feeds.files.rss: ", "the listing tags", "news/tags"]),
        ({"dir": ".", "feeds": {"files": {"rss": "404.html"}}}, ["feeds.files.rss: ", "the theme"]),
        ({"dir": ".", "llms": True, "feeds": {"files": {"atom": "llms.txt"}}}, ["atom: ", "llms.txt"]),
        ({"feeds": {"files": {"rss": "/sitemap.xml"}}}, ["feeds.files.rss: ", "the sitemap", "sitemap.xml"]),
    ],
    ids=lambda value: "" if isinstance(value, list) else "-".join(value),
)
def test_two_files_for_programs_with_one_name_are_one_error(drawn, options, named):
    built = harbour(drawn, **options).build()
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert "mkdocs_newsblog: mkdocs.yml:" in said
    assert all(words in said for words in named), said


def test_two_posts_of_one_guid_keep_apart(drawn):
    site = harbour(drawn)
    site.write("docs/news/two.md", POSTS["two.md"].replace("title:", "guid: post-1\ntitle:").encode())
    built = site.build(strict=False)
    assert [text for text in built.warnings if "[feed-guid-repeated]" in text and "news/two.md:2" in text]
    assert {path: faults(data) for path, data in feeds(built).items() if faults(data)} == {}


OF_A, OF_B, ELSEWHERE = (
    f"{SITE['site_url']}news/a/",
    f"{SITE['site_url']}news/b/",
    "https://elsewhere.example/a",
)


@pytest.mark.parametrize(
    ("of_a", "of_b", "ids"),
    [
        (f"canonical_url: {ELSEWHERE}", f"canonical_url: {ELSEWHERE}", [ELSEWHERE, OF_B]),
        (f"canonical_url: {ELSEWHERE}", f"guid: {ELSEWHERE}", [ELSEWHERE, OF_B]),
        (f"guid: {OF_B}", "", [OF_A, OF_B]),
        (f"canonical_url: {OF_B}", "", [OF_A, OF_B]),
    ],
)
def test_no_two_posts_are_one_to_readers_of_feeds(drawn, of_a, of_b, ids):
    site = drawn(TREE, SITE, {"dir": "news"})
    for name, line in (("a", of_a), ("b", of_b)):
        site.write(f"docs/news/{name}.md", f"---\ntitle: Of {name}\ndate: 2024-09-25\n{line}\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    for path, data in feeds(built).items():
        assert faults(data) == [], path
        assert [entry[0] for entry in parsed(data)] == ids, path


@pytest.mark.parametrize(
    ("written", "said"),
    [("Copyright &copy; 2016 R&amp;D", "Copyright © 2016 R&D"), ("<a href='/x'>Mine</a>", None)],
)
def test_whose_rights_they_are_is_plain_text(drawn, written, said):
    built = harbour(drawn, {"copyright": written}).build()
    assert ElementTree.fromstring(built.text("news/feed.xml")).findtext("channel/copyright") == said
    assert ElementTree.fromstring(built.text("news/atom.xml")).findtext(f"{ATOM}rights") == said


def test_the_picture_of_a_feed_has_an_address_for_programs(drawn):
    built = harbour(drawn, feeds={"icon": "https://straße.example/ä.png"}).build()
    address = "https://xn--strae-oqa.example/%C3%A4.png"
    assert ElementTree.fromstring(built.text("news/feed.xml")).findtext("channel/image/url") == address
    assert ElementTree.fromstring(built.text("news/atom.xml")).findtext(f"{ATOM}icon") == address


def test_two_sections_have_feeds_of_their_own(drawn):
    site = drawn(TREE, SITE, [{"dir": "news", "llms": True}, {"dir": "lab", "llms": True}])
    for folder in ("news", "lab"):
        site.write(f"docs/{folder}/a.md", f"---\ntitle: Of {folder}\ndate: 2024-09-25\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    for folder in ("news", "lab"):
        assert [entry[2] for entry in parsed(feeds(built)[f"{folder}/feed.xml"])] == [f"Of {folder}"]
        assert f"[Of {folder}](https://harbour.example/docs/{folder}/a/)" in built.text("llms.txt")
    assert built.text("llms.txt").count("# Drawn") == 1


def test_a_site_that_is_a_blog_has_its_feed_at_the_top(drawn):
    site = drawn("docs/\n  a.md | ---\\ntitle: A\\ndate: 2024-09-25\\n---\\nText.", SITE, {"dir": "."})
    site.write("docs/a.md", "---\ntitle: A\ndate: 2024-09-25\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    assert [entry[1] for entry in parsed(feeds(built)["feed.xml"])] == ["https://harbour.example/docs/a/"]


def recent(drawn, count, **options):
    site = drawn(
        TREE, SITE, {"dir": "news", "archive": False, "feeds": False, "index": {"per_page": 1000}, **options}
    )
    for number in range(count):
        site.write(
            f"docs/news/p{number}.md",
            f"---\ntitle: P & {number}\ndate: 2029-12-31T0{number % 9}:00:00Z\n---\nText.\n",
        )
    site.write("docs/news/old.md", "---\ntitle: Old\ndate: 2029-12-30T11:59:59Z\n---\nText.\n")
    site.write("docs/news/kept.md", "---\ntitle: Kept\ndate: 2029-12-31\nnoindex: true\n---\nText.\n")
    for name, line in (("off", "sitemap: false"), ("copy", f"canonical_url: {ELSEWHERE}")):
        site.write(f"docs/news/{name}.md", f"---\ntitle: {name}\ndate: 2029-12-31\n{line}\n---\nText.\n")
    return site


NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.mark.parametrize("count", [0, 3])
def test_the_news_sitemap_has_the_posts_of_two_days(drawn, count):
    built = recent(drawn, count, news={"name": "The Harbour (weekly)"}).build()
    assert built.ok, built
    tree = ElementTree.fromstring(built.text("news/news-sitemap.xml"))
    assert sorted(node.text for node in tree.iter(f"{NEWS}title")) == [
        f"P & {number}" for number in range(count)
    ]
    for name, said in (("name", "The Harbour"), ("language", "en")):
        found = tree.iterfind(f".//{NEWS}publication/{NEWS}{name}")
        assert [node.text for node in found] == [said] * count
    for node in tree.iter(f"{NEWS}publication_date"):
        assert dt.datetime.fromisoformat(node.text).date() == dt.date(2029, 12, 31)
    assert [
        loc.text for loc in tree.iter(f"{MAP}loc") if built.resolver.problem(loc.text, SITE["site_url"])
    ] == []


def test_a_news_sitemap_of_more_than_a_thousand_posts_is_an_index_of_files(drawn):
    built = recent(drawn, 1001, news={"name": "The Harbour"}, tags=False, metadata=False).build()
    assert built.ok
    index = ElementTree.fromstring(built.text("news/news-sitemap.xml"))
    assert index.tag == f"{MAP}sitemapindex"
    parts = [node.text.removeprefix(SITE["site_url"]) for node in index.iter(f"{MAP}loc")]
    assert parts == ["news/news-sitemap-1.xml", "news/news-sitemap-2.xml"]
    counts = [len(list(ElementTree.fromstring(built.text(part)).iter(f"{MAP}url"))) for part in parts]
    assert counts == [1000, 1]


def test_a_hero_with_a_pipe_in_its_address_is_valid_in_every_feed(drawn):
    site = drawn(TREE, SITE, {"dir": "news"})
    site.write(
        "docs/news/a.md",
        "---\ntitle: A\ndate: 2024-01-02\nhero: 'https://img.example/a|b c/ü.jpg?x=1|2'\nheroAlt: x\n---\n",
    )
    built = site.build(strict=False)
    found = feeds(built)
    assert found
    for path, data in found.items():
        assert faults(data) == [], path
        assert b"a%7Cb%20c/%C3%BC.jpg?x=1%7C2" in data
    assert [text for text in built.warnings if "hero-insecure" in text and "spaces" in text]


def test_posts_json_follows_its_schema(drawn):
    built = harbour(drawn, {"site_url": None}, posts_json=True).build()
    assert built.ok, built
    listed = json.loads(built.text("news/posts.json"))
    jsonschema.Draft202012Validator(SCHEMA).validate(listed)
    assert [post["title"] for post in listed["posts"]] == ["Two", "R&D <b>news</b>"]
    assert all(built.exists(post["url"]) for post in listed["posts"])
    assert listed["posts"][1]["image"] == {
        "url": "img/pier.jpg",
        "alt": "A pier | at dawn",
        "width": 1200,
        "height": 675,
    }


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        (None, ["# Drawn", "> All about the harbour", "## Blog"]),
        (
            "# Mine\n\n## Docs\n\n- [a](b)\n\n## Optional\n\n- [c](d)\n",
            ["# Mine", "## Docs", "- [a](b)", "## Blog"],
        ),
    ],
)
def test_llms_txt_gets_a_section_and_keeps_what_it_says(drawn, own, lines):
    site = harbour(drawn, llms=True)
    if own:
        site.write("docs/llms.txt", own)
    built = site.build()
    assert built.ok, built
    text = built.text("llms.txt")
    links = [
        "- [Two](https://harbour.example/docs/news/two/): First. Second.",
        "- [R&D <b>news</b>](https://harbour.example/docs/news/one/): The first <x>of all</x>",
    ]
    rest = ["## Optional", "- [c](d)"] if own else []
    assert [line for line in text.splitlines() if line] == [*lines, *links, *rest]
    assert not own or site.read("docs/llms.txt") == own


def test_the_example_site_has_sound_feeds(example):
    built = example.build()
    assert built.ok, built
    found = feeds(built)
    assert len(found) > 30
    assert {path: faults(data) for path, data in found.items() if faults(data)} == {}
    entries = parsed(found["news/feed.xml"])
    assert entries == sorted(entries, key=lambda entry: entry[3], reverse=True)
    titles = [
        built.page(url.removeprefix(built.site_url)).texts("h1")[0].rstrip("¶") for _, url, _, _ in entries
    ]
    assert titles == [entry[2] for entry in entries]


def test_texts_of_the_site_are_read_as_themes_print_them(drawn):
    names = {
        "site_name": "R&amp;D &#8211; News",
        "site_description": "Of &quot;Q&A&quot;",
        "site_author": "A &amp; B",
    }
    site = drawn("docs/\n  index.md | # Home\n", SITE | names, {"dir": "news", "llms": True})
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-09-25\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    channel = ElementTree.fromstring(built.text("news/feed.xml")).find("channel")
    assert (channel.findtext("title"), channel.findtext("description")) == ("Blog – R&D – News", 'Of "Q&A"')
    assert ElementTree.fromstring(built.text("news/atom.xml")).findtext(f"{ATOM}author/{ATOM}name") == "A & B"
    assert json.loads(built.text("news/feed.json"))["title"] == "Blog – R&D – News"
    assert built.text("llms.txt").startswith('# R&D – News\n\n> Of "Q&A"\n')
    page = built.page("news/a/")
    assert page.one("meta[property='og:site_name']")["content"] == "R&D – News"
    assert '"name":"R\\u0026D \\u2013 News"' in page.html or '"name":"R\\u0026D – News"' in page.html
