"""A site's configuration as the commands need it: folders, sections, and what is wrong with their options."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from pathspec.gitignore import GitIgnoreSpec

from mkdocs_newsblog.cli.config_file import ConfigError, place_in, read_values
from mkdocs_newsblog.cli.languages import NO_LANGUAGES, Languages
from mkdocs_newsblog.cli.languages import PLUGIN as I18N
from mkdocs_newsblog.cli.tree import Tree
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.clock import now
from mkdocs_newsblog.read.select import Section, overlap
from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import Settings

PLUGIN = "newsblog"
HIDDEN = (".*", "/templates/")
"""What hosts leave out of every site."""


@dataclass(frozen=True, slots=True)
class Project:
    """One site, as its configuration file says; ``faults`` are wrong options of the plugin."""

    config: Path
    docs_dir: Path
    site: Site
    sections: tuple[Settings, ...]
    faults: tuple[Problem, ...]
    excluded: GitIgnoreSpec
    drafts: GitIgnoreSpec
    theme_dirs: tuple[str, ...] = ()
    """Folders that may hold templates of the site: its own, then the theme's."""
    languages: Languages = NO_LANGUAGES

    def tree(self) -> Tree:
        """Return the files of the docs folder as they are now."""
        return Tree.walk(self.docs_dir, self.excluded, self.drafts, directory_urls=self.site.directory_urls)


def read_project(config: Path) -> Project:
    """Return the site that a configuration file describes.

    Raises:
        ConfigError: the file can't be read, or names no docs folder or no section.
    """
    values = read_values(config)
    docs_dir = Path(os.path.normpath(config.parent / str(values.get("docs_dir") or "docs")))
    if not docs_dir.is_dir():
        raise ConfigError(f"docs_dir is {docs_dir}, which is no folder. Create it, or mend {config}.")
    entries = list(plugin_entries(values.get("plugins"), config, PLUGIN))
    if not entries:
        raise ConfigError(f"{config} has no {PLUGIN} below plugins. Add it there.")
    sections, faults = _sections(entries, config)
    excluded = GitIgnoreSpec.from_lines([*HIDDEN, *_patterns(values, "exclude_docs", config)])
    drafts = GitIgnoreSpec.from_lines(_patterns(values, "draft_docs", config))
    site = _site(values, config)
    folders = tuple(_theme_dirs(values, config))
    translated = next((options for _, options in plugin_entries(values.get("plugins"), config, I18N)), None)
    languages = Languages.of(translated)
    return Project(
        config, docs_dir, site, tuple(sections), tuple(faults), excluded, drafts, folders, languages
    )


def _site(values: Mapping[str, Any], config: Path) -> Site:
    theme = values.get("theme")
    options = theme if isinstance(theme, Mapping) else {"name": theme or "mkdocs"}
    language = options.get("language") or options.get("locale") or "en"
    url = values.get("site_url")
    try:
        moment = now()
    except ValueError as error:
        raise ConfigError(f"{error}.") from None
    return Site(
        name=str(values.get("site_name") or ""),
        url=f"{url.rstrip('/')}/" if isinstance(url, str) and url else None,
        language=str(language),
        theme=str(options.get("name") or ""),
        now=moment,
        config=config.name,
        directory_urls=values.get("use_directory_urls") is not False,
    )


def _theme_dirs(values: Mapping[str, Any], config: Path) -> Iterator[str]:
    """Yield the site's ``custom_dir``, and the folder of an installed theme."""
    theme = values.get("theme")
    options = theme if isinstance(theme, Mapping) else {"name": theme}
    if custom := options.get("custom_dir"):
        yield str(config.parent / str(custom))
    for group in ("mkdocs.themes", "properdocs.themes"):
        for point in entry_points(group=group, name=str(options.get("name"))):
            package, *inner = point.module.split(".")
            spec = find_spec(package)  # which runs nothing of a package that is not within another
            for place in (spec.submodule_search_locations or ()) if spec else ():
                yield str(Path(place, *inner))


def _patterns(values: Mapping[str, Any], name: str, config: Path) -> list[str]:
    text = values.get(name)
    if text is None:
        return []
    if not isinstance(text, str):
        raise ConfigError(f"{name} in {config} should be one text with a pattern on each line.")
    return text.splitlines()


Step = tuple[str | int, ...]


def plugin_entries(plugins: Any, config: Path, wanted: str) -> Iterator[tuple[Step, Any]]:
    """Yield where the options of each instance of a plugin stand below ``plugins``, and the options.

    Raises:
        ConfigError: ``plugins`` is neither a list nor a mapping.
    """
    if isinstance(plugins, Mapping):
        named: list[tuple[Step, Any, Any]] = [((name,), name, options) for name, options in plugins.items()]
    elif isinstance(plugins, list):
        named = [found for place, item in enumerate(plugins) for found in _item(place, item)]
    elif plugins is None:
        named = []
    else:
        raise ConfigError(f"plugins in {config} should be a list or a mapping of names.")
    for step, name, options in named:
        if isinstance(name, str) and name.removeprefix("/") == wanted:
            yield step, options


def _item(place: int, item: Any) -> Iterator[tuple[Step, Any, Any]]:
    if isinstance(item, Mapping):
        for name, options in item.items():
            yield (place, name), name, options
    else:
        yield (place,), item, None


def _sections(entries: list[tuple[Step, Any]], config: Path) -> tuple[list[Settings], list[Problem]]:
    sections: list[Settings] = []
    faults: list[Problem] = []
    for number, (step, options) in enumerate(entries, 1):
        place = _Options(config, ("plugins", *step), number)
        settings, found = place.read(options)
        faults += found
        if settings is not None:
            clashes = [other for other in sections if _folder(other).overlaps(_folder(settings))]
            faults += [place.overlap(other, settings) for other in clashes]
            sections += [] if clashes else [settings]
    return sections, faults


def _folder(settings: Settings) -> Section:
    return Section.of(settings.dir, ())


@dataclass(frozen=True, slots=True)
class _Options:
    """The options of one section, for messages that read as the host's do."""

    config: Path
    step: Step
    number: int

    def read(self, options: Any) -> tuple[Settings | None, list[Problem]]:
        """Return the settings, None where they are wrong or the section is switched off, and the faults."""
        if options is not None and not isinstance(options, Mapping):
            return None, [self.fault("", "options should be keys and values", "option-invalid")]
        raw = dict(options or {})
        enabled = raw.pop("enabled", True)
        if not isinstance(enabled, bool):
            fact = f"Expected boolean but received: {type(enabled)}"
            return None, [self.fault("enabled", fact, "option-invalid")]
        if not enabled:
            return None, []
        checked = check_settings(raw)
        faults = [self.fault(path, text, "option-invalid") for path, text in checked.errors]
        faults += [self.fault(path, text, "option-unknown") for path, text in checked.warnings]
        return checked.settings, faults

    def overlap(self, other: Settings, settings: Settings) -> Problem:
        """Return the problem of a section that would hold another's pages."""
        line, col = place_in(self.config, self.step)
        return overlap(Place(self.config.name, line, col), other.dir, settings.dir)

    def fault(self, option: str, text: str, code: str) -> Problem:
        """Return the problem of one option, at its place in the configuration file."""
        keys = tuple(int(part) if part.isdigit() else part for part in option.split(".") if part)
        line, col = place_in(self.config, (*self.step, *keys))
        # The host numbers further sections in warnings, not in errors.
        name = f"{PLUGIN} #{self.number}" if self.number > 1 and code == "option-unknown" else PLUGIN
        key = f"Plugin '{name}' option '{option}'" if option else f"Plugin '{name}'"
        fact, _, remedy = text.removesuffix(f" [{code}]").removesuffix(".").partition(". ")
        return problem(code, Place(self.config.name, line, col), key, fact, remedy)
