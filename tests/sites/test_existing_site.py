"""A documentation site that gets a news section stays what it was, byte for byte."""

import gzip
import json
import re

import pytest

THEMES = ["mkdocs", "readthedocs", "material"]

CHAPTERS = {
    f"guide/chapter-{number:02}.md": (
        f"# Chapter {number}\n\n[Next](chapter-{number % 26 + 1:02}.md), [home](../index.md#welcome).\n\n"
        f"## Part\n\n- one\n- two\n\n```python\nprint({number})\n```\n"
    )
    for number in range(1, 27)
}
PAGES = CHAPTERS | {
    "index.md": "# Home\n\n## Welcome\n\nText with `<!-- more -->` and ${x} and </head> in `code`.\n",
    "about.md": "---\ntitle: About us\ntags: [world]\ndate: 2020-01-01\n---\n# About\n\nNot a post.\n",
    "news-old/index.md": "# Old news\n\n[First](first.md)\n",
    "news-old/first.md": "---\ntitle: An old post\ndate: 2019-01-01\nhero: nothing.png\n---\nNo post.\n",
}
NEWS = {
    "news/2024-09-25-first.md": "---\ntags: [world]\nhero: https://img.example.net/x.jpg?a=1&b=2\n---\nFirst.\n",
    "news/2023-01-02-second.md": "---\ntitle: Second\ntags: [world, C++]\n---\nSecond.\n",
}
NAV = [
    {"Home": "index.md"},
    {"Guide": [*CHAPTERS]},
    "about.md",
    {"Old": ["news-old/index.md", "news-old/first.md"]},
]
assert len(PAGES) == 30


def docs_site(drawn, **more):
    """Thirty pages, with further ones by path."""
    site = drawn(
        "docs/\n  robots.txt | User-agent: *\n", {"nav": NAV, "site_url": "https://example.org/docs/"}
    )
    site.add(PAGES | more)
    return site


def without_dates(files):
    """The files of a site without the date of the build, which two of the themes print on the front page."""
    stamp = re.compile(rb"(?<=Build Date UTC : )[^\n]*|MkDocs version :[^\n]*")
    return {
        path: stamp.sub(b"", gzip.decompress(data) if path.endswith(".gz") else data)
        for path, data in files.items()
    }


@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", THEMES)
def test_pages_that_are_no_posts_come_out_as_before(drawn, theme, directory_urls):
    site = docs_site(drawn, **NEWS)
    written = site.docs()
    options = {"theme": theme, "use_directory_urls": directory_urls, "exclude_docs": "/news/\n"}
    before = site.build(**options)
    del options["exclude_docs"]
    after = site.build(newsblog={"dir": "news"}, **options)
    assert before.ok, before
    assert after.ok, after
    assert site.docs() == written

    old, new = without_dates(before.files()), without_dates(after.files())
    # Both list the pages of the site, and there are more of them now; what they said before they still say.
    lists = {"sitemap.xml", "sitemap.xml.gz", "search/search_index.json"}
    assert {path for path in old if old[path] != new.get(path)} == lists
    assert set(re.findall(rb"<loc>.*?</loc>", old["sitemap.xml"])) < set(
        re.findall(rb"<loc>.*?</loc>", new["sitemap.xml"])
    )
    entries, more = (json.loads(files["search/search_index.json"])["docs"] for files in (old, new))
    assert [entry for entry in more if not entry["location"].startswith("news/")] == entries

    added = set(new) - set(old)
    ours = {path for path in added if path.startswith("news/")}
    assert added - ours == {f"assets/newsblog/{name}" for name in ("newsblog.css", "feed.css")}
    linked = {page.url for page in after.pages() if page.select("link[href$='newsblog.css']")}
    assert linked == {page.url for page in after.pages() if page.url.startswith("news/")}
    assert after.broken_links() == []


@pytest.mark.parametrize("theme", THEMES)
def test_a_folder_beside_the_section_is_left_alone(drawn, theme):
    built = docs_site(drawn, **NEWS).build(theme=theme, newsblog={"dir": "news"})
    assert built.ok, built
    assert built.page("news-old/first/").select("[class*=newsblog], time, img.newsblog-hero") == []
    for url in ("news/", "news/archive/", "news/tags/world/"):
        assert "An old post" not in built.page(url).one(".newsblog-view").content
        assert "About us" not in built.page(url).one(".newsblog-view").content


@pytest.mark.parametrize("theme", THEMES)
def test_without_the_plugin_the_site_builds_again(drawn, theme):
    site = docs_site(drawn, **NEWS)
    with_plugin = site.build(theme=theme, newsblog={"dir": "news"})
    without = site.build(theme=theme)
    again = site.build(theme=theme, newsblog={"dir": "news"})
    assert [built.ok for built in (with_plugin, without, again)] == [True] * 3
    assert without.exists("news/2024-09-25-first/")
    assert not [page for page in without.pages() if "newsblog" in page.raw]
    assert without_dates(again.files()) == without_dates(with_plugin.files())


@pytest.mark.parametrize("theme", THEMES)
def test_a_front_page_that_exists_is_adopted(drawn, theme):
    index = "# What is new\n\nWhat we *write* about.\n\n## How to write to us\n\nBy post.\n"
    nav = [*NAV, {"News": "news/index.md"}]
    site = docs_site(drawn, **NEWS, **{"news/index.md": index})
    built = site.build(theme=theme, newsblog={"dir": "news"}, nav=nav)
    assert built.ok, built
    page = built.page("news/")
    assert [heading.rstrip("¶") for heading in page.texts("h1")] == ["What is new"]
    assert page.texts(".newsblog-view em") == ["write"]
    assert page.raw.index("By post.") < page.raw.index("newsblog-list--cards")
    assert page.texts(".newsblog-card__title") == ["First", "Second"]
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}
    # The other pages have one more entry in their navigation, as asked for, and nothing else.
    assert [
        entry.content for entry in built.page("about/").select("a") if "news/" in (entry.get("href") or "")
    ]
    assert "newsblog" not in built.page("about/").raw


def test_nothing_is_written_below_the_docs_folder_by_either_host(drawn):
    site = docs_site(drawn, **NEWS)
    before = site.docs()
    names = {path.name for path in site.root.iterdir()} | {"built", "mkdocs.yml"}
    for host in ("mkdocs", "properdocs"):
        built = site.cli("build", "--strict", host=host, newsblog={"dir": "news"})
        assert built.ok, built
        assert site.docs() == before
        assert {path.name for path in site.root.iterdir()} - names == {".cache"}


def test_pages_written_for_the_site_need_no_front_matter_and_no_date(drawn):
    built = docs_site(drawn, **NEWS).build(newsblog={"dir": "news"})
    assert [text for text in built.said("WARNING", "ERROR") if "guide/" in text or "about" in text] == []
