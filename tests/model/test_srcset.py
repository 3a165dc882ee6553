"""Attributes that name a picture in several sizes."""

import pytest

from mkdocs_newsblog.model.srcset import candidates, with_addresses

WRITTEN = {
    "a.png 1x, b.png 2x": [("a.png", "1x"), ("b.png", "2x")],
    "a.png": [("a.png", "")],
    " a.png , b.png 2x,": [("a.png", ""), ("b.png", "2x")],
    "a.png, b.png": [("a.png", ""), ("b.png", "")],
    "a.png 1x,b.png 2x": [("a.png", "1x"), ("b.png", "2x")],
    "a.png,b.png 2x": [("a.png,b.png", "2x")],
    "https://c.example/w_1,h_2/a.jpg 1x, b.jpg 2x": [
        ("https://c.example/w_1,h_2/a.jpg", "1x"),
        ("b.jpg", "2x"),
    ],
    "w_1,h_2/a.jpg,,, b.jpg": [("w_1,h_2/a.jpg", ""), ("b.jpg", "")],
    "data:image/png;base64,AAA= 1x": [("data:image/png;base64,AAA=", "1x")],
    "a.png 100w 50h\n,\tb.png  future(1, 2) 2x": [("a.png", "100w 50h"), ("b.png", "future(1, 2) 2x")],
    "a.png open(1, b.png 2x": [("a.png", "open(1, b.png 2x")],
    "": [],
    " , ,": [],
}


@pytest.mark.parametrize("written", WRITTEN)
def test_addresses_end_where_browsers_end_them(written):
    assert list(candidates(written)) == WRITTEN[written]
    again = with_addresses(written, str)
    assert list(candidates(again)) == WRITTEN[written]


@pytest.mark.parametrize("sign", ["a,", ", ", "a (", "()", "a 1x,", ","])
def test_long_attributes_are_read_in_one_pass(sign):
    assert len(list(candidates(f"z.png {sign * 100_000}"))) <= 100_001
