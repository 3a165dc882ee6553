"""A blog that moves from Material's own plugin keeps its addresses."""

import pytest

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
    "posts/draft.md": "---\ndate: 2023-12-30\ndraft: true\n---\n# Draft\n\nText.\n",
}
OPTIONS = {
    "dir": "blog",
    "posts": ["posts/**"],
    "url": "{year}/{month}/{day}/{title}",
    "index": {"per_page": 2},
    "archive": {"nested": True, "months": False, "per_page": 2},
    "categories": {"path": "category", "slugs": "plain", "nested": False, "per_page": 2},
    "authors": {"path": "author", "slugs": "plain", "per_page": 2},
}


@pytest.fixture
def blog(drawn):
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/docs/"})
    for path, text in POSTS.items():
        site.write(f"docs/blog/{path}", text.encode())
    site.write("docs/blog/index.md", b"# Blog\n")
    site.write("docs/blog/.authors.yml", AUTHORS.encode())
    site.write("docs/blog/posts/a.png", PNG)
    return site


def addresses(built):
    """What a site has below the blog's folder."""
    assert built.ok, built
    return {url for url in built.urls() if url.startswith("blog/")}


def built_by_material(blog, **config):
    theirs = {"blog": {"pagination_per_page": 2, "authors_profiles": True}}
    return blog.build(theme="material", plugins=["search", theirs], strict=False, **config)


def test_every_address_of_materials_blog_is_there(blog):
    old = addresses(built_by_material(blog))
    after = blog.build(theme="material", newsblog=OPTIONS)
    assert {"blog/2024/01/02/whats-new-in-20/", "blog/category/tips--tricks/", "blog/author/ada-l/"} <= old
    assert {"blog/page/2/", "blog/archive/2024/", "blog/2023/12/31/a_third/"} <= old
    assert sorted(old - addresses(after)) == []
    assert after.broken_links() == []


def test_posts_have_the_same_files_without_folders(blog):
    old = addresses(built_by_material(blog, use_directory_urls=False))
    after = blog.build(theme="material", newsblog=OPTIONS, use_directory_urls=False)
    posts = {url for url in old if url.startswith("blog/20")}
    assert len(posts) == 3
    assert sorted(posts - addresses(after)) == []
