"""The navigation is put into HTML once for many pages, and every page shows what it showed without that."""

from pathlib import Path

import material
import pytest

from mkdocs_newsblog.host import parts
from mkdocs_newsblog.render.themes import adaptor_for

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
    {"News": ["news/index.md", {"World": "news/tags/world.md"}, "news/special.md"]},
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
    for name in NAMES:
        part = f"partials/{name}.html"
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
    assert {name for name in NAMES if f"partials/{name}.html" in adaptor_for("material").shared} == set(NAMES)
    assert "md-nav__item--active" in shared.text("guide/" if urls else "guide/index.html")


def test_the_navigation_is_rendered_once_for_all_pages_that_are_as_deep(drawn, monkeypatch):
    rendered = []
    whole = parts.SharedTemplate._shared

    def counted(self, context):
        before = len(self.kept)
        yield from whole(self, context)
        rendered.append((self.name, len(self.kept) - before))

    monkeypatch.setattr(parts.SharedTemplate, "_shared", counted)
    site = drawn(TREE, config={"theme": {"name": "material"}, "nav": NAV[:2]}, newsblog={"dir": "news"})
    built = site.build()
    assert built.ok, built
    ours = [page for page in built.urls() if page.startswith("news/")]
    depths = {url.count("/") for url in ours}
    assert sum(fresh for name, fresh in rendered if name == "partials/nav.html") == len(depths) < len(ours)
    assert sum(fresh for name, fresh in rendered if name == "partials/search.html") == len(depths)
