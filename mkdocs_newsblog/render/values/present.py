"""From planned pages and finished posts to the values that templates receive."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypedDict, TypeVar

from markupsafe import Markup

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.links import href_of
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Status, TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Image, Post
from mkdocs_newsblog.model.view import Period, ViewPage
from mkdocs_newsblog.render.templating.widths import Widths
from mkdocs_newsblog.render.text.labels import Labels, direction
from mkdocs_newsblog.render.values.calendar import Calendar
from mkdocs_newsblog.render.values.context import DateText, PostText
from mkdocs_newsblog.render.values.people import People
from mkdocs_newsblog.render.values.pictures import pictures_of
from mkdocs_newsblog.render.values.terms import TermTexts
from mkdocs_newsblog.render.values.view_urls import ViewUrls
from mkdocs_newsblog.schema.options.pictures import ImageOptions

Value = TypeVar("Value")


class Reuse(Protocol):
    """Returns what the last build of a preview has made at a place from the same; else makes it.

    That is what ``build.memory`` does.
    """

    def __call__(self, place: Hashable, given: object, make: Callable[[], Value], /) -> Value:
        """``given`` holds all that ``make`` depends on."""


class _SummaryText(TypedDict):
    summary: Markup
    has_more: bool


@dataclass(slots=True, eq=False, repr=False)
class Presenter:
    """Makes the values that templates receive. One for each build, often called ``here``."""

    labels: Labels
    found: Catalogue
    posts: Mapping[str, Post]
    views: ViewUrls
    title: str
    """Title of the section."""
    site_name: str
    images: ImageOptions
    widths: Widths
    people: People
    badges: bool
    """Whether posts say that they are unpublished or unlisted: in a preview only."""
    made: Reuse
    """Returns what the last build of a preview made at a place, where it was made from the same."""
    portraits: Mapping[object, Image | None]
    """What :attr:`people` are shown with."""
    _shared: object = None
    _ground: object = None
    _texts: dict[str, PostText] = field(default_factory=dict)
    calendar: Calendar = field(init=False)
    terms: TermTexts = field(init=False)

    def __post_init__(self) -> None:
        self.calendar = Calendar(self.found, self.views)
        self.terms = TermTexts(self.found, self.views, self.labels, self.people)

    def post(self, uri: str) -> PostText:
        """Return a post as cards show it; computed once."""
        if uri not in self._texts:
            post = self.posts[uri]
            self._texts[uri] = self.made(("text", uri), (post, self._around), lambda: self._post(post))
        return self._texts[uri]

    def forget(self, uri: str) -> None:
        """Put a post into words anew when it is next asked for: more is known of it now."""
        self._texts.pop(uri, None)

    def settle(self, uri: str) -> None:
        """Take a post's summary, the last thing that becomes known of it."""
        if uri in self._texts:
            text, summary = self._texts[uri], _summary(self.posts[uri])
            given = (text, *summary.values())
            self._texts[uri] = self.made(("settled", uri), given, lambda: text._replace(**summary))

    @property
    def ground(self) -> object:
        """All that a listing is made from besides itself and its posts; one object while it is the same."""
        if self._ground is None:
            found = self.found._replace(entries=(), taxonomies=(), problems=())
            given = (found, self.found.order, self.views, self.portraits, self.title)
            self._ground = self.made(("ground of listings",), given, lambda: given)
        return self._ground

    @property
    def _around(self) -> object:
        """All that a post's words depend on besides the post; one object in builds that have the same."""
        if self._shared is None:
            terms = {kind.name: self.terms.known(kind) for kind in self.found.taxonomies}
            shared = (terms, self.found.people, self.portraits)
            self._shared = self.made(("shared",), shared, lambda: shared)
        return self._shared

    def _post(self, post: Post) -> PostText:
        entry = post.entry
        language = self.labels.other(entry.lang)
        people = [kind for kind in self.found.taxonomies if kind.name == TaxonomyKind.AUTHORS]
        others = [kind for kind in self.found.taxonomies if kind not in people]
        links = {kind.name: self.terms.links(kind, post) for kind in others}
        updated = entry.updated if entry.updated and not _same_day(entry.updated, entry.published) else None
        return PostText(
            title=entry.title,
            href=href_of(post.url),
            **_summary(post),
            subtitle=entry.subtitle,
            date=self.date(entry.published),
            updated=self.date(updated),
            minutes=self.labels.count("minutes", post.minutes),
            **pictures_of(post, self.images, self.widths),
            authors=[author for kind in people for author in self.terms.authors(kind, post)],
            tags=links.pop(TaxonomyKind.TAGS, ()),
            categories=links.pop(TaxonomyKind.CATEGORIES, ()),
            series=links.pop(TaxonomyKind.SERIES, ()),
            terms=links,
            badge=self.badge(post),
            status=post.status.value,
            pinned=entry.pinned,
            lang=language,
            direction=direction(language) if language else None,
        )

    def badge(self, post: Post) -> str | None:
        """Return the word for a post that is not simply published, None outside of a preview."""
        shown = self.badges and post.status is not Status.PUBLISHED
        return self.labels.word(post.status.value) if shown else None

    def date(self, moment: Moment | None) -> DateText | None:
        """Return a date in words."""
        return DateText(moment.machine, self.labels.date(moment.day)) if moment else None

    def view_title(self, view: ViewPage) -> str:
        """Return what a listing is about, in words, without its page number."""
        if view.title:
            return view.title
        if view.term:
            return view.term.label
        if view.period:
            return self.period_title(view.period)
        if view.kind is ViewKind.INDEX:
            return self.title
        return self.terms.plural(view.taxonomy) if view.taxonomy else self.labels.word(view.kind.value)

    def period_title(self, period: Period) -> str:
        """Return a year, month or day in words."""
        words = (self.labels.year, self.labels.month, self.labels.date)
        return words[len(period.parts) - 1](period.first_day)

    def page_title(self, view: ViewPage) -> str:
        """Return the title of a listing page, as for ``<title>``, where the site's name follows by itself."""
        parts = [self.view_title(view)]
        if view.term and view.taxonomy:
            parts = [self.labels.word("named", kind=self.terms.singular(view.taxonomy), title=parts[0])]
        elif view.kind is not ViewKind.INDEX:
            parts.append(self.title)
        if view.number > 1:
            parts.append(self.page_word(view.mark(view.number)))
        return " – ".join([part for part in parts if part != self.site_name] or parts)

    def page_word(self, number: int) -> str:
        """Return "Page 2" in words."""
        return self.labels.word("page", number=self.labels.number(number))


def _summary(post: Post) -> _SummaryText:
    # Cut from the page's finished HTML.
    return {"summary": Markup(post.summary_html), "has_more": post.has_more}  # noqa: S704


def _same_day(one: Moment, other: Moment | None) -> bool:
    return other is not None and one.day == other.day
