"""Main headings in Markdown: the first outside of comments and code, and what it says as plain text."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from mkdocs_newsblog.read.markdown.code import fence_after

LONGEST = 1000
"""Characters of a heading that are read; what stands in a line may take the square of its length."""

_ATX = re.compile(r" {0,3}#(?!#)[ \t]*(?P<text>\S.*)")
SETEXT = re.compile(r" {0,3}=+[ \t]*")
_INDENTED = ("    ", "\t")

_RAW = "pre|script|style|textarea"
BLOCKS = (
    "address|article|aside|blockquote|center|details|dialog|div|dl|fieldset|figure|footer|form|header|iframe"
    "|main|nav|object|ol|p|section|svg|table|ul|video"
)
"""Elements around whole paragraphs."""
_PLACE = (
    r"(?mi)^ {0,3}#(?!#)[ \t]*(?P<atx>\S.*)"
    r"|^ {0,3}=+[ \t]*$(?P<setext>)"
    r"|^[ \t]*(?:>[ \t]*)*(?P<fence>`{3,}|~{3,})"
    r"|^ {0,3}<(?:(?P<comment>!--)"
    rf"|(?P<raw>{_RAW})(?=[\s>])"
    rf"|(?P<block>{BLOCKS})(?=[\s>])(?![^<>]*\smarkdown\b))"
    r"|(?<!`)\{%-?\s*(?P<tag>highlight|comment|codeblock)\b"
    r"|\{\{(?P<shortcode>[<%])\s*highlight\b"
)
"""Where a main heading may be, and where something begins that holds none."""
_ENDS: dict[str, Callable[[str], str]] = {
    "comment": lambda _: "-->",
    "raw": lambda name: rf"</{name}\s*>",
    "block": lambda name: rf"</{name}\s*>|\n[ \t]*\n",
    "tag": lambda name: rf"\{{%-?\s*end{name}\b",
    "shortcode": lambda sign: rf"\{{\{{{sign}\s*/\s*highlight\b",
}
"""How that ends, by the name it began with; what never ends is text, as for the host."""

_CLOSING = re.compile(r"(?:^|[ \t])#+$")
_REFERENCE = re.compile(r"&#?\w+;")
_LITERAL = re.compile(
    r"\\(?P<sign>[\\`*_{}\[\]()#+.!<>|~-])"
    r"|(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<address>https?://[^<>\s]+)>"
    r"|<!--.*?-->|</?[a-zA-Z][^<>]*>|(?P<note>\[\^[^\[\]\s]+\])(?!\()"
)
"""What is no text, or text without a meaning of its own: signs behind a backslash, code, addresses."""
_KEPT = re.compile("\0([0-9]+)\0")
"""Stands for such a text meanwhile: no file that holds this character is read."""
_TARGET = r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])"
_INLINE = (
    (re.compile(rf"!{_TARGET}"), r"\1"),  # first, since they may stand in links
    (re.compile(_TARGET), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_]+?)(?<=\S)\1(?!\w)"), r"\2"),
)


def plain(text: str) -> str:
    """Return a line of Markdown as text: no links, emphasis, code signs, notes, comments or attributes."""
    text = _CLOSING.sub("", _without_attributes(text[:LONGEST].strip())).strip()
    kept: list[str] = []

    def put_by(found: re.Match[str]) -> str:
        literal = found["sign"] or found["code"] or found["address"]
        if literal is None:
            return ""
        kept.append(literal)
        return f"\0{len(kept) - 1}\0"

    text = _LITERAL.sub(put_by, text)
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    text = _REFERENCE.sub(lambda name: unescape(name[0]), text)
    return " ".join(_KEPT.sub(lambda place: kept[int(place[1])], text).split())


def _without_attributes(text: str) -> str:
    """Return a heading without the list of attributes that it ends with."""
    start = text.rfind("{") if text.endswith("}") else -1
    is_list = start >= 0 and "}" not in text[start:-1] and text[max(0, start - 1) : start] != "\\"
    return text[:start].rstrip() if is_list else text


def line_at(text: str, start: int) -> tuple[str, int]:
    """Return the line at ``start``, and where the next one begins."""
    end = text.find("\n", start)
    return (text[start:], len(text)) if end < 0 else (text[start:end], end + 1)


def heading_at(text: str, start: int) -> tuple[str | None, int]:
    """Return the plain text of a first-level heading at ``start``, and where the next line begins."""
    line, end = line_at(text, start)
    if found := _ATX.fullmatch(line):
        return plain(found["text"]) or None, end
    if text.startswith("=", end) or text.startswith(" ", end):
        below, after = line_at(text, end)
        if line.strip() and not line.startswith(_INDENTED) and SETEXT.fullmatch(below):
            return plain(line) or None, after
    return None, end


def first_heading(text: str) -> str | None:
    """Return the first heading of the first level outside of code, comments and blocks of HTML."""
    if "#" not in text and "\n=" not in text:
        return None
    done, fence, endless = 0, "", set[str]()
    for found in re.finditer(_PLACE, text):
        kind, start = found.lastgroup or "", found.start()
        if start < done:
            continue
        if kind == "fence":
            line, after = line_at(text, start)
            fence, was = fence_after(line, fence), fence
            done = after if was and not fence else done
        elif fence:
            continue
        elif kind in _ENDS:
            done = _end_of(kind, found[kind].lower(), text, found.end(), endless) or done
        elif heading := _said(kind, text, start, done):
            return heading
    return None


def _said(kind: str, text: str, start: int, done: int) -> str | None:
    """Return what a heading says: the line at ``start``, or the one above it where that underlines it."""
    if kind == "setext":
        above = text.rfind("\n", 0, max(0, start - 1)) + 1
        if above < done or above == start:
            return None
        start = above
    return heading_at(text, start)[0]


def _end_of(kind: str, name: str, text: str, start: int, endless: set[str]) -> int | None:
    """Return where the line after a block begins; None for one that never ends, of which a note is made."""
    pattern = _ENDS[kind](name)
    # What does not end behind one place does not end behind a later one: no text is searched again.
    ends = None if pattern in endless else re.compile(pattern, re.IGNORECASE).search(text, start)
    if ends is None:
        endless.add(pattern)
        return None
    return line_at(text, ends.end() - 1)[1]
