"""The plugin: each event hands the host's objects to the build as values, and takes HTML back."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host import report
from mkdocs_newsblog.host.content.inserts import PageInserts
from mkdocs_newsblog.host.content.meta import mark_post
from mkdocs_newsblog.host.content.page_content import begin_page, complete_page, finish_page, settle_page
from mkdocs_newsblog.host.content.page_templates import choose_templates
from mkdocs_newsblog.host.conversion.conversions import start_conversions
from mkdocs_newsblog.host.files.section import SectionFiles
from mkdocs_newsblog.host.files.sitemap import date_listings, hide_pages
from mkdocs_newsblog.host.reuse.shared_parts import share_parts
from mkdocs_newsblog.host.session import Carried, Session
from mkdocs_newsblog.host.site.config import NoOptions, load_settings
from mkdocs_newsblog.host.site.links import release_all
from mkdocs_newsblog.host.site.navigation import titles_of
from mkdocs_newsblog.host.site.translation import is_inner
from mkdocs_newsblog.host.start import Command, add_reader, start_section
from mkdocs_newsblog.schema.settings import Settings

if TYPE_CHECKING:  # a server, which no build needs, and which the host imports for a preview
    from mkdocs.livereload import LiveReloadServer


class NewsblogPlugin(BasePlugin[NoOptions]):
    """One section of posts: its build, made fresh in ``on_config``, and what a preview takes over."""

    supports_multiple_instances = True
    settings: Settings
    build: Build
    inserts: PageInserts
    section: SectionFiles
    session = Session()
    """Shared by all sections. Each run of the host puts a new one in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.carried = Carried()

    def load_config(
        self, options: dict[str, Any] | Any, config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check all options at once."""
        super().load_config({}, config_file_path)
        settings, errors, warnings = load_settings(dict(options), config_file_path)
        if settings is not None:
            self.settings = settings
        return errors, warnings

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Learn whether this is a preview, for sections that are added later, too; this keeps the object."""
        gc.freeze()  # what is imported by now stays; the collector goes through the pages often enough
        NewsblogPlugin.session = Session(Command(serving=command == "serve", dirty=dirty))
        self.carried = Carried()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> None:
        """Follow changes of the site's own versions of our templates, once for all sections."""
        del builder
        self.session.watching.begin(server, config)

    @event_priority(-110)
    def on_config(self, config: MkDocsConfig) -> None:
        """Start a build, after others changed the site's address; under ``serve`` for each rebuild."""
        self.session.begin_build()
        carried, serving = self.carried, self.session.serving
        carried.begin_build(config, self.settings.cache, serving=serving)
        sections = self._all(config)
        if sections[0] is self and not is_inner(config):
            self.session.count_build()
        before = [other.build for other in sections[: sections.index(self)]]
        self.build = start_section(config, self.settings, before, carried.memory, serving=serving)
        carried.folder = self.build.folder.follow(carried.folder)
        self.section = SectionFiles(self.build, config, self.session.titles)
        self.inserts = PageInserts() if sections[0] is self else sections[0].inserts
        self.inserts.join(self.build)
        carried.conversions = start_conversions(config, self.settings, carried.conversions, serving=serving)
        self.session.watching.follow(config)
        add_reader(config, self._read_source)

    @staticmethod
    def _all(config: MkDocsConfig) -> list[NewsblogPlugin]:
        return [plugin for plugin in config.plugins.values() if isinstance(plugin, NewsblogPlugin)]

    @event_priority(50)
    def _on_files_early(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages before plugins that collect link targets look at the files, which see no drafts."""
        self.section.plan_early(files)
        if self is (sections := self._all(config))[-1]:  # each has seen the posts of the others by now
            for each in sections:
                each.section.adjusted.hold_back(files, each.build, config)
        return files

    @event_priority(-110)
    def _on_files_late(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Look again, after every plugin that adds or changes pages, and say what was found."""
        for each in self._all(config):
            each.section.rejoin(files)
        self.section.plan(files)
        self.section.finish(files, dirty=self.session.dirty)
        problems = report.problems_of(self.section, [each.section for each in self._all(config)])
        report.print_report(problems, serving=self.session.serving)
        return files

    on_files = CombinedEvent(_on_files_early, _on_files_late)

    @event_priority(101)
    def _on_nav_early(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Stop a build that can't be right: no page is open yet, and every section has reported."""
        del files
        if self.inserts.leads(self.build):
            sections = [each.section for each in self._all(config)]
            report.stop_at_errors_of(sections, serving=self.session.serving)
        self.section.lend()
        return nav

    @event_priority(99)
    def _on_nav_again(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Have the pages of listings back, right after plugins that make the navigation anew, at 100."""
        del files
        self.section.take_back(config)
        return nav

    @event_priority(-60)
    def _on_nav_late(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Take the addresses as every plugin left them, and give posts their place in time."""
        self._nav = nav
        self._lamp = self.section.route(nav, files)
        self.carried.conversions.keep(config, files, self.section.texts(), self.build.views)
        return nav

    on_nav = CombinedEvent(_on_nav_early, _on_nav_again, _on_nav_late)

    def _read_source(self, page: Page, *, config: MkDocsConfig) -> str | None:
        """Hand over a post's body, and a listing's own page, cut from front matter as we read it."""
        del config
        return self.section.text_of(page.file)

    # Behind the plugin for folder defaults, which merges its own values into those it finds and takes no
    # escaped text; ours hold the same defaults already.
    @event_priority(49)
    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Set what themes and other plugins may know of a post."""
        del files
        if post := self.build.posts.get(page.file.src_uri):
            self.build.doubts += mark_post(page, post, self.build, config)
            return post.entry.body if markdown == post.entry.body else markdown  # one text, held once
        if page.file.src_uri in self.build.views:
            self.build.doubts += self.section.introductions.settle(page)
        return markdown

    @event_priority(50)
    def _on_page_content_early(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Add heading, hero and byline before plugins that treat pictures and links see the page."""
        del config, files
        return begin_page(self.build, page, html)

    @event_priority(-110)
    def _on_page_content_late(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Read the finished page."""
        del config, files
        return settle_page(self.build, page, html)

    on_page_content = CombinedEvent(_on_page_content_early, _on_page_content_late)

    @event_priority(-100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Fill the files for programs, now that every post is finished, and learn what pages are called.

        A build that has met a broken template stops here: no page is written yet.
        """
        report.conclude(self.build.report_templates(), self.section.posts, serving=self.session.serving)
        self.section.fill(files)
        date_listings(self.build, files)
        self.build.reading_on.take_titles(titles_of(files, self.build.reading_on.wanted))
        if self.inserts.leads(self.build):
            serving = self.session.serving
            self.carried.rendered.begin(config, self._nav, files, self.settings.cache, serving=serving)
        share_parts(env, config, self._nav, {*self.build.posts, *self.build.views}, self.carried.rendered)
        choose_templates(env, config, self.section.named(files), self.build.doubts)
        return env

    @event_priority(-100)
    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Fill listings, what follows a post, and lists in any page, after search has looked at them."""
        del nav
        self.inserts.fill(self.build, page, context)
        self._lamp.turn(page, on=True)
        complete_page(self.build, page, config)
        return context

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Link our stylesheet on our own pages, and on others that need it."""
        self._lamp.turn(page, on=False)
        if (uri := page.file.src_uri) in self.build.posts or uri in self.build.views:
            self.section.let_go(page)
            return finish_page(self.build, page, output, config)
        return self.inserts.link_styles(self.build, uri, output, config.extra_css)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Leave hidden pages out of the sitemap, and let other templates ask for lists."""
        del config
        self.inserts.offer(self.build, template_name, context)
        hide_pages(self.build, template_name, context)
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Link our stylesheet where a template needs it."""
        return self.inserts.link_styles(self.build, template_name, output_content, config.extra_css)

    def on_build_error(self, *, error: Exception) -> None:
        """Keep what was converted before a build failed."""
        del error
        release_all()
        self.carried.memory.forget()  # what was wrong with templates was perhaps not said
        self.carried.close()

    def on_shutdown(self) -> None:
        """Write down what a preview has converted; what this process builds next may be no preview."""
        NewsblogPlugin.session = Session()
        self.carried.conversions.close(last=True)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Say what only the finished pages could tell."""
        self.carried.close()
        report.conclude(self.section.close(config.docs_dir), self.section.posts, serving=self.session.serving)
        if not self.session.serving:
            report.print_unpublished(self.build)
        # Python would go through all that is still held: when the program ends, and in a preview often.
        del self.build, self.inserts, self.section, self._nav, self._lamp
