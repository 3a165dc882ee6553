"""The template environment: autoescape on, and a ladder on which sites and themes override templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, cached_property
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
)
from markupsafe import Markup

from mkdocs_newsblog.render.templating.compiled import Compiled
from mkdocs_newsblog.render.templating.layouts import layouts_in
from mkdocs_newsblog.render.templating.swift_template import SwiftTemplate
from mkdocs_newsblog.render.templating.template_mistakes import Mistakes, Shelves
from mkdocs_newsblog.render.templating.themes import Adaptor
from mkdocs_newsblog.render.text.labels import Labels
from mkdocs_newsblog.schema.options.showing import ShownOptions

PACKS = "mkdocs_newsblog.templates"
"""Entry-point group of template packs: each names a package whose folder holds templates."""

SHOWN = ShownOptions()

FOLDER = "newsblog"
"""Folder for our templates in a theme or a ``custom_dir``."""

PIECES: Mapping[str, Sequence[str]] = {
    "view.html": ("post_card.html",),
    "insert.html": ("post_card.html",),
    "reading_on.html": ("related_post.html",),
}
"""Templates of parts of a page, each with those of the pieces that are put into HTML by themselves."""


@cache
def bundled(name: str) -> Path:
    """Return a folder of templates that comes with this package."""
    return Path(str(files("mkdocs_newsblog")), "templates", name)


@cache
def asset(name: str) -> str:
    """Return the path of a file that comes with this package and is no template."""
    return str(Path(str(files("mkdocs_newsblog")), "assets", name))


def packs() -> Iterable[Path]:
    """Yield the folders of installed template packs, by name."""
    for point in sorted(entry_points(group=PACKS), key=lambda point: point.name):
        spec = find_spec(point.module)
        for place in (spec.submodule_search_locations or []) if spec else []:
            yield Path(place)


def ladder(theme_dirs: Sequence[str], adaptor: Adaptor) -> list[Path]:
    """Return the folders in which a template is looked for, first hit wins.

    ``theme_dirs`` come as the host orders them: the site's own ``custom_dir`` first, then the theme.
    """
    own = [bundled(adaptor.templates)] if adaptor.templates else []
    return [*(Path(folder) / FOLDER for folder in theme_dirs), *packs(), *own, bundled("base")]


def _loader(folders: Sequence[Path]) -> ChoiceLoader:
    own = Shelves(folders, encoding="utf-8-sig")  # editors on Windows put a mark before a text
    return ChoiceLoader([PrefixLoader({"base": FileSystemLoader(bundled("base"))}), own])


def _spoken(labels: Labels, around: str | None) -> Markup:
    """Return attributes for what we put into a page: its theme may say another language, or turn no page."""
    is_turned = "rtl" in (labels.direction, around)
    turned = Markup(' dir="{}"').format(labels.direction) if is_turned else Markup("")
    return Markup(' lang="{}"{}').format(labels.tag, turned) if around or turned else turned


class Fragments:
    """Renders values to HTML. Every text is escaped; an unknown name in a template is an error."""

    def __init__(
        self,
        folders: Sequence[Path],
        labels: Labels,
        compiled: Compiled | None = None,
        mistakes: Mistakes | None = None,
        shown: ShownOptions = SHOWN,
        around: str | None = None,
    ) -> None:
        """Take the folders of the ladder; the prefix ``base/`` always reaches the bundled originals.

        ``compiled`` are templates of other sections and builds. ``mistakes`` keeps what is wrong with
        templates that are not ours; without it, that is an error. ``shown`` says what they tell of a post.
        ``around`` is the direction of the theme's pages if the site names a language for us, which the
        theme may not know.
        """
        self.labels = labels
        self.layouts = layouts_in(folders)
        self.mistakes = mistakes
        self._ours = [folder for folder in folders if folder.parent == bundled("")]
        self._others = [folder for folder in folders if folder not in self._ours]
        self.environment = Environment(
            loader=_loader(folders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,  # of ours no expression is constant, and to look takes a seventh of compiling
            bytecode_cache=compiled,
        )
        self.environment.template_class = SwiftTemplate
        word: Callable[..., str] = labels.word
        self.environment.globals.update(word=word, lang=labels.tag, direction=labels.direction, plural=word)
        self.environment.globals["count"] = labels.count
        self.environment.globals["shown"] = shown
        self.environment.globals["spoken"] = _spoken(labels, around)

    def render(self, name: str, **values: object) -> str:
        """Return the template ``name`` filled with values of :mod:`mkdocs_newsblog.render.values.context`.

        Where a site's own template is wrong, the one that comes with this package stands in for it.
        """
        try:
            return self.environment.get_template(name).render(**values)
        except Exception as error:
            if self.mistakes is None or not self.mistakes.note(name, error, self._others):
                raise
        return self._render_ours(name, values)

    @property
    def has_mistakes(self) -> bool:
        """Whether one of ours has stood in for a template that is wrong, in any section of this build."""
        return bool(self.mistakes and self.mistakes.any)

    @cached_property
    def _bundled(self) -> Environment:
        return self.environment.overlay(loader=_loader(self._ours))

    def _render_ours(self, name: str, values: Mapping[str, object]) -> str:
        try:
            return self._bundled.get_template(name).render(**values)
        except TemplateNotFound:  # a layout of the site's own
            return ""

    def part(self, name: str, html: str) -> str:
        """Return what a template gave as a part of a page, in a preview below its mistakes so far."""
        said = self.mistakes.shown(name, *PIECES.get(name, ())) if self.mistakes else ()
        return self.render("problems.html", problems=said) + html if said else html

    def markup(self, name: str, **values: object) -> Markup:
        """Return the same as safe HTML for use inside another template."""
        # The environment has escaped every value already.
        return Markup(self.render(name, **values))  # noqa: S704
