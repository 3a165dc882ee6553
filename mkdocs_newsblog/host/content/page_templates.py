"""The templates that pages name: only such as are made for pages, since anybody may write a post.

A theme is mostly made of parts, which need what only the templates around them have, or print no page at all.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar, NamedTuple, cast

from jinja2 import Environment, TemplateError, TemplateNotFound, nodes
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.host.content.meta import FOREIGN
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.render.templating.fragments import FOLDER
from mkdocs_newsblog.render.templating.template_mistakes import find_mistake
from mkdocs_newsblog.render.templating.themes import ADAPTORS, adaptor_for
from mkdocs_newsblog.schema.problems.codes import problem

USUAL = "main.html"
WHOLE = frozenset({USUAL, "base.html"})
"""Templates of a theme that are whole pages."""
STRANGE, UNFIT = "foreign-template", "template-unfit"
"""Posts from other systems name templates that nobody here has written; the site's own are to be mended."""
MEND = "Mend the template, or take the key out"


class Named(NamedTuple):
    """A page that may name a template, and where it does."""

    page: Page
    place: Place
    is_listing: bool = False


class Verdict(NamedTuple):
    """What is said of a template: why a page can't have it, or that it fails on the page."""

    code: str
    fact: str | None = None
    """Nothing where a page can have it."""
    is_broken: bool = False

    def told(self, place: Place) -> Problem:
        """Return what the author of a page is told."""
        remedy = MEND if self.is_broken and self.code == UNFIT else None
        return problem(self.code, place, "template", self.fact or "", remedy)


class Guarded(NamedTuple):
    """A page that is printed by the template it names, and what is said if that fails."""

    verdict: Verdict
    place: Place
    doubts: list[Problem]


class GuardedTemplate:
    """Put before the class of a theme's templates: one that fails on a page gives way to the usual."""

    named: ClassVar[dict[str, Guarded]] = {}
    """The pages that name the template they are printed with, by their sources."""

    def render(self: Any, *args: Any, **kwargs: Any) -> str:
        """Return a page as Jinja's own does."""
        try:
            return str(cast("Any", super()).render(*args, **kwargs))
        except Exception as error:
            page = (args[0] if args else kwargs).get("page")
            uri = page.file.src_uri if isinstance(page, Page) else ""
            if page is None or uri not in self.named or page.meta.get("template") != self.name:
                raise
            verdict, place, doubts = self.named[uri]
            why = _why(error, self.filename, verdict.code)
            fact = f"the template {quoted(self.name)} fails on this page ({why})"
            doubts.append(verdict._replace(fact=fact, is_broken=True).told(place))
            return str(self.environment.get_template(USUAL).render(*args, **kwargs))


def choose_templates(
    env: Environment, config: MkDocsConfig, pages: Iterable[Named], problems: list[Problem]
) -> None:
    """Let pages be printed by the theme's usual template where they name none that is made for pages.

    What is wrong is added to the ``problems``, also when a template fails later.
    """
    named: dict[str, Guarded] = {}
    verdicts: dict[object, Verdict] = {}
    for page, place, is_listing in pages:
        if "template" not in page.meta:
            continue
        name = page.meta["template"]
        key = (repr(name), is_listing)
        if key not in verdicts:
            verdicts[key] = _judge(env, config, name, is_listing=is_listing)
        if verdicts[key].fact is None:
            named[page.file.src_uri] = Guarded(verdicts[key], place, problems)
            continue
        del page.meta["template"]
        if name is not None:
            problems.append(verdicts[key].told(place))
    if named:
        _guard(env, named)


def _guard(env: Environment, named: dict[str, Guarded]) -> None:
    if issubclass(env.template_class, GuardedTemplate):
        env.template_class.named.update(named)  # a second section of the same site
        return
    env.template_class = type("GuardedTemplate", (GuardedTemplate, env.template_class), {"named": named})
    if env.cache is not None:
        env.cache.clear()


def _judge(env: Environment, config: MkDocsConfig, name: object, *, is_listing: bool) -> Verdict:
    """Return whether a page can have a template, and what is said where it can't."""
    theme = config.theme.name or ""
    if isinstance(name, str) and name in FOREIGN:
        if is_listing and name in adaptor_for(theme).listings and _source(env, name):
            return Verdict(STRANGE)
        return Verdict(STRANGE, f"the template {quoted(name)} works with the theme's own blog alone")
    found = _source(env, name)
    if found is None:
        return Verdict(STRANGE, f"the theme has no template {quoted(name)}")
    name, (_, path) = str(name), found
    verdict = Verdict(UNFIT if _is_of_site(config, name, path) else STRANGE)
    try:
        fact = "is not made for pages"
        if verdict.code == UNFIT or name == USUAL or (theme not in ADAPTORS and "/" not in name):
            fact = _lack(env, config, name)
    except (TemplateError, RecursionError) as error:
        why = _why(error, path, verdict.code)
        return verdict._replace(fact=f"the template {quoted(name)} can't be used ({why})", is_broken=True)
    return verdict._replace(fact=f"the template {quoted(name)} {fact}") if fact else verdict


def _why(error: Exception, path: str | None, code: str) -> str:
    """Return what is wrong with a template: of the site's own the line too, in it or in one beside it."""
    found = find_mistake(error, [Path(path).parent]) if path and code == UNFIT else None
    if found is None:
        return type(error).__name__
    (file, line), fact = found
    return f"{Path(file).name}, line {line}: {fact}"


def _is_of_site(config: MkDocsConfig, name: str, path: str) -> bool:
    """Whether a site has a template of its own, and not one in place of a part of the theme, or of ours."""
    own, parts = config.theme.custom_dir, PurePosixPath(name).parts
    if not own or Path(path) != Path(own, *parts) or parts[0] == FOLDER:
        return False
    others = (Path(folder, *parts) for folder in config.theme.dirs if folder != own)
    return name in WHOLE or not any(path.is_file() for path in others)


def _lack(env: Environment, config: MkDocsConfig, name: str) -> str:
    """Return what a template lacks to print pages, nothing if it prints them.

    Raises:
        TemplateError: it can't be used at all.
    """
    if name in config.theme.static_templates:
        return "is a page by itself"
    if name != USUAL and not _prints_page(env, name, set()):
        return "prints no text of a page"
    env.get_template(name)
    return ""


def _source(env: Environment, name: object) -> tuple[str, str] | None:
    """Return the text and the path of a template, None where there is none, or where it is no text."""
    try:
        text, path, _ = (
            env.loader.get_source(env, name) if env.loader and isinstance(name, str) else (None,) * 3
        )
    except (TemplateNotFound, UnicodeDecodeError, OSError, ValueError):
        return None
    return (text, path) if text is not None and path is not None else None


def _prints_page(env: Environment, name: str, seen: set[tuple[str, bool]], *, imported: bool = False) -> bool:
    """Whether a template prints the text of a page, itself or by what it is made of.

    Of one that is ``imported`` only its macros are printed.
    """
    found = _source(env, name)
    if found is None or (name, imported) in seen:
        return False
    seen.add((name, imported))
    tree = env.parse(found[0], name, found[1])
    gives = imported or any(_gives_page(call) for call in tree.find_all(nodes.Call))
    pages = _names_of_page(tree, gives=gives)
    printed: Iterable[nodes.Node] = tree.find_all(nodes.Macro) if imported else (tree,)
    if any(_is_content(node, pages) for part in printed for node in part.find_all(nodes.Expr)):
        return True
    return any(
        (each in WHOLE and not macros) or _prints_page(env, each, seen, imported=macros)
        for asked, macros in _parts_of(tree, gives=gives, imported=imported)
        for each in _texts(asked)
    )


def _parts_of(tree: nodes.Template, *, gives: bool, imported: bool) -> Iterator[tuple[nodes.Expr, bool]]:
    """Yield what names other templates, and whether only their macros, given a page, are printed."""
    for extends in tree.find_all(nodes.Extends):
        yield extends.template, imported
    for include in tree.find_all(nodes.Include):
        yield include.template, imported
    for whole in tree.find_all(nodes.Import):
        if gives or whole.with_context:
            yield whole.template, True
    for some in tree.find_all(nodes.FromImport):
        if gives or some.with_context:
            yield some.template, True


def _texts(expression: nodes.Expr) -> Iterator[str]:
    """Yield the texts in what names a template: it may be a list, or depend on something."""
    for node in (expression, *expression.find_all(nodes.Const)):
        if isinstance(node, nodes.Const) and isinstance(node.value, str):
            yield node.value


def _gives_page(call: nodes.Call) -> bool:
    given = (*call.args, *(keyword.value for keyword in call.kwargs))
    return any(isinstance(value, nodes.Name) and value.name == "page" for value in given)


def _names_of_page(tree: nodes.Template, *, gives: bool) -> set[str]:
    """Return the names that a page may have in a template: a macro that it is given to has its own."""
    macros = tree.find_all(nodes.Macro) if gives else ()
    names = {"page", *(name.name for macro in macros for name in macro.args)}
    for given in tree.find_all(nodes.Assign):
        if isinstance(given.target, nodes.Name) and isinstance(given.node, nodes.Name):
            names |= {given.target.name} if given.node.name in names else set()
    return names


def _is_content(node: nodes.Expr, pages: Collection[str]) -> bool:
    if isinstance(node, nodes.Getattr):
        asked: object = node.attr
    elif isinstance(node, nodes.Getitem):
        asked = getattr(node.arg, "value", None)
    else:
        return False
    return asked == "content" and isinstance(node.node, nodes.Name) and node.node.name in pages
