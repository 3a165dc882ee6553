"""Files of a section that other systems take for posts, or for parts of them, and that are no pages here."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import partial

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.foreign_files import format_of, is_foreign_post
from mkdocs_newsblog.read.select import PAGES, Section
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import Settings

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
        if oddity := _oddity(name, own, section) or _foreign(name, own, section, partial(head, uri)):
            yield problem("file-unread", Place(uri), "file", *oddity)
    pages = [name for name in own if name.endswith(".md") and not section.has_index(name)]
    if pages and not posts and not any(map(section.has_post, pages)) and settings.posts != ALL_PAGES:
        fact = f"none of {len(pages)} pages below {quoted(settings.dir)} matches"
        yield problem("posts-unmatched", Place(config), "posts", fact)


def _oddity(name: str, own: Mapping[str, str], section: Section) -> tuple[str, str] | None:
    """Return what another system would make of a file, and what to do with it."""
    stem, ending = posixpath.splitext(name)
    if ending.lower() == ".mdx":
        fact = "MDX is no page here; the site publishes the file as it is"
        return fact, "Rename it to .md, or exclude it with exclude_docs"
    if ending.lower() in PAGES and ending not in PAGES:
        fact = f"hosts make no page of a file whose name ends in {ending}; the site publishes it as it is"
        return fact, f"Rename it to {ending.lower()}, or exclude it with exclude_docs"
    if ending == ".meta" and f"{stem}.md" in own and section.has_post(f"{stem}.md"):
        fact = f"what Nikola reads of {posixpath.basename(stem)}.md is not read from a file of its own"
        return fact, "Put it at the top of the post"
    return None


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
