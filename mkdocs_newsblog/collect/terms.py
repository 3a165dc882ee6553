"""Grouping posts by what their authors say of them: one mechanism for every taxonomy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_newsblog.collect.slugs import slug, term_key
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.view import Term
from mkdocs_newsblog.schema.codes import problem

TAXONOMIES: Mapping[TaxonomyKind, Callable[[Entry], Iterable[str]]] = {
    TaxonomyKind.TAGS: lambda entry: entry.tags,
    TaxonomyKind.CATEGORIES: lambda entry: entry.categories,
    TaxonomyKind.AUTHORS: lambda entry: (author.name for author in entry.authors),
    TaxonomyKind.SERIES: lambda entry: (part.name for part in entry.series),
}
"""Every taxonomy is a key function: a new one is one row here."""


@dataclass(slots=True)
class _Group:
    spellings: Counter[str]
    posts: list[Entry]


def group_terms(kind: TaxonomyKind, entries: Sequence[Entry]) -> tuple[list[Term], list[Problem]]:
    """Return the terms of a taxonomy by key, each with its posts in the given order."""
    groups: dict[str, _Group] = {}
    for entry in entries:
        for label in TAXONOMIES[kind](entry):
            group = groups.setdefault(term_key(label), _Group(Counter(), []))
            group.spellings[label] += 1
            if not group.posts or group.posts[-1] is not entry:
                group.posts.append(entry)
    terms = [_term(kind, key, group) for key, group in sorted(groups.items())]
    doubts = [
        _spellings(kind, term, groups[term.key]) for term in terms if len(groups[term.key].spellings) > 1
    ]
    return terms, doubts


def _term(kind: TaxonomyKind, key: str, group: _Group) -> Term:
    label = min(group.spellings, key=lambda spelling: (-group.spellings[spelling], spelling))
    return Term(kind, key, label, slug(label), tuple(entry.src_uri for entry in group.posts))


def _spellings(kind: TaxonomyKind, term: Term, group: _Group) -> Problem:
    """Say that several spellings became one term, at the first post that uses another than the chosen one."""
    wanted = quoted(term.label)
    strays = sorted(group.spellings.keys() - {term.label})
    odd = next(entry for entry in group.posts if not set(strays).isdisjoint(TAXONOMIES[kind](entry)))
    others = ", ".join(map(quoted, strays))
    fact = f"{others} and {wanted} are one page, shown as {wanted}"
    return problem("terms-merged", odd.place(kind.value), kind.value, fact, f"Write {wanted} everywhere")
