"""Keys that nothing reads and that are nearly one of ours, or one of a taxonomy of the site's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Document, Value
from mkdocs_newsblog.read.values.fields import Claims
from mkdocs_newsblog.read.values.moments import DAY_PARTS
from mkdocs_newsblog.schema.front_matter.fields import INDEX, normal, suggestion
from mkdocs_newsblog.schema.front_matter.near import distance_within
from mkdocs_newsblog.schema.options.listing import OwnTermOptions
from mkdocs_newsblog.schema.problems.codes import problem

_OF_DATES = (*(alias.rest[0] for alias in INDEX["date"] if alias.rest), *(part[0] for part in DAY_PARTS))
"""Keys below ``date``."""


def mistyped_keys(
    keys: Iterable[str], document: Document, found: Claims, taxonomies: Mapping[str, OwnTermOptions]
) -> Iterator[Problem]:
    """Yield a warning for each of the ``keys`` that looks mistyped; ``found`` has the fields there are."""
    own = {normal(key): key for key in (options.from_ or name for name, options in taxonomies.items())}
    lacking = tuple(key for name, key in own.items() if all(normal(each) != name for each in document.data))
    for key in keys:
        guess = None if normal(key) in own else suggestion(key, lacking)
        if guess is None:
            continue
        known, field, edits = guess
        if edits > 1 and field in found:
            continue  # two edits away from what is there already: a key of its own
        fact = f"nothing reads the key {quoted(key)}"
        yield problem("unknown-key", document.place_of_key(key), key, fact, f"Did you mean {known}?")
    for key, raw in document.data.items():
        if normal(key) == "date" and isinstance(raw, dict):
            yield from _parts_of_dates(Value(raw, (key,), document))


def _parts_of_dates(date: Value) -> Iterator[Problem]:
    known = {*_OF_DATES, *(name for names in DAY_PARTS for name in names)}
    for key in date.fields:
        near = (name for name in _OF_DATES if distance_within(normal(key), name, 1))
        if normal(key) not in known and (meant := next(near, None)):
            part = date.child(key)
            fact = f"nothing reads the key {quoted(key)} of a date"
            yield problem("unknown-key", part.place, part.key, fact, f"Did you mean {meant}?")
