"""Parts of a theme's page that are the same on many pages, put into HTML once.

A theme prints the whole navigation on every page, which takes it a fifth of the time that a page costs. On
pages that are not in the navigation themselves it says the same for all that lie in one folder: posts, and
the listings of one kind. The host lets a plugin choose the class of its templates, and asks nothing more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Iterator
from typing import Any, ClassVar

from jinja2 import Environment, Template, TemplateNotFound
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_theme_dir

from mkdocs_newsblog.host.rendered import Rendered
from mkdocs_newsblog.render.themes import adaptor_for

Key = Callable[[Context], Hashable | None]

ASKED = re.compile(r"\bpage\b(?:\.\w+)?")
MANY = 32
"""Parts that are kept at a time: each may be as long as the navigation of a large site."""

HARMLESS = frozenset({"page", "page.toc"})
"""What a part may ask of the page: whether it is the one at hand, and then for its table of contents."""


class SharedTemplate(Template):
    """A template of which some output is kept; a class of its own is made for each environment."""

    names: ClassVar[Collection[str]] = ()
    keys: ClassVar[list[Key]] = []
    """Each tells what the output of a part depends on, or None where it must be rendered."""
    kept: ClassVar[dict[Hashable, str]] = {}
    rendered: ClassVar[Rendered | None] = None
    """Whole pages of the last build, in a preview."""

    _root: Callable[[Context], Iterator[str]]

    @property
    def root_render_func(self) -> Callable[[Context], Iterator[str]]:
        """The function that renders the template, as Jinja's own documents it."""
        return self._shared if self.name in self.names else self._root

    @root_render_func.setter
    def root_render_func(self, function: Callable[[Context], Iterator[str]]) -> None:
        self._root = function

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return a page, in a preview the one of the last build if nothing of it has changed."""
        context = args[0] if args else kwargs
        page = context.get("page")
        if self.rendered is None or not self.rendered.on or not isinstance(page, Page):
            return super().render(*args, **kwargs)
        return self.rendered.render(page, context, lambda: Template.render(self, *args, **kwargs))

    def _shared(self, context: Context) -> Iterator[str]:
        for number, key_of in enumerate(self.keys):
            if (found := key_of(context)) is not None:
                key = (self.name, number, found)
                if key not in self.kept:
                    if len(self.kept) >= MANY:
                        self.kept.clear()  # pages come folder by folder
                    self.kept[key] = "".join(self._root(context))
                yield self.kept[key]
                return
        yield from self._root(context)


def share_parts(
    env: Environment,
    config: MkDocsConfig,
    nav: Navigation,
    ours: Collection[str],
    rendered: Rendered,
) -> None:
    """Keep the output of the theme's own parts, where the templates they are made of ask for nothing else.

    ``ours`` are the sources of the pages on which they may be shared; ``rendered`` are whole pages.
    """
    key = place_key(nav, ours)
    if issubclass(env.template_class, SharedTemplate):
        env.template_class.keys.append(key)  # a second section of the same site
        return
    parts = adaptor_for(config.theme.name or "").shared
    theme_dir = get_theme_dir(str(config.theme.name)) if parts else ""
    names = frozenset(name for name, others in parts.items() if _may_share(env, (name, *others), theme_dir))
    if names or rendered.on:
        own: dict[str, Any] = {"names": names, "keys": [key], "kept": {}, "rendered": rendered}
        env.template_class = type("SharedTemplate", (SharedTemplate,), own)
        if env.cache is not None:
            env.cache.clear()


def _may_share(env: Environment, names: Collection[str], theme_dir: str) -> bool:
    """Return whether the templates are the theme's own, and say nothing of the page they are printed on."""
    for name in names:
        try:
            source, path, _ = env.loader.get_source(env, name) if env.loader else ("", None, None)
        except TemplateNotFound:
            return False
        if path is None or not path.startswith(theme_dir) or not set(ASKED.findall(source)) <= HARMLESS:
            return False
    return True


def place_key(nav: Navigation, ours: Collection[str]) -> Key:
    """Return what the navigation depends on for pages outside it: their folder and the sections around them.

    ``ours`` are the sources of the pages that we know; of others nothing is kept.
    """
    inside = frozenset(map(id, nav.pages))
    above = {
        "/".join(parts[:end])
        for page in nav.pages
        for parts in [page.url.split("/")]
        for end in range(1, len(parts))
    }

    def key_of(context: Context) -> Hashable | None:
        page = context.get("page")
        if not isinstance(page, Page) or id(page) in inside or page.file.src_uri not in ours:
            return None
        own = page.url.rstrip("/")
        if own in ("", ".") or own in above or context.get("nav") is not nav:
            return None
        lit = tuple(bool(getattr(item, "active", False)) for item in nav.items)
        return (own.rpartition("/")[0], tuple(map(id, page.ancestors)), lit, page.url.endswith("/"))

    return key_of
