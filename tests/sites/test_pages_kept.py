"""Finished pages that are kept between builds are those of a build that keeps nothing, byte for byte."""

from __future__ import annotations

import pickle
import shutil
import sqlite3
import tempfile
from contextlib import closing
from copy import copy, deepcopy
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_newsblog.host.reuse import own_templates
from mkdocs_newsblog.host.reuse.rendered import Rendered
from mkdocs_newsblog.host.site import contents
from mkdocs_newsblog.host.store import versions
from mkdocs_newsblog.render.templating.fragments import Fragments
from tests.harness.edits import CONFIG, TREE, WALK, Edits
from tests.harness.site import Site

pytestmark = pytest.mark.usefixtures("brief_pages_too")
KEEP = {"dir": "news", "cache": {"pages": True}}


@pytest.fixture
def reused(monkeypatch):
    """How many pages each build took from a former one."""
    numbers = []
    close = Rendered.close

    def closed(self):
        if self.on:
            numbers.append(self.reused)
        close(self)

    monkeypatch.setattr(Rendered, "close", closed)
    return numbers


def same_as_clean(site):
    """Build a site into one folder with what it has kept, and a copy of it without, and compare."""
    with tempfile.TemporaryDirectory() as folder:
        clean = site.copy(Path(folder) / "clean")
        site.builds = clean.builds = 0
        kept, fresh = site.build(strict=False), clean.build(strict=False)
        assert kept.files() == fresh.files()
        return kept


def test_a_template_that_is_a_link_into_nothing_or_no_text_changes_nothing(drawn, reused):
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    (site.root / "over").mkdir()
    (site.root / "over/gone.html").symlink_to("nowhere.html")
    (site.root / "over/round.html").symlink_to("round.html")
    (site.root / "over/folder.html").mkdir()
    site.write("over/old.html", "{{ page.title }} für alle".encode("latin-1"))
    for _ in range(2):
        site.builds = 0  # pages know the folder that they are built into
        assert site.build(strict=False).exit_code == 0
    assert reused[1] > 0


class Kept(Edits):
    @initialize(theme=st.sampled_from(["mkdocs", "material", "readthedocs"]))
    def draw(self, theme):
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name) / "site"
        self.site = Site.drawn(root, TREE, config=CONFIG | {"theme": {"name": theme}}, newsblog=KEEP)
        self.site.build(strict=False)

    def check(self):
        same_as_clean(self.site)


TestKept = Kept.TestCase
TestKept.settings = WALK


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_new_post_leaves_the_pages_of_others_as_they_are(drawn, reused, theme):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": theme}}, newsblog=KEEP)
    same_as_clean(site)
    first = len([url for url in same_as_clean(site).urls() if url not in ("404.html", "search.html")])
    assert reused == [0, 0, first, 0]
    site.write("docs/news/old.md", "---\ntitle: Old\ndate: 2020-01-01\ntags: [old]\n---\nText.\n")
    same_as_clean(site)
    assert 6 < reused[-2] < first


GATHERS = """
import shutil
import tempfile
from pathlib import Path

def on_config(config):
    folder = tempfile.mkdtemp(prefix="gathered", dir=Path(config.config_file_path).parent)
    config.docs_dir = shutil.copytree(config.docs_dir, folder, dirs_exist_ok=True)
"""
HEADINGS = "---\ntitle: Above\ndate: 2024-01-01\n---\nFirst.\n\n# [1 high\n\n## `<i>` & [-2] low\n\n# High\n"
PRINTS = """{% extends "base.html" %}{% block content %}{{ super() }}<ol id="all">
{% for item in page.toc recursive %}<li data-level="{{ item.level }}" data-lit="{{ item.active }}">
<a href="{{ item.url }}">{{ item.title }}</a><ol>{{ loop(item.children) }}</ol>{% endfor %}
</ol>{% endblock %}"""


def test_headings_of_any_level_are_those_of_a_clean_build_and_let_a_page_be_kept(drawn, reused):
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    site.write("docs/news/above.md", HEADINGS)
    (site.root / "over").mkdir()
    same_as_clean(site)
    (site.root / "over/main.html").write_text(PRINTS, "utf-8")
    shown = same_as_clean(site).page("news/above/").texts("#all a")
    assert shown == ["Above", "[1 high", "<i> & [-2] low", "High"]
    pages = [url for url in same_as_clean(site).urls() if url != "404.html"]
    assert reused[-2] == len(pages)


def test_copies_of_a_table_of_contents_are_the_hosts_own():
    text = '[[1,"One","one",[[2,"Two","two",[]]]]]'
    for copied in (
        pickle.loads(pickle.dumps(contents.contents_of(text))),
        deepcopy(contents.contents_of(text)),
    ):
        assert type(copied) is TableOfContents
        assert contents.contents_text(copied) == text
    first = contents.contents_of(text)
    other = deepcopy(first)
    other.items[0].children[0].title = "Other"
    assert contents.contents_text(first) == text
    assert copy(first).items is first.items


def test_headings_below_one_of_ours_are_as_they_are_now_and_not_as_they_were(drawn):
    site = drawn(TREE, CONFIG, KEEP)
    site.write("mkdocs.yml", site.config)
    page = Page("A", File("a.md", "docs", "site", True), load_config(str(site.root / "mkdocs.yml")))
    page.toc = contents.contents_of('[[2,"Two","two",[]]]')
    held = page.toc.items[0]
    contents.add_heading(page, "A", "a")
    held.title = "Changed"
    assert contents.contents_text(page.toc) == '[[1,"A","a",[[2,"Changed","two",[]]]]]'


def test_headings_are_made_into_links_only_where_a_page_is_made(drawn, monkeypatch):
    site = drawn(TREE, CONFIG, KEEP)
    site.write("docs/news/above.md", HEADINGS)
    site.builds = 0
    site.build(strict=False)
    made = []
    monkeypatch.setattr(contents.Contents, "items", property(made.append), raising=True)
    site.builds = 0
    site.build(strict=False)
    assert made == []


OVER = '{% extends "base.html" %}{% block htmltitle %}<title>TITLE</title>{% endblock %}'
NAMES = '{% extends "base.html" %}{% block footer %}{{ pages | length }}{% endblock %}'


def test_a_template_of_the_site_that_changes_is_used_at_once(drawn, reused):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", OVER.replace("TITLE", "One"))
    same_as_clean(site)
    site.write("over/main.html", OVER.replace("TITLE", "Another"))
    assert "<title>Another</title>" in same_as_clean(site).text("guide/")
    assert reused == [0, 0, 0, 0]


def test_a_template_that_counts_the_files_of_the_site_counts_new_ones(drawn):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", NAMES)
    same_as_clean(site)
    site.write("docs/more.md", "# More\n")
    same_as_clean(site)


def test_options_of_other_plugins_count(drawn, reused):
    config = CONFIG | {"theme": {"name": "material"}}
    site = drawn(TREE, config=config, newsblog=KEEP)
    same_as_clean(site)
    site.config = Site(site.root, config | {"plugins": [{"search": {"separator": "[-]"}}]}, KEEP).config
    same_as_clean(site)
    assert reused[-2] == 0


def test_a_build_of_another_checkout_on_another_day_finds_what_is_kept(drawn, reused, tmp_path):
    config = CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}, "watch": ["over"]}
    site = drawn(TREE, config=config, newsblog=KEEP)
    site.write("over/main.html", OVER)
    site.build(strict=False, env={"SOURCE_DATE_EPOCH": "1893499200"})
    other = Site(tmp_path / "elsewhere" / "checkout", site.config)
    for folder in ("docs", "over", ".cache"):
        shutil.copytree(site.root / folder, other.root / folder, copy_function=shutil.copyfile)
    other.builds = 7  # other folders for the site, too
    fresh = len([url for url in site.build(strict=False).urls() if url not in ("404.html", "search.html")])
    other.build(strict=False, env={"SOURCE_DATE_EPOCH": "1893585600"})
    assert reused == [0, fresh, fresh - 1]  # the front page says in a comment when it was made


def test_another_version_of_a_plugin_makes_every_page_anew(drawn, reused, monkeypatch):
    site = drawn(TREE, config=CONFIG, newsblog=KEEP)
    point = "[mkdocs.plugins]\nother = other:Plugin\n"
    site.write("installed/other-1.0.dist-info/entry_points.txt", point)
    monkeypatch.syspath_prepend(str(site.root / "installed"))
    try:
        for version in ("1.0", "1.0", "2.0"):
            site.write("installed/other-1.0.dist-info/METADATA", f"Name: other\nVersion: {version}\n")
            versions.add_on_versions.cache_clear()
            site.builds = 0
            site.build(strict=False)
    finally:
        versions.add_on_versions.cache_clear()
    assert [number > 0 for number in reused] == [False, True, False]


def test_two_configurations_beside_each_other_each_find_their_own_pages(drawn, reused):
    site = drawn(TREE, config=CONFIG, newsblog=KEEP)
    for name in ("one.yml", "two.yml") * 2:
        site.write(name, site.config.replace("site_name:", f"copyright: {name}\nsite_name:"))
        config = load_config(str(site.root / name))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    assert [number > 0 for number in reused] == [False, False, True, True]


def pages_of(site):
    with closing(sqlite3.connect(site.root / ".cache/newsblog/pages.sqlite")) as found:
        return found.execute("SELECT count(*) FROM entry").fetchone()[0]


def test_a_page_that_is_made_anew_takes_the_place_of_the_last_one(drawn):
    site = drawn(TREE, config=CONFIG, newsblog=KEEP)
    numbers = []
    for name in ("One", "Two", "Three"):
        site.build(strict=False, site_name=name)
        numbers.append(pages_of(site))
    assert numbers[0] == numbers[1] == numbers[2] > 6
    site.write("docs/more.md", "# More\n")
    site.build(strict=False)
    assert pages_of(site) == numbers[0] + 1


def test_the_copy_of_the_configuration_that_mike_makes_may_be_called_anything(drawn, reused):
    site = drawn(TREE, config=CONFIG, newsblog=KEEP)
    numbers = []
    for name in ("mike-mkdocsa1_b2c3d.yml", "mike-mkdocsz9y8x7w6.yml"):
        site.write(name, site.config)
        config = load_config(str(site.root / name))
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        numbers.append(pages_of(site))
    assert numbers[0] == numbers[1] > 6
    assert reused[0] == 0
    assert reused[1] >= numbers[1] - 1


def test_docs_that_a_plugin_gathers_in_another_folder_each_time_make_the_same_pages(drawn, reused):
    site = drawn(TREE, config=CONFIG | {"hooks": ["gather.py"]}, newsblog=KEEP)
    site.write("gather.py", GATHERS)
    built = []
    for _ in range(2):
        site.builds = 0
        built.append(site.build(strict=False).files())
    assert len(list(site.root.glob("gathered*"))) == 2
    assert built[0] == built[1]
    assert reused[0] == 0
    assert reused[1] > 6


def test_a_template_that_prints_the_day_of_a_page_prints_that_of_the_build(drawn):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", "{{ page.update_date }}"))
    for moment, day in (("1893499200", "2030-01-01"), ("1893585600", "2030-01-02")):
        assert day in site.build(strict=False, env={"SOURCE_DATE_EPOCH": moment}).text("guide/")


@pytest.mark.parametrize("code", [None, "error"])
def test_a_template_that_fails_on_a_page_is_named_in_every_build(drawn, code):
    keep = KEEP | ({"problems": {"template-unfit": code}} if code else {})
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, keep)
    fails = '{% extends "main.html" %}{% block extrahead %}{{ page.meta.a.b }}{% endblock %}'
    site.write("over/fails.html", fails)
    site.write(
        "docs/news/a.md", site.read("docs/news/a.md").replace("title:", "template: fails.html\ntitle:")
    )
    first, second = (site.build(strict=False) for _ in range(2))
    said = [
        [record for record in built.log if "[template-unfit]" in record.text] for built in (first, second)
    ]
    assert len(said[0]) == 1
    assert said[0] == said[1]
    assert first.exit_code == second.exit_code == (1 if code else 0)


def test_the_date_of_the_next_page_is_that_of_a_clean_build(drawn):
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    asked = "{{ page.next_page.update_date if page.next_page }}"
    site.write("over/main.html", f'{{% extends "base.html" %}}{{% block styles %}}{asked}{{% endblock %}}')
    same_as_clean(site)
    for page in ("a", "b", "c"):
        path = f"docs/news/{page}.md"
        site.write(path, site.read(path).replace("title:", "updated: 2026-06-01\ntitle:"))
        kept = same_as_clean(site)
    assert "2026-06-01" in kept.text("news/a/") + kept.text("news/b/")


def test_nothing_is_kept_unless_the_site_wants_it(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    assert not (site.root / ".cache/newsblog/pages.sqlite").exists()
    assert not (site.root / ".cache/newsblog/texts.sqlite").exists()


OWN = CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}


def test_listings_are_put_into_html_again_only_where_something_of_them_has_changed(drawn, monkeypatch):
    made = []
    page = Fragments.render
    monkeypatch.setattr(
        Fragments, "render", lambda self, name, **values: made.append(name) or page(self, name, **values)
    )
    site = drawn(TREE, config=OWN, newsblog=KEEP)
    site.write("over/newsblog/post_card.html", "<p>First card</p>")
    numbers = []
    for card in ("First", "First", "Other"):
        site.write("over/newsblog/post_card.html", f"<p>{card} card</p>")
        made.clear()
        assert f"{card} card" in same_as_clean(site).text("news/")
        numbers.append(made.count("view.html"))
    clean = numbers[0] // 2
    assert clean > 3
    assert numbers == [2 * clean, clean, 2 * clean]


@pytest.mark.parametrize(
    "option", [{"title": "Otherwise"}, {"words": {"older": "Back then"}}, {"metadata": False}]
)
def test_options_that_change_what_our_parts_say_are_heard_at_once(drawn, option):
    site, changed = drawn(TREE, CONFIG, KEEP), drawn(TREE, CONFIG, KEEP | option)
    same_as_clean(site)
    shutil.copytree(site.root / ".cache", changed.root / ".cache")
    same_as_clean(changed)


def test_a_template_of_ours_that_the_site_has_broken_is_named_in_every_build(drawn):
    site = drawn(TREE, config=OWN, newsblog=KEEP)
    site.write("over/newsblog/view.html", "{{ view.nothing.at.all }}")
    said = [
        [record.text for record in site.build(strict=False).log if "[template-broken]" in record.text]
        for _ in range(2)
    ]
    assert len(said[0]) == 1
    assert said[0] == said[1]


BLOCK = '{% extends "base.html" %}{% block footer %}TEXT{% endblock %}'
GUIDE, POST = "docs/guide.md", "docs/news/b.md"
FAR = {
    "titles of files": ("{% for f in pages %}{{ f.page.title }}{% endfor %}", POST, "Second", "Other"),
    "metadata of neighbours": (
        "{{ page.next_page and page.next_page.meta.description }}",
        POST,
        "title:",
        "description: Words\ntitle:",
    ),
    "the page after the next": (
        "{{ page.next_page and page.next_page.next_page and page.next_page.next_page.title }}",
        "docs/news/c.md",
        "Third",
        "Last",
    ),
    "content of others": ("{% for p in nav.pages %}{{ p.content }}{% endfor %}", GUIDE, "Text", "Words"),
    "content of others by another name": (
        "{% for page in nav.pages %}{{ page.content }}{% endfor %}",
        GUIDE,
        "Text",
        "Words",
    ),
    "content of others, of a filter": (
        "{{ nav.pages | map(attribute='content') | join }}",
        GUIDE,
        "Text",
        "W",
    ),
    "content of others, of a filter that joins": (
        "{{ nav.pages | join(' ', attribute='content') }}",
        GUIDE,
        "Text",
        "Words",
    ),
    "metadata of others, of a filter": (
        "{{ nav.pages | map(attribute='meta.description') | join }}",
        GUIDE,
        "# Guide",
        "---\ndescription: Words\n---\n# Guide",
    ),
    "metadata of files, of a filter": (
        "{{ pages | map(attribute='page.meta.description') | join }}",
        POST,
        "title:",
        "description: Words\ntitle:",
    ),
    "content of others, by any name": (
        "{% for key in ['content'] %}{% for p in nav.pages %}{{ p[key] }}{% endfor %}{% endfor %}",
        GUIDE,
        "Text",
        "Words",
    ),
    "headings of others": (
        "{% for p in nav.pages %}{{ p.toc }}{% endfor %}",
        GUIDE,
        "Start",
        "Begin",
    ),
    "Markdown": ("{{ page.markdown | length }}", GUIDE, "Text", "Text\n\n\n"),
    "Markdown that makes the same HTML": ("{{ page.markdown | length }}", GUIDE, "# Guide", "# Guide #"),
    "order of metadata": (
        "{{ page.meta }}",
        POST,
        "title: Second\ndate: 2026-05-02",
        "date: 2026-05-02\ntitle: Second",
    ),
}


@pytest.mark.parametrize(
    "asked",
    [
        "{{ config.docs_dir }}",
        "{{ config['docs_dir'] }}",
        "{{ config.get('docs_dir') }}",
        "{% set c = config %}{{ c.docs_dir }}",
        "{% set key = 'docs_dir' %}{{ config[key] }}",
        "{{ [config] | map(attribute='docs_dir') | first }}",
        "{{ config.config_file_path }}",
        "{{ config.site_dir }}",
    ],
)
def test_a_template_that_prints_where_things_are_prints_where_they_are_now(drawn, reused, asked):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", asked))
    pages = [site.build(strict=False).text("news/a/")]
    site.rename("docs", "texts")
    pages.append(site.build(strict=False, docs_dir="texts").text("news/a/"))
    assert len(set(pages)) == 2 or "config_file_path" in asked
    assert reused == []


@pytest.mark.parametrize("name", ["main.html", "partial.j2"])
@pytest.mark.parametrize("far", FAR)
def test_what_templates_of_the_site_say_of_other_pages_is_true(drawn, far, name):
    text, path, old, new = FAR[far]
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", '{% include "partial.j2" %}'))
    site.write(f"over/{name}", text if name == "partial.j2" else BLOCK.replace("TEXT", text))
    before = same_as_clean(site).files()
    assert old in site.read(path)
    site.write(path, site.read(path).replace(old, new).encode())
    assert same_as_clean(site).files() != before


HIDES = """
def on_nav(nav, config, files):
    nav.items = nav.items[2:]
"""


@pytest.mark.parametrize(
    ("asked", "page"),
    [("nav.homepage.title", "index"), ("nav.pages | map(attribute='title') | join", "guide")],
)
def test_pages_that_a_hook_hides_are_called_what_they_are_called_now(drawn, asked, page):
    theme = {"name": "mkdocs", "custom_dir": "over"}
    nav = ["index.md", "guide.md", "other.md", "news/index.md"]
    site = drawn(TREE, CONFIG | {"theme": theme, "hooks": ["hook.py"], "nav": nav}, KEEP)
    site.write("hook.py", HIDES)
    site.write("over/main.html", BLOCK.replace("TEXT", f"<b>{{{{ {asked} }}}}</b>"))
    for title in ("One", "Another"):
        site.write(f"docs/{page}.md", f"# {title}\n")
        assert title in site.build(strict=False).page("news/a/").text("b")


BLOG = """
from pathlib import Path
from mkdocs.plugins import BasePlugin

class Blog(BasePlugin):
    def on_nav(self, nav, config, files):
        self.newest = Path(config.config_file_path).with_name("newest.txt").read_text()

def on_config(config):
    config.plugins["blog"] = Blog()
"""


TAKEN = {
    "at once": "{{ config.plugins['blog'].newest }}",
    "by a name for a while": "{% with blog = config.plugins.blog %}{{ blog.newest }}{% endwith %}",
    "where it is there": "{% set blog = config.plugins.blog or {} %}{{ blog.newest }}",
    "among others": "{% for name, each in config.plugins.items() %}{{ each.newest }}{% endfor %}",
    "by a filter": "{{ config.plugins.blog | attr('newest') }}",
    "out of a mapping": "{% set x = {'blog': config.plugins.blog} %}{{ x.blog.newest }}",
    "in a macro": "{% macro shown(blog) %}{{ blog.newest }}{% endmacro %}{{ shown(config.plugins.blog) }}",
}


@pytest.mark.parametrize("way", TAKEN.values(), ids=TAKEN)
def test_what_a_template_takes_from_a_plugin_is_what_that_has_now(drawn, way):
    theme = {"name": "mkdocs", "custom_dir": "over"}
    site = drawn(TREE, CONFIG | {"theme": theme, "hooks": ["hook.py"]}, KEEP)
    site.write("hook.py", BLOG)
    site.write("over/main.html", BLOCK.replace("TEXT", f"<i>{way}</i>"))
    for newest in ("One", "Another"):
        site.write("newest.txt", newest)
        assert f"<i>{newest}</i>" in site.build(strict=False).text("guide/")


def test_pages_that_ask_which_plugins_there_are_and_for_their_options_are_used_again(drawn, reused):
    asking = "{% for name, each in config.plugins.items() %}{{ name }}{{ each.config.min_search_length }}"
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", asking + "{% endfor %}"))
    first, second = site.build(strict=False), site.build(strict=False)
    assert second.files() == first.files()
    assert reused[0] == 0 < reused[1]


def test_a_page_deep_in_the_nav_that_is_called_otherwise_is_so_on_every_page(drawn, reused):
    site = drawn(TREE, config=CONFIG | {"theme": "mkdocs"}, newsblog=KEEP)
    site.write("docs/deep/er/one.md", "# Once\n")
    assert "Once" in same_as_clean(site).page("news/a/").texts("nav a, .navbar a")
    site.write("docs/deep/er/one.md", "# Again\n")
    names = same_as_clean(site).page("news/a/").texts("nav a, .navbar a")
    assert ("Once" in names, "Again" in names) == (False, True)
    same_as_clean(site)
    assert reused[-2], "the next build, before the clean one, takes pages from the last"


def test_a_source_that_moves_to_another_name_is_shown_with_it(drawn):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    both = "{{ page.file.src_uri }} {{ page.next_page and page.next_page.file.src_uri }}"
    site.write("over/main.html", BLOCK.replace("TEXT", both))
    same_as_clean(site)
    site.rename(POST, "docs/news/b/index.md")
    assert "news/b/index.md" in same_as_clean(site).text("news/a/")
    site.rename("docs/news/c.md", "docs/news/c/index.md")
    assert "news/c/index.md" in same_as_clean(site).text("news/c/")


def test_a_page_of_the_nav_whose_file_is_called_otherwise_is_shown_with_its_name(drawn):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", "{{ nav.items[0].file.src_uri }}"))
    assert "index.md" in same_as_clean(site).text("other/")
    site.rename("docs/index.md", "docs/README.md")
    assert "README.md" in same_as_clean(site).text("other/")


@pytest.mark.parametrize(
    ("asked", "reused_again"), [("{{ build_date_utc }}", False), ("{{ build_date_utc.year }}", True)]
)
def test_a_template_of_the_site_that_prints_the_day_prints_that_of_the_build(
    drawn, reused, asked, reused_again
):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", asked))
    for moment, year in (("1893499200", "2030-01"), ("1893585600", "2030-01"), ("1956571200", "2032-01")):
        built = site.build(strict=False, env={"SOURCE_DATE_EPOCH": moment})
        assert (year if not reused_again else year[:4]) in built.text("guide/")
    assert [bool(number) for number in reused] == ([False, True, False] if reused_again else [])


ORDINARY = [
    "{{ super() }}<meta name=x content='{{ page.meta.x | default(config.extra.x) }}'>{{ page.url | url }}",
    "{{ page.title | upper }} {{ config.site_name }} {{ page.content | striptags | wordcount }}",
    "{% for item in nav %}{{ item.title }}{% if item.children %}{{ item.url }}{% endif %}{% endfor %}",
    "{% if page.is_homepage or not page.next_page %}{{ nav.homepage.url | url }}{% endif %}{{ page.toc }}",
    "{% for key, value in page.meta.items() %}{{ key }}{% endfor %}{% set s = config.extra %}{{ s.social }}",
    "{{ config.plugins['search'].config.lang }}{{ page.meta.authors | map(attribute='name') | list }}",
    "{% set x = {'a': 1} %}{{ x[page.meta.y] }}{{ page.previous_page and page.previous_page.title }}",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_beside_ordinary_templates_of_the_site_pages_are_used_again(drawn, reused, text):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", text))
    site.write("over/sitemap.xml", "{% for file in pages %}{{ file.page.content }}{% endfor %}")
    site.write("over/js/script.js", "const text = `{{ page.content }} {{ pages[0].content }}`")
    site.build(strict=False)
    site.write(POST, site.read(POST) + "More.\n")
    same_as_clean(site)
    assert reused[1] > 6


def test_the_log_says_once_which_template_asks_for_too_much(drawn):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", "{{ nav.homepage.content }}"))
    said = [record.text for record in site.build(strict=False).log if "templated again" in record.text]
    assert len(said) == 1
    assert "over/main.html asks for content" in said[0]


def test_templates_behind_links_are_looked_at(drawn, reused):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.write("over/main.html", BLOCK.replace("TEXT", '{% include "parts/words.html" %}'))
    site.write("shared/words.html", "One")
    (site.root / "over/parts").symlink_to("../shared")
    (site.root / "shared/loop").symlink_to(".")
    (site.root / "shared/up").symlink_to("../over")
    (site.root / "over/gone.html").symlink_to("nowhere.html")
    (site.root / "over/round.html").symlink_to("round.html")
    site.build(strict=False)
    site.write("shared/words.html", "Another word")
    built = site.build(strict=False)
    assert "Another word" in built.text("guide/")
    assert reused == [0, 0]
    site.build(strict=False)
    assert reused[2] > 6


def test_templates_of_a_project_among_packages_are_its_own(drawn, tmp_path):
    site = drawn(TREE, config=CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, newsblog=KEEP)
    site.root = tmp_path / "site-packages" / "project"
    site.draw(TREE)
    site.write("over/main.html", OVER.replace("TITLE", "One"))
    site.build(strict=False)
    site.write("over/main.html", OVER.replace("TITLE", "Another"))
    assert "<title>Another</title>" in site.build(strict=False).text("guide/")


BRINGS = """
from pathlib import Path

def on_config(config):
    config.theme.dirs.insert(0, str(Path(config.config_file_path).with_name("packages") / "plugin"))
"""


def test_templates_that_a_plugin_brings_are_looked_at(drawn, reused, monkeypatch):
    site = drawn(TREE, config=CONFIG | {"hooks": ["hook.py"]}, newsblog=KEEP)
    folders = (*own_templates.package_folders(), (site.root / "packages").resolve())
    monkeypatch.setattr(own_templates, "package_folders", lambda: folders)
    site.write("hook.py", BRINGS)
    for title in ("One", "Another"):
        site.write("packages/plugin/main.html", OVER.replace("TITLE", title))
        assert f"<title>{title}</title>" in site.build(strict=False).text("guide/")
    site.build(strict=False)
    assert (reused[:2], reused[2] > 6) == ([0, 0], True)


@pytest.mark.parametrize("asked", ["true", "page.toc and (page.toc|first).level == 1"])
def test_pages_with_titles_of_the_theme_that_nobody_foresaw_are_kept(drawn, reused, asked):
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    title = f"{{% if {asked} %}}<h1>{{{{ page.title }}}}</h1>{{% endif %}}"
    site.write(
        "over/main.html",
        f'{{% extends "base.html" %}}{{% block content %}}{title}{{{{ page.content }}}}{{% endblock %}}',
    )
    same_as_clean(site)
    built = same_as_clean(site)
    assert reused[2] > 6
    pages = [built.page(url) for url in built.urls() if url.startswith("news/")]
    assert [
        page
        for page in pages
        if page.select(".newsblog-post, .newsblog-view") and len(page.select("h1")) != 1
    ] == []


def test_a_theme_that_begins_to_print_titles_or_ends_it_is_heard_at_once(drawn, reused):
    theme = {"name": None, "custom_dir": "over"}
    site = drawn(TREE, CONFIG | {"theme": theme}, KEEP)
    site.write("over/404.html", "")
    for above, shown in (("", 1), ("<h1>{{ page.title }}</h1>", 0), ("", 1)):
        site.write("over/main.html", f"<html><body>{above}{{{{ page.content }}}}</body></html>")
        for _ in range(2):
            built = same_as_clean(site)
            assert len(built.page("news/a/").select("article h1")) == shown
            assert len(built.page("news/").select(".newsblog-view h1")) == shown
    assert all(reused[2::4])
