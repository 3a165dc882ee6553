"""The templates that pages name: only such as are made for pages, since anybody may write a post.

A theme is mostly made of parts, which need what only the templates around them have, or print no page at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, cast

from jinja2 import Environment, TemplateError, TemplateNotFound, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.meta import FOREIGN
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.render.themes import ADAPTORS, adaptor_for
from mkdocs_newsblog.schema.codes import problem

USUAL = "main.html"
WHOLE = frozenset({USUAL, "base.html"})
"""Templates of a theme that are whole pages."""


class Named(NamedTuple):
    """A page that may name a template, and where it does."""

    page: Page
    place: Place
    is_listing: bool = False


class GuardedTemplate:
    """Put before the class of a theme's templates: one that fails on a page gives way to the usual."""

    named: ClassVar[dict[str, tuple[Place, list[Problem]]]] = {}
    """Where pages name the template that they are printed with, and whom to tell if it fails, by source."""

    def render(self: Any, *args: Any, **kwargs: Any) -> str:
        """Return a page as Jinja's own does."""
        try:
            return str(cast("Any", super()).render(*args, **kwargs))
        except Exception as error:
            page = (args[0] if args else kwargs).get("page")
            uri = page.file.src_uri if isinstance(page, Page) else ""
            if page is None or uri not in self.named or page.meta.get("template") != self.name:
                raise
            place, doubts = self.named[uri]
            fact = f"the template {quoted(self.name)} fails on this page ({type(error).__name__})"
            doubts.append(problem("foreign-template", place, "template", fact))
            return str(self.environment.get_template(USUAL).render(*args, **kwargs))


def choose_templates(
    env: Environment, config: MkDocsConfig, pages: Iterable[Named], problems: list[Problem]
) -> None:
    """Let pages be printed by the theme's usual template where they name none that is made for pages.

    What is wrong is added to the ``problems``, also when a template fails later.
    """
    named: dict[str, tuple[Place, list[Problem]]] = {}
    facts: dict[object, str | None] = {}
    for page, place, is_listing in pages:
        if "template" not in page.meta:
            continue
        name = page.meta["template"]
        key = (repr(name), is_listing)
        if key not in facts:
            facts[key] = _fact(env, config, name, is_listing=is_listing)
        if facts[key] is None:
            named[page.file.src_uri] = (place, problems)
            continue
        del page.meta["template"]
        if name is not None:
            problems.append(problem("foreign-template", place, "template", facts[key] or ""))
    if named:
        _guard(env, named)


def _guard(env: Environment, named: dict[str, tuple[Place, list[Problem]]]) -> None:
    if issubclass(env.template_class, GuardedTemplate):
        env.template_class.named.update(named)  # a second section of the same site
        return
    env.template_class = type("GuardedTemplate", (GuardedTemplate, env.template_class), {"named": named})
    if env.cache is not None:
        env.cache.clear()


def _fact(env: Environment, config: MkDocsConfig, name: object, *, is_listing: bool) -> str | None:
    """Return why a page can't have a template, None if it can."""
    theme = config.theme.name or ""
    if isinstance(name, str) and name in FOREIGN:
        if is_listing and name in adaptor_for(theme).listings and _source(env, name):
            return None
        return f"the template {quoted(name)} works with the theme's own blog alone"
    found = _source(env, name)
    if found is None:
        return f"the theme has no template {quoted(name)}"
    name, (_, path) = str(name), found
    folders = [config.theme.custom_dir] if theme in ADAPTORS else config.theme.dirs
    is_own = "/" not in name and any(folder and Path(path) == Path(folder, name) for folder in folders)
    try:
        if name == USUAL or (is_own and name not in config.theme.static_templates and _is_page(env, name)):
            env.get_template(name)
            return None
    except (TemplateError, RecursionError) as error:
        return f"the template {quoted(name)} can't be used ({type(error).__name__})"
    return f"the template {quoted(name)} is not made for pages"


def _source(env: Environment, name: object) -> tuple[str, str] | None:
    """Return the text and the path of a template, None where there is none, or where it is no text."""
    try:
        text, path, _ = (
            env.loader.get_source(env, name) if env.loader and isinstance(name, str) else (None,) * 3
        )
    except (TemplateNotFound, UnicodeDecodeError, OSError, ValueError):
        return None
    return (text, path) if text is not None and path is not None else None


def _is_page(env: Environment, name: str, below: tuple[str, ...] = ()) -> bool:
    """Whether a template prints the text of a page, or extends one of the theme that does."""
    found = _source(env, name)
    if found is None or name in below:
        return False
    tree = env.parse(found[0], name, found[1])
    if any(_is_content(node) for node in tree.find_all(nodes.Getattr)):
        return True
    extended = (node.template for node in tree.find_all(nodes.Extends))
    names = (node.value for node in extended if isinstance(node, nodes.Const))
    return any(each in WHOLE or _is_page(env, str(each), (*below, name)) for each in names)


def _is_content(node: nodes.Getattr) -> bool:
    return node.attr == "content" and isinstance(node.node, nodes.Name) and node.node.name == "page"
