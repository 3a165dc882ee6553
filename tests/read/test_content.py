"""Summaries and lengths, from the HTML of a finished page."""

import pytest
from markdown import Markdown

from mkdocs_newsblog.model.links import ROOT
from mkdocs_newsblog.read.html.content import (
    automatic_summary,
    marked_summary,
    written_summary,
)
from mkdocs_newsblog.read.html.length import measure

HERE = "news/a/"


@pytest.mark.parametrize(
    ("html", "summary", "text"),
    [
        ("<p>One</p>\n<!-- more -->\n<p>Two</p>", "<p>One</p>", "One"),
        (
            "<h2>H</h2><p>One</p><h2>I</h2><hr><h3>J</h3><!-- more -->",
            "<p>One</p>\n<p><strong>I</strong></p>\n<hr>",
            "One I",
        ),
        (
            "<p>One\n  two</p><ul><li>a</li></ul><!-- more --><p>x</p>",
            "<p>One\n  two</p>\n<ul><li>a</li></ul>",
            "One two a",
        ),
        (
            "<blockquote><p>In</p><!-- more --><p>side</p></blockquote>",
            "<blockquote><p>In</p></blockquote>",
            "In",
        ),
    ],
)
def test_a_marked_summary_ends_at_the_mark(html, summary, text):
    found = marked_summary(html, HERE)
    assert (found.html, found.text, found.has_more) == (summary, text, True)


@pytest.mark.parametrize(
    "html",
    [
        "<p>One</p>",
        "<!-- more --><p>One</p>",
        "<h2>H</h2><!-- c --><!-- more --><p>One</p>",
        "<p><code>&lt;!-- more --&gt;</code></p>",
        "",
    ],
)
def test_without_a_mark_or_a_text_before_it_there_is_none(html):
    assert marked_summary(html, HERE) is None


def test_an_automatic_summary_ends_with_the_block_that_reaches_the_number():
    html = "<h2>H</h2><p>one two three</p><p>four five</p><p>six</p>"
    assert automatic_summary(html, HERE, 1).text == "one two three"
    assert automatic_summary(html, HERE, 3).text == "one two three"
    assert automatic_summary(html, HERE, 4).text == "one two three four five"
    assert automatic_summary(html, HERE, 99).text == "one two three four five six"
    assert automatic_summary("<h2>H</h2><hr><p></p>", HERE, 9) is None
    assert automatic_summary("", HERE, 9) is None


@pytest.mark.parametrize(
    "block",
    [
        "<p>[[toc]]</p>",
        "<p>[TOC]</p>",
        "<p>@[toc]</p>",
        "<p>[[_TOC_]]</p>",
        "<ul>\n<li>TOC\n{:toc}</li>\n</ul>",
        "<p>{: toc }</p>",
        "<ul>\n<li>content\n{:toc}</li>\n</ul>",
        "<ol>\n<li>Table of contents\n{: toc }</li>\n</ol>",
        '<ul>\n<li toc="">content</li>\n</ul>',
    ],
)
def test_what_stands_for_a_table_of_contents_elsewhere_is_no_summary(block):
    assert automatic_summary(f"{block}\n<p>one two</p>", HERE, 2).text == "one two"
    assert automatic_summary(f"<p>The [toc] of it</p>\n{block}", HERE, 2).text == "The [toc] of it"


HAND_MADE = [
    '<ul>\n<li><a href="#a">Rise</a></li>\n<li>1. <a href="#b">Fall</a></li>\n</ul>',
    '<ol>\n<li><a href="#a">\u6f6e</a><ul><li><a href="#b">Fall</a></li></ul></li>\n</ol>',
    '<div class="ox-hugo-toc toc">\n<div class="heading">Contents</div>\n\n- [Rise](#rise)\n\n</div>',
    '<h2 id="c">Contents</h2>\n<ul><li><a href="#a">Rise</a></li></ul>',
    '<p><strong>Table of contents</strong></p>\n<!-- toc -->\n<ul><li><a href="#a">Rise</a></li></ul>',
    '<p>In this post:</p>\n<ul><li><a href="#a">Rise</a></li></ul>',
]


@pytest.mark.parametrize("contents", HAND_MADE)
def test_contents_made_by_hand_are_no_summary_nor_is_the_line_that_names_them(contents):
    html = f"<p>one</p>\n{contents}\n<p>two</p>"
    assert automatic_summary(html, HERE, 9).html == "<p>one</p>\n<p>two</p>"
    assert marked_summary(f"{html}<!-- more -->", HERE).html == "<p>one</p>\n<p>two</p>"


CONTENTS = '<ul><li><a href="#a">Rise</a></li></ul>'


@pytest.mark.parametrize(
    "above",
    [
        "<p>\u672c\u6587\u4ecb\u7ecd\u4e86\u53bb\u5e74\u51ac\u5929\u5982\u4f55\u6d4b\u6f6e\uff1a</p>",
        "<p>one <em>two</em> three <em>four</em> five:</p>",
    ],
)
def test_a_sentence_above_contents_is_no_title_of_theirs(above):
    assert automatic_summary(f"{above}\n{CONTENTS}\n<p>six</p>", HERE, 99).html == f"{above}\n<p>six</p>"


def test_a_heading_that_has_the_class_of_contents_takes_nothing_with_it():
    heading = '<h2 class="toc">Contents</h2>'
    assert automatic_summary(f"{heading}\n{CONTENTS}\n<p>two</p>", HERE, 9).html == "<p>two</p>"
    found = automatic_summary(f"<p>one</p>\n{heading}\n{CONTENTS}\n<p>two</p>", HERE, 9)
    assert found.html == "<p>one</p>\n<p>two</p>"


@pytest.mark.parametrize("above", ["", "<h1>Index</h1>\n"])
def test_where_a_post_is_nothing_but_links_to_its_places_these_are_its_summary(above):
    assert automatic_summary(above + CONTENTS, HERE, 9).text == "Rise"


@pytest.mark.parametrize(
    "html",
    [
        '<ul>\n<li><a href="#a">Rise</a> of the tide</li>\n</ul>',
        '<ul>\n<li><a href="#a">Rise</a></li>\n<li><a href="../b/">Fall</a></li>\n</ul>',
        '<ul>\n<li>12 <a href="#a">\u2191</a></li>\n</ul>',
        '<p>Read <a href="#a">more</a></p>',
    ],
)
def test_lists_that_say_more_than_where_on_the_page_things_are_stay(html):
    assert "Contents:" in automatic_summary(f"<p>Contents:</p>{html}", HERE, 9).text
    assert automatic_summary(html, HERE, 9).text


FOREIGN = {
    "imports": "<p>import Tabs from \"@theme/Tabs\";\nimport {\n  A,\n  B,\n} from './x'</p>",
    "an import of a file": "<p>import “./style.css”;</p>",
    "exports": "<p>export const Mark = ({children}) =&gt; (\n  <span>{children}</span>\n);</p>",
    "a value": "<p>export const x = 3;</p>",
    "values with blank lines": "<p>export const x = {\n  a: 1,</p>\n<p>b: 2,\n};</p>",
    "imports with blank lines": "<p>import {\n  A,</p>\n<ul>\n<li>b</li>\n</ul>\n<p>C\n} from './x'</p>",
    "a component with blank lines": "<p>export default function A() {</p>\n<div>\nb\n</div>\n<p>}</p>",
    "a default": "<p>export default Layout;</p>",
    "the end of exports": "<p>);</p>",
    "a comment of MDX": "<p>{/* by &lt;me&gt; */}</p>\n<p>{/<em>so</em>/}</p>",
    "a shortcode": "<p>{{&lt; youtube abc &gt;}}</p>",
    "a shortcode that looks like an element": "<p>{{<youtube abc>}}</p>",
    "a shortcode on several lines": '<p>{{&lt; figure\n  src="a.svg"\n  title="b" &gt;}}</p>',
    "Liquid": "<p>{% include toc.html %} {{ page.excerpt }}</p>",
    "a comment of Liquid": "<p>{% comment %} To {{ do }}: all of it. {%- endcomment -%}</p>",
    "a comment of Liquid on lines": "<p>{% comment %}\nTo do.\nAll.\n{% endcomment %}</p>",
    "a comment of Liquid with blocks": (
        "<p>{%- comment -%}\nTo do.</p>\n<ul>\n<li>All.</li>\n</ul>\n<p>More.\n{% endcomment %}</p>"
    ),
    "code of Liquid": "<p>{% highlight ruby linenos %}\ndef rise\nend\n{% endhighlight %}</p>",
    "code of Liquid with blocks": (
        '<p>{%- highlight css hl_lines="1 %" -%}\na {</p>\n<h1 id="b">b</h1>\n<p>}\n{%- endhighlight -%}</p>'
    ),
    "code of Hexo": "<p>{% codeblock lang:js A title %}\nlet tide = {}</p>\n<p>x {% endcodeblock %}</p>",
    "code of Hugo": (
        '<p>{{&lt; highlight go "linenos=table" &gt;}}\nfunc rise() {</p>\n<pre><code>x()</code></pre>\n'
        "<p>}\n{{&lt; / highlight &gt;}}</p>"
    ),
    "a drawing of Hugo": "<p>{{&lt; mermaid &gt;}}\ngraph TD;</p>\n<p>A--&gt;B;\n{{&lt; /mermaid &gt;}}</p>",
    "a drawing of Zola": (
        "<p>{% mermaid(a=true) %}\nclassDiagram\n class A {\n+B()\n}</p>\n<pre>x</pre>\n<p>y\n{% end %}</p>"
    ),
    "code of Hugo as Markdown": "<p>{{% highlight go %}}\nx {}\n{{% /highlight %}}</p>",
    "attributes": "<p>{: .no_toc }</p>",
    "an empty container": "<p>:::info</p>\n<p>:::</p>",
    "an empty container of Nuxt": "<p>::hero-image{a='b'}</p>\n<p>::</p>",
    "elements of Nuxt": "<p>::video{src='a'}\n  :source{src='b'}\n::</p>\n<p>:pier-icon{class='wide'}</p>",
    "code of a file": "<p>&lt;&lt;&lt; @/snippets/a.js{2,3}</p>",
    "what Obsidian embeds": "<p>![[a b.png|100]]</p>",
    "an empty quote": "<blockquote>\n<p>[!NOTE]</p>\n</blockquote>",
    "a picture of WordPress": (
        '<p>[caption id="attachment_1" width="300"]<img src="a.png" alt=""> Low water[/caption]</p>'
    ),
    "a picture of WordPress on lines": (
        "<p>[caption id=“” align=“left”]<br>\n<b>Low</b> water[/caption]</p>"
    ),
    "pictures of WordPress": '<p>[gallery ids="1,2" columns="2"]</p>\n<p>[contact-form-7 id="a" /]</p>',
    "a film of WordPress": "<p>[embed width='9']https://a.example/b?c=1[/embed]</p>",
    "a button": '<p>{{&lt; button href="/a" text="Go there" &gt;}}</p>',
    "a film that stands for itself": "<p>https://a.example/watch?v=b</p>",
    "a link to a film": '<p><a href="https://a.example/b">https://a.example/b</a></p>',
    "a film by its address": '<p>[youtube <a href="https://a.example/b">https://a.example/b</a>]</p>',
    "a sound of WordPress": '<p>[audio mp3="a.mp3"][/audio]</p>',
    "a comment of Obsidian": "<p>%% Ask <em>Ana</em>: 5 % %%</p>",
    "a comment of Obsidian on lines": "<p>%%\nAsk Ana.\nAnd Bo.\n%%</p>",
    "a comment of kramdown": "<p>{::comment}\nTo do.</p>\n<ul>\n<li>All.</li>\n</ul>\n<p>{:/comment}</p>",
    "attributes of a picture": '<p><img src="a.png" alt="">{.wide #pier}</p>\n<p>{alt="A" width=50%}</p>',
    "a place of MyST": "<p>(low-water)=\n(tides: 2)=</p>",
    "a cell of MyST": '<p>+++</p>\n<p>+++ {"part": "abstract"}</p>',
    "a picture of MyST": "<pre><code>{figure} a.png\n:width: 9\n\nLow water.\n</code></pre>",
    "a title of MyST": (
        '<div class="highlight"><pre><span></span><code>{note} Low water\nA b.\n</code></pre></div>'
    ),
    "numbered lines": (
        '<div class="a highlight"><table><tr><td><pre>1\n2</pre></td><td>'
        "<pre><code>{image} a.png\nb\n</code></pre></td></tr></table></div>"
    ),
    "an empty box of MyST": "<p>:::{postlist}\n:number: 3\n:a-b: c\n:::</p>",
    "a picture of MDX": "<p>&lt;img src={useBaseUrl('/a.png')}\n  alt=\"\" /&gt;</p>",
    "what Hashnode embeds": "<p>%[https://a.example/b]</p>",
    "pictures that Markdown left": "<p>![A](/a b.png) ![B](b.png 'c')</p>\n<div>\n ![A](a.png)\n</div>",
    "contents in brackets": "<p>[[toc]]\n[TOC]</p>",
    "the name of a block": "<p>^low-water</p>",
    "the address of a link": "<p>[1]: {{ '/docs/' | relative_url }}#a\n[a b]: {% post_url a %} “A”</p>",
    "within others": "<div>\n<p>{% raw %}</p>\n</div>",
    "within HTML": "<div>\n <div class=a>\n  {% include a %}\n </div>\n</div>\n<center>{{ a }}</center>",
    "contents": "<ul>\n<li>TOC</li>\n</ul>",
    "a comment": "<!-- markdownlint-disable -->",
}


@pytest.mark.parametrize("name", FOREIGN)
def test_blocks_that_another_system_would_have_run_are_no_summary(name):
    html = f"{FOREIGN[name]}\n<p>one two</p>\n{FOREIGN[name]}\n<p>three</p>"
    assert automatic_summary(html, HERE, 3) == ("<p>one two</p>\n<p>three</p>", "one two three", True)
    assert marked_summary(f"{html}<!-- more -->", HERE) == automatic_summary(html, HERE, 3)
    assert marked_summary(f"{FOREIGN[name]}<!-- more --><p>one</p>", HERE) is None
    assert automatic_summary(FOREIGN[name], HERE, 3) is None


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>:::info\nA <em>tide</em>\n:::</p>", "<p>A <em>tide</em></p>"),
        ("<p>:::info<br />\nA tide<br />\n:::</p>", "<p>A tide</p>"),
        ("<p>::alert[A]{b='c'}\nA tide\n::</p>", "<p>A tide</p>"),
        ("<p class='a'>{{% note %}}\nA tide\n{{% /note %}}</p>", '<p class="a">A tide</p>'),
        ("<p>A tide\n{: .lead }</p>", "<p>A tide</p>"),
        ("<p>[[toc]]\nA tide</p>", "<p>A tide</p>"),
        ("<p>[table]\nA tide\n[low]\n[/table]</p>", "<p>A tide\n[low]</p>"),
        (
            "<div align='center'>\n![A](a.png)\nA ![tide](b.png)</div>",
            '<div align="center">A ![tide](b.png)</div>',
        ),
        ("<p>A tide\n{.lead}</p>", "<p>A tide</p>"),
        ("<p>:::{figure} a.png\n:alt: A b\n:a: {c}\nA tide\n:b: c\n:::</p>", "<p>A tide\n:b: c</p>"),
        ("<p>+++\nA tide\n+++ b\n+ + +</p>", "<p>A tide\n+++ b\n+ + +</p>"),
        (
            "<p>A tide\\\nat <em>noon</em> \\\n\\and <code>a \\\nb</code></p>"
            "\n<pre><code>c \\\nd</code></pre>",
            "<p>A tide\nat <em>noon</em> \n\\and <code>a \\\nb</code></p>\n<pre><code>c \\\nd</code></pre>",
        ),
        ("<ul>\n<li>A tide\\\nat noon</li>\n</ul>", "<ul>\n<li>A tide\nat noon</li>\n</ul>"),
        (
            "<p>See {doc}<code>the guide &lt;a/guide&gt;</code>, {ref}<code>ebb</code>,"
            " {cite:p}<code>a2020</code> and {kbd}<code>Ctrl</code></p>",
            "<p>See the guide, <code>ebb</code>, <code>a2020</code> and <code>Ctrl</code></p>",
        ),
        (
            "<ul>\n<li>{ref}<code>R&amp;D &lt;a&gt;</code> x{a}<code>b</code> {A}<code>c</code>"
            " <code>{d}<b>e</b></code></li>\n</ul>",
            "<ul>\n<li><code>R&amp;D &lt;a&gt;</code> x{a}<code>b</code> {A}<code>c</code>"
            " <code>{d}<b>e</b></code></li>\n</ul>",
        ),
        ("<p>(low-water)=\nA tide (at noon)</p>", "<p>A tide (at noon)</p>"),
        (
            "<p>See https://a.example/</p><p>https://a.example/ it is</p><ul><li>https://a.example/</li></ul>",
            "<p>See https://a.example/</p>\n<p>https://a.example/ it is</p>\n<ul><li>https://a.example/</li></ul>",
        ),
        ('<p><img src="/p.png">\nhttps://a.example/</p>', '<p><img src="/p.png">\nhttps://a.example/</p>'),
        (
            '<p>A <a href="/b">b</a>{:target="_blank"}, <img src="/p.png">{width=9}, <em>c</em>{n=1, 2}</p>',
            '<p>A <a href="/b">b</a>, <img src="/p.png">, <em>c</em>{n=1, 2}</p>',
        ),
        (
            "<ul>\n<li><a href='/b'>A</a>{: .b}</li>\n<li><pre><b>x</b><span>y</span>{:z}\n::</pre></li>"
            "\n<li>\n<p>tide\n:::</p>\n</li>\n</ul>",
            '<ul>\n<li><a href="/b">A</a></li>\n<li><pre><b>x</b><span>y</span>{:z}\n::</pre></li>'
            "\n<li>\n<p>tide</p>\n</li>\n</ul>",
        ),
        ("<ul>\n<li>A tide\n::</li>\n</ul>", "<ul>\n<li>A tide</li>\n</ul>"),
        ("<p>A tide\n:tada:\n:icon{name='a'} and\nnote:x{1}</p>",) * 2,
        ("<p>A set {.5, 1}\nand f(x)=\n(x)=1</p>", "<p>A set {.5, 1}\nand f(x)=\n(x)=1</p>"),
        ("<p>A set\n{n=1, 2}\n{...}\n(x + y)=\n(a, b)=\n{n=1,\n2}</p>",) * 2,
        ("<p>A tide\n{width=50%, alt='a b' .wide}\n{.wide}\n{hl_lines=[1, \"2\"] #a}</p>", "<p>A tide</p>"),
        ("<p>{% if x %}\n<img src='/p.png'>\n{% endif %}</p>", '<p><img src="/p.png"></p>'),
        (
            "<blockquote>\n<p>[!NOTE]\nA tide</p>\n<p>[!TIP]</p></blockquote>",
            "<blockquote>\n<p>A tide</p>\n</blockquote>",
        ),
        (
            "<div>\n{% if x %}\nA <em>tide</em>\n<pre>{% raw %}</pre>\n<ul><li>{{ x }}</li></ul></div>",
            "<div>A <em>tide</em><pre>{% raw %}</pre>\n<ul><li>{{ x }}</li></ul></div>",
        ),
        (
            "<figure>\n{% a %}\n<figcaption>A tide</figcaption></figure>",
            "<figure><figcaption>A tide</figcaption></figure>",
        ),
        ("<blockquote><p>[!tip]- A tide</p></blockquote>", "<blockquote><p>A tide</p></blockquote>"),
    ],
)
def test_of_a_block_with_such_lines_the_others_are_kept(html, kept):
    assert marked_summary(f"{html}<!-- more -->", HERE).html == kept


AROUND = {
    '<p>A {{&lt; tip id="a" text="high tide" &gt;}} at\n{% include tip.html text=“no on” %}.</p>': (
        "<p>A high tide at\nno on.</p>"
    ),
    '<p>A tide at\n{{&lt; tip text="noon" id=a &gt;}}\n<code>{{&lt; tip text="noon" &gt;}}</code></p>': (
        '<p>A tide at\nnoon\n<code>{{&lt; tip text="noon" &gt;}}</code></p>'
    ),
    "<p>{{&lt; lead &gt;}}A <em>tide</em>{{&lt; /lead &gt;}}</p>": "<p>A <em>tide</em></p>",
    '<p>{% note(title="a b") %}A <em>b</em>{% end %}, {% b() %}an {% c(d=1) -%}ebb{%- end %}{% end %}</p>': (
        "<p>A <em>b</em>, an ebb</p>"
    ),
    '<p>At 10{{ sup(text="th") }} and {{hidden(b=true, text="an <a href=\'/b\'>ebb</a>.", a=1)}} it is</p>': (
        '<p>At 10th and an <a href="/b">ebb</a>. it is</p>'
    ),
    '<p>Of <code>{{ s(text="a") }}</code> {{ s(text=a) }} {{ s(context="a") }} {{ s }} text="b"</p>': (
        '<p>Of <code>{{ s(text="a") }}</code> {{ s(text=a) }} {{ s(context="a") }} {{ s }} text="b"</p>'
    ),
    '<p>At {{% mark "a b" %}}noon{{% /mark %}} {{&lt; i a &gt;}} {{&lt;i&gt;}}x{{&lt;/i&gt;}}</p>': (
        "<p>At noon {{&lt; i a &gt;}} x</p>"
    ),
    "<p>{% raw %}Use {{ page.title }}{%- endraw -%}</p>": "<p>Use {{ page.title }}</p>",
    "<p>{% raw %} {{x}} {% endraw %} {% q %} 5 {% endq %} {% q %} a b {% endq %} {{% a %}}b {{% /a %}}</p>": (
        "<p> {{x}}   5   a b  b </p>"
    ),
    '<p>Get {{&lt; button href="/a" &gt;}} it {{&lt; /button &gt;}} or {% link a %} this {% endlink %}</p>': (
        "<p>Get  it  or  this </p>"
    ),
    "<blockquote><p>{% q a %}A <b>{% q b %}tide{% endq %}</b>{% endq %}</p></blockquote>": (
        "<blockquote><p>A <b>tide</b></p></blockquote>"
    ),
    "<p>Use <code>{{% a %}}</code>{{% a %}}b{{% /a %}} <code>{{% /a %}}</code></p>": (
        "<p>Use <code>{{% a %}}</code>b <code>{{% /a %}}</code></p>"
    ),
}


@pytest.mark.parametrize("html", AROUND)
def test_of_tags_around_words_a_summary_has_the_words(html):
    assert automatic_summary(html, HERE, 9).html == AROUND[html]


AROUND |= {
    '<p>At {% kbd %}noon{% /kbd %}, [quote name="A"]an <em>ebb</em>[/quote] so</p>': (
        "<p>At noon, an <em>ebb</em> so</p>"
    ),
    "<p>Use [b] … [/b], [home] for wind or [/home]</p>": "<p>Use [b] … [/b], [home] for wind or [/home]</p>",
}

BARE = {
    "<p>A ==high <em>tide</em>==, \u6f6e==\u6f6e==\u6f6e and (==low==).</p>": (
        "<p>A high <em>tide</em>, \u6f6e\u6f6e\u6f6e and (low).</p>"
    ),
    "<p>Low <b>:spoiler[water *is*]</b> and :abbr[H<sub>2</sub>O]{title='a'}</p>": (
        "<p>Low <b>water *is*</b> and H<sub>2</sub>O</p>"
    ),
    "<p>{% label primary @Low%} {% span red, water %} {%mark is color:red%} {% mark color:red low %}.</p>": (
        "<p>Low water is low.</p>"
    ),
    "<p>See &lt;a className='b'\nhref={c('/d')}&gt;it</a>, &lt;a b={c}&gt;</p>": (
        "<p>See it, &lt;a b={c}&gt;</p>"
    ),
    "<p>Press {% kbd Ctrl %}+{% kbd A %}, {% u not red %} {% del low blue %}</p>": (
        "<p>Press Ctrl+A, not low</p>"
    ),
    "<p>==a plan B== and ==low==. ^low-water</p>\n<p>A tide\n^0a1b2c</p>": (
        "<p>a plan B and low.</p>\n<p>A tide</p>"
    ),
    "<p>Low ^b1</p>\n<ul>\n<li>A tide ^low-1\n<ul><li>b\n ^a1b2c3</li></ul></li>\n</ul>": (
        "<p>Low ^b1</p>\n<ul>\n<li>A tide\n<ul><li>b</li></ul></li>\n</ul>"
    ),
}


@pytest.mark.parametrize("html", BARE)
def test_of_words_between_signs_a_summary_has_the_words(html):
    assert automatic_summary(html, HERE, 99).html == BARE[html]


NOTES = {
    "<p>See [[Tides|the tide]], [[sea/Low water.md#Ebb]] and [[#^rise]]</p>": (
        "<p>See the tide, Low water and rise</p>"
    ),
    "<ul>\n<li>[[\u6f6e]]</li>\n</ul>": "<ul>\n<li>\u6f6e</li>\n</ul>",
    '<p>Of <span class="arithmatex">\\(K[[x]]+[[y]]\\)</span>, K[[x]], $[[x]]$ and row[[i]]</p>': (
        '<p>Of <span class="arithmatex">\\(K[[x]]+[[y]]\\)</span>, K[[x]], $[[x]]$ and row[[i]]</p>'
    ),
    '<p><i title="[[a]] {{% b %}}">[[c]]</i> {{% b %}}<code-d>[[e]]</code-d>{{% /b %}}</p>': (
        '<p><i title="[[a]] {{% b %}}">c</i> <code-d>e</code-d></p>'
    ),
    '<p>With [[nodiscard]], [[deprecated("old")]] or [[gnu::pure]], not [[deprecated words]]</p>': (
        '<p>With [[nodiscard]], [[deprecated("old")]] or [[gnu::pure]], not deprecated words</p>'
    ),
    "<p>Use <code>[[a]]</code>, [[1]], [[ -f b ]], ![[c]] and [[d<em>e</em>]]</p>": (
        "<p>Use <code>[[a]]</code>, [[1]], [[ -f b ]], ![[c]] and [[d<em>e</em>]]</p>"
    ),
}


@pytest.mark.parametrize("html", NOTES)
def test_of_links_to_notes_a_summary_has_the_words(html):
    assert automatic_summary(html, HERE, 9).html == NOTES[html]


@pytest.mark.parametrize(
    "html",
    [
        "<p>A {% comment %}secret{% endcomment %} tide</p>",
        "<p>Use {% block a %} and {% endblock %}, or {% macro b() %} and {% endmacro %}</p>",
        "<p>The tag {% highlight a %} is for code</p>\n<p>A tide</p>",
        "<p>A {% if low %}low{% else %}high{% endif %} tide</p>",
        "<p>A {{% /lead %}}tide{{% lead %}} and {% raw %} it</p>",
        "<p>A {{&lt; lead &gt;}}tide{% endlead %} {{&lt;/* b */&gt;}}b{{&lt;/* /b */&gt;}}</p>",
        "<p>Version {{&lt; param v &gt;}} is out</p>",
        "<p>Put {{&lt; details &gt;}} and {{&lt; /details &gt;}}, or {% q %} … {% endq %} around it</p>",
        "<p>Write {{&lt; a &gt;}} &amp; {{&lt; /a &gt;}} or {{% b %}} ... {{% /b %}} there</p>",
        "<p>Put {% note() %} and {% end %}, {{&lt; end &gt;}} or {% a %} b c {% end %} around it</p>",
        "<p>{{ site.title }} is a site</p>",
        "<p><code>{% raw %}</code>\n<code>{{ x\n}}</code></p>",
        "<pre><code>{% raw %}\nimport a from 'b'\n</code></pre>",
        "<pre><code>{a}\n</code></pre>\n<pre><code>x {a} b\n</code></pre>\n<pre>{a} b</pre>",
        "<p>import taxes from China will rise</p>",
        "<p>import “taxes” rise</p>",
        "<p>export const is a word</p>",
        "<p>export default settings first</p>",
        "<p>export const x {</p>\n<p>is a word</p>",
        "<p>Words\nimport x from 'y'</p>",
        "<p>[!NOTE] is no quote</p>",
        "<p>std:::x and {a} and [b]\n) (c)</p>",
        "<ul>\n<li>{{ x }}</li>\n</ul>",
        "<div>\nThe {{ x }} of\n<code>{% x %}</code>\n</div>",
        "<p>TOC is a word</p>",
        "<ul>\n<li>one\ntwo\n{:toc}</li>\n</ul>",
        "<p>content\n{:toc} of it</p>",
        "<p>See ![[a]] there\n::1\n::a b\na ::</p>",
        "<p>&lt;&lt;&lt; HEAD</p>",
        '<p>[gallery], [caption a] and [a href="b"]\n[caption id="a"] of it[/caption] too</p>',
        "<p>From 5 %% to 10 %% of it\n&lt;a b={c}&gt; is MDX</p>",
        "<p>[https://a.example/] and\n[see https://a.example/ there]\n100%[1]\n[/a/b]</p>",
        "<p>[1]: a {{ b }}</p>",
        "<p>$$\na \\\\\nb\n$$</p>",
        "<p><code>==a==</code>, a == b == c, x==1, y==2, (==) or (==), {==a==} and ===a=== !==</p>",
        '<p><a title="==a== :b[c] ^low">a</a>, 10:b[c], ::a[b], d::e[f] and :tada:[g]</p>',
        "<p>x ^abc = 1 and x^abc</p>",
        "<p>git log main ^develop</p>",
        "<p>„==“ compares, „==“ not „===“, f(x)==0, g(x)==1, x[0]==y[0], x[1]==y[1], ä==ö, ü==ß</p>",
        "<p><code>a</code>==<code>b</code> and <code>c</code>==<code>d</code>, '1'==1, a ==b, c==d</p>",
        "<p>Type :w[rite] or :q[uit], b[:key[2]] is :is[disabled]</p>",
        "<p>Between five\n% and six, or\n% ls -l</p>",
        "<p>5\n% of it and\n[table]\nof [/b] and [/c]</p>",
        '<p>The tag {% mark %} or {% label a="b" | c {d} %} is one</p>',
        "<p><code>export default {</code></p>\n<p>A tide</p>\n<p><code>}</code></p>",
        "<p><code>import {</code></p>\n<p>A tide</p>\n<p><code>} from 'x'</code></p>",
        "<p><code>{% highlight js %}</code></p>\n<p>A tide</p>\n<p><code>{% endhighlight %}</code></p>",
        "<p>import and export (</p>\n<p>by sea\n)</p>",
        "<p>We upgraded to ^18-lts</p>",
        "<p>Roadmap for Q3\n^2024-09</p>",
        "<ul>\n<li>The regex is, e.g. ^abc-d</li>\n<li>It is ^abc-d</li>\n</ul>",
        "<p>If (a ==b and c== d)</p>",
        "<p>Write &lt;a href={url}&gt;it, or <kbd>&lt;a href={c('/d')}&gt;</kbd></p>",
        "<p>Write &lt;a href={c('/d')}&gt;it&lt;/a&gt; for a link</p>",
        "<p>&lt;Tabs value={x}&gt;</p>",
    ],
)
def test_words_that_only_look_like_it_are_kept(html):
    assert automatic_summary(html, HERE, 9).html == html


def test_lines_that_break_are_words_apart():
    found = automatic_summary("<p>Line one<br>Line <b>tw</b>o<br />three</p>", HERE, 9)
    assert found.text == "Line one Line two three"
    assert found.html == "<p>Line one<br>Line <b>tw</b>o<br>three</p>"


def test_a_written_summary_is_text():
    assert written_summary("a <b> & 'c'").html == "<p>a &lt;b&gt; &amp; 'c'</p>"
    assert written_summary("") is None
    assert written_summary(None) is None


ADDRESSES = [
    ('<p><a href="../b/#x">l</a></p>', f'href="{ROOT}news/b/#x"'),
    ('<p><a href="#part">l</a></p>', f'href="{ROOT}news/a/#part"'),
    ('<p><img src="p.png"></p>', f'src="{ROOT}news/a/p.png"'),
    ('<p><img src="https://x.example/p.png?a=1&amp;b"></p>', 'src="https://x.example/p.png?a=1&amp;b"'),
    ('<p><a href="mailto:a@b">l</a></p>', 'href="mailto:a@b"'),
    (
        '<video poster="p.png" src="v.webm"></video>x',
        f'poster="{ROOT}news/a/p.png" src="{ROOT}news/a/v.webm"',
    ),
    ('<p><img srcset="a.png 1x, ../b.png 2x">t</p>', f'srcset="{ROOT}news/a/a.png 1x, {ROOT}news/b.png 2x"'),
    (
        '<p><img srcset="https://c.example/w_1,h_2/a.jpg 1x, w_1,h_2/b.jpg 2x">t</p>',
        f'srcset="https://c.example/w_1,h_2/a.jpg 1x, {ROOT}news/a/w_1,h_2/b.jpg 2x"',
    ),
    ('<div><p><a href="../../">home</a></p></div>', f'href="{ROOT}"'),
]


@pytest.mark.parametrize(("html", "expected"), ADDRESSES)
def test_addresses_lead_where_they_led_on_the_page(html, expected):
    assert expected in marked_summary(f"{html}<!-- more -->", HERE).html


LOST = [
    '<p id="x">t</p>',
    '<p>t<a name="x"></a></p>',
    "<div><p>t</p><script>x()</script></div>",
    "<div>t<style>p{}</style></div>",
    '<div>t<iframe src="x"></iframe></div>',
    '<div>t<form><input id="x"><button>b</button></form></div>',
    '<p>t<a class="headerlink" href="#x">¶</a></p>',
    '<p>t<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>',
    '<p>t<img class="newsblog-hero" src="x"></p>',
    '<p><label for="x">t</label></p>',
    '<div>t<object data="x"></object><embed src="x"></div>',
    '<p>t<select id="x"><option>o</option></select><textarea>u</textarea></p>',
    '<p><b aria-controls="x" aria-owns="x" aria-details="x">t</b></p>',
    '<table><tr><td headers="x">t</td></tr></table>',
    "<div style={{ headers: 'x', id: 1 }}>t</div>",
    '<p>t<img src="a.png" alt="" usemap="#x"></p>',
]


@pytest.mark.parametrize("html", LOST)
def test_what_belongs_to_the_page_itself_stays_there(html):
    found = marked_summary(f"{html}<!-- more -->", HERE)
    assert found.text == "t"
    for word in (
        "id=",
        "name=",
        "for=",
        "<script",
        "<style",
        "<iframe",
        "<form",
        "¶",
        "<sup",
        "hero",
        "<object",
        "<embed",
        "<select",
        "<textarea",
        "aria-",
        "headers=",
        "usemap=",
    ):
        assert word not in found.html


PLACES = {
    '<p><a name="x"></a>t <a id="y"></a>u</p>': "<p>t u</p>",
    '<p><a id="x">t <b>u</b></a></p>': "<p>t <b>u</b></p>",
    '<p><a id="x">t<a name="y">u</a></a></p>': "<p>tu</p>",
    '<p><a class="k" id="x">t</a></p>': '<p><a class="k">t</a></p>',
    '<p><a href="/b/" id="x">t</a></p>': '<p><a href="/b/">t</a></p>',
    '<div><a name="x"></a><p>t</p></div>': "<div><p>t</p></div>",
}


@pytest.mark.parametrize("html", PLACES)
def test_a_place_to_link_to_leaves_no_link_that_leads_nowhere(html):
    for found in (marked_summary(f"{html}<!-- more -->", HERE), automatic_summary(html, HERE, 9)):
        assert found.html == PLACES[html]


MADE = {
    '<p>See <a href="{% post_url 2020-01-02-a %}">that <b>post</b></a>.</p>': "<p>See that <b>post</b>.</p>",
    '<p>See <a href="{{&lt; relref &quot;a.md&quot; &gt;}}#b" title="c">it</a></p>': "<p>See it</p>",
    '<a href="{{ site.baseurl }}/a/">t</a>': "<a>t</a>",
    '<p><a href="{filename}/a.md#b">t</a> <a href="{category}sea">u</a></p>': "<p>t u</p>",
    '<p>t<img alt="" src="../{static}/a.png"><a href="{props.url}">u</a></p>': "<p>tu</p>",
    '<p><a href="https://a.example/?b={%22c%22:1}">t</a></p>': (
        '<p><a href="https://a.example/?b={%22c%22:1}">t</a></p>'
    ),
    '<p><a href="//a.example/#/b/{c}">t</a></p>': '<p><a href="//a.example/#/b/{c}">t</a></p>',
    '<p><a href="https://api.example/{id}">t</a></p>': '<p><a href="https://api.example/{id}">t</a></p>',
    '<p><a href="{{ site.url }}/a.png"><img src="{{ site.url }}/a.png" alt="a"></a> t</p>': "<p> t</p>",
    "<p><img src=\"{{ '/a.png' | relative_url }}\"></p><p>t</p>": "<p>t</p>",
}


@pytest.mark.parametrize("html", MADE)
def test_no_card_leads_to_an_address_that_another_system_would_have_made(html):
    for found in (marked_summary(f"{html}<!-- more -->", HERE), automatic_summary(html, HERE, 9)):
        assert found.html == MADE[html]


@pytest.mark.parametrize(
    "html",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        "<iframe src=x></iframe>",
        "<form><input></form>",
        "<object></object>",
    ],
)
def test_active_content_is_no_block_of_a_summary(html):
    for found in (
        marked_summary(f"{html}<p>t</p><!-- more -->", HERE),
        automatic_summary(f"{html}<p>t</p>", HERE, 9),
    ):
        assert found.text == "t"
        assert found.html == "<p>t</p>"


@pytest.mark.parametrize(
    "html",
    [
        "<p>t<b>open</p><p>x",
        "</div></div><p>t</p>",
        "<p>t</p></body></html><p>x</p>",
        "<table><tr><td>t</table>",
        "<p>t<!-- unclosed",
        "<p>" + "<span>" * 3000 + "t",
        "<p>t &amp; &lt;b&gt; \u0000</p>",
    ],
)
def test_broken_html_makes_a_sound_summary(html):
    found = automatic_summary(html, HERE, 1)
    assert found.text.startswith("t")
    assert "</body" not in found.html
    again = automatic_summary(found.html, "", 1)
    assert again.text == found.text


def test_words_and_characters_are_counted_apart():
    assert (measure("<p>one two-three it's 3.5</p>").words, measure("<p>日本語 text</p>").characters) == (
        4,
        3,
    )
    assert measure("<p>日本語 text</p>").words == 1
    assert measure('<img src="a b c"><IMG>').pictures == 2
    assert measure("").words == 0


@pytest.mark.parametrize(
    ("html", "minutes"),
    [("", 1), ("word " * 212, 1), ("word " * 424, 2), ("字" * 1500, 3), ("<img>" * 10 + "word " * 212, 2)],
)
def test_reading_takes_at_least_a_minute(html, minutes):
    assert measure(html).minutes(212, 500) == minutes


def test_nested_parts_that_are_dropped_do_no_harm_to_the_parser():
    inner = (
        '<sup><a class="footnote-ref" href="#f">1</a></sup><form><div><input><button>b</button></div></form>'
    )
    for _ in range(300):
        found = marked_summary(f"<div>t{inner * 5}</div><!-- more -->", HERE)
        assert found.text == "t"


def test_a_picture_that_the_card_shows_is_not_shown_again():
    html = '<p><img src="pier.jpg" alt=""></p><p>Text <img src="pier.jpg" alt=""> and <img src="b.jpg"></p>'
    shown = marked_summary(html + "<!-- more -->", "news/a/", ["newsblog-root:/news/a/pier.jpg"])
    assert shown.html == '<p>Text  and <img src="newsblog-root:/news/a/b.jpg"></p>'


@pytest.mark.parametrize(
    ("around", "rest"),
    [
        ('<a href="/pier.jpg"><img src="pier.jpg" alt="A pier"></a>', ""),
        ('<a href="/a"><span> <img src="pier.jpg"> </span></a>', ""),
        ('<a href="/a"><img src="pier.jpg"> The pier</a>', '<a href="/a"> The pier</a>'),
        ('<a href="/a"><img src="pier.jpg"><img src="/b.jpg"></a>', '<a href="/a"><img src="/b.jpg"></a>'),
        ('<a href="/a"></a>', '<a href="/a"></a>'),  # as its author wrote it
        ('<p>\n<a href="/a"><img src="pier.jpg"></a></p>', ""),
        ('<figure><picture><source srcset="/p.webp"><img src="pier.jpg"></picture></figure>', ""),
        ("<figure><img src='pier.jpg'><figcaption>A</figcaption></figure>",) * 2,
        ('<ul><li><img src="pier.jpg"></li><li>Low</li></ul>', "<ul><li></li><li>Low</li></ul>"),
    ],
)
def test_what_holds_only_the_picture_of_the_card_goes_with_it(around, rest):
    html = f'<div>Text {around} and <img src="pier.jpg"> more</div><!-- more -->'
    shown = marked_summary(html, "news/a/", ["newsblog-root:/news/a/pier.jpg"])
    assert shown.html == f"<div>Text {rest} and  more</div>".replace("<img src='pier.jpg'>", "")


def test_a_picture_that_the_card_does_not_show_stays():
    html = '<p><img src="pier.jpg" alt=""></p><!-- more -->'
    assert "pier.jpg" in marked_summary(html, "news/a/", ["newsblog-root:/news/a/other.jpg"]).html


@pytest.mark.parametrize(
    "pixel",
    [
        '<img src="https://m.example/stat" width="1" height="1" alt="">',
        '<img src="x.gif" style="height: 1px; width: 2px">',
        '<img src="x.gif" height="1px">',
    ],
)
def test_a_picture_that_counts_readers_is_on_no_card(pixel):
    icon = '<img src="/i.png" width="2" height="16">'
    html = f"<p>One {pixel}{icon}</p><p>{pixel}</p>{pixel}<p><a href='/x'>{pixel}</a></p><p>Two</p>"
    for found in (marked_summary(f"{html}<!-- more -->", HERE), automatic_summary(html, HERE, 99)):
        assert found.html == f"<p>One {icon}</p>\n<p>Two</p>"


def test_a_long_paragraph_with_a_link_is_read_in_one_pass():
    text = f"<p>{'word ' * 20000}<a href='x/'>x</a></p>"
    found = marked_summary(f"{text}<!-- more -->", HERE)
    assert found is not None
    assert found.html.endswith(f'<a href="{ROOT}news/a/x/">x</a></p>')


def test_an_element_that_does_not_end_is_looked_at_in_one_pass():
    text = "&lt;a " + "={ " * 100_000
    assert marked_summary(f"<p>{text}</p><!-- more -->", HERE).text.startswith("<a ={ ={")


@pytest.mark.parametrize(
    "text",
    [
        "a\n" + "{% highlight a %} " * 20_000,
        "a\n" + "{% a() %} {{ a(text=" * 20_000,
        "a\n" + '{{ a(text="<b>' * 20_000,
        "a\n" + "{% comment %}{{&lt; highlight a &gt;}}\n" * 20_000,
        "{{% a %}} " + "<code-a>[[b]]</code-a>" * 20_000,
        "{{% a %}} " + "<pre-a>[[b]]</pre-a>" * 20_000,
    ],
    ids=["code", "Zola", "elements in Zola", "comments", "elements of apps", "others of apps"],
)
def test_what_begins_often_and_never_ends_is_read_all_the_same(text):
    """Each of these took many seconds when all that follows was read anew for each beginning."""
    found = marked_summary(f"<p>one</p><p>{text}</p><!-- more -->", HERE)
    assert found is not None
    assert found.text.startswith("one")


ENDLESS = {
    "code of Liquid": "<p>{% highlight ruby %}</p>",
    "code of Hugo": "<p>{{&lt; highlight go &gt;}}</p>",
    "a comment": "<p>{% comment %}</p>",
    "two": "<p>{% codeblock %}</p>\n<p>{% comment %}</p>",
    "one twice": "<p>{% codeblock %}</p>\n<p>{% codeblock %}</p>",
    "code above a comment": "<p>{% codeblock %}</p>\n<p>{% comment %}\nTo do.</p>\n<p>{% endcomment %}</p>",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_of_code_and_comments_that_never_end_only_the_tag_is_left_out(name):
    html = f"<p>one</p>\n{ENDLESS[name]}\n<p>two</p>"
    assert automatic_summary(html, HERE, 50).text == "one two"
    assert marked_summary(f"{html}<!-- more -->", HERE).text == "one two"


def test_code_that_ends_far_below_is_hidden_in_a_long_page():
    code = "<p>let a</p>\n" * 1_000
    html = f"<p>one</p>\n<p>{{% highlight js %}}</p>\n{code}<p>{{% endhighlight %}}</p>\n<p>two</p>"
    assert automatic_summary(html, HERE, 50).text == "one two"


def test_signs_that_open_no_tag_are_counted_in_one_pass():
    assert measure("<p>one two " + "<" * 400_000).words == 2


def test_tabs_are_shown_without_their_controls_and_done_tasks_as_done():
    extensions = {
        "pymdownx.tabbed": {"alternate_style": True},
        "pymdownx.tasklist": {"custom_checkbox": True},
    }
    source = '=== "A"\n\n    one\n\n=== "B"\n\n    two\n\n- [x] done\n\n<!-- more -->\n'
    found = marked_summary(
        Markdown(extensions=[*extensions], extension_configs=extensions).convert(source), HERE
    )
    assert found is not None
    assert found.text == "one two done"
    assert "tabbed" not in found.html
    assert found.html.count("<input") == found.html.count("checked") == 1


def test_notes_at_the_end_are_no_part_of_a_summary_and_links_that_are_made_later_are_their_words():
    html = (
        '<p>See <autoref identifier="b">the second</autoref>'
        '<sup id="r"><a class="footnote-ref" href="#n">1</a></sup>.</p>'
        '\n<div class="footnote"><hr><ol><li id="n">A note</li></ol></div>'
    )
    found = automatic_summary(html, HERE, 50)
    assert found is not None
    assert (found.html, found.text) == ("<p>See the second.</p>", "See the second.")
