"""Keys that nothing reads and that are nearly one of ours, or one of a taxonomy of the site's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Document
from mkdocs_newsblog.read.values.fields import Claims
from mkdocs_newsblog.schema.front_matter.fields import normal, suggestion
from mkdocs_newsblog.schema.options.listing import OwnTermOptions
from mkdocs_newsblog.schema.problems.codes import problem


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
