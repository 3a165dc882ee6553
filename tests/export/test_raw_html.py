"""Raw HTML within Markdown comes out as it went in, whatever reads the text before blocks are known."""

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.export.raw_html import framed, raw_block, same_page

PLACE = "news-text"
EXTENSIONS = [
    *("admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc"),
    *("pymdownx.critic", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.emoji"),
]
PIECES = [
    '<p class="a">One\n\nTwo <b>three</b></p>',
    "<pre>\n\nfirst\n\n\n    second\t.\n</pre>",
    '<pre><code>```\n--8&lt;-- "secret.txt"\n```\n\n~~~\n</code></pre>',
    "<div>\n\n# no heading\n\n!!! note\n    no note\n</div>",
    '<div markdown="1">\n\n# no *heading*\n</div>',
    "<section><div>unclosed<p>too<p>and too</section>",
    '<figure><img src="a.png" srcset="a.png 1x,\n\nb.png 2x" alt="{{ alt }}"><br></figure>',
    "<p>{{ x }} {% y %} {++z++} {==w==} {!file!} :smile: [link](x) `code` $x$ [^1]</p>",
    "<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>\n\n<hr>\n<table><tr><td>1</td></tr></table>",
    "<details open><summary>S</summary>\n\n    indented\n</details>",
    '<div @click="go()" :class="{a: 1}" v-on:x.y="z" #slot [b]="1" (c)="2" *d="e">\n\n*x*\n</div>',
    '<div><template id=">"><tr title="{{ x }}">\n\n{% y %} `z`</tr><template>i</template></template></div>',
    "<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;</p>",
]


def converted(text):
    return markdown.markdown(text, extensions=EXTENSIONS)


def exact(html):
    """What a page says where every blank counts."""
    return [node.text() for node in LexborHTMLParser(html).css("pre")]


@pytest.mark.parametrize("html", PIECES)
def test_a_raw_block_says_what_it_said(html):
    made = converted(f"Before.\n\n{raw_block(html)}\n\nAfter *it*.")
    start, end = "<p>Before.</p>", "<p>After <em>it</em>.</p>"
    inner = made.removeprefix(start).removesuffix(end)
    assert made == start + inner + end
    assert same_page(inner, html)
    assert exact(inner) == exact(html)


@pytest.mark.parametrize(
    "html", ["words <em>alone</em>", "<a-b>\n\n*x*\n</a-b>", "<svg><path d='M0'/></svg>"]
)
def test_what_is_no_block_gets_one_around_it(html):
    assert same_page(converted(raw_block(f"<p>a</p>{html}<p>b</p>")), f"<p>a</p><div>{html}</div><p>b</p>")


@pytest.mark.parametrize("html", PIECES)
def test_every_line_of_it_begins_with_a_tag(html):
    made = raw_block(html)
    assert all(line.startswith("<") for line in made.splitlines() if line)
    assert set("{}`~\t").isdisjoint(made)


@given(st.lists(st.text(alphabet="a <>/&;\"'={}`~*#-_[]()!:|$^+%8\n\t", max_size=40), max_size=4))
def test_any_text_comes_out_as_it_went_in(texts):
    escaped = [text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;") for text in texts]
    html = "<div>" + "".join(f'<pre title="{text}">x{text}</pre>\n' for text in escaped) + "</div>"
    found = LexborHTMLParser(converted(raw_block(html))).css("pre")
    assert [node.text() for node in found] == [f"x{text}" for text in texts]
    assert [node.attributes["title"] or "" for node in found] == texts


def test_a_comparison_sees_what_is_in_templates_and_attributes_of_frameworks():
    template = "<div><template><b>{}</b></template></div>"
    assert not same_page(template.format("a"), template.format("b"))
    assert not same_page('<p @click="a">x</p>', '<p @click="b">x</p>')
    assert "<template><b>a</b></template>" in raw_block(template.format("a"))
    assert "<style>\n\np {}</style>" in raw_block("<div><template><style>\n\np {}</style></template></div>")
    assert '@click="a"' in raw_block('<p @click="a">x</p>')


def test_markdown_in_a_frame_is_markdown():
    text = f'<h1>T</h1><div class="b">\n<{PLACE}></{PLACE}>\n</div><p>end'
    frame = f'<article class="a" lang="fa">\n{text}</article>'
    made = converted(framed(frame, "\nText *x*\n\n## Two\n\n- a\n\n        code", PLACE))
    assert LexborHTMLParser(made).css_first("article.a[lang=fa] > div.b > h2#two") is not None
    assert LexborHTMLParser(made).css_first("article.a > div.b > ul pre") is not None
    assert LexborHTMLParser(made).css_first("article.a > h1 + div.b + p") is not None


@pytest.mark.parametrize("html", ["<p>x</p>", f"<textarea><{PLACE}></{PLACE}>"])
def test_a_frame_without_a_place_is_refused(html):
    with pytest.raises(ValueError, match="no place"):
        framed(html, "text", PLACE)


DIFFERENT = [
    ("<p>a</p>", "<p>b</p>"),
    ("<p>a</p>", "<div>a</div>"),
    ('<a href="x">a</a>', '<a href="y">a</a>'),
    ("<pre>a\n b</pre>", "<pre>a\nb</pre>"),
    ("<p>a</p><p>b</p>", "<p>a b</p>"),
]


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_pages_that_say_something_else_are_not_the_same(one, two):
    assert not same_page(one, two)
    assert same_page(f"<div>\n{one}\n\n<!-- c --></div>", f"<div>{one}</div>")
