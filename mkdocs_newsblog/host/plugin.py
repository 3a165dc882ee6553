"""The plugin: each event hands the host's objects to the build as values, and takes HTML back."""

from __future__ import annotations

from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.host import report
from mkdocs_newsblog.host.config import NoOptions, load_settings, read_site, theme_features
from mkdocs_newsblog.host.head import split_head
from mkdocs_newsblog.host.meta import describe, theme_meta
from mkdocs_newsblog.host.navigation import adopt_parent, link_neighbours, page_of
from mkdocs_newsblog.host.outputs import date_listings
from mkdocs_newsblog.host.pages import STYLESHEET, add_heading, project_folder
from mkdocs_newsblog.host.section import SectionFiles
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.select import Section
from mkdocs_newsblog.render.heading import has_heading
from mkdocs_newsblog.schema.settings import Settings

SITEMAP = "sitemap.xml"
I18N = "i18n"
"""The translation plugin, which drops pages that are added before its own pass over the files."""


class NewsblogPlugin(BasePlugin[NoOptions]):
    """One section of posts. It holds one mutable thing, the build, made fresh in ``on_config``."""

    supports_multiple_instances = True

    settings: Settings
    build: Build
    serving = False

    def load_config(
        self, options: dict[str, Any] | Any, config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check all options at once."""
        super().load_config({}, config_file_path)
        settings, errors, warnings = load_settings(dict(options))
        if settings is not None:
            self.settings = settings
        return errors, warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview; defining this event also keeps the object across rebuilds."""
        del dirty
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Start a build; under ``serve`` this runs again for each rebuild."""
        try:
            site = read_site(config, self.settings, serving=self.serving)
        except ValueError as error:
            raise PluginError(f"newsblog: {error}") from None
        self._keep_apart(config)
        store = Store(project_folder(config) / self.settings.images.cache)
        self.build = Build.start(site, self.settings, config.theme.dirs, theme_features(config), store)
        self._files = SectionFiles(self.build, config)
        readers = config.plugins.events["page_read_source"]
        if self._read_source not in readers:
            # Of a second plugin that defines this event the host warns, and a strict build would end.
            readers.append(self._read_source)

    def _keep_apart(self, config: MkDocsConfig) -> None:
        """Stop where two sections would hold the same pages; the later of them says so, once."""
        sections = [plugin for plugin in config.plugins.values() if isinstance(plugin, NewsblogPlugin)]
        for other in sections[: sections.index(self)]:
            one, two = (Section.of(plugin.settings.dir, ()) for plugin in (other, self))
            if one.overlaps(two):
                folders = f"'{other.settings.dir}' and '{self.settings.dir}'"
                raise PluginError(f"newsblog: the sections {folders} overlap. Give each a folder of its own.")

    @event_priority(50)
    def _on_files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages before plugins that collect link targets look at the files."""
        if I18N not in config.plugins:
            self._files.plan(files)
        return files

    @event_priority(-110)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look again, after every plugin that adds or changes pages, and say what was found."""
        del config
        self._files.plan(files)
        self._files.finish(files)
        report.print_report(self._problems(), serving=self.serving)
        return files

    on_files = CombinedEvent(_on_files_early, _on_files_late)

    def _problems(self) -> list[Problem]:
        return self.build.report(self._files.faults)

    @event_priority(100)
    def _on_nav_early(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Stop a build that can't be right: no page is open yet, and every section has reported."""
        del config, files
        problems = self._problems()
        if not self.serving and any(found.severity is Severity.ERROR for found in problems):
            raise PluginError(report.summary_line(problems, len(self._files)))
        return nav

    @event_priority(-60)
    def _on_nav_late(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take the addresses as every plugin left them, and give posts their place in time."""
        del config
        urls = {file.src_uri: _url(file) for file in files.documentation_pages(inclusion=_any)}
        self.build.route(urls | self._files.outputs.urls())
        link_neighbours(files, self.build.around)
        adopt_parent(nav, files, self.build.index.src_uri, [*self.build.posts, *self.build.views])
        return nav

    on_nav = CombinedEvent(_on_nav_early, _on_nav_late)

    def _read_source(self, page: Page, *, config: MkDocsConfig) -> str | None:
        """Hand over a post's body, cut from its front matter as we read it."""
        del config
        uri = page.file.src_uri
        if uri in self.build.posts:
            # An empty first line ends the host's own search for metadata.
            return f"\n{self.build.entries[uri].body}"
        return self.build.fault_page(uri, self._files.faults) if self.build.section.has_post(uri) else None

    # Behind the plugin for folder defaults, which merges its own values into those it finds and takes no
    # escaped text; ours hold the same defaults already.
    @event_priority(49)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set what themes and other plugins may know of a post."""
        del files
        entry = self.build.posts[page.file.src_uri].entry if page.file.src_uri in self.build.posts else None
        if entry is not None:
            meta, doubts = theme_meta(entry, config)
            page.meta = {key: value for key, value in page.meta.items() if key not in entry.meta} | meta
            if entry.noindex or entry.status is Status.UNLISTED:
                page.meta["search"] = {"exclude": True}
            self.build.doubts += doubts
            if moment := entry.updated or entry.published:
                page.update_date = moment.day.isoformat()
        elif page.file.src_uri in self.build.views:
            # Cards want the room; an author who says what to hide has the last word.
            page.meta.setdefault("hide", ["toc"])
        return markdown

    @event_priority(50)
    def _on_page_content_early(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Add heading, hero and byline before plugins that treat pictures and links see the page."""
        del config, files
        uri = page.file.src_uri
        if uri not in self.build.posts:
            return html
        shown = self.build.show(uri, html)
        if shown.heading_id is not None:
            add_heading(page, self.build.posts[uri].entry.title, shown.heading_id)
        return shown.html

    @event_priority(-110)
    def _on_page_content_late(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Read the finished page."""
        del config, files
        uri = page.file.src_uri
        if uri not in self.build.posts:
            return html
        html = self.build.settle(uri, html)
        page.meta.setdefault("description", describe(self.build.posts[uri]))
        return html

    on_page_content = CombinedEvent(_on_page_content_early, _on_page_content_late)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill the files for programs, now that every post is finished, and learn what pages are called."""
        del config
        self._files.outputs.fill(self.build)
        date_listings(self.build, files)
        pages = {uri: page_of(files, uri) for uri in self.build.reading_on.wanted}
        self.build.reading_on.take_titles({uri: page.title for uri, page in pages.items() if page})
        return env

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Fill a listing page, and what follows a post, after search has looked at them."""
        del config, nav
        view = self.build.views.get(page.file.src_uri)
        post = self.build.posts.get(page.file.src_uri)
        if view is None and post is not None:
            if post.entry.canonical_url:
                page.canonical_url = self.build.announcer.edition.canonical_url(post)
            page.content = self.build.reading_on.fill(page.content or "", page.file.src_uri, post.url)
        if view is not None:
            if view.adopted and not has_heading(page.content or ""):
                title = self.build.presenter.view_title(view)
                add_heading(page, title, anchor(title))
            page.content = self.build.listing(page.file.src_uri, _url(page.file), page.content or "")
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Link our stylesheet on our own pages only."""
        del config
        uri = page.file.src_uri
        if uri in self.build.posts or uri in self.build.views:
            head, rest = split_head(output)
            if head:
                return head + self.build.head(uri, _url(page.file), STYLESHEET, head) + rest
        return output

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave unlisted posts out of the sitemap."""
        del config
        if template_name == SITEMAP:
            hidden = {uri for uri, post in self.build.posts.items() if post.status is Status.UNLISTED}
            context["pages"] = [file for file in context["pages"] if file.src_uri not in hidden]
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Say what only the finished pages could tell."""
        del config
        problems = self.build.report_late()
        report.print_report(problems, serving=self.serving)
        if not self.serving and any(found.severity is Severity.ERROR for found in problems):
            raise PluginError(report.summary_line(problems, len(self._files)))


def _url(file: File) -> str:
    """Return a file's URL below the site's root; the host writes ``./`` for the root itself."""
    return "" if file.url in (".", "./") else file.url


def _any(_: InclusionLevel) -> bool:
    return True
