"""The pictures of all posts of one build: found when posts are planned, made light before they are shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import NamedTuple

from mkdocs_newsblog.images.header import Header
from mkdocs_newsblog.images.hero import Hero, Pictures, without_copies
from mkdocs_newsblog.images.locate import Locator
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.images.variants import Progress, Workshop, can_make
from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.model.post import Author, Entry, Image
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.model.translation import Translation
from mkdocs_newsblog.schema.options.pictures import ImageOptions
from mkdocs_newsblog.schema.problems.codes import problem


class Disk(NamedTuple):
    """Where the site's files are: paths by ``src_uri``, for those that are not in memory only."""

    paths: Mapping[str, str]
    outside: frozenset[str] = frozenset()
    """Files that do not come from the docs folder."""
    tops: tuple[str, ...] = ()
    """Real paths of the docs folder, and of folders elsewhere to which links in it may lead."""


def in_language(
    urls: Mapping[str, str], disk: Disk, translation: Translation
) -> tuple[Mapping[str, str], Disk]:
    """Return URLs and places of files, with pictures also by the paths that a page of any language would use.

    The translation plugin chooses one file for each name, that of the language or else of the default one.
    So it resolves links: ``pic.jpg`` is ``pic.fr.jpg`` for French, where a page in ``en/`` stands in as well.
    """
    if translation.is_only:
        return urls, disk
    found: dict[str, str] = {}
    for uri in urls:
        if names_picture(uri) and uri not in disk.outside:
            for top in translation.sources:
                found.setdefault(top + translation.name(uri), uri)
    known = {path: urls[uri] for path, uri in found.items()}
    places = {path: disk.paths[uri] for path, uri in found.items() if uri in disk.paths}
    return known | dict(urls), disk._replace(paths=places | dict(disk.paths))


@dataclass(eq=False, repr=False)
class Gallery:
    """Pictures by post; ``store`` holds their smaller copies."""

    options: ImageOptions
    store: Store
    avatars: bool
    """Whether portraits of authors are looked for."""
    base: str
    """Path of the site's address, as :class:`Locator` takes it."""
    copies: bool = True
    """Whether smaller copies are planned, which means reading every picture once."""
    heroes: dict[str, Hero] = field(default_factory=dict)
    portraits: dict[tuple[str, str], Hero] = field(default_factory=dict)
    """Portraits by what was written, and the file that says so."""
    covers: dict[str, Hero] = field(default_factory=dict)
    """Pictures that authors' pages name for their listings, by ``src_uri``."""
    default: Hero = field(default_factory=Hero)
    """The picture that the options name for pages without one."""
    workshop: Workshop | None = None
    _headers: dict[str, Header] = field(default_factory=dict)

    def find(
        self,
        entries: Mapping[str, Entry],
        files: Mapping[str, str],
        disk: Disk,
        config: str = "mkdocs.yml",
        pages: Iterable[Entry] = (),
    ) -> None:
        """Find the picture of every post among the URLs of the site's files by ``src_uri``.

        ``config`` names the configuration file, whose picture may be missing too, ``pages`` are those that
        authors have written for listings.
        """
        locator = Locator(files, self.options, disk.paths, disk.outside, self.base)
        self.workshop = Workshop(self.store, self.options, self.copies)
        pictures = Pictures(locator, self.options, self.workshop, disk.tops, self._headers)
        self.heroes = {uri: pictures.hero(entry) for uri, entry in entries.items()}
        self.default = pictures.default(config)
        plain = Pictures(locator, self.options, None, disk.tops, self._headers)
        self.covers = {entry.src_uri: plain.cover(entry) for entry in pages}
        people = (author for entry in entries.values() for author in entry.authors if author.avatar)
        known = {_portrait_key(author): author for author in people} if self.avatars else {}
        self.portraits = {key: pictures.portrait(author) for key, author in known.items()}

    def portrait(self, author: Author) -> Image | None:
        """Return the portrait of an author."""
        hero = self.portraits.get(_portrait_key(author)) if author.avatar else None
        return hero.image if hero else None

    @property
    def likenesses(self) -> Mapping[object, Image | None]:
        """Every portrait."""
        return {key: hero.image for key, hero in self.portraits.items()}

    def image(self, uri: str) -> Image | None:
        """Return the picture of a post."""
        return self.heroes[uri].image if uri in self.heroes else None

    def cover(self, uri: str) -> Image | None:
        """Return the picture that an author's page names for its listing."""
        return self.covers[uri].image if uri in self.covers else None

    @property
    def problems(self) -> Iterator[Problem]:
        """What is wrong with pictures, as far as their files' first bytes tell."""
        heroes = (*self.heroes.values(), *self.portraits.values(), *self.covers.values())
        lost = () if self.default.image else self.default.problems
        return chain(lost, (found for hero in heroes for found in hero.problems))

    @property
    def files(self) -> Mapping[str, str]:
        """Files of the cache that the site needs, by their paths in the site."""
        return self.workshop.finished() if self.workshop else {}

    def develop(self, entries: Mapping[str, Entry], progress: Progress, config: str) -> Iterator[Problem]:
        """Make the smaller copies that the cache lacks; yield what could not be made.

        ``config`` names the configuration file, where the wish for copies stands. A picture that can't be
        decoded is shown as it is.
        """
        if self.workshop is None:
            return
        faults = self.workshop.make(progress)
        yield from self._hindrances(self.workshop, config)
        for uri, hero in self.heroes.items():
            if found := next((path for path in hero.paths if path in faults), None):
                fact = f"no smaller copies could be made: {faults[found]}"
                if faults[found] != self.workshop.shut:
                    yield problem("hero-doubtful", entries[uri].place("image"), "hero", fact)
                self.heroes[uri] = without_copies(hero)
        for key, hero in self.portraits.items():
            if not faults.keys().isdisjoint(hero.paths):
                self.portraits[key] = without_copies(hero)

    def _hindrances(self, workshop: Workshop, config: str) -> Iterator[Problem]:
        """Yield what keeps all copies from being made."""
        if self.options.variants and not can_make():
            fact = "Pillow is not installed; pictures are shown as they are"
            yield problem("pillow-missing", Place(config), "images.variants", fact)
        if workshop.shut:
            fact = f"smaller copies of pictures can't be kept: {workshop.shut}"
            yield problem("cache-shut", Place(config), "images.cache", fact)


def _portrait_key(author: Author) -> tuple[str, str]:
    return (author.avatar or "", author.avatar_at.path if author.avatar_at else "")
