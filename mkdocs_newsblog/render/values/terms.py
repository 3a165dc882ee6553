"""Tags, categories, authors and series in words: the terms themselves, and what they are called together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.people import completed
from mkdocs_newsblog.collect.term_names import LEVEL, key_of
from mkdocs_newsblog.collect.terms import Taxonomy
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Author, Post
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.render.text.labels import Labels
from mkdocs_newsblog.render.values.context import AuthorText, TermLink
from mkdocs_newsblog.render.values.people import People
from mkdocs_newsblog.render.values.view_urls import ViewUrls
from mkdocs_newsblog.schema.options.listing import TermOptions

SINGULAR: Mapping[str, str] = {
    TaxonomyKind.TAGS: "tag",
    TaxonomyKind.CATEGORIES: "category",
    TaxonomyKind.AUTHORS: "author",
    TaxonomyKind.SERIES: "part",
}
"""The word of the labels for one term of each taxonomy; a site's own taxonomies have their names."""


@dataclass(slots=True, eq=False, repr=False)
class TermTexts:
    """Puts terms into words, each once."""

    found: Catalogue
    views: ViewUrls
    labels: Labels
    people: People
    _known: dict[str, dict[str, TermLink]] = field(default_factory=dict)

    def text(self, term: Term, *, in_list: bool = False) -> TermLink:
        """Return a term with its address and its count in words.

        A list shows the outermost term that it is within: the name tells what is between, if anything is.
        """
        address = self.views.href(ViewKind.TERM, term.taxonomy, term.key)
        label = term.label.partition(LEVEL)[2].strip() if in_list and term.depth else term.label
        link = TermLink(label, address, self.labels.number(term.count), term.depth)
        if term.taxonomy == TaxonomyKind.AUTHORS:  # nobody is known who is only what others are within
            return self.people.text(self.found.people.get(term.key) or Author(term.label), link)
        return link

    def known(self, kind: Taxonomy) -> Mapping[str, TermLink]:
        """Return every term of a taxonomy by its key."""
        if kind.name not in self._known:
            self._known[kind.name] = {term.key: self.text(term) for term in self.found.terms[kind.name]}
        return self._known[kind.name]

    def links(self, kind: Taxonomy, post: Post) -> Sequence[TermLink]:
        """Return the terms of a post in its author's order, each once, without the hidden ones."""
        known = self.known(kind)
        labels = {key_of(label): label for label in kind.visible(post.entry)}
        return [known.get(key) or TermLink(label, None) for key, label in labels.items()]

    def authors(self, kind: Taxonomy, post: Post) -> Iterator[AuthorText]:
        """Yield the authors of a post as the post itself has them, completed by what others say."""
        done, known = set(kind.hidden), self.known(kind)
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


def _name(taxonomy: str) -> str:
    return taxonomy.replace("_", " ").replace("-", " ").capitalize()
