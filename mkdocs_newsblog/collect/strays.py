"""Files of a section that other systems take for posts, or for parts of them, and that are no pages here."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.files.foreign_files import format_of, is_foreign_post
from mkdocs_newsblog.read.files.select import PAGES, Section
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

_DATA = re.compile(r"(.*)\.11tydata\.(?:json|c?js|mjs)")
_CLOSING = rb"\bdraft|\beleventyExcludeFromCollections\b|\bpermalink\b[^\n]*\bfalse\b"
"""What a program that gives a folder its data has in it when it may keep posts from readers."""

ALL_PAGES = Settings.model_fields["posts"].default


def strays(
    files: Iterable[tuple[str, str]],
    posts: Collection[str],
    settings: Settings,
    config: str,
    head: Callable[[str], bytes],
) -> Iterator[Problem]:
    """Yield what is odd about the files that a site publishes.

    ``files`` are pairs of ``src_uri`` and the path without what tells languages apart, ``posts`` the sources
    of all posts that could be read, drafts of the host among them. ``head`` returns how a file begins.
    """
    section = Section.of(settings.dir, settings.posts)
    own = {name: uri for uri, name in sorted(files) if section.holds(name)}
    for name, uri in own.items():
        looks = (each(name, own, section, partial(head, uri)) for each in (_oddity, _data, _foreign))
        if oddity := next(filter(None, looks), None):
            yield problem("file-unread", Place(uri), "file", *oddity)
    pages = [name for name in own if name.endswith(".md") and not section.has_index(name)]
    if pages and not posts and not any(map(section.has_post, pages)) and settings.posts != ALL_PAGES:
        fact = f"none of {len(pages)} pages below {quoted(settings.dir)} matches"
        yield problem("posts-unmatched", Place(config), "posts", fact)


def _oddity(
    name: str, own: Mapping[str, str], section: Section, _head: Callable[[], bytes]
) -> tuple[str, str] | None:
    """Return what another system would make of a file, and what to do with it."""
    stem, ending = posixpath.splitext(name)
    if ending.lower() == ".mdx":
        fact = "MDX is no page here; the site publishes the file as it is"
        return fact, "Rename it to .md, or exclude it with exclude_docs"
    if ending.lower() in PAGES and ending not in PAGES:
        fact = f"MkDocs makes no page of a file whose name ends in {ending}; the site publishes it as it is"
        return fact, f"Rename it to {ending.lower()}, or exclude it with exclude_docs"
    if ending == ".meta" and f"{stem}.md" in own and section.has_post(f"{stem}.md"):
        fact = f"what Nikola reads of {posixpath.basename(stem)}.md is not read from a file of its own"
        return fact, "Put it at the top of the post"
    return None


def _data(
    name: str, own: Mapping[str, str], section: Section, head: Callable[[], bytes]
) -> tuple[str, str] | None:
    """Return what is said of Eleventy's data of one post, and of a folder's where only a program knows it."""
    found = _DATA.fullmatch(name)
    if found is None:
        return None
    stem = found[1]
    if f"{stem}.md" in own and section.has_post(f"{stem}.md"):
        fact = f"what Eleventy reads of {posixpath.basename(stem)}.md is not read from a file of its own"
        return fact, "Put it at the top of the post"
    if name.endswith(".json") or not re.search(_CLOSING, head()):
        return None
    fact = "a program of Eleventy, which nothing here runs, may keep posts of this folder from readers"
    return (
        fact,
        "Say so in these posts, or in a file .meta.yml in their folder, and exclude it with exclude_docs",
    )


def _foreign(
    name: str, own: Mapping[str, str], section: Section, head: Callable[[], bytes]
) -> tuple[str, str] | None:
    """Return what is said of a post in a format that is not read, unless a page was made of it beside it."""
    stem, _ = posixpath.splitext(name)
    found = format_of(name)
    if found is None or not section.has_post(f"{stem}.md") or any(f"{stem}{end}" in own for end in PAGES):
        return None
    if not is_foreign_post(name, head()):
        return None
    return f"{found.name} is no page here; the site publishes the file as it is", found.remedy
