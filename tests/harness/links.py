"""Following every link of a built site to the file it ends at."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import SplitResult, unquote, urljoin, urlsplit

from mkdocs_newsblog.model.srcset import candidates
from tests.harness.page import Page

ATTRIBUTES = ("href", "src", "poster", "data", "xlink:href")
ELSEWHERE = {"preconnect", "dns-prefetch"}
"""Kinds of `<link>` whose address is a host and no document."""


@dataclass(frozen=True, slots=True)
class Link:
    """One address on one page (both below the site), and what is wrong with it, if anything."""

    page: str
    href: str
    problem: str = ""

    def __str__(self) -> str:
        return f"{self.page}: {self.href}: {self.problem or 'good'}"


@dataclass(frozen=True, slots=True)
class Resolver:
    """Resolves addresses in a site folder that is served at `root`; `page_at` reads the page in a file."""

    folder: Path
    root: str
    page_at: Callable[[Path], Page]

    def url(self, file: Path) -> str:
        """The whole address of a file of the site."""
        return urljoin(self.root, file.relative_to(self.folder).as_posix())

    def problem(self, href: str, page_url: str) -> str:
        """What is wrong with an address on the page at a whole address; "" when nothing is."""
        try:
            target = urlsplit(urljoin(page_url, href.strip()))
        except ValueError as error:
            return str(error)
        return self._problem_at(target)

    def _problem_at(self, target: SplitResult) -> str:
        root = urlsplit(self.root)
        if (target.scheme, target.netloc) != (root.scheme, root.netloc):
            return ""
        if not target.path.startswith(root.path):
            return f"leaves the site, which is at {root.path}"
        name = unquote(target.path.removeprefix(root.path))
        if not name or name.endswith("/"):
            name += "index.html"
        file = self.folder / name
        if file.is_dir():
            return "is a folder without its final slash"
        if not file.is_file():
            return f"no file {name}"
        fragment = unquote(target.fragment).partition(":~:")[0]
        if fragment in ("", "top") or file.suffix != ".html" or fragment in self.page_at(file).anchors:
            return ""
        return f"no id {fragment!r} in {name}"


def addresses(page: Page) -> Iterator[str]:
    """Every address a page points at, in no particular order."""
    for attribute in ATTRIBUTES:
        selector = "[" + attribute.replace(":", r"\:") + "]"
        for element in page.select(selector):
            if not ELSEWHERE & set((element.get("rel") or "").split()):
                yield element[attribute]
    for srcset in page.values("[srcset]", "srcset"):
        yield from (address for address, _ in candidates(srcset))
