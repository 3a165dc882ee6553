"""Main headings in Markdown: on a post's page the first gives the title, and others go down one level."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.markdown.code import code_spans, is_within

_HEADING = re.compile(
    r"^(?P<sign>#)(?!#)(?P<words>.*)$"
    r"|^(?P<line>[^\s#>=*+\-|!:`~][^\n]*)\n(?P<rule>=+)[ \t]*$",
    re.MULTILINE,
)
_ANY = re.compile(r"\s*^(?:#{1,6}(?!#).*|[^\s#][^\n]*\n(?:=+|-+)[ \t]*)$", re.MULTILINE)


def settle_headings(text: str, *, lifted: bool, lowered: bool = True) -> str:
    """Return a post's text as it stands below its title.

    ``lifted`` says that its first heading is that title, which is printed above, ``lowered`` that others are
    main headings, too. No more than a guess: what is a heading only the site's Markdown knows, so the result
    has to be compared with what that makes.
    """
    code = code_spans(text, len(text))
    found = [each for each in _HEADING.finditer(text) if not is_within(each.start(), code)]
    if lifted and not found and (first := _ANY.match(text)):
        return text[first.end() :]
    made: list[str] = []
    done = 0
    for number, each in enumerate(found):
        made.append(text[done : each.start()])
        if not (lifted and number == 0):
            made.append(_lower(each) if lowered else each[0])
        done = each.end()
    return "".join((*made, text[done:]))


def _lower(found: re.Match[str]) -> str:
    if found["sign"]:
        return f"##{found['words']}"
    return f"{found['line']}\n{'-' * max(3, len(found['rule']))}"
