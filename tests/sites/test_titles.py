"""Themes that print the title of every page: posts and listings have no heading of ours below it."""

from html import unescape

import pytest

from mkdocs_newsblog.host.content import page_content

TREE = """
docs/
  index.md
    | # Home
    |
    | [One](news/one.md#one-only), [two](news/two.md#second),
    | [a tag](news/tags/sea/index.md#sea), [all](news/index.md#blog)
  news/
    one.md
      | ---
      | title: One & "only"
      | date: 2024-05-01
      | tags: [sea]
      | ---
      | Text.
      |
      | ## Part
      |
      | More.
    two.md
      | ---
      | date: 2024-05-02
      | tags: [sea]
      | ---
      | # Two *words* {#second}
      |
      | Text of two.
      |
      | # Another
"""
PAGE = """\
<!DOCTYPE html>
<html><head><title>{{{{ page.title }}}}</title></head><body>
{}
<main>{{{{ page.content }}}}</main>
<nav>{{% for item in page.toc recursive %}}<a href="{{{{ item.url }}}}">{{{{ item.title }}}}</a>
{{{{ loop(item.children) }}}}{{% endfor %}}</nav></body></html>
"""
ALWAYS = '<h1 class="theirs">{{ page.title }}</h1>'
PRINTS = {
    "always": ALWAYS,
    "from metadata": '<h1 class="theirs"><b>{{ page.meta.title }}</b></h1>',
    "below a heading of its own": f"<header><h1>{{{{ config.site_name }}}}</h1></header>{ALWAYS}",
    "by an option of the theme": f"{{% if config.theme.titles %}}{ALWAYS}{{% endif %}}",
    "what needs a heading below": f"{ALWAYS}<p>{{{{ (page.toc|first).title.strip() }}}}</p>",
    "what needs a hook": f"{{{{ mood.upper() }}}}{ALWAYS}",
    "beside lists": f"{ALWAYS}{{{{ newsblog.tags() }}}}"
    "{% for post in newsblog.posts(limit=1) %}{{ post.title|length }}{% endfor %}",
}
PRINTS_NONE = {
    "nothing": "",
    "no main heading": "<p>{{ page.title }}</p>",
    "only without a heading": f'{{% if "<h1" not in page.content %}}{ALWAYS}{{% endif %}}',
    "by another option": f"{{% if config.theme.banners %}}{ALWAYS}{{% endif %}}",
    "hidden": '<h1 class="theirs" hidden>{{ page.title }}</h1>',
    "hidden by a style": '<h1 class="theirs" style="Display : none">{{ page.title }}</h1>',
    "hidden by a class": '<div class="top visually-hidden"><h1 class="theirs">{{ page.title }}</h1></div>',
    "hidden around": '<div aria-hidden="true"><h1 class="theirs">{{ page.title }}</h1></div>',
}
HOOK = """
def on_page_context(context, page, config, nav):
    context["mood"] = "calm"
    return context
"""
OPTIONS = {"dir": "news", "index": {"per_page": 1}}
CONFIG = {
    "hooks": ["hook.py"],
    "validation": {"links": {"anchors": "warn"}},
    "markdown_extensions": ["attr_list", {"toc": {"permalink": True}}],
}
TITLES = {"news/one/": 'One & "only"', "news/tags/sea/": "sea", "news/page/2/": "Blog Page 2"}


@pytest.fixture
def themed(drawn):
    def make(printed, **options):
        theme = {"name": None, "custom_dir": "over", "titles": True}
        site = drawn(TREE, CONFIG | {"theme": theme}, OPTIONS | options)
        site.write("over/main.html", PAGE.format(printed))
        site.write("over/404.html", "")
        site.write("hook.py", HOOK)
        return site

    return make


def headings(built, url):
    return [heading.content for heading in built.page(url).select("h1") if heading.content != "Drawn"]


@pytest.mark.parametrize("name", PRINTS)
def test_where_a_theme_prints_every_title_each_page_of_ours_has_it_once(themed, name):
    built = themed(PRINTS[name]).build()
    assert built.ok, built
    assert headings(built, "news/one/") == ['One & "only"']
    assert headings(built, "news/two/") == ["Two words"]
    assert headings(built, "news/") == ["Blog"]
    assert headings(built, "news/page/2/") == ["Blog – Page 2"]
    assert headings(built, "news/tags/sea/") == ["Tag: sea"]
    assert built.page("news/two/").texts(".newsblog-post__body h2") == ["Another¶"]
    assert not built.page("news/tags/sea/").select(".newsblog-view__kicker")


@pytest.mark.parametrize("name", PRINTS_NONE)
def test_where_a_theme_leaves_titles_to_pages_ours_print_them(themed, name):
    built = themed(PRINTS_NONE[name]).build()
    assert built.ok, built
    for url, title in TITLES.items():
        assert built.page(url).texts("h1:not(.theirs)") == [title]
    assert built.page("news/two/").texts("h1:not(.theirs)") == ["Two words¶"]
    assert built.page("news/tags/sea/").texts(".newsblog-view__kicker") == ["Tag"]
    assert built.page("news/one/").texts("body > nav a")[0] == 'One & "only"'
    assert not built.page("news/one/").select("article[id]")


def test_links_to_titles_lead_to_the_page_s_own_element_and_contents_begin_below_them(themed):
    built = themed(ALWAYS).build()
    assert built.page("news/one/").values("article.newsblog-post", "id") == ["one-only"]
    assert built.page("news/two/").values("article.newsblog-post", "id") == ["second"]
    assert built.page("news/").values(".newsblog-view", "id") == ["blog"]
    assert built.page("news/one/").texts("body > nav a") == ["Part"]
    assert built.page("news/tags/sea/").texts("body > nav a") == []


def test_search_finds_a_post_by_a_title_that_the_theme_prints(themed):
    found = themed(ALWAYS).build().search_index()
    entries = {entry["location"]: entry for entry in found}
    assert unescape(entries["news/one/"]["title"]) == 'One & "only"'
    assert entries["news/two/"]["title"] == "Two words"
    assert entries["news/one/#part"]["title"] == "Part"


@pytest.mark.parametrize(
    ("page", "printed", "kept", "own"),
    [
        ("---\ntitle: News & more\n---\nHello.\n", "News & more", [], "news-more"),
        ("# News *here* {#n}\n\nHello.\n", "News here", [], "n"),
        ("---\ntitle: News\n---\n# Welcome\n\nHello.\n", "News", ["Welcome¶"], None),
        ("Hello.\n", "Index", ["Blog"], None),
    ],
)
def test_the_author_s_own_page_of_a_listing_has_its_title_once(themed, page, printed, kept, own):
    site = themed(ALWAYS)
    site.write("docs/news/index.md", page)
    built = site.build(validation=None)
    assert built.ok, built
    shown = built.page("news/")
    assert shown.texts("h1") == [printed, *kept]
    assert "Hello." in shown.texts("p")
    assert shown.one(".newsblog-view").get("id") == own


def test_a_heading_in_html_that_has_no_id_is_the_title_that_the_theme_prints(themed):
    site = themed(ALWAYS)
    site.write("docs/news/one.md", "---\ntitle: In HTML\ndate: 2024-01-02\n---\n<h1>In HTML</h1>\n\nText.\n")
    built = site.build(strict=False)
    assert built.exit_code == 0, built
    assert headings(built, "news/one/") == ["In HTML"]
    assert not built.page("news/one/").select("article[id]")


@pytest.mark.parametrize("heading", [None, False])
def test_a_post_keeps_its_title_where_the_nav_has_another_for_it(themed, heading):
    site = themed(ALWAYS, **{} if heading is None else {"heading": heading})
    nav = ["index.md", {"Short": "news/one.md"}, {"Two – words!": "news/two.md"}]
    built = site.build(nav=nav)
    assert built.ok, built
    assert headings(built, "news/one/") == ["Short", 'One & "only"']
    assert built.page("news/one/").texts("body > nav a")[0] == 'One & "only"'
    assert not built.page("news/one/").select("article[id]")
    assert headings(built, "news/two/") == ["Two – words!"]


def test_a_front_page_of_the_whole_site_has_a_heading_where_the_theme_prints_another_thing(themed):
    site = themed(f"{{% if page.is_homepage %}}<h1>Site</h1>{{% else %}}{ALWAYS}{{% endif %}}", dir=".")
    site.delete("docs/index.md")
    built = site.build()
    assert built.ok, built
    assert built.page("").texts("h1") == ["Site", "Blog"]
    assert built.page("page/2/").texts("h1") == ["Blog – Page 2"]
    assert built.page("news/one/").texts("h1") == ['One & "only"']


@pytest.mark.parametrize(
    ("name", "template", "printed"),
    [
        ("own.html", "<main>{{ page.content }}</main>", []),
        ("own.html", f"{ALWAYS}{{{{ page.content }}}}", ['One & "only"']),
        ("own.html", '{% extends "main.html" %}', ['One & "only"']),
        ("main.html", None, ['One & "only"']),
        ("lost.html", None, ['One & "only"']),
    ],
    ids=str,
)
def test_a_page_with_a_template_of_its_own_has_its_title_once(themed, name, template, printed):
    site = themed(ALWAYS)
    site.write("docs/news/one.md", site.read("docs/news/one.md").replace("tags:", f"template: {name}\ntags:"))
    site.write("docs/news/index.md", f"---\ntitle: News\ntemplate: {name}\n---\nHello.\n")
    if template:
        site.write(f"over/{name}", template)
    built = site.build(strict=False, validation=None)
    assert built.ok, built
    assert headings(built, "news/one/") == ['One & "only"']
    assert built.page("news/one/").texts("h1.theirs") == printed
    assert headings(built, "news/") == ["News"]
    assert built.page("news/").texts("h1.theirs") == ["News"] * len(printed)
    assert headings(built, "news/two/") == ["Two words"]


@pytest.mark.parametrize(
    "asked",
    [
        "not page.meta.hero",
        "not page.meta.get('hero')",
        "'hero' not in page.meta",
        "not page.meta['hero'] and page.meta.other is not defined",
        "page.meta.hero|string != 'bold'",
    ],
)
def test_a_post_has_a_heading_where_its_metadata_keep_the_theme_from_printing_its_title(themed, asked):
    site = themed(f"{{% if {asked} %}}{ALWAYS}{{% endif %}}{{{{ page.meta.image }}}}")
    site.write("docs/news/bold.md", "---\ntitle: Bold\ndate: 2024-05-03\nhero: bold\n---\nText.\n")
    built = site.build(strict=False)
    assert built.ok, built
    assert built.page("news/bold/").texts("h1") == ["Bold"]
    assert headings(built, "news/one/") == ['One & "only"']
    assert headings(built, "news/") == ["Blog"]
    assert not built.page("news/one/").select("h1:not(.theirs)")


def test_no_post_is_without_a_title_where_two_keys_together_keep_the_theme_from_printing_it(themed):
    site = themed(f"{{% if not (page.meta.date and page.meta.hero) %}}{ALWAYS}{{% endif %}}")
    site.write("docs/news/bold.md", "---\ntitle: Bold\ndate: 2024-05-03\nhero: bold\n---\nText.\n")
    built = site.build(strict=False)
    assert headings(built, "news/bold/") == ["Bold"]
    assert headings(built, "news/") == ["Blog"]


def test_what_a_theme_says_and_keeps_while_it_is_asked_reaches_nobody(themed):
    noting = "{% set _ = config.extra.seen.append(page.title) %}<b>{{ config.extra.seen }}</b>"
    site = themed(ALWAYS + noting)
    theme = {"name": None, "custom_dir": "over", "locale": "ka"}
    built = site.build(theme=theme, extra={"seen": []}, strict=False)
    assert len([text for text in built.warnings if "translations" in text]) == 1
    assert headings(built, "news/one/") == ['One & "only"']
    assert "newsblog-title" not in str(built.page("news/one/").texts("b"))


def test_a_theme_is_asked_where_a_hook_gives_it_what_can_not_be_copied(themed):
    site = themed(f"{ALWAYS}<b>{{{{ config.extra.paths.sep }}}}</b>")
    given = "import posixpath\n\ndef on_config(config):\n    config.extra['paths'] = posixpath\n"
    site.write("hook.py", given + HOOK)
    built = site.build()
    assert built.ok, built
    assert headings(built, "news/one/") == ['One & "only"']
    assert built.page("news/one/").texts("b") == ["/"]


ASKED = {
    "a value that says no": "page.meta.show_title != false",
    "a word in a list": '"title" not in page.meta.get("hide", [])',
    "a key of a listing": "not page.meta.hide_title",
    "contents without a main heading": "not page.toc or (page.toc|first).level != 1",
    "contents with a main heading": "page.toc and (page.toc|first).level == 1",
    "the file": "page.is_index",
    "any other file": "not page.is_index",
    "another heading in the text": "'<h1' in page.content",
}


@pytest.mark.parametrize("name", ASKED)
def test_each_page_has_its_title_once_whatever_the_theme_asks_of_it(themed, name):
    site = themed(f"{{% if {ASKED[name]} %}}{ALWAYS}{{% endif %}}")
    site.write(
        "docs/news/shy.md", "---\ntitle: Shy\ndate: 2024-05-03\nshow_title: false\nhide: [toc]\n---\nText.\n"
    )
    site.write(
        "docs/news/bare.md", "---\ntitle: Bare\ndate: 2024-05-04\nhide: [title]\n---\n# Bare\n\nText.\n"
    )
    site.write("docs/news/index.md", "---\ntitle: News\nhide_title: true\n---\nHello.\n")
    built = site.build(validation=None)
    assert built.ok, built
    for url, title in {
        "news/one/": 'One & "only"',
        "news/two/": "Two words",
        "news/shy/": "Shy",
        "news/bare/": "Bare",
        "news/": "News",
    }.items():
        assert [text.strip("¶") for text in headings(built, url)] == [title]
    for url, title in {"news/page/2/": "BlogPage2", "news/tags/sea/": "sea"}.items():
        [said] = headings(built, url)
        assert "".join(filter(str.isalnum, said)).replace("News", "Blog").removeprefix("Tag") == title
    assert "newsblog-title" not in built.text("news/one/index.html") + built.text("news/index.html")


OVER = f'{{% extends "base.html" %}}{{% block content %}}{ALWAYS}{{{{ page.content }}}}{{% endblock %}}'


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_known_theme_that_the_site_has_made_print_titles_prints_them_alone(themed, theme):
    site = themed(ALWAYS)
    site.write("over/main.html", OVER)
    site.delete("over/404.html")
    built = site.build(theme={"name": theme, "custom_dir": "over"})
    assert built.ok, built
    for url, title in {
        "news/one/": 'One & "only"',
        "news/two/": "Two words",
        "news/": "Blog",
        "news/page/2/": "Blog – Page 2",
        "news/tags/sea/": "Tag: sea",
    }.items():
        assert built.page(url).texts("h1") == [title]
        assert built.page(url).texts("h1.theirs") == [title]
    for url, own in {"news/one/": "one-only", "news/two/": "second", "news/": "blog"}.items():
        assert own in built.page(url).values("[id]", "id")
    assert not built.page("news/tags/sea/").select(".newsblog-view__kicker")


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_pages_of_a_known_theme_as_it_comes_are_not_looked_at(themed, monkeypatch, theme):
    for name in ("mark_heading", "mark_listing"):
        monkeypatch.delattr(page_content, name)
    built = themed(ALWAYS).build(theme={"name": theme})
    assert built.ok, built
    assert built.page("news/one/").texts(".newsblog-post h1") == ['One & "only"']


@pytest.mark.parametrize("printed", ["<h1>{{ config.site_name }}</h1>", "<h1 hidden>{{ page.title }}</h1>"])
def test_another_heading_of_a_known_theme_keeps_no_title_away(themed, printed):
    site = themed(ALWAYS)
    site.write("over/main.html", OVER.replace(ALWAYS, printed))
    site.delete("over/404.html")
    built = site.build(theme={"name": "mkdocs", "custom_dir": "over"})
    assert built.ok, built
    assert len(built.page("news/one/").select(".newsblog-post h1")) == 1
    assert len(built.page("news/tags/sea/").select(".newsblog-view h1")) == 1


def test_a_preview_has_each_title_once_after_a_change_of_another_post(themed):
    site = themed(f"{{% if page.toc and (page.toc|first).level == 1 %}}{ALWAYS}{{% endif %}}")
    urls = ("news/one/", "news/two/", "news/", "news/tags/sea/")
    with site.serve() as live:
        first = [live.page(url).texts("h1") for url in urls]
        with live.rebuild():
            site.write("docs/news/three.md", "---\ntitle: Three\ndate: 2024-05-03\n---\nText.\n")
        assert [live.page(url).texts("h1") for url in urls] == first
    built = site.build()
    assert [built.page(url).texts("h1") for url in urls] == first
    assert [len(texts) for texts in first] == [1, 1, 1, 1]


@pytest.mark.parametrize("asked", ["page.parent", "not page.parent"])
@pytest.mark.parametrize("is_below", [True, False])
def test_a_theme_may_print_titles_of_pages_below_others_alone(themed, asked, is_below):
    site = themed(f"{{% if {asked} %}}{ALWAYS}{{% endif %}}")
    nav = ["index.md", "news/two.md", {"All": ["news/index.md"]} if is_below else "news/index.md"]
    built = site.build(nav=nav)
    assert built.ok, built
    assert headings(built, "news/one/") == ['One & "only"']
    assert [text.strip("¶") for text in headings(built, "news/two/")] == ["Two words"]
    assert headings(built, "news/") == ["Blog"]


@pytest.mark.parametrize("theme", ["material", "mkdocs", {"name": None, "custom_dir": "over"}], ids=str)
@pytest.mark.parametrize("heading", [True, False])
def test_a_site_says_itself_whether_there_is_a_heading(themed, heading, theme):
    site = themed(ALWAYS, heading=heading)
    site.delete("docs/index.md")
    built = site.build(theme=theme)
    assert built.ok, built
    for url, title in TITLES.items():
        assert built.page(url).texts(".newsblog-post h1, .newsblog-view h1") == ([title] if heading else [])


def test_two_sections_and_the_other_host_ask_the_theme_as_well(themed):
    site = themed(ALWAYS)
    site.write("docs/log/three.md", "---\ntitle: Three\ndate: 2024-05-03\n---\nText.\n")
    built = site.cli("build", host="properdocs", newsblog=[OPTIONS, {"dir": "log"}])
    assert built.ok, built
    assert built.page("news/one/").texts("h1") == ['One & "only"']
    assert built.page("log/three/").texts("h1") == ["Three"]
    assert built.page("log/").texts("h1") == ["Blog"]
