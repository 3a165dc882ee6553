"""Pictures that say where they stand behind their address, as exports of Hashnode have them."""

from __future__ import annotations

import re

from mkdocs_newsblog.read.markdown.code import all_code_in, is_in_any
from mkdocs_newsblog.read.markdown.replaced import replaced

LONGEST = 4000
"""Characters of a picture's text and address together."""
_ALIGN = r"(?<=\S)[ \t]+align=\"(?:left|center|right)\"[ \t]*(?=\))"
_ADDRESS = re.compile(r"!\[[^\[\]\n]*+\]\([ \t]*+[^\s()<>\"]++\Z")


def without_alignment(text: str) -> str:
    """Return a text whose pictures have an address alone: ``![Low water](a.png align="center")``.

    For the host that would be a picture at ``a.png align=``, which nobody sees. Code stays as it is.
    """
    if ' align="' not in text:
        return text
    found = [sign for sign in re.finditer(_ALIGN, text) if _is_of_picture(text, sign.start())]
    if not found:
        return text
    code = all_code_in(text)
    return replaced(text, ((*sign.span(), "") for sign in found if not is_in_any(sign.start(), code)))


def _is_of_picture(text: str, end: int) -> bool:
    """Whether a picture and its address stand right before ``end``."""
    start = text.rfind("![", max(0, end - LONGEST), end)
    return start >= 0 and _ADDRESS.match(text, start, end) is not None
