"""Pictures that a template of posts names and nobody has filled in."""

from __future__ import annotations

from mkdocs_newsblog.read.front_matter.document import Value

ARCHETYPE = "<image path/url>"
"""What PaperMod's template of posts has for a path (PaperMod, Variables, Front Matter)."""


def is_unfilled(value: Value) -> bool:
    """Whether a picture's path, or that of the object around it, is the one of the template."""
    paths = value.fields.values() if isinstance(value.raw, dict) else (value.raw,)
    return ARCHETYPE in paths
