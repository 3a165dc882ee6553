"""A page of the site as a file of Markdown at the place that gives it the same address."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page
from mkdocs.utils.meta import get_data

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.export.headings import settle_headings
from mkdocs_newsblog.export.raw_html import framed, has_orders, raw_block, same_page
from mkdocs_newsblog.host.content.inserts import PageInserts
from mkdocs_newsblog.host.content.meta import is_locked, is_secret
from mkdocs_newsblog.host.export.new_places import NewPlaces
from mkdocs_newsblog.host.export.recorder import Recorder
from mkdocs_newsblog.host.export.staged_meta import is_opened, lock_of, page_meta, post_meta, titled
from mkdocs_newsblog.host.files.introductions import as_yaml
from mkdocs_newsblog.read.directives.comments import find_directives
from mkdocs_newsblog.read.directives.directive_places import directive_places
from mkdocs_newsblog.read.files.decode import one_line_end
from mkdocs_newsblog.render.text.heading import has_heading, split_heading
from mkdocs_newsblog.schema.lists import MOST

FOOTNOTES = "///Footnotes Go Here///"
"""Where the extension for footnotes puts them, unless the site has another word for it: ``PLACE_MARKER``."""
BY_NAME = "Index"
"""What hosts call a page ``index.md`` that says no title."""


class StagedPages:
    """The pages of one build in their new places, and whether their Markdown says there what it said."""

    def __init__(self, recorder: Recorder, config: MkDocsConfig, moved: Mapping[str, str]) -> None:
        """Take what the build was, and the new place of each file that has one."""
        self._recorder = recorder
        self._config = config
        self._places = NewPlaces(recorder.files, config, moved)
        self.finished: list[str] = []
        """Pages whose Markdown would not say there what it said: theirs is finished HTML."""
        self.orders: list[str] = []
        """Pages whose scripts or styles hold what other generators may take for orders."""
        self._inserts: PageInserts = recorder.sections[0].inserts

    def post(self, build: Build, page: Page) -> str:
        """Return a post as Markdown within raw HTML, or as raw HTML alone where its Markdown would change."""
        uri = page.file.src_uri
        front = as_yaml(post_meta(page, build))
        frame, entry = self._recorder.finished[uri], build.posts[uri].entry
        marks = self._recorder.marks.get(uri)
        if marks is None or marks.text not in frame:  # another plugin has made something else of the page
            return front + self._raw(page, "" if is_secret(build, page) else frame)
        rendered = self._recorder.rendered[uri]
        heading, html, own = split_heading(entry, rendered)
        frame = frame.replace(marks.heading, heading, 1)
        if is_secret(build, page):
            return front + self._raw(page, frame.replace(marks.text, "", 1))
        whole = frame.replace(marks.text, self._inserts.filled(html, page), 1)
        body = self._places.relinked(uri, entry.body)
        text = settle_headings(body, lifted=own is None, lowered=has_heading(rendered))
        text = self._with_lists(text, html, page)
        marker = (self._config.mdx_configs.get("footnotes") or {}).get("PLACE_MARKER", FOOTNOTES)
        if 'class="footnote"' in html and marker not in text:
            text += f"\n\n{marker}\n"
        try:
            made = framed(frame, text, marks.place)
        except ValueError:  # an element in the heading that has no end
            made = ""
        if not self._says(page, made, whole):
            self.finished.append(uri)
            made = self._raw(page, whole)
        return f"{front}{made}\n"

    def listing(self, page: Page) -> str:
        """Return a listing as raw HTML; nothing of it is for search, since it repeats what posts say."""
        html = "" if is_locked(page) else self._recorder.finished[page.file.src_uri]
        return as_yaml({**page_meta(page), "search": {"exclude": True}}) + self._raw(page, html) + "\n"

    def other(self, page: Page) -> str | None:
        """Return any other page, None where its file may stay as it is."""
        uri, text = page.file.src_uri, page.file.content_string
        rendered = self._recorder.rendered.get(uri, "")
        html = self._inserts.filled(rendered, page)
        made = self._with_lists(self._places.relinked(uri, text), rendered, page)
        body = get_data(made)[0]
        if made == text and html == rendered and self._leads_on(page, body):
            return None
        there = self._places.converted(page, body)
        said = there.content or ""
        if same_page(said, html) or same_page(said, self._alone(page, text, rendered)):
            return titled(made, str(page.title)) if self._loses_title(page, there) else made
        self.finished.append(uri)
        front = as_yaml(page_meta(page) | lock_of(text))
        if is_opened(text, front):
            html = ""
        return front + self._raw(page, html) + "\n"

    def _loses_title(self, page: Page, there: Page) -> bool:
        """Whether a page had its title from the name of its file, which is another in its new place."""
        is_said = "title" in page.meta or page.file.src_uri in self._recorder.titles
        return not is_said and str(page.title) != str(there.title) == BY_NAME

    def relinked(self, file: File) -> bytes:
        """Return a file of Markdown with links to pages in their new places; as it is where it has none."""
        text = one_line_end(file.content_bytes.decode(errors="surrogateescape"))
        made = self._places.relinked(file.src_uri, text)
        return file.content_bytes if made == text else made.encode(errors="surrogateescape")

    def _raw(self, page: Page, html: str) -> str:
        """Return finished HTML, and note where something in it can't be kept from being read as an order."""
        made = raw_block(html)
        if has_orders(made):
            self.orders.append(page.file.src_uri)
        return made

    def _says(self, page: Page, text: str, html: str) -> bool:
        """Whether a text of Markdown says the same in the new place of a page."""
        return same_page(self._places.converted(page, text).content or "", html)

    def _leads_on(self, page: Page, text: str) -> bool:
        """Whether a text that stays as it is leads where it led, other plugins aside."""
        html = self._recorder.rendered.get(page.file.src_uri, "")
        return not self._places.leaving(page, html) or self._says(page, text, self._alone(page, text, html))

    def _alone(self, page: Page, text: str, rendered: str) -> str:
        """Return what a page says without other plugins, which will change its Markdown there again.

        In another place they may not find what they found. And lists that they have written would be lost,
        links by file to pages with another place lead nowhere. Then what they made counts.
        """
        html = ""
        if self._places.stays(page):
            html = self._places.converted(page, get_data(text)[0], there=False).content or ""
        lists, others = ([each.text for each in find_directives(made)] for made in (html, rendered))
        is_whole = lists == others and not self._adds_links(page, html, rendered)
        return self._inserts.filled(html if is_whole else rendered, page)

    def _adds_links(self, page: Page, html: str, rendered: str) -> bool:
        """Whether other plugins lead to a page with another place, by its file and not by its address."""
        text = page.markdown or ""
        more = self._places.leaving(page, rendered) - self._places.leaving(page, html)
        return bool(more) and self._places.relinked(page.file.src_uri, text) != text

    def _with_lists(self, text: str, html: str, page: Page) -> str:
        """Return Markdown with raw HTML in the place of each list: on lines of its own, or it is none."""
        spots = find_directives(html)
        places = directive_places(text, [spot.text for spot in spots])
        blocks: list[tuple[int, int, str]] = []
        for spot, place in zip(spots[:MOST], places, strict=False):
            if place is not None and spot.sound:
                above = f"<h{spot.level}></h{spot.level}>" if spot.level else ""
                filled = self._inserts.filled(above + html[spot.start : spot.end], page)
                blocks.append((*_comment(text, place.at), raw_block(filled.removeprefix(above))))
        made, done = "", 0
        for start, end, block in sorted(blocks):
            made += f"{text[done:start]}\n{block}\n"
            done = end
        return made + text[done:]


def _comment(text: str, at: int) -> tuple[int, int]:
    """Return where the comment around a position begins and ends."""
    return text.rfind("<!--", 0, at), text.find("-->", at) + len("-->")
