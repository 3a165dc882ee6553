"""Lightboxes and plugins that bring pictures home find the hero as they find every picture of a page."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.images.drawing import noisy, picture

BODY = "Text ![A dot](../dot.png) and text."
FILES = {"dot.png": picture(kind="PNG"), "day.jpg": noisy(1200, 600), "night.jpg": noisy(1200, 600)}


@pytest.fixture
def site(drawn):
    """Draw a site with one post of this front matter, beside other plugins."""

    def draw(head, *plugins, **images):
        made = drawn(
            "docs/\n  index.md | # Home\n",
            config={"plugins": ["search", *plugins]},
            newsblog={"dir": "news", "images": images},
        )
        made.write("docs/news/a.md", f"---\ntitle: A\ndate: 2024-05-01\n{head}\n---\n{BODY}\n")
        made.add(FILES)
        return made

    return draw


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("variants", [True, False])
def test_a_lightbox_opens_the_hero_once_and_its_smaller_copies_stay_in_use(site, theme, variants):
    made = site("hero: /day.jpg\nheroAlt: A pier > a boat", "glightbox", variants=variants)
    built = made.build(theme=theme)
    assert built.ok, built
    page = built.page("news/a/")
    links = page.select(".newsblog-post a.glightbox")
    assert [link["href"] for link in links] == ["../../day.jpg", "../../dot.png"]
    figure = page.one(".newsblog-figure")
    whole = figure.one("a.glightbox > picture > img" if variants else "a.glightbox > img")
    assert whole["alt"] == "A pier > a boat"
    assert len(figure.select("picture > source")) == (2 if variants else 0)
    assert page.select("picture a") == []
    assert built.page("news/").select("a.glightbox[href*=day], .newsblog-card__picture a") == []
    assert built.broken_links() == []


def test_a_lightbox_opens_each_picture_of_a_pair(site):
    made = site("cover: {light: /day.jpg, dark: /night.jpg, alt: A}", "glightbox", variants=True)
    built = made.build(theme="material")
    links = built.page("news/a/").select(".newsblog-figure a.glightbox:has(> picture > img)")
    assert [link["href"] for link in links] == ["../../day.jpg", "../../night.jpg"]


def test_a_lightbox_opens_no_portrait_beside_a_name(site):
    made = site("authors: [mori]", "glightbox")
    made.write("docs/news/.authors.yml", "authors:\n  mori: {name: Yuki Mori, avatar: /dot.png}\n")
    built = made.build(theme="material")
    assert built.ok, built
    post = built.page("news/a/").one(".newsblog-post")
    assert len(post.select(".newsblog-author > img.newsblog-avatar")) == 1
    assert len(post.select("a.glightbox")) == 1


@pytest.fixture
def host():
    """A host of pictures on this machine: its address, and the paths it was asked for."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/jpeg")
            self.end_headers()
            self.wfile.write(FILES["day.jpg"])

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            server.shutdown()
            thread.join()


def test_the_privacy_plugin_brings_a_remote_hero_home_once(site, host, tmp_path):
    address, asked = host
    options = {"cache_dir": str(tmp_path / "privacy"), "links": False, "assets_include": ["127.0.0.1*"]}
    made = site(f"hero: {address}/pier.jpg\nheroAlt: A", {"privacy": options})
    built = made.build(theme={"name": "material", "font": False}, strict=False)
    assert asked == ["/pier.jpg"]
    for url, image in (("news/a/", "img.newsblog-hero"), ("news/", "img.newsblog-card__image")):
        src = built.page(url).one(image)["src"]
        assert "assets/external/" in src
        target = (built.path(url).parent / src).resolve()
        assert target.read_bytes() == FILES["day.jpg"]
    assert built.broken_links() == []


def test_the_privacy_plugin_says_so_where_it_must_not_fetch_a_hero(site):
    made = site(
        "hero: https://img.example.net/pier.jpg?w=1&h=2\nheroAlt: A", {"privacy": {"assets_fetch": False}}
    )
    built = made.build(theme={"name": "material", "font": False}, strict=False)
    said = [text for text in built.warnings if "https://img.example.net/pier.jpg?w=1&h=2" in text]
    assert [text for text in said if "news/a.md" in text] != []
    hero = built.page("news/a/").one("img.newsblog-hero")
    assert hero["src"] == "https://img.example.net/pier.jpg?w=1&h=2"


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_lists_are_filled_in_pages_that_a_lightbox_has_parsed(site, theme):
    made = site("tags: [a]", "glightbox")
    made.write("docs/index.md", "# Home\n\n<!-- newsblog: latest -->\n")
    built = made.build(theme=theme)
    assert built.ok, built
    assert built.page("").texts(".newsblog-insert .newsblog-card__title") == ["A"]
