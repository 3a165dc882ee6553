"""Front matter that is none: it does not begin at the top of its file, so all systems take it for text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.front_matter import aliases_of

NEAR = 20
"""Lines in which such a block may begin."""
LONG = 200
"""Lines in which it must end."""

_FENCE = re.compile(r"([ \t]*+)(---|\+\+\+)[ \t]*")
_KEY = re.compile(r"[ \t]*+\"?([A-Za-z][\w-]*)\"?[ \t]*[:=](?:[ \t]|\Z)")
_HARMLESS = re.compile(r"\s*|[ ]{0,3}(?:<!--(?:(?!-->).)*-->\s*|#{1,6}[ \t].*)")
"""What may stand above a block that was meant for front matter: comments, and a heading."""


def without_front_matter(source: Source, text: str, *, required: bool) -> Iterator[Problem]:
    """Yield what there is to say of a file that has no front matter where it belongs."""
    if found := misplaced(text):
        line, fact = found
        yield problem("front-matter-misplaced", Place(source.src_uri, line), "front matter", fact)
    if required:
        yield problem("front-matter-missing", Place(source.src_uri), "file", "the file has no front matter")


def misplaced(text: str) -> tuple[int, str] | None:
    """Return the line of a block that looks like front matter, from 1, and what is wrong with its place.

    That is a line of dashes or plus signs, a key of posts right below it, and such a line again, with nothing
    above it that a post would begin with: below other text it may be an example, or lines between two rules.
    """
    lines = [line.rstrip("\r") for line in islice(text.split("\n", NEAR + LONG), NEAR + LONG)]
    above = False
    for number, line in enumerate(lines[:NEAR]):
        if opening := _FENCE.fullmatch(line):
            below = lines[number + 1 :]
            key = _KEY.match(below[0]) if below else None
            ends = (place for place, each in enumerate(below) if _closes(each, opening[2]))
            end = next(ends, None)
            if not key or not aliases_of(key[1]) or end is None or not all(map(str.strip, below[:end])):
                return None
            if above and opening[1]:
                return None
            where = "has text above it" if above else "is indented"
            return number + 1, f"a block of front matter begins here but {where}, so it is part of the text"
        if not _HARMLESS.fullmatch(line):
            return None
        above = above or bool(line.strip())
    return None


def _closes(line: str, sign: str) -> bool:
    found = _FENCE.fullmatch(line)
    return found is not None and found[2] == sign
