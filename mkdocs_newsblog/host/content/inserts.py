"""Lists in pages and templates of the site: which of several plugins fills them, and where our styles go."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.build.inserts import Inserts, Where
from mkdocs_newsblog.build.template_lists import TemplateLists
from mkdocs_newsblog.host.content.head import before_styles, split_head
from mkdocs_newsblog.host.site.files import url_of
from mkdocs_newsblog.metadata.tags import STYLESHEET, print_tags, stylesheet
from mkdocs_newsblog.model.links import root_href

NAME = "newsblog"
"""What the templates of a theme call us."""
PROBLEMS = '<div class="newsblog-problems"'
"""What a preview shows in place of a page that can't be read."""


class PageInserts:
    """The lists of a whole site in one build of the host, shared by the plugins of all its sections.

    The host calls each of these plugins for each page, and a list may ask several sections. So only the first
    of them acts; calls of the others do nothing.
    """

    def __init__(self) -> None:
        self._inserts = Inserts()
        self._roots: dict[str, str] = {}
        """The way to the site's root from each page or template that shows a list.

        From every page where the theme's script puts one into another: a stylesheet that only the second has
        would come when its page is there already, and behind those of the site.
        """

    def leads(self, build: Build) -> bool:
        """Whether a section is the first of the site, which does what is done once for all of them."""
        return build is self._inserts.lead

    def join(self, build: Build) -> None:
        """Take one more section."""
        self._inserts.builds.append(build)

    def fill(self, build: Build, page: Page, context: TemplateContext) -> None:
        """Fill the lists of a page, and let its template ask for more."""
        if build is not self._inserts.lead:
            return
        uri, url = page.file.src_uri, url_of(page.file)
        root, shows = root_href(url), build.theme_swaps_pages
        if page.content:
            page.content, filled = self._inserts.fill(
                page.content, Where(url, uri), lambda: page.file.content_string
            )
            shows = shows or filled or (build.site.serving and PROBLEMS in page.content)
        if shows:
            self._roots[uri] = root
        self._offer(context, uri, root, uri)

    def filled(self, html: str, page: Page) -> str:
        """Return HTML with the lists that it would have on a page; nothing is said of what is wrong."""
        lead = self._inserts.lead
        doubts = len(lead.doubts)
        made = self._inserts.fill(html, Where(url_of(page.file), page.file.src_uri), str).html
        del lead.doubts[doubts:]
        return made

    def offer(self, build: Build, name: str, context: TemplateContext) -> None:
        """Let a template that is no page's, such as that of ``404.html``, ask for lists."""
        if build is self._inserts.lead:
            root = f"{context['base_url'].rstrip('/')}/"
            if build.theme_swaps_pages and name.endswith(".html"):
                self._roots[name] = root
            self._offer(context, name, root, None)

    def _offer(self, context: TemplateContext, name: str, root: str, src_uri: str | None) -> None:
        lists = TemplateLists(self._inserts, root, src_uri, lambda: self._roots.update({name: root}))
        cast("dict[str, Any]", context)[NAME] = lists

    def link_styles(self, build: Build, name: str, output: str, own: Iterable[object]) -> str:
        """Return a finished page or template with our styles, where it needs them and is not ours.

        ``own`` are the site's own stylesheets, which stand behind ours.
        """
        if build is not self._inserts.lead or name not in self._roots:
            return output
        if any(name in section.posts or name in section.views for section in self._inserts.builds):
            return output
        head, rest = split_head(output)
        if not head:
            return output
        top, styles = before_styles(head, own, self._roots[name])
        return top + print_tags([stylesheet(self._roots[name] + STYLESHEET)]) + styles + rest
