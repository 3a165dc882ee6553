"""A post's place in each of its series, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.collect.terms import Taxonomy
from mkdocs_newsblog.model.links import href_of
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.render.values.context import Neighbour
from mkdocs_newsblog.render.values.context_links import PartText, SeriesText
from mkdocs_newsblog.render.values.present import Presenter
from mkdocs_newsblog.schema.options.listing import SeriesOptions

FOLDED = 10
"""Parts of a series up to which a box shows them at once."""

SHOWN = 60
"""Parts that a box names at most, those around its post; so a series of thousands costs no more."""


class _Shelf(NamedTuple):
    """One series: its parts, and where each post stands among them."""

    title: str
    href: str | None
    total: str
    parts: Sequence[PartText]
    places: Mapping[str, int]


@dataclass(slots=True, eq=False, repr=False)
class SeriesTexts:
    """Every series in words; each is put together once, however many parts it has."""

    here: Presenter
    options: SeriesOptions | None
    _shelves: dict[str, _Shelf] = field(default_factory=dict)

    def forget(self) -> None:
        """Name the parts anew when they are next asked for: more is known of their titles now."""
        self._shelves.clear()

    def of(self, uri: str) -> list[SeriesText]:
        """Return the place of a post in each of its series, in its author's order."""
        if self.options is None or not self.options.box or not self.here.posts[uri].entry.series:
            return []
        return list(self._of(uri))

    def _of(self, uri: str) -> Iterator[SeriesText]:
        kind = next(kind for kind in self.here.found.taxonomies if kind.name == TaxonomyKind.SERIES)
        labels = kind.visible(self.here.posts[uri].entry)
        for key in dict.fromkeys(map(key_of, labels)):
            shelf = self._shelf(key, kind)
            if uri in shelf.places:
                yield self._text(shelf, shelf.places[uri])

    def _shelf(self, key: str, kind: Taxonomy) -> _Shelf:
        if key not in self._shelves:
            uris = [uri for uri in self.here.found.series.get(key, ()) if uri in self.here.posts]
            label = next((term.label for term in self.here.found.terms[kind.name] if term.key == key), key)
            href = self.here.views.href(ViewKind.TERM, kind.name, key)
            parts = [self._part(uri, number) for number, uri in enumerate(uris, start=1)]
            places = {uri: place for place, uri in enumerate(uris)}
            self._shelves[key] = _Shelf(label, href, self.here.labels.number(len(uris)), parts, places)
        return self._shelves[key]

    def _part(self, uri: str, number: int) -> PartText:
        post = self.here.posts[uri]
        lang = self.here.labels.other(post.entry.lang)
        return PartText(number, post.entry.title, href_of(post.url), self.here.badge(post), lang)

    def _text(self, shelf: _Shelf, place: int) -> SeriesText:
        first = max(0, min(place - SHOWN // 2, len(shelf.parts) - SHOWN))
        number = self.here.labels.number(place + 1)
        return SeriesText(
            title=shelf.title,
            href=shelf.href,
            place=self.here.labels.word("place", number=number, total=shelf.total),
            number=place + 1,
            parts=shelf.parts[first : first + SHOWN],
            total=shelf.total,
            folded=len(shelf.parts) > FOLDED,
            cut=len(shelf.parts) > SHOWN,
            previous=_neighbour(shelf, place - 1),
            next=_neighbour(shelf, place + 1),
        )


def _neighbour(shelf: _Shelf, place: int) -> Neighbour | None:
    if not 0 <= place < len(shelf.parts):
        return None
    part = shelf.parts[place]
    return Neighbour(part.title, part.href, part.lang)
