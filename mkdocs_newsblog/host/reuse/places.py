"""What parts of a theme's page depend on: where the page is, and what hooks choose page by page."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping

from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.reuse.strangers import MOVERS, SEEN, mover, outline

Key = Callable[[Context], Hashable | None]

LINKED = re.compile(r"""["']([^"'{}]+)["']\s*\|\s*url\b""")
"""Files that a template names itself."""
ASKED = re.compile(r"\bconfig\.(\w+)(?:\.(\w+))?")
"""What a template asks of the configuration."""


def place_key(nav: Navigation, ours: Collection[str], config: MkDocsConfig, texts: Collection[str]) -> Key:
    """Return what parts made of some texts depend on for pages outside the navigation.

    That is where they are, what is lit around, and what others choose page by page. ``ours`` are the sources
    of the pages that we know; of others nothing is kept. What a page's links look like depends on how deep it
    is, and on how much of its path is also the path of what they lead to, such as files that templates name.
    """
    linked = [path for text in texts for path in LINKED.findall(text)]
    asked = sorted({way for text in texts for way in ASKED.findall(text)})
    is_told = bool(mover(config))
    first = outline(nav, ()) if mover(config, SEEN | MOVERS) else None
    inside = frozenset(map(id, nav.pages))
    above = {
        "/".join(parts[:end])
        for url in (*linked, *_targets(nav, config))
        for parts in [posixpath.normpath(f"/{url}").strip("/").split("/")]
        for end in range(1, len(parts) + 1)
    }
    last: list[tuple[Page, Hashable]] = []

    def place_of(page: Page) -> Hashable | None:
        own = page.url.rstrip("/")
        if first is not None and outline(nav, ()) != first:
            return None
        if id(page) in inside or page.file.src_uri not in ours or own in ("", "."):
            return None
        folders = own.split("/") if page.url.endswith("/") else own.split("/")[:-1]
        paths = ("/".join(folders[:end]) for end in range(len(folders), 0, -1))
        shared = next((path for path in paths if path in above), "")
        lit = tuple(bool(getattr(item, "active", False)) for item in nav.items)
        return (shared, len(folders), tuple(map(id, page.ancestors)), lit)

    def key_of(context: Context) -> Hashable | None:
        page = context.get("page")
        if not isinstance(page, Page) or context.get("nav") is not nav or context.get("config") is not config:
            return None
        if not last or last[0][0] is not page:  # several parts of one page ask one after another
            last[:] = [(page, place_of(page))]
        place = last[0][1]
        if place is None:
            return None
        return (place, context.get("base_url"), told(config, asked if is_told else ()))

    return key_of


def _targets(nav: Navigation, config: MkDocsConfig) -> Iterator[str]:
    """Yield all that the navigation, and what stands beside it, may link to."""
    pending: list[object] = [*nav.items, dict(config.theme.items()), config.extra]
    while pending:
        item = pending.pop()
        if isinstance(item, str):
            yield item
        elif isinstance(item, Mapping):
            pending += item.values()
        elif isinstance(item, list | tuple):
            pending += item
        elif isinstance(item, StructureItem):
            pending += getattr(item, "children", None) or [getattr(item, "url", None)]


def told(config: MkDocsConfig, asked: Iterable[tuple[str, str]]) -> str:
    """Return what the configuration says now of what parts ask for; of plugins, it is what it was."""
    values: list[object] = [config.theme.get("features")]
    for first, second in asked:
        value = None if first == "plugins" else config.get(first)
        if first == "theme":
            value = config.theme.get(second) if second else dict(config.theme.items())
        elif first == "extra" and second and isinstance(value, Mapping):
            value = value.get(second)
        values.append(value)
    return repr(values)
