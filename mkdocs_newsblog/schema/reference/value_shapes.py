"""What may stand at a front matter key, as JSON Schema: the shapes that are read without a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_newsblog.schema.front_matter.fields import FIELDS, Alias, Kind, Shape, aliases_of
from mkdocs_newsblog.schema.front_matter.groups import AUTHOR_OBJECT, TERM_LABELS
from mkdocs_newsblog.schema.front_matter.languages import LANGUAGE_NAMES
from mkdocs_newsblog.schema.front_matter.pictures import IMAGE_OBJECT, LENGTH
from mkdocs_newsblog.schema.options.reading import LANGUAGE_TAG

SWITCH_WORDS = ("true", "yes", "on", "y", "false", "no", "off", "n")
"""Texts that are read as a switch."""

_NUMBER = r"^\s*$|^\s*[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\s*$"
_LINK = r"^\s*(?:[hH][tT][tT][pP][sS]?:|[mM][aA][iI][lL][tT][oO]:|(?![a-zA-Z][a-zA-Z0-9+.-]*:))"
_LANG = rf"^\s*$|^\s*{LANGUAGE_TAG}\s*$"
_DATE = r"^\s*$|[0-9０-９]{4}|[0-9０-９][^0-9０-９]+[0-9０-９]|(?:[cC]reated|[mM]odified)\s*$"
"""A year, or two numbers with something between them: far more shapes are read than a pattern could list.

A word for a commit is a date where the options ask git.
"""
_SCALAR = ["string", "number", "boolean", "null"]


def _ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/$defs/{name}"}


def _any_case(words: tuple[str, ...]) -> str:
    spelled = ("".join(f"[{char}{char.upper()}]" for char in word) for word in words)
    return rf"^\s*(?:{'|'.join(spelled)})?\s*$"


_TERM_OBJECT = {
    "type": "object",
    "anyOf": [
        {"required": [label], "properties": {label: {"type": ["string", "number"]}}} for label in TERM_LABELS
    ],
}
_IMAGE_PARTS = {
    name: _ref("pixels" if part in ("width", "height") else "switch" if part.startswith("hidden") else "text")
    for part, names in IMAGE_OBJECT.items()
    if part != "src"
    for name in names
}

_PORTRAIT_PARTS = {name: _ref("link") for name in IMAGE_OBJECT["src"]}
_NOTHING = {"type": ["array", "object", "null"], "maxItems": 0, "maxProperties": 0}


def _or_nothing(*shapes: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [*shapes, _ref("nothing")]}


VALUES: Mapping[str, Any] = {
    "nothing": _NOTHING,
    "text": _or_nothing({"type": ["string", "number", "boolean"]}),
    "link": _or_nothing({"type": ["boolean", "number"]}, {"type": "string", "pattern": _LINK}),
    "language": _or_nothing(
        {"type": "boolean"}, {"type": "string", "pattern": f"{_LANG}|{_any_case(tuple(LANGUAGE_NAMES))}"}
    ),
    "switch": _or_nothing(
        {"type": "boolean"}, {"enum": [0, 1]}, {"type": "string", "pattern": _any_case(SWITCH_WORDS)}
    ),
    "draft": {"anyOf": [_ref("switch"), {"type": "string", "pattern": _any_case(("draft", "published"))}]},
    "date": _or_nothing(
        {"type": "string", "pattern": _DATE, "examples": ["2024-05-01", "2024-05-01 12:30 +02:00"]},
        {"type": "number", "minimum": 10**7},
        {"type": "number", "maximum": -(10**8)},
        {"type": ["object", "boolean"]},
        {"type": "array", "maxItems": 1, "items": {"type": "array", "maxItems": 1}},
    ),
    "word": {"type": "string", "pattern": "^[^0-9]*$"},
    "date or switch": {"anyOf": [_ref("date"), _ref("switch"), {"type": "array"}]},
    "number": _or_nothing({"type": "number"}, {"type": "string", "pattern": _NUMBER}),
    "minutes": _or_nothing(
        {"type": "boolean"},
        {"type": "number", "minimum": 0.5, "maximum": 9999},
        {"type": "string", "pattern": r"^\s*$|^\s*[0-9]{1,4}(?![0-9-])"},
    ),
    "seconds": _or_nothing(
        {"type": "boolean"},
        {"type": "number", "exclusiveMinimum": 0, "maximum": 599_940},
        {"type": "string", "pattern": _NUMBER},
    ),
    "pixels": _or_nothing(
        {"type": "number", "exclusiveMinimum": 0, "maximum": 999_999},
        {"type": "string", "pattern": rf"^\s*$|^\s*(?:[0-9]{{1,6}}(?:\.0+)?\s*(?:px)?|{LENGTH})\s*$"},
    ),
    "terms": _or_nothing(
        {"type": ["string", "number", "boolean"]},
        {
            "type": "array",
            "items": {"anyOf": [{"type": ["string", "number", "boolean", "array"]}, _TERM_OBJECT]},
        },
    ),
    "paths": {"anyOf": [_ref("terms"), {"type": "array", "items": {"anyOf": [_ref("terms"), _TERM_OBJECT]}}]},
    "series": {
        "anyOf": [
            _ref("text"),
            _TERM_OBJECT,
            {"type": "array", "items": {"anyOf": [_ref("text"), _TERM_OBJECT, {"type": "array"}]}},
        ]
    },
    "author": {
        "type": [*_SCALAR, "object"],
        "properties": {
            name: _ref({"url": "link", "avatar": "portrait"}.get(part, "text"))
            for part, names in AUTHOR_OBJECT.items()
            for name in names
        },
    },
    "portrait": {"anyOf": [_ref("link"), {"type": "object", "properties": _PORTRAIT_PARTS}]},
    "authors": {"anyOf": [_ref("author"), {"type": "array", "items": _ref("authors")}]},
    "texts": {"anyOf": [_ref("text"), {"type": "array", "items": _ref("text")}]},
    "image": {"anyOf": [_ref("text"), _ref("image object"), {"type": "array"}]},
    "image object": {"type": "object", "properties": _IMAGE_PARTS},
}
"""Named shapes of values."""

_BY_KIND: Mapping[Kind, str | None] = {
    Kind.TEXT: "text",
    Kind.DATE: "date",
    Kind.SWITCH: "switch",
    Kind.LIST: "terms",
    Kind.PART: "text",
    Kind.IMAGE: "text",
}
_BY_FIELD: Mapping[str, str | None] = {
    **dict.fromkeys(("canonical_url", "external_url", "author.url", "author.avatar"), "link"),
    **dict.fromkeys(("authors", "author.second"), "authors"),
    **dict.fromkeys(("series.number", "weight"), "number"),
    **dict.fromkeys(("image.width", "image.height"), "pixels"),
    "draft": "draft",
    "reading_minutes": "minutes",
    "reading_seconds": "seconds",
    "categories": "paths",
    "series": "series",
    "lang": "language",
    "state": "text",
    "aliases": "texts",
    "related": None,
    **dict.fromkeys(("noindex", "password", "rendered", "listed"), None),
    "image.src": "image",
}


def shape_of(alias: Alias) -> str | None:
    """Return the name of the shape that a key takes, or None where anything may stand.

    A key that is ours only with a value of one type belongs to others with any other value.
    """
    if alias.only in (Shape.DAY, Shape.DATED, Shape.WORD) and len(aliases_of(alias.key)) == 1:
        return None
    if alias.only in (Shape.DATE, Shape.DAY, Shape.DATED):
        return "date or switch"
    if alias.only is Shape.WORD:
        return "word"
    if alias.only is not None:
        return None
    return _BY_FIELD.get(alias.field, _BY_KIND[FIELDS[alias.field].kind])
