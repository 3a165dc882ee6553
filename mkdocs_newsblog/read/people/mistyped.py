"""Keys of a person in an authors file that nothing reads and that are nearly those of something."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.schema.front_matter.aliases import AUTHOR_OBJECT
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.front_matter.near import distance_within
from mkdocs_newsblog.schema.platforms import GROUPS, PLATFORMS
from mkdocs_newsblog.schema.problems.codes import problem

_KNOWN = (*(name for names in AUTHOR_OBJECT.values() for name in names), *PLATFORMS, *GROUPS)
_OTHERS = frozenset({"fname", "lname", "mname"})
"""Keys that mean something else: first, last and middle names."""
_SHORTEST, _LONGEST = 4, 16
"""Characters of keys that are compared: too many short words are one letter apart."""


def mistyped(person: Value) -> Iterator[Problem]:
    """Yield a problem for each key of a person that looks mistyped."""
    for key, raw in person.fields.items():
        if (known := _meant(normal(key))) and raw not in (None, ""):
            fact = f"nothing reads the key {quoted(key)} of an author"
            yield problem("unknown-key", person.child(key).place, key, fact, f"Did you mean {known}?")


@lru_cache(maxsize=1024)
def _meant(key: str) -> str | None:
    """Return the key that is one edit away, the likeliest first; a plural is another word."""
    if not (_SHORTEST <= len(key) <= _LONGEST and key.isalpha()) or key in {*_OTHERS, *map(normal, _KNOWN)}:
        return None
    near = (name for name in _KNOWN if len(name) >= _SHORTEST and distance_within(key, normal(name), 1))
    return next((name for name in near if key != f"{normal(name)}s"), None)
