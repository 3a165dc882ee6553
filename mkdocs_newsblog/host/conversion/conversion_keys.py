"""What an entry is found by: all that goes into a conversion and is known beforehand."""

from __future__ import annotations

import hashlib
import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.conversion.extension_code import ImpureError
from mkdocs_newsblog.host.conversion.extensions import ExtensionState
from mkdocs_newsblog.host.conversion.listening import PAGES


class ConversionKeys:
    """The keys of one build, as its Markdown extensions are for the page at hand."""

    def __init__(self, extensions: ExtensionState) -> None:
        """Take the Markdown extensions of the site."""
        self._extensions = extensions

    def hindrance(self, page: Page, config: MkDocsConfig) -> str:
        """Return why what a page becomes can't be kept, or nothing."""
        try:
            self._extensions.follow(config)
        except ImpureError as reason:
            return str(reason)
        return "it may take in other files" if self.is_marked(page.markdown) else ""

    def is_marked(self, text: str | None) -> bool:
        """Whether a text has a mark with which an extension takes in other files."""
        return any(mark in (text or "") for mark in self._extensions.marks)

    def key(self, page: Page, config: MkDocsConfig, markdown: str | None) -> str:
        """Return the key of a page with some text, for the extensions as they were looked at last."""
        links = config.validation.links
        parts = [
            self._extensions.text,
            page.file.src_uri,
            page.file.url,
            page.file.inclusion.is_excluded(),
            config.use_directory_urls,
            [links.absolute_links, links.unrecognized_links, links.not_found, links.anchors],
            PAGES.getEffectiveLevel(),
        ]
        digest = hashlib.sha256(json.dumps(parts).encode())
        digest.update((markdown or "").encode("utf-8", "surrogatepass"))
        return digest.hexdigest()[:40]
