"""Parts of a theme's page that are the same on many pages, put into HTML once.

A theme prints the whole navigation on every page, which takes it a fifth of the time that a page costs, and
other things that say nothing of the page, such as a search form. On pages that are not in the navigation
themselves they are the same for all that are as deep: posts, and the listings of one kind. The host lets a
plugin choose the class of its templates, and asks nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from functools import partial
from typing import Any, ClassVar

from jinja2 import Environment
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.reuse.places import Key, place_key
from mkdocs_newsblog.host.reuse.rendered import Rendered
from mkdocs_newsblog.host.reuse.theme_parts import part_texts
from mkdocs_newsblog.render.templating.swift_template import SwiftTemplate

Root = Callable[[Context], Iterator[str]]

MANY = 64
"""Parts that are kept at a time: each may be as long as the navigation of a large site."""


class SharedTemplate(SwiftTemplate):
    """A template of which some output is kept; a class of its own is made for each environment."""

    texts: ClassVar[Mapping[str, str]] = {}
    """What is kept: templates, and blocks of templates, each with all that it is made of."""
    ours: ClassVar[set[str]] = set()
    """The sources of the pages on which it may be shared, of all sections."""
    key_of: ClassVar[Key]
    """Tells what the output of a part depends on, or None where it must be rendered."""
    kept: ClassVar[dict[Hashable, str]] = {}
    rendered: ClassVar[Rendered | None] = None
    """Whole pages of the last build, in a preview."""

    _root: Root
    _blocks: dict[str, Root]

    @property
    def root_render_func(self) -> Root:
        """The function that renders the template, as Jinja's own documents it."""
        return self._sharing(self.name, self._root)

    @root_render_func.setter
    def root_render_func(self, function: Root) -> None:
        self._root = function

    @property
    def blocks(self) -> dict[str, Root]:
        """The functions that render the template's blocks, as Jinja's own documents them."""
        return self._blocks

    @blocks.setter
    def blocks(self, functions: dict[str, Root]) -> None:
        self._blocks = {
            name: self._sharing(f"{self.name}#{name}", function) for name, function in functions.items()
        }

    def render(self, *args: Any, **kwargs: Any) -> str:
        """Return a page, in a preview the one of the last build if nothing of it has changed."""
        context = args[0] if args else kwargs
        page = context.get("page")
        if self.rendered is None or not self.rendered.on or not isinstance(page, Page):
            return super().render(*args, **kwargs)
        name = self.name or ""
        return self.rendered.render(page, name, context, lambda: SwiftTemplate.render(self, *args, **kwargs))

    def _sharing(self, part: str | None, whole: Root) -> Root:
        """Return a function that keeps what ``whole`` makes, if that is a part to be kept."""
        return partial(self._shared, part, whole) if part and part in self.texts else whole

    def _shared(self, part: str, whole: Root, context: Context) -> Iterator[str]:
        place = type(self).key_of(context)
        if place is None:
            yield from whole(context)
            return
        key = (part, place)
        if key not in self.kept:
            if len(self.kept) >= MANY:
                self.kept.clear()  # pages come folder by folder
            self.kept[key] = "".join(whole(context))
        yield self.kept[key]


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
    if issubclass(env.template_class, SharedTemplate):
        env.template_class.ours.update(ours)  # of a second section of the same site
        return
    texts = part_texts(env, config)
    if texts or rendered.on:
        known = set(ours)
        key_of = staticmethod(place_key(nav, known, config, list(texts.values())))
        own: dict[str, Any] = {"texts": texts, "ours": known, "key_of": key_of, "kept": {}}
        env.template_class = type("SharedTemplate", (SharedTemplate,), own | {"rendered": rendered})
        if rendered.on:
            rendered.compiled.serve(env)
        if env.cache is not None:
            env.cache.clear()
