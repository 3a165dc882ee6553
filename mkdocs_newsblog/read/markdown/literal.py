"""What a text holds to be seen as it is typed, or not at all: code of HTML, programs and comments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_newsblog.read.markdown.code import Span, is_in_any

_LITERAL = re.compile(r"<(?P<html>!--|(?:pre|code|script)(?=[\s>]))|\{%-?[ \t]*(?P<tag>raw)\b")
_ENDS = {"!--": "-->", "pre": "</pre>", "code": "</code>", "script": "</script>", "raw": "endraw"}


def literal_spans(text: str, code: Sequence[Sequence[Span]], *, raw: bool = True) -> list[Span]:
    """Return where such parts outside of code begin and end, in order; what never ends is none.

    ``raw`` takes what is between tags of that name for one: no tag is run there, yet it is Markdown.
    """
    spans: list[Span] = []
    done, passed = 0, set[str]() if raw else {"raw"}
    for opening in _LITERAL.finditer(text):
        name = opening["html"] or opening["tag"]
        if opening.start() < done or name in passed or is_in_any(opening.start(), code):
            continue
        end = text.find(_ENDS[name], opening.end())
        if end < 0:
            passed.add(name)
        else:
            done = end + len(_ENDS[name])
            spans.append((opening.start(), done))
    return spans
