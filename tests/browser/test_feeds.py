"""Feeds as people see them who open one in a browser."""

import pytest

TREE = """
docs/
  index.md | # Home
  news/
    one.md
      | ---
      | title: R&D <b>news</b>
      | date: 2024-09-25
      | ---
      | Some words.
"""


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_stylesheet_makes_a_page_of_a_feed(drawn, served, chromium, name):
    options = {"dir": "news", "feeds": {"stylesheet": "xsl"}}
    built = drawn(TREE, {"site_url": "https://harbour.example/"}, options).build()
    page = chromium.open(served(built) + f"news/{name}")
    link = page.locator("main h2 a")
    assert link.inner_text() == "R&D <b>news</b>"
    assert link.get_attribute("href") == "https://harbour.example/news/one/"
    assert page.locator("main h2 b").count() == 0
    assert page.evaluate("getComputedStyle(document.querySelector('.address')).display") != "inline"


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_that_page_is_read_from_the_side_its_title_begins_at_and_its_times_are_for_machines(
    drawn, served, chromium, name
):
    options = {"dir": "news", "language": "ar", "title": "أخبار", "feeds": {"stylesheet": "xsl"}}
    site = drawn(TREE, {"site_url": "https://harbour.example/"}, options)
    site.write("docs/news/two.md", "---\ntitle: C++\ndate: 2024-09-26\n---\nWords.\n")
    page = chromium.open(served(site.build()) + f"news/{name}")
    side = "place => getComputedStyle(place).direction"
    assert [page.locator(place).evaluate(side) for place in ("body", "article p >> nth=0")] == ["rtl", "rtl"]
    assert [link.evaluate(side) for link in page.locator("h2 a").all()] == ["ltr", "ltr"]
    assert page.locator("article p").all_inner_texts()
    assert page.locator("time:not([datetime])").count() == 0


@pytest.mark.parametrize(("name", "item"), [("feed.xml", "item"), ("atom.xml", "entry")])
def test_css_alone_shows_the_titles_and_not_the_elements(drawn, served, chromium, name, item):
    site = drawn(TREE, {"site_url": "https://harbour.example/"}, {"dir": "news"})
    page = chromium.open(served(site.build()) + f"news/{name}")
    words = page.evaluate(f"document.querySelector('{item} > title').textContent")
    assert words == "R&D <b>news</b>"
    look = "getComputedStyle(document.querySelector('{}')).display"
    assert page.evaluate(look.format(f"{item} > title")) == "block"
    assert page.evaluate(look.format("generator")) == "none"
    boxes = page.evaluate(
        "[...document.querySelectorAll('channel > *, feed > *')]"
        ".filter(each => getComputedStyle(each).borderBottomWidth == '1px').map(each => each.textContent)"
    )
    assert boxes == [f"https://harbour.example/news/{'' if item == 'item' else name}"]
    assert page.locator("#webkit-xml-viewer-source-xml").count() == 0


@pytest.mark.parametrize(("name", "item"), [("feed.xml", "item"), ("atom.xml", "entry")])
def test_each_title_stands_at_the_side_that_it_begins_at(drawn, served, chromium, name, item):
    site = drawn(TREE, {"site_url": "https://harbour.example/"}, {"dir": "news", "title": "أخبار"})
    page = chromium.open(served(site.build()) + f"news/{name}")
    sides = page.evaluate(
        """places => places.map(place => {
            const range = document.createRange(), title = document.querySelector(place);
            range.selectNodeContents(title);
            const [box, words] = [title.getBoundingClientRect(), range.getBoundingClientRect()];
            return words.left - box.left < box.right - words.right ? "left" : "right";
        })""",
        [":is(channel, feed) > title", f"{item} > title"],
    )
    assert sides == ["right", "left"]


def test_css_alone_shows_the_addresses_of_an_atom_feed_below_its_titles(drawn, served, chromium):
    site = drawn(TREE, {"site_url": "https://harbour.example/"}, {"dir": "news"})
    page = chromium.open(served(site.build()) + "news/atom.xml")
    shown, words, tops = page.evaluate(
        """() => {
            const links = [...document.querySelectorAll("link")];
            const top = place => document.querySelector(place).getBoundingClientRect().top;
            return [
                links.filter(link => link.getClientRects().length).map(link => link.getAttribute("rel")),
                getComputedStyle(document.querySelector("entry > link"), "::before").content,
                ["feed > title", "feed > id", "entry > title", "entry > link"].map(top),
            ];
        }"""
    )
    assert shown == ["alternate"]
    assert words == '"https://harbour.example/news/one/"'
    assert tops == sorted(tops)
