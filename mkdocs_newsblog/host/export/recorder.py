"""What a build makes of its pages, kept for files that another generator reads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import NamedTuple

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_newsblog.build.article import PLACES
from mkdocs_newsblog.host.plugin import NewsblogPlugin


class Marks(NamedTuple):
    """Elements that stand for parts of a post in its frame. None in the post can be called so: see ``of``."""

    place: str
    """The name of the element for the text."""
    heading: str
    """The element for the main heading, where the page has one of its own."""

    @property
    def text(self) -> str:
        """The element for the text."""
        return f"<{self.place}></{self.place}>"

    @classmethod
    def of(cls, html: str) -> Marks:
        """Return marks for a page: its author would have to know the digest of what has that digest in it."""
        token = hashlib.sha256(html.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(f"newsblog-text-{token}", f"<newsblog-title-{token}></newsblog-title-{token}>")


class Recorder(BasePlugin):
    """Looks at the pages of a build of which only these looks are wanted: the built site goes away."""

    def __init__(self, take: Callable[[Recorder, MkDocsConfig], None]) -> None:
        """Take what is called at the end, while the sections still hold what they know."""
        self._take = take
        self.rendered: dict[str, str] = {}
        """What Markdown became of each page, before any plugin saw it."""
        self.finished: dict[str, str] = {}
        """The content of each page of ours as its template got it; of posts what stands around the text."""
        self.marks: dict[str, Marks] = {}
        """What stands for the heading and the text of each post."""
        self.files = Files([])
        self.nav: Navigation | None = None
        self.titles: dict[str, str] = {}
        """What the navigation alone calls pages."""
        self.sections: list[NewsblogPlugin] = []

    @event_priority(-1000)
    def on_config(self, config: MkDocsConfig) -> None:
        """Let posts lead to their neighbours, which no theme will know, and keep no pages for later."""
        self.sections = [each for each in config.plugins.values() if isinstance(each, NewsblogPlugin)]
        for plugin in self.sections:
            plugin.build.theme_prints_neighbours = False
            plugin.settings = plugin.settings.model_copy(update={"cache": None})

    @event_priority(-1000)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the navigation as all have left it."""
        del config, files
        self.nav = nav
        self.titles = {
            page.file.src_uri: str(title) for page in nav.pages if (title := vars(page).get("title"))
        }

    @event_priority(1000)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> None:
        """Keep what Markdown became."""
        del config, files
        self.rendered[page.file.src_uri] = html

    @event_priority(-1000)
    def on_env(self, env: object, *, config: MkDocsConfig, files: Files) -> None:
        """Keep the files, now that those for programs are filled."""
        del env, config
        self.files = files

    @event_priority(-99)
    def _on_page_context_early(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Put marks in the place of a post's heading and text, before the rest comes around them."""
        del context, config, nav
        marks = Marks.of(page.content or "")
        top, _, rest = (page.content or "").partition(PLACES[0])
        heading, _, rest = rest.partition(PLACES[1])
        _, found, end = rest.rpartition(PLACES[2])
        if found:
            title = marks.heading if heading else ""
            page.content = f"{top}{PLACES[0]}{title}{PLACES[1]}{marks.text}{PLACES[2]}{end}"
            self.marks[page.file.src_uri] = marks

    @event_priority(-1000)
    def _on_page_context_late(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> None:
        """Keep what our pages show."""
        del context, config, nav
        uri = page.file.src_uri
        if any(uri in plugin.build.posts or uri in plugin.build.views for plugin in self.sections):
            self.finished[uri] = page.content or ""

    on_page_context = CombinedEvent(_on_page_context_early, _on_page_context_late)

    @event_priority(1000)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Hand on what was kept."""
        self._take(self, config)
