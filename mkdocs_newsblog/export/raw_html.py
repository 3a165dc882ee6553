"""Finished HTML within Markdown, written so that no reader of Markdown changes what it says.

A raw block of Python-Markdown begins at a line with the tag of a block and goes on until that is closed. But
some extensions look at the lines of a text before blocks are known: for fences, for files to include, for
placeholders. So a line of a raw block always begins with a tag, and what such extensions look for is written
as character references.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_newsblog.read.html.elements import VOID

_TEXT = "-text"
_CODE = frozenset({"script", "style"})
"""Elements whose text knows no character references (HTML, 13.1.2)."""
_EXACT = frozenset({"pre", "textarea", "listing"})
"""Elements in which every blank counts, and whose first line end does not."""
_BLOCK_NAMES = (
    "address|article|aside|blockquote|details|div|dl|fieldset|figure|footer|form|h1|h2|h3|h4|h5|h6|header|hr|main"
    "|nav|ol|p|pre|section|table|ul"
)
_BLOCKS = frozenset(_BLOCK_NAMES.split("|"))
"""Elements that begin a raw block in every version of Python-Markdown that the hosts run with."""
_NAME = re.compile(r"[\w:.@#*()\[\]$?-]+")
"""Names of attributes that no reader of Markdown takes for an order, those of frameworks among them."""
_TEMPLATE = re.compile(r'<template(?: [^\s=>]+(?:="[^"]*")?)*>')
_BARE = re.compile(r"<(?:script|style|!--)")
"""What begins text in a template that knows no character references."""
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "{": "&#123;",
        "}": "&#125;",
        "`": "&#96;",
        "~": "&#126;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)
_IN_TAGS = {char: reference for char, reference in _ESCAPES.items() if chr(char) not in '&<>"'}
_ORDERS = re.compile(r"\{[{%]|-8<-")
_LOST = re.compile("[\x00\x02\x03]")
"""Characters that Python-Markdown takes for its own marks, and no page can show."""


def raw_block(html: str) -> str:
    """Return HTML as raw blocks, with blank lines between them; comments are left out."""
    body = LexborHTMLParser(f"<body>{html}").body
    return "" if body is None else _blocks(_inner(body))


def framed(html: str, text: str, place: str) -> str:
    """Return HTML as raw blocks around Markdown, which goes into the place of the element called ``place``.

    What is open around the text is opened by a tag with a final slash: to Markdown that is a whole block, to
    every reader of HTML it is an opening tag (HTML, 13.2.6.4).

    Raises:
        ValueError: to readers of HTML there is no such element, since something before it has no end.
    """
    body = LexborHTMLParser(f"<body>{html}").body
    node = body.css_first(place) if body is not None else None
    if node is None:
        raise ValueError("there is no place for the text")
    parts = [text.strip("\n")]
    while (parent := node.parent) is not None and node.tag != "body":
        beside = _inner(parent)
        at = next(number for number, each in enumerate(beside) if each.mem_id == node.mem_id)
        around = parent.tag not in ("body", "html")
        opening, closing = (
            (f"<{parent.tag}{_attributes(parent)} />", f"</{parent.tag}>") if around else ("", "")
        )
        parts = [opening, _blocks(beside[:at]), *parts, _blocks(beside[at + 1 :]), closing]
        node = parent
    return "\n\n".join(part for part in parts if part)


def has_orders(block: str) -> bool:
    """Whether a raw block has signs of templates or includes: in scripts and styles nothing escapes them."""
    return _ORDERS.search(block) is not None


def same_page(html: str, other: str) -> bool:
    """Whether readers of HTML see the same elements and texts in both."""
    return _plain(html) == _plain(other)


def _plain(html: str) -> list[str]:
    body = LexborHTMLParser(f"<body>{html}").body
    return [] if body is None else [part for part in _parts(_inner(body), plain=True) if part]


def _inner(node: LexborNode) -> list[LexborNode]:
    return list(node.iter(include_text=True))


def _blocks(nodes: Sequence[LexborNode]) -> str:
    """Return nodes as raw blocks; what begins none by itself gets a ``div`` around it."""
    made: list[str] = []
    loose: list[LexborNode] = []
    for node in (*nodes, None):
        if node is not None and node.tag not in _BLOCKS:
            loose.append(node)
            continue
        if inner := "".join(_parts(loose)).strip():
            made.append(f"<div>{inner}</div>")
        loose = []
        if node is not None:
            made.append("".join(_parts([node])))
    return "\n\n".join(made)


def _parts(nodes: Iterable[LexborNode], *, plain: bool = False) -> Iterator[str]:
    """Yield tags and texts in order; ``plain`` says that blanks are told alike, for comparisons.

    Not by recursion: what people write is nested as deeply as they like.
    """
    pending: list[tuple[LexborNode | str, bool]] = [(node, False) for node in reversed(list(nodes))]
    while pending:
        node, exact = pending.pop()
        if isinstance(node, str):
            yield node
            continue
        name = str(node.tag)
        if name == _TEXT:
            yield _text(node.text_content or "", exact=exact, plain=plain)
        if name.startswith("-"):
            continue
        yield f"<{name}{_attributes(node)}>"
        if name in VOID:
            continue
        pending.append((f"</{name}>", False))
        inner = _inner(node)
        if name in _CODE or name == "template":
            yield (node.inner_html or "") if name in _CODE else _template(node.html or "")
            continue
        exact = exact or name in _EXACT
        if name in _EXACT and inner and (inner[0].text_content or "").startswith("\n"):
            yield "&#10;"
        pending += ((each, exact) for each in reversed(inner))


def _template(html: str) -> str:
    """Return what is in a template: a tree of its own, of which the parser only tells the HTML."""
    start = _TEMPLATE.match(html)
    inner = html[start.end() :].removesuffix("</template>") if start else ""
    return inner if _BARE.search(inner) else _LOST.sub("", inner).translate(_IN_TAGS)


def _text(text: str, *, exact: bool, plain: bool) -> str:
    if not exact:
        if not text.strip(" \t\n\r\f"):
            return "" if plain else "\n" if "\n" in text else " "
        text = " ".join(text.split()) if plain else text
    return _escaped(text)


def _attributes(node: LexborNode) -> str:
    """Return the attributes of an element; one that would have its text read as Markdown is left out."""
    said = (
        (name, value)
        for name, value in node.attributes.items()
        if name != "markdown" and _NAME.fullmatch(name)
    )
    return "".join(f" {name}" if value is None else f' {name}="{_escaped(value)}"' for name, value in said)


def _escaped(text: str) -> str:
    return _LOST.sub("", text).translate(_ESCAPES)
