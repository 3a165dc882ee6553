"""A page of ours on its way through the host: what we put around the text of a post, and on a listing."""

from __future__ import annotations

from html import unescape

from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.collect.slugs import anchor
from mkdocs_newsblog.host.content.head import before_styles, split_head
from mkdocs_newsblog.host.content.headings import is_guessed, mark_heading, mark_listing, settle_heading
from mkdocs_newsblog.host.content.meta import (
    call_as_shown,
    describe,
    describe_listing,
    is_secret,
    withheld,
)
from mkdocs_newsblog.host.site.contents import add_heading
from mkdocs_newsblog.host.site.files import url_of
from mkdocs_newsblog.host.site.listing_page import ListingPage
from mkdocs_newsblog.metadata.tags import STYLESHEET, print_tags, stylesheet
from mkdocs_newsblog.model.links import root_href
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.render.text.heading import has_heading, is_same, top_of


def begin_page(build: Build, page: Page, html: str) -> str:
    """Put heading, hero and byline around the text of a post."""
    uri, html = page.file.src_uri, withheld(build, page, html)
    if uri not in build.posts:
        _name_listing(build, page, html)
        return html
    call_as_shown(build, page, html)
    title = build.posts[uri].entry.title
    titled = uri in build.titled and is_same(unescape(str(page.title)), title)
    shown = build.post_pages.show(uri, html, titled=titled)
    if shown.heading_id is not None:
        add_heading(page, title, shown.heading_id, printed=not titled)
    return shown.html


def _name_listing(build: Build, page: Page, html: str) -> None:
    """Let an author's page of a listing that says no title be called as its heading, not as its file.

    Hosts take no heading for a title that has text above it. A name in the nav stays, and so does what hosts
    call the front page of a site. Where a theme prints the name above the page, our heading follows it.
    """
    view = build.views.get(page.file.src_uri) if page.file.src_uri not in build.titled else None
    is_named = "title" in vars(page) or "title" in page.meta or page.is_homepage
    if view is None or not view.adopted or is_named:
        return
    if not has_heading(html):
        page.title = escape(build.presenter.page_title(view))
    elif not page._title_from_render and (own := build.introduced.get(view.name)):
        page.title = escape(own.entry.title) if own.entry.title_from == "heading" else page.title


def settle_page(build: Build, page: Page, html: str) -> str:
    """Learn what listings need from a post's page as others left it, and return its author's part."""
    uri = page.file.src_uri
    if uri not in build.posts:
        return html
    html = build.post_pages.settle(uri, html, secret=is_secret(build, page))
    page.meta.setdefault("description", describe(build.posts[uri]))
    return html


def complete_page(build: Build, page: Page, config: MkDocsConfig) -> None:
    """Put what follows its text on the page of a post, and the posts on a listing."""
    uri, guessed = page.file.src_uri, is_guessed(build, config)
    if view := build.views.get(uri):
        _complete_listing(build, page, view, guessed=guessed)
        describe_listing(build, page, view)
    elif post := build.posts.get(uri):
        if post.entry.canonical_url:
            page.canonical_url = build.announcer.edition.canonical_url(post)
        html = page.content or ""
        page.content = build.post_pages.complete(uri, mark_heading(html) if guessed else html)


def _complete_listing(build: Build, page: Page, view: ViewPage, *, guessed: bool) -> None:
    """Put the posts on a listing; ``guessed`` says that its heading is looked for on the finished page."""
    uri = page.file.src_uri
    if isinstance(page, ListingPage):
        page.open()
    written = page.meta.get("title") if view.adopted else None
    title = _typed(written) if isinstance(written, str) and written.strip() else None
    shown = title or build.presenter.view_title(view)
    said = (unescape(str(page.title)) if view.adopted else shown) if uri in build.titled else None
    top = top_of(page.content or "", shown, said)
    if view.adopted and not has_heading(page.content or ""):
        add_heading(page, shown, anchor(shown), printed=top.heading)
    _give_room(page)
    html = build.listing(uri, url_of(page.file), top, title)
    is_left_out = said is not None and not top.heading
    page.content = mark_listing(html, left_out=is_left_out) if guessed else html


def _give_room(page: Page) -> None:
    """Hide the theme's column of contents where it would be empty, on a page that says what else to hide."""
    hidden = page.meta.get("hide")
    if not hidden or any(item.level > 1 or item.children for item in page.toc):
        return
    names = [hidden] if isinstance(hidden, str) else hidden
    if isinstance(names, list) and "toc" not in names:
        page.meta["hide"] = [*names, "toc"]


def _typed(value: str) -> str:
    """Return a text of a page's metadata as it was typed: themes get it escaped."""
    return value.unescape() if isinstance(value, Markup) else value


def finish_page(build: Build, page: Page, output: str, config: MkDocsConfig) -> str:
    """Return the finished page of a post or a listing, with its title once and with what its head lacks.

    The site's own stylesheets stand behind ours.
    """
    output = settle_heading(build, page, output) if is_guessed(build, config) else output
    head, rest = split_head(output)
    if not head:
        return rest
    url = url_of(page.file)
    top, styles = before_styles(head, config.extra_css, root_href(url))
    ours = print_tags([stylesheet(root_href(url) + STYLESHEET)])
    return top + ours + build.head(page.file.src_uri, url, head) + styles + rest
