"""Front matter and options as JSON Schema (draft 2020-12), for editors and other tools."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from textwrap import dedent
from types import NoneType
from typing import Any, get_args

from pydantic import BeforeValidator

from mkdocs_newsblog.schema.front_matter.fields import FIELDS, Alias, Shape, normal
from mkdocs_newsblog.schema.options.group import Options, front, switch
from mkdocs_newsblog.schema.problems.codes import CODES
from mkdocs_newsblog.schema.reference.value_shapes import VALUES, shape_of
from mkdocs_newsblog.schema.settings import Settings

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def front_matter_schema() -> Schema:
    """Return the schema of front matter: every key that is understood, in any spelling; other keys pass."""
    heads = _by_head(alias for field in FIELDS.values() for alias in field.aliases)
    names, patterns = _both_spellings({head: _head_schema(aliases) for head, aliases in heads.items()})
    return {
        "$schema": DRAFT,
        "title": "Front matter of a post",
        "description": "Keys are read without regard to case, hyphens, underscores and spaces.",
        "type": ["object", "null"],
        "properties": names,
        "patternProperties": patterns,
        "additionalProperties": True,
        "$defs": dict(VALUES),
    }


def _by_head(aliases: Iterable[Alias]) -> dict[str, list[Alias]]:
    """Return aliases by their first part as it is compared."""
    heads: dict[str, list[Alias]] = {}
    for alias in aliases:
        heads.setdefault(normal(alias.key.split(".")[0]), []).append(alias)
    return heads


def _head_schema(aliases: list[Alias]) -> tuple[list[str], Schema]:
    """Return the spellings of a key, and what may stand there."""
    whole = [alias for alias in aliases if not alias.rest]
    spellings = dict.fromkeys(alias.key.split(".")[0] for alias in aliases)
    schema: Schema = {"description": " ".join(dict.fromkeys(FIELDS[alias.field].doc for alias in aliases))}
    wanted = list(dict.fromkeys(shape_of(alias) for alias in whole))
    if any(alias.only in (Shape.DATE, Shape.DAY) for alias in whole):
        wanted = [shape for shape in wanted if shape is not None]
    if wanted and None not in wanted:
        schema |= _either(f"#/$defs/{name}" for name in wanted)
    parts = _by_head(
        Alias(".".join(alias.key.split(".")[1:]), alias.field, alias.rank, alias.systems, alias.only)
        for alias in aliases
        if alias.rest
    )
    if parts:
        names, patterns = _both_spellings({head: _head_schema(inner) for head, inner in parts.items()})
        schema |= {"properties": names, "patternProperties": patterns}
    return list(spellings), schema


def _either(references: Iterable[str]) -> Schema:
    listed = [{"$ref": reference} for reference in references]
    return listed[0] if len(listed) == 1 else {"anyOf": listed}


def _both_spellings(heads: Mapping[str, tuple[list[str], Schema]]) -> tuple[Schema, Schema]:
    """Return ``properties`` for keys as documented, for completion, and patterns for all other spellings."""
    names = {spelling: schema for spellings, schema in heads.values() for spelling in spellings}
    patterns = {_any_spelling(head, spellings): schema for head, (spellings, schema) in heads.items()}
    return names, patterns


def _any_spelling(head: str, documented: list[str]) -> str:
    letters = (f"[{char}{char.upper()}]" if char.isalpha() else char for char in head)
    return f"^(?!(?:{'|'.join(documented)})$)[-_ ]*{'[-_ ]*'.join(letters)}[-_ ]*$"


def config_schema() -> Schema:
    """Return the schema of the plugin's options."""
    schema = Settings.model_json_schema(by_alias=True)
    _drop_titles(schema)
    for model in _groups(Options):
        if found := schema if model is Settings else schema["$defs"].get(model.__name__):
            _describe(model, found)
    properties = schema["properties"]
    for name, field in Settings.model_fields.items():
        if any(isinstance(mark, BeforeValidator) and mark.func in (switch, front) for mark in field.metadata):
            properties[name] = _switchable(properties[name], off=NoneType in get_args(field.annotation))
    own = properties["taxonomies"]
    named = own["patternProperties"]
    own |= {
        "patternProperties": {name: _switchable(named[name], off=False) for name in named},
        "additionalProperties": False,
    }
    properties["problems"]["propertyNames"] = {"enum": list(CODES)}
    properties["enabled"] = {"description": "False: MkDocs leaves the plugin out.", "type": "boolean"}
    return {"$schema": DRAFT, "title": "Options of mkdocs-newsblog", **schema}


def _groups(model: type[Options]) -> Iterator[type[Options]]:
    for group in model.__subclasses__():
        yield group
        yield from _groups(group)


def _describe(model: type[Options], schema: Schema) -> None:
    """Enter the text below each option."""
    texts = _attribute_docstrings(model)
    for name, field in model.model_fields.items():
        key = field.alias or name
        schema["properties"][key] = {"description": texts[name], **schema["properties"][key]}


def _attribute_docstrings(declared: type) -> dict[str, str]:
    """Return the text below each annotated attribute of a class and of the classes it is made from.

    It comes from their source, since Python drops it.

    Raises:
        OSError: a source is not at hand.
    """
    texts: dict[str, str] = {}
    for each in reversed(declared.__mro__):
        if each.__module__.partition(".")[0] == __package__.partition(".")[0]:
            texts.update(_below(each))
    return texts


def _below(declared: type) -> Iterator[tuple[str, str]]:
    tree = ast.parse(dedent(inspect.getsource(declared))).body[0]
    for attribute, text in pairwise(tree.body if isinstance(tree, ast.ClassDef) else ()):
        if (
            isinstance(attribute, ast.AnnAssign)
            and isinstance(attribute.target, ast.Name)
            and isinstance(text, ast.Expr)
            and isinstance(text.value, ast.Constant)
        ):
            yield attribute.target.id, inspect.cleandoc(str(text.value.value))


def _drop_titles(node: Any) -> None:
    """Take away the titles that pydantic makes of names; an option named ``title`` is no text and stays."""
    if isinstance(node, dict):
        if isinstance(node.get("title"), str):
            del node["title"]
        for inner in node.values():
            _drop_titles(inner)
    elif isinstance(node, list):
        for inner in node:
            _drop_titles(inner)


def _switchable(schema: Schema, *, off: bool) -> Schema:
    """Return a view's schema: its options, true or nothing for the defaults, false where it may be off."""
    about: Schema = {key: schema[key] for key in ("description", "default") if key in schema}
    options = next(_references(schema))
    switch: Schema = {"type": ["boolean", "null"]} if off else {"enum": [True, None]}
    return {**about, "anyOf": [{"$ref": options}, switch]}


def _references(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if "$ref" in node:
            yield node["$ref"]
        node = list(node.values())
    if isinstance(node, list):
        for inner in node:
            yield from _references(inner)


def site_schema() -> Schema:
    """Return a schema for a whole ``mkdocs.yml`` that asks nothing but of the plugin's options."""
    config = config_schema()
    definitions = config.pop("$defs")
    del config["$schema"]
    options = {"properties": {"newsblog": {"anyOf": [{"$ref": "#/$defs/Newsblog"}, {"type": "null"}]}}}
    return {
        "$schema": DRAFT,
        "title": "mkdocs.yml with mkdocs-newsblog",
        "type": "object",
        "properties": {"plugins": {**options, "items": options}},
        "$defs": {**definitions, "Newsblog": config},
    }


SCHEMAS: Mapping[str, Any] = {
    "front-matter": front_matter_schema,
    "config": config_schema,
    "mkdocs": site_schema,
}
"""Every schema by the name of its file."""
