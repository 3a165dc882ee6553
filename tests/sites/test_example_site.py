"""The example site is what it says: a docs site whose posts came from many systems, sound on three themes."""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import unquote

import pytest

from tests.harness.site import PROJECT, Site

CONFIGS = {"material": "mkdocs.yml", "mkdocs": "mkdocs-mkdocs.yml", "readthedocs": "mkdocs-readthedocs.yml"}
NEWS = PROJECT / "example_site/docs/news"
SOURCES = {path.relative_to(NEWS).as_posix(): path.read_text("utf-8") for path in NEWS.rglob("*.md")}
POSTS = {name: text for name, text in SOURCES.items() if name != "index.md"}

DIALECTS = {
    "Astro Creek": r"^---\n(?=[^\0]*^pubDate: \")(?=[^\0]*^hero: \")(?=[^\0]*^layout: \".*\.astro\")",
    "Astro blog template": r"^---\n(?=[^\0]*^pubDate: ')(?=[^\0]*^heroImage: )",
    "AstroPaper": r"^---\n(?=[^\0]*^pubDatetime: )(?=[^\0]*^ogImage: )",
    "Hugo, YAML": r"^---\n(?=[^\0]*^cover:\n    image: )(?=[^\0]*^draft: )",
    "Hugo, TOML": r"^\+\+\+\n(?=[^\0]*^date = \d)(?=[^\0]*^\[cover\]$)",
    "Jekyll": r"^---\nlayout: post\n(?=[^\0]*^image:\n  path: )",
    "Minimal Mistakes": r"^---\n(?=[^\0]*^header:\n  image: )",
    "Eleventy": r"^---\nlayout: layouts/\S+\.njk\n",
    "Docusaurus": r"^---\nslug: (?=[^\0]*^authors:\n  - name: .*\n    title: )",
    "Pelican": r"^Title: .*\nDate: (?=[^\0]*^Slug: )",
    "Hexo": r"^---\ntitle: (?=[^\0]*^date: [\d-]+ [\d:]+\n)(?=[^\0]*^lang: )(?=[^\0]*^categories: \S)",
    "Material": r"^---\ndate:(?=[^\0]*^authors:\n  - \w+\n)(?=[^\0]*^---\n\n# )",
}
"""What only the front matter of one system has, as it stands in the files."""


@pytest.fixture(scope="module", params=CONFIGS)
def built(request, tmp_path_factory):
    """The example site, built strict as its own configuration says."""
    root = tmp_path_factory.mktemp(request.param)
    site = Site.copied(PROJECT / "example_site", root / "example")
    before = site.docs()
    done = site.cli("build", "--strict", "--config-file", CONFIGS[request.param])
    assert site.docs() == before, "nothing is written into the docs folder"
    return done


def body_of(text):
    return re.sub(r"\A(---|\+\+\+)\n(?s:.*?)\n\1\n|\A(?:\w+: .*\n)+", "", text)


def test_it_has_two_dozen_posts_in_many_dialects():
    assert len(POSTS) >= 24
    found = {
        dialect: [name for name, text in POSTS.items() if re.search(pattern, text, re.MULTILINE)]
        for dialect, pattern in DIALECTS.items()
    }
    assert [dialect for dialect, names in found.items() if not names] == []
    containers = {text[:3] if text[:3] in ("---", "+++") else "headers" for text in POSTS.values()}
    assert containers == {"---", "+++", "headers"}


def test_its_posts_are_written_in_more_than_one_script():
    scripts = {
        unicodedata.name(char, "").partition(" ")[0]
        for text in POSTS.values()
        for char in body_of(text)
        if char.isalpha()
    }
    assert scripts >= {"LATIN", "ARABIC", "CJK", "HIRAGANA"}


def test_its_bodies_are_whole_posts_and_no_two_are_alike():
    bodies = [body_of(text) for text in POSTS.values()]
    assert min(len(body) for body in bodies) > 400
    assert len({body[:80] for body in bodies}) == len(bodies)


def test_it_has_local_and_remote_pictures_and_posts_without(built):
    pages = [page for page in built.pages() if page.select(".newsblog-post")]
    sources = [page.one("img.newsblog-hero")["src"] for page in pages if page.select("img.newsblog-hero")]
    remote = [source for source in sources if source.startswith("https://")]
    assert len(remote) >= 2
    assert len(sources) - len(remote) >= 10
    assert len(pages) > len(sources)


def test_it_builds_strict_without_a_warning(built):
    assert built.ok, built
    assert built.warnings == built.errors == []


def test_every_post_but_the_draft_has_a_page_and_a_card(built):
    drafts = [name for name, text in POSTS.items() if re.search(r"^draft\s*[:=] *true$", text, re.MULTILINE)]
    assert len(drafts) == 1
    published = {name.removesuffix(".md").removesuffix("/index") for name in POSTS} - {
        drafts[0].removesuffix(".md")
    }
    for name in published:
        assert len(built.page(f"news/{name}/").select("article.newsblog-post")) == 1, name
        assert len(built.page(f"news/{name}/").select("h1")) == 1, name
    listed = [
        card
        for url in built.urls()
        if re.fullmatch(r"news/(page/\d+/)?", url)
        for card in built.page(url).select(".newsblog-card")
    ]
    assert len(listed) == len(published)
    assert not built.exists(f"news/{drafts[0].removesuffix('.md')}/")
    assert not [page for page in built.pages() if "Thoughts about Harbour 4" in page.raw]


def test_every_link_resolves(built):
    assert built.broken_links() == []


def test_no_id_stands_twice_on_a_page(built):
    assert built.duplicate_ids() == {}


def test_the_tag_index_counts_what_the_tag_pages_show(built):
    terms = built.page("news/tags/").select(".newsblog-terms li")
    assert len(terms) >= 8
    for term in terms:
        page = built.page("news/tags/" + unquote(term.one("a")["href"]))
        assert str(len(page.select(".newsblog-card"))) == term.text(".newsblog-count"), term
    labels = [term.text("a") for term in terms]
    assert {"C", "C++"} <= set(labels), "both have a page of their own"


def test_the_archive_holds_every_post_once_by_year_and_month(built):
    archive = built.page("news/archive/")
    cards = archive.values("a.newsblog-card__title", "href")
    assert len(cards) == len(set(cards)) == len(POSTS) - 1
    years = archive.select(".newsblog-group--2")
    assert len(years) >= 7
    for year in years:
        count = re.search(r"\d+", year.select(".newsblog-count")[0].content)
        assert count is not None
        assert int(count[0]) == len(year.select(".newsblog-card"))


def test_listings_put_no_text_of_posts_into_the_search_index(built):
    entries = json.loads(built.text("search/search_index.json"))["docs"]
    listings = [
        entry
        for entry in entries
        if re.match(r"news/(page/|archive/|tags/|categories/|authors/|series/|\d{4}/)", entry["location"])
    ]
    assert [entry["text"] for entry in listings if entry["text"]] == []
    assert sum(entry["location"].startswith("news/harbour-0-5/") for entry in entries) > 0


def test_the_ordinary_pages_come_out_as_without_the_plugin(tmp_path):
    site = Site.copied(PROJECT / "example_site", tmp_path / "example")
    with_news = site.build(theme="mkdocs")
    without = site.build(theme="mkdocs", newsblog=False, strict=False)
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (site.root / "docs").glob("*.md")}
    ordinary = [f"{name}/" for name, text in texts.items() if "<!-- newsblog:" not in text]
    assert len(ordinary) >= 6
    for url in ordinary:
        assert with_news.text(url) == without.text(url), url


def test_two_pages_hold_lists_of_posts(built):
    home = built.page("")
    assert len(home.select(".newsblog-insert--posts .newsblog-list--cards > .newsblog-card")) == 3
    assert home.texts(".newsblog-insert h2.newsblog-card__title") == []
    tags = home.texts(".newsblog-insert--tags li a")
    assert {"community", "world"} <= set(tags)
    releases = built.page("installation/").one("table.newsblog-table")
    assert len(releases.select("tbody tr")) == 6
    assert releases.texts("tbody th a")[0] == "Harbour 3.2: ready for the winter"
