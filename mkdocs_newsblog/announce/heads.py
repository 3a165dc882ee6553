"""Facts about posts and listings, for the tags in their heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from mkdocs_newsblog.announce.descriptions import (
    about_author,
    plain,
    post_description,
    view_description,
    written_description,
)
from mkdocs_newsblog.announce.edition import Edition
from mkdocs_newsblog.announce.feeds import FeedPlan, alternates
from mkdocs_newsblog.collect.publish import changed_at
from mkdocs_newsblog.feeds.dates import rfc3339
from mkdocs_newsblog.metadata import head_tags
from mkdocs_newsblog.metadata.facts import Creator, Illustration, PageFacts, Profile, Publisher, Step
from mkdocs_newsblog.metadata.tags import Tag, meta, pager_links
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Author, Image, Post
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.options.announcing import ARTICLES, MetadataOptions

TYPES = {name.lower(): name for name in ARTICLES}


def post_facts(post: Post, edition: Edition, options: MetadataOptions) -> PageFacts:
    """Return what a post's head can say."""
    entry = post.entry
    older, newer = edition.around.get(entry.src_uri, (None, None))
    return PageFacts(
        kind="article",
        title=entry.title,
        site_name=edition.site.name,
        language=entry.lang or edition.presenter.labels.tag,
        publisher=_publisher(edition, options),
        url=edition.canonical_url(post),
        description=written_description(entry) or post_description(post),
        image=_illustration(post.image, edition),
        stand_in=_stand_in(post.image, edition),
        published=_instant(entry.published),
        modified=_instant(changed_at(entry, edition.site.now)) if entry.updated else None,
        creators=tuple(_creator(author, edition, options) for author in entry.authors),
        sections=edition.labels(post, TaxonomyKind.CATEGORIES),
        tags=edition.labels(post, TaxonomyKind.TAGS),
        series=tuple(_series(post, edition)),
        words=post.words,
        article_type=TYPES.get((entry.seo_type or "").lower(), options.article_type),
        blog=Step(edition.presenter.title, edition.home_url),
        trail=(*_way(edition), edition.step(entry.src_uri)),
        noindex=entry.noindex or edition.is_closed(post),
        previous=_post_href(older, edition),
        next=_post_href(newer, edition),
    )


def view_facts(view: ViewPage, edition: Edition, options: MetadataOptions) -> PageFacts:
    """Return what a listing's head can say."""
    here = edition.presenter
    kind, taxonomy, subject, number = view.name
    url = edition.absolute(here.views.url(view.name))
    # A further page of the section's own has the section's name, and that is a step already.
    here_title = here.page_word(view.mark(number)) if view.kind is ViewKind.INDEX else here.view_title(view)
    steps = () if view.kind is ViewKind.INDEX and number == 1 else (Step(here_title, url),)
    return PageFacts(
        kind="listing",
        title=_title(view, edition),
        site_name=edition.site.name,
        language=here.labels.tag,
        publisher=_publisher(edition, options),
        url=url,
        description=view_description(view, edition),
        image=_illustration(_cover(view, edition), edition),
        stand_in=_stand_in(_cover(view, edition), edition),
        blog=Step(here.title, edition.home_url),
        trail=(*_way(edition), *steps),
        items=tuple([edition.step(uri) for uri in view.posts if edition.is_published(uri)]),
        profile=_profile(view, edition, options),
        noindex=is_hidden(view, edition, options) or edition.is_closed(view),
        previous=here.views.href(kind, taxonomy, subject, number - 1),
        next=here.views.href(kind, taxonomy, subject, number + 1),
    )


def _title(view: ViewPage, edition: Edition) -> str:
    """Return what a listing is called: as its author's page says, which is the title of that page alone."""
    own = edition.introduced.get(view.name)
    is_said = own is not None and own.entry.title_from != "file"
    return own.entry.title if own and is_said else edition.presenter.page_title(view)


def _cover(view: ViewPage, edition: Edition) -> Image | None:
    """Return the picture of a listing: its own, or the portrait of the author whose posts it holds."""
    if own := next((each.image for each in edition.written_for(view) if each.image), None):
        return own
    author = edition.author_of(view)
    return (author and edition.presenter.people.portrait(author)) or edition.picture


def _profile(view: ViewPage, edition: Edition, options: MetadataOptions) -> Profile | None:
    """Return who a page is about: the first page of an author is."""
    author = edition.author_of(view) if view.number == 1 else None
    if author is None:
        return None
    creator = _creator(author, edition, options)
    picture = edition.presenter.people.portrait(author)
    elsewhere = [creator.same_as, *[url for _, url in author.links]]
    return Profile(
        creator=creator,
        position=plain(author.title),
        description=about_author(view, edition),
        portrait=edition.absolute(picture.url) if picture else None,
        same_as=tuple(dict.fromkeys([url for url in elsewhere if url and url.startswith("http")])),
    )


def is_hidden(view: ViewPage, edition: Edition, options: MetadataOptions) -> bool:
    """Whether search engines are asked not to show a listing, by the options or by its author's page."""
    if any(each.entry.noindex for each in edition.written_for(view)):
        return True
    dated = view.kind in (ViewKind.ARCHIVE, ViewKind.YEAR, ViewKind.MONTH, ViewKind.DAY)
    name = "archive" if dated else view.taxonomy or ""
    return name in options.noindex or ("pages" in options.noindex and view.number > 1)


def _way(edition: Edition) -> tuple[Step, ...]:
    """Return the steps to the section: the site's front page, and the section's own."""
    home, top = Step(edition.presenter.title, edition.home_url), edition.top_url
    return (home,) if edition.home_url == top else (Step(edition.site.name, top), home)


def _instant(moment: Moment | None) -> str | None:
    """Return date and time with zone, which search engines want also of a bare day."""
    return rfc3339(moment.at) if moment else None


def _post_href(uri: str | None, edition: Edition) -> str | None:
    return edition.presenter.post(uri).href if uri and uri in edition.posts else None


def _publisher(edition: Edition, options: MetadataOptions) -> Publisher:
    name = options.publisher or edition.site.name
    return Publisher(name, options.publisher_url or edition.site.url, options.logo)


def _creator(author: Author, edition: Edition, options: MetadataOptions) -> Creator:
    own, elsewhere = edition.author_url(author.name), edition.absolute(author.url)
    names = {options.publisher or edition.site.name, *options.organizations}
    elsewhere = elsewhere if elsewhere and elsewhere.startswith("http") else None
    return Creator(author.name, own or elsewhere, elsewhere if own else None, author.name in names)


def _series(post: Post, edition: Edition) -> Iterator[Step]:
    for link in edition.presenter.post(post.entry.src_uri).series:
        yield Step(link.label, edition.term_url(TaxonomyKind.SERIES, link.label))


def _illustration(image: Image | None, edition: Edition) -> Illustration | None:
    url = edition.absolute(image.url) if image else None
    if image is None or url is None:
        return None
    return Illustration(url, image.alt, plain(image.caption), image.width, image.height, image.media_type)


def _stand_in(image: Image | None, edition: Edition) -> Illustration | None:
    """Return the section's picture where cards can show that, and not the page's own."""
    own, common = _illustration(image, edition), _illustration(edition.picture, edition)
    return common if own and common and common.fits_cards and not own.fits_cards else None


class HeadContent(NamedTuple):
    """What the head of a page should say: links to feeds, and facts for the metadata."""

    links: list[Tag]
    facts: PageFacts | None

    def tags(self, options: MetadataOptions | None) -> list[Tag]:
        """Return all of it as tags; without options a listing still leads to its other pages."""
        if self.facts is None:
            return self.links
        if options:
            return self.links + head_tags(self.facts, options)
        return self.links + [tag for tag in pager_links(self.facts.previous, self.facts.next) if tag]


def page_says(page: Post | ViewPage, edition: Edition, feeds: Iterable[FeedPlan]) -> HeadContent:
    """Return what the head of a post or a listing should say."""
    links = alternates(feeds, page if isinstance(page, ViewPage) else None, edition)
    options = edition.settings.metadata
    if options is None and edition.is_closed(page) and (robots := meta("robots", "noindex, follow")):
        links.append(robots)
    if isinstance(page, Post):
        return HeadContent(links, post_facts(page, edition, options) if options else None)
    return HeadContent(links, view_facts(page, edition, options or MetadataOptions()))
