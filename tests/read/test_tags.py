"""Tags in texts of the front matter."""

import pytest

from mkdocs_newsblog.read.markdown.tags import without_tags
from mkdocs_newsblog.render.text.inline import inline_markup

TEXTS = [
    ("One", "One"),
    ("One<br/>two<BR>three <wbr>four", "One two three four"),
    ("<p>One</p><p class='a'>Two</p>", "One Two"),
    ("a <small>b</small> <I>c</i> H<sub>2</sub>O", "a b c H2O"),
    ("<a href='javascript:x()'>a</a> <span\nid=a>b</span>", "a b"),
    ("<b>a</b> <img src=x>", None),
    ("Lazy loading with <img> and <picture>, and what <br> does", None),
    ("The <br> element, <p> too", None),
    ("Why <b> beats <strong>, and <a> needs </a>", None),
    ("<b><b>a</b></b> <i><b>c</i></b>", "a c"),
    ("The <b> tag, 1 < 2, <T>, <p", "The <b> tag, 1 < 2, <T>, <p"),
    ("</b> a <b>", "</b> a <b>"),
    ("`<i>` and <b>`c`</b>", "`<i>` and `c`"),
    ("`<b>a</b>` and <b>`c`</b>", "`<b>a</b>` and `c`"),
    ("\\<b>a</b>", "\\<b>a</b>"),
    ("<script>a</script> <iframe src='x'></iframe> <style>b</style>", None),
    ("<!-- a --> <body> <bar>a</bar>", None),
    ("<br>", ""),
    ("<p>One.&nbsp; It&rsquo;s &lt;two&gt;</p>", "One. It’s <two>"),
    ("One.&nbsp; Two", None),
    ('<img class="a" src="a.png">\r\n<strong>\r\n</strong>One', "One"),
    ("One<br/><IMG src='/a.png' alt='a b'>\n", "One"),
    ("<p><img\nsrc='a'></p>", ""),
    ("Use <img src='a'> for <b>icons</b>", None),
    ("`<img src='a'>`", None),
    ("One \\<img src='a'>", None),
    ("<img src='a'> <ul><li>One</li></ul>", None),
]


@pytest.mark.parametrize(("text", "kept"), TEXTS)
def test_tags_that_change_how_words_look_are_left_out(text, kept):
    assert without_tags(text) == (text if kept is None else kept)


def test_what_is_left_can_not_become_a_tag():
    assert inline_markup("<<b>script</b>>*x*") == "&lt;script&gt;<em>x</em>"
    assert inline_markup("<sc<b>ript</b>>x</sc<b>ript</b>>") == "&lt;script&gt;x&lt;/script&gt;"
    assert inline_markup("<br>") is None


@pytest.mark.parametrize(
    "part",
    [
        "<b>",
        "</b>",
        "<b ",
        "<",
        "<b></b>",
        "<br",
        "`<b>",
        "\\<b>",
        "<b>`</b>",
        "<img src='a'>",
        "<img src='",
        "<img ",
    ],
)
def test_many_tags_are_read_in_one_pass(part):
    assert len(without_tags(part * 50_000)) <= 50_000 * len(part)
