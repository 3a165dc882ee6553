"""The lists that any page may hold, declared once: their names, their keys and what each key takes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from mkdocs_newsblog.model.names import TaxonomyKind

MOST = 50
"""Lists that one page may hold: each may show all posts, and anybody may write a page."""


class Takes(StrEnum):
    """What a key of a list takes."""

    TERMS = "terms"
    POSTS = "posts"
    YEARS = "years"
    LANGUAGES = "languages"
    BLOGS = "blogs"
    SWITCH = "switch"
    CHOICE = "choice"
    NUMBER = "number"
    LAYOUT = "layout"


SEVERAL = frozenset({Takes.TERMS, Takes.POSTS, Takes.YEARS, Takes.LANGUAGES, Takes.BLOGS})
"""Keys that may stand several times, and whose values commas separate: any of them fits."""


class Key(NamedTuple):
    """One key of a list; ``default`` is what counts without it, ``choices`` what a choice is made from."""

    name: str
    takes: Takes
    meaning: str
    default: str = ""
    choices: tuple[str, ...] = ()
    lowest: int = 0
    highest: int = 999_999
    taxonomy: str = ""
    """The taxonomy whose terms a filter takes."""


class Form(NamedTuple):
    """One sort of list with its keys."""

    name: str
    meaning: str
    keys: Mapping[str, Key]


SINGULAR: Mapping[str, str] = {
    TaxonomyKind.TAGS: "tag",
    TaxonomyKind.CATEGORIES: "category",
    TaxonomyKind.AUTHORS: "author",
    TaxonomyKind.SERIES: "series",
}
"""Keys that filter posts by a built-in taxonomy; those of a site's own go by their names."""

_BLOG = Key("blog", Takes.BLOGS, "Folder of the section that answers, where there are several")


def _filter(taxonomy: str, name: str, what: str) -> Key:
    return Key(name, Takes.TERMS, f"Only posts {what}", taxonomy=taxonomy)


def _form(name: str, meaning: str, *keys: Key) -> Form:
    return Form(name, meaning, {key.name: key for key in keys})


POSTS = _form(
    "latest",
    "Posts, the newest first. `posts` is another name for it.",
    _filter("tags", "tag", "with one of these tags"),
    _filter("categories", "category", "in one of these categories"),
    _filter("authors", "author", "by one of these authors: a name, or a key of the authors file"),
    _filter("series", "series", "of one of these series"),
    Key("year", Takes.YEARS, "Only posts of one of these years"),
    Key("lang", Takes.LANGUAGES, "Only posts in one of these languages; `de` is `de-AT` too"),
    Key("pinned", Takes.SWITCH, "`true`: only pinned posts; `false`: only others"),
    Key(
        "exclude",
        Takes.POSTS,
        "Posts to leave out: a tag, another term as in `category:internal`, or the file of a post, `old.md`",
    ),
    Key("sort", Takes.CHOICE, "Order", "newest", ("newest", "oldest", "updated", "title")),
    Key("limit", Takes.NUMBER, "How many at most; `all` for no limit", "5", lowest=1),
    Key("offset", Takes.NUMBER, "How many to pass over first", "0"),
    Key("layout", Takes.LAYOUT, "How the posts are shown", "cards"),
    Key(
        "level",
        Takes.NUMBER,
        "Level of the posts' headings; default: one below the heading above the list",
        lowest=2,
        highest=6,
    ),
    Key("blog", Takes.BLOGS, "Folders of the sections that are asked, where there are several", "*"),
)

TERMS = _form(
    "tags",
    "Terms with the number of their posts. So are `categories`, `authors`, `series` and a taxonomy of yours.",
    Key(
        "sort",
        Takes.CHOICE,
        "Order: by name, by number of posts, or by newest post; default: that of the listing",
        choices=("name", "count", "date"),
    ),
    Key("limit", Takes.NUMBER, "How many at most", "all", lowest=1),
    Key("offset", Takes.NUMBER, "How many to pass over first", "0"),
    Key("min", Takes.NUMBER, "Only terms with at least so many posts", "1", lowest=1),
    Key("exclude", Takes.TERMS, "Terms to leave out"),
    _BLOG,
)

ARCHIVE = _form(
    "archive",
    "Years or months with the number of their posts.",
    Key("by", Takes.CHOICE, "What is listed", "year", ("year", "month")),
    Key("sort", Takes.CHOICE, "Order", "newest", ("newest", "oldest")),
    Key("limit", Takes.NUMBER, "How many at most", "all", lowest=1),
    Key("offset", Takes.NUMBER, "How many to pass over first", "0"),
    _BLOG,
)

FORMS = (POSTS, TERMS, ARCHIVE)
LISTS: Mapping[str, Form] = {
    "latest": POSTS,
    "posts": POSTS,
    **dict.fromkeys(map(str, TaxonomyKind), TERMS),
    "archive": ARCHIVE,
}
"""Every list by its name, without those of a site's own taxonomies."""


def filters(form: Form, taxonomies: Iterable[str]) -> dict[str, Key]:
    """Return the keys of a list by all their names; ``taxonomies`` are the site's own."""
    keys = dict(form.keys)
    if form is POSTS:
        for taxonomy, name in SINGULAR.items():
            keys.setdefault(taxonomy, keys[name])
        for name in taxonomies:
            keys.setdefault(name, _filter(name, name, f"with one of these {name}"))
    return keys
