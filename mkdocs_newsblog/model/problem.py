"""A writer's mistake, or a doubt about what was written. Exceptions are for bugs of ours."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from itertools import islice
from typing import NamedTuple

from mkdocs_newsblog.model.names import Severity

VALUE_LIMIT = 80
"""Characters of a value that a message quotes."""
NAMED = 8
"""Files that a message names of many."""


class Place(NamedTuple):
    """Where in the sources something stands: ``path`` relative to ``docs_dir``; line and column from 1."""

    path: str
    line: int = 1
    col: int = 1

    def __str__(self) -> str:
        """``path:line:col`` with unprintable characters escaped."""
        return f"{printable(self.path)}:{self.line}:{self.col}"


class Problem(NamedTuple):
    """One fault, said once.

    ``key`` is the front matter key or option (``tags[2]`` for an item, ``file`` for the whole file);
    ``fact`` says what is, ``remedy`` what to do, each without a final full stop.
    """

    code: str
    place: Place
    key: str
    fact: str
    remedy: str
    severity: Severity
    excerpt: tuple[str, ...] = ()
    """Lines shown below the message: the source line, a caret, the mended line."""
    others: tuple[str, ...] = ()
    """Paths of other sources without which it would not be, such as a second post at one address."""

    def __str__(self) -> str:
        """The message in one line: ``path:line:col: key: fact. remedy. [code]``."""
        return f"{self.place}: {printable(self.key)}: {self.text}"

    @property
    def text(self) -> str:
        """The message without its place and key."""
        said = [printable(sentence) for sentence in (self.fact, self.remedy) if sentence]
        ended = (sentence if sentence.endswith("?") else f"{sentence}." for sentence in said)
        return f"{' '.join(ended)} [{self.code}]"

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that takes part, the one where it is said first."""
        return (self.place.path, *self.others)

    @property
    def order(self) -> tuple[Place, str, str, str]:
        """Sort key: file, line, column, then code, so that a report never depends on reading order."""
        return (self.place, self.code, self.key, self.fact)


def printable(text: str) -> str:
    """Return ``text`` on one line, with control, bidi, surrogate and unassigned characters as escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) for char in text)


def _escape(char: str) -> str:
    if char == " " or unicodedata.category(char)[0] not in "CZ":
        return char
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")


def quoted(value: object) -> str:
    """Return ``value`` as YAML would have it, cut at :data:`VALUE_LIMIT` characters: as it was written."""
    text = printable(_written(value, VALUE_LIMIT))
    return text if len(text) <= VALUE_LIMIT else text[: VALUE_LIMIT - 1] + "…"


def _written(value: object, depth: int) -> str:
    """Return a value in the flow style of YAML 1.2 (7.4); of a long one, no more than is shown."""
    if isinstance(value, str):
        return f'"{value}"'
    if value is None or isinstance(value, bool):
        return "null" if value is None else str(value).lower()
    if isinstance(value, date | time):
        return value.isoformat()
    if not depth or not isinstance(value, Mapping | list | tuple):
        return repr(value)
    few = islice(value.items() if isinstance(value, Mapping) else value, depth)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{_written(key, 0)}: {_written(each, depth // 2)}' for key, each in few)}}}"
    return f"[{', '.join(_written(each, depth // 2) for each in few)}]"


def named(files: Sequence[str]) -> str:
    """Return the names of files, of many only the first ones and how many others there are.

    >>> named(["a.md", "b.md"])
    'a.md, b.md'
    """
    others = len(files) - NAMED
    return ", ".join((*files[:NAMED], f"{others} others") if others > 1 else files)


def errors_by_source(problems: Iterable[Problem]) -> Mapping[str, Sequence[Problem]]:
    """Return the errors among problems, by the file in which they stand."""
    errors: dict[str, list[Problem]] = {}
    for found in problems:
        if found.severity is Severity.ERROR:
            errors.setdefault(found.place.path, []).append(found)
    return errors
