"""Grouping posts by what their authors say of them: one mechanism for every taxonomy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from mkdocs_newsblog.collect.slugs import plain_slug, slug
from mkdocs_newsblog.collect.term_names import LEVEL, key_of, levels_of, name_of, names_in_file, parts_of
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.read.tag_file import KnownTag
from mkdocs_newsblog.schema.options.listing import TermOptions
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

BUILT_IN: Mapping[str, Callable[[Entry], Iterable[str]]] = {
    TaxonomyKind.TAGS: lambda entry: entry.tags,
    TaxonomyKind.CATEGORIES: lambda entry: entry.categories,
    TaxonomyKind.AUTHORS: lambda entry: (author.name for author in entry.authors),
    TaxonomyKind.SERIES: lambda entry: (part.name for part in entry.series),
}
"""Every taxonomy is a key function: a new one is one row here. A site's own read ``Entry.terms``."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Taxonomy:
    """One way to group posts, with what the site's options say of its terms."""

    name: str
    values: Callable[[Entry], Iterable[str]]
    options: TermOptions
    shown: bool = True
    """Whether it has pages."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Identity of a spelling -> the term it stands for."""
    hidden: frozenset[str] = frozenset()
    """Identities of terms that group posts for lists, but have no page and are printed nowhere."""
    allowed: Mapping[str, str] | None = None
    known: Mapping[str, KnownTag] = field(default_factory=dict)
    """Identity of a label -> what the site's file says of the term."""

    def labels(self, entry: Entry) -> Iterator[str]:
        """Yield a post's terms under the names they go by here."""
        return map(self.named, self.values(entry))

    def named(self, label: str) -> str:
        """Return the name that a term goes by here."""
        return name_of(label, self.aliases, nested=self.options.nested)

    def names(self, entries: Iterable[Entry]) -> Mapping[str, str]:
        """Return the identity of each other name of a term, and that of the term itself."""
        labels = (label for entry in entries for label in self.values(entry))
        nested = self.options.nested
        within = {level for label in labels for level in levels_of(label, nested=nested) if LEVEL in level}
        return {name: key_of(label) for name, label in self.aliases.items()} | {
            key_of(label): key_of(name) for label in within if (name := self.named(label)) != label
        }

    def slugs(self, label: str) -> tuple[str, ...]:
        """Return the last parts of the address of a term: one for each of its levels."""
        spell = slug if self.options.slugs == "distinct" else plain_slug
        nested = self.options.nested
        found = []
        for part, level in zip(parts_of(label, nested=nested), levels_of(label, nested=nested), strict=True):
            known = self.known.get(key_of(level))
            name = parts_of(known.key, nested=nested)[-1].replace(LEVEL, " ") if known else part
            found.append((known and known.slug) or spell(name))
        return tuple(found)

    def keys(self, entries: Iterable[Entry]) -> set[str]:
        """Return the identities of all terms of posts, those above nested ones among them."""
        labels = (label for entry in entries for label in self.labels(entry))
        return {key_of(level) for label in labels for level in levels_of(label, nested=self.options.nested)}

    def visible(self, entry: Entry) -> Iterator[str]:
        """Yield a post's terms that may be printed."""
        return (label for label in self.labels(entry) if key_of(label) not in self.hidden)


def taxonomies(settings: Settings, tags: Mapping[str, KnownTag] | None = None) -> tuple[Taxonomy, ...]:
    """Return the built-in taxonomies, then the site's own, in the order of the config.

    ``tags`` is what a file beside the posts says of tags.
    """
    own = {name: _reader(name) for name in settings.taxonomies}
    said: Mapping[str, Sequence[KnownTag]] = {TaxonomyKind.TAGS: tuple((tags or {}).values())}
    return tuple(
        _taxonomy(name, values, settings.terms(name), said.get(name, ()))
        for name, values in {**BUILT_IN, **own}.items()
    )


def _reader(name: str) -> Callable[[Entry], Iterable[str]]:
    return lambda entry: entry.terms.get(name, ())


def _taxonomy(
    name: str,
    values: Callable[[Entry], Iterable[str]],
    options: TermOptions | None,
    said: Sequence[KnownTag],
) -> Taxonomy:
    chosen = options or TermOptions()
    named = names_in_file(said, nested=chosen.nested)
    aliases = named | {
        key_of(spelling): named.get(key_of(label), label)
        for known, label in chosen.aliases.items()
        for spelling in (label, known)
    }

    def label_of(text: str) -> str:
        return name_of(text, aliases, nested=chosen.nested)

    return Taxonomy(
        name=str(name),
        values=values,
        options=chosen,
        shown=options is not None,
        aliases=aliases,
        hidden=frozenset(key_of(label_of(text)) for text in chosen.hidden),
        allowed=None
        if chosen.allowed is None
        else {key_of(label): label for label in map(label_of, chosen.allowed)},
        known={key_of(name_of(tag.key, named, nested=chosen.nested)): tag for tag in reversed(said)},
    )


@dataclass(slots=True, eq=False, repr=False)
class _Group:
    spellings: Counter[str] = field(default_factory=Counter)
    posts: list[Entry] = field(default_factory=list)


def group_terms(kind: Taxonomy, entries: Sequence[Entry]) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a taxonomy by key, each with its posts in the given order, and doubts about them.

    A nested term is a term of each of its levels: a post in ``hardware/sensors`` is in ``hardware`` too.
    """
    groups: dict[str, _Group] = {}
    for entry in entries:
        for label in kind.labels(entry):
            for level in levels_of(label, nested=kind.options.nested):
                group = groups.setdefault(key_of(level), _Group())
                group.spellings[level] += level == label
                if not group.posts or group.posts[-1] is not entry:
                    group.posts.append(entry)
    terms = [_term(kind, key, group) for key, group in sorted(groups.items())]
    doubts = [
        _spellings(kind, term, groups[term.key])
        for term in terms
        if sum(count > 0 for count in groups[term.key].spellings.values()) > 1
    ]
    return terms, doubts + _not_allowed(kind, entries) + _several(kind, entries, groups)


def _term(kind: Taxonomy, key: str, group: _Group) -> Term:
    label = min(group.spellings, key=lambda spelling: (-group.spellings[spelling], spelling))
    known = kind.known.get(key)
    return Term(
        taxonomy=kind.name,
        key=key,
        label=label,
        slugs=kind.slugs(label),
        posts=tuple(entry.src_uri for entry in group.posts),
        hidden=key in kind.hidden,
        description=known.description if known else None,
    )


def _spellings(kind: Taxonomy, term: Term, group: _Group) -> Problem:
    """Say that several spellings became one term, at the first post that does not use the chosen one."""
    wanted = quoted(term.label)
    strays = sorted(name for name in (+group.spellings).keys() - {term.label})
    odd, *more = (entry for entry in group.posts if not set(strays).isdisjoint(kind.labels(entry)))
    others = ", ".join(map(quoted, strays))
    fact = f"{others} and {wanted} are one page, shown as {wanted}"
    place = odd.place(kind.name)  # in a file of defaults it is in none of the posts
    uris = (entry.src_uri for entry in (odd, *more) if entry.src_uri != place.path)
    return problem("terms-merged", place, kind.name, fact, f"Write {wanted} everywhere", others=uris)


def _several(kind: Taxonomy, entries: Sequence[Entry], groups: Collection[str]) -> list[Problem]:
    """Say once that a text with spaces, read as one term, may be several: each part is a term elsewhere."""
    for entry in entries:
        for label in kind.labels(entry) if kind.name in entry.one_text else ():
            parts = label.split()
            if all(key_of(part) in groups for part in parts):
                fact = f"{quoted(label)} is read as one term, though each of its words is one elsewhere"
                advice = "Write a list, or set tag_text: {string_split: space}"
                return [problem("terms-in-one-text", entry.place(kind.name), kind.name, fact, advice)]
    return []


def _not_allowed(kind: Taxonomy, entries: Sequence[Entry]) -> list[Problem]:
    """Report the terms that the site's list does not have, with the one that may have been meant."""
    if kind.allowed is None:
        return []
    doubts = []
    advice: dict[str, str] = {}
    for entry in entries:
        for label in kind.labels(entry):
            if key_of(label) not in kind.allowed:
                if label not in advice:
                    near = get_close_matches(label, list(kind.allowed.values()), n=1)
                    other = "Add it to the list, or use one of it"
                    advice[label] = f"Did you mean {quoted(near[0])}?" if near else other
                fact = f"{quoted(label)} is not in the list of allowed terms"
                place = entry.place(kind.name)
                doubts.append(problem("term-not-allowed", place, kind.name, fact, advice[label]))
    return doubts
