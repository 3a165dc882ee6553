"""Where posts live: at the path of their file, or where the options and their front matter say."""

import re
import string

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pymdownx.slugs import slugify

from mkdocs_newsblog.collect.addresses import output_path, path_output, settle
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import entry
from tests.read.reading import read

SECTION = ("news",)
FIRST = ("news/2024-01-02-First Steps.md", "slug: hello\ncategories: [Tools/C++]\n")


def address(url, path="news/a.md", block="", section=SECTION):
    """The address of one post below the site, and the codes of what was said."""
    found = read(f"---\ntitle: A\n{block}---\nText.\n", path).entry
    moved, doubts = settle({path: found}, Settings(url=url), section)
    return "/".join(moved.get(path, ())), [doubt.code for doubt in doubts]


@pytest.mark.parametrize(
    ("url", "path", "block", "expected"),
    [
        ("keep", *FIRST, ""),
        ("keep", "news/a.md", "permalink: /x/y/\n", ""),
        ("slug", *FIRST, "news/hello"),
        ("slug", "news/2024-01-02-first.md", "", ""),
        ("slug", "news/deep/storm/index.md", "slug: gale\n", "news/deep/gale"),
        ("slug", "news/a.md", "permalink: /x/y/\n", "x/y"),
        ("slug", "news/a.md", "permalink: /x/\n", "x"),
        ("slug", "news/a.md", "permalink: /x/\nslug: b\n", "x"),
        ("slug", "news/a.md", "slug: a\n", ""),
        ("{slug}", *FIRST, "news/hello"),
        ("{slug}", "news/2024-01-02-First Steps.md", "", "news/First-Steps"),
        ("{slug}", "news/2024/01/02/index.md", "date: 2024-01-02\n", "news/02"),
        ("{file}", *FIRST, "news/2024-01-02-First-Steps"),
        ("{file}", "news/deep/storm/README.md", "", "news/storm"),
        ("{year}/{month}/{day}/{slug}", *FIRST, "news/2024/01/02/hello"),
        ("{year}/{slug}", "news/a.md", "date: 2024-12-31T23:30:00-08:00\n", "news/2024/a"),
        ("{year}/{slug}", "news/a.md", "date: 2024-01-01\npermalink: /x/y.html\n", "x/y.html"),
        ("slug", "news/a.md", "permalink: /news/a.html\n", "news/a.html"),
        ("{category}/{slug}", *FIRST, "news/tools/c-cedb1bac/hello"),
        ("{path}", "news/deep/Some Thing.md", "", "news/deep/Some-Thing"),
        ("{title}", "news/b.md", "", "news/a"),
        ("{title}", "news/b.md", "slug: Own_One\n", "news/Own_One"),
        ("{year}/{title}", "news/2024-01-02-b.md", "", "news/2024/a"),
        ("/archive/{path}/", "news/deep/a.md", "", "archive/deep/a"),
        ("/{year}-{month}-{slug}", "news/a.md", "date: 2024-03-04\n", "2024-03-a"),
        ("{slug}", "news/E\u0301te\u0301.md", "", "news/Été"),
        ("{slug}", "news/CON.md", "", "news/con-1143da2b"),
        ("{slug}", "news/what?.md", "", "news/what-2cc9a59a"),
    ],
)
def test_an_address_is_made_as_the_option_says(url, path, block, expected):
    assert address(url, path, block) == (expected, [])


def test_a_site_that_is_only_a_blog_has_posts_at_its_root():
    assert address("{year}/{slug}", "a.md", "date: 2024-01-01\n", section=()) == ("2024/a", [])
    assert address("{path}", "deep/a b.md", section=()) == ("deep/a-b", [])


@pytest.mark.parametrize(
    ("url", "words"),
    [("{year}/{slug}", "no date for"), ("{category}/{year}/{file}", "no date and no category for")],
)
def test_a_post_that_lacks_a_part_stays_where_it_is_with_one_warning(url, words):
    posts = {"news/a.md": entry("a")}
    moved, (doubt,) = settle(posts, Settings(url=url), SECTION)
    assert moved == {}
    assert (doubt.code, doubt.severity, doubt.place.path) == ("address-incomplete", "warning", "news/a.md")
    assert words in doubt.fact


@pytest.mark.parametrize(
    ("path", "block"), [("news/a.md", "draft: true\n"), ("news/a.md", "status: skip\n"), ("news/_a.md", "")]
)
def test_what_is_no_finished_post_may_lack_a_part_without_a_word(path, block):
    assert address("{year}/{slug}", path, block) == ("", [])
    assert address("/all/{slug}", path, block)[0].startswith("all/")


@pytest.mark.parametrize("url", ["slug", "{slug}", "{year}/{month}/{slug}", "{category}/{file}"])
@pytest.mark.parametrize("block", ["", "date: 2024-01-02\nslug: all\ncategories: [Tools]\n"])
def test_the_page_of_a_folder_stays_where_it_is(url, block):
    assert address(url, "news/releases/_index.md", block) == ("", [])
    assert address(url, "news/releases/_index.md", f"{block}permalink: /x/\n") == ("x", [])


def test_a_written_whole_address_needs_no_date():
    assert address("{year}/{slug}", "news/a.md", "permalink: /x/y/\n") == ("x/y", [])


def test_a_long_name_stays_a_file_that_every_system_can_hold():
    (found, doubts) = address("{year}-{file}", f"news/{'ä' * 118}.md", "date: 2024-01-01\n")
    assert doubts == []
    assert len(found.encode()) < 100
    assert found.startswith("news/2024-ä")


def test_a_name_stays_whole_where_it_can_be_a_file():
    (found, doubts) = address("{year}-{file}", f"news/{'ä' * 117}.md", "date: 2024-01-01\n")
    assert doubts == []
    assert found == f"news/2024-{'ä' * 117}"


@pytest.mark.parametrize(
    ("directory_urls", "files"),
    [
        (True, ["a/b/index.html", "a/index.html", "a/b/index.html"]),
        (False, ["a/b.html", "a/index.html", "a/b.html"]),
    ],
)
def test_an_address_is_a_file_as_the_host_names_it(directory_urls, files):
    assert [
        output_path(("a", "b"), directory_urls=directory_urls),
        path_output("a/index.md", directory_urls=directory_urls),
        path_output("a/b.md", directory_urls=directory_urls),
    ] == files


@pytest.mark.parametrize("directory_urls", [True, False])
def test_an_address_may_name_the_file_itself_in_any_letters(directory_urls):
    assert output_path(("a", "B.HTML"), directory_urls=directory_urls) == "a/B.HTML"


TITLES = [
    ("What's new?", "whats-new"),
    ("Tips & Tricks", "tips--tricks"),
    ("Version 2.0: `a/b`", "version-20-ab"),
    ("Ein Wort " * 20, "-".join(["ein-wort"] * 20)),
    ("日本 語", "日本-語"),
]


@pytest.mark.parametrize(("title", "expected"), TITLES)
def test_a_title_becomes_the_address_that_materials_blog_gives(title, expected):
    found = {"news/x.md": entry("x", title=title)}
    moved, _ = settle(found, Settings(url="{title}"), SECTION)
    assert moved["news/x.md"] == ("news", expected)
    assert slugify(case="lower")(title, "-") == expected


@pytest.mark.parametrize("title", ["?!", "-", "con", "ä" * 130, "NUL"])
def test_a_title_that_can_be_no_address_is_made_one(title):
    moved, _ = settle({"news/x.md": entry("x", title=title)}, Settings(url="{title}"), SECTION)
    assert re.fullmatch(r".*-[0-9a-f]{8}", moved["news/x.md"][1])


def test_terms_have_plain_addresses_where_the_options_say_so():
    posts = {"news/x.md": entry("x", categories=("Tips & Tricks/C++",))}
    for nested, expected in ((True, ("tips--tricks", "c")), (False, ("tips--tricksc",))):
        options = Settings(url="{category}/{slug}", categories={"slugs": "plain", "nested": nested})
        moved, _ = settle(posts, options, SECTION)
        assert moved["news/x.md"] == ("news", *expected, "x")


def test_a_long_category_has_one_address_for_its_listing_and_its_posts():
    posts = {"news/x.md": entry("x", categories=("long words " * 9,))}
    options = Settings(url="{category}/{slug}", categories={"slugs": "plain"})
    moved, _ = settle(posts, options, SECTION)
    assert moved["news/x.md"][1] == "-".join(["long-words"] * 9)


NASTY = st.text(
    st.sampled_from(string.ascii_letters + "./\\:%~?*\0\u202e é-") | st.characters(exclude_characters="/")
)


@settings(max_examples=150, deadline=None)
@given(
    NASTY,
    NASTY,
    NASTY,
    st.sampled_from(["slug", "{slug}", "/{file}", "{category}/{path}", "x{year}/{slug}y"]),
)
def test_no_text_leads_out_of_the_site_or_to_what_no_system_can_hold(name, slug, permalink, url):
    path = f"news/{name.replace('/', '_').strip() or 'a'}.md"
    block = yaml.safe_dump({"slug": slug, "permalink": permalink, "date": "2024-01-02", "category": slug})
    found = read(f"---\ntitle: A\n{block}---\nText.\n", path).entry
    if found is None:  # the text broke the block itself
        return
    for parts in settle({path: found}, Settings(url=url), SECTION)[0].values():
        assert parts
        for part in parts:
            assert part not in ("", ".", "..")
            assert not set(part) & set('/\\:?#%*"<>|\0')
            assert len(part.encode("utf-8", "surrogatepass")) < 255
