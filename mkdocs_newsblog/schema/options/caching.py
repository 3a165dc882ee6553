"""Options of what is kept between builds."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator

from mkdocs_newsblog.schema.options.group import Options, switch


class CacheOptions(Options):
    """What is kept between builds, in `.cache/newsblog/` beside `mkdocs.yml`."""

    markdown: Literal["posts", "all"] = "posts"
    """Whose Markdown is not converted again while nothing it depends on has changed: that of posts, or of all
    pages of the site."""
    pages: bool = False
    """Whether finished pages are kept, too. That takes room and a little time, and pays where most builds
    find what the last one has kept."""
    readers: tuple[str, ...] = ()
    """Further Markdown extensions that read files or run programs; where one is on, nothing is kept."""


Cache = Annotated[CacheOptions | None, BeforeValidator(switch)]
