"""What a page's head says already, by the theme or another plugin, and what of ours is still missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.metadata.tags import SEVERAL, Key, Tag, tag_key

ARTICLES = ("Article", "BlogPosting", "CollectionPage", "ProfilePage")
"""Words in structured data of others that make ours a second opinion."""

ATTRIBUTES = r"""(?>(?:[^<>"']++|"[^"]*+"|'[^']*+')*)"""
"""What stands in a tag behind its name."""

TOKENS = re.compile(
    rf"<(?:!--.*?(?:-->|\Z)"
    rf"|(script|style|title|template|noscript)\b{ATTRIBUTES}>[^<]*+(?>(?:<(?!/\1)[^<]*+)*)</\1\s*>"
    rf"|(?:meta|link)\b{ATTRIBUTES}>)",
    re.IGNORECASE | re.DOTALL,
)
"""What a head is made of; text between tags can't hold any, and an open comment holds the rest."""
_VALUE = re.compile(r"""\b(?:content|href)\s*=\s*(?:"[^"]*"|'[^']*')""", re.IGNORECASE)
_OF_SEVERAL = re.compile("|".join(SEVERAL), re.IGNORECASE)


def printed_keys(head: str) -> set[Key]:
    """Return the keys of the tags in the HTML of a page up to the end of its head."""
    keys: set[Key] = set()
    for token in TOKENS.finditer(head):
        keys |= _keys(token[0])
    return keys


@lru_cache(maxsize=2048)
def _keys(html: str) -> frozenset[Key]:
    """Return the keys of one token; the heads of a site differ in values alone, few of which matter."""
    kind = html[1:5].lower()
    if kind == "meta" or (kind == "link" and not _OF_SEVERAL.search(html)):
        return _parsed_keys(_VALUE.sub("", html))
    if kind == "link" or (kind == "scri" and "ld+json" in html):
        return _parsed_keys(html)
    return frozenset()


@lru_cache(maxsize=1024)
def _parsed_keys(html: str) -> frozenset[Key]:
    """Return the keys of one tag, which may have several relations."""
    node = LexborHTMLParser(html).css_first("meta, link[rel], script[type='application/ld+json']")
    if node is None or (node.tag == "script" and not any(word in node.text() for word in ARTICLES)):
        return frozenset()
    attributes = {name: value or "" for name, value in node.attributes.items()}
    rels = attributes.get("rel", "").split() or [""]
    return frozenset(tag_key(node.tag or "", attributes | {"rel": rel}) for rel in rels)


def missing(tags: Iterable[Tag], printed: Collection[Key]) -> list[Tag]:
    """Return the tags that nobody has printed; a picture's details only with the picture itself."""
    return [tag for tag in tags if (key := tag.key) not in printed and _family(key) not in printed]


@lru_cache(maxsize=256)
def _family(key: Key) -> Key:
    """Return the key that a structured property hangs on: ``og:image`` for ``og:image:width``."""
    if key[0] == "meta" and key[1].count(":") == 2:
        return ("meta", key[1].rpartition(":")[0])
    return key
