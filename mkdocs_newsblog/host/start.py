"""The start of one section's build, from the host's configuration."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from mkdocs_newsblog.build import Build, start_build
from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.host.config import keep_apart, read_site, theme_features
from mkdocs_newsblog.host.pages import project_folder
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.schema.settings import Settings


def start_section(
    config: MkDocsConfig, settings: Settings, before: Sequence[Build], memory: Memory, *, serving: bool
) -> Build:
    """Return the build of a section, given those of the sections ``before`` it.

    Raises:
        PluginError: the clock's variable can't be read, or two sections would hold the same pages.
    """
    try:
        site = read_site(config, settings, serving=serving)
    except ValueError as error:
        raise PluginError(f"newsblog: {error}") from None
    keep_apart(site, settings, [other.settings for other in before])
    store = Store(project_folder(config) / settings.images.cache)
    first = before[0] if before else None
    return start_build(site, settings, config.theme.dirs, theme_features(config), store, memory, first)
