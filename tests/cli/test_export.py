"""`newsblog export` writes a docs folder of which a host without this plugin makes the same site."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import subprocess
from datetime import date
from html.parser import HTMLParser

import pytest
import yaml

from mkdocs_newsblog.cli.exported.tree import ExportedTree
from tests.harness.site import NOW, Site, python_of

TREE = """
    docs/
        index.md
            | # Home
            |
            | Read [the first post](news/2024-05-01-first.md#in-short), or [the guide](guide.md).
            |
            | ## News
            |
            | <!-- newsblog: posts limit=2 -->
            |
            | ## After the news
            |
            | Words.
        guide.md
            | # Guide
            |
            | ## Latest
            |
            | <!-- newsblog: posts limit=1 -->
            |
            | See [Home](index.md#after-the-news) and ![a dot](assets/dot.png) and `[code](index.md)`.
        plain.md
            | # Plain
            |
            | Nothing here.
        assets/
            dot.png
        news/
            2024-05-01-first.md
                | ---
                | title: First & <best> {{ name }}
                | date: 2024-05-01
                | image: pier.png
                | tags: [World, C++]
                | authors: [Ada Lovelace]
                | description: What "came" first & why.
                | ---
                | Opening words, before the heading.
                |
                | ## In short
                |
                | A [second post](second.md#parts), [home](../index.md), a ![dot](../assets/dot.png "Dot")
                | and a [reference].
                |
                | ```jinja
                | {{ page.title }} {% raw %}
                |
                | ;--8<-- "secret.txt"
                | [not a link](second.md)
                | ```
                |
                | <!-- more -->
                |
                | - one
                |
                |     deeper
                |
                | ### Deeper
                |
                | [reference]: ../guide.md
            second.md
                | ---
                | date: 2024-06-01
                | categories: [Ideas]
                | ---
                | # The second *post*
                |
                | It has a picture: ![pier](pier.png)
                |
                | ## Parts
                |
                | Told on.[^1]
                |
                | [^1]: A note.
            chapters.md
                | ---
                | title: Chapters
                | date: 2024-07-01
                | lang: de
                | ---
                | # One
                |
                | Erster Teil.
                |
                | Two
                | ===
                |
                | Zweiter Teil.
                |
                | ```sh
                | # no heading
                | ```
            listing.md
                | ---
                | title: Lists
                | date: {created: 2024-04-01, updated: 2024-04-02}
                | odd: {deep: [1, 2.5, true, null, 2024-04-01]}
                | ---
                | Links are written `[x](gone.md)`.
                |
                | ## Others
                |
                | <!-- newsblog: posts limit=2 -->
                |
                | The end.
            draft.md
                | ---
                | title: Hidden thing
                | date: 2024-07-02
                | draft: true
                | ---
                | Not yet said.
            future.md
                | ---
                | title: Future thing
                | date: 2099-07-02
                | ---
                | Not yet said.
            pier.png
"""
CONFIG = {
    "markdown_extensions": [{"toc": {"permalink": True}}, "fenced_code", "footnotes", "pymdownx.snippets"],
    "nav": ["index.md", {"How": "guide.md"}, {"News": "news/index.md"}, "plain.md"],
}
OURS = (
    "article.newsblog-post",
    ".newsblog-view",
    ".newsblog-insert",
    ".newsblog-hero",
    ".newsblog-card__title",
)
POST = "---\ndate: 2024-01-0{day}\n---\n# {title}\n\nWords.\n"


def exported(site, *arguments):
    """Export a site, and say so where it fails."""
    done = site.run("export", *arguments)
    assert done.exit_code == 0, done.output + done.stderr
    return done


def both(site):
    """The site as it is built with the plugin, and from what is exported."""
    assert "finished HTML" not in exported(site).output
    plain = site.cli("build", "--strict")
    again = site.cli("build", "--strict", "--config-file", "mkdocs.exported.yml")
    assert plain.ok, plain
    assert again.ok, again
    assert "newsblog" not in " ".join(again.said("INFO", "WARNING"))
    return plain, again


def tree(site, folder="exported"):
    """Every file of an export with its content and the time of its last change."""
    paths = (path for path in sorted((site.root / folder).rglob("*")) if path.is_file())
    return {
        path.relative_to(site.root / folder).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in paths
    }


class Told(HTMLParser):
    """Tags and texts of HTML, with blanks told alike."""

    def __init__(self, html):
        super().__init__()
        self.parts = []
        self.deep = 0
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.parts.append((tag, sorted(attrs)))
        self.deep += tag == "pre"

    def handle_endtag(self, tag):
        self.parts.append(tag)
        self.deep -= tag == "pre"

    def handle_data(self, data):
        text = data if self.deep else " ".join(data.split())
        if text:
            self.parts.append(text)


def told(element):
    """What an element says; without the neighbours of a post, which a theme may print elsewhere."""
    parts = Told(element.html).parts
    nav = (at for at, part in enumerate(parts) if part[0] == "nav" and "newsblog-neighbours" in str(part))
    start = next(nav, None)
    return parts if start is None else [*parts[:start], *parts[parts.index("nav", start) + 1 :]]


KINDS = {
    "plain": {},
    "material": {"theme": {"name": "material", "features": ["navigation.footer"]}},
    "flat": {"use_directory_urls": False},
}
SECTIONS = {
    "by file": {"dir": "news", "feeds": {}},
    "by date": {"dir": "news", "url": "{year}/{title}", "index": {"per_page": 2}},
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The site of `TREE`, exported, as it is and as it is again: `made(section, kind)`; each is made once.

    Tests look at it and change nothing.
    """
    known = {}

    def make(section, kind="plain"):
        if (section, kind) not in known:
            config = {"site_url": "https://example.org/", **CONFIG, **KINDS[kind]}
            root = tmp_path_factory.mktemp("project")
            site = Site.drawn(root, TREE, config=config, newsblog=SECTIONS[section])
            site.write("mkdocs.yml", site.config)
            with contextlib.chdir(site.root):
                known[section, kind] = (site, *both(site))
        return known[section, kind]

    return make


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("section", SECTIONS)
def test_a_host_without_the_plugin_makes_the_same_pages(made, kind, section):
    _, plain, again = made(section, kind)
    assert again.urls() == plain.urls()
    assert sorted(again.files()) == sorted(plain.files())
    counts = dict.fromkeys(OURS, 0)
    for page in plain.pages():
        other = again.page(page.url)
        for css in OURS:
            counts[css] += len(page.select(css))
            theirs, ours = ([told(each) for each in built.select(css)] for built in (other, page))
            assert theirs == ours, (page.url, css)
    assert all(counts.values()), counts
    assert again.broken_links() == []
    assert again.duplicate_ids() == plain.duplicate_ids()


def test_posts_lead_to_their_neighbours_where_the_theme_did(made):
    _, plain, again = made("by file", "material")
    assert not plain.page("news/second/").select(".newsblog-neighbours")
    (before, after) = again.page("news/second/").values(".newsblog-neighbours a", "href")
    assert (before, after) == ("../../news/2024-05-01-first/", "../../news/chapters/")


def test_files_for_programs_and_pictures_are_the_same(made):
    _, plain, again = made("by file")
    names = [name for name in plain.files() if re.search(r"\.(xml|json|xsl|css|png|txt)$", name)]
    own = [name for name in names if name.startswith(("news/", "assets/"))]
    assert "news/feed.xml" in own
    assert "assets/newsblog/newsblog.css" in own
    assert {name: again.files()[name] for name in own} == {name: plain.files()[name] for name in own}


@pytest.mark.parametrize("section", SECTIONS)
def test_posts_stay_markdown_with_a_table_of_contents(made, section):
    site, _, again = made(section, "material")
    first, chapters = (("2024-05-01-first", "chapters"), ("2024/first-best-name", "2024/chapters"))[
        section == "by date"
    ]
    found = [page.url for page in again.pages() if page.select("article.newsblog-post")]
    first = next(url for url in found if "first" in url)
    toc = ".md-sidebar--secondary a.md-nav__link"
    assert again.page(first).values(toc, "href")[:2] == ["#in-short", "#deeper"]
    assert again.page(f"news/{chapters}/").texts(toc) == ["One", "Two"]
    assert again.page("guide/").texts(toc)[0] == "Latest"
    source = site.read(f"exported/docs/{first}index.md")
    assert "\n## In short\n" in source
    assert ';--8<-- "secret.txt"\n[not a link](second.md)\n' in source


def test_texts_that_other_generators_would_read_as_orders_come_out_as_they_are(made):
    site, _, again = made("by file")
    page = again.page("news/2024-05-01-first/")
    assert page.text("article h1").startswith("First & <best> {{ name }}")
    lines = page.one("article pre").node.text().splitlines()
    assert lines[:4] == ["{{ page.title }} {% raw %}", "", '--8<-- "secret.txt"', "[not a link](second.md)"]
    cards = again.page("news/").texts(".newsblog-card__title")
    assert "First & <best> {{ name }}" in cards
    for name in ("news/index.md", "news/tags/world/index.md"):
        _, _, text = site.read(f"exported/docs/{name}").split("---\n", 2)
        assert not re.search(r"[{}`~\t]|^(?!<|$)", text, re.MULTILINE), "each line begins with a tag"


def test_the_front_matter_says_what_themes_and_search_read(made):
    site, _, _ = made("by file")
    post = next(yaml.safe_load_all(site.read("exported/docs/news/2024-05-01-first/index.md")))
    assert post["description"] == "What &#34;came&#34; first &amp; why."
    assert post["title"] == "First &amp; &lt;best&gt; {{ name }}"
    assert post["tags"] == ["World", "C++"]
    listed = next(yaml.safe_load_all(site.read("exported/docs/news/listing/index.md")))
    assert listed["date"] == "2024-04-01"
    assert "Links are written [x]&#40;gone.md)." in listed["description"]
    assert listed["odd"] == {"deep": [1, 2.5, True, None, date(2024, 4, 1)]}
    listing = next(yaml.safe_load_all(site.read("exported/docs/news/tags/index.md")))
    assert listing["search"] == {"exclude": True}
    assert listing["hide"] == ["toc"]


def test_nothing_unpublished_is_in_the_tree(project):
    site = project(
        TREE, newsblog=SECTIONS["by file"], config=CONFIG | {"draft_docs": "plain.md", "nav": None}
    )
    exported(site)
    names = " ".join(tree(site))
    assert "draft" not in names
    assert "future" not in names
    assert "plain" not in names
    assert b"Hidden thing" not in b"".join(content for content, _ in tree(site).values())


def test_pages_that_have_nothing_of_ours_are_copied_as_they_are(made):
    site, _, _ = made("by file")
    assert site.read("exported/docs/plain.md") == site.read("docs/plain.md")
    home = site.read("exported/docs/index.md")
    assert "[the first post](news/2024-05-01-first/index.md#in-short), or [the guide](guide/index.md)" in home
    assert "`[code](index.md)`" in site.read("exported/docs/guide/index.md")


def test_names_in_messages_are_whole_whatever_the_machine_writes_in(project):
    site = project(TREE, newsblog=SECTIONS["by file"], config=CONFIG)
    site.write("docs/news/größe.md", b"---\ntitle: A\ndate: 2024-05-01\nhero: none.png\n---\nText.\n")
    done = site.run("export", PYTHONIOENCODING="latin-1")
    assert "news/größe.md:4:7: hero: " in done.output


def test_a_full_disk_is_said_of_the_folder(project, monkeypatch):
    site = project(TREE, newsblog=SECTIONS["by file"], config=CONFIG)

    def full(**_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.mkstemp", full)
    done = site.run("export")
    assert done.exit_code == 2
    assert f"exported can't be written or read ({os.strerror(errno.ENOSPC)})." in done.stderr


def test_a_second_export_writes_nothing(project):
    site = project(TREE, newsblog=SECTIONS["by file"], config=CONFIG)
    exported(site)
    before, config = tree(site), (site.root / "mkdocs.exported.yml").stat().st_mtime_ns
    done = exported(site)
    assert tree(site) == before
    assert (site.root / "mkdocs.exported.yml").stat().st_mtime_ns == config
    assert " 0 written, 0 removed" in done.output


def test_a_changed_post_changes_only_its_own_files(project):
    posts = "\n".join(f"        {name}.md" for name in "ab")
    site = project(
        f"docs/\n    index.md | # Home\n    news/\n{posts}", newsblog={"dir": "news", "related": False}
    )
    for day, name in enumerate("ab", 1):
        site.write(f"docs/news/{name}.md", POST.format(day=day, title=f"Post {name}"))
    exported(site)
    before = tree(site)
    site.write("docs/news/a.md", site.read("docs/news/a.md") + "\n## Further down\n\nMore words.\n")
    site.write("exported/docs/mine.txt", "somebody's own")
    exported(site)
    after = tree(site)
    changed = {name for name in after if after[name] != before.get(name)}
    assert "docs/news/a/index.md" in changed
    assert not changed & {"docs/index.md", "docs/news/b/index.md", "docs/assets/newsblog/newsblog.css"}
    site.delete("docs/news/a.md")
    exported(site)
    assert not (site.root / "exported/docs/news/a").exists()
    assert site.read("exported/docs/mine.txt") == "somebody's own"


def own(site):
    """Every file of the project but what is kept between builds."""
    return {name: told for name, told in tree(site, ".").items() if not name.startswith(".cache/")}


def refused(site, *arguments):
    """What is said of an export that can't be carried out, and that it left no trace."""
    before = own(site)
    done = site.run("export", *arguments)
    assert done.exit_code == 2, done.output
    assert own(site) == before
    return " ".join(done.stderr.split())


@pytest.mark.parametrize("folder", [".", "..", "docs", "docs/inner", "site", "site/inner", "../elsewhere"])
def test_an_export_stays_out_of_folders_where_it_would_be_lost(project, folder):
    site = project("docs/\n    index.md | # Home\n", config={"nav": ["index.md"]})
    assert "Error: " in refused(site, folder)


def test_a_folder_of_somebody_else_is_left_alone(project):
    site = project("docs/\n    index.md | # Home\nexported/\n    note.txt | mine\n")
    assert "holds files that no export has made. Name an empty folder." in refused(site)


def test_a_file_of_somebody_else_within_an_export_is_left_alone(project):
    site = project("docs/\n    index.md | # Home\n    news/\n        a.md | # A\n")
    exported(site)
    site.write("docs/news/later.md", POST.format(day=1, title="Later"))
    site.write("exported/docs/news/later/index.md", "mine")
    assert "index.md is in the way, and no export has made it." in refused(site)


def test_a_file_may_become_a_folder_and_a_folder_a_file(project):
    site = project("docs/\n    index.md | # Home\n    CNAME\n")
    exported(site)
    site.delete("docs/CNAME")
    site.write("docs/CNAME/deep/name.txt", "x")
    exported(site)
    assert site.read("exported/docs/CNAME/deep/name.txt") == "x"
    (site.root / "docs/CNAME").rename(site.root / "away")
    site.write("docs/CNAME", "example.org")
    site.write("exported/docs/CNAME/deep/mine.txt", "mine")
    assert "CNAME is in the way, and no export has made it." in refused(site)
    site.delete("exported/docs/CNAME/deep/mine.txt")
    exported(site)
    assert site.read("exported/docs/CNAME") == "example.org"


def test_an_export_that_was_interrupted_knows_its_own_files(project):
    site = project("docs/\n    index.md | # Home\n    CNAME\n    later.txt\n")
    exported(site, "other")
    blocked = site.root / "other/docs/later.txt"
    blocked.unlink()
    (site.root / "docs/first.txt").write_text("new")
    tree_of = ExportedTree.at(site.root / "other", site.root / "mkdocs.yml")
    sources = {"docs/first.txt": site.root / "docs/first.txt", "docs/later.txt": site.root / "docs/gone.txt"}
    with pytest.raises(OSError, match="gone"):
        tree_of.update(sources)
    assert (site.root / "other/docs/first.txt").exists()
    exported(site, "other")


def test_two_configurations_do_not_share_a_folder(project):
    site = project("docs/\n    index.md | # Home\n")
    site.write("other.yml", site.read("mkdocs.yml"))
    exported(site)
    said = refused(site, "--config-file", "other.yml")
    assert "exported holds the export of ../mkdocs.yml. Name another folder." in said
    exported(site, "elsewhere", "--config-file", "other.yml")
    assert (site.root / "other.exported.yml").exists()


def test_a_folder_in_the_place_of_the_configuration_is_left_alone(project):
    site = project("docs/\n    index.md | # Home\n")
    site.write("mkdocs.exported.yml/mine.txt", "mine")
    assert "mkdocs.exported.yml was not written by an export. Move it away." in refused(site)


def test_an_export_stays_out_of_the_files_of_the_theme(project):
    theme = {"name": "mkdocs", "custom_dir": "overrides"}
    site = project("docs/\n    index.md | # Home\noverrides/\n    main.html | x\n", config={"theme": theme})
    assert "and custom_dir (" in refused(site, "overrides/exported")


def test_a_file_whose_name_is_not_utf8_is_exported_and_known_again(project):
    site = project("docs/\n    index.md | # Home\n    news/\n        a.md | # A\n")
    name = os.fsdecode(b"docs/news/b\xe9.txt")
    site.write(name, "text")
    exported(site)
    assert site.read(f"exported/{name}") == "text"
    site.delete(name)
    exported(site)
    assert not (site.root / f"exported/{name}").exists()


def test_links_in_an_export_are_not_followed(project, tmp_path):
    site = project("docs/\n    index.md | # Home\n    news/\n        a.md | # A\n")
    exported(site)
    outside = tmp_path / "outside"
    (site.root / "exported/docs/news").rename(outside)
    (site.root / "exported/docs/news").symlink_to(outside)
    site.write("docs/news/a.md", POST.format(day=1, title="Changed"))
    kept = {path: path.read_bytes() for path in outside.rglob("*.md")}
    assert "is in the way" in refused(site)
    assert {path: path.read_bytes() for path in outside.rglob("*.md")} == kept


def test_a_list_of_files_that_was_tampered_with_removes_nothing_elsewhere(project):
    site = project("docs/\n    index.md | # Home\n    news/\n        a.md | # A\n")
    exported(site)
    listed = json.loads(site.read("exported/.newsblog-export.json"))
    listed["files"] += ["../keep.txt", "docs/../../keep.txt", str(site.root / "keep.txt")]
    site.write("exported/.newsblog-export.json", json.dumps(listed))
    site.write("keep.txt", "kept")
    exported(site)
    assert site.read("keep.txt") == "kept"


def test_a_configuration_of_somebody_else_is_left_alone(project):
    site = project("docs/\n    index.md | # Home\n")
    site.write("mkdocs.exported.yml", "site_name: Mine\n")
    assert "mkdocs.exported.yml was not written by an export. Move it away." in refused(site)


def test_a_site_in_several_languages_is_refused(project):
    languages = [{"locale": "en", "default": True, "build": True, "name": "English"}]
    plugins = ["newsblog", {"i18n": {"languages": languages, "docs_structure": "suffix"}}]
    site = project("docs/\n    index.md | # Home\n", newsblog={}, config={"plugins": plugins})
    assert "several languages can't be exported" in refused(site)


@pytest.mark.parametrize("off", ["false", "!ENV [NOT_SET_AT_ALL, false]"])
def test_a_site_whose_sections_are_switched_off_is_refused(project, off):
    text = f"site_name: Switched\nplugins:\n  - newsblog:\n      enabled: {off}\n"
    site = project("docs/\n    index.md | # Home\n", config=text)
    assert "every section is switched off" in refused(site)


def test_faulty_posts_end_it_with_their_places(project):
    site = project(TREE, newsblog=SECTIONS["by file"], config=CONFIG)
    site.write("docs/news/bad.md", "---\ndate: [2024\n---\n# Bad\n")
    done = site.run("export")
    assert done.exit_code == 1
    assert re.search(r"ERROR +-  mkdocs_newsblog: news/bad\.md:2:1: date: .* \[[\w-]+\]", done.stderr)
    assert not (site.root / "exported").exists()


PLUGINS = """
    site_name: Tagged
    site_url: https://example.org/
    docs_dir: docs
    theme:
      name: mkdocs
      locale: !ENV [NOT_SET_AT_ALL, en]
    extra_css:
      - assets/own.css
    not_in_nav: |
      /plain.md
    plugins:
    {entries}
    markdown_extensions:
      - toc:
          slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}
"""
LISTED = """
      - search:
          lang: !ENV [SEARCH_LANGUAGE, en]
          separator: "[\\\\s]+"
      - newsblog:
          dir: news
"""
MAPPED = """
      search:
        lang: !ENV [SEARCH_LANGUAGE, en]
        separator: "[\\\\s]+"
      newsblog:
        dir: news
"""


@pytest.mark.parametrize("entries", [LISTED, MAPPED], ids=["list", "mapping"])
def test_the_configuration_keeps_other_plugins_with_their_tags(project, entries):
    text = (
        PLUGINS.replace("{{", "{")
        .replace("}}", "}")
        .replace("    {entries}\n", entries.replace("\n", "\n    ").lstrip("\n") + "\n")
    )
    site = project("docs/\n    index.md | # Home\n    plain.md | # Plain\n", config=text)
    exported(site)
    made = site.read("mkdocs.exported.yml")
    assert "lang: !ENV [SEARCH_LANGUAGE, en]" in made
    assert "newsblog:" not in made
    assert made.index("assets/newsblog/newsblog.css") < made.index("assets/own.css")
    assert "not_in_nav: |\n  /plain.md\n  /news/\n" in made
    done = site.cli("build", "--strict", "-f", "mkdocs.exported.yml", env={"SEARCH_LANGUAGE": "de"})
    assert done.ok, done
    assert "newsblog-view" in done.page("news/").raw


ODD = """
    INHERIT: base.yml
    site_name: Odd
    site_url: https://example.org/
    extra:
      <<: &more {{odd: 1, both: {{x: 1}}}}
      404: number
      "404": text
      both: {{y: 2}}
    theme:
      <<: &theme {{name: mkdocs}}
      color_mode: auto
    extra_css: [own.css, assets/newsblog/newsblog.css]
    plugins:
      - search
      - newsblog: {{dir: news}}
    markdown_extensions:
      toc:
        slugify: !!python/object/apply:pymdownx.slugs.slugify {{kwds: {{case: lower}}}}
"""
BASE_OF_ODD = """
extra: {404: above, both: {x: 0, z: 3}, alone: {<<: &a {b: 1}, c: [*a]}}
markdown_extensions:
  admonition: {}
"""


def test_the_configuration_keeps_tags_merge_keys_and_kinds_of_keys(project):
    text = ODD.replace("{{", "{").replace("}}", "}")
    site = project("docs/\n    index.md | # Home Page\n    news/one.md | # One\n", config=text)
    site.write("base.yml", BASE_OF_ODD)
    exported(site)
    text = site.read("mkdocs.exported.yml")
    assert "toc:\n    slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n" in text
    made = yaml.safe_load(text.replace("!!python/object/apply:pymdownx.slugs.slugify ", ""))
    assert made["extra"] == {
        404: "number",
        "404": "text",
        "odd": 1,
        "both": {"x": 0, "y": 2, "z": 3},
        "alone": {"b": 1, "c": [{"b": 1}]},
    }
    assert made["theme"] == {"name": "mkdocs", "color_mode": "auto"}
    assert list(made["markdown_extensions"]) == ["admonition", "toc"]
    assert made["extra_css"] == ["own.css", "assets/newsblog/newsblog.css"]
    done = site.cli("build", "--strict", "-f", "mkdocs.exported.yml")
    assert done.ok, done
    assert 'id="home-page"' in done.page().raw


def test_the_configuration_is_whole_since_some_generators_add_lists_to_those_above(project):
    site = project(
        "docs/\n    index.md | # Home\n    news/one.md | # One\n",
        config="INHERIT: base.yml\nsite_name: Own\nextra: {b: 2}\n",
    )
    base = {
        "site_name": "Base",
        "site_url": "https://example.org/",
        "theme": {"name": "mkdocs"},
        "extra": {"a": 1, "b": 1},
        "extra_css": ["own.css"],
        "nav": ["index.md", {"News": "news/index.md"}],
        "plugins": {"search": {}, "newsblog": {"dir": "news"}},
    }
    site.write("base.yml", yaml.safe_dump(base, sort_keys=False))
    exported(site)
    made = yaml.safe_load(site.read("mkdocs.exported.yml"))
    assert "INHERIT" not in made
    assert (made["site_name"], made["extra"], made["theme"]) == ("Own", {"a": 1, "b": 2}, {"name": "mkdocs"})
    assert made["extra_css"] == ["assets/newsblog/newsblog.css", "own.css"]
    assert made["nav"] == base["nav"]
    assert made["plugins"] == [{"search": {}}]
    assert site.cli("build", "--strict", "-f", "mkdocs.exported.yml").ok


def test_no_page_is_written_over_another(project):
    post = "---\ntitle: Away\ndate: 2024-05-01\npermalink: /guide.html\n---\nText of the post.\n"
    site = project(
        "docs/\n    index.md | # Home\n    guide.md | # Guide\n", newsblog={"dir": "news", "url": "slug"}
    )
    site.write("docs/news/a.md", post)
    said = exported(site).output
    assert "news/a.md has another address there: news/a/index.html" in said
    assert site.read("exported/docs/guide.md") == site.read("docs/guide.md")
    assert "Text of the post." in site.read("exported/docs/news/a.md")


def test_a_site_without_navigation_shows_no_more_pages_than_before(project):
    site = project(TREE, newsblog=SECTIONS["by file"], config={**CONFIG, "nav": None})
    plain, again = both(site)
    bar = "#navbar-collapse a.nav-link, #navbar-collapse a.dropdown-item"
    assert again.page().texts(bar) == plain.page().texts(bar)
    links = [[each.get("href") for each in built.page().select(bar)] for built in (again, plain)]
    assert links[0] == links[1]


def test_properdocs_exports_the_same(project):
    site = project(
        TREE, newsblog=SECTIONS["by file"], config={**CONFIG, "markdown_extensions": ["fenced_code"]}
    )
    exported(site)
    wanted = {name: content for name, (content, _) in tree(site).items()}
    command = [python_of("properdocs"), "-m", "mkdocs_newsblog.cli", "export", "other"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW}
    done = subprocess.run(
        command, cwd=site.root, env=environment, capture_output=True, check=False, timeout=120
    )
    assert done.returncode == 0, done
    made = {name: content for name, (content, _) in tree(site, "other").items()}
    assert made == wanted
