"""A built page, asked by CSS selector, and what its parser and a stricter one make of it."""

from __future__ import annotations

from collections import Counter

import html5lib
from selectolax.lexbor import LexborHTMLParser, LexborNode


class Element:
    """An element of a page; its text has runs of white space made one space."""

    def __init__(self, node: LexborNode) -> None:
        self.node = node

    def __repr__(self) -> str:
        return f"<Element {self.html[:200]}>"

    def __getitem__(self, attribute: str) -> str:
        """An attribute's value, which is "" for one without a value; KeyError when there is none."""
        return self.node.attributes[attribute] or ""

    def get(self, attribute: str, default: str | None = None) -> str | None:
        """An attribute's value, or the default."""
        return self[attribute] if attribute in self.node.attributes else default

    @property
    def tag(self) -> str:
        """The element's name, in lower case."""
        return self.node.tag or ""

    @property
    def classes(self) -> set[str]:
        """The element's classes."""
        return set((self.get("class") or "").split())

    @property
    def html(self) -> str:
        """The element as the parser writes it."""
        return self.node.html or ""

    @property
    def content(self) -> str:
        """All text within, as a reader sees it on one line."""
        return " ".join(self.node.text().split())

    def select(self, css: str) -> list[Element]:
        """The elements within that match, in document order."""
        return [Element(node) for node in self.node.css(css)]

    def one(self, css: str) -> Element:
        """The one element within that matches; an AssertionError when there are none or several."""
        found = self.select(css)
        assert len(found) == 1, f"{len(found)} elements match {css!r}, not one: {found or self.html[:2000]}"
        return found[0]

    def text(self, css: str) -> str:
        """The text of the one element that matches."""
        return self.one(css).content

    def texts(self, css: str) -> list[str]:
        """The texts of all that match."""
        return [element.content for element in self.select(css)]

    def values(self, css: str, attribute: str) -> list[str]:
        """One attribute of all that match."""
        return [element[attribute] for element in self.select(css)]


class Page(Element):
    """A page of a site; `raw` is the text of the file, `url` its address below the site."""

    def __init__(self, raw: str, url: str) -> None:
        self.raw = raw
        self.url = url
        self.parser = LexborHTMLParser(raw)
        root = self.parser.root
        assert root is not None, f"{url} holds no HTML"
        super().__init__(root)

    def __repr__(self) -> str:
        return f"<Page {self.url}>"

    @property
    def ids(self) -> Counter[str]:
        """How often each id stands on the page."""
        return Counter(self.values("[id]", "id"))

    @property
    def anchors(self) -> set[str]:
        """What a fragment can point at."""
        return set(self.ids) | set(self.values("a[name]", "name"))

    def parse_errors(self) -> list[str]:
        """What a strict HTML5 parser finds wrong, as `line:column code`."""
        parser = html5lib.HTMLParser()
        parser.parse(self.raw)
        return [f"{line}:{column} {code}" for (line, column), code, _ in parser.errors]
