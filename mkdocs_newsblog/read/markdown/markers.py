"""The mark at which an author cut the summary: every system's own becomes ours, and there is one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_newsblog.read.markdown.code import Span, code_spans, inline_spans, is_within
from mkdocs_newsblog.read.markdown.headings import BLOCKS

MORE = "<!-- more -->"
_COMMENT = re.compile(
    r"<!--(?i:\s*(?:more(?:\s[^<>]{0,100})?|excerpt(?:[-_\s]end)?|end[ _-]excerpt|truncate"
    r"|pelican_end_summary|teaser_end(?::[^<>]{0,100})?|read[ -]?more|break|summary[ -]end)\s*)-->"
)
_MDX = re.compile(r"\{/\*(?i:\s*(?:truncate|more|excerpt)\s*)\*/\}")
"""Every system's excerpt marker: the two kinds apart are searched for ten times faster than as one."""

_BLOCK = re.compile(r" {0,3}(?:[>|]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])")
"""Quotes, rows and items, which blank lines would tear apart: a mark stays in its place there.

So it does in the midst of a paragraph: the post's page reads as if it were not there."""

_CLOSED = rf"(?i)</(?:{BLOCKS})\s*>\Z"
"""The end of a block of HTML, behind which hosts move a mark to a place of their own."""


def one_marker(text: str) -> str:
    """Replace the first excerpt marker by ours and drop the others, outside code."""
    markers = sorted(found.span() for pattern in (_COMMENT, _MDX) for found in pattern.finditer(text))
    if not markers or (len(markers) == 1 and text.startswith(MORE, markers[0][0])):
        return text
    kept, done, seen = list[str](), 0, False
    for start, end, line in _by_line(text, _outside_code(text, markers)):
        mark, parts = "" if seen else MORE, list(_between(text, start, end, line))
        if _BLOCK.match(text, start) or _is_within_text(text, end, parts):
            put = _inline(parts, mark)
        else:
            put = "\n\n".join(filter(None, (parts[0].rstrip(), mark, _joined(parts[1:]))))
        kept += (text[done:start], put)
        done, seen = end, True
    return "".join((*kept, text[done:]))


def _outside_code(text: str, markers: list[Span]) -> list[Span]:
    fences = code_spans(text, markers[-1][0])
    inline = inline_spans(text, fences) if "`" in text else []
    return [
        marker
        for marker in markers
        if not is_within(marker[0], fences)
        and (not is_within(marker[0], inline) or _stands_alone(text, marker))
    ]


def _stands_alone(text: str, marker: Span) -> bool:
    """Whether nothing else is in a marker's line: signs of code before and behind it are no pair then."""
    before = text[text.rfind("\n", 0, marker[0]) + 1 : marker[0]]
    return not before.strip() and not text[marker[1] : _line_end(text, marker[1])].strip()


def _line_end(text: str, position: int) -> int:
    found = text.find("\n", position)
    return len(text) if found < 0 else found


def _by_line(text: str, markers: list[Span]) -> Iterator[tuple[int, int, list[Span]]]:
    """Yield where each line with markers begins and ends, and those markers; indented code has none."""
    number = 0
    while number < len(markers):
        start = text.rfind("\n", 0, markers[number][0]) + 1
        end, line = markers[number][0] + 1, list[Span]()
        while number < len(markers) and markers[number][0] < end:
            line.append(markers[number])
            end = _line_end(text, markers[number][1])  # a marker may stand on several lines
            number += 1
        if not text.startswith(("    ", "\t"), start):
            yield start, end, line


def _between(text: str, start: int, end: int, markers: list[Span]) -> Iterator[str]:
    for marker in markers:
        yield text[start : marker[0]]
        start = marker[1]
    yield text[start:end]


def own_marker(text: str, marker: str) -> str:
    """Replace the first line outside code that is the site's own marker by ours."""
    spans, start = code_spans(text), 0
    while start < len(text):
        end = min(_line_end(text, start) + 1, len(text))
        line = text[start:end]
        if line.strip() == marker.strip() and not is_within(start, spans):
            return f"{text[:start]}\n{MORE}\n\n{text[end:]}"
        start = end
    return text


def has_marker(body: str) -> bool:
    """Whether a body that was read has a marker outside code."""
    markers = [found.span() for found in re.finditer(MORE, body)]
    return bool(markers and _outside_code(body, markers))


_BEGINS = r"\s*(?:[-*+]\s|[0-9]{1,9}[.)]\s|[#>|<]|`{3}|~{3}|(?:[-=*_]\s*){3,}$)"
"""A line that begins something else: a list, a table, a rule."""


def _is_within_text(text: str, end: int, parts: Sequence[str]) -> bool:
    """Whether a paragraph goes on behind the marks of a line that ends at ``end``: they stay in it then."""
    before, behind = parts[0].strip(), _joined(parts[1:])
    below = text[end + 1 : _line_end(text, end + 1)]
    goes_on = below.strip() and not re.match(_BEGINS, below) and not before.startswith("#")
    return bool(before and (behind or goes_on) and not re.search(_CLOSED, before))


def _inline(parts: Sequence[str], mark: str) -> str:
    """Return a line with one mark, or without any; what stood apart stays apart."""
    before, behind = parts[0], _joined(parts[1:])
    space = " " if behind and parts[1][:1] in ("", " ", "\t") else ""
    if not mark and (space or not behind):
        before = before.rstrip()
    return f"{before}{mark}{space}{behind}"


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part.strip() for part in parts).strip()
