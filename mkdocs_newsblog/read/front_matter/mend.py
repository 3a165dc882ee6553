"""Mending YAML that fails for a reason with a name, one key at a time.

Only a block that fails as a whole comes here. It is cut at its top-level keys; a key that still fails alone
is mended where the fault is an unquoted ``: `` or sign, a tab, or a quote that doesn't close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import yaml
from yaml.nodes import MappingNode, Node

from mkdocs_newsblog.read.front_matter.yaml_block import RefusedError, compose
from mkdocs_newsblog.schema.front_matter.fields import is_of_posts

KEY = r"(?:[A-Za-z_$][\w.$ -]{0,60}?|\"[^\"\n]*\"|'[^'\n]*')[ \t]*:(?:\s|\Z)"
PAIR = (
    r"(?P<head>[ \t]*(?:-[ \t]+)?(?:[^\s:#\"'\[{][^:\n]{0,60}?|\"[^\"\n]*\"):)(?P<gap>[ \t]+)(?P<value>\S.*)"
)
ITEM = r"(?P<head>[ \t]*-)(?P<gap>[ \t]+)(?P<value>\S.*)"
GLUED = r"(?P<key>[A-Za-z_]+):(?P<value>[^\s/:].*)"

_ODD_BLANK = r"[\t\u00a0\u3000]"
"""Blanks that YAML does not take for indentation or for the space behind a colon."""
_GAP = r"(\s*+(?:-(?>(?:(?![\t\u00a0\u3000])\s)*))?[\w-]*+:?+)([ \t\u00a0\u3000]++)(.*)"
"""Nothing in it can be read in two ways: a line may be as long as a stranger likes."""
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]"
"""Characters that YAML refuses wherever they stand."""


class Piece(NamedTuple):
    """The lines of one top-level key; ``line`` counts the block's lines before them."""

    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as they stand."""
        return "\n".join(self.lines) + "\n"


class Mend(NamedTuple):
    """A changed line: its number in the block from 0, the column of the fault from 0, before and after."""

    line: int
    col: int
    before: str
    after: str


class Mended(NamedTuple):
    """What became of a piece: its node, or the reason why there is none; and what was changed."""

    piece: Piece
    node: Node | None
    mends: tuple[Mend, ...] = ()
    fault: str = ""
    fault_line: int = 0


def pieces(text: str) -> list[Piece]:
    """Return the block cut before each line that begins a top-level key."""
    found: list[tuple[int, list[str]]] = []
    for number, line in enumerate(text.split("\n")):
        if not found or re.match(KEY, line) or _glued(line):
            found.append((number, []))
        found[-1][1].append(line)
    return [Piece(number, tuple(lines)) for number, lines in found]


def prose_line(text: str) -> int | None:
    """Return the number of the first line that is prose behind a blank line: the block was never closed."""
    blank = False
    for number, line in enumerate(text.split("\n")):
        if not line.strip():
            blank = True
        elif blank and line[0] not in " \t#-]}'\"" and not re.match(KEY, line) and not _glued(line):
            return number
        else:
            blank = False
    return None


def mend(text: str) -> Iterator[Mended]:
    """Yield each top-level key's node, mended where that helps.

    Raises:
        RefusedError: a piece holds what front matter may not hold.
    """
    waiting = pieces(text)
    position = 0
    while position < len(waiting):
        piece = waiting[position]
        position += 1
        if all(not line.strip() or line.lstrip().startswith("#") for line in piece.lines):
            continue
        done = _attempt(piece)
        if done.node is None and (joined := _join_quoted(waiting, position - 1)):
            piece, taken = joined
            done, position = _attempt(piece), position + taken
        yield done if done.node is not None else _mend_piece(piece, done)


def _attempt(piece: Piece) -> Mended:
    try:
        node = compose(piece.text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        # The parser finds out at the end: the last line with something on it is the one to look at.
        written = max((number for number, line in enumerate(piece.lines) if line.strip()), default=0)
        line = min(mark.line, written) if mark else 0
        return Mended(piece, None, (), _reason(error), piece.line + line)
    if isinstance(node, MappingNode):
        return Mended(piece, node)
    return Mended(piece, None, (), "no key: value", piece.line)


def _reason(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or "not YAML").partition("\n")[0]


def _join_quoted(waiting: list[Piece], index: int) -> tuple[Piece, int] | None:
    """Join a piece whose quote closes in one of the next, since a quoted text may hold ``word: ``."""
    first = re.match(PAIR, waiting[index].lines[0])
    if first is None or first["value"][0] not in "\"'":
        return None
    lines = list(waiting[index].lines)
    for taken, following in enumerate(waiting[index + 1 : index + 4], 1):
        lines.extend(following.lines)
        piece = Piece(waiting[index].line, tuple(lines))
        if _attempt(piece).node is not None:
            return piece, taken
    return None


def _mend_piece(piece: Piece, failed: Mended) -> Mended:
    """Mend line by line, from the line of the fault; what can't be mended is given back as it failed."""
    if "Unicode" in failed.fault:
        return failed  # half of a character: no quoting makes that a text
    lines, mends = list(piece.lines), list[Mend]()
    for _ in range(min(len(lines), 8)):
        at = failed.fault_line - piece.line
        order = dict.fromkeys((at, at - 1, 0, *range(min(len(lines), 20))))
        better = None
        for number in order:
            changed = mend_line(lines[number]) if 0 <= number < len(lines) else None
            if changed is None:
                continue
            trial = [*lines[:number], changed[0], *lines[number + 1 :]]
            result = _attempt(Piece(piece.line, tuple(trial)))
            if result.node is not None or result.fault_line > failed.fault_line:
                better = (number, changed, trial, result)
                break
        if better is None:
            break
        number, (after, col), lines, failed = better[0], better[1], better[2], better[3]
        mends.append(Mend(piece.line + number, col, piece.lines[number], after))
        if failed.node is not None:
            return Mended(piece, failed.node, tuple(mends))
    return Mended(piece, None, (), failed.fault, failed.fault_line)


def mend_line(line: str) -> tuple[str, int] | None:
    """Return a line as YAML takes it, and the column of what was wrong with it; None where nothing helps."""
    if (control := re.search(_CONTROL, line)) is not None:
        cleaned = re.sub(_CONTROL, "", line)
        further = mend_line(cleaned)
        return (further[0] if further else cleaned), control.start()
    if (tab := _tabbed(line)) is not None:
        further = mend_line(tab[0])
        return (further[0] if further else tab[0]), tab[1]
    found = re.fullmatch(PAIR, line) or re.fullmatch(ITEM, line)
    if found is None:
        glued = _glued(line)
        return (f"{glued['key']}: {_quote(glued['value'])}", glued.start("value")) if glued else None
    value = found["value"].rstrip()
    if _is_sound(value) or _is_collection(value):
        return None
    return f"{found['head']}{found['gap']}{_quote(value)}", _fault_col(found)


def _glued(line: str) -> re.Match[str] | None:
    found = re.fullmatch(GLUED, line)
    return found if found and is_of_posts(found["key"]) else None


def _tabbed(line: str) -> tuple[str, int] | None:
    indent = line[: len(line) - len(line.lstrip())]
    if found := re.search(_ODD_BLANK, indent):
        return re.sub(_ODD_BLANK, "  ", indent) + line.lstrip(), found.start()
    found = re.match(_GAP, line)
    if not found or not found[1].strip() or not re.search(_ODD_BLANK, found[2]):
        return None
    return f"{found[1]} {found[3]}", found.start(2)


def _is_collection(value: str) -> bool:
    """Return whether a value is a list or object with a fault in it, rather than a text that begins so."""
    closing = {"[": "]", "{": "}"}.get(value[0])
    return closing is not None and value.find(closing) in (-1, len(value) - 1)


def _is_sound(value: str) -> bool:
    try:
        compose(f"key: {value}\n")
    except (yaml.YAMLError, RefusedError):
        return False
    return True


def _fault_col(found: re.Match[str]) -> int:
    value, start = found["value"], found.start("value")
    inner = value.find(": ")
    return start + inner if inner > 0 and value[0] not in "\"'@`%&*!|>[{" else start


def _quote(value: str) -> str:
    """Return the value between quotes, without a quote of its own that doesn't close."""
    sign = value[0]
    if sign in "\"'":
        inner = value[1:].rstrip()
        if inner.endswith(sign) and not _closes_early(inner, sign):
            value = inner[:-1]  # quotes or apostrophes within quotes: the outer pair is YAML's
        elif sign not in inner:
            value = inner
    return "'" + value.replace("'", "''") + "'"


def _closes_early(inner: str, sign: str) -> bool:
    """Return whether the first sign within quotes ends a word, as in ``"one" and "two"``."""
    at = inner.index(sign)
    return 0 < at < len(inner) - 1 and not inner[at - 1].isspace() and not inner[at + 1].isalnum()
