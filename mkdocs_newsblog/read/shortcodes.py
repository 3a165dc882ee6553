"""Shortcodes and tags in a body that its system would have run: here they are text, and readers see them."""

from __future__ import annotations

import re

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.code import code_spans, inline_spans, is_within
from mkdocs_newsblog.schema.codes import problem

_SHORTCODE = r"\{\{[<%][ \t\n]*[\w.-][\w./-]{0,80}"
"""As Hugo has them, but for what ends one; one to be shown has a comment there (Hugo, Shortcodes)."""
_LIQUID = (
    r"include(?:_cached|_relative)?[ \t]+[\w/-]{1,80}\.[\w./-]{1,80}"
    r"|(?:post_url|link|gist|highlight)[ \t]+[\w./-]{1,80}"
)
_HEXO = r"(?:asset_(?:img|path|link)|post_(?:link|path)|img|youtube|include_code)[ \t]+[^%\s]{1,80}"
_TAGS = re.compile(rf"{_SHORTCODE}|\{{%-?[ \t]*(?:{_LIQUID}|{_HEXO})")
"""Nothing that Jinja has, which plugins of the host run: names of files stand there without quotes."""


def kept_shortcodes(text: str, src_uri: str, skipped: int) -> list[Problem]:
    """Return a notice of the first outside code, which counts the others.

    ``skipped`` is the number of lines of the file before ``text``.
    """
    if "{{<" not in text and "{%" not in text and "{{%" not in text:
        return []
    fences = code_spans(text, len(text))
    spans = inline_spans(text, fences)
    tags = [
        tag
        for tag in _TAGS.finditer(text)
        if not (is_within(tag.start(), fences) or is_within(tag.start(), spans))
    ]
    if not tags:
        return []
    first = tags[0]
    place = Place(src_uri, skipped + text.count("\n", 0, first.start()) + 1)
    others = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
    fact = f"{quoted(first[0])}{others}: what another system would have run is text here, and readers see it"
    return [problem("shortcode-kept", place, "body", fact)]
