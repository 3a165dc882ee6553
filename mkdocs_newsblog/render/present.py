"""From planned pages and finished posts to the values that templates receive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from markupsafe import Markup

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.people import completed
from mkdocs_newsblog.collect.terms import LEVEL, Taxonomy, key_of
from mkdocs_newsblog.model.links import href_of
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Status, TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Image, Post
from mkdocs_newsblog.model.view import Period, Term, ViewPage
from mkdocs_newsblog.render.calendar import Calendar
from mkdocs_newsblog.render.context import AuthorText, DateText, PostText, TermLink
from mkdocs_newsblog.render.labels import Labels, direction
from mkdocs_newsblog.render.people import People
from mkdocs_newsblog.render.pictures import pictures_of
from mkdocs_newsblog.render.reuse import Reuse, make_anew
from mkdocs_newsblog.render.view_urls import ViewUrls
from mkdocs_newsblog.render.widths import Widths
from mkdocs_newsblog.schema.listing import AuthorOptions, TermOptions
from mkdocs_newsblog.schema.pictures import ImageOptions

SINGULAR: Mapping[str, str] = {
    TaxonomyKind.TAGS: "tag",
    TaxonomyKind.CATEGORIES: "category",
    TaxonomyKind.AUTHORS: "author",
    TaxonomyKind.SERIES: "part",
}
"""The word of the labels for one term of each taxonomy; a site's own taxonomies have their names."""


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
    site_name: str = ""
    images: ImageOptions = field(default_factory=ImageOptions)
    widths: Widths = field(default_factory=Widths)
    people: People = field(default_factory=lambda: People(AuthorOptions()))
    badges: bool = False
    """Whether posts say that they are unpublished or unlisted: in a preview only."""
    made: Reuse = make_anew
    """Returns what the last build of a preview made at a place, where it was made from the same."""
    portraits: Mapping[object, Image | None] = field(default_factory=dict)
    """What :attr:`people` are shown with."""
    _shared: object = None
    _terms: dict[str, dict[str, TermLink]] = field(default_factory=dict)
    _texts: dict[str, PostText] = field(default_factory=dict)
    calendar: Calendar = field(init=False)

    def __post_init__(self) -> None:
        self.calendar = Calendar(self.found, self.views)

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
    def _around(self) -> object:
        """All that a post's words depend on besides the post; one object in builds that have the same."""
        if self._shared is None:
            terms = {kind.name: self._known(kind) for kind in self.found.taxonomies}
            shared = (terms, self.found.people, self.portraits)
            self._shared = self.made(("shared",), shared, lambda: shared)
        return self._shared

    def _post(self, post: Post) -> PostText:
        entry = post.entry
        language = self.labels.other(entry.lang)
        people = [kind for kind in self.found.taxonomies if kind.name == TaxonomyKind.AUTHORS]
        terms = {kind.name: self._links(kind, post) for kind in self.found.taxonomies if kind not in people}
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
            authors=[author for kind in people for author in self._authors(kind, post)],
            tags=terms.pop(TaxonomyKind.TAGS, ()),
            categories=terms.pop(TaxonomyKind.CATEGORIES, ()),
            series=terms.pop(TaxonomyKind.SERIES, ()),
            terms=terms,
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

    def term(self, term: Term, *, in_list: bool = False) -> TermLink:
        """Return a term with its address and its count in words; a list shows what it is within."""
        address = self.views.href(ViewKind.TERM, term.taxonomy, term.key)
        label = term.label.rpartition(LEVEL)[2].strip() if in_list and term.depth else term.label
        link = TermLink(label, address, self.labels.number(term.count), term.depth)
        if term.taxonomy == TaxonomyKind.AUTHORS and term.key in self.found.people:
            return self.people.text(self.found.people[term.key], link)
        return link

    def _links(self, kind: Taxonomy, post: Post) -> Sequence[TermLink]:
        """Return the terms of a post in its author's order, each once, without the hidden ones."""
        known = self._known(kind)
        labels = {key_of(label): label for label in kind.visible(post.entry)}
        return [known.get(key) or TermLink(label, None) for key, label in labels.items()]

    def _known(self, kind: Taxonomy) -> Mapping[str, TermLink]:
        """Return every term of a taxonomy by its key."""
        if kind.name not in self._terms:
            self._terms[kind.name] = {term.key: self.term(term) for term in self.found.terms[kind.name]}
        return self._terms[kind.name]

    def _authors(self, kind: Taxonomy, post: Post) -> Iterator[AuthorText]:
        """Yield the authors of a post as the post itself has them, completed by what others say."""
        done, known = set(kind.hidden), self._known(kind)
        for label, author in zip(kind.labels(post.entry), post.entry.authors, strict=True):
            if (key := key_of(label)) not in done:
                done.add(key)
                whole = completed(author, self.found.people.get(key, author))
                yield self.people.text(whole, known.get(key) or TermLink(label, None))

    def singular(self, taxonomy: str) -> str:
        """Return what one term of a taxonomy is called."""
        own = self._options(taxonomy).singular
        return own or (self.labels.word(SINGULAR[taxonomy]) if taxonomy in SINGULAR else _name(taxonomy))

    def plural(self, taxonomy: str) -> str:
        """Return what a taxonomy is called."""
        own = self._options(taxonomy).title
        return own or (self.labels.word(taxonomy) if taxonomy in SINGULAR else _name(taxonomy))

    def _options(self, taxonomy: str) -> TermOptions:
        return next(kind.options for kind in self.found.taxonomies if kind.name == taxonomy)

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
        return self.plural(view.taxonomy) if view.taxonomy else self.labels.word(view.kind.value)

    def period_title(self, period: Period) -> str:
        """Return a year, month or day in words."""
        words = (self.labels.year, self.labels.month, self.labels.date)
        return words[len(period.parts) - 1](period.first_day)

    def page_title(self, view: ViewPage) -> str:
        """Return the title of a listing page, as for ``<title>``, where the site's name follows by itself."""
        parts = [self.view_title(view)]
        if view.term and view.taxonomy:
            parts = [self.labels.word("named", kind=self.singular(view.taxonomy), title=parts[0])]
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


def _name(taxonomy: str) -> str:
    return taxonomy.replace("_", " ").replace("-", " ").capitalize()


def _same_day(one: Moment, other: Moment | None) -> bool:
    return other is not None and one.day == other.day
