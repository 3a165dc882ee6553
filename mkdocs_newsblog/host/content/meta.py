"""Front matter as a theme may see it: escaped, since themes print it raw, and harmless to the host."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from html import unescape
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import TableOfContents

from mkdocs_newsblog.announce.descriptions import (
    plain,
    post_description,
    view_description,
    written_description,
)
from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.publish import BUILT, changed_at
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry, Post
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.read.html.finish import called, without_body
from mkdocs_newsblog.read.values.status import has_password
from mkdocs_newsblog.render.text.heading import own_heading
from mkdocs_newsblog.render.theme_keys import fits_theme
from mkdocs_newsblog.schema.problems.codes import problem

_PLAIN = re.compile(r"[^&<>\"']*")
YEARS = range(1970, 2106)
"""Years that the host can compress the sitemap under: its newest date becomes the time of a file in gzip
(RFC 1952, 2.3.1: seconds since 1970 in 32 bits)."""
DEPTH = 20
"""Levels of nesting that reach a theme; deeper values are left out."""


OWN_KEYS = ("layout", "template", "icon")
"""Keys that choose a file of the theme: handed over only when the theme has that file."""
FOREIGN = frozenset({"blog.html", "blog-post.html", "blog-archive.html", "blog-category.html"})
"""Templates of Material that nothing but its own blog can fill."""


class PrintableMapping(dict[str, Any]):
    """A mapping that themes may print: they show what is in its place, plugins find what is in it."""

    def __init__(self, values: Mapping[str, Any], text: str) -> None:
        super().__init__(values)
        self._text = text

    def __str__(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"{super().__repr__()} as {self._text!r}"


def mark_post(page: Page, post: Post, build: Build, config: MkDocsConfig) -> list[Problem]:
    """Set what themes and other plugins may know of a post, and return what was kept from them."""
    entry = post.entry
    meta, problems = theme_meta(entry, config)
    image = build.announcer.picture_of(post)
    if image and "image" in meta:  # themes print it as it is, and no other address is right on each page
        meta["image"] = escaped(image)
    page.meta = {key: value for key, value in page.meta.items() if key not in entry.meta} | meta
    if entry.noindex or entry.status is Status.UNLISTED:
        page.meta["search"] = {"exclude": True}
    if (moment := changed_at(entry, build.site.now)) and moment.day.year in YEARS:
        page.update_date = moment.day.isoformat()
    return problems


def theme_meta(entry: Entry, config: MkDocsConfig) -> tuple[dict[str, Any], list[Problem]]:
    """Return the mapping for ``page.meta``, and what was left out of it."""
    meta = {
        key: escaped(value)
        for key, value in entry.meta.items()
        if key not in OWN_KEYS and fits_theme(key, value)
    }
    if entry.meta.get("search") is False:  # as themes for Jekyll have it
        meta["search"] = {"exclude": True}
    problems = _theme_files(entry, config, meta)
    meta["title"] = escaped(entry.title)
    if isinstance(meta.get("date"), dict) and entry.published:
        meta["date"] = PrintableMapping(meta["date"], entry.published.day.isoformat())
    meta.pop("description", None)
    if description := written_description(entry):
        meta["description"] = escaped(description)
    if entry.tags:
        meta["tags"] = [escaped(tag) for tag in entry.tags]
    else:
        meta.pop("tags", None)
    meta.pop("author", None)
    if entry.authors:
        meta["author"] = escaped(", ".join(author.name for author in entry.authors))
    return meta, problems


def call_as_shown(build: Build, page: Page, html: str) -> None:
    """Let a post be called what its heading says in its HTML, where that heading gave the title."""
    post = build.posts[page.file.src_uri]
    heading = own_heading(post.entry, html) if post.entry.title_from == "heading" else None
    if heading is None or (renamed := called(post, heading[3])) is post:
        return
    build.posts[page.file.src_uri] = renamed
    if page.meta.get("title") == escaped(post.entry.title):
        page.meta["title"] = escaped(renamed.entry.title)


def is_secret(build: Build, page: Page) -> bool:
    """Whether a post's page is for readers with a password alone."""
    return is_locked(page) or (build.site.around.locks and _lock_of(build, page) is not None)


def is_locked(page: Page) -> bool:
    """Whether another plugin will show the page only to readers with a password."""
    return bool(getattr(page, "encryptcontent", None))


def withheld(build: Build, page: Page, html: str) -> str:
    """Return the text of a page, or none where the plugin that should ask for its password does not."""
    uri = page.file.src_uri
    place = _lock_of(build, page) if build.site.around.locks and not is_locked(page) else None
    if place is None:
        return html
    if uri in build.posts:
        build.posts[uri] = without_body(build.posts[uri])
    page.toc, page.markdown = TableOfContents([]), ""
    fact = "the page is published without its text, since nothing asked readers for its password"
    build.doubts.append(problem("post-locked", place, "password", fact))
    return ""


def _lock_of(build: Build, page: Page) -> Place | None:
    """Return where a post, or the introduction of a listing, has a password; None where it has none."""
    post = build.posts.get(page.file.src_uri)
    if post is not None:
        has_one = (post.status in BUILT or not build.site.serving) and has_password(post.entry.meta)
        return post.entry.place("password") if has_one else None
    is_introduction = page.file.src_uri in build.views and has_password(page.meta)
    return Place(page.file.src_uri) if is_introduction else None


def describe(post: Post) -> Markup:
    """Return what a theme says of a post whose author wrote no description."""
    return Markup(escape(post_description(post) or ""))  # noqa: S704 - escaped here


def describe_listing(build: Build, page: Page, view: ViewPage) -> None:
    """Let themes print of a listing what the rest of its head says, not what the site is about.

    What its author or another plugin says of it stays, and the head repeats that.
    """
    said = page.meta.get("description")
    if isinstance(said, str) and (text := plain(unescape(said))):  # it is HTML: themes print it as it is
        build.views[page.file.src_uri] = view._replace(description=text)
    elif not said or isinstance(said, str):
        page.meta["description"] = escaped(" ".join(view_description(view, build.announcer.edition).split()))


def _theme_files(entry: Entry, config: MkDocsConfig, meta: dict[str, Any]) -> list[Problem]:
    """Hand over a template and an icon that the theme has, and report a template that it has not."""
    template, icon = entry.meta.get("template"), entry.meta.get("icon")
    if isinstance(icon, str) and has_file(config, f".icons/{icon}.svg"):
        meta["icon"] = icon
    if template is None:
        return []
    if found := template_of(template, config):
        meta["template"] = found
        return []
    fact = f"the theme has no template {quoted(template)}"
    if isinstance(template, str) and template in FOREIGN:
        fact = f"the template {quoted(template)} works with the theme's own blog alone"
    return [problem("foreign-template", entry.place("template"), "template", fact)]


def template_of(said: object, config: MkDocsConfig) -> str | None:
    """Return the template that a post names, None for one that the theme has not."""
    if not isinstance(said, str) or said in FOREIGN or not said.endswith(".html"):
        return None
    return said if has_file(config, said) else None


def has_file(config: MkDocsConfig, name: str) -> bool:
    """Whether the theme has a file; a name that leads out of its folders is none of it."""
    parts = name.split("/")
    if "\\" in name or name.startswith("/") or ".." in parts or "\0" in name:
        return False
    # A Path would raise where a name is too long for a file.
    paths = (os.path.join(folder, *parts) for folder in config.theme.dirs)  # noqa: PTH118
    return any(map(os.path.isfile, paths))


def escaped(value: Any, depth: int = 0) -> Any:
    """Return a value with every text in it escaped, so that a theme may print it as it is."""
    if isinstance(value, str):
        # A text without anything to escape is safe as it is.
        return value if _PLAIN.fullmatch(value) else Markup(escape(value))  # noqa: S704 - escaped here
    if depth >= DEPTH:
        return None
    if isinstance(value, Mapping):
        return {escaped(key, depth + 1): escaped(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [escaped(item, depth + 1) for item in value]
    return value
