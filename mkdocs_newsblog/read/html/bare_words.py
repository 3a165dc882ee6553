"""Words between signs that other Markdown and themes read and this one leaves: the signs are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_newsblog.read.html.as_typed import AS_TYPED, TAG
from mkdocs_newsblog.read.html.foreign_lines import NO_VALUE

_COLOUR = r"(?:color:\w++|blue|cyan|gr[ae]y|green|orange|pink|purple|red|yellow)"
_CJK = r"\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef"
"""Scripts that have no blanks between words."""
_NAME = r"(?=[A-Za-z]*+[0-9-])[A-Za-z0-9-]{3,}"
_TOLD = "(?:[^<>&]|&(?![gl]t;))"
_KINDS: Mapping[str, str] = {
    # words that are marked (Obsidian, Highlight), apart from code and from what compares two values, which
    # may have lone letters for names
    "==": (
        rf"(?:(?<=[\s({_CJK}])|(?<=<p>)|(?<=<li>))==(?=[^\W_]|<(?!code))"
        r"(?![a-z]\s[^=<]*\b[a-z]==)"
        rf"(?P<words>(?>(?:(?!<code){TAG}|[^=<\n\\]|=(?!=))+))(?<![\s=])==(?=[\s.,;:!?)<{_CJK}])"
    ),
    # a directive within a line that is told its words (remark-directive): of a usual name, or with attributes
    "[": (
        r"(?<![\w:\\}\[]):(?=(?:abbr|badge|kbd|mark|spoiler|tooltip|underline)\[|[a-z][\w-]*+\[[^\[\]\n]*+\]\{)"
        r"[a-z][\w-]*+\[(?P<words>[^\[\]\n]++)\](?:\{[^{}\n]*+\})?"
    ),
    # tags of Hexo's themes (NexT, Tag plugins; Stellar and Volantis have the others)
    "{%": (
        r"\{%\s*+(?:label\s++[a-z]++\s*+@|(?:span|p)\s[\w #]*+,|(?:del|emp|kbd|label|mark|u|wavy)\s)"
        rf"\s*+(?:color:\w++\s++)?(?P<words>[^{{}}%\s]++(?>(?:\s++(?!{_COLOUR}?\s*+%)[^{{}}%\s]++)*))"
        rf"(?:\s++{_COLOUR})?\s*+%\}}"
    ),
    # the beginning of a link of MDX, whose end is none where its address is no value of HTML; a text that
    # speaks of one has its end as well, or no words right behind it
    "&lt;a": (
        rf"(?P<words>)&lt;a(?=\s{_TOLD}*?{NO_VALUE})(?>{_TOLD}*?\shref=\{{)(?>{_TOLD}*)&gt;"
        r"(?=\w|<(?!/))(?![^<>&]{0,200}&lt;/a)"
    ),
    # the name of a block (Obsidian, Link to a block in a note): one that Obsidian made, one with a hyphen or
    # a digit in a paragraph of its own or behind a sentence, or one with a number in a list
    "^": (
        r"(?P<words>)(?:(?<!\s)\s++\^(?=[a-f]*+\d)(?=\d*+[a-f])[\da-f]{6}"
        rf"|(?<=<p>)\^(?=[A-Za-z0-9]){_NAME}"
        rf"|(?<=[.!?\u2026\u3002\uff01\uff1f])(?<!\.\w\.)\s++\^(?=[A-Za-z]){_NAME}"
        r"|(?<!\s)\s++\^[A-Za-z]++-\d++(?!\s*+</p>))"
        r"(?=\s*+(?:</(?:p|li)>|<[ou]l>))"
    ),
}
_PATTERNS = {sign: f"(?s){AS_TYPED}|{kind}" for sign, kind in _KINDS.items()}


def bare_words(html: str) -> str:
    """Return HTML with words alone where signs of other systems stand around them, or behind a block."""
    for sign, pattern in _PATTERNS.items():
        if sign in html:
            html = re.sub(pattern, _words, html)
    return html


def _words(found: re.Match[str]) -> str:
    return found[0] if found["words"] is None else found["words"]
