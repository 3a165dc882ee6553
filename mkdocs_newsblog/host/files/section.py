"""One section among the host's files: its posts found and hidden or shown, its own pages added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.other_languages import output_elsewhere
from mkdocs_newsblog.build.surroundings import Surroundings
from mkdocs_newsblog.host.content.page_templates import Named
from mkdocs_newsblog.host.content.titles import Titles
from mkdocs_newsblog.host.files.added_files import AddedFiles
from mkdocs_newsblog.host.files.adjusted_files import AdjustedFiles
from mkdocs_newsblog.host.files.introductions import IntroductionPages
from mkdocs_newsblog.host.files.offer import (
    Offer,
    addresses_of,
    keep_back,
    posts_of,
    read_at,
    strays_of,
    take_offer,
    written_listings,
)
from mkdocs_newsblog.host.site.files import (
    disk_of,
    left_out,
    opener_of,
    owners_of,
    place_pictures,
    read_file,
    source_of,
    url_of,
    write_anyway,
)
from mkdocs_newsblog.host.site.links import LostLinks
from mkdocs_newsblog.host.site.listing_page import ListingPage
from mkdocs_newsblog.host.site.navigation import Lamp, page_of, settle
from mkdocs_newsblog.host.site.translation import (
    lead_everywhere,
    list_for_sitemap,
    name_of,
    read_translation,
    settle_languages,
)
from mkdocs_newsblog.images.progress import progress_bar
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.translation import I18N
from mkdocs_newsblog.read.files.decode import undecodable


class SectionFiles:
    """The files of a section in one build of the host.

    The host shows its files twice, so :meth:`plan` may run twice: it does nothing where nothing has changed,
    and takes its own pages away first where something has. Then come :meth:`finish`, :meth:`route`,
    :meth:`fill` and :meth:`close`, once each.
    """

    def __init__(self, build: Build, config: MkDocsConfig, titles: Titles) -> None:
        self.build = build
        self.config = config
        self._titles = titles
        self._added = AddedFiles(build, config)
        self.introductions = IntroductionPages(build.settings, config, serving=build.site.serving)
        self._links = LostLinks(build)
        self.faults: list[Problem] = []
        """What keeps posts, and pages that authors have written for listings, from being opened at all."""
        self.pictures: Mapping[str, str] = {}
        """Files of the cache by their paths in the site."""
        self.adjusted = AdjustedFiles()
        self._offer: Offer | None = None
        self._opener = opener_of(build)
        self._written: Page | None = None

    @property
    def posts(self) -> list[str]:
        """The source of every post, readable or not; pages that introduce listings are none."""
        uris = (file.src_uri for file, _, _ in self.adjusted.posts)
        return [uri for uri in uris if uri not in self.build.views]

    def plan_early(self, files: Files) -> None:
        """Plan before others look at the files, but not if the plugin for languages drops our pages then."""
        if I18N not in self.config.plugins:
            self.plan(files)

    def rejoin(self, files: Files) -> None:
        """Let every section know what the others leave out, before any of them plans for the last time."""
        self.adjusted.put_back(files)
        if not self.build.views:
            self.plan(files)

    def plan(self, files: Files) -> None:
        """Read the posts, plan the listings, and bring the host's files in line."""
        self.adjusted.undo()
        language = read_translation(self.config, files, self.build.section)
        others = list(self._added.others(files))
        offer = take_offer(others, self.build, language.sources, self.config, self._opener)
        if offer != self._offer or not self._added.are_there(files):
            self._added.withdraw(files)
            self._read(offer, language.languages)
            self.build.plan(
                Surroundings(
                    urls=addresses_of(files),
                    owners=owners_of(files, language.folder),
                    disk=disk_of(files, self.build.site),
                    opened=lambda uri: read_at(files, uri, self._opener),
                    translation=language,
                    closed=left_out(files, serving=self.build.site.serving),
                )
            )
            written = written_listings(files, self.build.views, self._opener)
            self.faults += [*undecodable(written), *self.introductions.read(written)]
            self.faults += strays_of(files, self.build, self._opener)
            self._offer = offer
            self.adjusted.take(posts_of(files, self.build.section), files, self.build)
            self._added.add(files)
            for post, _, _ in self.adjusted.posts:
                settle_languages(post, self.config, self._output_of)
            for uri in self.build.everywhere:
                lead_everywhere(files.get_file_from_path(uri), self.config)
        self.adjusted.apply()

    def finish(self, files: Files, *, dirty: bool) -> None:
        """Make what takes long, once the plan is the last one."""
        list_for_sitemap(self.config, files.documentation_pages())
        if dirty:
            write_anyway(files, (*self.build.entries, *self.build.views, *self.build.reading_on.wanted))
        self.pictures = self.build.develop(progress_bar)
        keep_back(files, self.build)
        # The bytes of every post are held for this comparison alone.
        self._offer, self._opener = None, opener_of(self.build)

    def lend(self) -> None:
        """Let a plugin that makes the navigation anew have other pages for listings, and name them."""
        self._added.lent.lend(self._added.pages)

    def take_back(self, config: MkDocsConfig) -> None:
        """Have the pages of listings again, by the names that they were given."""
        self._added.lent.take_back(config)

    def route(self, nav: Navigation, files: Files) -> Lamp:
        """Take the addresses of all pages, as every plugin left them, and give posts their place in time."""
        urls = {file.src_uri: url_of(file) for file in files.documentation_pages(inclusion=lambda _: True)}
        self.build.take_away(urls)
        self.build.route(urls | self._added.outputs.urls())
        self._added.lent.settle()
        lamp = settle(nav, files, self.build)
        named = {uri: post.entry.meta.get("template") for uri, post in self.build.posts.items()}
        named |= self.introductions.templates()
        self.build.titled = self._titles.of(self.build, self.config, nav, files, named)
        self._added.mark_titled(self.build.titled)
        return lamp

    def texts(self) -> dict[str, str]:
        """Return the texts of all posts as the host gets them, by ``src_uri``."""
        return {uri: source_of(self.build.entries[uri]) for uri in self.build.posts}

    def fill(self, files: Files) -> None:
        """Fill the files for programs, and put smaller copies and downloaded pictures into the site."""
        self._added.outputs.fill(self.build, files)
        place_pictures(self.pictures, self.config.site_dir)

    def close(self, docs_dir: str) -> list[Problem]:
        """Return what was found while pages were made, links to posts that are left out among it."""
        self._links.release()
        self.build.doubts += self._links.problems(docs_dir)
        return self.build.report_late()

    def text_of(self, file: File) -> str | None:
        """Return a post's body, a listing's text, or what a preview shows where a page can't be read.

        None leaves the file to the host.
        """
        if file.src_uri in self.build.posts:
            return source_of(self.build.entries[file.src_uri])
        is_ours = file.src_uri in self.build.views or self.build.section.has_post(name_of(file))
        fault = self.build.fault_page(file.src_uri, self.faults) if is_ours else None
        return self.introductions.text(file.src_uri) if fault is None else fault

    def named(self, files: Files) -> Iterator[Named]:
        """Yield our pages that may name a template."""
        yield from self.introductions.named(files)
        posts = ((page_of(files, uri), post.entry) for uri, post in self.build.posts.items())
        yield from (Named(page, entry.place("template")) for page, entry in posts if page is not None)

    def let_go(self, page: Page) -> None:
        """Forget what the listing before this page shows: it is written, and one of thousands."""
        if isinstance(self._written, ListingPage):
            self._written.content = ""
        self._written = page

    def _output_of(self, file: File, folder: str) -> str | None:
        source = read_file(file, self._opener)
        return output_elsewhere(self.build, source, folder) if isinstance(source, Source) else None

    def _read(self, offer: Offer, languages: Mapping[str, str]) -> None:
        self.faults = [found for found in (*offer.posts, *offer.beside.faults) if isinstance(found, Problem)]
        drafts = {uri for _, uri, _, inclusion in offer.site if inclusion is InclusionLevel.DRAFT}
        sources = [found for found in offer.posts if isinstance(found, Source)]
        beside = offer.beside
        self.build.scan(sources, drafts, beside.defaults, beside.people, beside.tags)
        for uri, language in languages.items():
            if (entry := self.build.entries.get(uri)) and not entry.lang:
                self.build.entries[uri] = entry._replace(lang=language)
