"""From the hero that a post names to a picture of the site."""

import pytest

from mkdocs_newsblog.images.hero import Pictures
from mkdocs_newsblog.model.post import Entry, ImageSource
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.schema.settings import ImageOptions

FILES = {
    path: path.replace(" ", "%20").replace("é", "%C3%A9")
    for path in (
        "assets/a.jpg",
        "img/b.jpg",
        "news/c.jpg",
        "news/2024/d.jpg",
        "news/2024/é f.jpg",
        "public/e.jpg",
        "public/img/g.jpg",
        "what?.jpg",
        "news/100%.jpg",
        "top.jpg",
    )
}


def hero(src, *, uri="news/2024/post.md", options=None, show=True, **more):
    """What a post with this hero shows, and what is said of it."""
    image = ImageSource(src, Place(uri, 4, 7), **more) if src is not None else None
    entry = Entry(uri, "Title", image=image, show_image=show)
    return Pictures(FILES, ImageOptions(**(options or {}))).hero(entry)


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
    ("é%20f.jpg", "news/2024/%C3%A9%20f.jpg"),
    ("é f.jpg", "news/2024/%C3%A9%20f.jpg"),
    ("d.jpg?v=2#x", "news/2024/d.jpg"),
    ("../100%.jpg", "news/100%.jpg"),
    ("/what?.jpg", "what?.jpg"),
]


@pytest.mark.parametrize(("written", "url"), FOUND)
def test_a_path_leads_to_the_file_it_means(written, url):
    image, problems = hero(written, alt="A")
    assert (image and image.url, problems) == (url, [])


def test_the_posts_own_folder_comes_first():
    files = {"news/x.jpg": "news/x.jpg", "x.jpg": "x.jpg"}
    entry = Entry("news/p.md", "P", image=ImageSource("x.jpg", Place("news/p.md"), alt=""))
    image, _ = Pictures(files, ImageOptions()).hero(entry)
    assert image.url == "news/x.jpg"


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
    ["javascript:alert(1)", "a\\b.jpg", "x'.jpg", 'x".jpg', "<b>.jpg", "C:/x.jpg", "java&#115;cript:x"],
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
