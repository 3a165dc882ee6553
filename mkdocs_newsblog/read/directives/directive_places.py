"""Where in a page's source a directive stands that was found in its HTML: for messages only."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.model.request import Given
from mkdocs_newsblog.read.directives.opening import COMMENT
from mkdocs_newsblog.read.markdown.code import code_spans

_CLOSING = "-->"
_TICKS = re.compile("`+")
_DEEP = 4
"""Columns of indentation from which a block is code, unless it lies in something that is indented as much."""
_CONTAINER = re.compile(
    r"(?!(?>(?:[-*_]\s*+){3,})$)(?:(?:[-*+:]|\d{1,9}[.)])(?:\s|$)|!!!|\?\?\?|===[!+]*\s+[\"']|\[\^[^\]\s]+\]:)"
)
"""What has indented blocks in it: items of lists, definitions, admonitions, content tabs, footnotes."""


def directive_places(source: str, texts: Sequence[str]) -> list[Given | None]:
    """Return for each directive of the page its text and position in the source, None where it is not there.

    Directives in code are no candidates as long as there are others; what a plugin wrote is nowhere.
    """
    shown, every = (_by_words(each) for each in (written_directives(source), _directives(source)))
    places: list[Given | None] = []
    for text in texts:
        wanted = tuple(text.split())
        pool = shown.get(wanted) or every.get(wanted)
        places.append(pool.popleft() if pool else None)
    return places


def written_directives(source: str) -> list[Given]:
    """Return the text and position of each directive of a source that is not likely to be code."""
    code = code_lines(source)
    kept: list[Given] = []
    line = done = 0
    for each in _outside_code(source, _directives(source)):
        opening = source.rfind("<!--", 0, each.at)
        line += source.count("\n", done, opening)
        done = opening
        if line not in code:
            kept.append(each)
    return kept


def place_at(src_uri: str, source: str, found: Given | None, text: str, at: int) -> Place:
    """Return the place of the character ``at`` of a directive's text in its file, or the top of the file.

    White space may differ between source and page, so signs are counted without it.
    """
    if found is None:
        return Place(src_uri)
    solid = len("".join(text[:at].split()))
    places = [offset for offset, char in enumerate(found.text) if not char.isspace()]
    start = found.at + (places[solid] if solid < len(places) else len(found.text.rstrip()))
    return Place(src_uri, source.count("\n", 0, start) + 1, start - source.rfind("\n", 0, start))


def _directives(source: str) -> Iterator[Given]:
    """Yield the text of each directive with its position; linear, whatever is left open."""
    position = 0
    while opening := COMMENT.search(source, position):
        close = source.find(_CLOSING, opening.end())
        if close < 0:
            return
        yield Given(source[opening.end() : close], opening.end())
        position = close + len(_CLOSING)


def code_lines(source: str) -> set[int]:
    """Return the lines that are code by their indentation, counted from zero.

    Which of Markdown's extensions a site uses is not known: whatever is a container for one of them is one.
    """
    above: list[tuple[int, bool, bool]] = []  # each line less indented than the next: columns, opens, is code
    code: set[int] = set()
    for number, line in enumerate(source.split("\n")):
        text = line.expandtabs(_DEEP)
        solid = text.lstrip()
        if not solid:
            continue
        columns = len(text) - len(solid)
        while above and above[-1][0] >= columns:
            above.pop()
        outer, opens, is_code = above[-1] if above else (0, False, False)
        is_code = is_code or columns - outer >= _DEEP * (2 if opens else 1)
        if is_code:
            code.add(number)
        above.append((columns, bool(_CONTAINER.match(solid)), is_code))
    return code


def _by_words(found: Iterable[Given]) -> dict[tuple[str, ...], deque[Given]]:
    """Return directives in order by their words, since white space may differ between source and page."""
    groups: dict[tuple[str, ...], deque[Given]] = {}
    for each in found:
        groups.setdefault(tuple(each.text.split()), deque()).append(each)
    return groups


def _outside_code(source: str, found: Iterable[Given]) -> list[Given]:
    """Return the directives, given in order, that are in no fence and behind no single backtick of a line."""
    spans = deque(code_spans(source))
    outside: list[Given] = []
    done = ticks = 0
    for each in found:
        line = source.rfind("\n", done, each.at) + 1
        ticks = len(_TICKS.findall(source, max(line, done), each.at)) + (ticks if line <= done else 0)
        done = each.at
        while spans and spans[0][1] <= each.at:
            spans.popleft()
        if ticks % 2 == 0 and not (spans and spans[0][0] <= each.at):
            outside.append(each)
    return outside
