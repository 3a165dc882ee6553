"""Pages of which nothing has changed are taken from a former build and not templated again.

What a template is given is compared, not what has been edited: content, metadata, table of contents, the
pages before and after, the navigation, the configuration and the theme's files. A template is run whenever
one of them differs, or when something takes part that can't be compared.
"""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.utils import get_theme_dir

from mkdocs_newsblog import __version__
from mkdocs_newsblog.host.findings import Findings
from mkdocs_newsblog.host.kept import KeptPages, small, whole
from mkdocs_newsblog.host.pages import CACHE, project_folder
from mkdocs_newsblog.host.shelf import Shelf
from mkdocs_newsblog.host.versions import host_version, theme_versions
from mkdocs_newsblog.render.compiled import Compiled
from mkdocs_newsblog.render.themes import template_texts
from mkdocs_newsblog.schema.caching import CacheOptions

log = get_plugin_logger("mkdocs_newsblog")

SEEN = frozenset(
    {"newsblog", "search", "meta", "info", "offline", "group", "autorefs", "redirects", "minify"}
)
"""Plugins that give templates nothing, or nothing that is not compared, by the last part of their names."""

PLAIN = frozenset(
    {
        *(
            "nav",
            "pages",
            "base_url",
            "extra_css",
            "extra_javascript",
            "mkdocs_version",
            "properdocs_version",
        ),
        *("build_date_utc", "config", "page", "newsblog"),
    }
)
"""What the host and we put into a page's context; of anything else nothing is known."""

_PLACE = re.compile(r" at 0x[0-9a-fA-F]+")
_FILES = re.compile(r"(?<![\w.'\"-])pages(?![\w'\"-])")
"""The name under which templates get the files of the site."""


class Rendered:
    """The pages of a former build: in a preview those of the last one, else those on a shelf."""

    def __init__(self) -> None:
        self._kept = KeptPages()
        self._shelf: Shelf | None = None
        self._site = b""
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
        self.reused, self.on = 0, serving or bool(options and options.pages)
        if not self.on:
            return
        self._shelf = None if serving else Shelf(project_folder(config) / CACHE / "pages.sqlite")
        reason = _stranger(config)
        self.on = not reason
        if reason and reason != self._said:
            log.info(f"every page is templated again after each change: {reason}")
        self._said = reason
        if self.on:
            self._kept.retain({file.src_uri for file in files})
            self._site = _hash(_site(config, nav, files))

    def close(self) -> None:
        """Write what is new, and let go of the shelf."""
        self.found.close()
        if self._shelf is not None:
            self._shelf.close()
            self._shelf, self.on = None, False

    def render(self, page: Page, context: Mapping[str, Any], render: Callable[[], str]) -> str:
        """Return a page as it was made before from the same, else make it."""
        if not PLAIN.issuperset(context):
            return render()
        made_from = _hash((self._site, *_page(page, context)))
        uri = page.file.src_uri
        kept = self._find(uri, made_from)
        if kept is not None:
            self.reused += 1
            return kept
        output = render()
        if getattr(context.get("newsblog"), "used", False):
            self._kept.drop(uri)
        elif self._shelf is not None:
            self._shelf.put(made_from.hex(), small(output))
        else:
            self._kept.keep(uri, made_from, output)
        return output

    def _find(self, uri: str, made_from: bytes) -> str | None:
        if self._shelf is None:
            return self._kept.find(uri, made_from)
        kept = self._shelf.get(made_from.hex())
        return None if kept is None else whole(kept)


def _stranger(config: MkDocsConfig) -> str:
    """Return which plugin or hook may give templates more than can be compared, or nothing."""
    for name in config.plugins:
        plain = name.partition(" ")[0].rpartition("/")[2]
        if plain not in SEEN:
            return f"{plain} may change what templates see"
    return ""


def _site(config: MkDocsConfig, nav: Navigation, files: Files) -> Iterator[object]:
    yield from (__version__, platform.python_version(), version("jinja2"), host_version(), theme_versions())
    yield [(key, _plain(value)) for key, value in sorted(config.items()) if key not in ("theme", "plugins")]
    yield [(name, _plain(plugin.config)) for name, plugin in config.plugins.items()]
    yield sorted((key, _plain(value)) for key, value in config.theme.items())
    yield list(_files(_own_dirs(config)))
    if _names_files(config):
        yield [(file.src_uri, file.url, file.inclusion.value) for file in files]
    yield [_item(item) for item in nav.items]


def _plain(value: object) -> str:
    """Return a value as text, without the places in memory that differ from one process to the next."""
    return _PLACE.sub("", repr(value))


def _names_files(config: MkDocsConfig) -> bool:
    """Whether a template may ask for the files of the site; no theme that comes with the hosts does."""
    texts = (text for folder in config.theme.dirs for text in template_texts(folder))
    return any(map(_FILES.search, texts))


def _own_dirs(config: MkDocsConfig) -> Iterator[Path]:
    """Yield the folders of templates that are the site's: those of an installed theme stay what they are."""
    installed = Path(get_theme_dir(str(config.theme.name))) if config.theme.name else None
    packages = {path for path in (installed and installed.parents[0], installed) if path}
    for folder in map(Path, config.theme.dirs):
        if folder not in packages and "site-packages" not in folder.parts:
            yield folder


def _files(folders: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                info = path.stat()
                yield path.as_posix(), info.st_size, info.st_mtime_ns


def _item(item: StructureItem) -> object:
    """Return what themes show of a place in the navigation."""
    meta = repr(sorted(item.meta.items(), key=str)) if isinstance(item, Page) else ""
    url = getattr(item, "url", None)
    inner = [_item(child) for child in getattr(item, "children", None) or ()]
    return (type(item).__name__, item.title, url, bool(getattr(item, "is_index", False)), meta, inner)


def _page(page: Page, context: Mapping[str, Any]) -> Iterator[object]:
    yield from (page.title, page.url, page.canonical_url, page.edit_url, page.update_date, page.content)
    yield repr(sorted(page.meta.items(), key=str))
    yield [_heading(item) for item in page.toc]
    yield [(near.title, near.url) if near else None for near in (page.previous_page, page.next_page)]
    yield [(above.title, bool(getattr(above, "active", False))) for above in page.ancestors]
    yield [bool(getattr(item, "active", False)) for item in context["nav"].items]
    yield context["extra_css"], context["extra_javascript"], page.is_homepage
    # Themes print it on the front page alone, in a comment.
    yield str(context["build_date_utc"]) if page.is_homepage else ""


def _heading(item: AnchorLink) -> object:
    return (item.title, item.id, item.level, [_heading(child) for child in item.children])


def _hash(values: Iterable[object]) -> bytes:
    digest = hashlib.blake2b(digest_size=20)
    for value in values:
        text = value if isinstance(value, bytes | str) else repr(value)
        data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.digest()
