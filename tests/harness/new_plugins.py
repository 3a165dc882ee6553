"""Each test begins with plugins that no build has used, as each run of a host does."""

from __future__ import annotations

import pytest
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.host.plugin import NewsblogPlugin
from mkdocs_newsblog.host.session import Session


@pytest.fixture(autouse=True)
def new_plugins() -> None:
    """Forget the plugins that the host kept: Material's search remembers what its last dirty build wrote."""
    for _, option in MkDocsConfig._schema:
        if isinstance(option, Plugins):
            option.plugin_cache.clear()
    NewsblogPlugin.session = Session()
