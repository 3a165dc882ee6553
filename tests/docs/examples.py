"""Examples in the documentation, read from its Markdown as small sites.

A fenced block with a title is a file of a site: its title is the path below the folder of `mkdocs.yml`. All
titled blocks below one heading of the second level are one site, with those that stand above the first such
heading of the page. Where no block is `mkdocs.yml`, the plugin is configured with `dir: news`. A `site_name`
and a home page are added where they are missing.

Comments say what the built site has to be like, one line each::

    <!-- example: has news/tags/world/ -->         there is such a page or file
    <!-- example: lacks news/archive/ -->          there is none
    <!-- example: shows news/ Hello world -->      the page holds this text, markup included
    <!-- example: hides news/ Hello world -->      it does not
    <!-- example: picture docs/news/pier.jpg -->   the site has this picture besides
    <!-- example: theme material -->               the theme, where the example names none
    <!-- example: says hero-missing -->            these problems are reported, and no others
    <!-- example: continues -->                    the files of the section above are there too
    <!-- example: pack -->                         its `pyproject.toml` is that of an installed package

An example builds with `--strict` and without a warning, unless it says problems. Messages in a block of
`text` of such an example are those of its build, word for word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from mkdocs.utils.yaml import yaml_load

from tests.harness.site import PROJECT

FENCE = re.compile(r"(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})(?P<info>.*)")
TITLE = re.compile(r"\btitle=\"(?P<title>[^\"]+)\"")
WISH = re.compile(r"<!-- example: (?P<verb>\w+) ?(?P<rest>.*?) -->")


@dataclass
class Example:
    """The files of one example by path, and what is said of the site they make."""

    page: str
    heading: str
    files: dict[str, str] = field(default_factory=dict)
    wishes: list[tuple[str, str]] = field(default_factory=list)
    quotes: list[str] = field(default_factory=list)
    """What is quoted of a log or another output, each block in one line."""

    def __str__(self) -> str:
        return f"{self.page}#{self.heading}".replace(" ", "-")

    def said(self, verb: str) -> list[str]:
        """What stands behind a verb, for each comment that has it."""
        return [rest for name, rest in self.wishes if name == verb]

    @property
    def config(self) -> str:
        """The text of `mkdocs.yml`, with a name for the site where the example shows only a part."""
        text = self.files.get("mkdocs.yml", "plugins:\n  - search\n  - newsblog:\n      dir: news\n")
        given = yaml_load(text)
        name = "" if "site_name" in given else "site_name: Example\n"
        theme = "" if "theme" in given else f"theme:\n  name: {(self.said('theme') or ['mkdocs'])[0]}\n"
        return name + theme + text


def pages() -> list[Path]:
    """README and every page of the documentation that is written by hand."""
    written = sorted((PROJECT / "docs").rglob("*.md"))
    return [PROJECT / "README.md", *(path for path in written if path.parent.name != "reference")]


def examples() -> list[Example]:
    """Every example of every page."""
    return [example for page in pages() for example in examples_of(page) if example.files]


def examples_of(path: Path) -> Iterator[Example]:
    """Yield the examples of one page; what stands above its first section belongs to all of them."""
    page = path.relative_to(PROJECT).as_posix()
    common, *sections = _sections(path.read_text(encoding="utf-8"))
    first = _example(page, common)
    made = [_example(page, text, first) for text in sections]
    for before, example in pairwise(made):
        if example.said("continues"):
            example.files = before.files | example.files
    yield from [example for example in made if example.files != first.files] or [first]


def _sections(text: str) -> list[list[str]]:
    sections: list[list[str]] = [[]]
    fence = ""
    for line in text.split("\n"):
        fence = _fenced(line, fence)
        if line.startswith("## ") and not fence:
            sections.append([])
        sections[-1].append(line)
    return sections


def _fenced(line: str, fence: str) -> str:
    """Return the fence that is open behind a line."""
    found = FENCE.fullmatch(line)
    if found is None:
        return fence
    if not fence:
        return found["fence"]
    return "" if found["fence"].startswith(fence) and not found["info"].strip() else fence


def _example(page: str, lines: list[str], common: Example | None = None) -> Example:
    heading = lines[0].removeprefix("## ") if lines and lines[0].startswith("## ") else ""
    example = Example(page, heading)
    if common:
        example.files |= common.files
        example.wishes += common.wishes
    fence, path, indent, info, block = "", "", "", "", list[str]()
    for line in lines:
        before, fence = fence, _fenced(line, fence)
        if fence and not before:
            found = FENCE.fullmatch(line)
            title = TITLE.search(found["info"]) if found else None
            path, indent, block = title["title"] if title else "", found["indent"] if found else "", []
            info = found["info"] if found else ""
        elif before and not fence:
            if path:
                example.files[path] = "".join(f"{line}\n" for line in block)
            elif info == "text":
                example.quotes.append(" ".join(block))
        elif fence:
            block.append(line.removeprefix(indent))
        elif wish := WISH.fullmatch(line.strip()):
            example.wishes.append((wish["verb"], wish["rest"]))
    return example
