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

from mkdocs_newsblog.model.translation import ONE_LANGUAGE, Translation

I18N = "i18n"
"""The translation plugin, which drops pages that are added before its own pass over the files."""


def name_of(file: File) -> str:
    """Return the path of a source without what tells languages apart, as the translation plugin says it."""
    return str(getattr(file, "norm_src_uri", file.src_uri))


def read_translation(config: MkDocsConfig, files: Iterable[File]) -> Translation:
    """Return the language of this pass; that of a site with one language where there is no such plugin."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is None:
        return ONE_LANGUAGE
    own, default = str(plugin.current_language), str(plugin.default_language)
    by_folder = plugin.config.get("docs_structure") == "folder"
    return Translation(
        folder="" if own == default else f"{own}/",
        sources=tuple(dict.fromkeys((f"{own}/", f"{default}/", ""))) if by_folder else ("",),
        names={file.src_uri: name for file in files if (name := name_of(file)) != file.src_uri},
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


def naturalise(file: File, config: MkDocsConfig, *, everywhere: bool = False) -> None:
    """Let a file that we add belong to the language of this pass, as the translation plugin's own do.

    Readers may change to the same page of another language, if there is one ``everywhere``.
    """
    plugin: Any = config.plugins.get(I18N)
    if plugin is None:
        return
    own = str(plugin.current_language)
    others = [str(each) for each in plugin.build_languages if everywhere and each != own]
    given = {
        "locale": own,
        "locale_alternate_of": own,
        "localization": None,
        "norm_src_uri": file.src_uri,
        "alternates": {language: _moved(copy(file), language, plugin) for language in others} | {own: file},
    }
    for name, value in given.items():
        setattr(file, name, value)
    _moved(file, own, plugin)


def _moved(file: File, language: str, plugin: Any) -> File:
    if language != plugin.default_language:
        move_file(file, f"{language}/{file.dest_uri}")
    return file


def settle_languages(file: File, config: MkDocsConfig, output_of: Callable[[File], str | None]) -> None:
    """Let a post lead to where it is in other languages, and to none in which it is not published."""
    plugin: Any = config.plugins.get(I18N)
    alternates: dict[str, File] = getattr(file, "alternates", {})
    for language, other in list(alternates.items()) if plugin is not None else ():
        if other is file:
            continue
        output = output_of(other)
        if output is None:
            del alternates[language]
        else:
            move_file(other, output if language == plugin.default_language else f"{language}/{output}")


def list_for_sitemap(config: MkDocsConfig, files: Iterable[File]) -> None:
    """Name the pages of this language to the translation plugin, which makes the sitemap of all of them."""
    plugin: Any = config.plugins.get(I18N)
    if plugin is not None:
        plugin.i18n_files_per_language[plugin.current_language] = list(files)
