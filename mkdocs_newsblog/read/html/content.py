"""What only the finished page can tell: its summary, and whether it shows a picture.

The page's HTML is parsed once, after every other plugin has had its say, so a summary shows what the
page shows, and nothing is converted from Markdown a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from html import escape, unescape
from itertools import islice
from typing import NamedTuple
from urllib.parse import quote, unquote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_newsblog.read.html.cleaning import ACTIVE, clean, is_empty_without, remove
from mkdocs_newsblog.read.html.contents import LISTS, without_contents
from mkdocs_newsblog.read.html.cut import HEADINGS, cut, is_endless, without_endless
from mkdocs_newsblog.read.html.foreign_text import HIDERS, prose, uncommented
from mkdocs_newsblog.read.html.length import measure
from mkdocs_newsblog.read.html.nodes import body_of
from mkdocs_newsblog.read.html.plain_text import text_of
from mkdocs_newsblog.read.html.shown import PERMALINK
from mkdocs_newsblog.read.markdown.body import comparable
from mkdocs_newsblog.read.markdown.tags import without_tags

Inline = Callable[[str], str | None]
"""Turns inline Markdown into HTML that is safe to print, if that is not empty."""

Shown = Collection[str]
"""Addresses of pictures that a card shows already."""
MARKER = "more"
"""Text of the comment at which an author cut the summary."""

SKIPPED = HEADINGS | {"hr", "nav", "details"}
MAIN = frozenset({"h1", "h2"})
"""Levels that the main heading of a text may have on its page."""
_TAG = re.compile(r"<[^<>]*+>")
_RELATIVE = re.compile(r"\[([^\[\]]*)\]\((?!https?:|mailto:)[^()\s]*\)")
_MARKDOWN = re.compile(r"[*_`\[<\\]")
FAIR = 3
"""Part of its words, as a divisor, that an automatic summary has before it ends at a heading."""
PREFIX = 4_000
"""Characters of a page's HTML in which an automatic summary is looked for before the whole page is parsed."""


def shows(html: str, picture: str, page: str, base: str = "") -> bool:
    """Whether a browser finds a picture of the site in a page's HTML.

    ``picture`` and ``page`` are addresses below the site's root, ``base`` is the path of that root.
    """
    root = "https://site.invalid/" + quote(f"{base}/" if base else "")
    wanted = unquote(root + picture)
    sources = (image.attributes.get("src") or "" for image in LexborHTMLParser(html).css("img"))
    return any(unquote(_reached(src, root + page)) == wanted for src in sources)


def _reached(src: str, page: str) -> str:
    try:
        return urlsplit(urljoin(page, src))._replace(query="", fragment="").geturl()
    except ValueError:
        return ""


class Summary(NamedTuple):
    """The text of a card: ``html`` with addresses below the site's root, and the same as plain text."""

    html: str = ""
    text: str = ""
    has_more: bool = True


def marked_summary(html: str, url: str, without: Shown = (), title: str = "") -> Summary | None:
    """Return what stands before the author's marker, or None without one.

    ``url`` is the page's own, ``without`` the addresses of pictures that the card shows already, as it does
    ``title``. Headings are lines of their own.
    """
    before, found, _ = html.partition(f"<!-- {MARKER} -->")
    blocks = [block for block in map(prose, _blocks(before.rstrip())) if block] if found else []
    texts = [number for number, block in enumerate(blocks) if block.tag not in HEADINGS]
    if not texts:
        return None
    between = blocks[texts[0] : texts[-1] + 1]  # a heading without text above or below it parts nothing
    lines = (_line(block, title) if block.tag in HEADINGS else block for block in between)
    return _summary(filter(None, lines), url, without)


def automatic_summary(html: str, url: str, words: int, without: Shown = ()) -> Summary | None:
    """Return the beginning of the page, up to about ``words`` words or to where another part begins."""
    end = html.find("\n<", PREFIX)
    chosen, complete = _first_blocks(html if end < 0 else html[:end], words, whole=end < 0)
    if end >= 0 and not complete:
        chosen, _ = _first_blocks(html, words)
    return _summary(chosen or _around_code(html, words), url, without)


def _first_blocks(html: str, words: int, *, whole: bool = True) -> tuple[list[LexborNode], bool]:
    """Return the blocks in which ``words`` words are reached, and whether something stands behind them."""
    chosen: list[LexborNode] = []
    left = words
    blocks = _blocks(html, whole=whole)
    for number, block in enumerate(blocks, start=1):
        if block.tag in HEADINGS and FAIR * (words - left) >= words:
            return chosen, True
        if block.tag in SKIPPED:
            continue
        if (own := prose(block)) is None or not own.text(strip=True):
            continue
        length = measure(own.html or "").in_words
        own = (cut(own, words, left) or own) if length >= left else own
        if is_endless(own, words):
            if chosen:
                return chosen, True
            continue
        chosen.append(own)
        left -= length
        if left <= 0:
            return chosen, number < len(blocks)
    return chosen, False


def _around_code(html: str, words: int) -> list[LexborNode]:
    """Return what stands around code that is too long, as in a list of steps: better than nothing."""
    blocks = (block for block in _blocks(html) if block.tag not in SKIPPED and is_endless(block, words))
    return [rest for block in islice(blocks, 1) if (rest := without_endless(block, words))]


def as_text(text: str) -> str:
    """Return plain text as HTML."""
    return escape(text, quote=False)


def written_summary(text: str | None, inline: Inline = as_text) -> Summary | None:
    """Return a summary that the author wrote in front matter: one paragraph; ``inline`` makes HTML of it.

    Tags that only change how words look are left out.
    """
    text = without_tags(text) if text else None
    if not text:
        return None
    if not _MARKDOWN.search(text):
        return Summary(f"<p>{as_text(text)}</p>", text)
    html = inline(_RELATIVE.sub(r"\1", text)) or ""  # a card may stand on any page
    return Summary(f"<p>{html}</p>", " ".join(unescape(_TAG.sub("", html)).split()))


def _blocks(html: str, *, whole: bool = True) -> list[LexborNode]:
    blocks = body_of(html).iter(include_text=False)
    told = uncommented(blocks, whole=whole) if any(sign in html for sign in HIDERS) else blocks
    shown = (block for block in told if block.tag and block.tag not in ACTIVE and block.tag[0] != "-")
    seen = [block for block in shown if block.attributes.get("class") != "footnote"]
    return without_contents(seen) or [block for block in seen if block.tag in LISTS]


def _line(heading: LexborNode, title: str) -> LexborNode | None:
    """Return a heading as a line that stands out; None for one that only repeats the title."""
    remove(heading.css(PERMALINK), heading)
    text = comparable(heading.text())
    if not text or (heading.tag in MAIN and text == comparable(title)):
        return None
    return body_of(f"<p><strong>{heading.inner_html}</strong></p>").child


def _summary(blocks: Iterable[LexborNode], url: str, without: Shown) -> Summary | None:
    cleaned = list(blocks)
    for block in cleaned:
        clean(block, url)
    kept = [block for block in cleaned if not is_empty_without(block, without)]
    html = "\n".join(block.html or "" for block in kept)
    text = " ".join(filter(None, map(text_of, kept)))
    return Summary(html, text) if html.strip() else None
