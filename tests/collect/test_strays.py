"""Files that are no posts here, though their authors may think so."""

import pytest

from mkdocs_newsblog.collect.strays import strays
from mkdocs_newsblog.schema.settings import Settings

FILES = [
    *("index.md", "news/index.md", "news/a.md", "news/b.mdx", "news/a.meta", "news/x.meta", "other/c.mdx"),
    *("news/POST.MD", "news/p.Markdown", "other/P.MD"),
]


def said(files, known=(), language="", heads=None, **options):
    found = strays(
        [(language + path, path) for path in files],
        known,
        Settings(dir="news", **options),
        "mkdocs.yml",
        lambda uri: (heads or {}).get(uri, b""),
    )
    return [(each.code, each.place.path) for each in found]


@pytest.mark.parametrize("language", ["", "en/"])
def test_posts_in_formats_that_are_not_read_are_named(language):
    unread = ("news/POST.MD", "news/a.meta", "news/b.mdx", "news/p.Markdown")
    assert said(FILES, language=language) == [("file-unread", f"{language}{path}") for path in unread]


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


BLOCK = b"---\ntitle: A\n---\n"
HEADS = {
    "news/n.qmd": BLOCK,
    "news/r.Rmd": b"\xef\xbb\xbf---\r\ntitle: A\r\n---\r\n",
    "news/r.rst": b"A tide\n######\n\n:date: 2024-01-02\n",
    "news/nikola.rst": b".. title: A tide\n.. date: 2024-01-02\n",
    "news/a.adoc": b"// by me\n= A tide\n",
    "news/b.asciidoc": b":page-tags: a\n= A tide\n",
    "news/o.org": b"# -*- mode: org -*-\n#+TITLE: A tide\n",
    "news/i.ipynb": b'{"cells": [{"cell_type": "raw", "source": [\n    "---\\n", "title: A"]}]}',
    "news/x.html": BLOCK,
    "news/n.njk": BLOCK,
    "news/toml.html": b"+++\ntitle = 'A'\n+++\n",
    "news/t.textile": BLOCK,
    "news/m.mdoc": BLOCK,
    "news/tide/contents.lr": b"_model: blog-post\n---\ntitle: A tide\n---\nbody:\n\nIt came.\n",
}


def test_posts_in_the_formats_of_other_systems_are_named():
    assert said(HEADS, heads=HEADS) == [("file-unread", path) for path in sorted(HEADS)]
    dated = [f"news/2024-01-02-a.{ending}" for ending in ("org", "qmd", "rst")]
    data = ["news/2024-01-02-a.html", "news/2024-01-02-data.ipynb"]
    assert said([*dated, *data]) == [("file-unread", path) for path in dated]


ATTACHED = {
    "news/demo/x.html": b"<!doctype html>\n<p>---</p>\n---\n",
    "news/i.ipynb": b'{"cells": [{"source": ["A rule\\n"]}, {"source": ["---\\n"]}]}',
    "news/changes.rst": b"Changes\n=======\n\nThe :date: was moved.\n",
    "news/a.adoc": b"a = b\n",
    "news/o.org": b"* a list: #+title\n",
    "news/tide/a.jpg.lr": b"caption: A tide\n",
    "news/n.qmd": b"```{r}\n```\n",
    "news/2024-01-02-data.csv": BLOCK,
    "news/index.qmd": BLOCK,
    "other/n.qmd": BLOCK,
}


def test_files_that_only_have_such_an_ending_are_not():
    assert said(ATTACHED, heads=ATTACHED) == []


def test_files_of_which_a_page_was_made_are_not():
    assert said([*HEADS, "news/n.md", "news/r.markdown"], heads=HEADS) == [
        ("file-unread", path) for path in sorted(HEADS) if path[5:7] not in ("n.", "r.")
    ]


def test_files_that_are_no_posts_by_the_sites_own_globs_are_not():
    assert said(["news/n.qmd", "news/posts/n.qmd"], heads={"news/n.qmd": BLOCK}, posts=["posts/*.md"]) == []
    heads = {"news/posts/n.qmd": BLOCK}
    assert said(heads, heads=heads, posts=["posts/*.md"]) == [("file-unread", "news/posts/n.qmd")]


ELEVENTY = {
    "news/a.11tydata.json": b'{"draft": true}',
    "news/a.11tydata.js": b"export default {};",
    "news/news.11tydata.js": b"export default {\n  permalink: (data) => data.wip ? false : '/a/'\n};",
    "news/old/old.11tydata.cjs": b"module.exports = {eleventyExcludeFromCollections: true};",
}
HARMLESS = {
    "news/news.11tydata.mjs": b"export default {tags: ['posts'], permalink: '/{{ page.fileSlug }}/'};",
    "news/old/old.11tydata.json": b'{"draft": true}',
    "news/a.json": b'{"draft": true}',
}


def test_data_of_eleventy_that_may_keep_a_post_from_readers_is_named():
    files = ["news/a.md", *ELEVENTY, *HARMLESS]
    assert said(files, heads=ELEVENTY | HARMLESS) == [("file-unread", path) for path in sorted(ELEVENTY)]
