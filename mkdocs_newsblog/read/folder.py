"""Reading a whole section: every post, with its folders' defaults and the people the site knows."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.site import Around
from mkdocs_newsblog.model.source import Mark, Source
from mkdocs_newsblog.read.author_map import AuthorMap, read_author_map, resolve
from mkdocs_newsblog.read.closing import close_bundles, read_folder_data, read_folder_page
from mkdocs_newsblog.read.defaults import Defaults, read_defaults
from mkdocs_newsblog.read.entry import Reading, read_entry
from mkdocs_newsblog.read.files.history import History
from mkdocs_newsblog.read.files.paths import folders_of
from mkdocs_newsblog.read.files.select import Section, is_folder_page
from mkdocs_newsblog.read.people.namesakes import tell_apart
from mkdocs_newsblog.read.tag_file import TagFile, read_tag_file
from mkdocs_newsblog.read.values.moments import dates_needed
from mkdocs_newsblog.schema.settings import Settings


@dataclass(slots=True, eq=False, repr=False)
class Folder:
    """What was read so far; a source with the same bytes is not read twice in a build."""

    settings: Settings
    around: Around
    history: History
    """When files were committed."""
    readings: dict[Mark, Reading] = field(default_factory=dict)
    """By what tells two states of a post apart: the posts themselves are not held."""
    elsewhere: dict[str, tuple[Mark, Entry | None]] = field(default_factory=dict)
    """Posts of other languages by ``src_uri``, without their texts: each language asks for all of them."""
    defaults: dict[Source, Defaults] = field(default_factory=dict)
    _of_folders: dict[str, list[Defaults]] = field(default_factory=dict)
    """Those that act by their folder: each post has to do with a few of thousands."""
    people: AuthorMap = field(default_factory=AuthorMap)
    tags: TagFile = field(default_factory=TagFile)
    doubts: list[Problem] = field(default_factory=list)
    parts: Set[str] = frozenset()
    """Sources that are parts of a bundle alone, which need no date."""

    def follow(self, last: Folder | None) -> Folder:
        """Take what the last build has read, in a preview or for another language, by the same options."""
        if last is not None and (last.settings, last.around) == (self.settings, self.around):
            self.readings, self.defaults, self.elsewhere = last.readings, last.defaults, last.elsewhere
        return self

    def read(
        self,
        sources: Iterable[Source],
        drafts: Collection[str] = (),
        defaults: Sequence[Source] = (),
        people: Source | None = None,
        tags: Source | None = None,
    ) -> dict[str, Entry]:
        """Return the entries by ``src_uri``.

        ``drafts`` names posts that the host keeps out of a build, ``defaults`` are files of folder defaults,
        data of folders and pages of folders, ``people`` is the authors file, and ``tags`` that of tags.
        """
        sources = list(sources)
        wanted = _with_pages(defaults, sources)
        given = {source: self.defaults.get(source) or _read_below(source) for source in wanted}
        if _acting(given) != _acting(self.defaults):
            self.readings, self.elsewhere = {}, {}
        self.defaults = given
        self._of_folders = {}
        for found in given.values():
            if found.acts:
                self._of_folders.setdefault(found.folder, []).append(found)
        known, self.readings = self.readings, {}
        for source in sources:
            mark = source.mark
            self.readings[mark] = known.get(mark) or self.read_one(source)
        self.people = read_author_map(people) if people else AuthorMap()
        self.tags = read_tag_file(tags) if tags else TagFile()
        written = [reading.entry for reading in self.readings.values() if reading.entry is not None]
        resolved, self.doubts = resolve(written, self.people) if self.people.authors else (written, [])
        resolved = tell_apart(resolved, self.people.authors)
        closed, held = close_bundles(resolved)
        self.parts = {now.src_uri for was, now in zip(resolved, closed, strict=True) if now is not was}
        self.doubts += held
        return {entry.src_uri: _held_back(entry, drafts) for entry in closed}

    def read_one(self, source: Source) -> Reading:
        """Return what becomes of one file, below the folders' defaults."""
        folders = folders_of(source.src_uri)
        covering = [given for folder in folders for given in self._of_folders.get(folder, ())]
        return read_entry(source, self.settings, covering, self.around)

    def read_elsewhere(self, source: Source) -> Entry | None:
        """Return a post of another language without its text, or None where it can't be read."""
        mark = source.mark
        known = self.elsewhere.get(source.src_uri)
        if known is None or known[0] != mark:
            entry = self.read_one(source).entry
            known = self.elsewhere[source.src_uri] = (mark, entry and entry._replace(body=""))
        return known[1]

    def problems(self, pages: Collection[str]) -> Iterable[Problem]:
        """Yield what was wrong; ``pages`` are listings' own pages, which need no date."""
        for (src_uri, *_), reading in self.readings.items():
            if src_uri in self.parts:
                yield from dates_needed(reading.problems, Status.DRAFT, unread=False)
            elif reading.entry is None or src_uri not in pages:
                yield from reading.problems
        for given in self.defaults.values():
            yield from given.problems
        if self.history.problem:
            yield self.history.problem
        yield from self._of_people()
        yield from self.tags.problems
        yield from self.doubts

    def _of_people(self) -> Iterable[Problem]:
        """Yield what is wrong with the authors file.

        One above the section may be another program's: its syntax is no error where no post names anybody.
        """
        for found in self.people.problems:
            is_mild = found.code == "front-matter-unreadable" and self._is_unneeded(found.place.path)
            yield found._replace(severity=Severity.WARNING) if is_mild else found

    def _is_unneeded(self, path: str) -> bool:
        """Whether an authors file was found above the section, by its name, and no post names anybody."""
        is_above = not (self.settings.authors_file or Section.of(self.settings.dir, ()).holds(path))
        entries = (reading.entry for reading in self.readings.values())
        return is_above and not any(entry.authors for entry in entries if entry is not None)


def _with_pages(defaults: Iterable[Source], sources: Iterable[Source]) -> list[Source]:
    """Return the files of defaults; a page of a folder that the host offers comes before one on disk."""
    offered = {_folder(each): each._replace(commits=None) for each in sources if is_folder_page(each.path)}
    left = (each for each in defaults if not is_folder_page(each.path) or _folder(each) not in offered)
    return [*left, *offered.values()]


def _folder(source: Source) -> str:
    return source.src_uri.rpartition("/")[0]


def _read_below(source: Source) -> Defaults:
    if source.path.endswith(".json"):
        return read_folder_data(source)
    return read_folder_page(source) if is_folder_page(source.path) else read_defaults(source)


def _acting(given: Mapping[Source, Defaults]) -> list[Source]:
    return [source for source, found in given.items() if found.acts]


def _held_back(entry: Entry, drafts: Collection[str]) -> Entry:
    return entry._replace(status=Status.DRAFT) if entry.src_uri in drafts else entry
