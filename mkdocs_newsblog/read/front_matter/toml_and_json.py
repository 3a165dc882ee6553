"""Front matter in TOML and JSON: parsed by Python's own library, and kept within bounds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Mapping

from mkdocs_newsblog.read.front_matter.container import Format
from mkdocs_newsblog.read.front_matter.document import Document
from mkdocs_newsblog.read.front_matter.yaml_block import MAX_DEPTH, MAX_NODES, MAX_TEXT, RefusedError

MAX_DOTS = 2000
MAX_BITS = 10_000
"""Of a whole number: Python writes none of more than some 14,000 as decimal digits."""


def refuse_large(text: str, kind: Format) -> None:
    """Refuse a block that would take long to parse.

    Raises:
        RefusedError: it is one.
    """
    if len(text) > MAX_TEXT:
        fact = f"more than {MAX_TEXT:,} characters"
    elif kind is Format.TOML and any(line.count(".") > MAX_DOTS for line in text.split("\n")):
        fact = f"more than {MAX_DOTS:,} dots in a line"  # each part of a key is looked up from the first
    else:
        return
    raise RefusedError("front-matter-too-big", fact, "Move data out of the post")


def parse(document: Document, kind: Format, repeated: list[str]) -> object:
    """Return what a block holds, and note in ``repeated`` which keys stand twice.

    Raises:
        ValueError: it can't be read; and the same goes for RecursionError and OverflowError.
    """

    def fraction(text: str) -> float:
        number = float(text)
        document.floats[number] = text
        return number

    def pairs(items: list[tuple[str, object]]) -> dict[str, object]:
        found: dict[str, object] = {}
        for key, value in items:
            if key in found:
                repeated.append(key)
            found[key] = value
        return found

    if kind is Format.TOML:
        return read_toml(document.text, fraction)
    return json.loads(document.text, strict=False, parse_float=fraction, object_pairs_hook=pairs)


def read_toml(text: str, fraction: Callable[[str], object] = float) -> dict[str, object]:
    """Return what TOML holds; ``fraction`` makes numbers that are not whole.

    Raises:
        ValueError: it can't be read; and the same goes for RecursionError and OverflowError.
    """
    import tomllib  # noqa: PLC0415 - most sites have no TOML

    return tomllib.loads(text, parse_float=fraction)


def plain(values: Mapping[str, object], budget: list[int]) -> dict[str, object]:
    """Return values of texts, numbers, days and moments alone; ``budget`` says how many may be.

    Raises:
        RefusedError: there are more, or too many within one another.
    """
    budget[0] -= 1
    return {key: _plain(item, budget, 1) for key, item in values.items()}


def _plain(value: object, budget: list[int], depth: int) -> object:
    budget[0] -= 1
    if budget[0] < 0 or depth > MAX_DEPTH:
        fact = f"more than {MAX_NODES:,} values, or nested more than {MAX_DEPTH} levels deep"
        raise RefusedError("front-matter-too-big", fact, "Simplify it")
    if isinstance(value, dict):
        return {key: _plain(item, budget, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item, budget, depth + 1) for item in value]
    if isinstance(value, int) and value.bit_length() > MAX_BITS:
        return hex(value)
    return value.isoformat() if isinstance(value, dt.time) else value
