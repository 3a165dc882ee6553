"""Smaller copies: which there are, what is in them, and that they are made once."""

import io
import os
import re
import struct
import time
from pathlib import Path

import pytest
from PIL import Image as Pillow

from mkdocs_newsblog.images import variants
from mkdocs_newsblog.images.header import read_header
from mkdocs_newsblog.images.index import DAY, OLD
from mkdocs_newsblog.images.progress import progress_bar
from mkdocs_newsblog.images.store import SITE_FOLDER, Store
from mkdocs_newsblog.images.variants import Workshop, plan_widths
from mkdocs_newsblog.model.post import Image
from mkdocs_newsblog.schema.options.pictures import ImageOptions
from tests.images.drawing import animated, noisy, picture, turned


@pytest.mark.parametrize(
    ("width", "planned"),
    [
        (3000, [400, 800, 1600]),
        (1600, [400, 800, 1600]),
        (1000, [400, 800, 1000]),
        (400, [400]),
        (90, [90]),
    ],
)
def test_no_copy_is_wider_than_the_picture(width, planned):
    assert plan_widths(width, (1600, 400, 800)) == planned


@pytest.fixture
def workshop(tmp_path):
    return lambda **options: Workshop(Store(tmp_path / "cache"), ImageOptions(variants=True, **options))


@pytest.fixture
def made(tmp_path, workshop):
    """Make the copies of a picture; return them opened, by width and type, and what went wrong."""

    def make(data, **options):
        path = tmp_path / "picture"
        path.write_bytes(data)
        header = read_header(str(path))
        image = Image("a", type=header.type, width=header.width, height=header.height, length=len(data))
        shop = workshop(**options)
        planned = shop.plan(image, str(path), animated=header.animated)
        faults = shop.make(progress_bar)
        files = shop.finished()
        opened = {
            (each.width, each.type): Pillow.open(io.BytesIO(Path(files[each.url]).read_bytes()))
            for each in planned
            if each.url in files
        }
        return opened, faults

    return make


def test_the_copies_are_what_they_say(made):
    copies, faults = made(noisy(1000, 500))
    assert faults == {}
    assert set(copies) == {
        *((width, kind) for width in (400, 800, 1000) for kind in ("image/avif", "image/webp")),
        (800, "image/jpeg"),
    }
    for (width, kind), copy in copies.items():
        assert (copy.size, f"image/{copy.format.lower()}") == ((width, width // 2), kind)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_copies_are_upright_and_say_nothing_of_the_camera(made, orientation):
    copies, _ = made(turned(600, 400, orientation), widths=[300])
    copy = copies[300, "image/webp"]
    copy.load()
    assert copy.size == ((300, 450) if orientation >= 5 else (300, 200))
    red = {1: "left", 2: "right", 3: "right", 4: "left", 5: "top", 6: "top", 7: "bottom", 8: "bottom"}
    width, height = copy.size
    spots = {
        "left": (5, height // 2),
        "right": (width - 5, height // 2),
        "top": (width // 2, 5),
        "bottom": (width // 2, height - 5),
    }
    greens = {side: copy.convert("RGB").getpixel(spot)[1] for side, spot in spots.items()}
    assert min(greens, key=greens.get) == red[orientation]
    assert dict(copy.getexif()) == {}
    assert not {"exif", "xmp", "icc_profile"} & copy.info.keys()


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "WEBP", "AVIF"])
def test_copies_stand_as_browsers_turn_the_picture_itself(made, kind, orientation, monkeypatch):
    monkeypatch.setattr(variants, "TRIFLE", 0)
    copies, _ = made(turned(600, 400, orientation, kind), widths=[300])
    heeded = 1 if kind == "WEBP" else orientation
    copy = copies[300, "image/webp"].convert("RGB")
    assert copy.size == ((300, 450) if heeded >= 5 else (300, 200))
    width, height = copy.size
    spots = [(5, height // 2), (width // 2, 5), (width - 5, height // 2), (width // 2, height - 5)]
    greens = [copy.getpixel(spot)[1] for spot in spots]
    assert greens.index(min(greens)) == {1: 0, 2: 2, 3: 2, 4: 0, 5: 1, 6: 1, 7: 3, 8: 3}[heeded]


@pytest.mark.parametrize("camera", [None, "", "Camera Maker"])
def test_notes_that_browsers_pass_over_turn_no_copy(made, monkeypatch, camera):
    monkeypatch.setattr(variants, "TRIFLE", 0)
    drawn = Pillow.new("RGB", (600, 400), "white")
    drawn.paste("red", (0, 0, 150, 400))
    file = io.BytesIO()
    note = b'<x:xmpmeta xmlns:tiff="http://ns.adobe.com/tiff/1.0/" tiff:Orientation="6"/>'
    exif = Pillow.Exif()
    if camera:
        exif[0x010F] = camera
    drawn.save(file, "JPEG", xmp=note, **({} if camera is None else {"exif": exif}))
    assert Pillow.open(file).getexif()[0x0112] == 6
    copy = made(file.getvalue(), widths=[300])[0][300, "image/webp"].convert("RGB")
    assert copy.getpixel((5, 195))[1] < 100
    assert copy.getpixel((295, 5))[1] > 200


def sixteen_bits():
    file = io.BytesIO()
    Pillow.effect_noise((500, 300), 40).convert("I").point(lambda value: value * 256).convert("I;16").save(
        file, "PNG"
    )
    return file.getvalue()


def palette():
    drawn = Pillow.effect_noise((500, 300), 90).convert("P")
    file = io.BytesIO()
    drawn.info["transparency"] = 0
    drawn.save(file, "PNG", transparency=0)
    return file.getvalue()


def test_every_kind_of_pixels_gives_a_right_picture(made):
    cmyk = io.BytesIO()
    Pillow.effect_noise((500, 300), 40).convert("RGB").convert("CMYK").save(cmyk, "JPEG")
    for data in (cmyk.getvalue(), sixteen_bits(), noisy(500, 300, "PNG")):
        copies, faults = made(data)
        grey = copies[400, "image/webp"].convert("L").resize((1, 1)).getpixel((0, 0))
        assert (faults, 108 < grey < 148) == ({}, True)
    for data in (palette(), noisy(500, 300, "PNG", transparency=(128, 128, 128))):
        copies, faults = made(data)
        assert (faults, copies[400, "image/webp"].mode) == ({}, "RGBA")


def grey_profile():
    """A profile that takes grey for light itself: half of it is 188 in sRGB (ICC.1, 7.2 and 10.6)."""
    white = struct.pack(">4i", 0, 63189, 65536, 54061)
    parts = [(b"wtpt", b"XYZ " + white), (b"kTRC", b"curv" + struct.pack(">2i4x", 0, 0))]
    parts.append((b"desc", b"desc" + struct.pack(">2i", 0, 2) + b"g" + bytes(79)))
    start, table, body = 132 + 12 * len(parts), struct.pack(">i", len(parts)), b""
    for name, data in parts:
        table += name + struct.pack(">2i", start + len(body), len(data))
        body += data
    head = struct.pack(">i4xi", start + len(body), 0x02100000) + b"mntrGRAYXYZ " + bytes(12) + b"acsp"
    return (head + bytes(28) + white[4:]).ljust(128, b"\0") + table + body


@pytest.mark.parametrize(
    ("mode", "options", "kept"),
    [
        ("L", {}, "RGB"),
        ("L", {"transparency": 128}, "RGBA"),
        ("LA", {}, "RGBA"),
        ("I;16", {}, "RGB"),
    ],
)
def test_grey_is_as_light_in_copies_as_its_profile_says(made, mode, options, kept):
    drawn = Pillow.effect_noise((500, 300), 20)
    if mode == "I;16":
        drawn = drawn.convert("I").point(lambda value: value * 257)
    drawn = drawn.convert(mode)
    if mode == "LA":
        drawn.putalpha(200)
    lightness = {}
    for profile in (None, grey_profile()):
        file = io.BytesIO()
        drawn.save(file, "PNG", icc_profile=profile, **options)
        copies, faults = made(file.getvalue())
        copy = copies[400, "image/webp"]
        assert (faults, copy.mode) == ({}, kept)
        lightness[profile is None] = copy.convert("L").resize((1, 1)).getpixel((0, 0))
    assert 120 < lightness[True] < 136
    assert 180 < lightness[False] < 196


@pytest.mark.parametrize("profile", [b"no profile", b"\0" * 4000])
def test_a_profile_of_colours_that_is_no_good_is_left_out(made, profile):
    copies, faults = made(noisy(500, 300, icc_profile=profile))
    assert (faults, copies[400, "image/webp"].size) == ({}, (400, 240))
    assert "icc_profile" not in copies[400, "image/webp"].info


def test_a_second_build_makes_none_and_reads_none(tmp_path, workshop, made, monkeypatch):
    made(noisy(500, 300))
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "cache" / "img").iterdir()}
    monkeypatch.setattr("hashlib.file_digest", lambda *_: pytest.fail("read again"))
    shop = workshop()
    header = read_header(str(tmp_path / "picture"))
    image = Image("a", type=header.type, width=500, height=300, length=header.length)
    assert len(shop.plan(image, str(tmp_path / "picture"))) == 4
    assert (shop.jobs, shop.make(progress_bar)) == ({}, {})
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "cache" / "img").iterdir()} == stamps


def test_copies_are_named_by_content(tmp_path, workshop):
    data = noisy(500, 300)
    urls = []
    for name, content in (("a", data), ("b", data), ("c", noisy(500, 300))):
        (tmp_path / name).write_bytes(content)
        image = Image(name, type="image/jpeg", width=500, height=300, length=len(content))
        urls.append([each.url for each in workshop().plan(image, str(tmp_path / name))])
    assert urls[0] == urls[1]
    assert not set(urls[0]) & set(urls[2])
    assert all(url.startswith(f"{SITE_FOLDER}/") for url in urls[0])


def test_a_damaged_picture_fails_alone(made, tmp_path):
    copies, faults = made(noisy(500, 300)[:-4000])
    assert copies == {}
    assert next(iter(faults.values())).startswith("image file is truncated")
    _, faults = made(noisy(500, 300, "PNG").replace(b"IDAT", b"IDAX"))
    assert list(faults.values()) == ["it can't be decoded"]
    assert list((tmp_path / "cache").rglob("*.tmp")) == []


@pytest.mark.parametrize("data", [animated(), animated("WEBP"), animated("PNG"), picture(9, 9)])
def test_what_moves_and_what_is_small_already_is_left_alone(made, data):
    assert made(data) == ({}, {})


def test_without_the_library_there_are_none(made, monkeypatch):
    monkeypatch.setattr("mkdocs_newsblog.images.variants.find_spec", lambda _: None)
    assert made(noisy(500, 300)) == ({}, {})


def test_a_cache_that_is_nonsense_is_an_empty_one(tmp_path, made):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "pictures.json").write_text("[1]")
    assert made(noisy(500, 300))[1] == {}
    store = Store(tmp_path / "cache")
    store.keep("https://a.example/x", b"x", "image/png")
    next((tmp_path / "cache" / "remote").glob("*.json")).write_text("{")
    assert store.find("https://a.example/x") is None


def test_a_copy_is_found_by_its_own_address_only(tmp_path):
    store = Store(tmp_path)
    kept = store.keep("https://a.example/x", b"x", "image/png", '"tag"', "yesterday")
    assert store.find("https://a.example/x") == kept
    assert store.find("https://a.example/y") is None
    assert store.is_whole(kept)
    (tmp_path / "remote" / kept.name).unlink()
    assert store.find("https://a.example/x") is None
    assert not store.is_whole(kept)


def test_copies_that_no_build_asks_for_are_removed_and_others_are_not(tmp_path):
    store = Store(tmp_path)
    asked, other = (store.keep(f"https://a.example/{name}", name.encode(), "image/png") for name in "xy")
    for path in (tmp_path / "remote").iterdir():
        os.utime(path, (time.time() - (OLD + 1) * DAY,) * 2)
    fresh = store.keep("https://a.example/z", b"z", "image/png")
    assert store.find(asked.url) == asked
    store.tidy()
    assert [store.find(copy.url) for copy in (asked, other, fresh)] == [asked, None, fresh]
    assert len(list((tmp_path / "remote").iterdir())) == 4


NOTES = [
    "{",
    "[]",
    '{"url": "https://a.example/x", "name": 3, "type": "image/png"}',
    '{"url": "https://a.example/x", "name": "page.html", "type": "image/png"}',
    '{"url": "https://a.example/x", "name": "00112233445566778899.html", "type": "image/png"}',
    '{"url": "https://a.example/x", "name": "00112233445566778899.jpg", "type": "image/jpeg", "etag": 7}',
]


@pytest.mark.parametrize("note", NOTES)
def test_a_note_that_is_nonsense_is_none(tmp_path, note):
    store = Store(tmp_path)
    store.keep("https://a.example/x", b"x", "image/png")
    next((tmp_path / "remote").glob("*.json")).write_text(note)
    named = re.findall(r'"name": "([^"]*)', note)
    for name in named:
        (tmp_path / "remote" / name).write_bytes(b"x")
    assert store.find("https://a.example/x") is None
    store.tidy()
    assert len(list((tmp_path / "remote").iterdir())) == 2 + len(named)
