"""Tags of HTML in a text that is none: other systems print excerpts as they are typed."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.markdown.code import inline_spans, is_within
from mkdocs_newsblog.read.markdown.replaced import replaced
from mkdocs_newsblog.read.values.texts import without_references

_AROUND = (
    "a|abbr|b|bdi|bdo|big|center|cite|code|del|dfn|div|em|font|i|ins|kbd|mark|p|q|s|samp|small|span|strike|strong"
    "|sub|sup|time|tt|u|var"
)
_BREAKS = frozenset({"br", "center", "div", "img", "p"})
"""Elements that words stand apart at."""
_TAG = rf"(?i)(?<!\\)<(?:(?P<end>/?)(?P<name>{_AROUND})|(?P<empty>br|wbr))(?=[\s/>])[^<>]*>"
_PICTURE = r"(?i)(?<!\\)<(?P<name>img)(?=[^<>]*\ssrc=[\"'])[^<>]*>"
_ANY = r"(?<!\\)</?[a-zA-Z][^<>]*>"
_WORD = r"<[^<>]+>|(?P<word>[^<\s]+|<)"


def without_tags(text: str) -> str:
    """Return a text without the tags of elements that only change how words look: what is in them stays.

    Pictures before and behind all words are left out as well. Where there are tags of other elements, or
    single ones, all are words about HTML, as is what stands in code. A text with tags that are left out is
    HTML: so ``&nbsp;`` in it is a space.
    """
    if "<" not in text:
        return text
    code = inline_spans(text, ()) if "`" in text else []
    gone, opened = _pictures_around(text), dict[str, list[re.Match[str]]]()
    for tag in re.finditer(_TAG, text):
        if is_within(tag.start(), code):
            continue
        name = (tag["name"] or "").lower()
        if tag["empty"]:
            gone.append(tag)
        elif not tag["end"]:
            opened.setdefault(name, []).append(tag)
        elif opened.get(name):
            gone += (opened[name].pop(), tag)
    # One that stays says that the text is about HTML, and the others are words of it, too.
    others = (tag for tag in re.finditer(_ANY, text) if not is_within(tag.start(), code))
    return text if not gone or len(gone) < sum(1 for _ in others) else _without(text, gone)


def _pictures_around(text: str) -> list[re.Match[str]]:
    """Return the pictures that a text of an export begins or ends with; one between words is one of them."""
    words = [found for found in re.finditer(_WORD, text) if found["word"]]
    first, last = (words[0].start(), words[-1].end()) if words else (len(text), 0)
    return [tag for tag in re.finditer(_PICTURE, text) if tag.end() <= first or tag.start() >= last]


def _without(text: str, gone: list[re.Match[str]]) -> str:
    changes = (
        (*tag.span(), " " if (tag["name"] or tag["empty"]).lower() in _BREAKS else "")
        for tag in sorted(gone, key=re.Match.start)
    )
    return " ".join(without_references(replaced(text, changes)).split())
