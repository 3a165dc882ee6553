"""What the page of a folder says of the posts below it, as Hugo and Zola have it."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.read.closing import close_bundles, read_folder_data, read_folder_page
from mkdocs_newsblog.schema.settings import Settings

DRAFT, UNLISTED, PUBLISHED = Status.DRAFT, Status.UNLISTED, Status.PUBLISHED
HELD, DOUBT = "folder-held-back", "folder-doubtful"


def below(page: str, block: str = "", path: str = "blog/old/deep/a.md") -> tuple[Status, tuple[Problem, ...]]:
    """The state of a post below a folder page, and what is said of that page."""
    given = read_folder_page(Source("blog/old/_index.md", page.encode()))
    post = f"---\ntitle: A\ndate: 2024-05-01\n{block}\n---\nText.\n"
    entry = read_entry(Source(path, post.encode()), Settings(), [given]).entry
    assert entry is not None
    return entry.status, given.problems


CLOSED = [
    ("Cascade: {Draft: true}", DRAFT, ["3:18 Cascade.Draft"]),
    ("cascade: {build: {render: never}}", DRAFT, ["3:27 cascade.build.render"]),
    ("cascade: {_build: {render: false, list: never}}", DRAFT, ["3:28 cascade._build.render"]),
    ("cascade: {build: {list: never}}", UNLISTED, ["3:25 cascade.build.list"]),
    ("cascade: {headless: true}", DRAFT, ["3:21 cascade.headless"]),
    ("cascade: {private: true}", DRAFT, ["3:20 cascade.private"]),
    ("cascade: {password: x}", DRAFT, ["3:21 cascade.password"]),
    ("cascade: [{banner: a.png}, {draft: true}]", DRAFT, ["3:36 cascade[1].draft"]),
    ("cascade: [{draft: true, target: {kind: page}}]", DRAFT, ["3:19 cascade[0].draft"]),
    ("cascade: {draft: true, _target: }", DRAFT, ["3:18 cascade.draft"]),
]


@pytest.mark.parametrize(("line", "status", "said"), CLOSED)
def test_what_closes_a_folder_closes_the_posts_below_it(line: str, status: Status, said: list[str]) -> None:
    found, problems = below(f"---\ntitle: Old\n{line}\n---\nText.\n")
    assert found is status
    assert [(each.code, f"{each.place.line}:{each.place.col} {each.key}") for each in problems] == [
        (HELD, where) for where in said
    ]
    assert all(each.place.path == "blog/old/_index.md" for each in problems)
    assert '"blog/old/"' in problems[0].fact


OPEN = [
    "draft: false",
    "draft: true",
    "draft: perhaps",
    "draft:",
    "headless: true",
    "build: {render: never}",
    "render: false",
    "cascade:",
    "cascade: true",
    "cascade: [draft]",
    "cascade: {draft: false, build: {render: always, list: always}}",
    "cascade: {type: blog, permalink: /a/:slug/, tags: [a], date: 2099-01-01, params: {draft: true}}",
    "cascade: {draft: true, target: {kind: section}}",
    "cascade: {draft: true, target: {kind: home}}",
    "cascade: {draft: true, target: {Kind: Taxonomy}}",
    "cascade: {draft: true, target: {kind: ' term'}}",
    "cascade: {banner: a.png, target: {path: /blog/**}}",
    "cascade: {draft: false, target: {path: /blog/**}}",
]


@pytest.mark.parametrize("line", OPEN)
def test_what_closes_no_post_of_a_folder_says_nothing(line: str) -> None:
    assert below(f"---\ntitle: Old\n{line}\n---\nText.\n") == (PUBLISHED, ())


@pytest.mark.parametrize(
    "target", ["{path: /blog/**}", "{kind: page, lang: de}", "{kind: '{page,term}'}", "everywhere", "[a]"]
)
def test_a_target_that_can_not_be_judged_is_a_warning(target: str) -> None:
    status, (found,) = below(f"---\ncascade:\n  - draft: true\n    target: {target}\n---\n")
    assert status is PUBLISHED
    assert (found.code, found.key, found.place.line, found.place.col) == (DOUBT, "cascade[0].target", 4, 13)
    assert "[folder-doubtful]" in str(found)


def test_toml_and_json_are_read_too() -> None:
    status, (found,) = below("+++\n[[cascade]]\n[cascade.build]\nrender = 'never'\n+++\n")
    assert (status, found.place.line) == (DRAFT, 4)
    assert below('{"cascade": {"draft": true}}\n\nText.\n')[0] is DRAFT


@pytest.mark.parametrize("line", ["draft = true", "draft = 'perhaps'", "draft = true\n[extra]\na = 1"])
def test_a_draft_closes_a_folder_of_zola(line: str) -> None:
    status, (found,) = below(f"+++\ntitle = 'Old'\n{line}\n+++\n")
    assert status is DRAFT
    assert (found.code, found.key, found.place.line) == (HELD, "draft", 3)


ZOLA = """
    title description sort_by weight template page_template paginate_by paginate_reversed paginate_path
    insert_anchor_links render in_search_index transparent generate_feed generate_feeds redirect_to aliases
"""


@pytest.mark.parametrize("key", ZOLA.split())
def test_every_key_that_a_section_has_in_zola_may_stand_beside_its_draft(key: str) -> None:
    assert below(f"+++\ndraft = true\n{key} = 'x'\n+++\n")[0] is DRAFT
    assert below(f"+++\ndraft = true\n{key} = 'x'\nkeywords = 'x'\n+++\n")[0] is PUBLISHED


@pytest.mark.parametrize("line", ["date = 2026-01-01", "[params]\na = 1", "[cascade]\ntype = 'blog'"])
def test_a_draft_hides_a_page_of_hugo_alone(line: str) -> None:
    assert below(f"+++\ntitle = 'Old'\ndraft = true\n{line}\n+++\n") == (PUBLISHED, ())
    assert below('{"title": "Old", "draft": true}\n\nText.\n') == (PUBLISHED, ())


def test_a_post_may_say_otherwise_of_what_is_handed_down_and_not_of_a_draft() -> None:
    assert below("---\ncascade: {draft: true}\n---\n", "draft: false")[0] is PUBLISHED
    assert below("+++\ndraft = true\n+++\n", "draft: false")[0] is DRAFT
    assert below("+++\ndraft = true\n+++\n", "status: skip")[0] is Status.SKIP


@pytest.mark.parametrize("path", ["blog/a.md", "blog/older/a.md", "blog/old.md"])
def test_posts_elsewhere_are_not_concerned(path: str) -> None:
    assert below("+++\ndraft = true\n+++\n", path=path)[0] is PUBLISHED
    assert below("---\ncascade: {draft: true}\n---\n", path=path)[0] is PUBLISHED


def test_dates_are_handed_down_as_well() -> None:
    page = Source("blog/_index.md", b"---\ncascade: {expiryDate: 2024-06-01, publishDate: 2099-01-01}\n---\n")
    given = read_folder_page(page)
    entry = read_entry(Source("blog/a.md", b"---\ndate: 2024-05-01\n---\n"), Settings(), [given]).entry
    assert entry is not None
    assert entry.expires is not None
    assert entry.due is not None
    assert (entry.expires.machine, entry.due.machine) == ("2024-06-01", "2099-01-01")
    assert entry.published is not None
    assert entry.published.machine == "2024-05-01"
    assert [(found.code, found.key) for found in given.problems] == [(HELD, "cascade.expiryDate")]


@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"---\ntitle: A\n\nNever closed.\n", b"", b"Text.\n"])
def test_a_page_that_can_not_be_read_closes_nothing_here(data: bytes) -> None:
    given = read_folder_page(Source("blog/_index.md", data))
    assert (given.acts, given.problems) == (False, ())


@pytest.mark.parametrize(("cascade", "status"), [
    ("{draft: true, target: {kind: page}}", UNLISTED),
    ("[{draft: true, target: {kind: page}}, {headless: true}]", DRAFT),
    ("{draft: true}", DRAFT),
])  # fmt: skip
def test_a_folder_page_is_no_post_for_a_target_of_posts(cascade: str, status: Status) -> None:
    source = Source("blog/_index.md", f"---\ntitle: Ours\ncascade: {cascade}\n---\nText.\n".encode())
    entry = read_entry(source, Settings(), [read_folder_page(source)]).entry
    assert entry is not None
    assert entry.status is status


@pytest.mark.parametrize(("data", "status", "where"), [
    ('{"draft": true}', DRAFT, "1:1 draft"),
    ('{\n"layout": "post.njk",\n"permalink": false\n}', DRAFT, "3:14 permalink"),
    ('{"target": "x",\n"unlisted": true}', UNLISTED, "2:13 unlisted"),
])  # fmt: skip
def test_data_of_a_folder_closes_the_posts_below_it_unless_they_say_otherwise(
    data: str, status: Status, where: str
) -> None:
    given = read_folder_data(Source("blog/old/old.json", data.encode()))
    (said,) = given.problems
    assert (said.code, f"{said.place.line}:{said.place.col} {said.key}") == (HELD, where)
    block = "draft: false\npermalink: /a/\nunlisted: false"
    for path, own, wanted in (
        ("blog/old/deep/a.md", "", status),
        ("blog/older/a.md", "", PUBLISHED),
        ("blog/old/a.md", block, PUBLISHED),
    ):
        post = f"---\ntitle: A\ndate: 2024-05-01\n{own}\n---\nText.\n"
        entry = read_entry(Source(path, post.encode()), Settings(), [given]).entry
        assert entry is not None
        assert entry.status is wanted, path


OTHER = ['{"status": "ok"}', '{"draft": 3, "published": 41}', '{"draft": ["a.md"]}', '{"private": "x"}']
"""What services and programs write, which is no data of Eleventy."""


@pytest.mark.parametrize("data", OTHER)
def test_values_of_other_programs_close_nothing_unless_the_file_is_sure_to_be_data(data: str) -> None:
    assert not read_folder_data(Source("blog/old/old.json", data.encode())).acts
    assert read_folder_data(Source("blog/old/old.11tydata.json", data.encode())).acts
    beside = data.replace("{", '{"hidden": true, ', 1)
    assert len(read_folder_data(Source("blog/old/old.json", beside.encode())).problems) == 1


@pytest.mark.parametrize("date", ['"2099-01-01"', '"01/02/2099"', "4070908800"])
def test_a_date_in_data_that_the_site_may_be_able_to_read_counts(date: str) -> None:
    given = read_folder_data(Source("blog/old/old.json", f'{{"publish": {date}}}'.encode()))
    assert [said.code for said in given.problems] == [HELD]


@pytest.mark.parametrize(("data", "severity"), [
    ('{"expires": 1735689600, "prices": [1]}', Severity.WARNING),
    ('{"expires": 1735689600.5}', Severity.WARNING),
    ('{"expires": "2025-01-01"}', Severity.INFO),
    ('{"draft": true}', Severity.INFO),
])  # fmt: skip
def test_a_number_that_may_be_the_time_of_a_service_is_no_mere_notice(data: str, severity: Severity) -> None:
    (said,) = read_folder_data(Source("blog/old/old.json", data.encode())).problems
    assert (said.code, said.severity) == (HELD, severity)
    (said,) = read_folder_data(Source("blog/old/old.11tydata.json", data.encode())).problems
    assert said.severity is Severity.INFO


@pytest.mark.parametrize(
    "data", ['{"tags": "posts", "permalink": "/{{ x }}/"}', '{"draft": tru', "[1]", "{}", ""]
)
def test_data_that_closes_nothing_or_is_none_says_nothing(data: str) -> None:
    given = read_folder_data(Source("blog/old/old.json", data.encode()))
    assert given.problems == ()
    assert not given.acts


def bundled(*heads: str) -> tuple[list[Status], list[tuple[str, str]]]:
    """The states of posts by path and front matter, and what is said of pages of bundles, with its fact."""
    posts = []
    for head in heads:
        path, _, block = head.partition(" ")
        data = f"---\ntitle: A\ndate: 2024-05-01\n{block}\n---\nText.\n".encode()
        entry = read_entry(Source(path, data), Settings()).entry
        assert entry is not None
        posts.append(entry)
    closed, said = close_bundles(posts)
    return [entry.status for entry in closed], [(each.place.path, each.code) for each in said]


def test_parts_of_a_bundle_without_readers_are_drafts() -> None:
    page = "blog/trip/index.md headless: true"
    assert bundled(page, "blog/trip/a.md", "blog/trip/deep/b.md", "blog/c.md", "blog/trips/d.md") == (
        [DRAFT, DRAFT, DRAFT, PUBLISHED, PUBLISHED],
        [("blog/trip/index.md", HELD)],
    )
    assert bundled("blog/a.md unlisted: true", "blog/b.md") == ([UNLISTED, PUBLISHED], [])
    assert bundled(page, "blog/a.md") == ([DRAFT, PUBLISHED], [])
    assert bundled(page, "blog/trip/a.md draft: false", "blog/trip/b.md status: skip")[0] == [
        DRAFT,
        DRAFT,
        Status.SKIP,
    ]


def test_a_page_that_lies_in_no_folder_is_no_bundle() -> None:
    assert bundled("index.md headless: true", "a.md", "blog/b.md") == ([DRAFT, PUBLISHED, PUBLISHED], [])
    assert bundled("blog/page.md headless: true", "blog/a.md") == ([DRAFT, PUBLISHED], [])
