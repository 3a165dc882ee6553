"""The text of a directive such as ``latest limit=5 tag="machine learning"``, cut as a shell cuts words."""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from io import StringIO

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.model.request import Directive, Fault, Given, Pair
from mkdocs_newsblog.schema.lists import MOST

QUOTES = "\"'"


def read_directive(text: str, faults: list[Fault]) -> Directive:
    """Return the name and the pairs of a directive; a list without a name has an empty one."""
    words = list(_words(text, faults))
    name = words.pop(0) if words and "=" not in words[0].text else Given("", len(text) - len(text.lstrip()))
    pairs = []
    for word in words:
        key, sign, value = word.text.partition("=")
        if not sign or not key or not value:
            fact = f"{quoted(word.text)} is no key with a value"
            remedy = "Write key=value, without spaces around the sign, and a value with spaces in quotes"
            faults.append(Fault("list-value-invalid", word.at, key or "newsblog", fact, remedy))
            break
        start = word.at + len(key) + 1
        start += text.startswith(tuple(QUOTES), start)
        pairs.append(Pair(Given(key.lower(), word.at), Given(value, start)))
    return Directive(name, tuple(pairs))


def too_many(number: int) -> Fault:
    """Return what is wrong with the first list that is more than a page may hold."""
    fact = f"a page may hold {MOST} lists, and this one has {number}: from here on none is filled"
    return Fault("lists-too-many", 0, "newsblog", fact, "Put them on several pages")


def _words(text: str, faults: list[Fault]) -> Iterator[Given]:
    stream = StringIO(text)
    lexer = shlex.shlex(stream, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""  # C#
    lexer.escape = ""
    while True:
        before = stream.tell()
        start = before + len(text[before:]) - len(text[before:].lstrip())
        try:
            word = lexer.get_token()
        except ValueError:
            fact = "a quotation is not closed"
            remedy = "Close it, or write a value with an apostrophe in double quotes"
            faults.append(Fault("list-value-invalid", start, "newsblog", fact, remedy))
            return
        if word is None:
            return
        yield Given(word, start)


def parts(value: Given) -> Iterator[Given]:
    """Yield what commas separate in a value."""
    start = value.at
    for piece in value.text.split(","):
        if text := piece.strip():
            yield Given(text, start + len(piece) - len(piece.lstrip()))
        start += len(piece) + 1
