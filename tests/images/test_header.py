"""Sizes and formats from the first bytes of files, and what is said of files that are no pictures."""

import io
import os

import pytest
from PIL import Image

from mkdocs_newsblog.images.header import Header, media_type, read_header
from mkdocs_newsblog.read.files import source
from tests.images.drawing import animated, chunk, picture, png_head, turned


@pytest.fixture
def header(tmp_path):
    def read(data, name="a.bin"):
        (tmp_path / name).write_bytes(data)
        return read_header(str(tmp_path / name))

    return read


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("JPEG", "image/jpeg"),
        ("PNG", "image/png"),
        ("GIF", "image/gif"),
        ("WEBP", "image/webp"),
        ("AVIF", "image/avif"),
        ("BMP", "image/bmp"),
    ],
)
def test_every_format_of_the_web_is_measured(header, kind, type_):
    data = picture(70, 50, kind=kind)
    found = header(data, "named-wrongly.txt")
    assert (found.type, found.width, found.height, found.length) == (type_, 70, 50, len(data))
    assert (found.fault, found.doubt) == ("", "")


@pytest.mark.parametrize("options", [{"lossless": True}, {"exact": True}])
def test_every_kind_of_webp_is_measured(header, options):
    assert header(picture(70, 50, "RGBA", "WEBP", **options)).width == 70


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_that_of_the_upright_picture(header, orientation):
    found = header(turned(80, 60, orientation))
    assert (found.width, found.height) == ((60, 80) if orientation >= 5 else (80, 60))


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_what_browsers_turn_is_measured_turned(header, kind, orientation):
    found = header(turned(80, 60, orientation, kind))
    upright = (60, 80) if orientation >= 5 and kind != "WEBP" else (80, 60)
    assert (found.width, found.height, found.fault) == (*upright, "")


def test_an_icon_is_as_large_as_its_largest_picture(header):
    for sizes, largest in (([(16, 16), (48, 48)], 48), ([(256, 256)], 256)):
        found = header(picture(256, 256, kind="ICO", sizes=sizes))
        assert (found.type, found.width, found.height) == ("image/x-icon", largest, largest)


@pytest.mark.parametrize("length", [4, 5, 6, 21])
def test_an_icon_that_ends_before_its_list_of_pictures_is_damaged(header, length):
    data = picture(16, 16, kind="ICO", sizes=[(16, 16)])[:length]
    assert header(data).fault == "is damaged: its size can't be read"


def test_an_avif_may_be_called_a_heif_first(header):
    data = picture(70, 50, kind="AVIF")
    assert data[4:12] == b"ftypavif"
    assert b"avif" in data[16:32]
    found = header(data[:8] + b"mif1" + data[12:])
    assert (found.type, found.width, found.height, found.animated) == ("image/avif", 70, 50, False)


SVGS = {
    '<svg xmlns="http://www.w3.org/2000/svg" width="120" height="80"/>': (120, 80),
    '<?xml version="1.0"?>\n<!-- by hand -->\n<svg width="2in" height="96px"></svg>': (192, 96),
    '<svg viewBox="0 0 300 200"/>': (300, 200),
    '<svg width="72pt" height="6pc"/>': (96, 96),
    '<svg width="2.54cm" height="25.4mm"/>': (96, 96),
    '<svg width="9em" height="9ex"/>': (None, None),
    '<svg viewBox="0,0,300,200" width="150"/>': (150, 100),
    '<svg width="100%" height="100%" viewBox="0 0 40 30"/>': (40, 30),
    "<svg viewBox='0 0 40 30' height='60'>": (80, 60),
    '<svg stroke-width="9" data-width="8"/>': (None, None),
    '<svg viewBox="0 0 1034.3999938964844 522" width="1034.3999938964844" height="522">': (1034, 522),
    '<svg width="100%" viewBox="-8 -8 441.6875 289.50000762939453">': (442, 290),
    '<svg viewBox="-.5 -.5 64 48" width=".5in"/>': (48, 36),
    '<svg viewBox="0 0 0 10"/>': (None, None),
    f'<svg width="{"9" * 400}" height="10"/>': (None, None),
    f'<svg viewBox="0 0 {"9" * 400} 10"/>': (None, None),
    "\ufeff  <svg width='5' height='7'/>": (5, 7),
}


@pytest.mark.parametrize(("text", "size"), SVGS.items())
def test_an_svg_is_as_large_as_it_says_or_as_its_coordinates(header, text, size):
    found = header(text.encode())
    assert (found.type, found.width, found.height) == ("image/svg+xml", *size)


DAMAGED = "is damaged: its size can't be read"
NO_PICTURES = {
    "empty": (b"", "is empty"),
    "text": (b"no picture", "holds no picture that browsers show"),
    "page": (b"<!DOCTYPE html><html><svg></html>", "holds no picture that browsers show"),
    "xml": (b"<?xml version='1.0'?><feed/>", "holds no picture that browsers show"),
    "tiff": (picture(kind="TIFF"), "holds no picture that browsers show"),
    "cut header": (picture(kind="PNG")[:18], DAMAGED),
    "no width": (png_head(0, 9), DAMAGED),
    "no height": (png_head(9, 0), DAMAGED),
    "cut jpeg header": (picture()[:20], DAMAGED),
}


@pytest.mark.parametrize(("data", "fault"), NO_PICTURES.values(), ids=NO_PICTURES)
def test_a_file_that_is_no_picture_is_said_to_be_none(header, data, fault):
    assert header(data, "a.jpg") == Header(fault=fault)


@pytest.mark.parametrize("name", ["a.png", "a.JPG"])
def test_a_drawing_with_the_name_of_another_format_is_shown_by_no_browser(header, name):
    text = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30"/>'
    found = header(text, name)
    assert found == Header(fault="is an SVG, which browsers show only where its name ends in .svg")
    assert header(text, "a.SVG").width == 40


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_pixels_with_the_name_of_a_drawing_are_shown_by_no_browser(header, kind):
    found = header(picture(kind=kind), "a.svg")
    assert found == Header(fault="is no SVG, though its name ends in .svg, so browsers do not show it")


def test_what_is_no_file_is_never_opened(tmp_path):
    assert read_header(str(tmp_path)).fault == "is no regular file"
    os.mkfifo(tmp_path / "pipe.jpg")
    assert read_header(str(tmp_path / "pipe.jpg")).fault == "is no regular file"
    assert "FileNotFoundError" in read_header(str(tmp_path / "gone.jpg")).fault


def test_a_link_out_of_the_folder_is_not_followed(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "secret.png").write_bytes(picture(kind="PNG"))
    (tmp_path / "docs" / "inside.png").write_bytes(picture(kind="PNG"))
    (tmp_path / "docs" / "out.png").symlink_to(tmp_path / "secret.png")
    (tmp_path / "docs" / "in.png").symlink_to("inside.png")
    top = str(tmp_path / "docs")
    assert read_header(f"{top}/out.png", [top]).fault == "is a link that leads out of the docs folder"
    assert read_header(f"{top}/in.png", [top]).width == 64


def test_a_picture_is_opened_where_the_system_cannot_say_where_it_lies(tmp_path, monkeypatch):
    (tmp_path / "a.png").write_bytes(picture(kind="PNG"))
    (tmp_path / "loop.png").symlink_to("loop.png")
    realpath = os.path.realpath

    def unsure(path, *, strict=False):
        if strict:
            raise OSError(1, "Incorrect function")
        return realpath(path)

    monkeypatch.setattr(os.path, "realpath", unsure)
    monkeypatch.setattr(source, "IS_WINDOWS", True)
    # Windows opens a file by a path in any case, and gives the path of its folder in another.
    monkeypatch.setattr(os.path, "normcase", str.casefold)
    assert read_header(str(tmp_path / "a.png"), [str(tmp_path).upper()]).width == 64
    assert read_header(str(tmp_path / "loop.png"), [str(tmp_path)]).fault == "can't be opened (OSError)"


def test_a_picture_that_claims_to_be_huge_is_shown_and_doubted(header):
    found = header(png_head(20000, 20000) + chunk(b"IEND", b""))
    assert (found.width, found.fault) == (20000, "")
    assert found.doubt == "claims 20000 x 20000 pixels, too many to make smaller copies"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_that_ends_early_is_doubted(header, kind):
    data = picture(200, 150, kind=kind)
    assert header(data[:-20]).doubt == "ends before its picture does"
    assert header(data + b"what a camera appends" * 200).doubt == ""


def test_what_moves_is_known(header):
    assert [header(animated(kind)).animated for kind in ("GIF", "WEBP", "PNG")] == [True, True, True]
    assert [header(picture(kind=kind)).animated for kind in ("WEBP", "PNG", "JPEG")] == [False] * 3


def test_what_moves_is_known_behind_a_long_profile(header):
    data = animated("PNG")
    assert header(data[:33] + chunk(b"iCCP", b"x\0\0" + bytes(9000)) + data[33:]).animated


def test_no_pixel_is_decoded(header, monkeypatch):
    monkeypatch.setattr(Image, "open", lambda *_: pytest.fail("decoded"))
    assert header(picture()).width == 64


def test_unusual_modes_are_measured(header):
    assert header(picture(mode="CMYK")).width == 64
    sixteen = io.BytesIO()
    Image.new("I;16", (30, 20)).save(sixteen, "PNG")
    assert header(sixteen.getvalue()).width == 30
    assert header(picture(mode="P", kind="PNG", transparency=0)).width == 64


def test_a_type_needs_its_first_bytes():
    assert media_type(b"") is None
    assert media_type(picture()[:3]) == "image/jpeg"


def test_drawings_of_strangers_are_read_in_one_pass(header):
    assert header(b'<svg width="' + b" " * 60000).fault
    assert header(b'<svg viewBox="' + b" " * 30000 + b'0 0 20 10">') == header(
        b'<svg viewBox="0 0 20 10">'
    )._replace(length=30014 + 11)
    assert header(b"<svg '" * 10000).fault
