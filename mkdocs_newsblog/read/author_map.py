"""Files of authors: ours and Material's (below ``authors:``), Docusaurus' and Jekyll's (at the top)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from mkdocs_newsblog.model.post import Author, Entry
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.defaults import read_defaults
from mkdocs_newsblog.read.files.file_names import composed
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.people.authors import author_of, split_names
from mkdocs_newsblog.read.people.mail import without_mail
from mkdocs_newsblog.read.people.misindented import misindented
from mkdocs_newsblog.read.people.mistyped import mistyped
from mkdocs_newsblog.schema.front_matter.near import KnownNames
from mkdocs_newsblog.schema.problems.codes import problem

GROUP = "authors"
"""Key below which Material and ours keep the people; Docusaurus has them at the top of the file."""


@dataclass(frozen=True, eq=False, repr=False)
class AuthorMap:
    """The people a site knows, by key; ``names`` finds the key of a name whatever its case."""

    authors: Mapping[str, Author] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    _near: dict[str, str | None] = field(default_factory=dict)

    def near(self, key: str) -> str | None:
        """Return the key that was probably meant; each is looked for once, however many posts have it."""
        if key not in self._near:
            self._near[key] = self._keys.closest(key, 0.75)
        return self._near[key]

    @cached_property
    def _keys(self) -> KnownNames:
        return KnownNames(self.authors)

    @property
    def names(self) -> Mapping[str, str]:
        """Folded name -> key."""
        return {author.name.casefold(): key for key, author in self.authors.items()}

    @property
    def mails(self) -> Mapping[str, str]:
        """Folded address for mail -> key: of each address that one person has."""
        found: dict[str, set[str]] = {}
        for key, author in self.authors.items():
            for address in {text.casefold() for text in (author.email, key) if text}:
                found.setdefault(address, set()).add(key)
        return {address: key for address, keys in found.items() if len(keys) == 1 for key in keys}


def read_author_map(source: Source) -> AuthorMap:
    """Return the people of an authors file, and what is wrong with it; nothing in it makes this raise."""
    read = read_defaults(source)
    problems = list(read.problems)
    root = Value(read.document.data, (), read.document)
    people = root.child(GROUP) if isinstance(read.document.data.get(GROUP), dict) else root
    wrong = dict(misindented(people))
    problems += wrong.values()
    found = {}
    for written in (key for key in people.fields if key not in wrong):
        value, key = people.child(written), composed(written)
        if isinstance(value.raw, str) and value.raw.strip():
            found[key] = replace(without_mail(composed(value.raw.strip())), key=key)
        elif isinstance(value.raw, dict):
            found[key] = author_of(value, problems, key)
            problems += mistyped(value)
    return AuthorMap(found, tuple(problems))


def resolve(entries: Sequence[Entry], known: AuthorMap) -> tuple[list[Entry], list[Problem]]:
    """Return the posts with their authors' keys and names looked up, and the keys that may be mistyped."""
    problems: list[Problem] = []
    names, mails = known.names, known.mails
    resolved = []
    for entry in entries:
        authors = (
            found
            for author in entry.authors
            for found in (
                [_by_mail(author, author.address, known, mails)]
                if author.address
                else _lookup(author, entry, known, names, problems)
            )
        )
        unique = {author.address or author.key or author.name: author for author in authors}
        resolved.append(entry._replace(authors=tuple(unique.values())))
    return resolved, problems


def _by_mail(author: Author, address: str, known: AuthorMap, mails: Mapping[str, str]) -> Author:
    """Return the author whose address it is, else the one whose key was written beside it."""
    written = author.key if author.key != author.name else None
    key = mails.get(address, written)
    return _over(author, known.authors[key]) if key and key in known.authors else author


def _lookup(
    author: Author, entry: Entry, known: AuthorMap, names: Mapping[str, str], problems: list[Problem]
) -> Iterator[Author]:
    parts = [author.name]
    if author.key and not _key(author.name, known, names):
        split = split_names(author.name)
        parts = list(split) if all(_key(part, known, names) for part in split) and split else parts
    for part in parts:
        key = author.key if author.key in known.authors else _key(part, known, names)
        if key is None and author.email in known.authors:
            key = author.email
        if key is not None:
            yield _over(author, known.authors[key])
            continue
        if near := _near(author, known):
            fact = f"no author {quoted(author.name)} in the authors file"
            place = entry.place("authors")
            problems.append(problem("author-unknown", place, "authors", fact, f"Did you mean {near}?"))
        yield author


def _key(name: str, known: AuthorMap, names: Mapping[str, str]) -> str | None:
    return name if name in known.authors else names.get(name.casefold())


def _near(author: Author, known: AuthorMap) -> str | None:
    """Return the key that was probably meant: only for what looks like a key and says nothing else."""
    if author.key is None or " " in author.key or author.url or author.email:
        return None
    return known.near(author.key)


def _over(written: Author, known: Author) -> Author:
    """Return the known person, with what the post itself says of them on top."""
    own = {
        name: value
        for name in ("url", "email", "title", "avatar", "avatar_at", "description", "links")
        if (value := getattr(written, name))
    }
    return replace(known, **own)
