"""Files that are no posts here, though their authors may think so."""

import pytest

from mkdocs_newsblog.collect.strays import strays
from mkdocs_newsblog.schema.settings import Settings

FILES = ["index.md", "news/index.md", "news/a.md", "news/b.mdx", "news/a.meta", "news/x.meta", "other/c.mdx"]


def said(files, known=(), language="", **options):
    found = strays(
        [(language + path, path) for path in files], known, Settings(dir="news", **options), "mkdocs.yml"
    )
    return [(each.code, each.place.path) for each in found]


@pytest.mark.parametrize("language", ["", "en/"])
def test_posts_in_formats_that_are_not_read_are_named(language):
    expected = [("file-unread", f"{language}news/a.meta"), ("file-unread", f"{language}news/b.mdx")]
    assert said(FILES, language=language) == expected


@pytest.mark.parametrize(
    ("files", "globs", "expected"),
    [
        (["news/a.md", "news/b.md"], ["news/*.md"], [("posts-unmatched", "mkdocs.yml")]),
        (["news/a.md"], [], [("posts-unmatched", "mkdocs.yml")]),
        (["news/index.md"], ["posts/**"], []),
        (["news/a.md"], ["**/*"], []),
        (["news/posts/a.md", "news/b.md"], ["posts/**"], []),
    ],
)
def test_globs_that_match_nothing_are_named_where_there_are_pages(files, globs, expected):
    assert said(files, posts=globs) == expected


def test_globs_that_match_drafts_of_the_host_match():
    assert said(["news/b.md"], ["news/posts/a.md"], posts=["posts/**"]) == []
