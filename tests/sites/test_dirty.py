"""A dirty build, which writes only what has changed: our pages show what stands in other files, too."""

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

TREE = """
docs/
  index.md    | # Home
  guide.md    | # The big guide
  other.md    | # Other
  news/
    a.md
      | ---
      | title: Alpha
      | date: 2026-01-01
      | tags: [x]
      | related: [../guide.md]
      | ---
      | Text of A.
    b.md
      | ---
      | title: Beta
      | date: 2026-01-02
      | tags: [x]
      | ---
      | Text of B.
"""
NAV = [{"Home": "index.md"}, {"News": "news/index.md"}]
"""With titles: those of pages that a dirty build does not read are unknown to it, which the host warns of."""

HOOK = """
from mkdocs.structure.files import File

class OwnFile(File):
    pass

def on_files(files, config):
    files.get_file_from_path("news/a.md").__class__ = OwnFile
    return files
"""


def site_of(drawn, theme="mkdocs", **config):
    config = {"theme": {"name": theme}, "site_url": "https://example.org/", "nav": NAV} | config
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("mkdocs.yml", site.config)
    return site


def write(site, path, *, dirty):
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(path))
    config.plugins.on_startup(command="build", dirty=dirty)
    build(config, dirty=dirty)
    return {found.relative_to(path).as_posix(): found.read_bytes() for found in path.rglob("*.html")}


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_posts_and_listings_are_those_of_a_clean_build(drawn, tmp_path, theme):
    site = site_of(drawn, theme)
    write(site, tmp_path / "dirty", dirty=False)
    site.write("docs/news/b.md", "---\ntitle: Changed\ndate: 2026-01-02\ntags: [x]\n---\nNew words.\n")
    dirty = write(site, tmp_path / "dirty", dirty=True)
    clean = write(site, tmp_path / "clean", dirty=False)
    ours = {path for path in clean if path.startswith("news/")}
    assert len(ours) > 5
    assert b"The big guide" in clean["news/a/index.html"]  # named below the post, and not read if unchanged
    assert {path: dirty[path] for path in ours} == {path: clean[path] for path in ours}
    for feed in ("feed.xml", "atom.xml", "feed.json"):
        one, two = ((tmp_path / kind / "news" / feed).read_bytes() for kind in ("dirty", "clean"))
        assert one == two
        assert b"New words." in one


def test_pages_that_are_not_ours_stay_as_they_are(drawn, tmp_path):
    site = site_of(drawn)
    write(site, tmp_path / "site", dirty=False)
    other = tmp_path / "site/other/index.html"
    other.write_bytes(b"as it was")
    write(site, tmp_path / "site", dirty=True)
    assert other.read_bytes() == b"as it was"


def test_files_of_other_plugins_are_written_too(drawn, tmp_path):
    site = site_of(drawn, hooks=["hook.py"])
    site.write("hook.py", HOOK)
    clean = write(site, tmp_path / "site", dirty=False)
    assert write(site, tmp_path / "site", dirty=True)["news/a/index.html"] == clean["news/a/index.html"]
