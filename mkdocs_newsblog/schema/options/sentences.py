"""What is wrong with an option in plain words: pydantic speaks of types and regular expressions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.schema.options.group import PATTERNS
from mkdocs_newsblog.schema.options.own_words import LINE


class Mismatch(NamedTuple):
    """One fault of an option, as far as a sentence needs it."""

    kind: str
    """Name of the fault in pydantic."""
    message: str
    value: object
    bounds: Mapping[str, Any] = MappingProxyType({})
    """What the option asks for."""
    items: str = "texts"
    """What a list there holds."""
    names: Sequence[str] = ()
    """Options that a mapping there may hold."""


def _text(fault: Mismatch) -> str:
    return _said("should be a text", fault, _quotes(fault.value))


def _quotes(value: object) -> str:
    """Return what helps where YAML reads a word as something else than a text."""
    if isinstance(value, bool):
        return f"Put it in quotes: YAML reads {'yes and on' if value else 'no and off'} as {quoted(value)}"
    is_other = isinstance(value, int | float | dt.date)
    return f'Put it in quotes: "{quoted(value)}"' if is_other else ""


def _list(fault: Mismatch) -> str:
    is_one = isinstance(fault.value, str) and fault.items == "texts"
    advice = f"Write [{quoted(fault.value)}]" if is_one else ""
    return _said(f"should be a list of {fault.items}", fault, advice)


def _mapping(fault: Mismatch) -> str:
    known = f"Known here: {', '.join(sorted(fault.names))}" if fault.names else ""
    return _said("should be keys and values", fault, known)


def _shape(fault: Mismatch) -> str:
    return _said(f"should be {PATTERNS[fault.bounds['pattern']]}", fault)


def _items(limit: str, word: str) -> Callable[[Mismatch], str]:
    def sentence(fault: Mismatch) -> str:
        number = fault.bounds[limit]
        return _said(f"should have at {word} {number} {'item' if number == 1 else 'items'}", fault)

    return sentence


def _plain(words: str) -> Callable[[Mismatch], str]:
    return lambda fault: _said(words.format(**fault.bounds), fault)


SENTENCES: Mapping[str, Callable[[Mismatch], str]] = {
    **dict.fromkeys(("string_type", "string_sub_type", "string_unicode"), _text),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), _plain("should be a whole number")),
    **dict.fromkeys(("bool_type", "bool_parsing"), _plain("should be true or false")),
    **dict.fromkeys(("literal_error", "enum"), _plain("should be {expected}")),
    **dict.fromkeys(("dict_type", "model_type", "model_attributes_type"), _mapping),
    "tuple_type": _list,
    "greater_than_equal": _plain("should be at least {ge}"),
    "less_than_equal": _plain("should be at most {le}"),
    "too_short": _items("min_length", "least"),
    "too_long": _items("max_length", "most"),
    "string_pattern_mismatch": _shape,
}
"""A sentence for each kind of fault that an option can have; checks of our own bring theirs."""


def sentence(fault: Mismatch) -> str:
    """Return a fact and, where there is one, a remedy."""
    if fault.kind in SENTENCES:
        return SENTENCES[fault.kind](fault)
    text = fault.message.removeprefix("Value error, ").removeprefix("Input ")
    fact, _, guess = text.partition("; did you mean ")
    advice = _quotes(fault.value) if fact.startswith(f"should be {LINE}") else ""
    return _said(fact[:1].lower() + fact[1:], fault, f"Did you mean {guess}" if guess else advice)


def _said(words: str, fault: Mismatch, advice: str = "") -> str:
    value = "nothing" if fault.value is None else quoted(fault.value)
    said = f"{words}, got {value}. {advice}".rstrip()
    return said if said.endswith((".", "?")) else f"{said}."
