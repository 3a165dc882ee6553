"""Pages whose elements are nested without end are noticed before anything looks into them."""

import pytest

from mkdocs_newsblog.read.html.depth import DEEPEST, is_deep
from mkdocs_newsblog.read.html.shown import heading_text, main_headings
from tests.images.drawing import noisy

MANY = DEEPEST + 1
DEEP = {
    "lists": "<ul><li>" * MANY,
    "boxes": "<div>" * MANY + "x" + "</div>" * MANY,
    "other letters": "<DIV class='a'>" * MANY,
    "spans": "<p>" + "<b>" * MANY,
    "behind others": "<b>a</b>" * 1000 + "<i>" * MANY,
}
WITHOUT_ENDS = [
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "colgroup",
    "dd",
    "dt",
    "li",
    "optgroup",
    "option",
    "p",
    "rp",
    "rt",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
]  # HTML standard, 13.1.2 and 13.1.2.4
FLAT = {
    "every element that needs no end": "".join(f"<{tag}>a" for tag in WITHOUT_ENDS) * MANY,
    "elements side by side": "<b>a</b>" * 5000,
    "paragraphs without end": "<p>a<br>" * 5000,
    "a list without ends": "<ul>" + "<li>a" * 5000,
    "a table without ends": "<table>" + "<tr><td>a" * 5000,
    "drawings": "<svg>" + "<path d='M0'/>" * 5000 + "</svg>",
    "ends alone": "</div>" * 5000 + "<div>" * DEEPEST,
    "nested as far as may be": "<div>" * DEEPEST + "a" * 1000,
    "text": "a < b " * 5000,
}


@pytest.mark.parametrize("html", DEEP.values(), ids=DEEP)
def test_elements_within_elements_are_counted(html):
    assert is_deep(html)


@pytest.mark.parametrize("html", FLAT.values(), ids=FLAT)
def test_what_lies_side_by_side_is_not_deep(html):
    assert not is_deep(html)


def test_no_heading_is_looked_for_below_so_many_elements():
    assert main_headings(f"{'<div>' * MANY}<h1>A</h1>") == []
    assert heading_text(f"<h1>{'<div>' * MANY}A</h1>") == ""
    assert main_headings("<div><h1>A</h1></div>") == ["A"]


def test_no_picture_is_looked_for_in_a_post_that_is_nested_too_deeply(drawn):
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "news"})
    site.write("docs/news/a.jpg", noisy(900, 500))
    head = "---\ntitle: A\ndate: 2024-05-01\nhero: a.jpg\nheroAlt: A\n---\n![A](a.jpg)\n"
    site.write("docs/news/a.md", head)
    site.write("docs/news/b.md", f"{head}\n<div>\n{'<div>' * MANY}deep\n")
    built = site.build(strict=False)
    assert [len(built.page(f"news/{name}/").values("img.newsblog-hero", "src")) for name in "ab"] == [0, 1]


def test_of_a_post_that_is_nested_too_deeply_only_its_page_has_the_text(drawn):
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/"}, {"dir": "news"})
    text = f"Start of it.\n\n<div>\n{'<ul><li>' * 20_000}deep\n</div>\n"
    site.write("docs/news/a.md", f"---\ntitle: A\ndate: 2024-05-01\n---\n{text}")
    built = site.build(strict=False)
    assert built.ok, built
    (said,) = [line for line in built.warnings if "[html-too-deep]" in line]
    assert "news/a.md:1:1: file: " in said
    assert "Start of it" in built.text("news/a/")
    assert built.page("news/").texts(".newsblog-card__title") == ["A"]
    assert "Start of it" not in built.text("news/") + built.text("news/atom.xml")
