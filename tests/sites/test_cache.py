"""A build that finds what the last one kept is the build without it, byte for byte and word for word."""

from __future__ import annotations

import logging
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import markdown
import pytest

from mkdocs_newsblog.host.store import shelf
from tests.harness.edits import CONFIG, PAGES, TREE, WALK, Edits, said
from tests.harness.site import CALM, PROJECT, Site


def same_as_clean(site):
    """Build a site with what it has kept, and a copy of it without, and compare everything."""
    with tempfile.TemporaryDirectory() as folder:
        clean = site.copy(Path(folder) / "clean")
        clean.builds = site.builds
        kept, fresh = site.build(strict=False), clean.build(strict=False)
        assert said(kept, site.root) == said(fresh, clean.root)
        assert kept.files() == fresh.files()
        return kept


class Kept(Edits):
    def check(self):
        same_as_clean(self.site)


TestKept = Kept.TestCase
TestKept.settings = WALK

COUNTER = """
import os, signal
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Counter(Preprocessor):
    def run(self, lines):
        with open(os.environ["COUNTED"], "a") as file:
            file.write("converted\\n")
            number = file.tell() // len("converted\\n")
        if number == int(os.environ.get("KILLED_AT", 0)):
            os.kill(os.getpid(), signal.SIGKILL)
        return lines

class CounterExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Counter(md), "counter", 1000)

def makeExtension(**options):
    return CounterExtension(**options)
"""


@pytest.fixture
def counted(drawn, tmp_path):
    """A site whose Markdown conversions are counted in a file, whichever process makes them."""
    log = tmp_path / "conversions"
    site = drawn(
        TREE, config=CONFIG | {"markdown_extensions": ["newsblog_counter"]}, newsblog={"dir": "news"}
    )
    site.write("newsblog_counter.py", COUNTER)
    env = {
        "COUNTED": str(log),
        "PYTHONPATH": os.pathsep.join([str(site.root), *filter(None, [os.environ.get("PYTHONPATH")])]),
    }

    def build(**more):
        log.unlink(missing_ok=True)
        built = site.cli("build", env=env | more)
        return built, len(log.read_text().splitlines()) if log.exists() else 0

    build.site = site
    return build


def test_each_page_is_converted_once_and_no_listing_is(counted):
    built, conversions = counted()
    assert built.ok, built
    assert len([url for url in built.urls() if url != "404.html"]) > conversions
    assert conversions == len(PAGES) - 1


def test_only_what_changed_is_converted_again(counted):
    counted()
    built, conversions = counted()
    assert conversions == 3, "ordinary pages are the site's own"
    counted.site.config = Site(
        counted.site.root,
        CONFIG | {"markdown_extensions": ["newsblog_counter"]},
        {"dir": "news", "cache": {"markdown": "all"}},
    ).config
    counted()
    counted.site.write("docs/news/b.md", counted.site.read("docs/news/b.md") + "More.\n")
    built, conversions = counted()
    assert (built.ok, conversions) == (True, 1)
    counted.site.config = Site(
        counted.site.root,
        CONFIG | {"markdown_extensions": ["newsblog_counter"]},
        {"dir": "news", "cache": False},
    ).config
    assert counted()[1] == 6


def test_the_introduction_of_a_listing_is_kept_too(counted):
    counted.site.write("docs/news/index.md", "# News\n\nWhat is new.\n")
    first, conversions = counted()
    again, fewer = counted()
    assert (conversions, fewer) == (7, 3)
    assert again.files() == first.files()
    assert "What is new." in again.text("news/")


def test_a_page_whose_link_leads_elsewhere_now_is_converted_again(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    site.delete("docs/guide.md")
    site.write("docs/nowhere.md", "# Somewhere")
    built = same_as_clean(site)
    assert any("'../guide.md#start'" in warning for warning in built.warnings)
    assert not any("nowhere" in warning for warning in built.warnings)


def test_a_post_that_moved_leads_its_links_from_where_it_is(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    site.config = Site(site.root, CONFIG, {"dir": "news", "url": "{year}/{month}/{slug}"}).config
    built = same_as_clean(site)
    links = built.page("news/2026/05/a/").values(".newsblog-post__body a", "href")
    assert "../../../../guide/#start" in links


def test_a_post_that_is_in_a_folder_now_leads_its_links_from_there(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    first = site.build(strict=False)
    site.rename("docs/news/b.md", "docs/news/b/index.md")
    built = same_as_clean(site)
    assert "news/b/" in first.urls()
    assert "news/b/" in built.urls()
    assert any("'a.md#part'" in warning for warning in built.warnings)


def test_a_page_is_called_by_its_heading_by_every_build(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news", "cache": {"markdown": "all"}})
    site.write("docs/topics.md", "# What we *write* about\n")
    site.build(strict=False)
    assert "What we write about" in same_as_clean(site).page("guide/").texts("nav a, .navbar a")


def test_links_lead_to_a_post_by_the_name_it_has_now_and_say_when_it_is_left_out(drawn):
    options = {"dir": "news", "url": "slug", "cache": {"markdown": "all"}}
    site = drawn(TREE, config=CONFIG, newsblog=options)
    site.build(strict=False)
    site.write("docs/news/a.md", site.read("docs/news/a.md").replace("title:", "slug: other\ntitle:"))
    built = same_as_clean(site)
    assert "../other/#part" in built.page("news/b/").values(".newsblog-post__body a", "href")
    assert "news/other/" in built.page("").values("a[href]", "href")
    site.write("docs/news/a.md", site.read("docs/news/a.md").replace("title:", "draft: true\ntitle:"))
    assert same_as_clean(site).text("news/b/") != built.text("news/b/")
    site.config = Site(site.root, CONFIG | {"exclude_docs": "guide.md"}, options).config
    built = same_as_clean(site)
    assert any("'guide.md'" in record.text and "excluded" in record.text for record in built.log)


def test_what_is_said_of_links_is_what_the_site_wants_to_hear_now(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    links = "[one](/absolute/) [two](folder/) [three](gone.md) [four](a.md#gone)\n"
    site.write("docs/news/b.md", f"---\ntitle: Links\ndate: 2026-05-02\n---\n{links}")
    kinds = {
        "absolute_links": "/abs",
        "unrecognized_links": "folder/",
        "not_found": "gone.md",
        "anchors": "#gone",
    }
    for kind in (None, *kinds):
        links = dict.fromkeys(kinds, "ignore") | ({kind: "warn"} if kind else {})
        site.config = Site(site.root, CONFIG | {"validation": {"links": links}}, {"dir": "news"}).config
        warnings = site.build(strict=False).warnings
        assert [each for each, link in kinds.items() if any(link in text for text in warnings)] == (
            [kind] if kind else []
        )


def test_after_a_build_that_said_everything_links_to_headings_are_looked_at(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    pages = logging.getLogger("mkdocs.structure.pages")
    pages.setLevel(logging.DEBUG)
    try:
        site.build(strict=False)
    finally:
        pages.setLevel(logging.NOTSET)
    assert any("#gone" in warning for warning in same_as_clean(site).warnings)


def test_a_build_that_says_everything_finds_what_another_like_it_kept(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    pages = logging.getLogger("mkdocs.structure.pages")
    pages.setLevel(logging.DEBUG)
    try:
        site.build(strict=False)
        assert "news/b/" in same_as_clean(site).urls()
    finally:
        pages.setLevel(logging.NOTSET)


def test_a_warning_about_a_link_is_said_by_every_build(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    first, second = site.build(), site.build()
    assert first.warnings == second.warnings != []
    assert (first.ok, second.ok) == (False, False)


SAYS = """
import logging
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Says(Preprocessor):
    def run(self, lines):
        if "Text with" in "".join(lines):
            logging.getLogger("mkdocs.plugins.newsblog_says").warning("A reference is not known.")
        return lines

class SaysExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Says(md), "says", 1000)

def makeExtension(**options):
    return SaysExtension(**options)
"""


def test_what_a_plugin_says_while_a_post_is_converted_is_said_by_every_build(drawn):
    config = CONFIG | {
        "markdown_extensions": ["newsblog_says"],
        "validation": {"links": {"not_found": "ignore"}},
    }
    site = drawn(TREE, config=config, newsblog={"dir": "news"})
    site.write("newsblog_says.py", SAYS)
    path = os.pathsep.join([str(site.root), *filter(None, [os.environ.get("PYTHONPATH")])])
    for _ in range(2):
        built = site.cli("build", "--strict", env={"PYTHONPATH": path})
        assert built.exit_code == 1, built
        assert built.warnings == ["A reference is not known."]


@pytest.mark.parametrize(("first", "second"), [("mkdocs", "properdocs"), ("properdocs", "mkdocs")])
def test_a_warning_that_the_other_host_has_kept_ends_a_strict_build(drawn, first, second):
    site = drawn(TREE, config=CONFIG | {"markdown_extensions": ["toc"]}, newsblog={"dir": "news"})
    # One environment with both hosts: else other packages differ, too, and nothing that is kept is found.
    env = {"PYTHONPATH": os.pathsep.join([str(Path(markdown.__file__).parents[1]), str(PROJECT)])}
    assert site.cli("build", host=first, env=env).exit_code == 0
    built = site.cli("build", "--strict", host=second, env=env)
    assert built.exit_code == 1, built
    assert any("nowhere.md" in warning for warning in built.warnings)


def test_another_version_of_the_host_begins_anew(counted, monkeypatch):
    counted()
    counted.site.write("sitecustomize.py", OTHER_HOST)
    assert counted()[1] == 6


HELPED = COUNTER.replace("import os, signal", "import os, signal\nIMPORT").replace(
    "        return lines", "        return [word for line in lines for word in (line, *WORDS)]"
)
SHAPES = {
    "a module": ("newsblog_counter.py", "newsblog_words.py", "from newsblog_words import WORDS"),
    "a package": ("newsblog_counter/__init__.py", "newsblog_counter/words.py", "from .words import WORDS"),
    "a module of a folder": ("newsblog_counter.py", "near/words.py", "from near.words import WORDS"),
}


@pytest.mark.parametrize("installed", [False, True])
@pytest.mark.parametrize("shape", SHAPES)
def test_an_extension_of_the_site_whose_parts_change_converts_anew(counted, shape, installed):
    extension, words, how = SHAPES[shape]
    site = counted.site
    site.delete("newsblog_counter.py")
    site.write(extension, HELPED.replace("IMPORT", how))
    if installed:  # as a link to this folder, as developers do
        site.write("newsblog_counter-1.0.dist-info/METADATA", "Name: newsblog-counter\nVersion: 1.0\n")
        point = "[markdown.extensions]\nnewsblog_counter = newsblog_counter:CounterExtension\n"
        site.write("newsblog_counter-1.0.dist-info/entry_points.txt", point)
    site.write(words, 'WORDS = ["", "One", ""]\n')
    counted()
    assert counted()[1] == 3
    for path in (site.root / words, site.root / extension):
        os.utime(path, (1, 1))  # a fresh checkout
    assert counted()[1] == 3
    site.write(words, 'WORDS = ["", "Ten", ""]\n')  # as long as before
    built, conversions = counted()
    assert conversions == 6
    assert "Ten" in built.text("news/a/")


DEPTH = """
def on_page_markdown(markdown, *, page, config, files):
    config.mdx_configs["toc"]["toc_depth"] = page.meta.get("depth", 6)
"""


def test_an_option_that_a_hook_sets_for_a_page_is_that_of_its_conversion(drawn, tmp_path):
    hook = tmp_path / "depth.py"
    hook.write_text(DEPTH)
    site = drawn(TREE, config=CONFIG | {"hooks": [str(hook)]}, newsblog={"dir": "news"})
    assert "Part" in same_as_clean(site).page("news/a/").texts(".bs-sidebar .nav-link")
    site.write("docs/news/a.md", site.read("docs/news/a.md").replace("title:", "depth: 1\ntitle:"))
    assert "Part" not in same_as_clean(site).page("news/a/").texts(".bs-sidebar .nav-link")


READS = """
def on_page_markdown(markdown, *, page, config, files):
    reads = ["newsblog_counter"] if page.file.src_uri == "news/a.md" else []
    config.markdown_extensions[:] = ["toc", *reads]
"""


def test_an_extension_that_a_hook_adds_for_a_page_may_read_files(counted):
    site = counted.site
    site.write("hook.py", READS)
    options = {"dir": "news", "cache": {"readers": ["newsblog_counter"]}}
    site.config = Site(site.root, CONFIG | {"hooks": ["hook.py"]}, options).config
    assert [counted()[1], counted()[1]] == [1, 1]


WRAPS = """
from mkdocs.structure import pages

def wrapped(function):
    return lambda self, url: function(self, url).replace("guide", "handbook")

pages._RelativePathTreeprocessor.path_to_url = wrapped(pages._RelativePathTreeprocessor.path_to_url)
"""


def test_what_a_plugin_puts_in_place_of_the_hosts_own_conversion_is_heard(counted):
    site = counted.site
    site.write("hook.py", WRAPS)
    counted()
    extensions = {"markdown_extensions": ["newsblog_counter"]}
    site.config = Site(site.root, CONFIG | extensions | {"hooks": ["hook.py"]}, {"dir": "news"}).config
    built, conversions = counted()
    assert conversions == 6
    assert "../../handbook/#start" in built.page("news/a/").values(".newsblog-post__body a", "href")
    site.config = Site(site.root, CONFIG | extensions, {"dir": "news"}).config
    built, conversions = counted()
    assert conversions == 3, "nothing was kept meanwhile"
    assert "../../guide/#start" in built.page("news/a/").values(".newsblog-post__body a", "href")


SHOUTS = """
from mkdocs.structure.pages import Page

render = Page.render

def shouted(self, config, files):
    render(self, config, files)
    self.content = self.content.upper()

Page.render = shouted
"""


def test_what_a_plugin_puts_in_place_of_the_rendering_of_pages_is_kept_nowhere(counted):
    site = counted.site
    site.write("hook.py", SHOUTS)
    extensions = {"markdown_extensions": ["newsblog_counter"]}
    site.config = Site(site.root, CONFIG | extensions | {"hooks": ["hook.py"]}, {"dir": "news"}).config
    built, conversions = counted()
    assert conversions == 6
    shouted = built.page("news/a/").text(".newsblog-post__body")
    assert shouted == shouted.upper()
    site.config = Site(site.root, CONFIG | extensions, {"dir": "news"}).config
    assert counted()[0].page("news/a/").text(".newsblog-post__body") != shouted


@pytest.mark.parametrize("name", ["neoteroi.cards", "neoteroi.timeline", "neoteroi.projects"])
def test_extensions_that_are_known_to_read_files_convert_anew(counted, name):
    site = counted.site
    site.config = Site(site.root, CONFIG | {"markdown_extensions": [name]}, {"dir": "news"}).config
    site.write("neoteroi/__init__.py", "")
    site.write(f"{name.replace('.', '/')}.py", COUNTER)
    assert [counted()[1], counted()[1]] == [6, 6]


OTHER_HOST = """
from importlib import metadata
real = metadata.version
metadata.version = lambda name: "1.6.99" if name == "mkdocs" else real(name)
"""


def database(site):
    return site.root / ".cache/newsblog/markdown.sqlite"


def entries(site):
    """Return what a cache holds, by key."""
    with closing(sqlite3.connect(database(site))) as found:
        return dict(found.execute("SELECT key, data FROM entry"))


def spoil(site, statement):
    with closing(sqlite3.connect(database(site), isolation_level=None)) as found:
        found.execute(statement)


ENDLESS = (
    "ALTER TABLE entry RENAME TO other",
    "CREATE VIEW entry AS WITH RECURSIVE numbers(used) AS (SELECT 1 UNION ALL SELECT used + 1 FROM numbers)"
    " SELECT '' AS key, '' AS sum, '' AS data, used FROM numbers",
)
DAMAGE = {
    "nothing in it": lambda site: database(site).write_bytes(b""),
    "no database": lambda site: database(site).write_bytes(b"Something else. " * 1000),
    "half a database": lambda site: database(site).write_bytes(database(site).read_bytes()[:9000]),
    "bytes overwritten": lambda site: database(site).write_bytes(
        database(site).read_bytes()[:4096] + os.urandom(len(database(site).read_bytes()) - 4096)
    ),
    "somebody else's": lambda site: spoil(site, "PRAGMA application_id = 7"),
    "other tables": lambda site: spoil(site, "ALTER TABLE entry RENAME COLUMN data TO words"),
    "a view without an end": lambda site: [spoil(site, each) for each in ENDLESS],
    "other words": lambda site: spoil(
        site, "UPDATE entry SET data = CAST(replace(data, 'Text', 'Fake') AS BLOB)"
    ),
    "values that are none": lambda site: spoil(site, "UPDATE entry SET data = 'null', sum = NULL"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_cache_is_made_anew(drawn, damage):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    sound = entries(site)
    assert len(sound) == 3
    DAMAGE[damage](site)
    same_as_clean(site)
    assert entries(site) == sound


@pytest.mark.parametrize("there", [True, False])
def test_a_link_in_place_of_the_cache_is_not_followed(drawn, tmp_path, there):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    sound = entries(site)
    outside = tmp_path / "outside"
    database(site).rename(outside)
    before = outside.read_bytes()
    if not there:
        outside.unlink()
    database(site).symlink_to(outside)
    same_as_clean(site)
    assert entries(site) == sound
    assert not database(site).is_symlink()
    assert outside.read_bytes() == before if there else not outside.exists()


def test_a_cache_that_another_build_has_locked_is_done_without(drawn, monkeypatch):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    monkeypatch.setattr(shelf, "PATIENCE", 0)
    site.write("docs/news/b.md", site.read("docs/news/b.md") + "More.\n")
    with closing(sqlite3.connect(database(site), isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        same_as_clean(site)
    same_as_clean(site)


def test_a_cache_that_can_not_be_written_is_done_without(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.write(".cache/newsblog", "A file in the place of the folder.")
    same_as_clean(site)


def test_a_python_without_sqlite_builds_without_a_cache(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news", "cache": {"pages": True}})
    site.write("sqlite3.py", "raise ImportError('built without it')\n")
    built = site.cli("build", env={"PYTHONPATH": str(site.root)})
    assert built.exit_code == 0, built
    assert not (site.root / ".cache").exists()
    assert built.text("news/a/") == site.build(strict=False).text("news/a/")
    assert database(site).exists()


def test_two_builds_at_once_share_one_cache(drawn, tmp_path):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    whole = site.build(strict=False)
    (site.root / "mkdocs.yml").write_bytes(site.config.encode())
    for _ in range(2):
        database(site).unlink()
        command = [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--quiet",
            "--config-file",
            str(site.root / "mkdocs.yml"),
        ]
        builds = [
            subprocess.Popen([*command, "--site-dir", str(tmp_path / str(number))], env=os.environ | CALM)
            for number in range(3)
        ]
        assert [build.wait() for build in builds] == [0, 0, 0]
        assert len(entries(site)) == 3
        for number in range(3):
            assert (tmp_path / str(number) / "news/a/index.html").read_text() == whole.text("news/a/")


def test_what_no_build_has_asked_for_in_a_month_is_removed(drawn):
    site = drawn(TREE, config=CONFIG, newsblog={"dir": "news"})
    site.build(strict=False)
    first = entries(site)
    site.write("docs/news/b.md", site.read("docs/news/b.md") + "More.\n")
    spoil(site, f"UPDATE entry SET used = used - {shelf.OLD + 1}")
    site.build(strict=False)
    kept = entries(site)
    assert len(kept) == len(first) == 3
    assert len(first.keys() - kept.keys()) == 1


@pytest.fixture
def mostly_old(tmp_path):
    """The file of a shelf in which all but one entry are older than a month."""
    path = tmp_path / "entries.sqlite"
    first = shelf.Shelf(path)
    for number in range(200):
        first.put(str(number), os.urandom(5000))
    first.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as found:
        found.execute(f"UPDATE entry SET used = {shelf.OLD} WHERE key != '7'")
    return path


def test_a_cache_of_which_most_is_free_becomes_smaller(mostly_old):
    full = mostly_old.stat().st_size
    second = shelf.Shelf(mostly_old)
    second.put("more", b"bytes")
    second.close()
    assert mostly_old.stat().st_size < full / 10
    third = shelf.Shelf(mostly_old)
    assert (len(third.get("7")), third.get("more"), third.get("8")) == (5000, b"bytes", None)


KILLED = """
import itertools, os, signal, sys
from pathlib import Path
from mkdocs_newsblog.host.store.shelf import Shelf

shelf, steps, vacuums = Shelf(Path(sys.argv[1])), itertools.count(), []
database = shelf._opened()
database.set_trace_callback(lambda said: vacuums.append(said) if "vacuum" in said else None)
database.set_progress_handler(
    lambda: os.kill(os.getpid(), signal.SIGKILL) if vacuums and next(steps) == int(sys.argv[2]) else 0, 1
)
shelf.put("more", b"bytes")
shelf.close()
"""


@pytest.mark.parametrize("step", [0, 5, 50, 150, 300])
def test_a_build_killed_while_room_is_given_back_leaves_a_good_cache(mostly_old, step):
    program = subprocess.run(
        [sys.executable, "-c", KILLED, str(mostly_old), str(step)], cwd=PROJECT, check=False
    )
    assert program.returncode == -signal.SIGKILL
    third = shelf.Shelf(mostly_old)
    assert (len(third.get("7")), third.get("more"), third.get("8")) == (5000, b"bytes", None)
    third.put("on", b"it goes")
    third.close()
    with closing(sqlite3.connect(mostly_old)) as found:
        assert found.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert found.execute("SELECT count(*) FROM entry").fetchone() == (3,)


def test_a_build_killed_at_any_point_leaves_a_good_cache(counted):
    whole, conversions = counted()
    for number in range(1, conversions + 1):
        shutil.rmtree(counted.site.root / ".cache")
        killed, _ = counted(KILLED_AT=str(number))
        assert killed.exit_code == -signal.SIGKILL
        built, _ = counted()
        assert built.files() == whole.files()


@pytest.fixture
def with_snippets(counted):
    """Build a site whose pages may take in files below `parts`, and count its conversions."""

    def build(**options):
        snippets = {"pymdownx.snippets": {"base_path": ["parts"], **options}}
        extensions = ["newsblog_counter", "abbr", snippets]
        counted.site.config = Site(
            counted.site.root, CONFIG | {"markdown_extensions": extensions}, {"dir": "news"}
        ).config
        return counted()

    build.site = counted.site
    return build


def test_a_page_that_takes_in_other_files_is_converted_anew_and_no_other(with_snippets):
    site = with_snippets.site
    site.write("docs/news/d.md", '---\ntitle: D\ndate: 2026-06-01\n---\n--8<-- "part.txt"\n')
    site.write("parts/part.txt", "Old words.")
    assert "Old words." in with_snippets()[0].text("news/d/")
    site.write("parts/part.txt", "New words.")
    built, conversions = with_snippets()
    assert "New words." in built.text("news/d/")
    assert conversions == len(["index.md", "guide.md", "other.md", "news/d.md"])


@pytest.mark.parametrize("name", ["words.md", "words.md:1:9", "words.md:all"])
def test_a_file_that_is_appended_to_every_page_is_looked_at(with_snippets, name):
    site = with_snippets.site
    text = "<!-- --8<-- [start:all] -->\n{}\n<!-- --8<-- [end:all] -->" if name.endswith(":all") else "{}\n"
    counts = []
    for words in ("*[ctrl]: Control", "*[ctrl]: Control", "*[ctrl]: The key"):
        site.write("parts/words.md", text.format(words))
        site.write("docs/news/a.md", "---\ntitle: First\ndate: 2026-05-01\n---\nPress ctrl.\n")
        built, conversions = with_snippets(auto_append=[name])
        assert built.page("news/a/").values("abbr", "title") == [words.partition(": ")[2]]
        counts.append(conversions)
    assert counts == ([6, 6, 6] if name.endswith(":all") else [6, 3, 6])


def test_where_what_is_appended_takes_in_more_every_page_is_converted_anew(with_snippets):
    with_snippets.site.write("parts/words.md", '--8<-- "more.md"\n')
    for words in ("Old words.", "New words."):
        with_snippets.site.write("parts/more.md", words)
        built, conversions = with_snippets(auto_append=["words.md"])
        assert (words in built.text("news/a/"), conversions) == (True, 6)


@pytest.mark.parametrize(
    ("extension", "readers"),
    [("pymdownx.b64", []), ("pymdownx.snippets", ["pymdownx.snippets"]), ("tables", ["tables"])],
)
def test_beside_extensions_that_may_read_files_for_any_text_nothing_is_kept(drawn, extension, readers):
    config = CONFIG | {"markdown_extensions": [extension]}
    site = drawn(TREE, config=config, newsblog={"dir": "news", "cache": {"readers": readers}})
    site.build(strict=False)
    assert not database(site).exists()


def test_icons_of_the_site_are_looked_at(counted):
    emoji = {
        "pymdownx.emoji": {
            "emoji_index": "!!python/name:material.extensions.emoji.twemoji",
            "emoji_generator": "!!python/name:material.extensions.emoji.to_svg",
            "options": {"custom_icons": ["icons"]},
        }
    }
    site = counted.site
    config = Site(
        site.root, CONFIG | {"markdown_extensions": ["newsblog_counter", emoji]}, {"dir": "news"}
    ).config
    site.config = re.sub(r"'(!!python/name:[\w.]+)'", r"\1 ''", config)
    site.write("docs/news/a.md", "---\ntitle: First\ndate: 2026-05-01\n---\nA :own-star: of ours.\n")
    counts = []
    for shape in ("M0 0h1", "M0 0h1", "M0 0h9"):
        site.write("icons/own/star.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{shape}"/></svg>')
        built, conversions = counted()
        assert built.page("news/a/").values(".newsblog-post path", "d") == [shape]
        counts.append(conversions)
    assert counts == [6, 3, 6]
