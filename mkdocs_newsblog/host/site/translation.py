"""Sites in several languages: the plugin ``i18n`` builds such a site once for each, in one process.

It chooses the files of a language, gives them the addresses of that language, and drops what others have
added before. What is added afterwards has to be marked as its own files are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from copy import copy
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_newsblog.model.translation import I18N, ONE_LANGUAGE, Translation
from mkdocs_newsblog.read.beside import has_folder
from mkdocs_newsblog.read.files.select import Section


def name_of(file: File) -> str:
    """Return the path of a source without what tells languages apart, as the translation plugin says it."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


def language_of(config: MkDocsConfig) -> str | None:
    """Return the language of this pass, None where a site is built once."""
    plugin: Any = config.plugins.get(I18N)
    return None if plugin is None else str(plugin.current_language)


def is_inner(config: MkDocsConfig) -> bool:
    """Whether this is a pass within another, which is always a plain build: in a preview too."""
    return bool(getattr(config.plugins.get(I18N), "building", False))


def read_translation(config: MkDocsConfig, files: Iterable[File], section: Section) -> Translation:
    """Return the language of this pass; that of a site with one language where there is no such plugin."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is None:
        return ONE_LANGUAGE
    own, default = str(plugin.current_language), str(plugin.default_language)
    built = [str(each) for each in plugin.build_languages]
    by_folder = plugin.config.get("docs_structure") == "folder"
    sources = (f"{own}/", f"{default}/", "", *(f"{each}/" for each in built)) if by_folder else ("",)
    return Translation(
        folder="" if own == default else f"{own}/",
        others=tuple(f"{each}/" for each in built if each != default) if own == default else (),
        sources=tuple(dict.fromkeys(sources)),
        names={file.src_uri: name for file in files if (name := name_of(file)) != file.src_uri},
        languages={
            file.src_uri: locale.replace("_", "-")
            for file in files
            if (locale := str(getattr(file, "locale", own))) != own
        },
        has_section=has_folder(config.docs_dir, section, sources),
    )


def move_file(file: File, dest_uri: str) -> None:
    """Let the host write a file elsewhere below the same folder.

    The translation plugin makes files whose ``dest_dir`` is no folder, so their whole path is kept but for
    its end.
    """
    top = file.abs_dest_path.removesuffix(os.path.normpath(file.dest_uri))
    file.dest_uri = dest_uri
    file.abs_dest_path = top + os.path.normpath(dest_uri)
    vars(file).pop("url", None)  # the host works it out anew


def naturalise(file: File, config: MkDocsConfig) -> None:
    """Let a file that we add belong to the language of this pass, as the translation plugin's own do."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is None:
        return
    own = str(plugin.current_language)
    move_file(file, _folder(own, plugin) + file.dest_uri)
    given = {
        "locale": own,
        "locale_alternate_of": own,
        "localization": None,
        "norm_src_uri": file.src_uri,
        "alternates": {own: file},
    }
    for name, value in given.items():
        setattr(file, name, value)


def lead_everywhere(file: File | None, config: MkDocsConfig) -> None:
    """Let readers of a page that is there in each language change to any of them."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is None or file is None:
        return
    inner = file.dest_uri.removeprefix(_folder(plugin.current_language, plugin))
    alternates: dict[str, File] = vars(file).setdefault("alternates", {})
    hidden = [language for language, other in alternates.items() if other.inclusion.is_excluded()]
    for language in map(str, plugin.build_languages):
        if language in hidden and alternates[language] is not file:
            del alternates[language]
        elif language not in alternates:
            alternates[language] = other = copy(file)
            other.page = None  # the sitemap would take the address of this language from it
            move_file(other, _folder(language, plugin) + inner)


def settle_languages(file: File, config: MkDocsConfig, output_of: Callable[[File, str], str | None]) -> None:
    """Let a post lead to where it is in other languages, and to none in which it is not to be found.

    ``output_of`` returns the path of a file in the site below the folder of a language, or None.
    """
    plugin: Any = config.plugins.get(I18N)
    alternates: dict[str, File] = getattr(file, "alternates", {})
    for language, other in list(alternates.items()) if plugin is not None else ():
        if other is file:
            continue
        folder = _folder(language, plugin)
        output = None if other.inclusion.is_excluded() else output_of(other, folder)
        if output is None:
            del alternates[language]
        else:
            move_file(other, folder + output)


def all_sources(files: Iterable[File]) -> list[str]:
    """Return the sources of pages in this and in all other languages."""
    alternates = (other for file in files for other in (file, *getattr(file, "alternates", {}).values()))
    return [file.src_uri for file in alternates]


def list_for_sitemap(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Name the pages of this language to the translation plugin, which makes the sitemap of all of them."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is not None:
        plugin.i18n_files_per_language[plugin.current_language] = list(files)


def _folder(language: str, plugin: Any) -> str:
    return "" if language == plugin.default_language else f"{language}/"
