"""Which pages are posts of a section."""

import pytest

from mkdocs_newsblog.read.files.select import Section, is_folder_page

ALL = ("**/*.md",)
POSTS = [
    ("news", ALL, "news/a.md", True),
    ("news", ALL, "news/2024/05/a.md", True),
    ("news", ALL, "news/trip/index.md", True),
    ("news", ALL, "news/index.md", False),
    ("news", ALL, "news/README.md", False),
    ("news", ALL, "a.md", False),
    ("news", ALL, "old/a.md", False),
    ("news", ALL, "news-old/a.md", False),
    ("news", ALL, "blog/news/a.md", False),
    ("news", ALL, "news.md", False),
    ("blog/news", ALL, "blog/news/a.md", True),
    ("blog/news", ALL, "blog/a.md", False),
    ("/news/", ALL, "news/a.md", True),
    (".", ALL, "a.md", True),
    (".", ALL, "b/a.md", True),
    (".", ALL, "index.md", False),
    ("news", ("*.md",), "news/a.md", True),
    ("news", ("*.md",), "news/b/a.md", False),
    ("news", ("20*/**/*.md",), "news/2024/a.md", True),
    ("news", ("20*/**/*.md",), "news/old/a.md", False),
    ("news", ("posts/*.md", "x.md"), "news/x.md", True),
    ("news", (), "news/a.md", False),
]


@pytest.mark.parametrize(("folder", "globs", "page", "is_post"), POSTS)
def test_a_post_lies_below_its_section_and_is_not_its_index(folder, globs, page, is_post):
    assert Section.of(folder, globs).has_post(page) is is_post


@pytest.mark.parametrize(
    ("page", "globs", "part"),
    [
        ("news/a.md", ALL, None),
        ("news/_a.md", ALL, "_a.md"),
        ("news/_parts/a.md", ALL, "_parts"),
        ("news/_parts/a.md", ("_parts/*.md",), None),
        ("news/_other/a.md", ("_parts/*.md",), "_other"),
    ],
)
def test_what_begins_with_a_line_is_left_out_unless_a_glob_names_it(page, globs, part):
    assert Section.of("news", globs).left_out(page) == part
    assert Section.of("_news", ALL).left_out(f"_{page.replace('/_', '/')}") is None


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("news", "news", True),
        ("news", "news/old", True),
        (".", "news", True),
        ("news", "News", True),
        ("NEWS/old", "news", True),
        ("news", "news-old", False),
        ("a/b", "a/c", False),
    ],
)
def test_two_sections_share_posts_where_one_lies_in_the_other(one, other, shared):
    one, other = Section.of(one, ALL), Section.of(other, ALL)
    assert one.overlaps(other) is other.overlaps(one) is shared


def test_the_page_of_a_folder_is_known_by_its_name_at_any_depth():
    assert all(map(is_folder_page, ["_index.md", "blog/_index.md", "blog/old/deep/_index.md"]))
    assert not any(map(is_folder_page, ["blog/my_index.md", "blog/_index.md/a.md", "blog/index.md"]))
