"""What terms are called, level by level: ``hardware/sensors`` is within ``hardware``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from mkdocs_newsblog.collect.slugs import term_key
from mkdocs_newsblog.read.tag_file import KnownTag

LEVEL = "/"
"""Sign between the levels of a nested term: ``hardware/sensors``."""
DEEPEST = 8
"""Levels that nest: each is a folder of an address, and no system takes those of hundreds."""


@lru_cache(maxsize=65_536)
def key_of(label: str) -> str:
    """Return the identity of a term, level by level."""
    return LEVEL.join(term_key(part) for part in label.split(LEVEL)) if LEVEL in label else term_key(label)


def parts_of(label: str, *, nested: bool) -> list[str]:
    """Return the levels of a term: one where terms don't nest, a level is empty, or there are very many."""
    parts = [part.strip() for part in label.split(LEVEL)] if nested else [label]
    return parts if all(parts) and len(parts) <= DEEPEST else [label]


def levels_of(label: str, *, nested: bool) -> Iterator[str]:
    """Yield a term and, where terms nest, the ones above it: ``a``, ``a/b``, ``a/b/c``."""
    parts = parts_of(label, nested=nested)
    for depth in range(1, len(parts) + 1):
        yield LEVEL.join(parts[:depth])


def name_of(label: str, names: Mapping[str, str], *, nested: bool) -> str:
    """Return what a term is called; where an outer one has another name, those within it have that too."""
    if not names:
        return label
    name = ""
    for part, level in zip(parts_of(label, nested=nested), levels_of(label, nested=nested), strict=True):
        inner = f"{name}{LEVEL}{part}" if name else part
        name = names.get(key_of(level)) or names.get(key_of(inner), inner)
    return name


def names_in_file(said: Sequence[KnownTag], *, nested: bool) -> dict[str, str]:
    """Return what a file calls terms, by the identity of the key and of the label.

    A label says nothing of what a term is within, unless it has levels of its own.
    """
    named: dict[str, str] = {}
    for tag in sorted(said, key=lambda tag: len(parts_of(tag.key, nested=nested))):
        if tag.label:
            *above, _ = parts_of(tag.key, nested=nested and LEVEL not in tag.label)
            outer = [name_of(LEVEL.join(above), named, nested=nested)] if above else []
            keys = key_of(tag.key), key_of(name_of(tag.key, named, nested=nested))
            named |= dict.fromkeys(keys, LEVEL.join((*outer, tag.label)))
    return {key_of(label): label for label in named.values()} | named
