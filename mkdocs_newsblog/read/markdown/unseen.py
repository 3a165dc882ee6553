"""What readers of another system never see: names of headings in comments, and settings of components."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.markdown.code import code_spans, is_within
from mkdocs_newsblog.read.markdown.replaced import replaced

_NAME = r"(?m)^#{1,6}[ \t][^\n]*?(?P<said>\{/\*[\w #.:/-]{0,200}\*/\})[ \t]*$"
"""A heading with a comment that names it, as React and Docusaurus have them: ``## Low {/*low*/}``."""
_SETTINGS = (
    r"(?m)^[ \t]*:{2,}[a-z][\w-]*[^\n]*(?P<said>\n[ \t]*---[ \t]*(?:\n(?![ \t]*---[ \t]*$)[^\n]*){0,200}"
    r"\n[ \t]*---[ \t]*)$"
)
"""A component and what it is told in YAML, right below its name (Nuxt Content, Markdown Components)."""


def without_names(text: str) -> str:
    """Return a text whose headings do not show the comments that name them."""
    return _without(_NAME, text) if "{/*" in text else text


def without_settings(text: str) -> str:
    """Return a text without settings of components, which dashes make headings; as many lines stay."""
    return _without(_SETTINGS, text) if "::" in text else text


def _without(pattern: str, text: str) -> str:
    said = [found.span("said") for found in re.finditer(pattern, text)]
    if not said:
        return text
    fences = code_spans(text)
    kept = (span for span in said if not is_within(span[0] - 1, fences))
    return replaced(text, ((*span, "\n" * text.count("\n", *span)) for span in kept))
