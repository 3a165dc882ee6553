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
_NAMES = (
    r"[\w$*{][^;'\"\n]{0,300}[\s}]from[ \t]*"
    r"|(?:[\w$]{1,80},[ \t]*)?\{[^{};'\"]{0,1000}\}[ \t]*from[ \t]*"  # on lines of their own
)
_MDX = (
    rf"^import[ \t]+(?:{_NAMES})?['\"][^'\"\n]{{1,300}}['\"]"
    r"|^export[ \t]+(?:(?:const|let|var)[ \t]+[\w$]{1,80}[ \t]*[:=]|default[ \t]*[({]"
    r"|(?:default[ \t]+)?(?:async[ \t]+)?function\b)"
)
"""A line of a program at the left edge, as posts of Docusaurus begin."""
_COMMENT = r"(?<!\S)(?:(?<![0-9][ \u00a0\u202f])|(?=%%\S))%%[^%]{1,2000}%%(?!\S)"
"""A comment of Obsidian, which readers do not see there; behind a number and a space it is a unit."""
_MDX_COMMENT = r"\{/\*(?!\s*(?i:truncate|more|excerpt)\s*\*/\})[^{}]{0,2000}?\*/\}"
"""What no reader sees where MDX is run, but for the mark of a summary."""
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
_COMPONENT = r"^::?[a-z][\w-]{0,80}(?:\[[^\[\]\n]{0,200}\])?\{[^{}\n]{1,300}\}"
"""A component of Nuxt that is told something, and a directive of remark: ``::github{repo="a/b"}``."""
_HTML = (
    "audio|blockquote|br|button|center|code|dd|details|div|dl|dt|em|figure|font|h[1-6]|hr|iframe|img|kbd|li|mark"
    "|ol|p|picture|pre|section|small|source|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|ul|video"
)
"""What posts also write with a capital and mean as HTML, as which browsers read it."""
_ELEMENT = rf"^[ \t]{{0,8}}<(?!(?i:{_HTML})\b)[A-Z][\w.]{{0,80}}(?<=[a-z\d])(?=[\s/>])"
"""A component of MDX or Vue: what begins with a capital is no element of HTML, and browsers show nothing."""
_VALUE = (
    r"<[a-z][\w-]{0,80}(?=\s)[^<>{}]{0,300}?\s"
    r"(?:[\w-]{1,80}=\{(?![{%])|style=\{\{[ \t\n]{0,80}['\"]?[\w-]{1,80}['\"]?:)"
)
"""An element of MDX that is told a value; two braces and tags of Liquid are Jinja's, but for a style."""
_LIQUIDS = rf"\{{%-?[ \t]*(?:{_LIQUID}|{_HEXO})"
_KINDS = (
    *(_SHORTCODE, _LIQUIDS, _WORDPRESS, _MDX, _MDX_COMMENT, _COMMENT),
    *(_EMBED, _BOX, _DIRECTIVE, _COMPONENT, _ELEMENT, _VALUE),
)
_TAGS = f"(?m){'|'.join(_KINDS)}"
"""Nothing that Jinja has, which plugins of the host run: names of files stand there without quotes."""
_BEGINNINGS = (
    *("{{<", "{{%", "{%", "[caption", "[gallery", "import ", "export ", "={", "%%", "%[", "{/*", "::"),
    *("\n:", "`{", "` {", "~{", "~ {"),
)
_CAPITAL = re.compile("<[A-Z]")
"""What a text has at least when it has one."""


def kept_shortcodes(text: str, src_uri: str, skipped: int) -> list[Problem]:
    """Return a notice of the first outside code and comments, which counts the others.

    ``skipped`` is the number of lines of the file before ``text``.
    """
    if not (any(beginning in text for beginning in _BEGINNINGS) or _CAPITAL.search(text)):
        return []
    found = list(re.finditer(_TAGS, text))
    if not found:
        return []
    code = all_code_in(text)
    hidden = (*code, literal_spans(text, code))
    opened = {start for start, _ in code[0]}
    tags = [
        tag
        for tag in found
        if not is_in_any(tag.start(), hidden) or (tag["fenced"] and tag.start() in opened)
    ]
    if not tags:
        return []
    first = tags[0]
    place = Place(src_uri, skipped + text.count("\n", 0, first.start()) + 1)
    others = f" and {len(tags) - 1} more" if len(tags) > 1 else ""
    tag, seen = " ".join(first[0].split()), "text here, and readers see it"
    if re.match("<[a-z]", tag):
        tag, seen = f"{tag}…", "here as it is typed"
    elif tag.startswith("<"):
        tag, seen = f"{tag}>", "no part of the page"
    fact = f"{quoted(tag)}{others}: what another system would have run is {seen}"
    return [problem("shortcode-kept", place, "body", fact)]
