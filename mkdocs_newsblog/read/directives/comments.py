"""Directives in the finished HTML of a page: comments, which the host's Markdown has told from code.

What stands in code came out as text, whatever extension the site uses, so nothing here knows of Markdown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import accumulate, groupby
from typing import NamedTuple

from mkdocs_newsblog.read.directives.opening import COMMENT, opening
from mkdocs_newsblog.read.html.elements import VOID
from mkdocs_newsblog.read.markdown.replaced import replaced

_HOLDERS = frozenset(
    {
        *("article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "div", "fieldset"),
        *("figure", "footer", "form", "header", "li", "main", "nav", "search", "section", "td"),
    }
)
"""Elements that may hold lists and headings (HTML, 4.3 to 4.11)."""
_AROUND = _HOLDERS | {"dl", "html", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"}
_HEADING = re.compile(r"h([1-6])")
_WORD = re.compile(r"<br\s*+/?>|(?P<word>[^<\s]++|<)", re.IGNORECASE)


@dataclass(slots=True, eq=False, repr=False)
class Paragraph:
    """A paragraph around directives, as positions in the HTML: its tags, ``close`` is None without an end."""

    start: int
    inner: int
    close: int | None = None
    end: int = 0


class DirectiveSpot(NamedTuple):
    """A directive in HTML from ``start`` to ``end``; ``level`` is that of the heading above, 0 for none."""

    start: int
    end: int
    text: str
    level: int
    paragraph: Paragraph | None = None
    sound: bool = True
    """Whether a list may stand here."""


Filled = tuple[DirectiveSpot, str]
"""A directive, and what stands in its place."""


class _Finder(HTMLParser):
    """Walks through a page and keeps what is open, as positions in the text that is handed on unchanged."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.spots: list[DirectiveSpot] = []
        self._open: list[tuple[str, Paragraph | None]] = []
        self._counts: Counter[str] = Counter()
        self._narrow = 0
        """Elements that are open and can't be around a list, paragraphs among them."""
        self._level = 0
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is open from here on."""
        del attrs
        if tag in VOID:
            return
        if heading := _HEADING.fullmatch(tag):
            self._level = int(heading[1])
        start = self._here()
        inner = start + len(self.get_starttag_text() or "")
        self._open.append((tag, Paragraph(start, inner) if tag == "p" else None))
        self._counts[tag] += 1
        self._narrow += not _is_in(_AROUND, tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read ``<br />`` as HTML does: the slash says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name, and all within it."""
        while self._counts[tag]:
            inner, paragraph = self._open.pop()
            self._counts[inner] -= 1
            self._narrow -= not _is_in(_AROUND, inner)
            if inner == tag:
                if paragraph is not None:
                    paragraph.close = self._here()
                    paragraph.end = self.html.find(">", paragraph.close) + 1 or len(self.html)
                return

    def handle_comment(self, data: str) -> None:
        """Keep a directive."""
        text_at = opening(data)
        start = self._here()
        end = start + len("<!--") + len(data) + len("-->")
        if text_at is None or self.html[start:end] != f"<!--{data}-->":
            return
        paragraph = self._open[-1][1] if self._open else None
        holders = self._open[-2:-1] if paragraph else self._open[-1:]
        sound = self._narrow == (paragraph is not None) and all(_is_in(_HOLDERS, tag) for tag, _ in holders)
        self.spots.append(DirectiveSpot(start, end, data[text_at:], self._level, paragraph, sound))


def _is_in(names: Collection[str], tag: str) -> bool:
    """Whether an element is one of those named, or a custom one, of which anything may be said."""
    return tag in names or "-" in tag


def find_directives(html: str) -> list[DirectiveSpot]:
    """Return the directives of a page in order."""
    if not COMMENT.search(html):
        return []
    finder = _Finder(html)
    end = html.rfind("-->") + len("-->")
    # What is left open behind the last comment is none; the parser would look for its end again and again.
    finder.feed(html[:end] + html[end:].replace("<!", "< "))
    finder.close()
    return [
        spot
        if spot.paragraph is None or spot.paragraph.close is not None
        else spot._replace(sound=False, paragraph=None)
        for spot in finder.spots
    ]


def fill(html: str, spots: Sequence[DirectiveSpot], texts: Sequence[str]) -> str:
    """Return a page with ``texts`` in the place of its directives; a paragraph around one ends before it."""
    pairs = [(spot, text) for spot, text in zip(spots, texts, strict=True) if spot.sound]
    groups = groupby(pairs, lambda pair: id(pair[0].paragraph or pair[0]))
    return replaced(html, (_filled(html, list(group)) for _, group in groups))


def _filled(html: str, together: Sequence[Filled]) -> tuple[int, int, str]:
    """Return where the directives of a paragraph, or one without any, stand, and what comes there."""
    spot, text = together[0]
    if spot.paragraph is None:
        return spot.start, spot.end, text
    return spot.paragraph.start, spot.paragraph.end, _split(html, spot.paragraph, together)


def _split(html: str, paragraph: Paragraph, inside: Iterable[Filled]) -> str:
    """Return a paragraph with its directives filled in between what is left of it."""
    opening = html[paragraph.start : paragraph.inner]
    made: list[str] = []
    done = paragraph.inner
    for spot, text in inside:
        if words := _trimmed(html[done : spot.start]):
            made.append(f"{opening}{words}</p>")
            opening = "<p>"
        made.append(text)
        done = spot.end
    if words := _trimmed(html[done : paragraph.close]):
        made.append(f"{opening}{words}</p>")
    return "\n".join(made)


def _trimmed(words: str) -> str:
    """Return what is left without white space and line breaks at both ends."""
    found = [each.span() for each in _WORD.finditer(words) if each["word"]]
    return words[found[0][0] : found[-1][1]] if found else ""
