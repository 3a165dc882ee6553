"""The Markdown extensions of a site as a text that changes when what they do may have changed."""

from __future__ import annotations

import functools
import hashlib
import json
import platform
import re
import sys
from collections.abc import Collection, Mapping
from importlib.metadata import EntryPoint, PackageNotFoundError, version
from typing import Any

import markdown  # type: ignore[import-untyped]
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog import __version__
from mkdocs_newsblog.host.conversion.extension_code import ImpureError, code_of, is_installed
from mkdocs_newsblog.host.conversion.extension_files import MARKS, icons, without_files
from mkdocs_newsblog.host.conversion.listening import PAGES
from mkdocs_newsblog.host.store.versions import host_version

READERS = frozenset(
    {
        *("pymdownx.b64", "pymdownx.blocks.include"),
        *("mdx_include", "mdx_include.mdx_include", "md_include", "include", "mkdocstrings", "markdown_exec"),
        *("plantuml_markdown", "plantuml-markdown", "kroki", "markdown_katex"),
        "mdx_truly_sane_lists.include",
        *(f"neoteroi.{name}" for name in ("cards", "timeline", "projects")),
        *(f"neoteroi.mkdocs.{name}" for name in ("cards", "timeline", "projects")),
        "material.extensions.preview",
    }
)
"""Extensions that read files, run programs or keep counts: a text alone does not say what becomes of it.

Others do that where a text has their mark: see :mod:`extension_files`.
"""

PURE = ("markdown.", "pymdownx.", "material.extensions.", "zensical.")
"""Packages whose functions in options depend on nothing but what they are given."""

FILES = frozenset({"base_path", "auto_append", "bibtex_file", "bib_file"})
"""Options that name files."""


class ExtensionState:
    """The Markdown extensions of a site as they are for the page at hand: hooks may set options for it."""

    def __init__(self, also: Collection[str] = ()) -> None:
        """Take the names of further ones that read files."""
        self._also = also
        self._seen: object = None
        self.text = ""
        """A hash that stands for them, with their options and versions."""
        self.marks: frozenset[str] = frozenset()
        """What a text may not have, where one of them would take in what it leads to."""

    def follow(self, config: MkDocsConfig) -> None:
        """Look at them again, where one was added or an option was set since they were looked at.

        Raises:
            ImpureError: one of them may do more than to convert a text.
        """
        if foreign := _foreign_function():
            raise ImpureError(f"{foreign} is not the host's own")
        if self._seen != [config.markdown_extensions, config.mdx_configs]:
            text, self.marks = extensions_text(config, self._also), marks_of(config)
            self.text = hashlib.sha256(text.encode()).hexdigest()
            self._seen = _as_they_are([config.markdown_extensions, config.mdx_configs])

    def hindrance(self, page: Page, config: MkDocsConfig) -> str:
        """Return why what a page becomes can't be kept, or nothing."""
        try:
            self.follow(config)
        except ImpureError as reason:
            return str(reason)
        return "it may take in other files" if self.is_marked(page.markdown) else ""

    def is_marked(self, text: str | None) -> bool:
        """Whether a text has a mark with which an extension takes in other files."""
        return any(mark in (text or "") for mark in self.marks)

    def key(self, page: Page, config: MkDocsConfig, markdown: str | None) -> str:
        """Return what an entry is found by: all that goes into a conversion and is known beforehand.

        That is a page with some text, and the extensions as they were looked at last.
        """
        links = config.validation.links
        parts = [
            self.text,
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


def _foreign_function() -> str:
    """Return which function that converts pages a plugin has put in place of the host's, or nothing."""
    own = vars(sys.modules[Page.__module__])
    base = markdown.util.Processor
    kinds = [kind for kind in own.values() if isinstance(kind, type) and issubclass(kind, base)]
    parts = [(kind, name, value) for kind in kinds for name, value in vars(kind).items()]
    for kind, name, value in [(Page, "render", Page.render), *parts]:
        function = getattr(value, "__func__", value)
        is_function = callable(function) and not isinstance(function, type)
        if is_function and getattr(function, "__globals__", None) is not own:
            return f"{kind.__name__}.{name}"
    return ""


def _as_they_are(values: Any) -> Any:
    """Return lists and mappings that stay the same when others are changed in place."""
    if isinstance(values, Mapping):
        return {key: _as_they_are(value) for key, value in values.items()}
    return list(map(_as_they_are, values)) if isinstance(values, list) else values


def extensions_text(config: MkDocsConfig, also: Collection[str]) -> str:
    """Return the extensions with their options and versions; ``also`` are more that read files.

    Raises:
        ImpureError: one of them may do more than to convert a text.
    """
    names = list(config.markdown_extensions)
    known = {point.name: point for point in markdown.util.get_installed_extensions()}
    rows: list[object] = [__version__, host_version(), platform.python_version(), markdown.__version__]
    rows += [_version(package) for package in ("pymdown-extensions", "Pygments", "mkdocs-material")]
    for name in names:
        if not isinstance(name, str):
            raise ImpureError(f"the extension {type(name).__name__} was added by a plugin")
        if _module(name) in READERS or name in also:
            raise ImpureError(f"the extension {name} may read files")
        options = without_files(_module(name), (config.mdx_configs or {}).get(name) or {})
        rows.append([name, _code(name, known.get(name)), [_plain(options, name)]])
    return json.dumps(rows, sort_keys=True)


def marks_of(config: MkDocsConfig) -> frozenset[str]:
    """Return what a text may not have, where an extension of the site would take in what it leads to."""
    names = map(_module, config.markdown_extensions)
    return frozenset(MARKS[name] for name in names if name in MARKS)


def _module(name: str) -> str:
    return name.partition(":")[0]


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _code(name: str, point: EntryPoint | None) -> str:
    """Return what tells two states of an extension apart: its version, or what its files are."""
    module = _module(point.value if point else name)
    if point and point.dist and is_installed(module):
        return f"{point.value} {point.dist.version}"
    return code_of(module)


def _plain(value: Any, where: str) -> Any:
    """Return options as plain values.

    Raises:
        ImpureError: a value names files, or is an object of which nothing is known.
    """
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, Mapping):
        if files := [key for key in sorted(FILES) if value.get(key)]:
            raise ImpureError(f"the option {files[0]} of {where} names files")
        return {
            str(key): icons(item) if key == "custom_icons" else _plain(item, where)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_plain(item, where) for item in value]
    if isinstance(value, re.Pattern):
        return ["pattern", value.pattern, value.flags]
    if isinstance(value, functools.partial):
        return ["partial", *(_plain(part, where) for part in (value.func, value.args, value.keywords))]
    module, name = getattr(value, "__module__", ""), getattr(value, "__qualname__", "")
    if callable(value) and name and f"{module}.".startswith(PURE):
        return ["function", module, name]
    raise ImpureError(f"an option of {where} is a {type(value).__name__} of which nothing is known")
