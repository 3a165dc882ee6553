"""What readers see of a page: the words of a heading, and what a post is called for them."""

import pytest

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry, Image, Post
from mkdocs_newsblog.read.html.finish import called
from mkdocs_newsblog.read.html.shown import LONGEST, heading_text, shows_heading

SAID = [
    ("A  <em>b</em>\n<code>&lt;c&gt;</code> &amp; d", "A b <c> & d"),
    ('A<a class="headerlink" href="#a" title="Link">&para;</a>', "A"),
    ('A<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup> b<sup>2</sup>', "A b2"),
    ('A <!-- c --> <img alt="\U0001f680 <b>" src="a.png"><img src="b.png"> b', "A \U0001f680 <b> b"),
    ('<span class="headerlink"><b class="headerlink"><img alt="x">y</b></span>A<script>b</script>', "A"),
    ('<span class="twemoji"><svg><path d="M1"/></svg></span>', ""),
    ('A<a class="anchor" href="#a" title="Permanent link">\u00b6</a> <a href="#b">b</a>', "A b"),
    ("One<br>two<br/>three", "One two three"),
    ('A<sup id="fnref:1"><img alt="x"><br><script>s</script></sup> <svg><style>t</style></svg>b', "A b"),
    ("<svg><title>icon</title></svg>A", "A"),
    ("", ""),
]


@pytest.mark.parametrize(("html", "text"), SAID)
def test_a_heading_says_what_readers_see(html, text):
    assert heading_text(html) == text


@pytest.mark.parametrize("part", ["<!--", "<b>", "<b class=headerlink>", "<sup id=fnref>", "<img alt=x>"])
def test_a_heading_of_many_parts_is_read_in_one_pass(part):
    assert len(heading_text(part * 20_000)) <= LONGEST


def test_a_picture_that_the_title_stands_in_for_is_called_the_same():
    old = Image("a.png", alt="A :b:", dark=Image("b.png", alt="A :b:"))
    post = Post(Entry("a.md", "A :b:", title_from="heading"), "a/", Status.PUBLISHED, image=old)
    new = called(post, "A \U0001f171")
    assert new.entry.title == new.image.alt == new.image.dark.alt == "A \U0001f171"
    said = post._replace(image=old._replace(alt="Said"))
    assert called(said, "A c").image.alt == "Said"
    assert called(post, "<svg></svg>") is called(post, "A :b:") is post


HIDDEN = [
    "<h1 hidden>A word</h1>",
    '<h1 aria-hidden="true">A word</h1>',
    '<h1 style="color: red; DISPLAY : none">A word</h1>',
    "<div hidden><p><h1>A word</h1></p></div>",
    "<template><h1>A word</h1></template><h2>A word</h2>",
    "",
]


@pytest.mark.parametrize("html", HIDDEN)
def test_a_heading_that_nobody_sees_is_none(html):
    assert not shows_heading(html, "A word")
    assert shows_heading(f"{html}<main><h1>Here: <em>A word</em></h1></main>", "A word")
    assert not shows_heading(f"{html}<h1>Another</h1>", "A word")


def test_a_heading_that_says_it_is_not_hidden_is_seen():
    assert shows_heading('<h1 aria-hidden="false" style="display:block">A word</h1>', "A word")
