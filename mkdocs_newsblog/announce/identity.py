"""What identifies a post for subscribers, whatever becomes of its title, tags and address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.schema.problems.codes import problem


def guids(entries: Iterable[Entry]) -> tuple[Mapping[str, str], list[Problem]]:
    """Return the written identity of each post that has one of its own, and what is wrong with the others.

    Of two posts with one identity, readers would show only one: the second in order of path loses it.
    """
    owners: dict[str, str] = {}
    doubts: list[Problem] = []
    for entry in sorted(entries, key=lambda entry: entry.src_uri):
        if not entry.guid:
            continue
        owner = owners.setdefault(entry.guid, entry.src_uri)
        if owner != entry.src_uri:
            fact = f"{owner} has the guid {quoted(entry.guid)} too, so feeds know this post by its address"
            doubts.append(problem("feed-guid-repeated", entry.place("guid"), "guid", fact))
    return {uri: guid for guid, uri in owners.items()}, doubts
