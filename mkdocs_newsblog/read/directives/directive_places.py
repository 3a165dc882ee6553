"""Where in a page's source a directive stands that was found in its HTML: for messages only."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.model.request import Given
from mkdocs_newsblog.read.directives.opening import COMMENT
from mkdocs_newsblog.read.markdown.code import all_code_in, is_in_any

_CLOSING = "-->"
_ALONE = re.compile(r"^[ \t]*+(?=<!--)", re.MULTILINE)
"""Before a comment that begins a line, which is a block of its own between backticks, too."""


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
    fences, spans, indented = all_code_in(source)
    blocks = (fences, indented)
    alone = {begin.end() for begin in _ALONE.finditer(source)}
    kept: list[Given] = []
    for each in _directives(source):
        start = source.rfind("<!--", 0, each.at)
        if not is_in_any(start, blocks if start in alone else (*blocks, spans)):
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


def _by_words(found: Iterable[Given]) -> dict[tuple[str, ...], deque[Given]]:
    """Return directives in order by their words, since white space may differ between source and page."""
    groups: dict[tuple[str, ...], deque[Given]] = {}
    for each in found:
        groups.setdefault(tuple(each.text.split()), deque()).append(each)
    return groups
