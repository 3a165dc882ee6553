"""The host's configuration file as plain values, read without the host and without running anything in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from mkdocs_newsblog.read.front_matter.yaml_loader import Loader

NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml")
"""Names that are looked for, in order; each host looks for its own first."""

INHERIT = "INHERIT"
"""The key that names a file to inherit from."""
_TAB = re.compile(rb" *\t")
"""How a line begins that YAML refuses without naming the reason."""


class ConfigError(Exception):
    """The configuration can't be read; the text says which file, why, and what to do."""


class _Loader(Loader):  # type: ignore[misc,valid-type,unused-ignore]
    """A safe loader that knows ``!ENV``, and takes every other tag for plain text, a list or a mapping."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return what ``!ENV NAME`` or ``!ENV [NAME, OTHER, default]`` stands for, as pyyaml-env-tag does."""
    if isinstance(node, yaml.ScalarNode):
        names, default = [node], None
    elif isinstance(node, yaml.SequenceNode) and node.value:
        names, last = (node.value[:-1], node.value[-1]) if len(node.value) > 1 else (node.value, None)
        default = loader.construct_object(last, deep=True) if last is not None else None
    else:
        return None
    for name in names:
        text = os.environ.get(str(name.value))
        if text is not None:
            tag = loader.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, text))
    return default


def _inert(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    """Return the plain value below a tag that only the host knows: ``!relative``, ``!!python/name:…``."""
    if isinstance(node, yaml.MappingNode):
        return loader.construct_mapping(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


_Loader.add_constructor("!ENV", _environment)
_Loader.add_constructor(None, _inert)


def find_config(folder: Path) -> Path:
    """Return the configuration file of a folder.

    Raises:
        ConfigError: there is none.
    """
    for name in NAMES:
        if (folder / name).is_file():
            return folder / name
    wanted = "Run this in the folder of that file, or name the file with --config-file."
    raise ConfigError(f"there is no properdocs.yml, and no mkdocs.yml in {folder}. {wanted}")


def read_values(path: Path) -> dict[str, object]:
    """Return the values of a configuration file, laid over those of the files it inherits from.

    Raises:
        ConfigError: a file is missing, or is no YAML mapping.
    """
    return _read(path, ())


def files_of(path: Path) -> list[Path]:
    """Return a configuration file that was read before, and those it inherits from, the nearest first."""
    files = [path]
    while (above := _above(files[-1], _load(files[-1], ()))) is not None:
        files.append(above)
    return files


def _read(path: Path, children: tuple[Path, ...]) -> dict[str, object]:
    if path in children:
        raise ConfigError(f"{shown(path)} inherits from itself. Remove one of the INHERIT keys.")
    values = _load(path, children)
    above = _above(path, values)
    values.pop(INHERIT, None)
    if above is None:
        return values
    return _merged(_read(above, (*children, path)), values)


def _load(path: Path, children: tuple[Path, ...]) -> dict[str, object]:
    content = b""
    try:
        content = path.read_bytes()
        values = yaml.load(content, _Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        raise ConfigError(f"{shown(path)} can't be read ({error.strerror}).{_named_by(children)}") from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        raise ConfigError(_not_yaml(path, error, content)) from None
    if values is None:
        return {}
    if not isinstance(values, dict):
        raise ConfigError(f"{shown(path)} should hold keys and values, such as site_name: My site.")
    return values


def _not_yaml(path: Path, error: Exception, content: bytes) -> str:
    """Return where a file is no YAML, and why; a parser that looks for an end says where that began."""
    said, name = str(error).partition("\n")[0], shown(path)
    if isinstance(error, yaml.reader.ReaderError) and "UTF-8" in error.reason:
        return f"{name} is not UTF-8. Save it as UTF-8."
    if isinstance(error, yaml.MarkedYAMLError) and (mark := error.problem_mark):
        begun = f", {error.context} of line {error.context_mark.line + 1}" if error.context_mark else ""
        said, name = f"{error.problem}{begun}", f"{name}:{mark.line + 1}:{mark.column + 1}"
        if any(_TAB.match(line) for line in content.splitlines()[mark.line : mark.line + 1]):
            said = "a tab begins the line, where only spaces may stand"
    return f"{name} is no valid YAML: {said.rstrip('.')}."


def shown(path: Path) -> str:
    """Return a path as messages name it: from the present folder, if it lies there."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


def _above(path: Path, values: Mapping[str, object]) -> Path | None:
    parent = values.get(INHERIT)
    return None if parent is None else Path(os.path.normpath(path.parent / str(parent)))


def _named_by(children: tuple[Path, ...]) -> str:
    return f" Mend INHERIT in {shown(children[-1])}." if children else ""


def _merged(parent: Mapping[str, object], child: Mapping[str, object]) -> dict[str, object]:
    """Return mappings merged key by key; any other value of the child replaces its parent's."""
    merged = dict(parent)
    for key, value in child.items():
        below = parent.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            merged[key] = _merged(below, value)
        else:
            merged[key] = value
    return merged
