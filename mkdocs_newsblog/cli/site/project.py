"""A site's configuration as the commands need it: folders, sections, and what is wrong with their options."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from pathspec.gitignore import GitIgnoreSpec

from mkdocs_newsblog.cli.site.docs_tree import Tree
from mkdocs_newsblog.cli.site.languages import Languages
from mkdocs_newsblog.cli.site.sections import read_sections, theme_blogs
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Around, Site
from mkdocs_newsblog.model.translation import I18N
from mkdocs_newsblog.read.config.config_file import ConfigError, read_values, shown
from mkdocs_newsblog.read.config.config_places import config_names, place_of
from mkdocs_newsblog.read.config.plugin_options import PLUGIN, OptionPlaces, plugin_entries, plugin_names
from mkdocs_newsblog.read.config.rss_plugin import RSS, files_written
from mkdocs_newsblog.read.config.site_address import address_fault, address_of
from mkdocs_newsblog.read.time.clock import now
from mkdocs_newsblog.read.values.status import locks_pages
from mkdocs_newsblog.schema.settings import Settings

THEME_FILE = "mkdocs_theme.yml"
"""Where a theme says what it is."""
SEARCH_PAGE = "include_search_page"
"""The option of themes that have a page of results."""
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
    theme_dirs: tuple[str, ...]
    """Folders that may hold templates of the site: its own, then the theme's."""
    languages: Languages
    names: frozenset[str]
    """Files of the configuration, relative to its folder: what stands in them is no matter of the docs."""
    plugins: frozenset[str]
    """Names of the site's plugins."""
    places: Mapping[str, OptionPlaces]
    """Where the options of each section stand in the configuration, by ``dir``."""

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
        raise ConfigError(
            f"docs_dir is {shown(docs_dir)}, which is no folder. Create it, or mend {shown(config)}."
        )
    entries = list(plugin_entries(values.get("plugins"), config, PLUGIN))
    if not entries:
        raise ConfigError(f"{shown(config)} has no {PLUGIN} below plugins. Add it there.")
    sections = read_sections(entries, config, docs_dir, theme_blogs(values, config))
    excluded = GitIgnoreSpec.from_lines([*HIDDEN, *_patterns(values, "exclude_docs", config)])
    drafts = GitIgnoreSpec.from_lines(_patterns(values, "draft_docs", config))
    folders = tuple(_theme_dirs(values, config))
    plugins = frozenset(plugin_names(values.get("plugins"), config))
    site = _site(values, config, plugins)._replace(
        templates=tuple(sorted(_static_templates(values, folders))),
        written=files_written(
            (RSS, found) for _, found in plugin_entries(values.get("plugins"), config, RSS)
        ),
    )
    fault = address_fault(values.get("site_url"), place_of(config, ("site_url",)))
    translated = next((options for _, options in plugin_entries(values.get("plugins"), config, I18N)), None)
    languages = Languages.of(translated)
    return Project(
        config,
        docs_dir,
        site,
        tuple(sections.settings),
        (*([fault] if fault else []), *sections.faults),
        excluded,
        drafts,
        folders,
        languages,
        config_names(config),
        plugins,
        sections.places,
    )


def _site(values: Mapping[str, object], config: Path, plugins: Collection[str]) -> Site:
    theme = values.get("theme")
    options = theme if isinstance(theme, Mapping) else {"name": theme or "mkdocs"}
    language = options.get("language") or options.get("locale") or "en"
    try:
        moment = now()
    except ValueError as error:
        raise ConfigError(f"{error}.") from None
    return Site(
        name=str(values.get("site_name") or ""),
        url=address_of(values.get("site_url")),
        language=str(language),
        theme=str(options.get("name") or ""),
        now=moment,
        config=config.name,
        folder=str(config.parent),
        around=Around(locks=locks_pages(plugins)),
        directory_urls=values.get("use_directory_urls") is not False,
    )


def _theme_dirs(values: Mapping[str, object], config: Path) -> Iterator[str]:
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


def _static_templates(values: Mapping[str, object], folders: Iterable[str]) -> set[str]:
    """Return what the theme and the site's own options make from templates that are no page's.

    The host's search adds a page where the theme asks for one.
    """
    theme = values.get("theme")
    layers = [theme] if isinstance(theme, Mapping) else []
    for folder in folders:
        with suppress(ConfigError):
            layers.append(read_values(Path(folder, THEME_FILE)))
    named = [layer["static_templates"] for layer in layers if isinstance(layer.get("static_templates"), list)]
    wanted = next((layer[SEARCH_PAGE] for layer in layers if SEARCH_PAGE in layer), False)
    plugins = values.get("plugins", ["search"])
    searches = "search" in plugins if isinstance(plugins, list | Mapping) else False
    return {str(name) for names in named for name in names} | (
        {"search.html"} if wanted and searches else set()
    )


def _patterns(values: Mapping[str, object], name: str, config: Path) -> list[str]:
    text = values.get(name)
    if text is None:
        return []
    if not isinstance(text, str):
        raise ConfigError(f"{name} in {shown(config)} should be one text with a pattern on each line.")
    return text.splitlines()
