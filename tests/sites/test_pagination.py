"""Listings in pages: numbered from the newest or from the oldest post, with short rests joined."""

import json
import re
from urllib.parse import urljoin

import pytest


def section(drawn, count, **more):
    """Posts numbered from the oldest."""
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/docs/"})
    for number in range(1, count + 1):
        add(site, number, **more.get(str(number), {}))
    return site


def add(site, number, block="tags: [world]"):
    text = f"---\ntitle: Post {number}\ndate: 2024-01-{number:02}\n{block}\n---\nText of {number}.\n"
    site.write(f"docs/news/post-{number:02}.md", text.encode())


def options(**pagination):
    return {"dir": "news", "index": {"per_page": 3}, "tags": {"per_page": 3}, "pagination": pagination}


def shown(built, url):
    return [int(title.split()[1]) for title in built.page(url).texts(".newsblog-card__title")]


def without_pager(text):
    text = re.sub(r'(?s)<nav class="newsblog-pager".*?</nav>', "", text)
    return re.sub(r'<link rel="(?:prev|next)"[^>]*>', "", text)


def leads(page, css):
    """Where a link leads, below the site."""
    return urljoin(f"https://x/{page.url}", page.one(css)["href"]).removeprefix("https://x/")


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_a_new_post_changes_no_old_page_of_a_stable_listing(drawn, theme):
    site = section(drawn, 10)
    built = site.build(theme=theme, newsblog=options(stable=True))
    assert built.ok, built
    for start in ("news/", "news/tags/world/"):
        assert shown(built, start) == [10, 9, 8, 7]
        assert shown(built, f"{start}page/2/") == [6, 5, 4]
        assert shown(built, f"{start}page/1/") == [3, 2, 1]
        assert not built.exists(f"{start}page/3/")
    add(site, 11)
    one_more = site.build(theme=theme, newsblog=options(stable=True))
    assert shown(one_more, "news/") == [11, 10, 9, 8, 7]
    old = [url for url in built.urls() if "/page/" in url]
    assert len(old) == 4
    assert {url for url in old if built.text(url) != one_more.text(url)} == set()
    add(site, 12)
    filled = site.build(theme=theme, newsblog=options(stable=True))
    assert shown(filled, "news/") == [12, 11, 10]
    assert shown(filled, "news/page/3/") == [9, 8, 7]
    # Now there is one more page, and the pagers say so; nothing else of the old pages changes.
    assert {url for url in old if without_pager(built.text(url)) != without_pager(filled.text(url))} == set()
    assert filled.broken_links() == []


def test_a_listing_may_be_cut_otherwise_than_the_section(drawn):
    plain = {"per_page": 3, "pagination": {"orphans": 1}}
    site = section(drawn, 10)
    built = site.build(newsblog=options() | {"pagination": "stable", "tags": plain})
    assert built.ok, built
    assert shown(built, "news/page/1/") == [3, 2, 1]
    assert shown(built, "news/tags/world/page/3/") == [4, 3, 2, 1]
    assert not built.exists("news/tags/world/page/1/")


def test_the_pages_of_a_stable_listing_say_what_they_are(drawn):
    built = section(drawn, 10).build(newsblog=options(stable=True))
    front, newer, oldest = (built.page(url) for url in ("news/", "news/page/2/", "news/page/1/"))
    assert (front.text("h1"), newer.text("h1"), oldest.text("h1")) == ("Blog", "Blog Page 2", "Blog Page 1")
    assert newer.text("title").startswith("Blog – Page 2")
    assert [link.content for link in newer.select(".newsblog-pager a:not([rel])")] == ["3", "2", "1"]
    assert newer.text(".newsblog-pager [aria-current]") == "2"
    assert leads(newer, "head link[rel=prev]") == "news/"
    assert leads(newer, "head link[rel=next]") == "news/page/1/"
    assert oldest.select("head link[rel=next], .newsblog-pager__next") == []
    assert oldest.one("link[rel=canonical]")["href"] == "https://example.org/docs/news/page/1/"
    listed = json.loads(built.text("news/feed.json"))["items"]
    assert [item["title"] for item in listed] == [f"Post {number}" for number in range(10, 0, -1)]


def test_a_stable_listing_that_fits_has_one_page_and_no_pager(drawn):
    built = section(drawn, 5).build(newsblog=options(stable=True))
    assert shown(built, "news/") == [5, 4, 3, 2, 1]
    assert [url for url in built.urls() if "page/" in url] == []
    assert built.page("news/").select(".newsblog-pager") == []


def test_pinned_posts_stand_first_and_move_no_old_page(drawn):
    site = section(drawn, 8)
    before = site.build(newsblog=options(stable=True))
    add(site, 9, "tags: [world]\npin: true")
    after = site.build(newsblog=options(stable=True))
    assert (shown(before, "news/"), shown(after, "news/")) == ([8, 7, 6, 5, 4], [9, 8, 7])
    assert shown(before, "news/page/1/") == shown(after, "news/page/1/") == [3, 2, 1]


def test_a_short_rest_joins_the_page_before(drawn):
    site = section(drawn, 7)
    assert shown(site.build(newsblog=options()), "news/page/3/") == [1]
    built = site.build(newsblog=options(orphans=1))
    assert shown(built, "news/page/2/") == [4, 3, 2, 1]
    assert not built.exists("news/page/3/")
    assert built.page("news/page/2/").select(".newsblog-pager__next") == []
    assert built.broken_links() == []


def test_the_word_in_addresses_can_be_another(drawn):
    built = section(drawn, 4).build(newsblog=options(path="blatt/nr"))
    assert built.ok, built
    assert shown(built, "news/blatt/nr/2/") == [1]
    assert not built.exists("news/page/2/")
    assert leads(built.page("news/"), ".newsblog-pager__next a") == "news/blatt/nr/2/"
    assert built.broken_links() == []
