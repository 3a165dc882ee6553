"""Where in a page's source a directive stands that was found in its HTML: for messages only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.read.body import code_spans
from mkdocs_newsblog.read.comments import MARK

_COMMENT = re.compile(rf"<!--\s*{MARK}(.*?)-->", re.DOTALL)


def directive_places(source: str, texts: Sequence[str]) -> list[tuple[str, int] | None]:
    """Return for each directive of the page its text and position in the source, None where it is not there.

    Directives in code are no candidates as long as there are others; what a plugin wrote is nowhere.
    """
    found = list(_COMMENT.finditer(source))
    shown = _outside_code(source, found)
    places: list[tuple[str, int] | None] = []
    for text in texts:
        wanted = text.split()
        pool = shown if any(each[1].split() == wanted for each in shown) else found
        match = next((each for each in pool if each[1].split() == wanted), None)
        if match is not None:
            pool.remove(match)
        places.append((match[1], match.start(1)) if match else None)
    return places


def written_directives(source: str) -> list[tuple[str, int]]:
    """Return the text and position of each directive of a source that no Markdown can take for code."""
    found = _outside_code(source, list(_COMMENT.finditer(source)))
    return [(each[1], each.start(1)) for each in found if not _indented(source, each.start())]


def place_at(src_uri: str, source: str, found: tuple[str, int] | None, text: str, at: int) -> Place:
    """Return the place of the character ``at`` of a directive's text in its file, or the top of the file.

    White space may differ between source and page, so signs are counted without it.
    """
    if found is None:
        return Place(src_uri)
    written, start = found
    solid = len("".join(text[:at].split()))
    for offset, char in enumerate(written):
        if not char.isspace():
            if not solid:
                start += offset
                break
            solid -= 1
    else:
        start += len(written.rstrip())
    line_start = source.rfind("\n", 0, start) + 1
    return Place(src_uri, source.count("\n", 0, start) + 1, start - line_start + 1)


def _outside_code(source: str, found: Sequence[re.Match[str]]) -> list[re.Match[str]]:
    code = code_spans(source, len(source)) if found else []
    return [each for each in found if not _in_code(source, each.start(), code)]


def _indented(source: str, position: int) -> bool:
    return source.startswith(("    ", "\t"), source.rfind("\n", 0, position) + 1)


def _in_code(source: str, position: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a position lies in a fence, or behind an odd number of backticks on its line."""
    if any(start <= position < end for start, end in spans):
        return True
    before = source[source.rfind("\n", 0, position) + 1 : position]
    return len(re.findall("`+", before)) % 2 == 1
