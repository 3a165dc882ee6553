"""Parts of a theme's page that are the same on many pages, put into HTML once.

A theme prints the whole navigation on every page, which takes it a fifth of the time that a page costs, and
other things that say nothing of the page, such as a search form. On pages that are not in the navigation
themselves they are the same for all that are as deep: posts, and the listings of one kind. The host lets a
plugin choose the class of its templates, and asks nothing more.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.reuse.places import Key, place_key
from mkdocs_newsblog.host.reuse.rendered import Rendered
from mkdocs_newsblog.render.swift_template import SwiftTemplate
from mkdocs_newsblog.render.themes import adaptor_for

Root = Callable[[Context], Iterator[str]]

ASKED = re.compile(r"\bpage\b(?:\s*(?:\.\s*\w+|[\[|(]))?")
"""What a template does with the page."""
INCLUDED = re.compile(r"""\b(?:include|import|from)\s+["']([^"']+)["']""")
GIVEN = re.compile(r"\{%[-+]?\s*(?:set\b(.*?)(=.*?)?|(?:import|from)\b(.*?))%\}", re.DOTALL)
"""What gives values to names: the names, and what the value is made of; the words of an import are both."""
WORD = re.compile(r"[A-Za-z_]\w*")
RENAMED = re.compile(r"\bset\s+\w+\s*=\s*page\s*[-+]?%\}")
"""Another name for the page: what is asked of that is not seen."""
MANY = 64
"""Parts that are kept at a time: each may be as long as the navigation of a large site."""

OTHERS = ("partials/languages/", ".icons/", "partials/toc.html")
"""Templates that hold no more than words or drawings, or what the navigation prints of the page at hand."""

HARMLESS = frozenset({"page", "page.toc"})
"""What a part may ask of the page: whether it is the one at hand, and then for its table of contents."""


class SharedTemplate(SwiftTemplate):
    """A template of which some output is kept; a class of its own is made for each environment."""

    texts: ClassVar[Mapping[str, str]] = {}
    """What is kept: templates, and blocks of templates, each with all that it is made of."""
    keys: ClassVar[list[Key]] = []
    """Each tells what the output of a part depends on, or None where it must be rendered."""
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
        for number, key_of in enumerate(self.keys):
            if (found := key_of(context)) is not None:
                key = (part, number, found)
                if key not in self.kept:
                    if len(self.kept) >= MANY:
                        self.kept.clear()  # pages come folder by folder
                    self.kept[key] = "".join(whole(context))
                yield self.kept[key]
                return
        yield from whole(context)


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
    known = env.template_class if issubclass(env.template_class, SharedTemplate) else None
    texts = known.texts if known else _texts(env, config)
    key = place_key(nav, ours, config, list(texts.values()))
    if known:
        known.keys.append(key)  # a second section of the same site
        return
    if texts or rendered.on:
        own: dict[str, Any] = {"texts": texts, "keys": [key], "kept": {}, "rendered": rendered}
        env.template_class = type("SharedTemplate", (SharedTemplate,), own)
        if rendered.on:
            rendered.compiled.serve(env)
        if env.cache is not None:
            env.cache.clear()


def _texts(env: Environment, config: MkDocsConfig) -> Mapping[str, str]:
    """Return the parts of a theme that may be shared, each with the text of all that it is made of."""
    theme = adaptor_for(config.theme.name or "")
    # The host has loaded it from its package; to ask once more would search all that is installed.
    loaded = [sys.modules[name].__file__ for name in theme.packages if name in sys.modules]
    theme_dirs = [Path(file).resolve().parent for file in loaded if file]
    texts = {name: _shareable(env, (name, *others), theme_dirs) for name, others in theme.shared.items()}
    return {name: text for name, text in texts.items() if text}


def _shareable(env: Environment, names: Collection[str], theme_dirs: Collection[Path]) -> str:
    """Return the text of templates that are the theme's own, and say nothing of the page they are printed on.

    Of any others nothing is known, and there is no text.
    """
    texts = []
    for name in names:
        template, _, block = name.partition("#")
        try:
            source, path, _ = env.loader.get_source(env, template) if env.loader else ("", None, None)
        except TemplateNotFound:
            return ""
        if path is None or not set(theme_dirs).intersection(Path(path).resolve().parents):
            return ""
        text = _block(source, block) if block else source
        if not text or not set(ASKED.findall(text)) <= HARMLESS:
            return ""
        if not all(each in names or each.startswith(OTHERS) for each in INCLUDED.findall(text)):
            return ""
        texts.append(text)
    return "\n".join(texts)


def _block(source: str, name: str) -> str:
    """Return a block, and what gives values to the names in it; nothing where others make part of it."""
    start = re.search(rf"\{{%[-+]?\s*block {re.escape(name)}\s*[-+]?%\}}", source)
    inner, end, _ = source[start.end() :].partition("endblock") if start else ("", "", "")
    if not end or re.search(r"\bblock\b|\bsuper\b|\bself\b", inner) or RENAMED.search(source):
        return ""
    words = set(WORD.findall(inner))
    if words.intersection(re.findall(r"\bmacro\s+(\w+)", source)):
        return ""
    for names, value, imported in GIVEN.findall(source) * 2:  # a value may use one that is given further down
        if words.intersection(WORD.findall(names or imported)):
            if names and not value:
                return ""  # what stands between set and endset
            inner += value
            words.update(WORD.findall(value))
    return inner
