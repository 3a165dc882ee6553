"""From a resolved image to what a page prints: one shape above a post, a lighter one on a card."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple, TypedDict
from zlib import crc32

from mkdocs_newsblog.model.links import href_of
from mkdocs_newsblog.model.post import Entry, Image, Post, Rendition
from mkdocs_newsblog.render.templating.widths import Widths
from mkdocs_newsblog.render.text.inline import inline_markup
from mkdocs_newsblog.render.values.context import Frame, Picture, PictureSource
from mkdocs_newsblog.schema.options.pictures import ImageOptions

SMALL = 480
"""CSS pixels below which a picture is not stretched to the width of the text."""

_TAG = r"(?:[^>\"]|\"[^\"]*\")*>"
_TORN = re.compile(
    rf"(?P<open><picture class=\"newsblog-picture\">(?:\s*<source\b{_TAG})*\s*)"
    rf"(?P<link><a\b{_TAG})\s*(?P<shown><img\b{_TAG})\s*</a>(?P<close>\s*</picture>)"
)

DRAWN = "image/svg+xml"
SIDES = ("top", "bottom", "left", "right")


class Spot(NamedTuple):
    """A place for a picture: the widths it is shown at, the formats of copies, the pixels it needs at most.

    In these formats there are copies in all widths; in that of the picture there may be one, to fall back on.
    """

    sizes: str
    formats: tuple[str, ...] = ()
    widest: int | None = None


CARD_PIXELS = 800
"""400 CSS pixels on a screen of double density."""
PORTRAIT = Spot("96px", widest=400)


class PostPictures(TypedDict):
    """The pictures of a post: on its page, on cards, and how cards hold theirs."""

    image: Picture | None
    thumbnail: Picture | None
    frame: Frame


def pictures_of(post: Post, options: ImageOptions, widths: Widths) -> PostPictures:
    """Return a post's image as its page and its cards show it; None where nothing should be shown."""
    formats = tuple(f"image/{each}" for each in options.formats)
    hero = Spot(widths.above(post.entry.meta), formats)
    return {
        "image": _hero(post.image, hero),
        "thumbnail": _thumbnail(post.image, Spot(widths.card, formats, CARD_PIXELS)),
        "frame": _frame(post.entry, options),
    }


def _hero(image: Image | None, spot: Spot) -> Picture | None:
    # None as well where the post's own text shows it.
    if image is None or image.in_body or not image.on_page:
        return None
    return _picture(image, spot)._replace(eager=True)


def _thumbnail(image: Image | None, spot: Spot) -> Picture | None:
    # Never the whole file where a smaller one is there.
    return _picture(image, spot) if image is not None and image.on_cards else None


def portrait(image: Image | None) -> Picture | None:
    """Return an image as it stands beside a name."""
    return None if image is None else _picture(image, PORTRAIT)


def _frame(entry: Entry, options: ImageOptions) -> Frame:
    ratio = options.ratio.replace("/", "-")
    if options.placeholder == "none":
        return Frame(ratio)
    letter = next((char for char in entry.title if char.isalnum()), "•").upper()
    return Frame(ratio, letter, crc32(entry.src_uri.encode("utf-8", "surrogatepass")) % 6)


def _picture(image: Image, spot: Spot) -> Picture:
    fitting = [each for each in image.renditions if spot.widest is None or each.width <= spot.widest]
    same = [each for each in fitting if each.type == image.type] if spot.widest else []
    own: list[tuple[str, int | None]] = [(each.url, each.width) for each in same]
    own = own or [(image.url, image.width)]
    enough = min(spot.widest // 2, image.width or 0) if spot.widest else 0  # else a card would be blurred
    offered = {each.type for each in fitting if each.width >= enough}
    sources = [_source(kind, fitting) for kind in spot.formats if kind in offered]
    return Picture(
        src=href_of(own[-1][0]),
        alt=image.alt,
        remote=image.is_remote,
        width=image.width if image.height else None,
        height=image.height if image.width else None,
        caption=inline_markup(image.caption),
        credit=inline_markup(image.credit),
        position=next((side for side in SIDES if side in (image.position or "").lower()), None),
        sources=sources,
        srcset=_srcset(own) if sources else "",
        sizes=spot.sizes if sources else "",
        dark=_picture(image.dark, spot) if image.dark else None,
        small=bool(image.width and image.width < SMALL and image.type != DRAWN),
        drawn=image.type == DRAWN,
    )


def _source(kind: str, copies: Sequence[Rendition]) -> PictureSource:
    widths = {each.width: each.url for each in copies if each.type == kind}
    return PictureSource(_srcset((widths[width], width) for width in sorted(widths)), kind)


def _srcset(files: Iterable[tuple[str, int | None]]) -> str:
    return ", ".join(f"{href_of(url)} {width}w" for url, width in files)


def rewrapped(html: str) -> str:
    """Return a page's HTML with links around whole pictures, which lightboxes put around the ``<img>`` alone.

    Browsers heed the smaller copies only of an ``<img>`` that stands right inside its ``<picture>``.
    """
    return _TORN.sub(r"\g<link>\g<open>\g<shown>\g<close></a>", html)
