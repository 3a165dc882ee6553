"""HTML that leaves the site."""

import re

import pytest
from markdown import Markdown

from mkdocs_newsblog.feeds.sanitise import sanitise, without_lost_pictures
from tests.feeds.rules import html_faults

BASE = "https://example.org/docs/news/a/"


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<p id="x" onclick="y()" style="color:red" class="z">Text</p>', "<p>Text</p>"),
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p>a</p><form action='/x'><input name=q><button>Go</button></form>", "<p>a</p>"),
        ("<iframe src='https://v.example/'></iframe><p>a</p>", "<p>a</p>"),
        ("<p><svg><title>x</title><path/></svg>a</p>", "<p>a</p>"),
        ("<p>a<!-- more -->b</p>", "<p>ab</p>"),
        ('<a href="javascript:alert(1)">a</a>', "<a>a</a>"),
        (
            '<a href="../b/?q=1&amp;r=2#s">a</a>',
            '<a href="https://example.org/docs/news/b/?q=1&amp;r=2#s">a</a>',
        ),
        ('<a href="#fn:1">1</a>', '<a href="https://example.org/docs/news/a/#fn:1">1</a>'),
        ('<a href="/root/">a</a>', '<a href="https://example.org/root/">a</a>'),
        ('<a href="//cdn.example/x">a</a>', '<a href="https://cdn.example/x">a</a>'),
        ('<a href="mailto:a@example.org">a</a>', '<a href="mailto:a@example.org">a</a>'),
        (
            '<img src="../../i/x.png" alt="An x" width="4" loading="lazy" srcset="a 2x">',
            '<img src="https://example.org/docs/i/x.png" alt="An x" width="4">',
        ),
        ('<p><img src="data:image/png;base64,AAAA" alt="x"></p>', "<p></p>"),
        ('<p><img alt=" src=" data-src="x.png"></p>', "<p></p>"),
        ('<h2 id="t">Title<a class="headerlink" href="#t">¶</a></h2>', "<h2>Title</h2>"),
        ('<nav><ul><li><a href="#t">Title</a></li></ul></nav><p>a</p>', "<p>a</p>"),
        ("<p>a \x00\x0b\x85 b</p>", "<p>a  b</p>"),
        ('<a hr\x01ef="../b/">a</a>', '<a href="https://example.org/docs/news/b/">a</a>'),
    ],
)
def test_what_is_left(html, left):
    assert sanitise(html, BASE) == left
    assert html_faults(sanitise(html, BASE)) == []


INLINE = """
    abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup time u var
"""
ACTIVE = """
    applet button canvas dialog form iframe math noscript object script select style svg template textarea
    title
"""
WHOLE = [
    "<h1>1</h1><h2>2</h2><h3>3</h3><h4>4</h4><h5>5</h5><h6>6</h6><hr>",
    '<table><caption>c</caption><colgroup span="2"><col span="2"></colgroup><thead><tr>'
    '<th scope="col" colspan="2" rowspan="1">h</th></tr></thead><tbody><tr><td colspan="2" rowspan="3">1</td>'
    "</tr></tbody><tfoot><tr><td>2</td></tr></tfoot></table>",
    '<audio controls="" src="https://e.example/x.mp3"></audio>',
    '<video controls="" height="1" poster="https://e.example/p.png" src="https://e.example/v.mp4" width="2">'
    '<source src="https://e.example/v.webm" type="video/webm"></video>',
    '<ol reversed="" start="3"><li>a</li></ol><ul><li>b</li></ul><dl><dt>t</dt><dd>d</dd></dl>',
    "<details><summary>s</summary>t</details><blockquote>q</blockquote><pre>p</pre><div>d</div>",
    "<figure><figcaption>f</figcaption></figure><p>a<br>b<wbr>c</p>",
    '<p><img alt="A" height="1" src="https://e.example/i.png" width="2"></p>',
    '<p dir="rtl" lang="fa" title="T"><a href="tel:+1" hreflang="de">a</a></p>',
    '<p><time datetime="2024-01-01">x</time><ruby>a<rp>(</rp><rt>b</rt><rp>)</rp></ruby></p>',
    *(f"<p><{tag}>x</{tag}></p>" for tag in INLINE.split()),
]


@pytest.mark.parametrize("html", WHOLE)
def test_what_readers_of_feeds_can_show_stays_as_it_is(html):
    assert sanitise(html, BASE) == html


@pytest.mark.parametrize("tag", ACTIVE.split())
def test_what_is_active_goes_with_all_that_it_holds(tag):
    assert sanitise(f"<p>a</p><{tag}>gone</{tag}><p>b</p>", BASE) == "<p>a</p><p>b</p>"


@pytest.mark.parametrize(
    ("cleaned", "left"),
    [
        ('<img alt="a > b" src="x.png">', '<img alt="a > b" src="x.png">'),
        (
            '<img alt="> <img src=x onerror=y()>" src="x.png">',
            '<img alt="> <img src=x onerror=y()>" src="x.png">',
        ),
        ('<p title="a <img b">a</p><img>', '<p title="a <img b">a</p>'),
        ('<p title="<img>">a<img alt="b > c"></p>', '<p title="<img>">a</p>'),
    ],
)
def test_values_of_attributes_are_no_pictures_also_where_a_cleaner_leaves_their_signs(cleaned, left):
    assert without_lost_pictures(cleaned) == left


def test_code_stays_code_without_colours_and_line_numbers():
    html = (
        '<div class="highlight"><table class="highlighttable"><tr><td class="linenos">'
        '<div class="linenodiv"><pre><span></span>1\n2</pre></div></td><td class="code"><pre><span></span>'
        '<code><a id="__codelineno-0-1" name="__codelineno-0-1" href="#__codelineno-0-1"></a>'
        '<span class="k">if</span> <span class="n">a</span>'
        ' <span class="o">&lt;</span> 1:\n    pass\n</code></pre></td></tr></table></div>'
    )
    cleaned = sanitise(html, BASE)
    assert "<pre><code>if a &lt; 1:\n    pass\n</code></pre>" in cleaned
    assert "1\n2" not in cleaned
    assert html_faults(cleaned) == []


def test_a_tab_without_a_text_ends_no_feed():
    parts = (
        '<div class="tabbed-labels"><label>One</label><label>Two</label></div>',
        '<div class="tabbed-content"><div>x</div></div>',
    )
    left = "<div><p><strong>One</strong></p><div>x</div></div>"
    assert sanitise("".join(parts), BASE) == left
    assert sanitise(parts[0], BASE) == ""


def test_tables_and_figures_stay_whole():
    html = (
        '<table><thead><tr><th style="text-align:left">a</th></tr></thead><tbody><tr>'
        '<td colspan="2">1</td></tr></tbody></table>'
        '<figure><img alt="p" src="p.jpg"><figcaption>Words</figcaption></figure>'
    )
    cleaned = sanitise(html, BASE)
    assert [cleaned.count(f"<{tag}") for tag in ("table", "tr", "th>", "td", "figure")] == [1, 2, 1, 1, 1]
    assert "<figcaption>Words</figcaption>" in cleaned
    assert html_faults(cleaned) == []


def test_tabs_have_their_names_above_their_texts():
    extensions = {"pymdownx.tabbed": {"alternate_style": True}}
    source = (
        '=== "One"\n\n    first\n\n    === "In"\n\n        inner\n\n    === "Side"\n\n        other\n\n'
        '=== "`Two` & more"\n\n    second\n'
    )
    html = Markdown(extensions=[*extensions], extension_configs=extensions).convert(source)
    cleaned = sanitise(html, BASE)
    said = re.sub(r"<(?!/?(?:strong|code)\b)[^<>]+>\s*", "", cleaned).strip()
    assert said == (
        "<strong>One</strong>first<strong>In</strong>inner<strong>Side</strong>other"
        "<strong><code>Two</code> &amp; more</strong>second"
    )
    assert html_faults(cleaned) == []
