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

_FENCE = re.compile(r"[ \t]*+(---|\+\+\+)[ \t]*")
_KEY = re.compile(r"[ \t]*+\"?([A-Za-z][\w-]*)\"?[ \t]*[:=](?:[ \t]|\Z)")
_CODE = re.compile(r"[ \t>]*(?:```|~~~)")


def without_front_matter(source: Source, text: str, *, required: bool) -> Iterator[Problem]:
    """Yield what there is to say of a file that has no front matter where it belongs."""
    if found := misplaced(text):
        line, fact = found
        yield problem("front-matter-misplaced", Place(source.src_uri, line), "front matter", fact)
    if required:
        yield problem("front-matter-missing", Place(source.src_uri), "file", "the file has no front matter")


def misplaced(text: str) -> tuple[int, str] | None:
    """Return the line of a block that looks like front matter, from 1, and what is wrong with its place.

    That is a line of dashes or plus signs, a key of posts right below it, and such a line again.
    """
    lines = [line.rstrip("\r") for line in islice(text.split("\n", NEAR + LONG), NEAR + LONG)]
    above, in_code = False, False
    for number, line in enumerate(lines[:NEAR]):
        opening = _FENCE.fullmatch(line)
        key = _KEY.match(lines[number + 1]) if opening and number + 1 < len(lines) else None
        if opening and key and aliases_of(key[1]) and not in_code:
            ends = (_FENCE.fullmatch(each) for each in lines[number + 2 :])
            if not any(end and end[1] == opening[1] for end in ends):
                return None
            where = "has text above it" if above else "is indented"
            return number + 1, f"a block of front matter begins here but {where}, so it is part of the text"
        in_code ^= bool(_CODE.match(line))
        above = above or bool(line.strip())
    return None
