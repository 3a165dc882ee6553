"""Long words, many names and tall texts: nothing makes a page wider than a phone, or ugly on a desk."""

from itertools import pairwise, product

import pytest

from tests.images.drawing import noisy

LONG = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
THEMES = ["material", "mkdocs", "readthedocs"]
LINES = """word => {
  const words = document.createRange();
  words.selectNodeContents(word);
  return words.getClientRects().length;
}"""
PEOPLE = ", ".join(f"Author Number {number}" for number in range(12))


@pytest.fixture
def site(drawn):
    made = drawn(
        "docs/\n  index.md | # Home\n",
        newsblog={
            "dir": "news",
            "images": {"variants": True},
            "tags": {"layout": "table"},
            "categories": {"layout": "list"},
        },
    )
    for number in range(3):
        made.write(
            f"docs/news/p{number}.md",
            f"---\ntitle: {LONG if number == 2 else f'A title of several words {number}'}\n"
            f"date: 2024-05-0{number + 1}\nauthors: [{PEOPLE if number else 'Ann'}]\n"
            f"tags: [sea, {LONG.lower()}{number}]\ncategories: [All]\nhero: /wide.jpg\n"
            f"heroAlt: A\nheroCredit: Ann\nseries: {LONG}\n---\n1. one\n2. two\n\n"
            + "Some words of a post. "
            * 60,
        )
    made.write("docs/wide.jpg", noisy(900, 500))
    return made


@pytest.mark.parametrize("theme", THEMES)
def test_no_long_word_makes_a_page_wider_than_a_phone(site, served, chromium, theme):
    home = served(site.build(theme=theme, strict=False))
    for url in (
        "news/",
        "news/p1/",
        "news/tags/",
        "news/tags/sea/",
        "news/categories/all/",
        "news/archive/",
        "news/authors/",
        "news/series/",
    ):
        page = chromium.open(home + url, width=320)
        assert page.evaluate("() => document.documentElement.scrollWidth") == 320, url


@pytest.mark.parametrize("theme", THEMES)
def test_a_picture_that_does_not_arrive_makes_no_list_wider_than_a_phone(site, served, chromium, theme):
    built = site.build(theme=theme, strict=False)
    for suffix in ("avif", "webp", "jpg"):
        for copy in built.site_dir.rglob(f"*.{suffix}"):
            copy.unlink()
    page = chromium.open(served(built) + "news/categories/all/", width=320)
    pictures = page.locator(".newsblog-list--list .newsblog-card__image").all()
    assert [picture.evaluate("picture => picture.naturalWidth") for picture in pictures] == [0, 0, 0]
    assert page.evaluate("() => document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("theme", THEMES)
def test_a_table_keeps_room_for_titles_beside_many_names(site, served, chromium, theme):
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/tags/sea/", width=1280)
    widths = [title.bounding_box()["width"] for title in page.locator(".newsblog-table__title").all()]
    assert (len(widths), min(widths) >= 150) == (3, True), widths


@pytest.mark.parametrize("theme", THEMES)
def test_titles_in_a_table_can_be_hit_on_a_phone(site, served, chromium, theme):
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/tags/sea/", width=320)
    heights = [link.bounding_box()["height"] for link in page.locator(".newsblog-table__title a").all()]
    assert (len(heights), min(heights) >= 24) == (3, True), heights


@pytest.mark.parametrize("theme", THEMES)
def test_a_table_breaks_no_short_tag_beside_many_names_and_its_links_can_be_hit(
    drawn, served, chromium, theme
):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "index": {"layout": "table"}})
    text = f"---\ntitle: A title\ndate: 2024-05-01\nauthors: [{PEOPLE}]\ntags: [hardware, sea]\n---\nWords.\n"
    site.write("docs/news/a.md", text)
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/", width=1280)
    for tag in page.locator(".newsblog-table__tags a").all():
        assert tag.evaluate("tag => tag.getClientRects().length") == 1
    lines = page.locator(".newsblog-table__authors").evaluate(
        "cell => [...new Set([...cell.querySelectorAll('a')].flatMap(a => "
        "[...a.getClientRects()].map(line => Math.round(line.top))))].sort((a, b) => a - b)"
    )
    assert len(lines) > 1
    assert all(after - before >= 23 for before, after in pairwise(lines))
    page.evaluate(
        "root => root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`",
        page.query_selector("html"),
    )
    assert page.evaluate("() => document.documentElement.scrollWidth") == 1280


@pytest.mark.parametrize("theme", THEMES)
def test_a_table_breaks_no_short_word_on_a_tablet(drawn, served, chromium, theme):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "index": {"layout": "table"}})
    front = "title: Some words of a title\ndate: 2024-09-01\nauthors: [Mara]\ntags: [hardware, sea]\n"
    site.write("docs/news/a.md", f"---\n{front}---\nWords.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/", width=820)
    words = page.locator(".newsblog-table :is(td a bdi, th:not(:has(a)))").all()
    assert len(words) == 7
    for word in words:
        assert word.evaluate(LINES) == 1, word.inner_text()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 820


@pytest.mark.parametrize("theme", THEMES)
def test_no_head_of_a_table_is_broken_within_a_word_and_none_makes_a_page_wider(
    drawn, served, chromium, theme
):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "language": "de"})
    text = "# Page\n\n<!-- newsblog: latest layout=table -->\n\n"
    site.write("docs/page.md", f"{text}| | |\n| - | - |\n| Text | <!-- newsblog: latest layout=table --> |\n")
    front = "title: Einige Worte\ndate: 2024-09-01\nauthors: [Jonas Hofmann]\ntags: [Veranstaltungen]\n"
    site.write("docs/news/a.md", f"---\n{front}---\nWorte.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "page/")
    for size, width in product(("100%", "200%"), (390, 640, 820, 1280)):
        page.set_viewport_size({"width": width, "height": 900})
        page.add_style_tag(content=f":root {{ font-size: {size} !important }}")
        heads = page.locator(".newsblog-table thead th").all()
        assert [head.inner_text() for head in heads] == ["Datum", "Titel", "Autoren", "Schlagwörter"] * 2
        assert [head.evaluate(LINES) for head in heads] == [1] * 8, (size, width)
        assert page.evaluate("() => document.documentElement.scrollWidth") == width, (size, width)
    tables = page.locator(".newsblog-table").all()
    assert [table.evaluate("table => table.clientWidth > 99") for table in tables] == [True, True]


def test_what_readthedocs_lays_around_tables_is_no_stop_of_the_keyboard(site, served, chromium):
    site.write("docs/index.md", "# Home\n\n<!-- newsblog: latest layout=table -->\n")
    home = served(site.build(theme="readthedocs", strict=False))
    for url in ("", "news/tags/sea/"):
        around = chromium.open(home + url, width=1280).locator(".wy-table-responsive:has(.newsblog-table)")
        assert around.evaluate("around => getComputedStyle(around).overflow") == "visible"


@pytest.mark.parametrize("theme", THEMES)
def test_a_line_of_large_text_keeps_more_room_for_its_title_than_for_its_date(site, served, chromium, theme):
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/archive/", width=820)
    page.add_style_tag(content="html { font-size: 200% !important }")
    columns = page.locator(".newsblog-card").evaluate_all(
        "all => all.map(each => getComputedStyle(each).gridTemplateColumns.split(' ').map(parseFloat))"
    )
    assert len(columns) == 3
    assert all(title > date for date, title, *_ in columns), columns
    assert page.evaluate("() => document.documentElement.scrollWidth") == 820


@pytest.mark.parametrize("theme", THEMES)
def test_large_text_in_a_list_runs_over_neither_its_page_nor_its_own_lines(site, served, chromium, theme):
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/categories/all/", width=820)
    picture = page.locator(".newsblog-card__picture").first
    assert picture.bounding_box()["width"] == pytest.approx(260 if theme == "material" else 208, abs=1)
    page.add_style_tag(content="html { font-size: 200% !important }")
    assert page.evaluate("() => document.documentElement.scrollWidth") == 820
    for words in page.locator(".newsblog-card :is(h2 a, p)").all():
        size, line = words.evaluate(
            "at => [getComputedStyle(at).fontSize, getComputedStyle(at).lineHeight].map(parseFloat)"
        )
        assert line >= 1.2 * size, words.inner_text()


@pytest.mark.parametrize("theme", THEMES)
def test_dates_of_lines_have_one_width_whether_or_not_a_line_has_a_badge(drawn, served, chromium, theme):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "drafts": True})
    for number in range(4):
        front = (
            f"title: A title of several words {number}\ndate: 2024-09-2{number}\ndraft: {number % 2 > 0}\n"
        )
        site.write(f"docs/news/p{number}.md", f"---\n{front}---\nText.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/archive/", width=820)
    columns = page.locator(".newsblog-card").evaluate_all(
        "all => all.map(each => getComputedStyle(each).gridTemplateColumns.split(' ').map(parseFloat))"
    )
    assert [columns[0][2] > 0, columns[1][2] > 0] == [True, False]
    assert len({date for date, *_ in columns}) == 1, columns
    assert all(title > date for date, title, _ in columns), columns


@pytest.mark.parametrize("theme", THEMES)
def test_a_list_shows_nothing_below_its_pictures(site, served, chromium, theme):
    home = served(site.build(theme=theme, strict=False))
    page = chromium.open(home + "news/categories/all/", width=1280)
    for link in page.locator(".newsblog-card__picture").all():
        assert link.bounding_box()["height"] - link.locator("img").bounding_box()["height"] < 8
    numbers = page.locator(".newsblog-card__summary ol").first
    assert numbers.evaluate("list => getComputedStyle(list).listStyleType") == "decimal"
    sources = page.locator(".newsblog-picture > source")
    assert sources.count() > 0
    assert sources.first.evaluate("source => getComputedStyle(source).display") == "none"


def test_on_a_dark_ground_that_no_theme_tells_of_cards_are_dark_too(site, served, chromium):
    site.write("docs/dark.css", "body, .navbar { background: #111 !important; color: #eee !important }")
    home = served(site.build(theme="readthedocs", extra_css=["dark.css"], strict=False))
    page = chromium.open(home + "news/", width=1280)
    card = page.locator(".newsblog-card").first
    assert card.evaluate("card => getComputedStyle(card).backgroundColor") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("width", [390, 1280])
def test_the_word_draft_in_a_line_is_no_wider_than_itself(drawn, served, chromium, width):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "drafts": True})
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\ndraft: true\n---\nText\n")
    page = chromium.open(served(site.build(theme="mkdocs", strict=False)) + "news/archive/", width=width)
    assert page.locator(".newsblog-badge").bounding_box()["width"] < 100


@pytest.mark.parametrize("theme", THEMES)
def test_words_of_a_related_post_begin_where_its_picture_does(drawn, served, chromium, theme):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "related": True})
    site.write("docs/wide.jpg", noisy(900, 500))
    for name in "abc":
        front = f"title: {name}\ndate: 2024-05-01\nhero: /wide.jpg\nheroAlt: A\nrelated: [b, c]\n"
        site.write(f"docs/news/{name}.md", f"---\n{front}---\nText.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/a/")
    posts = page.locator(".newsblog-related__post").all()
    assert len(posts) == 2
    for post in posts:
        tops = [place.bounding_box()["y"] for place in (post, *post.locator("> *").all())]
        assert tops == [tops[0]] * 3


@pytest.mark.parametrize("theme", THEMES)
def test_very_many_tags_do_not_make_a_card_as_high_as_a_page(drawn, served, chromium, theme):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    for name, count in (("many", 40), ("some", 12)):
        tags = ", ".join(f"{name} {number}" for number in range(count))
        front = f"title: {name}\ndate: 2024-05-01\ntags: [{tags}]\n"
        site.write(f"docs/news/{name}.md", f"---\n{front}---\nText.\n")
    page = chromium.open(served(site.build(theme=theme, strict=False)) + "news/")
    many, some = (page.locator(".newsblog-tags", has_text=f"{name} 0") for name in ("many", "some"))
    assert many.bounding_box()["height"] < 200
    assert some.evaluate("tags => tags.scrollHeight - tags.clientHeight") == 0
    many.locator("a").last.focus()
    assert many.evaluate("tags => tags.scrollTop") > 0
    page.emulate_media(media="print")
    assert many.evaluate("tags => tags.scrollHeight - tags.clientHeight") == 0
