"""Media types of pictures by the ends of their names; no table of the machine has a say."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

EMBEDDED = re.compile(r"data:image/(?:png|jpe?g|gif|webp|avif)[;,]", re.IGNORECASE)
"""How an address begins that is a picture itself (RFC 2397); one in SVG may be a program."""

PICTURES = {
    "avif": "image/avif",
    "bmp": "image/bmp",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpe": "image/jpeg",
    "jpeg": "image/jpeg",
    "jpg": "image/jpeg",
    "jxl": "image/jxl",
    "png": "image/png",
    "svg": "image/svg+xml",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "webp": "image/webp",
}


def picture_type(url: str) -> str | None:
    """Return the media type of the picture at an address, or None where its name does not tell."""
    name = urlsplit(url).path.rpartition("/")[2]
    return PICTURES.get(name.rpartition(".")[2].lower()) if "." in name else None


def names_picture(text: str) -> bool:
    """Whether a path or an address ends as those of pictures do, before a query and an anchor."""
    path = text.partition("?")[0].partition("#")[0]
    return "." in path and path.rpartition(".")[2].strip().lower() in PICTURES
