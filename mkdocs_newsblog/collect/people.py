"""What all posts together say of each author."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from mkdocs_newsblog.collect.slugs import is_sound, plain_slug
from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.collect.terms import Taxonomy
from mkdocs_newsblog.model.post import Author, Entry
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.read.people.mail import has_mail

_SPLIT = re.compile(r"[/\s]")


def people(kind: Taxonomy, entries: Iterable[Entry]) -> dict[str, Author]:
    """Return each author by key: as the newest post (or the authors file) has them, completed by older ones.

    ``entries`` come newest first, ``kind`` is the taxonomy of authors.
    """
    known: dict[str, Author] = {}
    for entry in entries:
        for label, author in zip(kind.labels(entry), entry.authors, strict=True):
            key = key_of(label)
            known[key] = completed(known[key], author) if key in known else author
    return known


def completed(author: Author, other: Author) -> Author:
    """Return an author with what only ``other`` says of the same person."""
    if author == other:
        return author
    lacking = {
        name: getattr(other, name)
        for name in ("key", "url", "email", "title", "description", "slug", "links")
        if not getattr(author, name) and getattr(other, name)
    }
    if not author.avatar and other.avatar:
        lacking |= {"avatar": other.avatar, "avatar_at": other.avatar_at}
    return replace(author, **lacking) if lacking else author


def addressed(kind: Taxonomy, term: Term, author: Author | None) -> Term:
    """Return the term of an author with the address that the authors file names, or that its key is."""
    if author is None:
        return term
    keyed = author.key if author.key and kind.options.slugs == "plain" else ""
    own = author.slug or (_keyed(keyed) if keyed and not has_mail(keyed) else None)
    return replace(term, slugs=(own,)) if own else term


def _keyed(key: str) -> str:
    return key if is_sound(key) and not _SPLIT.search(key) else plain_slug(key)
