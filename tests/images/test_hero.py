"""From the hero that a post names to a picture of the site."""

import pytest

from mkdocs_newsblog.images.hero import Pictures
from mkdocs_newsblog.images.locate import Locator
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.post import Entry, ImageSource
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.schema.options.pictures import ImageOptions

FILES = {"n%41me.jpg": "n%2541me.jpg"} | {
    path: path.replace(" ", "%20")
    .replace("é", "%C3%A9")
    .replace("ö", "%C3%B6")
    .replace("ð", "%C3%B0")
    .replace("'", "%27")
    for path in (
        "assets/a.jpg",
        "img/b.jpg",
        "news/c.jpg",
        "news/2024/d.jpg",
        "news/2024/é f.jpg",
        "public/e.jpg",
        "public/img/g.jpg",
        "what?.jpg",
        "img/today's.jpg",
        "news/100%.jpg",
        "news/nörd.jpg",
        "news/suðr.jpg",
        "top.jpg",
    )
}


def hero(src, *, uri="news/2024/post.md", options=None, show=True, **more):
    """What a post with this hero shows, and what is said of it."""
    image = ImageSource(src, Place(uri, 4, 7), **more) if src is not None else None
    entry = Entry(uri, "Title", image=image, show_image=show)
    return shown(FILES, entry, options)


def shown(files, entry, options=None, base=""):
    options = ImageOptions(**(options or {}))
    found = Pictures(Locator(files, options, base=base), options).hero(entry)
    return found.image, list(found.problems)


NEAR = [
    ("d.jpeg", "d.jpg"),
    ("./D.JPG?v=2", "./d.jpg"),
    ("../C.webp", "../c.jpg"),
    ("/img/todays.jpg", "/img/today's.jpg"),
    ("@/img/B.png", "@/img/b.jpg"),
    ("../Nörd.jpg", "../nörd.jpg"),
    ("../101%.jpg", None),
    ("harbour.jpg", None),
    ("/gone/d.jpg", None),
    ("docs/news/2024/d.jpg", "/news/2024/d.jpg"),
    ("../../content/img/b.jpg", "/img/b.jpg"),
    ("content/none/d.jpg", None),
]


@pytest.mark.parametrize(("src", "near"), NEAR)
def test_a_picture_that_is_nearly_where_it_was_looked_for_is_named(src, near):
    _, (found,) = hero(src)
    assert found.code == "hero-missing"
    assert found.remedy == (f'Did you mean "{near}"?' if near else "Add the file or mend the path")
    assert near is None or hero(near)[0] is not None


@pytest.mark.parametrize("start", ["data:image/png;base64,AAAA", "DATA:image/jpeg,AA", "data:image/webp;x,A"])
def test_a_picture_itself_in_place_of_its_path_is_left_out_with_a_warning(start):
    image, (found,) = hero(start)
    assert (image, found.code, found.severity) == (None, "hero-unreadable", Severity.WARNING)
    assert found.remedy == "Save it as a file, and write its path"


@pytest.mark.parametrize("src", ["data:image/svg+xml,<svg onload=x>", "data:text/html,x", "data:image/png"])
def test_other_data_in_place_of_a_path_is_unsafe(src):
    assert [(found.code, found.severity) for found in hero(src)[1]] == [("hero-unsafe", Severity.ERROR)]


@pytest.mark.parametrize(
    "src",
    [
        "code-fork",
        "filetype-png",
        "gif",
        "fas fa-anchor",
        "x8f3kq",
        "日",
        "🚀",
        "#fa0",
        "linear-gradient(90deg, red, blue)",
    ],
)
def test_a_word_that_is_like_no_picture_is_a_notice(src):
    image, (found,) = hero(src)
    assert (image, found.code, found.severity) == (None, "hero-missing", Severity.INFO)


@pytest.mark.parametrize("src", ["D", "gone/d", "harbour.jpg", "/harbour", "pierjpg", "Pier 2,PNG"])
def test_a_path_that_leads_nowhere_and_a_name_without_its_ending_are_warnings(src):
    assert [found.severity for found in hero(src)[1]] == [Severity.WARNING]


def test_a_host_without_a_scheme_is_named_with_one():
    _, (found,) = hero("www.example.org/b.jpg")
    assert (found.code, found.remedy) == ("hero-missing", 'Did you mean "https://www.example.org/b.jpg"?')


def test_a_file_of_somebodys_computer_is_called_that():
    _, (found,) = hero(r"C:\Users\mara\b.jpg")
    assert (found.code, found.fact) == ("hero-unsafe", r'"C:\Users\mara\b.jpg" is a path on one computer')


@pytest.mark.parametrize(
    ("src", "near"),
    [
        (r"..\2024\d.jpg", "../2024/d.jpg"),
        (r"\img\b.jpg", "/img/b.jpg"),
        (r"docs\img\b.jpg", "/img/b.jpg"),
        (r"..\2024\D.JPG", "../2024/d.jpg"),
        (r"..\2024\none.jpg", None),
        (r"https:\\img.example.org\b.jpg", None),
        ('<"d.jpg', None),
    ],
)
def test_a_picture_behind_backslashes_is_named_without_them(src, near):
    image, (found,) = hero(src)
    assert (image, found.code) == (None, "hero-unsafe")
    usual = "Use an https address or a file in the docs folder"
    assert found.remedy == (f'Did you mean "{near}"?' if near else usual)
    assert near is None or hero(near)[0] is not None


FOUND = [
    ("d.jpg", "news/2024/d.jpg"),
    ("./d.jpg", "news/2024/d.jpg"),
    ("../c.jpg", "news/c.jpg"),
    ("../../img/b.jpg", "img/b.jpg"),
    ("/img/b.jpg", "img/b.jpg"),
    ("img/b.jpg", "img/b.jpg"),
    ("../../../../assets/a.jpg", "assets/a.jpg"),
    ("../../assets/a.jpg", "assets/a.jpg"),
    ("../../../../../../img/b.jpg", "img/b.jpg"),
    ("/a.jpg", "assets/a.jpg"),
    ("/e.jpg", "public/e.jpg"),
    ("/img/g.jpg", "public/img/g.jpg"),
    ("public/img/b.jpg", "img/b.jpg"),
    ("src/assets/a.jpg", "assets/a.jpg"),
    ("@/assets/a.jpg", "assets/a.jpg"),
    ("~/img/b.jpg", "img/b.jpg"),
    ("{{ site.baseurl }}/img/b.jpg", "img/b.jpg"),
    ("{{site.baseurl}}/img/b.jpg", "img/b.jpg"),
    ("/src/assets/a.jpg", "assets/a.jpg"),
    ("/src/content/news/c.jpg", "news/c.jpg"),
    ("../../src/content/assets/a.jpg", "assets/a.jpg"),
    ("static/../img/b.jpg", "img/b.jpg"),
    ("é%20f.jpg", "news/2024/%C3%A9%20f.jpg"),
    ("é f.jpg", "news/2024/%C3%A9%20f.jpg"),
    ("d.jpg?v=2#x", "news/2024/d.jpg"),
    ("d.jpg#x", "news/2024/d.jpg"),
    ("../100%.jpg", "news/100%.jpg"),
    ("@site/img/b.jpg", "img/b.jpg"),
    ("__GHOST_URL__/img/b.jpg", "img/b.jpg"),
    ("{static}/img/b.jpg", "img/b.jpg"),
    ("{attach}/img/b.jpg", "img/b.jpg"),
    ("{filename}/img/b.jpg", "img/b.jpg"),
    ("{static}d.jpg", "news/2024/d.jpg"),
    ("{attach}../c.jpg", "news/c.jpg"),
    ("{filename}../../img/b.jpg", "img/b.jpg"),
    ("/n%41me.jpg", "n%2541me.jpg"),
    ("../nörd.jpg", "news/n%C3%B6rd.jpg"),
    ("../suðr.jpg", "news/su%C3%B0r.jpg"),
    ("/what?.jpg", "what?.jpg"),
    ("/img/today's.jpg", "img/today%27s.jpg"),
    ("/img/today%27s.jpg", "img/today%27s.jpg"),
    ("/img/today&#39;s.jpg", "img/today%27s.jpg"),
]


@pytest.mark.parametrize(("written", "url"), FOUND)
def test_a_path_leads_to_the_file_it_means(written, url):
    image, problems = hero(written, alt="A")
    assert (image and image.url, problems) == (url, [])


BASED = [
    ("/docs/img/b.jpg", "img/b.jpg"),
    ("/docs/e.jpg", "public/e.jpg"),
    ("/docs/own.jpg", "docs/own.jpg"),
    ("/doc/img/b.jpg", None),
    ("docs/img/b.jpg", None),
    ("/docs/../img/b.jpg", "img/b.jpg"),
    ("/docs/../../etc/passwd", None),
]


@pytest.mark.parametrize(("written", "url"), BASED)
def test_a_path_from_the_hosts_root_may_begin_with_the_path_of_the_site(written, url):
    files = FILES | {"docs/own.jpg": "docs/own.jpg", "own.jpg": "own.jpg"}
    entry = Entry("news/p.md", "P", image=ImageSource(written, Place("news/p.md"), alt=""))
    image, problems = shown(files, entry, base="docs")
    assert (image and image.url) == url
    assert [found.code for found in problems] == ([] if url else ["hero-missing"])


def test_the_posts_own_folder_comes_first():
    files = {"news/x.jpg": "news/x.jpg", "x.jpg": "x.jpg"}
    entry = Entry("news/p.md", "P", image=ImageSource("x.jpg", Place("news/p.md"), alt=""))
    image, _ = shown(files, entry)
    assert image.url == "news/x.jpg"


def test_a_name_alone_may_be_that_of_a_picture_in_the_folder_images_beside_the_post():
    folder = "news/trip/images/"
    files = {f"{folder}x.jpg": f"{folder}x.jpg", f"{folder}y.jpg": f"{folder}y.jpg", "y.jpg": "y.jpg"}
    found = {}
    for name in ("x.jpg", "y.jpg", "./x.jpg", "/x.jpg"):
        entry = Entry("news/trip/index.md", "P", image=ImageSource(name, Place("news/trip/index.md"), alt=""))
        image, _ = shown(files, entry)
        found[name] = image and image.url
    assert found == {"x.jpg": f"{folder}x.jpg", "y.jpg": "y.jpg", "./x.jpg": None, "/x.jpg": None}


def test_aliases_and_roots_can_be_set():
    options = {"aliases": {"$pics/": "img"}, "roots": ["news/2024"]}
    assert hero("$pics/b.jpg", alt="", options=options)[0].url == "img/b.jpg"
    assert hero("/d.jpg", alt="", uri="p.md", options=options)[0].url == "news/2024/d.jpg"


@pytest.mark.parametrize(
    "written", ["nothing.jpg", "..", "/", "../../../../etc/passwd", "/etc/passwd", "%2e%2e/%2e%2e/x"]
)
def test_a_missing_file_is_said_at_its_place_and_nothing_is_shown(written):
    image, problems = hero(written)
    assert image is None
    assert [(found.code, found.place) for found in problems] == [
        ("hero-missing", Place("news/2024/post.md", 4, 7))
    ]


@pytest.mark.parametrize(
    "written",
    ["javascript:alert(1)", "a\\b.jpg", 'x".jpg', "x'\".jpg", "<b>.jpg", "C:/x.jpg", "java&#115;cript:x"],
)
def test_a_hostile_path_is_an_error(written):
    image, problems = hero(written)
    assert image is None
    assert [found.code for found in problems] == ["hero-unsafe"]
    assert problems[0].severity == "error"


def test_a_remote_picture_keeps_its_sizes_and_words():
    image, problems = hero(
        "https://img.example.net/a b.jpg", alt="", caption="C", credit="D", width=3, height=4
    )
    assert (image.url, image.is_remote) == ("https://img.example.net/a%20b.jpg", True)
    assert (image.alt, image.caption, image.credit, image.width, image.height) == ("", "C", "D", 3, 4)
    assert [found.code for found in problems] == ["hero-insecure"]


def test_a_picture_that_names_no_scheme_is_taken_over_https():
    image, problems = hero("//img.example.net/a|b+c.jpg?x=ü", alt="")
    assert image.url == "https://img.example.net/a%7Cb+c.jpg?x=%C3%BC"
    assert [found.code for found in problems] == ["hero-insecure"]


def test_without_words_of_its_own_a_picture_is_called_as_the_post_is():
    image, problems = hero("d.jpg")
    assert image.alt == "Title"
    assert [found.code for found in problems] == ["hero-without-alt"]


def test_a_post_without_a_hero_shows_none_or_the_default():
    assert hero(None) == (None, [])
    image, problems = hero(None, options={"default": "/img/b.jpg"})
    assert (image.url, image.alt, problems) == ("img/b.jpg", "", [])
    assert hero(None, options={"default": "/img/b.jpg"}, show=False) == (None, [])
    assert hero("nothing.jpg", show=False) == (None, [])


def test_a_missing_dark_picture_leaves_the_light_one():
    image, problems = hero("d.jpg", alt="", dark_src="night.jpg")
    assert (image.url, image.dark) == ("news/2024/d.jpg", None)
    assert [found.code for found in problems] == ["hero-missing"]
    assert hero("d.jpg", alt="", dark_src="../c.jpg")[0].dark.url == "news/c.jpg"


BUNDLE = {
    path: path
    for path in (
        "news/trip/index.md",
        "news/trip/cover.jpg",
        "news/trip/feature-dark.png",
        "news/trip/feature.png",
        "news/trip/notes.md",
        "news/trip/thumbnail.webp",
        "news/wide.jpg",
    )
}


def discovered(uri, body="", options=None, **fields):
    return shown(BUNDLE, Entry(uri, "Title", body=body, **fields), options)


def test_a_bundle_shows_the_picture_that_lies_in_it():
    image, problems = discovered("news/trip/index.md")
    assert (image.url, image.dark.url, image.alt) == (
        "news/trip/feature.png",
        "news/trip/feature-dark.png",
        "Title",
    )
    assert [found.code for found in problems] == ["hero-without-alt"]


@pytest.mark.parametrize("ending", ["avif", "webp", "jpg", "jpeg", "png", "gif", "svg", "bmp", "ico", "JPG"])
def test_every_format_of_browsers_is_found_beside_a_post(ending):
    name = f"news/trip/cover.{ending}"
    image, _ = shown({name: name, "news/trip/cover.txt": ""}, Entry("news/trip/index.md", "Title"))
    assert image.url == name


def test_a_broken_picture_beside_a_post_leaves_the_place_to_one_of_the_text(tmp_path):
    (tmp_path / "cover.jpg").write_bytes(b"no picture")
    files = {name: name for name in ("news/trip/cover.jpg", "news/trip/b.jpg")}
    locator = Locator(files, ImageOptions(), {"news/trip/cover.jpg": str(tmp_path / "cover.jpg")})
    found = Pictures(locator, ImageOptions()).hero(Entry("news/trip/index.md", "T", body="![B](b.jpg)"))
    assert (found.image.url, found.problems) == ("news/trip/b.jpg", ())


def test_a_path_of_very_many_folders_is_looked_for_in_one_pass():
    locator = Locator({"img/a.png": "img/a.png"}, ImageOptions())
    assert locator.near("a/" * 500_000 + "img/a.png", "news/a.md") == "/img/a.png"
    assert locator.near("a/" * 500_000 + "img/b.gif", "news/a.md") is None


def test_what_is_said_of_a_picture_that_is_not_named_holds_for_the_discovered_one():
    said = ImageSource("", Place("news/trip/index.md", 3), alt="Waves", caption="C", credit="D")
    image, problems = discovered("news/trip/index.md", image=said)
    assert (image.alt, image.caption, image.credit, problems) == ("Waves", "C", "D", [])


def test_a_page_that_owns_no_folder_has_no_picture_beside_it():
    assert discovered("news/trip/notes.md") == (None, [])


def test_the_order_of_discovery_is_the_options():
    body = "![Wide](../wide.jpg)"
    for order, url in (
        (("beside", "body"), "news/trip/feature.png"),
        (("body", "beside"), "news/wide.jpg"),
        (("default", "body"), "news/trip/cover.jpg"),
    ):
        options = {"discover": order, "default": "/news/trip/cover.jpg"}
        assert discovered("news/trip/index.md", body, options)[0].url == url
    assert discovered("news/trip/index.md", body, {"discover": ()}) == (None, [])


def test_a_picture_of_the_text_is_the_posts_and_stays_where_it_is():
    image, problems = discovered("news/trip/notes.md", "Text\n\n![Wide](../wide.jpg)")
    assert (image.url, image.alt, image.in_body, problems) == ("news/wide.jpg", "Wide", True, [])
    assert discovered("news/trip/notes.md", "![Gone](gone.jpg)") == (None, [])


def test_a_named_picture_that_the_text_begins_with_is_not_shown_twice():
    source = ImageSource("../wide.jpg", Place("news/trip/notes.md"), alt="A")
    assert discovered("news/trip/notes.md", "![x](/news/wide.jpg?v=1)", image=source)[0].in_body
    assert not discovered("news/trip/notes.md", "![x](cover.jpg)", image=source)[0].in_body


def test_a_badge_is_discovered_nowhere_and_may_be_named():
    badge = "https://img.shields.io/badge/a-b-blue"
    head = f"[![State]({badge})](x)\n\n"
    assert discovered("news/trip/notes.md", head) == (None, [])
    default = {"default": "/news/wide.jpg"}
    assert discovered("news/trip/notes.md", head, default)[0].url == "news/wide.jpg"
    assert discovered("news/trip/notes.md", f"{head}![W](../wide.jpg)")[0].in_body
    source = ImageSource("../wide.jpg", Place("news/trip/notes.md"), alt="A")
    assert discovered("news/trip/notes.md", f"{head}![W](../wide.jpg)", image=source)[0].in_body
    assert not discovered("news/trip/notes.md", head, image=source)[0].in_body
    named = discovered("news/trip/notes.md", head, image=source._replace(src=badge))[0]
    assert (named.url, named.in_body, named.guessed) == (badge, True, False)


@pytest.mark.parametrize("made", ["{{ page.url | urlencode }}", "{% tide %}"])
def test_an_address_that_another_system_would_have_made_is_no_picture(made):
    body = f'<img src="https://pictures.example/{made}/a.png" alt="A">\n\n![Wide](../wide.jpg)'
    assert discovered("news/trip/notes.md", body) == (None, [])
    kept = "https://pictures.example/a.png?b={%22c%22:1}"
    assert discovered("news/trip/notes.md", f"![A]({kept})")[0].in_body


def test_a_switch_holds_for_discovered_pictures_too():
    assert discovered("news/trip/index.md", show_image=False) == (None, [])
