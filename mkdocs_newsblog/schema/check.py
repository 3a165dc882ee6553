"""Raw options to settings: all that is wrong at once, each with its path and a remedy."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError

from mkdocs_newsblog.model.names import Severity, TaxonomyKind
from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.schema.options.material import COUNTERPARTS
from mkdocs_newsblog.schema.options.sentences import Mismatch, sentence
from mkdocs_newsblog.schema.options.showing import ALL, NONE
from mkdocs_newsblog.schema.problems.codes import CODES, WEIGHTS
from mkdocs_newsblog.schema.settings import Settings

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]

INVALID, UNKNOWN = "option-invalid", "option-unknown"


class OptionFault(NamedTuple):
    """What is wrong with an option: its dotted path, and a message with its code at the end."""

    option: str
    text: str

    @classmethod
    def of(cls, option: str, said: str, code: str = INVALID) -> OptionFault:
        """Return the fault that a sentence or two say: a fact, and perhaps what to do."""
        return cls(option, f"{said} [{code}]")

    @property
    def code(self) -> str:
        """The kind of problem that it is."""
        return self.text.rpartition("[")[2].removesuffix("]")

    @property
    def said(self) -> str:
        """The message without its code."""
        return self.text.rpartition(" [")[0]


class Checked(NamedTuple):
    """Settings, or why there are none."""

    settings: Settings | None
    errors: tuple[OptionFault, ...] = ()
    warnings: tuple[OptionFault, ...] = ()
    notices: tuple[OptionFault, ...] = ()


def check_settings(options: Mapping[str, Any]) -> Checked:
    """Return the settings for raw options; an unknown name is left out, and said at the level asked for."""
    wanted = copy.deepcopy(dict(options))
    unknown: list[OptionFault] = []
    errors: list[OptionFault] = []
    settings: Settings | None = None
    try:
        settings = Settings.model_validate(wanted)
    except ValidationError as found:
        for fault in found.errors(include_url=False):
            path = _written(fault["loc"], options)
            if fault["type"] == "extra_forbidden":
                unknown.append(OptionFault.of(_dotted(path), _unknown(path), UNKNOWN))
                _remove(wanted, path)
            elif not _follows(fault):
                errors.append(OptionFault.of(_dotted(path), _sentence(fault, path)))
        settings = None if errors else Settings.model_validate(wanted)
    faulty = {fault.option for fault in errors}
    errors += (fault for fault in _unknown_taxonomies(options) if fault.option not in faulty)
    said: dict[object, list[OptionFault]] = {Severity.ERROR: errors}
    said.setdefault(_level(options), []).extend(unknown)
    kept = None if errors else settings
    return Checked(kept, *(tuple(dict.fromkeys(said.get(level, ()))) for level in WEIGHTS))


def _level(options: Mapping[str, Any]) -> object:
    """Return the level at which unknown options are said, also where other options are wrong."""
    levels = options.get("problems")
    level = levels.get(UNKNOWN) if isinstance(levels, Mapping) else None
    return level if level in tuple(Severity) else CODES[UNKNOWN].severity


def _follows(fault: ErrorDetails) -> bool:
    """Whether a list is only too short because its items are wrong, which is said of each of them."""
    return fault["type"] == "too_short" and len(fault["input"]) >= fault["ctx"]["min_length"]


def _sentence(fault: ErrorDetails, path: Path) -> str:
    return sentence(
        Mismatch(
            kind=fault["type"],
            message=fault["msg"],
            value=fault["input"],
            bounds=fault.get("ctx", {}),
            items="whole numbers" if _holds_numbers(_annotation_at(path)) else "texts",
            names=() if fault["type"] == "dict_type" else _names_at(path),
        )
    )


def _unknown_taxonomies(options: Mapping[str, Any]) -> Iterator[OptionFault]:
    """Yield each taxonomy that an option names and that there is not: another option declares them."""
    feeds, own = options.get("feeds"), options.get("taxonomies")
    known = (*TaxonomyKind, *(map(str, own) if isinstance(own, Mapping) else ()))
    per = feeds.get("per") if isinstance(feeds, Mapping) else None
    named = {
        f"feeds.per.{place}": name for place, name in enumerate(per if isinstance(per, list | tuple) else ())
    }
    if options.get("neighbours") not in (ALL, NONE):
        named["neighbours"] = options.get("neighbours")
    for option, name in named.items():
        if isinstance(name, str) and name not in known:
            near = get_close_matches(name, known, n=1)
            advice = f"Did you mean '{near[0]}'?" if near else f"Known here: {', '.join(known)}."
            yield OptionFault.of(option, f"there is no taxonomy {quoted(name)}. {advice}")


def _written(loc: Path, options: Any) -> Path:
    """Return the part of pydantic's path that the options really have; the rest names types."""
    path: list[str | int] = []
    for step in loc:
        if isinstance(options, Mapping):  # a key that is no text may be there as Python writes it
            own = next((key for key in options if step in (key, repr(key))), None)
        else:
            own = step if _has_item(options, step) else None
        if own is not None:
            options = options[own]
            path.append(own)
    return tuple(path) or loc


def _has_item(options: Any, step: str | int) -> bool:
    return isinstance(options, list | tuple) and isinstance(step, int) and step < len(options)


def _dotted(path: Path) -> str:
    return ".".join(str(step).lower() if isinstance(step, bool) else str(step) for step in path)


def _unknown(path: Path) -> str:
    if len(path) == 1 and (counterpart := COUNTERPARTS.get(str(path[0]))):
        return f"that is an option of Material's blog: {counterpart}."
    known, wanted = _names_at(path[:-1]), str(path[-1])
    near = _elsewhere(path) or get_close_matches(wanted, known, n=1, cutoff=0.6)
    advice = f"Known here: {', '.join(sorted(known))}."
    if near:
        advice = f"Did you mean {' or '.join(quoted(each) for each in near)}?".replace('"', "'")
    return f"there is no such option. {advice}"


def _elsewhere(path: Path) -> list[str]:
    """Return where an option stands that was written a level too far out, or in: three places at most."""
    if len(path) > 1:
        return [name for name in _names_at(()) if name == "_".join(map(str, path))]
    fields = Settings.model_fields.items()
    above = (name for name, field in fields if get_origin(field.annotation) is not dict)
    found = (f"{name}.{path[0]}" for name in above if path[0] in _names_at((name,)))
    return [each for each in found if each != "index.path"][:3]  # which nobody may set


def _names_at(path: Path) -> list[str]:
    model = _model_in(_annotation_at(path))
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def _annotation_at(path: Path) -> Any:
    """Return the type of an option, None where there is no such option."""
    here: Any = Settings
    for step in path:
        if get_origin(here) in (dict, tuple):  # a name of the site's own, or the number of an item
            here = get_args(here)[1 if get_origin(here) is dict else 0]
            continue
        model = _model_in(here)
        fields = model.model_fields.items() if model else ()
        here = next((field.annotation for name, field in fields if step in (name, field.alias)), None)
    return here


def _holds_numbers(annotation: Any) -> bool:
    return annotation is int or any(_holds_numbers(kind) for kind in get_args(annotation))


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for kind in get_args(annotation) if (found := _model_in(kind))), None)


def _remove(options: Any, path: Path) -> None:
    for step in path[:-1]:
        options = options[step]
    options.pop(path[-1], None)  # an anchor of YAML is one object in two places
