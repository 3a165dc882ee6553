"""How wide heroes are on pages of Material that hide what stands beside the text."""

import pytest

from mkdocs_newsblog.render.templating.widths import COLUMNS, MATERIAL, MKDOCS, Widths

TOC, NAVIGATION, BOTH = (MATERIAL.without[frozenset(names)] for names in (["toc"], ["navigation"], COLUMNS))


@pytest.mark.parametrize(
    ("hide", "shown"),
    [
        (None, MATERIAL.hero),
        ([], MATERIAL.hero),
        (["feedback", 1], MATERIAL.hero),
        (True, MATERIAL.hero),
        ({"toc": True}, MATERIAL.hero),
        (["toc"], TOC),
        ("toc", TOC),
        (["navigation", "path"], NAVIGATION),
        (["toc", "navigation"], BOTH),
        ("navigation, toc", BOTH),
    ],
)
def test_a_hero_is_as_wide_as_the_columns_leave_room(hide, shown):
    assert MATERIAL.above({"hide": hide}) == shown
    assert MKDOCS.above({"hide": hide}) == MKDOCS.hero


def test_a_table_of_contents_in_the_navigation_stands_beside_no_text():
    widths = MATERIAL.fitted(["toc.integrate"], None, None)
    assert widths.above({}) == TOC
    assert widths.above({"hide": ["navigation"]}) == BOTH
    assert MKDOCS.fitted(["toc.integrate"], None, None).above({}) == MKDOCS.hero


def test_what_a_site_says_of_its_own_stylesheet_goes_before_what_is_known():
    assert MATERIAL.fitted([], "50vw", None).above({"hide": ["toc"]}) == "50vw"
    assert MATERIAL.fitted([], "50vw", None).card == MATERIAL.card
    assert MATERIAL.fitted([], None, "20vw")[:2] == (MATERIAL.hero, "20vw")
    assert MATERIAL.fitted([], None, "20vw").above({"hide": "toc"}) == TOC
    assert Widths().fitted(["toc.integrate"], None, None).above({"hide": ["toc"]}) == Widths().hero
