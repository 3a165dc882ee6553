"""Which posts stand below each post: those its author names, then those on the same subjects."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.collect.references import Reference, Whereabouts
from mkdocs_newsblog.collect.related import related_posts
from mkdocs_newsblog.model.post import Entry, RelatedSource
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.schema.problems.codes import problem_at
from mkdocs_newsblog.schema.settings import Settings

GUESSES = 20
"""Links that end nowhere for which a near name is looked for: each search takes all names."""


class Relations(NamedTuple):
    """What to name below each post, by ``src_uri``."""

    named: Mapping[str, Sequence[Reference]] = MappingProxyType({})
    alike: Mapping[str, Sequence[str]] = MappingProxyType({})
    problems: Sequence[Problem] = ()

    def without(self, lost: Collection[str]) -> Relations:
        """Return the relations to all other posts than those given."""
        return self._replace(
            named={
                uri: [link for link in links if link.src_uri not in lost] for uri, links in self.named.items()
            },
            alike={uri: [each for each in uris if each not in lost] for uri, uris in self.alike.items()},
        )


def plan_relations(
    found: Catalogue, settings: Settings, shown: Mapping[str, Entry], places: Whereabouts
) -> Relations:
    """Return the relations of the posts that have a page (``shown``); ``places`` knows all the others too."""
    options = settings.related
    if options is None:
        return Relations()
    problems: list[Problem] = []
    named = {
        uri: list(_named(entry, shown, places, problems))
        for uri, entry in shown.items()
        if entry.related and entry.show_related
    }
    limits = {uri: options.limit for uri, entry in shown.items() if options.automatic and entry.show_related}
    boxed = settings.series is not None and settings.series.box
    alike = related_posts(found, limits, without_parts=boxed)
    return Relations(named, alike, tuple(problems))


def _named(
    entry: Entry, shown: Mapping[str, Entry], places: Whereabouts, problems: list[Problem]
) -> Iterator[Reference]:
    for source in entry.related:
        target = places.find(source.target, entry.src_uri)
        if target is None:
            problems.append(_missing(source, places, guess=len(problems) < GUESSES))
        elif target.src_uri not in shown and places.is_left_out(target.src_uri):
            fact = f"{quoted(source.target)} is not published, so it is not named below this post yet"
            problems.append(problem_at("related-unpublished", source, fact))
        elif target.src_uri != entry.src_uri:
            yield target._replace(title=source.title)


def _missing(source: RelatedSource, places: Whereabouts, *, guess: bool) -> Problem:
    near = places.nearest(source.target) if guess else None
    fact = f"{quoted(source.target)} leads to no post, page or file of this site"
    advice = f"Did you mean {near}?" if near else None
    return problem_at("related-missing", source, fact, advice)
