"""The pages of each language, where the translation plugin builds a site once for each of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from mkdocs_newsblog.cli.site.docs_tree import Found, Tree
from mkdocs_newsblog.model.translation import ONE_LANGUAGE, Translation

_LOCALE = re.compile(r"[a-z]{2}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?|[a-z]{2}_[A-Z]{2}")
"""What that plugin takes for a language in the name of a file or folder, whether or not the site has it."""


class Languages(NamedTuple):
    """The languages of a site; none where it is built once."""

    locales: tuple[str, ...] = ()
    """Those that are built, the default first."""
    by_folder: bool = False
    """Whether languages are told apart by the first folder of a path, else by the end of the file's name."""
    falls_back: bool = True
    """Whether a page that is not translated is shown as it is."""

    @classmethod
    def of(cls, options: object) -> Languages:
        """Return what the options of the translation plugin say; what that plugin refuses is no language."""
        given: Mapping[str, object] = options if isinstance(options, Mapping) else {}
        listed = given.get("languages")
        rows = [row for row in listed if isinstance(row, Mapping)] if isinstance(listed, list) else []
        only = given.get("build_only_locale") if rows else None
        rows = [row for row in rows if row.get("locale") and only in (None, row["locale"])]
        default = [str(row["locale"]) for row in rows if row.get("default")]
        built = [str(row["locale"]) for row in rows if row.get("build") is not False]
        return cls(
            tuple(dict.fromkeys((*default[:1], *built))),
            by_folder=bool(rows) and given.get("docs_structure") == "folder",
            falls_back=not rows or given.get("fallback_to_default") is not False,
        )

    def split(self, src_uri: str) -> tuple[str, str]:
        """Return the language of a path, empty where it names none, and the path without it.

        >>> Languages(("en", "fr")).split("news/a.fr.md")
        ('fr', 'news/a.md')
        """
        if not self.locales:
            return "", src_uri
        if self.by_folder:
            first, _, rest = src_uri.partition("/")
            return (first, rest) if rest and self._is_one(first) else ("", src_uri)
        stem, ending = posixpath.splitext(src_uri)
        start, dot, last = stem.rpartition(".")
        return (last, start + ending) if dot and "/" not in last and self._is_one(last) else ("", src_uri)

    def _is_one(self, name: str) -> bool:
        return name in self.locales or _LOCALE.fullmatch(name) is not None

    def trees(self, tree: Tree) -> Iterator[tuple[str, Tree, Translation]]:
        """Yield each language, with the files that its pages are made of; a site without any as it is."""
        if not self.locales:
            yield "", tree, ONE_LANGUAGE
        for locale in self.locales:
            folder = "" if locale == self.locales[0] else f"{locale}/"
            files = tuple(self._files(tree, locale, folder))
            names = {file.src_uri: file.name for file in files if file.name}
            others = tuple(f"{each}/" for each in self.locales[1:]) if not folder else ()
            translation = Translation(folder, others, self._sources(locale), names)
            yield locale, Tree(tree.docs_dir, files, tree.directory_urls, folder), translation

    def _sources(self, locale: str) -> tuple[str, ...]:
        nearest = (f"{locale}/", f"{self.locales[0]}/", "", *(f"{each}/" for each in self.locales))
        return tuple(dict.fromkeys(nearest)) if self.by_folder else ("",)

    def _files(self, tree: Tree, locale: str, folder: str) -> Iterator[Found]:
        """Yield the files of a language: its own, and those of the default one that are not translated."""
        default = self.locales[0]
        chosen: dict[str, Found] = {}
        for file in tree.files:
            language, name = self.split(file.src_uri)
            other = "" if name == file.src_uri else name
            is_own = (language or default) == locale
            falls_back = self.falls_back and (language or default) == default
            if is_own or (falls_back and name not in chosen):  # of its own, the last counts
                top = folder if file.is_page or (language == locale) else ""
                chosen[name] = replace(file, name=other, top=top)
        yield from chosen.values()
