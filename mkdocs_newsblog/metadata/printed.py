"""What a page's head says already, by the theme or another plugin, and what of ours is still missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.metadata.links import Tag

ARTICLES = ("Article", "BlogPosting", "CollectionPage")
"""Words in structured data of others that make ours a second opinion."""

Key = tuple[str, ...]


def printed_keys(head: str) -> set[Key]:
    """Return the keys of the tags in the HTML of a page up to the end of its head."""
    keys: set[Key] = set()
    for node in LexborHTMLParser(head).css("meta, link[rel], script[type='application/ld+json']"):
        attributes = {name: value or "" for name, value in node.attributes.items()}
        if node.tag == "script" and not any(word in node.text() for word in ARTICLES):
            continue
        for rel in attributes.get("rel", "").split() or [""]:
            keys.add(Tag(node.tag or "", attributes | {"rel": rel}).key)
    return keys


def missing(tags: Iterable[Tag], printed: Collection[Key]) -> list[Tag]:
    """Return the tags that nobody has printed; a picture's details only with the picture itself."""
    return [tag for tag in tags if tag.key not in printed and _family(tag.key) not in printed]


def _family(key: Key) -> Key:
    """Return the key that a structured property hangs on: ``og:image`` for ``og:image:width``."""
    if key[0] == "meta" and key[1].count(":") == 2:
        return ("meta", key[1].rpartition(":")[0])
    return key
