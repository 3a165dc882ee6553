"""Cutting one view into its pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mkdocs_newsblog.collect.paginate import paginate, paginate_from_oldest
from mkdocs_newsblog.model.view import ViewPage
from mkdocs_newsblog.schema.options.listing import ViewOptions
from mkdocs_newsblog.schema.settings import Settings


def paged(
    view: ViewPage, posts: Sequence[str], chosen: ViewOptions, settings: Settings
) -> Iterable[ViewPage]:
    """Yield ``view`` once for each slice of ``posts``: its own address, then ``page/2`` and so on.

    Numbered from the oldest post, page 1 is the last one; a series in order of its parts needs no such care.
    """
    options = chosen.pagination or settings.pagination
    per_page = chosen.per_page
    stable = options.stable and not view.by_part
    slices = paginate_from_oldest(posts, per_page) if stable else paginate(posts, per_page, options.orphans)
    for number, shown in enumerate(slices, start=1):
        page = view._replace(posts=shown, number=number, last=len(slices), stable=stable)
        tail = () if number == 1 else (*path_parts(options.path, "page"), str(page.mark(number)))
        yield page._replace(address=(*view.first, *tail))


def path_parts(path: str | None, default: str) -> tuple[str, ...]:
    """Return the parts of an address option: ``"topics/all"`` is ``("topics", "all")``."""
    return tuple(part for part in (default if path is None else path).split("/") if part not in ("", "."))
