"""`newsblog migrate` leaves the feeds of mkdocs-rss-plugin at their addresses."""

import re

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_newsblog.cli import main

NAMES = {"rss": "/feed_rss_created.xml", "json": "/feed_json_created.json"}
POST = "---\ndate: 2026-04-01\ncategories: [a]\n---\n# Roundup\n\nShort.\n\n<!-- more -->\n\nThe whole.\n"


def moved(tmp_path, *plugins):
    """What `newsblog migrate` prints for these plugins: options of each section, and the comments."""
    config = {"site_name": "S", "site_url": "https://example.org/", "plugins": ["search", *plugins]}
    (tmp_path / "blog.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / "blog.yml")])
    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    options = yaml.safe_load("\n".join(line for line in lines if not line.startswith("#")))
    return [entry["newsblog"] for entry in options], [line for line in lines[1:] if line.startswith("#")]


OPTIONS = {
    "none": (None, {"formats": ["rss", "json"], "files": NAMES}),
    "one format": ({"json_feed_enabled": False}, {"formats": ["rss"], "files": {"rss": NAMES["rss"]}}),
    "other names": (
        {"feeds_filenames": {"rss_created": "rss.xml"}},
        {"formats": ["rss", "json"], "files": NAMES | {"rss": "/rss.xml"}},
    ),
    "what a feed says": (
        {"feed_title": "T", "feed_description": "D", "length": 5, "abstract_chars_count": -1},
        {
            "formats": ["rss", "json"],
            "files": NAMES,
            "title": "T",
            "description": "D",
            "length": 5,
            "content": "full",
        },
    ),
}


@pytest.mark.parametrize(("rss", "wanted"), OPTIONS.values(), ids=OPTIONS)
def test_feeds_keep_their_names_and_what_they_say(tmp_path, rss, wanted):
    [ours], notes = moved(tmp_path, "blog", {"rss": rss} if rss else "rss")
    assert ours["feeds"] == wanted
    assert [note for note in notes if "rss: take it out; feed_rss_updated.xml" in note]


def test_a_site_with_what_is_printed_has_the_feeds_where_they_were(drawn, tmp_path):
    [ours], _ = moved(tmp_path, "blog", {"rss": {"feeds_filenames": {"rss_created": "old.xml"}}})
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/"}, ours)
    site.write("docs/blog/posts/a.md", POST)
    built = site.build()
    assert built.ok, built
    assert "<title>Roundup</title>" in built.text("old.xml")
    assert built.exists("feed_json_created.json")
    assert not built.exists("blog/feed.xml")


def test_one_feed_that_is_not_made_is_one(tmp_path):
    _, notes = moved(tmp_path, "blog", {"rss": {"json_feed_enabled": False}})
    assert [note for note in notes if "take it out; feed_rss_updated.xml is not made" in note]


@pytest.mark.parametrize(("rss", "is_said"), [(None, True), (".*", True), ("blog/posts/.*", False)])
def test_pages_that_leave_the_feed_are_not_passed_over(tmp_path, rss, is_said):
    _, notes = moved(tmp_path, "blog", {"rss": {"match_path": rss}} if rss else "rss")
    wanted = "# - rss held every page of the site: a feed has the posts of its section alone."
    assert (wanted in notes) == is_said


@pytest.mark.parametrize("rss", [{"enabled": False}, {"rss_feed_enabled": False, "json_feed_enabled": False}])
def test_feeds_that_were_not_made_are_not_moved(tmp_path, rss):
    [ours], notes = moved(tmp_path, "blog", {"rss": rss})
    assert "feeds" not in ours
    assert [note for note in notes if "rss" in note] == []


@pytest.mark.parametrize(
    "plugins", [["blog", {"blog": {"blog_dir": "news"}}, "rss"], ["blog", "rss", {"rss": {"length": 3}}]]
)
def test_where_several_could_be_meant_nothing_is_guessed(tmp_path, plugins):
    sections, notes = moved(tmp_path, *plugins)
    assert [ours for ours in sections if "feeds" in ours] == []
    said = "mkdocs-rss-plugin may stay, with its feeds; each blog has its own besides, at other addresses"
    assert [note for note in notes if said in note]


FEEDS = {
    "one of two blogs": ([{"match_path": "news/posts/.*"}], [None, "feed_rss_created.xml"]),
    "each of two blogs": (
        [
            {"match_path": "(news)/posts/.*", "feeds_filenames": {"rss_created": "news.xml"}},
            {"match_path": "blog/.*", "feeds_filenames": {"rss_created": "blog.xml"}},
        ],
        ["blog.xml", "news.xml"],
    ),
    "both": ([{"match_path": "(blog|news)/posts/.*"}], [None, None]),
    "one twice": ([{"match_path": "blog/.*"}, {"match_path": "blog/posts/.*"}], [None, None]),
    "neither": ([{"match_path": "docs/.*"}], [None, None]),
    "no pattern": ([{"match_path": "(blog"}], [None, None]),
}


@pytest.mark.parametrize(("rss", "wanted"), FEEDS.values(), ids=FEEDS)
@pytest.mark.parametrize("folder", ["{blog}/posts", "news/posts"])
def test_of_several_blogs_that_one_has_a_feed_whose_posts_it_held(tmp_path, folder, rss, wanted):
    blogs = ["blog", {"blog": {"blog_dir": "news/", "post_dir": folder}}]
    sections, notes = moved(tmp_path, *blogs, *({"rss": options} for options in rss))
    names = [
        ours["feeds"]["files"]["rss"].removeprefix("/") if "feeds" in ours else None for ours in sections
    ]
    assert names == wanted
    assert any("at other addresses" in note for note in notes) == (not any(wanted))


PLACES = {
    "a list": "plugins:\n  - search\n  - blog:\n      draft: true\nextra: {}\n",
    "a list that is not indented": "plugins:\n- search\n- blog:\n    draft: true\nextra: {}\n",
    "a mapping": "plugins:\n    search: {}\n    blog: {draft: true}\nextra: {}\n",
    "one line": "plugins: [search, blog]\nextra: {}\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_what_is_printed_may_stand_in_the_place_of_the_blog(tmp_path, text):
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\n{text}", encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / "mkdocs.yml")])
    printed = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    before, blog, after = re.match(r"(?s)(.*?)( *(?:- )?blog:.*?\n|$)(extra.*|$)", text).groups()
    if not blog:
        before, after = "plugins:\n", "extra: {}\n"
    found = yaml.safe_load("\n".join([before.rstrip("\n"), *printed, after]))
    plugins = found["plugins"] if isinstance(found["plugins"], dict) else found["plugins"][-1]
    assert plugins["newsblog"]["dir"] == "blog"
    assert found["extra"] == {}


NOTES = {
    "image": ({"image": "assets/icon.png"}, "feeds.icon can't be kept: "),
    "name": ({"feeds_filenames": {"rss_created": "a/b.xml"}}, "feeds.files.rss can't be kept: "),
    "match_path": ({"match_path": "blog/.*"}, "match_path of rss is left out: a feed has the posts of its"),
    "feed_ttl": ({"feed_ttl": 60}, "feed_ttl of rss is left out: "),
    "characters": ({"abstract_chars_count": 200}, "abstract_chars_count of rss is left out: feeds have the"),
    "a mark": ({"abstract_delimiter": "~~~"}, "abstract_delimiter of rss is left out: feeds have the"),
    "a stylesheet": ({"stylesheet": "a.xsl"}, "stylesheet of rss is left out: feeds have one of their own"),
}


@pytest.mark.parametrize(("rss", "text"), NOTES.values(), ids=NOTES)
def test_what_a_feed_can_not_keep_is_said(tmp_path, rss, text):
    _, notes = moved(tmp_path, "blog", {"rss": rss})
    assert [note for note in notes if text in note], notes
    usual = {"abstract_chars_count": -1, "abstract_delimiter": "<!-- more -->", "stylesheet": "auto"}
    [ours], notes = moved(tmp_path, "blog", {"rss": {"match_path": ".*"} | usual})
    assert [note for note in notes if "left out" in note] == []
    assert ours["feeds"]["files"] == NAMES


def test_feeds_that_only_some_builds_make_are_moved(tmp_path):
    plugins = "plugins:\n  - blog\n  - rss:\n      enabled: !ENV [FEEDS, false]\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\n{plugins}", encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / "mkdocs.yml")], env={"FEEDS": None})
    assert done.exit_code == 0, done.output
    assert "rss: /feed_rss_created.xml" in done.stdout


@pytest.mark.parametrize(
    ("rss", "lost"),
    [
        (None, ["rss", "json"]),
        ({"feeds_filenames": {"rss_created": "./blog.xml"}}, ["json"]),
        (
            {"feeds_filenames": {"rss_updated": "blog.xml", "rss_created": "feed_rss_created.xml"}},
            ["rss", "json"],
        ),
        ({"rss_feed_enabled": False}, ["json"]),
        ({"enabled": False}, []),
    ],
)
def test_a_check_names_feeds_that_would_be_written_over(tmp_path, rss, lost):
    own = {"newsblog": {"feeds": {"formats": ["rss", "json"], "files": NAMES}}}
    config = {"site_name": "S", "site_url": "https://example.org/", "plugins": [{"rss": rss}, own]}
    (tmp_path / "docs" / "blog").mkdir(parents=True)
    (tmp_path / "docs" / "blog" / "a.md").write_text(POST, encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    done = CliRunner().invoke(main, ["check", "-f", str(tmp_path / "mkdocs.yml")])
    said = re.findall(r"feeds\.files\.(\w+): .* the plugin rss writes", done.output)
    assert (done.exit_code, said) == (int(bool(lost)), sorted(lost)), done.output
