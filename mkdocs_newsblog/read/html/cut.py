"""Where the last block of a summary ends if it is a long one: between its own blocks, else in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from selectolax.lexbor import LexborNode

from mkdocs_newsblog.read.html.cleaning import remove
from mkdocs_newsblog.read.html.length import measure
from mkdocs_newsblog.read.html.nodes import body_of, classes_of
from mkdocs_newsblog.read.html.sentences import cut_run, within

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
HOLDERS = frozenset({"blockquote", "dl", "ol", "ul"})
"""Blocks that are cut between those that they hold."""
LONG = frozenset({"article", "dd", "div", "li", "p", "section"})
"""Blocks that are cut only where they are much too long."""
WHOLE = frozenset({"details", "dt", "figure", "hr", "nav", "pre", "table"})
"""Blocks that are never cut, as headings."""
BLOCKS = HEADINGS | HOLDERS | LONG | WHOLE
KEPT = frozenset({"arithmatex", "mermaid"})
"""Classes of formulas and drawings that are texts before a script has been there."""
MUCH = 3
"""How many times as long as a summary such a block may be and stay whole."""
ROWS = {"pre": "\n", "table": "<tr"}
"""Blocks that are never cut and may have any length, and what begins or ends each line of them."""
USUAL = 50
"""Words of a summary where nothing else is asked for."""
LINE = 5
"""Words that a line of code, or a row of a table, stands for at least."""
DEPTH = 8
"""Levels of blocks within blocks that are looked into."""


def cut(block: LexborNode, words: int, left: int) -> LexborNode | None:
    """Return a block up to where a summary ends, None where it stays whole.

    ``words`` is the length of the whole summary, ``left`` what is left of it.
    """
    html = _cut(block, words, left, DEPTH)
    return body_of(html).child if html else None


def is_endless(block: LexborNode, words: int) -> bool:
    """Whether code or a table in a block, which are never cut, is much too long for any summary."""
    return any(True for _ in _endless(block, words))


def without_endless(block: LexborNode, words: int) -> LexborNode | None:
    """Return a block after what is too long in it was taken out, None where that is all of it."""
    if block.tag in ROWS:
        return None
    remove(_endless(block, words), block)
    remove((table for table in block.css("table") if not table.text(strip=True)), block)  # it held the code
    return block if block.text(strip=True) else None


def _endless(block: LexborNode, words: int) -> Iterator[LexborNode]:
    html = block.html or ""
    if any(f"<{tag}" in html for tag in ROWS):
        inner = [block] if block.tag in ROWS else block.css("pre, table")
        yield from (each for each in inner if _height(each) > MUCH * max(words, USUAL))


def _height(block: LexborNode) -> int:
    """Return how much a table or code takes: its words, and as many for each line as a short one has."""
    html = block.html or ""
    return max(measure(html).in_words, LINE * html.count(ROWS[block.tag or ""]))


def _cut(block: LexborNode, words: int, left: int, depth: int) -> str | None:
    length = _length([block])
    may_end = block.tag in HOLDERS or (block.tag in LONG and length > MUCH * words)
    if length <= left or not depth or not may_end or _is_kept(block):
        return None
    parts = list(_parts(block))
    kept: list[str] = []
    for number, part in enumerate(parts, start=1):
        if part[0].tag in HEADINGS and "".join(kept).strip():
            return within(block, "".join(kept))
        length = _length(part)
        shorter = _shorter(part, words, left, depth, length) if length > left else None
        kept.append(shorter or _html(part))
        left -= length
        if shorter or (left <= 0 and not _leads(part[0])):
            return within(block, "".join(kept)) if shorter or number < len(parts) else None
    return None


def _shorter(part: Sequence[LexborNode], words: int, left: int, depth: int, length: int) -> str | None:
    if part[0].tag in BLOCKS:
        return _cut(part[0], words, left, depth - 1)
    return cut_run(part, words, left) if length > MUCH * words else None


def _parts(block: LexborNode) -> Iterator[list[LexborNode]]:
    """Yield the blocks within a block, and what stands between them on lines of its own."""
    run: list[LexborNode] = []
    for node in block.iter(include_text=True):
        if node.tag in BLOCKS:
            if run:
                yield run
            yield [node]
            run = []
        elif run or not node.is_text_node or node.text().strip():
            run.append(node)
    if run:
        yield run


def _leads(block: LexborNode) -> bool:
    """Whether a block is nothing without the one that follows: a term, or the title of an admonition."""
    return block.tag == "dt" or "admonition-title" in (block.attributes.get("class") or "")


def _is_kept(block: LexborNode) -> bool:
    return not KEPT.isdisjoint(classes_of(block))


def _length(nodes: Sequence[LexborNode]) -> int:
    return measure(_html(nodes)).in_words


def _html(nodes: Sequence[LexborNode]) -> str:
    return "".join(node.html or "" for node in nodes)
