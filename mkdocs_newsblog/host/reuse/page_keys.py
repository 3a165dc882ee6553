"""What a finished page is made from: two pages that are made from the same are the same.

That is content, metadata, table of contents, the pages before and after, the navigation, the configuration
and the theme's files.
"""

from __future__ import annotations

import hashlib
import platform
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import version
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog import __version__
from mkdocs_newsblog.host.reuse.own_templates import Templates
from mkdocs_newsblog.host.reuse.strangers import added, shown_of, text_of
from mkdocs_newsblog.host.site.config import project_folder
from mkdocs_newsblog.host.site.contents import contents_text
from mkdocs_newsblog.host.store.versions import add_on_versions, host_version

OTHERWISE = frozenset({"theme", "plugins", "site_dir", "docs_dir", "config_file_path"})
"""Values of the configuration that are compared part by part, and places, which are not compared: pages are
found by the name of the configuration file, and some plugins gather the docs in another folder each time."""

_PLACE = re.compile(r" at 0x[0-9a-fA-F]+")


def site_parts(nav: Navigation, files: Files, templates: Templates) -> Iterator[object]:
    """Yield what all pages of a site are made from, besides the configuration."""
    yield from (__version__, platform.python_version(), version("jinja2"), host_version(), add_on_versions())
    yield templates.digests
    if "pages" in templates.variables:
        yield [_file(file, templates) for file in files]
    yield from (_item(item, templates) for item in nav.items)
    # Plugins hide pages by taking them out of the navigation's places alone.
    pages = nav.pages if "pages" in templates.attributes else []
    yield [_item(page, templates) for page in (nav.homepage, *pages) if page is not None]


def config_text(config: MkDocsConfig) -> str:
    """Return a text that changes with what is compared of the configuration."""
    return text_of([*_settings(config), config.theme.name, dict(config.theme.items())])


def _settings(config: MkDocsConfig) -> Iterator[tuple[str, object]]:
    plugins = ((name, getattr(plugin, "config", None)) for name, plugin in config.plugins.items())
    yield from ((key, value) for key, value in (*config.items(), *plugins) if key not in OTHERWISE)


def config_parts(config: MkDocsConfig) -> Iterator[object]:
    """Yield what the configuration says, to all pages alike."""
    folder = re.escape(repr(str(project_folder(config).absolute()))[1:-1])
    here = re.compile(rf"""(?<=['" ]){folder}(?=[/\\'"])""")
    yield [(key, _plain(value, here)) for key, value in _settings(config)]
    yield config.theme.name, sorted((key, _plain(value, here)) for key, value in config.theme.items())


def _plain(value: object, here: re.Pattern[str]) -> str:
    """Return a value as text, without places that differ from one process, or one checkout, to the next."""
    return here.sub("<project>", _PLACE.sub("", text_of(value)))


def _file(file: File, templates: Templates) -> object:
    page = _item(file.page, templates) if file.page is not None else None
    return file.src_uri, file.url, file.inclusion.value, page


def _item(item: StructureItem, templates: Templates) -> object:
    """Return what themes show of a place in the navigation."""
    page = None
    if isinstance(item, Page):
        page = (_meta(shown_of(item, templates.attributes)), item.file.src_uri, _date(item, templates))
    url = getattr(item, "url", None)
    inner = [_item(child, templates) for child in getattr(item, "children", None) or ()]
    is_index = bool(getattr(item, "is_index", False))
    return (type(item).__name__, item.title, url, is_index, page, inner, added(item))


def page_parts(page: Page, context: Mapping[str, Any], templates: Templates) -> Iterator[object]:
    """Yield what one page is made from, besides its content and what all are."""
    yield from (page.title, page.url, page.canonical_url, page.edit_url)
    yield page.file.src_uri, _date(page, templates)
    yield page.markdown or "" if "markdown" in templates.attributes else ""
    yield _meta(page.meta)
    yield contents_text(page.toc)
    near = (page.previous_page, page.next_page)
    yield [
        (each.title, each.url, each.file.src_uri, _date(each, templates)) if each else None for each in near
    ]
    if "meta" in templates.attributes:
        yield [_meta(each.meta) if each else None for each in near]
    yield [(above.title, bool(getattr(above, "active", False))) for above in page.ancestors]
    yield [bool(getattr(item, "active", False)) for item in context["nav"].items]
    yield context["base_url"], context["extra_css"], context["extra_javascript"], page.is_homepage
    yield context.get("mkdocs_version"), context.get("properdocs_version")
    # Themes print it on the front page alone, in a comment.
    built = context["build_date_utc"]
    yield str(built) if page.is_homepage else str(built.year)


def _date(page: Page, templates: Templates) -> str:
    """Return the date of a page, where templates ask: else it is that of the build, on nearly every page."""
    return str(page.update_date) if "update_date" in templates.attributes else ""


def _meta(values: Mapping[str, Any]) -> str:
    return text_of(list(values.items()))


def hash_of(values: Iterable[object]) -> bytes:
    """Return a hash of some values, each as a text."""
    # Markup is another text to filters.
    texts = [value if type(value) is str else repr(value) for value in values]
    whole = "".join([*texts, repr(list(map(len, texts)))])
    return hashlib.sha256(whole.encode("utf-8", "surrogatepass")).digest()
