"""Directives: their words, their places in a page, and what is wrong with them."""

import pytest
from markdown import Markdown

from mkdocs_newsblog.model.request import Given
from mkdocs_newsblog.read.directives.comments import fill, find_directives
from mkdocs_newsblog.read.directives.directive import parts, read_directive
from mkdocs_newsblog.read.directives.directive_places import (
    directive_places,
    place_at,
    written_directives,
)
from mkdocs_newsblog.read.directives.opening import misspelt
from mkdocs_newsblog.read.directives.request import near, read_request

EXTENSIONS = ["admonition", "attr_list", "def_list", "fenced_code", "md_in_html", "nl2br", "tables", "toc"]


def words(text):
    """The name and the pairs of a directive, and what is wrong with it as `offset: fact`."""
    faults = []
    found = read_directive(text, faults)
    return found.name.text, [(pair.key.text, pair.value.text) for pair in found.pairs], faults


@pytest.mark.parametrize(
    ("text", "name", "pairs"),
    [
        ("latest", "latest", []),
        (" latest \n limit=5\ttag=C# ", "latest", [("limit", "5"), ("tag", "C#")]),
        ('latest tag="machine learning"', "latest", [("tag", "machine learning")]),
        ('latest tag=\'a "b"\' tag="C++"', "latest", [("tag", 'a "b"'), ("tag", "C++")]),
        ("latest Tag=a=b\\c", "latest", [("tag", "a=b\\c")]),
        ("tags", "tags", []),
        ("limit=5", "", [("limit", "5")]),
        ("", "", []),
    ],
)
def test_a_directive_is_a_name_and_pairs(text, name, pairs):
    assert words(text) == (name, pairs, [])


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("latest limit = 5", 7),
        ('latest tag="a', 7),
        ("latest author=O'Brien", 7),
        ("latest tag=", 7),
        ("latest =a", 7),
    ],
)
def test_words_that_are_no_pairs_are_one_fault_at_their_place(text, at):
    faults = words(text)[2]
    assert [(fault.code, fault.at) for fault in faults] == [("list-value-invalid", at)]


def test_parts_know_where_they_stand():
    assert list(parts(Given("a, b,,c ", 10))) == [Given("a", 10), Given("b", 13), Given("c", 16)]


@pytest.mark.parametrize(
    ("text", "code", "at", "advice"),
    [
        ("latst", "list-unknown", 0, 'Did you mean "latest"?'),
        ("zzz", "list-unknown", 0, "Known here: "),
        ("", "list-unknown", 0, "Known here: archive, authors"),
        ("latest limit=5 tga=x", "list-key-unknown", 15, 'Did you mean "tag"?'),
        ("tags tag=x", "list-key-unknown", 5, "Known here: blog, exclude"),
        ("archive layout=cards", "list-key-unknown", 8, "Known here: "),
        ("latest limit=many", "list-value-invalid", 13, "Write 1 or more, or all"),
        ('latest limit="0"', "list-value-invalid", 14, "Write 1 or more, or all"),
        ("latest offset=-1", "list-value-invalid", 14, "Write 0 or more"),
        ("latest limit=99999999999", "list-value-invalid", 13, "Write 1 or more"),
        ("latest limit=٥", "list-value-invalid", 13, "Write 1 or more"),
        ("latest level=7", "list-value-invalid", 13, "Write 2 to 6"),
        ("latest sort=newset", "list-value-invalid", 12, 'Did you mean "newest"?'),
        ("latest pinned=maybe", "list-value-invalid", 14, "Known here: false, true"),
        ("latest year=2024,24", "list-value-invalid", 17, "Mend or remove it"),
        ("latest lang=de,german!", "list-value-invalid", 15, "Mend or remove it"),
        ("latest limit=1 limit=2", "list-value-invalid", 15, "Remove one of them"),
    ],
)
def test_a_mistake_is_said_at_its_place_with_advice(text, code, at, advice):
    faults = []
    read_request(read_directive(text, faults), ["topics"], faults)
    assert [(fault.code, fault.at) for fault in faults] == [(code, at)]
    assert faults[0].remedy.startswith(advice)


def test_long_names_are_compared_with_none_as_long():
    letters = [chr(0x4E00 + number) for number in range(180)]
    name, known = "".join(letters * 20), "".join(reversed(letters * 20))
    assert near(name, [known, f"{name}!"]).startswith("Known here: ")
    assert near("".join(letters[:60]), ["".join(letters[:61])]).startswith("Did you mean ")


def test_a_request_holds_values_of_their_types():
    faults = []
    text = (
        'posts tag="a b" topics=x,y tags=c year=2024,2025 pinned=FALSE limit=all offset=2 level=4 sort=title'
    )
    request = read_request(read_directive(text, faults), ["topics"], faults)
    assert faults == []
    assert {name: [given.text for given in texts] for name, texts in request.terms.items()} == {
        "tags": ["a b", "c"],
        "topics": ["x,y"],
    }
    assert (request.years, request.pinned, request.limit) == ((2024, 2025), False, None)
    assert (request.offset, request.level, request.sort) == (2, 4, "title")
    assert read_request(read_directive("latest", []), [], []).limit == 5
    loud = read_request(read_directive("posts pinned=TRUE sort=Oldest limit=ALL", faults), [], faults)
    assert (loud.pinned, loud.sort, loud.limit, faults) == (True, "oldest", None, [])


def rendered(source):
    """A page as the host renders it, its directives, and the page with a word for each."""
    html = Markdown(extensions=EXTENSIONS).convert(source)
    spots = find_directives(html)
    return spots, fill(html, spots, [f"<ul>{number}</ul>" for number in range(len(spots))])


PAGES = {
    "alone": ("<!-- newsblog: latest -->", "<ul>0</ul>"),
    "without a space": ("<!--newsblog:latest-->", "<ul>0</ul>"),
    "below a line": ("New:\n<!-- newsblog: latest -->\nafter", "<p>New:</p>\n<ul>0</ul>\n<p>after</p>"),
    "in a line": (
        "{: .x }\none <!-- newsblog: latest --> two *em*".removeprefix("{: .x }\n"),
        "<p>one</p>\n<ul>0</ul>\n<p>two <em>em</em></p>",
    ),
    "two in a line": (
        "a <!-- newsblog: latest --><!-- newsblog: tags --> b <!-- newsblog: tags -->",
        "<p>a</p>\n<ul>0</ul>\n<ul>1</ul>\n<p>b</p>\n<ul>2</ul>",
    ),
    "in items": (
        "- <!-- newsblog: latest -->\n- a\n\n    <!-- newsblog: tags -->\n",
        "<ul>\n<li><ul>0</ul></li>\n<li>\n<p>a</p>\n<ul>1</ul>\n</li>\n</ul>",
    ),
    "in a quotation": ("> <!-- newsblog: latest -->", "<blockquote>\n<ul>0</ul>\n</blockquote>"),
    "in an admonition": (
        "!!! note\n    New:\n    <!-- newsblog: latest\n    limit=2 -->",
        '<div class="admonition note">\n<p class="admonition-title">Note</p>\n'
        "<p>New:</p>\n<ul>0</ul>\n</div>",
    ),
    "in a cell": (
        "| a |\n| - |\n| <!-- newsblog: latest --> |",
        "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td><ul>0</ul></td>\n</tr>\n</tbody>\n</table>",
    ),
    "in HTML": (
        "<div markdown>\n<!-- newsblog: latest -->\n</div>\n\n"
        "<section><p>x<br/><!-- newsblog: tags --></p></section>",
        "<div>\n<ul>0</ul>\n</div>\n<section><p>x</p>\n<ul>1</ul></section>",
    ),
    "in code": (
        "`<!-- newsblog: a -->`\n\n```html\n<!-- newsblog: b -->\n```\n\n    <!-- newsblog: c -->",
        None,
    ),
    "in a script": ("<script>\n'<!-- newsblog: latest -->'\n</script>", None),
    "another comment": ("<!-- newsblog -->\n\n<!-- note newsblog: latest -->", None),
    "in a heading": ("# A <!-- newsblog: latest -->", None),
    "in emphasis": ("*a <!-- newsblog: latest --> b*", None),
    "in a term": ("a <!-- newsblog: latest -->\n:   b", None),
    "in a head of a table": ("| <!-- newsblog: latest --> |\n| - |\n| a |", None),
}


@pytest.mark.parametrize(("source", "expected"), PAGES.values(), ids=list(PAGES))
def test_a_list_stands_where_lists_may_stand_and_nothing_else_is_touched(source, expected):
    html = Markdown(extensions=EXTENSIONS).convert(source)
    assert rendered(source)[1] == (html if expected is None else expected)


@pytest.mark.parametrize(
    ("name", "sound"),
    [
        ("in code", []),
        ("in a script", []),
        ("another comment", []),
        ("in a heading", [False]),
        ("in emphasis", [False]),
    ],
)
def test_code_holds_no_directive_and_a_heading_no_list(name, sound):
    assert [spot.sound for spot in rendered(PAGES[name][0])[0]] == sound


def test_the_heading_above_gives_the_level():
    source = "<!-- newsblog: a -->\n\n# A\n\n<!-- newsblog: b -->\n\n### B\n\n- <!-- newsblog: c -->\n"
    assert [spot.level for spot in rendered(source)[0]] == [0, 1, 3]


def test_the_place_of_a_sign_is_that_in_the_file():
    source = (
        "---\ntitle: A\n---\n```\n<!-- newsblog: latest x=1 -->\n```\n`<!-- newsblog: latest x=1 -->`\n"
        "- é <!-- newsblog: latest x=1 -->\n\n!!! note\n    <!-- newsblog:\n      latest\n      x=1 -->\n"
    )
    assert str(place_at("a.md", source, None, "x", 0)) == "a.md:1:1"
    (last,) = directive_places("<!-- newsblog: latest -->", [" latest "])
    assert str(place_at("a.md", "<!-- newsblog: latest -->", last, " latest ", 8)) == "a.md:1:22"
    texts = [" latest x=1 ", "\n  latest\n  x=1 ", " gone "]
    found = directive_places(source, texts)
    places = [
        place_at("a.md", source, at, text, text.find("x")) for at, text in zip(found, texts, strict=True)
    ]
    assert [str(place) for place in places] == ["a.md:8:27", "a.md:13:7", "a.md:1:1"]


@pytest.mark.parametrize(
    "source",
    [
        "Words\n    {}\n",
        "A ` that is alone {}\n",
        "``a ` b`` {}\n",
        "`a\n{}`\n",
        "- a\n\n    {}\n",
        "!!! note\n    {}\n",
        "Term\n:   {}\n\n    {}\n",
    ],
)
def test_what_goes_on_in_words_is_no_code(source):
    written = source.replace("{}", "<!-- newsblog: latest -->")
    found = find_directives(Markdown(extensions=EXTENSIONS).convert(written))
    assert len(written_directives(written)) == len(found) == source.count("{}")


@pytest.mark.parametrize(
    "source",
    [
        *("# A\n    {}\n", "Words\n\n    {}\n", "`a\nb {}`\n", "- a\n\n---\n    {}\n"),
        *("!!! note\n        {}\n", "```\n- a\n```\n\n    {}\n", "- a\n\n```\nb\n```\n\n    {}\n"),
    ],
)
def test_code_is_told_from_what_goes_on(source):
    written = source.replace("{}", "<!-- newsblog: latest -->")
    assert find_directives(Markdown(extensions=EXTENSIONS).convert(written)) == []
    assert written_directives(written) == []


@pytest.mark.parametrize(
    ("comment", "is_meant"),
    [
        (" newsblog latest ", True),
        ("newsblog archive by=month", True),
        (" NewsBlog: Tags ", True),
        (" newsblog :authors min=2 sort='name' ", True),
        (' newsblog latest tag = "machine learning"', True),
        (" newsblog ", False),
        (" newsblog card ", False),
        (" newsbloglatest ", False),
        (" newsblogs: latest ", False),
        (" newsblog latest news are below ", False),
        (" newsblog posts: see below ", False),
        (" the newsblog latest ", False),
        (" Newsblog: write more ", False),
    ],
)
def test_a_comment_is_nearly_a_directive_only_if_all_of_it_is(comment, is_meant):
    html = f"<p>a</p>\n<!--{comment}-->\n"
    texts = [spot.text for spot in find_directives(html)]
    assert texts == [comment.lstrip()] * is_meant
    assert [given.text for given in written_directives(html)] == texts
    assert [fault.code for fault in map(misspelt, texts)] == ["list-unknown"] * is_meant


def test_pages_of_strangers_are_read_in_one_pass():
    for unclosed in (
        "<!-- newsblog latest ",
        '<!-- newsblog latest a="',
        "<!-- newsblog latest" + " a=b" * 50,
    ):
        assert find_directives(unclosed * 5000) == []
        assert directive_places(unclosed * 5000, ["a"]) == [None]
    wrong = "<p>x <!-- newsblog: latst --> `</p>\n"
    assert len(find_directives(wrong * 5000)) == 5000
    assert len(directive_places(wrong * 5000, [" latst "] * 5000)) == 5000
    assert find_directives("<!-- newsblog: " * 15000) == []
    assert directive_places("<!-- newsblog: " * 15000, ["a"]) == [None]
    deep = "<div>" * 20000 + "</b></i>" * 20000 + "<!-- newsblog: tags -->" + "<!" * 20000
    assert [spot.sound for spot in find_directives(deep)] == [True]
    assert fill("<p><!-- newsblog: a --></p", find_directives("<p><!-- newsblog: a --></p"), ["X"]) != ""


def test_white_space_beside_a_directive_is_read_in_one_pass():
    html = f"<p>a{' ' * 50000}b<br> <br/>\n<!-- newsblog: a --><BR />c{'<br>' * 5000}</p>"
    filled = fill(html, find_directives(html), ["X"])
    assert filled == f"<p>a{' ' * 50000}b</p>\nX\n<p>c</p>"
