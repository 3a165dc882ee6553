"""Builds that show drafts, scheduled and expired posts, for reviews: `drafts: true`."""

import gzip

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.sites.test_listings import post, site_of
from tests.sites.test_states import ALL, HIDDEN, OPEN, SENTINEL, secret
from tests.sites.test_translations import STRUCTURES, good, languages_of, site_in_two_languages, tidied

__all__ = ["tidied"]

DRAFTS = ALL | {"drafts": True}
WORDS = {"draft": "Draft", "scheduled": "Scheduled", "embargoed": "Scheduled", "expired": "Expired"}
TOLD = ["feed.xml", "atom.xml", "feed.json", "posts.json", "sitemap.xml", "sitemap.xml.gz", "llms.txt"]
"""How files for programs are called; a sitemap of news is among them."""


def preview(drawn, posts=None, options=None, **config):
    """A site with a post in each state, and every listing and file for programs."""
    posts = {f"news/{state}.md": secret(**keys) for state, keys in HIDDEN.items()} if posts is None else posts
    site = site_of(
        drawn, OPEN | posts, options or DRAFTS, {"site_url": "https://example.org/docs/", **config}
    )
    site.draw("docs/\n  Zeppelin.png\n")
    return site


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_post_in_any_state_has_a_page_and_a_card_with_a_badge(drawn, theme):
    built = preview(drawn).build(theme=theme)
    assert built.ok, built
    cards = built.page("news/").texts(".newsblog-card .newsblog-badge")
    assert sorted(cards) == sorted(WORDS.values())
    for state, word in WORDS.items():
        page = built.page(f"news/{state}/")
        assert page.text(".newsblog-byline .newsblog-badge") == word
        assert f"{SENTINEL} body" in page.html
        assert page.one('meta[name="robots"]')["content"].startswith("noindex")
    assert not built.exists("news/skipped/")
    assert built.page("news/open/").select('meta[content^="noindex"]') == []
    assert built.page("news/").select('meta[content^="noindex"]') == []


def test_nothing_that_programs_read_names_such_a_post(drawn):
    files = preview(drawn).build().files()
    told = {path: data for path, data in files.items() if path.endswith((*TOLD, "news-sitemap.xml"))}
    assert {path.rpartition("/")[2] for path in told} == {*TOLD, "news-sitemap.xml"}
    plain = {path: gzip.decompress(data) if path.endswith(".gz") else data for path, data in told.items()}
    hidden = [SENTINEL.lower(), *(f"/{state}/" for state in HIDDEN)]
    assert [path for path, data in plain.items() for word in hidden if word.encode() in data.lower()] == []
    assert [path for path in told if SENTINEL.lower() in path.lower()] == []
    for name in ("feed.xml", "posts.json"):
        assert b"news/open/" in told[f"news/{name}"]


def test_a_listing_of_such_posts_alone_is_found_by_nobody(drawn):
    keys = {"tags": "[tide, soon]", "product": "[Buoy]"}
    built = preview(drawn, {"news/later.md": post("Later", "2031-02-03", **keys)}).build()
    assert built.page("news/tags/soon/").texts(".newsblog-card__title") == ["Later"]
    for url in ("news/tags/soon/", "news/2031/", "news/product/", "news/product/buoy/"):
        assert built.page(url).one('meta[name="robots"]')["content"].startswith("noindex")
        assert url not in built.text("sitemap.xml")
    assert "news/tags/tide/" in built.text("sitemap.xml")
    assert built.page("news/tags/tide/").select('meta[name="robots"]') == []
    assert "Later" in built.page("news/tags/tide/").texts(".newsblog-card__title")
    assert "Later" not in "".join(built.page("news/").texts("script[type='application/ld+json']"))
    assert "2031" not in built.text("sitemap.xml")
    assert not built.exists("news/tags/soon/feed.xml")


def test_search_engines_are_asked_even_where_there_is_no_metadata(drawn):
    posts = {"news/later.md": post("Later", "2031-02-03", tags="[soon]")}
    built = preview(drawn, posts, DRAFTS | {"metadata": False}).build()
    for url in ("news/later/", "news/tags/soon/"):
        assert built.page(url).one('meta[name="robots"]')["content"].startswith("noindex")
        assert url not in built.text("sitemap.xml")
    assert built.page("news/open/").select('meta[name="robots"]') == []


def test_the_pages_are_those_of_a_preview(drawn, tmp_path):
    site = preview(drawn)
    built = site.build()
    site.build(newsblog=ALL)
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    pages = {path.relative_to(tmp_path / "site").as_posix() for path in (tmp_path / "site").rglob("*.html")}
    assert {path for path in built.files() if path.endswith(".html")} == pages


HELD = ["private: true", "private: perhaps", "password: x", "Password: x", "draft: true\npassword: x"]
HELD += ["draft: true\nprivate: true", "date: 2031-01-01\nprivate: true", "status: hidden\nprivate: true"]


@pytest.mark.parametrize("keys", HELD)
@pytest.mark.parametrize("path", ["news/held.md", "news/tags/tide.md"])
def test_what_is_private_or_locked_is_in_no_preview_that_is_built(drawn, tmp_path, keys, path):
    text = f"---\ntitle: {SENTINEL}\n{keys}\n---\n{SENTINEL} body\n"
    site = preview(drawn, {path: text, "news/plans.md": post("Plans", "2029-12-30", draft="true")})
    built = site.build(strict=False)
    assert built.page("news/plans/").text(".newsblog-byline .newsblog-badge") == "Draft"
    assert built.exists("news/held/") is False
    assert [path for path, data in built.files().items() if SENTINEL.encode() in data] == []
    said = [text for text in built.said("INFO") if "it is a preview" in text]
    assert [text.partition(", ")[0] for text in said] == ["mkdocs_newsblog: this build shows 1 draft"]
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    url = path.removesuffix(".md")
    assert f"{SENTINEL} body" in (tmp_path / "site" / url / "index.html").read_text(encoding="utf-8")


def test_links_to_such_posts_lead_there(drawn):
    posts = {
        "index.md": "# Home\n\nRead [plans](news/plans.md).\n",
        "news/plans.md": post("Plans", "2029-12-30", draft="true"),
        "news/me.md": post("Me", "2029-12-30", related="[plans.md]"),
    }
    built = preview(drawn, posts).build()
    assert built.ok, built
    assert built.page("").one('a[href="news/plans/"]').content == "plans"
    assert built.page("news/me/").text(".newsblog-related .newsblog-badge") == "Draft"
    assert built.broken_links() == []


def test_what_the_host_calls_a_draft_is_shown_too(drawn):
    posts = {"news/half.md": post("Half", "2029-12-30")}
    built = preview(drawn, posts, draft_docs="half.md").build()
    assert built.page("news/half/").text(".newsblog-byline .newsblog-badge") == "Draft"
    assert "half" not in built.text("sitemap.xml")
    assert not preview(drawn, posts, ALL, draft_docs="half.md").build().exists("news/half/")


COUNTS = {
    "nothing": ({}, []),
    "one": ({"a": {"draft": "true"}}, ["1 draft"]),
    "several": (
        {"a": {"draft": "true"}, "b": {"draft": "true"}, "c": {"date": "2031-01-01"}},
        ["2 drafts and 1 scheduled page"],
    ),
    "all": (
        {
            "a": {"draft": "true"},
            "b": {"date": "2031-01-01"},
            "c": {"expires": "2029-12-31"},
            "d": {"status": "skip"},
        },
        ["1 draft, 1 scheduled page and 1 expired page"],
    ),
    "unlisted": ({"a": {"unlisted": "true"}}, []),
}


@pytest.mark.parametrize("name", COUNTS)
def test_a_build_says_how_many_it_shows(drawn, name):
    keys, wanted = COUNTS[name]
    posts = {f"news/{uri}.md": post(uri, **{"date": "2029-12-30"} | more) for uri, more in keys.items()}
    built = preview(drawn, posts).build()
    assert built.ok, built
    said = [text.removeprefix("mkdocs_newsblog: ") for text in built.said("INFO")]
    end = "since the option drafts is on: it is a preview, not for your readers"
    assert [text for text in said if "preview" in text] == [
        f"this build shows {each}, {end}" for each in wanted
    ]
    assert [text for text in said if "falls due" in text] == []


@pytest.mark.parametrize("cache", [{}, {"cache": {"pages": True}}])
def test_a_build_without_it_keeps_nothing_of_one_with_it(drawn, cache):
    site = preview(drawn)
    without = site.build(newsblog=ALL | {"cache": False}).files()
    assert site.build(newsblog=DRAFTS | cache).ok
    again = site.build(newsblog=ALL | cache).files()
    names = [path for path in without if not path.endswith(".gz")]
    assert {path: again.get(path) for path in names} == {path: without[path] for path in names}
    assert sorted(again) == sorted(without)


VALUES = {
    **dict.fromkeys(("true", "True", "TRUE", "yes", "on", "1", "y", "t", " true "), True),
    **dict.fromkeys(("false", "no", "off", "0", "", " ", "~", None), False),
}
CONFIG = """\
site_name: S
plugins:
  - newsblog: {dir: news, feeds: false, problems: {related-unpublished: warning},
               drafts: !ENV [NEWSBLOG_PREVIEW, false]}
theme: {name: mkdocs}
"""


def with_variable(drawn, value, monkeypatch):
    monkeypatch.delenv("NEWSBLOG_PREVIEW", raising=False)
    if value is not None:
        monkeypatch.setenv("NEWSBLOG_PREVIEW", value)
    site = drawn("docs/\n  index.md | # Home\n", CONFIG)
    me = post("Me", "2029-12-30", related="[plans.md]")
    for name, text in {"plans": post("Plans", "2029-12-30", draft="true"), "me": me}.items():
        site.write(f"docs/news/{name}.md", text.encode())
    site.write("mkdocs.yml", CONFIG.encode())
    return site


def checked(site):
    """What `newsblog check` says."""
    return site.check("-q").output


@pytest.mark.parametrize("value", VALUES)
def test_a_variable_of_the_environment_may_say_it_and_the_check_agrees(drawn, value, monkeypatch):
    site = with_variable(drawn, value, monkeypatch)
    built = site.build(strict=False)
    assert built.exists("news/plans/") is VALUES[value], built
    # A post that is not published can't be named below another one.
    assert ("related-unpublished" in "".join(built.warnings)) is not VALUES[value]
    assert ("related-unpublished" in checked(site)) is not VALUES[value]


@pytest.mark.parametrize("value", ["perhaps", "2", "https://preview.example"])
def test_any_other_value_is_an_error_with_a_remedy(drawn, value, monkeypatch):
    site = with_variable(drawn, value, monkeypatch)
    built = site.build()
    wanted = f"should be true or false, got {value if value == '2' else repr(value)}.".replace("'", '"')
    assert not built.ok
    assert wanted in str(built)
    assert wanted in checked(site)


def test_nobody_is_told_of_what_only_a_preview_shows(drawn):
    site = preview(drawn, options=DRAFTS | {"metadata": False, "feeds": {"hub": "https://hub.example/"}})
    built = site.build()
    key = "a1b2c3d4"
    (built.site_dir / f"{key}.txt").write_text(key, encoding="utf-8")
    for path in built.site_dir.rglob("*.html"):  # a theme may say something else to search engines
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('content="noindex, follow"', 'content="index"'), encoding="utf-8")
    arguments = ["ping", "-f", str(site.root / "mkdocs.yml"), "--site-dir", str(built.site_dir), "--key", key]
    told = site.run(*arguments, "--state", str(site.root / "state.json")).output
    urls = [line for line in told.splitlines() if line.startswith("IndexNow")]
    assert urls == [f"IndexNow: https://example.org/docs/news/{name}/" for name in ("open", "other", "third")]


@pytest.mark.usefixtures("tidied")
@pytest.mark.parametrize("structure", STRUCTURES)
def test_drafts_of_each_language_are_shown_and_no_other_language_leads_to_them(drawn, structure):
    pages = {"index.md": ("# Home\n", "# Accueil\n"), "news/some.md": (good(), good("Projet", draft="true"))}
    built = site_in_two_languages(drawn, structure, pages, drafts=True).build(newsblog=None)
    assert built.ok, built
    assert built.page("fr/news/some/").text(".newsblog-byline .newsblog-badge") == "Brouillon"
    assert built.page("fr/news/").texts(".newsblog-card__title") == ["Projet"]
    head, listed = languages_of(built, "news/some/")
    assert (head["fr"], listed) == ("/docs/fr/", {"en"})
    assert "fr/news/some" not in built.text("sitemap.xml")
    assert "Projet" not in built.text("fr/news/feed.xml")


def test_a_page_that_introduces_a_listing_is_shown_and_counted_too(drawn):
    posts = {"news/index.md": "---\ntitle: News\ndraft: true\n---\nNot for everybody yet.\n"}
    site = preview(drawn, posts)
    built = site.build()
    assert built.ok, built
    assert "Not for everybody yet." in built.page("news/").html
    assert [text for text in built.said("INFO") if "this build shows 1 draft, " in text] != []
    assert [text for text in built.said("INFO") if "introduction-unpublished" in text] == []
    without = site.build(newsblog=ALL)
    assert "Not for everybody yet." not in without.page("news/").html
    assert [text for text in without.said("INFO") if "introduction-unpublished" in text] != []


def test_a_draft_of_a_year_that_no_archive_can_hold_leaves_the_sitemap_whole(drawn):
    posts = {"news/far.md": post("Far", "2200-05-01"), "news/a.md": post("A", "2024-05-01")}
    site = site_of(drawn, posts, {"dir": "news", "drafts": True}, {"site_url": "https://example.org/"})
    built = site.build(strict=False)
    assert built.exit_code == 0, built
    assert built.page("news/").texts(".newsblog-card__title") == ["Far", "A"]
    assert built.exists("sitemap.xml.gz")
    assert "2200-05-01" not in built.text("sitemap.xml")
