"""A list that a page or a template asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Given(NamedTuple):
    """A text that was written at ``at``, counted in characters from the start of the directive's text."""

    text: str
    at: int = 0


class Pair(NamedTuple):
    """A key with its value, as written."""

    key: Given
    value: Given


class Fault(NamedTuple):
    """What is wrong with a request, at a place in its text; the parts are those of a ``Problem``."""

    code: str
    at: int
    key: str
    fact: str
    remedy: str


class Directive(NamedTuple):
    """The text of one directive, cut into the name of a list and pairs."""

    name: Given
    pairs: tuple[Pair, ...]


class Request(NamedTuple):
    """One list as asked for: values have the right shape, whether any post has them is not known yet.

    ``form`` names the sort of list. ``terms`` are filters by taxonomy: any of the texts fits, every taxonomy
    has to; a text may hold commas between terms.
    """

    name: Given
    form: str
    terms: Mapping[str, tuple[Given, ...]] = MappingProxyType({})
    exclude: tuple[Given, ...] = ()
    years: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()
    pinned: bool | None = None
    blogs: tuple[Given, ...] = ()
    sort: str = ""
    by: str = "year"
    limit: int | None = None
    offset: int = 0
    least: int = 1
    """Posts that a term must have."""
    layout: Given = Given("")
    level: int | None = None
