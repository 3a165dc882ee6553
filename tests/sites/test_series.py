"""Series of whole sites: the box on each part, and the page of all of them."""

import pytest

from tests.sites.test_listings import links, post, site_of

WALK = {
    f"news/walk-{number}.md": post(f"Leg {number}", f"2024-01-0{number}", series="Long walk")
    for number in range(1, 4)
}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_part_leads_to_all_others_and_says_which_it_is(drawn, theme):
    built = site_of(drawn, WALK).build(theme=theme)
    assert built.ok, built
    page = built.page("news/walk-2/")
    box = page.one("nav.newsblog-series")
    assert box["aria-label"] == "Long walk: Part 2 of 3"
    assert box.text(".newsblog-series__place") == "Part 2 of 3"
    assert links(page, ".newsblog-series__title a") == [("Long walk", "news/series/long-walk")]
    assert links(page, "ol.newsblog-series__parts a") == [
        (f"Leg {number}", f"news/walk-{number}") for number in (1, 2, 3)
    ]
    assert [link.content for link in page.select(".newsblog-series a[aria-current=page]")] == ["Leg 2"]
    assert links(page, ".newsblog-series__previous") == [("Previous part Leg 1", "news/walk-1")]
    assert links(page, ".newsblog-series__next") == [("Next part Leg 3", "news/walk-3")]
    assert page.text(".newsblog-part") == "Part 2 of 3 · Long walk"
    assert built.page("news/walk-1/").select(".newsblog-series__previous") == []
    assert built.page("news/walk-3/").select(".newsblog-series__next") == []
    assert built.broken_links() == []
    assert "newsblog:" not in page.raw


def test_reader_modes_are_told_what_is_no_part_of_the_text(drawn):
    """Mozilla's Readability goes by the role alone: it takes a nav without one for a part of the text."""
    page = site_of(drawn, WALK).build(theme="material").page("news/walk-2/")
    assert page.values("article nav:is(.newsblog-series, .newsblog-neighbours)", "role") == ["navigation"] * 2


def test_titles_in_another_language_say_so_in_links_to_parts_and_neighbours(drawn):
    posts = WALK | {"news/walk-2.md": post("Étape", "2024-01-02", series="Long walk", lang="fr")}
    built = site_of(drawn, posts).build(theme="material")
    for url in ("news/walk-1/", "news/walk-3/"):
        assert built.page(url).texts("nav a bdi[lang=fr]") == ["Étape"] * 3, url
    assert built.page("news/walk-2/").texts("nav bdi[lang]") == ["Étape"]


def test_search_does_not_find_a_post_by_the_titles_of_its_series(drawn):
    built = site_of(drawn, WALK).build()
    found = [entry["location"] for entry in built.search_index() if "Leg 3" in entry["text"] + entry["title"]]
    assert {location.partition("#")[0] for location in found} <= {"news/walk-3/"}


def test_what_a_build_leaves_out_is_no_part(drawn):
    posts = WALK | {"news/walk-2.md": post("Leg 2", "2024-01-02", series="Long walk", draft="true")}
    built = site_of(drawn, posts).build()
    assert built.page("news/walk-3/").text(".newsblog-series__place") == "Part 2 of 2"
    assert built.page("news/walk-1/").texts("ol.newsblog-series__parts a") == ["Leg 1", "Leg 3"]


def test_a_post_in_two_series_has_two_boxes(drawn):
    posts = {"news/a.md": post("A", "2024-01-01", series="[One, Two]"), "news/b.md": post("B", series="two")}
    built = site_of(drawn, posts).build(newsblog={"dir": "news", "problems": {"date-missing": "ignore"}})
    assert built.page("news/a/").texts(".newsblog-series__title a") == ["One", "Two"]
    assert built.page("news/a/").texts(".newsblog-series__place") == ["Part 1 of 1", "Part 1 of 2"]


def test_a_long_series_is_folded_and_a_very_long_one_is_cut(drawn):
    posts = {f"news/{n:03}.md": post(f"Leg {n}", "2024-01-01", series="[Long]") for n in range(100)}
    posts |= {f"news/m{n}.md": post(f"Mile {n}", "2024-02-01", series="[Middle]") for n in range(11)}
    built = site_of(drawn, posts).build()
    middle = built.page("news/m5/").one("nav.newsblog-series")
    assert len(middle.select("details li")) == 11
    assert middle.select(".newsblog-series__all") == []
    long = built.page("news/050/").one("nav.newsblog-series")
    assert long.one("ol")["start"] == "21"
    assert (len(long.select("li")), long.texts("li")[0]) == (60, "Leg 20")
    assert long.texts(".newsblog-series__all") == ["All parts 100"]
    assert built.page("news/099/").texts(".newsblog-series li")[-1] == "Leg 99"


def test_the_page_of_a_series_begins_with_part_1_in_every_layout(drawn):
    site = site_of(drawn, WALK)
    for layout in ("cards", "list", "compact"):
        newsblog = {"dir": "news", "series": {"layout": layout, "per_page": 2}}
        built = site.build(newsblog=newsblog)
        page = built.page("news/series/long-walk/")
        assert page.texts(".newsblog-list .newsblog-card__title") == ["Leg 1", "Leg 2"], layout
        assert page.texts(".newsblog-pager__next") == ["Next page"]
    assert site.build(newsblog={"dir": "news", "series": {"order": "newest"}}).page(
        "news/series/long-walk/"
    ).texts(".newsblog-card__title") == ["Leg 3", "Leg 2", "Leg 1"]


@pytest.mark.parametrize("series", [False, {"box": False}])
def test_the_box_can_be_switched_off(drawn, series):
    page = site_of(drawn, WALK, {"dir": "news", "series": series}).build().page("news/walk-2/")
    assert page.select(".newsblog-series, .newsblog-part") == []
