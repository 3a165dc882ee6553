"""Pictures for tests, drawn when they are needed."""

import io
import struct
import zlib

from PIL import Image


def picture(width=64, height=48, mode="RGB", kind="JPEG", colour=None, **options):
    """The bytes of a picture with a soft gradient, or of one colour."""
    drawn = Image.linear_gradient("L").resize((width, height))
    if colour is not None:
        drawn = Image.new("RGB", (width, height), colour)
    file = io.BytesIO()
    (drawn if drawn.mode == mode else drawn.convert(mode)).save(file, kind, **options)
    return file.getvalue()


def noisy(width, height, kind="JPEG", **options):
    """The bytes of a picture that does not shrink to nothing."""
    file = io.BytesIO()
    Image.effect_noise((width, height), 50).convert("RGB").save(file, kind, **options)
    return file.getvalue()


def turned(width, height, orientation, kind="JPEG"):
    """A picture with an EXIF orientation, a camera's name and a place; red at the stored left."""
    drawn = Image.new("RGB", (width, height), "white")
    drawn.paste("red", (0, 0, width // 4, height))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "Camera Maker"
    exif.get_ifd(0x8825)[1] = "N"
    file = io.BytesIO()
    drawn.save(file, kind, exif=exif)
    return file.getvalue() + (b"" if kind != "JPEG" else b"\0" * 9000)


def animated(kind="GIF"):
    """A picture of two frames."""
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "blue")]
    file = io.BytesIO()
    frames[0].save(file, kind, save_all=True, append_images=frames[1:], duration=100)
    return file.getvalue()


def chunk(name, data):
    """One part of a PNG file (its specification, 5.3)."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_head(width, height):
    """The beginning of a PNG file that claims to be so large."""
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
