"""Shortcodes and tags in a body that its system would have run: here they are text, and readers see them."""

from __future__ import annotations

import re

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.markdown.code import all_code_in, is_in_any
from mkdocs_newsblog.read.markdown.literal import literal_spans
from mkdocs_newsblog.schema.problems.codes import problem

_SHORTCODE = r"\{\{[<%][ \t\n]*[\w.-][\w./-]{0,80}"
"""As Hugo has them, but for what ends one; one to be shown has a comment there (Hugo, Shortcodes)."""
_LIQUID = (
    r"include(?:_cached|_relative)?[ \t]+[\w/-]{1,80}\.[\w./-]{1,80}"
    r"|(?:post_url|link|gist|highlight)[ \t]+[\w./-]{1,80}"
)
_HEXO = r"(?:asset_(?:img|path|link)|post_(?:link|path)|img|youtube|include_code)[ \t]+[^%\s]{1,80}"
_WORDPRESS = r"\[(?:caption|gallery)(?=[ \t]+\w{1,20}=)"
"""Pictures, as exports of WordPress leave them; some have backslashes before the brackets."""
_MDX = r"^import[ \t]+(?:[\w$*{][^;'\"\n]{0,300}[\s}]from[ \t]*)?['\"][^'\"\n]{1,300}['\"]"
"""A line of a program at the left edge, as posts of Docusaurus begin."""
_COMMENT = r"(?<!\S)(?:(?<![0-9][ \u00a0\u202f])|(?=%%\S))%%[^%]{1,2000}%%(?!\S)"
"""A comment of Obsidian, which readers do not see there; behind a number and a space it is a unit."""
_EMBED = r"%\[https?://[^\s\[\]]{1,300}\]"
"""A film or a card of another site, as exports of Hashnode have them."""
_BOX = (
    r"^[ \t]{0,8}:::+[ \t]?(?:\{[a-z][\w:-]{0,40}\}"
    r"|\{?(?:caution|danger|details|important|info|note|tip|warning)(?![\w.]))"
)
"""A box around a text in Docusaurus, VitePress and MyST; mkdocstrings has names of modules there."""
_DIRECTIVE = (
    r"(?P<fenced>^[ \t]{0,8}(?:`{3,}|~{3,})[ \t]?\{(?!code|sourcecode)[a-z][\w:-]{0,40}\}(?=[ \t]+[^\s`]))"
)
"""What MyST makes of a fence that is told more than a name, such as a picture; code stays what it is."""
_TAGS = re.compile(
    rf"{_SHORTCODE}|\{{%-?[ \t]*(?:{_LIQUID}|{_HEXO})|{_WORDPRESS}|{_MDX}|{_COMMENT}|{_EMBED}|{_BOX}"
    rf"|{_DIRECTIVE}",
    re.MULTILINE,
)
"""Nothing that Jinja has, which plugins of the host run: names of files stand there without quotes."""
_BEGINNINGS = (
    "{{<",
    "{{%",
    "{%",
    "[caption",
    "[gallery",
    "import ",
    "%%",
    "%[",
    ":::",
    "`{",
    "` {",
    "~{",
    "~ {",
)
"""What a text has at least when it has one."""


def kept_shortcodes(text: str, src_uri: str, skipped: int) -> list[Problem]:
    """Return a notice of the first outside code and comments, which counts the others.

    ``skipped`` is the number of lines of the file before ``text``.
    """
    if not any(beginning in text for beginning in _BEGINNINGS):
        return []
    code = all_code_in(text)
    hidden = (*code, literal_spans(text, code))
    opened = {start for start, _ in code[0]}
    tags = [
        tag
        for tag in _TAGS.finditer(text)
        if not is_in_any(tag.start(), hidden) or (tag["fenced"] and tag.start() in opened)
    ]
    if not tags:
        return []
    first = tags[0]
    place = Place(src_uri, skipped + text.count("\n", 0, first.start()) + 1)
    others = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
    fact = f"{quoted(first[0])}{others}: what another system would have run is text here, and readers see it"
    return [problem("shortcode-kept", place, "body", fact)]
