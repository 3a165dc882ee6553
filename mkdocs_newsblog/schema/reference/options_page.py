"""The reference of options, from the schema that is made of their declarations."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkdocs_newsblog.schema.options.own_words import WORDS, Word
from mkdocs_newsblog.schema.reference.json_schema import Schema, config_schema
from mkdocs_newsblog.schema.reference.markdown import NOTE, code, table


def options_page() -> Iterator[str]:
    """Yield the lines of the reference of options."""
    schema = config_schema()
    shapes: Mapping[str, Schema] = schema["$defs"]
    yield from (NOTE.format(source="`schema/settings.py`"), "", "# Options", "")
    yield "All of them stand below `newsblog` in `plugins:`, and all of them may be left out."
    yield from ("", "```yaml", "plugins:", "  - search", "  - newsblog:", "      dir: news", "```", "")
    groups = {name: wanted for name, option in schema["properties"].items() if (wanted := _group(option))}
    below = {name: f"[see below](#{_anchor(wanted)})" for name, wanted in groups.items()}
    yield from _options(schema, {**below, "words": "[see below](#words)"}, shapes)
    for wanted in dict.fromkeys(groups.values()):
        names = [code(name) for name, group in groups.items() if group == wanted]
        inner = shapes[wanted]
        yield from (f"## {_spaced(wanted)}", "", f"{inner['description']} Below {_listed(names)}.", "")
        yield from _switches(schema["properties"][next(name for name in groups if groups[name] == wanted)])
        yield from _options(inner, {}, shapes)
    yield from (
        "## Words",
        "",
        "Names below `words`, and below a language there, such as `words: {el: {…}}`.",
        "",
    )
    rows = [(code(name), _value(word), _places(word), word.where) for name, word in WORDS.items()]
    yield from table(("Word", "Value", "What is filled in", "Where it stands"), rows)


def _places(word: Word) -> str:
    return ", ".join(code(f"{{{place}}}") for place in word.places)


def _value(word: Word) -> str:
    return "text, or plural forms" if word.counted else "text"


def _switches(option: Schema) -> Iterator[str]:
    """Yield what a plain value means at an option that is a group."""
    if "anyOf" in option and "const" in option["anyOf"][-1]:
        word = code(option["anyOf"][-1]["const"])
        yield from (f"The word {word} alone switches the option of that name on.", "")
    elif "anyOf" in option:
        off = "" if "enum" in option["anyOf"][-1] else ", `false` switches it off"
        yield from (f"`true`, or nothing, stands for all defaults{off}.", "")


def _options(schema: Schema, links: Mapping[str, str], shapes: Mapping[str, Schema]) -> Iterator[str]:
    rows = []
    for name, option in schema["properties"].items():
        kind = links.get(name) or _kind(option, shapes)
        default = "" if name in links or option.get("default") is None else code(_shown(option["default"]))
        rows.append((code(name), kind, default, " ".join(option["description"].split())))
    yield from table(("Option", "Value", "Default", "Meaning"), rows)


def _group(option: Schema) -> str | None:
    """Return the name of the group of options that stands at an option."""
    references = [each.get("$ref", "") for each in (option, *option.get("anyOf", ()))]
    names = [reference.rpartition("/")[2] for reference in references]
    return next((name for name in names if name.endswith("Options")), None)


def _kind(option: Schema, shapes: Mapping[str, Schema]) -> str:
    """Return what an option takes; ``shapes`` are what its references lead to."""
    if "anyOf" in option:
        return " or ".join(kind for each in option["anyOf"] if (kind := _kind(each, shapes)) != "nothing")
    if "$ref" in option:
        return _kind(shapes[option["$ref"].rpartition("/")[2]], shapes)
    if words := option.get("enum") or [option[key] for key in ("const",) if key in option]:
        return " or ".join(code(_shown(value)) for value in words)
    if option["type"] == "array":
        return f"list of {_kind(option['items'], shapes)}"
    if option["type"] == "object":
        named: Schema = option.get("additionalProperties") or next(
            iter(option.get("patternProperties", {}).values()), {}
        )
        inner = "options, or `true`" if _group(named) else _kind(named, shapes) if named else ""
        return f"mapping of names to {inner}" if inner else "mapping"
    return _PLAIN[option["type"]] + _bounds(option)


_PLAIN = {"string": "text", "integer": "whole number", "boolean": "`true` or `false`", "null": "nothing"}


def _bounds(option: Schema) -> str:
    low, high = option.get("minimum"), option.get("maximum")
    if low is not None and high is not None:
        return f", {low} to {high}"
    return f", at least {low}" if low is not None else ""


def _shown(value: Any) -> str:
    return value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)


def _spaced(name: str) -> str:
    return "".join(f" {char.lower()}" if char.isupper() else char for char in name).strip().capitalize()


def _anchor(name: str) -> str:
    return _spaced(name).lower().replace(" ", "-")


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
