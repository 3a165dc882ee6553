"""Pictures that nobody named: a file beside the post, or the first picture of its text."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from mkdocs_newsblog.images.address import unescaped
from mkdocs_newsblog.images.badges import is_badge
from mkdocs_newsblog.images.header import ENDINGS
from mkdocs_newsblog.read.files.paths import OWNERS
from mkdocs_newsblog.read.markdown.code import code_in, indented_spans, is_within
from mkdocs_newsblog.read.markdown.literal import literal_spans
from mkdocs_newsblog.read.markdown.replaced import replaced
from mkdocs_newsblog.read.pictures.declared_size import attributes_of, declared_sizes
from mkdocs_newsblog.read.pictures.schemes import for_all, scheme_of

NAMES = ("feature", "cover", "thumbnail")
"""Beginnings of the names of a bundle's picture (Blowfish, Quarto), in order."""


_SHOWN = (
    r"(?i)!\[(?P<alt>[^\[\]]{0,2000}(?:\[[^\[\]]{0,200}\][^\[\]]{0,200}){0,9})\]"
    r"(?:\(\s*+(?:<(?P<angle>[^<>\n]*)>"
    r"|(?P<plain>[^\s()]*(?:(?:\([^\s()]*\)| ++(?=[^\s)\"'=]))[^\s()]*)*))"
    r"(?:\s++(?:\"[^\"]*\"|'[^']*')\s*+|\s*+)\)|\s?\[(?P<label>[^\[\]]*)\])(?P<list>\{[^{}\n]{0,300}\})?"
    r"|<img\b(?P<tag>(?:[^<>\"']|\"[^<>\"]*\"|'[^<>']*'){0,2000})>"
)
_DEFINITION = r"(?m)^ {0,3}\[(?P<label>[^\[\]\n]+)\]:\s*<?(?P<address>[^\s<>]+)"
SMALL = 50
"""Pixels of width or height below which a picture is an icon, or counts who reads a page."""


class BodyPicture(NamedTuple):
    """A picture of a post's text: its address as written, and its alternative text."""

    src: str
    alt: str


def in_body(body: str) -> Iterator[BodyPicture]:
    """Yield the pictures of a Markdown text that are no badges and not small, outside code and comments."""
    return (shown for shown, is_minor in _pictures(body) if not is_minor)


def by_scheme(pictures: Iterator[BodyPicture]) -> Iterator[tuple[BodyPicture, str | None]]:
    """Yield pictures, each with the address of its twin for dark colours: two for a scheme each are one."""
    first = next(pictures, None)
    while first is not None:
        second = next(pictures, None)
        schemes = [scheme_of(each.src) for each in (first, second) if each is not None]
        if second is None or sorted(filter(None, schemes)) != ["dark", "light"]:
            yield first._replace(src=for_all(first.src)), None
            first = second
            continue
        light, dark = (first, second) if schemes[0] == "light" else (second, first)
        yield light._replace(src=for_all(light.src)), for_all(dark.src)
        first = next(pictures, None)


def head_of_body(body: str) -> Iterator[BodyPicture]:
    """Yield the pictures that a text begins with: its badges and small ones, and the first that is none."""
    for shown, is_minor in _pictures(body):
        yield shown
        if not is_minor:
            return


def _pictures(body: str) -> Iterator[tuple[BodyPicture, bool]]:
    """Yield the pictures of a text, and whether they are badges or are shown small."""
    if "![" not in body and "<img" not in body.lower():
        return
    text = _without_hidden(_without_code(body))
    named: Mapping[str, str] | None = None
    for found in re.finditer(_SHOWN, text):
        written = found["tag"] or found["list"]
        said = attributes_of(written) if written else {}
        if found["tag"] is not None:
            shown = BodyPicture(unescaped(said.get("src", "")), unescaped(said.get("alt", "")))
        elif found["label"] is not None:
            named = _references(text) if named is None else named
            shown = BodyPicture(named.get(_name(found["label"] or found["alt"]), ""), found["alt"])
        else:
            shown = BodyPicture(found["angle"] or found["plain"] or "", found["alt"])
        if shown.src and not shown.src.lower().startswith("data:"):
            yield shown, is_badge(shown.src) or any(size < SMALL for size in declared_sizes(said))


def _without_code(body: str) -> str:
    if "`" not in body and "~~~" not in body:
        return body
    fences, spans = code_in(body)
    return replaced(body, ((*span, " ") for span in sorted([*fences, *spans])))


def _without_hidden(text: str) -> str:
    """Return a text without comments and indented code: pictures there are text about pictures."""
    indented = indented_spans(text)
    literal = literal_spans(text, (indented,), raw=False)
    hidden = [*literal, *(span for span in indented if not is_within(span[0], literal))]
    return replaced(text, ((*span, " ") for span in sorted(hidden)))


def _references(text: str) -> Mapping[str, str]:
    """Return the address of every label: one search for all references, of which a text may have thousands.

    The last definition of a label counts, as for the host.
    """
    return {_name(found["label"]): found["address"] for found in re.finditer(_DEFINITION, text)}


def _name(label: str) -> str:
    return " ".join(label.split()).lower()


class Folders:
    """The pictures of every folder, for bundles that hold their own."""

    def __init__(self, uris: Iterable[str]) -> None:
        """Take the source paths of all files of the site."""
        self._uris = uris

    @cached_property
    def _pictures(self) -> Mapping[str, list[str]]:
        folders: dict[str, list[str]] = {}
        for uri in self._uris:
            if uri.lower().endswith(ENDINGS):
                folders.setdefault(posixpath.dirname(uri), []).append(uri)
        return folders

    def beside(self, uri: str, path: str) -> tuple[str, str]:
        """Return the picture that lies beside a bundle's page, and the one for dark schemes; "" for none.

        ``path`` is what addresses are made of: that of ``index.fr.md`` ends in ``index.md``.
        """
        folder, name = posixpath.dirname(uri), posixpath.basename(path)
        if posixpath.splitext(name)[0].lower() not in OWNERS:
            return "", ""
        for start in NAMES:
            found = sorted(
                each
                for each in self._pictures.get(folder, ())
                if posixpath.basename(each).lower().startswith(start)
            )
            dark = [each for each in found if _stem(each).endswith(("-dark", "_dark", ".dark"))]
            light = [each for each in found if each not in dark]
            if light:
                return light[0], dark[0] if dark else ""
        return "", ""


def _stem(uri: str) -> str:
    return posixpath.splitext(posixpath.basename(uri))[0].lower()
