"""Which feeds there are, and what stands in them."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.collect.publish import changed_at
from mkdocs_newsblog.feeds import FEEDS
from mkdocs_newsblog.feeds.document import FeedAuthor, FeedDocument, FeedImage, FeedItem
from mkdocs_newsblog.feeds.sanitise import sanitise
from mkdocs_newsblog.metadata.tags import Tag, feed_link
from mkdocs_newsblog.model.links import ROOT, href_of, relative_href
from mkdocs_newsblog.model.names import FeedFormat, TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Author, Image, Post
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.options.announcing import FeedOptions
from mkdocs_newsblog.schema.settings import Settings

_CSS = {"text/css": "assets/newsblog/feed.css"}
_STYLESHEETS: Mapping[str, Mapping[str, str]] = {
    "xsl": {"text/xsl": "assets/newsblog/feed.xsl", **_CSS},
    "css": _CSS,
    "none": {},
}
"""Types and paths of what shows a feed to people, by option; a browser takes the first that it can."""

_MAIL = re.compile(r"(?<![^@\s])[^@\s]+@[^@\s]+")


class FeedPlan(NamedTuple):
    """One feed: the listing it follows, and its posts, newest first."""

    path: str
    format: FeedFormat
    view: ViewPage
    posts: tuple[str, ...]


def plan_feeds(
    views: Iterable[ViewPage], settings: Settings, order: Sequence[str], is_dated: Callable[[str], bool]
) -> Iterator[FeedPlan]:
    """Yield the feeds of the section and of its terms; ``is_dated`` says which posts may stand in one."""
    options = settings.feeds
    if options is None:
        return
    for view in views:
        if view.number == 1 and _has_feed(view, settings, options):
            posts = order if view.term is None else view.term.posts
            chosen = tuple(uri for uri in posts if is_dated(uri))[: options.length]
            for kind in dict.fromkeys(options.formats):
                path = options.path(kind, view.first, of_term=view.term is not None)
                yield FeedPlan(path, kind, view, chosen)


def _has_feed(view: ViewPage, settings: Settings, options: FeedOptions) -> bool:
    if view.kind is ViewKind.INDEX:
        return settings.index.feed
    if view.kind is not ViewKind.TERM or view.taxonomy is None:
        return False
    own = settings.terms(view.taxonomy)
    return view.taxonomy in options.per if own is None or own.feed is None else own.feed


def stylesheets_of(plans: Iterable[FeedPlan], options: FeedOptions) -> Mapping[str, str]:
    """Return the types and paths of the files that the feeds name to be shown with."""
    return _STYLESHEETS[options.stylesheet] if any(FEEDS[plan.format].is_xml for plan in plans) else {}


def make_feed(plan: FeedPlan, edition: Edition) -> bytes:
    """Return the feed as the bytes of its format."""
    document, write = _document(plan, edition), FEEDS[plan.format].write
    return edition.presenter.made(("feed", plan.path), document, lambda: write(document))


def feed_title(view: ViewPage, edition: Edition) -> str:
    """Return what a feed is called, in a reader and in the links to it."""
    own = edition.settings.feeds.title if edition.settings.feeds else None
    section = own or edition.title
    if view.term is None:
        return section
    title = edition.presenter.page_title(view)
    if view.taxonomy == TaxonomyKind.AUTHORS:
        title = _MAIL.sub(lambda found: _known_as(found[0]), title)
    return f"{title} – {section}"


def _document(plan: FeedPlan, edition: Edition) -> FeedDocument:
    options = edition.settings.feeds or FeedOptions()
    url = edition.files[plan.path]
    title = feed_title(plan.view, edition)
    description = options.description or edition.site.description or title
    own = edition.absolute(edition.presenter.views.url(plan.view.name))
    owner = edition.settings.metadata.publisher if edition.settings.metadata else None
    shown = stylesheets_of([plan], options)
    stylesheets = tuple((kind, relative_href(path, url)) for kind, path in shown.items())
    return FeedDocument(
        url=_sure(edition.absolute(url)),
        home_url=_sure(own or edition.home_url or edition.top_url),
        title=title,
        description=description if plan.view.term is None else title,
        language=edition.presenter.labels.tag,
        items=tuple(_items(plan, edition)),
        author=edition.site.author or owner or edition.site.name or title,
        rights=_rights(edition.site.copyright),
        icon=edition.absolute(options.icon),
        hub=options.hub,
        stylesheets=stylesheets,
    )


def _rights(copyright_: str | None) -> str | None:
    """Return whose rights they are as plain text, None for elements: themes print the option as HTML."""
    return None if not copyright_ or "<" in copyright_ else html.unescape(copyright_)


def _items(plan: FeedPlan, edition: Edition) -> Iterator[FeedItem]:
    for uri in plan.posts:
        if uri in edition.posts:
            if uri not in edition.items:
                edition.items[uri] = _item(edition.posts[uri], edition)
            yield edition.items[uri]


def _item(post: Post, edition: Edition) -> FeedItem:
    entry = post.entry
    if entry.published is None:
        raise ValueError(f"{entry.src_uri} has no date")
    url = _sure(edition.post_url(post))
    body = edition.bodies.get(entry.src_uri)
    changed, external = changed_at(entry, edition.site.now), edition.absolute(entry.external_url)
    summary = post.summary_html.replace(ROOT, edition.site.url or "")
    return FeedItem(
        id=edition.identity(post),
        url=url,
        title=entry.title,
        published=entry.published,
        updated=changed if entry.updated else None,
        summary_html=sanitise(summary, url) if summary else "",
        summary_text=post.summary_text,
        content_html=None if body is None else sanitise(body, url),
        external_url=external if external and external.startswith("http") else None,
        authors=tuple(_author(author, edition) for author in entry.authors),
        labels=edition.labels(post, TaxonomyKind.CATEGORIES, TaxonomyKind.TAGS),
        image=feed_image(post.image, edition),
        language=entry.lang,
    )


def _author(author: Author, edition: Edition) -> FeedAuthor:
    name = _known_as(author.name) if _MAIL.fullmatch(author.name) else author.name
    url = edition.absolute(author.url) or edition.author_url(author.name)
    image = edition.presenter.people.portrait(author)
    return FeedAuthor(name, url, edition.absolute(image.url) if image else None)


def _known_as(mail: str) -> str:
    """Return what one is called who is known by an address for mail alone: the part before the ``@``."""
    return mail.partition("@")[0]


def feed_image(image: Image | None, edition: Edition) -> FeedImage | None:
    """Return a post's picture with its absolute address, its type, and its size where it is a local file."""
    url = edition.absolute(image.url) if image else None
    if image is None or url is None:
        return None
    return FeedImage(url, image.alt, image.media_type, image.width, image.height, image.length)


def alternates(plans: Iterable[FeedPlan], view: ViewPage | None, edition: Edition) -> list[Tag]:
    """Return links to the feeds that a page names: its own first, then the section's."""
    if not edition.links:
        for plan in plans:
            if plan.path in edition.files:
                href = href_of(edition.files[plan.path])
                tag = feed_link(FEEDS[plan.format].media_type, _link_title(plan, edition), href)
                edition.links.setdefault(plan.view.name, []).append(tag)
    own = edition.links.get((*view.name[:3], 1), []) if view is not None and view.term else []
    return [*own, *edition.links.get((ViewKind.INDEX, None, None, 1), [])]


def _link_title(plan: FeedPlan, edition: Edition) -> str:
    return f"{feed_title(plan.view, edition)} ({FEEDS[plan.format].name})"


def _sure(url: str | None) -> str:
    if url is None:
        raise RuntimeError("feeds are only made for sites with an address")
    return url
