"""The body: what is taken off it, what stays, and on which line it stands."""

from __future__ import annotations

import pytest

from tests.read.reading import codes, read

HEAD = "---\ntitle: A title\ndate: 2024-05-01\n---\n"

LEADING = [
    ("**A title**\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("*A title*\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("__A title__\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("***A Title!***\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("<strong>A title</strong>\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("\n\n**A\ntitle**\n\nText.\n", "Text.\n", ["title-repeated"]),
    ("**A title** and more\n\nText.\n", "**A title** and more\n\nText.\n", []),
    ("**Another**\n\nText.\n", "**Another**\n\nText.\n", []),
    ("A title\n\nText.\n", "A title\n\nText.\n", []),
    ("**A title**", "", ["title-repeated"]),
    ("# A title\n\nText.\n", "# A title\n\nText.\n", []),
    ("#   A *title* #\n\nText.\n", "#   A *title* #\n\nText.\n", []),
    ("# A title {#top .big}\n\nText.\n", "# A title {#top .big}\n\nText.\n", []),
    ("A title\n=======\n\nText.\n", "A title\n=======\n\nText.\n", []),
    ("# A title\n\n**A title**\n\nText.\n", "# A title\n\nText.\n", ["title-repeated"]),
    ("# Another\n\nText.\n", "# Another\n\nText.\n", []),
    ("## A title\n\nText.\n", "## A title\n\nText.\n", []),
    ("    # A title\n", "    # A title\n", []),
]


@pytest.mark.parametrize(("body", "kept", "expected"), LEADING)
def test_a_title_stands_once(body: str, kept: str, expected: list[str]) -> None:
    reading = read(HEAD + body)
    assert codes(reading) == expected
    assert reading.entry is not None
    assert reading.entry.body == kept
    assert reading.entry.title_from == "title"


@pytest.mark.parametrize("body", [body for body, *_ in LEADING if "Text." in body])
def test_what_is_said_of_the_text_is_said_at_its_line(body: str) -> None:
    text = HEAD + body.replace("Text.", "{{< odd >}}")
    [place] = [found.place for found in read(text).problems if found.code == "shortcode-kept"]
    assert text.split("\n")[place.line - 1] == "{{< odd >}}"


TITLES = [
    ("# Hello *there* #\n\nText.\n", "Hello there", "heading"),
    ("# [Link](https://x.example) and `code` <b>bold</b> {: #id }\n", "Link and code bold", "heading"),
    ("# C# and snake_case_name\n", "C# and snake_case_name", "heading"),
    ("# Research&notes of 1 &#60; 2\n", "Research&notes of 1 < 2", "heading"),
    ("# Fish &amp; `&amp;` chips\n", "Fish & &amp; chips", "heading"),
    ("# 1 \\* 2 = 2\n", "1 * 2 = 2", "heading"),
    ("Hello\n=====\n\nText.\n", "Hello", "heading"),
    ("![pic](a.png)\n\n# Later\n", "Later", "heading"),
    ("```\n# not one\n```\n\n# One\n", "One", "heading"),
    ("# Esc \\*star\\* \\_x\\_ *em*\n", "Esc *star* _x_ em", "heading"),
    ("# \\_\\_init\\_\\_ and C\\# \\<T\\>\n", "__init__ and C# <T>", "heading"),
    ("# Foot[^1][^b] note [a \\[b\\]](x.md) \\[^2]\n", "Foot note a [b] [^2]", "heading"),
    ("# Comment <!-- *c* --> x `<!-- d --> [^1]`\n", "Comment x <!-- d --> [^1]", "heading"),
    ("# ``a`b`` \\`c` &#42;d* \\{e\\}\n", "a`b `c` *d* {e}", "heading"),
    ("# <https://x.example/_a_b>\n", "https://x.example/_a_b", "heading"),
    ("# News [![a feed](i.svg)](feed.xml) ![and more][m]\n", "News a feed and more", "heading"),
    ("## Only a second\n", "Some post", "file"),
    ("#\n\nText.\n", "Some post", "file"),
]


@pytest.mark.parametrize(("body", "title", "source"), TITLES)
def test_without_a_title_the_heading_or_the_file_name_gives_it(body: str, title: str, source: str) -> None:
    for head in ("---\ndate: 2024-05-01\n---\n", ""):
        found = read(head + body, "blog/2024-05-01-some-post.md").entry
        assert found is not None
        assert (found.title, found.title_from, found.body) == (title, source, body)


HIDDEN = [
    "<!--\n# Hidden\n-->\n",
    "<!-- a\n\n```\n# Hidden\n-->\n",
    "Text.\n\n<!-- a\nHidden\n====\n-->\n",
    "<pre>\n# Hidden\n\n# Hidden\n</pre>\n",
    "  <SCRIPT type='x'>\n# Hidden\n</script >\n",
    "<style>\n# Hidden\n</style>\n",
    "<div class='a'>\n# Hidden\n</div>\n",
    "<div>\nHidden\n===\n\n",
    "{% highlight bash %}\n# Hidden\n{% endhighlight %}\n",
    "{%- highlight bash -%}\n# Hidden\n{%- endhighlight -%}\n",
    "Text. {% comment %}\n# Hidden\n{% endcomment %}\n",
    "{% codeblock lang:sh %}\n# Hidden\n{% endcodeblock %}\n",
    "{{< highlight sh >}}\n# Hidden\n{{< /highlight >}}\n",
    "```\n<!--\n```\n<!--\n# Hidden\n-->\n",
    "Text.\n\n    # Hidden\n\n\tHidden\n===\n",
    "```\na\n```\n===\n",
    "<!-- a -->\n===\n",
]


@pytest.mark.parametrize("body", HIDDEN)
def test_what_is_commented_out_or_code_is_no_heading(body: str) -> None:
    for text in (f"{body}\n# Real\n\n# Hidden\n", f"{body}\nReal\n====\n"):
        found = read(f"---\ndate: 2024-05-01\n---\n{text}").entry
        assert found is not None
        assert (found.title, found.title_from, found.body) == ("Real", "heading", text)
    alone = read(f"---\ndate: 2024-05-01\n---\n{body}", "blog/some-post.md").entry
    assert alone is not None
    assert (alone.title, alone.title_from) == ("Some post", "file")


@pytest.mark.parametrize(
    "body",
    [
        "<!-- a -->\n# Real\n",
        "<!-- never closed\n# Real\n",
        "Text <!--\n# Real\n-->\n",
        "```\n<!--\n```\n# Real\n\n-->\n",
        "{% raw %}{{ a }}{% endraw %}\n# Real\n",
        "{% raw %}\n# Real\n{% endraw %}\n",
        "Write `{% comment %}` here.\n\n# Real\n\nThen `{% endcomment %}`.\n\n# Late\n",
        "{% highlight bash %}\n# Real\n",
        '<p align="center">\n<img src="a.png">\n</p>\n# Real\n',
        "<div markdown>\n# Real\n</div>\n",
        "<div align='center'>\n\n# Real\n\n</div>\n",
        "<img src='a.png'>\n# Real\n",
        "<preface>\n# Real\n</preface>\n",
    ],
)
def test_what_is_neither_does_not_hide_a_heading(body: str) -> None:
    found = read(f"---\ndate: 2024-05-01\n---\n{body}\n# Other\n").entry
    assert found is not None
    assert (found.title, found.title_from) == ("Real", "heading")


RULES = [
    ("One.\n\nLast paragraph.\n---", "One.\n\nLast paragraph.\n", 8),
    ("One.\n\nLast paragraph.\n---\n", "One.\n\nLast paragraph.\n", 8),
    ("One.\n-----  \n\n\n", "One.\n", 6),
    ("```\ncode\n```\n\nLast.\n---", "```\ncode\n```\n\nLast.\n", 10),
    ("Last.\n\n---\n", None, 0),
    ("```\ntext\n---\n", None, 0),
    ("~~~ yaml\na: b\n---\n~~~\n", None, 0),
    ("```\ntext\n---\n```\n", None, 0),
    ("Last.\n---\n\nMore.\n", None, 0),
    ("# Heading\n---\n", None, 0),
    ("    code\n---\n", None, 0),
    ("---\n---\n", None, 0),
    ("| a |\n---\n", None, 0),
    ("---\n", None, 0),
    ("Title\n===\n---\n", None, 0),
]


@pytest.mark.parametrize(("body", "kept", "line"), RULES)
def test_a_rule_glued_under_the_last_paragraph_is_dropped_and_no_other(
    body: str, kept: str | None, line: int
) -> None:
    reading = read(HEAD + body)
    assert reading.entry is not None
    assert reading.entry.body == (body if kept is None else kept)
    assert [(found.code, found.place.line) for found in reading.problems] == (
        [("stray-rule", line)] if kept is not None else []
    )


MARKERS = [
    "<!--more-->",
    "<!-- more -->",
    "<!-- More -->",
    "<!-- more Read on -->",
    "<!-- excerpt -->",
    "<!-- excerpt-end -->",
    "<!--excerpt_end-->",
    "<!-- end excerpt -->",
    "<!-- truncate -->",
    "<!--truncate-->",
    "{/* truncate */}",
    "{/*truncate*/}",
    "<!-- TEASER_END -->",
    "<!-- TEASER_END: Read more -->",
    "<!-- read more -->",
    "<!-- PELICAN_END_SUMMARY -->",
]


@pytest.mark.parametrize("marker", MARKERS)
def test_every_excerpt_marker_becomes_one(marker: str) -> None:
    found = read(f"{HEAD}One.\n\n{marker}\n\nTwo.\n\n<!-- truncate -->\n\nThree.\n").entry
    assert found is not None
    assert found.body.count("<!-- more -->") == 1
    assert found.body.startswith("One.\n\n<!-- more -->\n\nTwo.\n\n")
    assert "truncate" not in found.body


WITHIN = [
    ("One <!--more--> two.", "One <!-- more --> two."),
    ("One<!--more-->two.", "One<!-- more -->two."),
    ("One {/* truncate */} two.", "One <!-- more --> two."),
    ("*Em start <!--more--> em end*", "*Em start <!-- more --> em end*"),
    ("One <!--more-->\ntwo.", "One <!-- more -->\ntwo."),
    ("Title <!--more--> so\n===", "Title <!-- more --> so\n==="),
    ("One <!--more--> two <!--more-->  three<!--more-->", "One <!-- more --> two three"),
    ("One.\n\n<!--more-->\n\nTwo <!--more--> three", "One.\n\n<!-- more -->\n\nTwo three"),
    ("One.\n\n<!--more-->\n\nTwo<!--more-->three", "One.\n\n<!-- more -->\n\nTwothree"),
    ("One.\n\n<!--more-->\n\nTwo  <!--more-->\nthree", "One.\n\n<!-- more -->\n\nTwo\nthree"),
    ("One. <!--more-->\n\nTwo.", "One.\n\n<!-- more -->\n\nTwo."),
    ("One <!--more-->\n- two\n- three", "One\n\n<!-- more -->\n- two\n- three"),
    ("One.<!--more-->\n| a | b |\n|---|---|", "One.\n\n<!-- more -->\n| a | b |\n|---|---|"),
    ("One <!--more-->\n---\n\nTwo.", "One\n\n<!-- more -->\n---\n\nTwo."),
    ("## One <!--more-->\nTwo.", "## One\n\n<!-- more -->\nTwo."),
    ("<!--more--> One.", "<!-- more -->\n\nOne."),
    ("<p>One.</p><!--more-->\nTwo.", "<p>One.</p>\n\n<!-- more -->\nTwo."),
    ("<div>\nOne.\n</DIV> <!--more--> Two.", "<div>\nOne.\n</DIV>\n\n<!-- more -->\n\nTwo."),
    ("<b>One</b> <!--more--> two.", "<b>One</b> <!-- more --> two."),
]


@pytest.mark.parametrize(("body", "kept"), WITHIN)
def test_a_marker_within_a_paragraph_leaves_it_whole(body: str, kept: str) -> None:
    found = read(f"{HEAD}{body}\n").entry
    assert found is not None
    assert found.body == f"{kept}\n"


BESIDE_CODE = [
    (
        "One.\n\n<!--more-->\n\nHugo has `<!--more-->`.\n",
        "One.\n\n<!-- more -->\n\nHugo has `<!--more-->`.\n",
    ),
    (
        "Hugo has `<!--more-->`. <!--more--> Two.\n",
        "Hugo has `<!--more-->`. <!-- more --> Two.\n",
    ),
    (
        "One <!-- more --> two <!-- more\nfoo --> end.\n\nThree.\n",
        "One <!-- more --> two end.\n\nThree.\n",
    ),
    ("The ` key.\n<!-- truncate -->\nAnother ` key.\n", "The ` key.\n<!-- more -->\nAnother ` key.\n"),
    ("# A ` head\n\nOne <!--more--> two `.\n", "# A ` head\n\nOne <!-- more --> two `.\n"),
    ("- a `\n- b <!--more--> c `\n", "- a `\n- b <!-- more --> c `\n"),
    ("| c <!--more--> | d |\n| e | f |\n", "| c <!-- more --> | d |\n| e | f |\n"),
    ("> a <!-- truncate --> b\n\n<!-- more -->\n", "> a <!-- more --> b\n\n\n"),
    ("A lone ` sign.\n\n<!--more-->\n\nAnother `.\n", "A lone ` sign.\n\n<!-- more -->\n\nAnother `.\n"),
    ("No \\`code <!--more--> here`.\n", "No \\`code <!-- more --> here`.\n"),
    (
        "```\na\n\nb\n```\nOne <!--more--> two.\n```\nc\n```\n",
        "```\na\n\nb\n```\nOne <!-- more --> two.\n```\nc\n```\n",
    ),
]


@pytest.mark.parametrize(("body", "kept"), BESIDE_CODE)
def test_a_marker_counts_beside_one_that_is_code(body: str, kept: str) -> None:
    found = read(HEAD + body).entry
    assert found is not None
    assert found.body == kept


OWN = [
    ("One.\n\n---\n\nTwo.\n\n---\n\nThree.\n", "One.\n\n\n<!-- more -->\n\n\nTwo.\n\n---\n\nThree.\n"),
    ("```\n---\n```\n\nOne.\n\n ---\nTwo.\n", "```\n---\n```\n\nOne.\n\n\n<!-- more -->\n\nTwo.\n"),
    ("One.\n\n- --- -\n", "One.\n\n- --- -\n"),
]


@pytest.mark.parametrize(("body", "kept"), OWN)
def test_a_line_of_the_site_s_own_ends_the_summary(body: str, kept: str) -> None:
    found = read(HEAD + body, summary={"marker": "---"}).entry
    assert found is not None
    assert found.body == kept


def test_a_post_of_jekyll_names_its_own_marker() -> None:
    block = "---\ntitle: T\ndate: 2024-05-01\nexcerpt_separator: '<!--split-->'\n---\n"
    found = read(f"{block}One.\n\n<!--split-->\n\nTwo.\n").entry
    assert found is not None
    assert found.body == "One.\n\n\n<!-- more -->\n\n\nTwo.\n"


@pytest.mark.parametrize(
    "body",
    [
        "```\n<!--more-->\n```\n",
        "    <!--more-->\n",
        "~~~~\n~~~\n<!--more-->\n~~~~\n",
        "<!-- a comment with more words -->\n",
        "<!-- moreover -->\n",
        "Put `<!--more-->` there.\n",
        "Put `<!-- more -->` there, and `` ` {/* truncate */} ` `` here.\n",
        "| `<!--more-->` | Hugo |\n|---|---|\n| `{/* truncate */}` | Docusaurus |\n",
        "A span `of two\nlines <!--more--> of` code.\n",
    ],
)
def test_a_marker_in_code_and_a_mere_comment_stay(body: str) -> None:
    found = read(HEAD + body).entry
    assert found is not None
    assert found.body == body


ALIGNED = [
    ('![](https://a.example/b.png align="center")', "![](https://a.example/b.png)"),
    (
        '[![A b](/b.png?w=1  align="left" )](c.md) ![c](d.png align="right")',
        "[![A b](/b.png?w=1)](c.md) ![c](d.png)",
    ),
    ('- a\n\n    ![](b.png align="center")', "- a\n\n    ![](b.png)"),
    *(
        (same, same)
        for same in (
            '![](b.png "align=center")',
            '[a](b.png align="center")',
            '`![](b.png align="center")`',
            '```\n![](b.png align="center")\n```',
            'Words:\n\n    ![](b.png align="center")',
            '```\n- a\n```\n\n    ![](b.png align="center")',
            'f(a align="center") ![](b.png)',
            '![](b.png) (c align="center")',
            '<img src="b.png" align="center">',
        )
    ),
]


@pytest.mark.parametrize(("written", "kept"), ALIGNED)
def test_a_picture_is_at_its_address_alone(written: str, kept: str) -> None:
    found = read(f"{HEAD}{written}\n\nText.\n")
    assert codes(found) == []
    assert found.entry is not None
    assert found.entry.body == f"{kept}\n\nText.\n"


TOLD = {
    "a picture": (
        "```{figure} a.png\n:width: 9\n\nA tide.\n```",
        "```\n{figure} a.png\n:width: 9\n\nA tide.\n```",
    ),
    "a title": ("~~~~ {note} Low water\nText.\n~~~~", "~~~~\n{note} Low water\nText.\n~~~~"),
    "one within another": (
        "````{note} A\n```{include} b.md\n```\n````",
        "````\n{note} A\n```{include} b.md\n```\n````",
    ),
    "code": ("```{code-block} python\nx = 1\n```", "```python\nx = 1\n```"),
    "code with options": (
        "```{code-cell} ipython3\n:tags: [hide]\n:name: a\n\nx = 1\n```",
        "```ipython3\n\nx = 1\n```",
    ),
    "code with a block of options": (
        "```{code-block} c++\n---\ncaption: A b\n---\nint x;\n```",
        "```c++\nint x;\n```",
    ),
    "code without a language": ("```{code} {a}\nx\n```", "```\n{code} {a}\nx\n```"),
    "in a list": ("- a\n\n  ```{image} a.png\n  ```", "- a\n\n  ```\n  {image} a.png\n  ```"),
    "in a quote": ("> ```{image} a.png\n> ```", "> ```\n> {image} a.png\n> ```"),
    "two": ("```{a} b\n```\n\nText.\n\n```{c} d\n```", "```\n{a} b\n```\n\nText.\n\n```\n{c} d\n```"),
    "no more than a name": ("```{note}\nText.\n```\n\n```{python}\nx\n```", None),
    "attributes": ("``` { .yaml .a }\nx: 1\n```\n\n```{r, echo=FALSE}\ny\n```\n\n```py {a=1} b\n```", None),
    "code of such": ("````\n```{figure} a.png\n```\n````", None),
    "between words": ("Write ```{figure} a.png``` there.", None),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_fence_that_is_told_more_than_a_name_is_one_for_the_host(name: str) -> None:
    written, kept = TOLD[name]
    found = read(f"{HEAD}{written}\n\nText.\n").entry
    assert found is not None
    assert found.body == f"{kept or written}\n\nText.\n"


def test_a_body_is_read_in_time_that_grows_with_its_length() -> None:
    for body in ("*" * 100_000, "# " + "[" * 100_000, "<!--" * 50_000, "`" * 100_000, "# " + "`a" * 50_000,
                 "a\n" * 50_000 + "---", "\n" * 100_000, "{" * 100_000, "# " + "<a" * 50_000,
                 "<!-- more " * 20_000, "`<!--more-->" * 20_000, "``` <!--more--> " * 20_000,
                 "<strong>" * 20_000, "# " + "*a" * 50_000, "![" + 'a align="left")' * 20_000,
                 "```{a} b\n" * 20_000, "```{code} a\n" + ":a:\n" * 20_000,
                 "```{code} a\n---\n" + "a:\n" * 20_000,
                 '![](a align="left")' * 20_000, "# {/*a" * 20_000, "::a\n---\n" * 10_000,
                 "```a {1" * 20_000, "```a " + "b " * 50_000 + "=",
                 "a" + " " * 200_000 + "align="):  # fmt: skip
        assert read(f"---\ndate: 2024-05-01\n---\n{body}").entry is not None
        assert read(body).entry is not None
    for opener in ("<!--\n", "<pre>\n", "<div>\n", "<div \n", "{% raw %}\n", "{% raw\n", "{% ",
                   "{{< highlight\n", "<!-- a -->\n", "<pre>\n</pre>\n", "<!--\n```\n-->\n", "```\n",
                   "{% raw %}\n<!--\n<pre>\n", "=\n", "> ", "a\n=\t", "<div\nmarkdown"):  # fmt: skip
        assert read(f"{opener * 30_000}\n\n#").entry is not None
    for space in " \t\n":
        assert read(f"{{%{space * 200_000}\n#").entry is not None
        assert read(f"<div{space * 200_000}\n#").entry is not None
        assert read(f"#{space * 200_000}\n=").entry is not None
        assert read(f"<!-- {space * 200_000}").entry is not None


UNSEEN = [
    ("## Low {/*low*/}\n\nText.\n", "## Low \n\nText.\n"),
    ("### Low *water* {/* #low-water */}  \n", "### Low *water*   \n"),
    ("::note{a}\n---\nto: /a\n\nb: c\n---\nText.\n::\n", "::note{a}\n\n\n\n\n\nText.\n::\n"),
    ("- a\n\n  :::card\n  ---\n  a: b\n  ---\n  :::\n", "- a\n\n  :::card\n\n\n\n  :::\n"),
    *(
        (same, same)
        for same in (
            "```jsx\n# a {/*a*/}\n::a\n---\nb: c\n---\n```\n",
            "# `{/*a*/}`\n\n## A {/* (b) */}\n\nText {/*low*/}\n",
            "::note\nText\n---\n\n::: tip\n---\n\nText.\n",
        )
    ),
]


@pytest.mark.parametrize(("written", "kept"), UNSEEN)
def test_names_of_headings_and_settings_of_components_are_no_text(written: str, kept: str) -> None:
    found = read(f"{HEAD}Words.\n\n{written}").entry
    assert found is not None
    assert found.body == f"Words.\n\n{kept}"


def test_a_title_has_no_comment_that_names_its_heading() -> None:
    found = read("---\ndate: 2024-05-01\n---\n\n# Low water {/*low-water*/}\n\nText.\n").entry
    assert found is not None
    assert found.title == "Low water"
