"""A preview follows every change with one rebuild, shows what a build leaves out, and outlives mistakes."""

from __future__ import annotations

import os
import shutil

import pytest

from tests.harness.settings import changed

HOSTS = ["mkdocs", "properdocs"]
TREE = """
docs/
  index.md | # Home
  about.md | # About
  news/
    first.md
      | ---
      | title: First light
      | date: 2024-01-02
      | tags: [sea]
      | ---
      | The lamp was lit.
    second.md
      | ---
      | title: Second watch
      | date: 2024-02-03
      | tags: [sea, night]
      | ---
      | Nothing happened.
"""


def post(title, date, *lines, body="Words."):
    return "\n".join(["---", f"title: {title}", f"date: {date}", *lines, "---", body, ""])


def titles(live, url="news/"):
    """The titles of the cards on a listing, in order."""
    return live.page(url).texts(".newsblog-card__title")


def tags(live):
    """The tags with their counts, as the tag index shows them."""
    return live.page("news/tags/").texts(".newsblog-terms li")


def years(live):
    """The years of the archive and their counts, as its headings show them."""
    headings = live.page("news/archive/").texts(".newsblog-group--2 > .newsblog-group__title")
    return [heading.removesuffix("s").removesuffix(" post") for heading in headings]


def listings(live):
    """What the index, the tag index and the archive show."""
    return titles(live), tags(live), years(live)


def target(live, listing, title):
    """Where a card leads, as the last part of the address."""
    links = live.page(listing).select(".newsblog-card__title a, a.newsblog-card__title")
    (href,) = (link["href"] for link in links if link.content == title)
    return href.rstrip("/").rpartition("/")[2]


@pytest.mark.parametrize("host", HOSTS)
def test_listings_follow_each_change_after_one_rebuild(drawn, host):
    site = drawn(TREE, newsblog={"dir": "news"})
    written = set(site.docs())
    with site.serve(host=host) as live:
        before = (["Second watch", "First light"], ["night 1", "sea 2"], ["2024 2"])
        assert listings(live) == before

        with live.rebuild():
            site.write("docs/news/third.md", post("Third bell", "2023-03-04", "tags: [bell, sea]"))
        assert listings(live) == (
            ["Second watch", "First light", "Third bell"],
            ["bell 1", "night 1", "sea 3"],
            ["2024 2", "2023 1"],
        )
        assert titles(live, "news/tags/bell/") == titles(live, "news/2023/03/") == ["Third bell"]
        assert live.page("news/third/").text("h1") == "Third bell"

        with live.rebuild():
            site.write("docs/news/third.md", post("Fog horn", "2025-04-05", "tags: [fog]"))
        edited = (
            ["Fog horn", "Second watch", "First light"],
            ["fog 1", "night 1", "sea 2"],
            ["2025 1", "2024 2"],
        )
        assert listings(live) == edited
        assert titles(live, "news/tags/fog/") == titles(live, "news/2025/04/") == ["Fog horn"]
        assert [live.status(url) for url in ("news/tags/bell/", "news/2023/")] == [404, 404]
        assert live.page("news/third/").text("h1") == "Fog horn"

        with live.rebuild():
            site.rename("docs/news/third.md", "docs/news/horn.md")
        assert listings(live) == edited
        assert [live.status(url) for url in ("news/third/", "news/horn/")] == [404, 200]
        for listing in ("news/", "news/tags/fog/", "news/archive/", "news/2025/"):
            assert target(live, listing, "Fog horn") == "horn"

        with live.rebuild():
            site.delete("docs/news/horn.md")
        assert listings(live) == before
        gone = ("news/horn/", "news/tags/fog/", "news/2025/", "news/2025/04/")
        assert [live.status(url) for url in gone] == [404] * 4
        assert live.builds == 5, "the first build, and one for each change"

        for number, words in enumerate(("Sentinel", "Second sentinel"), 6):
            with live.rebuild():
                site.write("docs/about.md", f"# {words}")
            assert live.page("about/").text("h1") == words
            assert live.builds == number, "no rebuild starts another"
        assert not [
            line for line in live.lines if line.startswith(("WARNING", "ERROR")) and "GET" not in line
        ]
    assert set(site.docs()) == written


UNPUBLISHED = {
    "draft": post("Half done", "2024-03-04", "draft: true", "tags: [plan]", "series: Plans"),
    "scheduled": post("Next year", "2031-01-01", "tags: [plan]", "series: Plans"),
    "expired": post("Last year", "2024-03-03", "expires: 2029-01-01", "tags: [plan]", "series: Plans"),
}


@pytest.mark.parametrize("host", HOSTS)
def test_unpublished_posts_have_a_badge_in_a_preview_only(drawn, host):
    site = drawn(TREE, newsblog={"dir": "news"})
    for state, text in UNPUBLISHED.items():
        site.write(f"docs/news/{state}.md", text)
    with site.serve(host=host) as live:
        for state in UNPUBLISHED:
            page = live.page(f"news/{state}/")
            assert page.text(f".newsblog-byline .newsblog-badge--{state}").lower() == state
            cards = live.page("news/").select(f".newsblog-card--{state}")
            assert [card.text(".newsblog-badge").lower() for card in cards] == [state]
        assert "plan 3" in tags(live)
        assert live.page("news/first/").select(".newsblog-badge") == []
        with live.rebuild():
            site.write("docs/news/draft.md", UNPUBLISHED["draft"].replace("true", "false"))
        page = live.page("news/draft/")
        assert page.select(".newsblog-byline .newsblog-badge") == []
        # The box of a series says it of each part.
        assert page.texts(".newsblog-series .newsblog-badge") == ["Expired", "Scheduled"]
        assert len(live.page("news/").select(".newsblog-card .newsblog-badge")) == 2
        assert live.builds == 2
    built = site.cli("build", "--strict", host=host)
    assert built.ok, built
    assert [built.exists(f"news/{state}/") for state in UNPUBLISHED] == [True, False, False]
    assert [page.url for page in built.pages() if page.select(".newsblog-badge")] == []


BROKEN = {
    "a date that is none": (
        post("Broken", "<b>soon</b>").encode(),
        "news/first.md:3:7: date:",
        '"<b>soon</b>"',
    ),
    "bytes that are no text": (b"---\ntitle: Caf\xe9\n---\nWords.\n", "news/first.md:2:11: file:", "0xe9"),
    "front matter without an end": (
        b"---\ntitle: Open\ndate: 2024-01-02\n\nProse.\n",
        "news/first.md:1:1: front matter:",
        "not closed",
    ),
    "a scheme that is not allowed": (
        post("Broken", "2024-01-02", "hero: javascript:alert(1)").encode(),
        "news/first.md:4:7: hero:",
        "javascript:alert(1)",
    ),
    "values that expand to thousands": (
        post(
            "Broken",
            "2024-01-02",
            "a: &a [" + ", ".join(["x"] * 20) + "]",
            "b: &b [" + ", ".join(["*a"] * 20) + "]",
            "c: [" + ", ".join(["*b"] * 20) + "]",
        ).encode(),
        "news/first.md:6:1: front matter:",
        "more than 4,000 values",
    ),
}


@pytest.mark.parametrize("host", HOSTS)
def test_a_broken_post_shows_its_mistake_and_comes_back_when_mended(drawn, host):
    site = drawn(TREE, newsblog={"dir": "news"})
    sound = site.read("docs/news/first.md")
    with site.serve(host=host) as live:
        builds = 1
        for name, (data, place, fact) in BROKEN.items():
            mark = len(live.lines)
            with live.rebuild():
                site.write("docs/news/first.md", data)
            box = live.page("news/first/").one(".newsblog-problems[role=alert]")
            assert place in box.content, name
            assert fact in box.content, name
            assert box.select("b, script, img") == [], "the message is text"
            printed = "\n".join(live.since(mark))
            assert place in printed, name
            assert "Traceback" not in printed, name
            assert "An error happened during the rebuild" not in printed, name
            assert "Second watch" in titles(live), "the rest of the section stays"
            assert live.page("about/").text("h1") == "About"

            with live.rebuild():
                site.write("docs/news/first.md", sound)
            page = live.page("news/first/")
            assert page.select(".newsblog-problems") == [], name
            assert page.text("h1") == "First light"
            assert titles(live) == ["Second watch", "First light"]
            builds += 2
            assert live.builds == builds, "each change is one rebuild"


def test_a_preview_starts_although_posts_are_broken(drawn):
    site = drawn(TREE, newsblog={"dir": "news"})
    site.write("docs/news/latin.md", b"---\ntitle: Caf\xe9\n---\nWords.\n")
    site.write("docs/news/second/index.md", post("Second watch", "2024-02-03"))
    os.mkfifo(site.root / "docs/news/pipe.md")
    with site.serve() as live:
        for url, place in {
            "news/latin/": "news/latin.md:2:11: file:",
            "news/pipe/": "news/pipe.md:1:1: file:",
            "news/second/": "news/second/index.md:1:1: file:",
        }.items():
            page = live.page(url)
            assert place in page.text(".newsblog-problems"), url
            assert page.values("head link[href$='newsblog.css']", "href"), url
        assert live.page("about/").select("link[href$='newsblog.css']") == []
        assert "First light" in titles(live)
        with live.rebuild():
            site.delete("docs/news/pipe.md")
        assert live.status("news/pipe/") == 404


def test_a_preview_stops_at_options_that_are_wrong(drawn):
    with (
        pytest.raises(AssertionError, match=r"index\.per_page.*option-invalid"),
        drawn(TREE, newsblog={"index": {"per_page": 0}}).serve(),
    ):
        pass


def test_a_preview_follows_a_post_to_its_address(drawn):
    options = {"dir": "news", "url": "{year}/{slug}", "redirects": {"moved": True}}
    site = drawn(TREE, newsblog=options)
    with site.serve() as live:
        assert live.page("news/2024/first/").text("h1") == "First light"
        assert live.page("news/first/").one("a")["href"] == "../2024/first/"
        with live.rebuild():
            site.write(
                "docs/news/first.md", post("First light", "2023-01-02", "slug: lamp", "aliases: [/old/]")
            )
        assert target(live, "news/", "First light") == "lamp"
        assert live.page("news/2023/lamp/").text("h1") == "First light"
        assert live.page("old/").one("a")["href"] == "../news/2023/lamp/"
        assert live.status("news/2024/first/") == 404
        # Two posts at one address: a preview goes on, and both have said so.
        with live.rebuild():
            site.write("docs/news/second.md", post("Second watch", "2023-02-03", "slug: Lamp"))
        assert "address-taken" in "".join(live.since(0))
        assert live.page("news/").select(".newsblog-card")


def test_a_section_that_is_added_to_the_config_is_previewed_like_the_others(drawn):
    site = drawn(TREE, newsblog={"dir": "news"})
    site.write("docs/log/plan.md", post("A plan", "2024-01-03", "draft: true"))
    site.write("docs/log/odd.md", post("Odd", "someday"))
    with site.serve() as live:
        with live.rebuild():
            site.write(
                "mkdocs.yml", site.config.replace("- newsblog:", "- newsblog: {dir: log}\n- newsblog:", 1)
            )
        assert sorted(live.page("log/").texts(".newsblog-card .newsblog-card__title")) == ["A plan", "Odd"]
        assert live.page("log/plan/").text(".newsblog-byline .newsblog-badge") == "Draft"
        assert live.page("log/odd/").select(".newsblog-problems")
        assert titles(live) == ["Second watch", "First light"]


OVERRIDES = {"theme": {"name": "mkdocs", "custom_dir": "overrides"}}
BROKEN_TEMPLATES = {
    "byline.html": ("{% if post.date %}\n{{ post.date.text }}", "byline.html:2:1: template:", "news/first/"),
    "hero.html": ('<hr>\n{% include "hero.html" %}', "hero.html:2:1: template:", "news/first/"),
    "post_card.html": (b"<li>\n\xe9</li>", "post_card.html:2:1: template:", "news/"),
    "view.html": ("{{ view.titel }}", "view.html:1:1: template:", "news/"),
    "reading_on.html": ("{% nonsense %}", "reading_on.html:1:1: template:", "news/first/"),
}


@pytest.mark.parametrize("host", HOSTS)
def test_a_broken_template_shows_its_mistake_and_the_page_comes_back_when_it_is_mended(drawn, host):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    lit = post("First light", "2024-01-02", "related: [second.md]", body="The lamp was lit.")
    site.write("docs/news/first.md", lit)
    site.write("overrides/newsblog/byline.html", "<p>by whom</p>")
    with site.serve(host=host) as live:
        for number, (name, (text, place, url)) in enumerate(BROKEN_TEMPLATES.items()):
            mark = len(live.lines)
            with live.rebuild():
                site.write(f"overrides/newsblog/{name}", text)
            printed = "\n".join(live.since(mark))
            assert printed.count("[template-broken]") == 1, name
            assert f"overrides/newsblog/{place}" in printed, name
            assert "Traceback" not in printed, name
            assert "An error happened during the rebuild" not in printed, name
            assert place in live.page(url).one(".newsblog-problems[role=alert]").content, name
            assert "First light" in titles(live), name
            assert live.page("news/first/").text("h1") == "First light", name
            assert "The lamp was lit." in live.page("news/first/").raw, name

            mark = len(live.lines)
            with live.rebuild():
                site.write("docs/about.md", f"# About {number}")
            assert "\n".join(live.since(mark)).count("[template-broken]") == 1, "each build says it"
            assert live.page(url).select(".newsblog-problems"), name

            with live.rebuild():
                site.delete(f"overrides/newsblog/{name}")
            assert live.page("news/").select(".newsblog-problems") == [], name
            assert live.page("news/first/").select(".newsblog-problems") == [], name
            assert titles(live) == ["Second watch", "First light"]


def test_a_preview_starts_although_a_template_is_broken(drawn):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/newsblog/post.html", "{% if %}")
    with site.serve() as live:
        assert "post.html:1:1: template:" in live.page("news/first/").text(".newsblog-problems")
        assert live.page("news/").select(".newsblog-problems") == []


def test_mistakes_are_shown_although_the_template_for_them_is_broken(drawn):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/newsblog/problems.html", "{{ nobody }}")
    site.write("docs/news/second.md", post("Broken", "someday"))
    with site.serve() as live:
        ours, the_posts = live.page("news/second/").texts(".newsblog-problems")
        assert "problems.html:1:1: template:" in ours
        assert "someday" in the_posts
        assert live.page("news/first/").select(".newsblog-problems") == []


@pytest.mark.parametrize("host", HOSTS)
def test_a_listings_page_that_is_no_text_shows_its_mistake_and_comes_back_when_mended(drawn, host):
    site = drawn(TREE, newsblog={"dir": "news"})
    with site.serve(host=host) as live:
        for path, url in (("index.md", "news/"), ("tags/index.md", "news/tags/")):
            mark = len(live.lines)
            with live.rebuild():
                site.write(f"docs/news/{path}", b"# Caf\xe9\n\nCoffee.\n")
            box = live.page(url).one(".newsblog-problems[role=alert]")
            assert f"news/{path}:1:6: file:" in box.content
            printed = "\n".join(live.since(mark))
            assert printed.count(f"news/{path}:1:6: file:") == 1
            assert "Traceback" not in printed
            assert "An error happened during the rebuild" not in printed
            assert titles(live) == ["Second watch", "First light"], "the rest of the section stays"

            with live.rebuild():
                site.write(f"docs/news/{path}", "# Café\n\nCoffee.\n")
            page = live.page(url)
            assert page.select(".newsblog-problems") == []
            assert (page.text("h1"), "Coffee." in page.raw) == ("Café", True)
            assert live.page("news/first/").text("h1") == "First light"


BYLINE = "<p class='mine'>{}</p>"


def mine(live, url="news/first/"):
    """What the site's own byline says on a post."""
    return live.page(url).texts(".mine")


@pytest.mark.parametrize("host", HOSTS)
def test_a_preview_follows_the_sites_own_versions_of_our_templates(drawn, host):
    site = drawn(TREE, config=OVERRIDES, newsblog=[{"dir": "news"}, {"dir": "log"}])
    site.write("docs/log/entry.md", post("Entry", "2024-01-04"))
    site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
    with site.serve(host=host) as live:
        assert mine(live) == mine(live, "log/entry/") == ["one"]
        for number, words in enumerate(("two", "three"), 2):
            with live.rebuild():
                site.write("overrides/newsblog/byline.html", BYLINE.format(words))
            assert mine(live) == mine(live, "log/entry/") == [words]
            assert live.builds == number, "each change is one rebuild"
        with live.rebuild():
            site.write("overrides/newsblog/layouts/cards.html", "<p class='cards'>{{ posts | length }}</p>")
        assert live.page("news/").texts(".cards") == ["2"]
        assert live.builds == 4
        (watched,) = (line for line in live.lines if "Watching paths" in line)
        assert watched.count("newsblog") == 1


def test_a_folder_of_templates_that_is_made_during_a_preview_is_followed_from_the_next_rebuild_on(drawn):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/.keep", "")
    with site.serve() as live:
        site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
        with live.rebuild():
            site.write("docs/about.md", "# Again")
        assert mine(live) == ["one"]
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("two"))
        assert mine(live) == ["two"]
        assert live.builds == 3
        shutil.rmtree(site.root / "overrides/newsblog")
        with live.rebuild():
            site.write("docs/about.md", "# Without it")
        assert mine(live) == []
        site.write("overrides/newsblog/byline.html", BYLINE.format("three"))
        with live.rebuild():
            site.write("docs/about.md", "# With it")
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("four"))
        assert mine(live) == ["four"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_folder_of_templates_that_is_put_back_is_followed_from_the_next_rebuild_on(drawn, host):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
    with site.serve(host=host) as live:
        shutil.rmtree(site.root / "overrides/newsblog")
        assert live.quiet_for(2), "the server has seen that the folder is gone, and builds nothing"
        site.write("overrides/newsblog/byline.html", BYLINE.format("two"))
        with live.rebuild():
            site.write("docs/about.md", "# Again")
        assert mine(live) == ["two"]
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("three"))
        assert mine(live) == ["three"]
        assert live.builds == 3


def test_a_server_of_finished_sites_follows_templates_too(drawn):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
    with site.serve("--clean") as live:
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("two"))
        assert mine(live) == ["two"]


@pytest.mark.parametrize("option", ["--watch-theme", "--watch=overrides"])
def test_templates_that_the_host_watches_are_not_watched_twice(drawn, option):
    site = drawn(TREE, config=OVERRIDES, newsblog={"dir": "news"})
    site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
    with site.serve(option) as live:
        (watched,) = (line for line in live.lines if "Watching paths" in line)
        assert "'overrides'" in watched
        assert "newsblog'" not in watched
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("two"))
        assert mine(live) == ["two"]


def test_templates_are_followed_that_the_config_watches_since_the_preview_began(drawn):
    site = drawn(TREE, newsblog={"dir": "news"})
    site.write("overrides/newsblog/byline.html", BYLINE.format("one"))
    with site.serve() as live:
        with live.rebuild():
            site.write("mkdocs.yml", changed(site.config, **OVERRIDES, watch=["overrides"]).encode())
        assert mine(live) == ["one"]
        with live.rebuild():
            site.write("overrides/newsblog/byline.html", BYLINE.format("two"))
        assert mine(live) == ["two"]
        assert live.builds == 3


@pytest.mark.parametrize("host", HOSTS)
def test_the_first_section_that_is_added_to_the_config_is_previewed_too(drawn, host):
    site = drawn(TREE, newsblog=False)
    site.write("docs/news/plan.md", post("A plan", "2024-01-03", "draft: true"))
    site.write("docs/news/odd.md", post("Odd", "someday"))
    with site.serve(host=host) as live:
        assert live.page("news/first/").select(".newsblog-byline") == []
        with live.rebuild():
            site.write("mkdocs.yml", changed(site.config, newsblog={"dir": "news"}).encode())
        assert sorted(titles(live)) == ["A plan", "First light", "Odd", "Second watch"]
        assert live.page("news/plan/").text(".newsblog-byline .newsblog-badge") == "Draft"
        assert "someday" in live.page("news/odd/").text(".newsblog-problems")
        with live.rebuild():
            site.write("docs/news/odd.md", post("Odd", "2024-01-05"))
        assert live.page("news/odd/").select(".newsblog-problems") == []


def test_the_first_section_that_is_added_to_a_server_of_finished_sites_is_built(drawn):
    site = drawn(TREE, newsblog=False)
    site.write("docs/news/plan.md", post("A plan", "2024-01-03", "draft: true"))
    with site.serve("--clean") as live:
        with live.rebuild():
            site.write("mkdocs.yml", changed(site.config, newsblog={"dir": "news"}).encode())
        assert titles(live) == ["Second watch", "First light"]
        assert live.status("news/plan/") == 404


def cached(site):
    """Every file of the cache with its content and the time of its last change."""
    files = (path for path in (site.root / ".cache").rglob("*") if path.is_file())
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


@pytest.mark.parametrize("host", HOSTS)
def test_a_rebuild_writes_nothing_into_the_cache_which_the_server_may_watch(drawn, host):
    site = drawn(TREE, config={"watch": [".cache"]}, newsblog={"dir": "news"})
    site.write(".cache/.keep", "")
    with site.serve(host=host) as live:
        before = cached(site)
        assert set(before) == {".keep", "markdown.sqlite"}
        for number, words in enumerate(("Once more.", "And again.", "At last."), 2):
            with live.rebuild():
                site.write("docs/news/first.md", post("First light", "2024-01-02", body=words))
            assert words in live.page("news/first/").raw
            assert cached(site) == before
            assert live.builds == number, "each change is one rebuild"
