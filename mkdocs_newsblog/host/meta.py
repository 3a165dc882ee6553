"""Front matter as a theme may see it: escaped, since themes print it raw, and harmless to the host."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.schema.codes import problem

DEPTH = 20
"""Levels of nesting that reach a theme; deeper values are left out."""


def _is_mapping(value: Any) -> bool:
    return isinstance(value, Mapping)


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


HOST_KEYS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "search": (_is_mapping, "a mapping such as {exclude: true}"),
    "social": (_is_mapping, "a mapping"),
    "hide": (lambda value: _is_text(value) or _is_texts(value), "a list such as [toc]"),
    "status": (_is_text, "a text"),
    "meta": (lambda value: isinstance(value, list) and all(map(_is_mapping, value)), "a list of mappings"),
    "source": (_is_texts, "a list of texts"),
}
"""Keys that hosts and themes read, with the values that do not break them."""

OWN_KEYS = ("layout", "template", "icon")
"""Keys that choose a file of the theme: handed over only when the theme has that file."""


def theme_meta(entry: Entry, config: MkDocsConfig) -> tuple[dict[str, Any], list[Problem]]:
    """Return the mapping for ``page.meta``, and what was left out of it."""
    meta = {key: _safe(value) for key, value in entry.meta.items() if key not in OWN_KEYS}
    problems = []
    for key, (fits, wanted) in HOST_KEYS.items():
        if key in meta and not fits(entry.meta[key]):
            del meta[key]
            fact = f"themes read this key as {wanted}, got {quoted(entry.meta[key])}"
            problems.append(problem("host-key-ignored", entry.place(key), key, fact))
    problems += _theme_files(entry, config, meta)
    meta["title"] = _safe(entry.title)
    meta.pop("description", None)
    if description := entry.description:
        meta["description"] = _safe(" ".join(description.split()))
    if entry.tags:
        meta["tags"] = [_safe(tag) for tag in entry.tags]
    else:
        meta.pop("tags", None)
    meta.pop("author", None)
    if entry.authors:
        meta["author"] = _safe(", ".join(author.name for author in entry.authors))
    return meta, problems


def _theme_files(entry: Entry, config: MkDocsConfig, meta: dict[str, Any]) -> list[Problem]:
    """Hand over a template and an icon that the theme has, and report a template that it has not."""
    template, icon = entry.meta.get("template"), entry.meta.get("icon")
    if isinstance(icon, str) and _has_file(config, f".icons/{icon}.svg"):
        meta["icon"] = icon
    if template is None:
        return []
    if isinstance(template, str) and template.endswith(".html") and _has_file(config, template):
        meta["template"] = template
        return []
    fact = f"the theme has no template {quoted(template)}"
    return [problem("foreign-template", entry.place("template"), "template", fact)]


def _has_file(config: MkDocsConfig, name: str) -> bool:
    parts = name.split("/")
    if "\\" in name or name.startswith("/") or ".." in parts or "\0" in name:
        return False
    return any(Path(folder, *parts).is_file() for folder in config.theme.dirs)


def _safe(value: Any, depth: int = 0) -> Any:
    """Return a value with every text in it escaped, so that a theme may print it as it is."""
    if isinstance(value, str):
        return Markup(escape(value))  # noqa: S704 - escaped here
    if depth >= DEPTH:
        return None
    if isinstance(value, Mapping):
        return {_safe(key, depth + 1): _safe(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_safe(item, depth + 1) for item in value]
    return value
