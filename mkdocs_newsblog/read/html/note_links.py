"""Links to notes, as Obsidian has them, in HTML: none leads anywhere here, and their words are read."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.html.as_typed import AS_TYPED
from mkdocs_newsblog.read.values.wiki_links import note_of

_ATTRIBUTE = (
    r"\w++::|(?:carries_dependency|deprecated|fallthrough|maybe_unused|nodiscard|noreturn|no_unique_address)"
    r"(?=[(\]])"
)
"""An attribute of C++, which stands in the same brackets (the standard, [dcl.attr])."""
_LINK = (
    rf"(?s){AS_TYPED}"
    rf"|(?<![!$0-9A-Za-z_])\[\[(?=[^\[\]|\n<>]*[^\W\d])(?!\s|{_ATTRIBUTE})(?P<target>[^\[\]|\n<>]+)"
    r"(?:\|(?P<label>[^\[\]\n<>]*))?\]\]"
)
"""A link, or what is meant as it is typed.

Numbers alone refer to a source. Behind a letter or a dollar, as in ``K[[x]]``, such brackets are of a
formula or a program."""


def named(html: str) -> str:
    """Return HTML with what links to notes are called in their place: ``[[a/Storm|the storm]]``."""
    return re.sub(_LINK, _name, html) if "[[" in html else html


def _name(found: re.Match[str]) -> str:
    if found["target"] is None:
        return found[0]
    return (found["label"] or "").strip() or note_of(found["target"])
