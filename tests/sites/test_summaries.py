"""Texts of cards in whole sites: where they come from, and that nothing of them breaks a listing."""

import pytest

from tests.sites.test_listings import post, site_of

MARKDOWN = {"markdown_extensions": ["admonition", "attr_list", "footnotes", "tables", "toc", "fenced_code"]}


def test_titles_only_where_no_source_is_allowed(drawn):
    posts = {"news/a.md": post("A", "2024-01-02", "One.\n\n<!-- more -->\n", summary="S", description="D")}
    page = site_of(drawn, posts, {"dir": "news", "summary": {"from": []}}).build().page("news/")
    assert page.texts(".newsblog-card__title") == ["A"]
    assert page.select(".newsblog-card__summary") == []


NEEDED = {
    "neither": (post("A", "2024-01-02", "Text.\n"), {}, 1),
    "a marker in code only": (post("A", "2024-01-02", "```\n<!-- more -->\n```\n"), {}, 1),
    "a marker": (post("A", "2024-01-02", "Text.\n\n{/* truncate */}\n\nMore.\n"), {}, 0),
    "a summary": (post("A", "2024-01-02", summary="S"), {}, 0),
    "a description": (post("A", "2024-01-02", description="D"), {}, 0),
    "a description that does not count": (
        post("A", "2024-01-02", description="D"),
        {"from": ["marker", "summary", "auto"]},
        1,
    ),
    "a draft": (post("A", "2024-01-02", draft="true"), {}, 0),
}


@pytest.mark.parametrize("name", NEEDED)
def test_a_site_may_demand_summaries_of_its_authors(drawn, name):
    text, options, faults = NEEDED[name]
    site = site_of(drawn, {"news/a.md": text}, {"dir": "news", "summary": {"required": True} | options})
    built = site.build()
    said = [text for text in built.errors if "[summary-missing]" in text]
    assert (len(said), built.exit_code) == (faults, faults)
    assert all("news/a.md:1:1: summary: " in text for text in said)


ADVICE = {
    "by default": (
        {},
        "Put a line <!-- more --> behind the first paragraph, or add summary to the front matter.",
    ),
    "no marker": (
        {"from": ["description", "summary", "auto"]},
        "Add description to the front matter, or add summary to the front matter.",
    ),
    "a marker alone": ({"from": ["marker", "auto"]}, "Put a line <!-- more --> behind the first paragraph."),
    "nothing": ({"from": ["auto"]}, "Add summary to the option summary.from."),
}


@pytest.mark.parametrize("name", ADVICE)
def test_what_an_author_is_asked_for_is_what_the_site_reads(drawn, name):
    options, advice = ADVICE[name]
    text = post("A", "2024-01-02")
    site = site_of(drawn, {"news/a.md": text}, {"dir": "news", "summary": {"required": True} | options})
    (said,) = [text for text in site.build().errors if "[summary-missing]" in text]
    assert said.endswith(f"{advice} [summary-missing]")


INLINE = [
    "*Em start{} em end.*",
    "One [a{} b](b.md) two.",
    "One{}\ntwo.",
    "- One{} two\n- three",
    "# Head{} x\n\nOne.",
]


@pytest.mark.parametrize("text", INLINE)
def test_a_page_reads_as_if_a_marker_within_its_text_were_not_there(drawn, text):
    posts = {f"news/{name}.md": post(name.upper(), "2024-01-02", text.format("")) for name in "ab"}
    plain = site_of(drawn, posts).build().page("news/a/")
    posts["news/a.md"] = post("A", "2024-01-02", text.format(" <!--more-->"))
    marked = site_of(drawn, posts).build().page("news/a/")
    body = marked.one(".newsblog-post__body").html
    assert "<!-- more -->" in body
    assert "".join(body.replace(" <!-- more -->", "").split()) == "".join(
        plain.one(".newsblog-post__body").html.split()
    )


def test_a_summary_ends_within_the_paragraph_that_a_marker_is_in(drawn):
    posts = {"news/a.md": post("A", "2024-01-02", "*Em start <!--more--> em end*\n\nMore.")}
    built = site_of(drawn, posts).build()
    [summary] = built.page("news/").select(".newsblog-card__summary")
    assert (summary.content, "<em>Em start" in summary.html) == ("Em start", True)
    assert built.page("news/a/").text(".newsblog-post__body em") == "Em start em end"


def test_a_written_summary_may_hold_inline_markdown_and_nothing_else(drawn):
    said = '"**hour** by `hour`, [log](https://l.example), [part](b.md) <script>x()</script> 1 < 2"'
    built = site_of(drawn, {"news/a.md": post("A", "2024-01-02", summary=said)}).build()
    summary = built.page("news/").one(".newsblog-card__summary")
    assert summary.content == "hour by hour, log, part <script>x()</script> 1 < 2"
    assert [summary.texts(tag) for tag in ("strong", "code", "a", "script")] == [
        ["hour"],
        ["hour"],
        ["log"],
        [],
    ]
    assert 'content="hour by hour, log, part' in built.page("news/a/").raw


TAGS = {
    "look": ("<p>One<br />two <small class='a'>th<b onclick=x()>re</b>e</small></p>", "One two three"),
    "HTML": ("One <b>two</b> three <script>4</script> <T>",) * 2,
}


@pytest.mark.parametrize(("said", "told"), TAGS.values(), ids=TAGS)
@pytest.mark.parametrize("key", ["summary", "excerpt", "description"])
def test_tags_in_what_an_author_wrote_are_told_nowhere_but_in_a_text_about_them(drawn, key, said, told):
    text = post("A", "2024-01-02", **{key: f'"{said}"'})
    built = site_of(drawn, {"news/a.md": text}, config={"site_url": "https://example.org/"}).build()
    assert built.ok, built
    assert built.page("news/").text(".newsblog-card__summary") == told
    assert built.page("news/a/").one('meta[name="description"]')["content"] == told
    assert built.page("news/a/").one('meta[property="og:description"]')["content"] == told
    for path in ("news/feed.xml", "news/atom.xml", "news/feed.json"):
        assert "One " in built.text(path)
        assert "onclick" not in built.text(path)
        assert "<script>" not in built.text(path) or path.endswith(".json")


BODIES = {
    "footnote": "Said.[^1]\n\n[^1]: By whom.\n",
    "heading": "# Part {#part}\n\nUnder [it](#part) {#here}\n",
    "link": "See [that](table.md), ![pic](p.png) and <a href='../index.md'>raw</a>.\n",
    "code": "```python\nfor wave in tide:\n\n    print(wave)\n```\n\nAfter.\n",
    "table": "| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n\nAfter.\n",
    "admonition": '!!! note "Mind"\n    One.\n\n    Two.\n\nAfter.\n',
    "list": "- One\n\n    Deeper [x](code.md)\n\n- Two\n\nAfter.\n",
    "quote": "> One\n>\n> <!-- not a marker -->\n>\n> Two\n\nAfter.\n",
    "html": "<div id='d' markdown='0'><p id='e'>Raw</p></div>\n\nAfter.\n",
}


@pytest.mark.parametrize("words", [1, 50])
@pytest.mark.parametrize("marker", ["", "\n<!-- more -->\n\nHidden.\n"])
def test_summaries_leave_a_listing_sound(drawn, words, marker):
    posts = {
        f"news/{name}.md": post(name, f"2024-01-{number + 1:02}", body + marker)
        for number, (name, body) in enumerate(BODIES.items())
    }
    newsblog = {"dir": "news", "summary": {"words": words}, "images": {"discover": []}}
    site = site_of(drawn, posts, newsblog, MARKDOWN)
    site.draw("docs/\n  news/\n    p.png\n")
    built = site.build(strict=False)
    assert built.exit_code == 0, built
    page = built.page("news/")
    cards = {card.text(".newsblog-card__title"): card for card in page.select(".newsblog-card")}
    assert set(cards) == set(BODIES)
    assert built.duplicate_ids() == {}
    assert page.select(".newsblog-card [id], .newsblog-card sup, .newsblog-card a a, .newsblog-card h1") == []
    assert [link for link in built.broken_links() if "index.md" not in link] == []  # the author's own
    assert "Hidden" not in page.raw
    assert cards["code"].one("pre").node.text().strip() == "for wave in tide:\n\n    print(wave)"
    assert len(cards["table"].select("tr")) == 3
    assert cards["admonition"].texts(".admonition > p") == ["Mind", "One.", "Two."]
    items = ["One", "Deeper x", "Two"]
    assert cards["list"].texts("li > p") == (items if marker or words == 50 else items[:2])


FOREIGN = """import Tabs from "@theme/Tabs";

{{< youtube abc >}}

{% include toc.html %}

{/* not
   to see */}

export const Mark = ({children}) => (
  <b>{children}</b>
);

:::info
A *tide*.
:::

> [!NOTE]
> A storm.
"""


@pytest.mark.parametrize("more", ["", "\n<!-- more -->\n\nHidden.\n"])
def test_what_another_system_would_have_run_is_told_nowhere_but_on_the_page(drawn, more):
    posts = {"news/a.md": post("A", "2024-01-02", FOREIGN + more), "home.md": "<!-- newsblog: latest -->\n"}
    newsblog = {"dir": "news", "feeds": {"content": "summary"}}
    built = site_of(drawn, posts, newsblog, {"site_url": "https://example.org/"}).build()
    page = built.page("news/a/")
    for url in ("news/", "home/"):
        assert built.page(url).text(".newsblog-card__summary") == "A tide. A storm.", url
    for css in ('meta[name="description"]', 'meta[property="og:description"]'):
        assert page.values(css, "content") == ["A tide. A storm."], css
    for feed in ("news/feed.xml", "news/atom.xml", "news/feed.json"):
        assert "storm" in built.text(feed)
        assert not any(sign in built.text(feed) for sign in ("import", "youtube", "toc.html", ":::", "[!"))
    shown = page.text("body")
    said = (
        'import Tabs from "@theme/Tabs";',
        "{{< youtube abc >}}",
        "{% include toc.html %}",
        "not",
        ":::info",
    )
    assert all(words in shown for words in (*said, "[!NOTE]", "export const Mark"))


MYST = """```{figure} a.png
:width: 9

Low water.
```

## At noon

A tide, see {doc}`the guide <guide>`.

```{code-block} python
:linenos:
x = 1
```

> A storm.

```{note} Mind
Stay away.
```
"""


@pytest.mark.parametrize(
    "extensions", [[], ["pymdownx.superfences", "pymdownx.highlight"]], ids=["own", "more"]
)
@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_directives_of_myst_are_code_and_what_stands_between_them_is_text(drawn, theme, extensions):
    newsblog = {"dir": "news", "problems": {"shortcode-kept": "ignore"}}
    options = {"theme": {"name": theme}, "markdown_extensions": extensions}
    built = site_of(drawn, {"news/a.md": post("A", "2024-01-02", MYST)}, newsblog, options).build()
    page = built.page("news/a/")
    assert page.text("h2#at-noon").startswith("At noon")
    figure, code, note = (each.node.text().split("\n", 1) for each in page.select(".newsblog-post pre code"))
    assert (figure[0], note[0]) == ("{figure} a.png", "{note} Mind")
    assert "Low water." in figure[1]
    assert code == ["x = 1", ""]
    assert built.page("news/").text(".newsblog-card__summary") == "A tide, see the guide. x = 1 A storm."


LENGTHS = {
    "Chinese, a character each": ("天气" * 60 + "。\n\n第二段。\n", 100, "天气" * 60 + "。 第二段。"),
    "Chinese, enough in one": ("天气" * 60 + "。\n\n第二段。\n", 50, "天气" * 60 + "。"),
    "Persian": ("هوا خوب است.\n\nدریا آرام است.\n", 3, "هوا خوب است."),
    "Hebrew": ("מזג האוויר יפה.\n\nהים שקט.\n", 4, "מזג האוויר יפה. הים שקט."),
}


@pytest.mark.parametrize("name", LENGTHS)
def test_words_of_every_script_are_counted(drawn, name):
    body, words, wanted = LENGTHS[name]
    newsblog = {"dir": "news", "summary": {"words": words}}
    page = site_of(drawn, {"news/a.md": post("A", "2024-01-02", body)}, newsblog).build().page("news/")
    assert page.text(".newsblog-card__summary") == wanted


READING = {
    "a short one": ("word\n", {}, {}, "1 min read"),
    "words": ("word " * 640 + "\n", {}, {}, "3 min read"),
    "words at another speed": ("word " * 640 + "\n", {}, {"words_per_minute": 64}, "10 min read"),
    "characters": ("天" * 2000 + "\n", {}, {}, "4 min read"),
    "characters at another speed": ("天" * 2000 + "\n", {}, {"characters_per_minute": 200}, "10 min read"),
    "both": ("天" * 1000 + " " + "word " * 424 + "\n", {}, {}, "4 min read"),
    "code counts": ("```\n" + "word word\n" * 320 + "```\n", {}, {}, "3 min read"),
    "pictures count": ("![a](p.png) " * 10 + "word " * 212, {}, {}, "2 min read"),
    "what the author says": ("word " * 640 + "\n", {"readtime": "9"}, {}, "9 min read"),
    "in the words of others": ("word\n", {"duration": "10min"}, {}, "10 min read"),
}


def test_a_reading_time_is_that_of_what_readers_see_or_what_the_author_says(drawn):
    for options in ({}, {"words_per_minute": 64}, {"characters_per_minute": 200}):
        rows = {name: row for name, row in READING.items() if row[2] == options}
        posts = {
            f"news/p{number}.md": post(name, "2024-01-02", row[0], **row[1])
            for number, (name, row) in enumerate(rows.items())
        }
        site = site_of(drawn, posts, {"dir": "news"} | options, {"markdown_extensions": ["fenced_code"]})
        site.draw("docs/\n  news/\n    p.png\n")
        page = site.build().page("news/")
        shown = {
            card.text(".newsblog-card__title"): card.text(".newsblog-minutes")
            for card in page.select(".newsblog-card")
        }
        assert shown == {name: row[3] for name, row in rows.items()}


COUNTING = """
from pathlib import Path
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

class Counting(Preprocessor):
    def run(self, lines):
        with Path(__file__).with_name("converted.txt").open("a", encoding="utf-8") as record:
            record.write(" ".join(line for line in lines if "needle" in line) + "\\n")
        return lines

class Extended(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Counting(md), "counting", 100)

def makeExtension(**options):
    return Extended(**options)
"""


def test_each_page_is_converted_from_markdown_once_and_listings_never(drawn, monkeypatch):
    posts = {
        f"news/p{number}.md": post(
            f"P{number}", f"2024-01-{number + 1:02}", f"needle{number}\n\n<!-- more -->\n\nmore\n",
            tags="[a, b]", series="S", author="Ana", summary="'**needle** in front matter'",
        )
        for number in range(8)
    }  # fmt: skip
    newsblog = {"dir": "news", "index": {"per_page": 3}, "feeds": {"content": "full"}}
    config = {"markdown_extensions": ["counting_needles"], "site_url": "https://example.org/"}
    site = site_of(drawn, posts | {"news/index.md": "# News\n\nneedle of the index\n"}, newsblog, config)
    site.write("counting_needles.py", COUNTING)
    monkeypatch.syspath_prepend(str(site.root))
    built = site.build()
    assert built.ok, built
    assert len(built.urls()) > 20
    converted = sorted(site.read("converted.txt").splitlines())
    assert converted == sorted(["", "needle of the index", *(f"needle{number}" for number in range(8))])


def test_a_long_first_block_ends_and_marked_parts_keep_their_headings(drawn):
    items = "".join(f"- Item {number} has [a link](b.md) in it\n" for number in range(200))
    marked = (
        "Said.\n\n## Part one {#x}\n\nIt.\n\n# a title!\n\nThat.\n\n<!-- more -->\n\n## Part two\n\nHidden.\n"
    )
    posts = {
        "news/list.md": post("List", "2024-01-03", items),
        "news/b.md": post("A title", "2024-01-02", marked),
        "news/long.md": post("Long", "2024-01-01", "A sentence of five words. " * 300),
    }
    built = site_of(drawn, posts, config=MARKDOWN | {"site_url": "https://example.org/"}).build()
    assert built.ok, built
    page = built.page("news/")
    cards = {card.text(".newsblog-card__title"): card for card in page.select(".newsblog-card")}
    assert len(cards["List"].select(".newsblog-card__summary li")) == 8
    assert cards["Long"].text(".newsblog-card__summary") == " ".join(["A sentence of five words."] * 10)
    assert cards["A title"].texts(".newsblog-card__summary > p > strong") == ["Part one"]
    said = built.page("news/b/").values('meta[name="description"]', "content")
    assert said == ["Said. Part one It. That."]
