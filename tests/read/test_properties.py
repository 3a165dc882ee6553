"""What holds for any input at all."""

from __future__ import annotations

import json
import re
import string
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import Reading, read_defaults, read_entry
from mkdocs_newsblog.read.people.authors import split_names
from mkdocs_newsblog.schema.front_matter.fields import FIELDS
from mkdocs_newsblog.schema.settings import Settings

SETTINGS = Settings()
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

SIGNS = st.sampled_from(
    [
        "---\n",
        "...\n",
        "+++\n",
        ";;;\n",
        "{",
        "}",
        "[",
        "]",
        ": ",
        ":\n",
        "- ",
        "\n",
        "\r\n",
        "\t",
        "'",
        '"',
        "&a",
        "*a",
        "<<: *a",
        "!!python/x",
        "!ENV",
        "#",
        "|",
        ">",
        "%",
        "@",
        "`",
        "title",
        "date",
        "pubDate",
        "hero",
        "tags",
        "author",
        "2021-02-29",
        "01/02/2024",
        "true",
        "null",
        "\ufeff",
        "\u202e",
        "\x00",
        "\x85",
        "\u2028",
        "**",
        "# ",
        "```\n",
        "<!-- more -->",
        "<!--",
        ".. title:",
        "  ",
        "é",
        "9" * 30,
        "=",
        '"a": ',
        "published",
        "status",
        "series",
        "draft",
        "slug",
        "../",
        "javascript:",
        "cover",
        "image",
        "?",
        ",",
        "~",
        "1e999",
        "0x",
        "<a href=",
        "](",
        "x" * 50,
    ]
)
PIECES = st.lists(st.one_of(SIGNS, st.text(max_size=6)), max_size=40).map("".join)
BLOCKS = PIECES.map(lambda text: f"---\ntitle: A\n{text}\n---\nBody\n")


def read(data: bytes | str, src_uri: str = "blog/a.md") -> Reading:
    raw = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    return read_entry(Source(src_uri, raw), SETTINGS)


def check(reading: Reading) -> None:
    assert reading.entry is not None or any(found.severity == "error" for found in reading.problems)
    for found in reading.problems:
        line = str(found)
        assert line.isprintable()
        assert all(row.isprintable() for row in found.excerpt)
        assert found.place.line >= 1
        assert found.place.col >= 1
    if reading.entry is not None:
        assert reading.entry.title
        assert isinstance(reading.entry, Entry)
        if reading.entry.published is None and reading.entry.status is Status.PUBLISHED:
            assert reading.problems


@BOUNDED
@given(st.binary(max_size=400))
def test_no_bytes_make_the_reader_raise(data: bytes) -> None:
    check(read(data))
    read_defaults(Source("blog/.meta.yml", data))


WORDS = [
    "Ana Lee",
    "Bo",
    "editor",
    "and",
    "&",
    "–",
    "at",
    ":",
    '"',
    "[",
    ")",
    ",",
    ";",
    "[Ann](mailto:ann@a.example)",
]
MAIL = ["ana@a.example", "<bo@b.example>", "(cy@c.example)", "mailto:dee@d.example"]


@settings(BOUNDED, max_examples=200)
@given(st.lists(st.sampled_from(WORDS + MAIL), min_size=1, max_size=7).map(" ".join), st.booleans())
def test_no_address_for_mail_becomes_the_name_of_an_author(text: str, listed: bool) -> None:
    found = read(f"---\nauthor: {json.dumps([text] if listed else text)}\n---\n").entry
    assert found is not None
    for author in found.authors:
        assert not re.search(r"\w@\w", f"{author.name} {author.key}")
        assert "mailto" not in (author.url or "")


@BOUNDED
@given(st.one_of(PIECES, BLOCKS))
def test_no_text_makes_the_reader_raise(text: str) -> None:
    check(read(text))


@BOUNDED
@given(st.sampled_from(["---\n{}\n---\n", "+++\n{}\n+++\n", "{}\n\nBody"]), PIECES)
def test_no_block_of_any_container_makes_the_reader_raise(frame: str, text: str) -> None:
    check(read(frame.replace("{}", text)))


VALUES: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), SIGNS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.sampled_from(["src", "alt", "name", "key", "label", "created", "hidden", "url", "x"]),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)
KEYS = st.sampled_from([alias.key.split(".")[0] for field in FIELDS.values() for alias in field.aliases])
MAPPINGS = st.dictionaries(KEYS, VALUES, max_size=6)


@BOUNDED
@given(MAPPINGS)
def test_no_value_of_any_key_makes_the_reader_raise(mapping: dict[str, Any]) -> None:
    check(read(json.dumps(mapping) + "\nBody"))
    try:
        block = yaml.safe_dump(mapping, allow_unicode=True)
    except (yaml.YAMLError, UnicodeError):
        return
    check(read(f"---\n{block}\n---\nBody"))


def meaning(reading: Reading) -> Any:
    found = reading.entry
    if found is None:
        return [code.code for code in reading.problems]
    skipped = {"places", "meta"}
    return {name: getattr(found, name) for name in Entry._fields if name not in skipped} | {
        "image": found.image and (found.image.src, found.image.alt, found.image.width)
    }


@BOUNDED
@given(PIECES.filter(lambda text: "\r" not in text and "\ufeff" not in text and "\x00" not in text))
def test_line_ends_and_a_byte_order_mark_change_nothing(text: str) -> None:
    text = f"---\ntitle: A\ndate: 2024-05-01\n{text}\n---\nBody\n"
    plain = read(text)
    for variant in (text.replace("\n", "\r\n"), text.replace("\n", "\r"), "\ufeff" + text):
        other = read(variant)
        assert meaning(other) == meaning(plain)
        assert [str(found) for found in other.problems] == [str(found) for found in plain.problems]


WORDS = st.text(string.ascii_letters + "äé ß世-_#.,'\"", min_size=1, max_size=12).map(str.strip).filter(bool)
SAMPLE = {
    "title": WORDS,
    "pubDate": st.dates().filter(lambda day: 1970 <= day.year <= 2100).map(str),
    "hero": WORDS,
    "tags": st.lists(WORDS, max_size=4),
    "author": WORDS,
    "description": WORDS,
    "draft": st.booleans(),
    "weight": st.integers(-5, 5),
    "series": WORDS,
}
POSTS = st.fixed_dictionaries({}, optional=SAMPLE)  # type: ignore[type-var]


def written(mapping: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(mapping, allow_unicode=True, sort_keys=False)}---\nBody\n"


@BOUNDED
@given(POSTS, st.randoms())
def test_the_order_of_keys_does_not_change_the_meaning(post: dict[str, Any], random: Any) -> None:
    items = list(post.items())
    random.shuffle(items)
    assert meaning(read(written(dict(items)))) == meaning(read(written(post)))


@BOUNDED
@given(POSTS, st.randoms())
def test_the_spelling_of_a_key_does_not_change_the_meaning(post: dict[str, Any], random: Any) -> None:
    others = {field.key: [alias for alias in field.aliases if alias.only is None and "." not in alias.key]
              for field in FIELDS.values()}  # fmt: skip
    others |= {"pubDate": others["date"], "author": others["authors"]}
    spelled = {}
    for key, value in post.items():
        name = random.choice(others[key]).key
        spelled[random.choice([name, name.upper(), name.lower(), f"{name[:1]}_{name[1:]}"])] = value
    expected, found = meaning(read(written(post))), meaning(read(written(spelled)))
    assert found == expected


@BOUNDED
@given(POSTS)
def test_yaml_json_and_headers_say_the_same(post: dict[str, Any]) -> None:
    assert meaning(read(json.dumps(post) + "\nBody\n" if post else "Body\n")) == meaning(read(written(post)))


@BOUNDED
@given(POSTS)
def test_what_is_read_is_stable_when_written_back(post: dict[str, Any]) -> None:
    first = read(written(post)).entry
    assert first is not None
    again: dict[str, Any] = {"title": first.title, "tags": list(first.tags), "status": str(first.status)}
    again |= {"description": first.description, "weight": first.weight}
    if first.published:
        again["date"] = first.published.machine
    if first.authors:
        again["authors"] = [
            {"name": author.name, "key": author.key, "url": author.url} for author in first.authors
        ]
    if first.image:
        again["hero"] = {"src": first.image.src, "alt": first.image.alt}
    if first.series:
        again["series"] = [{"name": part.name} for part in first.series]
    second = read(written(again)).entry
    assert second is not None
    for name in (
        "title",
        "tags",
        "description",
        "weight",
        "published",
        "status",
        "series",
        "body",
        "authors",
    ):
        assert getattr(second, name) == getattr(first, name), name


HOSTILE = {
    "anchors": lambda size: "x: [" + ", ".join(["&a b", *["*a"] * size]) + "]",
    "quotes": lambda size: "title: '" + "'" * size,
    "colons": lambda size: "title: " + "a: " * size,
    "keys": lambda size: "\n".join(f"k{number}: a: b" for number in range(size // 8)),
    "open quotes": lambda size: "\n".join(f'k{number}: "a' for number in range(size // 8)),
    "dashes": lambda size: "x:\n" + "- @a\n" * (size // 8),
    "links": lambda size: "title: x\nauthor: '" + "[a](" * size + "'",
    "angles": lambda size: "author: '" + "<a href=" * size + "'",
    "mails": lambda size: "author: '" + "a@" * size + "'",
    "spaces": lambda size: "date: '" + " " * size + "x'",
    "digits": lambda size: "date: '" + "1" * size + "'",
    "commas": lambda size: "tags: '" + "a, " * size + "'",
    "gaps between links": lambda size: "author: '[a](b)" + " " * size * 10 + "c'",
    "quoted mails": lambda size: """author: '"a""" + '"a' * size + "@b'",
    "tildes": lambda size: "author: '" + "~" * size + "@'",
    "addresses": lambda size: "author: 'x " + "https://a@b" * size + "'",
    "mailed links": lambda size: "authors: [{name: A, url: 'mailto:" + "%40a" * size + "'}]",
    "comments above": lambda size: "x: 1\n---\n" + "<!--" * size,
    "ands": lambda size: "author: '" + "a and " * size + "'",
    "slashes": lambda size: "slug: '" + "a/" * size + "'",
}


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("size", [500, 4000])
def test_hostile_blocks_are_read_to_their_end(name: str, size: int) -> None:
    check(read(f"---\n{HOSTILE[name](size)}\n---\nBody"))


def test_a_long_gap_between_names_is_read_in_one_pass() -> None:
    assert split_names("a" + " " * 60000 + "b" + " " * 60000 + ", c") == (f"a{' ' * 60000}b", "c")
