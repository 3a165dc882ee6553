"""Where the address of a picture leads: to another host, or to one of the site's own files."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs_newsblog.images.address import bare, check_remote, has_scheme
from mkdocs_newsblog.model.media import EMBEDDED, names_picture
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.post import ImageSource
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.files.file_names import by_composed, composed
from mkdocs_newsblog.schema.options.pictures import ImageOptions
from mkdocs_newsblog.schema.problems.codes import problem_at

FORBIDDEN = frozenset('\\"<>')
"""Characters that no path of a picture may have. The host prints an apostrophe as ``%27``."""
FROM_HERE = ("{static}", "{attach}", "{filename}")
"""Beginnings that Pelican puts before the path from the post, too, where no slash follows."""
BESIDE = "images"
"""Folder beside a post."""
FEW = 200
"""Names of a folder that are compared letter by letter, at most."""
DEEPEST = 100
"""Last parts of a path that leads nowhere which are looked for elsewhere, each with those behind it."""

_SAVE = "Save it as a file, and write its path"
_NO_DOT = "".join(rf"(?<![\w, ]{ending})" for ending in ("avif", "gif", "jpeg", "jpg", "png", "svg", "webp"))
_NAME = rf"(?i)[^./\\:]+{_NO_DOT}"
"""No path: neither a folder nor an ending; an icon, an emoji or a colour in the words of CSS.

``pierjpg`` and ``pier,jpg`` have an ending, behind another sign than a dot."""


class Located(NamedTuple):
    """Where a picture is: its URL, absolute or below the site's root, and its file where it has one.

    ``doubts`` are pairs of a problem's code and a fact; without a ``url`` they say why there is none.
    """

    url: str = ""
    path: str = ""
    inside: bool = False
    """Whether the file lies in the docs folder."""
    doubts: tuple[tuple[str, str], ...] = ()

    @property
    def is_remote(self) -> bool:
        """Whether the picture lives on another host."""
        return self.url.startswith(("https:", "http:"))


@dataclass(frozen=True, eq=False, repr=False)
class Locator:
    """Knows the files of the site: URL below the root, and path on disk, by path below ``docs_dir``."""

    urls: Mapping[str, str]
    options: ImageOptions
    paths: Mapping[str, str] = field(default_factory=dict)
    outside: frozenset[str] = frozenset()
    """Files that are not from the docs folder: the theme's, and those that plugins made."""
    base: str = ""
    """Path of the site's address, without slashes around it: ``docs`` of ``https://example.org/docs/``."""

    def locate(self, text: str, src_uri: str) -> Located:
        """Return where the picture is that ``text`` names in the post ``src_uri``."""
        src = self._unfolded(bare(text))
        if EMBEDDED.match(src):
            fact = "a picture itself stands in place of its path"
            return Located(doubts=(("hero-unreadable", fact),))
        if has_scheme(src):
            return _remote(src)
        if FORBIDDEN.intersection(src):
            fact = f"{quoted(text)} has a backslash, double quote or angle bracket in it"
            return Located(doubts=(("hero-unsafe", fact),))
        tried = list(dict.fromkeys(self._candidates(src, posixpath.dirname(src_uri))))
        for path in tried:
            uri = path if path in self.urls else self._composed.get(composed(path))
            if uri is not None:
                inside = uri not in self.outside
                return Located(self.urls[uri], self.paths.get(uri, ""), inside=inside)
        fact = f"no picture {quoted(text)}; tried {', '.join(quoted(path) for path in tried) or 'no place'}"
        return Located(doubts=(("hero-missing", fact),))

    def near(self, text: str, src_uri: str) -> str | None:
        """Return a path like ``text``, which leads nowhere, that leads to a picture; None if there is none.

        The picture is where one was looked for, and is called the same but for its case and ending, or
        nearly so. Else it is where the path leads without its first folders; backslashes stand for slashes.
        """
        written = bare(text).partition("?")[0].partition("#")[0]
        if "\\" in written:
            plain = written.replace("\\", "/")
            there = self.locate(plain, src_uri)
            if "hero-missing" in dict(there.doubts):
                return self.near(plain, src_uri)
            return plain if there.url and not there.is_remote else None
        for path in self._candidates(self._unfolded(bare(text)), posixpath.dirname(src_uri)):
            folder, name = posixpath.split(path)
            if name and (found := _nearest(name, self._pictures.get(folder, {}))):
                return posixpath.join(posixpath.dirname(written), found)
        parts = posixpath.normpath("/" + unquote(written)).split("/")[1:]
        ends = ("/".join(parts[start:]) for start in range(max(1, len(parts) - DEEPEST), len(parts)))
        here = (f"/{end}" for end in ends if end in self.urls and end not in self.outside)
        return next(here, f"https://{text}" if text.lower().startswith("www.") else None)

    def said(self, found: Located, text: str, source: ImageSource, src_uri: str) -> Iterator[Problem]:
        """Yield what is wrong with the place that ``text`` leads to from ``src_uri``.

        A word that is like no picture is the name of an icon, or a key of another service: a notice.
        """
        is_path = "hero-missing" in dict(found.doubts) or (found.doubts and "\\" in text)
        near = self.near(text, src_uri) if is_path else None
        advice = f"Did you mean {quoted(near)}?" if near else _SAVE if EMBEDDED.match(text) else None
        is_name = bool(is_path and not near and src_uri and re.fullmatch(_NAME, text))
        for code, fact in found.doubts:
            said = problem_at(code, source, fact, advice)
            yield said._replace(severity=Severity.INFO) if is_name else said

    @cached_property
    def _pictures(self) -> Mapping[str, Mapping[str, str]]:
        """The names of the author's pictures by folder, and by what they are called without an ending."""
        found: dict[str, dict[str, str]] = {}
        for uri in sorted(self.urls.keys() - self.outside):
            folder, name = posixpath.split(uri)
            if names_picture(name):
                found.setdefault(folder, {}).setdefault(_stem(name), name)
        return found

    def _unfolded(self, src: str) -> str:
        """Return an address with what the beginnings stand for that the options name."""
        for start, folder in self.options.aliases.items():
            if src.startswith(start):
                src = "/" + posixpath.join(folder, src.removeprefix(start).lstrip("/"))
        return next((src.removeprefix(start) for start in FROM_HERE if src.startswith(start)), src)

    @cached_property
    def _composed(self) -> Mapping[str, str]:
        return by_composed(self.urls)

    def _candidates(self, src: str, folder: str) -> Iterable[str]:
        """Yield the places below ``docs_dir`` where a path may lead, in order.

        Posts of other systems climb out of their folder into one that the docs folder does not have
        (``../../assets/x.jpg``); what is left of such a path is looked for from the top. A path from the
        host's root may begin with the path of the site's address, or with Astro's folder of content. A
        name alone may be that of a file in the folder where wordpress-export-to-markdown puts the pictures
        of a post.
        """
        short = src.partition("?")[0].partition("#")[0]
        for plain in dict.fromkeys((unquote(short), unquote(src), short, src)):
            yield from _inside(posixpath.join(folder, plain))
            rest = posixpath.normpath("/" + plain).lstrip("/")
            for root in ("", *self.options.roots):
                yield from _inside(posixpath.join(root, rest))
            for root in ("src", "src/content", *self.options.roots):
                if rest.startswith(f"{root}/"):
                    yield from _inside(rest.removeprefix(f"{root}/"))
            if plain.startswith(f"/{self.base}/"):
                for root in ("", *self.options.roots):
                    yield from _inside(posixpath.join(root, rest.removeprefix(f"{self.base}/")))
            if "/" not in plain:
                yield from _inside(posixpath.join(folder, BESIDE, plain))


def base_of(address: str | None) -> str:
    """Return the path of the site's address without slashes around it, and nothing of what is no address."""
    try:
        return unquote(urlsplit(address or "").path).strip("/")
    except ValueError:
        return ""


def _stem(name: str) -> str:
    return composed(posixpath.splitext(name)[0]).casefold()


def _nearest(name: str, known: Mapping[str, str]) -> str | None:
    """Return the name that may be meant; other numbers make another picture of a row."""
    stem = _stem(name)
    if stem in known or len(known) > FEW:
        return known.get(stem)
    alike = [each for each in known if re.findall(r"\d+", each) == re.findall(r"\d+", stem)]
    return next((known[each] for each in get_close_matches(stem, alike, n=1, cutoff=0.8)), None)


def _inside(path: str) -> Iterable[str]:
    """Yield the normalised path unless it leaves the docs folder."""
    normal = posixpath.normpath(path)
    if normal not in (".", "..") and not normal.startswith(("../", "/")):
        yield normal


def _remote(src: str) -> Located:
    checked = check_remote(src)
    if checked.refused:
        return Located(doubts=(("hero-unsafe", f"{quoted(src)} {checked.refused}"),))
    doubts = tuple(("hero-insecure", f"{quoted(src)} {doubt}") for doubt in checked.doubts)
    return Located(checked.url, doubts=doubts)
