"""The navigation is put into HTML once for many pages, and every page shows what it showed without that."""

import re
from pathlib import Path

import material
import pytest
from jinja2 import Environment, FileSystemLoader
from mkdocs.utils import get_theme_dir

from mkdocs_newsblog.host.reuse import shared_parts, theme_parts
from mkdocs_newsblog.render.templating.themes import adaptor_for

TEMPLATES = Path(material.__file__).parent / "templates"
POSTS = "\n".join(
    f"""
    {folder}/
      {name}.md
        | ---
        | title: Post {name}
        | date: 2026-05-0{day}
        | tags: [world, {name}]
        | ---
        | Text of {name}."""
    for day, (folder, name) in enumerate([("2025", "a"), ("2025", "b"), ("2026", "c"), ("2026", "d")], 1)
)
TREE = f"""
docs/
  index.md | # Home
  guide/
    index.md | # Guide
    more.md | # More
  news/
    logo.svg | <svg xmlns="http://www.w3.org/2000/svg"/>
    tags/
      world.md | # The world
    special.md
      | ---
      | title: Special
      | date: 2026-06-01
      | ---
      | A post that the nav names.
{POSTS}
"""
NAV = [
    {"Home": "index.md"},
    {"Guide": ["guide/index.md", "guide/more.md"]},
    {"News": ["news/index.md", {"World": "news/tags/world.md"}, "news/special.md", "news/archive/index.md"]},
]
FEATURES = {
    "plain": [],
    "tabs": ["navigation.tabs", "navigation.indexes", "navigation.sections"],
    "pruned": ["navigation.prune", "navigation.tabs", "navigation.path"],
    "whole": ["toc.integrate", "navigation.expand"],
    "search": ["search.suggest", "search.share", "navigation.instant", "header.autohide"],
}
PALETTE = [
    {"scheme": "default", "toggle": {"icon": "material/weather-night", "name": "Dark"}},
    {"scheme": "slate", "toggle": {"icon": "material/weather-sunny", "name": "Light"}},
]
MORE = {
    "repo_url": "https://example.org/repo",
    "copyright": "Ours",
    "extra": {
        "homepage": "news/tags/world/",
        "social": [{"icon": "material/rss", "link": "https://example.org/rss"}],
    },
}
"""What else the theme's parts print, with an address that lies among our pages."""


NAMES = ("nav", "tabs", "search", "palette", "source", "copyright", "social", "logo")


def overridden(site):
    """Put copies of the theme's parts where a site keeps its own: of such templates nothing is known."""
    for part in (*(f"partials/{name}.html" for name in NAMES), "base.html"):
        site.write(f"overrides/{part}", (TEMPLATES / part).read_bytes())


@pytest.mark.parametrize("features", FEATURES.values(), ids=FEATURES)
@pytest.mark.parametrize("nav", [None, NAV, NAV[:2]], ids=["implied", "explicit", "without"])
def test_pages_are_the_same_as_with_templates_that_are_not_shared(drawn, nav, features):
    urls = "toc.integrate" not in features
    theme = {"name": "material", "features": features, "logo": "news/logo.svg", "custom_dir": "overrides"}
    config = {"theme": theme | {"palette": PALETTE}, "use_directory_urls": urls}
    config |= MORE | ({"nav": nav} if nav else {})
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    shared = site.build()
    assert shared.ok, shared
    overridden(site)
    plain = site.build()
    assert plain.ok, plain
    assert shared.files() == plain.files()
    parts = {f"partials/{name}.html" for name in NAMES} | {"base.html#config"}
    assert adaptor_for("material").shared.keys() == parts
    assert "md-nav__item--active" in shared.text("guide/" if urls else "guide/index.html")


@pytest.fixture
def rendered(monkeypatch):
    """Parts that were asked for, each with how many more are kept after it."""
    asked = []
    shared = shared_parts.SharedTemplate._shared

    def counted(self, part, whole, context):
        before = len(self.kept)
        yield from shared(self, part, whole, context)
        asked.append((part, len(self.kept) - before))

    monkeypatch.setattr(shared_parts.SharedTemplate, "_shared", counted)
    return asked


@pytest.mark.parametrize("nav", [None, NAV, NAV[:2]], ids=["implied", "explicit", "without"])
@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_blocks_are_the_same_as_in_a_template_that_is_not_shared(drawn, theme, nav, rendered):
    name = {"name": theme, "custom_dir": "overrides", "titles_only": False, "collapse_navigation": False}
    config = {"theme": name} | ({"nav": nav} if nav else {})
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write(
        "overrides/main.html",
        '{% extends "base.html" %}{% block site_nav %}<!-- ours -->{{ super() }}{% endblock %}',
    )
    shared = site.build()
    assert shared.ok, shared
    outside = [url for url in shared.urls() if url.startswith("news/")]
    fresh = sum(fresh for part, fresh in rendered if part == "base.html#site_nav")
    assert 0 < fresh < len(outside)
    assert "<!-- ours -->" in shared.text("news/2025/a/")
    for place in ("base.html", "nav.html", "nav-sub.html"):
        path = Path(get_theme_dir(theme), place)
        if path.is_file():
            site.write(f"overrides/{place}", path.read_bytes())
    plain = site.build()
    assert plain.ok, plain
    assert shared.files() == plain.files()


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_pages_of_two_sections_at_like_addresses_show_each_its_own_way(drawn, theme, monkeypatch):
    nav = [{"Home": "index.md"}, {"Read": ["news/index.md", "guide/index.md", "log/index.md"]}]
    config = {"theme": {"name": theme, "custom_dir": "overrides", "collapse_navigation": False}, "nav": nav}
    site = drawn(TREE, config, [{"dir": folder, "url": "/{slug}"} for folder in ("news", "log")])
    for name in ("x", "y"):
        site.write(f"docs/log/{name}.md", f"---\ntitle: Log {name}\ndate: 2026-05-06\n---\nText.\n")
    site.write("overrides/main.html", '{% extends "base.html" %}')
    sharing = set()
    whole = shared_parts.SharedTemplate._shared

    def noted(self, part, *args):
        if type(self).key_of(args[-1]) is not None:
            sharing.add(args[-1]["page"].file.src_uri)
        yield from whole(self, part, *args)

    monkeypatch.setattr(shared_parts.SharedTemplate, "_shared", noted)
    shared = site.build()
    assert shared.ok, shared
    assert {"news/2025/a.md", "news/2026/c.md", "log/x.md", "log/y.md"} <= sharing
    for place in ("base.html", "nav.html", "nav-sub.html"):
        path = Path(get_theme_dir(theme), place)
        if path.is_file():
            site.write(f"overrides/{place}", path.read_bytes())
    assert site.build().files() == shared.files()


HOOK = """
def on_page_context(context, page, config, nav):
    config.extra_css = ["./c/more.css"] if page.file.src_uri.endswith("b.md") else []
    config.extra_javascript = ["assets/more.js"]
    config.theme["features"] = ["content.code.copy"] if page.file.src_uri.endswith("d.md") else []
    return context
"""
AMONG_FILES = """
docs/
  index.md | # Home
  c/more.css | p {}
  assets/
    more.js | 1
    a.md
      | ---
      | title: A
      | date: 2026-05-01
      | tags: [x]
      | permalink: /elsewhere/a/
      | ---
      | A.
    b.md
      | ---
      | title: B
      | date: 2026-05-02
      | permalink: /css/b/
      | ---
      | B.
    c.md
      | ---
      | title: C
      | date: 2026-05-03
      | permalink: /c/c/
      | ---
      | C.
    d.md
      | ---
      | title: D
      | date: 2026-05-04
      | ---
      | D.
    js.md
      | ---
      | title: E
      | date: 2026-05-05
      | permalink: /js/e/
      | ---
      | E.
    scripts.md
      | ---
      | title: F
      | date: 2026-05-06
      | permalink: /assets/javascripts/f/
      | ---
      | F.
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_links_to_the_themes_files_fit_each_page_and_so_do_files_of_some_pages_alone(drawn, theme):
    config = {"theme": {"name": theme, "custom_dir": "overrides"}, "hooks": ["hook.py"]}
    site = drawn(AMONG_FILES, config=config, newsblog={"dir": "assets", "url": "slug"})
    site.write("hook.py", HOOK)
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    shared = site.build()
    assert shared.ok, shared
    assert shared.broken_links() == []
    for path in Path(get_theme_dir(theme)).rglob("*.html"):
        name = path.relative_to(get_theme_dir(theme)).as_posix()
        if not name.startswith((".", "main")):
            site.write(f"overrides/{name}", path.read_bytes())
    plain = site.build()
    assert plain.ok, plain
    assert shared.files() == plain.files()


BLOCKS = {
    "nothing of the page": ("{% block a %}{{ nav }}{% endblock %}", True),
    "the page at hand": ("{% block a %}{% if item == page %}here{% endif %}{% endblock %}", True),
    "its title": ("{% block a %}{{ page.title }}{% endblock %}", False),
    "a value of it": ("{% set x = page.title %}{% block a %}{{ x }}{% endblock %}", False),
    "another name for it": ("{% set x = page %}{% block a %}{{ x.title }}{% endblock %}", False),
    "another name in it": ("{% block a %}{% set x = page %}{{ x.title }}{% endblock %}", False),
    "a value of a value": (
        "{% set y = x %}{% set x = page.meta.x %}{% block a %}{{ y }}{% endblock %}",
        False,
    ),
    "a value by way of two others": (
        "{% set z = page.title %}{% set y = z %}{% set x = y %}{% block a %}{{ x }}{% endblock %}",
        False,
    ),
    "a module": ("{% import 'x.html' as x with context %}{% block a %}{{ x.y() }}{% endblock %}", False),
    "a part of one": ("{% from 'x.html' import x with context %}{% block a %}{{ x() }}{% endblock %}", False),
    "an item of a module": (
        "{%- import 'x.html' as y with context -%}{% set x = y.z %}{% block a %}{{ x }}{% endblock %}",
        False,
    ),
    "a module behind a value": (
        "{% set x = y%}{% import 'm.html' as y with context %}{% block a %}{{ x }}{% endblock %}",
        False,
    ),
    "a macro behind a value": (
        "{% macro y() %}{{ page.title }}{% endmacro %}{% set x = y() %}{% block a %}{{ x }}{% endblock %}",
        False,
    ),
    "another module": ("{% import 'm.html' as y with context %}{% block a %}{{ x }}{% endblock %}", True),
    "a module of drawings": ("{% import '.icons/x.html' as x %}{% block a %}{{ x }}{% endblock %}", True),
    "a value of another name": ("{% set z = page.title %}{% block a %}{{ x }}{% endblock %}", True),
    "text": ("{% set x %}{{ page.title }}{% endset %}{% block a %}{{ x }}{% endblock %}", False),
    "text beside a value": (
        "{% set y = nav %}{% set x %}{{ page.title }}{% endset %}{% block a %}{{ x }}{{ y }}{% endblock %}",
        False,
    ),
    "a value of something else": ("{% set x = nav.title %}{% block a %}{{ x }}{% endblock %}", True),
    "blocks": ("{% block a %}{% block b %}{% endblock %}{% endblock %}", False),
    "what it stands for": ("{% block a %}{{ super() }}{% endblock %}", False),
    "no such block": ("{% block b %}{% endblock %}", False),
    "an item of it": ("{% block a %}{{ page['title'] }}{% endblock %}", False),
    "a filter of it": ("{% block a %}{{ page | attr('title') }}{% endblock %}", False),
    "a macro": ("{% macro m() %}{{ page.title }}{% endmacro %}{% block a %}{{ m() }}{% endblock %}", False),
    "a template that nobody knows": ("{% block a %}{% include 'x.html' %}{% endblock %}", False),
    "a drawing": ("{% block a %}{% include '.icons/x.svg' %}{% endblock %}", True),
    "names from around it": (
        "{% with x = page.title %}{% block a scoped %}{{ x }}{% endblock %}{% endwith %}",
        False,
    ),
}


@pytest.mark.parametrize(("source", "may"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_is_shared_only_where_nothing_in_it_comes_from_the_page(source, may, tmp_path):
    (tmp_path / "base.html").write_text(source, encoding="utf-8")
    env = Environment(loader=FileSystemLoader(tmp_path), autoescape=True)
    assert bool(theme_parts.shareable(env, ["base.html#a"], [tmp_path.resolve()])) is may


def test_parts_are_shared_only_where_all_they_are_made_of_may_be_and_is_the_themes_own(tmp_path):
    theme = tmp_path.resolve() / "theme"
    theme.mkdir()
    (theme / "a.html").write_text(
        "{% block a %}{{ nav }}{% endblock %}{% block b %}{{ page.title }}{% endblock %}"
    )
    env = Environment(loader=FileSystemLoader(theme), autoescape=True)
    assert theme_parts.shareable(env, ["a.html#a"], [theme])
    for names, folder in (("#a #b", theme), ("#a #c", theme), ("#c #a", theme), ("#a", theme / "other")):
        assert not theme_parts.shareable(env, [f"a.html{name}" for name in names.split()], [folder])
    assert not theme_parts.shareable(env, ["a.html#a", "gone.html"], [theme])


WORD_OF_A_PAGE = """
def on_page_context(context, page, config, nav):
    context["word"] = f"the word of {page.title}"
"""


def test_what_a_site_puts_in_place_of_a_part_is_made_for_each_page(drawn):
    config = {"theme": {"name": "mkdocs", "custom_dir": "overrides"}, "hooks": ["hook.py"], "nav": NAV[:2]}
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("hook.py", WORD_OF_A_PAGE)
    base = Path(get_theme_dir("mkdocs"), "base.html").read_text("utf-8")
    start = "{%- block site_nav %}"
    assert start in base
    site.write("overrides/base.html", base.replace(start, f"{start}<i>{{{{ word }}}}</i>"))
    built = site.build()
    for name in "abcd":
        shown = built.text(f"news/{'2025' if name in 'ab' else '2026'}/{name}/")
        assert f"<i>the word of Post {name}</i>" in shown


def test_the_navigation_is_rendered_once_for_all_pages_that_are_as_deep(drawn, rendered):
    site = drawn(TREE, config={"theme": {"name": "material"}, "nav": NAV[:2]}, newsblog={"dir": "news"})
    built = site.build()
    assert built.ok, built
    ours = [page for page in built.urls() if page.startswith("news/")]
    depths = {url.count("/") for url in ours}
    assert sum(fresh for name, fresh in rendered if name == "partials/nav.html") == len(depths) < len(ours)
    assert sum(fresh for name, fresh in rendered if name == "partials/search.html") == len(depths)


CHOOSES = """
def on_nav(nav, config, files):
    global last
    last = nav.items[-1]

def on_post_page(output, page, config):
    last.title = config.copyright = config.extra["word"] = f"After {page.title}"
"""


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_what_a_hook_changes_behind_a_page_is_on_the_next(drawn, theme):
    config = {"theme": {"name": theme, "custom_dir": "overrides"}, "hooks": ["hook.py"], "nav": NAV}
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("hook.py", CHOOSES)
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    shared = site.build()
    if theme == "material":
        overridden(site)
    else:
        site.write("overrides/base.html", Path(get_theme_dir(theme), "base.html").read_bytes())
    plain = site.build()
    assert shared.files() == plain.files()
    said = {re.search("After [^<]*", shared.text(url)).group() for url in shared.urls() if "news/20" in url}
    assert len(said) > 2


GIVES = {
    "another navigation": 'context["nav"] = Navigation(nav.items[:1], nav.pages[:1])',
    "another configuration": 'context["config"] = other = copy(config); other["site_name"] = "Other"',
    "another way to the top": 'context["base_url"] = "https://mirror.example.org"',
}


@pytest.mark.parametrize("given", GIVES.values(), ids=GIVES)
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_a_page_that_a_hook_gives_something_else_shows_that(drawn, theme, given):
    config = {"theme": {"name": theme, "custom_dir": "overrides"}, "hooks": ["hook.py"], "nav": NAV}
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write(
        "hook.py",
        f"""
        from copy import copy
        from mkdocs.structure.nav import Navigation
        def on_page_context(context, page, config, nav):
            if page.file.src_uri.endswith(("/b.md", "/d.md")):
                {given}
        """,
    )
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    shared = site.build()
    assert shared.ok, shared
    if theme == "material":
        overridden(site)
    else:
        for path in Path(get_theme_dir(theme)).glob("*.html"):
            if path.name != "main.html":
                site.write(f"overrides/{path.name}", path.read_bytes())
    assert shared.files() == site.build().files()
