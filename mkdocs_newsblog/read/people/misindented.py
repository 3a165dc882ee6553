"""Entries of an authors file that describe nobody: keys of a person that stand beside it, and lists."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.schema.front_matter.aliases import AUTHOR_OBJECT
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.problems.codes import problem

_FIELDS = frozenset(normal(name) for names in AUTHOR_OBJECT.values() for name in names)


def misindented(people: Value) -> Iterator[tuple[str, Problem]]:
    """Yield the keys of such entries, each with what is wrong with it.

    A key such as ``name`` may be that of a person, but not right below one of whom nothing is said.
    """
    empty: str | None = None
    for key, raw in people.fields.items():
        value = people.child(key)
        if raw is None:
            empty = key
        elif empty is not None and normal(key) in _FIELDS and value.is_scalar:
            fact = f"{quoted(key)} stands beside {quoted(empty)}, and not below it"
            advice = f"Indent {key} further than {empty}"
            yield key, problem("value-ignored", value.place, key, fact, advice)
        else:
            empty = None
            if isinstance(raw, list) and any(isinstance(item, dict) for item in raw):
                advice = "Write them without a dash: the key that posts use, and name below it"
                yield key, problem("value-ignored", value.place, key, "should be keys, is a list", advice)
