"""Pages of which nothing has changed are taken from a former build and not templated again.

What a template is given is compared, not what has been edited. A template is run whenever something of it
differs, or when something takes part that can't be compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.reuse.findings import Findings
from mkdocs_newsblog.host.reuse.ground import Ground
from mkdocs_newsblog.host.reuse.hashes import Hashes
from mkdocs_newsblog.host.reuse.kept import KeptPages, small, whole
from mkdocs_newsblog.host.reuse.own_templates import Templates, look_at
from mkdocs_newsblog.host.reuse.page_keys import hash_of, page_parts
from mkdocs_newsblog.host.reuse.strangers import given_to
from mkdocs_newsblog.host.site.config import CACHE, project_folder
from mkdocs_newsblog.host.site.translation import is_inner, language_of
from mkdocs_newsblog.host.store.shelf import Shelf
from mkdocs_newsblog.render.templating.compiled import Compiled
from mkdocs_newsblog.schema.options.caching import CacheOptions

log = get_plugin_logger("mkdocs_newsblog")

KNOWN = frozenset(
    {
        *("nav", "pages", "page", "config", "newsblog", "base_url", "extra_css", "extra_javascript"),
        *("mkdocs_version", "properdocs_version", "build_date_utc"),
    }
)
"""What the host and we put into a page's context; of anything else nothing is known."""
MIKE = re.compile(r"mike-mkdocs\w+\.yml")
"""The copy of the configuration that mike builds each version with: it is called otherwise each time."""


def name_of(config: MkDocsConfig) -> str:
    """Return what the keys of a configuration's texts begin with, where several keep theirs in one place."""
    return f"{MIKE.sub('mike', Path(config.config_file_path or '').name)} "


class Rendered:
    """The pages of a former build: in a preview those of the last one, else those on a shelf."""

    def __init__(self) -> None:
        self._kept = KeptPages()
        self._contents = Hashes()
        self._shelf: Shelf | None = None
        self._ground: Ground | None = None
        self._uris: set[str] = set()
        self._name = ""
        self._templates = Templates()
        self._said = ""
        self.compiled = Compiled()
        self.found = Findings()
        self.on = False
        self.reused = 0

    def begin(
        self,
        config: MkDocsConfig,
        nav: Navigation,
        files: Files,
        options: CacheOptions | None,
        *,
        serving: bool,
    ) -> None:
        """Look at what all pages of a build are given; say once why nothing is reused, where that is so.

        Besides in a preview, pages are reused where the site wants them kept on disk.
        """
        self.found.begin(config, serving=serving, keep=options is not None)
        self.reused = self.reused if is_inner(config) else 0
        self.on = serving or bool(options and options.pages)
        if not self.on:
            return
        self._retain({file.dest_uri for file in files}, config)
        self._shelf = None if serving else Shelf(project_folder(config) / CACHE / "pages.sqlite")
        self._templates = look_at(config)
        self._ground = Ground(config, nav, files, self._templates)
        reason = self._ground.reason
        self.on = not reason
        if reason and reason != self._said:
            log.info(f"every page is templated again after each change: {reason}")
        self._said = reason
        if self.on:
            self._name = name_of(config)

    def _retain(self, uris: set[str], config: MkDocsConfig) -> None:
        """Forget the pages that a site no longer has; of several languages, when all have been built."""
        wanted = uris if language_of(config) is None else uris | self._uris
        for kept in (self._kept, self._contents, self.found.hashes):
            kept.retain(wanted)
        self._uris = uris | self._uris if is_inner(config) else uris

    def close(self) -> None:
        """Write what is new, and let go of the shelf."""
        self.found.close()
        self._ground = None
        if self._shelf is not None:
            self._shelf.close()
            self._shelf, self.on = None, False

    def render(self, page: Page, template: str, context: Mapping[str, Any], render: Callable[[], str]) -> str:
        """Return a page as it was made before by the same template from the same, else make it."""
        ground = self._ground.under(page, context) if self._ground else None
        others = None if ground is None else given_to(page, context, KNOWN)
        if ground is None or others is None:
            return render()
        uri, content = page.file.dest_uri, page.content
        if self._shelf is None and type(content) is str:
            content = self._contents.of(uri, content)
        parts = page_parts(page, context, self._templates)
        made_from = hash_of((ground, template, content, *parts, others))
        kept = self._find(uri, made_from)
        if kept is not None:
            self.reused += 1
            return kept
        output = render()
        if getattr(context.get("newsblog"), "used", False):
            self._kept.drop(uri)
        elif self._shelf is not None:
            self._shelf.put(f"{self._name}{uri}", made_from + small(output))
        else:
            self._kept.keep(uri, made_from, output)
        return output

    def _find(self, uri: str, made_from: bytes) -> str | None:
        if self._shelf is None:
            return self._kept.find(uri, made_from)
        # One entry a page, which takes the place of the last: a changed template makes all of them anew.
        kept = self._shelf.get(f"{self._name}{uri}")
        return whole(kept[len(made_from) :]) if kept and kept.startswith(made_from) else None
