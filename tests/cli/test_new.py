"""`newsblog new` writes a post that passes the check, and never over another."""

import datetime as dt
import errno
import os
import unicodedata
from pathlib import Path

import frontmatter
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.schema.settings import Settings
from tests.harness.site import NOW

TODAY = dt.datetime.fromtimestamp(int(NOW), dt.UTC).date()
TITLES = [
    "Hello",
    'He said "no": it\'s #1 & done?',
    "Release 1.10: what's new",
    "1.10",
    "2024",
    "2024-05-01",
    "yes",
    "null",
    "- dash [list] {map} *star* `tick` @at %per |bar >gt",
    "🎉 Party 👩‍👩‍👧",
    "наши новости",
    "新年のお知らせ",
    "a" * 200,
    "tab\tand\nline",
    "C:\\new\\path",
]


@pytest.mark.parametrize("title", TITLES)
def test_any_title_makes_a_post_that_passes(project, title):
    site = project()
    done = site.run("new", "--", title)
    assert done.exit_code == 0, done.output
    path = site.root / done.stdout.strip()
    assert path.parent == site.root / "docs" / "news"
    assert path.name.startswith(f"{TODAY}-")
    entry = read_entry(Source("news/x.md", path.read_bytes()), Settings()).entry
    assert entry.title == " ".join(title.split())
    assert entry.published.day == TODAY
    checked = site.run("check", "--strict")
    assert (checked.exit_code, checked.stdout) == (0, "newsblog: no problems in 1 post\n")


def test_what_is_written(project):
    site = project()
    done = site.run("new", "Say: hi", "--tag", "World", "--tag", "C++", "--draft", "--date", "2024-05-01")
    assert done.stdout == "docs/news/2024-05-01-say-hi.md\n"
    assert site.read("docs/news/2024-05-01-say-hi.md") == (
        "---\ntitle: 'Say: hi'\ndate: 2024-05-01\ntags:\n- World\n- C++\ndraft: true\n---\n\n"
    )


def test_another_post_is_never_overwritten(project):
    site = project()
    assert site.run("new", "Hello").exit_code == 0
    before = site.docs()
    done = site.run("new", "hello!", "--draft")
    assert done.exit_code == 1
    assert "2030-01-01-hello.md is there already" in done.stderr
    assert site.docs() == before


def test_a_full_disk_leaves_no_empty_post_behind(project, monkeypatch):
    site = project()
    before, real = site.docs(), Path.open

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def opened(path, mode="r", **kind):
        file = real(path, mode, **kind)
        if mode == "x":
            file.write = full
        return file

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", opened)
        done = site.run("new", "Hello")
    assert done.exit_code == 2
    assert os.strerror(errno.ENOSPC) in done.stderr
    assert site.docs() == before
    assert site.run("new", "Hello").exit_code == 0


@pytest.mark.parametrize("other", ["2030-01-01-hello/index.md", "2030-01-01-Hello.md"])
def test_another_address_is_never_taken(project, other):
    site = project()
    site.write(f"docs/news/{other}", "# x\n")
    done = site.run("new", "Hello")
    assert done.exit_code == 1
    assert f"news/{other} is there already" in done.stderr


@pytest.mark.parametrize(
    ("url", "other", "keys"),
    [
        ("{year}/{title}", "first", ""),
        ("{year}/{title}", "0000-first", ""),
        ("{year}/{slug}", "first", "slug: hello"),
        ("keep", "first", "aliases: [/news/2026-02-02-hello/]"),
        ("keep", "zz", "aliases: [/news/2026-02-02-hello/]"),
    ],
)
@pytest.mark.parametrize("folder", ["news", "notes"])
def test_the_address_of_a_post_is_never_taken_wherever_its_file_is(project, url, other, keys, folder):
    moved = url if url == "keep" else f"/news/{url}"
    site = project(newsblog=[{"dir": "news", "url": url}, {"dir": "notes", "url": moved}])
    site.write(f"docs/{folder}/{other}.md", f"---\ntitle: Hello\ndate: 2026-01-01\n{keys}\n---\nText.\n")
    site.write("docs/notes/x.md", "---\ntitle: X\ndate: 2026-01-01\n---\nText.\n")
    before = site.docs()
    done = site.run("new", "Hello", "--date", "2026-02-02")
    assert (done.exit_code, done.stdout) == (1, "")
    assert f"{folder}/{other}.md" in done.stderr
    assert "[address-taken]" in done.stderr
    assert site.docs() == before


def test_what_is_wrong_with_other_posts_keeps_none_from_being_written(project):
    site = project()
    for name in ("a", "b"):
        site.write(f"docs/news/{name}.md", "---\ntitle: X\ndate: 2026-01-01\npermalink: /x/\n---\nText.\n")
    assert site.run("new", "Hello").exit_code == 0


def test_a_warning_about_what_a_post_inherits_keeps_it_not_from_being_written(project):
    site = project()
    site.write("docs/news/.meta.yml", "category: news\n")
    for name in "abcd":
        keys = "category: News\n" if name != "d" else ""
        site.write(f"docs/news/{name}.md", f"---\ntitle: {name}\ndate: 2026-01-01\n{keys}---\nText.\n")
    assert site.run("new", "Hello", "--date", "2025-01-01").exit_code == 0


def test_today_is_the_day_at_the_site(project):
    late = str(int(dt.datetime(2024, 5, 1, 20, tzinfo=dt.UTC).timestamp()))
    for zone, day in {"Pacific/Auckland": "2024-05-02", "America/Los_Angeles": "2024-05-01"}.items():
        site = project(newsblog={"dir": "news", "dates": {"timezone": zone}})
        done = site.run("new", "Hello", SOURCE_DATE_EPOCH=late)
        assert done.stdout == f"docs/news/{day}-hello.md\n"


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2024-05-01", "2024-05-01"),
        ("May 1, 2024", "2024-05-01"),
        ("2024-05-01 12:30 +02:00", "2024-05-01 12:30:00+02:00"),
    ],
)
def test_dates_are_read_as_in_front_matter(project, written, wanted):
    site = project()
    path = site.run("new", "Hello", "--date", written).stdout.strip()
    assert path == "docs/news/2024-05-01-hello.md"
    assert f"date: {wanted}\n" in site.read(path)
    assert site.run("check", "--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["Hello", "--date", "soon"], "--date soon: not a date"),
        (["Hello", "--date", "01/02/2024"], "two dates in one"),
        (["Hello", "--tag", "a, b"], "was split at its commas"),
        (["Hello", "--dir", "docs"], "is in no section. The sections are in: news."),
        (["Hello", "--dir", "../news"], "should be a folder below docs_dir"),
        (["Hello", "--dir", "/news"], "should be a folder below docs_dir"),
        (["Hello", "--dir", "news/.hidden"], "should be a folder below docs_dir"),
        (["Hello", "--slug", "../.."], "has no letter or digit"),
        (["🎉"], "has no letter or digit"),
        ([" "], "TITLE is empty"),
        (["Hello\u202e"], "invisible or control characters"),
        ([], "Missing argument 'TITLE'"),
        (["Été\udce9"], "TITLE Été\\udce9 is not valid UTF-8: its character 4 is broken."),
        (["Hello", "--tag", "a", "--tag", "b\udce9"], "--tag b\\udce9 is not valid UTF-8"),
        (["Hello", "--slug", "b\udce9"], "--slug b\\udce9 is not valid UTF-8"),
    ],
)
def test_misuse_writes_nothing(project, arguments, words):
    site = project()
    done = site.run("new", *arguments)
    assert done.exit_code == 2
    assert words in " ".join(done.stderr.split())
    assert site.docs() == {}


def test_a_slug_names_the_file(project):
    assert (
        project().run("new", "Hello", "--slug", "Some Name").stdout == "docs/news/2030-01-01-some-name.md\n"
    )


def test_a_folder_chooses_place_and_section(project):
    site = project(newsblog=[{"dir": "news"}, {"dir": "notes", "posts": ["**/*.md"]}])
    assert site.run("new", "A", "--dir", "news/2030").stdout == "docs/news/2030/2030-01-01-a.md\n"
    assert site.run("new", "A", "--dir", "notes").stdout == "docs/notes/2030-01-01-a.md\n"
    assert site.run("new", "A").stdout == "docs/news/2030-01-01-a.md\n"


@pytest.mark.parametrize(
    ("options", "place"),
    [
        ({"dir": "."}, "docs/2030-01-01-a.md"),
        ({"dir": "news", "posts": ["posts/*.md"]}, "docs/news/posts/2030-01-01-a.md"),
        ({"dir": "news", "posts": ["old/x/*.md", "**/*.md"]}, "docs/news/2030-01-01-a.md"),
    ],
)
def test_the_post_lies_where_the_globs_find_it(project, options, place):
    site = project(newsblog=options)
    assert site.run("new", "A").stdout.strip() == place
    assert site.run("check", "--strict").stdout == "newsblog: no problems in 1 post\n"


def test_globs_that_fit_no_file_are_said(project):
    done = project(newsblog={"dir": "news", "posts": ["post-*.md"]}).run("new", "A")
    assert done.exit_code == 2
    assert "would be no post: posts is post-*.md" in " ".join(done.stderr.split())


def test_tags_are_spelled_as_before(project):
    site = project()
    site.run("new", "First", "--tag", "Social Media")
    path = site.run("new", "Second", "--tag", "social-media", "--tag", "Social_Media").stdout.strip()
    assert frontmatter.loads(site.read(path))["tags"] == ["Social Media"]
    assert site.run("check", "--strict").exit_code == 0


def test_a_tag_that_is_not_allowed_is_refused_in_the_words_of_the_check(project):
    site = project(newsblog={"dir": "news", "tags": {"allowed": ["world"]}})
    done = site.run("new", "A", "--tag", "wrld")
    assert (done.exit_code, site.docs()) == (2, {})
    assert (
        '"wrld" is not in the list of allowed terms. Did you mean "world"? [term-not-allowed]' in done.stderr
    )
    assert site.run("new", "A", "--tag", "world").exit_code == 0
    assert site.run("check", "--strict").exit_code == 0


def test_what_the_site_lets_pass_is_no_reason_to_refuse(project):
    options = {"tags": {"allowed": ["world"]}, "problems": {"term-not-allowed": "ignore"}}
    site = project(newsblog={"dir": "news", **options})
    assert site.run("new", "A", "--tag", "wrld").exit_code == 0
    assert site.run("check", "--strict").exit_code == 0


def test_a_summary_that_is_demanded_is_still_to_be_written(project):
    site = project(newsblog={"dir": "news", "summary": {"required": True}})
    done = site.run("new", "A")
    assert (done.exit_code, done.stdout) == (0, "docs/news/2030-01-01-a.md\n")
    assert done.stderr.startswith("news/2030-01-01-a.md:1:1: summary: the post has none of these: marker,")
    assert "Put a line <!-- more --> behind the first paragraph" in done.stderr
    assert done.stderr in site.run("check").stdout.replace("ERROR   -  ", "")


@pytest.mark.parametrize("pattern", ["news/2030-*", "/news/", "*-a.md"])
def test_a_place_that_the_site_leaves_out_is_refused(project, pattern):
    site = project(config={"exclude_docs": pattern})
    done = site.run("new", "A")
    assert (done.exit_code, site.docs()) == (2, {})
    assert "news/2030-01-01-a.md would be no post: exclude_docs leaves it out." in " ".join(
        done.stderr.split()
    )


def test_wrong_options_are_said_first(project):
    done = project(newsblog={"dir": "news", "index": {"per_page": 0}}).run("new", "A")
    assert done.exit_code == 2
    assert "option 'index.per_page'" in done.stderr


def test_a_site_whose_sections_are_off_has_no_place(project):
    done = project(newsblog={"dir": "news", "enabled": False}).run("new", "A")
    assert done.exit_code == 2
    assert "switched off" in done.stderr


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=st.text(min_size=1, max_size=40))
def test_a_title_passes_or_nothing_is_written(project, title):
    site = project()
    before = site.docs()
    done = site.run("new", "--", title)
    if done.exit_code == 0:
        assert site.run("check", "--strict").exit_code == 0
        (site.root / done.stdout.strip()).unlink()
    else:
        assert done.stderr
        assert site.docs() == before


LANGUAGES = {
    "plugins": [
        "search",
        {"newsblog": {"dir": "news"}},
        {
            "i18n": {
                "docs_structure": "folder",
                "languages": [
                    {"locale": "en", "name": "English", "default": True},
                    {"locale": "fr", "name": "Français"},
                ],
            }
        },
    ]
}


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ((), "docs/en/news/2024-05-01-bonjour.md"),
        (("--dir", "news/2024"), "docs/en/news/2024/2024-05-01-bonjour.md"),
        (("--dir", "fr/news"), "docs/fr/news/2024-05-01-bonjour.md"),
        (("--dir", "en/news/x"), "docs/en/news/x/2024-05-01-bonjour.md"),
    ],
)
def test_a_post_is_written_to_the_folder_of_a_language(project, folder, expected):
    site = project(config=yaml.safe_dump({"site_name": "S", **LANGUAGES}))
    site.write("docs/en/index.md", b"# Home\n")
    site.write("docs/fr/news/a.md", b"---\ntitle: A\ndate: 2024-01-01\ntags: [Le Monde]\n---\nTexte.\n")
    if expected.startswith("docs/fr"):  # what is not translated yet does not stand in the way
        site.write(
            expected.replace("docs/fr", "docs/en"), b"---\ntitle: Hello\ndate: 2024-05-01\n---\nText.\n"
        )
    wanted = ("new", "Bonjour", "--date", "2024-05-01", "--tag", "le-monde", *folder)
    done = site.run(*wanted)
    assert (done.exit_code, done.stdout) == (0, f"{expected}\n"), done.output
    spelling = "Le Monde" if "fr/news" in folder else "le-monde"
    assert f"- {spelling}\n" in site.read(expected)
    assert site.run(*wanted).exit_code == 1, "nothing is written over"


@pytest.mark.parametrize("options", [(), ("--dir", "größe")])
def test_no_second_folder_is_made_that_looks_the_same(project, options):
    site = project(newsblog={"dir": "größe"})
    stored = unicodedata.normalize("NFD", "docs/größe")
    (site.root / stored).mkdir()
    done = site.run("new", "Hello", *options)
    assert done.exit_code == 0, done.output
    assert [str(each.parent.relative_to(site.root)) for each in site.root.glob("docs/*/*.md")] == [stored]
    assert (site.run("check").exit_code, "option-dir-missing" in site.run("check").output) == (0, False)
