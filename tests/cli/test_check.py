"""`newsblog check` says what a build says, and its exit status says how bad it is."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness.site import CALM
from tests.harness.tree import PNG

CLEAN = """
    docs/
        index.md | # Home
        news/
            a.md
                | ---
                | title: A
                | date: 2024-05-01
                | tags: [World]
                | ---
                | Text.
            b.md
                | ---
                | title: B
                | date: 2024-05-02
                | ---
                | Text.
"""
MESSY = """
    docs/
        index.md | # Home
        img/
            here.png
        news/
            index.md | # News
            bad.md
                | ---
                | title: A: b
                | date: soon
                | tags: {a: 1}
                | hero: javascript:alert(1)
                | ditle: x
                | search: no
                | ---
                | Text.
            c.md
                | ---
                | title: C
                | date: 2024-05-01
                | tags: [world]
                | hero: ../img/gone.png
                | ---
                | Text.
            d.md
                | ---
                | title: D
                | date: 2024-05-02
                | tags: [World]
                | hero: ../img/here.png
                | ---
                | Text.
            e.md
                | ---
                | title: E
                | date: 2024-05-03
                | tags: [World]
            draft.md
                | ---
                | title: F
                | draft: perhaps
                | ---
            2024/
                f.md | no front matter
            2023/
                .meta.yml
                    | tags: {a: 1}
                    | draft: perhaps
                g.md
                    | ---
                    | title: G
                    | date: 2023-05-01
                    | author: laurra
                    | ---
            .authors.yml
                | authors:
                |   laura: {name: Laura, urll: x}
            tags.md | # Tags of ours
            archive/
                index.md | # Archive of ours
"""


def messages(text):
    """The messages of a plain report with their levels, without the summary."""
    lines = [line.partition("-  ") for line in text.splitlines() if "-  " in line]
    return [(level.strip(), message) for level, _, message in lines]


def test_a_clean_site_gets_one_line(project):
    done = project(CLEAN).run("check")
    assert (done.exit_code, done.output) == (0, "newsblog: no problems in 2 posts\n")


def test_the_quiet_check_of_a_clean_site_prints_nothing(project):
    assert project(CLEAN).run("check", "--quiet").output == ""


def test_it_says_what_a_build_says(project):
    site = project(MESSY)
    built = site.build(strict=False)
    said = [
        (level, text.removeprefix("mkdocs_newsblog: ").split("\n")[0])
        for level, text in built.log
        if text.startswith("mkdocs_newsblog: ")
    ]
    assert len(said) > 8
    assert {"[unknown-key]", "[author-unknown]"} <= {text.split(" ")[-1] for _, text in said}
    assert any(text.endswith("Did you mean laura? [author-unknown]") for _, text in said)
    assert any(text.startswith("news/2023/.meta.yml:") for _, text in said)
    done = site.run("check")
    checked = messages(done.stdout)
    quiet = [found for found in checked if "[hero-without-alt]" in found[1]]
    assert quiet
    assert [found for found in checked if found not in quiet] == said
    assert done.stdout.splitlines()[-1] in built.errors
    assert done.exit_code == 1


def test_a_file_follows_another_after_a_blank_line(project):
    lines = project(MESSY).run("check").stdout.splitlines()
    files = [line.split("-  ")[1].split(":")[0] if "-  " in line else line for line in lines]
    headed = [name for name in files if not name.startswith("    | ")]
    groups = " ".join(headed).split("  ")
    assert len({group.split()[0] for group in groups}) == len(groups)
    assert sorted(set(headed[:-1]) - {""}) == list(dict.fromkeys(name for name in headed[:-1] if name))


def test_a_mended_line_is_shown_under_its_message(project):
    output = project(MESSY).run("check").stdout
    assert "    | title: A: b\n    |         ^\n" in output


def test_warnings_fail_only_the_strict_check(project):
    site = project(CLEAN)
    site.write("docs/news/c.md", "# No date\n")
    done = site.run("check")
    assert done.exit_code == 0
    assert done.stdout.endswith("\nnewsblog: 0 errors, 1 warning in 1 of 3 posts\n")
    assert site.run("check", "--strict").exit_code == 1


def test_notices_fail_nothing_and_can_be_left_out(project):
    site = project(CLEAN)
    site.write("docs/a.png", PNG)
    site.write("docs/news/c.md", "---\ntitle: C\ndate: 2024-05-01\nhero: /a.png\n---\nText.\n")
    done = site.run("check", "--strict")
    assert done.exit_code == 0
    assert done.stdout.startswith("INFO    -  news/c.md:4:7: hero: the picture has no alternative text")
    assert done.stdout.endswith("\nnewsblog: no problems in 3 posts\n")
    assert site.run("check", "--strict", "--quiet").output == ""


@pytest.mark.parametrize(("plugins", "locked"), [
    ("plugins: [search, {newsblog: {dir: news}}]", True),
    ("plugins: [{newsblog: {dir: news}}, encryptcontent]", False),
    ("plugins: [{encryptcontent: {title_prefix: ''}}, {newsblog: {dir: news}}]", False),
    ("plugins: {newsblog: {dir: news}, encryptcontent: {}}", False),
    ("plugins: [{newsblog: {dir: news}}, encryptcontent: {enabled: true}]", False),
    ("plugins: [{newsblog: {dir: news}}, encryptcontent: {enabled: false}]", True),
    ("plugins: {newsblog: {dir: news}, encryptcontent: {enabled: false}}", True),
    ("plugins: [{newsblog: {dir: news}}, letsencrypt]", True),
    ("plugins: [{newsblog: {dir: news}}]\nhooks: [hooks/encrypt.py]", True),
    ("plugins: [{newsblog: {dir: news}}]\nhooks: [encryptcontent]", True),
])  # fmt: skip
def test_a_password_is_named_where_no_plugin_asks_readers_for_it(project, plugins, locked):
    site = project(CLEAN, config=f"site_name: X\nsite_url: https://example.org/\n{plugins}\n")
    site.write("docs/news/c.md", "---\ntitle: C\ndate: 2024-05-03\npassword: hunter2\n---\nText.\n")
    output = site.run("check").output
    assert ("[post-locked]" in output) is locked, output
    assert "hunter2" not in output


def test_levels_of_the_config_count(project):
    site = project(CLEAN, newsblog={"dir": "news", "problems": {"date-missing": "error"}})
    site.write("docs/news/c.md", "# No date\n")
    done = site.run("check")
    assert done.exit_code == 1
    assert "ERROR   -  news/c.md:1:1: date: the post has no date" in done.stdout


def test_only_the_posts_named_are_reported(project):
    site = project(MESSY)
    done = site.run("check", "docs/news/c.md", "docs/news/d.md", "docs/index.md", "mkdocs.yml")
    assert done.exit_code == 0
    assert {text.split(":")[0] for _, text in messages(done.stdout)} == {"news/c.md", "news/d.md"}
    assert done.stdout.endswith("newsblog: 0 errors, 2 warnings in 1 of 2 posts\n")
    assert site.run("check", "--strict", "docs/news/c.md").exit_code == 1
    assert site.run("check", "docs/news/bad.md").exit_code == 1


def test_a_post_alone_is_judged_beside_the_others(project):
    done = project(MESSY).run("check", "docs/news/c.md")
    assert '"world" and "World" are one page' in done.stdout


@pytest.mark.parametrize(
    ("options", "keys", "code"),
    [
        ({"url": "slug"}, "permalink: /x/", "address-taken"),
        ({}, "aliases: [/x/]", "address-taken"),
        ({}, "guid: x", "feed-guid-repeated"),
        ({}, "series: {name: S, number: 2}", "series-number-repeated"),
    ],
)
def test_what_several_posts_do_together_is_said_of_each_of_them(project, options, keys, code):
    site = project(CLEAN, newsblog={"dir": "news", **options})
    for name in ("a1", "a2", "a3"):
        also = keys if name != "a3" else ""
        site.write(f"docs/news/{name}.md", f"---\ntitle: {name}\ndate: 2024-05-01\n{also}\n---\nText.\n")
    (said,) = [text for _, text in messages(site.run("check").stdout) if f"[{code}]" in text]
    for name in ("a1", "a2"):
        done = site.run("check", "--strict", "--quiet", f"docs/news/{name}.md")
        assert (done.exit_code, said in done.stdout) == (1, True), name
    assert site.run("check", "--strict", "--quiet", "docs/news/a3.md").exit_code == 0


def test_spellings_of_one_term_are_said_of_each_post_that_has_another(project):
    site = project(CLEAN)
    for name, tag in {"a1": "Wide World", "a2": "wide world", "a3": "wide world", "a4": "Wide World"}.items():
        text = f"---\ntitle: {name}\ndate: 2024-05-01\ntags: [{tag}]\n---\nText.\n"
        site.write(f"docs/news/{name}.md", text)
    site.write("docs/news/a5.md", "---\ntitle: a5\ndate: 2024-05-01\ntags: [Wide World]\n---\nText.\n")
    status = {n: site.run("check", "-sq", f"docs/news/a{n}.md").exit_code for n in range(1, 6)}
    assert status == {1: 0, 2: 1, 3: 1, 4: 0, 5: 0}


def test_a_spelling_from_a_file_of_defaults_is_said_of_each_post_that_has_it_from_there(project):
    site = project(CLEAN)
    site.write("docs/news/.meta.yml", "category: news\n")
    for number in range(1, 8):
        keys = "category: News\n" if number < 6 else ""
        site.write(f"docs/news/a{number}.md", f"---\ntitle: A\ndate: 2024-05-01\n{keys}---\nText.\n")
    names = ("a5", "a6", "a7", "a", "b")
    status = [site.run("check", "-sq", f"docs/news/{name}.md").exit_code for name in names]
    assert status == [0, 1, 1, 1, 1]


@pytest.mark.parametrize("name", ["a1", "a2"])
def test_a_tag_whose_page_is_in_the_way_is_said_of_its_posts(project, name):
    site = project(CLEAN)
    site.write("docs/news/tags/new/index.html", "taken")
    for each, tag in {"a1": "new", "a2": "new", "a3": "world"}.items():
        text = f"---\ntitle: {each}\ndate: 2024-05-01\ntags: [{tag}]\n---\nText.\n"
        site.write(f"docs/news/{each}.md", text)
    done = site.run("check", f"docs/news/{name}.md")
    assert (done.exit_code, "[address-taken]" in done.stdout) == (1, True)
    assert site.run("check", "docs/news/a3.md").exit_code == 0


def test_files_that_are_no_posts_are_passed_over(project):
    done = project(MESSY).run("check", "--quiet", "docs/index.md", "docs/img/here.png", "mkdocs.yml")
    assert (done.exit_code, done.output) == (0, "")


def test_a_folder_stands_for_the_posts_in_it(project):
    site = project(MESSY)
    assert {text.split(":")[0] for _, text in messages(site.run("check", "docs/news/2024").stdout)} == {
        "news/2024/f.md"
    }
    assert site.run("check", "docs").stdout == site.run("check").stdout


def test_paths_are_those_of_the_present_folder(project, monkeypatch):
    site = project(MESSY)
    monkeypatch.chdir(site.root / "docs" / "news")
    done = site.run("check", "-f", "../../mkdocs.yml", "c.md")
    assert "news/c.md:5:7: hero: no picture" in done.stdout


def test_a_path_may_be_written_as_the_report_names_it(project, monkeypatch):
    site = project(MESSY)
    asked = site.run("check", "docs/news/c.md")
    assert site.run("check", "news/c.md").output == asked.output != site.run("check").output
    monkeypatch.chdir(site.root / "docs" / "news")
    assert site.run("check", "-f", "../../mkdocs.yml", "news/c.md").output == asked.output


def test_what_is_here_goes_before_what_is_in_the_docs_folder(project):
    site = project(MESSY)
    site.write("news/c.md", "# No post\n")
    assert site.run("check", "news/c.md").output == "newsblog: no problems in 0 posts\n"


def test_a_docs_folder_may_be_a_link(project):
    site = project("content/\n    news/\n        a.md | # No date\n")
    (site.root / "docs").rmdir()
    (site.root / "docs").symlink_to("content")
    for path in ("docs/news/a.md", "content/news/a.md"):
        assert "news/a.md:1:1: date" in site.run("check", path).stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["docs/news/gone.md"], "Path 'docs/news/gone.md' does not exist"),
        (["news/" + "x" * 300], "does not exist"),
        (["-f", "gone.yml"], "does not exist"),
        (["--format", "xml"], "'xml' is not one of"),
        (["--nonsense"], "No such option"),
    ],
)
def test_misuse_is_said_as_such(project, arguments, words):
    done = project(CLEAN).run("check", *arguments)
    assert done.exit_code == 2
    assert words in done.stderr


def test_a_folder_without_a_configuration_is_misuse(project, monkeypatch):
    site = project(CLEAN)
    monkeypatch.chdir(site.root / "docs")
    done = site.run("check")
    assert done.exit_code == 2
    said = " ".join(done.stderr.split())
    assert "there is no properdocs.yml, and no mkdocs.yml in " in said
    assert "name the file with --config-file" in said


@pytest.mark.parametrize(
    ("options", "level", "status"),
    [
        ({"archive": {"per_page": 0}}, "ERROR", 1),
        ({"summary": {"from": ["nothing"]}}, "ERROR", 1),
        ({"enabled": "no"}, "ERROR", 1),
        ({"indx": {}}, "WARNING", 0),
    ],
)
def test_wrong_options_are_said_as_the_host_says_them(project, options, level, status):
    site = project(CLEAN, newsblog={"dir": "news", **options})
    built = site.build(strict=False)
    done = site.run("check")
    assert done.exit_code == status
    [(shown, text)] = messages(done.stdout)
    assert shown == level
    host = [line for said in built.said(level) for line in said.splitlines()]
    place, told = text.split(": ", 1)
    key, _, fact = told.removesuffix(" [option-invalid]").removesuffix(".").partition(": ")
    # Whether a plugin is switched on is the host's own matter, and it names no line.
    wanted = f"{key}: {fact}" if "enabled" in options else f"{key}: {place}: {fact}"
    assert any(wanted in line for line in host), host


def test_a_wrong_option_is_found_in_its_line(project):
    site = project(CLEAN, config="site_name: x\nplugins:\n  - newsblog:\n      dir: news\n      perpage: 3\n")
    assert site.run("check").stdout.startswith(
        "WARNING -  mkdocs.yml:5:16: Plugin 'newsblog' option 'perpage'"
    )


@pytest.mark.parametrize("address", ["https://münchen..example/", "http://[::1/docs/"])
def test_an_address_that_no_network_can_know_is_found_in_its_line(project, address):
    site = project(CLEAN, config={"site_url": address})
    done = site.run("check")
    assert done.exit_code == 1
    number = 1 + next(
        place for place, line in enumerate(site.config.splitlines()) if line.startswith("site_url")
    )
    assert f"mkdocs.yml:{number}:" in done.stdout
    assert "site_url: " in done.stdout
    assert "[option-invalid]" in done.stdout


MISPLACED = {
    "dir": ({"dir": "nwes"}, "dir: nwes", "option-dir-missing"),
    "a default": ({"tags": False}, "- newsblog:", "option-dir-missing"),
    "authors_file": ({"dir": "news", "authors_file": "x.yml"}, "authors_file: x.yml", "authors-file-missing"),
    "a layout": ({"dir": "news", "tags": {"layout": "gird"}}, "layout: gird", "layout-unknown"),
    "a file": (
        {"dir": "news", "feeds": {"files": {"atom": "feed.xml"}}},
        "atom: feed.xml",
        "address-taken",
    ),
    "no address": ({"dir": "news"}, "- newsblog:", "feeds-need-address"),
}


@pytest.mark.parametrize("case", MISPLACED)
def test_what_is_wrong_with_an_option_is_found_in_its_line_and_its_file(project, case):
    options, wanted, code = MISPLACED[case]
    address = None if code == "feeds-need-address" else "https://example.org/"
    site = project(CLEAN, newsblog=options, config={"site_url": address})
    report = json.loads(site.run("check", "--format", "json").stdout)
    [found] = [each for each in report["problems"] if each["code"] == code]
    assert site.config.splitlines()[found["line"] - 1].strip() == wanted
    assert (found["path"], found["file"]) == ("mkdocs.yml", "mkdocs.yml")
    assert f" file=mkdocs.yml,line={found['line']}," in site.run("check", "--format", "github").stdout


@pytest.mark.parametrize(("name", "text"), [(".meta.yml", "tags: {a: 1}\n"), (".authors.yml", "ana: [\n")])
def test_a_file_beside_the_posts_is_checked_by_its_path(project, name, text):
    site = project(CLEAN, newsblog={"dir": "news"})
    site.write(f"docs/news/{name}", text)
    done = site.run("check", f"docs/news/{name}")
    assert f"news/{name}:" in done.stdout
    assert done.exit_code == 1


@pytest.mark.parametrize("name", ["mkdocs.yml", "base.yml"])
def test_the_configuration_is_checked_by_its_path(project, name):
    site = project(CLEAN)
    site.write("base.yml", "plugins:\n  newsblog:\n    perpage: 3\n")
    site.write("mkdocs.yml", "INHERIT: base.yml\nplugins:\n  newsblog: {dir: news, authors_file: none.yml}\n")
    codes = {"mkdocs.yml": ["authors-file-missing"], "base.yml": ["option-unknown"]}[name]
    done = site.run("check", "--quiet", name)
    assert [text.rpartition("[")[2].removesuffix("]") for _, text in messages(done.stdout)] == codes
    assert site.run("check", "--quiet", "docs/news/a.md").stdout == ""


def test_pages_that_introduce_listings_are_no_posts_in_a_count(project):
    site = project(CLEAN)
    site.write("docs/news/tags/index.md", "# Tags of ours\n")
    assert site.run("check").output == "newsblog: no problems in 2 posts\n"
    assert json.loads(site.run("check", "--format", "json").stdout)["summary"]["posts"] == 2
    site.write("docs/news/2024/index.md", "---\ndraft: true\n---\n# A year of ours\n")
    site.write("docs/news/b.md", "---\ntitle: B\ndate: soon\n---\nText.\n")
    counted = "newsblog: 1 error, 0 warnings in 1 of 2 posts"
    assert site.run("check", "--quiet").stdout.endswith(f"{counted}\n")
    assert any(text.endswith(counted) for text in site.build().errors)


def test_posts_that_were_not_asked_for_are_no_other_files_in_a_count(project):
    site = project(CLEAN, newsblog={"dir": "news", "url": "slug"})
    text = "---\ntitle: X\ndate: 2024-05-01\npermalink: /x/\n---\nText.\n"
    for name in ("c", "d"):
        site.write(f"docs/news/{name}.md", text)
    done = site.run("check", "docs/news/c.md")
    assert "news/d.md:4:12: permalink: " in done.stdout
    assert done.stdout.endswith("newsblog: 1 error, 0 warnings in 0 of 1 post and 1 other post\n")
    assert site.run("check").stdout.endswith("newsblog: 1 error, 0 warnings in 1 of 4 posts\n")


def test_other_files_than_posts_are_counted_apart(project):
    site = project(CLEAN, newsblog={"dir": "news", "perpage": 3})
    site.write("docs/news/.meta.yml", "tags: {a: 1}\n")
    site.write("docs/news/c.md", "# No date\n")
    assert site.run("check").stdout.endswith(
        "newsblog: 1 error, 2 warnings in 1 of 3 posts and 2 other files\n"
    )
    summary = json.loads(site.run("check", "--format", "json").stdout)["summary"]
    assert summary == {"errors": 1, "warnings": 2, "notices": 0, "files": 3, "posts": 3}


@pytest.mark.parametrize("level", ["ignore", "info", "warning", "error"])
def test_the_level_of_unknown_options_counts_in_both(project, level):
    site = project(CLEAN, newsblog={"dir": "news", "perpage": 3, "problems": {"option-unknown": level}})
    done = site.run("check")
    assert done.exit_code == (level == "error")
    wanted = [] if level == "ignore" else [level.upper()]
    assert [shown for shown, text in messages(done.stdout) if "perpage" in text] == wanted
    built = site.build(strict=False)
    assert built.ok is (level != "error")
    assert [shown for shown, text in built.log if "perpage" in text] == wanted


def test_options_beside_the_plugin_and_not_below_it_are_an_error_at_their_line(project):
    config = "site_name: x\nplugins:\n  - search\n  - newsblog:\n    dir: news\n"
    site = project(CLEAN, config=config)
    done = site.run("check")
    assert done.exit_code == 1
    [(level, text)] = messages(done.stdout)
    assert (level, text.partition(" ")[0]) == ("ERROR", "mkdocs.yml:5:10:")
    assert "newsblog and dir stand side by side in one item of plugins. Indent dir further" in text
    assert not site.build().ok
    assert site.run("new", "A").exit_code == 2


def test_an_option_outdented_below_the_others_is_to_stand_as_they_do(project):
    site = project(CLEAN, config="plugins:\n  - newsblog:\n      dir: news\n    title: News\n")
    [(level, text)] = messages(site.run("check").stdout)
    assert (level, text.partition(" ")[0]) == ("ERROR", "mkdocs.yml:4:12:")
    assert "Indent title as far as the other options of newsblog. [option-invalid]" in text
    site = project(CLEAN, config="plugins:\n  - newsblog:\n      dir: news\n      title: News\n")
    assert site.run("check", "--quiet").stdout == ""


def test_two_plugins_in_one_item_of_the_list_are_an_error(project):
    site = project(CLEAN, config="plugins:\n  - newsblog: {dir: news}\n    search: {}\n")
    [(_, text)] = messages(site.run("check").stdout)
    assert text.startswith("mkdocs.yml:3:13: Plugin 'newsblog': newsblog and search stand side by side")
    assert "Begin search with a dash, as an item of its own." in text


def test_wrong_options_keep_single_posts_from_passing(project):
    site = project(CLEAN, newsblog={"dir": "news", "archive": {"per_page": 0}})
    assert site.run("check", "docs/news/a.md").exit_code == 1


def test_a_section_that_is_switched_off_has_no_posts(project):
    done = project(MESSY, newsblog={"dir": "news", "enabled": False}).run("check")
    assert (done.exit_code, done.stdout) == (0, "newsblog: no problems in 0 posts\n")


def test_several_sections_are_checked_as_one_site(project):
    site = project(MESSY, newsblog=[{"dir": "news"}, {"dir": "notes", "archive": {"path": "x"}}])
    site.write("docs/notes/n.md", "# No date\n")
    site.write("docs/notes/x.md", "---\ntitle: X\ndate: 2024-05-01\n---\n")
    site.write("docs/notes/2024.html", "taken")
    built = site.build(strict=False)
    said = {text.removeprefix("mkdocs_newsblog: ").split("\n")[0] for text in built.said("WARNING", "ERROR")}
    done = site.run("check")
    found = {text for level, text in messages(done.stdout) if level != "INFO"}
    assert "notes/n.md:1:1: date: the post has no date; it is listed last" in done.stdout
    assert found <= said
    assert done.stdout.rstrip().endswith("of 8 posts and 2 other files")


@pytest.mark.parametrize("other", ["news", "news/old", ".", "News", "NEWS/old"])
def test_sections_that_overlap_are_said_as_the_build_says_it(project, other):
    site = project(CLEAN, newsblog=[{"dir": "news"}, {"dir": other}])
    built = site.build(strict=False)
    done = site.run("check")
    assert done.exit_code == 1
    [(level, text)] = messages(done.stdout)
    wanted = text.partition(": ")[2].removesuffix(" [option-invalid]")
    assert level == "ERROR"
    assert any(wanted in said for said in built.errors), built
    assert any(text in said for said in built.errors), "the same place, too"


@pytest.mark.parametrize(
    ("options", "alias"),
    [
        ({}, "/assets/newsblog/newsblog.css"),
        ({}, "/sitemap.xml.gz"),
        ({"feeds": {"files": {"rss": "a.xml", "atom": "a.xml"}}}, "/a/"),
    ],
)
def test_an_address_that_is_taken_is_said_as_the_build_says_it(project, options, alias):
    site = project(CLEAN, newsblog={"dir": "news", **options})
    site.write("docs/news/c.md", f"---\ntitle: C\ndate: 2024-05-01\naliases: [{alias}]\n---\nText.\n")
    [(level, text)] = messages(site.run("check").stdout)
    assert (level, "[address-taken]" in text) == ("ERROR", True)
    place, words = text.split(" ", 1)
    assert [said for said in site.build().errors if said.endswith(words)], (place, words)


def test_a_folder_that_is_not_there_is_said_as_the_build_says_it(project):
    site = project(CLEAN, newsblog={"dir": "nwes"})
    done = site.run("check")
    [(level, text)] = messages(done.stdout)
    assert (level, done.exit_code) == ("WARNING", 0)
    place, _, words = text.partition(" ")
    assert [f"mkdocs_newsblog: {place} {words}"] == site.build(strict=False).warnings
    assert place == f"{site.place('dir: nwes', 'nwes')}:"
    assert "file=mkdocs.yml," in site.run("check", "--format", "github").stdout


@pytest.mark.parametrize(
    ("theme", "blog", "is_said"),
    [
        ("material", "blog", True),
        ({"name": "material"}, {"blog": {"blog_dir": "./blog/"}}, True),
        ("material", "material/blog", True),
        ("material", {"blog": {"enabled": False}}, False),
        ("material", {"blog": {"blog_dir": "diary"}}, False),
        ("mkdocs", "blog", False),
    ],
)
def test_a_blog_of_the_theme_in_the_same_folder_is_said_as_the_build_says_it(project, theme, blog, is_said):
    plugins = ["search", blog, {"newsblog": {"dir": "blog"}}]
    site = project(CLEAN.replace("news/", "blog/"), config={"theme": theme, "plugins": plugins}, newsblog={})
    done = site.run("check")
    said = "newsblog: the blog plugin of the theme has the folder 'blog' too. Take it out of plugins"
    assert (said in done.stdout, done.exit_code) == (is_said, int(is_said)), done.output


def test_what_the_site_leaves_out_is_left_out(project):
    site = project(
        MESSY, config={"exclude_docs": "bad.md\ndraft.md\n/news/e.md\n2023/\n", "draft_docs": "f.md"}
    )
    site.write("docs/news/.hidden.md", "---\ntitle: x\ndate: soon\n---\n")
    site.write("docs/.hidden/news/x.md", "---\ntitle: x\ndate: soon\n---\n")
    done = site.run("check")
    assert done.exit_code == 0
    assert {text.split(":")[0] for _, text in messages(done.stdout)} >= {"news/c.md", "news/2024/f.md"}
    assert "hidden" not in done.stdout


def test_files_that_must_not_be_opened_are_named(project):
    site = project(CLEAN)
    site.write("outside.md", "# Secret\n")
    (site.root / "docs" / "news" / "link.md").symlink_to(site.root / "outside.md")
    (site.root / "docs" / "news" / "gone.md").symlink_to("nowhere.md")
    site.write("docs/news/large.md", b"x" * (2 * 1024 * 1024 + 1))
    done = site.run("check")
    assert done.exit_code == 1
    assert [text.split(":")[0] for _, text in messages(done.stdout)] == [
        "news/gone.md",
        "news/large.md",
        "news/link.md",
    ]


def test_links_in_a_circle_end(project):
    site = project(CLEAN)
    (site.root / "docs" / "news" / "again").symlink_to(site.root / "docs")
    assert site.run("check").output == "newsblog: no problems in 2 posts\n"


def test_an_unreadable_clock_is_misuse(project):
    done = project(CLEAN).run("check", SOURCE_DATE_EPOCH="noon")
    assert done.exit_code == 2
    assert "SOURCE_DATE_EPOCH should be a whole number" in done.stderr


@pytest.mark.parametrize("shape", ["text", "json", "github"])
def test_a_report_that_finds_no_room_is_one_line(project, shape):
    site = project(CLEAN)
    site.write("docs/news/c.md", "# No date\n")
    command = [sys.executable, "-m", "mkdocs_newsblog.cli", "check", "--format", shape]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            command, cwd=site.root, env=os.environ | CALM, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        2,
        b"Error: the report can't be printed (No space left on device).\n",
    )


def test_the_docs_folder_is_left_as_it_is(project):
    site = project(MESSY)
    before = site.docs()
    site.run("check")
    assert site.docs() == before
    assert sorted(path.name for path in site.root.iterdir()) == ["docs", "mkdocs.yml"]


def test_layouts_of_the_site_and_its_theme_are_known(project):
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    made = project(CLEAN, newsblog={"dir": "news", "index": {"layout": "magazine"}}, config={"theme": theme})
    assert "[layout-unknown]" in made.run("check").output
    made.write("overrides/newsblog/layouts/magazine.html", "{{ posts | length }}")
    done = made.run("check")
    assert (done.exit_code, "layout" in done.output) == (0, False)


def test_pictures_of_the_theme_are_known_as_a_build_knows_them(project):
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    made = project(CLEAN, newsblog={"dir": "news"}, config={"theme": theme})
    heroes = {
        "own": "/img/own.png",
        "theme": "/img/grid.png",
        "hidden": "/.img/own.png",
        "lost": "/img/lost.png",
        "broken": "/img/broken.png",
        "told": "/img/README.png",
        "words": "/locales/own.png",
    }
    for name, hero in heroes.items():
        head = f"title: {name}\ndate: 2024-05-01\nhero: {hero}\nheroAlt: A"
        made.write(f"docs/news/{name}.md", f"---\n{head}\n---\nText.\n")
    made.write("overrides/img/broken.png", b"no picture")
    for path in ("img/own", ".img/own", "img/README", "locales/own"):
        made.write(f"overrides/{path}.png", PNG)
    said = [line for line in made.run("check").output.splitlines() if "news/" in line]
    found = [re.findall(r"news/(\w+)\.md.*\[([a-z-]+)\]", line) for line in said]
    assert found == [
        [("broken", "hero-unreadable")],
        [("hidden", "hero-missing")],
        [("lost", "hero-missing")],
        [("told", "hero-missing")],
        [("words", "hero-missing")],
    ]
    built = made.build(strict=False)
    assert [re.findall(r"news/(\w+)\.md.*\[([a-z-]+)\]", text) for text in built.warnings] == found


LISTS = """
---
title: Home
---
<!-- newsblog: latest tag=wrold limit=x -->

- <!-- newsblog: latst -->

`<!-- newsblog: latst -->`

```
<!-- newsblog: latst -->
```

    <!-- newsblog: latst -->

text

    - item

        <!-- newsblog: latst -->

!!! note

    <!-- newsblog: latst -->

        <!-- newsblog: latst -->

    - item

        text

            <!-- newsblog: latst -->

      1. item

		<!-- newsblog: archve -->

=== "Tab"

    ??? note "A"

        <!-- newsblog: latst -->
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_lists_in_pages_are_checked_as_a_build_does(project, end):
    extensions = ["admonition", "pymdownx.details", "pymdownx.tabbed", "footnotes"]
    made = project(CLEAN, config={"markdown_extensions": extensions})
    made.write("docs/index.md", LISTS)
    page = made.root / "docs/index.md"
    page.write_bytes(page.read_bytes().replace(b"\n", end.encode()))
    said = [line for line in made.run("check").output.splitlines() if "[list-" in line]
    said = [line.removeprefix("WARNING -  ") for line in said]
    built = made.build(strict=False)
    assert [text.partition(": ")[2] for text in built.warnings if "[list-" in text] == said
    assert [line.partition(": ")[0] for line in said] == [
        "index.md:4:27",
        "index.md:4:39",
        "index.md:6:18",
        "index.md:24:20",
        "index.md:36:18",
        "index.md:42:24",
    ]
    assert made.run("check", "--strict", "docs/index.md").exit_code == 1
    assert made.run("check", "--strict", "docs/news").exit_code == 0


def test_a_listings_page_that_is_no_text_is_said_as_the_build_says_it(project):
    site = project(CLEAN, newsblog={"dir": "news"})
    site.write("docs/news/index.md", b"# Caf\xe9\n")
    done = site.run("check")
    [(level, text)] = messages(done.stdout)
    assert (level, done.exit_code) == ("ERROR", 1)
    assert text.startswith("news/index.md:1:6: file: not UTF-8")
    assert f"mkdocs_newsblog: {text}" in site.build(strict=False).errors
