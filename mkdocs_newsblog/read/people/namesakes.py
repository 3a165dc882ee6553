"""Authors known by an address for mail alone: each address is one person, and no two have one name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import count

from mkdocs_newsblog.model.post import Author, Entry
from mkdocs_newsblog.read.values.terms import identity


def tell_apart(entries: Sequence[Entry], known: Mapping[str, Author]) -> list[Entry]:
    """Return the posts with such authors called as no other is; ``known`` are those of the authors file.

    ``info@a.example`` and ``info@b.example`` are ``info`` and ``info 2``, in the order of their addresses.
    """
    if not any(author.nameless for entry in entries for author in entry.authors):
        return list(entries)
    names = _names([author for entry in entries for author in entry.authors], known)
    return [_renamed(entry, names, known) for entry in entries]


def _renamed(entry: Entry, names: Mapping[str, str], known: Collection[str]) -> Entry:
    if not any(author.nameless for author in entry.authors):
        return entry
    found: dict[tuple[str, str | None], Author] = {}
    for author in entry.authors:
        name = names.get(author.address or "", author.name)
        key = author.key if author.key in known or name == author.name else name
        found.setdefault((name, author.url), replace(author, name=name, key=key))
    return entry._replace(authors=tuple(found.values()))


def _names(everyone: Iterable[Author], known: Mapping[str, Author]) -> Mapping[str, str]:
    """Return what each address is called: as posts name it, else by its first part or that and a number."""
    unnamed: dict[str, str] = {}
    said: dict[str, set[str]] = {}
    with_names = [(key, author.name) for key, author in known.items() if not author.nameless]
    taken = {identity(text) for texts in with_names for text in texts}
    for author in everyone:
        if author.address:
            unnamed[author.address] = min(author.name, unnamed.get(author.address, author.name))
            continue
        taken.add(identity(author.name))
        if author.email:
            said.setdefault(author.email.casefold(), set()).add(author.name)
    listed = {author.address for author in known.values()}
    numbers: dict[str, count[int]] = {}
    names: dict[str, str] = {}
    for address in sorted(unnamed, key=lambda address: (address not in listed, address)):
        if len(said.get(address, ())) == 1:
            (names[address],) = said[address]
            continue
        plain = unnamed[address]
        numbered = numbers.setdefault(identity(plain), count(1))
        spelled = (plain if number == 1 else f"{plain} {number}" for number in numbered)
        names[address] = next(name for name in spelled if identity(name) not in taken)
        taken.add(identity(names[address]))
    return names
