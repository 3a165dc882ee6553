"""Addresses of pictures on other hosts: what is printed, what is doubted, what is refused."""

import pytest

from mkdocs_newsblog.images.address import LIMIT, bare, check_remote, has_scheme

GOOD = [
    ("https://img.example.net/x.jpg", "https://img.example.net/x.jpg"),
    ("HTTPS://IMG.Example.NET/X.jpg", "https://img.example.net/X.jpg"),
    ("https://img.example.net/images?q=tbn:ANd9GcR&s", "https://img.example.net/images?q=tbn:ANd9GcR&s"),
    ("https://img.example.net/a%20b%41.jpg", "https://img.example.net/a%20b%41.jpg"),
    ("https://img.example.net/100%.jpg?%zz", "https://img.example.net/100%25.jpg?%25zz"),
    (
        "https://img.example.net/Bücher/é.jpg?ü#ö",
        "https://img.example.net/B%C3%BCcher/%C3%A9.jpg?%C3%BC#%C3%B6",
    ),
    ("https://Bücher.example/", "https://xn--bcher-kva.example/"),
    ("https://img.example.net/a|b[c].jpg", "https://img.example.net/a%7Cb%5Bc%5D.jpg"),
    ("https://img.example.net:8443/x", "https://img.example.net:8443/x"),
    ("https://my_bucket.img.example.net/x", "https://my_bucket.img.example.net/x"),
    ("https://img.example.net/it's.png?a='b'#'", "https://img.example.net/it%27s.png?a=%27b%27#%27"),
]


@pytest.mark.parametrize(("written", "printed"), GOOD)
def test_a_good_address_is_encoded_once(written, printed):
    checked = check_remote(written)
    assert (checked.url, checked.refused, checked.doubts) == (printed, "", ())
    assert check_remote(printed).url == printed


@pytest.mark.parametrize(
    ("written", "doubt"),
    [
        ("http://img.example.net/x", "without encryption"),
        ("//img.example.net/x", "no scheme"),
        ("https://localhost/x", "private network"),
        ("https://nas.local/x", "private network"),
        ("https://192.168.0.1/x", "private network"),
        ("https://127.1/x", "private network"),
        ("https://0x7f000001/x", "private network"),
        ("https://[::1]/x", "private network"),
        ("https://img.example.net/a b.jpg", "spaces"),
        ("https://img.example.net/" + "a" * LIMIT, "longer than"),
    ],
)
def test_a_doubtful_address_is_used_and_named(written, doubt):
    checked = check_remote(written)
    assert checked.url.startswith(("https://", "http://"))
    assert " " not in checked.url
    assert [text for text in checked.doubts if doubt in text]


@pytest.mark.parametrize(
    "written",
    [
        "javascript:alert(1)",
        "data:image/svg+xml,<svg onload=alert(1)>",
        "file:///etc/passwd",
        "ftp://img.example.net/x",
        "vbscript:x",
        "blob:https://img.example.net/x",
        "https:/img.example.net/x",
        "https://",
        "https:///x",
        "https://[x/",
        "https://img.example.net:99999/",
        "https://img.example.net:port/",
        "https://user:secret@img.example.net/",
        "https://user@img.example.net/",
        "https://img example.net/x",
        "https://img.example.net%2f.evil.example/x",
        "https://img.example.net;x/",
        "https://a..b/",
        "https://.img.example.net/x",
        "https://img.example.net\\@evil.example/",
        'https://img.example.net/"onerror="x',
        "https://img.exam'ple.net/x",
        "https://img.example.net:'8/x",
        "https://img.example.net/<b>",
        "https://img.example.net/`x",
    ],
)
def test_a_hostile_address_is_refused_with_a_reason(written):
    checked = check_remote(written)
    assert checked.url == ""
    assert checked.refused


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("  https://x.example/a  ", "https://x.example/a"),
        ("java\tscr\nipt:x", "javascript:x"),
        ("java&#115;cript&colon;x", "javascript:x"),
        ("&#x6A;avascript:x", "javascript:x"),
        ("\u202ehttps://x.example/", "https://x.example/"),
        ("\u202e https://x.example/\u00a0\u202c", "https://x.example/"),
        ("https://x.example/?a=1&amp;b", "https://x.example/?a=1&b"),
        (
            "https://x.example/?region=a&region=b&copy=1&sect",
            "https://x.example/?region=a&region=b&copy=1&sect",
        ),
        ("می\u200cشود.jpg", "می\u200cشود.jpg"),
    ],
)
def test_an_address_is_read_as_a_browser_reads_it(written, read):
    assert bare(written) == read


def test_a_number_that_no_character_has_is_no_character():
    written = f"https://img.example.net/&#{'9' * 5000};&amp;"
    assert bare(written) == f"{written.removesuffix('amp;')}"


@pytest.mark.parametrize("text", ["https:x", "//host/x", "C:\\x", "mailto:a", "x-y+z.1:q"])
def test_a_scheme_or_a_host_makes_an_address_remote(text):
    assert has_scheme(text)


@pytest.mark.parametrize("text", ["a/b.jpg", "/a.jpg", "./a:b.jpg", "1:2.jpg", "bild 1.jpg", "ä:x"])
def test_everything_else_is_a_path(text):
    assert not has_scheme(text)
