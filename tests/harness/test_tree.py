"""Drawings become the files they show."""

import pytest

from tests.harness.tree import PNG, read_tree


def test_a_drawing_holds_folders_files_and_text():
    drawn = read_tree("""
        docs/
          index.md | # Home
          news/
            first post.md
              | ---
              | title: "a | b"
              | ---
              |
              |   indented
            empty.md
          hero.png
        mkdocs.yml | site_name: x
          | theme: material
    """)
    assert drawn == {
        "docs/index.md": b"# Home\n",
        "docs/news/first post.md": b'---\ntitle: "a | b"\n---\n\n  indented\n',
        "docs/news/empty.md": b"",
        "docs/hero.png": PNG,
        "mkdocs.yml": b"site_name: x\ntheme: material\n",
    }


@pytest.mark.parametrize(
    ("drawing", "message"),
    [
        ("docs/\n  | text", "line 2 .* belongs to no file"),
        ("a.md\na.md", "line 2 .* names a.md again"),
    ],
)
def test_a_drawing_that_means_nothing_is_refused(drawing, message):
    with pytest.raises(ValueError, match=message):
        read_tree(drawing)
