"""Exports of sites with more: other plugins, passwords, sections, texts that can't stay Markdown."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import pytest
import yaml
from PIL import Image

from tests.harness.site import NOW

POST = "---\ntitle: {title}\ndate: 2024-05-0{day}\n{more}\n---\n{text}\n"
URL = {"site_url": "https://example.org/docs/"}


def run(site, **variables):
    """Export a site as a user does, and return what was said."""
    site.write("mkdocs.yml", site.config)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs_newsblog.cli", "export"],
        cwd=site.root,
        env=os.environ | {"SOURCE_DATE_EPOCH": NOW} | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done
    return done.stdout + done.stderr


def again(site):
    """The site as it is built from what was exported."""
    built = site.cli("build", "--strict", "--config-file", "mkdocs.exported.yml")
    assert built.ok, built
    return built


def front(site, path):
    """The front matter of an exported page."""
    return next(yaml.safe_load_all(site.read(f"exported/docs/{path}")))


LOCK = """
from mkdocs.plugins import BasePlugin

class Lock(BasePlugin):
    def on_page_markdown(self, markdown, page, config, files):
        if page.meta.get("password"):
            page.encryptcontent = {"password": page.meta["password"]}
"""


def locking(site):
    """Install a plugin for passwords, and return the variables for commands that find it."""
    site.write("installed/locking.py", LOCK)
    site.write("installed/locking-1.0.dist-info/METADATA", "Name: locking\nVersion: 1.0\n")
    point = "[mkdocs.plugins]\nencryptcontent = locking:Lock\n"
    site.write("installed/locking-1.0.dist-info/entry_points.txt", point)
    paths = [str(site.root / "installed"), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


def test_what_is_for_readers_with_a_password_is_not_exported(drawn):
    plugins = ["search", {"newsblog": {"dir": "news"}}, "encryptcontent"]
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "plugins": plugins})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="password: s3cret", text="PLAINWORDS"))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="", text="Free words"))
    site.write("docs/news/index.md", "---\npassword: s3cret\n---\n# News\n\nPLAINWORDS too\n")
    run(site, **locking(site))
    made = {path: path.read_bytes() for path in (site.root / "exported").rglob("*") if path.is_file()}
    assert [path for path, data in made.items() if b"PLAINWORDS" in data or b"s3cret" in data] == []
    assert "Free words" in site.read("exported/docs/news/b/index.md")
    assert front(site, "news/a/index.md")["title"] == "A"


def test_defaults_of_folders_go_with_the_pages_and_stay_with_posts(drawn):
    site = drawn(
        """
        docs/
            .meta.yml | tags: [Every]
            index.md | # Home
            guides/
                .meta.yml | tags: [Guide]
                one.md | # One
            hidden/
                .meta.yml | tags: [Unsaid]
                two.md
                    | ---
                    | draft: true
                    | ---
                    | # Two
            news/
                .meta.yml | tags: [News]
                a.md
                    | ---
                    | date: 2024-05-01
                    | ---
                    | # A
        """,
        {
            **URL,
            "theme": {"name": "material"},
            "draft_docs": "hidden/",
            "plugins": ["search", "meta", "tags", {"newsblog": {"dir": "news"}}],
        },
    )
    run(site)
    assert front(site, "news/a/index.md")["tags"] == ["Every", "News"]
    assert not (site.root / "exported/docs/hidden").exists()
    assert site.read("exported/docs/guides/.meta.yml") == "tags: [Guide]\n"
    assert not (site.root / "exported/docs/news/.meta.yml").exists()
    plain, made = site.cli("build"), again(site)
    for url in ("news/a/", "guides/one/", "news/tags/"):
        assert made.page(url).texts(".md-tags .md-tag") == plain.page(url).texts(".md-tags .md-tag")
    assert made.page("news/a/").texts(".md-tags .md-tag") == ["Every", "News"]


STRANGE = {
    "a heading in HTML": "Words.\n\n<h1>Raw</h1>\n\n## Part",
    "a list in a list": "## Part\n\n- item\n\n    <!-- newsblog: posts limit=1 -->",
}


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_a_text_that_would_say_something_else_is_finished_html(drawn, text):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text=text))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="", text="## Part\n\nWords."))
    said = run(site)
    assert "news/a.md is finished HTML there: as Markdown it would not say the same" in said
    assert "news/b.md" not in said
    assert "## Part" not in site.read("exported/docs/news/a/index.md")
    assert "## Part" in site.read("exported/docs/news/b/index.md")
    plain, made = site.cli("build"), again(site)
    body = ".newsblog-post__body"
    assert [each.tag for each in made.page("news/a/").select(f"{body} *")] == [
        each.tag for each in plain.page("news/a/").select(f"{body} *")
    ]
    assert made.page("news/a/").text(body) == plain.page("news/a/").text(body)
    assert made.broken_links() == []


def test_sections_redirects_and_a_page_of_the_author_are_where_they_were(drawn):
    site = drawn(
        """
        docs/
            index.md | # Home
            news/
                index.md
                    | ---
                    | title: What is *new*
                    | ---
                    | # What is new
                    |
                    | Opening words and [a post](a.md).
                a.md
                    | ---
                    | date: 2024-05-01
                    | aliases: [/old/place/]
                    | ---
                    | # A
                    |
                    | See [the other](../blog/2024-b.md#part).
            blog/
                2024-b.md
                    | ---
                    | title: B
                    | date: 2024-05-02
                    | ---
                    | ## Part
                    |
                    | Back to [A](../news/a.md) and [all](../news/index.md).
        """,
        {**URL, "validation": {"nav": {"omitted_files": "warn"}}, "nav": ["index.md", "news/index.md"]},
        [{"dir": "news"}, {"dir": "blog", "url": "{year}/{month}/{title}"}],
    )
    run(site)
    plain, made = site.cli("build"), again(site)
    assert made.urls() == plain.urls()
    assert made.exists("old/place/")
    assert made.page("blog/2024/05/b/").values(".newsblog-post__body p a", "href") == [
        "../../../../news/a/",
        "../../../../news/",
    ]
    assert made.page("news/a/").values(".newsblog-post__body p a", "href") == ["../../blog/2024/05/b/#part"]
    assert made.page("news/").text("h1") == plain.page("news/").text("h1")
    assert made.page("news/").text("title") == plain.page("news/").text("title")
    assert front(site, "news/index.md")["search"] == {"exclude": True}
    assert "Opening words" in made.page("news/").text(".newsblog-view")
    assert made.broken_links() == []


def test_a_mistake_in_a_list_is_said_once(drawn):
    site = drawn(
        "docs/\n  index.md\n    | # Home\n    |\n    | <!-- newsblog: posts limit=many -->\n",
        URL,
        {"dir": "news"},
    )
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    said = run(site)
    assert said.count("index.md:3:") == said.count("index.md:") == 1


@pytest.mark.parametrize("text", ["{list}", "- item\n\n    {list}"], ids=["Markdown", "finished"])
def test_an_ordinary_page_keeps_its_password(drawn, text):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    inner = text.format(list="<!-- newsblog: posts limit=1 -->")
    site.write("docs/inner.md", f"---\npassword: s3cret\n404: x\n---\n# Inner\n\n{inner}\n")
    run(site)
    assert front(site, "inner/index.md")["password"] == "s3cret"
    assert "Inner" in site.read("exported/docs/inner/index.md")
    for odd in ("!!binary aGVsbG8=", f"{'[' * 50}{']' * 50}"):
        site.write("docs/inner.md", f"---\npassword: {odd}\n---\n# Inner\n\n{inner}\n")
        run(site)
        made = site.read("exported/docs/inner/index.md")
        assert "password" in made or "newsblog-insert" not in made


HEADINGS = ["Hello <textarea> there", "A <select> b", "A <title> b", "A <script> b"]


@pytest.mark.parametrize("heading", [*HEADINGS, "Hi <newsblog-text></newsblog-text> you"])
def test_a_heading_with_odd_elements_does_not_take_the_place_of_the_text(drawn, heading):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", f"---\ndate: 2024-05-01\n---\n# {heading}\n\nThe *words*.\n")
    said = run(site)
    assert ("news/a.md is finished HTML" in said) == (heading in HEADINGS)
    plain, made = site.cli("build"), again(site)
    shown = [[each.tag for each in built.page("news/a/").select("article *")] for built in (plain, made)]
    assert shown[1] == shown[0][: len(shown[1])]  # without an end it takes what the theme has below, too
    assert "words" in made.page("news/a/").raw
    assert "newsblog-text-" not in made.page("news/a/").raw


BOMB = "a0: &a0 [x]\n" + "".join(
    f"a{number}: &a{number} [{', '.join(9 * [f'*a{number - 1}'])}]\n" for number in range(1, 10)
)


@pytest.mark.parametrize(
    "more",
    [BOMB, "a: &a [*a]\n", "a: &a {b: *a}\n", f"a: {'[' * 200}{']' * 200}\n", f"a: [{'x,' * 20_000}]\n"],
    ids=["aliases", "list", "mapping", "deep", "long"],
)
def test_front_matter_without_end_is_left_out(drawn, more):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    text = "# Page\n\n- item\n\n    <!-- newsblog: posts limit=1 -->\n"
    site.write("docs/page.md", f"---\nkept: 1\n{more}---\n{text}")
    said = run(site)
    assert re.search(r"page\.md: \"a\d?\" is left out of the export, since it repeats itself\.", said)
    assert front(site, "page/index.md")["kept"] == 1
    assert len(site.read("exported/docs/page/index.md")) < 100_000


@pytest.mark.parametrize("authors", [{"email": False}, {"email": True}, False])
def test_addresses_for_mail_are_exported_only_where_the_site_shows_them(drawn, authors):
    shown = authors == {"email": True}
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news", "authors": authors})
    people = "[{name: Ada, email: ada@example.org}, 'Bob <bob@example.org>']"
    more = f"authors: {people}\nauthor_email: ada@example.org\nodd: 1"
    site.write("docs/news/a.md", POST.format(title="A", day=1, more=more, text="Words."))
    run(site)
    made = front(site, "news/a/index.md")
    assert (made["author"], made["odd"]) == ("Ada, Bob", 1)
    assert ("example.org" in str(made)) == shown
    pages = "".join(path.read_text() for path in (site.root / "exported").rglob("*.md"))
    assert ("ada@" in pages) == shown


def test_pages_with_another_place_stay_where_the_navigation_has_them(drawn):
    listing = "# {title}\n\n<!-- newsblog: posts limit=1 -->\n"
    site = drawn(
        "docs/\n  index.md | # Home\n",
        {
            **URL,
            "nav": ["index.md", {"Guide": "./guide.md"}],
            "not_in_nav": "/other.md\n",
            "validation": {"nav": {"omitted_files": "warn"}},
        },
        {"dir": "news [x]"},
    )
    site.write("docs/guide.md", listing.format(title="Guide"))
    site.write("docs/other.md", listing.format(title="Other"))
    site.write("docs/news [x]/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))
    assert made["nav"] == ["index.md", {"Guide": "guide/index.md"}]
    assert made["not_in_nav"] == "/other.md\n/other/index.md\n/news \\[x]/\n"
    again(site)


def test_a_folder_is_kept_out_of_the_navigation_by_its_name_as_it_is_stored(drawn):
    """Letters and accents are one sign in the folder's name, and two in the options."""
    strict = {"validation": {"nav": {"omitted_files": "warn"}}}
    site = drawn("docs/\n  index.md | # Home\n", {**URL, **strict}, {"dir": "ne\u0301ws"})
    site.write("docs/n\u00e9ws/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    assert yaml.safe_load(site.read("mkdocs.exported.yml"))["not_in_nav"] == "/n\u00e9ws/\n"
    again(site)


def test_posts_elsewhere_need_not_stand_in_the_navigation(drawn):
    config = {**URL, "nav": ["index.md"], "validation": {"nav": {"omitted_files": "warn"}}}
    options = {"dir": "news", "url": "/{slug}"}
    site = drawn("docs/\n  index.md | # Home\n", config, options)
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    plain, made = site.cli("build", "--strict"), again(site)
    assert made.exists("a/")
    assert made.urls() == plain.urls()


@pytest.mark.parametrize("flat", [False, True])
def test_an_address_that_no_place_gives_is_named(drawn, flat):
    config = {**URL, "use_directory_urls": not flat}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news", "url": "slug" if flat else "{slug}"})
    more = "slug: README" if flat else "permalink: /2024/foo.html"
    site.write("docs/news/a.md", POST.format(title="A", day=1, more=more, text="Words."))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="", text="Words."))
    said = run(site)
    address = "news/index.html" if flat else "2024/foo/index.html"
    assert f"news/a.md has another address there: {address}" in said
    assert said.count("another address") == 1


def test_a_link_to_nothing_is_said_once(drawn):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="[x](gone.md)"))
    assert run(site).count("contains a link 'gone.md'") == 1


def test_a_script_that_others_may_take_for_orders_is_named(drawn):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    script = "<div><script>\nconst a = '{{ b }}';\n</script></div>\n\n<h1>Raw</h1>"
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text=script))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="", text="<h1>Raw</h1>\n\n`{{ b }}`"))
    said = run(site)
    assert "news/a.md has {{, {% or --8<-- in its scripts: others may take that for orders" in said
    assert "news/b.md has" not in said


def test_no_pattern_of_the_site_takes_a_page_out_of_its_new_place(drawn):
    config = {**URL, "draft_docs": "drafts/\n", "exclude_docs": "2024/\nold.*\n!/old.txt\n"}
    site = drawn("docs/\n  index.md | # Home\n  old.txt | x\n  old.png | x\n", config, {"dir": "news"})
    site.write("docs/news/drafts.md", POST.format(title="On drafts", day=1, more="", text="Words."))
    site.write("docs/news/drafts/b.md", POST.format(title="Unseen", day=1, more="", text="HIDDENWORDS"))
    run(site)
    plain, made = site.cli("build"), again(site)
    assert made.urls() == plain.urls()
    assert made.exists("news/drafts/")
    assert made.exists("news/2024/05/")
    files = [path for path in (site.root / "exported").rglob("*") if path.is_file()]
    assert not [path for path in files if path.name == "old.png" or b"HIDDENWORDS" in path.read_bytes()]
    text = yaml.safe_load(site.read("mkdocs.exported.yml"))["exclude_docs"]
    assert text.startswith(f"{config['exclude_docs']}!/news/2024/")


@pytest.mark.parametrize("key", ["draft_docs", "exclude_docs"])
def test_the_last_pattern_that_fits_a_page_is_that_of_the_export(drawn, key):
    config = {**URL, key: "old.md\n!/news/index.md\nindex.md\n!/index.md\n"}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    plain, made = site.cli("build"), again(site)
    assert made.exists("news/")
    assert made.urls() == plain.urls()


def test_a_page_that_others_lead_on_to_a_post_is_not_left_with_a_broken_link(drawn):
    config = {**URL, "markdown_extensions": [{"pymdownx.snippets": {"base_path": ["parts"]}}]}
    site = drawn("docs/\n  index.md | # Home\n  raw.md | # Raw\n", config, {"dir": "news"})
    site.write("parts/one.md", "See [a post](news/a.md#part).")
    site.write("docs/index.md", '# Home\n\n--8<-- "one.md"\n')
    site.write("docs/raw.md", '# Raw\n\n<a href="../news/a/">by hand</a>\n')
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="## Part\n\nWords."))
    said = run(site)
    assert "index.md is finished HTML there" in said
    assert "raw.md is finished" not in said
    assert site.read("exported/docs/raw.md") == site.read("docs/raw.md")
    made = again(site)
    assert made.page("").values(".col-md-9 p a", "href") == ["news/a/#part"]
    assert made.broken_links() == []


ADDS = """
def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri in ("written.md", "guide/index.md"):
        markdown += "\\n\\n<!-- newsblog: posts limit=1 -->"
    return markdown.replace("VERSION", "1.2.3") + "\\n\\n[ADDED](https://example.org/)"
"""


def test_what_plugins_add_to_ordinary_pages_is_left_to_them(drawn):
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "hooks": ["hook.py"]}, {"dir": "news"})
    site.write("hook.py", ADDS)
    site.write("docs/index.md", "# Home\n\n[A](news/a.md) VERSION\n\n<!-- newsblog: posts limit=1 -->\n")
    site.write("docs/linked.md", "# Linked\n\n[A](news/a.md#part) VERSION\n")
    site.write("docs/written.md", "# Written\n\n[A](news/a.md)\n")
    site.write("docs/guide/index.md", "# Guide\n\n[A](../news/a.md)\n")
    site.write("docs/listed.md", "# Listed\n\n<!-- newsblog: posts limit=1 -->\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="## Part\n\nVERSION"))
    said = run(site)
    finished = sorted(re.findall(r"(\S+) is finished HTML", said))
    assert finished == ["guide/index.md", "listed.md", "news/a.md", "written.md"]
    assert site.read("exported/docs/linked.md") == "# Linked\n\n[A](news/a/index.md#part) VERSION\n"
    plain, made = site.cli("build"), again(site)
    for url in ("", "linked/"):
        assert (
            made.page(url).text("[role=main]").split()[:4] == plain.page(url).text("[role=main]").split()[:4]
        )
        assert made.page(url).text("[role=main]").count("ADDED") == 1 + (url == "")
    assert all("newsblog-card" in made.page(url).raw for url in ("guide/", "listed/", "written/"))
    assert "1.2.3" in site.read("exported/docs/news/a/index.md")


def test_a_link_that_a_plugin_adds_is_not_left_broken(drawn):
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "hooks": ["hook.py"]}, {"dir": "news"})
    lines = [
        "markdown.replace('HERE', '[A](news/a.md)')",
        "replace('BY_ADDRESS', '<a href=\"../news/a/\">A</a>')",
    ]
    site.write("hook.py", f"def on_page_markdown(markdown, **more):\n    return {'.'.join(lines)}\n")
    site.write("docs/file.md", "# File\n\n=HERE=\n")
    site.write("docs/address.md", "# Address\n\n=BY_ADDRESS=\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    said = run(site)
    assert re.findall(r"(\S+) is finished HTML", said) == ["file.md"]
    made = again(site)
    assert made.page("file/").values("[role=main] p a", "href") == ["../news/a/"]
    assert made.broken_links() == []


HOOK = """
from mkdocs.structure.files import File
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

class Both(Section, Page):
    pass

def on_files(files, config):
    for uri in ("shown.md", "secret.md", "news/b.md"):
        old = files.get_file_from_path(uri)
        text = f"{old.content_string if old else '# New'}\\n\\nADDED\\n"
        if old:
            files.remove(old)
        files.append(File.generated(config, uri, content=text))
    return files

def on_nav(nav, config, files):
    for section in nav.items:
        if section.title == "Guides":
            first = section.children.pop(0)
            first.__class__, first.children, first.title = Both, section.children, "Guides"
            nav.items[nav.items.index(section)] = first
    files.get_file_from_path("other.md").page.title = "Called so"
    return nav
"""


def test_a_page_that_a_plugin_adds_to_is_there_for_it_again(drawn):
    config = {**URL, "hooks": ["hook.py"], "exclude_docs": "secret.md\n"}
    site = drawn("docs/\n  index.md | # Home\n  other.md | # Other\n", config, {"dir": "news"})
    site.write("hook.py", HOOK)
    site.write("docs/shown.md", "# Shown\n\nOwn words and [a post](news/a.md).\n")
    site.write("docs/secret.md", "# Secret\n\nHIDDENWORDS\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="draft: true", text="HIDDENWORDS"))
    run(site)
    assert site.read("exported/docs/shown.md") == "# Shown\n\nOwn words and [a post](news/a/index.md).\n"
    files = [path for path in (site.root / "exported").rglob("*") if path.is_file()]
    assert not [path for path in files if b"HIDDENWORDS" in path.read_bytes()]
    assert again(site).page("shown/").text(".col-md-9").split()[-1] == "ADDED"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_links_in_files_of_which_a_plugin_has_its_own_are_found_with_any_line_end(drawn, end):
    config = {**URL, "hooks": ["hook.py"], "exclude_docs": "secret.md\n"}
    site = drawn("docs/\n  index.md | # Home\n  other.md | # Other\n", config, {"dir": "news"})
    site.write("hook.py", HOOK)
    site.write("docs/shown.md", end.join(["A ` sign.", "", "A [post](news/a.md).", "", "A ` sign.", ""]))
    site.write("docs/secret.md", "# Secret\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="", text="Words."))
    run(site)
    assert "A [post](news/a/index.md)." in site.read("exported/docs/shown.md")


ADDS_TO_FILES = """
from mkdocs.structure.files import File

def on_files(files, config):
    for uri in ("news/about.md", "news/index.md", "news/posts/b.md"):
        old = files.get_file_from_path(uri)
        text = (old.content_string if old else "") + "\\n\\nADDED\\n"
        if old:
            files.remove(old)
        files.append(File.generated(config, uri, content=text))
    return files
"""


def test_pages_in_the_folder_of_a_section_that_a_plugin_adds_to_are_not_lost(drawn):
    config = {**URL, "hooks": ["hook.py"]}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news", "posts": ["posts/**"]})
    site.write("hook.py", ADDS_TO_FILES)
    site.write("docs/news/index.md", "# Front\n\nWelcome.\n")
    site.write("docs/news/about.md", "# About\n\nOwn words and [a post](posts/a.md).\n")
    site.write("docs/news/posts/a.md", POST.format(title="A", day=1, more="", text="Words."))
    site.write("docs/news/posts/b.md", POST.format(title="B", day=2, more="draft: true", text="HIDDENWORDS"))
    run(site)
    assert site.read("exported/docs/news/about.md").endswith("Own words and [a post](posts/a/index.md).\n")
    files = [path for path in (site.root / "exported").rglob("*") if path.is_file()]
    assert not [path for path in files if b"HIDDENWORDS" in path.read_bytes()]
    plain, made = site.cli("build"), again(site)
    assert made.page("news/about/").text(".col-md-9").split()[-1] == "ADDED"
    assert "Welcome." in made.page("news/").text(".col-md-9")
    cards = plain.page("news/").texts(".newsblog-card__title")
    assert "A" in cards
    assert made.page("news/").texts(".newsblog-card__title") == cards


def test_the_navigation_is_written_as_plugins_have_left_it(drawn):
    config = {**URL, "hooks": ["hook.py"]}
    site = drawn("docs/\n  index.md | # Home\n  other.md | # Other\n", config, {"dir": "news"})
    for name in ("one", "two", "three"):
        site.write(f"docs/guides/{name}.md", f"# {name}\n")
    site.write("hook.py", HOOK)
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    first, *rest = yaml.safe_load(site.read("mkdocs.exported.yml"))["nav"]
    assert first == "index.md"
    assert {"Called so": "other.md"} in rest
    assert {"Guides": ["guides/one.md", "guides/three.md", "guides/two.md"]} in rest


NAV = """
def on_config(config):
    config.nav = ["index.md", {None: "other.md"}, {2024: "news/index.md"}]
    return config

def on_nav(nav, config, files):
    if ADDS:
        nav.items.append(files.get_file_from_path("more.md").page)
    return nav
"""


@pytest.mark.parametrize("adds", [True, False])
def test_titles_of_the_navigation_are_those_that_it_had(drawn, adds):
    config = {**URL, "hooks": ["hook.py"], "not_in_nav": "more.md"}
    site = drawn(
        "docs/\n  index.md | # Home\n  other.md | # Other\n  more.md | # More\n", config, {"dir": "news"}
    )
    site.write("hook.py", NAV.replace("ADDS", str(adds)))
    site.write("docs/news/index.md", "# All of it\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))["nav"]
    assert made == ["index.md", "other.md", {"2024": "news/index.md"}, *(["more.md"] if adds else [])]


@pytest.mark.parametrize("shown", [True, False])
def test_pages_that_are_not_built_leave_the_navigation(drawn, shown):
    nav = [{"Home": "index.md"}, {"Draft": "draft.md"}, {"All": ["draft.md"]}, {"News": ["news/index.md"]}]
    config = {**URL, "draft_docs": "draft.md\n", "nav": nav}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news", "archive": {"nav": shown}})
    site.write("docs/draft.md", "# Draft\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))["nav"]
    assert [*map(str, made)] == [str(nav[0]), str(made[-1])]
    assert "news/index.md" in str(made[-1])
    again(site)


def test_a_link_without_title_stays_one(drawn):
    nav = ["index.md", "https://example.org/", {"Ours": "https://example.com/"}, "news/index.md"]
    site = drawn(
        "docs/\n  index.md | # Home\n", {**URL, "nav": nav}, {"dir": "news", "archive": {"nav": True}}
    )
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))["nav"]
    assert made[:3] == nav[:3]


IDLE = """
from mkdocs.config.config_options import Type
from mkdocs.plugins import BasePlugin

class Idle(BasePlugin):
    config_scheme = (("redirect_maps", Type(dict, default={})),)
"""


def installed(site, *plugins):
    """Install plugins that do nothing, and return the variables for commands that find them."""
    site.write("installed/idle.py", IDLE)
    site.write("installed/idle-1.0.dist-info/METADATA", "Name: idle\nVersion: 1.0\n")
    points = "".join(f"{name} = idle:Idle\n" for name in plugins)
    site.write("installed/idle-1.0.dist-info/entry_points.txt", f"[mkdocs.plugins]\n{points}")
    paths = [str(site.root / "installed"), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(filter(None, paths))}


@pytest.mark.parametrize("mapped", [False, True])
def test_redirects_of_another_plugin_lead_to_posts_in_their_new_places(drawn, mapped):
    maps = {
        "old.md": "news/a.md",
        "more.md": "news/a.md#part",
        "far.md": "https://example.org/",
        "b.md": "index.md",
    }
    named = {"redirects": {"redirect_maps": maps}, "awesome-nav": {}, "newsblog": {"dir": "news"}}
    plugins = named if mapped else [{name: options} for name, options in named.items()]
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "plugins": plugins})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="## Part"))
    run(site, **installed(site, "redirects", "awesome-nav"))
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))
    there = maps | {"old.md": "news/a/index.md", "more.md": "news/a/index.md#part"}
    assert made["plugins"] == [{"redirects": {"redirect_maps": there}}]  # the navigation is in its own place


def test_a_blog_of_another_plugin_has_its_authors_and_its_own_pages_once(drawn):
    plugins = ["search", {"blog": {"blog_dir": "blog"}}, {"newsblog": {"dir": "news"}}]
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "theme": {"name": "material"}, "plugins": plugins})
    ada = "authors:\n  ada: {name: Ada, description: Writes, avatar: https://example.org/a.png}\n"
    site.write("docs/blog/.authors.yml", ada)
    site.write("docs/blog/index.md", "# Blog\n")
    site.write(
        "docs/blog/posts/b.md",
        "---\ndate: 2024-05-01\nauthors: [ada]\n---\n# B\n\nSee [A](../../news/a.md).\n\n"
        "<!-- more -->\n\n<!-- newsblog: posts limit=1 -->\n",
    )
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="See [B](../blog/posts/b.md)."))
    said = run(site)
    assert "blog/posts/b.md" not in said
    assert site.read("exported/docs/blog/.authors.yml") == ada
    plain, made = site.cli("build"), again(site)
    assert made.urls() == plain.urls()
    nav = ".md-nav--primary .md-nav__link"
    assert made.page("").texts(nav) == plain.page("").texts(nav)
    assert "newsblog-card" in made.page("blog/2024/05/01/b/").raw
    assert [each for each in made.broken_links() if "a.png" not in each] == []


@pytest.mark.parametrize("docs", ["docs", "content/pages"])
def test_files_that_are_no_pages_are_found_in_the_docs_folder_of_the_site(drawn, docs):
    site = drawn(f"{docs}/\n  index.md | # Home\n", {"nav": ["index.md"], "docs_dir": docs}, {"dir": "news"})
    more = "exclude_docs: parts/\nmarkdown_extensions:\n  - pymdownx.snippets:\n      check_paths: true\n"
    site.config += more + "      base_path: [!relative $docs_dir/parts, !relative $docs_dir]\n"
    site.write(f"{docs}/parts/one.md", "Out of parts.")
    site.write(f"{docs}/index.md", '# Home\n\n--8<-- "one.md"\n\n--8<-- "parts/one.md"\n')
    site.write(f"{docs}/news/a.md", POST.format(title="A", day=1, more="", text='--8<-- "one.md"'))
    run(site)
    assert not (site.root / "exported/docs/parts").exists()
    made = again(site)
    assert made.page("").raw.count("Out of parts.") >= 2
    assert "Out of parts." in made.page("news/a/").text(".newsblog-post__body")


MARKED = {
    "levels": ("---\ndate: 2024-05-01\n---\n# A\n\nx\n\n# B\n\n## C\n", {"toc": {"baselevel": 2}}),
    "another mark": (
        "---\ndate: 2024-05-01\n---\n# A\n\nx[^1]\n\n[^1]: y\n",
        {"footnotes": {"PLACE_MARKER": "==N=="}},
    ),
    "a mark in the text": (
        "---\ndate: 2024-05-01\n---\n# A\n\n==N==\n\nx[^1]\n\n[^1]: y\n",
        {"footnotes": {"PLACE_MARKER": "==N=="}},
    ),
}


@pytest.mark.parametrize(("text", "extension"), MARKED.values(), ids=MARKED)
def test_options_of_extensions_are_thought_of(drawn, text, extension):
    config = {**URL, "markdown_extensions": [extension]}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news"})
    site.write("docs/news/a.md", text)
    assert "finished HTML" not in run(site)
    plain, made = site.cli("build"), again(site)
    body = ".newsblog-post__body"
    assert made.page("news/a/").text(body) == plain.page("news/a/").text(body)
    assert [each.tag for each in made.page("news/a/").select(f"{body} *")] == [
        each.tag for each in plain.page("news/a/").select(f"{body} *")
    ]


@pytest.mark.parametrize(
    ("said", "made"),
    [
        ({"repo_url": "https://github.com/a/b"}, "edit/master/docs/"),
        ({"repo_url": "https://github.com/a/b", "edit_uri": ""}, ""),
        ({"repo_url": "https://github.com/a/b", "edit_uri": "blob/main/docs/"}, "blob/main/docs/"),
        ({}, None),
    ],
)
def test_sources_are_edited_where_they_were(drawn, said, made):
    site = drawn("docs/\n  index.md | # Home\n", {**URL, **said}, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    assert yaml.safe_load(site.read("mkdocs.exported.yml")).get("edit_uri") == made


def test_ordinary_pages_in_the_folder_of_a_section_keep_their_defaults(drawn):
    site = drawn(
        """
        docs/
            .meta.yml | tags: [Every]
            index.md | # Home
            news/
                .meta.yml | {tags: [News], description: Of news}
                about.md | # About
                posts/
                    .meta.yml | tags: [Unused]
                    a.md
                        | ---
                        | date: 2024-05-01
                        | tags: [Own]
                        | ---
                        | # A
        """,
        {
            **URL,
            "theme": {"name": "material"},
            "plugins": ["search", "meta", "tags", {"newsblog": {"dir": "news", "posts": ["posts/*"]}}],
        },
    )
    run(site)
    assert not (site.root / "exported/docs/news/posts/.meta.yml").exists()
    plain, made = site.cli("build"), again(site)
    for url in ("news/about/", "news/posts/a/", "news/"):
        assert made.page(url).texts(".md-tags .md-tag") == plain.page(url).texts(".md-tags .md-tag")
        about = "meta[name=description]"
        assert made.page(url).values(about, "content") == plain.page(url).values(about, "content")
    assert made.page("news/about/").texts(".md-tags .md-tag") == ["Every", "News"]


SMALLER = """
from mkdocs.structure.files import File, InclusionLevel

def on_files(files, config):
    for file in list(files.media_files()):
        if file.src_uri.endswith(".png"):
            content = file.content_bytes + b"SMALLER"
            files.remove(file)
            files.append(File.generated(config, file.src_uri, content=content))
    for uri in ("hidden.md", "draft.md", "made.md"):
        if old := files.get_file_from_path(uri):
            files.remove(old)
        files.append(File.generated(config, uri, content="# Shown", inclusion=InclusionLevel.INCLUDED))
    return files
"""


def test_pictures_that_a_plugin_writes_anew_are_there_for_it_again(drawn):
    config = {**URL, "hooks": ["hook.py"], "exclude_docs": "hidden.md", "draft_docs": "draft.md"}
    site = drawn(
        "docs/\n  index.md\n    | # Home\n    |\n    | ![](a.png)\n  a.png\n", config, {"dir": "news"}
    )
    site.write("hook.py", SMALLER)
    site.write("docs/hidden.md", "HIDDENWORDS")
    site.write("docs/draft.md", "HIDDENWORDS")
    site.write("docs/news/authors.yml", "ada: {name: Ada, email: HIDDENWORDS@example.org}\n")
    site.write("docs/news/b.png", (site.root / "docs/a.png").read_bytes())
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="![](b.png)"))
    run(site)
    assert (site.root / "exported/docs/news/b.png").read_bytes() == (site.root / "docs/a.png").read_bytes()
    files = [path for path in (site.root / "exported").rglob("*") if path.is_file()]
    assert not [path for path in files if b"HIDDENWORDS" in path.read_bytes()]
    assert not (site.root / "exported/docs/made.md").exists()
    made = again(site)
    assert made.exists("made/")
    assert made.files()["news/b.png"].endswith(b"SMALLER")
    assert made.broken_links() == []


LATEST = "<!-- newsblog: posts limit=1 -->"


def test_a_page_that_says_no_title_is_called_by_its_file_as_before(drawn):
    config = {**URL, "theme": {"name": "material"}, "not_in_nav": "in_flow.md"}
    site = drawn("docs/\n  index.md | # Home\n", config, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    texts = {
        "the_latest": f"{LATEST}\n",
        "in_yaml": f"---\n# said so\nodd: 1\n---\n{LATEST}\n",
        "in_lines": f"Odd: 1\nLong: words\n    and more\n\n{LATEST}\n",
        "said": f"---\ntitle: Said so\n---\n{LATEST}\n",
        "headed": f"# Index\n\n{LATEST}\n",
        "finished": f"- item\n\n    {LATEST}\n",
    }
    for name, text in texts.items():
        site.write(f"docs/{name}.md", text)
    site.write("docs/in_flow.md", f"---\n{{odd: 1}}\n---\n{LATEST}\n")  # nothing can be added to that
    run(site)
    plain, made = site.cli("build"), again(site)
    for name in texts:
        for css in ("title", "h1", ".md-nav--primary .md-nav__link"):
            assert made.page(f"{name}/").texts(css) == plain.page(f"{name}/").texts(css), (name, css)
    assert made.page("the_latest/").text("h1") == "The latest"
    assert "---\ntitle: In yaml\n# said so\nodd: 1\n---\n" in site.read("exported/docs/in_yaml/index.md")
    assert front(site, "in_yaml/index.md") == {"title": "In yaml", "odd": 1}
    lines = site.read("exported/docs/in_lines/index.md")
    assert lines.startswith("title: In lines\nOdd: 1\nLong: words\n    and more\n")
    assert not site.read("exported/docs/headed/index.md").startswith("---")
    assert site.read("exported/docs/said/index.md").count("title:") == 1
    assert front(site, "in_flow/index.md") == {"odd": 1}


HOLDS = f"- item\n\n    {LATEST}\n"
NEWS = {"dir": "news"}
FRONTS = {
    "a listing": ("# Welcome *all*\n\nWords.\n", {"dir": ".", "posts": ["news/*"]}, None),
    "a page": (f"# Welcome all\n\n{HOLDS}", NEWS, ["index.md"]),
    "a page with a title": (f"---\ntitle: Said\n---\n# Welcome\n\n{HOLDS}", NEWS, ["index.md"]),
    "a page with a name": (f"# Welcome\n\n{HOLDS}", NEWS, [{"Start": "index.md"}]),
    "a page without": (HOLDS, NEWS, None),
}


@pytest.mark.parametrize(("text", "options", "nav"), FRONTS.values(), ids=FRONTS)
def test_the_front_page_is_called_as_before(drawn, text, options, nav):
    config = {**URL, "theme": {"name": "material"}, "nav": nav and [*nav, "other.md"]}
    site = drawn("docs/\n  index.md | x\n  other.md | # Other\n", config, options)
    site.write("docs/index.md", text)
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    run(site)
    plain, made = site.cli("build"), again(site)
    for css in ("title", "h1", ".md-nav--primary .md-nav__link"):
        assert made.page("").texts(css) == plain.page("").texts(css), css


WITHIN = {
    "in a sentence": f"Words {LATEST} and\nmore {LATEST}\n\n{LATEST} first\n\nlast {LATEST}\n",
    "where none can be": f"*It {LATEST} is*\n",
    "at the end": f"Words\n\nlast {LATEST}",
}


@pytest.mark.parametrize("text", WITHIN.values(), ids=WITHIN)
def test_a_list_within_a_text_leaves_it_markdown(drawn, text):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="Words."))
    site.write("docs/page.md", f"# Page\n\n## Part\n\n{text}")
    assert "finished HTML" not in run(site)
    assert "\n## Part\n" in site.read("exported/docs/page/index.md")
    plain, made = site.cli("build"), again(site)
    shown = [[each.tag for each in built.page("page/").select("[role=main] *")] for built in (plain, made)]
    assert shown[0] == shown[1]
    assert made.page("page/").text("[role=main]") == plain.page("page/").text("[role=main]")


def test_signs_of_mail_stay_where_pages_show_them(drawn):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news"})
    more = "description: From a@b to c@d\ntags: [a@b]\nodd: a@b\ninner: {list: [1, a@b]}\n"
    site.write("docs/news/a.md", POST.format(title="What a@b means", day=1, more=more, text="Words."))
    run(site)
    made = front(site, "news/a/index.md")
    assert (made["title"], made["description"], made["tags"]) == (
        "What a@b means",
        "From a@b to c@d",
        ["a@b"],
    )
    assert not {"odd", "inner"} & {*made}


INSTEAD = """
from mkdocs.plugins import event_priority

@event_priority(PRIORITY)
def on_page_context(context, page, config, nav):
    if page.file.src_uri in ("news/a.md", "news/b.md"):
        page.content = "<p>Something else {{ altogether }}</p>"
"""


@pytest.mark.parametrize("priority", [0, -200])
def test_what_a_plugin_puts_in_the_place_of_a_post_is_what_is_exported(drawn, priority):
    plugins = ["search", {"newsblog": {"dir": "news"}}, "encryptcontent"]
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "hooks": ["hook.py"], "plugins": plugins})
    site.write("hook.py", INSTEAD.replace("PRIORITY", str(priority)))
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="description: Said", text="GONEWORDS"))
    site.write("docs/news/b.md", POST.format(title="B", day=2, more="password: s3cret", text="GONEWORDS"))
    run(site, **locking(site))
    post, locked = (site.read(f"exported/docs/news/{name}/index.md") for name in "ab")
    assert "Something else &#123;&#123; altogether" in post
    assert not re.search("GONEWORDS|newsblog-text", post + locked)
    assert not re.search("Something|s3cret", locked)


NEEDS_A_BUILD = """
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

pages = []

class Needs(Preprocessor):
    def run(self, lines):
        return [f"{line} {pages.pop()}" if "WHERE" in line else line for line in lines]

class Where(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Needs(), "needs", 200)

def on_config(config):
    config.markdown_extensions.append(Where())

def on_page_markdown(markdown, page, config, files):
    pages[:] = [page.file.src_uri]
    return markdown

def on_page_content(html, **more):
    pages.clear()
"""


def test_a_text_that_only_a_build_can_convert_is_finished_html(drawn):
    site = drawn("docs/\n  index.md | # Home\n", {**URL, "hooks": ["hook.py"]}, {"dir": "news"})
    site.write("hook.py", NEEDS_A_BUILD)
    site.write("docs/linked.md", "# Linked\n\n[A](news/a.md) WHERE\n")
    site.write("docs/plain.md", "# Plain\n\nWHERE\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="WHERE"))
    said = run(site)
    assert sorted(re.findall(r"(\S+) is finished HTML", said)) == ["linked.md", "news/a.md"]
    assert "WHERE linked.md" in site.read("exported/docs/linked.md")


def test_pages_of_the_author_stand_where_their_addresses_are(drawn):
    site = drawn("docs/\n  guide/\n", {**URL, "theme": {"name": "material"}}, {"dir": "news"})
    site.write(
        "docs/README.md", f"# Home\n\n[All](news/archive.md) and [guide](guide/README.md)\n\n{LATEST}\n"
    )
    site.write("docs/guide/README.md", f"# Guide\n\n{LATEST}\n")
    site.write("docs/news/archive.md", "# Everything\n\nOwn words and [guide](../guide/README.md).\n")
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="", text="See [all](archive.md)."))
    run(site)
    pages = {
        path.relative_to(site.root / "exported/docs").as_posix()
        for path in site.root.rglob("exported/**/*.md")
    }
    assert {"README.md", "guide/README.md", "news/archive/index.md"} <= pages
    assert not {"index.md", "guide/index.md", "news/archive.md"} & pages
    plain, made = site.cli("build"), again(site)
    assert made.urls() == plain.urls()
    assert made.broken_links() == []
    assert "Own words" in made.page("news/archive/").text(".newsblog-view")


def test_smaller_copies_of_pictures_are_exported(drawn):
    site = drawn("docs/\n  index.md | # Home\n", URL, {"dir": "news", "images": {"variants": True}})
    site.write("docs/news/a.md", POST.format(title="A", day=1, more="image: a.png", text="Words."))
    made = io.BytesIO()
    Image.effect_noise((1600, 900), 80).save(made, "PNG")
    site.write("docs/news/a.png", made.getvalue())
    run(site)
    plain, made = site.cli("build", "--strict"), again(site)
    assert "srcset" in plain.page("news/").raw
    assert sorted(made.files()) == sorted(plain.files())
    assert made.broken_links() == []
