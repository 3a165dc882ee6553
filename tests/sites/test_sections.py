"""Sections beside and within one another, sections without pages, and posts that no list shows."""

import unicodedata

import pytest
import yaml

POST = """
---
title: {title}
date: 2024-01-02
{more}
---
Text of {title}.
"""


def test_sections_that_overlap_are_one_clear_error(drawn):
    site = drawn("docs/\n  index.md | # Home", newsblog=[{"dir": "news"}, {"dir": "news/press"}])
    built = site.cli("build")
    assert built.exit_code == 1
    assert built.output.count("overlap") == 1
    assert "'news' and 'news/press'" in built.output
    assert "Traceback" not in built.output


@pytest.mark.parametrize("other", ["news", "news/press", "."])
def test_sections_that_overlap_are_said_with_place_and_code(drawn, other):
    site = drawn("docs/\n  index.md | # Home", newsblog=[{"dir": "news"}, {"dir": other}])
    built = site.cli("build")
    fact = f"the sections 'news' and '{other}' overlap"
    lines = site.config.splitlines()
    number = max(number for number, line in enumerate(lines, 1) if line == "- newsblog:")
    said = f"mkdocs.yml:{number}:3: newsblog: {fact}. Give each a folder of its own. [option-invalid]"
    assert built.said("ERROR") == [said]


def test_the_last_line_of_a_build_counts_what_is_wrong_in_all_sections(drawn):
    bad = "---\ntitle: T\ndate: nope\n---\nText.\n"
    site = drawn("docs/\n  index.md | # Home", newsblog=[{"dir": "news"}, {"dir": "log"}])
    for path in ("news/a.md", "news/b.md", "log/c.md"):
        site.write(f"docs/{path}", bad)
    site.write("docs/log/fine.md", bad.replace("nope", "2024-05-04"))
    assert site.cli("build").said("ERROR")[-1] == "newsblog: 3 errors, 0 warnings in 3 of 4 posts"


def test_what_two_sections_want_is_said_once_and_by_the_check_as_well(drawn):
    options = {"url": "/all/{slug}", "feeds": {"formats": ["rss"], "files": {"rss": "/feed.xml"}}}
    sections = [{"dir": "news"} | options, {"dir": "blog"} | options]
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/"}, sections)
    for folder in ("news", "blog"):
        site.write(f"docs/{folder}/a.md", POST.format(title="A", more="aliases: [/old]"))
    built = site.build()
    number = [number for number, line in enumerate(site.config.splitlines(), 1) if "rss: /" in line][-1]
    start = site.config.splitlines()[number - 1].index("/feed") + 1
    checked = site.check()
    for text in (
        "blog/a.md:4:10: aliases: ",
        f"mkdocs.yml:{number}:{start}: feeds.files.rss: ",
        "news/a.md:1:1: file: blog/a.md and news/a.md would be one page",
    ):
        assert "\n".join(built.errors).count(text) == checked.output.count(text) == 1
    assert built.errors[3] == "newsblog: 3 errors, 0 warnings in 2 of 2 posts and 1 other file"
    assert checked.output.count("ERROR") == 3


def test_a_section_without_a_page_is_doubted(drawn):
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "nws"})
    built = site.build(strict=False)
    assert [text for text in built.warnings if "option-dir-missing" in text]
    assert built.exists("nws/")


@pytest.mark.parametrize(
    ("folder", "said"),
    {
        "docs/news": "Did you mean news?",
        "nws": "Did you mean news?",
        "docs/log": "Did you mean log?",
        "press": "Put a post there, or mend dir.",
        "picture": "Put a post there, or mend dir.",
        "pictures": "Put a post there, or mend dir.",
        "docs/press": "Put a post there, or mend dir.",
        "docs/deep": "Did you mean deep?",
    }.items(),
)
def test_a_folder_without_a_page_is_said_with_the_one_that_was_meant(drawn, folder, said):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            first.md | # First
          log/
            first.markdown | # First
          deep/
            er/
              first.md | # First
          pictures/
            first.svg | <svg/>
        """,
        newsblog={"dir": folder},
    )
    (text,) = [text for text in site.build(strict=False).warnings if "option-dir-missing" in text]
    assert f'there is no page below "{folder}" in the docs folder. {said}' in text


def test_an_unlisted_post_has_a_page_that_no_list_and_no_sitemap_names(drawn):
    site = drawn(
        "docs/\n  index.md | # Home", config={"site_url": "https://example.org/"}, newsblog={"dir": "blog"}
    )
    site.write("docs/blog/open.md", POST.format(title="Open", more=""))
    site.write("docs/blog/quiet.md", POST.format(title="Quiet", more="unlisted: true"))
    site.write(
        "docs/blog/later.md", POST.format(title="Later", more="unlisted: true").replace("2024", "2999")
    )
    built = site.build()
    page = built.page("blog/quiet/")
    assert page.text("h1") == "Quiet"
    assert page.select(".newsblog-badge") == []
    assert "quiet" not in built.text("sitemap.xml")
    assert "blog/open/" in built.text("sitemap.xml")
    assert "quiet" not in built.page("blog/").html
    assert not built.exists("blog/later/")


def test_build_and_check_say_what_is_no_post(drawn):
    site = drawn(
        "docs/\n  index.md | # Home", {"exclude_docs": "c.x.mdx"}, {"dir": "news", "posts": ["news/*"]}
    )
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    site.write("docs/news/b.mdx", b"---\ntitle: B\n---\nText.\n")
    site.write("docs/news/c.x.mdx", b"---\ntitle: C\n---\nText.\n")
    built = site.build(strict=False)
    assert built.ok, built
    codes = [("[file-unread]", "news/b.mdx:1:1"), ("[posts-unmatched]", site.place("- news/*"))]
    for code, place in codes:
        assert len([text for text in built.warnings if code in text and place in text]) == 1, built
    checked = site.check()
    for code, _ in codes:
        assert checked.output.count(code) == 1, checked.output


NOTEBOOK = b'{"cells": [{"cell_type": "raw", "source": ["---\\n", "title: A\\n", "---\\n"]}]}'
MAKER = """
from mkdocs.structure.files import File, Files

class Notebook(File):
    def is_documentation_page(self):
        return True

def on_files(files, config):
    for file in list(files):
        if file.src_uri.endswith(".ipynb"):
            files.remove(file)
            files.append(Notebook(file.src_uri, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files
"""


def checked(site, *plugins):
    """What the command says of a site whose configuration names further plugins."""
    return site.check(plugins=[*yaml.safe_load(site.config)["plugins"], *plugins]).output


def test_build_and_check_say_what_is_a_post_in_another_format(drawn):
    site = drawn("docs/\n  index.md | # Home", None, {"dir": "news"})
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    site.write("docs/news/b.qmd", b"---\ntitle: B\n---\nText.\n")
    site.write("docs/news/c.ipynb", NOTEBOOK)
    site.write("docs/news/demo.html", b"<!doctype html>\n<title>Demo</title>\n")
    (site.root / "docs/news/led.html").symlink_to("/etc/passwd")
    built = site.build(strict=False)
    said = [text for text in built.warnings if "[file-unread]" in text]
    assert [text.split()[1] for text in said] == ["news/b.qmd:1:1:", "news/c.ipynb:1:1:"], built
    assert "Quarto is no page here; the site publishes the file as it is. Rename it to .md" in said[0]
    assert "a notebook is no page here" in said[1]
    assert "Write it in Markdown" in said[1]
    output = checked(site)
    assert [name in output for name in ("b.qmd", "c.ipynb", "demo", "led")] == [True, True, False, False]


def test_nothing_is_said_of_files_of_which_a_plugin_makes_pages(drawn):
    site = drawn("docs/\n  index.md | # Home", {"hooks": ["maker.py"]}, {"dir": "news", "posts": ["*.md"]})
    site.write("maker.py", MAKER)
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    site.write("docs/news/c.ipynb", NOTEBOOK)
    built = site.build(strict=False)
    assert built.exists("news/c/")
    assert [text for text in built.warnings if "[file-unread]" in text] == []
    assert "c.ipynb" in checked(site)
    assert "c.ipynb" not in checked(site, {"mkdocs-jupyter": {"execute": False}})


MADE = """
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "news/b.qmd", content="---\\ntitle: B\\n---\\nText.\\n"))
    files.append(File.generated(config, "news/demo.html", content="<title>Demo</title>"))
"""


def test_a_build_says_what_a_plugin_makes_in_another_format(drawn):
    site = drawn("docs/\n  index.md | # Home", {"hooks": ["made.py"]}, {"dir": "news"})
    site.write("made.py", MADE)
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    [said] = [text for text in site.build(strict=False).warnings if "[file-unread]" in text]
    assert "news/b.qmd:1:1: file: Quarto is no page here" in said


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_folder_is_found_whichever_way_its_accents_are_stored(drawn, form):
    site = drawn("docs/\n  index.md | # Home")
    stored = unicodedata.normalize(form, "größe")
    typed = unicodedata.normalize("NFD" if form == "NFC" else "NFC", "größe")
    site.write(f"docs/{stored}/a.md", b"---\ntitle: A\ndate: 2024-01-01\nauthor: jo\n---\nText.\n")
    site.write(f"docs/{stored}/people.yml", b"jo: Joan of the file\n")
    site.write("docs/all.md", f"# All\n\n<!-- newsblog: latest blog={typed} -->\n".encode())
    built = site.build(newsblog={"dir": typed, "authors_file": f"{typed}/people.yml"})
    assert built.ok, built
    assert built.page(f"{stored}/").texts(".newsblog-card__title") == ["A"]
    assert "Joan of the file" in built.page(f"{stored}/a/").text(".newsblog-byline")
    assert "A" in built.page("all/").texts(".newsblog-card__title")
    assert built.broken_links() == []
    assert not built.exists(f"{typed}/")
