"""Where automatic summaries end in long blocks, and at headings."""

import re

import pytest

from mkdocs_newsblog.read.html.content import automatic_summary, marked_summary

HERE = "news/a/"


def words(number, first=0):
    return " ".join(f"w{each}" for each in range(first, first + number))


def summary(html, limit=10):
    found = automatic_summary(html, HERE, limit)
    assert found.has_more
    return found.html


def test_the_mark_of_a_footnote_hides_no_end_of_a_sentence():
    mark = '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>'
    html = f"<p>Aa bb cc dd ee ff gg.{mark} Zz {words(40)}</p>"
    assert summary(html).startswith("<p>Aa bb cc dd ee ff gg.")
    assert "Zz" not in summary(html)


def test_a_block_that_is_not_much_too_long_stays_whole():
    for html in (f"<p>{words(30)}</p>", f"<ul><li>{words(30)}</li></ul>", f"<p>{'天' * 60}</p>"):
        assert summary(html) == html
        assert summary(f"{html}<p>x</p>") == html
    assert summary(f"<p>{words(31)}</p>") == f"<p>{words(10)}…</p>"


ENDS = {
    "the nearest sentence": ("Aa bb cc. Dd ee ff gg hh. Ii jj kk ll mm.", "Aa bb cc. Dd ee ff gg hh."),
    "a sentence behind": ("Aa bb cc dd ee. Ff gg hh ii jj kk.", "Aa bb cc dd ee. Ff gg hh ii jj kk."),
    "a question": ("Aa bb cc dd ee ff gg?", "Aa bb cc dd ee ff gg?"),
    "a quoted sentence": ("He said: “Aa bb cc dd ee!”", "He said: “Aa bb cc dd ee!”"),
    "an emphasised sentence": ("<b>Aa bb cc dd ee ff.</b>", "<b>Aa bb cc dd ee ff.</b>"),
    "titles in Spanish": (
        "Aa bb cc dd ee El Sr. Lee y la Sra. Lee.",
        "Aa bb cc dd ee El Sr. Lee y la Sra. Lee.",
    ),
    "initials and titles": ("Aa bb cc dd ee by Mr. J. K. Lee.", "Aa bb cc dd ee by Mr. J. K. Lee."),
    "abbreviations": ("Aa bb cc dd ee ff, e.g. ii jj", "Aa bb cc dd ee ff, e.g. ii jj Zz…"),
    "a day of a month": ("Aa bb cc dd ee ff gg am 1. Mai", "Aa bb cc dd ee ff gg am 1. Mai…"),
    "a figure": ("Aa bb cc dd ee ff gg hh Fig. 3", "Aa bb cc dd ee ff gg hh Fig. 3…"),
    "French quotes": ("Aa bb cc « Dd ee ff gg\u00a0!\u00a0»", "Aa bb cc « Dd ee ff gg&nbsp;!&nbsp;»"),
    "a version": ("Aa bb cc dd ee ff gg 1.2 hh", "Aa bb cc dd ee ff gg 1.2 hh Zz…"),
    "a sentence that is too short": ("Aa bb. Cc dd ee ff gg hh ii jj", "Aa bb. Cc dd ee ff gg hh ii jj…"),
    "a comma": ("aa bb cc dd ee ff gg hh ii jj,", "aa bb cc dd ee ff gg hh ii jj…"),
    "signs": ("a &lt; b &amp; c d e f g h i j k", "a &lt; b &amp; c d e f g h i j…"),
}


@pytest.mark.parametrize("name", ENDS)
def test_a_long_paragraph_ends_with_a_sentence_or_a_word(name):
    text, kept = ENDS[name]
    assert summary(f"<p>{text} Zz {words(90)}</p>") == f"<p>{kept}</p>"
    assert summary(f"<ul><li>{text} Zz {words(90)}</li></ul>") == f"<ul><li>{kept}</li></ul>"


ELEMENTS = {
    "a link": f'<a href="https://e.example/">{words(9)}. D e</a>',
    "code": "<code>a. B c. D e f g h i j k</code>",
    "a ruby": "<ruby>漢<rt>kan a. B</rt></ruby>",
    "a formula": '<span class="arithmatex">\\(a b. C d e f g h i\\)</span>',
    "maths": "<math><mi>a. B</mi><mi>c d e f g h i j</mi></math>",
    "a formula of signs": "$a b c d. E f g h i j$",
    "a formula in brackets": "\\(a b c. D e f g h i j\\)",
}


@pytest.mark.parametrize("name", ELEMENTS)
def test_no_element_and_no_formula_is_cut(name):
    element = ELEMENTS[name]
    for before in range(1, 12):
        found = summary(f"<p>{words(before)} {element} {words(90)}</p>")
        assert element in found or found == f"<p>{words(min(before, 10))}…</p>"
        assert found.endswith("…</p>")


def test_a_paragraph_within_one_element_is_cut_in_it():
    assert summary(f"<p><em><b>{words(90)}</b></em></p>") == f"<p><em><b>{words(10)}…</b></em></p>"
    whole = f'<p><span class="x">{words(90)}</span></p>'
    assert summary(whole) == whole


SCRIPTS = {
    "Japanese": ("今日は天気がとても良いです。" * 30, "今日は天気がとても良いです。" * 2),
    "Japanese, no sentence": ("天気、" * 80, "天気、" * 9 + "天気…"),
    "Chinese and a quote": ("他说“天气很好天气很好天气。”" * 30, "他说“天气很好天气很好天气。”" * 2),
    "Hindi": ("यह हिन्दी का वाक्य है। " * 30, "यह हिन्दी का वाक्य है। यह हिन्दी का वाक्य है।"),
    "Arabic": ("هذا نص طويل، " * 30, "هذا نص طويل، هذا نص طويل، هذا نص طويل، هذا…"),
    "Urdu": ("یہ ایک جملہ ہے۔ " * 30, "یہ ایک جملہ ہے۔ یہ ایک جملہ ہے۔"),
    "Hebrew": ("זה משפט קצר. " * 30, "זה משפט קצר. זה משפט קצר. זה משפט קצר."),
    "Khmer": ("ថ្ងៃ នេះ យើង មាន សេចក្តី។ " * 30, "ថ្ងៃ នេះ យើង មាន សេចក្តី។"),
    "Tibetan": ("བཀྲ་ཤིས། བདེ་ལེགས། " * 30, "བཀྲ་ཤིས། བདེ་ལེགས། བཀྲ་ཤིས།"),
    "Amharic questions": ("ሰላም እንዴት ነህ ወንድም ጋሼ፧ " * 30, "ሰላም እንዴት ነህ ወንድም ጋሼ፧ ሰላም እንዴት ነህ ወንድም ጋሼ፧"),
    "accents of their own": ("e\u0301te\u0301 " * 40, "e\u0301te\u0301 " * 9 + "e\u0301te\u0301…"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_texts_of_every_script_end_with_a_sentence_or_a_word(name):
    text, kept = SCRIPTS[name]
    assert summary(f'<p dir="auto">{text}</p>') == f'<p dir="auto">{kept}</p>'


def test_thai_ends_at_a_space():
    text = "วันนี้อากาศดีมาก ไปเที่ยวทะเลกัน " * 30
    found = summary(f"<p>{text}</p>")
    assert re.fullmatch("<p>(วันนี้อากาศดีมาก ไปเที่ยวทะเลกัน ?){1,3}(วันนี้อากาศดีมาก)?…</p>", found)


def item(number):
    return f"<li>{words(4, number * 4)}</li>"


def test_words_before_a_list_in_an_item_stay_before_it():
    inner = "".join(map(item, range(9)))
    found = summary(f"<ul><li>Loose <b>words</b> first<ul>{inner}</ul></li></ul>")
    assert found == f"<ul><li>Loose <b>words</b> first<ul>{''.join(map(item, range(2)))}</ul></li></ul>"


def test_a_list_ends_between_items_and_a_quote_between_its_blocks():
    items = "".join(map(item, range(9)))
    kept = "".join(map(item, range(3)))
    assert summary(f'<ol start="3">\n{items}</ol>') == f'<ol start="3">{kept}</ol>'
    paragraphs = "".join(f"<p>{words(4)}</p>\n" for _ in range(9))
    assert summary(f"<blockquote>\n{paragraphs}</blockquote>").count("<p>") == 3
    assert summary(f"<ul>{items}</ul>", 36) == f"<ul>{items}</ul>"
    terms = "".join(f"<dt>{words(5)}</dt><dd>{words(4)}</dd>" for _ in range(9))
    assert summary(f"<dl>{terms}</dl>").count("<dt>") == summary(f"<dl>{terms}</dl>").count("<dd>") == 2


def test_lists_in_items_and_blocks_in_boxes_are_cut_where_they_are_much_too_long():
    items = "".join(map(item, range(9)))
    kept = "".join(map(item, range(2)))
    html = f"<ul><li><p>a b</p><ul>{items}</ul></li><li>z</li></ul>"
    assert summary(html) == f"<ul><li><p>a b</p><ul>{kept}</ul></li></ul>"
    assert (
        summary(f"<ul><li>a b<ul>{items[:60]}</ul></li></ul>").count("<li>") == items[:60].count("<li>") + 1
    )
    box = f'<div class="admonition note"><p class="admonition-title">{words(10)}</p><p>One</p>'
    assert summary(f"{box}<p>{words(40)}</p></div>") == f"{box}</div>"
    assert summary(f"{box}<p>{words(9)}</p></div>") == f"{box}<p>{words(9)}</p></div>"


@pytest.mark.parametrize(
    "html",
    [
        f"<pre><code>{words(99)}</code></pre>",
        f'<div class="highlight"><pre>{words(99)}</pre></div>',
        f"<table><tr><td>{words(99)}</td></tr></table>",
        f'<div class="arithmatex">\\[{"x" * 500}{words(99)}\\]</div>',
        f'<div class="big mermaid">{words(99)}</div>',
        f'<p><a href="https://e.example/">{words(99)}</a></p>',
    ],
)
def test_code_tables_formulas_and_links_stay_whole(html):
    assert "w98" in summary(f"{html}<p>x</p>")


CELL = "<td><pre>{}</pre></td>".format("a\n" * 40)
NUMBERED = f"<table><tbody><tr>{CELL}{CELL}</tr></tbody></table>"
ENDLESS = {
    "code": f"<pre><code>{words(151)}</code></pre>",
    "lines of code": '<div class="highlight"><pre><code>{}</code></pre></div>'.format("a\n" * 31),
    "a table": f"<table><tbody>{'<tr><td>a b c d e f</td></tr>' * 26}</tbody></table>",
    "rows of a table": f"<div><table><tbody>{'<tr><td>1</td></tr>' * 31}</tbody></table></div>",
    "code in a list": f"<ul><li><p>See:</p><pre>{words(151)}</pre></li></ul>",
    "code with numbers in a list": f"<ol><li>See:{NUMBERED}</li></ol>",
}

AROUND = {
    "code in a list": "<ul><li><p>See:</p></li></ul>",
    "code with numbers in a list": "<ol><li>See:</li></ol>",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_code_and_tables_that_fill_a_screen_are_no_part_of_a_summary(name):
    html = ENDLESS[name]
    assert summary(f"<p>One.</p>{html}<p>Two.</p>") == "<p>One.</p>"
    assert summary(f"{html}<p>Two.</p>") == "<p>Two.</p>"
    alone = automatic_summary(html, HERE, 10)
    assert (alone and alone.html) == AROUND.get(name)
    assert automatic_summary(f"<p>One.</p>{html}", HERE, 200).html == f"<p>One.</p>\n{html}"


def test_blocks_before_count():
    assert summary(f"<p>{words(6)}</p>\n<p>{words(90)}</p>") == f"<p>{words(6)}</p>\n<p>{words(4)}…</p>"


def test_an_automatic_summary_ends_before_a_heading_that_comes_after_text():
    html = "<h2>A</h2><ul><li>a b c d</li></ul><h3>B</h3><ul><li>b</li></ul>"
    assert summary(html) == "<ul><li>a b c d</li></ul>"
    long = "<p>a b c d</p>\n<h2>B</h2>\n" + "<p>b</p>\n" * 2000
    assert summary(long) == "<p>a b c d</p>"
    assert summary(f"<blockquote><p>a</p><h2>B</h2><p>{words(20)}</p></blockquote>") == (
        "<blockquote><p>a</p></blockquote>"
    )


def test_few_words_above_a_heading_are_no_summary():
    contents = f'<div class="toc"><ul><li>{words(20)}</li></ul></div>'
    for above in ("<p>Hi!</p>", "<figure><img src='a.png'><figcaption>By A</figcaption></figure>"):
        text = f"<p>{words(12)}</p>"
        assert summary(f"{contents}{above}<h2>B</h2>{text}<p>x</p>").endswith(text)


def test_a_marked_summary_keeps_the_words_of_its_headings():
    html = (
        '<h2 id="t">The <em>title</em>!<a class="headerlink" href="#t">¶</a></h2><p>a</p>'
        '<h2 id="b">B <code>c</code><a class="headerlink" href="#b">¶</a></h2><p>b</p>'
        '<h3 id="t2">The title</h3><h2></h2><p>c</p><!-- more -->'
    )
    found = marked_summary(html, HERE, title="The title")
    assert found.html.splitlines() == [
        "<p>a</p>",
        "<p><strong>B <code>c</code></strong></p>",
        "<p>b</p>",
        "<p><strong>The title</strong></p>",
        "<p>c</p>",
    ]
    assert found.text == "a B c b The title c"


@pytest.mark.parametrize(
    "text",
    ["a " + "." * 200_000, "a" + " (" * 90_000, "$a " * 90_000, "\\(a " * 90_000, "<b>.</b> " * 40_000],
)
def test_hostile_texts_are_cut_in_one_pass(text):
    assert len(summary(f"<p>{words(20)} {text} {words(50)}</p>")) < 500_000


def test_blocks_deep_within_others_do_no_harm():
    for start in ("<blockquote>", "<ul><li>", "<div>"):
        assert "w0" in summary(start * 2000 + f"<p>{words(90)}</p>")
    assert "w0" in summary("<p>" + "<em>" * 2000 + words(90))
