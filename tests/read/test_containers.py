"""Containers: which lines of a file are front matter, and that none of them becomes text."""

from __future__ import annotations

import re

import pytest

from mkdocs_newsblog.model.names import Severity, Status
from tests.read.reading import codes, read

MEANING = ("A title", "2024-05-01", ("a", "b"), "Body.\n")

CONTAINERS = [
    "---\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n---\nBody.\n",
    "---\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n...\nBody.\n",
    "---  \ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n---\t\n\n\nBody.\n",
    "----\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n----\nBody.\n",
    "\ufeff---\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n---\nBody.\n",
    "---\r\ntitle: A title\r\ndate: 2024-05-01\r\ntags: [a, b]\r\n---\r\nBody.\r\n",
    "---\rtitle: A title\rdate: 2024-05-01\rtags: [a, b]\r---\rBody.\r",
    "\n\n---\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n---\nBody.\n",
    '+++\ntitle = "A title"\ndate = 2024-05-01\ntags = ["a", "b"]\n+++\nBody.\n',
    '+++\ntitle = "A title"\ndate = 2024-05-01\n[taxonomies]\ntags = ["a", "b"]\n+++\n\nBody.\n',
    '{\n"title": "A title", "date": "2024-05-01",\n"tags": ["a", "b"]\n}\nBody.\n',
    '{"title": "A title", "date": "2024-05-01", "tags": ["a", "b"]}\n\nBody.\n',
    ';;;\n{"title": "A title", "date": "2024-05-01", "tags": ["a", "b"]}\n;;;\nBody.\n',
    ';;;\n"title": "A title", "date": "2024-05-01", "tags": ["a", "b"]\n;;;\nBody.\n',
    "Title: A title\nDate: 2024-05-01\nTags: a, b\n\nBody.\n",
    "Title: A title\nDate: 2024-05-01\nTags: a, b\nBody.\n",
    "Title: A title\nDate: 2024-05-01\nTags: a, b\n     \nBody.\n",
    "title: A\n    title\nDATE: 2024-05-01\ntags: a,\ntags: b\n\nBody.\n",
    '---json\n{"title": "A title", "date": "2024-05-01", "tags": ["a", "b"]}\n---\nBody.\n',
    '--- toml\ntitle = "A title"\ndate = 2024-05-01\ntags = ["a", "b"]\n---\nBody.\n',
    "---yaml\ntitle: A title\ndate: 2024-05-01\ntags: [a, b]\n---\nBody.\n",
    'title: "A title"\ndate: 2024-05-01\ntags: [a, b]\n---\nBody.\n',
    "title: A title\ndate: 2024-05-01\ntags:\n- a\n- b\n---\nBody.\n",
    '"title": "A title", \n"date": "2024-05-01",\n"tags": ["a", "b"]\n;;;\nBody.\n',
    "<!--\n.. title: A title\n.. date: 2024-05-01\n.. tags: a, b\n-->\nBody.\n",
    ".. title: A title\n.. date: 2024-05-01\n.. tags: a, b\n.. link:\n.. type: text\n\nBody.\n",
    ".. title: A title\n.. page 2: x\n.. é: x\n.. date: 2024-05-01\n.. tags: a, b\n\nBody.\n",
    "<!--\n.. title: A title\n.. date: 2024-05-01\n.. tags: a, b\n.. slug:\n-->\n\nBody.\n",
]


@pytest.mark.parametrize("text", CONTAINERS)
def test_every_container_says_the_same(text: str) -> None:
    reading = read(text)
    assert codes(reading) == []
    found = reading.entry
    assert found is not None
    assert found.published is not None
    assert (found.title, found.published.machine, found.tags, found.body) == MEANING


@pytest.mark.parametrize("text", CONTAINERS)
def test_the_line_of_the_body_is_known(text: str) -> None:
    text = text.replace("Body.", "{{< odd >}}")
    [found] = read(text).problems
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert (found.code, lines[found.place.line - 1]) == ("shortcode-kept", "{{< odd >}}")


@pytest.mark.parametrize("dashes", ["—", "–––", "—-"])
def test_dashes_of_a_word_processor_are_taken_for_ours_with_a_warning(dashes: str) -> None:
    reading = read(f"{dashes}\ntitle: A title\ndate: 2024-05-01\n{dashes}\nBody.\n")
    assert codes(reading) == ["front-matter-mended"]
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.body) == ("A title", "Body.\n")


NONE = [
    "Body.\n",
    "\n    code\n",
    "---\n\nProse under a rule.\n",
    "---\n\n## A heading under a rule\n\nProse of it.\n",
    "---\n# A heading\n\n- item\n",
    "---\n\nProse between rules.\n\n---\n\nMore.\n",
    "---\n",
    "Note: this is prose\nand more of it.\n",
    ".. note:: this is prose\n\nText.\n",
    ".. image:: picture.png\n\nText.\n",
    ".. unknown: this is prose\n\nText.\n",
    "Note: this is prose\n---\n\nUnder a heading.\n",
    "Tags are these:\n\n- a\n\n---\n\nMore.\n",
    "{{ macro }}\n\nText.\n",
    "{% raw %}\nText.\n",
    "{: .class }\nText.\n",
    "<!-- a comment -->\nText.\n",
]


@pytest.mark.parametrize("text", NONE)
def test_a_file_without_front_matter_keeps_every_line(text: str) -> None:
    reading = read(text, "blog/2024-05-01-a.md")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.body == text.lstrip("\n")
    assert not reading.entry.meta


@pytest.mark.parametrize("text", ["---\n---\nBody.\n", "---\n# note\n---\nBody.\n", "+++\n+++\nBody.\n"])
def test_an_empty_block_is_no_text(text: str) -> None:
    reading = read(text)
    assert codes(reading) == ["date-missing"]
    assert reading.entry is not None
    assert (reading.entry.body, reading.entry.title) == ("Body.\n", "Post")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: A\ndate: 2024-05-01\n\nProse without an end.\n",
        '+++\ntitle = "A"\n\nProse.\n',
        '{"title": "A",\n\nProse.\n',
        '---json\n{"title": "A"}\n\nProse.\n',
        '---js\n{title: "A"}\n\nProse.\n',
        "---\ntitle: A\n\nA sentence of prose: with a colon.\n\n---\n\nMore.\n",
        "---\ntitle: A\n\nSome prose here\n\n---\n\nMore.\n",
    ],
)
def test_a_block_that_is_not_closed_is_an_error_and_never_guessed(text: str) -> None:
    reading = read(text)
    assert reading.entry is None
    assert codes(reading) == ["front-matter-unclosed"]


@pytest.mark.parametrize(
    ("text", "sign", "rest"),
    [
        ("---\ntitle: A\ndate: 2024-05-01\n", "---", "\nProse.\n"),
        ('+++\ntitle = "A"\ndate = 2024-05-01\n', "+++", "\nProse.\n"),
        ('{\n"title": "A",\n"date": "2024-05-01"\n', "}", "\nProse with a {brace}.\n\n{braces}\n"),
        ('{"title": "A", "date": "2024-05-01"\n', "}", "\nProse.\n\n```\n{}\n```\n"),
        (';;;\n"title": "A",\n"date": "2024-05-01"\n', ";;;", "\nProse.\n"),
        ("<!--\n.. title: A\n.. date: 2024-05-01\n", "-->", "\nProse.\n"),
        ('---json\n{"title": "A", "date": "2024-05-01"}\n', "---", "\nProse.\n"),
    ],
)
def test_the_line_that_closes_a_block_is_named_and_helps(text: str, sign: str, rest: str) -> None:
    (found,) = read(text + rest).problems
    assert (found.code, found.remedy) == ("front-matter-unclosed", f"Add a line {sign} after the last key")
    mended = read(f"{text}{sign}\n{rest}")
    assert codes(mended) == []
    assert mended.entry is not None
    assert mended.entry.title == "A"


@pytest.mark.parametrize("opening", ["---js", "---javascript", "--- JavaScript ", "\n---JS"])
def test_front_matter_that_is_a_program_is_named_and_no_line_of_it_is_text(opening: str) -> None:
    reading = read(f"{opening}\nconst title = 'Secret';\nmodule.exports = {{title}};\n---\n# Hello\n")
    (found,) = reading.problems
    assert (found.code, found.severity) == ("front-matter-unreadable", Severity.ERROR)
    assert found.fact == "the front matter is JavaScript, which nothing here runs, so no key of it is known"
    assert (found.place.line, found.remedy) == (opening.count("\n") + 1, "Write it in YAML")
    assert reading.entry is not None
    assert (reading.entry.body, reading.entry.title) == ("# Hello\n", "Hello")


PLACES = [
    ("\n.. title: A\n.. date: soon\n\nText.\n", "date-unreadable", 3, 10),
    ("<!--\n.. title: A\n.. date: soon\n-->\n\nText.\n", "date-unreadable", 3, 10),
    ("\n<!--\n.. title: A\n.. date: 2024-05-01\n.. status: foo\n-->\n", "status-unknown", 5, 12),
    ("<!-- .. title: A\n   .. date: soon\n-->\n", "date-unreadable", 2, 13),
    ("+++\ntitle = 'A' b\n+++\n", "front-matter-unreadable", 2, 13),
    ("\n+++\ntitle = 'A'\n\ntags = [\n'a' 'b'\n]\n+++\n", "front-matter-unreadable", 6, 5),
    ('+++\ntitle = """A\n\nmore\n\n+++\n', "front-matter-unreadable", 4, 5),
    ("+++\ntitle = 'A'\ntitle = 'B'\n+++\n", "front-matter-unreadable", 3, 12),
    ('{\n"title": "A",\n"tags" 3\n}\n', "front-matter-unreadable", 3, 8),
    ('---json\n{"title": "A" "b"}\n---\n', "front-matter-unreadable", 2, 15),
    ('{"title": "A" "tags": []}\n\nText.\n', "front-matter-unreadable", 1, 15),
    ('{"title": "A",\n"tags": [,]}\nText.\n', "front-matter-unreadable", 2, 10),
    ('{"title": "A, draft: 1", "date": "soon"}\nText.\n', "date-unreadable", 1, 34),
]


@pytest.mark.parametrize(("text", "code", "line", "col"), PLACES)
def test_a_fault_is_said_at_one_place_in_any_format(text: str, code: str, line: int, col: int) -> None:
    (found,) = [each for each in read(text).problems if each.code != "date-missing"]
    assert (found.code, found.place.line, found.place.col) == (code, line, col)
    assert not re.search(r"line \d|column \d|\(at ", found.fact)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("+++\ntitle = 'A' b\ndate = 2024-05-01\n+++\n", "title = 'A' b"),
        ('{\n"title": "A",\n\t"tags" 3\n}\n', '→"tags" 3'),
        ('+++\ntitle = """A\n\nmore\n\n+++\n', "more"),
    ],
)
def test_the_line_that_is_to_be_mended_is_shown(text: str, line: str) -> None:
    (found,) = [each for each in read(text).problems if each.code != "date-missing"]
    assert (found.code, found.remedy) == ("front-matter-unreadable", "Mend the line shown")
    (shown,) = found.excerpt
    assert shown == line


def test_of_a_long_line_what_is_around_its_fault_is_shown() -> None:
    (found, *_) = read(f'{{"a": "{"x" * 900}", "b" 3, "c": "{"y" * 900}"}}\n').problems
    (shown,) = found.excerpt
    assert 'xx", "b" 3, "c": "yy' in shown
    assert len(shown) == 160


def test_an_indented_first_line_stays_code() -> None:
    found = read("---\ntitle: A\ndate: 2024-05-01\n---\n\n    code\n").entry
    assert found is not None
    assert found.body == "    code\n"


@pytest.mark.parametrize("text", ["", "\n\n  \n", "\ufeff"])
def test_an_empty_file_is_an_entry_with_a_warning(text: str) -> None:
    reading = read(text, "blog/2024-05-01-a.md")
    assert codes(reading) == ["file-empty"]
    assert reading.entry is not None


@pytest.mark.parametrize(
    ("data", "code", "line", "col"),
    [
        (b"\xff\xfeh\x00i\x00", "file-not-utf8", 1, 1),
        (b"\xfe\xff\x00h", "file-not-utf8", 1, 1),
        (b"---\r\ntitle: caf\xe9\r\n---\r\n", "file-not-utf8", 2, 11),
        (b"\xef\xbb\xbfok\n\xff", "file-not-utf8", 2, 1),
        (b"a\nb\x00c", "file-not-utf8", 2, 2),
        (b"x" * (2 * 1024 * 1024 + 1), "file-too-large", 1, 1),
    ],
)
def test_a_file_that_is_no_text_is_an_error_with_its_place(
    data: bytes, code: str, line: int, col: int
) -> None:
    reading = read(data)
    assert reading.entry is None
    assert [(found.code, found.place.line, found.place.col) for found in reading.problems] == [
        (code, line, col)
    ]


def test_front_matter_can_be_asked_for() -> None:
    assert "front-matter-missing" in codes(read("Text.\n", require_front_matter=True))
    assert "front-matter-missing" not in codes(read("---\ntitle: A\n---\n", require_front_matter=True))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<!-- prettier-ignore -->\n---\ntitle: A\ndraft: true\n---\nText.\n", 2),
        ("# Hello\r\n\r\n+++\r\ntitle = 'A'\r\n+++\r\nText.\r\n", 3),
        ("\n  ---\n  date: 2024-01-01\n  ---\nText.\n", 2),
        ("<!-- a -->\n\n<!-- b -->\n---\ntags:\n- a\n---\n", 4),
        ("<!--\nSPDX-License-Identifier: MIT\n-->\n---\ntitle: A\ndraft: true\n---\nBody", 4),
        ("<!--\n" + "Words of a licence\n" * 60 + "-->\n\n---\ntitle: A\n---\nBody", 64),
        ("<!-- c -->\n---\nlayout: post\nog:title: B\ntitle: A\n---\nBody", 2),
        ("<!-- c -->\r\n---\r\n# about\r\nlayout: post\r\n\r\ntitle: A\r\n---\r\nBody", 2),
        ("# A\n\n---\n# about\ntitle: A\n---\nBody", 3),
        ("<!-- c -->\n---\ntitle: A\n\ndraft: true\n---\nBody", 2),
        ("<!-- c --> <!-- d\n -->\n----\ntitle: A\n----\nBody", 3),
        ("\u200b---\ntitle: A\n---\nBody", 1),
        ("\ufeff\ufeff---\ntitle: A\n---\u200b\nBody", 1),
        ("<!-- c -->\n\ufeff---\ntitle: A\n---\nBody", 2),
        ("[//]: # (c)\n---\ntitle: A\n---\nBody", 2),
    ],
)
def test_front_matter_below_other_text_is_text_and_that_is_said(text: str, line: int) -> None:
    problems = [found for found in read(text).problems if found.severity is not Severity.INFO]
    assert [(found.code, found.place.line) for found in problems] == [("front-matter-misplaced", line)]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("# A\n\nStatus: Draft\n\nBody", 3),
        ("# A\r\n\r\nTags: a, b\r\nCreated time: May 1, 2024 9:13 AM\r\nPublished: No\r\n\r\nBody", 5),
        ("\n# A\nPublish: false", 3),
    ],
)
def test_a_property_of_notion_that_keeps_a_page_back_is_text_and_that_is_said(text: str, line: int) -> None:
    reading = read(text, "blog/2024-05-01-a.md")
    (found,) = reading.problems
    assert (found.code, found.place.line) == ("front-matter-misplaced", line)
    assert found.fact.endswith(" stands below the heading, so it is part of the text")
    assert reading.entry is not None
    assert reading.entry.status is Status.PUBLISHED


@pytest.mark.parametrize(
    "text",
    [
        "# A\n\nStatus: Published\nTags: a\n\nBody",
        "# A\n\nStatus: In the air\n\nBody",
        "# A\n\nDraft: yes\nand we begin again\n\nBody",
        "# A\n\nDraft: we are not done\n\nBody",
        "# A\n\nPassword: seagull\nPrivate: the team\n\nBody",
        "# A\n\nWords\n\nStatus: Draft\n",
        "## A\n\nStatus: Draft\n",
        "---\ndraft: false\n---\n# A\n\nStatus: Draft\n",
        "# A\n\n- Status: Draft\n",
    ],
)
def test_other_lines_below_a_heading_are_words(text: str) -> None:
    assert "front-matter-misplaced" not in codes(read(text, "blog/2024-05-01-a.md"))


@pytest.mark.parametrize(
    "text",
    [
        "# Text\n\n---\n\nTags: a\n\n---\n",
        "# Text\n\n---\nAuthor: Jane\n\n---\n",
        "# Text\n\n    ---\n    title: A\n    ---\n",
        "Text.\n\n---\ntitle: A\n---\n",
        "<pre>\n---\ntitle: A\n---\n</pre>\n",
        "{% highlight yaml %}\n---\ntitle: A\n---\n{% endhighlight %}\n",
        "<!-- Begin with\n---\ntitle: A\n---\n-->\n",
        "# Text\n\n---\nNobody: knows this key\n---\n",
        "# Text\n\n---\ntitle: A\n",
        "```yaml\n---\ntitle: A\n---\n```\n",
        "\n" + "# Text\n" * 20 + "---\ntitle: A\n---\n",
        "<!-- c -->\n\nText.\n\n---\ntitle: A\n---\n",
        "<!-- c -->\n\nTitle\n---\nTags: a\n---\n",
        "<!-- c -->\n---\nLook: here\n\nTitle: of this\n\nand text\n---\n",
        "<!-- c -->\n---\n# Part\n\nText.\nTitle: of this\n---\n",
        "<!-- c -->\n---\nlayout: post\n---\n",
        "<!-- c -->\n---\n# Part\n\nDate: 2024-01-01\n---\n",
        "<!-- c -->\n---\n# Part\n---\n",
        "<!-- c\n---\ntitle: A\n---\n",
        "[^1]: Note\n---\ntitle: A\n---\n",
    ],
)
def test_rules_and_code_are_taken_for_no_front_matter(text: str) -> None:
    assert "front-matter-misplaced" not in codes(read(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: A\ndate: 2024-05-01\n---\n\n---\ntitle: B\ndraft: true\n---\nBody", 6),
        ("+++\ndate = 2024-05-01\n+++\n+++\ndraft = true\n+++\nBody", 4),
        ("---\r\ndate: 2024-05-01\r\n---\r\n---\r\ntags: [a]\r\n---\r\nBody", 4),
    ],
)
def test_a_second_block_of_front_matter_is_text_and_that_is_said(text: str, line: int) -> None:
    (found,) = (found for found in read(text).problems if found.severity is not Severity.INFO)
    assert (found.code, found.place.line) == ("front-matter-misplaced", line)
    assert found.remedy == "Keep one of them"


@pytest.mark.parametrize(
    "body",
    [
        "---\n\nTags: a\n\n---\n",
        "# Text\n\n---\nlayout: center\ntitle: B\n---\n",
        "Words\n---\ntitle: B\n---\n",
        "```\n---\ntitle: B\n---\n```\n",
        "::hero\n---\ntitle: B\n---\n::\n",
    ],
)
def test_rules_below_front_matter_begin_no_second_block(body: str) -> None:
    assert codes(read(f"---\ntitle: A\ndate: 2024-05-01\n---\n{body}\nBody")) == []


def test_headers_may_have_lists_as_yaml_has_them() -> None:
    found = read(
        "title: Low water\ndate: 2024-05-01\ntags: [sea, 'ebb tide']\ncategories: [\"Pier\"]\n\nBody.\n"
    )
    assert codes(found) == []
    assert found.entry is not None
    assert (found.entry.tags, found.entry.categories) == (("sea", "ebb tide"), ("Pier",))


@pytest.mark.parametrize(
    ("lines", "authors", "categories"),
    [
        ("author: [Ana]\ncategory: [Sea]", ["Ana"], ("Sea",)),
        ("author: [Ana, 'Bo One']\ncategory: [Sea, Pier]", ["Ana", "Bo One"], ("Sea", "Pier")),
        ("authors: [Ana & Bo, Cy]\ncategory: [Sea]", ["Ana & Bo", "Cy"], ("Sea",)),
        ("author: [Ana](https://ana.example/)\ncategory: [Sea", ["Ana"], ("[Sea",)),
    ],
)
def test_headers_with_one_value_may_have_such_a_list_as_well(
    lines: str, authors: list[str], categories: tuple[str, ...]
) -> None:
    found = read(f"title: Low water\ndate: 2024-05-01\n{lines}\nseries: [Tides]\ntag: [sea]\n\nBody.\n")
    assert codes(found) == []
    assert found.entry is not None
    assert [author.name for author in found.entry.authors] == authors
    assert found.entry.categories == categories
    assert (found.entry.tags, [part.name for part in found.entry.series]) == (("sea",), ["Tides"])


LOGSEQ = "title:: High water\ntags:: sea, [[tide]]\npublic:: {}\ndate:: [[May 1st, 2024]]\n\n- It came.\n"


@pytest.mark.parametrize(("public", "status"), [("true", Status.PUBLISHED), ("false", Status.DRAFT)])
def test_properties_of_logseq_are_headers(public: str, status: Status) -> None:
    reading = read(LOGSEQ.format(public))
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.tags) == ("High water", ("sea", "tide"))
    assert reading.entry.status is status
    assert str(reading.entry.published and reading.entry.published.day) == "2024-05-01"
    assert reading.entry.body == "- It came.\n"


@pytest.mark.parametrize("opening", ["---\ntitle: A title\n---\n", "# A title\n\n"])
def test_front_matter_begins_at_the_top_of_a_file_alone(opening: str) -> None:
    below = 'Text.\n\n---json\n{"title": "B", "draft": true}\n---\n\ntitle: C\ndraft: true\n---\n'
    below += '\n+++\nslug = "x"\n+++\n'
    found = read(opening + below).entry
    assert found is not None
    assert (found.title, found.status, found.slug) == ("A title", "published", None)
    assert found.body.endswith(below)
