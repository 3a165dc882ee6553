"""What the options name and the site does not have."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.schema.codes import problem


def lost_file(wanted: str | None, config: str) -> Iterator[Problem]:
    """Say that there is no authors file of the name that the options give."""
    if wanted:
        fact = f"there is no file {quoted(wanted)} in the docs folder that can be read"
        yield problem("authors-file-missing", Place(config), "authors_file", fact)


def no_page(folder: str, config: str) -> Iterator[Problem]:
    """Say that a section without any page may have a mistyped folder."""
    fact = f"there is no page below {quoted(folder)}"
    yield problem("option-dir-missing", Place(config), "dir", fact)
