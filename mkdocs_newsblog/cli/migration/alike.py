"""Options of Material's blog that a site has written down, and that say what is so here anyway."""

from __future__ import annotations

from collections.abc import Mapping

ALIKE = (
    "blog_toc",
    "archive_toc",
    "categories_toc",
    "authors_profiles_toc",
    "categories_sort_reverse",
    "pagination_if_single_page",
    "pagination_keep_content",
)
"""Those that are off here."""


def alike(blog: Mapping[str, object]) -> set[str]:
    """Return the names of those that a blog has, of which there is nothing to say."""
    return {name for name in ALIKE if blog.get(name) is False}
