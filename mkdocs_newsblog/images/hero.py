"""Finding the picture that a post names: on another host, or among the site's own files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from mkdocs_newsblog.images.address import bare, check_remote, has_scheme
from mkdocs_newsblog.model.post import Entry, Image, ImageSource
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.schema.codes import problem
from mkdocs_newsblog.schema.settings import ImageOptions

FORBIDDEN = frozenset("\\\"'<>")
"""Characters that no path of a picture may have."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The files that a hero may be: source path below ``docs_dir`` -> URL below the site's root."""

    urls: Mapping[str, str]
    options: ImageOptions

    def hero(self, entry: Entry) -> tuple[Image | None, list[Problem]]:
        """Return the picture a post shows, if any, and what is wrong with the one it names."""
        if not entry.show_image:
            return None, []
        source = entry.image
        if source is None and self.options.default:
            source = ImageSource(self.options.default, Place(entry.src_uri), alt="")
        if source is None:
            return None, []
        return self._resolve(source, entry)

    def _resolve(self, source: ImageSource, entry: Entry) -> tuple[Image | None, list[Problem]]:
        found, problems = self._locate(source.src, source, entry.src_uri)
        dark: str | None = None
        if source.dark_src:
            dark, doubts = self._locate(source.dark_src, source, entry.src_uri)
            problems += doubts
        if found is None:
            return None, problems
        if source.alt is None:
            fact = "the picture has no alternative text; the title stands in"
            problems.append(problem("hero-without-alt", source.place, source.key, fact))
        alt = entry.title if source.alt is None else source.alt
        image = Image(
            url=found,
            alt=alt,
            caption=source.caption,
            credit=source.credit,
            width=source.width,
            height=source.height,
            position=source.position,
            dark=Image(dark) if dark else None,
        )
        return image, problems

    def _locate(self, text: str, source: ImageSource, src_uri: str) -> tuple[str | None, list[Problem]]:
        """Return the URL of the picture that ``text`` names in a post, or None and the reason."""
        src = bare(text)
        for start, folder in self.options.aliases.items():
            if src.startswith(start):
                src = "/" + posixpath.join(folder, src.removeprefix(start))
        if has_scheme(src):
            return _remote(src, source)
        if FORBIDDEN.intersection(src):
            fact = f"{quoted(text)} has a backslash, quote or angle bracket in it"
            return None, [problem("hero-unsafe", source.place, source.key, fact)]
        tried = list(dict.fromkeys(self._candidates(src, posixpath.dirname(src_uri))))
        for path in tried:
            if path in self.urls:
                return self.urls[path], []
        fact = f"no picture {quoted(text)}; tried {', '.join(quoted(path) for path in tried) or 'no place'}"
        return None, [problem("hero-missing", source.place, source.key, fact)]

    def _candidates(self, src: str, folder: str) -> Iterable[str]:
        """Yield the places below ``docs_dir`` where a path may lead, in order.

        Posts of other systems climb out of their folder into one that the docs folder does not have
        (``../../assets/x.jpg``); what is left of such a path is looked for from the top.
        """
        for path in dict.fromkeys((src.partition("?")[0].partition("#")[0], src)):
            plain = unquote(path)
            if not plain.startswith("/"):
                yield from _inside(posixpath.join(folder, plain))
            rest = posixpath.normpath("/" + plain).lstrip("/")
            for root in ("", *self.options.roots):
                yield from _inside(posixpath.join(root, rest))
            for root in ("src", *self.options.roots):
                if rest.startswith(f"{root}/"):
                    yield from _inside(rest.removeprefix(f"{root}/"))


def _inside(path: str) -> Iterable[str]:
    """Yield the normalised path unless it leaves the docs folder."""
    normal = posixpath.normpath(path)
    if normal not in (".", "..") and not normal.startswith(("../", "/")):
        yield normal


def _remote(src: str, source: ImageSource) -> tuple[str | None, list[Problem]]:
    checked = check_remote(src)
    if checked.refused:
        fact = f"{quoted(src)} {checked.refused}"
        return None, [problem("hero-unsafe", source.place, source.key, fact)]
    doubts = [
        problem("hero-insecure", source.place, source.key, f"{quoted(src)} {doubt}")
        for doubt in checked.doubts
    ]
    return checked.url, doubts
