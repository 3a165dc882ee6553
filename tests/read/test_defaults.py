"""Folder defaults: merged as lists and objects, nearest on top, each message at its own line."""

from __future__ import annotations

from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import Defaults, Reading, read_defaults, read_entry
from mkdocs_newsblog.schema.settings import Settings


def given(folder: str, text: str) -> Defaults:
    return read_defaults(Source(f"{folder}/.meta.yml" if folder else ".meta.yml", text.encode()))


def read(block: str, *defaults: Defaults, src_uri: str = "blog/deep/post.md") -> Reading:
    return read_entry(Source(src_uri, f"---\n{block}\n---\nText.\n".encode()), Settings(), defaults)


def test_a_post_takes_what_it_does_not_say_from_its_folders() -> None:
    found = read("title: Own", given("blog", "title: Below\nauthor: ana\ndate: 2024-05-01")).entry
    assert found is not None
    assert (found.title, found.authors[0].key, found.meta["author"]) == ("Own", "ana", "ana")


def test_the_nearer_folder_wins_in_any_order_of_the_files() -> None:
    near, far = given("blog/deep", "summary: near"), given("", "summary: far\nsubtitle: far")
    for defaults in ((near, far), (far, near)):
        found = read("date: 2024-05-01", *defaults).entry
        assert found is not None
        assert (found.summary, found.subtitle) == ("near", "far")


def test_lists_are_joined_and_objects_merged() -> None:
    far = given("blog", "tags: [far]\ncover: {image: a.png, alt: Below}")
    near = given("blog/deep", "tags: [near]")
    found = read("date: 2024-05-01\ntags: [own]\ncover: {alt: Own}", far, near).entry
    assert found is not None
    assert found.tags == ("far", "near", "own")
    assert found.image is not None
    assert (found.image.src, found.image.alt) == ("a.png", "Own")


def test_a_tag_that_the_folder_gives_may_stand_in_a_post_too() -> None:
    far, near = given("", "tags: [a]"), given("blog", "tags: [A, b, B]")
    reading = read("date: 2024-05-01\ntags: [a, c, b, C]", far, near)
    assert reading.entry is not None
    assert reading.entry.tags == ("a", "b", "c")
    assert [(str(found.place), found.fact) for found in reading.problems] == [
        ("blog/.meta.yml:1:14", '"B" stands twice'),
        ("blog/deep/post.md:3:17", '"C" stands twice'),
    ]


def test_another_alias_in_the_post_comes_before_the_folder_s_and_is_no_disagreement() -> None:
    reading = read(
        "date: 2024-05-01\nheroImage: own.png\ntopics: [own]", given("blog", "hero: a.png\ntags: [b]")
    )
    assert reading.problems == ()
    assert reading.entry is not None
    assert reading.entry.image is not None
    assert (reading.entry.image.src, reading.entry.tags) == ("own.png", ("own",))


def test_an_empty_value_in_the_post_removes_the_default() -> None:
    found = read("date: 2024-05-01\nhero: null", given("blog", "hero: a.png")).entry
    assert found is not None
    assert found.image is None


def test_a_folder_is_compared_by_parts_of_its_path() -> None:
    found = read(
        "date: 2024-05-01", given("blo", "summary: other"), given("blog/dee", "subtitle: other")
    ).entry
    assert found is not None
    assert (found.summary, found.subtitle) == (None, None)


def test_a_problem_stands_at_the_line_of_the_file_that_caused_it() -> None:
    defaults = given("blog", "# note\nweight: heavy\ntags:\n  - a\n  - [{}]\n")
    reading = read("date: 2024-05-01\ntags: [b, {}, [{}]]", defaults)
    assert [(str(found.place), found.code) for found in reading.problems] == [
        ("blog/.meta.yml:5:6", "value-ignored"),
        ("blog/deep/post.md:3:11", "value-ignored"),
        ("blog/deep/post.md:3:16", "value-ignored"),
        ("blog/.meta.yml:2:9", "value-ignored"),
    ]


def test_items_of_a_list_are_counted_in_the_file_where_they_are_written() -> None:
    near, far = given("blog/deep", "tags: [c, 'd, e']"), given("", "tags: [a, b]")
    reading = read("date: 2024-05-01\ntags: [f, 'g, h']", near, far)
    assert [(str(found.place), found.key) for found in reading.problems] == [
        ("blog/deep/.meta.yml:1:11", "tags[1]"),
        ("blog/deep/post.md:3:11", "tags[1]"),
    ]


def test_typed_text_survives_merging() -> None:
    found = read("date: 2024-05-01\ntags: [1.10]", given("blog", "tags: [no, 2.0]\ntitle: 12:30")).entry
    assert found is not None
    assert (found.tags, found.title) == (("no", "2.0", "1.10"), "12:30")


def test_a_broken_file_of_defaults_is_reported_once_with_its_own_line() -> None:
    broken = given("blog", "title: a: b\nauthor: ana\n")
    assert [(found.code, found.place.line) for found in broken.problems] == [("front-matter-mended", 1)]
    unread = read_defaults(Source("blog/.meta.yml", b"\xff"))
    assert [found.code for found in unread.problems] == ["file-not-utf8"]
    reading = read("date: 2024-05-01", unread, broken)
    assert reading.problems == ()
    assert reading.entry is not None
    assert reading.entry.authors[0].key == "ana"


def test_a_file_of_defaults_may_be_empty_or_marked_like_front_matter() -> None:
    assert given("blog", "").problems == ()
    assert given("blog", "---\nauthor: ana\n").document.data == {"author": "ana"}
    assert [found.code for found in given("blog", "- a\n").problems] == ["front-matter-unreadable"]


def test_a_number_stays_as_it_is_written_beside_defaults() -> None:
    text = '+++\ntitle = "A"\ndate = 2024-05-01\ntags = [1.10]\n+++\nText.\n'
    for defaults in ([], [given("blog", "author: ana")]):
        found = read_entry(Source("blog/post.md", text.encode()), Settings(), defaults).entry
        assert found is not None
        assert found.tags == ("1.10",)


def test_a_date_that_a_folder_waits_for_gives_way_to_such_a_date_of_the_post_alone() -> None:
    later = given("blog", "publishDate: 2099-01-01\n")
    waiting = read("date: 2020-01-01", later).entry
    assert waiting is not None
    assert waiting.due is not None
    assert waiting.due.machine == "2099-01-01"
    assert waiting.place("due").path == "blog/.meta.yml"
    own = read("date: 2020-01-01\npublish_on: 2020-02-01", later).entry
    assert own is not None
    assert own.due is not None
    assert own.due.machine == "2020-02-01"


def test_links_to_notes_on_lines_of_their_own_are_categories_beside_those_of_a_folder() -> None:
    found = read("date: 2024-05-01\ncategories:\n- [[Sea]]", given("blog", "categories: [[Places, Boats]]"))
    assert found.problems == ()
    assert found.entry is not None
    assert found.entry.categories == ("Places/Boats", "Sea")


def test_words_that_yaml_takes_for_a_comment_are_named_beside_those_of_a_folder() -> None:
    folder = given("blog", "tags: [x]\ncategories:\n- #Sea\n- Land\n")
    found = read("date: 2024-05-01\ntags:\n- #tide\n- low", folder).problems
    said = [(each.place.path, each.place.line, each.key, each.remedy) for each in found]
    assert said == [
        ("blog/deep/post.md", 4, "tags[0]", "Write tide"),
        ("blog/.meta.yml", 3, "categories[0]", "Write Sea"),
    ]
    (alone,) = read("date: 2024-05-01\ntags: #tide", folder).problems[:1]
    assert (alone.place.line, alone.remedy) == (3, "Write [tide]")


def test_a_post_may_be_on_the_front_page_though_its_folder_is_not() -> None:
    folder = given("blog", "hiddenFromHomePage: true\n")
    found = [read("date: 2024-05-01" + line, folder).entry for line in ("", "\nhiddenInHomeList: false")]
    assert [each.on_index for each in found if each is not None] == [False, True]
