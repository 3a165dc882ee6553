"""A finished build and the questions tests ask it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.harness.links import Link, Resolver, addresses
from tests.harness.page import Page

NOWHERE = "http://drawn.invalid/"
"""Where a site without a `site_url` is taken to be."""


class Record(NamedTuple):
    """One message of a build; the text is what a user reads after the level."""

    level: str
    text: str


@dataclass(repr=False)
class Built:
    """What a build left: its exit code, its messages, and the site in `site_dir`, at `site_url`."""

    site_dir: Path
    site_url: str
    exit_code: int
    log: list[Record]
    output: str = ""
    """All that a subprocess printed."""
    _pages: dict[Path, Page] = field(default_factory=dict)

    def __repr__(self) -> str:
        lines = self.output.splitlines() or [f"{level}: {text}" for level, text in self.log]
        return "\n".join([f"<Built exit code {self.exit_code}", *lines[-40:], ">"])

    @property
    def ok(self) -> bool:
        """Whether the build ended well; under strict, that means without a warning."""
        return self.exit_code == 0

    @property
    def warnings(self) -> list[str]:
        """The texts of all warnings."""
        return self.said("WARNING")

    @property
    def errors(self) -> list[str]:
        """The texts of all errors."""
        return self.said("ERROR", "CRITICAL")

    def said(self, *levels: str) -> list[str]:
        """The texts of the messages at these levels."""
        return [record.text for record in self.log if record.level in levels]

    def path(self, url: str = "") -> Path:
        """The file of the site at an address, whether or not it exists.

        An address of a page is written as it is with directory URLs (`news/first/`), also for a site without.
        """
        if url and not url.endswith("/"):
            return self.site_dir / url
        index = self.site_dir / url / "index.html"
        flat = self.site_dir / f"{url.rstrip('/')}.html"
        return flat if url and not index.exists() and flat.exists() else index

    def page(self, url: str = "") -> Page:
        """The page at an address; an AssertionError that shows the log when there is none."""
        path = self.path(url)
        assert path.is_file(), f"no page {url!r}; there are {self.urls()}\n{self!r}"
        return self._page_at(path)

    def exists(self, url: str) -> bool:
        """Whether the site has a page or file at an address."""
        return self.path(url).is_file()

    def text(self, url: str) -> str:
        """The text of a file of the site."""
        return self.path(url).read_text(encoding="utf-8")

    def files(self) -> dict[str, bytes]:
        """All files of the site with their contents, by path, for comparing two builds."""
        found = (path for path in sorted(self.site_dir.rglob("*")) if path.is_file())
        return {path.relative_to(self.site_dir).as_posix(): path.read_bytes() for path in found}

    def urls(self) -> list[str]:
        """The addresses of all HTML pages, sorted."""
        names = (path.relative_to(self.site_dir).as_posix() for path in self.site_dir.rglob("*.html"))
        return sorted(re.sub(r"(^|/)index\.html$", r"\1", name) for name in names)

    def pages(self) -> list[Page]:
        """All HTML pages, by address."""
        return [self.page(url) for url in self.urls()]

    def search_index(self) -> list[dict[str, Any]]:
        """The entries of the search index, each with `location`, `title` and `text`."""
        entries: list[dict[str, Any]] = json.loads(self.text("search/search_index.json"))["docs"]
        return entries

    def links(self) -> list[Link]:
        """Every address on every page and in the sitemap, each with what is wrong with it, if anything."""
        resolver = self.resolver
        found = []
        for page in self.pages():
            here = resolver.url(self.path(page.url))
            base = here if not page.select("base[href]") else page.one("base[href]")["href"]
            found += [Link(page.url, href, resolver.problem(href, base)) for href in addresses(page)]
        return found + self._sitemap_links()

    def broken_links(self) -> list[str]:
        """The links that end nowhere, each once and as one line that says why, sorted."""
        return sorted({str(link) for link in self.links() if link.problem})

    def duplicate_ids(self) -> dict[str, list[str]]:
        """The ids that stand more than once on a page, by its address; pages without such are left out."""
        doubled = {page.url: [name for name, times in page.ids.items() if times > 1] for page in self.pages()}
        return {url: names for url, names in doubled.items() if names}

    @property
    def resolver(self) -> Resolver:
        """What follows an address of this site; tests of feeds use it for theirs."""
        root = self.site_url or NOWHERE
        return Resolver(self.site_dir, root if root.endswith("/") else f"{root}/", self._page_at)

    def _page_at(self, path: Path) -> Page:
        if path not in self._pages:
            url = re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(self.site_dir).as_posix())
            self._pages[path] = Page(path.read_text(encoding="utf-8"), url)
        return self._pages[path]

    def _sitemap_links(self) -> list[Link]:
        if not self.site_url or not self.exists("sitemap.xml"):
            return []
        places = re.findall(r"<loc>(.*?)</loc>", self.text("sitemap.xml"))
        resolver = self.resolver
        return [Link("sitemap.xml", place, resolver.problem(place, resolver.root)) for place in places]
