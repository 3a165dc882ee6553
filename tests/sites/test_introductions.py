"""Pages that authors write for listings: front matter of other systems, and what would break a theme."""

import json

import pytest
from markupsafe import Markup
from mkdocs.utils.meta import get_data

from tests.sites.test_listings import post, site_of
from tests.sites.test_translations import PAGES, STRUCTURES, site_in_two_languages

A = {"news/a.md": post("A", "2024-05-01", tags="[t]")}
LANGUAGES = {
    "TOML": '+++\ntitle = "Ours"\ndescription = "Short"\nsort_by = "date"\n[extra]\nx = 1.5\n+++\n',
    "JSON": '{\n"title": "Ours",\n"description": "Short",\n"sort_by": ["date"]\n}\n',
    "Nikola": "<!--\n.. title: Ours\n.. description: Short\n.. sort_by: date\n-->\n",
    "YAML below a blank line": "\n---\ntitle: Ours\ndescription: Short\nsort_by: date\n---\n",
    "YAML that says its name": "---yaml\ntitle: Ours\ndescription: Short\nsort_by: date\n---\n",
    "a key of another name": '+++\nTitle = "Ours"\nDescription = "Short"\nsort_by = "date"\n+++\n',
}
PLACES = {"news/_index.md": "news/", "news/tags/_index.md": "news/tags/", "news/index.md": "news/"}
RECORDER = """
import json
SEEN = {}
def on_page_markdown(markdown, page, **_):
    SEEN[page.file.src_uri] = [markdown, {str(key): repr(value) for key, value in page.meta.items()}]
def on_post_build(config, **_):
    with open(config.site_dir + "/seen.json", "w", encoding="utf-8") as file:
        json.dump(SEEN, file)
"""


def seen(site, **changes):
    """What the last of all plugins is given of each page: text and metadata, by source."""
    site.write("hook.py", RECORDER)
    built = site.build(hooks=["hook.py"], **changes)
    assert built.ok, built
    return json.loads(built.text("seen.json"))


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_front_matter_that_the_host_can_not_read_is_no_text_of_an_introduction(drawn, language, path):
    site = site_of(drawn, A | {path: f"{LANGUAGES[language]}What *we* do.\n"})
    built = site.build(theme="material")
    assert built.ok, built
    page = built.page(PLACES[path])
    assert page.texts("h1") == ["Ours"]
    assert page.text("title").startswith("Ours")
    assert page.one("meta[name=description]")["content"] == "Short"
    assert "What we do." in page.text("body")
    for sign in ("sort_by", "+++", "title =", ".. title", "---"):
        assert sign not in page.text("body"), sign


def test_a_page_at_the_address_of_a_listing_that_has_no_other_post_is_not_lost(drawn):
    own = {"news/tags/world.md": post("On the world", "2024-05-03", "Far and wide.\n", tags="[world]")}
    built = site_of(drawn, A | own).build(strict=False)
    (said,) = built.errors[:1]
    assert "news/tags/world.md" in said
    assert "[address-taken]" in said
    more = {"news/b.md": post("B", "2024-05-02", tags="[world]")}
    built = site_of(drawn, A | own | more).build(strict=False)
    assert built.exit_code == 0, built
    page = built.page("news/tags/world/")
    assert "Far and wide." in page.text("body")
    assert page.texts(".newsblog-card__title") == ["B"]


def test_what_an_introduction_says_in_toml_reaches_every_plugin_as_it_would_in_yaml(drawn):
    lines = ('title = "A & B"', "when = 2024-01-02", "comments = true", "[extra]", 'odd = "---\\n---"')
    text = "\n".join(("+++", *lines, "+++", "    code", ""))
    markdown, meta = seen(site_of(drawn, A | {"news/_index.md": text}))["news/_index.md"]
    assert markdown == "    code\n"
    assert meta == {
        "title": "Markup('A &amp; B')",
        "when": "datetime.date(2024, 1, 2)",
        "comments": "True",
        "extra": repr({"odd": "---\n---"}),
        "hide": "['toc']",
    }


def test_a_value_that_yaml_can_not_hold_is_left_out_of_what_the_host_reads(drawn):
    text = '{"title": "Ours", "odd": "\\ud800", "x": NaN}\nText.\n'
    _, meta = seen(site_of(drawn, A | {"news/_index.md": text}))["news/_index.md"]
    assert meta == {"title": "'Ours'", "hide": "['toc']"}


PLAIN = {
    "yaml": "---\ntitle: A & B\nhide: [navigation]\nsearch: {boost: 2}\ncomments: true\n"
    "x: [1, {y: 2024-01-02}]\ntemplate: own.html\nicon: fa-ship\nstatus: new\n---\n\n    code\n\n---\nText\n",
    "headers": "Title: A & B\nIcon: x\nTemplate: own.html\n\nText\n",
    "unknown headers": "Colour: red\n\nText\n",
    "no front matter": "# Hello\n\nText\n",
    "two rules": "---\n# Hello\n---\n\nText\n",
    "dots": "---\ntitle: X\nhide:\n...\nText\n",
    "a key twice": "---\ntitle: X\ntitle: Y\n1: 2\n---\nText\n",
}


@pytest.mark.parametrize("path", PLACES)
@pytest.mark.parametrize("kind", PLAIN)
def test_an_introduction_that_the_host_reads_well_stays_as_it_is(drawn, kind, path):
    site = site_of(drawn, A | {path: PLAIN[kind]})
    site.write("own/own.html", "own: {{ page.title }}{{ page.content }}")
    markdown, meta = seen(site, theme={"name": "mkdocs", "custom_dir": "own"})[path]
    plain, asked = get_data(PLAIN[kind])
    assert markdown == plain
    asked.setdefault("hide", ["toc"])
    if asked.get("title") == "A & B":  # themes print it as it is
        asked["title"] = Markup("A &amp; B")
    assert meta == {str(key): repr(value) for key, value in asked.items()}


def test_an_introduction_is_printed_by_the_template_it_names(drawn):
    site = site_of(drawn, A | {"news/index.md": "---\ntemplate: own.j2\n---\n# Mine\n"})
    site.write("own/own.j2", "<body>own: {{ page.content }}</body>")
    page = site.build(theme={"name": "mkdocs", "custom_dir": "own"}).page("news/")
    assert page.text("body").startswith("own:")
    assert page.texts(".newsblog-card__title") == ["A"]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize(
    "name", ["section.html", "[x]", "{x: y}", "../x.html", "7", "blog-post.html", "img/favicon.ico"]
)
def test_a_template_of_another_system_on_an_introduction_is_ignored_with_a_notice(drawn, theme, name):
    text = f"---\ntitle: Mine\ntemplate: {name}\n---\nText\n"
    pages = {"news/_index.md": text, "news/tags/index.md": text}
    built = site_of(drawn, A | pages).build(theme=theme)
    assert built.ok, built
    assert built.page("news/").texts("h1") == ["Mine"]
    for path in pages:
        assert [said for said in built.said("INFO") if f"{path}:3:" in said and "[foreign-template]" in said]


def test_an_empty_template_on_an_introduction_is_none(drawn):
    built = site_of(drawn, A | {"news/_index.md": "---\ntemplate:\n---\n# Mine\n"}).build()
    assert built.ok, built
    assert not [said for said in built.said("INFO") if "[foreign-template]" in said]


@pytest.mark.parametrize(
    "line",
    ["icon: no/such", "icon: [a]", "icon: ../x", f"icon: {'x' * 300}", "search: false", "hide: false"],
)
def test_what_would_break_a_theme_is_kept_from_it_in_silence(drawn, line):
    text = f"---\n{line}\n---\n# Mine\n"
    pages = {"news/_index.md": text, "news/tags/_index.md": text}
    built = site_of(drawn, A | pages, config={"nav": ["news/_index.md"]}).build(theme="material")
    assert built.ok, built
    assert built.page("news/").text("h1").startswith("Mine")
    if line.startswith("search"):
        assert [each for each in built.search_index() if each["location"].startswith("news/#mine")] == []


@pytest.mark.parametrize(
    ("hide", "text", "shown"),
    [
        ("[footer]", "# Mine", ["navigation"]),
        ("footer", "Text", ["navigation"]),
        ("[navigation]", "# Mine", []),
        ("[footer]", "# Mine\n\n## Part", ["navigation", "toc"]),
        ("[footer]", "## Part", ["navigation", "toc"]),
        ("[footer, toc]", "# Mine\n\n## Part", ["navigation"]),
        ("[]", "# Mine", ["navigation", "toc"]),
    ],
)
@pytest.mark.parametrize("path", PLACES)
def test_a_page_that_hides_something_else_keeps_no_empty_column_of_contents(drawn, path, hide, text, shown):
    site = site_of(drawn, A | {path: f"---\nhide: {hide}\n---\n{text}\n"})
    built = site.build(theme="material")
    assert built.ok, built
    assert built.page(PLACES[path]).values(".md-sidebar:not([hidden])", "data-md-type") == shown


def test_an_icon_of_the_theme_is_shown(drawn):
    site = site_of(drawn, A | {"news/index.md": "---\nicon: material/ship-wheel\n---\n# Mine\n"})
    assert "'material/ship-wheel'" in repr(seen(site, theme="material")["news/index.md"])


@pytest.mark.parametrize("line", ["search: true", "hide: true", "status: [new]", "meta: [x]", "source: 3"])
def test_a_value_that_themes_can_not_take_is_said_of_an_introduction(drawn, line):
    built = site_of(drawn, A | {"news/_index.md": f"---\ntitle: X\n{line}\n---\n# Mine\n"}).build(
        theme="material", strict=False
    )
    assert built.exit_code == 0, built
    (said,) = built.warnings
    assert "news/_index.md:3:" in said
    assert "[host-key-ignored]" in said
    assert built.page("news/").text("h1").startswith("Mine")


def test_a_value_of_a_folder_that_themes_can_not_take_is_said_once_and_where_it_stands(drawn):
    site = site_of(drawn, A | {"news/.meta.yml": "hide: 5\n", "news/index.md": "# Mine\n"})
    built = site.build(theme="material", plugins=["meta", {"newsblog": {"dir": "news"}}], strict=False)
    (said,) = built.warnings
    assert "news/.meta.yml:1:7: hide:" in said


@pytest.mark.parametrize(
    ("page", "nav", "title"),
    [
        ("Hello.\n", None, "R &amp; D"),
        ("## Part\n\nHello.\n", None, "R &amp; D"),
        ("# Mine\n\nHello.\n", None, "Mine"),
        ("Hello.\n\n# Mine &amp; *ours*\n", None, "Mine &amp; ours"),
        ("---\ntitle: Said\n---\nHello.\n", None, "Said"),
        ("Hello.\n", ["index.md", {"Named": "news/index.md"}], "Named"),
    ],
)
def test_an_introduction_that_says_no_title_is_called_as_its_listing(drawn, page, nav, title):
    site = site_of(drawn, A | {"news/index.md": page}, {"dir": "news", "title": "R & D"})
    built = site.build(nav=nav)
    assert built.ok, built
    assert f"<title>{title} - Drawn</title>" in built.text("news/index.html")


def test_a_listing_with_text_above_its_heading_has_one_title_for_tabs_and_cards(drawn):
    site = site_of(drawn, A | {"news/tags/t.md": "Hello.\n\n# About *T* & more\n\nText.\n"})
    page = site.build(site_url="https://example.org/").page("news/tags/t/")
    assert page.text("title") == "About T & more - Drawn"
    assert page.one("meta[property='og:title']")["content"] == "About T & more"


def test_the_front_page_of_a_site_that_says_no_title_is_called_as_the_host_calls_it(drawn):
    site = site_of(drawn, {"index.md": "Hello.\n", "a.md": post("A", "2024-05-01")}, {"dir": "."})
    built = site.build(theme="readthedocs")
    assert built.ok, built
    assert built.page("a/").texts(".wy-menu-vertical a") == ["Home"]
    assert built.page("").texts(".newsblog-card__title") == ["A"]


def test_a_value_that_only_the_host_takes_for_front_matter_is_said_of_an_introduction(drawn):
    built = site_of(drawn, A | {"news/index.md": "Search: nope\n\nText\n"}).build(strict=False)
    (said,) = built.warnings
    assert "news/index.md:1:1: search:" in said


@pytest.mark.parametrize(
    "text",
    [
        "---\nHi there\n\nMore: text - here: too\n---\nRest\n",
        "+++\n\nA line of pluses.\n\n+++\nRest\n",
    ],
)
def test_an_introduction_that_only_begins_with_a_rule_is_text(drawn, text):
    built = site_of(drawn, {"news/index.md": text}).build()
    assert built.ok, built
    assert "Rest" in built.page("news/").text("body")


def test_front_matter_of_an_introduction_that_has_a_comment_above_it_is_named(drawn):
    text = "<!--\nSPDX-License-Identifier: MIT\n-->\n---\ntitle: Ours\ndraft: true\n---\nText.\n"
    built = site_of(drawn, A | {"news/index.md": text}).build()
    [said] = built.warnings
    assert said.startswith("mkdocs_newsblog: news/index.md:4:1: front matter: a block of front matter begins")
    assert said.endswith("[front-matter-misplaced]")


@pytest.mark.parametrize("name", ["news/_index.md", "news/tags/index.md"])
def test_a_shortcode_in_an_introduction_is_named_as_in_a_post(drawn, name):
    text = "---\ntitle: Ours\n---\n{{< comment >}}\nFor authors.\n{{< /comment >}}\n\n`{{< toc >}}`\n"
    built = site_of(drawn, A | {name: text}).build()
    assert built.ok, built
    (said,) = [text for text in built.said("INFO") if "shortcode-kept" in text]
    assert said.startswith(f'mkdocs_newsblog: {name}:4:1: body: "{{{{< comment": what another')


def test_front_matter_of_an_introduction_that_nobody_can_read_is_an_error(drawn):
    built = site_of(drawn, A | {"news/index.md": '+++\ntitle = "Ours"\nx = \n+++\nText.\n'}).build()
    assert built.exit_code == 1
    assert [
        said for said in built.errors if "news/index.md:3:" in said and "[front-matter-unreadable]" in said
    ]


def test_a_preview_shows_the_text_below_front_matter_of_an_introduction_that_nobody_can_read(drawn):
    site = site_of(drawn, A | {"news/index.md": '+++\ntitle = "Ours"\nx = \n+++\nHello.\n'})
    with site.serve() as live:
        page = live.page("news/")
        assert "Hello." in page.text("body")
        assert "title =" not in page.text("body")
        assert page.texts(".newsblog-card__title") == ["A"]


def test_an_introduction_in_an_encoding_that_nobody_can_read_is_an_error_and_shown_by_a_preview(drawn):
    site = site_of(drawn, A | {"news/tags/t.md": b"---\ntitle: Meer\n---\nK\xfcste\n"})
    built = site.build()
    assert built.exit_code == 1
    [said] = [text for text in built.errors if "news/tags/t.md:4:2: " in text]
    assert said.rpartition(" [")[2] in site.check().output
    with site.serve() as live:
        assert "news/tags/t.md" in live.page("news/tags/t/").text("body")
        with live.rebuild():
            site.write("docs/news/tags/t.md", "---\ntitle: Meer\n---\nKüste\n")
        assert "Küste" in live.page("news/tags/t/").text("body")


def test_front_matter_of_an_introduction_is_mended_with_a_word(drawn):
    text = "---\ntitle: Ours: the news\n---\nText.\n"
    built = site_of(drawn, A | {"news/index.md": text}).build(strict=False)
    assert [said for said in built.warnings if "news/index.md:2:" in said and "[front-matter-mended]" in said]
    assert built.page("news/").texts("h1") == ["Ours: the news"]
    assert "title:" not in built.page("news/").text("body")


def test_pages_that_are_neither_posts_nor_listings_are_the_hosts(drawn):
    other = '+++\ntitle = "X"\n+++\nText\n'
    pages = {"other.md": other, "about.md": "---\nhide: true\nstatus: [x]\nicon: 7\n---\nText\n"}
    found = seen(site_of(drawn, A | pages))
    assert found["other.md"] == [other, {}]
    assert found["about.md"] == ["Text\n", {"hide": "True", "status": "['x']", "icon": "7"}]


@pytest.mark.parametrize("structure", STRUCTURES)
def test_an_introduction_in_each_language_may_have_front_matter_of_another_system(drawn, structure):
    toml = '+++\ntitle = "{}"\ntemplate = "section.html"\nsort_by = "date"\n+++\n{}\n'
    introductions = (toml.format("Our news", "Hello"), toml.format("Nos nouvelles", "Bonjour"))
    site = site_in_two_languages(drawn, structure, PAGES | {"news/index.md": introductions})
    built = site.build(newsblog=None)
    assert built.ok, built
    for url, title, text in (("news/", "Our news", "Hello"), ("fr/news/", "Nos nouvelles", "Bonjour")):
        page = built.page(url)
        assert page.texts("h1.newsblog-view__title") == [title]
        assert text in page.text("body")
        assert "sort_by" not in page.text("body")


def test_a_preview_follows_an_introduction_in_toml(drawn):
    site = site_of(drawn, A | {"news/_index.md": '+++\ntitle = "Ours"\n+++\nHello.\n'})
    with site.serve() as live:
        assert live.page("news/").texts("h1") == ["Ours"]
        with live.rebuild():
            site.write("docs/news/_index.md", '+++\ntitle = "Yours"\ntemplate = "x.html"\n+++\nBye.\n')
        page = live.page("news/")
        assert page.texts("h1") == ["Yours"]
        assert "Bye." in page.text("body")
        assert "template" not in page.text("body")
