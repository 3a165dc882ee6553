"""What older browsers show, which lack some of what the stylesheet asks for: it is served without that."""

import pytest

from tests.images.drawing import noisy

NEWER = ("anchor-name:", ":has(", "oklch(from")
BORDER = "box => getComputedStyle(box).borderInlineStartWidth"


@pytest.fixture
def opened(drawn, served, chromium):
    def open_page(theme, url):
        options = {"dir": "news", "tags": {"layout": "table"}, "categories": {"layout": "list"}}
        site = drawn("docs/\n  index.md | # Home\n", newsblog=options)
        site.write("docs/index.md", "# Home\n\n<!-- newsblog: latest layout=table -->\n")
        site.write("docs/tall.jpg", noisy(500, 1200))
        for day, hero in enumerate(("/tall.jpg", "https://img.example.net/never.jpg"), 1):
            head = f"title: A\ndate: 2024-05-0{day}\ntags: [sea]\ncategories: [All]\n"
            site.write(f"docs/news/p{day}.md", f"---\n{head}hero: {hero}\nheroAlt: A\n---\nWords.\n")
        built = site.build(theme=theme, strict=False)
        for sheet in built.site_dir.rglob("newsblog.css"):
            text = sheet.read_text("utf-8")
            for word in NEWER:
                assert word in text
                text = text.replace(word, f"un{word}" if word[0].isalpha() else f":un{word[1:]}")
            sheet.write_text(text, "utf-8")
        return chromium.open(served(built) + url, width=1280)

    return open_page


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize("url", ["news/", "news/categories/all/"])
def test_pictures_on_cards_are_neither_bent_nor_of_another_shape(opened, theme, url):
    pictures = opened(theme, url).locator(".newsblog-card__image").all()
    assert len(pictures) == 2
    for picture in pictures:
        link = picture.locator("xpath=ancestor::a").bounding_box()
        assert picture.bounding_box() == pytest.approx(link)
        assert link["width"] / link["height"] == pytest.approx(16 / 9, rel=0.01)
        look = picture.evaluate("at => [getComputedStyle(at).contain, getComputedStyle(at).objectFit]")
        assert look == ["none", "cover"]


def test_a_table_on_a_page_of_its_own_has_columns(opened):
    table = opened("mkdocs", "news/tags/sea/").locator(".newsblog-table")
    assert table.evaluate("table => getComputedStyle(table).display") == "table"


def test_a_table_in_a_page_is_as_wide_as_its_box_and_ends_with_it(opened):
    page = opened("mkdocs", "")
    page.add_style_tag(content=".newsblog-insert { float: left }")
    table = page.locator(".newsblog-table")
    assert table.bounding_box()["width"] > 99
    assert table.evaluate("table => getComputedStyle(table).marginBottom") == "0px"


def test_a_report_of_mistakes_keeps_its_border(opened):
    page = opened("mkdocs", "news/p1/")
    page.evaluate("""() => document.querySelector(".newsblog-post").insertAdjacentHTML(
        "beforeend", '<div class="newsblog-problems">A mistake</div>')""")
    assert float(page.locator(".newsblog-problems").evaluate(BORDER).removesuffix("px")) > 3
