"""YAML: what is mended, what is refused, and that no text changes its spelling."""

from __future__ import annotations

import pytest
import yaml

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.defaults import read_defaults
from mkdocs_newsblog.read.front_matter import yaml_block
from tests.read.reading import codes, entry, front, read

MENDED = [
    ("title: News: the week", "title", "News: the week", "title: 'News: the week'", 11),
    ("title: @handle speaks", "title", "@handle speaks", "title: '@handle speaks'", 7),
    ("title: `code` first", "title", "`code` first", "title: '`code` first'", 7),
    ('title: "An open quote', "title", "An open quote", "title: 'An open quote'", 7),
    ("title: 'An open quote", "title", "An open quote", "title: 'An open quote'", 7),
    ('title: "Quoted" and more', "title", '"Quoted" and more', "title: '\"Quoted\" and more'", 7),
    ("title: 'It's here'", "title", "It's here", "title: 'It''s here'", 7),
    ('title: "A "fine" day"', "title", 'A "fine" day', "title: 'A \"fine\" day'", 7),
    ('title: "One" and "two"', "title", '"One" and "two"', 'title: \'"One" and "two"\'', 7),
    ("title: 100% %TAG", "title", "100% %TAG", None, 0),
    ("title: %TAG first", "title", "%TAG first", "title: '%TAG first'", 7),
    ("title:\tAfter a tab: x", "title", "After a tab: x", None, None),
    ("title: it's: fine", "title", "it's: fine", "title: 'it''s: fine'", 11),
    ("title: [Draft] A post", "title", "[Draft] A post", "title: '[Draft] A post'", 7),
    ("title: *starred*", "title", "*starred*", "title: '*starred*'", 7),
    ("title:Glued", "title", "Glued", "title: 'Glued'", 6),
    ("description: one: two", "description", "one: two", "description: 'one: two'", 16),
    ("tags:\n- @one\n- two", "tags", ("@one", "two"), "- '@one'", 2),
    ("date:\u00a02024-05-01", "title", "A title", None, None),
    ("title: be\u0007ll", "title", "bell", None, None),
    ("tags:\n\t- one\n\t- two", "tags", ("one", "two"), None, None),
]


@pytest.mark.parametrize(("block", "field", "value", "after", "caret"), MENDED)
def test_a_line_that_is_no_yaml_is_mended_and_the_rest_is_read(
    block: str, field: str, value: object, after: str | None, caret: int | None
) -> None:
    reading = front(f"layout: post\n{block}\nslug: the-slug")
    found = reading.entry
    assert found is not None
    assert getattr(found, field) == value
    assert (found.slug, found.published is not None, found.meta["layout"]) == ("the-slug", True, "post")
    assert found.body == "Text.\n"
    if caret == 0:
        assert codes(reading) == []
        return
    assert set(codes(reading)) == {"front-matter-mended"}
    first = reading.problems[0]
    assert first.severity is Severity.WARNING
    line, pointer, mended = first.excerpt
    assert line.replace("→", "\t").replace("\\x07", "\x07").replace("\\xa0", "\xa0") in block
    assert pointer.index("^") == first.place.col - 1
    if after is not None:
        assert (mended, pointer.index("^")) == (after, caret)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("tags:\n\t- one", [(3, "")]),
        ("tags:\n\t- one\n\t- two", [(3, ", as is 1 more line that is indented so")]),
        (
            "tags:\n\t- one\n\t- @two\ncategories:\n\t- a\ncover:\n\timage: a.png",
            [(4, ""), (3, ", as are 2 more lines that are indented so")],
        ),
    ],
)
def test_tabs_that_an_editor_put_before_lines_are_said_once(block: str, said: list[tuple[int, str]]) -> None:
    reading = front(f"layout: post\n{block}")
    assert [(found.place.line - 1, found.fact) for found in reading.problems] == [
        (line, f"not valid YAML, read as if mended{rest}") for line, rest in said
    ]
    assert reading.entry is not None
    assert reading.entry.tags[0] == "one"


def test_the_mended_line_is_the_file_s_line() -> None:
    found = front("layout: post\ntitle: a: b").problems[0]
    assert (found.place.line, found.place.col, found.key) == (3, 9, "title")


def test_a_refused_value_beside_a_mended_line_is_named_at_its_line_and_the_rest_is_read() -> None:
    reading = front("title: a: b\ndescription: !important\nslug: kept")
    assert [(found.code, found.place.line) for found in reading.problems] == [
        ("front-matter-mended", 2),
        ("front-matter-unsafe", 3),
    ]
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.slug) == ("a: b", "kept")


def test_a_quoted_text_over_several_lines_stays_whole_beside_a_broken_line() -> None:
    found = entry('title: a: b\ndescription: "first\nsecond: third"\nslug: x')
    assert found.description == "first second: third"
    assert (found.title, found.slug) == ("a: b", "x")


def test_what_cannot_be_mended_is_an_error_of_its_key_alone() -> None:
    reading = front("tags: [a, b\nslug: kept\ntitle: Kept")
    assert codes(reading) == ["front-matter-unreadable"]
    assert reading.problems[0].key == "tags"
    assert reading.entry is not None
    assert (reading.entry.slug, reading.entry.title) == ("kept", "Kept")


TYPED = [
    ("title: 1.10", "title", "1.10"),
    ("title: no", "title", "no"),
    ("title: Yes", "title", "Yes"),
    ("title: 0777", "title", "0777"),
    ("title: 0x1F", "title", "0x1F"),
    ("title: 12:30", "title", "12:30"),
    ("title: 2024-05-01", "title", "2024-05-01"),
    ("title: 2019", "title", "2019"),
    ("title: 1e3", "title", "1e3"),
    ("title: 1_000", "title", "1_000"),
    ("title: .5", "title", ".5"),
    ("title: on", "title", "on"),
    ("title: =", "title", "="),
    ("tags: [2024, 1.10, no, 12:30]", "tags", ("2024", "1.10", "no", "12:30")),
    ("tags: 2024", "tags", ("2024",)),
    ("slug: 2024", "slug", "2024"),
    ("slug: 007", "slug", "007"),
    ("lang: no", "lang", "no"),
    ("series: 1.0", "series", None),
    ("guid: 0012", "guid", "0012"),
]


@pytest.mark.parametrize(("block", "field", "expected"), TYPED)
def test_a_text_is_kept_as_it_was_typed(block: str, field: str, expected: object) -> None:
    reading = front(block)
    assert codes(reading) == []
    value = getattr(reading.entry, field)
    if field == "series":
        assert value[0].name == "1.0"
    else:
        assert value == expected


@pytest.mark.parametrize("written", ["title: null", "title: ~", "title:", "title: ''", "title: '  '"])
def test_an_empty_value_is_an_absent_one(written: str) -> None:
    reading = front(f"{written}\ndate: 2024-05-01")
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.title_from) == ("Post", "file")


PROGRAMS = [
    ("params:\n  rows: !expr 1+1\ntags: [a]", ("a",), []),
    ("title-block: !r paste(1)\ntags: [a]", ("a",), []),
    ("subtitle: !expr 'paste(1)'\ntags: [a]", ("a",), ["value-ignored"]),
    ("tags: !expr c(1)", (), ["value-ignored"]),
]


@pytest.mark.parametrize(("block", "tags", "said"), PROGRAMS)
def test_a_value_from_a_program_is_none_and_the_rest_is_read(block: str, tags: object, said: object) -> None:
    reading = front(block)
    assert reading.entry is not None
    assert (reading.entry.tags, reading.entry.subtitle, codes(reading)) == (tags, None, said)
    given = read_defaults(Source("blog/_metadata.yml", block.encode()))
    assert ([found.code for found in given.problems], given.acts) == (said, True)


@pytest.mark.parametrize(
    ("line", "status", "said"),
    [
        ("draft: !expr is_early()", Status.DRAFT, ["status-unreadable"]),
        ("draft: !expr FALSE", Status.PUBLISHED, []),
        ("build: {render: !expr is_early()}", Status.DRAFT, ["status-doubtful"]),
        ("build: {list: !r FALSE}", Status.UNLISTED, []),
        ("expires: !r Sys.Date()", Status.PUBLISHED, ["date-unreadable"]),
    ],
)
def test_what_a_program_says_of_publication_is_never_passed_over(
    line: str, status: Status, said: object
) -> None:
    reading = front(line)
    assert reading.entry is not None
    assert (reading.entry.status, codes(reading)) == (status, said)


IMPORTED = {
    "a title": ("title: !binary |-\n  w4l0w6kgMjAxMDog\n  dW4gYmlsYW4=", "Été 2010: un bilan", (), None),
    "tags": ("title: A\ntags:\n- !binary |\n  5pel5pys\n\n- !binary Yg==", "A", ("日本", "b"), None),
    "a blob": ("title: A\nexcerpt: !ruby/string:Sequel::SQL::Blob |-\n  QiBjLg==", "A", (), "B c."),
    "nothing": ("title: A\nexcerpt: !ruby/object:Hpricot::Doc\n  options: {}", "A", (), None),
}


@pytest.mark.parametrize(("block", "title", "tags", "summary"), IMPORTED.values(), ids=list(IMPORTED))
def test_what_importers_of_jekyll_wrote_is_the_text_it_was(
    block: str, title: str, tags: object, summary: object
) -> None:
    reading = front(f"{block}\ndate: 2010-05-01")
    assert reading.entry is not None
    found = reading.entry
    assert (found.title, found.tags, found.summary, codes(reading)) == (title, tags, summary, [])


REFUSED = [
    ("- a\n- b", "front-matter-unreadable"),
    ("just text", "front-matter-unreadable"),
    ("x: !!python/object/apply:os.system [ls]", "front-matter-unsafe"),
    ("x: !!binary aGk=", "front-matter-unsafe"),
    ("x: !!set {a, b}", "front-matter-unsafe"),
    ("x: !ENV HOME", "front-matter-unsafe"),
    ("x: !binary a text", "front-matter-unsafe"),
    ("x: !binary /w==", "front-matter-unsafe"),
    ("x: !ruby/object:Gem::Requirement {requirements: a}", "front-matter-unsafe"),
    ("x: !ruby/object:A []", "front-matter-unsafe"),
    ("x: !custom {a: 1}", "front-matter-unsafe"),
    ("x: !!omap [a: 1]", "front-matter-unsafe"),
    ("x: &a [*a]", "front-matter-too-big"),
    ("x: &a {b: *a}", "front-matter-too-big"),
    ("? [a, b]\n: c", "front-matter-unreadable"),
    ("? {a: b}\n: c", "front-matter-unreadable"),
    ("<<: text", "front-matter-unreadable"),
    ("x: " + "[" * 30 + "]" * 30, "front-matter-too-big"),
    ("x: " + "[" * 30000 + "]" * 30000, "front-matter-too-big"),
    ("x: " + "[" * 30000, "front-matter-too-big"),
    ("x: " + "{a: " * 15000 + "}" * 15000, "front-matter-too-big"),
    ("x:\n  " + "- " * 15000 + "a", "front-matter-too-big"),
    ("x: [" + "a, " * 5000 + "]", "front-matter-too-big"),
    ("x: '" + "a" * 70000 + "'", "front-matter-too-big"),
    ("\n".join(f"k{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]" for n in range(9)),
     "front-matter-too-big"),
    ("x: &a " + "word " * 5000 + "\ny: [*a, *a, *a]", "front-matter-too-big"),
    ("x: &a {" + "k" * 1000 + ": 1}\ny: [" + "*a, " * 70 + "]", "front-matter-too-big"),
    ("a: &a {x: 1}\n" + "\n".join(f"b{n}:\n  <<: *a" for n in range(12)), "front-matter-too-big"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "code"), REFUSED, ids=range(len(REFUSED)))
def test_hostile_yaml_is_an_error(block: str, code: str) -> None:
    reading = read(f"---\n{block}\n---\nText.\n")
    assert code in codes(reading)
    assert reading.entry is not None
    assert reading.entry.body == "Text.\n"


def test_a_merge_key_gives_values_that_own_keys_replace() -> None:
    found = entry("base: &base {title: Below, slug: below}\n<<: *base\ntitle: Above")
    assert (found.title, found.slug) == ("Above", "below")


def test_a_repeated_key_is_a_warning_with_both_lines() -> None:
    reading = front("title: One\nslug: x\ntitle: Two")
    assert codes(reading) == ["key-repeated"]
    assert (reading.problems[0].place.line, "line 2" in reading.problems[0].fact) == (4, True)
    assert reading.entry is not None
    assert reading.entry.title == "Two"


@pytest.mark.parametrize(
    ("block", "code", "place"),
    [
        ("slug: x\nextra: {a: \nweight: 3", "front-matter-unreadable", "3:1"),
        ("slug: x\nextra:\n  - a\n - b\nweight: 3", "front-matter-unreadable", "5:1"),
        ('slug: x\nextra: "\\q"\nweight: 3', "front-matter-mended", "3:8"),
        ("slug: x\nsubtitle: A: B\nweight: 3", "front-matter-mended", "3:12"),
        ("slug: x\nextra:\n  a: !!python/name:os ''\nweight: 3", "front-matter-unsafe", "4:6"),
        ("slug: x\nextra:\n  ? [a]\n  : b\nweight: 3", "front-matter-unreadable", "4:5"),
    ],
)
def test_a_fault_of_a_block_has_its_place(block: str, code: str, place: str) -> None:
    (found,) = front(block).problems
    assert (found.code, f"{found.place.line}:{found.place.col}") == (code, place)


def test_a_key_that_is_repeated_in_a_block_that_had_to_be_mended_is_a_warning_too() -> None:
    reading = front("title: One\nslug: x\nsubtitle: Two: three\ntitle: Four")
    assert codes(reading) == ["front-matter-mended", "key-repeated"]
    assert (reading.problems[1].place.line, reading.problems[1].key) == (5, "title")
    assert "line 2" in reading.problems[1].fact
    assert reading.entry is not None
    assert reading.entry.title == "Four"


@pytest.mark.parametrize(
    "text",
    [
        '{{"title": "A", "date": "2024-05-01", "x": {0}}}\nText.\n',
        '+++\ntitle = "A"\ndate = 2024-05-01\nx = {0}\n+++\nText.\n',
    ],
)
@pytest.mark.parametrize("value", ["[" * 30 + "]" * 30, "[" + "1, " * 5000 + "1]"])
def test_lists_of_other_formats_are_as_large_as_those_of_yaml(text: str, value: str) -> None:
    assert codes(read(text.format("[[1], [2]]"))) == []
    assert "front-matter-too-big" in codes(read(text.format(value)))


def test_a_key_that_is_no_text_is_a_warning() -> None:
    assert codes(front("2024: x")) == ["key-not-text"]
    assert codes(front("years: {2024: x, yes: y}")) == []
    found = entry("2024: x")
    assert found.meta["2024"] == "x"


def test_huge_numbers_do_not_hang() -> None:
    reading = front("weight: " + "9" * 60000 + "\nx: 1e999999\ny: 0x" + "f" * 2000)
    assert codes(reading) == ["value-ignored"]


def test_the_mapping_holds_plain_values_under_the_keys_as_written() -> None:
    found = entry("Custom-Key: 5\nflag: yes\nnested: {a: [1, 2.5, null]}")
    assert found.meta["Custom-Key"] == 5
    assert found.meta["flag"] is True
    assert found.meta["nested"] == {"a": [1, 2.5, None]}


def test_toml_that_cannot_be_parsed_keeps_the_lines_that_can() -> None:
    reading = read('+++\ntitle = "A"\nslug = oops\ndate = 2024-05-01\n+++\nText.\n')
    assert codes(reading) == ["front-matter-unreadable"]
    assert reading.problems[0].place.line == 3
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.body) == ("A", "Text.\n")
    assert reading.entry.published is not None


@pytest.mark.parametrize("key", ["title", "date", "tags", "draft"])
@pytest.mark.parametrize("broken", ["", "x = oops\n"])
def test_numbers_in_toml_that_python_does_not_write_out_end_nothing(key: str, broken: str) -> None:
    reading = read(f"+++\n{broken}{key} = 0x{'f' * 5000}\n+++\nText.\n")
    assert all(str(found).isprintable() for found in reading.problems)
    assert reading.entry is not None
    assert reading.entry.body == "Text.\n"


@pytest.mark.parametrize("text", [f"a{'.a' * 32000} = 1", f"[a{'.a' * 32000}]"], ids=["key", "table"])
def test_keys_of_toml_with_many_parts_are_refused_before_they_are_read(text: str) -> None:
    reading = read(f"+++\n{text}\n+++\nText.\n")
    assert codes(reading) == ["front-matter-too-big"]
    assert "dots in a line" in str(reading.problems[0])


def test_of_toml_that_cannot_be_parsed_no_line_is_kept_that_is_too_deep() -> None:
    reading = read(f"+++\nx = oops\na{'.a' * 900} = 1\ntitle = 'A'\n+++\nText.\n")
    assert codes(reading) == ["front-matter-unreadable"]
    assert reading.entry is not None
    assert reading.entry.meta == {"title": "A"}


def test_json_that_cannot_be_parsed_is_an_error_with_its_line() -> None:
    reading = read('{\n"title": "A",\n}\nText.\n')
    assert codes(reading) == ["front-matter-unreadable"]
    assert reading.entry is not None
    assert reading.entry.body == "Text.\n"


@pytest.mark.parametrize(
    "text", ['{"a": ' * 5000, '{"a": ' + "[" * 100000, '{"a": ' * 50 + "1" + "}" * 50 + "\n"]
)
def test_deep_json_neither_raises_nor_hangs(text: str) -> None:
    assert read(text).problems


def test_places_are_lines_and_columns_of_the_file() -> None:
    found = entry("title: A\nhero:   pic.png\ntags:\n  - a")
    assert (found.place("title").line, found.place("title").col) == (2, 8)
    assert (found.place("image").line, found.place("image").col) == (3, 9)
    assert found.place("tags").line == 5


def test_json_keeps_fractions_as_typed_and_notices_repeated_keys() -> None:
    reading = read('{"title": 1.10, "date": "2024-05-01",\n"slug": "a", "slug": "b"}\nText.\n')
    assert codes(reading) == ["key-repeated"]
    assert reading.problems[0].place.line == 2
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.slug) == ("1.10", "b")


def test_half_a_character_in_json_is_an_error_of_its_key() -> None:
    reading = read('{"title": "a \\ud800", "tags": ["x \\udfff", "y"], "date": "2024-05-01"}\nText.\n')
    assert codes(reading) == ["value-invalid", "value-invalid"]
    assert all(str(found).isprintable() for found in reading.problems)
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.tags) == ("Post", ("y",))


def test_the_reader_works_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_block, "Loader", yaml.SafeLoader)
    assert entry("title: 1.10\ntags: [a, b]").title == "1.10"
    for block, code in REFUSED:
        assert code in codes(read(f"---\n{block}\n---\nText.\n")), block[:60]
    for block, field, value, _, caret in MENDED:
        found = front(f"layout: post\n{block}\nslug: the-slug")
        assert caret == 0 or getattr(found.entry, field) == value


def test_places_in_toml_are_looked_up() -> None:
    found = read('+++\n# note\ntitle = "A"\n+++\n').entry
    assert found is not None
    assert (found.place("title").line, found.place("title").col) == (3, 9)
    reading = read('+++\ndate = 2024-05-01\n[taxonomies]\ntags = ["a, b"]\n+++\n')
    assert str(reading.problems[0].place) == "blog/post.md:4:8"


def test_a_line_of_white_space_is_read_in_one_pass() -> None:
    found = front(f"hero: a.png\n{' ' * 20000}x: : y")
    assert found.entry is not None
    assert found.entry.title == "A title"


def test_a_mended_key_is_named_without_the_tab_before_it() -> None:
    reading = read("---\n\ttitle: A\ndate: 2024-05-01\n---\n")
    assert [(found.key, found.code) for found in reading.problems] == [("title", "front-matter-mended")]


def test_a_placeholder_that_nobody_filled_in_belongs_in_quotes() -> None:
    (found,) = read("---\ndate: 2024-05-01\ntitle: {{ title }}\n---\n").problems
    assert (found.code, found.place.line, found.place.col) == ("front-matter-unreadable", 3, 9)
    assert found.remedy == "Write a word, or put the value in quotes"
    assert codes(read("---\ndate: 2024-05-01\ntitle: '{{ title }}'\n---\n")) == []
