"""Decoding, turning, scaling and encoding one picture. The only module of the build that needs Pillow."""

from __future__ import annotations

import io

from PIL import Image, ImageCms, UnidentifiedImageError

from mkdocs_newsblog.images.header import PIXELS
from mkdocs_newsblog.images.variants import Encoded, Job
from mkdocs_newsblog.images.writing import write_whole

SETTINGS: dict[str, dict[str, object]] = {
    "image/avif": {"quality": 58, "speed": 9, "max_threads": 1},
    "image/webp": {"quality": 76, "method": 2},
    "image/jpeg": {"quality": 80, "progressive": True, "optimize": True},
    "image/png": {"optimize": True},
}
"""How each format is written; AVIF in one thread, since several pictures are made at once.

Speed 9 of AVIF takes a third of the time of 8 for files that are 7 % larger, method 2 of WebP half that of 4
for 2 %.
"""

ALPHA = ("RGBA", "LA", "PA", "La", "RGBa")
SRGB = ImageCms.createProfile("sRGB")
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation in EXIF (tag 274)."""


class NotKeptError(Exception):
    """A copy was made, and can't be written: no fault of the picture."""


def encode(job: Job) -> Encoded:
    """Make the copies of one file, and return what became of it.

    A damaged file must not stop a site, and decoders raise whatever they like.
    """
    try:
        _make(job)
    except NotKeptError as error:
        return Encoded(job.path, str(error), is_shut=True)
    except Exception as error:
        return Encoded(job.path, _reason(error))
    return Encoded(job.path)


def _reason(error: Exception) -> str:
    if isinstance(error, UnidentifiedImageError):  # whose text is the path on this machine
        return "it can't be decoded"
    text = " ".join(str(error).split()).partition(" (")[0]
    return text[:100] or error.__class__.__name__


def _make(job: Job) -> None:
    widest = max(rendition.width for rendition, _ in job.wanted)
    with Image.open(job.path) as opened:
        if opened.width * opened.height > PIXELS:
            raise ValueError("it has too many pixels")
        orientation = _heeded_orientation(opened)
        # Decodes a JPEG at a half, a quarter or an eighth where that is enough (Pillow: draft mode).
        span = (1, 2 * widest) if orientation in (5, 6, 7, 8) else (2 * widest, 1)
        opened.draft("RGB", span)
        turn = TURNS.get(orientation)
        picture = plain(opened if turn is None else opened.transpose(turn))
    for rendition, path in job.wanted:
        scaled = picture.resize(
            (rendition.width, rendition.height), Image.Resampling.LANCZOS, reducing_gap=3.0
        )
        target = io.BytesIO()
        if rendition.type == "image/jpeg":
            scaled = scaled.convert("RGB")
        scaled.save(target, rendition.type.partition("/")[2].upper(), **SETTINGS[rendition.type])
        try:
            write_whole(path, target.getvalue())
        except OSError as error:
            raise NotKeptError(error.strerror or type(error).__name__) from None


def _heeded_orientation(opened: Image.Image) -> int:
    """Return how a picture lies by its EXIF, where browsers look for that; the library would ask XMP, too.

    They look for it before the pixels, not in WebP, and nowhere else.
    """
    exif = Image.Exif()
    if opened.format != "WEBP":
        exif.load(opened.info.get("exif", b""))
    found = exif.get(0x0112, 1)
    return found if isinstance(found, int) else 1


def plain(picture: Image.Image) -> Image.Image:
    """Return a picture as 8-bit sRGB with or without transparency, and without metadata."""
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I") or picture.mode == "F":
        picture = _eight_bits(picture)
    if picture.mode == "P":
        picture = picture.convert("RGBA" if "transparency" in picture.info else "RGB")
    elif picture.mode in ("L", "LA") and profile:
        picture = _grey_in_srgb(picture, profile)
    elif picture.mode == "CMYK" and profile:
        picture = _in_srgb(picture, profile)
    wanted = "RGBA" if picture.mode in ALPHA or "transparency" in picture.info else "RGB"
    if picture.mode != wanted:
        picture = picture.convert(wanted)
    elif profile:
        picture = _in_srgb(picture, profile)
    clean = Image.new(picture.mode, picture.size)
    clean.paste(picture)
    return clean


def _grey_in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a grey picture in the colours that browsers assume, as transparent as it was."""
    is_clear = picture.mode == "LA" or "transparency" in picture.info
    clear = picture.convert("LA") if is_clear else None
    picture = _in_srgb(picture if clear is None else clear.getchannel("L"), profile)
    if clear is not None:
        picture.putalpha(clear.getchannel("A"))
    return picture


def _eight_bits(picture: Image.Image) -> Image.Image:
    """Return 16-bit grey as 8-bit grey; a plain conversion would cut everything above 255."""
    return picture.convert("I").point(lambda value: value / 256).convert("L")


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture in the colours that browsers assume; a profile that is no good is left out."""
    try:
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        changed = ImageCms.profileToProfile(picture, io.BytesIO(profile), SRGB, outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError):
        return picture
    return picture if changed is None else changed
