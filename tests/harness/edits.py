"""A small site, and every change that an author makes to it, for tests that compare builds."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.harness.built import Built
from tests.harness.site import Site

EXTENSIONS = [
    "admonition",
    "attr_list",
    "footnotes",
    "abbr",
    {"toc": {"permalink": True}},
    "pymdownx.superfences",
    "pymdownx.highlight",
    "pymdownx.keys",
    {"pymdownx.tabbed": {"alternate_style": True}},
]
TREE = """
docs/
  index.md
    | # Home
    |
    | See [the guide](guide.md#start) and [a post](news/a.md).
  guide.md
    | # Guide
    |
    | ## Start
    |
    | Text.[^1]
    |
    | [^1]: A note.
  other.md | # Other
  news/
    a.md
      | ---
      | title: First
      | date: 2026-05-01
      | tags: [one]
      | ---
      | Text with a [link](../guide.md#start), a [broken one](../nowhere.md) and ![a picture](a.png).
      |
      | ## Part
      |
      | ```python
      | print("code")
      | ```
    b.md
      | ---
      | title: Second
      | date: 2026-05-02
      | ---
      | See [the first](a.md#part) and [what is not there](a.md#gone).
    c.md
      | ---
      | date: 2026-05-03
      | ---
      | # Third ++ctrl++
      |
      | !!! note
      |     Words.
"""
CONFIG = {
    "site_url": "https://example.org/docs/",
    "theme": {"name": "mkdocs"},
    "markdown_extensions": EXTENSIONS,
    "validation": {"anchors": "warn", "omitted_files": "info"},
}
PAGES = ["index.md", "guide.md", "other.md", "news/a.md", "news/b.md", "news/c.md", "news/new.md"]
LINES = [
    "More.",
    "## Part",
    "See [it](../other.md).",
    "[a](news/a.md#part)",
    "| a |\n|---|\n| b |",
    "\n\n---",
]


WALK = settings(
    max_examples=5,
    stateful_step_count=5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
"""A few walks of a few changes each; a failing one is shown as it is."""


def said(built: Built, root: Path) -> list[tuple[str, str]]:
    """What a build said, without the name of its folder and the time it took."""
    lines = [(record.level, record.text.replace(str(root), "")) for record in built.log]
    return [line for line in lines if not line[1].startswith("Documentation built in")]


class Edits(RuleBasedStateMachine):
    """Any change that an author makes between two builds."""

    @initialize(whole=st.sampled_from(["posts", "all"]))
    def draw(self, whole):
        self.folder = tempfile.TemporaryDirectory()
        root = Path(self.folder.name) / "site"
        self.site = Site.drawn(
            root, TREE, config=CONFIG, newsblog={"dir": "news", "cache": {"markdown": whole}}
        )
        self.site.build(strict=False)

    def teardown(self):
        self.folder.cleanup()

    def _path(self, page):
        return self.site.root / "docs" / page

    @rule(page=st.sampled_from(PAGES), line=st.sampled_from(LINES))
    def edit(self, page, line):
        if self._path(page).exists():
            self.site.write(f"docs/{page}", f"{self.site.read(f'docs/{page}')}\n{line}\n".encode())

    @rule(page=st.sampled_from(PAGES), line=st.sampled_from(LINES))
    def add(self, page, line):
        self.site.write(
            f"docs/{page}", f"---\ntitle: New\ndate: 2026-06-01\ntags: [one, two]\n---\n{line}\n".encode()
        )

    @rule(page=st.sampled_from(PAGES[1:]))
    def delete(self, page):
        self._path(page).unlink(missing_ok=True)

    @rule(page=st.sampled_from(PAGES[1:]), other=st.sampled_from(PAGES[1:]))
    def rename(self, page, other):
        if self._path(page).exists():
            self.site.rename(f"docs/{page}", f"docs/{other}")

    @rule(
        option=st.sampled_from(
            [{"use_directory_urls": False}, {"site_name": "Other"}, {"markdown_extensions": ["toc"]}]
        )
    )
    def configure(self, option):
        self.site.config = Site(
            self.site.root, CONFIG | option, {"dir": "news", "cache": {"markdown": "all"}}
        ).config

    @invariant()
    def same(self) -> None:
        """Compare, after each change."""
        if hasattr(self, "site"):
            self.check()

    def check(self) -> None:
        """Build the site as a test wants it compared."""
        raise NotImplementedError
