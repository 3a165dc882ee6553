"""The plugin's options between the host's framing and ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings
from mkdocs.config.base import ValidationError as HostValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_newsblog.host.pages import project_folder
from mkdocs_newsblog.host.report import log
from mkdocs_newsblog.host.translation import is_inner, language_of
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.beside import META_FILE
from mkdocs_newsblog.read.clock import now
from mkdocs_newsblog.read.select import Section, overlap
from mkdocs_newsblog.read.site_address import address_fault, address_of
from mkdocs_newsblog.read.status import locks_pages
from mkdocs_newsblog.render.report import calm
from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import Settings


class NoOptions(Config):
    """The host's own schema is empty: ours checks everything in one go."""


def load_settings(options: Mapping[str, Any]) -> tuple[Settings | None, ConfigErrors, ConfigWarnings]:
    """Return the settings with errors and warnings as the host frames them."""
    checked = check_settings(options)
    errors: ConfigErrors = [(path, HostValidationError(text)) for path, text in checked.errors]
    for path, text in checked.notices:
        log.info(f"Plugin 'newsblog' option '{path}': {text}")
    if errors:  # the host stops there, and would drop the warnings
        for path, text in checked.warnings:
            log.warning(f"Plugin 'newsblog' option '{path}': {text}")
        return None, errors, []
    return checked.settings, errors, list(checked.warnings)


def read_site(config: MkDocsConfig, settings: Settings, *, serving: bool) -> Site:
    """Return what we know of the host's site.

    Raises:
        ValueError: the clock's variable can't be read.
        PluginError: no link can be made from the site's address.
    """
    name = Path(config.config_file_path or "mkdocs.yml").name
    if fault := address_fault(config.site_url, Place(name)):
        raise PluginError(calm(str(fault)))
    return Site(
        name=str(config.site_name),
        url=address_of(config.site_url),
        language=settings.language or language_of(config) or _theme_language(config),
        theme=config.theme.name or "",
        now=now(),
        config=name,
        folder=str(project_folder(config)),
        docs_dir=config.docs_dir,
        directory_urls=config.use_directory_urls,
        description=config.site_description,
        author=config.site_author,
        copyright=config.copyright,
        locks=locks_pages(config.plugins),
        serving=serving and not is_inner(config),
        templates=tuple(sorted(config.theme.static_templates)),
    )


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
        if name.partition(" ")[0].rpartition("/")[2] == "meta" and (given := plugin.config.get("meta_file")):
            return str(given)
    return META_FILE


def blog_folders(config: MkDocsConfig) -> Iterator[str]:
    """Yield the folder of each blog that Material's own plugin makes."""
    for plugin in config.plugins.values():
        if type(plugin).__module__.startswith("material.plugins.blog") and plugin.config.get("enabled"):
            yield str(plugin.config.get("blog_dir"))


def theme_features(config: MkDocsConfig) -> list[str]:
    """Return the theme's optional features that are switched on."""
    features = config.theme.get("features")
    return [str(feature) for feature in features] if isinstance(features, list) else []


def keep_apart(site: Site, settings: Settings, others: Iterable[Settings], blogs: Iterable[str]) -> None:
    """Stop where two sections of a site, or one of them and a blog of Material's, would hold the same pages.

    Raises:
        PluginError: the section overlaps another, or has the folder of such a blog.
    """
    for folder in blogs:
        if Section.of(folder, ()).parts == Section.of(settings.dir, ()).parts:
            fact = f"the blog plugin of the theme has the folder '{settings.dir}' too"
            advice = "Take it out of plugins, or give it another folder"
            found = problem("option-invalid", Place(site.config), "newsblog", fact, advice)
            raise PluginError(calm(str(found)))
    for other in others:
        one, two = (Section.of(each.dir, ()) for each in (other, settings))
        if one.overlaps(two):
            raise PluginError(calm(str(overlap(Place(site.config), other.dir, settings.dir))))
