"""The posts and links that an author names below a post."""

from __future__ import annotations

from mkdocs_newsblog.model.post import RelatedSource
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.values.fields import Picker, switch_of
from mkdocs_newsblog.read.values.texts import read_text, safe_link
from mkdocs_newsblog.read.values.wiki_links import wiki_link

TARGETS = ("url", "href", "path", "link", "file", "slug")
TITLES = ("title", "name", "label", "text")
"""Keys of an object that says both where a link leads and what it is called, normalised."""
BESIDE_TITLE = ("website",)
"""The key that Stack has for the former; alone it may be what Material calls a link."""

Pending = list[tuple[Value, str | None]]


def read_related(value: Value | None, problems: list[Problem]) -> tuple[RelatedSource, ...]:
    """Return what to name below a post, from texts and from objects of ``title: path``, each target once.

    Lists within (Material's sections of links) are taken as if they were not nested. A switch names nothing.
    """
    found: dict[str, RelatedSource] = {}
    pending: Pending = [(item, None) for item in value.items()] if value is not None else []
    while pending:
        item, title = pending.pop(0)
        if isinstance(item.raw, dict):
            pending[:0] = _of_object(item, problems)
        elif isinstance(item.raw, list):
            pending[:0] = [(inner, None) for inner in item.items()]
        elif not item.is_empty and not isinstance(item.raw, bool):
            link = wiki_link(read_text(item, problems) or "")
            if link.target and safe_link(link.target, item, problems):
                source = RelatedSource(link.target, item.place, item.key, title or link.label)
                found.setdefault(link.target, source)
    return tuple(found.values())


def _of_object(item: Value, problems: list[Problem]) -> Pending:
    target, named = item.first(TARGETS), item.first(TITLES)
    if target is None and named is not None:
        target = item.first(BESIDE_TITLE)
    if target is None:
        return [(item.child(key), key.strip() or None) for key in item.fields]
    return [(target, read_text(named, problems) if named is not None else None)]


def read_show_related(picker: Picker) -> bool:
    """Return whether anything is named below the post: ``related: false`` says no."""
    value = picker.pick("related.shown")
    return value is None or switch_of(value) is not False
