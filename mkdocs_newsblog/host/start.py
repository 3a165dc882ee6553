"""The start of one section's build, from the host's configuration, and its place among the host's events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_newsblog.build import Build, start_build
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.host.site.config import OptionLines, blog_folders, keep_apart, read_site, theme_features
from mkdocs_newsblog.host.site.translation import is_inner
from mkdocs_newsblog.read.files.stored import stored_settings
from mkdocs_newsblog.render.templating.themes import Theme
from mkdocs_newsblog.schema.settings import Settings


class Command(NamedTuple):
    """What the host was asked to do."""

    serving: bool
    dirty: bool


def running_command() -> Command:
    """Return what the host's command line runs, for a section that was not there when the host said it.

    The host says so once, to the plugins of the config as it was then. A program that builds has no command
    line of the host's, and wants a build.
    """
    context = click.get_current_context(silent=True)
    if context is None or context.info_name != "serve" or "build_type" not in context.params:
        return Command(serving=False, dirty=False)
    kind = context.params["build_type"]
    return Command(serving=kind != "clean", dirty=kind == "dirty")


def start_section(
    config: MkDocsConfig, settings: Settings, before: Sequence[Build], memory: Memory, *, serving: bool
) -> Build:
    """Return the build of a section, given those of the sections ``before`` it.

    Raises:
        PluginError: the clock's variable or the site's address is none, or two sections would hold the same
            pages.
    """
    settings = stored_settings(settings, config.docs_dir)
    try:
        site = read_site(config, settings, serving=serving)
    except ValueError as error:
        raise PluginError(f"newsblog: {error}") from None
    theme = Theme(site.theme, config.theme.dirs, theme_features(config))
    lines = OptionLines(config.config_file_path, len(before))
    build = start_build(site, settings, theme, lines.placed, memory, before)
    if is_inner(config):  # the pass around it has said what git can't tell
        build.folder.history = build.folder.history._replace(problem=None)
    keep_apart(build, before, blog_folders(config))
    return build


def add_reader(config: MkDocsConfig, read: Callable[..., str | None]) -> None:
    """Let a function answer what a page's source is.

    Of a second plugin that defines this event the host warns, and a strict build would end.
    """
    readers = config.plugins.events["page_read_source"]
    if read not in readers:
        readers.append(read)
