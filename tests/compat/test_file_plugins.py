"""Plugins that look at files and at pages of HTML: hooks that do what they do."""

import pytest

LISTS = """
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_files(files, config):
    names = sorted(file.src_uri for file in files if file.src_uri.startswith("news/"))
    for name in names:
        if name.endswith(".md") and name.count("/") == 1:
            print("SEEN", name)
"""
NAV = """
from mkdocs.plugins import event_priority

@event_priority(-100)
def on_files(files, config):
    posts = [file.src_uri for file in files if file.is_documentation_page() and file.src_uri != "index.md"]
    config.nav = [{"Home": "index.md"}, {"News": posts}]
"""
PATHS = """
import os

def on_files(files, config):
    assert all(os.path.exists(file.abs_src_path) for file in files)

def on_page_markdown(markdown, page, config, files):
    assert all(os.path.exists(file.abs_src_path) for file in files)
"""
COMPLETES = """
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File

class GenFiles(BasePlugin):
    def on_files(self, files, config):
        for name in ("news/c.md", "news/d.md"):
            old = files.get_file_from_path(name)
            text = "" if old is None else old.content_string
            if old is not None:
                files.remove(old)
            files.append(File.generated(config, name, content=text + "\\nAdded.\\n"))

def on_config(config):
    config.plugins["gen-files"] = GenFiles()
"""
SECTIONS = """
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

class SectionPage(Section, Page):
    pass

def on_nav(nav, config, files):
    for number, section in enumerate(nav.items):
        if isinstance(section, Section):
            page = section.children.pop(0)
            page.__class__ = SectionPage
            page.is_section, page.title, page.children = True, section.title, section.children
            for child in page.children:
                child.parent = page
            nav.items[number] = page
"""
INDEXES = """
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

class SectionPage(Section, Page):
    active = Page.active
    __eq__ = object.__eq__
    __hash__ = object.__hash__

class SectionIndex(BasePlugin):
    def on_nav(self, nav, config, files):
        for number, section in enumerate(nav.items):
            page = section.children[0] if isinstance(section, Section) else None
            if page is not None and not page.title and page.url:
                page.__class__ = SectionPage
                page.is_section = page.is_page = True
                page.title, page.parent, page.children = section.title, None, section.children[1:]
                for child in page.children:
                    child.parent = page
                nav.items[number] = page
        return nav

def on_config(config):
    config.plugins["section-index"] = SectionIndex()
"""
MAKES_ANEW = """
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

@event_priority(PRIORITY)
def on_nav(nav, config, files):
    for file in files.documentation_pages():
        if PRIORITY < 100 or type(file.page) is Page:
            file.page = None
    home, new, old = "index.md", "news/index.md", "news/archive/index.md"
    config.nav = [home, {"What is &lt;new&gt;": new}, {"Log": ["log/index.md", {"By date": old}]}]
    nav = get_navigation(files, config)
    config.nav = None
    return nav
"""
NAMES = """
from mkdocs.plugins import event_priority

@event_priority(100)
def on_nav(nav, config, files):
    names = {file.src_uri: file.page.title for file in files.documentation_pages()}
    assert names["news/archive/index.md"] == "Archive – Blog", names
    files.get_file_from_path("news/archive/index.md").page.title = "By date"
"""
PARSES = """
from html.parser import HTMLParser

class Elements(HTMLParser):
    count = 0

    def handle_starttag(self, tag, attrs):
        self.count += 1

def on_page_content(html, page, config, files):
    parser = Elements()
    parser.feed(html)
    assert parser.count, page.file.src_uri
    page.meta["git_revision_date_localized"] = page.meta["git_creation_date_localized_raw_date"] = "BUILT"
    page.meta["other"] = "OTHER"
    if page.meta.get("draft") is not True:
        config.extra.setdefault("fed", []).append(page.file.src_uri)
    return html.replace("<h2", "<div class='document-dates-plugin-wrapper'><p>DATED a@b.example</p></div><h2")

def on_post_build(config):
    print("FED", *sorted(config.extra["fed"]))
"""
LOOKS_IN = """
from mkdocs.structure.pages import Page

def on_files(files, config):
    for file in files.documentation_pages():
        page = Page(None, file, config)
        page.read_source(config)
"""
POST = "---\ntitle: {}\ndate: {}\n{}---\n## Part\n\nText of it.\n"
POSTS = {
    "a": POST.format("Old", "2024-05-01", ""),
    "b": POST.format("Waits", "2041-05-02", ""),
    "c": POST.format("Half", "2024-05-03", "draft: true\n"),
    "d": POST.format("New", "2024-05-04", ""),
}
CONFIG = {"hooks": ["hook.py"], "site_url": "https://example.org/"}
FEEDS = """
from mkdocs.config import config_options as c
from mkdocs.config.base import Config
from mkdocs.plugins import BasePlugin

class Names(Config):
    rss_created = c.Type(str, default="feed_rss_created.xml")

class Options(Config):
    enabled = c.Type(bool, default=True)
    feeds_filenames = c.SubConfig(Names)

class Feeds(BasePlugin[Options]):
    pass

def on_config(config):
    config.plugins["rss"] = feeds = Feeds()
    feeds.load_config({})
"""


def site_with(drawn, hook, newsblog=None, **config):
    site = drawn("docs/\n  index.md | # Home\n", CONFIG | config, {"dir": "news"} | (newsblog or {}))
    site.write("hook.py", hook.encode())
    for name, text in POSTS.items():
        site.write(f"docs/news/{name}.md", text.encode())
    return site


def test_no_plugin_lists_what_a_build_leaves_out_and_links_to_it_are_known(drawn, capsys):
    site = site_with(drawn, LISTS)
    site.write("docs/index.md", b"# Home\n\n[soon](news/b.md)\n")
    built = site.build(strict=False)
    assert built.ok, built
    seen = [line.partition(" ")[2] for line in capsys.readouterr().out.splitlines() if "SEEN" in line]
    assert seen == ["news/a.md", "news/d.md", "news/index.md"]
    assert [text.rpartition(" ")[2] for text in built.warnings] == ["[link-to-unpublished]"]
    assert "news/b.md falls due on 2041-05-02" in str(built)


def test_no_plugin_lists_a_draft_of_which_there_is_a_notice(drawn, capsys):
    site = site_with(drawn, LISTS)
    site.write("docs/news/c.md", POST.format("Half", "2024-05-03", "draft: true\n") + "{{< toc >}}\n")
    built = site.build()
    assert [text for text in built.said("INFO") if "news/c.md:9:1: " in text]
    assert "SEEN news/c.md" not in capsys.readouterr().out


def test_what_a_plugin_writes_in_the_place_of_a_draft_stays(drawn):
    text = POST.format("Whole", "2024-05-05", "").encode()
    hook = f"""
from mkdocs.structure.files import File

def on_files(files, config):
    files.append(File.generated(config, "news/c.md", content={text!r}))
"""
    built = site_with(drawn, hook).build()
    assert built.ok, built
    assert built.page("news/c/").texts("h1") == ["Whole"]
    assert built.page("news/").texts(".newsblog-card__title") == ["Whole", "New", "Old"]


def test_a_preview_shows_plugins_what_it_shows_readers(drawn, capsys):
    built = site_with(drawn, LISTS, {"drafts": True}).build()
    assert built.ok, built
    seen = [line.partition(" ")[2] for line in capsys.readouterr().out.splitlines() if "SEEN" in line]
    assert seen == ["news/a.md", "news/b.md", "news/c.md", "news/d.md", "news/index.md"]


def test_a_draft_with_mistakes_may_be_left_out_by_another_plugin(drawn):
    hook = """
def on_files(files, config):
    files.remove(files.get_file_from_path("news/template.md"))
"""
    site = site_with(drawn, hook)
    site.write(
        "docs/news/template.md",
        b"---\ntitle: T\ndate: 2024-05-05\ntags: {a: {b: 1}}\ndraft: true\n---\nText.\n",
    )
    built = site.build()
    assert built.ok, built
    assert built.warnings == []


def test_a_post_that_another_plugin_excludes_is_left_out(drawn):
    hook = """
from mkdocs.structure.files import InclusionLevel

def on_files(files, config):
    files.get_file_from_path("news/a.md").inclusion = InclusionLevel.EXCLUDED
"""
    built = site_with(drawn, hook).build()
    assert built.ok, built
    assert built.page("news/").texts(".newsblog-card__title") == ["New"]
    assert not built.path("news/a/").exists()


def test_a_plugin_that_takes_our_files_away_ends_no_build(drawn):
    hook = """
from mkdocs.structure.files import File

def on_files(files, config):
    for uri in ("news/archive/index.md", "news/feed.xml"):
        files.remove(files.get_file_from_path(uri))
    files.append(File.generated(config, "extra.md", content="# Extra"))
"""
    built = site_with(drawn, hook).build()
    assert built.ok, built
    assert built.broken_links() == []
    assert "Extra" in built.page("").texts("nav a, .navbar a")


def test_posts_of_other_sections_are_known_although_they_are_held_back(drawn):
    site = site_with(drawn, LISTS)
    text = POST.format("Log", "2024-05-05", "related: [../news/c.md]\n") + "\n[half](../news/c.md)\n"
    site.write("docs/log/x.md", text.encode())
    built = site.build(strict=False, newsblog=[{"dir": "news"}, {"dir": "log"}])
    assert built.ok, built
    assert [text.rpartition(" ")[2] for text in built.warnings] == ["[link-to-unpublished]"]


@pytest.mark.parametrize("theme", ["mkdocs", "material", "readthedocs"])
@pytest.mark.parametrize("by_hand", [True, False])
def test_the_navigation_has_no_entry_that_leads_to_a_draft(drawn, theme, by_hand):
    nav = [
        {"Home": "index.md"},
        {"News": ["news/index.md", "news/a.md", {"Soon": "news/b.md"}, "news/b.md", "news/d.md"]},
        {"Later": [{"Very": ["news/c.md"]}]},
        "about.md",
        "news/c.md",
    ]
    site = site_with(drawn, "" if by_hand else NAV, **({"nav": nav} if by_hand else {}))
    site.write("docs/about.md", b"# About\n")
    built = site.build(theme=theme)
    assert built.ok, built
    assert built.broken_links() == []
    for url in ("", "news/a/", "about/"):
        page = built.page(url)
        assert not {"None", "Soon", "Very", "Later"}.intersection(
            page.texts("nav a, nav label, nav span, nav li")
        )
        for rel in ("prev", "next"):
            assert all(
                "/b/" not in to and "/c/" not in to for to in page.values(f"[rel={rel}][href]", "href")
            )
    if by_hand and theme == "material":
        assert built.page("news/a/").values("head [rel=next]", "href") == ["../d/"]
        assert built.page("news/d/").values("head [rel=prev]", "href") == ["../a/"]
        assert built.page("news/d/").values("head [rel=next]", "href") == ["../../about/"]
        assert built.page("about/").values("head [rel=next]", "href") == []


def test_what_a_plugin_adds_to_a_draft_leaves_it_a_draft(drawn):
    built = site_with(drawn, COMPLETES).build()
    assert built.ok, built
    assert "Added." in built.page("news/d/").html
    assert not built.path("news/c/").exists()
    assert built.page("news/").texts("h2") == ["New", "Old"]


def test_where_sections_are_pages_only_those_of_drafts_are_no_page(drawn):
    nav = [
        "index.md",
        {"Published": ["news/a.md", "news/b.md"]},
        {"Waiting": ["news/c.md", "news/d.md"]},
        {"Lonely": ["news/b.md"]},
    ]
    nav_of = "{% for item in nav %}[{{ item.title }}:{{ item.url }}:{% for child in item.children or [] %}"
    main = nav_of + "{{ child.title }}<{{ child.parent.title }}{% endfor %}]{% endfor %}"
    site = site_with(drawn, SECTIONS, nav=nav)
    site.write("overrides/home.html", main.encode())
    site.write("docs/index.md", b"---\ntemplate: home.html\ntitle: Home\n---\n")
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"})
    assert built.ok, built
    said = built.path("").read_text(encoding="utf-8")
    assert "[Published:news/a/:]" in said
    assert "[Waiting::New<Waiting]" in said
    assert "Lonely" not in said


def test_a_preview_keeps_drafts_in_the_navigation(drawn):
    nav = ["index.md", "news/index.md", "news/c.md"]
    built = site_with(drawn, "", {"drafts": True}, nav=nav).build()
    assert built.ok, built
    assert "Half" in built.page("").texts(".navbar a")


@pytest.mark.parametrize("directory_urls", [True, False])
def test_every_file_has_a_path_that_plugins_may_look_at(drawn, directory_urls):
    more = {"llms": True, "posts_json": True, "redirects": {"file": True}}
    built = site_with(drawn, PATHS, more, use_directory_urls=directory_urls).build()
    assert built.ok, built
    assert b"Text of it" in built.files()["news/feed.xml"]
    assert not [name for name, data in built.files().items() if b"stands behind files" in data]


def test_listings_are_pages_with_html_and_no_posts_for_feeds_of_others(drawn, capsys):
    block = "{% extends 'main.html' %}{% block content %}{{ page.meta }}{{ page.content }}{% endblock %}"
    site = site_with(drawn, PARSES, {"feeds": {"content": "full"}})
    site.write("overrides/main.html", block.replace("'main.html'", "'base.html'").encode())
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"})
    assert built.ok, built
    (fed,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("FED")]
    assert fed.split() == ["FED", "index.md", "news/a.md", "news/d.md"]
    listing, post = built.page("news/"), built.page("news/a/")
    assert "OTHER" in listing.html
    assert "BUILT" not in listing.html
    assert "draft" not in listing.html
    assert listing.select("p[hidden]") == []
    assert "BUILT" in post.html
    assert "DATED" in post.html
    names = [name for name, data in built.files().items() if b"DATED" in data or b"a@b.example" in data]
    assert sorted(name for name in names if "search" not in name) == [
        "news/a/index.html",
        "news/d/index.html",
    ]
    assert built.page("news/").texts(".newsblog-card__summary") == ["Text of it."] * 2


@pytest.mark.parametrize(("theme", "priority"), [("mkdocs", 100), ("material", 100), ("mkdocs", 0)])
def test_listings_are_called_as_a_navigation_says_that_a_plugin_has_made_anew(drawn, theme, priority):
    site = site_with(drawn, MAKES_ANEW.replace("PRIORITY", str(priority)), theme={"name": theme})
    site.write("docs/log/x.md", POST.format("Log", "2024-05-05", "").encode())
    built = site.build(newsblog=[{"dir": "news"}, {"dir": "log", "title": "Logbook"}])
    assert built.ok, built
    assert built.broken_links() == []
    entries = built.page("").texts("nav a, .navbar a")
    assert [entries.count(name) > 0 for name in ("What is <new>", "Logbook", "By date", "Archive")] == [
        *(True, True, True),
        False,
    ]
    assert built.page("news/").one("title").content.startswith("What is <new>")
    assert built.page("news/").texts(".newsblog-card__title") == ["New", "Old"]
    assert built.page("news/archive/").texts("h1") == ["Archive"]
    assert built.page("news/2024/").one("title").content.startswith("2024")
    assert built.page("log/").texts(".newsblog-card__title") == ["Log"]


def test_listings_have_their_names_where_a_plugin_may_make_the_navigation_anew(drawn):
    built = site_with(drawn, NAMES).build()
    assert built.ok, built
    assert built.page("news/archive/").one("title").content.startswith("By date")
    assert built.page("news/archive/").texts("h1") == ["Archive"]


@pytest.mark.parametrize("front", ["news/index.md", {"": "news/index.md"}], ids=["no name", "an empty name"])
@pytest.mark.parametrize("written", [False, True])
def test_the_front_page_of_a_section_is_that_of_its_entry_where_a_plugin_makes_it_so(drawn, written, front):
    nav = [
        "index.md",
        {"All news": [front, {"By date": "news/archive/index.md"}]},
        {"Lists": [{"Tags": "news/tags/index.md"}]},
    ]
    shown = "{% for item in nav %}[{{ item.title }}:{{ item.url }}:{% for child in item.children or [] %}"
    shown += "{{ child.title }}<{{ child.parent.title }};{% endfor %}]{% endfor %}"
    site = site_with(drawn, INDEXES, {"index": {"nav_posts": 1}}, nav=nav)
    site.write("docs/news/d.md", POST.format("New", "2024-05-04", "tags: [x]\n").encode())
    if written:
        site.write("docs/news/index.md", b"# Words\n\nOf an author.\n")
    site.write("overrides/home.html", shown.encode())
    site.write("docs/index.md", b"---\ntemplate: home.html\ntitle: Home\n---\n")
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"})
    assert built.ok, built
    said = built.path("").read_text(encoding="utf-8")
    assert "[All news:news/:By date<All news;New<All news;]" in said
    assert "[Lists::Tags<Lists;]" in said
    assert built.page("news/").one("title").content.startswith("All news")
    assert built.page("news/").texts("h1") == ["Words" if written else "Blog"]
    assert built.page("news/").texts(".newsblog-card__title") == ["New", "Old"]
    assert built.page("news/tags/").one("title").content.startswith("Tags")
    assert built.page("news/tags/x/").one("title").content.startswith("Tag: x")
    assert built.page("news/2024/").one("title").content.startswith("2024")


@pytest.mark.parametrize("nav", [None, [{"Home": "index.md"}, {"What is new": "news/index.md"}]])
def test_a_plugin_may_make_pages_of_its_own_to_look_into_files(drawn, nav):
    site = site_with(drawn, LOOKS_IN, theme={"name": "material"}, **({"nav": nav} if nav else {}))
    built = site.build()
    assert built.ok, built
    entry = "What is new" if nav else "Blog"
    assert entry in built.page("").texts(".md-nav__link")
    assert "Index" not in built.page("").texts(".md-nav__link")
    assert built.page("news/").one("title").content.startswith(entry)
    assert built.page("news/").texts(".newsblog-card__title") == ["New", "Old"]


def test_templates_of_the_site_take_no_listing_for_a_draft(drawn):
    named = "{% for file in pages if not file.page.meta.draft %}{{ file.page.title }};{% endfor %}"
    listed = "{% for page in nav.pages if not page.meta.draft %}{{ page.title }};{% endfor %}"
    site = site_with(drawn, "", nav=["index.md", {"News": "news/index.md"}])
    site.write("overrides/sitemap.xml", named.encode())
    site.write("overrides/home.html", listed.encode())
    site.write("docs/index.md", b"---\ntemplate: home.html\ntitle: Home\n---\n")
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"})
    assert built.ok, built
    assert ";News;" in (built.site_dir / "sitemap.xml").read_text(encoding="utf-8")
    assert built.path("").read_text(encoding="utf-8") == "Home;News;"


def test_a_feed_that_a_plugin_for_feeds_writes_over_is_named(drawn):
    options = {"feeds": {"formats": ["rss", "atom"], "files": {"rss": "/Feed_rss_created.xml"}}}
    site = site_with(drawn, FEEDS, options)
    built = site.build(strict=False)
    assert not built.ok
    fact = "the feed in RSS would be lost, since the plugin rss writes Feed_rss_created.xml too"
    remedy = "Take rss out of plugins, or give one of them another name. [address-taken]"
    [said] = [line for line in built.errors if "[address-taken]" in line]
    assert said.endswith(f"feeds.files.rss: {fact}. {remedy}")
    site.write("off.py", FEEDS.replace("load_config({})", 'load_config({"enabled": False})'))
    assert site.build(hooks=["off.py"]).ok
