"""What every group of options has in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from mkdocs_newsblog.model.names import Layout, TaxonomyKind
from mkdocs_newsblog.schema.options.portable import is_device, too_long


class Options(BaseModel):
    """Base of every group of options: unknown names are refused, values can't be changed.

    What stands below an option is its documentation, which only the generated reference reads, see
    :mod:`mkdocs_newsblog.schema.reference.json_schema`; checks are made ready when they are first used. A
    build that starts pays for neither.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True, strict=False)


def switch(value: Any) -> Any:
    """``false`` switches a view off, ``true`` and nothing at all take its defaults.

    Raises:
        ValueError: the value is neither a switch nor a mapping of options.
    """
    if value is False:
        return None
    if value is True or value is None:
        return {}
    if not isinstance(value, Mapping | BaseModel):
        raise ValueError("should be a mapping of options, or true, or false")
    return value


def front(value: Any) -> Any:
    """The section's front page can't be switched off: everything else leads there.

    Raises:
        ValueError: the value is no mapping of options.
    """
    if value is False:
        raise ValueError("should be a mapping of options: the section's front page can't be switched off")
    return switch(value)


def declared(value: Any) -> Any:
    """A taxonomy of the site's own is switched on by its name.

    Raises:
        ValueError: the value is no mapping of options, nor ``true``.
    """
    if value is False:
        raise ValueError("should be a mapping of options, or true: leave the taxonomy out to have none")
    return switch(value)


def told(value: Any) -> Any:
    """A switch that the environment gives is off where its variable is not set, or holds no text."""
    return (value.strip() if isinstance(value, str) else value) or False


def inside(path: str) -> str:
    """Refuse a path that may leave the folder it starts from.

    Raises:
        ValueError: a part of the path is ``..``, or it begins at the root.
    """
    if path.startswith("/") or ".." in path.split("/"):
        raise ValueError("should stay inside its folder: no part of it may be '..', and no '/' may begin it")
    return path


def named(path: str) -> str:
    """Refuse a path without a name in it, and one with a place for a name, as Material's blog has them.

    Raises:
        ValueError: nothing is left of the path, or it has braces.
    """
    if "{" in path or "}" in path:
        raise ValueError("should have no braces: names and numbers of pages are put behind it")
    if not any(part.strip(". ") for part in path.split("/")):
        raise ValueError("should name at least one folder")
    return path


def fitting(path: str) -> str:
    """Refuse a path that is too long to be written.

    Raises:
        ValueError: the path, or a part of it, has too many bytes.
    """
    if found := too_long(path):
        raise ValueError(f"should not have {found}")
    return path


def portable(path: str) -> str:
    """Refuse a path that Windows takes for another, or for a device.

    Raises:
        ValueError: a part of the path is the name of a device, or ends with a dot or a blank.
    """
    for part in path.split("/"):
        if is_device(part):
            raise ValueError(f"should be another name: {part} is a device on Windows")
        if part != "." and part.endswith((".", " ")):
            raise ValueError("should have no part that ends with a dot or a blank: Windows leaves that out")
    return path


def counted(value: Any) -> Any:
    """Refuse ``true`` for a number, which would be one; ``false`` may stand for none.

    Raises:
        ValueError: it is ``true``.
    """
    if value is True:
        raise ValueError("should be a whole number")
    return value


Told = Annotated[bool, BeforeValidator(told)]
"""A switch for ``!ENV``."""
COUNTED = BeforeValidator(counted)
"""For numbers, behind their bounds, which schemas for editors name."""

PATTERNS: dict[str, str] = {}
"""What is said in place of each regular expression behind "should be"."""


def of_its_own(name: str) -> str:
    """Return the name of a taxonomy of the site's.

    Raises:
        ValueError: it is one that every section has.
    """
    if name in list(TaxonomyKind):
        raise ValueError(f"should be another name: {name} is an option beside taxonomies")
    return name


def shaped(pattern: str, words: str) -> Any:
    """Return what a text must match, whose words stand in messages."""
    PATTERNS[pattern] = words
    return Field(pattern=pattern)


PathText = Annotated[
    str,
    shaped(r"^[^\\:?#%*\"<>|\x00-\x1f]*$", 'a path with none of the characters \\ : ? # % * " < > |'),
    AfterValidator(inside),
    AfterValidator(fitting),
]
FolderText = Annotated[str, shaped(r"\S", "the path of a folder")]
"""A folder anywhere on the machine; a path without a root begins at the configuration file."""
NamedPath = Annotated[PathText, AfterValidator(named), AfterValidator(portable)]
FileName = Annotated[
    str,
    shaped(
        r"^[^/\\:?#%*\"<>|\x00-\x1f.][^/\\:?#%*\"<>|\x00-\x1f]*$",
        'the name of a file, with no dot before it and none of the characters / \\ : ? # % * " < > |',
    ),
    AfterValidator(fitting),
    AfterValidator(portable),
]
FileAtTop = Annotated[
    str,
    shaped(
        r"^/?[^/\\:?#%*\"<>|\x00-\x1f.][^/\\:?#%*\"<>|\x00-\x1f]*$",
        "the name of a file, or / and a name for the top of the site, "
        'with no dot before it and none of the characters / \\ : ? # % * " < > |',
    ),
    AfterValidator(fitting),
    AfterValidator(portable),
]
WebAddress = Annotated[
    str, shaped(r"^https?://[^\s\"'<>\\^`{|}]+$", "a whole address, such as https://www.example.org/")
]

LAYOUT_NAME = r"^[a-z][a-z0-9_-]*$"
"""What a layout may be called, whose template is a file of that name, and a taxonomy."""

_NAMED = shaped(LAYOUT_NAME, "a name of small letters a to z, digits, _ and -, with a letter first")

TaxonomyName = Annotated[str, _NAMED]
OwnTaxonomy = Annotated[
    TaxonomyName,
    AfterValidator(of_its_own),
    WithJsonSchema({"type": "string", "pattern": LAYOUT_NAME, "not": {"enum": list(TaxonomyKind)}}),
]
"""A taxonomy of the site's: the others have options by their names."""

LayoutName = Annotated[
    str,
    _NAMED,
    WithJsonSchema({"anyOf": [{"enum": list(Layout)}, {"type": "string", "pattern": LAYOUT_NAME}]}),
]
"""A layout that comes with this package, or one of the site's: which there are, only its templates tell."""
