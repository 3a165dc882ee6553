"""Tags of other systems with words, in HTML: what they would have done is lost, the words are not."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.html.as_typed import AS_TYPED
from mkdocs_newsblog.read.markdown.replaced import replaced

_REST = r"(?>(?:[^{}%]++|\{(?![{%])|%(?!\})|\}(?!\}))*)"
PAIRS = r"(?>(?:[ \t]+[a-z][\w-]*+=[\"\u201c\u201d][^\[\]\n\"\u201c\u201d]*+[\"\u201c\u201d])+)"
"""What a shortcode of WordPress is told: names, each with a value in quotes."""
_TAG = (
    rf"(?s){AS_TYPED}"
    rf"|\{{\{{(?:&lt;|<|%)\s*+(?P<hugo_end>/?)\s*+(?P<hugo>[\w-]++){_REST}%?\}}\}}"
    rf"|\{{%-?\s*+(?P<liquid_end>(?:end(?=\w)|/)?)\s*+(?P<liquid>[a-z]\w*+)(?P<zola>\(?){_REST}%\}}"
    rf"|\[(?:(?P<wordpress_end>/)|(?=[^\[\]=\n]*+=))(?P<wordpress>[a-z][\w-]*+){PAIRS}?\]"
)
"""A tag, or what is meant as it is typed. One of Zola has brackets behind its name, and ends at ``end``.

Those of Markdoc end at ``/name``, as Hugo's do. One of WordPress is told something."""
_SYSTEMS = ("hugo", "liquid", "wordpress")
_WORDS = r"[\"\u201c\u201d](?P<{}>(?>(?:[^{{}}<>\"\u201c\u201d]++|<[^<>]*+>)+))[\"\u201c\u201d]"
_TOLD = (
    rf"(?s){AS_TYPED}"
    r"|\{(?:\{(?:&lt;|<|%)|%)\s*+[\w-]++(?>(?:(?!\stext=)[^{}])*)"
    rf"\stext={_WORDS.format('words')}[^{{}}]*+\}}{{1,2}}"
    rf"|\{{\{{\s*+\w++(?=\()(?>(?:(?![\s,(]text=)[^{{}}])*)[\s,(]text={_WORDS.format('of_zola')}[^{{}}]*+\}}\}}"
)
"""A tag that is told the words to show: Kubernetes' ``{{< glossary_tooltip text="pods" >}}``, and in Zola
``{{ spoiler(text="pods") }}``."""
_NO_WORDS = frozenset(
    {"comment", "highlight", "codeblock", "capture", "if", "unless", "case", "for"}
    | {"autoescape", "block", "call", "filter", "macro", "set", "with"}
    | {"audio", "caption", "code", "embed", "gallery", "img", "playlist", "sourcecode", "video"}
)
"""What would not have shown the words as they stand, and tags of Jinja that no text has, but one about it."""
_NAMED = re.compile(r"\s++(?:[^\W\d_]++|&amp;|[^\w\s{}<>&]{1,3})\s++")
"""What stands between two tags that a text speaks of: a lone word, apart from both, or a sign."""
_BARE = re.compile(r"(?:\(\))?\s*+(?:&gt;|>|-?%)?\}{1,2}")
"""What follows the name of a tag that is told nothing; no button or link is spoken of with its address."""


def told_words(html: str) -> str:
    """Return HTML with words that tags are told to show in place of these."""
    if "text=" not in html:
        return html
    return re.sub(_TOLD, lambda found: found["words"] or found["of_zola"] or found[0], html)


def unwrapped(html: str) -> str:
    """Return HTML without tags that stand in pairs, such as ``{{< lead >}}`` and ``{{< /lead >}}``."""
    if not any(sign in html for sign in ("{{", "{%", "[/")):
        return html
    opened, gone = dict[str, list[re.Match[str]]](), list[re.Match[str]]()
    for tag in re.finditer(_TAG, html):
        system = next(filter(tag.group, _SYSTEMS), None)
        if system is None or tag[system] in _NO_WORDS:
            continue
        is_zola = bool(tag["zola"]) or tag["liquid"] == "end"
        kind = "zola" if is_zola else f"{system} {tag[system]}"
        if not (tag[f"{system}_end"] or tag["liquid"] == "end"):
            opened.setdefault(kind, []).append(tag)
        elif opened.get(kind):
            first = opened[kind].pop()
            gone += () if _is_named(html, first.end(system), first.end(), tag.start()) else (first, tag)
    return replaced(html, ((*tag.span(), "") for tag in sorted(gone, key=re.Match.start)))


def _is_named(html: str, told: int, first: int, last: int) -> bool:
    """Whether a text speaks of two tags, which nothing but a word parts, and tells the first nothing."""
    return bool(_BARE.fullmatch(html, told, first) and _NAMED.fullmatch(html, first, last))
