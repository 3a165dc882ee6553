"""Lines that another system would have run and that are text here: pages show them, summaries do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from html import unescape

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.as_typed import CODE, TAG
from mkdocs_newsblog.read.html.bare_words import bare_words
from mkdocs_newsblog.read.html.foreign_lines import ATTRIBUTES, HIDING, LINE
from mkdocs_newsblog.read.html.nodes import body_of
from mkdocs_newsblog.read.html.note_links import named
from mkdocs_newsblog.read.html.paired_tags import told_words, unwrapped
from mkdocs_newsblog.read.html.unread_signs import is_directive, without_unread

HOLDERS = frozenset({"p", "blockquote", "div", "section", "article", "aside", "main", "center", "figure"})
"""Blocks whose texts are looked at; code is never foreign, and items of lists may be about such signs."""
LISTS = frozenset({"ul", "ol"})
SHOWN = "img, video, audio, svg, iframe"

_CONTENTS = r"(?i)(?:TOC\s*)?(?:\[\[?_?toc_?\]?\]|@\[toc\]|\{:?\s*toc\s*\})|TOC"
"""What stands for a table of contents elsewhere."""
_ADDRESS = r"https?://[^\s<>]++"
"""A paragraph of its own for what is embedded from there (WordPress, Embeds; Gatsby's remark-embedder)."""
_LISTED = re.compile(r"[^{}\n]{0,80}\n?\{:\s*toc\s*\}")
"""A list that kramdown makes one of, whatever stands in it (kramdown, Automatic table of contents)."""
_SIGN = re.compile(
    r"[{\[]|%%|==|\^\w|\\\n|^[ \t]*+(?:[()}\]]|::|<<<|\+{3}|(?:im|ex)port\s)|\A\s*(?:TOC|https?://\S++)\s*\Z",
    re.MULTILINE | re.IGNORECASE,
)
"""What a text has at least when something in it is foreign."""
_PARAGRAPH = r"(?s)(<p(?:\s[^<>]*)?>)(.*?)(</p>)"
_APART = (
    r"(?s)(<(?:pre|table|[uod]l)(?=[\s>]).*?</(?:pre|table|[uod]l)>"
    r"|</?(?:p|blockquote|div|section|article|aside|main|center|figure|figcaption)\b[^<>]*+>)"
)
"""What parts the texts of HTML in which no paragraphs are, and what is left as it is between them."""
_EMPTY = r"<(p|div|section|article|aside|center|figure)\b[^<>]*+>\s*+</\1>"
_MARKUP = rf"(?s)(?:{CODE})|{TAG}"
_NO_BREAK = re.compile(r"[^\n]++")
_ALERT = r"\s*\[![A-Za-z][\w-]{0,30}\][+-]?(?:[ \t]*(?:<br>)?\n)?[ \t]*"
"""The kind of a quote, as GitHub and Obsidian write it: the rest of its line is a title."""

_QUOTE = "[\"'\u2018\u2019\u201c\u201d]"
_NAMES = r"[\w$*{][^;'\"]{0,1000}?[\s}]from\s*"
_IMPORT = rf"import\s+(?:{_NAMES})?{_QUOTE}[^\n'\"]{{1,300}}{_QUOTE}[ \t]*(?:;|$)"
_EXPORT = (
    r"export\s+(?:(?:const|let|var)\s+[\w$]{1,80}\s*[:=]|(?:default\s+)?(?:async\s+)?(?:function|class)\b[^\n]*[({]"
    r"|default\s+[\w$]{1,80}\s*;?\s*\Z|default\s*[({]|[{*])"
)
_SCRIPT = f"(?m)(?:{_IMPORT}|{_EXPORT})"
"""How a paragraph of MDX begins that is program text, which it is up to its end."""

_BEHIND = rf"(?s)(?:{CODE})|(?P<end></(?:a|em|strong|span)>|(?=<img\b){TAG})(?:{'|'.join(ATTRIBUTES)})"
"""What stands right behind a link, a picture or words that stand out."""
_BOX_END = r"\n[ \t]*+:{2,}[ \t]*+(?=</(?:p|li)>)"
"""The end of a box right below a list, which is a line of its last item for Markdown."""
_PROGRAM = (
    r"\s*(?:export\s+(?:const|let|var|default|async|function|class)\b[^\n]*[({\[]"
    r"|import\s+(?:type\s+)?(?:[\w$]+,\s*)?\{)[ \t]*(?:\n|\Z)",
    rf"(?m)^(?:[)}}\]]+[ \t]*;?|\}}\s+from\s+{_QUOTE}[^\n]+)[ \t]*$",
)
"""How a program of MDX begins and ends that has blank lines in it."""
HIDERS = ("{%", "{{", "{::", "export ", "import ")
"""What HTML has at least when something is hidden in it, or is a program."""
_HIDDEN = (
    *((rf"\s*{name}{rest}[ \t]*(?:\n|\Z)", end) for name, rest, end in HIDING),
    _PROGRAM,
)
_CLOSED = r"\[/([a-z][\w-]*+)\]"
_END = r"[)}\];,\s]+"
"""The end of a program of MDX, where a blank line or an element stood in it."""


def uncommented(
    blocks: Iterable[LexborNode], *, whole: bool, endless: Set[str] = frozenset()
) -> Iterator[LexborNode]:
    """Yield blocks without those of a comment, or of code between tags, that has several.

    What never ends in the ``whole`` of a text is none. ``endless`` has the ends that are known not to come.
    """
    end: str | None = None
    held = list[LexborNode]()
    for block in blocks:
        if end is not None:
            held.append(block)
            end = None if re.search(end, block.text()) else end
        elif (end := _end_of(block, endless) if block.tag == "p" else None) is None:
            yield block
        else:
            held = [block]
    if whole and end is not None:
        yield from uncommented(held, whole=whole, endless=endless | {end})


def _end_of(block: LexborNode, endless: Set[str]) -> str | None:
    """Return what ends the comment or the code that a paragraph begins with and does not end.

    One within code is what the paragraph speaks of.
    """
    text = block.text()
    for begin, end in _HIDDEN:
        if end not in endless and re.match(begin, text) and not re.search(end, text):
            return end if re.match(begin, _plain(block.html or "")) else None
    return None


def prose(block: LexborNode) -> LexborNode | None:
    """Return a block without lines that another system would have run, or None where it has no others.

    A line that mixes such things with words stays, since they may stand for a word there; but for tags around
    words.
    """
    text = block.text() if block.tag in HOLDERS | LISTS else ""
    if is_directive(block) or (block.tag in LISTS and _is_contents(block, text)):
        return None
    if not _SIGN.search(text):
        return block
    if re.fullmatch(_CONTENTS, text.strip()) or _is_address(block, text):
        return None
    whole = block.html or ""
    is_list = block.tag in LISTS
    kept = re.sub(_BOX_END, "", whole) if is_list else _without(whole, quote=block.tag == "blockquote")
    if (kept := bare_words(without_unread(named(re.sub(_BEHIND, _without_attributes, kept))))) == whole:
        return block
    found = body_of(kept).child
    if found is None or not (found.text(strip=True) or found.css(SHOWN)):
        return None
    return found


def _is_contents(block: LexborNode, text: str) -> bool:
    """Whether a list is one that kramdown fills; its attributes are the item's where attr_list reads them."""
    return bool(block.css_first("li[toc]") or _LISTED.fullmatch(text.strip()))


def _without_attributes(found: re.Match[str]) -> str:
    return found["end"] or found[0]


def _is_address(block: LexborNode, text: str) -> bool:
    """Whether a paragraph is nothing but an address, which may say where a picture in it is from."""
    is_one = block.tag == "p" and re.fullmatch(_ADDRESS, text.strip())
    return bool(is_one and block.css_first(SHOWN) is None)


def _without(html: str, *, quote: bool) -> str:
    def kept(found: re.Match[str]) -> str:
        inner = found[2]
        if quote and (alert := re.match(_ALERT, inner)):
            inner = inner[alert.end() :]
        left = _kept(inner)
        if left and (told := told_words(inner)) != inner:  # else a lone button would be words
            left = _kept(told)
        return f"{found[1]}{left}{found[3]}" if left else ""

    return unwrapped(_without_loose(re.sub(_PARAGRAPH, kept, html)))


def _without_loose(html: str) -> str:
    """Return HTML without foreign lines that stand in no paragraph, nor elements that held nothing else."""
    if html.startswith("<p"):
        return html
    pieces = re.split(_APART, html)
    whole = "".join(
        piece if number % 2 else _lines(piece, _plain(piece)) for number, piece in enumerate(pieces)
    )
    before = "" if whole != html else whole
    while before != whole:
        before, whole = whole, re.sub(_EMPTY, "", whole)
    return whole


def _kept(html: str) -> str:
    """Return the lines of a paragraph's HTML whose text is not foreign."""
    text = _plain(html)
    return "" if re.match(_SCRIPT, text.lstrip()) or re.fullmatch(_END, text) else _lines(html, text)


def _plain(html: str) -> str:
    """Return the text of HTML, with as many lines as that has."""
    return unescape(re.sub(_MARKUP, _stand_in, html))


def _lines(html: str, text: str) -> str:
    """Return the lines of HTML whose text is not foreign."""
    dropped, number, done = set[int](), 0, 0
    ends = frozenset(re.findall(_CLOSED, text)) if "[/" in text else ()
    for found in re.finditer(LINE, text):
        if found["opens"] and found["opens"] not in ends:
            continue
        number += text.count("\n", done, found.start())
        last = number + found[0].count("\n")
        dropped.update(range(number, last + 1))
        number, done = last, found.end()
    if not dropped:
        return html
    lines = [line for number, line in enumerate(html.split("\n")) if number not in dropped]
    return "\n".join(lines).strip().removesuffix("<br>")


def _stand_in(found: re.Match[str]) -> str:
    """Return what stands for a tag or, as a word that is never foreign, for code: with as many lines."""
    return _NO_BREAK.sub("\ufffc" if found["code"] else "", found[0])
