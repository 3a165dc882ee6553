"""What search finds in a page that has not changed is taken from the last build; the index stays the same."""

from __future__ import annotations

import json
import sqlite3
import sys
import tempfile
from contextlib import closing
from html.parser import HTMLParser
from pathlib import Path

import material.plugins.search.plugin as material_search
import mkdocs.contrib.search.search_index as own_search
import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_newsblog.host.reuse import findings
from mkdocs_newsblog.host.store import recent
from mkdocs_newsblog.host.store.shelf import Shelf

TEXT = "A sentence of a post that is long enough to be kept, as most posts are. " * 8
TREE = f"""
docs/
  index.md | # Home
  guide.md
    | # Guide
    |
    | {TEXT}
    |
    | ## Part
    |
    | {TEXT}
  news/
    a.md
      | ---
      | title: Alpha
      | date: 2026-01-01
      | tags: [x, 2]
      | ---
      | {TEXT}
      |
      | ## Heading
      |
      | {TEXT}
    b.md
      | ---
      | title: Beta
      | date: 2026-01-02
      | ---
      | {TEXT}
"""
LONG = 3
"""Pages whose text is long; all others are not looked up."""
ENGINES = ["material", "mkdocs"]


@pytest.fixture
def parsed(monkeypatch):
    """The HTML of each page that a search plugin has parsed, as it was given to its parser."""
    fed = []
    feed = HTMLParser.feed

    def fed_to(self, data):
        if isinstance(self, material_search.Parser | own_search.ContentParser) and len(data) > len(TEXT):
            fed.append(data)
        feed(self, data)

    # Not theirs: beside a changed parser nothing is remembered.
    monkeypatch.setattr(HTMLParser, "feed", fed_to)
    return fed


@pytest.fixture
def sited(drawn):
    def draw(engine, plugins=None, newsblog=None):
        config = {"theme": {"name": engine}, "site_url": "https://example.org/", "strict": False}
        config |= {"plugins": plugins} if plugins else {}
        return drawn(TREE, config=config, newsblog={"dir": "news"} | (newsblog or {}))

    return draw


def index_of(built):
    return json.loads(built.files()["search/search_index.json"])


def clean(site):
    """Return the index of a copy of a site that has kept nothing."""
    with tempfile.TemporaryDirectory() as folder:
        return index_of(site.copy(Path(folder) / "clean").build())


@pytest.mark.parametrize("engine", ENGINES)
def test_pages_that_have_not_changed_are_not_parsed_again(sited, parsed, engine):
    site = sited(engine)
    first = index_of(site.build())
    assert len(parsed) == LONG
    assert len(first["docs"]) > LONG
    parsed.clear()
    assert index_of(site.build()) == first
    assert parsed == []


EDITS = {
    "text": ("docs/news/a.md", "long enough", "of sufficient length", 1),
    "title": ("docs/news/a.md", "title: Alpha", "title: Gamma", 1),
    "tags": ("docs/news/a.md", "[x, 2]", "[y]", 1),
    "boost": ("docs/news/a.md", "tags: [x, 2]", "search: {boost: 2}", 1),
    "heading": ("docs/guide.md", "## Part", "## Another part", 1),
    "no text": ("docs/news/b.md", "title: Beta", "title: Beta\nsearch: {exclude: true}", None),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("edit", EDITS)
def test_what_has_changed_is_found(sited, parsed, engine, edit):
    site = sited(engine)
    site.build()
    path, old, new, _ = EDITS[edit]
    assert old in site.read(path)
    site.write(path, site.read(path).replace(old, new))
    parsed.clear()
    after = index_of(site.build())
    if EDITS[edit][3] is not None:
        assert len(parsed) == EDITS[edit][3]
    assert after == clean(site)


def test_a_page_that_moves_is_found_where_it_is(sited, parsed):
    site = sited("material")
    site.build()
    site.rename("docs/news/b.md", "docs/news/c.md")
    parsed.clear()
    after = index_of(site.build())
    assert len(parsed) == 1
    assert "news/c/" in {entry["location"] for entry in after["docs"]}
    assert after == clean(site)


@pytest.mark.parametrize("indexing", ["sections", "titles"])
def test_options_of_search_count(sited, parsed, indexing):
    site = sited("mkdocs")
    site.build()
    site.config = sited("mkdocs", plugins=[{"search": {"indexing": indexing}}]).config
    parsed.clear()
    after = index_of(site.build())
    assert len(parsed) == LONG
    assert after == clean(site)


def test_headings_that_are_no_longer_in_the_table_of_contents_are_not_found(sited):
    site = sited("mkdocs")
    site.build()
    site.config = f"{site.config}\nmarkdown_extensions: [{{toc: {{toc_depth: 1}}}}]\n"
    after = index_of(site.build())
    assert "guide/#part" not in {entry["location"] for entry in after["docs"]}
    assert after == clean(site)


def test_the_other_search_plugin_begins_anew(sited, parsed):
    site = sited("mkdocs")
    site.build()
    site.config = sited("material").config
    parsed.clear()
    after = index_of(site.build())
    assert len(parsed) == LONG
    assert after == clean(site)


def test_without_a_cache_nothing_is_kept(sited, parsed):
    site = sited("material", newsblog={"cache": False})
    site.build()
    parsed.clear()
    site.build()
    assert len(parsed) == LONG
    assert not (site.root / ".cache").exists()


def test_what_is_no_json_is_found_anew_each_time(sited, parsed):
    site = sited("material")
    site.write("docs/guide.md", f"---\nsearch:\n  boost: 2026-01-01\n---\n# Guide\n\n{TEXT}\n")
    first = index_of(site.build())
    parsed.clear()
    assert index_of(site.build()) == first == clean(site)
    assert sum('id="guide"' in data for data in parsed) == 2  # here and in the copy


def test_words_that_depend_on_a_dictionary_are_not_kept(sited, parsed, monkeypatch):
    monkeypatch.setitem(sys.modules, "jieba", json)
    site = sited("material")
    site.build()
    parsed.clear()
    site.build()
    assert len(parsed) == LONG


@pytest.mark.parametrize("foreign", [b"{", b"\xff", b"{}", b"[1]", b"[{}]", b"null", b"[" * 100_000])
def test_what_somebody_else_has_put_there_is_not_taken(sited, parsed, foreign):
    site = sited("mkdocs")
    first = index_of(site.build())
    path = site.root / ".cache/newsblog/search.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        keys = [key for (key,) in database.execute("SELECT key FROM entry")]
    shelf = Shelf(path)
    for key in keys:
        shelf.put(key, foreign)
    shelf.close()
    parsed.clear()
    assert index_of(site.build()) == first
    assert len(parsed) == len(keys) == LONG


OTHER = """
from mkdocs.contrib.search.search_index import SearchIndex

class OwnIndex(SearchIndex):
    pass

def on_pre_build(config):
    config.plugins["search"].search_index = OwnIndex(**config.plugins["search"].config)
"""


def test_an_index_of_another_class_stays_what_it_is(sited, parsed):
    site = sited("mkdocs")
    site.config = f"{site.config}\nhooks: [hook.py]\n"
    site.write("hook.py", OTHER)
    site.build()
    parsed.clear()
    assert index_of(site.build()) == clean(sited("mkdocs"))
    assert len(parsed) == 2 * LONG  # here and in the copy


CHANGING = """
def on_post_page(output, page, config):
    for entry in config.plugins["material/search"].search_index.entries:
        entry["title"] = "Changed"
        entry.setdefault("tags", []).append("more")
"""


def test_what_others_do_to_entries_is_not_kept(sited):
    site = sited("material")
    first = index_of(site.build())
    plain = site.config
    site.config = f"{plain}\nhooks: [hook.py]\n"
    site.write("hook.py", CHANGING)
    assert index_of(site.build()) != first
    assert index_of(site.build()) != first
    site.config = plain
    assert index_of(site.build()) == first


def shouting(real):
    def handle_data(self, data):
        real(self, data.upper())

    return handle_data


MODULES = {"material": material_search, "mkdocs": own_search}
PARTS = {
    "a method of the parser": lambda module: (
        getattr(module, "Parser", None) or module.ContentParser,
        "handle_data",
        shouting((getattr(module, "Parser", None) or module.ContentParser).handle_data),
    ),
    "a method of the index": lambda module: (
        module.SearchIndex,
        "create_entry_for_section",
        lambda *_: None,
    ),
    "the parser": lambda module: (
        module,
        "Parser" if hasattr(module, "Parser") else "ContentParser",
        type("Other", ((getattr(module, "Parser", None) or module.ContentParser),), {}),
    ),
}


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("part", PARTS)
def test_what_changed_code_of_search_finds_is_not_kept(sited, parsed, engine, part, monkeypatch):
    site = sited(engine)
    with monkeypatch.context() as changed:
        changed.setattr(*PARTS[part](MODULES[engine]))
        site.build()
        parsed.clear()
        site.build()
        assert len(parsed) == LONG
    assert index_of(site.build()) == clean(site)
    with monkeypatch.context() as changed:
        changed.setattr(*PARTS[part](MODULES[engine]))
        assert index_of(site.build()) == clean(site)


PATCH = """
def on_env(env, config, files):
    index = next(plugin.search_index for name, plugin in config.plugins.items() if "search" in name)
    index.create_entry_for_section = lambda *_: None
"""


@pytest.mark.parametrize("engine", ENGINES)
def test_what_an_index_finds_that_somebody_has_changed_is_not_kept(sited, engine):
    site = sited(engine)
    plain = index_of(site.build())
    without, site.config = site.config, f"{site.config}\nhooks: [hook.py]\n"
    site.write("hook.py", PATCH)
    assert index_of(site.build()) != plain
    site.config = without
    assert index_of(site.build()) == plain


@pytest.mark.parametrize("engine", ENGINES)
def test_beside_a_hook_that_leaves_search_alone_what_it_finds_is_kept(sited, parsed, engine):
    site = sited(engine)
    site.config = f"{site.config}\nhooks: [hook.py]\n"
    site.write("hook.py", "def on_page_markdown(markdown, **_):\n    return markdown\n")
    site.build()
    parsed.clear()
    site.build()
    assert parsed == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_empty_title_is_not_none(sited, engine):
    site = sited(engine)
    site.write("docs/guide.md", f"{TEXT}\n\n## Part\n\n{TEXT}\n")
    site.build()
    site.write("docs/guide.md", f"---\ntitle:\n---\n{TEXT}\n\n## Part\n\n{TEXT}\n")
    assert index_of(site.build()) == clean(site)


def rebuild(site, folder):
    path = str(site.root / "mkdocs.yml")
    site.write("mkdocs.yml", site.config.encode())
    config = load_config(path, config_file_path=path, site_dir=str(site.root / folder))
    if folder == "first":
        config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    return json.loads((site.root / folder / "search/search_index.json").read_text())


@pytest.mark.parametrize(("room", "again"), [(findings.ROOM, 1), (0, LONG), (1500, 2)])
@pytest.mark.parametrize("cache", [True, False])
@pytest.mark.parametrize("engine", ENGINES)
def test_a_preview_parses_what_was_edited(sited, parsed, monkeypatch, engine, cache, room, again):
    monkeypatch.setattr(findings, "ROOM", room)
    site = sited(engine, newsblog={"cache": cache})
    rebuild(site, "first")
    kept = {path.name: path.read_bytes() for path in (site.root / ".cache").rglob("*.sqlite")}
    assert ("search.sqlite" in kept) == cache
    for word in ("sentence", "long", "post"):
        site.write("docs/news/a.md", site.read("docs/news/a.md").replace(word, f"new {word}"))
        parsed.clear()
        after = rebuild(site, "again")
        assert len(parsed) == again
    # A watched cache folder would have each change built twice.
    assert kept == {path.name: path.read_bytes() for path in (site.root / ".cache").rglob("*.sqlite")}
    assert after["docs"] == clean(site)["docs"]


LANGUAGES = [
    {"locale": "en", "default": True, "name": "English", "build": True},
    {"locale": "de", "name": "Deutsch", "build": True},
]


def test_a_preview_in_two_languages_parses_what_was_edited(sited, parsed):
    site = sited("material", plugins=["search", {"i18n": {"languages": LANGUAGES}}])
    rebuild(site, "first")
    for word in ("sentence", "long"):
        site.write("docs/news/a.md", site.read("docs/news/a.md").replace(word, f"new {word}"))
        parsed.clear()
        rebuild(site, "again")
        assert len(parsed) == 2  # one for each language


def test_what_no_build_of_a_preview_asks_for_is_forgotten():
    kept = recent.Recent(100)
    kept.begin()
    kept.keep("old", b"1" * 20)
    kept.keep("used", b"2" * 20)
    for _ in range(recent.ROUNDS):
        kept.begin()
        assert kept.get("used") == b"2" * 20
    assert kept.get("old") == b"1" * 20
    for _ in range(recent.ROUNDS + 1):
        kept.begin()
        kept.get("used")
    assert kept.get("old") is None
    kept.keep("much", b"3" * 81)
    kept.keep("more", b"4" * 80)
    assert (kept.get("much"), len(kept.get("more"))) == (None, 80)
    kept.begin()
    kept.begin()
    assert kept.get("more") is None
