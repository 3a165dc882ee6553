"""Blocks of a post as cards show them: without what belongs to the post's own page, addresses made whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.model.links import rooted
from mkdocs_newsblog.model.srcset import with_addresses
from mkdocs_newsblog.read.html.foreign_text import SHOWN
from mkdocs_newsblog.read.pictures.declared_size import declared_sizes
from mkdocs_newsblog.read.pictures.schemes import for_all

ACTIVE = frozenset(
    {"script", "style", "template", "iframe", "object", "embed", "link", "meta"}
    | {"form", "input", "button", "select", "textarea"}
)
DROPPED = f"{', '.join(sorted(ACTIVE))}, .headerlink, .newsblog-hero, .tabbed-labels"
"""What a summary never shows: active content, controls, and links to places on the post's own page."""

TABS = ".tabbed-set, .tabbed-content, .tabbed-block"
"""Content tabs: themes' scripts fail on those without their controls, so a summary shows the texts of all."""
FOOTNOTE_MARKS = "sup:has(> a.footnote-ref), a.footnote-ref"
URL_ATTRIBUTES = ("href", "src", "poster")
ARIA = (
    "activedescendant",
    "controls",
    "describedby",
    "details",
    "errormessage",
    "flowto",
    "labelledby",
    "owns",
)
LOST_ATTRIBUTES = frozenset(
    {"id", "name", "for", "headers", "usemap", "autofocus", *(f"aria-{relation}" for relation in ARIA)}
)
"""Names, of which a page may hold one each, and what refers to them."""

AROUND = "a:has(img), p:has(img), figure:has(img), picture:has(img)"
"""What goes with a picture that was all it held: keyboards and screen readers would stop at a link."""

PIXEL = 2
"""Pixels of width and height up to which nobody is to see a picture."""

_NAME = re.compile(r"[A-Za-z_:@][\w:.@-]*+")
"""The name of an attribute; MDX leaves others in HTML that no browser knows, of ``style={{ width: 1 }}``."""
MADE = re.compile(r"\{\{|\{%(?![0-9A-Fa-f]{2})|^(?!https?:)[^#]*?(?:^|/)\{[A-Za-z]")
"""A tag of Liquid, a shortcode of Hugo, a word of Pelican or a value of MDX: none is an address as it is.

In ``?left={%22a%22:1}`` a quote is escaped, and ``#/pets/{id}`` is a place in a description of an API."""
_PLAIN = re.compile(r"<p>(?>(?:[^<]++|</?(?:em|strong|code|b|i)>|<br>)*)</p>")
"""A block in which there is nothing to clean."""


def clean(block: LexborNode, url: str) -> None:
    """Drop what belongs to the post's own page, and lead every address to where it led there."""
    if _PLAIN.fullmatch(block.html or ""):
        return
    _flatten(block)
    _unmake(block)
    found = block.css(f"{DROPPED}, {FOOTNOTE_MARKS}")
    remove((node for node in found if not _is_mark(node)), block)
    for node in (block, *block.css("*")):
        for name, value in node.attributes.items():
            if name in LOST_ATTRIBUTES or not _NAME.fullmatch(name) or _is_mdx_style(name, value):
                del node.attrs[name]
            elif name in URL_ATTRIBUTES and value:
                node.attrs[name] = rooted(value, url)
            elif name == "srcset" and value:
                node.attrs[name] = with_addresses(value, lambda address: rooted(address, url))
    _unlink(block)


def _is_mdx_style(name: str, value: str | None) -> bool:
    return name == "style" and (value or "").startswith("{")


def remove(nodes: Iterable[LexborNode], block: LexborNode) -> None:
    """Take nodes out of a block, which itself stays."""
    removed = {node.mem_id: node for node in nodes}
    removed.pop(block.mem_id, None)
    # A node that goes takes its inner ones with it, and those must not be touched again.
    for node in [node for node in removed.values() if not _is_within(node, removed)]:
        node.decompose()


def is_empty_without(block: LexborNode, pictures: Collection[str]) -> bool:
    """Take pictures out of a block; say whether nothing is left.

    ``pictures`` has the addresses that they may be written with. Those that only count readers, and those
    whose address another system would have made, are taken out as well.
    """
    if "<img" not in (block.html or ""):
        return False
    sources = [(node, for_all(node.attributes.get("src") or "")) for node in block.css("img")]
    taken = [node for node, src in sources if src in pictures or MADE.search(src) or _is_pixel(node)]
    if not taken:
        return False
    around = block.css(AROUND)
    remove(taken, block)
    if block.tag == "img" or _is_bare(block):
        return True
    remove(filter(_is_bare, around), block)
    return False


def _is_bare(node: LexborNode) -> bool:
    return not node.text(strip=True) and not node.css(SHOWN)


def _is_pixel(image: LexborNode) -> bool:
    sizes = list(declared_sizes(image.attributes))
    return bool(sizes) and max(sizes) <= PIXEL


def _flatten(block: LexborNode) -> None:
    for node in block.css(TABS):
        del node.attrs["class"]
    for node in block.css("autoref"):  # a link that its plugin makes later, and in pages alone
        node.unwrap()


def _unmake(block: LexborNode) -> None:
    """Leave the words alone of links whose address another system would have made."""
    for link in block.css("a[href]"):
        if MADE.search(link.attributes.get("href") or ""):
            if link.mem_id == block.mem_id:
                del link.attrs["href"]
            else:
                link.unwrap()


def _unlink(block: LexborNode) -> None:
    """Leave the words alone of what was a place to link to, and is none without its name."""
    places = [node for node in block.css("a:not([href])") if not node.attributes]
    worded = [node for node in places if node.child is not None and node.mem_id != block.mem_id]
    remove((node for node in places if node.child is None), block)
    for node in worded:
        node.unwrap()


def _is_mark(node: LexborNode) -> bool:
    """Whether a control only shows that a task is done."""
    said = node.attributes
    return node.tag == "input" and said.get("type") == "checkbox" and "disabled" in said


def _is_within(node: LexborNode, others: Mapping[int, LexborNode]) -> bool:
    """Whether one of the other nodes encloses a node."""
    parent = node.parent
    while parent is not None:
        if parent.mem_id in others:
            return True
        parent = parent.parent
    return False
