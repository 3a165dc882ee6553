"""One main heading a post, and nothing of it lost."""

import pytest

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.render.text.heading import has_heading, split_heading


def split(title, body, title_from="title"):
    return split_heading(Entry("a.md", title, title_from=title_from), body)


def test_a_title_from_front_matter_is_printed_escaped_with_an_id_of_its_own():
    heading, body, anchor = split('<b> & "q"', "<p>Text</p>")
    assert heading == '<h1 id="b-q">&lt;b&gt; &amp; &#34;q&#34;</h1>'
    assert (body, anchor) == ("<p>Text</p>", "b-q")


def test_its_id_is_one_that_the_body_does_not_have():
    _, _, anchor = split("Part", '<h2 id="part">Part</h2><h2 id="part-2">Part</h2>')
    assert anchor == "part-3"


SAME = [
    ("The title", '<h1 id="x">The title</h1>'),
    ("The title", '<h1>The <em>title</em><a class="headerlink" href="#x" title="Link">¶</a></h1>'),
    ("A & B", "<H1 class='y'>A &amp; B</H1>"),
    ("The title!", "\n<!-- c --> <h1>The Title</h1>"),
    ("日本", "<h1>日本</h1>"),
]


@pytest.mark.parametrize(("title", "opening"), SAME)
def test_a_heading_that_opens_the_body_with_the_title_is_kept_as_it_is(title, opening):
    heading, body, anchor = split(title, f"{opening}<p>Text</p>")
    assert heading.lower().startswith("<h1")
    assert heading in opening
    assert not has_heading(body)
    assert body.endswith("<p>Text</p>")
    assert anchor is None


def test_the_heading_that_gave_the_title_is_lifted_from_where_it_stands():
    heading, body, anchor = split(
        "The title", "<p><img></p>\n<h1>The <code>title</code></h1>\n<p>T</p>", "heading"
    )
    assert heading == "<h1>The <code>title</code></h1>"
    assert (body, anchor) == ("<p><img></p>\n\n<p>T</p>", None)


def test_of_several_headings_the_one_that_gave_the_title_is_lifted():
    other, own = "<h1>install it</h1>", "<h1>The <em>title</em></h1>"
    heading, body, anchor = split("The title", f"<p>a</p>{other}<p>b</p>{own}<p>c</p>", "heading")
    assert (heading, anchor) == (own, None)
    assert body == "<p>a</p><h2>install it</h2><p>b</p><p>c</p>"
    assert split("A :b:", f"{other}{own}", "heading")[0] == other


ABOVE = [
    "<p>T</p>",
    "<p><img></p>\n",
    "\n<!-- c --><p>T</p>\n<p class='a'>T</p>\n",
    '<figure>\n<p><img alt="x" src="x.png"></p>\n<figcaption>A <b>pier</b></figcaption>\n</figure>\n',
    '<div class="toc">\n<ul>\n<li><a href="#a">The title</a></li>\n</ul>\n</div>\n',
    '<div id="a" class="side toc"></div><CENTER>\n<picture><img></picture></CENTER>',
    '<div align="center"><figure><img></figure></div>\n<p>T</p>',
]


@pytest.mark.parametrize("text", ABOVE)
def test_a_title_that_text_stands_above_is_not_said_twice(text):
    heading, body, anchor = split("The title", f"{text}<h1 class='a'>The title</h1><p>More</p>")
    assert (heading, body, anchor) == ("<h1 class='a'>The title</h1>", f"{text}<p>More</p>", None)


@pytest.mark.parametrize(
    "body",
    [
        "<h1>Other</h1><p>T</p>",
        "<p>T</p><h1 class='a'>The titles</h1>",
        "<h2>First</h2><h1>The title</h1>",
        "<div class='admonition'><p>T</p><h1>The title</h1></div>",
        "<!-- <h1>The title</h1> --><p>T</p>",
        "<figure><h1>The title</h1></figure>",
        "<figure><img><h1>The title</h1>",
        '<div class="toctree"><p>T</p></div><h1>The title</h1>',
        '<div class="toc"><div><h1>The title</h1></div></div>',
        '<script>"<h1>The title</h1>"</script>',
    ],
)
def test_any_other_main_heading_goes_down_a_level(body):
    heading, rest, anchor = split("The title", body)
    assert heading == '<h1 id="the-title">The title</h1>'
    assert rest == body.replace("<h1", "<h2").replace("</h1", "</h2")
    assert anchor == "the-title"


def test_words_that_only_begin_like_a_heading_are_left_alone():
    body = "<p>&lt;h1&gt;</p><h10>x</h10><h1x>y</h1x>"
    assert split("T", body)[1] == body
    assert not has_heading(body)
    assert has_heading("<p>x</p><H1>y</H1>")


def test_a_heading_that_the_site_s_base_level_lowered_is_the_title_again():
    heading, body, anchor = split("Tide", '<h2 id="tide">Tide</h2>\n<p>Text</p>', title_from="heading")
    assert heading == '<h1 id="tide">Tide</h1>'
    assert "Tide" not in body
    assert anchor is None


def test_many_comments_before_a_heading_are_read_in_one_pass():
    body = f"{'<!-- a -->' * 5000}text<h2>Part</h2>"
    heading, rest, _ = split("Part", body, title_from="heading")
    assert heading == '<h1 id="part">Part</h1>'
    assert rest.endswith("text<h2>Part</h2>")


@pytest.mark.parametrize("tag", ["<h1>", "<h2>", "<h1 ", "<h2 "])
@pytest.mark.parametrize("end", ["Part</h3>", "Part\n</h1>\n</div>", "Part\n</h2>\n</div>"])
def test_headings_that_are_left_open_are_read_in_one_pass(tag, end):
    heading, rest, anchor = split("Part", f"<p>T</p>{tag * 30000}{end}", title_from="heading")
    assert heading.startswith("<h1")
    assert rest.startswith("<p>T</p>")
    assert anchor in (None, "part")


@pytest.mark.parametrize(
    "opener",
    [
        "<figure>",
        "<figure ",
        '<div class="toc">',
        '<div class="toc" ',
        "<div align=",
        "<div class=",
        "<p>",
        "<p><center>",
        "<!--",
        "<!-- --><p></p>",
        " ",
    ],
)
def test_what_stands_above_a_heading_is_read_in_one_pass(opener):
    heading, _, _ = split("Part", f"{opener * 30000}<h1>Part</h1>")
    assert heading.endswith("Part</h1>")


def test_tags_of_headings_that_are_left_open_are_read_in_one_pass():
    assert split("Part", f"{'<h1 ' * 30000}</h1>", title_from="heading")[2] == "part"
    assert split("Part", f"{'<h1>a</h1>' * 10000}<h1>Part</h1>", title_from="heading")[0] == "<h1>Part</h1>"


def test_an_id_is_free_beside_thousands_that_are_not():
    body = "".join(f'<p id="part-{number}"></p>' for number in range(2, 30000)) + '<p id="part"></p>'
    assert split("Part", body)[2] == "part-30000"


@pytest.mark.parametrize(
    "inner",
    [
        '<a class="headerlink">' * 60000,
        "<" * 200_000,
        "<a " * 80000,
        "<a " + 'class="headerlink" ' * 40000 + "><b>x</b>",
    ],
)
def test_marks_in_a_heading_that_never_close_are_read_in_one_pass(inner):
    body = f"<h1>Part{inner}</h1>"
    assert split("Part", body)[0].startswith("<h1")
