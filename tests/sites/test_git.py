"""Dates from commits, with real repositories: `dates: {git: true}`."""

import datetime as dt
import os
import shutil
import subprocess
import sys

import pytest

from mkdocs_newsblog.build import history
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.schema.settings import Settings
from tests.sites.test_listings import post, site_of

GIT = {"dir": "news", "dates": {"git": True}, "posts_json": True}
CALM = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Mori",
    "GIT_AUTHOR_EMAIL": "mori@example.org",
    "GIT_COMMITTER_NAME": "Mori",
    "GIT_COMMITTER_EMAIL": "mori@example.org",
}
FIRST, SECOND, THIRD = "2024-03-01T23:30:00+05:00", "2024-06-02T00:15:00-07:00", "2025-01-01T12:00:00+00:00"
LATER, AHEAD = "2025-02-03T04:05:06+00:00", "2090-05-04T12:00:00+00:00"
TITLED = "---\ntitle: {}\n---\nText, and enough of it that git knows the file again.\n"
SHALLOW = "the clone is shallow"


@pytest.fixture(autouse=True)
def alone(monkeypatch, tmp_path):
    """No setting of the machine counts, and no repository around the sites."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


def git(folder, *arguments, date=FIRST):
    env = os.environ | CALM | {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    done = subprocess.run(["git", *arguments], cwd=folder, env=env, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def commit(site, date):
    """Commit all that changed in the docs folder."""
    git(site.root, "add", "--all", "docs")
    git(site.root, "commit", "--quiet", "--message", "Words", date=date)


def repository(drawn, posts, newsblog=None, config=None):
    """A site whose docs folder is committed."""
    site = site_of(drawn, posts, newsblog or GIT, {"site_url": "https://example.org/", **(config or {})})
    git(site.root, "init", "--quiet")
    commit(site, FIRST)
    return site


def change(site, path, date=SECOND):
    """Add a line to a file, and commit it."""
    site.write(path, site.read(path) + "\nMore.\n")
    commit(site, date)


def dates(built, url):
    """When a post says that it was published and updated."""
    page = built.page(url)
    marks = [page.select(f".newsblog-byline .newsblog-{name}") for name in ("date", "updated")]
    return tuple((mark[0].select("time") or mark)[0]["datetime"] if mark else None for mark in marks)


def checked(site, **changes):
    """The problems that `newsblog check` prints."""
    return [line for line in site.check("-q", **changes).output.splitlines() if "[" in line]


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_a_post_without_a_date_has_that_of_its_first_commit_and_of_its_last(drawn, theme):
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    change(site, "docs/news/a.md")
    change(site, "docs/news/a.md", THIRD)
    built = site.build(theme=theme)
    assert built.ok, built
    assert dates(built, "news/a/") == (FIRST, THIRD)
    assert dates(built, "news/b/") == (FIRST, None)
    assert built.page("news/2024/03/").texts(".newsblog-card__title") == ["A", "B"]  # the day of its author
    assert "Fri, 01 Mar 2024 23:30:00 +0500" in built.text("news/feed.xml")
    assert checked(site) == []


def test_what_a_post_says_itself_comes_before_its_commits(drawn):
    posts = {
        "news/said.md": post("Said", "2024-01-02", lastmod="2024-01-03"),
        "news/2023-04-05-named.md": TITLED.format("Named"),
        "news/plain.md": post("Plain", "2024-01-02"),
        "news/later.md": post("Later", "2024-12-24"),
        "news/same.md": post("Same", "2024-06-02"),
        "news/never.md": post("Never", "2024-01-02", lastUpdated="false"),
        "news/asked.md": post("Asked", "2024-01-02", lastUpdated="true"),
    }
    site = repository(drawn, posts)
    for path in posts:
        change(site, f"docs/{path}")
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/said/") == ("2024-01-02", "2024-01-03")
    assert dates(built, "news/2023-04-05-named/") == ("2023-04-05", SECOND)
    assert dates(built, "news/plain/") == ("2024-01-02", SECOND)
    assert dates(built, "news/later/") == ("2024-12-24", None)  # prepared before its day
    assert dates(built, "news/same/") == ("2024-06-02", None)
    assert dates(built, "news/never/") == ("2024-01-02", None)
    assert dates(built, "news/asked/") == ("2024-01-02", SECOND)


WORDS = {
    "git Created": FIRST,
    "Created": FIRST,
    "git Last Modified": SECOND,
    "Last Modified": SECOND,
    "last-modified": SECOND,
    "GIT CREATED": FIRST,
}


@pytest.mark.parametrize("words", WORDS)
def test_a_post_may_ask_for_either_commit_as_in_eleventy(drawn, words):
    site = repository(drawn, {"news/a.md": post("A", words)})
    change(site, "docs/news/a.md")
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/a/")[0] == WORDS[words]
    without = site.build(newsblog={"dir": "news"})
    assert not without.ok
    assert f'words for a day that only git knows: "{words}". ' in str(without)
    assert "set dates.git" in str(without)
    (line,) = checked(site, newsblog={"dir": "news"})
    assert "set dates.git" in line


def test_a_word_for_the_day_of_the_build_stays_an_error(drawn):
    built = repository(drawn, {"news/a.md": post("A", "today")}).build()
    assert not built.ok
    assert "a word for a day that only the build knows" in str(built)


def test_a_post_that_was_changed_before_its_first_commit_is_as_old_as_that_change(drawn):
    said = {
        "a": "last_update: {date: 2021-01-01}",
        "b": "date: git Created\nupdated: 2021-01-02",
        "c": "updated: 2024-05-01",
    }
    posts = {
        f"news/{name}.md": f"---\ntitle: {name.upper()}\n{lines}\n---\nText.\n"
        for name, lines in said.items()
    }
    built = repository(drawn, posts).build()
    assert built.ok, built
    assert dates(built, "news/a/") == ("2021-01-01", None)
    assert dates(built, "news/b/") == ("2021-01-02", None)
    assert dates(built, "news/c/")[1] == "2024-05-01"
    assert built.page("news/").texts(".newsblog-card__title") == ["C", "B", "A"]


def test_without_the_option_git_is_not_asked(drawn, counting):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    built = site.build(newsblog={"dir": "news"}, strict=False)
    assert dates(built, "news/a/") == (None, None)
    assert "date-missing" in "".join(built.warnings)
    assert counting() == []


def test_a_post_that_is_not_committed_yet_has_no_date(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    site.write("docs/news/new.md", TITLED.format("New").encode())
    site.write("docs/news/asks.md", post("Asks", "git Created").encode())
    site.write("docs/news/dated.md", post("Dated", "2024-02-03").encode())
    built = site.build(strict=False)
    assert built.page("news/").texts(".newsblog-card__title") == ["A", "Dated", "Asks", "New"]
    wanted = [
        f"news/{name}.md:1:1: date: the post has no date, and the history of this repository does not name "
        "it; it is listed last, and in no feed. Commit it to this repository, or add date: YYYY-MM-DD. "
        "[date-missing]"
        for name in ("asks", "new")
    ]
    assert [text.removeprefix("mkdocs_newsblog: ") for text in built.warnings] == wanted
    assert [line.rpartition("news/")[2] for line in checked(site)] == [
        text.partition("news/")[2] for text in wanted
    ]


def test_a_file_that_was_renamed_keeps_its_dates(drawn):
    site = repository(
        drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B") + "Other words.\n"}
    )
    site.rename("docs/news/a.md", "docs/news/2024/c.md")
    commit(site, SECOND)
    change(site, "docs/news/2024/c.md", THIRD)
    site.rename("docs/news/b.md", "docs/news/d.md")  # which is no change of the post
    commit(site, THIRD)
    site.write(
        "docs/news/b.md", post("Another", body="Something else altogether, at a former name.\n").encode()
    )
    commit(site, THIRD)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/2024/c/") == (FIRST, THIRD)
    assert dates(built, "news/d/") == (FIRST, None)
    assert dates(built, "news/b/") == (THIRD, None)


def test_a_rename_may_change_the_file(drawn):
    site = repository(drawn, {"old/a.md": TITLED.format("A") + "And more, so that most of it stays.\n" * 5})
    site.write("docs/news/a.md", site.read("docs/old/a.md").replace("title: A", "title: New").encode())
    site.delete("docs/old/a.md")
    commit(site, SECOND)
    assert dates(site.build(), "news/a/") == (FIRST, SECOND)


def test_two_files_that_changed_names_keep_their_dates(drawn):
    posts = {f"news/{name}.md": TITLED.format(name) + f"{name} " * 50 for name in ("long", "short")}
    site = repository(drawn, posts)
    change(site, "docs/news/long.md")
    for old, new in (("long", "x"), ("short", "long"), ("x", "short")):
        site.rename(f"docs/news/{old}.md", f"docs/news/{new}.md")
        commit(site, THIRD)
    built = site.build()
    assert dates(built, "news/short/") == (FIRST, SECOND)
    assert dates(built, "news/long/") == (FIRST, None)


def test_a_file_that_was_away_is_as_old_as_its_first_commit_but_a_new_one_in_its_place_is_not(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    text = site.read("docs/news/a.md")
    site.delete("docs/news/a.md")
    site.delete("docs/news/b.md")
    commit(site, SECOND)
    site.write("docs/news/a.md", text.encode())
    commit(site, THIRD)
    site.write("docs/news/b.md", text.encode())
    built = site.build(strict=False)
    assert dates(built, "news/a/") == (FIRST, THIRD)
    assert dates(built, "news/b/") == (None, None)


def test_a_commit_that_is_made_anew_has_the_time_of_its_author(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    git(site.root, "commit", "--quiet", "--amend", "--no-edit", date=THIRD)  # as a rebase does
    assert dates(site.build(), "news/a/") == (FIRST, None)


def test_commits_of_merged_branches_count(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    main_branch = git(site.root, "symbolic-ref", "--short", "HEAD").strip()
    git(site.root, "checkout", "--quiet", "-b", "side")
    site.write("docs/news/b.md", TITLED.format("B").encode())
    commit(site, SECOND)
    git(site.root, "checkout", "--quiet", main_branch)
    change(site, "docs/news/a.md")
    git(site.root, "merge", "--quiet", "--no-ff", "-m", "Merge", "side", date=THIRD)
    built = site.build()
    assert dates(built, "news/a/") == (FIRST, SECOND)
    assert dates(built, "news/b/") == (SECOND, None)


def test_a_clock_that_was_wrong_makes_no_post_older_than_its_first_commit(drawn):
    site = site_of(drawn, {"news/a.md": TITLED.format("A")}, GIT)
    git(site.root, "init", "--quiet", "--initial-branch", "main")
    commit(site, SECOND)
    git(site.root, "checkout", "--quiet", "-b", "side")
    site.write("docs/news/b.md", TITLED.format("B").encode())
    commit(site, THIRD)
    git(site.root, "checkout", "--quiet", "main")
    change(site, "docs/news/a.md", FIRST)
    git(site.root, "merge", "--quiet", "--no-ff", "-m", "Merge", "side", date=THIRD)
    assert dates(site.build(strict=False), "news/a/") == (SECOND, None)


NAMES = [
    "x.markdown",
    "x2.mdown",
    "x3.mkdn",
    "x4.mkd",
    "ü [x] 'y' é.md",
    "e\u0301.md",
    "-dash.md",
    "a  b.md",
    "=2024.md",
    "R100.md",
]


def test_names_of_files_and_folders_may_be_any(drawn):
    folder = "docs [*]/:(glob) ü"
    site = drawn("x.txt | x\n", {"docs_dir": folder}, GIT)
    for place, name in enumerate(NAMES):
        site.write(f"{folder}/news/{name}", TITLED.format(f"Post {place}").encode())
    site.write(f"{folder}/index.md", b"# Home\n")
    git(site.root, "init", "--quiet")
    git(site.root, "add", "--all")
    git(site.root, "commit", "--quiet", "--message", "Words")
    built = site.build()
    assert built.ok, built
    assert [built.text("news/posts.json").count(f'"{FIRST}"')] == [len(NAMES)]


LACKING = {
    "shallow": (SHALLOW, "fetch-depth: 0"),
    "none": ("git says: fatal: not a git repository", "or take dates.git out"),
    "empty": ("the branch that is checked out has no commit yet", "Commit the posts, or take dates.git out"),
    "no trees": ("git says: fatal: ", "Build in a whole clone of the repository, or take"),
    "another owner": ("git says: fatal: ", "Run git config --global --add safe.directory {root}, or take"),
    "no program": ("the program git can't be run (FileNotFoundError)", "Install git"),
    "bare": ("git says: fatal: cannot use bare repository", "or take dates.git out"),
}


def without_history(site, kind, tmp_path, monkeypatch):
    if kind == "shallow":
        change(site, "docs/news/a.md")
        git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{site.root}", "shallow")
        shutil.rmtree(site.root / ".git")
        shutil.move(tmp_path / "shallow/.git", site.root / ".git")
        return
    if kind == "no trees":
        git(tmp_path, "clone", "--quiet", "--bare", str(site.root), "origin.git")
        git(tmp_path / "origin.git", "config", "uploadpack.allowFilter", "true")
        git(tmp_path, "clone", "--quiet", "-n", "--filter", "tree:0", f"file://{tmp_path}/origin.git", "part")
        shutil.rmtree(site.root / ".git")
        shutil.move(tmp_path / "part/.git", site.root / ".git")
        return
    if kind == "another owner":
        program = tmp_path / "bin/git"
        program.parent.mkdir()
        asked = f'GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec "{shutil.which("git")}" "$@"'
        program.write_text(f"#!/bin/sh\n{asked}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
        return
    if kind == "no program":
        monkeypatch.setenv("PATH", str(tmp_path))
        return
    shutil.rmtree(site.root / ".git")
    if kind == "empty":
        git(site.root, "init", "--quiet")
    if kind == "bare":  # such files may come with a pull request
        git(site.root, "init", "--quiet", "--bare", "docs")


@pytest.mark.parametrize("kind", LACKING)
def test_a_history_that_is_not_there_is_one_warning_and_no_date(drawn, kind, tmp_path, monkeypatch):
    posts = {
        "news/a.md": TITLED.format("A"),
        "news/b.md": TITLED.format("B"),
        "news/c.md": post("C", "git Created"),
    }
    site = repository(drawn, posts | {"news/d.md": post("D", "2024-01-02")})
    without_history(site, kind, tmp_path, monkeypatch)
    built = site.build(strict=False)
    fact, remedy = (text.replace("{root}", str(site.root)) for text in LACKING[kind])
    (warning,) = built.warnings
    place = site.place("git: true", "true")
    assert warning.removeprefix("mkdocs_newsblog: ").startswith(f"{place}: dates.git: {fact}")
    assert remedy in warning
    assert warning.endswith("[git-unavailable]")
    assert ".." not in warning
    assert [dates(built, f"news/{name}/") for name in "abc"] == [(None, None)] * 3
    assert dates(built, "news/d/") == ("2024-01-02", None)
    (line,) = checked(site)
    assert fact in line
    assert remedy in line


@pytest.fixture
def counting(tmp_path, monkeypatch):
    """Count what git is asked: a program of that name writes it down, and asks git."""
    real, log = shutil.which("git"), tmp_path / "asked.txt"
    program = tmp_path / "bin/git"
    program.parent.mkdir()
    program.write_text(
        '#!/bin/sh\nfor word in "$@"; do\n'
        f'case "$word" in log|rev-parse) echo "$word" >> "{log}";; esac; done\n'
        f'exec "{real}" "$@"\n',
        encoding="utf-8",
    )
    program.chmod(0o755)

    def asked():
        lines = log.read_text(encoding="utf-8").split() if log.exists() else []
        log.unlink(missing_ok=True)
        return lines

    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    return asked


def test_git_is_asked_once_for_all_posts_and_again_when_there_is_a_new_commit(drawn, counting):
    posts = {
        f"{folder}/{number}.md": TITLED.format(number) for folder in ("news", "log") for number in range(20)
    }
    site = repository(drawn, posts, [GIT, GIT | {"dir": "log"}])
    site.build()
    assert sorted(counting()) == ["log", "rev-parse"]
    built = site.build()
    assert counting() == ["rev-parse"]
    assert dates(built, "news/1/") == (FIRST, None)
    change(site, "docs/news/1.md")
    counting()
    built = site.build()
    assert sorted(counting()) == ["log", "rev-parse"]
    assert dates(built, "news/1/") == (FIRST, SECOND)


def test_a_preview_sees_a_new_commit_with_the_next_rebuild(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    site.write("docs/news/new.md", TITLED.format("New").encode())
    with site.serve() as live:
        assert live.page("news/new/").select(".newsblog-byline .newsblog-date") == []
        commit(site, SECOND)
        with live.rebuild():
            site.write("docs/index.md", b"# Home again\n")
        page = live.page("news/new/")
        assert page.one(".newsblog-byline time")["datetime"] == SECOND


def test_the_variables_of_a_hook_lead_nowhere_else(drawn, monkeypatch):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_LITERAL_PATHSPECS"):
        monkeypatch.setenv(name, "1")
    assert checked(site) == []
    assert site.build().ok


def test_nothing_is_fetched_for_a_clone_without_old_texts(drawn, tmp_path):
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    change(site, "docs/news/a.md")
    site.rename("docs/news/a.md", "docs/news/c.md")
    commit(site, THIRD)
    site.write("docs/news/e.md", (site.read("docs/news/b.md") + "More.\n").encode())
    site.delete("docs/news/b.md")
    commit(site, THIRD)
    change(site, "docs/news/e.md", THIRD)
    git(tmp_path, "clone", "--quiet", "--bare", str(site.root), "origin.git")
    git(tmp_path / "origin.git", "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter", "blob:none", f"file://{tmp_path}/origin.git", "partial")
    shutil.rmtree(site.root / ".git")
    shutil.move(tmp_path / "partial/.git", site.root / ".git")
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/c/") == (FIRST, SECOND)
    assert dates(built, "news/e/") == (THIRD, None)  # whether it was renamed, only the old texts could tell


def test_the_settings_of_the_machine_change_nothing(drawn, tmp_path, monkeypatch):
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    change(site, "docs/news/a.md")
    (tmp_path / "config").write_text(
        "[log]\n\tshowSignature = true\n\tdate = relative\n\tfollow = true\n[color]\n\tui = always\n"
        "[diff]\n\trenames = false\n\trelative = false\n[core]\n\tquotePath = true\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "config"))
    site.rename("docs/news/b.md", "docs/news/c.md")
    commit(site, THIRD)
    built = site.build()
    assert built.ok, built
    assert (dates(built, "news/a/"), dates(built, "news/c/")) == ((FIRST, SECOND), (FIRST, None))


def test_the_time_zone_of_the_machine_changes_nothing(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    change(site, "docs/news/a.md")
    one, other = (
        site.cli("build", env={"TZ": zone, "GIT_CONFIG_GLOBAL": os.devnull}).files()
        for zone in ("Pacific/Kiritimati", "America/Los_Angeles")
    )
    names = [path for path in one if not path.endswith(".gz")]
    assert {path: one[path] for path in names} == {path: other[path] for path in names}
    assert FIRST.encode() in one["news/a/index.html"]


SETTINGS = [
    "log.showRoot=false",
    "log.follow=true",
    "log.date=relative",
    "log.date=bogus",
    "log.diffMerges=combined",
    "log.decorate=full",
    "log.mailmap=false",
    "format.pretty=oneline",
    "format.pretty=bogus",
    "i18n.logOutputEncoding=UTF-16",
    "diff.orderFile=nowhere.txt",
    "diff.renameLimit=1",
    "diff.renames=copies",
    "diff.noPrefix=true",
    "diff.submodule=log",
    "diff.external=false",
    "color.diff=always",
    "core.attributesFile=nowhere.txt",
]


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_setting_of_the_machine_changes_a_date(drawn, tmp_path, monkeypatch, setting):
    posts = {f"old/{number}.md": TITLED.format(number) + f"Word {number}.\n" * 9 for number in range(4)}
    site = repository(drawn, posts)
    for number in range(4):
        site.write(f"docs/news/x{number}.md", (site.read(f"docs/old/{number}.md") + "More.\n").encode())
        site.delete(f"docs/old/{number}.md")
    commit(site, SECOND)
    merge_with(site, "evil")
    git(tmp_path, "config", "--file", "settings", *setting.split("="))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "settings"))
    built = site.build()
    assert built.ok, built
    assert [dates(built, f"news/x{number}/") for number in range(4)] == [(FIRST, SECOND)] * 4
    assert dates(built, "news/evil/") == (THIRD, None)


def merge_with(site, name):
    """Merge a branch, and add a post in the merge itself."""
    git(site.root, "checkout", "--quiet", "-b", "side", "HEAD~1")
    git(site.root, "commit", "--quiet", "--allow-empty", "--message", "Nothing", date=SECOND)
    git(site.root, "checkout", "--quiet", "-")
    git(site.root, "merge", "--quiet", "--no-ff", "--no-commit", "side")
    site.write(f"docs/news/{name}.md", TITLED.format(name).encode())
    commit(site, THIRD)


def test_a_post_that_came_with_a_merge_itself_has_its_date(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    change(site, "docs/news/a.md")
    merge_with(site, "evil")
    change(site, "docs/news/evil.md", LATER)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/a/") == (FIRST, SECOND)
    assert dates(built, "news/evil/") == (THIRD, LATER)


def test_a_merge_is_no_update_of_what_it_brings(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    git(site.root, "checkout", "--quiet", "-b", "side")
    site.write("docs/news/b.md", TITLED.format("B").encode())
    commit(site, FIRST)
    change(site, "docs/news/a.md")
    git(site.root, "checkout", "--quiet", "-")
    site.write("docs/news/c.md", TITLED.format("C").encode())
    commit(site, SECOND)
    git(site.root, "merge", "--quiet", "--no-ff", "-m", "Merge", "side", date=THIRD)
    built = site.build()
    assert [dates(built, f"news/{name}/") for name in "abc"] == [
        (FIRST, SECOND),
        (FIRST, None),
        (SECOND, None),
    ]


def branches(site, aside, beside):
    """Let a branch do something, and the main one another thing after it."""
    git(site.root, "checkout", "--quiet", "-b", "side")
    aside()
    commit(site, SECOND)
    git(site.root, "checkout", "--quiet", "-")
    beside()
    commit(site, THIRD)


@pytest.mark.parametrize("merges", ["first-parent", "separate"])
@pytest.mark.parametrize("beside", ["docs/news/a.md", "docs/news/b.md"])
def test_a_post_that_only_a_branch_deleted_keeps_its_dates(drawn, monkeypatch, beside, merges):
    """An older git knows of no setting for merges, and says what they add to each parent."""
    monkeypatch.setattr(history, "GUARDS", (*history.GUARDS, f"log.diffMerges={merges}"))
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    branches(
        site,
        lambda: site.delete("docs/news/a.md"),
        lambda: site.write(beside, site.read(beside) + "\nMore.\n"),
    )
    merged = ("merge", "--quiet", "--no-ff", "--strategy=ours", "-m", "Merge", "side")
    git(site.root, *merged, date=LATER)
    wanted = (FIRST, THIRD if beside.endswith("a.md") else None)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/a/") == wanted
    site.rename("docs/news/a.md", "docs/news/c.md")
    commit(site, LATER)
    assert dates(site.build(), "news/c/") == wanted


@pytest.mark.parametrize("merges", ["first-parent", "separate"])
@pytest.mark.parametrize("renames", ["side", "main"])
def test_a_post_that_one_branch_renames_and_another_changes_has_both(drawn, monkeypatch, renames, merges):
    monkeypatch.setattr(history, "GUARDS", (*history.GUARDS, f"log.diffMerges={merges}"))
    site = repository(drawn, {"news/a.md": TITLED.format("A") + "And more, so that most stays.\n" * 5})
    moves = lambda: site.rename("docs/news/a.md", "docs/news/b.md")  # noqa: E731 - one of two
    edits = lambda: site.write("docs/news/a.md", site.read("docs/news/a.md") + "More.\n")  # noqa: E731
    branches(site, *((moves, edits) if renames == "side" else (edits, moves)))
    git(site.root, "merge", "--quiet", "--no-ff", "-m", "Merge", "side", date=LATER)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/b/") == (FIRST, THIRD if renames == "side" else SECOND)


@pytest.fixture
def other(tmp_path):
    """A repository with a post, for another one to take in."""
    folder = tmp_path / "other"
    folder.mkdir()
    (folder / "b.md").write_text(TITLED.format("B"), encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", "b.md")
    git(folder, "commit", "--quiet", "--message", "Words")
    return folder


def test_a_post_of_a_subtree_has_the_date_of_the_merge(drawn, other):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    git(site.root, "fetch", "--quiet", str(other))
    asked = ("--quiet", "--strategy=ours", "--no-commit", "--allow-unrelated-histories")
    git(site.root, "merge", *asked, "FETCH_HEAD")
    git(site.root, "read-tree", "--prefix=docs/news/others/", "-u", "FETCH_HEAD")
    git(site.root, "commit", "--quiet", "--message", "Merge", date=SECOND)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/others/b/") == (SECOND, None)


def test_a_post_of_a_submodule_is_not_called_uncommitted_alone(drawn, other):
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    allowed = ("-c", "protocol.file.allow=always")
    git(site.root, *allowed, "submodule", "--quiet", "add", str(other), "docs/news/others")
    git(site.root, "commit", "--quiet", "--message", "Others", date=SECOND)
    (warning,) = site.build(strict=False).warnings
    assert "news/others/b.md:1:1: date: the post has no date, and the history of this repository" in warning
    assert "Commit it to this repository, or add date: YYYY-MM-DD. [date-missing]" in warning


@pytest.mark.parametrize("sections", [1, 2])
def test_posts_behind_links_have_the_dates_of_their_own_commits(drawn, other, sections):
    first, last = {**GIT, "dir": "log"}, {**GIT, "follow_links_to": ["parts", "../other", "plain"]}
    site = repository(drawn, {"log/z.md": TITLED.format("Z")}, [first, last][-sections:])
    for name in "abc":
        site.write(f"parts/news/{name}.md", TITLED.format(name))
    site.write("plain/news/p.md", post("P", "2024-01-02"))
    git(site.root, "add", "parts")
    git(site.root, "commit", "--quiet", "--message", "Parts", date=SECOND)
    site.write("parts/news/b.md", site.read("parts/news/b.md") + "More.\n")
    git(site.root, "commit", "--quiet", "--all", "--message", "More", date=THIRD)
    (site.root / "docs/news").symlink_to("../parts/news", target_is_directory=True)
    for link, target in {"d.md": other / "b.md", "p.md": site.root / "plain/news/p.md"}.items():
        (site.root / "parts/news" / link).symlink_to(target)
    commit(site, LATER)
    built = site.build()
    assert built.ok, built
    assert dates(built, "news/a/") == (SECOND, None)
    assert dates(built, "news/b/") == (SECOND, THIRD)
    assert dates(built, "news/d/") == (FIRST, None)
    assert dates(built, "news/p/") == ("2024-01-02", None)
    assert checked(site) == []


def test_a_commit_of_a_clock_that_was_ahead_is_no_update(drawn):
    site = repository(drawn, {"news/a.md": TITLED.format("A"), "news/b.md": TITLED.format("B")})
    change(site, "docs/news/a.md")
    change(site, "docs/news/a.md", AHEAD)
    change(site, "docs/news/b.md", AHEAD)
    site.write("docs/news/c.md", TITLED.format("C").encode())
    site.write("docs/news/d.md", post("D", "git Last Modified").encode())
    commit(site, AHEAD)
    change(site, "docs/news/c.md")
    built = site.build()
    assert built.ok, built
    assert [dates(built, f"news/{name}/") for name in "abc"] == [
        (FIRST, SECOND),
        (FIRST, None),
        (SECOND, None),
    ]
    assert "2090" not in "".join(built.text(name) for name in ("sitemap.xml", "news/atom.xml"))
    assert "news/d/" not in built.urls()  # of which nothing else is known: it waits, and is said to
    assert "news/d.md falls due on 2090-05-04" in str(built)


def test_a_commit_that_lies_ahead_is_not_said_to_be_a_year_that_somebody_wrote(drawn):
    updated = post("B", "2024-01-01", updated="2026-07-08")
    site = repository(drawn, {"news/a.md": post("A", "2024-01-01"), "news/b.md": updated})
    built = site.build(strict=False, env={"SOURCE_DATE_EPOCH": "1704200000"})  # the day after these dates
    assert [said.removeprefix("mkdocs_newsblog: ") for said in built.warnings] == [
        "news/a.md:1:1: updated: the last commit is of 2024-03-01, which lies ahead; feeds do not say so. "
        "Check the clock of the build, or SOURCE_DATE_EPOCH where that is set. [date-ahead]",
        "news/b.md:4:10: updated: updated on 2026-07-08, which lies ahead; feeds do not say so. "
        "Check the year. [date-ahead]",
    ]


def test_what_git_can_not_tell_is_said_once_for_all_sections(drawn):
    posts = {f"{folder}/a.md": TITLED.format("A") for folder in ("first", "news", "log")}
    sections = [{"dir": "first"}, GIT, GIT | {"dir": "log"}]
    site = repository(drawn, posts, sections)
    shutil.rmtree(site.root / ".git")
    built = site.build(strict=False)
    assert [line.rpartition(" ")[2] for line in built.warnings] == ["[date-missing]", "[git-unavailable]"]
    assert [line.rpartition(" ")[2] for line in checked(site)] == ["[date-missing]", "[git-unavailable]"]
    assert [dates(built, f"{folder}/a/") for folder in ("news", "log")] == [(None, None)] * 2


@pytest.mark.parametrize("name", ["git", "git.exe"])
@pytest.mark.parametrize("path", [".", "", "docs"])
def test_no_program_of_the_site_is_taken_for_git(drawn, counting, tmp_path, monkeypatch, name, path):
    """With ``git.exe`` as on Windows, which looks into the current folder before any other."""
    site = repository(drawn, {"news/a.md": TITLED.format("A")})
    for place in ("", "docs/"):
        site.write(f"{place}{name}", b"#!/bin/sh\nexit 1\n")
        (site.root / place / name).chmod(0o755)
    if name == "git.exe":
        (tmp_path / "bin/git").rename(tmp_path / "bin/git.exe")
        monkeypatch.setattr(history, "PROGRAM", name)
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setenv("PATHEXT", ".EXE")
    monkeypatch.setenv("PATH", os.pathsep.join([path, str(tmp_path / "bin"), os.environ["PATH"]]))
    monkeypatch.chdir(site.root)
    facts = Site("", None, "en", "mkdocs", dt.datetime.now(dt.UTC), docs_dir=str(site.root / "docs"))
    found = history.read_history(facts, Settings(dir="news", dates={"git": True}))
    assert found.problem is None
    assert found.of("news/a.md").created.at.isoformat() == FIRST
    assert counting() != []
