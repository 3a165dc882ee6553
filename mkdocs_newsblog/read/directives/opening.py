"""How the comment of a directive begins, and comments that were meant to be one."""

from __future__ import annotations

import re

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.model.request import Fault
from mkdocs_newsblog.schema.lists import LISTS

MARK = "newsblog:"
"""What a directive's comment begins with."""

_MARK = r"(?i)\s*+(?P<mark>newsblog)\b\s*+:?+"
_MEANT = rf"""
    (?i:newsblog) (?: \s*+ : \s*+ | \s++ )
    (?i:{"|".join(LISTS)})
    (?>(?: \s++ [\w-]++ \s*+ = \s*+ (?: "[^"<>]*+" | '[^'<>]*+' | (?>(?: (?!-->) [^\s"'<>] )+) ) )*)
    \s*+
"""
"""A list by its name, with pairs and nothing else: words behind the mark would be a note of the author's."""
_BEGINS = rf"(?x)\s*+ (?: {MARK} | (?= {_MEANT} \Z ) )"
COMMENT = re.compile(rf"<!-- \s*+ (?: {MARK} | (?= {_MEANT} --> ) )", re.VERBOSE)
"""How such a comment begins in a source, up to the text of the directive."""


def opening(comment: str) -> int | None:
    """Return where in a comment the text of a directive begins, None where there is none.

    The text of one that is only meant to be a directive begins with the word that should be its mark.
    """
    found = re.match(_BEGINS, comment)
    return found and found.end()


def misspelt(text: str) -> Fault | None:
    """Return what is wrong with the mark of a directive, given its text."""
    found = re.match(_MARK, text)
    if found is None:
        return None
    fact = f"a list begins with {quoted(MARK)}, with its colon and in small letters; this comment shows none"
    remedy = f"Write {quoted(' '.join((MARK, *text[found.end() :].split())))}"
    return Fault("list-unknown", found.start("mark"), "newsblog", fact, remedy)
