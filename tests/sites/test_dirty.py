"""A dirty build, which writes only what has changed: our pages show what stands in other files, too."""

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

TREE = """
docs/
  index.md      | # Home
  guide.md      | # Guide
  news/
    a.md        | ---\\ntitle: Alpha\\ndate: 2026-01-01\\ntags: [x]\\n---\\nText of A.
    b.md        | ---\\ntitle: Beta\\ndate: 2026-01-02\\ntags: [x]\\n---\\nText of B.
"""


NAV = [{"Home": "index.md"}, {"Guide": "guide.md"}, {"News": "news/index.md"}]
"""With titles: those of pages that a dirty build does not read are unknown to it, which the host warns of."""


def write(site, path, *, dirty):
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(path))
    config.plugins.on_startup(command="build", dirty=dirty)
    build(config, dirty=dirty)
    return {found.relative_to(path).as_posix(): found.read_bytes() for found in path.rglob("*.html")}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_posts_and_listings_are_those_of_a_clean_build(drawn, tmp_path, theme):
    site = drawn(
        TREE,
        config={"theme": {"name": theme}, "site_url": "https://example.org/", "nav": NAV},
        newsblog={"dir": "news"},
    )
    site.write("mkdocs.yml", site.config)
    write(site, tmp_path / "dirty", dirty=False)
    site.write("docs/news/b.md", "---\ntitle: Changed\ndate: 2026-01-02\ntags: [x]\n---\nNew words.\n")
    dirty = write(site, tmp_path / "dirty", dirty=True)
    clean = write(site, tmp_path / "clean", dirty=False)
    ours = {path for path in clean if path.startswith("news/")}
    assert len(ours) > 5
    assert {path: dirty[path] for path in ours} == {path: clean[path] for path in ours}
    for feed in ("feed.xml", "atom.xml", "feed.json"):
        one, two = ((tmp_path / kind / "news" / feed).read_bytes() for kind in ("dirty", "clean"))
        assert one == two
        assert b"New words." in one


def test_pages_that_are_not_ours_stay_as_they_are(drawn, tmp_path):
    site = drawn(TREE, newsblog={"dir": "news"}, config={"site_url": "https://example.org/"})
    site.write("mkdocs.yml", site.config)
    write(site, tmp_path / "site", dirty=False)
    guide = tmp_path / "site/guide/index.html"
    guide.write_bytes(b"as it was")
    write(site, tmp_path / "site", dirty=True)
    assert guide.read_bytes() == b"as it was"
