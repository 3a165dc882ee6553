"""The picture of a post: the one it names or one that is discovered, located, measured and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mkdocs_newsblog.images.discover import SMALL, Folders, by_scheme, head_of_body, in_body
from mkdocs_newsblog.images.header import Header, read_header, remedy
from mkdocs_newsblog.images.locate import Located, Locator
from mkdocs_newsblog.images.store import SITE_FOLDER
from mkdocs_newsblog.images.variants import Workshop
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.post import Author, Entry, Image, ImageSource
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.html.cleaning import MADE
from mkdocs_newsblog.schema.options.pictures import ImageOptions
from mkdocs_newsblog.schema.problems.codes import problem_at

ICON = 200
"""Pixels of width below which a picture of the text is taken for an icon, and not for the post's picture."""


class Hero(NamedTuple):
    """What became of a post's picture; ``paths`` are the local files that it is made of."""

    image: Image | None = None
    problems: tuple[Problem, ...] = ()
    paths: tuple[str, ...] = ()


def _is_icon(picture: Header | Image) -> bool:
    """Whether a picture of the text is too small to stand for the post."""
    width, height = picture.width, picture.height
    return (width is not None and width < ICON) or (height is not None and height < SMALL)


def without_copies(hero: Hero) -> Hero:
    """Return a picture that is shown as it is, since making copies of it failed."""
    image = hero.image
    if image is None:
        return hero
    dark = image.dark._replace(renditions=()) if image.dark else None
    return hero._replace(image=image._replace(renditions=(), dark=dark))


@dataclass(eq=False, repr=False)
class Pictures:
    """Finds the picture of each post. One for each build."""

    locator: Locator
    options: ImageOptions
    workshop: Workshop | None = None
    """Makes smaller copies and knows those of remote pictures; without it there are none."""
    tops: tuple[str, ...] = ()
    """Real path of the docs folder, which no file may be a link out of."""
    headers: dict[str, Header] = field(default_factory=dict)
    """Headers that were read, by path."""

    @cached_property
    def _folders(self) -> Folders:
        return Folders(self.locator.urls)

    def hero(self, entry: Entry) -> Hero:
        """Return the picture a post shows, if any, and what is wrong with the one it names."""
        if not entry.show_image:
            return Hero()
        found = self._found(entry)
        if found.image is None or (entry.image_on_page and entry.image_on_cards):
            return found
        image = found.image._replace(on_page=entry.image_on_page, on_cards=entry.image_on_cards)
        return found._replace(image=image)

    def _found(self, entry: Entry) -> Hero:
        if entry.image is not None and entry.image.src:
            found = self._resolve(entry.image, entry)
            return found._replace(image=self._placed(found.image, entry)) if found.image else found
        said = entry.image or ImageSource("", Place(entry.src_uri))
        for found in self._discovered(said, entry):
            if found.image is not None:
                return found
        return Hero()

    def default(self, config: str) -> Hero:
        """Return the picture of pages that have none, as the option names it, and what is wrong with it."""
        if not self.options.default or "default" not in self.options.discover:
            return Hero()
        source = ImageSource(self.options.default, Place(config), "images.default")
        image, _, problems = self._open(source.src, source, "")
        return Hero(image, tuple(problems))

    def cover(self, entry: Entry) -> Hero:
        """Return the picture that an author's page names for its listing, and what is wrong with it.

        No page shows it, so what a picture on a page lacks is said as a notice, or not at all. What is unsafe
        is an error even if it is not wanted: themes get the key as it is.
        """
        if entry.image is None or not entry.image.src:
            return Hero()
        found = self._resolve(entry.image, entry)
        unsafe = tuple(each for each in found.problems if each.code == "hero-unsafe")
        if not entry.show_image:
            return Hero(None, unsafe)
        mild = (each for each in found.problems if each.code not in ("hero-unsafe", "hero-without-alt"))
        notices = (each._replace(severity=Severity.INFO) for each in mild)
        return found._replace(problems=(*unsafe, *notices))

    def portrait(self, author: Author) -> Hero:
        """Return the portrait of an author who names one, and what is wrong with it."""
        place = author.avatar_at or Place("")
        source = ImageSource(author.avatar or "", place, "avatar", alt="")
        image, path, problems = self._open(source.src, source, place.path, portrait=True)
        return Hero(image, tuple(problems), (path,) if path else ())

    def _discovered(self, said: ImageSource, entry: Entry) -> Iterator[Hero]:
        """Yield what is found where the options say to look; what can't be shown is no mistake there."""
        for place in self.options.discover:
            if place == "beside":
                light, dark = self._folders.beside(entry.src_uri, entry.path)
                if light:
                    source = said._replace(src=f"/{light}", dark_src=f"/{dark}" if dark else None)
                    found = self._resolve(source, entry)
                    yield found._replace(image=self._placed(found.image, entry)) if found.image else found
            elif place == "body":
                yield self._from_body(said, entry)
            elif self.options.default:
                alt = "" if said.alt is None else said.alt
                yield self._resolve(said._replace(src=self.options.default, alt=alt), entry)

    def _from_body(self, said: ImageSource, entry: Entry) -> Hero:
        """Return the first picture of the text that is no icon; what is lost ends the search."""
        for shown, dark in by_scheme(in_body(entry.body)):
            place = self.locator.locate(shown.src, entry.src_uri)
            if place.is_remote and MADE.search(shown.src):
                break  # another system would have made the address
            if place.path and _is_icon(self._header(place.path, inside=place.inside)):
                continue
            alt = shown.alt if said.alt is None else said.alt
            source = said._replace(src=shown.src, dark_src=dark or said.dark_src, alt=alt)
            found = self._resolve(source, entry)
            if found.image is None:
                break
            if not _is_icon(found.image):
                return found._replace(image=found.image._replace(in_body=True), problems=())
        return Hero()

    def _placed(self, image: Image, entry: Entry) -> Image:
        """Note whether the post's own text begins its pictures with the same one, as its author means it.

        A path leads to more places here than for the host, so the page may lack what the text names.
        """
        for shown in head_of_body(entry.body):
            found = self.locator.locate(shown.src, entry.src_uri)
            if found.url and self._origin(found.url) == image.url:
                return image._replace(in_body=True, guessed=not found.is_remote)
        return image

    def _origin(self, url: str) -> str:
        """Return the address of the copy of a remote picture, or the address itself."""
        copy = self._copy(url)
        return copy.url if copy else url

    def _resolve(self, source: ImageSource, entry: Entry) -> Hero:
        light, path, problems = self._open(source.src, source, entry.src_uri)
        dark: Image | None = None
        paths = [path] if path else []
        if source.dark_src:
            dark, path, doubts = self._open(source.dark_src, source, entry.src_uri)
            problems += doubts
            paths += [path] if path else []
        if light is None:
            return Hero(None, tuple(problems))
        if source.alt is None:
            fact = "the picture has no alternative text; the title stands in"
            problems.append(problem_at("hero-without-alt", source, fact))
        alt = entry.title if source.alt is None else source.alt
        image = light._replace(
            alt=alt,
            caption=source.caption,
            credit=source.credit,
            position=source.position,
            dark=dark and dark._replace(alt=alt, position=source.position),
        )
        return Hero(image, tuple(problems), tuple(paths))

    def _open(
        self, text: str, source: ImageSource, src_uri: str, *, portrait: bool = False
    ) -> tuple[Image | None, str, list[Problem]]:
        """Return one picture with its size and copies, the path of its file, and what is wrong with it."""
        found = self._cached(self.locator.locate(text, src_uri))
        problems = list(self.locator.said(found, text, source, src_uri))
        if not found.url:
            return None, "", problems
        if not found.path:
            return Image(found.url, width=source.width, height=source.height), "", problems
        header = self._header(found.path, inside=found.inside)
        if header.fault:
            fact = f"{quoted(text)} {header.fault}"
            problems.append(problem_at("hero-unreadable", source, fact, remedy(header.fault)))
            return None, "", problems
        if header.doubt:
            fact = f"{quoted(text)} {header.doubt}"
            problems.append(problem_at("hero-doubtful", source, fact))
        image = Image(
            found.url,
            width=header.width or source.width,
            height=header.height or source.height,
            type=header.type,
            length=header.length,
        )
        return self._with_copies(image, header, found.path, portrait=portrait), found.path, problems

    def _header(self, path: str, *, inside: bool) -> Header:
        if path not in self.headers:
            self.headers[path] = read_header(path, self.tops if inside else ())
        return self.headers[path]

    def _cached(self, found: Located) -> Located:
        """Return the downloaded copy of a remote picture, where the options ask for it and it is there."""
        if self.workshop is None or self.options.remote != "cached" or not found.is_remote:
            return found
        copy = self._copy(found.url)
        if copy is None:
            fact = f"no copy of {quoted(found.url)} is cached; it is loaded from its own host"
            return found._replace(doubts=(*found.doubts, ("hero-not-cached", fact)))
        self.workshop.files[copy.url] = copy.path
        return copy

    def _copy(self, url: str) -> Located | None:
        """Return the downloaded copy of a remote picture; one that was damaged since is none."""
        store = self.workshop.store if self.workshop and self.options.remote == "cached" else None
        copy = store.find(url) if store else None
        if store is None or copy is None:
            return None
        path = str(store.remote / copy.name)
        header = self._header(path, inside=False)
        is_odd = header.fault or header.doubt
        return None if is_odd and not store.is_whole(copy) else Located(f"{SITE_FOLDER}/{copy.name}", path)

    def _with_copies(self, image: Image, header: Header, path: str, *, portrait: bool) -> Image:
        if self.workshop is None or header.doubt:
            return image
        try:
            copies = self.workshop.plan(image, path, animated=header.animated, portrait=portrait)
        except OSError:
            return image
        return image._replace(renditions=copies)
