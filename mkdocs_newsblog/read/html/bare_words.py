"""Words between signs that other Markdown and themes read and this one leaves: the signs are left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs_newsblog.read.html.as_typed import AS_TYPED, TAG

_COLOUR = r"(?:color:\w++|blue|cyan|gr[ae]y|green|orange|pink|purple|red|yellow)"
_KINDS: Mapping[str, str] = {
    # words that are marked (Obsidian, Highlight); no code in them is looked into for their end
    "==": (
        rf"(?<![=!{{A-Za-z0-9])==(?=[\w<\"'([\u2018\u201c\u300c\uff08])(?P<words>(?>(?:<code>[^<]*+</code>|(?!<code){TAG}|[^=<\n]|=(?!=))+))"
        r"(?<!\s)==(?![=}])"
    ),
    # a directive within a line, told its words (remark-directive)
    "[": r"(?<![\w:\\}]):[a-z][\w-]*+\[(?P<words>[^\[\]\n]++)\](?:\{[^{}\n]*+\})?",
    # tags of Hexo's themes (NexT, Tag plugins; Stellar and Volantis have the others)
    "{%": (
        r"\{%\s*+(?:label\s++[a-z]++\s*+@|(?:span|p)\s[\w #]*+,|(?:del|emp|kbd|label|mark|u|wavy)\s)"
        rf"\s*+(?:color:\w++\s++)?(?P<words>[^{{}}%\s]++(?>(?:\s++(?!{_COLOUR}?\s*+%)[^{{}}%\s]++)*))"
        rf"(?:\s++{_COLOUR})?\s*+%\}}"
    ),
    # the beginning of a link of MDX, whose end is none where its address is no value of HTML
    "&lt;a": r"(?P<words>)&lt;a(?=\s)(?>(?:[^<>&]|&(?!gt;))*?\shref=\{)(?>(?:[^<>&]|&(?!gt;))*)&gt;",
    # the name of a block, at its end or in a paragraph of its own (Obsidian, Link to a block in a note)
    "^": (
        r"(?P<words>)(?:(?<!\s)\s++|(?<=<p>))\^(?:[0-9a-f]{6}|[A-Za-z][A-Za-z0-9-]{2,})"
        r"(?=\s*+(?:</(?:p|li)>|<[ou]l>))"
    ),
}
_PATTERNS = {sign: re.compile(f"{AS_TYPED}|{kind}", re.DOTALL) for sign, kind in _KINDS.items()}


def bare_words(html: str) -> str:
    """Return HTML with words alone where signs of other systems stand around them, or behind a block."""
    for sign, pattern in _PATTERNS.items():
        if sign in html:
            html = pattern.sub(_words, html)
    return html


def _words(found: re.Match[str]) -> str:
    return found[0] if found["words"] is None else found["words"]
