"""What a text in front matter refers to, in every way people write it."""

import unicodedata

import pytest

from mkdocs_newsblog.collect.references import Reference, Whereabouts
from tests.collect.entries import entry

URLS = {
    "index.md": "",
    "guide/install.md": "guide/install/",
    "assets/plan.pdf": "assets/plan.pdf",
    "news/2024-05-04-launch.md": "news/2024-05-04-launch/",
    "news/trip/index.md": "news/trip/",
    "news/old/trip.md": "news/old/trip/",
    "news/tags/world/index.md": "news/tags/world/",
    "news/my post.md": "news/my%20post/",
}
POSTS = {
    "news/2024-05-04-launch.md": entry("x", slug="launch", aliases=("/old/launch.html",)),
    "news/trip/index.md": entry("x"),
    "news/old/trip.md": entry("x"),
    "news/my post.md": entry("x"),
}
MOVED = {"news/old/trip.md": "journal/trip/index.html"}
PLACES = Whereabouts(URLS, POSTS, ("news",), "https://example.org/docs/", MOVED)
LAUNCH = "news/2024-05-04-launch.md"

FOUND = {
    "2024-05-04-launch.md": LAUNCH,
    "./2024-05-04-launch.md": LAUNCH,
    "2024-05-04-launch": LAUNCH,
    "old/trip.md": "news/old/trip.md",
    "../guide/install.md": "guide/install.md",
    "guide/install.md": "guide/install.md",
    "/guide/install.md": "guide/install.md",
    "guide/install": "guide/install.md",
    "trip/": "news/trip/index.md",
    "trip": "news/trip/index.md",
    "/": "index.md",
    "trip/index.md": "news/trip/index.md",
    "my%20post.md": "news/my post.md",
    "my post.md": "news/my post.md",
    "/assets/plan.pdf": "assets/plan.pdf",
    "launch": LAUNCH,
    "Launch": LAUNCH,
    "_posts/2024-05-04-launch.md": LAUNCH,
    "/trips/_posts/old/trip.md": "news/old/trip.md",
    "_posts/before/2024-05-04-launch.markdown": LAUNCH,
    "/news/2024-05-04-launch/": LAUNCH,
    "/docs/news/2024-05-04-launch/": LAUNCH,
    "/old/launch": LAUNCH,
    "/journal/trip/": "news/old/trip.md",
    "news/tags/world/": "news/tags/world/index.md",
    "https://example.org/docs/news/2024-05-04-launch/": LAUNCH,
    "https://example.org/docs/news/2024-05-04-launch/index.html": LAUNCH,
    "https://example.org/docs/news/2024-05-04-launch.html?from=mail": LAUNCH,
}


APART, AS_ONE = (unicodedata.normalize(form, "news/größe/été.md") for form in ("NFD", "NFC"))
"""A name from a Mac, which stores letters and accents apart, and as people type it."""


@pytest.mark.parametrize(("stored", "typed"), [(APART, AS_ONE), (AS_ONE, APART)])
@pytest.mark.parametrize("start", ["news/größe/été.md", "größe/été", "été", "/news/größe/été/"])
def test_a_name_is_found_whichever_way_its_accents_are_stored(stored, typed, start):
    form = "NFC" if typed == AS_ONE else "NFD"
    places = Whereabouts({stored: stored.replace(".md", "/")}, {stored: entry("x")}, ("news",))
    assert places.find(unicodedata.normalize(form, start), "news/here.md") == Reference(stored)
    assert places.nearest(unicodedata.normalize(form, "étés.md")) == stored


@pytest.mark.parametrize("text", FOUND)
@pytest.mark.parametrize("anchor", ["", "#part"])
def test_a_text_leads_to_the_file_it_means(text, anchor):
    assert PLACES.find(text + anchor, "news/here.md") == Reference(FOUND[text], fragment=anchor)


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("https://other.example/a b?c=d#e", "https://other.example/a%20b?c=d#e"),
        ("https://example.org/elsewhere/", "https://example.org/elsewhere/"),
        ("http://old.example/a", "http://old.example/a"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
    ],
)
def test_an_address_of_another_site_stays(text, url):
    assert PLACES.find(text, "news/here.md") == Reference(url=url)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "#part",
        "nothing.md",
        "_posts/nothing.md",
        "_posts/../../x.md",
        "../../../etc/passwd",
        ".",
        "javascript:alert(1)",
        "Trip",
        "http://[x",
    ],
)
def test_nothing_is_made_up(text):
    assert PLACES.find(text, "news/here.md") is None


@pytest.mark.parametrize(
    ("text", "near"), [("lanch.md", LAUNCH), ("news/2024-05-04-lunch.md", LAUNCH), ("qwerty", None)]
)
def test_the_nearest_name_is_suggested(text, near):
    assert PLACES.nearest(text) == near


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tide is back", "a.md"),
        (" what's new? #1 ", "b.md"),
        ("c", "b/c.md"),
        ("Twice", None),
        ("Made up", None),
    ],
)
def test_a_title_that_one_post_has_leads_to_it(text, found):
    posts = {
        "a.md": entry("a", title="The tide is back"),
        "b.md": entry("b", title="What's new? #1"),
        "b/c.md": entry("c", title="Twice"),
        "d.md": entry("d", title="Twice"),
        "e.md": entry("e", title="C"),
        "f.md": entry("f", title="Made up", title_from="file"),
    }
    places = Whereabouts({uri: uri.removesuffix(".md") for uri in posts}, posts, ())
    assert places.find(text, "b/here.md") == (Reference(found) if found else None)


def test_a_path_from_the_top_leads_to_no_file_beside_the_post():
    assert PLACES.find("index.md", "news/trip/index.md").src_uri == "news/trip/index.md"
    assert PLACES.find("/index.md", "news/trip/index.md").src_uri == "index.md"


@pytest.mark.parametrize("text", ["..", "../..", "../../../index.md", "../../../etc/passwd", "/../index.txt"])
def test_a_path_out_of_the_docs_folder_leads_nowhere(text):
    assert PLACES.find(text, "news/trip/notes.md") in (None, Reference("index.md"))
