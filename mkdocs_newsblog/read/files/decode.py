"""Bytes to text: UTF-8 only, one kind of line end, no byte order mark."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Iterator

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.schema.problems.codes import problem

MAX_BYTES = 2 * 1024 * 1024
"""Bytes that a post may have."""

BOMS = ((b"\xff\xfe\x00\x00", "UTF-32"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))


def read_text(source: Source) -> str | Problem:
    """Return the text of a file with ``\\n`` as its only line end, or the reason why there is none."""
    data = source.data
    if len(data) > MAX_BYTES:
        return problem(
            "file-too-large",
            Place(source.src_uri),
            "file",
            f"{len(data):,} bytes, more than the {MAX_BYTES:,} that a post may have",
        )
    for mark, name in BOMS:
        if data.startswith(mark):
            return _not_utf8(source, 0, f"the file looks like {name}", f"Save it as UTF-8, not {name}")
    if (nul := data.find(b"\x00")) >= 0:
        return _not_utf8(source, nul, f"a NUL byte at offset {nul}", "Save the file as UTF-8 text")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # "utf-8-sig" counts from behind the mark
        start = error.start + (3 if data.startswith(b"\xef\xbb\xbf") else 0)
        fact = f"not UTF-8: byte 0x{data[start]:02x} at offset {start}"
        return _not_utf8(source, start, fact, "Save the file as UTF-8; it looks like Windows-1252 or Latin-1")
    return one_line_end(text)


def one_line_end(text: str) -> str:
    """Return a text with ``\\n`` as its only line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def from_base64(text: str) -> str | None:
    """Return the text that is written in base64 (RFC 4648), None where it is none."""
    try:
        return base64.b64decode("".join(text.split()), validate=True).decode()
    except ValueError:
        return None


def undecodable(files: Iterable[Source | Problem]) -> Iterator[Problem]:
    """Yield why files are no text; those that were not opened at all are passed over."""
    for source in files:
        if isinstance(source, Source) and isinstance(found := read_text(source), Problem):
            yield found


def _not_utf8(source: Source, offset: int, fact: str, remedy: str) -> Problem:
    before = source.data[:offset].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    line = before.count(b"\n") + 1
    col = len(before) - before.rfind(b"\n")
    return problem("file-not-utf8", Place(source.src_uri, line, col), "file", fact, remedy)
