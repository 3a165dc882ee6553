"""What a build says and shows of posts that are not, or not yet, or no longer published."""

import gzip

import pytest
from mkdocs.structure import pages as host_pages

from mkdocs_newsblog.host.site.links import LostLinks
from tests.sites.test_listings import post, site_of
from tests.sites.test_translations import STRUCTURES, good, site_in_two_languages, tidied

__all__ = ["tidied"]

SENTINEL = "Zeppelin"
SECRET = {
    "title": f"{SENTINEL} title",
    "tags": f"[{SENTINEL} tag, tide]",
    "categories": f"[{SENTINEL} category, News]",
    "author": f"{{name: {SENTINEL} author, image: /{SENTINEL}.png}}",
    "series": f"[{SENTINEL} series, Walk]",
    "product": f"[{SENTINEL} product]",
    "description": f"{SENTINEL} description",
    "hero": f"/{SENTINEL}.png",
    "heroAlt": f"{SENTINEL} alt",
    "related": "[open.md]",
    "guid": f"{SENTINEL}-guid",
}
OPEN = {
    "news/open.md": post("Open", "2029-12-30", tags="[tide]", categories="[News]", series="[Walk]"),
    "news/other.md": post("Other", "2029-12-31", tags="[tide, rare]", author="Ana", series="[Walk]"),
    "news/third.md": post("Third", "2029-12-29", tags="[rare]"),
}
ALL = {
    "dir": "news",
    "taxonomies": {"product": {}},
    "archive": {"days": True},
    "feeds": {"content": "full", "per": ["tags", "categories", "authors", "series", "product"]},
    "news": True,
    "llms": True,
    "posts_json": True,
    "problems": {"hero-without-alt": "ignore"},
}
HIDDEN = {
    "draft": {"date": "2029-12-31", "draft": "true"},
    "scheduled": {"date": "2030-06-01"},
    "embargoed": {"date": "2029-12-31", "publishDate": "2030-06-01"},
    "expired": {"date": "2029-12-31", "expires": "2029-12-31T12:00:00Z"},
    "skipped": {"date": "2029-12-31", "status": "skip"},
}


def whole(drawn, posts):
    """A site with every listing, feed and file for programs."""
    return site_of(drawn, OPEN | posts, ALL, {"site_url": "https://example.org/docs/"})


def secret(date, **keys):
    return post(date=date, body=f"{SENTINEL} body, see [open](open.md).\n", **SECRET | keys)


@pytest.mark.parametrize("state", HIDDEN)
def test_an_unpublished_post_changes_no_byte_of_a_build(drawn, state):
    site = whole(drawn, {})
    without = site.build().files()
    site.write(f"docs/news/{SENTINEL}.md", secret(**HIDDEN[state]).encode())
    built = site.build()
    assert built.ok, built
    files = built.files()
    plain = {path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in files.items()}
    assert [path for path in plain if SENTINEL.lower() in path.lower()] == []
    assert [path for path, data in plain.items() if SENTINEL.lower().encode() in data.lower()] == []
    zipped = [path for path in files if path.endswith(".gz")]
    assert {path: data for path, data in files.items() if path not in zipped} == {
        path: data for path, data in without.items() if path not in zipped
    }


def test_a_published_post_would_have_been_found_everywhere(drawn):
    site = whole(drawn, {f"news/{SENTINEL}.md": secret("2029-12-31")})
    site.draw("docs/\n  Zeppelin.png\n")
    files = site.build().files()
    holding = {path for path, data in files.items() if SENTINEL.encode() in data}
    assert {
        "news/index.html",
        "news/open/index.html",
        "news/archive/index.html",
        "news/2029/12/31/index.html",
        "news/tags/index.html",
        "news/tags/tide/index.html",
        "news/authors/index.html",
        "news/series/walk/index.html",
        "news/feed.xml",
        "news/atom.xml",
        "news/feed.json",
        "news/tags/tide/feed.xml",
        "news/posts.json",
        "news/news-sitemap.xml",
        "llms.txt",
        "sitemap.xml",
        "search/search_index.json",
    } <= holding


def test_an_unlisted_post_has_a_page_and_asks_engines_to_leave_it(drawn):
    site = whole(drawn, {f"news/{SENTINEL}.md": secret("2029-12-31", unlisted="true")})
    site.draw("docs/\n  Zeppelin.png\n")
    built = site.build()
    own = f"news/{SENTINEL}/"
    assert built.page(own).text("h1") == f"{SENTINEL} title"
    assert built.page(own).one('meta[name="robots"]')["content"].startswith("noindex")
    assert built.page(own).select(".newsblog-badge") == []
    holding = {path for path, data in built.files().items() if SENTINEL.encode() in data}
    # The theme's own search can't be told; Material's can, by the page's own wish.
    assert holding - {"search/search_index.json"} == {f"{own}index.html"}
    assert built.page("news/open/").select('meta[content^="noindex"]') == []


LINKING = {
    "index.md": "# Home\n\nSoon: [plans](news/plans.md), and again\n[plans][p].\n\n[p]: news/plans.md#when\n",
    "news/open.md": post("Open", "2029-12-30", "See [x](later.md), `[y](later.md)` and [gone](over.md).\n"),
    "news/plans.md": post("Plans", "2029-12-30", draft="true", body="[later](later.md)\n"),
    "news/later.md": post("Later", "2029-06-01", publishDate="2030-06-01"),
    "news/over.md": post("Over", "2029-01-01", expires="2029-06-01"),
}


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_each_link_to_an_unpublished_post_is_said_once_with_its_place(drawn, host):
    site = site_of(drawn, LINKING)
    built = site.cli("build", host=host)
    assert built.exit_code == 0
    said = sorted(line.partition(": ")[2] for line in built.warnings if "link-to-unpublished" in line)
    wanted = "Take the link out until the post is published. [link-to-unpublished]"
    assert said == [
        f'index.md:3:15: link: the link to "news/plans.md" ends nowhere: the post is a draft. {wanted}',
        f'index.md:6:6: link: the link to "news/plans.md" ends nowhere: the post is a draft. {wanted}',
        'news/open.md:5:47: link: the link to "news/over.md" ends nowhere: '
        f"the post is expired since 2029-06-01. {wanted}",
        'news/open.md:5:9: link: the link to "news/later.md" ends nowhere: '
        f"the post is scheduled for 2030-06-01. {wanted}",
    ]
    assert "excluded from the built site" not in built.output
    assert len(built.warnings) == len(said)
    again = site.cli("build", "--strict", host=host)  # now with what Markdown became kept
    assert again.warnings == built.warnings
    assert again.exit_code == 1


@pytest.mark.parametrize(("path", "kind"), [("_b.md", "file"), ("_wip/b.md", "folder")])
def test_a_link_to_what_is_left_out_for_its_name_says_so(drawn, path, kind):
    posts = {
        "news/a.md": post("A", "2029-12-30", f"See [b]({path}).\n"),
        f"news/{path}": post("B", "2029-12-30"),
    }
    (warning,) = site_of(drawn, posts).build(strict=False).warnings
    assert warning.removeprefix("mkdocs_newsblog: ") == (
        f'news/a.md:5:9: link: the link to "news/{path}" ends nowhere: the name of the {kind} '
        f'"{path.partition("/")[0]}" begins with _, so it is left out of the site. '
        "Take the link out, or rename what it leads to. [link-to-unpublished]"
    )


def test_the_level_of_such_links_is_the_site_s_own_choice(drawn):
    site = site_of(drawn, LINKING)
    quiet = site.build(newsblog={"dir": "news", "problems": {"link-to-unpublished": "ignore"}})
    assert quiet.ok, quiet
    assert [text for text in quiet.said("INFO") if "excluded" in text] == []
    ignored = site.build(validation={"links": {"not_found": "ignore"}})
    assert ignored.ok, ignored
    assert ignored.warnings == []


def test_links_to_excluded_pages_of_others_stay_the_host_s_business(drawn):
    site = site_of(drawn, OPEN | {"index.md": "# Home\n\n[a](hidden.md)\n", "hidden.md": "# H\n"})
    built = site.build(exclude_docs="hidden.md\n")
    assert [text for text in built.said("INFO") if "excluded from the built site" in text] != []


def test_a_build_that_fails_leaves_the_host_its_own_words(drawn):
    broken = site_of(drawn, {"news/a.md": "---\ntitle: A\ndate: never\n---\nText.\n"})
    other = site_of(drawn, OPEN | {"index.md": "# Home\n\n[a](news/plans.md)\n", **LINKING})
    assert not broken.build().ok
    assert not [found for found in host_pages.log.filters if isinstance(found, LostLinks)]
    built = other.build(plugins=[], exclude_docs="news/plans.md\n", strict=False)
    assert [text for text in built.said("INFO") if "excluded from the built site" in text] != []


DUE = {
    "none": ({}, []),
    "one": (
        {"news/x.md": post("X", "2030-12-01T10:00:00+01:00")},
        ["1 post is scheduled; news/x.md falls due on 2030-12-01 09:00 UTC"],
    ),
    "several, the next first": (
        {
            "news/a.md": post("A", "2031-01-01"),
            "news/x.md": post("X", "2030-12-01"),
            "news/y.md": post("Y", "2030-12-02"),
            "news/d.md": post("D", "2030-11-01", draft="true"),
        },
        ["3 posts are scheduled; the next, news/x.md, falls due on 2030-12-01 00:00 UTC"],
    ),
    "one whose date is past, and one whose date is nearer than what it waits for": (
        {
            "news/a.md": post("A", "2029-01-01", publishDate="2031-01-02"),
            "news/b.md": post("B", "2030-12-01", pubDate="2031-01-03"),
            "news/c.md": post("C", "2029-01-01", publish_on="2029-01-02"),
        },
        ["2 posts are scheduled; the next, news/a.md, falls due on 2031-01-02 00:00 UTC"],
    ),
}


@pytest.mark.parametrize("name", DUE)
def test_a_build_says_when_the_next_scheduled_post_falls_due(drawn, name):
    posts, wanted = DUE[name]
    built = site_of(drawn, OPEN | posts).build()
    said = [text.removeprefix("mkdocs_newsblog: ") for text in built.said("INFO")]
    assert [text for text in said if "scheduled" in text] == wanted


def test_a_site_may_publish_what_is_dated_later(drawn):
    posts = OPEN | {
        "news/later.md": post("Later", "2031-06-01"),
        "news/old.md": post("Old", "2020-01-01", publishDate="2031-01-01"),
    }
    site = site_of(drawn, posts, ALL | {"future": True}, {"site_url": "https://example.org/"})
    built = site.build()
    assert built.ok, built
    assert built.page("news/").texts(".newsblog-card__title")[0] == "Later"
    assert "news/later/" in built.text("news/feed.xml")
    assert built.page("news/old/").one(".newsblog-byline time")["datetime"] == "2020-01-01"
    assert [text for text in built.said("INFO") if "scheduled" in text] == []


FOLDERS = {
    "a draft of Zola": "+++\ntitle = 'Old'\ndraft = true\n+++\n",
    "handed down in Hugo": "---\ntitle: Old\ncascade:\n  build:\n    render: never\n---\n",
}


def checked(site):
    """What `newsblog check` says."""
    return site.check().output


@pytest.mark.parametrize("folder", ["news", "news/old"])
@pytest.mark.parametrize("page", FOLDERS)
def test_the_page_of_a_folder_closes_the_posts_below_it(drawn, page, folder):
    posts = {
        f"{folder}/_index.md": FOLDERS[page],
        "news/old/deep/a.md": secret("2029-12-31"),
        "elsewhere.md": "# Elsewhere\n",
    }
    site = site_of(drawn, posts, ALL, {"site_url": "https://example.org/docs/"})
    built = site.build()
    assert built.ok, built
    said = [text for text in built.said("INFO") if "folder-held-back" in text]
    assert len(said) == 1
    assert f"{folder}/_index.md:" in said[0]
    files = {
        path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in built.files().items()
    }
    assert [path for path, data in files.items() if SENTINEL.lower().encode() in data.lower()] == []
    assert not built.exists("news/old/deep/a/")
    assert "[folder-held-back]" in checked(site)
    shown = site.build(newsblog=ALL | {"drafts": True})
    assert shown.page("news/old/deep/a/").text(".newsblog-byline .newsblog-badge") == "Draft"
    site.write(f"docs/{folder}/_index.md", b"---\ntitle: Old\n---\n")
    site.draw("docs/\n  Zeppelin.png\n")
    assert site.build().exists("news/old/deep/a/")


def test_the_page_of_a_folder_counts_where_it_is_no_page_of_the_section(drawn):
    posts = {"news/old/_index.md": FOLDERS["a draft of Zola"], "news/old/2029-a.md": secret("2029-12-31")}
    site = site_of(drawn, OPEN | posts, {"dir": "news", "posts": ["**/2*.md", "*.md"]})
    assert not site.build(exclude_docs="_index.md\n").exists("news/old/2029-a/")


@pytest.mark.parametrize("name", [".meta.yml", "_metadata.yml"])
@pytest.mark.parametrize("end", ["---", "---\n\n", "..."])
def test_defaults_of_a_folder_may_end_as_front_matter_does(drawn, name, end):
    posts = {f"news/old/{name}": f"---\ndraft: true\n{end}", "news/old/a.md": secret("2029-12-31")}
    built = site_of(drawn, OPEN | posts, ALL).build()
    assert built.ok, built
    assert not built.exists("news/old/a/")
    assert built.exists("news/open/")


@pytest.mark.parametrize("name", ["old.json", "old.11tydata.json", "_metadata.yml"])
def test_a_file_of_data_closes_the_posts_of_its_folder(drawn, name):
    data = "draft: true\n" if name.endswith(".yml") else '{"permalink": false, "tags": ["notes"]}'
    posts = {f"news/old/{name}": data, "news/old/deep/a.md": secret("2029-12-31"), "news/old.json": data}
    site = site_of(drawn, OPEN | posts, ALL, {"site_url": "https://example.org/docs/"})
    built = site.build()
    assert built.ok, built
    assert not built.exists("news/old/deep/a/")
    assert [path for path, data in built.files().items() if SENTINEL.encode() in data] == []
    assert built.exists("news/open/")
    site.write(f"docs/news/old/{name}", b"")
    site.draw("docs/\n  Zeppelin.png\n")
    assert site.build().exists("news/old/deep/a/")


@pytest.mark.parametrize("key", ["headless: true", "build:\n  render: never", "_build: {render: false}"])
def test_what_lies_in_a_bundle_that_hugo_gives_no_page_is_part_of_it(drawn, key):
    posts = {
        "news/quotes/index.md": f"---\ntitle: Quotes\n{key}\n---\n",
        "news/quotes/a.md": secret("2029-12-31"),
        "news/quotes/deep/index.md": secret("2029-12-30"),
        "news/quotes/undated.md": "# A part\n",
        "news/quotes/deep/to-be-dated.md": "---\ndate: TBD\n---\n# A part\n",
        "news/quotes-of-old/a.md": post("Old quotes", "2029-12-30"),
    }
    site = site_of(drawn, OPEN | posts, ALL, {"site_url": "https://example.org/docs/"})
    built = site.build()
    assert built.ok, built
    assert [path for path, data in built.files().items() if SENTINEL.encode() in data] == []
    assert not built.exists("news/quotes/a/")
    assert not built.exists("news/quotes/deep/")
    assert built.exists("news/quotes-of-old/a/")
    (said,) = [text for text in built.said("INFO") if "folder-held-back" in text]
    assert "news/quotes/index.md:" in said
    assert "[folder-held-back]" in checked(site)
    assert "newsblog: no problems" in checked(site)
    for undated in ("undated.md", "deep/to-be-dated.md"):
        site.delete(f"docs/news/quotes/{undated}")
    for other in ("draft: true", "build: {list: never}", "unlisted: true"):
        site.write(
            "docs/news/quotes/index.md", f"---\ntitle: Quotes\ndate: 2029-12-01\n{other}\n---\n".encode()
        )
        site.draw("docs/\n  Zeppelin.png\n")
        assert site.build().exists("news/quotes/a/"), other


def test_a_target_of_the_page_of_a_folder_fails_a_strict_build_alone(drawn):
    page = "---\ntitle: Old\ncascade:\n  - draft: true\n    target: {path: /news/**}\n---\n"
    built = site_of(drawn, OPEN | {"news/_index.md": page}).build(strict=False)
    (warning,) = built.warnings
    assert "news/_index.md:5:13: cascade[0].target: " in warning
    assert "[folder-doubtful]" in warning
    assert built.exists("news/open/")


def test_a_preview_follows_the_page_of_a_folder(drawn):
    posts = {"news/old/_index.md": "---\ntitle: Old\n---\n", "news/old/a.md": post("A", "2029-12-31")}
    site = site_of(drawn, OPEN | posts)
    with site.serve() as live:
        assert live.page("news/old/a/").select(".newsblog-badge") == []
        with live.rebuild():
            site.write("docs/news/old/_index.md", FOLDERS["handed down in Hugo"].encode())
        assert live.page("news/old/a/").texts(".newsblog-byline .newsblog-badge") == ["Draft"]


@pytest.mark.usefixtures("tidied")
@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_page_of_a_folder_closes_it_in_its_own_language(drawn, structure):
    pages = {
        "index.md": ("# Home\n", "# Accueil\n"),
        "news/old/_index.md": ("---\ntitle: Old\n---\n", FOLDERS["a draft of Zola"]),
        "news/old/some.md": (good(), good("Projet")),
    }
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert built.exists("news/old/some/")
    assert not built.exists("fr/news/old/some/")
