"""The navigation is put into HTML once for many pages, and every page shows what it showed without that."""

from pathlib import Path

import material
import pytest

from mkdocs_newsblog.host import parts

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
  logo.svg | <svg xmlns="http://www.w3.org/2000/svg"/>
  guide/
    index.md | # Guide
    more.md | # More
  news/
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
}


def overridden(site):
    """Put copies of the theme's parts where a site keeps its own: of such templates nothing is known."""
    for name in ("nav.html", "tabs.html"):
        site.write(f"overrides/partials/{name}", (TEMPLATES / "partials" / name).read_bytes())


@pytest.mark.parametrize("features", FEATURES.values(), ids=FEATURES)
@pytest.mark.parametrize("nav", [None, NAV, NAV[:2]], ids=["implied", "explicit", "without"])
def test_pages_are_the_same_as_with_templates_that_are_not_shared(drawn, nav, features):
    urls = "toc.integrate" not in features
    theme = {"name": "material", "features": features, "logo": "logo.svg", "custom_dir": "overrides"}
    config = {"theme": theme, "use_directory_urls": urls} | ({"nav": nav} if nav else {})
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("overrides/main.html", '{% extends "base.html" %}\n')
    shared = site.build()
    assert shared.ok, shared
    overridden(site)
    plain = site.build()
    assert plain.ok, plain
    assert shared.files() == plain.files()
    assert "md-nav__item--active" in shared.text("guide/" if urls else "guide/index.html")


def test_the_navigation_is_rendered_once_a_folder(drawn, monkeypatch):
    rendered = []
    whole = parts.SharedTemplate._shared

    def counted(self, context):
        before = len(self.kept)
        yield from whole(self, context)
        rendered.append(len(self.kept) - before)

    monkeypatch.setattr(parts.SharedTemplate, "_shared", counted)
    site = drawn(TREE, config={"theme": {"name": "material"}, "nav": NAV[:2]}, newsblog={"dir": "news"})
    built = site.build()
    assert built.ok, built
    ours = [page for page in built.urls() if page.startswith("news/")]
    folders = {url.rstrip("/").rpartition("/")[0] for url in ours}
    assert sum(rendered) == len(folders) < len(ours)
