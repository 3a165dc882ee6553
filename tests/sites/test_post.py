"""One post, written for another system and not edited, as a page of every theme."""

import html
import re
from urllib.parse import urljoin

import pytest

THEMES = ["mkdocs", "readthedocs", "material"]

TITLE = "Valley’s Proudest Work: Giving Astro Creek Its Water Back, Says River Board"
HERO = "https://img.example.net/images?q=tbn:ANd9GcRR_zPQx&s"
CREEK = f"""\
---
title: "{TITLE}"
description: "The River Board has said that it is proud to have given Astro Creek its water back"
pubDate: "2024-09-25"
hero: "{HERO}"
tags: ["world"]
layout: "../../layouts/BlogPostLayout.astro"
---
**{TITLE}**

**Astro Creek:** The River Board has said that no work of its ten years makes it prouder than this one.

### **Key Pillar of the Board’s Work**

"We have been at it since the first day," the board's speaker said.

### **Ties & `gauges` along the Valley**

The gauges upstream were the first step.

The last word is with the neighbours, who have waited a long time for the water.
---"""
"""As an export leaves it: the title again in bold, bold headings, a rule glued under the last line."""

EXPECTED_NOTICES = {
    "[stray-rule]": "news/2024-creek.md:22:1: ",
}


def site_with(drawn, posts, config=None, newsblog=None):
    """A docs site with posts, by file name below `news/`."""
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news"} if newsblog is None else newsblog)
    site.add(posts, "docs/news")
    return site


def post_page(drawn, text, theme="mkdocs", *, strict=True, **changes):
    """The page of one post."""
    built = site_with(drawn, {"a.md": text}).build(theme=theme, strict=strict, **changes)
    assert built.ok, built
    return built.page("news/a/")


def check_creek(built):
    """Everything that is promised of the post, whatever the host and the theme."""
    assert built.ok, built
    page = built.page("news/2024-creek/")
    assert page.texts("h1") == [TITLE]

    assert page.one("body").html.count("tbn:ANd9GcRR_zPQx") == 1
    assert f'src="{HERO.replace("&", "&amp;")}"' in page.raw
    hero = page.one(".newsblog-post img.newsblog-hero")
    assert hero["src"] == HERO
    assert hero["alt"] == TITLE
    assert page.raw.index("<h1") < page.raw.index("newsblog-hero") < page.raw.index("Astro Creek:</strong>")

    assert page.one("time[datetime]")["datetime"] == "2024-09-25"
    assert page.text("time[datetime='2024-09-25']") == "25 September 2024"

    tag = page.one(".newsblog-byline a[rel=tag]")
    assert tag.content == "world"
    assert tag["href"] == "../../news/tags/world/"
    assert built.page("news/tags/world/").texts(".newsblog-list a")

    body = page.one(".newsblog-post__body")
    assert TITLE not in body.content
    assert body.texts("p")[-1].startswith("The last word is with the neighbours")
    assert "---" not in body.content
    assert body.texts("h2") == []
    assert body.texts("h3") == ["Key Pillar of the Board’s Work", "Ties & gauges along the Valley"]
    assert body.select("hr") == []

    for code, place in EXPECTED_NOTICES.items():
        assert [text for text in built.said("INFO") if code in text and place in text], built
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}


@pytest.mark.parametrize("theme", THEMES)
def test_a_post_of_another_system_is_a_page_of_the_theme(drawn, theme):
    site = site_with(drawn, {"2024-creek.md": CREEK})
    check_creek(site.build(theme=theme))


def test_properdocs_without_mkdocs_makes_the_same_page(drawn):
    site = site_with(drawn, {"2024-creek.md": CREEK})
    built = site.cli("build", "--strict", host="properdocs", theme="mkdocs")
    check_creek(built)
    assert built.urls() == site.build(theme="mkdocs").urls()


@pytest.mark.parametrize(
    ("theme", "toc"),
    [
        ({"name": "mkdocs", "navigation_depth": 3}, ".bs-sidebar .nav-link"),
        ("readthedocs", ".toctree-l1.current ul a"),
        ("material", ".md-sidebar--secondary .md-nav__link"),
    ],
    ids=THEMES,
)
def test_headings_in_bold_are_plain_text_in_the_table_of_contents(drawn, theme, toc):
    site = site_with(drawn, {"2024-creek.md": CREEK})
    page = site.build(theme=theme, nav=["index.md", "news/2024-creek.md"]).page("news/2024-creek/")
    links = page.select(toc)
    texts = [link.content for link in links]
    assert texts[-2:] == ["Key Pillar of the Board’s Work", "Ties & gauges along the Valley"]
    assert not [link for link in links if link.select("strong, code, b") or "**" in link.content]
    assert {link["href"] for link in links} <= {"#", *(f"#{name}" for name in page.ids)}


LANGUAGES = {
    "en": "25 September 2024",
    "de": "25. September 2024",
    "fa": "۲۵ سپتامبر ۲۰۲۴",
    "ja": "2024年9月25日",
}


@pytest.mark.parametrize(("language", "text"), LANGUAGES.items(), ids=LANGUAGES)
@pytest.mark.parametrize(
    ("theme", "option"), [("material", "language"), ("mkdocs", "locale"), ("readthedocs", "locale")]
)
def test_the_date_is_written_in_the_language_of_the_theme(drawn, theme, option, language, text):
    site = site_with(drawn, {"2024-creek.md": CREEK})
    page = site.build(theme={"name": theme, option: language}).page("news/2024-creek/")
    assert [page.text("time"), page.one("time")["datetime"]] == [text, "2024-09-25"]


@pytest.mark.parametrize(
    ("theme", "option", "marks"),
    [
        ({"name": "mkdocs", "locale": "fa"}, None, ("fa", "rtl")),
        ({"name": "material", "language": "he"}, None, ("he", "rtl")),
        ("readthedocs", "ar-EG", ("ar-EG", "rtl")),
        ("readthedocs", "de", ("de", None)),
        ({"name": "mkdocs", "locale": "de"}, None, (None, None)),
        ({"name": "material", "language": "he"}, "de", ("de", "ltr")),
        ({"name": "material", "direction": "rtl"}, "de", ("de", "ltr")),
    ],
)
def test_posts_and_lists_say_a_language_that_the_theme_may_not_know(drawn, theme, option, marks):
    site = site_with(
        drawn, {"2024-creek.md": CREEK, "2024-other.md": CREEK.replace("---\n", "---\nlang: en\n", 1)}
    )
    site.write("docs/list.md", "# List\n\n<!-- newsblog: latest -->\n")
    built = site.build(theme=theme, newsblog={"dir": "news", "language": option}, strict=False)
    for url, chosen in (
        ("news/", ".newsblog-view"),
        ("news/2024-creek/", ".newsblog-post"),
        ("list/", ".newsblog-insert"),
    ):
        found = built.page(url).one(chosen)
        assert (found.get("lang"), found.get("dir")) == marks, url
    other = built.page("news/2024-other/").one(".newsblog-post")
    assert (other.get("lang"), other.get("dir")) == ("en", "ltr")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC"])
def test_no_time_zone_moves_a_day(drawn, zone):
    blogs = [{"dir": language, "language": language} for language in LANGUAGES]
    site = drawn("docs/\n  index.md | # Home\n", newsblog=blogs)
    for language in LANGUAGES:
        site.write(f"docs/{language}/creek.md", CREEK.encode())
        site.write(
            f"docs/{language}/late.md", "---\ntitle: Late\ndate: 2024-09-25T23:30:00-07:00\n---\nText\n"
        )
    built = site.cli("build", "--strict", env={"TZ": zone})
    assert built.ok, built
    for language, text in LANGUAGES.items():
        day, moment = (built.page(f"{language}/{name}/").one("time") for name in ("creek", "late"))
        assert (day["datetime"], day.content) == ("2024-09-25", text)
        assert (moment["datetime"], moment.content) == ("2024-09-25T23:30:00-07:00", text)
        assert built.exists(f"{language}/2024/09/")
    assert not built.exists("en/2024/10/")


# Titles and headings ------


HEADED = """\
---
date: 2024-02-04
hero: https://img.example.net/x.jpg
---
# Two ways to `build --strict` & *one* to serve

Text

## Below
"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_from_the_heading_keeps_the_headings_markup(drawn, theme):
    page = post_page(drawn, HEADED, theme)
    heading = page.one("h1")
    assert heading.content.rstrip("¶") == "Two ways to build --strict & one to serve"
    assert heading.texts("code") == ["build --strict"]
    assert heading.texts("em") == ["one"]
    assert page.raw.index("<h1") < page.raw.index("newsblog-byline") < page.raw.index("newsblog-hero")
    assert page.raw.index("newsblog-hero") < page.raw.index("Text</p>")
    assert "Two ways to build --strict & one to serve" in page.text("title")


def test_links_to_a_headings_own_id_still_lead_there(drawn):
    page = "---\ndate: 2024-02-04\n---\n# Été à *Lyon*\n\nText\n"
    other = "---\ndate: 2024-02-05\ntitle: B\n---\n# B {#start}\n\n[a](a.md#ete-a-lyon) [b](#start)\n"
    site = site_with(drawn, {"a.md": page, "b.md": other}, {"validation": {"anchors": "warn"}})
    built = site.build(markdown_extensions=["attr_list", {"toc": {"permalink": True}}])
    assert built.ok, built
    assert built.broken_links() == []
    assert built.page("news/b/").one("h1")["id"] == "start"
    assert built.page("news/").texts(".newsblog-card__title") == ["B", "Été à Lyon"]


@pytest.mark.parametrize("before", ["![p](https://img.example.net/p.png)", "<!-- markdownlint-disable -->"])
def test_a_title_below_a_picture_or_a_comment_is_printed_once_and_first(drawn, before):
    page = post_page(drawn, f"---\ndate: 2024-02-04\n---\n{before}\n\n# The title\n\nText\n")
    assert page.texts("h1") == ["The title"]
    assert page.one(".newsblog-post").content.count("The title") == 1
    assert page.raw.index("<h1") < page.raw.rindex(before[-10:-1])


@pytest.mark.parametrize(
    "before", ['<figure markdown="span">\n![p](https://i.example/p.png)\n</figure>', "[TOC]"]
)
def test_a_heading_below_a_figure_that_says_the_title_is_not_printed_twice(drawn, before):
    text = f"---\ntitle: Hello\ndate: 2024-02-04\n---\n{before}\n\n# Hello\n\n## Part\n"
    page = post_page(drawn, text, markdown_extensions=["md_in_html", "toc"])
    assert page.texts(".newsblog-post h1, .newsblog-post h2") == ["Hello", "Part"]


def test_a_heading_that_says_the_title_is_not_printed_twice(drawn):
    page = post_page(
        drawn, "---\ntitle: The `same` title\ndate: 2024-02-04\n---\n# The `same` title\n\nText\n"
    )
    assert len(page.select("h1")) == 1
    assert page.one(".newsblog-post").content.count("same") == 1


def test_a_main_heading_with_other_words_goes_down_a_level(drawn):
    page = post_page(
        drawn,
        "---\ntitle: The title\ndate: 2024-02-04\n---\n# Something else\n\nText\n\n# A second `one`\n",
    )
    assert page.texts("h1") == ["The title"]
    assert page.texts(".newsblog-post__body h2") == ["Something else", "A second one"]


def test_a_second_main_heading_below_the_title_goes_down_a_level(drawn):
    page = post_page(drawn, "---\ndate: 2024-02-04\n---\n# First\n\nText\n\n# Second\n\nText\n")
    assert [page.texts("h1"), page.texts(".newsblog-post__body h2")] == [["First"], ["Second"]]


def test_a_heading_like_line_in_code_is_no_title(drawn):
    page = post_page(
        drawn,
        "---\ntitle: Real\ndate: 2024-02-04\n---\n```\n# not a title\n```\n",
        markdown_extensions=["fenced_code"],
    )
    assert page.texts("h1") == ["Real"]
    assert page.texts("pre code") == ["# not a title"]


def test_without_title_and_heading_the_file_name_is_the_title(drawn):
    site = site_with(drawn, {"2024-05-06-a-day-at-the_creek.md": "Text only.\n"})
    built = site.build()
    assert built.ok, built
    page = built.page("news/2024-05-06-a-day-at-the_creek/")
    assert page.texts("h1") == ["A day at the creek"]
    assert page.one("time")["datetime"] == "2024-05-06"
    assert built.page("news/").texts(".newsblog-card__title") == ["A day at the creek"]


HOSTILE = "<script>alert(1)</script> \"Q\" & 'A' &amp; {{ 7*7 }} <img src=x onerror=alert(2)>"
HOSTILE_POST = f"""\
---
title: |-
  {HOSTILE}
date: 2024-02-0%d
tags: ['<b>t</b>', '</title><script>alert(4)</script>']
summary: '<i onclick=x()>sum</i> & more'
author: '<u>Me</u></title><script>alert(5)</script>'
hero:
  src: https://img.example.net/x.jpg
  alt: '"><script>alert(3)</script>'
  caption: <b>c</b>
---
Text
"""


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_is_text_wherever_it_is_printed(drawn, theme):
    posts = {f"{name}.md": HOSTILE_POST % day for day, name in enumerate("abc", 1)}
    site = site_with(drawn, posts)
    for nav in (["index.md", "news/a.md", "news/b.md", "news/c.md"], None):
        built = site.build(theme=theme, nav=nav)
        assert built.ok, built
        page = built.page("news/b/")
        assert page.texts("h1") == [HOSTILE]
        assert HOSTILE in page.text("title")
        assert built.page("news/").texts(".newsblog-card__title") == [HOSTILE] * 3
        if nav:
            links = [
                link.content
                for link in page.select("nav a, .wy-menu a, .navbar a, .bs-sidebar a")
                if "alert(1)" in link.content
            ]
            assert len(links) >= 2
            assert {text.removeprefix("Next post ").removeprefix("Previous post ") for text in links} == {
                HOSTILE
            }
        for found in built.pages():
            scripts = [
                script.content for script in found.select("script") if script.content.startswith("alert")
            ]
            assert scripts == [], found
            assert (
                found.select("[onerror], [onclick], img[src=x], .newsblog-post b, .newsblog-view b") == []
            ), found
            assert "49" not in found.texts("h1")
        titles = [entry["title"] for entry in built.search_index() if entry["location"].startswith("news/b/")]
        assert titles
        assert {html.unescape(title) for title in titles} == {HOSTILE}
        assert not [title for title in titles if "<" in title]


def test_an_address_of_a_hero_cannot_leave_its_attribute(drawn):
    text = "---\ntitle: A\ndate: 2024-02-04\nhero: 'https://img.example.net/a.jpg?x=1&y=<b>&z=%22%20b'\n---\nText\n"
    site = site_with(drawn, {"a.md": text})
    built = site.build(strict=False)
    assert built.exit_code == 1
    assert [error for error in built.errors if "news/a.md:4:7: hero" in error and "[hero-unsafe]" in error]


def test_a_quoted_space_and_a_unicode_path_stay_one_address(drawn):
    address = "https://img.example.net/Wäſ ser/a%20b.jpg?q=a b&r=é"
    text = f"---\ntitle: A\ndate: 2024-02-04\nhero: '{address}'\n---\nText\n"
    page = post_page(drawn, text, strict=False)
    assert page.one(".newsblog-hero")["src"] == (
        "https://img.example.net/W%C3%A4%C5%BF%20ser/a%20b.jpg?q=a%20b&r=%C3%A9"
    )


def test_a_picture_beside_the_post_is_its_hero_on_page_and_card(drawn):
    site = site_with(
        drawn, {"a/index.md": "---\ntitle: A\ndate: 2024-02-04\nhero: ./Bild 1.png\nheroAlt: ''\n---\nText\n"}
    )
    site.draw("docs/\n  news/\n    a/\n      Bild 1.png\n")
    for directory_urls, hero, card in (
        (True, "../../news/a/Bild%201.png", "../news/a/Bild%201.png"),
        (False, "../../news/a/Bild%201.png", "../news/a/Bild%201.png"),
    ):
        built = site.build(use_directory_urls=directory_urls)
        assert built.ok, built
        assert built.broken_links() == []
        image = built.page("news/a/").one("img.newsblog-hero")
        assert (image["src"], image["alt"]) == (hero, "")
        assert built.page("news/").one(".newsblog-card img")["src"] == card


# Neighbours and keys of others ------


THREE = {
    f"{name}.md": f"---\ntitle: {title}\ndate: 2024-02-0{day}\n---\nText\n"
    for name, title, day in (
        ("z-first", "First & oldest", 1),
        ("m-second", "Second", 2),
        ("a-third", "Third", 3),
    )
}


@pytest.mark.parametrize(
    ("theme", "previous", "following"),
    [
        ("mkdocs", ".nav-item a[rel=prev][href]", ".nav-item a[rel=next][href]"),
        ("readthedocs", ".rst-footer-buttons a.float-left", ".rst-footer-buttons a.float-right"),
        ("material", ".newsblog-neighbours a[rel=prev]", ".newsblog-neighbours a[rel=next]"),
        (
            {"name": "material", "features": ["navigation.footer"]},
            ".md-footer__link--prev",
            ".md-footer__link--next",
        ),
    ],
    ids=[*THEMES, "material with its own footer"],
)
def test_a_post_leads_to_the_posts_before_and_after_it(drawn, theme, previous, following):
    built = site_with(drawn, THREE).build(theme=theme)
    assert built.ok, built
    page = built.page("news/m-second/")
    assert page.values(previous, "href") == ["../z-first/" if theme != "material" else "../../news/z-first/"]
    assert page.values(following, "href") == ["../a-third/" if theme != "material" else "../../news/a-third/"]
    assert built.page("news/z-first/").select(previous) == []
    assert built.page("news/a-third/").select(following) == []
    assert built.broken_links() == []


SORTED = {
    f"{name}.md": f"---\ntitle: {name}\ndate: 2024-02-0{day}\ncategories: [{category}]\n---\nText\n"
    for day, (name, category) in enumerate(
        [("sea", "World"), ("two", "Releases"), ("land", "World"), ("three", "Releases"), ("sky", "World")], 1
    )
}


@pytest.mark.parametrize(
    ("within", "previous", "following"),
    [("all", "../two/", "../three/"), ("categories", "../sea/", "../sky/"), (False, None, None)],
)
@pytest.mark.parametrize(
    "theme", ["mkdocs", "material", {"name": "material", "features": ["navigation.footer"]}]
)
def test_previous_and_next_are_those_of_the_section_or_of_a_category_or_none(
    drawn, theme, within, previous, following
):
    built = site_with(drawn, SORTED, newsblog={"dir": "news", "neighbours": within}).build(theme=theme)
    assert built.ok, built
    page = built.page("news/land/")
    for rel, href in (("prev", previous), ("next", following)):
        found = {urljoin("/news/land/", each) for each in page.values(f"[rel={rel}][href]", "href")}
        assert found == ({urljoin("/news/land/", href)} if href else set())
    footer = page.values(".md-footer__link, .newsblog-neighbours a", "href")
    assert len(footer) == (2 if within and theme != "mkdocs" else 0)


FOREIGN = """\
---
title: Keys of others
date: 2024-02-04
template: post.njk
layout: ../../layouts/Post.astro
icon: fa/nothing
search: true
hide: 5
social: 3
meta: text
source: {a: b}
edit_path: 9
---
Text
"""


@pytest.mark.parametrize("theme", THEMES)
def test_keys_that_mean_something_else_to_the_theme_do_no_harm(drawn, theme):
    built = site_with(drawn, {"a.md": FOREIGN}).build(theme=theme, strict=False)
    assert built.ok, built
    page = built.page("news/a/")
    assert page.texts("h1") == ["Keys of others"]
    for line, key in ((7, "search"), (8, "hide"), (9, "social")):
        assert [text for text in built.warnings if text.startswith(f"mkdocs_newsblog: news/a.md:{line}:")], (
            key
        )
    assert [text for text in built.said("INFO") if "news/a.md:4:" in text and "[foreign-template]" in text]


def test_keys_that_the_theme_understands_reach_it(drawn):
    text = "---\ntitle: A\ndate: 2024-02-04\nhide: [toc]\nsearch: {exclude: true}\n---\nNeedle\n"
    built = site_with(drawn, {"a.md": text}).build(theme="material")
    assert built.ok, built
    assert "hidden" in built.page("news/a/").one(".md-sidebar--secondary").node.attributes
    assert not [entry for entry in built.search_index() if "Needle" in entry["text"]]


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_search_finds_a_post_by_its_own_words_and_not_by_its_byline(drawn, theme):
    head = "title: Own words\ndate: 2024-02-04\nauthor: Hildegard\ncategory: Harbour\n"
    site = site_with(drawn, {"a.md": f"---\n{head}---\nNeedle.\n"}, config={"theme": {"name": theme}})
    built = site.build(strict=False)
    found = [entry for entry in built.search_index() if entry["location"].startswith("news/a/")]
    assert "Needle" in str(found)
    assert "Own words" in str(found)
    assert not re.search("Hildegard|Harbour|2024", str(found))
    shown = built.page("news/a/").text(".newsblog-byline")
    assert "Hildegard" in shown
    assert "Harbour" in shown


PICKY = """
def on_page_content(html, page, config, files):
    return html.replace("<!--", "<!-- nothing ")
"""


def test_a_plugin_that_changes_comments_takes_no_part_of_the_page_away(drawn):
    site = site_with(
        drawn, {"a.md": "---\ntitle: A\ndate: 2024-02-04\n---\nText.\n"}, config={"hooks": ["hook.py"]}
    )
    site.write("hook.py", PICKY)
    page = site.build(strict=False).page("news/a/")
    assert page.texts("h1") == ["A"]
    assert page.text(".newsblog-post__body") == "Text."
    assert page.select("time.newsblog-date")
