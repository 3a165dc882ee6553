"""Tags of a page's head: links to the stylesheet, to feeds, and to other pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import NamedTuple

Key = tuple[str, ...]
"""What a tag says, whatever it says of it: two tags of one key would contradict each other."""

STYLESHEET = "assets/newsblog/newsblog.css"
"""Where our stylesheet lands in the site; a file of that name in the docs folder replaces it."""

WIDE = "–…"
"""The dash and the dots of our own titles and descriptions, which heads print as references.

One character above U+00FF makes Python hold a whole page at two bytes a character, and encode it slowly.
"""
_SPECIAL = re.compile(f"[&<>\"'{WIDE}]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;"} | {char: f"&#{ord(char)};" for char in f"\"'{WIDE}"}
)


class Tag(NamedTuple):
    """One element of the head, ready to print."""

    key: Key
    html: str


def print_tags(tags: Iterable[Tag]) -> str:
    """Return the HTML of each tag on a line of its own."""
    return "".join([f"{tag.html}\n" for tag in tags])


SEVERAL = frozenset({"alternate", "stylesheet", "icon", "me", "preload", "preconnect"})
"""Kinds of links that a page may have several of."""


def tag_key(name: str, attributes: Mapping[str, str]) -> Key:
    """Return the key of an element that stands in a head."""
    get = attributes.get
    if name == "meta":
        return ("meta", (get("property") or get("name") or "").lower())
    if name == "link":
        rel = (get("rel") or "").lower()
        return ("link", rel, get("href") or "") if rel in SEVERAL else ("link", rel)
    return (name, get("type") or "")


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    return text.translate(_ESCAPES) if _SPECIAL.search(text) else text


@lru_cache(maxsize=4096)
def _one_line(text: str) -> str:
    return _escaped(" ".join(text.split()))


def meta(name: str, content: str | int | None) -> Tag | None:
    """Return ``<meta>`` unless there is nothing to say; Open Graph (RDFa) names stand in ``property``."""
    if not content:
        return None
    key, opening = _opening(name)
    return Tag(key, f'{opening}{_one_line(str(content))}">')


@lru_cache(maxsize=128)
def _opening(name: str) -> tuple[Key, str]:
    kind = "property" if name.startswith(("og:", "article:")) else "name"
    return tag_key("meta", {kind: name}), f'<meta {kind}="{name}" content="'


def link(rel: str, href: str | None) -> Tag | None:
    """Return a link unless there is nothing to link to; of its kind a page has one."""
    return Tag(("link", rel), f'<link rel="{rel}" href="{_escaped(href)}">') if href else None


def _link(attributes: Mapping[str, str]) -> Tag:
    text = "".join([f' {name}="{_escaped(value)}"' for name, value in attributes.items()])
    return Tag(tag_key("link", attributes), f"<link{text}>")


def feed_link(media_type: str, title: str, href: str) -> Tag:
    """Return the link by which readers find a feed (RSS Autodiscovery)."""
    return _link({"rel": "alternate", "type": media_type, "title": title, "href": href})


@lru_cache(maxsize=64)
def stylesheet(href: str) -> Tag:
    """Return the link to a stylesheet."""
    return _link({"rel": "stylesheet", "href": href})


def pager_links(previous: str | None, following: str | None) -> list[Tag | None]:
    """Return ``rel=prev`` and ``rel=next`` (HTML, 4.6.7.17) for the neighbours that there are."""
    return [link("prev", previous), link("next", following)]
