"""The plugins of a configuration file, and where the options of each stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.read.config.config_file import ConfigError, read_values, shown
from mkdocs_newsblog.read.config.config_places import Step, place_of

PLUGIN = "newsblog"


class Astray(NamedTuple):
    """The options of a plugin whose list item has further keys, which the host refuses."""

    own: object
    further: str


class OptionPlaces(NamedTuple):
    """Where the options of one section stand: in which file, and below which keys."""

    config: Path
    step: Step

    def of(self, option: str) -> Place:
        """Return where an option stands, by its dotted path, or else the nearest name around it."""
        keys = (int(part) if part.isdecimal() else part for part in option.split(".") if part)
        return place_of(self.config, (*self.step, *keys))

    def placed(self, found: Problem) -> Problem:
        """Return a problem of an option at its place; a build only knows in which file they are."""
        return found._replace(place=self.of(found.key)) if found.place == Place(self.config.name) else found


def plugin_entries(plugins: object, config: Path, *wanted: str) -> Iterator[tuple[Step, object]]:
    """Yield where the options of each instance of a plugin stand below ``plugins``, and the options.

    It may have several names.

    Raises:
        ConfigError: ``plugins`` is neither a list nor a mapping.
    """
    for step, name, options in _named(plugins, config):
        if name in wanted:
            yield step, options


def plugin_names(plugins: object, config: Path) -> Iterator[str]:
    """Yield the names of the plugins that are not switched off.

    Raises:
        ConfigError: ``plugins`` is neither a list nor a mapping.
    """
    for _, name, options in _named(plugins, config):
        if is_on(options):
            yield name


def plain_name(name: str) -> str:
    """Return what a plugin is called, whichever of its instances it is, and whosever it is.

    >>> [plain_name(name) for name in ("meta", "meta #2", "material/meta")]
    ['meta', 'meta', 'meta']
    """
    return name.partition(" ")[0].rpartition("/")[2]


def is_on(options: object) -> bool:
    """Whether a plugin with such options is not switched off."""
    return not (isinstance(options, Mapping) and options.get("enabled") is False)


def sections_of(config: Path) -> list[tuple[OptionPlaces, object]]:
    """Return our sections that are switched on, as the host counts them, with their options.

    A file that can't be read, or says something else than the host makes of it, has none.
    """
    try:
        entries = list(plugin_entries(read_values(config).get("plugins"), config, PLUGIN))
    except ConfigError:
        return []
    return [
        (OptionPlaces(config, ("plugins", *step)), options) for step, options in entries if is_on(options)
    ]


def _named(plugins: object, config: Path) -> Iterator[tuple[Step, str, object]]:
    if isinstance(plugins, Mapping):
        named: list[tuple[Step, object, object]] = [
            ((name,), name, options) for name, options in plugins.items()
        ]
    elif isinstance(plugins, list):
        named = [found for place, item in enumerate(plugins) for found in _item(place, item)]
    elif plugins is None:
        named = []
    else:
        raise ConfigError(f"plugins in {shown(config)} should be a list or a mapping of names.")
    for step, name, options in named:
        if isinstance(name, str):
            yield step, name.removeprefix("/"), options


def _item(place: int, item: object) -> Iterator[tuple[Step, object, object]]:
    if isinstance(item, Mapping) and len(item) > 1:
        for name, options in item.items():
            further = next(str(other) for other in item if other != name)
            yield (place, name), name, Astray(options, further)
    elif isinstance(item, Mapping):
        for name, options in item.items():
            yield (place, name), name, options
    else:
        yield (place,), item, None
