"""Where Markdown holds code: fenced and indented blocks, and spans between backticks within a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

Span = tuple[int, int]
"""Where something begins, and where it has ended."""

FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})(.*)")
_FENCE_SIGNS = re.compile(r"[`~]{3,}")
_TICKS = re.compile(r"`+|\n[ \t]*(?=\n|#{1,6}[ \t]|[-*+][ \t]|[0-9]{1,9}[.)][ \t])")
"""Signs of code, and lines that end a paragraph: blank ones, headings and items of lists."""


_INDENTED = re.compile(r"^(?: {4}| {0,3}\t)", re.MULTILINE)
_LINES = re.compile(r"([ \t]*)([^\n]*)(?:\n|\Z)")
_ENDS = re.compile(r"#{1,6}(?!#)|(?>(?:[-*_][ \t]*+){3,})\Z")
"""Headings and rules, which end what stands above them, and below which a new block begins."""
_HOLDS = re.compile(
    r"(?:[-*+:]|[0-9]{1,9}[.)])(?=[ \t]|\Z)|///|\[\^[^\]\s]++\]:"
    r"|(?P<opens>!!!|\?\?\?|===[!+]*[ \t]*[\"'])"
)
"""What makes an indented block below it a part of its own: items of lists, notes, admonitions, tabs.

Whether the extension is there that reads them is not known. The last two need no blank line below them."""
STEP = 4
"""Spaces that make code of a block, and each level of what holds blocks (Python-Markdown)."""


def code_in(text: str) -> tuple[list[Span], list[Span]]:
    """Return where fenced code is, and code between backticks outside of that."""
    fences = code_spans(text)
    return fences, inline_spans(text, fences)


def all_code_in(text: str) -> tuple[list[Span], list[Span], list[Span]]:
    """Return where fenced code is, code between backticks, and code that is indented."""
    fences, spans = code_in(text)
    return fences, spans, indented_spans(text, fences)


def code_spans(text: str, until: int | None = None) -> list[Span]:
    """Return where fenced code that opens before ``until`` begins and ends, in order.

    A fence that doesn't close by then reaches to the end of the text.
    """
    until = len(text) if until is None else until
    spans: list[Span] = []
    fence, opened, following = "", 0, 0
    for signs in _FENCE_SIGNS.finditer(text, 0, until):
        if signs.start() < following:
            continue
        start = text.rfind("\n", 0, signs.start()) + 1
        end = text.find("\n", start)
        line, following = (text[start:], len(text)) if end < 0 else (text[start:end], end + 1)
        after = fence_after(line, fence)
        if after and not fence:
            opened = start
        elif fence and not after:
            spans.append((opened, following))
        fence = after
    if fence:
        spans.append((opened, len(text) + 1))
    return spans


def indented_spans(text: str, fences: Sequence[Span] = ()) -> list[Span]:
    """Return lines of code that is indented, in order: of blocks that begin there and that nothing holds.

    What stands within ``fences`` holds nothing, and a block begins below them.
    """
    spans: list[Span] = []
    needed, is_code, begins = STEP, False, True
    for line in _LINES.finditer(text) if _INDENTED.search(text) else ():
        indent, is_fenced = len(line[1].expandtabs(STEP)), is_within(line.start(), fences)
        if indent < STEP and (begins or is_fenced) and line[2].strip():
            needed = STEP
        if is_fenced or not line[2].strip():
            begins = True
            continue
        if begins or indent < STEP:
            is_code = indent >= needed
        begins = False
        if is_code:
            spans.append(line.span())
        elif _ENDS.match(line[2]):
            needed, begins = indent // STEP * STEP + STEP, True
        elif holder := _HOLDS.match(line[2]):
            needed, begins = indent // STEP * STEP + 2 * STEP, holder["opens"] is not None
    return spans


def is_within(position: int, spans: Sequence[Span]) -> bool:
    """Whether a position lies in one of the spans, which are in order."""
    found = bisect_right(spans, (position, len(spans) and spans[-1][1])) - 1
    return found >= 0 and spans[found][0] <= position < spans[found][1]


def is_in_any(position: int, kinds: Iterable[Sequence[Span]]) -> bool:
    """Whether a position lies in a span of one kind or another."""
    return any(is_within(position, spans) for spans in kinds)


def fence_after(line: str, fence: str) -> str:
    """Return the fence that is open behind a line, given the one that is open before it."""
    found = FENCE.fullmatch(line)
    if found is None:
        return fence
    signs, info = found[1], found[2]
    if not fence:
        return "" if signs[0] == "`" and "`" in info else signs
    closes = signs[0] == fence[0] and len(signs) >= len(fence) and not info.strip()
    return "" if closes else fence


def inline_spans(text: str, fences: Sequence[Span]) -> list[Span]:
    """Return where code spans begin and end outside of ``fences`` (CommonMark 0.31, 6.1), in order."""
    spans: list[Span] = []
    runs: list[Span] = []
    for found in _TICKS.finditer(text):
        if found[0][0] == "\n":
            spans += _pairs(text, runs)
            runs = []
        elif not is_within(found.start(), fences):
            runs.append(found.span())
    return [*spans, *_pairs(text, runs)]


def _pairs(text: str, runs: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans of one paragraph: a run of backticks closes with the next one that is as long."""
    places: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(runs):
        places.setdefault(end - start, []).append(number)
    number = 0
    while number < len(runs):
        start, end = runs[number]
        same = places[end - start]
        after = bisect_right(same, number)
        before = text[max(0, start - 2) : start]
        escaped = before.endswith("\\") and before != "\\\\"
        if escaped or after == len(same):
            number += 1
        else:
            yield start, runs[same[after]][1]
            number = same[after] + 1
