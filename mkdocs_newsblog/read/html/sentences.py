"""Where a long paragraph may end: after a sentence, else between two words, and never within an element."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.length import is_character, word_ends

WRAPPERS = frozenset({"b", "bdi", "bdo", "em", "font", "i", "mark", "small", "span", "strong", "u"})
"""Elements that a whole paragraph may stand in; it is cut within them."""
LITERAL = frozenset({"code", "kbd", "math", "ruby", "samp", "svg", "var"})
"""Elements whose last sign ends no sentence."""

DEPTH = 4
"""How many of those around each other."""

_HIDDEN = "\ufffc"
"""Stands for each sign of an element, and of a formula."""
_CLOSING = "\"'”’»›)\\]）】』」》〉"
_FULL = "。！？｡．।॥؟۔։።፧‼⁇⁈⁉။។៕།༎᠃"
"""Signs that end a sentence with no space after them."""
_END = (
    r"(?:(?<!\b[^\W\d_])(?<!\b[MDSH]r)(?<!\b[SD]ra)(?<!\bM[rs]s)(?<!\bMs)(?<!\bSt)(?<!\bN[or])(?<!\bProf)"
    r"(?<!\b[0-9])(?<!\b[0-9]{2})(?<!\b[Ff]ig)(?<!\bEq)(?<!\bAbb)(?<!\bca)(?<!\bvs)(?<!\bVol)(?<!\bpp)\.|[!?…‽])"
    rf"[.!?…‽{_CLOSING}]{{0,20}}+(?:\s»)?(?=\s)|[{_FULL}][{_FULL}!?…{_CLOSING}]*"
)
"""The end of a sentence, which is no initial, no short title and no day of a month."""
_LAST = rf"[.!?…‽{_FULL}{_CLOSING}]{{1,20}}\Z"
_FORMULA = r"(?s)\$\$.{1,500}?\$\$|\$(?=\S)[^$\n]{1,200}(?<=\S)\$(?!\d)|\\\(.{1,500}?\\\)|\\\[.{1,500}?\\\]"
_WORD_END = re.compile(r"\S(?=\s)")
_NO_START = frozenset("、。，．・：；！？｡､）】』」》〉”’…‥ーゝゞ々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ")
"""Signs that begin no line, and so nothing after a cut (JIS X 4051)."""
_COMMAS = "、，；："
_BEFORE_DOTS = f" \t\r\n.,;:–—-،؛(（{_COMMAS}"


class ParagraphPart(NamedTuple):
    """A text or an element of a paragraph, and where its text stands in the paragraph's."""

    node: LexborNode
    start: int
    text: str
    shown: str
    """The text with nothing in it that looks like a place to cut."""

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.text)


def cut_run(nodes: Sequence[LexborNode], words: int, left: int, depth: int = DEPTH) -> str | None:
    """Return the HTML of texts and elements of one line up to where a summary ends; None where none can.

    ``words`` is the length of the whole summary, ``left`` what is left of it.
    """
    said = [node for node in nodes if not _is_blank(node)]
    if len(said) == 1 and depth and said[0].tag in WRAPPERS and not said[0].attributes.get("class"):
        inner = cut_run([*said[0].iter(include_text=True)], words, left, depth - 1)
        return None if inner is None else within(said[0], inner)
    pieces = list(_pieces(nodes))
    shown = re.sub(_FORMULA, lambda found: _HIDDEN * len(found[0]), "".join(piece.shown for piece in pieces))
    ends, counts = word_ends("".join(piece.text for piece in pieces))

    def count(place: int) -> float:
        number = bisect_right(ends, place)
        return counts[number - 1] if number else 0

    before = words - left
    sentences = list(_sentence_ends(shown))
    near = [place for place in sentences if words / 2 <= before + count(place) <= 2 * words]
    places = near or [place for place in _word_ends(shown) if count(place) >= 1]
    place = min(places, key=lambda place: abs(count(place) - left), default=None)
    if place is None or not shown[place:].strip():
        return None
    return _up_to(pieces, place, dots=place not in sentences)


def within(node: LexborNode, inner: str) -> str:
    """Return an element's HTML with something else in it."""
    whole, tag = node.html or "", node.tag or ""
    start = len(whole) - len(node.inner_html or "") - len(f"</{tag}>")
    return f"{whole[:start]}{inner}</{tag}>"


def _pieces(nodes: Sequence[LexborNode]) -> Iterator[ParagraphPart]:
    start = 0
    for node in nodes:
        text = shown = "" if node.is_comment_node or _is_note(node) else node.text()
        if not node.is_text_node:
            last = None if node.tag in LITERAL else re.search(_LAST, text[-20:])
            open_end = last[0] if last else ""
            shown = _HIDDEN * (len(text) - len(open_end)) + open_end
        yield ParagraphPart(node, start, text, shown)
        start += len(text)


def _sentence_ends(text: str) -> Iterator[int]:
    for found in re.finditer(_END, text):
        following = text[found.end() : found.end() + 80].lstrip()
        if not following[:1].islower():
            yield found.end()


def _word_ends(text: str) -> Iterator[int]:
    for found in _WORD_END.finditer(text):
        yield found.end()
    for place, (sign, following) in enumerate(pairwise(text), start=1):
        may_end = sign in _COMMAS or (sign > "\u2e7f" and is_character(sign))
        if may_end and following not in _NO_START and not following.isspace():
            yield place


def _up_to(pieces: Sequence[ParagraphPart], place: int, *, dots: bool) -> str:
    kept = []
    for piece in pieces:
        if piece.end > place:
            text = piece.text[: place - piece.start]
            kept.append(escape(text.rstrip(_BEFORE_DOTS) if dots else text, quote=False))
            break
        kept.append(piece.node.html or "")
    return "".join(kept) + ("…" if dots else "")


def _is_note(node: LexborNode) -> bool:
    """Whether an element is the mark of a footnote, which no summary has."""
    return node.tag == "sup" and (node.attributes.get("id") or "").startswith("fnref")


def _is_blank(node: LexborNode) -> bool:
    return node.is_comment_node or (node.is_text_node and not node.text().strip())
