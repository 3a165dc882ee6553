"""Values where a picture's path is asked for that are none: not filled in, or no name of a file."""

from __future__ import annotations

from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.schema.front_matter.fields import normal

ARCHETYPE = "<image path/url>"
"""What PaperMod's template of posts has for a path (PaperMod, Variables, Front Matter)."""
SHORTEST = 3
"""Signs that a path with an ending has at least. What is shorter is drawn in place of a picture, as
Crystal's site does with ``thumbnail: H``."""
_BESIDE = frozenset({"focalpoint", "previewonly"})
"""Keys of Hugo Blox, once Wowchemy: their object tells of the file ``featured`` beside a post."""
_STEM = "featured"
"""What its editor writes for the name of that file, whatever ending the file has."""


def is_unfilled(value: Value) -> bool:
    """Whether a picture's path, or that of the object around it, is the one of the template, or no path."""
    if isinstance(value.raw, dict):
        return ARCHETYPE in value.fields.values()
    return value.raw == ARCHETYPE or (value.is_scalar and len(value.text()) < SHORTEST)


def is_of_file(value: Value) -> bool:
    """Whether an object tells of a picture that its system finds by the name of the file."""
    return isinstance(value.raw, dict) and not _BESIDE.isdisjoint(normal(str(key)) for key in value.raw)


def is_stem(around: Value, path: Value) -> bool:
    """Whether a path in such an object is the name that any file found by its system has."""
    return path.is_scalar and path.text() == _STEM and is_of_file(around)
