"""Size and format of a local picture, from the first bytes of its file and never from its pixels."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO, NamedTuple

from mkdocs_newsblog.read.files.source import LEADS_OUT, STAY, looked_at, resolved

PIXELS = 40_000_000
"""Pixels above which a picture is never decoded: 40 megapixels are 120 MB in memory."""

_MAGIC = (
    (rb"\xff\xd8\xff", "image/jpeg"),
    (rb"\x89PNG\r\n\x1a\n", "image/png"),
    (rb"GIF8[79]a", "image/gif"),
    (rb"(?s)RIFF....WEBP", "image/webp"),
    (rb"(?s)....ftyp(?:....){0,10}?avi[fs]", "image/avif"),
    (rb"(?s)BM.{12}[\x0c\x28-\x7c]\x00{3}", "image/bmp"),
    (rb"\x00\x00\x01\x00", "image/x-icon"),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE\s+svg|svg\b)", "image/svg+xml"),
)
"""Formats that browsers show, by their first bytes (WHATWG MIME Sniffing, 6.1)."""

ENDINGS = (".avif", ".webp", ".jpg", ".jpeg", ".png", ".gif", ".svg", ".bmp", ".ico")
"""Endings of files that may be pictures."""

_SIDEWAYS = {
    "image/avif": rb"\x00\x00\x00\x09irot[\x01\x03]",
    "image/png": (
        rb"\x12\x01\x03\x00\x01\x00\x00\x00[\x05-\x08]\x00|\x01\x12\x00\x03\x00\x00\x00\x01\x00[\x05-\x08]"
    ),
}
"""What turns a picture by a quarter in browsers, which look for neither EXIF in WebP nor XMP anywhere.

That is a property of AVIF, and in PNG the orientation of EXIF (tag 274, one short, in both orders of bytes)
before the pixels.
"""

_EXTENT = rb"(?s)\x00\x00\x00\x14ispe.{4}(.{4})(.{4})"
"""Width and height of one part of an AVIF; the largest part is the whole (ISO/IEC 23008-12, 6.5.3)."""

_BOXES = (b"ftyp", b"meta", b"moov", b"mdat", b"free")
"""What an AVIF is made of; what cameras append is none of these."""

_HEAD = 65_536
_SVG = r"(?i)<svg\b((?>(?:[^<>\"']++|\"[^\"]*\"|'[^']*')*))>"
_ATTRIBUTE = r"""\s(width|height|viewBox)\s*=\s*["']([^"']*)["']"""
_NUMBER = r"(?:[0-9]{1,9}(?:\.[0-9]{1,40})?|\.[0-9]{1,40})"
"""A number of CSS without an exponent; programs write all digits that they have, Excalidraw up to 17."""
_LENGTH = rf"({_NUMBER})(px|pt|pc|in|cm|mm)?"
_UNITS = {"px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4}
"""CSS pixels of a unit (CSS Values 4, 6.2)."""


class Header(NamedTuple):
    """What a file says of its picture; ``fault`` says why there is none to show.

    ``width`` and ``height`` are pixels of the upright picture, None where the file gives none.
    """

    type: str = ""
    width: int | None = None
    height: int | None = None
    length: int = 0
    animated: bool = False
    fault: str = ""
    doubt: str = ""
    """What is odd about a picture that is shown all the same."""


def read_header(path: str, tops: Collection[str] = ()) -> Header:
    """Return what a file says of its picture.

    ``tops`` are the real paths of folders that the file must not be a link out of.
    """
    try:
        real = resolved(path)
        info, fault = looked_at(real, tops)
        if fault or info.st_size == 0:
            return Header(fault=fault or "is empty")
        with Path(real).open("rb") as file:
            return _as_served(path, _read(file, info.st_size))
    except (OSError, ValueError) as error:
        return Header(fault=f"can't be opened ({error.__class__.__name__})")


def remedy(fault: str) -> str | None:
    """Return what to do about a fault, None where nothing helps but another picture."""
    return STAY if fault == LEADS_OUT else None


def _as_served(path: str, header: Header) -> Header:
    """Return a header with the fault of a name for an SVG on pixels, and of one for pixels on an SVG.

    Servers tell types by names. Browsers look into pictures all the same, but never for SVG, and never if
    told that it is one (WHATWG MIME Sniffing, 8).
    """
    name = path.lower()
    if header.type == "image/svg+xml" and name.endswith(ENDINGS) and not name.endswith(".svg"):
        return Header(fault="is an SVG, which browsers show only where its name ends in .svg")
    if header.type and header.type != "image/svg+xml" and name.endswith(".svg"):
        return Header(fault="is no SVG, though its name ends in .svg, so browsers do not show it")
    return header


def media_type(head: bytes) -> str | None:
    """Return the media type of a file by its first bytes, None where no browser shows it."""
    kind = next((kind for magic, kind in _MAGIC if re.match(magic, head)), None)
    if kind == "image/svg+xml" and not re.search(_SVG, head.decode("utf-8", "replace")):
        return None
    return kind


def _read(file: BinaryIO, length: int) -> Header:
    head = file.read(64)
    kind = media_type(head)
    if kind is None and head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        head += file.read(_HEAD - len(head))
        kind = media_type(head)
    if kind is None:
        return Header(fault="holds no picture that browsers show")
    if kind == "image/svg+xml":
        width, height = _svg_size(head.decode("utf-8", "replace"))
        return Header(kind, width, height, length)
    width, height = _size(file, kind)
    if width <= 0 or height <= 0:
        return Header(fault="is damaged: its size can't be read")
    doubt = ""
    if width * height > PIXELS:
        doubt = f"claims {width} x {height} pixels, too many to make smaller copies"
    elif _is_cut(file, kind, length):
        doubt = "ends before its picture does"
    return Header(kind, width, height, length, _is_animated(file, kind, head), doubt=doubt)


def _size(file: BinaryIO, kind: str) -> tuple[int, int]:
    """Return the size of the upright picture, numbers below 1 where the file gives none."""
    if kind == "image/x-icon":
        file.seek(4)
        listed = file.read(2 + 16 * 255)
        sizes = [(listed[at] or 256, listed[at + 1] or 256) for at in range(2, len(listed) - 15, 16)]
        return max(sizes[: int.from_bytes(listed[:1])], default=(0, 0))
    file.seek(0)
    # The library brings in a client for the web: a site without files to measure does not wait for that.
    import imagesize  # type: ignore[import-untyped]  # noqa: PLC0415

    # A file, never a path: given a text that looks like an address, the library would load it.
    # Of its turns only those of JPEG are the browsers' own.
    size: tuple[int, int] = imagesize.get(file, exif_rotation=kind == "image/jpeg")
    if kind not in _SIDEWAYS:
        return size
    file.seek(0)
    head = file.read(_HEAD)
    if kind == "image/avif" and min(size) < 1:  # the library reads none that is turned
        sizes = [(int.from_bytes(across), int.from_bytes(down)) for across, down in re.findall(_EXTENT, head)]
        size = max(sizes, key=lambda each: each[0] * each[1], default=size)
    if kind == "image/png":
        head = head.partition(b"IDAT")[0].partition(b"eXIf")[2]
    return (size[1], size[0]) if re.search(_SIDEWAYS[kind], head) else size


def _svg_size(text: str) -> tuple[int | None, int | None]:
    """Return the size of an SVG in CSS pixels: its own, else that of its coordinates (SVG 2, 8.2)."""
    root = re.search(_SVG, text)
    said = {name: value.strip() for name, value in re.findall(_ATTRIBUTE, root[1])} if root else {}
    box = [float(part) for part in re.findall(f"-?{_NUMBER}", said.get("viewBox", ""))]
    ratio = box[2] / box[3] if len(box) == 4 and box[2] > 0 and box[3] > 0 else 0.0
    width, height = _pixels(said.get("width", "")), _pixels(said.get("height", ""))
    if ratio:
        width, height = width or (height * ratio or box[2]), height or (width / ratio or box[3])
    if not width or not height:
        return None, None
    return max(1, round(width)), max(1, round(height))


def _pixels(text: str) -> float:
    found = re.fullmatch(_LENGTH, text)
    return float(found[1]) * _UNITS[found[2] or "px"] if found else 0.0


def _is_animated(file: BinaryIO, kind: str, head: bytes) -> bool:
    """Whether the picture moves; every GIF counts, since only its whole file could tell."""
    if kind == "image/webp":
        return head[12:16] == b"VP8X" and bool(head[20] & 2)
    if kind == "image/png":
        file.seek(0)
        return b"acTL" in file.read(_HEAD).partition(b"IDAT")[0]
    return kind == "image/gif" or head[8:12] == b"avis"


def _is_cut(file: BinaryIO, kind: str, length: int) -> bool:
    """Whether a file lacks its end; a doubt is no cut, since cameras append data of their own."""
    if kind == "image/webp":
        file.seek(4)
        return int.from_bytes(file.read(4), "little") + 8 > length
    if kind == "image/avif":
        return _is_past(file, length)
    mark = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND"}.get(kind)
    if mark is None:
        return False
    file.seek(max(0, length - 1024))
    if mark in file.read():
        return False
    file.seek(0)
    return mark not in file.read()


def _is_past(file: BinaryIO, length: int) -> bool:
    """Whether one of the first boxes that a file is made of leads past its end (ISO/IEC 14496-12, 4.2)."""
    at = 0
    for _ in range(32):
        file.seek(at)
        head = file.read(16)
        size = int.from_bytes(head[8:]) if head[:4] == b"\0\0\0\1" else int.from_bytes(head[:4])
        if size == 0 or head[4:8] not in _BOXES:
            return False
        at += size
        if at > length:
            return True
    return False
