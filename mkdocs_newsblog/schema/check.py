"""Raw options to settings: all that is wrong at once, each with its path and a remedy."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel, ValidationError

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.schema.material import COUNTERPARTS
from mkdocs_newsblog.schema.settings import Settings

Path = tuple[str | int, ...]


class Checked(NamedTuple):
    """Settings, or why there are none; faults are pairs of an option's dotted path and a sentence."""

    settings: Settings | None
    errors: tuple[tuple[str, str], ...] = ()
    warnings: tuple[tuple[str, str], ...] = ()


def check_settings(options: Mapping[str, Any]) -> Checked:
    """Return the settings for raw options; an unknown name is a warning and is left out."""
    wanted = copy.deepcopy(dict(options))
    warnings: list[tuple[str, str]] = []
    errors: list[tuple[str, str]] = []
    try:
        return Checked(Settings.model_validate(wanted))
    except ValidationError as found:
        for fault in found.errors(include_url=False):
            path = _written(fault["loc"], options)
            if fault["type"] == "extra_forbidden":
                warnings.append((_dotted(path), _unknown(path)))
                _remove(wanted, path)
            else:
                errors.append((_dotted(path), _sentence(fault["msg"], fault["input"])))
    if errors:
        return Checked(None, tuple(dict.fromkeys(errors)), tuple(warnings))
    return Checked(Settings.model_validate(wanted), (), tuple(warnings))


def _written(loc: Path, options: Any) -> Path:
    """Return the part of pydantic's path that the options really have; the rest names types."""
    path: list[str | int] = []
    for step in loc:
        inside = step in options if isinstance(options, Mapping) else _has_item(options, step)
        if inside:
            options = options[step]
            path.append(step)
    return tuple(path) or loc


def _has_item(options: Any, step: str | int) -> bool:
    return isinstance(options, list | tuple) and isinstance(step, int) and step < len(options)


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _unknown(path: Path) -> str:
    if len(path) == 1 and (counterpart := COUNTERPARTS.get(str(path[0]))):
        return f"that is an option of Material's blog: {counterpart}. [option-unknown]"
    known = _names_at(path[:-1])
    near = get_close_matches(str(path[-1]), known, n=1, cutoff=0.6)
    advice = f"Did you mean '{near[0]}'?" if near else f"Known here: {', '.join(sorted(known))}."
    return f"there is no such option. {advice} [option-unknown]"


def _names_at(path: Path) -> list[str]:
    model: type[BaseModel] = Settings
    for step in path:
        field = next(
            (field for name, field in model.model_fields.items() if step in (name, field.alias)), None
        )
        inner = _model_in(field.annotation) if field else None
        if inner is None:
            return []
        model = inner
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for kind in get_args(annotation) if (found := _model_in(kind))), None)


def _remove(options: Any, path: Path) -> None:
    for step in path[:-1]:
        options = options[step]
    del options[path[-1]]


def _sentence(message: str, value: object) -> str:
    text = message.removeprefix("Value error, ")
    text = text[:1].lower() + text[1:]
    return f"{text}, got {quoted(value)}. [option-invalid]"
