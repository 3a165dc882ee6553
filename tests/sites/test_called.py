"""A post without a title is called what its heading says once it is finished, wherever it is named."""

import json

from tests.sites.test_listings import site_of

EXTENSIONS = ["footnotes", "pymdownx.emoji", "pymdownx.keys", {"toc": {"permalink": True}}]
CONFIG = {"site_url": "https://example.org/docs/", "markdown_extensions": EXTENSIONS}
HEADINGS = {
    "# A :rocket: x": "A \U0001f680 x",
    "# Foot[^1] *note*": "Foot note",
    "# Kbd ++ctrl++ <!-- c -->": "Kbd Ctrl",
    "# Esc \\*star\\* \\_x\\_": "Esc *star* _x_",
    "# <b>Fish</b> & \\<T\\> `<x>`": "Fish & \\<T> <x>",
    "Under\\_lined :tea:\n===": "Under_lined \U0001f375",
}
NAMES = list(HEADINGS.values())
OPTIONS = {"dir": "news", "posts_json": True, "problems": {"hero-without-alt": "ignore"}}


def text(heading, day, **keys):
    head = "".join(f"{key}: {value}\n" for key, value in {"date": f"2024-01-0{day}", **keys}.items())
    return f"---\n{head}---\n{heading}\n\nText.[^1]\n\n# Other\n\n[^1]: A note.\n"


POSTS = {
    f"news/{number}.md": text(heading, number, series="All", aliases=f"[old-{number}]")
    for number, heading in enumerate(HEADINGS, 1)
} | {"news/named.md": text("# Tea :tea:", 9, title='"Tea :tea:"')}


def test_a_post_is_called_what_its_page_says(drawn):
    built = site_of(drawn, POSTS).build(newsblog=OPTIONS, **CONFIG)
    assert built.ok, built
    for number, name in enumerate(NAMES, 1):
        page = built.page(f"news/{number}/")
        assert page.text("title") == f"{name} - Drawn"
        assert page.one('meta[property="og:title"]')["content"] == name
        data = json.loads(page.one('script[type="application/ld+json"]').content)
        assert data["@graph"][0]["headline"] == name
        assert len(page.select("h1")) == 1
    assert built.page("news/").texts("h2 a") == ["Tea :tea:", *reversed(NAMES)]
    assert built.page("news/named/").text("title") == "Tea :tea: - Drawn"
    assert NAMES[0] in {entry["title"] for entry in built.search_index()}


def test_other_pages_and_files_for_programs_call_it_the_same(drawn):
    built = site_of(drawn, POSTS).build(newsblog=OPTIONS, theme="material", **CONFIG)
    assert built.ok, built
    for number in (1, 5):
        page = built.page(f"news/{number}/")
        assert page.texts("ol.newsblog-series__parts a") == NAMES
        assert page.text(".newsblog-neighbours__next bdi") == NAMES[number]
    assert built.page("news/2/").text(".newsblog-neighbours__previous bdi") == NAMES[0]
    assert built.page("news/old-1/").text("title") == NAMES[0]
    for path in ("news/feed.xml", "news/atom.xml", "news/feed.json", "news/posts.json"):
        assert ":rocket:" not in built.text(path)
        assert "++ctrl++" not in built.text(path)
        assert "\U0001f375" in built.text(path) or "\\ud83c\\udf75" in built.text(path)


def test_its_address_is_made_of_what_its_source_says(drawn):
    built = site_of(drawn, POSTS).build(newsblog=OPTIONS | {"url": "{year}/{title}"}, **CONFIG)
    assert built.ok, built
    assert built.page("news/2024/esc-star-_x_/").text("title") == "Esc *star* _x_ - Drawn"
    assert built.page("news/2024/a-rocket-x/").text("title") == f"{NAMES[0]} - Drawn"
