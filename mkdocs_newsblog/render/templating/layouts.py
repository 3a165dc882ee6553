"""Layouts: each is a template in the folder ``layouts`` of the ladder, so that a new one is one file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Generic, TypeVar, overload

from markupsafe import Markup

from mkdocs_newsblog.model.names import Layout
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.schema.options.group import LAYOUT_NAME
from mkdocs_newsblog.schema.options.listing import ViewOptions
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

LAYOUTS = "layouts"
"""Folder of the templates of layouts."""

Key = TypeVar("Key")


def layouts_in(folders: Iterable[Path]) -> tuple[str, ...]:
    """Return the names of all layouts of a ladder, those that come with this package first."""
    found = {path.stem for folder in folders for path in (folder / LAYOUTS).glob("*.html")}
    own = sorted(name for name in found - set(Layout) if re.fullmatch(LAYOUT_NAME, name))
    return (*(layout.value for layout in Layout), *own)


def layout_fact(name: str, known: Collection[str]) -> tuple[str, str]:
    """Return what is wrong with the name of a layout that nothing has, and what to do."""
    near = get_close_matches(name, known, n=1)
    advice = f"Did you mean {quoted(near[0])}? Known" if near else "Known"
    return f"there is no layout {quoted(name)}", f"{advice} here: {', '.join(known)}"


def unknown_layouts(settings: Settings, known: Collection[str], config: str) -> list[Problem]:
    """Return a problem for each listing whose layout has no template; ``config`` holds the options."""
    views = {name: getattr(settings, name) for name in type(settings).model_fields}
    views |= {f"taxonomies.{name}": options for name, options in settings.taxonomies.items()}
    wrong = {
        f"{name}.layout": options.layout
        for name, options in views.items()
        if isinstance(options, ViewOptions) and options.layout not in known
    }
    return [
        problem("layout-unknown", Place(config), option, *layout_fact(layout, known))
        for option, layout in wrong.items()
    ]


class Cards(Sequence[Markup], Generic[Key]):
    """The posts of a list as cards, each put into HTML when a layout asks for it."""

    def __init__(self, keys: Sequence[Key], render: Callable[[Key], Markup]) -> None:
        """Take what names each post, and what renders one."""
        self._keys = keys
        self._render = render

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> Markup: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Markup]: ...
    def __getitem__(self, place: int | slice) -> Markup | Sequence[Markup]:
        if isinstance(place, slice):
            return [self._render(key) for key in self._keys[place]]
        return self._render(self._keys[place])

    def __iter__(self) -> Iterator[Markup]:
        return map(self._render, self._keys)
