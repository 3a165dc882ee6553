"""Finished pages that are kept between builds are those of a build that keeps nothing, byte for byte."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize

from mkdocs_newsblog.host import findings
from mkdocs_newsblog.host.rendered import Rendered
from tests.harness.edits import CONFIG, TREE, WALK, Edits
from tests.harness.site import Site

KEEP = {"dir": "news", "cache": {"pages": True}}


@pytest.fixture(autouse=True)
def brief_pages_too(monkeypatch):
    """Let search remember what it found in pages that are as short as those of these sites."""
    monkeypatch.setattr(findings, "SHORT", 0)


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
        clean = Site(Path(folder) / "clean", site.config)
        shutil.copytree(site.root / "docs", clean.root / "docs")
        if (site.root / "over").exists():
            shutil.copytree(site.root / "over", clean.root / "over")
        site.builds = clean.builds = 0
        kept, fresh = site.build(strict=False), clean.build(strict=False)
        assert kept.files() == fresh.files()
        return kept


def test_a_template_that_is_a_link_into_nothing_changes_nothing(drawn, reused):
    site = drawn(TREE, CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}}, KEEP)
    (site.root / "over").mkdir()
    (site.root / "over/gone.html").symlink_to("nowhere.html")
    (site.root / "over/round.html").symlink_to("round.html")
    (site.root / "over/folder.html").mkdir()
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


def test_nothing_is_kept_unless_the_site_wants_it(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    assert not (site.root / ".cache/newsblog/pages.sqlite").exists()
