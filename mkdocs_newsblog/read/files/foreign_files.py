"""Posts in formats that hosts make no pages of, told from files that only have the same ending."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

HEAD = 4_096
"""Bytes of a file in which it says what it is."""
_BLOCK = r"\s*(?:---|\+\+\+)[ \t]*\n"


class FileFormat(NamedTuple):
    """A format of posts elsewhere."""

    name: str
    begins: str
    """Pattern of how a post begins."""
    makers: tuple[str, ...] = ()
    """Words in the names of plugins that make pages of such files."""
    dated: bool = True
    """Whether a date at the beginning of the file's name makes it a post as well."""
    remedy: str = "Write it in Markdown, in a file that ends in .md, or exclude it with exclude_docs"


_RENAME = "Rename it to .md, or exclude it with exclude_docs"
_QUARTO = FileFormat("Quarto", _BLOCK, ("quarto",), remedy=_RENAME)
_R = FileFormat("R Markdown", _BLOCK, ("rmd", "rmarkdown", "knitr"), remedy=_RENAME)
_RST = FileFormat(
    "reStructuredText", rf"{_BLOCK}|(?s:.*?)^(?::|\.\. )(?:date|title|tags|author|slug):", ("rst",)
)
_ASCIIDOC = FileFormat(
    "AsciiDoc", rf"{_BLOCK}|\s*(?:(?::[\w-]+:|//)[^\n]*\n\s*)*=\s", ("asciidoc", "asciidoctor", "adoc")
)
_ORG = FileFormat("Org", rf"{_BLOCK}|(?s:.*?)^(?i:#\+(?:title|date|hugo_\w+|filetags):)", ("org",))
_NOTEBOOK = FileFormat(
    "a notebook",
    r'(?>(?:[^"]++|"(?!source"))*)"source"\s*:\s*\[?\s*"---\\n',
    ("jupyter", "jupyter2", "mknotebooks", "nbconvert", "nbsync", "notebook", "notebooks"),
    dated=False,  # data to download has names of that kind, too
)
FORMATS: Mapping[str, FileFormat] = {
    ".qmd": _QUARTO,
    ".rmd": _R,
    ".rmarkdown": _R,
    ".rst": _RST,
    ".adoc": _ASCIIDOC,
    ".asciidoc": _ASCIIDOC,
    ".org": _ORG,
    ".ipynb": _NOTEBOOK,
    ".html": FileFormat("HTML", _BLOCK, dated=False),
    ".njk": FileFormat("Nunjucks", _BLOCK, ("nunjucks", "njk")),
    ".textile": FileFormat("Textile", _BLOCK, ("textile",)),
    ".mdoc": FileFormat("Markdoc", _BLOCK, ("markdoc",), remedy=_RENAME),
    ".lr": FileFormat("Lektor", r"(?s:.*?)^(?:title|pub_date|body):", ("lektor",), dated=False),
}
_WORD = re.compile(r"[a-z0-9]+")
_DATE = r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])"


def format_of(path: str) -> FileFormat | None:
    """Return the foreign format that a path's ending stands for."""
    return FORMATS.get(posixpath.splitext(path)[1].lower())


def is_made(path: str, plugins: Iterable[str]) -> bool:
    """Whether one of a site's plugins makes a page of a file, as far as their names tell."""
    found = format_of(path)
    if found is None:
        return False
    words = {word for plugin in plugins for word in _WORD.findall(plugin.lower())}
    return not words.isdisjoint(found.makers)


def is_foreign_post(path: str, head: bytes) -> bool:
    """Whether a file of a foreign format is a post, by its name and how it begins."""
    found = format_of(path)
    if found is None:
        return False
    if found.dated and re.match(_DATE, posixpath.basename(path)):
        return True
    text = head.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    return re.match(found.begins, text, re.MULTILINE) is not None
