"""Pages for readers who print them, who choose the colours themselves, or who ask for more contrast."""

import pytest

THEMES = ["material", "mkdocs", "readthedocs"]
STYLE = "(place, name) => getComputedStyle(place).getPropertyValue(name)"


@pytest.fixture
def home(drawn, served):
    def build(theme):
        site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
        for number in range(3):
            text = f"---\ntitle: Post {number}\ndate: 2024-05-0{number + 1}\ntags: [sea]\n---\nWords.\n"
            site.write(f"docs/news/p{number}.md", text)
        return served(site.build(theme=theme, strict=False))

    return build


@pytest.mark.parametrize("theme", THEMES)
def test_on_paper_cards_stand_in_pairs_and_no_month_is_left_at_the_end_of_a_page(home, chromium, theme):
    page = chromium.open(home(theme) + "news/", width=700)
    page.emulate_media(media="print")
    tops = [card.bounding_box()["y"] for card in page.locator(".newsblog-card").all()]
    assert tops[0] == tops[1] < tops[2]
    assert page.locator(".newsblog-tag").first.evaluate(STYLE, "border-top-style") == "solid"
    page.goto(page.url + "archive/")
    for title in page.locator(".newsblog-group__title").all():
        assert title.evaluate(STYLE, "break-after") == "avoid"


@pytest.mark.parametrize("theme", THEMES)
def test_what_grounds_and_light_colours_say_is_said_to_readers_who_see_neither(home, chromium, theme):
    page = chromium.open(home(theme) + "news/")
    date, title = (page.locator(f".newsblog-{part}").first for part in ("date", "card__title a"))
    assert date.evaluate(STYLE, "color") != title.evaluate(STYLE, "color")
    page.emulate_media(contrast="more")
    assert date.evaluate(STYLE, "color") == title.evaluate(STYLE, "color")
    page.emulate_media(contrast="no-preference", forced_colors="active")
    tag = page.locator(".newsblog-tag").first
    assert tag.evaluate(STYLE, "border-top-style") == "solid"
    assert tag.evaluate(STYLE, "border-top-width") == "1px"


@pytest.mark.parametrize("theme", THEMES)
def test_a_link_in_a_caption_is_told_from_the_words_beside_it_without_its_colour(
    drawn, served, chromium, theme
):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    front = "hero: https://img.example.org/a.png\nhero_alt: A\nhero_caption: Seen from [the pier](https://example.org)."
    site.write("docs/news/a.md", f"---\ntitle: A\ndate: 2024-05-01\n{front}\n---\nWords.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/a/")
    assert page.locator("figcaption a").evaluate(STYLE, "text-decoration-line") == "underline"


@pytest.mark.parametrize("theme", THEMES)
def test_in_chosen_colours_an_outline_tells_which_tag_has_the_focus(home, chromium, theme):
    page = chromium.open(home(theme) + "news/p0/")
    page.emulate_media(forced_colors="active")
    page.keyboard.press("Tab")  # what the keyboard reaches shows its focus, and what a script does later too
    tag = page.locator("a.newsblog-tag").first
    tag.focus()
    assert tag.evaluate(STYLE, "outline-style") == "solid"
    assert tag.evaluate(STYLE, "outline-width") == "2px"


def test_in_chosen_colours_the_pager_tells_the_current_page_and_what_is_no_link(drawn, served, chromium):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "index": {"per_page": 1}})
    for day in range(1, 10):
        site.write(f"docs/news/p{day}.md", f"---\ntitle: A\ndate: 2024-05-0{day}\n---\nWords.\n")
    page = chromium.open(served(site.build(theme="mkdocs", strict=False)) + "news/")
    page.emulate_media(forced_colors="active")
    current, other = (page.locator(f".newsblog-pager li:nth-child({place}) a").first for place in (1, 2))
    assert current.get_attribute("aria-current") == "page"
    assert current.evaluate(STYLE, "border-top-color") != other.evaluate(STYLE, "border-top-color")
    assert page.locator(".newsblog-pager__gap").evaluate(STYLE, "border-top-style") == "none"


@pytest.mark.parametrize(("theme", "dark"), [("material", {"scheme": "slate"}), ("mkdocs", "dark")])
def test_of_a_pair_paper_gets_the_picture_for_light(drawn, served, chromium, theme, dark):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    pair = "cover: {light: https://img.example.org/day.png, dark: https://img.example.org/night.png}"
    site.write("docs/news/a.md", f"---\ntitle: A\ndate: 2024-05-01\n{pair}\n---\nWords.\n")
    colours = {"palette" if theme == "material" else "color_mode": dark}
    address = served(site.build(theme={"name": theme, **colours}, strict=False))
    for url in ("news/", "news/a/"):
        page = chromium.open(address + url)
        shown = page.locator("img:is(.newsblog-light, .newsblog-dark):visible")
        assert [image.get_attribute("src").rpartition("/")[2] for image in shown.all()] == ["night.png"]
        page.emulate_media(media="print")
        assert [image.get_attribute("src").rpartition("/")[2] for image in shown.all()] == ["day.png"]


def test_a_heading_does_not_stay_behind_at_the_end_of_a_printed_page(drawn, served, chromium):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    site.write("docs/index.md", "# Home\n\n## Latest\n\n<!-- newsblog: latest -->\n")
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nWords.\n")
    page = chromium.open(served(site.build(theme="material", strict=False)))
    page.emulate_media(media="print")
    assert page.locator(".newsblog-insert").evaluate(STYLE, "break-before") == "avoid"


@pytest.mark.parametrize("theme", THEMES)
def test_on_paper_no_caption_leaves_its_picture_and_no_name_of_a_series_its_parts(
    drawn, served, chromium, theme
):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    site.write("docs/wide.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300"/>')
    front = "hero: /wide.svg\nhero_alt: A\nhero_caption: Seen from the pier.\nseries: S"
    for day in (1, 2):
        site.write(f"docs/news/p{day}.md", f"---\ntitle: A\ndate: 2024-05-0{day}\n{front}\n---\nWords.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/p1/", width=700)
    page.emulate_media(media="print")
    figure, title = page.locator(".newsblog-figure"), page.locator(".newsblog-series__title")
    assert [place.evaluate(STYLE, "break-inside") for place in (figure, title)] == ["avoid", "avoid"]
    assert title.evaluate(STYLE, "break-after") == "avoid"
