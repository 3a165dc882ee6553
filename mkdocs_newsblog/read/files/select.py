"""Which pages belong to a section, and which of them are posts. Paths are compared part by part."""

from __future__ import annotations

from collections.abc import Sequence
from fnmatch import fnmatchcase
from typing import NamedTuple

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.schema.problems.codes import problem

FOLDER_NAME = "_index.md"
"""Name of the page that says what a folder is about, in Hugo and Zola: a post that no listing shows."""
MARKED = frozenset({"_posts", "_drafts", FOLDER_NAME})
"""Names with a ``_`` that have a meaning of their own (Jekyll, Hugo, Zola)."""
INDEX_NAMES = ("index.md", "README.md")
PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".md")
"""Endings of files that hosts turn into pages."""


class Section(NamedTuple):
    """A folder below ``docs_dir`` with the globs that say which of its pages are posts.

    ``parts`` are the folder's parts; none for a site that is only a blog.
    """

    parts: tuple[str, ...]
    globs: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, folder: str, globs: Sequence[str]) -> Section:
        """Return the section for the options ``dir`` and ``posts``."""
        parts = tuple(part for part in folder.split("/") if part not in ("", "."))
        return cls(parts, tuple(tuple(glob.split("/")) for glob in globs))

    def overlaps(self, other: Section) -> bool:
        """Whether one of two folders is the other, or lies within it, on systems that ignore case too."""
        pairs = zip(self.parts, other.parts, strict=False)
        return all(folded(own) == folded(others) for own, others in pairs)

    def holds(self, src_uri: str) -> bool:
        """Whether a page lies below the folder; ``news-old/a.md`` does not lie below ``news``."""
        parts = tuple(src_uri.split("/"))
        return len(parts) > len(self.parts) and parts[: len(self.parts)] == self.parts

    def has_index(self, src_uri: str) -> bool:
        """Whether a page is the section's own index."""
        return src_uri in ("/".join((*self.parts, name)) for name in INDEX_NAMES)

    def has_post(self, src_uri: str) -> bool:
        """Whether a page is a post: below the folder, matched by a glob, and not the section's own index."""
        if not self.holds(src_uri):
            return False
        rest = tuple(src_uri.split("/"))[len(self.parts) :]
        if rest == (FOLDER_NAME,):
            return True
        return not self.has_index(src_uri) and any(matches(rest, glob) for glob in self.globs)

    def left_out(self, src_uri: str) -> str | None:
        """Return the part of a path that begins with ``_``, which Astro, Docusaurus and Jekyll leave out.

        None stands for a path without one, and for one that the globs name.
        """
        rest = tuple(src_uri.split("/"))[len(self.parts) :]
        odd = next(filter(_is_marked, rest), None)
        if odd is None or any(any(map(_is_marked, glob)) and matches(rest, glob) for glob in self.globs):
            return None
        return odd


def left_out_fact(path: str, odd: str) -> str:
    """Return why a path is left out, given the part of it that :meth:`Section.left_out` has found."""
    kind = "file" if path.rpartition("/")[2] == odd else "folder"
    return f"the name of the {kind} {quoted(odd)} begins with _, so it is left out of the site"


def _is_marked(part: str) -> bool:
    return part.startswith("_") and part not in MARKED


def is_folder_page(path: str) -> bool:
    """Whether a page says what its folder is about, as Hugo and Zola have it."""
    return path.rpartition("/")[2] == FOLDER_NAME


def overlap(place: Place, one: str, two: str) -> Problem:
    """Return what is wrong with two sections of which each would hold pages of the other."""
    fact = f"the sections '{one}' and '{two}' overlap"
    return problem("option-invalid", place, "newsblog", fact, "Give each a folder of its own")


def shared(place: Place, folder: str) -> Problem:
    """Return what is wrong with a section in whose folder the theme's own plugin makes a blog."""
    fact = f"the blog plugin of the theme has the folder '{folder}' too"
    advice = "Take it out of plugins, or give it another folder"
    return problem("option-invalid", place, "newsblog", fact, advice)


def matches(parts: Sequence[str], glob: Sequence[str]) -> bool:
    """Whether a path matches a glob, both cut into parts; ``**`` stands for any number of folders.

    >>> matches(("2024", "a.md"), ("**", "*.md"))
    True
    """
    if not glob:
        return not parts
    if glob[0] == "**":
        return any(matches(parts[start:], glob[1:]) for start in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], glob[0]) and matches(parts[1:], glob[1:])
