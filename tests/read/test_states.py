"""Keys of other systems that keep a post from readers: none of them may be published here without a word."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.site import Around
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.read.values.status import has_password, locks_pages
from mkdocs_newsblog.schema.settings import Settings
from tests.read.reading import codes, front, read

DRAFT, UNLISTED, PUBLISHED = Status.DRAFT, Status.UNLISTED, Status.PUBLISHED

SILENT = [
    ("build: {list: never}", UNLISTED),
    ("_build: {list: local, render: always}", UNLISTED),
    ("build: {list: always, render: always, publishResources: true}", PUBLISHED),
    ("build: {render: never}", DRAFT),
    ("build: {render: Link}", DRAFT),
    ("_build: {render: false, list: false}", DRAFT),
    ("_build: {render: true, list: false}", UNLISTED),
    ("build: {render: never}\ndraft: false", DRAFT),
    ("build: {list: [a, b], render: {x: y}}", PUBLISHED),
    ("build: 12", PUBLISHED),
    ("render: false", DRAFT),
    ("render: true", PUBLISHED),
    ("render: server", PUBLISHED),
    ("headless: true", DRAFT),
    ("headless: false", PUBLISHED),
    ("headless: chromium", PUBLISHED),
    ("permalink: false", DRAFT),
    ("permalink: /a/b/", PUBLISHED),
    ("eleventyComputed: {permalink: false}", DRAFT),
    ("eleventyComputed: {permalink: '/{{ title }}/'}", PUBLISHED),
    ("eleventyComputed: {eleventyExcludeFromCollections: true}", UNLISTED),
    ("eleventyExcludeFromCollections: true", UNLISTED),
    ("listed: false", UNLISTED),
    ("listed: true", PUBLISHED),
    ("article: false", UNLISTED),
    ("article: true", PUBLISHED),
    ("article: https://example.org/a", PUBLISHED),
    ("hide: true", UNLISTED),
    ("hide: false", PUBLISHED),
    ("hide: [navigation, toc]", PUBLISHED),
    ("eleventyExcludeFromCollections: [nav]", PUBLISHED),
    ("publish: false", DRAFT),
    ("publish: 'no'", DRAFT),
    ("publish: true", PUBLISHED),
    ("dg-publish: false", DRAFT),
    ("isPublished: false", DRAFT),
    ("is_published: 'true'", PUBLISHED),
    ("ignorePublish: true", DRAFT),
    ("ignorePublish: false", PUBLISHED),
    ("saveAsDraft: true\nignorePost: false", DRAFT),
    ("ignorePost: true", DRAFT),
    ("do_not_publish: true", DRAFT),
    ("secret: true", UNLISTED),
    ("secret: between us", PUBLISHED),
    ("exclude_from_list: true", UNLISTED),
    ("protected: false\nencrypted: false", PUBLISHED),
    ("published: true\nhideInList: true", UNLISTED),
    ("publishStatus: draft", DRAFT),
    ("publishStatus: needs-review", DRAFT),
    ("publishStatus: published", PUBLISHED),
    ("status: seedling", PUBLISHED),
    ("status: \N{SEEDLING} seedling", PUBLISHED),
    ("status: '\N{CONSTRUCTION SIGN}\ufe0f in-review'", DRAFT),
    ("status: Evergreen", PUBLISHED),
    ("status: [draft]", DRAFT),
    ("status: [published, draft]", DRAFT),
    ("status: []", PUBLISHED),
    ("status: auto-draft", DRAFT),
    ("status: sent", DRAFT),
    ("status: In Review", DRAFT),
    ("status: not_published", DRAFT),
    ("status: trashed", Status.SKIP),
    ("post_status: draft", DRAFT),
    ("post_status: publish\npost_excerpt: A", PUBLISHED),
    ("expiryDate: 0001-01-01T00:00:00Z", PUBLISHED),
    ("publish: draft", DRAFT),
    ("publish: Never", DRAFT),
    ("published: draft\nstatus: published", DRAFT),
    ("dg-publish: draft", DRAFT),
    ("publish: published", PUBLISHED),
    ("publish: ''", PUBLISHED),
    ("published: private", UNLISTED),
    ("private: false", PUBLISHED),
    ("private:", PUBLISHED),
    ("private: true\ndraft: true", DRAFT),
    ("password: ''", PUBLISHED),
    ("password: false", PUBLISHED),
    ("password: x\nstatus: skip", Status.SKIP),
    ("tags: [drafts, private equity]", PUBLISHED),
    ("tags: [nfl, draft]\ndraft: false", PUBLISHED),
    ("tags: [private]\nstatus: published", PUBLISHED),
]


@pytest.mark.parametrize(("block", "status"), SILENT)
def test_a_key_of_another_system_keeps_a_post_as_that_system_does(block: str, status: Status) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.status is status


NAMED = [
    ("private: true", "post-held-back", "private"),
    ("private: true\ndraft: false\npublished: true", "post-held-back", "private"),
    ("private: yes\nunlisted: true", "post-held-back", "private"),
    ("encrypted: true", "post-held-back", "encrypted"),
    ("protected: true\ndraft: false", "post-held-back", "protected"),
    ("private: the team", "status-doubtful", "private"),
    ("password: hunter2", "post-locked", "password"),
    ("password: 1234\ndraft: false", "post-locked", "password"),
    ("password: true\nunlisted: true", "post-locked", "password"),
    ("build: {list: sometimes, render: never}", "status-doubtful", "build.list"),
    ("build: {render: 5}", "status-doubtful", "build.render"),
    ("build: {render: production}", "status-doubtful", "build.render"),
    ("tags: [nfl, draft]", "status-doubtful", "tags"),
    ("tags: Private, other", "status-doubtful", "tags"),
    ("wip: true", "status-doubtful", "wip"),
    ("ignore: true", "status-doubtful", "ignore"),
    ("layout: draft", "status-doubtful", "layout"),
    ("type: Draft", "status-doubtful", "type"),
    ("state: draft", "status-doubtful", "state"),
    ("stage: draft", "status-doubtful", "stage"),
    ("workflow: draft", "status-doubtful", "workflow"),
]


@pytest.mark.parametrize(("block", "code", "key"), NAMED)
def test_a_post_that_is_held_back_for_a_doubt_is_named(block: str, code: str, key: str) -> None:
    reading = front(block)
    assert [(found.code, found.key, found.place.line) for found in reading.problems] == [(code, key, 2)]
    assert reading.problems[0].remedy
    assert reading.entry is not None
    assert reading.entry.status is DRAFT


MEANT = [
    ("wip: false", PUBLISHED),
    ("show: true", PUBLISHED),
    ("show: [a, b]", PUBLISHED),
    ("ignore: false", PUBLISHED),
    ("layout: post", PUBLISHED),
    ("type: note", PUBLISHED),
    ("state: Texas\nstage: 4", PUBLISHED),
    ("layout: [draft]", PUBLISHED),
    ("wip: true\ndraft: false", PUBLISHED),
    ("layout: draft\npublished: true", PUBLISHED),
    ("show: false\nstatus: published", PUBLISHED),
    ("ignore: true\ndraft: true", DRAFT),
]


@pytest.mark.parametrize(("block", "status"), MEANT)
def test_a_key_that_may_hide_a_post_is_no_doubt_where_another_says_what_is_meant(
    block: str, status: Status
) -> None:
    reading = front(block)
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.status is status
    assert codes(front("layout: draft", src_uri="blog/_drafts/post.md")) == []


@pytest.mark.parametrize("key", ["show", "visible"])
def test_a_post_that_may_be_in_no_list_is_in_none_and_is_named(key: str) -> None:
    reading = front(f"{key}: false")
    (found,) = reading.problems
    assert (found.code, found.key, found.place.line) == ("status-doubtful", key, 2)
    assert found.fact == "false may mean that it is not for all readers; the post is not listed"
    assert found.remedy.startswith("Add draft: false to list it, or unlisted: true to keep it out of lists")
    assert reading.entry is not None
    assert reading.entry.status is UNLISTED
    for said, status in (("draft: false", PUBLISHED), ("unlisted: true", UNLISTED)):
        meant = front(f"{key}: false\n{said}")
        assert codes(meant) == []
        assert meant.entry is not None
        assert meant.entry.status is status


def test_the_page_of_a_folder_is_in_no_list_without_a_doubt() -> None:
    reading = front("visible: false", src_uri="blog/sea/_index.md")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.status is UNLISTED
    assert codes(front("wip: true", src_uri="blog/sea/_index.md")) == ["status-doubtful"]


def test_a_switch_with_a_third_state_keeps_a_post_out_of_listings_and_is_named() -> None:
    reading = front("hidden: part")
    assert [(found.code, found.key, found.place.line) for found in reading.problems] == [
        ("status-doubtful", "hidden", 2)
    ]
    assert reading.entry is not None
    assert reading.entry.status is UNLISTED
    assert codes(front("hidden: 'false'")) == []


WORDS = [
    ("publish: draft", []),
    ("published: never", []),
    ("publish: ready", [("status-unknown", "publish", 2)]),
    ("dg-publish: ready", [("status-unknown", "dg-publish", 2)]),
    ("unpublished: ture", [("status-unknown", "unpublished", 2)]),
    ("isPublish: fasle", [("status-unknown", "isPublish", 2)]),
    ("publish: today", [("date-unreadable", "publish", 2)]),
    ("publish: 31 of May", [("date-unreadable", "publish", 2)]),
]


@pytest.mark.parametrize(("block", "found"), WORDS)
def test_a_word_that_is_no_date_says_whether_a_post_is_published(
    block: str, found: list[tuple[str, str, int]]
) -> None:
    """Beside a date in the name of the file, which an unreadable one would stand before."""
    reading = read(f"---\n{block}\ntitle: A\n---\nText.\n", "blog/2024-05-01-a.md")
    assert [(each.code, each.key, each.place.line) for each in reading.problems] == found
    assert reading.entry is not None
    assert reading.entry.status is (PUBLISHED if found else DRAFT)
    if "date-unreadable" not in codes(reading):
        assert reading.entry.published is not None
        assert reading.entry.published.machine == "2024-05-01"


@pytest.mark.parametrize(("block", "status"), [
    ("build: {list: global}", UNLISTED),
    ("build: {render: production}", DRAFT),
    ("private: internal", DRAFT),
    ("tags: [nfl, draft]", DRAFT),
])  # fmt: skip
def test_a_doubt_holds_a_post_back_and_fails_a_strict_build_alone(block: str, status: Status) -> None:
    reading = front(block)
    assert [(found.code, found.severity) for found in reading.problems] == [
        ("status-doubtful", Severity.WARNING)
    ]
    assert reading.entry is not None
    assert reading.entry.status is status


def test_a_key_that_leaves_no_doubt_is_named_in_a_notice() -> None:
    (found,) = front("private: true").problems
    assert found.severity is Severity.INFO


def test_the_passwords_of_posts_stay_out_of_messages() -> None:
    (found,) = front("password: hunter2").problems
    assert "hunter2" not in str(found)


@pytest.mark.parametrize(("tags", "status", "left"), [
    ("sun, draft", DRAFT, ("sun",)),
    ("sun, Private", UNLISTED, ("sun",)),
    ("private, draft", DRAFT, ()),
    ("sun, drafts", PUBLISHED, ("sun", "drafts")),
])  # fmt: skip
def test_old_posts_of_nikola_say_their_state_by_a_tag(tags: str, status: Status, left: object) -> None:
    reading = read(f"<!--\n.. title: A\n.. date: 2024-05-01\n.. tags: {tags}\n-->\n\nText.\n")
    assert codes(reading) == []
    assert reading.entry is not None
    assert (reading.entry.status, reading.entry.tags) == (status, left)


def test_a_post_of_nikola_with_a_status_leaves_no_doubt() -> None:
    front_matter = ".. title: A\n.. date: 2024-05-01\n.. status: published\n.. type: draft\n"
    reading = read(f"<!--\n{front_matter}-->\n\nText.\n")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.status is PUBLISHED


def test_the_plugin_that_locks_pages_is_known_by_its_name() -> None:
    assert locks_pages(["search", "encryptcontent"])
    assert locks_pages(["search", "encryptcontent #2"])
    assert not locks_pages(["search", "newsblog"])
    assert not locks_pages(["hooks/Encrypt.py", "letsencrypt", "encryptcontent.py"])


LEFT_OUT = [
    ("blog/_part.md", 'the name of the file "_part.md" begins with _, so it is left out of the site'),
    ("blog/2024/_part.md", 'the name of the file "_part.md" begins with _, so it is left out of the site'),
    ("blog/_wip/a.md", 'the name of the folder "_wip" begins with _, so it is left out of the site'),
    ("blog/_posts/_a.md", 'the name of the file "_a.md" begins with _, so it is left out of the site'),
    ("blog/_wip/index.md", 'the name of the folder "_wip" begins with _, so it is left out of the site'),
]


@pytest.mark.parametrize(("path", "fact"), LEFT_OUT)
def test_a_name_that_begins_with_an_underscore_is_left_out_whatever_the_file_holds(
    path: str, fact: str
) -> None:
    for text in ("---\ntitle: A\ndate: 2024-05-01\n---\n", "---\nnever: closed\n", b"\xff", ""):
        reading = read(text, path, require_front_matter=True, dir="blog")
        assert [(found.code, found.fact) for found in reading.problems] == [("file-left-out", fact)]
        assert reading.entry is not None
        assert (reading.entry.status, reading.entry.src_uri) == (Status.SKIP, path)


@pytest.mark.parametrize(("path", "status", "options"), [
    ("blog/_posts/2024-05-01-a.md", PUBLISHED, {}),
    ("blog/de/_posts/2024/2024-05-01-a.md", PUBLISHED, {}),
    ("blog/_drafts/a.md", DRAFT, {}),
    ("blog/_index.md", UNLISTED, {}),
    ("blog/a_b.md", PUBLISHED, {}),
    ("_blog/a.md", PUBLISHED, {"dir": "_blog"}),
    ("blog/_notes/a.md", PUBLISHED, {"posts": ["**/*", "_notes/*"]}),
    ("blog/2024/_a.md", PUBLISHED, {"posts": ["**/_*.md"]}),
    ("blog/_wip/a.md", Status.SKIP, {"posts": ["**/*", "_notes/*", "_posts/**"]}),
])  # fmt: skip
def test_a_name_with_an_underscore_that_means_something_is_read(
    path: str, status: Status, options: dict[str, object]
) -> None:
    reading = read("---\ntitle: A\ndate: 2024-05-01\n---\n", path, **{"dir": "blog"} | options)
    assert reading.entry is not None
    assert reading.entry.status is status


def test_a_post_that_eleventy_gives_no_page_is_a_draft_whatever_else_its_permalink_says() -> None:
    assert front("permalink: {build: false, serve: /x/}").entry.status is DRAFT
    assert front("permalink: {build: /x/}").entry.status is PUBLISHED


@pytest.mark.parametrize("value", [None, False, "", [], {}])
def test_a_password_that_is_none_locks_nothing(value: object) -> None:
    assert not has_password({"title": "A", "password": value})
    assert not has_password({"Pass-word": value})


@pytest.mark.parametrize("value", ["secret", 0, 1234, True, ["one"], {"ana": "one"}])
def test_every_other_password_locks_a_post(value: object) -> None:
    assert has_password({"title": "A", "password": value})
    assert has_password({"title": "A", "Pass-Word": value})
    assert not has_password({"title": value})


STATES = {
    PUBLISHED: "published, publish, public, featured, scheduled, future, live, final, complete, completed, "
    "active, new, deprecated",
    DRAFT: "draft, drafts, pending, wip, unpublished, never, later, members, paid, tiers, sent, auto-draft, "
    "embargoed, not published, not-published, in review, In_Review, under review, Pending Review",
    UNLISTED: "hidden, private, unlisted",
    Status.SKIP: "skip, trash, trashed, deleted",
}


@pytest.mark.parametrize(
    ("word", "status"),
    [(word, status) for status, words in STATES.items() for word in words.split(", ")],
)
def test_a_word_for_a_state_is_known_in_any_spelling(word: str, status: Status) -> None:
    for written in (word, word.upper(), f"[{word}]"):
        reading = front(f"status: {written}")
        assert codes(reading) == []
        assert reading.entry is not None
        assert reading.entry.status is status


HELD = [
    ("private: true", True, True),
    ("private: maybe", True, True),
    ("private: false", False, False),
    ("password: secret", True, False),
    ("password: secret\nprivate: true", True, True),
    ("draft: true", False, False),
    ("unlisted: true", False, False),
    ("draft: true\nprivate: true", True, True),
    ("draft: true\npassword: secret", True, False),
]


@pytest.mark.parametrize(("block", "held", "held_with_locks"), HELD)
def test_what_is_private_or_locked_by_nothing_is_held_whatever_else_it_is(
    block: str, held: bool, held_with_locks: bool
) -> None:
    source = Source("blog/a.md", f"---\ntitle: A\ndate: 2024-05-01\n{block}\n---\n".encode())
    for locks, wanted in ((False, held), (True, held_with_locks)):
        found = read_entry(source, Settings(), around=Around(locks=locks)).entry
        assert found is not None
        assert found.held is wanted
