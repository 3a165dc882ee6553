"""The host's configuration: our options in it, the site that it describes, and blogs of Material's in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.base import ValidationError as HostValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.site.translation import is_inner, language_of
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.site import Around, Site
from mkdocs_newsblog.read.beside import META_FILE
from mkdocs_newsblog.read.config.config_places import place_of
from mkdocs_newsblog.read.config.plugin_options import OptionPlaces, plain_name, sections_of
from mkdocs_newsblog.read.config.rss_plugin import files_written
from mkdocs_newsblog.read.config.site_address import address_fault, address_of
from mkdocs_newsblog.read.files.select import Section, overlap, shared
from mkdocs_newsblog.read.files.source import linked_folders
from mkdocs_newsblog.read.markdown.fences import has_superfences
from mkdocs_newsblog.read.time.clock import now
from mkdocs_newsblog.read.values.status import locks_pages
from mkdocs_newsblog.render.report import calm
from mkdocs_newsblog.render.text.labels import direction
from mkdocs_newsblog.schema.check import Checked, OptionFault, check_settings
from mkdocs_newsblog.schema.settings import Settings

log = get_plugin_logger("mkdocs_newsblog")

CACHE = Path(".cache", "newsblog")
"""Where things are kept between builds, below the folder of the configuration file."""

META = "meta"
"""A plugin for files of folder defaults."""


class NoOptions(Config):
    """The host's own schema is empty: ours checks everything in one go."""


def load_settings(
    options: Mapping[str, Any], config_file: str | None
) -> tuple[Settings | None, ConfigErrors, ConfigWarnings]:
    """Return the settings with errors and warnings as the host frames them, at their lines."""
    checked = check_settings(options)
    if checked.errors or checked.warnings or checked.notices:
        checked = _placed(checked, _places_of(options, config_file))
    errors: ConfigErrors = [(path, HostValidationError(text)) for path, text in checked.errors]
    for path, text in checked.notices:
        log.info(f"Plugin 'newsblog' option '{path}': {text}")
    if errors:  # the host stops there, and would drop the warnings
        for path, text in checked.warnings:
            log.warning(f"Plugin 'newsblog' option '{path}': {text}")
        return None, errors, []
    return checked.settings, errors, list(checked.warnings)


def _places_of(options: Mapping[str, Any], config_file: str | None) -> OptionPlaces | None:
    """Return where such options stand, None where no file says so."""
    own = (places for places, given in _sections(config_file) if _as_given(given) == options)
    try:
        return next(own, None)
    except RecursionError:  # options that hold themselves
        return None


def _placed(checked: Checked, places: OptionPlaces | None) -> Checked:
    """Return faults that begin with their place in the configuration file, where it is known."""
    if places is None:
        return checked
    levels = (checked.errors, checked.warnings, checked.notices)
    said = (
        tuple(OptionFault(option, f"{places.of(option)}: {text}") for option, text in faults)
        for faults in levels
    )
    return Checked(checked.settings, *said)


@dataclass(frozen=True)
class OptionLines:
    """Finds the lines of a section's options, by its number; the file is read again only for a problem."""

    config_file: str | None
    number: int

    @cached_property
    def _file(self) -> Place | None:
        return Place(Path(self.config_file).name) if self.config_file else None

    @cached_property
    def _places(self) -> OptionPlaces | None:
        sections = _sections(self.config_file)
        return sections[self.number][0] if self.number < len(sections) else None

    def placed(self, found: Problem) -> Problem:
        """Return a problem of an option at its place, any other as it is."""
        is_option = found.place == self._file
        return self._places.placed(found) if is_option and self._places else found


def _sections(config_file: str | None) -> list[tuple[OptionPlaces, Any]]:
    return sections_of(Path(config_file)) if config_file else []


def _as_given(options: Any) -> dict[Any, Any]:
    """Return options as the host hands them to a plugin, which is not told whether it is switched on."""
    own = options.items() if isinstance(options, Mapping) else ()
    return {key: value for key, value in own if key != "enabled"}


def read_site(config: MkDocsConfig, settings: Settings, *, serving: bool) -> Site:
    """Return what we know of the host's site.

    Raises:
        ValueError: the clock's variable can't be read.
        PluginError: no link can be made from the site's address.
    """
    path = Path(config.config_file_path or "mkdocs.yml")
    if fault := address_fault(config.site_url, Place(path.name)):
        raise PluginError(calm(str(fault._replace(place=place_of(path, (fault.key,))))))
    around = language_of(config) or _theme_language(config)
    return Site(
        name=str(config.site_name),
        url=address_of(config.site_url),
        language=settings.language or around,
        theme=config.theme.name or "",
        now=now(),
        config=path.name,
        folder=str(project_folder(config)),
        docs_dir=config.docs_dir,
        linked=linked_folders(project_folder(config), settings),
        directory_urls=config.use_directory_urls,
        description=config.site_description,
        author=config.site_author,
        copyright=config.copyright,
        around=Around(locks_pages(config.plugins), has_superfences(map(str, config.markdown_extensions))),
        serving=serving and not is_inner(config),
        direction=str(config.theme.get("direction") or direction(around)),
        templates=tuple(sorted(config.theme.static_templates)),
        written=files_written((name, getattr(each, "config", None)) for name, each in config.plugins.items()),
    )


def project_folder(config: MkDocsConfig) -> Path:
    """Return the folder of the configuration file."""
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _theme_language(config: MkDocsConfig) -> str:
    """Return the language that the theme prints: Material has an option, the host's own themes a locale."""
    for name in ("language", "locale"):
        value = config.theme.get(name)
        if value:
            return str(value)
    return "en"


def meta_file(config: MkDocsConfig) -> str:
    """Return the name of files of folder defaults: the one that a plugin for them reads, where one is on."""
    for name, plugin in config.plugins.items():
        if plain_name(name) == META and (given := plugin.config.get("meta_file")):
            return str(given)
    return META_FILE


def blog_folders(config: MkDocsConfig) -> Iterator[str]:
    """Yield the folder of each blog that Material's own plugin makes."""
    for options in _blogs(config):
        yield str(options.get("blog_dir"))


def authors_files(config: MkDocsConfig) -> Iterator[str]:
    """Yield where each blog that Material's own plugin makes has its authors, if it is in the docs folder."""
    for options in _blogs(config):
        named = str(options.get("authors_file")).replace("{blog}", str(options.get("blog_dir")))
        uri = posixpath.normpath(named)
        if not uri.startswith(("/", "..")):
            yield uri


def _blogs(config: MkDocsConfig) -> Iterator[Mapping[str, Any]]:
    for plugin in config.plugins.values():
        if type(plugin).__module__.startswith("material.plugins.blog") and plugin.config.get("enabled"):
            yield plugin.config


def theme_features(config: MkDocsConfig) -> list[str]:
    """Return the theme's optional features that are switched on."""
    features = config.theme.get("features")
    return [str(feature) for feature in features] if isinstance(features, list) else []


def keep_apart(build: Build, others: Iterable[Build], blogs: Iterable[str]) -> None:
    """Stop where two sections of a site, or one of them and a blog of Material's, would hold the same pages.

    Raises:
        PluginError: the section overlaps another, or has the folder of such a blog.
    """
    place, settings = Place(build.site.config), build.settings
    for folder in blogs:
        if Section.of(folder, ()).parts == build.section.parts:
            found = shared(place, settings.dir)
            raise PluginError(calm(str(build.placed(found))))
    for other in others:
        if other.section.overlaps(build.section):
            found = overlap(place, other.settings.dir, settings.dir)
            raise PluginError(calm(str(build.placed(found))))
