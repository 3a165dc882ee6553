"""Cutting one view into its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mkdocs_newsblog.collect.paginate import paginate
from mkdocs_newsblog.model.view import ViewPage

PAGE = "page"
"""The word before a page's number in its address."""


def paged(view: ViewPage, posts: Sequence[str], per_page: int) -> Iterable[ViewPage]:
    """Yield ``view`` once for each slice of ``posts``: its own address, then ``page/2`` and so on."""
    slices = paginate(posts, per_page)
    for number, shown in enumerate(slices, start=1):
        tail = () if number == 1 else (PAGE, str(number))
        yield replace(view, address=(*view.first, *tail), posts=shown, number=number, last=len(slices))


def path_parts(path: str | None, default: str) -> tuple[str, ...]:
    """Return the parts of an address option: ``"topics/all"`` is ``("topics", "all")``."""
    return tuple(part for part in (default if path is None else path).split("/") if part not in ("", "."))
