"""One language of a site that another plugin builds several times, each time in one language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

I18N = "i18n"
"""The name of that plugin, mkdocs-static-i18n."""


class Translation(NamedTuple):
    """Where the pages of one language are read from and written to."""

    folder: str = ""
    """Folder of the site below which all pages of the language are, with its final slash."""
    others: tuple[str, ...] = ()
    """Folders of the other languages, where those lie beside the pages of this one."""
    sources: tuple[str, ...] = ("",)
    """Folders below ``docs_dir`` that hold its sources, the nearest first, each with its final slash."""
    names: Mapping[str, str] = MappingProxyType({})
    """Path of a source without what tells languages apart, by ``src_uri``, where they differ."""

    languages: Mapping[str, str] = MappingProxyType({})
    """BCP 47 tag of sources that stand in for a translation, by ``src_uri``."""
    has_section: bool = False
    """Whether the section's folder is there in a language: then no page in this one is no mistake."""

    @property
    def is_only(self) -> bool:
        """Whether the site is built in one language."""
        return not (self.folder or self.others or self.names or self.sources != ("",))

    @property
    def taken(self) -> Mapping[str, str]:
        """Folders of the site that belong to other languages, and to which."""
        return {folder.rstrip("/"): f"the language {folder.rstrip('/')}" for folder in self.others}

    def inside(self, path: str) -> str:
        """Return a path of the site below the language's folder, whether or not it names that folder.

        >>> [Translation("fr/").inside(path) for path in ("fr/a/", "a/")]
        ['a/', 'a/']
        """
        return path.removeprefix(self.folder)

    def name(self, src_uri: str) -> str:
        """Return the path of a source as it would be if there were one language.

        >>> Translation(names={"news/a.fr.md": "news/a.md"}).name("news/a.fr.md")
        'news/a.md'
        """
        return self.names.get(src_uri, src_uri)


ONE_LANGUAGE = Translation()
"""That of a site which is not built in several."""
