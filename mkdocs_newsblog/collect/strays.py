"""Files of a section that other systems take for posts, or for parts of them, and that are no pages here."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.select import Section
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import Settings


def strays(
    files: Iterable[str], posts: Collection[str], settings: Settings, config: str
) -> Iterator[Problem]:
    """Yield what is odd about the files that a site publishes, by ``src_uri``, given those that are posts."""
    section = Section.of(settings.dir, settings.posts)
    own = sorted(uri for uri in files if section.holds(uri))
    for uri in own:
        stem, ending = posixpath.splitext(uri)
        if ending.lower() == ".mdx":
            fact = "MDX is no page here; the site publishes the file as it is"
            yield problem("file-unread", Place(uri), "file", fact, "Rename it to .md, or exclude it")
        elif ending == ".meta" and f"{stem}.md" in posts:
            fact = f"what Nikola reads of {posixpath.basename(stem)}.md is not read from a file of its own"
            yield problem("file-unread", Place(uri), "file", fact, "Put it at the top of the post")
    pages = [uri for uri in own if uri.endswith(".md") and not section.has_index(uri)]
    if pages and not posts and settings.posts != Settings.model_fields["posts"].default:
        fact = f"none of {len(pages)} pages below {quoted(settings.dir)} matches"
        yield problem("posts-unmatched", Place(config), "posts", fact)
