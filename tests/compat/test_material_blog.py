"""A blog that moves from Material's own plugin keeps its addresses."""

import re

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_newsblog.cli import main
from mkdocs_newsblog.schema.check import check_settings
from tests.harness.site import PROJECT
from tests.harness.tree import PNG

AUTHORS = """\
authors:
  mori:
    name: Yuki Mori
    description: Maintainer
    avatar: https://img.example/mori.png
  ada-l:
    name: Ada Lovelace
    description: Guest
    avatar: https://img.example/ada.png
"""
POSTS = {
    "posts/first.md": (
        "---\ndate: 2024-01-02\ncategories: [Tips & Tricks, C++]\nauthors: [mori]\n---\n"
        "# What's new in 2.0?\n\nIt begins. ![A](a.png)\n\n<!-- more -->\n\n[Next](2024/second.md#more)\n"
    ),
    "posts/2024/second.md": (
        "---\ndate:\n  created: 2024-03-04\n  updated: 2024-05-06\ncategories: [Notes]\n"
        "authors: [mori, ada-l]\ntitle: Über `code` & more\n---\nText.\n\n## More\n\nText.\n"
    ),
    "posts/third.md": (
        "---\ndate: 2023-12-31 23:00:00\nslug: a_third\npin: true\ncategories: [Notes]\n---\n"
        "# Other\n\nText.\n"
    ),
    "posts/draft.md": "---\ndate: 2023-12-30\ndraft: true\ncategories: [Notes]\n---\n# Draft\n\nText.\n",
}


@pytest.fixture
def blog(drawn):
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/docs/"})
    site.add(POSTS, "docs/blog")
    site.write("docs/blog/index.md", b"# Blog\n")
    site.write("docs/blog/.authors.yml", AUTHORS.encode())
    site.write("docs/blog/posts/a.png", PNG)
    return site


def addresses(built):
    """What a site has below the blog's folder."""
    assert built.ok, built
    return {url for url in built.urls() if url.startswith("blog/")}


def moved(site, options, monkeypatch):
    """What `newsblog migrate` prints for a blog with these options: ours, and the comments."""
    config = {"site_name": "S", "plugins": ["search", {"blog": options}]}
    site.write("blog.yml", yaml.safe_dump(config).encode())
    monkeypatch.chdir(site.root)
    done = CliRunner().invoke(main, ["migrate", "-f", "blog.yml"])
    assert done.exit_code == 0, done.output
    (entry,) = yaml.safe_load(done.stdout)
    return entry["newsblog"], [line for line in done.stdout.splitlines()[1:] if line.startswith("#")]


BLOGS = {
    "defaults": {},
    "short pages": {"pagination_per_page": 2, "authors_profiles": True},
    "other addresses": {
        "post_url_format": "{date}-{file}",
        "post_url_date_format": "yyyy/MM",
        "archive_url_date_format": "yyyy/MM",
        "categories_url_format": "topics/{slug}",
        "authors_profiles": True,
        "authors_profiles_url_format": "people/{slug}",
        "pagination_url_format": "p/{page}",
        "pagination_per_page": 1,
    },
    "by category": {"post_url_format": "{categories}/{slug}", "archive": False, "pagination": False},
    "archive on top": {"archive_url_format": "{date}", "categories": False, "authors": False},
    "archive on top in pages": {"archive_url_format": "{date}", "pagination_per_page": 1},
    "no pages": {"pagination": False},
    "dates without signs": {"post_url_format": "{date}/{file}", "post_url_date_format": "yyyyMMdd"},
    "dates that are nothing": {"post_url_date_format": ""},
    "nothing within": {"post_url_format": "all/{date}/{slug}", "post_url_date_format": ""},
    "archive elsewhere": {"archive_url_format": "all/{date}", "archive_pagination_per_page": 1},
}


@pytest.mark.parametrize("options", BLOGS.values(), ids=BLOGS)
def test_the_options_that_migrate_prints_keep_every_address(blog, options, monkeypatch):
    ours, _ = moved(blog, options, monkeypatch)
    before = blog.build(theme="material", plugins=["search", {"blog": options}], strict=False)
    after = blog.build(theme="material", newsblog=ours)
    old = addresses(before)
    assert len(old) >= 4
    assert sorted(old - addresses(after)) == []
    assert after.broken_links() == []


def test_the_addresses_are_those_that_were_looked_at_once(blog, monkeypatch):
    ours, _ = moved(blog, BLOGS["short pages"], monkeypatch)
    found = addresses(blog.build(theme="material", newsblog=ours))
    assert {"blog/2024/01/02/whats-new-in-20/", "blog/category/tips--tricks/", "blog/author/ada-l/"} <= found
    assert {"blog/page/2/", "blog/archive/2024/", "blog/2023/12/31/a_third/"} <= found


@pytest.mark.parametrize("language", ["en", "de", "pt-BR"])
@pytest.mark.parametrize("options", [{}, {"post_date_format": "short"}], ids=["by itself", "as it is told"])
def test_dates_are_written_as_before(blog, language, options, monkeypatch):
    ours, _ = moved(blog, options, monkeypatch)
    theme = {"name": "material", "language": language}
    before = blog.build(theme=theme, plugins=["search", {"blog": options}], strict=False)
    after = blog.build(theme=theme, newsblog=ours)
    old, new = (built.page("blog/").texts(".md-content time") for built in (before, after))
    assert len(old) == 3
    assert new == old


def test_posts_have_the_same_files_without_folders(blog, monkeypatch):
    ours, _ = moved(blog, {}, monkeypatch)
    before = blog.build(theme="material", plugins=["search", "blog"], strict=False, use_directory_urls=False)
    after = blog.build(theme="material", newsblog=ours, use_directory_urls=False)
    posts = {url for url in addresses(before) if url.startswith("blog/20")}
    assert len(posts) == 3
    assert sorted(posts - addresses(after)) == []


NOTES = {
    "an option without a counterpart": (
        {"pagination_format": "~3~"},
        "pagination_format is left out: a template decides which pages are linked",
    ),
    "a mistyped option": (
        {"pagination_perpage": 3},
        "pagination_perpage is left out: no blog of Material has it",
    ),
    "an option of another edition": (
        {"share_links": {"x": {"icon": "simple/x"}}},
        "share_links is left out: a template decides what stands around a post",
    ),
    "posts elsewhere": ({"post_dir": "posts"}, "posts in posts are not below blog: move them there"),
    "another date": (
        {"post_url_date_format": "yyyy/MMM"},
        "MMM in post_url_date_format has no counterpart in url: all posts move, but for those that get",
    ),
    "drafts in previews": ({"draft": True}, "drafts: true is for previews: drafts have a badge, and no feed"),
    "published drafts": ({"draft": True}, "where readers see drafts, take it out, and draft: true out of"),
    "an address that can't be": ({"post_url_format": "{date}"}, "url can't be kept: should be"),
    "a listing on top": ({"categories_url_format": "{slug}"}, "addresses such as {slug} have no counterpart"),
    "a page without a folder": ({"pagination_url_format": "p{page}"}, "such as p{page} have no counterpart"),
    "one wrong value": ({"categories_allowed": "foo"}, "categories.allowed can't be kept: should be"),
    "a wrong pattern": ({"post_date_format": ["a"]}, "date_format can't be kept: "),
    "days of months": ({"archive_url_date_format": "yyyy-MM"}, "addresses with yyyy-MM have no counterpart"),
    "names of months": ({"archive_date_format": "yy-MM"}, "archive_date_format is left out: years and"),
    "few authors": ({"post_excerpt_max_authors": 2}, "post_excerpt_max_authors is left out: cards show all"),
    "few topics": ({"post_excerpt_max_categories": 1}, "max_categories is left out: cards show all"),
    "an order": ({"categories_sort_by": "x"}, "categories stand by name"),
    "slugs with another sign": (
        {"post_slugify_separator": "_"},
        "post_slugify_separator is left out, it is a hyphen: posts whose address changes need a slug",
    ),
    "categories with another sign": (
        {"categories_slugify_separator": "_"},
        "categories_slugify_separator is left out, it is a hyphen: categories whose address changes",
    ),
    "names of authors": (
        {"authors_profiles": True, "authors_profiles_url_format": "team/{name}"},
        "addresses such as team/{name} have no counterpart: authors have their keys",
    ),
    "several categories": (
        {"post_url_format": "{categories}/{slug}", "post_url_max_categories": 2},
        "{category} in url is the first one alone, and leaves posts without any",
    ),
}


@pytest.mark.parametrize(("options", "text"), NOTES.values(), ids=NOTES)
def test_what_can_not_be_kept_is_said(blog, options, text, monkeypatch):
    ours, notes = moved(blog, options, monkeypatch)
    assert [note for note in notes if text in note], notes
    checked = check_settings(ours)
    assert (checked.errors, checked.warnings) == ((), ())


def test_one_wrong_option_takes_no_other_with_it(blog, monkeypatch):
    ours, notes = moved(blog, {"categories_allowed": "foo", "a\nb": 1}, monkeypatch)
    assert ours["categories"]["path"] == "category"
    assert "allowed" not in ours["categories"]
    assert [note for note in notes if "a b is left out" in note]


def test_dates_that_no_address_has_are_no_matter(blog, monkeypatch):
    options = {"post_url_date_format": "yyyy/MMM", "post_url_format": "{slug}", "draft": False}
    ours, notes = moved(blog, options, monkeypatch)
    assert ours["url"] == "{title}"
    assert [note for note in notes if "post_url_date_format" in note or "drafts" in note] == []


def test_without_pages_every_listing_is_one(blog, monkeypatch):
    ours, _ = moved(blog, {"pagination": False}, monkeypatch)
    assert [ours[name]["per_page"] for name in ("index", "archive", "categories")] == [1000] * 3


@pytest.mark.parametrize("plugins", ["- blog:\n  blog_dir: news", "- blog: 3"])
def test_a_blog_that_the_host_would_refuse_is_not_guessed(blog, plugins, monkeypatch):
    monkeypatch.chdir(blog.root)
    blog.write("mkdocs.yml", f"site_name: S\nplugins:\n{plugins}\n".encode())
    done = CliRunner().invoke(main, ["migrate"])
    assert (done.exit_code, done.stdout) == (2, "")


def test_everything_that_stands_for_an_option_is_carried_over(blog, monkeypatch):
    ours, notes = moved(
        blog,
        {
            "blog_dir": "news/",
            "post_date_format": "short",
            "post_readtime": False,
            "post_readtime_words_per_minute_cjk": 480,
            "post_excerpt": "required",
            "post_excerpt_separator": "~~~",
            "post_excerpt_max_authors": 0,
            "categories_name": "Topics",
            "categories_allowed": ["Notes"],
            "draft_if_future_date": True,
            "authors_file": "{blog}/people.yml",
            "post_slugify_separator": "-",
            "categories_slugify_separator": "-",
        },
        monkeypatch,
    )
    assert notes == ["# - authors: false, since they had no pages; without it they have."]
    assert ours["dir"] == "news"
    assert ours["date_format"] == "short"
    assert ours["summary"] == {"marker": "~~~", "required": True}
    assert ours["shown"]["card"] == ["date", "categories"]
    assert "minutes" not in ours["shown"]["post"]
    assert (ours["categories"]["title"], ours["categories"]["allowed"]) == ("Topics", ["Notes"])
    assert "future" not in ours
    assert ours["characters_per_minute"] == 480
    assert ours["authors_file"] == "news/people.yml"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("true", "drafts: true"),
        ("false", None),
        ("!ENV PREVIEW", "drafts: !ENV PREVIEW"),
        ("!ENV [PREVIEW, PULL_REQUEST, false]", "drafts: !ENV [PREVIEW, PULL_REQUEST, false]"),
        ('!ENV ["PREVIEW", false]', "drafts: !ENV [PREVIEW, false]"),
    ],
)
@pytest.mark.parametrize("now", ["true", "false", None])
def test_a_preview_is_asked_for_as_it_was(blog, written, wanted, now, monkeypatch):
    monkeypatch.chdir(blog.root)
    config = f"site_name: S\nplugins:\n  - blog:\n      draft: {written}\n      draft_on_serve: true\n"
    blog.write("mkdocs.yml", config.encode())
    done = CliRunner().invoke(main, ["migrate"], env={"PREVIEW": now, "PULL_REQUEST": None})
    assert done.exit_code == 0, done.output
    lines = [line.strip() for line in done.stdout.splitlines()]
    printed = [line.replace('"', "").replace("'", "") for line in lines if line.startswith("drafts")]
    assert printed == ([wanted] if wanted else [])
    assert "# - draft_on_serve is left out: 'mkdocs serve' always shows drafts." in lines


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("true", None),
        ("false", "enabled: false"),
        ("!ENV [BLOG, false]", "enabled: !ENV [BLOG, false]"),
        ("!ENV BLOG", "enabled: !ENV [BLOG, true]"),  # without a value, the host refuses ours
        ("!ENV [BLOG]", "enabled: !ENV [BLOG, true]"),
        ("!ENV [BLOG, NEWS]", "enabled: !ENV [BLOG, NEWS]"),
    ],
)
@pytest.mark.parametrize("now", ["true", "false"])
def test_a_blog_that_is_not_always_built_stays_so(blog, written, wanted, now, monkeypatch):
    monkeypatch.chdir(blog.root)
    config = f"site_name: S\nplugins:\n  - blog:\n      enabled: {written}\n"
    blog.write("mkdocs.yml", config.encode())
    done = CliRunner().invoke(main, ["migrate"], env={"BLOG": now})
    assert done.exit_code == 0, done.output
    printed = [line.strip() for line in done.stdout.splitlines() if "enabled" in line]
    assert printed == ([wanted] if wanted else [])


def test_a_site_without_such_a_blog_has_nothing_to_move(blog, monkeypatch):
    monkeypatch.chdir(blog.root)
    blog.write("mkdocs.yml", b"site_name: S\nplugins: [search]\n")
    done = CliRunner().invoke(main, ["migrate"])
    assert done.exit_code == 2
    assert "mkdocs.yml has no blog of Material's below plugins" in done.output


@pytest.mark.parametrize("folder", ["blog", "./blog/"])
def test_two_plugins_for_one_folder_are_an_error(blog, folder):
    plugins = ["search", "blog", {"newsblog": {"dir": folder}}]
    # In a process of its own: Material's plugin clears up after a build that broke off only once in each.
    built = blog.cli("build", theme="material", plugins=plugins)
    assert built.exit_code == 1
    assert "the blog plugin of the theme has the folder" in str(built)


def test_a_blog_of_material_may_stand_beside(blog):
    blog.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    plugins = ["search", "blog", {"newsblog": {"dir": "news"}}, {"material/blog": {"enabled": False}}]
    built = blog.build(theme="material", plugins=plugins, strict=False)
    assert built.ok, built
    assert built.exists("news/a/")
    assert built.exists("blog/2024/03/04/über-code--more/")


def test_the_documentation_shows_what_is_printed(blog, monkeypatch):
    ours, notes = moved(blog, {"authors_profiles": True}, monkeypatch)
    (note,) = notes
    assert "such as blog/posts/a.png, which was blog/a.png" in note
    page = (PROJECT / "docs/how-to/from-material.md").read_text(encoding="utf-8")
    shown = yaml.safe_load(re.search(r'```yaml title="mkdocs.yml"\n(.*?)```', page, re.DOTALL)[1])
    assert check_settings(shown["plugins"][1]["newsblog"]).settings == check_settings(ours).settings
