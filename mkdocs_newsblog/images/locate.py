"""Where the address of a picture leads: to another host, or to one of the site's own files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from mkdocs_newsblog.images.address import bare, check_remote, has_scheme
from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.read.file_names import by_composed, composed
from mkdocs_newsblog.schema.pictures import ImageOptions

FORBIDDEN = frozenset('\\"<>')
"""Characters that no path of a picture may have. The host prints an apostrophe as ``%27``."""


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
        src = bare(text)
        for start, folder in self.options.aliases.items():
            if src.startswith(start):
                src = "/" + posixpath.join(folder, src.removeprefix(start).lstrip("/"))
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

    @cached_property
    def _composed(self) -> Mapping[str, str]:
        return by_composed(self.urls)

    def _candidates(self, src: str, folder: str) -> Iterable[str]:
        """Yield the places below ``docs_dir`` where a path may lead, in order.

        Posts of other systems climb out of their folder into one that the docs folder does not have
        (``../../assets/x.jpg``); what is left of such a path is looked for from the top. A path from the
        host's root may begin with the path of the site's address.
        """
        short = src.partition("?")[0].partition("#")[0]
        for plain in dict.fromkeys((unquote(short), unquote(src), short, src)):
            yield from _inside(posixpath.join(folder, plain))
            rest = posixpath.normpath("/" + plain).lstrip("/")
            for root in ("", *self.options.roots):
                yield from _inside(posixpath.join(root, rest))
            for root in ("src", *self.options.roots):
                if rest.startswith(f"{root}/"):
                    yield from _inside(rest.removeprefix(f"{root}/"))
            if plain.startswith(f"/{self.base}/"):
                for root in ("", *self.options.roots):
                    yield from _inside(posixpath.join(root, rest.removeprefix(f"{self.base}/")))


def base_of(address: str | None) -> str:
    """Return the path of the site's address without slashes around it, and nothing of what is no address."""
    try:
        return unquote(urlsplit(address or "").path).strip("/")
    except ValueError:
        return ""


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
