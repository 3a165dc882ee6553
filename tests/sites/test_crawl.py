"""A whole section is reached by its own links, and says the truth about how many posts there are."""

from pathlib import Path

import pytest

from tests.harness.crawl import Crawl, leads, main
from tests.harness.site import PROJECT, Site

PLAIN = {"dir": "news"}
CHANGED = {
    "dir": "news",
    "url": "{year}/{slug}",
    "redirects": {"moved": True},
    "pagination": {"stable": True, "path": "p"},
    "index": {"per_page": 4},
    "tags": {"per_page": 2, "nav": True},
    "archive": {"days": True, "per_page": 3},
}


@pytest.fixture(scope="module", params=[PLAIN, CHANGED], ids=["plain", "changed"])
def crawl(request, tmp_path_factory):
    site = Site.copied(PROJECT / "example_site", tmp_path_factory.mktemp("crawled") / "example")
    built = site.build(newsblog=request.param)
    assert built.ok, built
    return Crawl(built, "news/").run()


def test_every_link_ends_somewhere(crawl):
    assert crawl.built.broken_links() == []


def test_listings_alone_lead_to_every_post(crawl):
    assert crawl.posts == crawl.all_posts()
    assert len(crawl.posts) >= 24
    listed = {page.url for page in crawl.built.pages() if page.select(".newsblog-view")}
    assert set(crawl.listings) == listed, "and to every listing"


def test_front_page_and_archive_name_every_post_once(crawl):
    for first in ("news/", "news/archive/"):
        shown = crawl.shown_on(first)
        assert len(shown) == len(set(shown))
        assert set(shown) == crawl.posts


def test_every_count_is_the_number_of_posts_behind_it(crawl):
    assert crawl.miscounted() == []
    counted = {
        url for url in crawl.listings if url.startswith(("news/tags/", "news/authors/", "news/categories/"))
    }
    assert len(counted) >= 20


def test_every_redirect_leads_straight_to_a_post(crawl):
    redirects = [page for page in crawl.built.pages() if page.select("meta[http-equiv=refresh]")]
    targets = {url for page in redirects for url in leads(page, "a")}
    assert targets <= crawl.posts
    assert not {page.url for page in redirects} & (crawl.posts | set(crawl.listings))
    moved = {url for url in crawl.posts if url.count("/") == 3}
    assert moved <= targets
    assert len(moved) in (0, len(crawl.posts))


def test_posts_of_all_years_add_up(crawl):
    years = [url for url in crawl.listings if url.removeprefix("news/").rstrip("/").isdecimal()]
    shown = [post for year in years for post in crawl.shown_on(year)]
    assert len(years) >= 7
    assert sorted(shown) == sorted(crawl.posts)


@pytest.mark.parametrize(
    ("periods", "layout"),
    [
        ((True, True, True), "compact"),
        ((True, False, True), "list"),
        ((False, True, True), "compact"),
        ((False, False, True), "compact"),
        ((False, False, True), "list"),
        ((True, False, False), "list"),
    ],
)
def test_no_page_of_a_period_is_left_alone(drawn, periods, layout):
    site = drawn("docs/\n  index.md | # Home")
    for day in ("2023-01-02", "2024-01-02", "2024-01-03", "2024-02-03"):
        site.write(f"docs/blog/{day}-a.md", b"---\ntitle: A\n---\nText.\n")
    options = dict(zip(("years", "months", "days"), periods, strict=True))
    built = site.build(newsblog={"dir": "blog", "archive": options | {"layout": layout}})
    crawl = Crawl(built, "blog/").run()
    assert set(crawl.listings) == {page.url for page in built.pages() if page.select(".newsblog-view")}
    assert crawl.miscounted() == []
    if periods[2]:
        kicker = built.page("blog/2024/02/03/").text(".newsblog-view__kicker")
        assert kicker == ("February 2024" if periods[1] else "2024" if periods[0] else "Archive")


def test_a_crawl_says_what_is_wrong(drawn, capsys):
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "blog"})
    for number in (1, 2):
        text = f"---\ntitle: Post {number}\ndate: 2024-01-0{number}\ntags: [world]\n---\nText.\n"
        site.write(f"docs/blog/post-{number}.md", text.encode())
    built = site.build()
    assert main(str(built.site_dir)) == 0
    assert "posts reached from blog/: 2, not reached: 0" in capsys.readouterr().out
    for path in (
        "blog/index.html",
        "blog/tags/world/index.html",
        "blog/archive/index.html",
        "blog/2024/index.html",
    ):
        take_out(built.site_dir / path)
    (built.site_dir / "blog/2024/01/index.html").unlink()
    assert main(str(built.site_dir)) == 1
    said = capsys.readouterr().out
    assert "not reached: 1" in said
    assert "blog/tags/: blog/tags/world/: says 2, shows 1 in 2 places" in said
    assert "blog/2024/01/index.html" in said


def take_out(path: Path) -> None:
    """Let a listing lead to one post less."""
    path.write_text(path.read_text("utf-8").replace("post-1/", "post-2/"), "utf-8")
