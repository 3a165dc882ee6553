"""A page's table of contents, made of links only when somebody looks at it.

In a preview, and in a build that finds what it needs in the cache, few are looked at: pages are compared, and
taken as they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import escape
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

_HIGH = re.compile(r"\[[-01]")
"""What the level of a main heading looks like in the text of headings; so may a part of a title."""


class Contents(TableOfContents):
    """A table of contents that is as the host's own from the moment at which somebody looks at it."""

    def __init__(self, text: str, make: Callable[[], list[AnchorLink]]) -> None:
        """Take a text that stands for all headings, and what makes links of them."""
        self._text = text
        self._make = make
        self._items: list[AnchorLink] | None = None

    @property
    def items(self) -> list[AnchorLink]:
        """The links, as the host's own documents them."""
        if self._items is None:
            self._items = self._make()
        return self._items

    @items.setter
    def items(self, items: list[AnchorLink]) -> None:
        self._items = items

    def __reduce__(self) -> tuple[type[TableOfContents], tuple[list[AnchorLink]]]:
        """Copies, and what is pickled, are the host's own."""
        return TableOfContents, (self.items,)

    @property
    def untouched(self) -> str | None:
        """The text; None once somebody has looked at the links, who may have changed them."""
        return self._text if self._items is None else None


def contents_text(contents: Iterable[AnchorLink], strange: Callable[[object], object] | None = repr) -> str:
    """Return all headings of a page as JSON: level, title and id of each, and those below it.

    ``strange`` says what stands for a title that is no text; without it, such a title raises TypeError.
    """
    untouched = contents.untouched if isinstance(contents, Contents) else None
    return _json([_plain(item) for item in contents], strange) if untouched is None else untouched


def contents_of(text: str) -> Contents:
    """Return a table of contents from its text."""

    def make() -> list[AnchorLink]:
        links = [_link(*each) for each in json.loads(text)]
        for first in links[:1]:
            first.active = True  # type: ignore[attr-defined]  # as the host marks it
        return links

    return Contents(text, make)


def add_heading(page: Page, title: str, fragment: str, *, printed: bool = True) -> None:
    """Enter a main heading that we printed into the page's table of contents, above the others.

    Where the theme prints the title, no heading of the content says it, and only its id is there.
    """
    if page.present_anchor_ids is not None:
        page.present_anchor_ids = {*page.present_anchor_ids, fragment}
    if not printed:
        return
    below, title = page.toc, str(escape(title))

    def make() -> list[AnchorLink]:
        link = AnchorLink(title, fragment, 1)
        link.children = list(below)
        for child in link.children:
            child.level = max(child.level, 2)
        return [link]

    text = below.untouched if isinstance(below, Contents) else None
    if text is None:  # somebody may hold the links, and change them later
        page.toc = TableOfContents(make())
    else:
        page.toc = Contents(f"[[1,{_json(title)},{_json(fragment)},{_lowered(text)}]]", make)


def _lowered(text: str) -> str:
    """Return the text of headings that stand below a main one."""
    if not _HIGH.search(text):
        return text
    return _json([[max(level, 2), *others] for level, *others in json.loads(text)])


def _link(level: int, title: str, fragment: str, inner: Iterable[Any]) -> AnchorLink:
    link = AnchorLink(title, fragment, level)
    link.children = [_link(*each) for each in inner]
    return link


def _plain(item: AnchorLink) -> list[Any]:
    return [item.level, item.title, item.id, [_plain(child) for child in item.children]]


def _json(value: object, strange: Callable[[object], object] | None = repr) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=strange)
