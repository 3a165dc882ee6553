"""Choosing posts for a list: by terms, year and language, in an order, of one section or of several."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from mkdocs_newsblog.collect.alphabet import place_of
from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.order import EPOCH, newest_first
from mkdocs_newsblog.collect.term_names import key_of
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.model.request import Fault, Given, Request
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.read.directives.directive import parts
from mkdocs_newsblog.read.directives.request import near
from mkdocs_newsblog.read.files.file_names import by_composed, composed
from mkdocs_newsblog.read.files.select import PAGES
from mkdocs_newsblog.schema.lists import SINGULAR

REMEMBERED = 64
"""How many times as many posts as there are stand in remembered lists at most."""


class SectionPosts(NamedTuple):
    """The posts of one section: ``folder`` as its options say, ``language`` of posts that name none.

    ``written`` are all posts by ``src_uri``, those among them that no list shows yet.
    """

    folder: str
    found: Catalogue
    language: str
    written: Mapping[str, Entry]


class Pool:
    """The listed posts of one or several sections together."""

    def __init__(self, sections: Sequence[SectionPosts]) -> None:
        self.sections = sections
        self.orders: dict[tuple[object, ...], Sequence[str]] = {}
        """Posts that lists have asked for, in order: a template may ask on each of thousands of pages."""
        self._remembered = 0

    def remember(self, key: tuple[object, ...], uris: Sequence[str]) -> None:
        """Keep what a list asked for, and forget the oldest: a template may ask for another on each page."""
        self.orders[key] = uris
        self._remembered += len(uris)
        while self._remembered > REMEMBERED * len(self.entries):
            self._remembered -= len(self.orders.pop(next(iter(self.orders))))

    @cached_property
    def entries(self) -> Mapping[str, Entry]:
        """Every post by ``src_uri``, newest first."""
        both = (entry for section in self.sections for entry in section.found.entries)
        ordered = self.sections[0].found.entries if len(self.sections) == 1 else newest_first(both)
        return {entry.src_uri: entry for entry in ordered}

    @cached_property
    def rank(self) -> Mapping[str, int]:
        """The place of every post in that order."""
        return {uri: place for place, uri in enumerate(self.entries)}

    @cached_property
    def languages(self) -> Mapping[str, str]:
        """The language of every post."""
        return {
            entry.src_uri: (entry.lang or section.language).replace("_", "-").lower()
            for section in self.sections
            for entry in section.found.entries
        }

    @cached_property
    def terms(self) -> Mapping[str, Mapping[str, list[Term]]]:
        """The terms of all sections by taxonomy and name; one name may be that of terms of several."""
        known: dict[str, dict[str, list[Term]]] = {}
        for section in self.sections:
            aliases = self._aliases | _aliases(section)  # what a name stands for may differ
            for kind, terms in section.found.terms.items():
                own = {term.key: term for term in terms}
                others = {name: own[key] for (of, name), key in aliases.items() if of == kind and key in own}
                for name, term in (others | own).items():
                    known.setdefault(kind, {}).setdefault(name, []).append(term)
        return known

    @cached_property
    def composed(self) -> Mapping[str, str]:
        """All posts by their composed paths, those that may be written in several ways."""
        return by_composed(uri for section in self.sections for uri in section.written)

    @cached_property
    def _aliases(self) -> dict[tuple[str, str], str]:
        """Other names of terms in any section, and keys of authors."""
        aliases = {name: key for section in self.sections for name, key in _aliases(section).items()}
        people = (author for entry in self.entries.values() for author in entry.authors if author.key)
        authors = str(TaxonomyKind.AUTHORS)
        return aliases | {(authors, key_of(str(person.key))): key_of(person.name) for person in people}

    @cached_property
    def _to_come(self) -> Set[tuple[str, str]]:
        """Terms that no list shows yet: those of drafts and of posts to come, and those the options allow."""
        return {
            (kind.name, key)
            for section in self.sections
            for kind in section.found.taxonomies
            for key in (*kind.keys(section.written.values()), *(kind.allowed or ()))
        }

    def term(self, taxonomy: str, text: str) -> Sequence[Term] | None:
        """Return a term as the sections have it, by its name in any spelling; None for no such term."""
        key = key_of(text)
        found = self.terms.get(taxonomy, {}).get(key)
        names = {(taxonomy, key), (taxonomy, self._aliases.get((taxonomy, key), key))}
        return () if found is None and names & self._to_come else found

    def term_advice(self, taxonomy: str, text: str) -> str:
        """Return what to write for a name that is no term."""
        terms = (term for group in self.terms.get(taxonomy, {}).values() for term in group)
        return near(text, {term.label for term in terms if not term.hidden})


def _aliases(section: SectionPosts) -> dict[tuple[str, str], str]:
    """Return other names of the terms of a section, as its options and its file of tags have them."""
    names = [(kind.name, kind.names(section.written.values())) for kind in section.found.taxonomies]
    return {(taxonomy, name): key for taxonomy, known in names for name, key in known.items()}


def terms_named(
    pool: Pool, taxonomy: str, values: Iterable[Given], key: str, faults: list[Fault]
) -> Iterator[Term]:
    """Yield the terms that values name, and say which names nothing has."""
    for value in values:
        for name in parts(value) if pool.term(taxonomy, value.text) is None else [value]:
            terms = pool.term(taxonomy, name.text)
            if terms is None:
                fact = f"no post has the {key} {quoted(name.text)}"
                advice = pool.term_advice(taxonomy, name.text)
                faults.append(Fault("list-value-unknown", name.at, key, fact, advice))
            yield from terms or ()


def _posts_of(pool: Pool, taxonomy: str, values: Iterable[Given], key: str, faults: list[Fault]) -> set[str]:
    """Return the posts that have any of the terms."""
    return {uri for term in terms_named(pool, taxonomy, values, key, faults) for uri in term.posts}


def choose(pool: Pool, request: Request, faults: list[Fault], without: str | None = None) -> list[str]:
    """Return ``src_uri`` of the posts that a request asks for, in its order; never ``without``.

    All that fit are put in order once, for lists of any length and on any page; see :attr:`Pool.orders`.
    """
    left_out = _excluded(pool, request, faults) | ({without} if without else set())
    known = len(faults)
    key = _criteria(request)
    uris = pool.orders.get(key)
    if uris is None:
        uris = _ordered(pool, request, faults)
        if len(faults) == known:
            pool.remember(key, uris)
    last = None if request.limit is None else request.offset + request.limit
    return list(islice((uri for uri in uris if uri not in left_out), request.offset, last))


def _criteria(request: Request) -> tuple[object, ...]:
    """Return all that decides which posts fit, and in which order, but for those that are left out."""
    terms = [(name, *(value.text for value in values)) for name, values in request.terms.items()]
    return (*terms, request.years, request.languages, request.pinned, request.sort)


def _ordered(pool: Pool, request: Request, faults: list[Fault]) -> Sequence[str]:
    uris: Iterable[str] = pool.entries
    if request.terms:
        groups = [
            _posts_of(pool, taxonomy, values, SINGULAR.get(taxonomy, taxonomy), faults)
            for taxonomy, values in request.terms.items()
        ]
        uris = sorted(set.intersection(*groups), key=pool.rank.__getitem__)
    return list(_in_order(pool, (uri for uri in uris if _fits(pool, uri, request)), request.sort))


def _fits(pool: Pool, uri: str, request: Request) -> bool:
    entry = pool.entries[uri]
    if request.years and (entry.published is None or entry.published.day.year not in request.years):
        return False
    if request.pinned is not None and entry.pinned is not request.pinned:
        return False
    return not request.languages or any(_speaks(pool.languages[uri], tag) for tag in request.languages)


def _speaks(language: str, wanted: str) -> bool:
    """Whether a language is the one wanted, or a kind of it (RFC 4647, 3.3.1)."""
    asked = wanted.replace("_", "-").lower()
    return language == asked or language.startswith(f"{asked}-")


def _excluded(pool: Pool, request: Request, faults: list[Fault]) -> set[str]:
    """Return the posts that ``exclude`` names: by file, by another term, or by tag."""
    taxonomies = {name: taxonomy for taxonomy, name in SINGULAR.items()} | {name: name for name in pool.terms}
    found: set[str] = set()
    for given in request.exclude:
        prefix, colon, rest = given.text.partition(":")
        if given.text.endswith(PAGES):
            found |= _named_file(pool, given, faults)
        elif colon and prefix in taxonomies:
            name = Given(rest.strip(), given.at + len(prefix) + 1)
            found |= _posts_of(pool, taxonomies[prefix], [name], prefix, faults)
        else:
            found |= _posts_of(pool, TaxonomyKind.TAGS, [given], "tag", faults)
    return found


def _named_file(pool: Pool, given: Given, faults: list[Fault]) -> set[str]:
    """Return the post of a file, by its path below the docs folder or below the section."""
    path = given.text.removeprefix("./").removeprefix("/")
    inside = (path, *(f"{section.folder.strip('/')}/{path}" for section in pool.sections))
    found = next((uri for uri in inside for section in pool.sections if uri in section.written), None)
    found = found or next((pool.composed[uri] for uri in map(composed, inside) if uri in pool.composed), None)
    if found is None:
        advice = near(path, pool.entries, said=3)
        fact = f"there is no post {quoted(given.text)}"
        faults.append(Fault("list-value-unknown", given.at, "exclude", fact, advice))
        return set()
    return {found}


def _in_order(pool: Pool, uris: Iterator[str], sort: str) -> Iterable[str]:
    """Return posts, which come newest first, in another order."""
    if sort == "newest":
        return uris
    if sort == "oldest":
        # Undated posts come last in either order.
        newest = list(uris)
        dated = [uri for uri in newest if pool.entries[uri].published]
        return [*reversed(dated), *(uri for uri in newest if not pool.entries[uri].published)]
    language = pool.sections[0].language
    keys: Mapping[str, Callable[[Entry], tuple[object, ...]]] = {
        "updated": _changed,
        "title": lambda entry: place_of(entry.title, language),
    }
    return sorted(uris, key=lambda uri: keys[sort](pool.entries[uri]))


def _changed(entry: Entry) -> tuple[object, ...]:
    instants = [moment.at for moment in (entry.updated, entry.published) if moment]
    return (not instants, EPOCH - max(instants, default=EPOCH))
