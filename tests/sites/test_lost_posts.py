"""Posts and listings that another plugin takes away after they were read: a message, and no traceback."""

import pytest

from tests.sites.test_listings import post, site_of

POSTS = {
    "news/a.md": post("Lost", "2023-05-01", tags="[t]", series="S", hero="false"),
    "news/b.md": post("B", "2024-05-01", tags="[t, u]", series="S", related="[a.md]", aliases="[/old/]"),
    "news/c.md": post("C", "2024-06-01", tags="[t]", series="S", authors="[Jo]"),
    "news/undated.md": post("Undated", None, tags="[u]"),
    "lists.md": "# Lists\n\n<!-- newsblog: latest limit=9 -->\n\n<!-- newsblog: latest tag=t -->\n",
}
HOOK = """
from mkdocs.plugins import event_priority
@event_priority(-200)
def on_files(files, config):
    for uri in {uris}:
        files.remove(files.src_uris[uri])
    return files
"""


def built_without(drawn, uris, **options):
    config = {"site_url": "https://example.org/", "hooks": ["hook.py"]}
    newsblog = {"dir": "news", "feeds": {"content": "full"}, "llms": True, **options}
    site = site_of(drawn, POSTS, newsblog, config)
    site.write("hook.py", HOOK.format(uris=uris))
    return site.build(theme="material", strict=False)


@pytest.mark.parametrize("uri", ["news/a.md", "news/b.md", "news/undated.md"])
@pytest.mark.parametrize("layout", ["cards", "compact"])
def test_a_post_that_another_plugin_takes_away_is_said_to_be_lost(drawn, uri, layout):
    built = built_without(drawn, [uri], index={"layout": layout}, archive={"layout": layout})
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "[post-lost]" in text]
    assert f"{uri}:" in said
    assert "another plugin or a hook has taken this post out" in said


def test_a_site_that_minds_no_lost_post_shows_it_nowhere(drawn):
    built = built_without(drawn, ["news/a.md"], problems={"post-lost": "warning"})
    assert built.exit_code == 0, built
    assert [text for text in built.warnings if "[post-lost]" in text]
    assert built.broken_links() == []
    for url in ("news/", "news/archive/", "news/tags/t/", "lists/"):
        assert built.page(url).texts(".newsblog-card__title"), url
        assert "Lost" not in built.page(url).text("body"), url
    assert "Lost" not in built.page("news/b/").text("body")
    assert [path for path, data in built.files().items() if b"news/a/" in data] == []


@pytest.mark.parametrize("layout", ["cards", "compact"])
@pytest.mark.parametrize("sort", ["name", "count", "date"])
def test_a_post_that_is_lost_is_not_counted(drawn, layout, sort):
    periods = {"archive": {"years": True, "months": True, "days": True, "layout": layout}}
    options = periods | {"tags": {"sort": sort}, "problems": {"post-lost": "warning"}}
    built = built_without(drawn, ["news/a.md", "news/c.md"], **options)
    assert built.exit_code == 0, built
    assert built.broken_links() == []
    terms = {name: built.page(f"news/{name}/").texts(".newsblog-terms li") for name in ("tags", "series")}
    assert terms == {"tags": ["u 2", "t 1"] if sort == "count" else ["t 1", "u 2"], "series": ["S 1"]}
    assert built.page("news/authors/").texts(".newsblog-terms li") == []
    archive = built.page("news/archive/").text(".md-content")
    assert "2024" in archive
    assert "2023" not in archive
    assert "June" not in archive
    for url in ("news/2023/", "news/2023/05/", "news/2023/05/01/", "news/2024/06/", "news/authors/jo/"):
        assert built.page(url).texts(".newsblog-card__title") == []
    assert not [page for page in built.pages() if "news/2023/" in page.values(".md-content a", "href")]


def test_the_posts_around_a_lost_one_lead_to_each_other(drawn):
    built = built_without(drawn, ["news/b.md"], problems={"post-lost": "warning"})
    assert built.exit_code == 0, built
    assert built.page("news/c/").one("head link[rel=prev]")["href"] == "../a/"
    assert built.page("news/a/").one("head link[rel=next]")["href"] == "../c/"


LISTINGS = ["news", *(f"news/{name}" for name in ("archive", "tags", "tags/t", "2024", "2023/05"))]


@pytest.mark.parametrize("folder", [*LISTINGS, "news/authors/jo", "news/series/s"])
def test_a_listing_that_another_plugin_takes_away_is_linked_nowhere(drawn, folder):
    built = built_without(drawn, [f"{folder}/index.md"])
    assert built.exit_code == 0, built
    assert built.broken_links() == []
    assert not built.exists(f"{folder}/")
    assert not [page.url for page in built.pages() if page.select("[href=None]")]


LATE = """
from mkdocs.plugins import event_priority
@event_priority(-200)
def on_nav(nav, config, files):
    files.remove(files.src_uris["news/a.md"])
"""


def test_a_post_that_goes_when_it_has_its_address_is_said_to_have_no_page(drawn):
    site = site_of(drawn, POSTS, {"dir": "news"}, {"hooks": ["hook.py"]})
    site.write("hook.py", LATE)
    built = site.build(strict=False)
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "[post-lost]" in text]
    assert "news/a.md:1:1: file: the host made no page of this post." in said
