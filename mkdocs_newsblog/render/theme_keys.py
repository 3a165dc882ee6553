"""Keys that hosts and themes read, and values in them that would break a build."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.schema.problems.codes import problem


def _is_mapping(value: object) -> bool:
    return isinstance(value, Mapping)


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


THEME_KEYS: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "search": (_is_mapping, "a mapping such as {exclude: true}"),
    "social": (_is_mapping, "a mapping"),
    "hide": (lambda value: _is_text(value) or _is_texts(value), "a list such as [toc]"),
    "status": (_is_text, "a text"),
    "meta": (lambda value: isinstance(value, list) and all(map(_is_mapping, value)), "a list of mappings"),
    "source": (_is_texts, "a list of texts"),
}
"""Keys that hosts and themes read, with the values that do not break them."""


def fits_theme(key: str, value: object) -> bool:
    """Return whether a value may reach the theme under this key."""
    return key not in THEME_KEYS or THEME_KEYS[key][0](value)


def _is_foreign(key: str, value: object) -> bool:
    """Whether a value is nothing, or what another system has there: it is kept from the theme in silence."""
    if value in (None, False, "", [], {}):
        return True
    # SEO plugins have texts there, and link posts the address or the name of what they speak of.
    return (key == "meta" and isinstance(value, Mapping)) or (key == "source" and isinstance(value, str))


def unfit_keys(entry: Entry) -> list[Problem]:
    """Return a problem for each key of a post whose value is kept from the theme and was meant for it."""
    # In themes of Hexo it is a switch, which has been read: the post is in no listing.
    meta = {key: value for key, value in entry.meta.items() if key != "hide" or value is not True}
    return unfit_values(meta, entry.place)


def unfit_values(meta: Mapping[str, object], place: Callable[[str], Place]) -> list[Problem]:
    """Return a problem for each key whose value is kept from the theme and was meant for it."""
    problems = []
    for key, (fits, wanted) in THEME_KEYS.items():
        value = meta.get(key)
        if not fits(value) and not _is_foreign(key, value):
            fact = f"themes read this key as {wanted}, got {quoted(meta[key])}"
            problems.append(problem("host-key-ignored", place(key), key, fact))
    return problems
