"""Pictures of posts in whole sites: found, measured, made light, and never a reason to stop."""

import errno
import io
import json
import os
import re
import socket
import tempfile
from pathlib import Path

import pytest
from PIL import Image

from mkdocs_newsblog.images import header
from mkdocs_newsblog.images.store import Store
from tests.images.drawing import animated, chunk, noisy, picture, png_head, turned

THEMES = ["mkdocs", "readthedocs", "material"]


@pytest.fixture
def site(drawn):
    """Draw a site of posts by name, with files by path below docs/."""

    def draw(posts, files, **images):
        made = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "images": images})
        for number, (name, head) in enumerate(posts.items()):
            front, _, body = head.partition("\n---\n")
            made.write(
                f"docs/news/{name}.md",
                f"---\ntitle: Post {name}\ndate: 2024-05-{28 - number:02}\n{front}\n---\n{body or 'Text.'}\n",
            )
        made.add(files)
        return made

    return draw


def test_a_listing_of_ten_ships_no_full_picture(site):
    files = {f"pics/{number}.jpg": noisy(2000, 1000) for number in range(10)}
    posts = {f"p{number}": f"hero: /pics/{number}.jpg\nheroAlt: A" for number in range(10)}
    built = site(posts, files, variants=True).build(strict=True)
    assert built.ok, built
    page = built.page("news/")
    cards = page.select(".newsblog-card")
    assert len(cards) == 10
    asked = [
        *page.values(".newsblog-card img", "src"),
        *(part for srcset in page.values(".newsblog-card source", "srcset") for part in srcset.split(", ")),
    ]
    assert asked
    assert not [address for address in asked if "pics/" in address or "-1600" in address]
    weights = [
        (built.site_dir / "news" / src).resolve().stat().st_size
        for src in page.values(".newsblog-card img", "src")
    ]
    assert max(weights) < min(len(data) for data in files.values()) / 2
    assert built.broken_links() == []


def test_copies_are_offered_by_format_with_the_original_to_fall_back_on(site):
    post = {"a": "hero: /a b#c?d%e ü.jpg\nheroAlt: A"}
    built = site(post, {"a b#c?d%e ü.jpg": noisy(1200, 600)}, variants=True).build()
    hero = built.page("news/a/").one(".newsblog-figure")
    assert hero.values("source", "type") == ["image/avif", "image/webp"]
    assert [re.findall(r" ([0-9]+)w", srcset) for srcset in hero.values("source", "srcset")] == [
        ["400", "800", "1200"],
        ["400", "800", "1200"],
    ]
    image = hero.one("picture > img.newsblog-hero")
    assert image["src"] == "../../a%20b%23c%3Fd%25e%20%C3%BC.jpg"
    assert (image["width"], image["height"]) == ("1200", "600")
    assert (image["loading"], image["fetchpriority"]) == ("eager", "high")
    assert built.broken_links() == []
    assert built.path("a b#c?d%e ü.jpg").is_file()


@pytest.mark.parametrize(
    ("kind", "formats", "offered"),
    [
        ("WEBP", ["avif", "webp"], ["image/avif", "image/webp"]),
        ("AVIF", ["avif", "webp"], ["image/avif", "image/webp"]),
        ("WEBP", ["webp"], ["image/webp"]),
        ("WEBP", ["avif"], ["image/avif"]),
        ("AVIF", ["webp", "avif"], ["image/webp", "image/avif"]),
    ],
)
def test_a_picture_in_a_format_of_the_copies_has_smaller_ones_in_it_too(site, kind, formats, offered):
    name = f"a.{kind.lower()}"
    options = {"variants": True, "formats": formats, "widths": [400, 1000]}
    built = site({"a": f"hero: /{name}\nheroAlt: A"}, {name: noisy(1200, 600, kind)}, **options).build()
    hero = built.page("news/a/").one(".newsblog-figure picture")
    assert hero.values("source", "type") == offered
    for srcset in hero.values("source", "srcset"):
        assert re.findall(r" ([0-9]+)w", srcset) in (["400", "1000"], ["400", "800", "1000"])
    assert hero.one("img")["src"] == f"../../{name}"
    assert built.broken_links() == []
    card = built.page("news/").one(".newsblog-card picture")
    assert card.one("img")["src"].endswith(f"-800.{kind.lower()}")
    assert not [srcset for srcset in card.values("source", "srcset") if "1000w" in srcset]


@pytest.mark.parametrize(
    ("widths", "above", "on_card"),
    [
        ([320, 640], ["320", "640"], ["320", "640"]),
        ([1000, 1200], ["1000", "1200"], []),
        ([100, 1200], ["100", "1200"], []),
    ],
)
@pytest.mark.parametrize("kind", ["JPEG", "WEBP"])
def test_copies_are_offered_however_narrow_or_wide_the_options_have_them(site, kind, widths, above, on_card):
    options = {"variants": True, "formats": ["avif"], "widths": widths}
    name = f"a.{kind.lower()}"
    built = site({"a": f"hero: /{name}\nheroAlt: A"}, {name: noisy(1600, 800, kind)}, **options).build()
    for url, offered in (("news/a/", above), ("news/", on_card)):
        srcsets = built.page(url).values("source", "srcset")
        assert [re.findall(r" ([0-9]+)w", srcset) for srcset in srcsets] == ([offered] if offered else [])


def test_the_first_picture_of_a_listing_is_loaded_at_once_and_the_others_late(site):
    built = site(
        {"a": "", "b": "hero: /b.png\nheroAlt: B", "c": "hero: /b.png\nheroAlt: C"},
        {"b.png": picture(kind="PNG")},
    ).build()
    images = built.page("news/").select(".newsblog-card img")
    assert [image["loading"] for image in images] == ["eager", "lazy"]
    assert [image.get("fetchpriority") for image in images] == ["high", None]
    assert [(image["alt"], image["decoding"]) for image in images] == [("", "async")] * 2


def test_a_late_picture_is_chosen_by_its_width_as_laid_out_where_browsers_ask_the_img(site):
    files = {
        "wide.jpg": noisy(1200, 600),
        "small.png": noisy(600, 400, "PNG"),
        "new.webp": noisy(900, 600, "WEBP"),
    }
    names = ("wide.jpg", "small.png", "new.webp", "wide.jpg")
    posts = {f"p{number}": f"hero: /{name}\nheroAlt: A" for number, name in enumerate(names)}
    built = site(posts, files, variants=True).build()
    first, *late = built.page("news/").select(".newsblog-card__picture picture")
    assert not any(size.startswith("auto") for size in first.values("source", "sizes"))
    assert [first.one("img").get(name) for name in ("srcset", "sizes")] == [None, None]
    for shown in late:
        sizes = shown.one("img")["sizes"]
        assert sizes.startswith("auto, ")
        assert set(shown.values("source", "sizes")) == {sizes}
    offered = [shown.one("img")["srcset"] for shown in late]
    assert [re.findall(r"(\w+) ([0-9]+w)", each) for each in offered] == [
        [("png", "600w")],
        [("webp", "400w"), ("webp", "800w")],
        [("jpg", "800w")],
    ]
    assert [each.split()[-2] for each in offered] == [shown.one("img")["src"] for shown in late]
    assert built.broken_links() == []


def huge():
    return png_head(20000, 20000) + chunk(b"IDAT", bytes(9000)) + chunk(b"IEND", b"")


def sixteen():
    file = io.BytesIO()
    Image.effect_noise((300, 200), 50).convert("I;16").save(file, "PNG")
    return file.getvalue()


BAD = {
    "zero": ("zero.jpg", b"", "hero-unreadable", None),
    "page": ("page.jpg", b"<!DOCTYPE html><p>", "hero-unreadable", None),
    "folder": ("folder/x.jpg", picture(), "hero-missing", None),
    "cut": ("cut.jpg", noisy(500, 300)[:-3000], "hero-doubtful", "500"),
    "broken": ("broken.png", noisy(500, 300, "PNG").replace(b"IDAT", b"IDAX"), "hero-doubtful", "500"),
    "huge": ("huge.png", huge(), "hero-doubtful", "20000"),
    "wrong": ("wrong.png", noisy(500, 300), None, "500"),
    "cmyk": ("cmyk.jpg", picture(300, 200, "CMYK"), None, "300"),
    "sixteen": ("sixteen.png", sixteen(), None, "300"),
    "palette": ("palette.png", picture(300, 200, "P", "PNG", transparency=3), None, "300"),
    "turned": ("turned.jpg", turned(300, 200, 6), None, "200"),
    "moving": ("moving.gif", animated(), None, "40"),
    "drawing": ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60"/>', None, "90"),
    "spaces": ("two words.jpg", picture(), None, "64"),
    "letters": ("ünï#1?.jpg", picture(), None, "64"),
}


def test_a_portrait_of_which_no_copies_can_be_made_is_shown_as_it_is(site):
    sound = noisy(1000, 800, "WEBP")
    half = len(sound) // 2
    torn = sound[:4] + (half - 8).to_bytes(4, "little") + sound[8:half]
    files = {"ana.webp": torn, "bo.webp": sound}
    made = site({"a": "authors: [ana, bo]"}, files, variants=True)
    people = ("ana: {name: Ana, avatar: /ana.webp}", "bo: {name: Bo, avatar: /bo.webp}")
    made.write("docs/news/.authors.yml", "authors:\n  {}\n  {}\n".format(*people))
    built = made.build(strict=False)
    assert built.ok, built
    assert built.broken_links() == []
    (ana, bo) = built.page("news/a/").values(".newsblog-byline img", "src")
    assert (ana, bo.rpartition("/")[0]) == ("../../ana.webp", "../../assets/newsblog/img")


PORTRAITS = {
    "wide": (1000, 800, "240"),
    "tall": (600, 1200, "192"),
    "panorama": (1600, 200, "384"),
    "small": (180, 180, ""),
}


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(("width", "height", "copy"), PORTRAITS.values(), ids=PORTRAITS)
def test_a_portrait_is_sent_at_the_size_it_is_shown_at(site, format_, width, height, copy):
    name = f"ana.{format_.lower()}"
    made = site({"a": "author: ana"}, {name: noisy(width, height, format_)}, variants=True)
    made.write("docs/news/.authors.yml", f"authors:\n  ana: {{name: Ana, avatar: /{name}}}\n")
    built = made.build()
    assert built.ok, built
    (source,) = built.page("news/a/").values(".newsblog-byline img", "src")
    assert source.rpartition("-")[2].partition(".")[0] == (copy or f"../../{name}".partition(".")[0])
    made_of_it = [path for path in built.files() if path.startswith("assets/newsblog/img/")]
    assert made_of_it == ([f"assets/newsblog/img/{source.rpartition('/')[2]}"] if copy else [])


def test_a_picture_that_is_portrait_and_hero_has_the_copies_of_both(site):
    made = site(
        {"a": "hero: /ana.jpg\nheroAlt: A\nauthor: ana"}, {"ana.jpg": noisy(1000, 800)}, variants=True
    )
    made.write("docs/news/.authors.yml", "authors:\n  ana: {name: Ana, avatar: /ana.jpg}\n")
    built = made.build()
    assert built.ok, built
    assert built.broken_links() == []
    files = built.files()
    shown = b"".join(data for path, data in files.items() if path.endswith(".html")).decode()
    copies = [path.rpartition("/")[2] for path in files if path.startswith("assets/newsblog/img/")]
    assert len(copies) > 3
    assert [name for name in copies if name not in shown] == []


@pytest.mark.parametrize("variants", [True, False])
def test_no_bad_file_stops_a_site_and_each_gets_one_message(site, variants):
    posts = {name: f"hero: '/{path.partition('/x')[0]}'\nheroAlt: A" for name, (path, *_) in BAD.items()}
    made = site(posts, {path: data for path, data, *_ in BAD.values()}, variants=variants)
    outside = made.root / "secret.png"
    outside.write_bytes(picture(kind="PNG"))
    (made.root / "docs/link.png").symlink_to(outside)
    made.write(
        "docs/news/link.md", "---\ntitle: L\ndate: 2024-04-01\nhero: /link.png\nheroAlt: A\n---\nText.\n"
    )
    built = made.build(strict=False)
    assert built.ok, built
    expected = {name: (code, width) for name, (_, _, code, width) in BAD.items()}
    expected["link"] = ("hero-unreadable", None)
    if not variants:
        expected["broken"] = (None, "500")
    for name, (code, width) in expected.items():
        said = [text for text in built.warnings if f"news/{name}.md:" in text]
        assert [re.findall(r"\[([a-z-]+)\]", text) for text in said] == ([[code]] if code else []), (
            name,
            said,
        )
        images = built.page(f"news/{name}/").select("img.newsblog-hero")
        assert [image["width"] for image in images] == ([width] if width else []), name
    assert built.broken_links() == []


def test_a_missing_picture_names_every_place_tried_and_leaves_no_broken_frame(site):
    built = site({"a": "hero: ../x/pic.png"}, {}).build(strict=False)
    assert [text for text in built.warnings if "hero-missing" in text] != []
    text = next(text for text in built.warnings if "hero-missing" in text)
    for place in ("x/pic.png", "public/x/pic.png", "static/x/pic.png", "assets/x/pic.png"):
        assert f'"{place}"' in text
    assert built.page("news/").select(".newsblog-card__picture, img.newsblog-card__image") == []


def test_a_path_may_begin_with_that_of_the_sites_address(site):
    made = site({"a": "hero: /my%20docs/x/pic.png"}, {"x/pic.png": picture()})
    found = made.build(site_url="https://example.org/my%20docs/")
    assert found.page("news/a/").one("img.newsblog-hero")["width"] == "64"
    elsewhere = made.build(strict=False, site_url="https://example.org/other/")
    assert "hero-missing" in "".join(elsewhere.warnings)


def test_a_card_without_a_picture_can_show_its_letter(site):
    built = site({"a": ""}, {}, placeholder="designed", ratio="4/3").build()
    place = built.page("news/").one(".newsblog-card__picture.newsblog-placeholder")
    assert (place.content, place["aria-hidden"]) == ("P", "true")
    assert "newsblog-frame--4-3" in place.classes
    assert built.page("news/a/").select(".newsblog-figure") == []


def test_a_second_build_makes_no_picture_and_a_changed_one_makes_its_own(site):
    made = site({"a": "hero: /a.jpg\nheroAlt: A"}, {"a.jpg": noisy(900, 500)}, variants=True)
    first = made.build().files()
    cache = made.root / ".cache/newsblog/img"
    before = {path: path.stat().st_mtime_ns for path in cache.iterdir()}
    assert made.build().files() == first
    assert {path: path.stat().st_mtime_ns for path in cache.iterdir()} == before
    made.write("docs/a.jpg", noisy(900, 500))
    assert made.build().files().keys() != first.keys()
    assert len(list(cache.iterdir())) == 2 * len(before)


def test_without_the_library_the_originals_are_shown_and_it_is_said(site, monkeypatch):
    monkeypatch.setattr("mkdocs_newsblog.images.variants.find_spec", lambda _: None)
    made = site({"a": "hero: /a.jpg\nheroAlt: A"}, {"a.jpg": noisy(900, 500)}, variants=True)
    built = made.build(strict=False)
    assert [text for text in built.warnings if "pillow-missing" in text] == built.warnings != []
    image = built.page("news/a/").one("img.newsblog-hero")
    assert (image["src"], image["width"], image["height"]) == ("../../a.jpg", "900", "500")


def test_a_picture_of_the_text_is_on_the_card_and_once_on_the_page(site):
    body = "\n---\nWords.\n\n!!! note\n    ![In a note](/n.png)\n\n<figure markdown>![Two](/a.jpg)</figure>"
    files = {"a.jpg": noisy(900, 500), "n.png": picture(300, 200, kind="PNG")}
    made = site({"a": body.lstrip("\n"), "b": "\n---\nWords ![One](../a.jpg) more."}, files)
    made.write(
        "docs/news/a.md", "---\ntitle: A\ndate: 2024-05-28\n---\nWords.\n\n!!! note\n    ![N](../n.png)\n"
    )
    built = made.build(markdown_extensions=["admonition", "md_in_html"])
    page = built.page("news/b/")
    assert page.select(".newsblog-figure") == []
    assert [image["src"] for image in page.select(".newsblog-post img")] == ["../../a.jpg"]
    assert page.one(".newsblog-post__body p").content == "Words more."
    assert built.page("news/").one('a[href="../news/b/"] img')["src"] == "../a.jpg"
    assert len(built.page("news/a/").select(".admonition img")) == 1


RESOLVED = {"validation": {"links": {"absolute_links": "relative_to_docs"}}}
BELOW = {"site_url": "https://example.org/my%20docs/"}
BEGINNINGS = {
    "a path that the host resolves": ("![A](../img/z.png)", {}, True),
    "a path from the host's root": ("![A](/img/z.png)", {}, True),
    "the same on a site below that root": ("![A](/img/z.png)", BELOW, False),
    "the same with the path of that site": ("![A](/my%20docs/img/z.png?v=1#x)", BELOW, True),
    "a path that the host is told to resolve": ("![A](/img/z.png)", RESOLVED | BELOW, True),
    "a folder that only heroes are looked for in": ("![A](/z.png)", {}, False),
    "a path out of the docs folder": ("![A](../../../src/img/z.png)", {}, False),
    "a path from the top": ("![A](img/z.png)", {}, False),
    "an image of HTML": ('<img src="../../img/z.png" alt="A">', {}, True),
    "an image of HTML as seen from the file": ('<img src="../img/z.png" alt="A">', {}, False),
    "an image of HTML that climbs out of the site": ('<img src="../../../img/z.png">', BELOW, False),
    "an address that is none": ('<img src="../img/z.png"> <img src="//[/z.png">', {}, False),
    "another picture": ("![B](../img/y.png)", {}, False),
}


@pytest.mark.parametrize(("body", "config", "shown"), BEGINNINGS.values(), ids=list(BEGINNINGS))
def test_a_hero_is_left_out_only_where_the_page_shows_that_picture(site, body, config, shown):
    files = {f"img/{name}.png": picture(300, 200, kind="PNG") for name in "yz"}
    made = site({"a": f"hero: /img/z.png\nheroAlt: A\n---\n{body}\n\nText."}, files, roots=["img"])
    page = made.build(strict=False, **{"site_url": "https://example.org/"} | config).page("news/a/")
    assert len(page.select("img.newsblog-hero")) == (0 if shown else 1)


def test_a_card_shows_a_hero_once_that_the_text_names_from_the_root_of_the_host(site):
    files = {"img/z z.png": picture(300, 200, kind="PNG"), "img/y.png": picture(300, 200, kind="PNG")}
    end = "Text.\n\n<!-- more -->\n"
    posts = {
        "a": f"hero: /img/z z.png\nheroAlt: A\n---\n![A](</docs/img/z z.png>)\n\n{end}",
        "b": f"hero: /img/y.png\nheroAlt: B\n---\n![A](/img/y.png)\n\n{end}",
        "c": f'hero: /img/y.png\nheroAlt: C\n---\n<p>\n    <img src="/docs/img/y.png">\n</p>\n\n{end}',
    }
    built = site(posts, files).build(strict=False, site_url="https://example.org/docs/")
    cards = built.page("news/").values(".newsblog-card img", "src")
    assert cards == ["../img/z%20z.png", "../img/y.png", "/img/y.png", "../img/y.png"]
    assert built.page("news/c/").values(".newsblog-post img", "src") == ["/docs/img/y.png"]


def test_a_hero_is_shown_where_the_text_names_it_by_a_path_that_only_we_understand(site):
    """Hugo and Astro serve what lies in a folder of its own from the root of the host."""
    files = {"static/img/z.png": picture(300, 200, kind="PNG")}
    made = site({"a": "hero: /img/z.png\nheroAlt: A\n---\n![A](/img/z.png)\n\nText."}, files)
    page = made.build(strict=True, site_url="https://example.org/").page("news/a/")
    assert page.values(".newsblog-post img", "src") == ["../../static/img/z.png", "/img/z.png"]


def test_a_hero_of_a_post_that_moved_is_looked_for_from_its_page(site):
    body = '<img src="../../img/z.png" alt="A">'
    made = site(
        {"a": f"hero: /img/z.png\nheroAlt: A\npermalink: /far/away/from/a/\n---\n{body}\n\nText."},
        {"img/z.png": picture(300, 200, kind="PNG")},
    )
    plugins = ["search", {"newsblog": {"dir": "news", "url": "slug"}}]
    page = made.build(strict=True, plugins=plugins).page("far/away/from/a/")
    assert page.values("img.newsblog-hero", "src") == ["../../../../img/z.png"]


def test_pictures_of_other_systems_build_as_they_are_and_their_other_keys_say_nothing(site):
    starlight = (
        "hero:\n  tagline: T\n  image:\n    file: ../../assets/x.png\n    alt: Waves\n  actions: [{text: Go}]"
    )
    posts = {
        "starlight": starlight,
        "quarto": 'resources: ["data.csv", "*.csv"]\nimage: data.png\nimage-alt: D\nimage-height: 50%',
        "files": 'resources: ["data.csv"]',
        "folio": "images: {compare: true, slider: true}",
        "hostile": 'hero: {image: {html: \'<img src="javascript:alert(1)" alt="">\'}}',
    }
    files = {f"{path}.png": picture(300, 200, kind="PNG") for path in ("assets/x", "news/data")}
    made = site(posts, files | {"news/data.csv": b"1,2\n"})
    assert [re.findall("hero-unsafe", text) for text in made.build(strict=True).errors[:1]] == [
        ["hero-unsafe"]
    ]
    (made.root / "docs/news/hostile.md").unlink()
    built = made.build(strict=True)
    assert built.ok, built
    assert [text for text in built.said("INFO", "WARNING") if "news/" in text and ".md:" in text] == []
    shown = {name: built.page(f"news/{name}/").values("img.newsblog-hero", "src") for name in list(posts)[:4]}
    assert shown == {
        "starlight": ["../../assets/x.png"],
        "quarto": ["../../news/data.png"],
        "files": [],
        "folio": [],
    }
    assert built.page("news/starlight/").one("img.newsblog-hero")["alt"] == "Waves"


def test_an_apostrophe_in_a_name_is_encoded_wherever_the_picture_stands(site):
    files = {"img/today's.jpg": noisy(900, 500), "news/it's.png": picture(300, 200, kind="PNG")}
    remote = "https://img.example.net/it's.png?a='b'"
    posts = {
        "a": 'hero: "/img/today\'s.jpg"\nheroAlt: A',
        "b": f'hero: "{remote}"\nheroAlt: B',
        "c": "\n---\nWords.\n\n![C](it's.png)",
    }
    built = site(posts, files, variants=True).build(strict=True, site_url="https://example.org/")
    assert built.ok, built
    heroes = [built.page(f"news/{name}/").values("img.newsblog-hero", "src") for name in posts]
    encoded = "https://img.example.net/it%27s.png?a=%27b%27"
    assert heroes == [["../../img/today%27s.jpg"], [encoded], []]
    assert built.page("news/").one('a[href="../news/c/"] img')["src"] == "../news/it%27s.png"
    assert built.page("news/c/").values(".newsblog-post img", "src") == ["../it%27s.png"]
    assert built.broken_links() == []
    heads = [built.page(f"news/{name}/").raw.partition("</head>")[0] for name in posts]
    for head, url in zip(heads, ("https://example.org/img/today%27s.jpg", encoded), strict=False):
        assert f'content="{url}"' in head
    feed = built.text("news/feed.xml")
    assert encoded in feed
    assert "it's.png" not in "".join((feed, built.text("news/feed.json"), *heads))


def test_badges_at_the_head_of_a_text_are_no_picture_of_the_post(site):
    head = "[![CI](https://github.com/a/b/actions/workflows/ci.yml/badge.svg)](x.md)\n"
    head += "![PyPI](https://img.shields.io/pypi/v/b.svg)\n"
    posts = {"a": f"\n---\n{head}\nWords.", "b": f"\n---\n{head}\n![A view](../v.png)\n\nWords."}
    made = site(posts, {"v.png": picture(640, 360, kind="PNG")})
    made.write("docs/news/x.md", "---\ntitle: X\ndate: 2024-01-01\n---\nText.\n")
    built = made.build(strict=True, site_url="https://example.org/")
    cards = built.page("news/")
    assert cards.values('a[href="../news/a/"] img', "src") == []
    assert cards.values('a[href="../news/b/"] img', "src") == ["../v.png"]
    heads = [built.page(f"news/{name}/").raw.partition("</head>")[0] for name in posts]
    assert ["og:image" in each for each in heads] == [False, True]
    assert 'content="https://example.org/v.png"' in heads[1]
    assert not [each for each in heads if "badge.svg" in each or "shields.io" in each]
    assert [len(built.page(f"news/{name}/").select(".newsblog-post img")) for name in posts] == [2, 3]


def test_icons_and_pixels_of_a_text_are_no_picture_of_the_post(site):
    pixel = '<img src="https://m.example/stat" width="1" height="1" alt="">'
    small = "![S](small.png) ![L](line.png) ![D](../wide.jpg){ width=16 }"
    posts = {
        "a": f"x: 1\n---\n{pixel}\n\n{small}\n\n![A](a.jpg)",
        "b": f"x: 1\n---\n{pixel}\n\nText.\n\n![S](small.png)",
        "c": f"hero: small.png\nheroAlt: S\n---\n{pixel}\n\n![S](small.png)\n\nText.",
        "d": "x: 1\n---\n![G](gone.jpg)\n\n![A](a.jpg)",
    }
    files = {
        "news/a.jpg": noisy(600, 300),
        "wide.jpg": noisy(900, 300),
        "news/small.png": noisy(16, 16, kind="PNG"),
        "news/line.png": noisy(900, 9, kind="PNG"),
    }
    built = site(posts, files, variants=True).build(
        site_url="https://example.org/", markdown_extensions=["attr_list"]
    )
    cards = {
        card.text("h2"): card.values("img", "src") for card in built.page("news/").select(".newsblog-card")
    }
    assert [len(cards[f"Post {name}"]) for name in "abcd"] == [1, 0, 1, 0]
    assert cards["Post c"] == ["../news/small.png"]
    heads = {
        name: [
            value.rpartition("/")[2]
            for value in built.page(f"news/{name}/").values('meta[property="og:image"]', "content")
        ]
        for name in "abcd"
    }
    assert heads == {"a": ["a.jpg"], "b": [], "c": ["small.png"], "d": []}
    assert "m.example" not in built.page("news/").raw
    assert [item.get("image") for item in json.loads(built.text("news/feed.json"))["items"]] == [
        "https://example.org/news/a.jpg",
        None,
        "https://example.org/news/small.png",
        None,
    ]
    copies = {path.name.partition("-")[0] for path in (built.site_dir / "assets/newsblog/img").iterdir()}
    assert len(copies) == 1  # those of a.jpg


def test_a_theme_picture_can_be_a_hero(site):
    built = site({"a": "hero: /img/grid.png\nheroAlt: A"}, {}).build(theme="mkdocs")
    assert built.page("news/a/").one("img.newsblog-hero")["src"] == "../../img/grid.png"


REMOTE = "https://img.example.net/a|b c/ü.jpg?x=1&y=2"


def test_a_remote_picture_stays_on_its_host_and_no_socket_is_opened(site, monkeypatch):
    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, lambda *_: pytest.fail("a build opened a socket"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("a build resolved a name"))
    files = {"a.jpg": noisy(900, 500)}
    posts = {"a": f"hero: '{REMOTE}'\nheroAlt: A", "b": "hero: /a.jpg\nheroAlt: A"}
    made = site(posts, files, variants=True, remote="cached", allow=["*.example.net"])
    built = made.build(strict=False)
    assert built.ok
    image = built.page("news/a/").one("img.newsblog-hero")
    assert image["src"] == "https://img.example.net/a%7Cb%20c/%C3%BC.jpg?x=1&y=2"
    assert image["referrerpolicy"] == "no-referrer"
    assert "width" not in image.node.attributes


def test_a_cached_copy_is_a_local_picture(site):
    made = site({"a": f"hero: '{REMOTE}'\nheroAlt: A"}, {}, variants=True, remote="cached")
    url = "https://img.example.net/a%7Cb%20c/%C3%BC.jpg?x=1&y=2"
    Store(made.root / ".cache/newsblog").keep(url, noisy(1000, 600), "image/jpeg")
    built = made.build(strict=False)
    page = built.page("news/a/")
    image = page.one("img.newsblog-hero")
    assert image["src"].startswith("../../assets/newsblog/img/")
    assert (image["width"], image.get("referrerpolicy")) == ("1000", None)
    assert page.values(".newsblog-figure source", "type") == ["image/avif", "image/webp"]
    # One file with two names could be changed in the site, and could not be made again.
    assert (built.site_dir / "news/a" / image["src"]).resolve().stat().st_nlink == 1
    assert "img.example.net" not in page.raw
    assert built.broken_links() == []


def test_a_picture_that_the_site_serves_itself_is_not_said_to_be_loaded_without_encryption(site):
    url = "http://img.example.net/a.jpg"
    posts = {"a": f"hero: '{url}'\nheroAlt: A", "b": f"\n---\n![B]({url})\n\nText."}
    made = site(posts, {}, remote="cached")
    (said,) = made.build(strict=False).warnings
    assert "is loaded without encryption" in said
    Store(made.root / ".cache/newsblog").keep(url, noisy(1000, 600), "image/jpeg")
    assert made.check("--strict").exit_code == 0
    built = made.build(strict=True)
    assert built.ok, built
    assert built.page("news/a/").one("img.newsblog-hero")["src"].startswith("../../assets/newsblog/img/")


POINTER = b"version https://git-lfs.github.com/spec/v1\n"


@pytest.mark.parametrize("kept", [b"", POINTER, noisy(1000, 600)[:9000]], ids=["empty", "pointer", "part"])
def test_a_copy_that_came_back_damaged_leaves_the_picture_on_its_host(site, kept):
    url = "https://img.example.net/a.jpg"
    body = f"hero: '{url}'\nheroAlt: A\n---\n![A]({url})\n\nText."
    made = site({"a": f"hero: '{url}'\nheroAlt: A", "b": body}, {}, remote="cached")
    store = Store(made.root / ".cache/newsblog")
    copy = store.keep(url, noisy(1000, 600), "image/jpeg")
    (store.remote / copy.name).write_bytes(kept)
    built = made.build(strict=True)
    assert built.ok, built
    assert built.page("news/a/").values("img.newsblog-hero", "src") == [url]
    assert built.page("news/b/").values(".newsblog-post img", "src") == [url]
    assert len([text for text in built.said("INFO") if "hero-not-cached" in text]) == 2
    assert not [path for path in built.files() if copy.name in path]


def test_a_link_in_the_cache_brings_no_file_of_the_machine_into_the_site(site, tmp_path):
    secret = tmp_path / "secret"
    secret.write_bytes(b"of the machine")
    made = site({"a": f"hero: '{REMOTE}'\nheroAlt: A"}, {}, variants=True, remote="cached")
    store = Store(made.root / ".cache/newsblog")
    copy = store.keep("https://img.example.net/a%7Cb%20c/%C3%BC.jpg?x=1&y=2", noisy(1000, 600), "image/jpeg")
    (store.remote / copy.name).unlink()
    (store.remote / copy.name).symlink_to(secret)
    built = made.build(strict=False)
    assert [path for path, data in built.files().items() if data == secret.read_bytes()] == []
    assert "img.example.net" in built.page("news/a/").one("img.newsblog-hero")["src"]


def test_captions_are_inline_markdown_and_never_markup(site):
    head = (
        "hero: /a.png\nheroAlt: A\n"
        "heroCaption: 'See **all** of [it](https://example.org/?a=1&b=2) <img src=x onerror=alert(1)>'\n"
        "heroCredit: '[evil](javascript:alert(1)) `code` <script>alert(1)</script>'"
    )
    page = site({"a": head}, {"a.png": picture(kind="PNG")}).build(strict=False).page("news/a/")
    caption = page.one("figcaption")
    assert caption.text("strong") == "all"
    assert caption.one("a")["href"] == "https://example.org/?a=1&b=2"
    assert caption.select("img, script") == []
    assert "<img src=x onerror=alert(1)>" in caption.content
    assert caption.text("code") == "code"


def test_the_same_picture_is_on_cards_page_head_and_feeds(site):
    made = site({"a": "hero: /a.png\nheroAlt: A view"}, {"a.png": picture(640, 360, kind="PNG")})
    built = made.build(strict=False, site_url="https://example.org/docs/")
    head = built.page("news/a/").raw.partition("</head>")[0]
    assert 'content="https://example.org/docs/a.png"' in head
    for content in ("640", "360", "image/png", "A view"):
        assert f'content="{content}"' in head
    graph = json.loads(built.page("news/a/").one('script[type="application/ld+json"]').content)
    (picture_of_post,) = [found for found in images_in(graph) if found["url"].endswith("a.png")]
    assert (picture_of_post["width"], picture_of_post["height"]) == (640, 360)
    for feed in ("feed.xml", "atom.xml", "feed.json"):
        assert "https://example.org/docs/a.png" in built.text(f"news/{feed}")
    assert 'type="image/png"' in built.text("news/feed.xml")


def images_in(value):
    """Every picture that a head's JSON describes."""
    if isinstance(value, dict):
        yield from [value] if value.get("@type") == "ImageObject" else []
        for inner in value.values():
            yield from images_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from images_in(inner)


def test_each_picture_is_opened_once_in_a_build_whoever_shows_it(site, monkeypatch):
    opened = []
    real = header.read_header

    def read(path, top=""):
        opened.append(path)
        return real(path, top)

    monkeypatch.setattr("mkdocs_newsblog.images.hero.read_header", read)
    posts = {"a": "hero: /a.png\nheroAlt: A", "b": "hero: ../a.png\nheroAlt: A", "c": "\n---\n![A](../a.png)"}
    site(posts, {"a.png": picture(640, 360, kind="PNG")}, variants=True).build()
    assert [path.rpartition("/")[2] for path in opened] == ["a.png"]


def test_a_drawing_is_passed_on_as_it_is_and_shown_by_an_img(site):
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 60'><script>alert(1)</script></svg>"
    built = site({"a": "hero: /d.svg\nheroAlt: A"}, {"d.svg": drawing}, variants=True).build()
    assert built.path("d.svg").read_bytes() == drawing
    page = built.page("news/a/")
    assert page.one(".newsblog-figure > img.newsblog-hero--drawn")["src"] == "../../d.svg"
    assert page.select(".newsblog-post :is(picture, svg, object, embed, iframe)") == []


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_card_shows_pictures_for_a_colour_scheme_each_once_as_the_scheme_is(site, between):
    body = f"![A](l.png#only-light){between}![A](d.png#only-dark)\n\nText.\n\n<!-- more -->\n\nMore."
    files = {f"news/{name}.png": picture(800, 400) for name in "ld"}
    built = site({"a": f"tags: [t]\n---\n{body}"}, files).build()
    page = built.page("news/")
    assert [src.rpartition("/")[2] for src in page.values(".newsblog-card img", "src")] == ["l.png", "d.png"]
    assert len(page.select(".newsblog-card__picture > .newsblog-light")) == 1
    assert page.text(".newsblog-card__summary") == "Text."
    assert len(built.page("news/a/").values("img", "src")) == 2


def test_a_card_shows_a_picture_of_another_host_for_one_colour_scheme_once(site):
    src = "https://example.org/l.png#only-light"
    body = f"image: {src}\ntags: [t]\n---\n![A]({src})\n\nText.\n\n<!-- more -->\n\nMore."
    page = site({"a": body}, {}).build().page("news/")
    assert len(page.select(".newsblog-card img")) == 1
    assert page.text(".newsblog-card__summary") == "Text."


def test_dark_pictures_stand_beside_the_light_ones(site):
    files = {"l.png": picture(640, 360, kind="PNG"), "d.png": picture(640, 300, kind="PNG")}
    page = site({"a": "cover: {light: /l.png, dark: /d.png, alt: A}"}, files).build().page("news/a/")
    assert page.one("img.newsblog-light")["src"] == "../../l.png"
    dark = page.one("img.newsblog-dark")
    assert (dark["src"], dark["height"], dark["alt"], dark["loading"]) == ("../../d.png", "300", "A", "lazy")


LOOKER = """
import re

def on_page_content(html, page, config, files):
    if page.file.src_uri == "news/a.md":
        seen = re.findall(r"<img[^>]*>", html)
        config.extra["seen"] = " ".join(seen)
        return re.sub(r'src="[^"]*pier.png"', 'src="/assets/external/pier.png"', html)
    return html
"""
BODY = """
First ![inline](../pics/dot.png) words.

<figure markdown="span">
  ![A figure](../pics/dot.png){ width="300" }
  <figcaption>Words</figcaption>
</figure>

!!! note
    ![noted](../pics/dot.png)
"""


def test_other_plugins_find_the_hero_among_the_pictures_of_the_page(site):
    """Lightboxes and plugins that fetch pictures look at a page's HTML, and may change it."""
    made = site(
        {"a": "hero: /pics/pier.png\n---\nText."},
        {"pics/pier.png": picture(64, 32, kind="PNG"), "pics/dot.png": picture(8, 8, kind="PNG")},
    )
    made.write("hook.py", LOOKER)
    built = made.build(hooks=["hook.py"])
    assert built.ok, built
    hero = built.page("news/a/").one("img.newsblog-hero")
    assert hero["src"] == "/assets/external/pier.png"


def test_pictures_figures_and_admonitions_of_the_text_stay_as_they_are(site):
    files = {"pics/pier.png": picture(64, 32, kind="PNG"), "pics/dot.png": picture(8, 8, kind="PNG")}
    made = site({"a": f"hero: /pics/pier.png\n---\n{BODY}"}, files, variants=True)
    made.write("docs/plain.md", BODY.replace("../pics", "pics"))
    extensions = ["attr_list", "md_in_html", "admonition"]
    built = made.build(markdown_extensions=extensions)
    assert built.ok, built
    wanted = "p, figure, .admonition"
    ours = [part.html for part in built.page("news/a/").select(f".newsblog-post__body :is({wanted})")]
    plain = [part.html for part in built.page("plain/").select(f"[role=main] :is({wanted})")]
    assert [part.replace("../../pics", "../pics") for part in ours] == plain
    assert len(plain) >= 4


def test_a_program_that_changes_pictures_of_the_site_in_place_does_no_lasting_harm(site):
    """Copies are one file in the cache and in the site, where the disk can do that."""
    made = site({"a": "hero: /a.jpg\nheroAlt: A"}, {"a.jpg": noisy(900, 500)}, variants=True)
    first = made.build()
    before = first.files()
    name = next(path for path in before if path.endswith("-800.webp"))
    with first.path(name).open("r+b") as file:
        file.write(b"XXXX")
    assert made.build().files() == before


def test_a_copy_that_vanishes_during_a_build_is_said_to_be_gone(site):
    made = site({"a": "hero: /a.jpg\nheroAlt: A"}, {"a.jpg": noisy(900, 500)}, variants=True)
    made.write(
        "hook.py",
        "import pathlib\n\ndef on_env(env, config, files):\n"
        "    cache = pathlib.Path(config.config_file_path).parent / '.cache/newsblog/img'\n"
        "    next(cache.glob('*-800.webp')).unlink()\n    return env\n",
    )
    built = made.build(hooks=["hook.py"], strict=False)
    assert [text for text in built.warnings if "has gone from the cache" in text] == built.warnings
    assert (built.ok, len(built.warnings)) == (True, 1)
    assert made.build().broken_links() == []


def test_two_sections_share_what_is_known_of_pictures(site, monkeypatch):
    made = site({"a": "hero: /a.jpg\nheroAlt: A"}, {"a.jpg": noisy(900, 500)})
    made.write("docs/blog/b.md", "---\ntitle: B\ndate: 2024-05-01\nhero: /b.jpg\nheroAlt: B\n---\nText.\n")
    made.write("docs/blog/c.md", "---\ntitle: C\ndate: 2024-05-01\nhero: /a.jpg\nheroAlt: C\n---\nText.\n")
    made.write("docs/b.jpg", noisy(900, 500))
    sections = [{"newsblog": {"dir": each, "images": {"variants": True}}} for each in ("news", "blog")]
    first = made.build(plugins=sections)
    assert first.broken_links() == []
    assert len(list((made.root / ".cache/newsblog/img").iterdir())) == 14
    monkeypatch.setattr("hashlib.file_digest", lambda *_: pytest.fail("read again"))
    assert made.build(plugins=sections).files() == first.files()


def test_a_cache_that_can_not_be_written_to_is_one_message_and_no_fault_of_a_picture(site):
    posts = {name: f"hero: {name}.jpg\nheroAlt: A" for name in ("a", "b")}
    files = {f"news/{name}.jpg": noisy(1200, 800) for name in posts}
    made = site(posts, files, variants=True, cache="shut")
    made.write("shut", b"a file, and no folder")
    built = made.build(strict=False)
    assert built.ok, built
    (said,) = built.warnings
    assert "[cache-shut]" in said
    assert "images.cache" in said
    assert built.page("news/a/").one(".newsblog-post img")["src"].endswith("/a.jpg")
    assert built.page("news/a/").select(".newsblog-post source") == []
    assert built.broken_links() == []


def test_a_full_disk_is_one_message_about_the_cache_beside_those_of_pictures(site, monkeypatch):
    posts = {name: f"hero: {name}.jpg\nheroAlt: A" for name in ("a", "b", "c", "damaged")}
    files = {f"news/{name}.jpg": noisy(1200, 800) for name in posts}
    files["news/damaged.jpg"] = files["news/damaged.jpg"][:9000]
    made = site(posts, files, variants=True)
    left, fresh = iter(range(10)), tempfile.mkstemp

    def mkstemp(*, dir, **kind):  # noqa: A002 - the library's own name
        if Path(dir).name == "img" and next(left, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return fresh(dir=dir, **kind)

    with monkeypatch.context() as patch:
        patch.setattr("tempfile.mkstemp", mkstemp)
        built = made.build(strict=False)
    assert built.ok, built
    shut, damaged = sorted(built.warnings, key=lambda text: "[cache-shut]" not in text)
    assert f"images.cache: smaller copies of pictures can't be kept: {os.strerror(errno.ENOSPC)}." in shut
    assert "news/damaged.md" in damaged
    assert "[hero-doubtful]" in damaged
    assert built.broken_links() == []
    again = made.build(strict=False)
    assert again.warnings == [damaged]
    assert again.page("news/c/").select(".newsblog-post source") != []


@pytest.mark.parametrize(("discover", "said"), [(["default"], 1), (["body"], 0)])
def test_a_picture_for_posts_without_one_that_is_missing_is_said_once(site, discover, said):
    built = site({"a": "tags: [t]", "b": "tags: [t]"}, {}, default="nope.png", discover=discover).build(
        strict=False
    )
    assert built.ok, built
    found = [text for text in built.warnings if "images.default" in text and "nope.png" in text]
    assert len(found) == said == len(built.warnings)
