"""The options of pictures: where they are found, how they are made light, and who may be asked for them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mkdocs_newsblog.schema.options.group import COUNTED, FolderText, Options, PathText, shaped

Host = Annotated[
    str,
    shaped(
        r"^(https?://)?(\*\.)?([A-Za-z0-9_-]+\.)*[A-Za-z0-9_-]+(:[0-9]{1,5})?$",
        "a host with nothing behind it, such as img.example.org or *.example.org",
    ),
]
Sizes = Annotated[str, shaped(r"^[^<>\"\x00-\x1f]+$", "widths as the attribute `sizes` of HTML has them")]
Width = Annotated[int, Field(ge=16, le=4096), COUNTED]

FROM_THE_TOP = (
    *("@/", "~/", "@site/", "{{site.baseurl}}/", "{{ site.baseurl }}/"),
    *("{static}/", "{attach}/", "{filename}/", "__GHOST_URL__/"),
)
"""Beginnings of paths that stand for the site itself: Pelican has those in single braces, Ghost the last."""


class ImageOptions(Options):
    """How heroes are found and made light, and what becomes of those on other hosts."""

    discover: tuple[Literal["beside", "body", "default"], ...] = ("beside", "body", "default")
    """Where a picture is looked for when a post names none, in order: `beside` takes `feature*`, `cover*`
    or `thumbnail*` in the folder of an `index.md`; `body` the first picture of the text; `default` the
    option of that name."""
    default: str | None = None
    """Picture of posts that have none, and of listings that somebody shares: a path in the docs folder or an
    https address."""
    roots: tuple[PathText, ...] = ("public", "static", "assets")
    """Folders below `docs_dir` in which a path from the site's root is looked for as well."""
    aliases: dict[str, str] = Field(default=dict.fromkeys(FROM_THE_TOP, ""))
    """Beginnings of paths that stand for a folder below `docs_dir`."""
    ratio: Literal["16/9", "3/2", "4/3", "1/1", "2/1", "21/9"] = "16/9"
    """Shape of the pictures on cards, and of the room that is kept for a hero of unknown size."""
    placeholder: Literal["none", "designed"] = "none"
    """What a card shows that has no picture: nothing, or a coloured field with the title's first letter."""
    variants: bool = False
    """Make smaller copies of local pictures in modern formats; needs `mkdocs-newsblog[images]`."""
    widths: Annotated[tuple[Width, ...], Field(min_length=1, max_length=8)] = (400, 800, 1600)
    """Widths of the copies in pixels; none is wider than the picture itself."""
    formats: tuple[Literal["avif", "webp"], ...] = ("avif", "webp")
    """Formats of the copies, the preferred first."""
    hero_sizes: Sizes | None = None
    """How wide the picture above a post is shown, as the attribute `sizes` of HTML says it; default: what is
    known of the theme. Set it if a stylesheet of yours makes the text wider or narrower."""
    card_sizes: Sizes | None = None
    """The same for pictures on cards, which only the first of a page and older browsers need."""
    remote: Literal["keep", "cached"] = "keep"
    """`keep` loads a picture from its own host, `cached` serves the copy of `newsblog images fetch`."""
    allow: tuple[Host, ...] = ()
    """Hosts from which `newsblog images fetch` may download: `img.example.org`, or `*.example.org` for all
    below it. Only https on its own port, unless written out: `http://img.example.org:8080`."""
    cache: FolderText = ".cache/newsblog"
    """Folder for copies, kept between builds; relative to the folder of the configuration file."""
