"""Options of Material's blog as options of ours, for ``newsblog migrate``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from typing import cast

from mkdocs_newsblog.cli.migration.alike import alike
from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.options.material import COUNTERPARTS
from mkdocs_newsblog.schema.options.showing import ShownOptions

Options = dict[str, object]

FIELDS = {"yyyy": "{year}", "y": "{year}", "MM": "{month}", "dd": "{day}"}
"""Fields of dates in addresses (CLDR) that we have a name for."""
PERIODS: Mapping[str, Mapping[str, bool]] = {
    "yyyy": {"months": False},
    "yyyy/MM": {},
    "yyyy/MM/dd": {"days": True},
}
"""Dates in the addresses of archives, and the pages that ours has for them."""
NAMED_PERIODS = ("yyyy", "MMMM yyyy", "MMMM y", "y")
"""Names of years and months that ours have too; in another language they are as usual there."""
ADDRESSES = {
    "post": "posts whose address changes need a slug, or an alias",
    "categories": "categories whose address changes are found at the new one alone",
}
"""What to do where slugs were made by another rule than that of Material."""
PREVIEW = (
    "drafts: true is for previews: drafts have a badge, and no feed or search engine is told of them; where"
    " readers see drafts, take it out, and draft: true out of those posts"
)
_FIELD = re.compile(r"([A-Za-z])\1*")
"""A field of a date: one letter, as often as it is written; ``yyyyMMdd`` has three."""


def moved(blog: Mapping[str, object], feeds: Options) -> tuple[Options, list[str]]:
    """Return our options for those of a blog, with its feeds, and what they do not say or say otherwise.

    Only options that pass our own check are returned.
    """
    mover = _Mover(dict(blog))
    wanted = mover.options() | {"feeds": feeds}
    mover.slugs()
    found = {name: value for name, value in wanted.items() if value not in ({}, None)}
    notes = [*mover.notes]
    checked = check_settings(found)
    for fault in (*checked.errors, *checked.warnings):
        notes.append(f"{fault.option} can't be kept: {fault.said.rstrip('.')}")
        _drop(found, fault.option)
    for name in blog:
        if name not in mover.asked:
            counterpart = COUNTERPARTS.get(str(name), "no blog of Material has it")
            notes.append(f"{' '.join(str(name).split())} is left out: {counterpart}")
    return found, notes


def folders(blog: Mapping[str, object]) -> tuple[str, str]:
    """Return the folder of a blog and that of its posts, below that of the documentation."""
    given = {key: str(value) for key, value in blog.items() if value is not None}
    folder = posixpath.normpath(given.get("blog_dir", "blog").strip("/") or ".")
    return folder, posixpath.normpath(given.get("post_dir", "{blog}/posts").replace("{blog}", folder))


def _drop(options: Options, path: str) -> None:
    """Take out the option at a dotted path, and no other; of a list the whole."""
    *groups, last = [step for step in path.split(".") if not step.isdigit()]
    for group in groups:
        options = cast("Options", options[group])
    options.pop(last, None)


class _Mover:
    """Asks for the old options one by one, so that those nobody asked for are known."""

    def __init__(self, blog: Options) -> None:
        self.blog = blog
        self.asked = alike(blog)
        self.notes: list[str] = []

    def get(self, name: str, default: object = None) -> object:
        """Return an old option, or what Material has where it is not given."""
        self.asked.add(name)
        value = self.blog.get(name)
        return default if value is None else value

    def on(self, name: str, default: bool = True) -> bool:
        """Return an old switch."""
        return self.get(name, default) is not False if default else self.get(name, default) is True

    def options(self) -> Options:
        """Return all options of ours."""
        folder, posts = folders(self.blog)
        self.asked |= {"enabled", "blog_dir", "post_dir"}
        return {
            "dir": folder,
            "posts": self._posts(folder, posts),
            "url": self._url(),
            "pagination": self._pagination(),
            "index": self._index(),
            "archive": self._archive(),
            "categories": self._categories(),
            "authors": self._authors(),
            "authors_file": self._authors_file(folder),
            "shown": self._shown(),
            "summary": self._summary(),
            "date_format": self.get("post_date_format", "long"),
            "words_per_minute": self.get("post_readtime_words_per_minute"),
            "characters_per_minute": self.get("post_readtime_words_per_minute_cjk"),
            "drafts": self._drafts(),
            "future": None if self.on("draft_if_future_date", default=False) else True,
        }

    def _drafts(self) -> bool | None:
        if is_on := self.get("draft", False) is True:
            self.notes.append(PREVIEW)
        return is_on or None

    def slugs(self) -> None:
        """Note which slugs were made by another rule, which is no option here."""
        for kind, advice in ADDRESSES.items():
            if self.get(f"{kind}_slugify") is not None:
                self.notes.append(f"{kind}_slugify is left out: {advice}")
            if self.get(f"{kind}_slugify_separator", "-") != "-":
                self.notes.append(f"{kind}_slugify_separator is left out, it is a hyphen: {advice}")

    def _posts(self, folder: str, wanted: str) -> list[str] | None:
        if wanted == folder:
            return None
        inner = posixpath.relpath(wanted, folder)
        if inner.startswith(".."):
            self.notes.append(f"posts in {wanted} are not below {folder}: move them there")
            return None
        return [f"{inner}/**"]

    def _url(self) -> str:
        written = str(self.get("post_url_date_format", "yyyy/MM/dd"))
        pattern = str(self.get("post_url_format", "{date}/{slug}")).strip("/")
        date = _FIELD.sub(lambda field: FIELDS.get(field[0], ""), written)
        unknown = sorted({field[0] for field in _FIELD.finditer(written)} - set(FIELDS))
        if unknown and "{date}" in pattern:
            fact = f"{', '.join(unknown)} in post_url_date_format has no counterpart in url"
            self.notes.append(f"{fact}: all posts move, but for those that get a permalink")
            date = "{year}/{month}/{day}"
        if "{categories}" in pattern:
            also = "" if self.get("post_url_max_categories", 1) == 1 else " is the first one alone, and"
            self.notes.append(f"{{category}} in url{also} leaves posts without any at the path of their file")
        names = {"{date}": date, "{slug}": "{title}", "{categories}": "{category}"}
        url = re.sub(r"\{\w+\}", lambda it: names.get(it[0], it[0]), pattern).strip("/")
        return posixpath.normpath(url)  # a date may be nothing

    def per_page(self, name: str) -> object:
        """Return how many posts a page has; a listing that is not cut has as many as may be."""
        whole = self.on("pagination")
        cut = self.on(name) if name in self.blog else whole
        return self.get(f"{name}_per_page", self.get("pagination_per_page", 10)) if cut else 1000

    def _index(self) -> Options:
        told = {"pagination", "pagination_per_page"}.intersection(self.blog)
        return {"per_page": self.per_page("pagination")} if told else {}

    def _pagination(self) -> Options:
        pattern = str(self.get("pagination_url_format", "page/{page}")).strip("/")
        path, _, number = pattern.rpartition("/")
        if number != "{page}" or not path or "{" in path:
            self.notes.append(f"addresses such as {pattern} have no counterpart: pages have a folder")
            return {}
        return {"path": path} if path != "page" else {}

    def _listing(self, name: str, path: str, title: str) -> Options:
        """Return what all listings have: where they are, what they are called, how long their pages are."""
        pattern = str(self.get(f"{name}_url_format", f"{path}/{{slug}}")).strip("/")
        head, _, tail = pattern.rpartition("/")
        if not head or "{" in head or not re.fullmatch(r"\{\w+\}", tail):
            fact = f"addresses such as {pattern} have no counterpart: listings have a folder, {path}"
            self.notes.append(f"{fact}, and pages of yours that introduce them belong into it")
            head = path
        elif tail == "{name}":
            self.notes.append(f"addresses such as {pattern} have no counterpart: authors have their keys")
        return {"path": head, **self._pages(name, title)}

    def _pages(self, name: str, title: str) -> Options:
        found = {"title": self.get(title), "per_page": self.per_page(f"{name}_pagination")}
        return {key: value for key, value in found.items() if value not in (None, "")}

    def _archive(self) -> Options | bool:
        if not self.on("archive"):
            return False
        if self.get("archive_date_format", "yyyy") not in NAMED_PERIODS:
            self.notes.append("archive_date_format is left out: years and months have their names")
        dates = str(self.get("archive_url_date_format", "yyyy"))
        if dates not in PERIODS:
            self.notes.append(f"addresses with {dates} have no counterpart: there are years, months and days")
        if str(self.get("archive_url_format", "archive/{date}")).strip("/") == "{date}":
            return {**self._pages("archive", "archive_name"), **PERIODS.get(dates, {})}
        found = self._listing("archive", "archive", "archive_name")
        if found["path"] == "archive":
            del found["path"]
        return found | {"nested": True, **PERIODS.get(dates, {})}

    def _categories(self) -> Options | bool:
        if not self.on("categories"):
            return False
        found = self._listing("categories", "category", "categories_name")
        if allowed := self.get("categories_allowed"):
            found["allowed"] = allowed
        if "categories_sort_by" in self.blog:
            self.get("categories_sort_by")
            self.notes.append("categories stand by name; if they stood by number, write sort: count")
        return found | {"slugs": "plain", "nested": False}

    def _authors(self) -> Options | bool:
        if not self.on("authors") or not self.on("authors_profiles", default=False):
            self.notes.append("authors: false, since they had no pages; without it they have")
            return False
        return self._listing("authors_profiles", "author", "authors_profiles_name") | {"slugs": "plain"}

    def _authors_file(self, folder: str) -> str | None:
        default = "{blog}/.authors.yml"
        written = str(self.get("authors_file", default))
        return None if written == default else posixpath.normpath(written.replace("{blog}", folder))

    def _shown(self) -> Options:
        authors, minutes = self.on("authors"), self.on("post_readtime")
        on_cards = {
            "date": True,
            "authors": authors and self.get("post_excerpt_max_authors", 1) != 0,
            "minutes": minutes,
            "categories": self.get("post_excerpt_max_categories", 5) != 0,
        }
        found: Options = {"card": [name for name, is_shown in on_cards.items() if is_shown]}
        for name, few in (("authors", " of up to four, three of more,"), ("categories", "")):
            if self.blog.get(f"post_excerpt_max_{name}"):
                self.notes.append(f"post_excerpt_max_{name} is left out: cards show all {name}{few} or none")
        if not authors or not minutes:
            hidden = {"authors": not authors, "minutes": not minutes}
            found["post"] = [name for name in ShownOptions().post if not hidden.get(name)]
        return found

    def _summary(self) -> Options:
        found: Options = {}
        separator = str(self.get("post_excerpt_separator", "<!-- more -->"))
        if separator != "<!-- more -->":
            found["marker"] = separator
        if self.get("post_excerpt") == "required":
            found["required"] = True
        return found
