"""Directives in the finished HTML of a page: comments, which the host's Markdown has told from code.

What stands in code came out as text, whatever extension the site uses, so nothing here knows of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from itertools import accumulate, groupby

MARK = "newsblog:"
"""What a directive's comment begins with."""

_OPENING = re.compile(rf"\s*{MARK}")
_VOID_NAMES = "area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr"
_HOLDER_NAMES = (
    "article|aside|blockquote|body|center|dd|details|dialog|div|fieldset|figure|footer|form|header|li|main|nav"
    "|search|section|td"
)
_VOID = frozenset(_VOID_NAMES.split("|"))
_HOLDERS = frozenset(_HOLDER_NAMES.split("|"))
"""Elements that may hold lists and headings (HTML, 4.3 to 4.11)."""
_AROUND = _HOLDERS | {"dl", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"}
_HEADING = re.compile(r"h([1-6])")
_BREAKS = re.compile(r"\A(?:\s|<br\s*/?>)+|(?:\s|<br\s*/?>)+\Z", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph around directives, as positions in the HTML: its tags, ``close`` is None without an end."""

    start: int
    inner: int
    close: int | None = None
    end: int = 0


@dataclass(frozen=True, slots=True)
class Spot:
    """A directive in HTML from ``start`` to ``end``; ``level`` is that of the heading above, 0 for none."""

    start: int
    end: int
    text: str
    level: int
    paragraph: Paragraph | None = None
    sound: bool = True
    """Whether a list may stand here."""


class _Finder(HTMLParser):
    """Walks through a page and keeps what is open, as positions in the text that is handed on unchanged."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.html = html
        self.spots: list[Spot] = []
        self._open: list[tuple[str, Paragraph | None]] = []
        self._level = 0
        self._lines = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that is open from here on."""
        del attrs
        if tag in _VOID:
            return
        if heading := _HEADING.fullmatch(tag):
            self._level = int(heading[1])
        start = self._here()
        inner = start + len(self.get_starttag_text() or "")
        self._open.append((tag, Paragraph(start, inner) if tag == "p" else None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Read ``<br />`` as HTML does: the slash says nothing."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name, and all within it."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place][0] == tag:
                paragraph = self._open[place][1]
                if paragraph is not None:
                    paragraph.close = self._here()
                    paragraph.end = self.html.index(">", paragraph.close) + 1
                del self._open[place:]
                return

    def handle_comment(self, data: str) -> None:
        """Keep a directive."""
        opening = _OPENING.match(data)
        start = self._here()
        end = start + len("<!--") + len(data) + len("-->")
        if opening is None or self.html[start:end] != f"<!--{data}-->":
            return
        tags = [tag for tag, _ in self._open]
        paragraph = self._open[-1][1] if self._open else None
        holders = tags[:-1] if paragraph else tags
        sound = all(tag in _AROUND or "-" in tag for tag in holders)
        sound = sound and (not holders or holders[-1] in _HOLDERS or "-" in holders[-1])
        self.spots.append(Spot(start, end, data[opening.end() :], self._level, paragraph, sound))


def find_directives(html: str) -> list[Spot]:
    """Return the directives of a page in order."""
    if MARK not in html:
        return []
    finder = _Finder(html)
    finder.feed(html)
    finder.close()
    return [
        spot
        if spot.paragraph is None or spot.paragraph.close is not None
        else replace(spot, sound=False, paragraph=None)
        for spot in finder.spots
    ]


def fill(html: str, spots: Sequence[Spot], texts: Sequence[str]) -> str:
    """Return a page with ``texts`` in the place of its directives; a paragraph around one ends before it."""
    made: list[str] = []
    done = 0
    pairs = [(spot, text) for spot, text in zip(spots, texts, strict=True) if spot.sound]
    for _, group in groupby(pairs, lambda pair: id(pair[0].paragraph or pair[0])):
        together = list(group)
        paragraph = together[0][0].paragraph
        if paragraph is None:
            spot, text = together[0]
            made += (html[done : spot.start], text)
            done = spot.end
        else:
            made += (html[done : paragraph.start], _split(html, paragraph, together))
            done = paragraph.end
    return "".join((*made, html[done:]))


def _split(html: str, paragraph: Paragraph, inside: Iterable[tuple[Spot, str]]) -> str:
    """Return a paragraph with its directives filled in between what is left of it."""
    opening = html[paragraph.start : paragraph.inner]
    made: list[str] = []
    done = paragraph.inner
    for spot, text in inside:
        if words := _BREAKS.sub("", html[done : spot.start]):
            made.append(f"{opening}{words}</p>")
            opening = "<p>"
        made.append(text)
        done = spot.end
    if words := _BREAKS.sub("", html[done : paragraph.close]):
        made.append(f"{opening}{words}</p>")
    return "\n".join(made)
