"""The event right after those plugins that make the navigation anew, which do so at 100."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Navigation

from mkdocs_newsblog.host.files.section import SectionFiles


class Lending:
    """What the plugin does for names that another one gives to listings."""

    section: SectionFiles

    @event_priority(99)
    def _on_nav_again(self, nav: Navigation, *, config: MkDocsConfig, **_: object) -> Navigation:
        """Have the pages of listings back, and by these names."""
        self.section.take_back(config)
        return nav
