"""Aliases, value types, tags, authors, heroes, status: value in, meaning out."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.post import Author, Entry, SeriesPart
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry, split_names
from mkdocs_newsblog.schema.front_matter.fields import FIELDS, Shape, normal
from mkdocs_newsblog.schema.problems.codes import CODES
from mkdocs_newsblog.schema.settings import Settings
from tests.read.reading import codes, entry, front, read

SAMPLES: dict[str, tuple[Any, Any]] = {
    "title": ("A name", lambda found: found.title),
    "subtitle": ("A line", lambda found: found.subtitle),
    "description": ("Some words", lambda found: found.description),
    "summary": ("Some words", lambda found: found.summary),
    "lang": ("pt_BR", lambda found: {"pt-BR": "pt_BR"}.get(found.lang)),
    "canonical_url": ("https://example.org/a", lambda found: found.canonical_url),
    "external_url": ("https://example.org/a", lambda found: found.external_url),
    "guid": ("x-1", lambda found: found.guid),
    "seo_type": ("NewsArticle", lambda found: found.seo_type),
    "published": ("2024-05-01", lambda found: found.published.machine),
    "updated": ("2024-06-01", lambda found: found.updated.machine),
    "expires": ("2030-06-01", lambda found: found.expires.machine),
    "draft": ("true", lambda found: {Status.DRAFT: "true"}.get(found.status)),
    "public": ("false", lambda found: {Status.DRAFT: "false"}.get(found.status)),
    "state": ("draft", lambda found: found.status),
    "private": ("true", lambda found: {Status.DRAFT: "true"}.get(found.status)),
    "password": ("x", lambda found: {Status.DRAFT: "x"}.get(found.status)),
    "rendered": ("false", lambda found: {Status.DRAFT: "false"}.get(found.status)),
    "listed": ("false", lambda found: {Status.UNLISTED: "false"}.get(found.status)),
    "unlisted": ("true", lambda found: {Status.UNLISTED: "true"}.get(found.status)),
    "perhaps.draft": ("true", lambda found: {Status.DRAFT: "true"}.get(found.status)),
    "perhaps.named": ("draft", lambda found: found.status),
    "perhaps.listed": ("false", lambda found: {Status.UNLISTED: "false"}.get(found.status)),
    "on_index.hidden": ("true", lambda found: "" if found.on_index else "true"),
    "pinned": ("true", lambda found: "true" if found.pinned else ""),
    "noindex": ("noindex", lambda found: "noindex" if found.noindex else ""),
    "related.shown": ("false", lambda found: "" if found.show_related else "false"),
    "image.shown": ("false", lambda found: "" if found.show_image else "false"),
    "image.hidden": ("true", lambda found: "" if found.show_image else "true"),
    "image.hidden_on_page": ("true", lambda found: "" if found.image_on_page else "true"),
    "tags": ("[world]", lambda found: f"[{found.tags[0]}]"),
    "categories": ("[world]", lambda found: f"[{found.categories[0]}]"),
    "series": ("[A tour]", lambda found: f"[{found.series[0].name}]"),
    "authors": ("[ana]", lambda found: f"[{found.authors[0].key}]"),
    "author.second": ("bo", lambda found: found.authors[0].key),
    "aliases": ("[/old/]", lambda found: f"[{found.aliases[0]}]"),
    "related": ("[b.md]", lambda found: f"[{found.related[0].target}]"),
    "slug": ("a-b", lambda found: found.slug),
    "permalink": ("/x/y/", lambda found: f"/{found.permalink}/"),
    "weight": ("7", lambda found: f"{found.weight:g}"),
    "pinned.number": ("7", lambda found: f"{-found.weight:g}" if found.pinned else ""),
    "reading_minutes": ("7", lambda found: f"{found.reading_minutes}"),
    "reading_seconds": ("420", lambda found: str(found.reading_minutes * 60)),
    "image.src": ("./pic.png", lambda found: found.image.src),
    "series.number": ("2", lambda found: f"{found.series[0].number:g}"),
    "author.url": ("https://example.org/a", lambda found: found.authors[0].url),
    "author.title": ("Editor", lambda found: found.authors[0].title),
    "author.avatar": ("a.png", lambda found: found.authors[0].avatar),
    "author.email": ("a@example.org", lambda found: found.authors[0].email),
    "image.folder": ("/media/a/", lambda found: found.image.src.removesuffix("pic.png")),
    "image.alt": ("A view", lambda found: found.image.alt),
    "image.caption": ("A view", lambda found: found.image.caption),
    "image.credit": ("Ana", lambda found: found.image.credit),
    "image.width": ("800", lambda found: str(found.image.width)),
    "image.height": ("600", lambda found: str(found.image.height)),
    "image.position": ("top", lambda found: found.image.position),
}
COMPANIONS = {"series": "series: A tour\n", "author": "author: Ana\n", "image": "hero: pic.png\n"}
ALIASES = [(alias, SAMPLES[alias.field]) for field in FIELDS.values() for alias in field.aliases]


def nested(key: str, value: str) -> str:
    head, *rest = key.split(".")
    for part in reversed(rest):
        value = f"{{{part}: {value}}}"
    if head.lower() == "resources":
        value = f"[{{name: featuredImage, src: {value}}}]"
    return f"{head}: {value}\n"


def spellings(key: str) -> list[str]:
    snake = "".join(f"_{char.lower()}" if char.isupper() else char for char in key)
    return [key, key.upper(), snake, snake.replace("_", "-")]


@pytest.mark.parametrize(("alias", "sample"), ALIASES, ids=[f"{a.field}={a.key}" for a, _ in ALIASES])
def test_every_alias_in_every_spelling_gives_its_field(alias: Any, sample: tuple[Any, Any]) -> None:
    value, shown = sample
    if alias.only is Shape.PATH and alias.field == "aliases":
        value = "/old/"
        shown = lambda found: found.aliases[0]  # noqa: E731
    if alias.only is Shape.WORD and alias.field == "authors":
        value, shown = "ana", lambda found: found.authors[0].key
    if alias.key == "robots" or alias.field != "noindex":
        pass
    else:
        value, shown = "true", lambda found: "true" if found.noindex else ""
    head = alias.field.partition(".")[0]
    extra = COMPANIONS.get(head, "") if "." in alias.field and alias.field != "author.second" else ""
    if alias.field in ("image.src", "image.shown", "image.hidden") or alias.key.startswith("header."):
        extra = extra if alias.key.startswith("header.") and alias.field != "image.src" else ""
    for key in spellings(alias.key):
        text = f"---\n{extra}{nested(key, value)}---\nText.\n"
        found = read(text).entry
        assert found is not None
        assert shown(found) == value, text


@pytest.mark.parametrize(
    "field", [field for field in FIELDS.values() if field.kind == "text"], ids=lambda f: f.name
)
def test_the_first_alias_of_the_documented_order_counts_and_the_others_are_named(field: Any) -> None:
    keys = [alias for alias in field.aliases if alias.only is None and "." not in alias.key]
    if len(keys) < 2:
        return
    first = keys[0]
    second = next(alias for alias in keys if normal(alias.key) != normal(first.key))
    values = {"lang": ("en", "fr")}.get(field.name, ("One", "Two"))
    reading = read(f"---\ndate: 2024-05-01\n{second.key}: {values[1]}\n{first.key}: {values[0]}\n---\n")
    assert getattr(reading.entry, field.name) == values[0]
    assert codes(reading) == ([] if second.fallback else ["front-matter-overruled"])
    if not second.fallback:
        assert (reading.problems[0].key, first.key in reading.problems[0].fact) == (second.key, True)


@pytest.mark.parametrize("beside", ["wordpress_id: 7", "wordpressId: '7'"])
def test_the_address_that_a_post_had_in_wordpress_is_no_page_that_it_is_about(beside: str) -> None:
    line = "link: https://example.net/2013/03/04/high-water/"
    assert entry(f"{line}\n{beside}").external_url is None
    assert codes(front(f"{line}\n{beside}")) == []
    assert entry(line).external_url == line.removeprefix("link: ")
    assert entry(f"redirect_to: https://example.net/\n{beside}").external_url == "https://example.net/"


def test_the_number_of_an_author_in_wordpress_is_no_name() -> None:
    assert entry("post_author: '2'").authors == ()
    assert [author.name for author in entry("post_author: Ana Ruiz").authors] == ["Ana Ruiz"]
    assert codes(front("author: Bo\npost_author: Ana Ruiz")) == []


def test_the_name_of_an_author_counts_where_no_other_key_does() -> None:
    found = entry("author: ''\nauthor_name: Ana Ruiz\nauthor_url: https://example.org/ana").authors
    assert [(author.name, author.url) for author in found] == [("Ana Ruiz", "https://example.org/ana")]
    reading = front("author: ana\nauthorName: Ana Ruiz")
    assert codes(reading) == []
    assert reading.entry is not None
    assert [author.name for author in reading.entry.authors] == ["ana"]


def test_an_empty_alias_gives_way_to_the_next() -> None:
    found = entry("hero: ''\nheroImage: null\ncover: c.png\ndescription:\nabstract: Words")
    assert found.image is not None
    assert (found.image.src, found.description) == ("c.png", "Words")


def test_the_file_that_pelican_writes_beside_an_address_is_no_other_address() -> None:
    reading = front("url: blog/a/\nsave_as: blog/a/index.html")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.permalink == "blog/a"


def test_the_number_that_a_post_had_in_a_database_is_no_other_identity() -> None:
    reading = front("id: 176\nguid: https://example.org/?p=176")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.guid == "https://example.org/?p=176"


@pytest.mark.parametrize("key", ["sidebar_label", "linkTitle", "title_meta", "meta_title", "og_title"])
def test_a_heading_says_more_than_a_key_that_is_meant_for_another_purpose(key: str) -> None:
    block = f"---\n{key}: Short\ndate: 2024-05-01\n---\n"
    found = [
        read(f"{block}{body}").entry for body in ("# Long\n\nText.\n", "Text.\n", "**Short**\n\nText.\n")
    ]
    assert [(each.title, each.title_from) for each in found if each] == [
        ("Long", "heading"),
        ("Short", "title"),
        ("Short", "title"),
    ]
    assert [each.body for each in found if each] == ["# Long\n\nText.\n", "Text.\n", "Text.\n"]
    named = read(f"---\ntitle: Own\n{key}: Short\ndate: 2024-05-01\n---\n# Long\n").entry
    assert named is not None
    assert named.title == "Own"


def test_aliases_that_agree_are_not_mentioned() -> None:
    assert codes(front("tags: [News]\ntag: news\nhero: a.png\nimage: a.png\npubDate: '2024-05-01'")) == []
    assert codes(front("date: 2024-05-01\npublished_time: 2024-05-01 10:00:00 -05:00")) == []


COLLISIONS = [
    ("published: true", Status.PUBLISHED, "2024-05-01"),
    ("published: false", Status.DRAFT, "2024-05-01"),
    ("published: 'no'", Status.DRAFT, "2024-05-01"),
    ("published: 'yes'", Status.PUBLISHED, "2024-05-01"),
    ("published: 2024-01-02\ndate:", Status.PUBLISHED, "2024-01-02"),
    ("published: 1704153600000\ndate:", Status.PUBLISHED, "2024-01-02T00:00:00+00:00"),
    ("published: 'Jan 2, 2024'\ndate:", Status.PUBLISHED, "2024-01-02"),
    ("draft: true", Status.DRAFT, "2024-05-01"),
    ("draft: 'true'", Status.DRAFT, "2024-05-01"),
    ("draft: 1", Status.DRAFT, "2024-05-01"),
    ("draft: 0", Status.PUBLISHED, "2024-05-01"),
    ("draft: false", Status.PUBLISHED, "2024-05-01"),
    ("draft:", Status.PUBLISHED, "2024-05-01"),
    ("status: hidden", Status.UNLISTED, "2024-05-01"),
    ("status: private", Status.UNLISTED, "2024-05-01"),
    ("status: skip", Status.SKIP, "2024-05-01"),
    ("status: Draft", Status.DRAFT, "2024-05-01"),
    ("status: scheduled", Status.PUBLISHED, "2024-05-01"),
    ("status: new", Status.PUBLISHED, "2024-05-01"),
    ("visibility: public", Status.PUBLISHED, "2024-05-01"),
    ("unlisted: true", Status.UNLISTED, "2024-05-01"),
    ("draft: true\nstatus: published", Status.DRAFT, "2024-05-01"),
    ("isPublish: false", Status.DRAFT, "2024-05-01"),
    ("public: false", Status.DRAFT, "2024-05-01"),
    ("public: true\nisPublic: 'no'", Status.DRAFT, "2024-05-01"),
    ("unpublished: true", Status.DRAFT, "2024-05-01"),
    ("unpublished: 2024-06-01", Status.PUBLISHED, "2024-05-01"),
    ("nopublish: true", Status.DRAFT, "2024-05-01"),
    ("isHidden: true", Status.UNLISTED, "2024-05-01"),
]


@pytest.mark.parametrize(("block", "status", "date"), COLLISIONS)
def test_the_type_of_a_value_decides_what_its_key_means(block: str, status: Status, date: str) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.published is not None
    assert (reading.entry.status, reading.entry.published.machine) == (status, date)


def test_a_draft_switch_that_is_neither_is_an_error_and_hides() -> None:
    reading = front("draft: maybe")
    assert codes(reading) == ["status-unreadable"]
    assert reading.entry is not None
    assert reading.entry.status is Status.DRAFT


@pytest.mark.parametrize(("word", "status"), [("published", "published"), ("Draft", "draft")])
def test_a_draft_may_be_the_word_that_an_editor_has_for_a_state(word: str, status: str) -> None:
    reading = front(f"draft: {word}")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.status == status


def test_a_post_in_a_folder_of_drafts_is_a_draft_and_the_place_of_the_word_is_known() -> None:
    reading = read("---\ndate: 2024-05-01\nstatus: published\n---\n", "blog/_drafts/a.md")
    assert reading.entry is not None
    assert (reading.entry.status, reading.entry.place("status").line) == (Status.DRAFT, 3)


def test_an_unknown_status_word_is_a_warning_and_featured_pins() -> None:
    assert codes(front("status: simmering")) == ["status-unknown"]
    assert entry("status: featured").pinned


def test_a_post_is_off_the_front_page_where_any_key_of_its_says_so() -> None:
    reading = front("hiddenFromHomePage: false\nhiddenInHomeList: true")
    assert codes(reading) == []
    assert reading.entry is not None
    assert not reading.entry.on_index
    assert entry("hiddenFromHomePage: false\nhiddenInHomeList: false").on_index


TAGS = [
    ("tags: [a, b]", ("a", "b")),
    ("tags: [' a ', '', null]", ("a",)),
    ("tags: single", ("single",)),
    ("tags: two words", ("two words",)),
    ("tags: a, b,,c", ("a", "b", "c")),
    ("tags: a, b; c", ("a, b", "c")),
    ("tags:", ()),
    ("tags: []", ()),
    ("tags: ''", ()),
    ("tags: ['#one', '##two', '#']", ("one", "two")),
    ("tags: [a/b]", ("a/b",)),
    ("tags: '#one #two'", ("one", "two")),
    ("tags: ['#one #two/three', four five]", ("one", "two/three", "four five")),
    ("tags: '#one two'", ("one two",)),
    ("tags: '#one #'", ("one #",)),
    ("tags: '#one, #two #three'", ("one", "two #three")),
    ("tags: [C, C++, C#, .NET]", ("C", "C++", "C#", ".NET")),
    ("tags: [{label: One, permalink: /one}, {name: Two}]", ("One", "Two")),
    ("tags: [سلام, 世界]", ("سلام", "世界")),
    ("taxonomies: {tags: [a], categories: [b]}", ("a",)),
    ("taxonomies: {tag: [a, b], category: [c]}", ("a", "b")),
    ("taxonomy: {category: blog, tag: [a, b]}", ("a", "b")),
    ("taxonomy: {category: [blog], post_tag: [a, b]}", ("a", "b")),
    ("tags: [a]\npost_tag: [b, c]", ("a",)),
    ("tags: Tides &amp; Winds, Harbour", ("Tides & Winds", "Harbour")),
    ("tags: [Q&amp;A, 'R&D;', AT&T]", ("Q&A", "R&D;", "AT&T")),
    ("tags:\n- one\n- two", ("one", "two")),
    ("tags:\n- [one, two words]\n- three", ("one", "two words", "three")),
    ("tags:\n- - one\n  - [two]", ("one", "two")),
]


@pytest.mark.parametrize(("block", "expected"), TAGS)
def test_tags_are_read_from_lists_and_texts(block: str, expected: tuple[str, ...]) -> None:
    assert entry(block).tags == expected


def test_zola_calls_its_taxonomies_as_a_site_likes() -> None:
    found = entry("taxonomies: {author: [Ana Ruiz, Bo Lind], category: [Tides]}")
    assert [author.name for author in found.authors] == ["Ana Ruiz", "Bo Lind"]
    assert found.categories == ("Tides",)


def test_those_that_a_post_is_by_are_its_authors() -> None:
    assert [author.name for author in entry("by: [Ana Ruiz, Bo Lind]").authors] == ["Ana Ruiz", "Bo Lind"]
    reading = front("author: Ana Ruiz\nby: ana ruiz")
    assert codes(reading) == []


def test_spaces_split_only_where_the_config_says_so() -> None:
    assert entry("tags: a b c", tag_text={"string_split": "space"}).tags == ("a", "b", "c")
    assert entry("tags: [a b, c]", tag_text={"string_split": "space"}).tags == ("a b", "c")


@pytest.mark.parametrize(
    ("block", "fact"),
    [
        ("weight: heavy", 'should be a number, is "heavy"'),
        ("weight: [1, 2]", "should be a number, is [1, 2]"),
        ("series: {name: A, part: IV}", 'should be a number, is "IV"'),
        ("readtime: soon", 'should be a number of minutes, is "soon"'),
        ("metrics: {readingTime: -3}", 'should be a number of seconds, is "-3"'),
        ("hero: {src: a.png, width: wide}", 'should be a number of pixels, is "wide"'),
        ("cover: {image: a.png, hidden: perhaps}", 'should be true or false, is "perhaps"'),
    ],
)
def test_what_should_be_a_number_or_a_switch_is_quoted(block: str, fact: str) -> None:
    assert [found.fact for found in front(block).problems] == [fact]


TAG_PROBLEMS = [
    ("tags: {a: b}", "value-invalid", "tags"),
    ("tags: [a, [b, {c: d}]]", "value-ignored", "tags[1][1]"),
    ("tags: ['a, b']", "terms-split", "tags[0]"),
    ("tags: [a, A]", "terms-repeated", "tags[1]"),
    ("tags: [social media, Social-Media]", "terms-repeated", "tags[1]"),
    ("tags: [a, null]", "value-ignored", "tags[1]"),
    ("tags: [" + "x" * 101 + "]", "term-too-long", "tags[0]"),
    ("tags: [" + ", ".join(f"t{n}" for n in range(51)) + "]", "terms-too-many", "tags"),
]


@pytest.mark.parametrize(("block", "code", "key"), TAG_PROBLEMS)
def test_doubtful_tags_are_named(block: str, code: str, key: str) -> None:
    reading = front(block)
    assert [(found.code, found.key) for found in reading.problems] == [(code, key)]


@pytest.mark.parametrize(
    ("block", "place", "fact", "remedy"),
    [
        ("tags: #sea #tide", (2, 6), '"#sea #tide"', "Write [sea, tide]"),
        ("tags: #sea, #tide  ", (2, 6), '"#sea, #tide"', "Write [sea, tide]"),
        ("categories:  #Sea", (2, 12), '"#Sea"', "Write [Sea]"),
        ("tags:\n- #sea\n- tide", (3, 2), '"#sea"', "Write sea"),
        ("tags:\n- #sea", (3, 2), '"#sea"', "Write sea"),
        ("author: #mara", (2, 8), '"#mara"', "Write [mara]"),
    ],
)
def test_words_that_yaml_takes_for_a_comment_are_named(
    block: str, place: tuple[int, int], fact: str, remedy: str
) -> None:
    (found,) = front(block).problems
    assert (found.code, (found.place.line, found.place.col)) == ("value-ignored", place)
    assert (found.fact, found.remedy) == (f"{fact} is a comment, since # begins one in YAML", remedy)


def test_such_words_are_named_in_a_block_that_is_mended_and_beside_lines_that_only_yaml_counts() -> None:
    found = front("description: a: b\ntags: #sea").problems
    assert [(each.code, each.place.line) for each in found] == [
        ("front-matter-mended", 2),
        ("value-ignored", 3),
    ]
    assert "value-ignored" not in codes(front("title: 'a\u2028b\u2028c'\ndate: 2024-05-01\ntags: #sea"))


@pytest.mark.parametrize(
    "block",
    [
        "tags: # those of the index",
        "tags: #those of the index",
        "tags:\n  #sea\n  - tide",
        "tags: [sea] #tide",
        "tags: ~ #tide",
        "tags: ##",
        "tag: tide\ntags: #sea",
        "title: #sea",
    ],
)
def test_a_comment_that_is_meant_is_no_mistake(block: str) -> None:
    assert codes(front(block)) == []


def test_a_comment_of_very_many_words_is_read_in_one_pass() -> None:
    # Sixty of them between commas, and one more without its sign, would have taken longer than anybody lives.
    words = ",".join(["#sea"] * 10_000)
    assert codes(front(f"tags: {words} tide")) == []
    assert codes(front(f"tags: {words}")) == ["value-ignored"]


@pytest.mark.parametrize("key", ["tags", "categories", "series", "authors"])
@pytest.mark.parametrize("written", ["[{}]", "'{}'"])
def test_of_very_many_terms_the_first_count(key: str, written: str) -> None:
    # Each has a page and three feeds, in which all of them are named: 4 KB of these were 100 MB of a site.
    sign = "; " if key == "authors" and written[0] == "'" else ", "
    names = [f"n{number}" for number in range(300)]
    if key == "series":
        written = "[{}]"  # a text is one series
    reading = front(f"{key}: {written.format(sign.join(names))}")
    assert [(found.code, found.key) for found in reading.problems] == [("terms-too-many", key)]
    assert reading.problems[0].fact == "300 terms; the first 200 count"
    assert reading.entry is not None
    found = getattr(reading.entry, key)
    assert [getattr(each, "name", each) for each in found] == names[:200]


def test_a_hundred_authors_are_no_matter() -> None:
    assert len(entry(f"authors: [{', '.join(f'n{number}' for number in range(100))}]").authors) == 100


AUTHORS = [
    ("author: [{name: {given: Ana, family: Lee}, degrees: PhD}, {name: {literal: The Team, family: X}}]",
     (Author("Ana Lee"), Author("The Team"))),
    ("authors: [{user: mara}, {user: bo, guest: true, org: X}]", (Author("mara"), Author("bo"))),
    ("authors: [{username: '@mara', name: Mara Lind}, {author: Bo, avatar: /b.png}]",
     (Author("Mara Lind"), Author("Bo", avatar="/b.png"))),
    ("postauthors: [{name: Ana, website: https://example.org/}]", (Author("Ana", url="https://example.org/"),)),
    ("author: {name: {given: Ludwig, dropping-particle: van, family: Dyk}}", (Author("Ludwig van Dyk"),)),
    ("authors: [{first_name: Ana, last_name: Lee, id: ana}]", (Author("Ana Lee", key="ana"),)),
    ("author: Ana Lee", (Author("Ana Lee", key="Ana Lee"),)),
    ("authors: [ana, bo]", (Author("ana", key="ana"), Author("bo", key="bo"))),
    ("author: Josh Aas, ISRG Executive Director", (Author("Josh Aas, ISRG Executive Director",
                                                          key="Josh Aas, ISRG Executive Director"),)),
    ("author: A One, B Two and C", (Author("A One, B Two and C", key="A One, B Two and C"),)),
    ("author: ana_ruiz,bo", (Author("ana_ruiz", key="ana_ruiz"), Author("bo", key="bo"))),
    ("authors: Ruiz,Ana", (Author("Ruiz,Ana", key="Ruiz,Ana"),)),
    ("author: ana, editor", (Author("ana, editor", key="ana, editor"),)),
    ("author: Ana; Bo", (Author("Ana", key="Ana"), Author("Bo", key="Bo"))),
    ("author: '[Ana Lee](https://a.example/x)'", (Author("Ana Lee", url="https://a.example/x"),)),
    ("author: '[Ana](https://a.example), [Bo](https://b.example) and [Cy](/cy)'",
     (Author("Ana", url="https://a.example"), Author("Bo", url="https://b.example"),
      Author("Cy", url="/cy"))),
    ("author: '[Ana](https://a.example) on behalf of the team'",
     (Author("Ana on behalf of the team", url="https://a.example"),)),
    ("author: Bo, [Ana](https://a.example), editor",
     (Author("Bo", key="Bo"), Author("Ana, editor", url="https://a.example"))),
    ("author: <a href=\"https://a.example\">Ana</a>", (Author("Ana", url="https://a.example"),)),
    ("author: Ana Lee <ana@example.org>", (Author("Ana Lee", email="ana@example.org"),)),
    ("author: ana.lee@example.org", (Author("ana.lee", key="ana.lee", email="ana.lee@example.org"),)),
    ("authors: [mailto:ana@example.org, Bo @ work, '@cy', d@home]",
     (Author("ana", key="ana", email="ana@example.org"), Author("Bo @ work", key="Bo @ work"),
      Author("@cy", key="@cy"), Author("d", key="d", email="d@home"))),
    ("author: '<zoe@example.org>'", (Author("zoe", key="zoe", email="zoe@example.org"),)),
    ("author: kim@example.org <kim@example.org>", (Author("kim", key="kim", email="kim@example.org"),)),
    ("author: mara@example.org, ben@example.org",
     (Author("mara", key="mara", email="mara@example.org"),
      Author("ben", key="ben", email="ben@example.org"))),
    ("author: mara@example.org ben@example.org",
     (Author("mara", key="mara", email="mara@example.org"),
      Author("ben", key="ben", email="ben@example.org"))),
    ("author: Mara <m@example.org>, Bo (b@example.org) and Cy",
     (Author("Mara", email="m@example.org"), Author("Bo", email="b@example.org"), Author("Cy", key="Cy"))),
    ("author: Lee, Ana <ana@example.org>", (Author("Lee, Ana", email="ana@example.org"),)),
    ("author: ann@example.org (Ann)", (Author("Ann", email="ann@example.org"),)),
    ("author: Ann ann@example.org", (Author("Ann", email="ann@example.org"),)),
    ("author: root@localhost", (Author("root", key="root", email="root@localhost"),)),
    ("author: '@ana@social.example'", (Author("@ana@social.example", key="@ana@social.example"),)),
    ("author: '[zoe@example.org](https://a.example)'",
     (Author("zoe", key="zoe", url="https://a.example", email="zoe@example.org"),)),
    ("author: '[Ann](mailto:ann@example.org), <a href=\"mailto:bo@example.org?x\">Bo</a>'",
     (Author("Ann", email="ann@example.org"), Author("Bo", email="bo@example.org"))),
    ("author: Bo\nauthor_url: www.bo.example/me", (Author("Bo", key="Bo", url="https://www.bo.example/me"),)),
    ("author: {name: Bo, url: WWW.bo.example}", (Author("Bo", url="https://WWW.bo.example"),)),
    ("author: '[Bo](www.bo.example)'", (Author("Bo", url="https://www.bo.example"),)),
    ("author: {name: Bo, url: www/bo.html}", (Author("Bo", url="www/bo.html"),)),
    ("author: Bo\nauthor_url: mailto:bo@example.org", (Author("Bo", key="Bo", email="bo@example.org"),)),
    ("author: Bo\nauthor_avatar: mailto:bo@example.org\nauthor_email: b@example.org",
     (Author("Bo", key="Bo", email="b@example.org"),)),
    ("author: a58~@example.org", (Author("a58~", key="a58~", email="a58~@example.org"),)),
    ("author: '\"Q\"@example.org'", (Author("Q", key="Q", email='"Q"@example.org'),)),
    ("author: Di <di@example.org> (team)", (Author("Di (team)", email="di@example.org"),)),
    ("author: Ann https://a50@example.org/", (Author("Ann", email="a50@example.org"),)),
    ("author: (Ann) ann@example.org", (Author("Ann", email="ann@example.org"),)),
    ("author: {name: Kim <kim@example.org>}", (Author("Kim", email="kim@example.org"),)),
    ("authors: [info@a.example, info@b.example, INFO@a.example]",
     (Author("info", key="info", email="info@a.example"),
      Author("info", key="info", email="info@b.example"))),
    ("author: {name: ana@example.org, title: Ed}", (Author("ana", title="Ed", email="ana@example.org"),)),
    ("author: {name: ana@example.org, email: a@b.c}", (Author("ana", email="a@b.c"),)),
    ("authors: [{name: Ana, to: 'https://a.example', avatar: {src: 'https://a.example/a.png', alt: A}}]",
     (Author("Ana", url="https://a.example", avatar="https://a.example/a.png"),)),
    ("authors: [{name: Ana, picture: {url: a.png}}]", (Author("Ana", avatar="a.png"),)),
    ("author: Ana Lee (ana@example.org)", (Author("Ana Lee", email="ana@example.org"),)),
    ("author: {name: Ana, url: 'https://a.example', title: Ed, image_url: a.png, email: a@b.c}",
     (Author("Ana", url="https://a.example", title="Ed", avatar="a.png", email="a@b.c"),)),
    ("author: {key: ana, picture: a.png}", (Author("ana", key="ana", avatar="a.png"),)),
    ("authors: [ana, {name: Bo, website: 'https://b.example'}, '[Cy](/cy)']",
     (Author("ana", key="ana"), Author("Bo", url="https://b.example"), Author("Cy", url="/cy"))),
    ("author: Ana\nauthor_url: https://a.example\nauthor_title: Ed\nauthor_image_url: a.png",
     (Author("Ana", key="Ana", url="https://a.example", title="Ed", avatar="a.png"),)),
    ("author: ana\nsecond_author: bo", (Author("ana", key="ana"), Author("bo", key="bo"))),
    ("authors: [ana, ana]", (Author("ana", key="ana"),)),
    ("author:", ()),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), AUTHORS)
def test_authors_are_read_in_every_form(block: str, expected: tuple[Author, ...]) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.authors == expected


def test_an_unsafe_portrait_in_an_object_is_named_where_it_stands() -> None:
    reading = front("authors:\n- name: Ana\n  avatar:\n    src: javascript:x")
    (found,) = reading.problems
    assert (found.code, found.key, found.place.line) == ("link-unsafe", "authors[0].avatar.src", 5)
    assert entry("authors: [{name: Ana, avatar: {src: a.png}}]").authors[0].avatar_at is not None


HEADERS = [
    ("Authors: Ana One\n    Bo Two", ["Ana One", "Bo Two"]),
    ("Authors: Ana One,\n    Bo Two, Cy\n    Di", ["Ana One", "Bo Two", "Cy", "Di"]),
    ("Authors: One, Ana; Two, Bo\n    Six, Cy", ["One, Ana", "Two, Bo", "Six, Cy"]),
    ("Authors: Ana One\nAuthors: Bo Two", ["Ana One", "Bo Two"]),
    ("Authors:\n    Ana One\n    Bo Two", ["Ana One", "Bo Two"]),
    ("Author: Ana\n    One", ["Ana One"]),
]


@pytest.mark.parametrize(("lines", "names"), HEADERS)
def test_each_line_of_authors_in_headers_is_a_person(lines: str, names: list[str]) -> None:
    reading = read(f"Title: A\nDate: 2024-05-01\n{lines}\nTags: a b\n    c\n\nText.\n")
    assert codes(reading) == []
    assert reading.entry is not None
    assert [author.name for author in reading.entry.authors] == names
    assert reading.entry.tags == ("a b", "c")


def test_names_are_split_where_the_config_says_so() -> None:
    found = entry("author: Ana, Bo and Cy", authors={"split_names": True})
    assert [author.key for author in found.authors] == ["Ana", "Bo", "Cy"]


def test_names_are_split_where_the_caller_knows_them() -> None:
    assert split_names("A, B, and C") == ("A", "B", "C")
    assert split_names("A and B") == ("A", "B")
    assert split_names("Anderson & Sandy; Bo") == ("Anderson", "Sandy", "Bo")


def test_a_script_is_no_author_s_page() -> None:
    reading = front("author: '[Ana](javascript:alert(1))'\nauthors: [{name: Bo, url: 'JavaScript:x'}]")
    assert "link-unsafe" in codes(reading)
    assert reading.entry is not None
    assert all(author.url is None for author in reading.entry.authors)


UNFILLED = """\
cover:
  image: "<image path/url>" # image path/url
  alt: "<alt text>" # alt text
  caption: "<text>" # display caption under cover
  relative: false"""

IMAGES: list[tuple[str, dict[str, Any]]] = [
    ("hero: https://x.example/a|b+é.png?q=1", {"src": "https://x.example/a|b+é.png?q=1"}),
    ("hero: //x.example/a.png", {"src": "https://x.example/a.png"}),
    ("hero: /images/x.png", {"src": "/images/x.png"}),
    ("hero: ./x.png", {"src": "./x.png"}),
    ("hero: ../../assets/x.jpg", {"src": "../../assets/x.jpg"}),
    ("hero: '@/assets/x.jpg'", {"src": "@/assets/x.jpg"}),
    ("image: '{{site.baseurl}}/x.png'", {"src": "{{site.baseurl}}/x.png"}),
    ("hero: {src: a.png, alt: A view, caption: C, width: 800, height: 600px}",
     {"src": "a.png", "alt": "A view", "caption": "C", "width": 800, "height": 600}),
    ("cover: {image: a.png, alt: '', relative: true}", {"src": "a.png", "alt": ""}),
    ("cover: {light: l.png, dark: d.png, alt: x}", {"src": "l.png", "dark_src": "d.png", "alt": "x"}),
    ("image: {path: a.png, width: 1200, height: '630'}", {"src": "a.png", "width": 1200, "height": 630}),
    ("image: {url: a.png}", {"src": "a.png"}),
    ("image: {feature: a.png, credit: Ana}", {"src": "a.png", "credit": "Ana"}),
    ("images: [a.png, b.png]", {"src": "a.png"}),
    ("images: [{src: a.png, alt: x}]", {"src": "a.png", "alt": "x"}),
    ("header: {teaser: t.png, overlay_image: o.png, caption: C}", {"src": "o.png", "caption": "C"}),
    ("header: {teaser: t.png}", {"src": "t.png"}),
    ("resources: [{name: other, src: o.png}, {name: featuredImage, src: f.png}]", {"src": "f.png"}),
    ("image: low\nresources: [{name: cover, src: c.png}, {name: low, src: l.png}]", {"src": "l.png"}),
    ("image: low\nresources: [{name: low, src: l.png}]", {"src": "l.png"}),
    ("resources: [{name: cover_1, src: c.png}]", {"src": "c.png"}),
    ("resources: [{name: Thumbnail, src: t.png}]", {"src": "t.png"}),
    ("resources: [{name: page-header, src: h.png}]", {"src": "h.png"}),
    ("resources: [{name: hero, src: h.png}]", {"src": "h.png"}),
    ("hero: a.png\nheroAlt: ''", {"src": "a.png", "alt": ""}),
    ("hero: a.png\nheroAlt:", {"src": "a.png", "alt": None}),
    ("hero: a.png\nimage-alt: Words", {"src": "a.png", "alt": "Words"}),
    ("header: {image: a.png, image_description: Words}", {"src": "a.png", "alt": "Words"}),
    ("heroImage: a.png\nheroImageAlt: Words", {"src": "a.png", "alt": "Words"}),
    (
        "thumb_img_path: a.png\ncontent_img_path: b.png\ncontent_img_alt: Words",
        {"src": "b.png", "alt": "Words"},
    ),
    ("thumb_img_path: a.png", {"src": "a.png"}),
    ("coverURL: https://x.example/a?b", {"src": "https://x.example/a?b"}),
    ("img_url: /a/b.webp", {"src": "/a/b.webp"}),
    ("featured_media: 1215\nimg_url: https://x.example/photos/7/\nimage: a.png", {"src": "a.png"}),
    ("featured_image: {uid: pic, alt: Words}", {"src": "pic", "alt": "Words"}),
    ("ogImage: o.png\nhero: a.png", {"src": "a.png"}),
    ("preview: {cover: a.png}", {"src": "a.png"}),
    ("preview: a.png\ncover: b.png", {"src": "b.png"}),
    ("preview: true\nfeature: Tides\ncover: b.png", {"src": "b.png"}),
    ("hero_image: a.png\nhero_image_credit_text: Ana", {"src": "a.png", "credit": "Ana"}),
    ("hero: true\nimage: a.png", {"src": "a.png"}),
    ("hero: {tagline: T, image: {file: ../../assets/x.png, alt: A view}, actions: [{text: Go, link: /go/}]}",
     {"src": "../../assets/x.png", "alt": "A view"}),
    ("hero: {title: T, image: {light: l.png, dark: d.png, alt: ''}}",
     {"src": "l.png", "dark_src": "d.png", "alt": ""}),
    ("hero: {image: {html: '<p><img src=\"/h.png?a=1&amp;b=2\" alt=\"A &amp; B\" width=\"640\"></p>'}}",
     {"src": "/h.png?a=1&b=2", "alt": "A & B", "width": 640}),
    ("hero: {image: {html: '<img src=\"h.png\" alt width=\"100%\">'}, alt: Outer}",
     {"src": "h.png", "alt": "Outer", "width": None}),
    ("cover: {image: {src: a.png, caption: Inner}, caption: Outer, credit: Ana}",
     {"src": "a.png", "caption": "Inner", "credit": "Ana"}),
    ("hero: {tagline: T}\nimage: a.png", {"src": "a.png"}),
    ("resources: [{src: a.csv, name: cover}, {src: 'pics/*.png', name: header}, {src: f.JPG, name: cover}]",
     {"src": "f.JPG"}),
    ("hero: {img: a.png, alt: A view}", {"src": "a.png", "alt": "A view"}),
    ("params: {image: a.png}", {"src": "a.png"}),
    ("params: {cover: {image: a.png, alt: A view}}", {"src": "a.png", "alt": "A view"}),
    ("extra: {image: a.png}", {"src": "a.png"}),
    ("extra: {cover_image: {src: a.png, alt: ''}}", {"src": "a.png", "alt": ""}),
    ("cover-img: [/a.png, /b.png]", {"src": "/a.png"}),
    ("cover-img: [{/img/a.jpg: 'Low water, early'}, {/img/b.jpg: High}]",
     {"src": "/img/a.jpg", "caption": "Low water, early"}),
    ("bigimg: {/img/a.JPG?v=1: }", {"src": "/img/a.JPG?v=1", "caption": None}),
    ("cover-img: /a.png\nthumbnail-img: /b.png\nshare-img: /c.png", {"src": "/a.png"}),
    ("thumbnail-img: /b.png\nshare-img: /c.png", {"src": "/b.png"}),
    ("share-img: /c.png", {"src": "/c.png"}),
    ("shareImage: c.png\nfeatureImage: b.png\nfeatureImageCap: Ebb", {"src": "b.png", "caption": "Ebb"}),
    ("background: /img/posts/01.jpg", {"src": "/img/posts/01.jpg"}),
    ("background: https://x.example/a.png?w=5#x", {"src": "https://x.example/a.png?w=5#x"}),
    ("header-img: img/a.jpg", {"src": "img/a.jpg"}),
    ("featuredImage: a.png\nfeaturedImagePreview: b.png", {"src": "a.png"}),
    ("featuredImagePreview: b.png", {"src": "b.png"}),
    ("imageUrl: https://x.example/a", {"src": "https://x.example/a"}),
    ("main_image: a.png", {"src": "a.png"}),
    ("Header_Cover: images/a.jpg\nOg_Image: images/b.jpg", {"src": "images/a.jpg"}),
    ("image_title: Low water\nog_image: a.png", {"src": "a.png"}),
    ("image_title: /images/blogimages/a.png\ntwitter_image: b.png", {"src": "/images/blogimages/a.png"}),
    ("illustration: a.png", {"src": "a.png"}),
    ("hero: a.png\nillustration: b.png\nfeatured-image-preview: c.png", {"src": "a.png"}),
    ("media_subpath: /assets/trip/\nimage: {path: a.png, alt: x}", {"src": "/assets/trip/a.png", "alt": "x"}),
    ("img_path: /assets/trip\nimage: a.png", {"src": "/assets/trip/a.png"}),
    ("media_subpath: https://cdn.example/x\nimage: a.png", {"src": "https://cdn.example/x/a.png"}),
    ("media_subpath: /assets/trip\nimage: /b/a.png", {"src": "/b/a.png"}),
    ("media_subpath: /assets/trip\nimage: https://x.example/a.png", {"src": "https://x.example/a.png"}),
    ("media_subpath: /assets/trip\nimage: //x.example/a.png", {"src": "https://x.example/a.png"}),
    ("media_subpath:\nimage: a.png", {"src": "a.png"}),
    (f"{UNFILLED}\nimages: [a.png]", {"src": "a.png", "alt": None, "caption": None}),
    ("thumbnail: H\nog_image: a.png", {"src": "a.png"}),
    ("thumbnail: a.b", {"src": "a.b"}),
    ("picture: /a.png\nthumbnail: b.png", {"src": "/a.png"}),
    ("picture: to be drawn\neyecatch: a.png", {"src": "a.png"}),
    ("image: {filename: featured.png, focal_point: Smart}", {"src": "featured.png"}),
    ("image: {filename: featured, size: 3}", {"src": "featured"}),
    ("image: a.png\nimage-height: 50%\nimage-width: 12.5em", {"height": None, "width": None}),
    ("hero: {src: a.png, width: 100 %, height: auto}", {"height": None, "width": None}),
]  # fmt: skip


@pytest.mark.parametrize(("block", "expected"), IMAGES)
def test_a_hero_is_read_in_every_form(block: str, expected: dict[str, Any]) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    image = reading.entry.image
    assert image is not None
    assert {name: getattr(image, name) for name in expected} == expected
    assert reading.entry.show_image


@pytest.mark.parametrize(
    "block", ["hero: false", "cover: false", "showHero: false", "cover: {image: a.png, hidden: true}"]
)
def test_a_switch_is_never_a_path(block: str) -> None:
    found = entry(block)
    assert not found.show_image
    assert found.image is None or found.image.src == "a.png"


@pytest.mark.parametrize(
    "block",
    [
        *("preview_image: null", "hero: ''", "cover: {image: ''}", "image: {}", "images: []", UNFILLED),
        *("thumbnail: H", "thumbnail: +", "thumbnail: 7", "cover: 'x='", 'hero: "\\u2764\\ufe0f"'),
        "image: {filename: featured, focal_point: Smart, preview_only: false}",
    ],
)
def test_no_picture_is_no_hero_and_no_fault(block: str) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.image is None
    assert reading.entry.show_image


FOREIGN = [
    'resources: ["data.csv"]',
    'resources: ["*.csv", "../x/*.png"]',
    "resources: [a.png]",
    "resources: cover.png",
    "resources: {src: a.png, name: cover}",
    "resources: [{src: data.csv, name: featured-data}, {src: 'images/*.jpg', name: 'header-:counter'}]",
    "resources: [{src: [a.png], name: cover}, {name: cover}, [a.png]]",
    "images: {compare: true, slider: true}",
    "hero: {tagline: T, actions: [{text: Go, link: /go/}]}",
    "hero: {title: T, image: {html: '<svg><image href=\"a.png\"/></svg>'}}",
    "hero: {title: T, image: {html: ''}}",
    "hero: {image: {html: [a.png]}}",
    "hero: {image: {html: '<img alt=\"No address\">'}}",
    "image: {kind: photo, tags: [a]}",
    "background: '#fff'",
    "background: dark",
    "background: {color: red}",
    "media_subpath: /assets/trip",
    "params: {image: true}",
    "extra: {image: {layout: wide}}",
    "cover-img: [{Low water: /img/a.jpg}]",
    "cover: {hiddenInSingle: true}",
]


@pytest.mark.parametrize("block", FOREIGN)
def test_what_means_something_to_another_system_only_is_no_picture_and_no_fault(block: str) -> None:
    reading = front(block)
    assert reading.problems == ()
    assert reading.entry is not None
    assert reading.entry.image is None
    assert reading.entry.show_image


@pytest.mark.parametrize(("block", "page", "cards"), [
    ("cover: {image: a.png}", True, True),
    ("cover: {image: a.png, hiddenInSingle: true}", False, True),
    ("image: a.png\nhide_image: true", False, True),
    ("image: a.png\nhide_image: false", True, True),
    ("cover: {image: a.png, hiddenInList: true}", True, False),
    ("image: {filename: a.png, preview_only: true}", False, True),
    ("cover: {image: a.png, hiddenInList: false, hiddenInSingle: null}", True, True),
    ("params: {cover: {image: a.png, hiddenInSingle: true, hiddenInList: true}}", False, False),
])  # fmt: skip
def test_a_hero_may_be_kept_from_cards_or_from_its_page(block: str, page: bool, cards: bool) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    found = reading.entry
    assert (found.show_image, found.image_on_page, found.image_on_cards) == (True, page, cards)


def test_an_object_tells_of_a_picture_that_its_system_finds_by_the_name_of_the_file() -> None:
    reading = front("image:\n  caption: 'By [Ana](https://example.org)'\n  focal_point: Smart\n  alt_text:")
    assert codes(reading) == []
    assert reading.entry is not None
    found = reading.entry.image
    assert found is not None
    assert (found.src, found.alt, found.caption) == ("", None, "By [Ana](https://example.org)")
    named = front("image:\n  filename: featured\n  focal_point: Smart\n  caption: By Ana").entry
    assert named is not None
    assert named.image is not None
    assert (named.image.src, named.image.caption) == ("", "By Ana")
    other = front("image:\n  caption: By Ana\n  size: 3")
    assert [(found.code, found.fact) for found in other.problems] == [
        ("value-ignored", "a picture without a path")
    ]


def test_posts_of_devblogs_name_their_authors_one_by_one() -> None:
    reading = front("author1: ana\nauthor2: bo\npost_slug: high-tide")
    assert codes(reading) == []
    assert reading.entry is not None
    found = reading.entry
    assert ([author.key for author in found.authors], found.slug) == (["ana", "bo"], "high-tide")


def test_the_original_is_named_among_other_metadata() -> None:
    reading = front("metadata:\n  title: x\n  canonical: https://a.example/b\n  description: Tides")
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.canonical_url, reading.entry.description) == ("https://a.example/b", "Tides")


def test_a_description_for_search_engines_stands_in_where_a_post_has_no_other() -> None:
    first = front("description: ''\nseo: {title: x, description: Tides}")
    second = front("description: Storms\nseo: {description: Tides}")
    assert codes(first) == codes(second) == []
    assert [reading.entry and reading.entry.description for reading in (first, second)] == ["Tides", "Storms"]


@pytest.mark.parametrize("word", ["middle", "botom", "Background"])
def test_a_position_that_is_no_side_of_a_picture_is_named(word: str) -> None:
    (found,) = front(f"image: {{src: a.png, alt: '', position: {word}}}").problems
    assert (found.code, found.key, found.place.line) == ("value-ignored", "image.position", 2)
    (found,) = front(f"image: a.png\nhero_position: {word}").problems
    assert (found.code, found.key, found.place.line) == ("value-ignored", "hero_position", 3)


@pytest.mark.parametrize("position", ["object-top", "center", "Centre", "50% 20%", "10", "inherit", "''"])
def test_a_position_of_css_is_no_fault(position: str) -> None:
    assert codes(front(f"image: {{src: a.png, alt: '', position: {position}}}")) == []


def test_two_pictures_that_differ_are_named() -> None:
    reading = front("hero: a.png\nimage: b.png")
    assert [(found.code, found.key) for found in reading.problems] == [("front-matter-overruled", "image")]


SERIES = [
    ("series: Tour", (SeriesPart("Tour"),)),
    ("series: Tour\nseries_order: 3", (SeriesPart("Tour", 3.0),)),
    ("series: Tour\nseries_index: 3", (SeriesPart("Tour", 3.0),)),
    ("series: [Tour, Trip]", (SeriesPart("Tour"), SeriesPart("Trip"))),
    ("series: {name: Tour, part: 2}", (SeriesPart("Tour", 2.0),)),
    ("series: Tour\npart: '2'", (SeriesPart("Tour", 2.0),)),
    ("series: {name: Tour, part: '2'}", (SeriesPart("Tour", 2.0),)),
    *(
        (f"series: {{name: Tour, {key}: 2}}", (SeriesPart("Tour", 2.0),))
        for key in ("number", "order", "index", "weight", "position")
    ),
    ("series: {name: Tour, part: '', index: 4}", (SeriesPart("Tour", 4.0),)),
    ("series: Tour\npart: 2024-05-01", (SeriesPart("Tour"),)),
]


@pytest.mark.parametrize(("block", "expected"), SERIES)
def test_series_are_read(block: str, expected: tuple[SeriesPart, ...]) -> None:
    assert entry(block).series == expected


def test_a_mark_of_the_page_about_a_series_is_no_number() -> None:
    reading = front("series: Tour\nseries_index: true")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.series == (SeriesPart("Tour"),)


ADDRESSES = [
    ("slug: hello", "hello", None),
    ("slug: /hello/", "hello", None),
    ("slug: two words", "two-words", None),
    ("slug: 2019", "2019", None),
    ("slug: a/b/c", None, "a/b/c"),
    ("slug: |\n  broken\n  line\n", "broken-line", None),
    ("permalink: /2019/12/hello.html", None, "2019/12/hello.html"),
    ("permalink: hello.htm", None, "hello.htm"),
    ("permalink: /old/hello.html/", None, "old/hello"),
    ("permalink: /posts/hello/index.html", None, "posts/hello"),
    ("permalink: /hello/", None, "hello"),
    ("permalink: /:year/:title/", None, None),
    ("permalink: '/{{ slug }}/'", None, None),
    ("permalink: false", None, None),
    *((f"permalink: {style}", None, None) for style in ("date", "none", "ordinal", "pretty", "weekdate")),
    ("permalink: {build: true}", None, None),
    ("permalink: {build: /a/b/, serverless: /c/}", None, "a/b"),
    ("permalink: {serverless: /c/}", None, None),
    ("url: /a/b/", None, "a/b"),
    ("url: ./a/", None, "blog/a"),
    ("slug: ./a/b/", None, "blog/a/b"),
    ("slug: own\npermalink: /a/b/", "own", "a/b"),
    ("slug: سلام", "سلام", None),
]


@pytest.mark.parametrize(("block", "slug", "permalink"), ADDRESSES)
def test_addresses_are_read(block: str, slug: str | None, permalink: str | None) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.slug, reading.entry.permalink) == (slug, permalink)


@pytest.mark.parametrize(
    "slug",
    [
        "../x",
        "..",
        ".hidden",
        "a\\b",
        "a:b",
        "a?b",
        "a#b",
        "a%2e",
        "con",
        "aux.x",
        "x.html",
        "end.",
        "x" * 241,
        "ä" * 121,
        "COM¹",
        "conin$.x",
    ],
)
def test_an_unsafe_address_is_said_and_not_used(slug: str) -> None:
    reading = front(f"slug: '{slug}'")
    assert codes(reading) == ["address-unsafe"]
    assert reading.entry is not None
    assert reading.entry.slug is None


@pytest.mark.parametrize("typed", ["./con/", "./../up2/", "./.", "./a/b./"])
def test_an_address_beside_the_post_is_said_as_it_was_typed(typed: str) -> None:
    (found,) = front(f"permalink: {typed}").problems
    assert found.fact.startswith(f'the address "{typed}" ')


@pytest.mark.parametrize("block", ["slug: what?", "permalink: /a*b/", "permalink: [/a/, /b/]"])
@pytest.mark.parametrize(("url", "severity"), [("keep", "info"), ("slug", None), ("{year}/{slug}", None)])
def test_an_odd_address_matters_only_where_the_site_asks_for_addresses_of_posts(
    block: str, url: str, severity: str | None
) -> None:
    (found,) = front(block, url=url).problems
    assert found.severity == (severity or CODES[found.code].severity)
    assert CODES[found.code].severity != "info"


FORMER = {
    "Hugo": ("aliases: [old/one, /two/]", ("old/one", "/two/")),
    "Jekyll": ("redirect_from: [old/one, /two/]", ("/old/one", "/two/")),
    "Hexo": ("alias: old/one.html", ("/old/one.html",)),
    "ABlog": ("redirect: old/one", ("/old/one",)),
    "Zola": ("aliases: [old/one, /two/]\nextra: {team: A}", ("/old/one", "/two/")),
    "Zola's terms": ("aliases: [old/one]\ntaxonomies: {tags: [a]}", ("/old/one",)),
}


@pytest.mark.parametrize(("block", "wanted"), FORMER.values(), ids=FORMER)
def test_a_former_address_begins_where_its_system_has_it(block: str, wanted: tuple[str, ...]) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.aliases == wanted


@pytest.mark.parametrize("block", ["redirect_from: https://x.example/a", "alias: 'mailto:a@b'", "alias: ../"])
def test_a_former_address_that_counts_from_the_root_stays_in_the_site(block: str) -> None:
    reading = front(block)
    assert codes(reading) == ["address-unsafe"]
    assert reading.entry is not None
    assert reading.entry.aliases == ()


@pytest.mark.parametrize("name", ["x" * 240, "ä" * 120, "日" * 80])
def test_an_address_is_kept_as_long_as_it_can_be_a_file(name: str) -> None:
    reading = front(f"slug: {name}\npermalink: /{name}/{name}/\naliases: [/{name}/]")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.slug == name
    assert reading.entry.permalink == f"{name}/{name}"
    assert reading.entry.aliases == (f"/{name}/",)


@pytest.mark.parametrize("key", ["slug", "permalink", "aliases", "redirect_from"])
@pytest.mark.parametrize("path", ["x" * 241, "x/" * 401 + "x", "日" * 200 + "/日" * 160])
def test_an_address_that_no_file_can_have_is_refused(key: str, path: str) -> None:
    reading = front(f"{key}: /{path}/")
    assert codes(reading) == ["address-unsafe"]
    assert reading.entry is not None
    assert (reading.entry.slug, reading.entry.permalink, reading.entry.aliases) == (None, None, ())


@pytest.mark.parametrize("block", [
    "permalink: /:year/:title/",
    "permalink: '{{ page.fileSlug }}'",
    "permalink: '{% x %}'",
    "slug: '{{ title }}'",
])  # fmt: skip
def test_a_pattern_of_another_system_is_named_where_the_site_asks_for_addresses_of_posts(block: str) -> None:
    reading = front(block, url="slug")
    assert [(found.code, found.severity) for found in reading.problems] == [("address-pattern", "info")]
    assert codes(front(block, url="{year}/{slug}")) == []
    assert codes(front("permalink: pretty", url="slug")) == []


def test_a_former_address_may_climb_within_the_site() -> None:
    reading = front("aliases: ['../up/', ./here]")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.aliases == ("../up/", "./here")


@pytest.mark.parametrize(
    "path",
    [
        *(
            "//x.example",
            "https://x.example/a",
            "../../up",
            "/../up",
            "a/../../b",
            "a\\b",
            "javascript:x",
            "/%2e%2e/up",
        ),
        *(
            "/.git/config",
            "/con/",
            "/a*b/",
            "/a:b/",
            "/%00/",
            f"/{'x' * 241}/",
            f"/{'ä' * 121}/",
            "/LPT³.txt",
        ),
    ],
)
def test_a_former_address_outside_the_site_is_an_error(path: str) -> None:
    reading = front(f"aliases: ['{path}', /fine/]")
    assert [(found.code, found.severity) for found in reading.problems] == [("address-unsafe", "error")]
    assert reading.entry is not None
    assert reading.entry.aliases == ("/fine/",)


@pytest.mark.parametrize(
    ("path", "read"), [("/caf%C3%A9/", "/café/"), ("/cafe\u0301/", "/café/"), ("a b", "a b")]
)
def test_a_former_address_is_read_as_text(path: str, read: str) -> None:
    reading = front(f"aliases: ['{path}']")
    assert reading.entry is not None
    assert reading.entry.aliases == (read,)


@pytest.mark.parametrize("name", ["One | two", "Why: a story", "The end of it."])
def test_a_name_that_no_address_can_have_is_left_out(name: str) -> None:
    reading = front(f"aliases: ['{name}', /fine/]")
    assert codes(reading) == ["alias-ignored"]
    assert reading.entry is not None
    assert reading.entry.aliases == ("/fine/",)
    assert codes(front(f"redirect_from: ['{name}']")) != []


@pytest.mark.parametrize("path", ["/?p=12", "/old/#part", "/old/?a=b#c"])
def test_a_former_address_with_more_than_a_path_is_left_out(path: str) -> None:
    reading = front(f"aliases: ['{path}', /fine/]")
    assert codes(reading) == ["alias-ignored"]
    assert reading.entry is not None
    assert reading.entry.aliases == ("/fine/",)


OTHERS: list[tuple[str, str, Any]] = [
    ("readtime: 5", "reading_minutes", 5),
    ("duration: 10min", "reading_minutes", 10),
    ("timeToRead: 5 min read", "reading_minutes", 5),
    ("readtime: 5 Min Read", "reading_minutes", 5),
    ("readtime: 5M", "reading_minutes", 5),
    ("readtime: 4.6 MINUTES", "reading_minutes", 5),
    ("metrics: {readingTime: 120}", "reading_minutes", 2),
    ("metrics: {readingTime: 121.5, words: 300}", "reading_minutes", 3),
    ("metrics: {readingTime: 3}", "reading_minutes", 1),
    ("metrics: {readingTime: false}", "reading_minutes", None),
    ("metrics: {readingTime: 600}\nreadtime: 5", "reading_minutes", 5),
    ("duration: PT5M", "reading_minutes", None),
    ("duration: 1h 5m", "reading_minutes", None),
    ("duration: 00:10:00", "reading_minutes", None),
    ("duration: '00:10:00'", "reading_minutes", None),
    ("duration: 45 Minuten", "reading_minutes", None),
    ("duration: [1, 2]", "reading_minutes", None),
    ("pin: true", "pinned", True),
    ("featured: 'yes'", "pinned", True),
    ("weight: -2.5", "weight", -2.5),
    ("isFeatured: true", "pinned", True),
    ("isFeatured: of the week", "pinned", False),
    ("sticky: 100", "pinned", True),
    ("sticky: 100", "weight", -100.0),
    ("sticky: 100\nweight: 5", "weight", 5.0),
    ("sticky: 0", "pinned", False),
    ("sticky: 0", "weight", None),
    ("top: 2", "pinned", True),
    ("top: true", "pinned", True),
    ("top: -2", "pinned", False),
    ("top: 2\npin: false", "pinned", False),
    ("sticky: 2\nPinned: no", "pinned", False),
    ("sticky: 2\nfeatured: false", "pinned", True),
    ("excerpt: true", "summary", None),
    ("summary: false\ndescription: true", "description", None),
    ("summary: true\nexcerpt: Words", "summary", "Words"),
    ("excerpt: Words\nsummary: no", "summary", "Words"),
    ("tags: true\ntopics: [news]", "tags", ("news",)),
    ("readingTime: true\nread_time: 5", "reading_minutes", 5),
    ("tags: false", "tags", ()),
    ("tags: on", "tags", ("on",)),
    ("tags: [on, true]", "tags", ("on", "true")),
    ("categories: No", "categories", ("No",)),
    ("series: Off", "series", (SeriesPart("Off"),)),
    ("author: On", "authors", (Author("On", key="On"),)),
    ("authors: [No, Ana]", "authors", (Author("No", key="No"), Author("Ana", key="Ana"))),
    ("author: no", "authors", ()),
    ("aliases: [on]", "aliases", ("on",)),
    ("categories: true", "categories", ()),
    ("series: true", "series", ()),
    ("author: false", "authors", ()),
    ("authors: [true]", "authors", ()),
    ("tags: [{name: News, visibility: public}, {name: '#brief', visibility: internal}]", "tags", ("News",)),
    ("lang: es_PR", "lang", "es-PR"),
    ("language: English", "lang", "en"),
    ("language: 简体中文", "lang", "zh-Hans"),
    ("lang: ITALIANO", "lang", "it"),
    ("noindex: true", "noindex", True),
    ("robots: noindex, nofollow", "noindex", True),
    ("robots: all", "noindex", False),
    ("seo: {type: NewsArticle}", "seo_type", "NewsArticle"),
    ("seoDescription: High water", "description", "High water"),
    ("seo: {title: Tide, description: High water}", "description", "High water"),
    ("seoDescription: For engines\ndescription: High water", "description", "High water"),
    ("canonical_url: www.x.example/a", "canonical_url", "https://www.x.example/a"),
    ("link: https://x.example", "external_url", "https://x.example"),
    ("redirect: https://x.example", "external_url", "https://x.example"),
    ("redirect: /old/", "aliases", ("/old/",)),
    ("redirect: /old/node.js", "aliases", ("/old/node.js",)),
    ("redirect: /assets/tides.PDF", "aliases", ()),
    ("redirect: [https://x.example]", "external_url", "https://x.example"),
    ("redirect: [https://x.example]", "aliases", ()),
    ("redirect: [/assets/tides.pdf]", "aliases", ()),
    ("redirect: [/old/, older]", "aliases", ("/old/", "/older")),
    ("redirect_to: [https://x.example]", "external_url", "https://x.example"),
    ("redirect_to:\n  - https://x.example", "external_url", "https://x.example"),
    ("redirect_to: [https://x.example, https://y.example]", "external_url", None),
    ("redirect_to: [[https://x.example]]", "external_url", None),
    ("redirect_from: /old/", "aliases", ("/old/",)),
    ("url: https://x.example/a", "external_url", "https://x.example/a"),
]


@pytest.mark.parametrize(("block", "field", "expected"), OTHERS)
def test_other_values_are_read(block: str, field: str, expected: Any) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert getattr(reading.entry, field) == expected


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (
            "links: [a.md, {Other: b.md}, {More: [c.md]}]",
            [("a.md", None, 9), ("b.md", "Other", 23), ("c.md", None, 38)],
        ),
        (
            "related:\n  - {title: T, url: a.md#x}\n  - {Label: L, path: /b/}",
            [("a.md#x", "T", 21), ("/b/", "L", 22)],
        ),
        ("related_posts: a.md", [("a.md", None, 16)]),
        ("related: [a.md, a.md, '', null]", [("a.md", None, 11)]),
        ("related: true", []),
        (
            "links: [{One: [a.md, {Two: b.md}]}, [c.md, [d.md]], e.md]",
            [
                (f"{each}.md", "Two" if each == "b" else None, at)
                for each, at in zip("abcde", (16, 28, 38, 45, 53), strict=True)
            ],
        ),
        ("links: [{One: a.md, Two: b.md}]", [("a.md", "One", 15), ("b.md", "Two", 26)]),
        (
            "links: [{title: T, description: D, website: //a.example, image: a.png}, {Website: b.md}]",
            [("//a.example", "T", 45), ("b.md", "Website", 83)],
        ),
    ],
)
def test_links_to_other_posts_keep_their_titles_and_places(block: str, expected: Any) -> None:
    reading = front(block)
    assert codes(reading) == []
    found = reading.entry.related
    assert [(link.target, link.title, link.place.col) for link in found] == expected


@pytest.mark.parametrize("target", ["url", "href", "path", "link", "file", "slug"])
@pytest.mark.parametrize("title", ["title", "name", "label", "text"])
def test_an_object_says_where_a_link_leads_and_what_it_is_called(target: str, title: str) -> None:
    (link,) = entry(f"related:\n  - {title}: Tides\n    {target}: a.md").related
    assert (link.target, link.title) == ("a.md", "Tides")


IGNORED = [
    ("description: [a]", "value-ignored", "description"),
    ("title: [a]", "value-invalid", "title"),
    ("title: {a: b}", "value-invalid", "title"),
    ("title: \"half \\ud800\"", "front-matter-unreadable", "title"),
    ("title: \"a\\u202Eb\\u0007\"", "text-cleaned", "title"),
    ("weight: heavy", "value-ignored", "weight"),
    ("weight: .nan", "value-ignored", "weight"),
    ("readtime: long", "value-ignored", "reading_minutes"),
    ("metrics: {readingTime: long}", "value-ignored", "metrics.readingTime"),
    ("metrics: {readingTime: 0}", "value-ignored", "metrics.readingTime"),
    ("metrics: {readingTime: 1e300}", "value-ignored", "metrics.readingTime"),
    ("metrics: {readingTime: 999999}", "value-ignored", "metrics.readingTime"),
    ("series: {name: Tour, part: two}", "value-ignored", "part"),
    ("series: {name: Tour, part: .nan}", "value-ignored", "part"),
    ("lang: the english one", "value-ignored", "lang"),
    ("canonical_url: javascript:alert(1)", "link-unsafe", "canonical_url"),
    ('canonical_url: "java\\tscript:alert(1)"', "link-unsafe", "canonical_url"),
    ("pin: perhaps", "value-ignored", "pinned"),
    ("hero: {src: a.png, width: wide}", "value-ignored", "width"),
    ("author: {url: 'https://x.example'}", "value-ignored", "author"),
    ("series: {part: 2}", "value-ignored", "series"),
    ("hero: {src: a.png, width: 800pix}", "value-ignored", "width"),
    ("hero: {caption: A view}", "value-ignored", "image"),
    ("hero: {tagline: T, image: {caption: A view}}", "value-ignored", "image"),
    ("hero: {dark: d.png}", "value-ignored", "image"),
    ("cover: {image: a.png, hiddenInList: sometimes}", "value-ignored", "image.off_cards"),
    ("title: " + "long " * 70, "title-too-long", "title"),
]  # fmt: skip


@pytest.mark.parametrize(("block", "code", "field"), IGNORED)
def test_a_value_that_does_not_fit_is_named_and_left_out(block: str, code: str, field: str) -> None:
    reading = front(block)
    assert codes(reading) == [code], field
    assert reading.entry is not None


def test_a_title_loses_what_nobody_sees_and_its_line_breaks() -> None:
    assert entry('title: "a\\u202Eb\\u0007 \\u200Bc"').title == "ab c"
    assert entry("title: |\n  one\n  two\n").title == "one two"
    assert entry("title: نیم\u200cفاصله").title == "نیم\u200cفاصله"
    assert entry('tags: ["\\u200C", "\\u200D ", sea]').tags == ("sea",)


UNKNOWN = [
    ("ditle: x", "title"),
    ("caategories: [x]", "categories"),
    ("kerywords: x", "keywords"),
    ("descripton: x", "description"),
    ("tgas: [x]", "tags"),
    ("pubDat: 2024-05-01", "pubDate"),
    ("unlsited: true", "unlisted"),
    ("expire: 2024-05-02", "expires"),
]


@pytest.mark.parametrize(
    ("block", "key", "place", "known", "needs_date"),
    [
        ("date: {craeted: 2026-05-05}", "craeted", (2, 17), "created", True),
        ("date:\n  creatd: 2026-05-05", "creatd", (3, 11), "created", True),
        ("date: {created: 2026-05-05, updatd: 2026-05-06}", "updatd", (2, 37), "updated", False),
        ("date: {year: 2026, mnth: 5, day: 4}", "mnth", (2, 26), "month", True),
    ],
)
def test_a_mistyped_key_of_a_date_is_said_at_its_place(block, key, place, known, needs_date) -> None:
    reading = read(f"---\n{block}\n---\n", "blog/a.md")
    (said,) = (each for each in reading.problems if each.code == "unknown-key")
    assert (said.place, said.key) == (("blog/a.md", *place), f"date.{key}")
    assert said.remedy == f"Did you mean {known}?"
    missing = [each.place[:2] for each in reading.problems if each.code == "date-missing"]
    assert missing == ([("blog/a.md", block.count("\n") + 2)] if needs_date else [])


@pytest.mark.parametrize(
    "block",
    [
        "date: {created: 2026-05-05, updated: 2026-05-06}",
        "date: {Created: 2026-05-05, seen: 2026-05-06, 2026: x}",
        "date: {yyyy: 2026, mm: 5, dd: 4}",
    ],
)
def test_other_keys_of_a_date_are_none_of_our_business(block: str) -> None:
    assert "unknown-key" not in codes(read(f"---\n{block}\n---\n", "blog/a.md"))


@pytest.mark.parametrize(("block", "known"), UNKNOWN)
def test_a_mistyped_key_is_a_warning_with_the_likely_one(block: str, known: str) -> None:
    reading = read(f"---\n{block}\n---\n", "blog/2024-05-01-a.md")
    assert codes(reading) == ["unknown-key"]
    assert reading.problems[0].remedy == f"Did you mean {known}?"


@pytest.mark.parametrize(
    ("block", "known"),
    [
        ("craft: [sea]", "crafts"),
        ("Craftes: [sea]", "crafts"),
        ("plce: Pier", "place"),
        ("drafd: true", "draft"),
        ("place: Pier\nplaces: Pier\npace: 4", None),
        ("types: 4\ntype: post", None),
    ],
)
def test_a_key_that_is_nearly_one_of_a_taxonomy_of_the_sites_own_is_taken_for_that(
    block: str, known: str | None
) -> None:
    own = {"work": {"from": "crafts"}, "place": {}, "types": {}}
    said = [found.remedy for found in front(block, taxonomies=own).problems]
    assert said == ([f"Did you mean {known}?"] if known else [])


QUIET = [
    "layout",
    "template",
    "type",
    "comments_id",
    "dsq_thread_id",
    "aktt_notify",
    "wordpress_id",
    "publishAs",
    "cSpell:ignore",
    "team",
    "sig",
    "rating",
    "default_lang_commit",
    "tumblr_url",
    "data",
    "state",
    "page",
    "image2",
    "tile",
    "label",
    "hidden_by",
    "my_own_key",
    "x-tags",
    "toc",
    "icon",
    "hide",
    "search",
    "status2",
    "place",
    "notes",
    "event",
    "lane",
    "time",
    "link_color",
    "share_text",
    "guest_post",
    "social",
    "third_party_js",
    "outdated",
    "seo_image",
    "co_authors",
]


@pytest.mark.parametrize("key", QUIET)
def test_keys_of_other_systems_are_left_alone(key: str) -> None:
    assert codes(front(f"{key}: x")) == []


def test_sources_are_not_changed_by_reading() -> None:
    source = Source("a.md", b"---\ntitle: A\n---\n")
    assert read_entry(source, Settings()) == read_entry(source, Settings())
    assert isinstance(read_entry(source, Settings()).entry, Entry)


@pytest.mark.parametrize(
    "block",
    [
        "tags: ['']",
        "tags:\n  -",
        "author:\n  name:\n  link:\n  avatar: ''",
        "read_time: true",
        "readtime: false",
        "date-modified: last-modified",
        "lastmod: git Last Modified",
        "lastmod: \"`r format(Sys.time(), '%d %B %Y')`\"",
        "draft: true\ndate:",
        "status: draft\ndate:",
    ],
)
def test_what_archetypes_and_themes_leave_there_says_nothing(block: str) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.tags, reading.entry.authors, reading.entry.updated) == ((), (), None)
    assert reading.entry.reading_minutes is None


def test_an_empty_item_among_others_is_named() -> None:
    assert codes(front("tags: [a, '']")) == ["value-ignored"]


def test_categories_within_others_are_lists_within_the_list() -> None:
    reading = front("categories:\n- [Sports, Base/ball]\n- Play\n- []")
    assert codes(reading) == ["value-ignored"]
    assert reading.entry is not None
    assert reading.entry.categories == ("Sports/Base ball", "Play")


@pytest.mark.parametrize(
    ("written", "kept"), [("[[x, [1]]]", ("x",)), ("[[[q]]]", ()), ("[[{name: n}, y]]", ("n/y",))]
)
def test_what_is_no_name_in_a_category_is_said(written: str, kept: tuple[str, ...]) -> None:
    reading = front(f"categories: {written}")
    assert codes(reading) == ([] if "name" in written else ["value-invalid"])
    assert reading.entry is not None
    assert reading.entry.categories == kept


@pytest.mark.parametrize(
    ("line", "field", "expected"),
    [
        ("published: false # soon", "status", "draft"),
        ("tags: [a, b] # two", "tags", ("a", "b")),
        ("tags: [a,\n  b]", "tags", ("a", "b")),
        ("tags:\n\n \n  - a\n  - b", "tags", ("a", "b")),
        ("author: ~", "authors", ()),
        ("slug: null", "slug", None),
    ],
)
def test_a_block_without_an_opening_line_is_yaml_where_it_can_be(
    line: str, field: str, expected: Any
) -> None:
    reading = read(f"title: A\ndate: 2024-01-01 # a day\n{line}\n---\nBody\n")
    assert codes(reading) == []
    assert reading.entry is not None
    assert getattr(reading.entry, field) == expected


def test_headers_keep_their_meaning_above_a_line_of_dashes() -> None:
    text = "Title: Rust: a 'language\nDate: 2024-01-01\nAuthor: Jo\nAuthor: Ann\n---\nBody\n"
    reading = read(text)
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.body) == ("Rust: a 'language", "Body\n")
    assert [author.name for author in reading.entry.authors] == ["Jo Ann"]


def test_headers_name_several_authors_between_commas() -> None:
    block = "Title: A\nDate: 2024-05-01\n{}: Alexis Metaireau, Conan and Sons\n\nText.\n"
    names = {
        key: [author.name for author in read(block.format(key)).entry.authors]
        for key in ("Authors", "Author")
    }
    assert names["Authors"] == ["Alexis Metaireau", "Conan and Sons"]
    assert names["Author"] == ["Alexis Metaireau, Conan and Sons"]


@pytest.mark.parametrize(
    ("block", "names"),
    [
        ("blogpost: true\nauthor: Ana Lee, Bo Berg", ["Ana Lee", "Bo Berg"]),
        ("blogpost: true\nauthor: [Ana Lee, 'Bo Berg, Jr.']", ["Ana Lee", "Bo Berg, Jr."]),
        ("blogpost: false\nauthor: Ana Lee, Bo Berg", ["Ana Lee, Bo Berg"]),
    ],
)
def test_a_post_of_ablog_names_several_authors_between_commas(block: str, names: list[str]) -> None:
    assert [author.name for author in entry(block).authors] == names


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Foo &#8211; bar", "Foo – bar"),
        ("It&#x2019;s &#38; more", "It’s & more"),
        ("&#60;b&#62; &#38;lt;", "<b> &lt;"),
        ("WP &amp; export &#8211; x", "WP & export – x"),
        (
            "&notaname; &#8211; &lt;b&GT; &amp;amp; &copy &Eacute;t&eacute;",
            "&notaname; – <b> &amp; &copy Été",
        ),
        ("AT&T, &lt;, &nbsp; and &amp;", "AT&T, &lt;, &nbsp; and &amp;"),
    ],
)
def test_references_of_exports_are_the_signs_they_stand_for(typed: str, title: str) -> None:
    reading = front(f"title: '{typed}'")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.title == title


def test_letters_and_accents_are_one_sign_except_in_addresses_elsewhere() -> None:
    apart = unicodedata.normalize("NFD", "Café")
    lines = f"title: {apart}\ntags: [{apart}]\nauthor: {apart}\nseries: {apart}\nrelated: [{apart}]"
    found = entry(f"{lines}\nhero: https://x.example/{apart}.png")
    assert (found.title, found.tags, found.authors) == ("Café", ("Café",), (Author("Café", key="Café"),))
    assert (found.series, found.related[0].target) == ((SeriesPart("Café"),), "Café")
    assert found.image is not None
    assert found.image.src == f"https://x.example/{apart}.png"


def test_a_reference_hides_no_scheme_and_no_sign_that_nobody_sees() -> None:
    assert codes(front("canonical_url: 'javascript&#58;alert(1)'")) == ["link-unsafe"]
    assert codes(front("title: 'A&#8238;B'")) == ["text-cleaned"]
    assert codes(front("title: 'A&#55296;B'")) == []


@pytest.mark.parametrize("block", ["params: {author: Jane}", "extra:\n  authors: [Jane]"])
def test_authors_may_stand_among_a_site_s_own_keys(block: str) -> None:
    reading = front(block)
    assert reading.entry is not None
    assert [author.name for author in reading.entry.authors] == ["Jane"]


def test_dates_as_hashnode_saves_them_are_read_and_waited_for() -> None:
    block = "datePublished: {} (Coordinated Universal Time)\ndate_updated: 2024-05-01\ncuid: x"
    found = read(f"---\ntitle: A\n{block.format('Tue Apr 02 2024 15:18:21 GMT+0000')}\n---\nText.\n")
    assert codes(found) == []
    assert found.entry is not None
    assert found.entry.published is not None
    assert found.entry.published.machine == "2024-04-02T15:18:21+00:00"
    assert found.entry.updated is not None
    waiting = entry("date: 2024-05-01\ndate_published: 2099-01-01")
    assert waiting.due is not None
