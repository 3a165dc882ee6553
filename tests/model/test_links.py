"""Addresses as string arithmetic."""

from urllib.parse import urljoin

import pytest

from mkdocs_newsblog.images.address import check_remote
from mkdocs_newsblog.model.links import (
    ROOT,
    absolute_url,
    is_absolute,
    quote_path,
    rebase,
    relative_href,
    root_href,
    rooted,
)

URLS = [
    "",
    "a/",
    "a.html",
    "news/",
    "news/a/",
    "news/a.html",
    "news/page/2/",
    "news/tags/%E6%97%A5/",
    "img/x%20y.png",
]


@pytest.mark.parametrize("base", URLS)
@pytest.mark.parametrize("url", URLS)
def test_a_relative_address_leads_from_any_page_to_any_other(url, base):
    href = relative_href(url, base)
    assert not href.startswith("/")
    assert urljoin(f"https://x.invalid/sub/{base}", href) == f"https://x.invalid/sub/{url}"


@pytest.mark.parametrize(
    ("url", "base", "href"),
    [
        ("", "", "./"),
        ("", "news/", "../"),
        ("news/", "news/", "./"),
        ("a/#x", "b/", "../a/#x"),
        ("a:b/", "", "./a:b/"),
        ("news/a:b.html", "news/c.html", "./a:b.html"),
    ],
)
def test_a_relative_address_is_short_and_no_scheme(url, base, href):
    assert relative_href(url, base) == href


@pytest.mark.parametrize("base", URLS)
def test_the_placeholder_of_the_root_leads_there_from_any_page(base):
    html = rebase(f'<a href="{ROOT}news/a/">', base)
    href = html.removeprefix('<a href="').removesuffix('">')
    assert urljoin(f"https://x.invalid/{base}", href) == "https://x.invalid/news/a/"
    assert root_href(base).startswith(".")


@pytest.mark.parametrize(
    ("href", "base", "expected"),
    [
        ("../b/#x", "news/a/", f"{ROOT}news/b/#x"),
        ("b.html", "news/a.html", f"{ROOT}news/b.html"),
        ("#x", "news/a/", f"{ROOT}news/a/#x"),
        ("?q=1", "news/a/", f"{ROOT}news/a/?q=1"),
        ("./", "news/a/", f"{ROOT}news/a/"),
        ("../../../../x", "news/a/", f"{ROOT}x"),
        ("/x", "news/a/", "/x"),
        ("//host/x", "news/a/", "//host/x"),
        ("https://host/x", "news/a/", "https://host/x"),
        ("mailto:a@b", "news/a/", "mailto:a@b"),
        ("http://[bad", "news/a/", "http://[bad"),
        (f"{ROOT}x", "news/a/", f"{ROOT}x"),
    ],
)
def test_an_address_of_a_page_becomes_one_below_the_root(href, base, expected):
    assert rooted(href, base) == expected


def test_an_address_is_absolute_with_a_scheme_or_a_host():
    assert [is_absolute(href) for href in ("https://x/", "//x/", "mailto:x", "x", "/x", "#x", "a/b:c")] == [
        True,
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_a_path_is_quoted_once():
    assert quote_path("ä b/c%20d,(e)'") == "%C3%A4%20b/c%20d,(e)'"
    assert quote_path(quote_path("50% é")) == quote_path("50% é")


@pytest.mark.parametrize(
    ("url", "root", "expected"),
    [
        ("news/a/", "https://example.org/docs/", "https://example.org/docs/news/a/"),
        ("./news/~b_1.html", "https://example.org/", "https://example.org/news/~b_1.html"),
        ("news/a b|c/", "https://example.org/", "https://example.org/news/a%20b%7Cc/"),
        ("news/a/", "https://exämple.org/a b/", "https://xn--exmple-cua.org/a%20b/news/a/"),
        ("", "https://example.org/docs/", "https://example.org/docs/"),
        ("//cdn.example.org/a", "https://example.org/", "//cdn.example.org/a"),
        ("http://other.example/é", "https://example.org/", "http://other.example/%C3%A9"),
        ("50%/a%20b/%zz", "https://example.org/", "https://example.org/50%25/a%20b/%25zz"),
        ("https://other.example/50%?q=5%", None, "https://other.example/50%25?q=5%25"),
        ("news/a/", None, None),
        ("news/a/", "http://[half/", None),
    ],
)
def test_an_address_below_the_root_is_made_absolute(url, root, expected):
    assert absolute_url(url, root) == expected


NAMES = [
    ("straße.example", "xn--strae-oqa.example"),
    ("STRAẞE.example:8080", "xn--strae-oqa.example:8080"),
    ("βόλος.example", "xn--nxasmm1c.example"),
    ("نامه\u200cای.example", "xn--mgba3gch31f060k.example"),
    ("ශ්\u200dරී.example", "xn--10cl1a0b660p.example"),
    ("exam\u200dple.example", "example.example"),
    ("Bücher.faß。example.", "xn--bcher-kva.xn--fa-hia.example."),
    ("xn--strae-oqa.example", "xn--strae-oqa.example"),
    ("möwe:8000", "xn--mwe-sna:8000"),
    ("faß:8000", "xn--fa-hia:8000"),
]
"""Names of hosts as browsers look them up (UTS 46, non-transitional)."""


@pytest.mark.parametrize(("written", "looked_up"), NAMES)
def test_a_host_is_named_as_browsers_look_it_up(written, looked_up):
    assert absolute_url("a/", f"https://{written}/") == f"https://{looked_up}/a/"
    assert check_remote(f"https://{written}/a.png").url == f"https://{looked_up}/a.png"


STRANGE = [
    "ü@other.example",
    "ß@other.example",
    "ß%2e.example",
    "ß\u2025example",
    "ß\u2024example",
    "\u200d",
    "ä:8\u200d0",
]
"""Names of which a part would be read as something else once they are in ASCII."""


@pytest.mark.parametrize("written", ["ß" * 60, "faß..example", "ä." * 200, "ß." * 200, *STRANGE])
def test_a_name_that_no_host_can_have_makes_no_address(written):
    assert absolute_url("a/", f"https://{written}/") is None
    assert check_remote(f"https://{written}/a.png").refused
