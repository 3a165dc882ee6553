"""A preview that takes finished pages from its last build shows what one without any shows."""

from __future__ import annotations

import base64
import gc
import sqlite3
import subprocess
import sys
import weakref
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from jinja2 import Environment, TemplateSyntaxError
from mkdocs import utils
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_newsblog.build.memory import Memory
from mkdocs_newsblog.host.content import titles
from mkdocs_newsblog.host.reuse import ground, kept
from mkdocs_newsblog.host.session import Carried
from mkdocs_newsblog.host.store.recent import Recent
from mkdocs_newsblog.render.templating.fragments import Fragments
from tests.harness.edits import CONFIG, TREE, WALK, Edits
from tests.harness.site import CALM, Site

pytestmark = pytest.mark.usefixtures("brief_pages_too")
ADDRESS = "http://127.0.0.1:8000/docs/"


class Preview:
    """What `mkdocs serve` does with a site, without its server: one plugin for all builds."""

    def __init__(self, site, monkeypatch):
        self.site = site
        for name, value in CALM.items():
            monkeypatch.setenv(name, value)
        self._load("built/start").plugins.on_startup(command="serve", dirty=False)

    def _load(self, folder):
        path = str(self.site.root / "mkdocs.yml")
        self.site.write("mkdocs.yml", self.site.config.encode())
        config = load_config(path, config_file_path=path, site_dir=str(self.site.root / folder))
        config.site_url = ADDRESS
        return config

    def build(self, *, fresh=False):
        """Return the files of the next build, and how many of its pages were taken from the last one."""
        self.config = config = self._load("built/fresh" if fresh else "built/kept")
        plugin = config.plugins["newsblog"]
        carried, known = plugin.carried, plugin.session.titles
        if fresh:
            plugin.carried = Carried(Memory(on=True), conversions=carried.conversions)
            plugin.carried.rendered.found.recent = Recent(
                0
            )  # not its first build, which reads what is on disk
            plugin.session.titles = titles.Titles()
        try:
            mkdocs_build(config, serve_url=ADDRESS)
            reused = plugin.carried.rendered.reused
        finally:
            if fresh:
                carried.conversions = plugin.carried.conversions
                plugin.carried, plugin.session.titles = carried, known
        top = Path(config.site_dir)
        found = (path for path in top.rglob("*") if path.is_file())
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in found}, reused

    def check(self):
        """Compare a build with one that takes nothing from the last, and say how much was taken."""
        files, reused = self.build()
        assert files == self.build(fresh=True)[0]
        return reused


@pytest.fixture
def previewed(drawn, monkeypatch):
    def start(theme="material", hook=None, **config):
        chosen = theme if isinstance(theme, dict) else {"name": theme}
        hooks = {"hooks": ["hook.py"]} if hook else {}
        site = drawn(TREE, config=CONFIG | {"theme": chosen} | hooks | config, newsblog={"dir": "news"})
        site.write("over/.keep", "")
        site.write("hook.py", hook or "")
        return Preview(site, monkeypatch)

    return start


def test_the_collector_passes_over_what_a_preview_keeps_when_the_rest_of_its_first_build_is_gone(previewed):
    preview = previewed("mkdocs")
    preview.build()
    memory = preview.config.plugins["newsblog"].carried.memory
    left = [weakref.ref(each) for each in gc.get_objects() if isinstance(each, Files)]
    assert left
    assert any(each is memory for each in gc.get_objects())
    preview.build()
    assert not any(each() for each in left)
    assert not any(each is memory for each in gc.get_objects())


def test_a_program_that_builds_without_saying_that_it_starts_gets_a_site(previewed):
    site = previewed("mkdocs").site
    program = (
        "from mkdocs.config import load_config as l; from mkdocs.commands.build import build; build(l())"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=site.root, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert (site.root / "site/news/a/index.html").is_file()


def test_a_program_that_has_served_and_then_builds_names_no_drafts(previewed):
    preview = previewed("mkdocs")
    preview.site.write("docs/news/later.md", "---\ntitle: Later\ndate: 2026-03-02\ndraft: true\n---\nText.\n")
    assert "news/later/index.html" in preview.build()[0]
    preview.config.plugins.on_shutdown()
    root = preview.site.root
    config = load_config(str(root / "mkdocs.yml"), site_dir=str(root / "built/last"))
    mkdocs_build(config)
    assert (root / "built/last/news/a/index.html").is_file()
    named = [path for path in (root / "built/last").rglob("*.html") if "Later" in path.read_text("utf-8")]
    assert named == []


class Kept(Edits):
    def check(self):
        with pytest.MonkeyPatch.context() as monkeypatch:
            if not hasattr(self, "preview"):
                self.preview = Preview(self.site, monkeypatch)
            for name, value in CALM.items():
                monkeypatch.setenv(name, value)
            self.preview.check()


TestKept = Kept.TestCase
TestKept.settings = WALK


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_after_one_edit_only_what_shows_it_is_made_again(previewed, theme):
    preview = previewed(theme)
    files, reused = preview.build()
    pages = [path for path in files if path.endswith(".html") and path != "404.html"]
    assert reused == 0
    assert preview.check() >= len(pages) - 1
    preview.site.write("docs/news/b.md", preview.site.read("docs/news/b.md") + "\nMore of it.\n")
    assert 0 < preview.check() < len(pages)
    files, _ = preview.build()
    assert b"More of it." in files["news/b/index.html"]


@pytest.mark.parametrize("room", [0, 20_000])
def test_pages_for_which_there_is_no_room_are_kept_small(previewed, monkeypatch, room):
    monkeypatch.setattr(kept, "ROOM", room)
    preview = previewed("mkdocs")
    files, _ = preview.build()
    pages = [path for path in files if path.endswith(".html") and path != "404.html"]
    for line in ("More.", "And more.", "And still more."):
        preview.site.write("docs/news/b.md", f"{preview.site.read('docs/news/b.md')}\n{line}\n")
        assert 0 < preview.check() < len(pages)
    pages = preview.config.plugins["newsblog"].carried.rendered._kept.pages
    whole = sum(sys.getsizeof(page.output) for page in pages.values() if isinstance(page.output, str))
    assert (whole > 0) == (room > 0)
    assert whole <= room
    assert any(isinstance(page.output, bytes) for page in pages.values())
    preview.site.write("docs/news/brief.md", "---\ntitle: Brief\ndate: 2026-05-09\n---\nText.\n")
    preview.check()
    assert "news/brief/index.html" in pages
    (preview.site.root / "docs/news/brief.md").unlink()
    preview.check()
    assert "news/brief/index.html" not in pages


BLOCK = '{% extends "base.html" %}{% block footer %}TEXT{% endblock %}'
NEW_TITLE = '{% extends "base.html" %}{% block htmltitle %}<title>New</title>{% endblock %}'
NEWEST = """
{% extends "base.html" %}
{% block footer %}{% for post in newsblog.posts(limit=1) %}{{ post.title }}{% endfor %}{% endblock %}
"""


def test_a_template_of_the_site_that_changes_is_used_at_once(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/main.html", '{% extends "base.html" %}\n')
    preview.build()
    preview.site.write("over/main.html", NEW_TITLE)
    preview.check()
    assert b"<title>New</title>" in preview.build()[0]["guide/index.html"]


def test_a_template_of_the_site_that_moves_to_where_it_is_looked_for_is_used_at_once(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/old/main.html", NEW_TITLE)
    assert b"<title>New</title>" not in preview.build()[0]["guide/index.html"]
    preview.site.rename("over/old/main.html", "over/main.html")
    assert b"<title>New</title>" in preview.build()[0]["guide/index.html"]


def test_a_page_whose_template_asks_for_posts_is_made_each_time(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/main.html", NEWEST)
    preview.build()
    preview.site.write(
        "docs/news/c.md", preview.site.read("docs/news/c.md").replace("Third", "Newest of all")
    )
    preview.check()
    assert b"Newest of all" in preview.build()[0]["guide/index.html"]


def test_a_new_title_stands_on_the_pages_beside_it_too(previewed):
    preview = previewed("readthedocs")
    before, _ = preview.build()
    preview.site.write("docs/news/b.md", preview.site.read("docs/news/b.md").replace("Second", "Other"))
    preview.check()
    after, _ = preview.build()
    assert (b"Second" in before["news/a/index.html"], b"Second" in after["news/a/index.html"]) == (
        True,
        False,
    )


def test_pages_lead_to_the_post_beside_them_where_that_is_now(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    beside = "<i>{{ page.previous_page.url }} {{ page.next_page.url }}</i>"
    preview.site.write("over/main.html", BLOCK.replace("TEXT", beside))
    preview.site.config = preview.site.config.replace("dir: news", "dir: news\n    url: slug")
    preview.build()
    text = preview.site.read("docs/news/b.md")
    preview.site.write("docs/news/b.md", text.replace("title:", "slug: elsewhere\ntitle:"))
    files, reused = preview.build()
    assert reused
    for page in "ac":
        shown = files[f"news/{page}/index.html"].partition(b"<i>")[2].partition(b"</i>")[0]
        assert b"news/elsewhere/" in shown


def test_a_head_says_terms_as_other_posts_have_come_to_spell_them(previewed):
    preview = previewed("mkdocs")
    before, _ = preview.build()
    for name in ("b", "c"):  # no listing comes or goes
        path = f"docs/news/{name}.md"
        preview.site.write(path, preview.site.read(path).replace("\n---\n", "\ntags: [ONE]\n---\n", 1))
    preview.check()
    after, _ = preview.build()
    shown = [b'"article:tag" content="ONE"' in files["news/a/index.html"] for files in (before, after)]
    assert shown == [False, True]


def test_a_head_says_what_the_section_is_called_now(previewed):
    preview = previewed("mkdocs")
    for title in (b"What is new", b"All the news"):
        preview.site.write("docs/news/index.md", b"# " + title + b"\n")
        preview.check()
        files, _ = preview.build()
        assert b'"name":"' + title in files["news/a/index.html"]


@pytest.mark.parametrize("key", ["title", "description", "image"])
def test_a_listing_says_what_its_author_writes_of_it_now(previewed, key):
    preview = previewed("mkdocs")
    shown = []
    for name in ("first.png", "second.png"):
        preview.site.write(f"docs/news/{name}", PNG)
    preview.site.write("docs/news/archive/index.md", "Words.\n")
    preview.build()
    for name in ("first.png", "second.png"):
        value = f"../{name}" if key == "image" else name
        preview.site.write("docs/news/archive/index.md", f"---\n{key}: {value}\n---\nWords.\n")
        preview.check()
        files, _ = preview.build()
        page = files["news/archive/index.html"]
        shown.append([each in page for each in (b"first.png", b"second.png")])
    assert shown == [[True, False], [False, True]]


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


MARA = "{name: Mara, avatar: %s}"


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("Mara", "Mara", "post"),
        ("Mara", MARA % "mara.png", "picture"),
        (MARA % "mara.png", MARA % "other.png", "picture"),
    ],
)
def test_a_byline_shows_what_is_known_of_its_author_now(previewed, first, second, later):
    preview = previewed("mkdocs")

    def sign(name, author):
        text = preview.site.read(f"docs/news/{name}.md")
        head, _, body = text.partition("\n---\n")
        head = "\n".join(line for line in head.splitlines() if not line.startswith("authors:"))
        preview.site.write(f"docs/news/{name}.md", f"{head}\nauthors: [{author}]\n---\n{body}")

    sign("a", first)
    sign("b", second)
    if later == "post":
        preview.site.write("docs/news/mara.png", PNG)
    before, _ = preview.build()
    if later == "post":
        sign("b", MARA % "mara.png")
    else:
        preview.site.write("docs/news/mara.png", PNG)
    preview.check()
    after, _ = preview.build()
    shown = [b"mara.png" in files["news/a/index.html"] for files in (before, after)]
    assert shown == [False, True]


def test_pages_show_what_a_tag_is_called_now(previewed):
    preview = previewed("mkdocs")
    for name in "ab":
        head, _, body = preview.site.read(f"docs/news/{name}.md").partition("\n---\n")
        head = "\n".join(line for line in head.splitlines() if not line.startswith("tags:"))
        preview.site.write(f"docs/news/{name}.md", f"{head}\ntags: [tide]\n---\n{body}")
    shown = []
    for label in ("First", "Second"):
        preview.site.write("docs/news/tags.yml", f"tide: {{label: {label} name}}\n")
        preview.build()
        preview.check()
        files, _ = preview.build()
        pages = ("news/a/index.html", "news/index.html", "news/tags/tide/index.html")
        shown.append([f"{label} name".encode() in files[page] for page in pages])
    assert shown == [[True] * 3] * 2


STRANGE = {
    "filter": """
def on_env(env, config, files):
    env.filters["url"] = str.upper
""",
    "function": """
def on_env(env, config, files):
    env.globals["word"] = lambda: "Words"
""",
}
SAID = "hook.py may change what templates see"
ASSIGNED = """
class Colour:
    pass

def on_nav(nav, config, files):
    nav.items[0].colour = Colour()
"""


@pytest.mark.parametrize(
    ("hook", "reason"),
    [*((hook, SAID) for hook in STRANGE.values()), (ASSIGNED, "in the navigation holds can't be compared")],
)
def test_beside_hooks_that_templates_may_see_nothing_is_reused_and_the_log_says_why(
    previewed, caplog, hook, reason
):
    preview = previewed(theme="mkdocs", hook=hook)
    with caplog.at_level("INFO", logger="mkdocs"):
        preview.build()
        assert preview.build()[1] == 0
    said = [record.getMessage() for record in caplog.records if "templated again" in record.getMessage()]
    assert len(said) == 1
    assert reason in said[0]


def test_the_log_says_nothing_more_once_nothing_is_in_the_way(previewed, caplog):
    preview = previewed({"name": "mkdocs", "custom_dir": "over"})
    with caplog.at_level("INFO", logger="mkdocs"):
        for asked, number in (("content", 1), ("content", 0), ("title", 0), ("content", 1)):
            preview.site.write("over/main.html", BLOCK.replace("TEXT", f"{{{{ nav.homepage.{asked} }}}}"))
            preview.build()
            assert len(wrong(caplog, "templated again")) == number


HARMLESS = """
from pathlib import Path

def word(config):
    return Path(config.config_file_path).with_name("word.txt").read_text().strip()

def on_page_markdown(markdown, page, config, files):
    page.meta["word"] = word(config)
    page.word = page.file.word = word(config)
    return f"{markdown}\\n\\nThe word is {word(config)}."

def on_nav(nav, config, files):
    for item in nav.items:
        item.word = word(config)

def on_page_content(html, page, config, files):
    for link in page.toc:
        link.word = word(config)

def on_post_page(output, page, config):
    return output.replace("</body>", f"<!-- {word(config)} --></body>")
"""


def test_beside_hooks_that_change_texts_and_pages_what_is_the_same_is_reused(previewed):
    preview = previewed(theme="mkdocs", hook=HARMLESS)
    preview.site.write("word.txt", "one")
    pages = sum(path.endswith(".html") for path in preview.build()[0])
    assert preview.check() >= pages - 2
    preview.site.write("word.txt", "two")
    preview.check()
    assert b"The word is two." in preview.build()[0]["guide/index.html"]


OF_PAGES = [
    "{{ page.word }}",
    "{% for item in nav %}{{ item.word }}{% endfor %}",
    "{{ page.next_page.word }}",
    "{{ page['word'] }}",
    "{{ page.file.word }}",
    "{% for link in page.toc %}{{ link.word }}{% endfor %}",
]


def follows_the_word(preview, asked, page="index.html"):
    """Change the word that a hook reads, and see it where the site's template asks for it."""
    block = f'{{% extends "base.html" %}}{{% block footer %}}<i>{asked}</i>{{% endblock %}}'
    preview.site.write("over/main.html", block)
    for word in ("blue", "green"):
        preview.site.write("word.txt", word)
        preview.check()
        assert f"<i>{word}".encode() in preview.build()[0][page]


@pytest.mark.parametrize("asked", OF_PAGES)
def test_templates_see_at_once_what_a_hook_gives_to_pages(previewed, asked):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"}, hook=HARMLESS)
    follows_the_word(preview, asked)


ALIKE = """
from pathlib import Path

class Facts:
    def __init__(self, config):
        self.word = Path(config.config_file_path).with_name("word.txt").read_text()

    def __repr__(self):
        return "Facts()"

"""
IN_EXTRA = """
def on_nav(nav, config, files):
    config.extra["facts"] = Facts(config)
"""
IN_CONFIG = IN_EXTRA.replace(".extra", "")
IN_THEME = IN_EXTRA.replace(".extra", ".theme")
IN_CLASS = """
def on_nav(nav, config, files):
    for file in files.documentation_pages():
        if file.src_uri == "other.md":
            kind = type(file.page)
            file.page.__class__ = type("Own", (kind,), {"facts": Facts(config), "__module__": "own"})
"""
IN_META = """
def on_page_content(html, page, config, files):
    page.meta["facts"] = Facts(config)
"""


@pytest.mark.parametrize(
    ("hook", "asked"),
    [
        (IN_EXTRA, "config.extra.facts.word"),
        (IN_CONFIG, "config.facts.word"),
        (IN_THEME, "config.theme.facts.word"),
        (IN_CLASS, "(pages | selectattr('name', 'equalto', 'other') | first).page.facts.word"),
        (IN_META, "page.meta.facts.word"),
    ],
)
def test_templates_see_at_once_what_objects_hold_that_look_alike(previewed, hook, asked):
    theme, nav = {"name": "mkdocs", "custom_dir": "over"}, ["index.md", "guide.md"]
    preview = previewed(theme=theme, hook=ALIKE + hook, nav=nav)
    follows_the_word(preview, f"{{{{ {asked} }}}}")


READ = """
from pathlib import Path

def word(page, config):
    return f"{Path(config.config_file_path).with_name('word.txt').read_text()} {page.title}"

"""
WHILE_MADE = {
    "a title": (
        "def on_page_context(context, page, config, nav):\n    page.title = word(page, config)\n",
        "page.title",
    ),
    "a value": (
        'def on_page_context(context, page, config, nav):\n    context["word"] = word(page, config)\n',
        "word",
    ),
    "the page before": (
        "def on_post_page(output, page, config):\n    config.extra['last'] = word(page, config)\n",
        "config.extra.last",
    ),
    "the configuration": (
        "def on_page_context(context, page, config, nav):\n    config.site_name = word(page, config)\n",
        "config.site_name",
    ),
    "the theme": (
        "def on_page_context(context, page, config, nav):\n    config.theme['x'] = word(page, config)\n",
        "config.theme.x",
    ),
    "another template": (
        "class Page:\n    title = 'None'\n\n"
        "def on_post_template(output_content, template_name, config):\n"
        "    config.extra['name'] = word(Page, config)\n",
        "config.extra.name",
    ),
    "the navigation": (
        "def on_page_context(context, page, config, nav):\n    nav.items[-1].title = word(page, config)\n",
        "nav.items[-1].title",
    ),
}


@pytest.mark.parametrize("change", WHILE_MADE)
def test_what_hooks_change_from_one_page_to_the_next_is_looked_at_before_each(previewed, change):
    hook, asked = WHILE_MADE[change]
    nav = ["index.md", "guide.md", "other.md"]
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"}, hook=READ + hook, nav=nav)
    preview.site.write("word.txt", "white")
    follows_the_word(preview, f"{{{{ {asked} }}}}", "guide/index.html")
    assert preview.check() > 3
    preview.site.write("docs/guide.md", "# Guide\n\nOther words.\n")
    assert preview.check() > 0


ON_CONTENT = "def on_page_content(html, page, config, files):\n    "
ON_CONTEXT = "def on_page_context(context, page, config, nav):\n    "
OF_GUIDE = "if page.file.name == 'guide': "
OF_OTHER, OF_POST = OF_GUIDE.replace("guide", "other"), OF_GUIDE.replace("guide", "b")
CHANGED = {
    "by an event before static templates": (
        "def on_pre_template(template, template_name, config):\n    config.extra['x'] = word(config)\n",
        "config.extra.x",
    ),
    "by an event of static templates": (
        "def on_template_context(context, template_name, config):\n    config.extra['x'] = word(config)\n",
        "config.extra.x",
    ),
    "in the configuration of one page": (
        f"{ON_CONTEXT}context['config'] = copy(config); context['config']['site_name'] = word(config)\n",
        "config.site_name",
    ),
    "the files of a page": (f"{ON_CONTEXT}context['extra_css'] = [word(config)]\n", "extra_css[0]"),
    "the scripts of a page": (
        f"{ON_CONTEXT}context['extra_javascript'] = [word(config)]\n",
        "extra_javascript[0]",
    ),
    "the way to the top": (f"{ON_CONTEXT}context['base_url'] = word(config)\n", "base_url"),
    "a file": (f"{ON_CONTEXT}{OF_GUIDE}page.file.word = word(config)\n", "page.file.word"),
    "the post after": (f"{ON_CONTEXT}{OF_POST}page.next_page.word = word(config)\n", "page.next_page.word"),
    "the post before": (
        f"{ON_CONTEXT}{OF_POST}page.previous_page.word = word(config)\n",
        "page.previous_page.word",
    ),
    "a place": (f"{ON_CONTEXT}nav.items[-1].word = word(config)\n", "nav.items[-1].word"),
    "a status": (f"{ON_CONTEXT}nav.items[-1].meta['status'] = word(config)\n", "nav.items[-1].meta.status"),
    "a day": (f"{ON_CONTEXT}nav.items[-1].update_date = word(config)\n", "nav.items[-1].update_date"),
    "a heading": (f"{ON_CONTENT}[link] = page.toc; link.title = word(config)\n", "(page.toc|first).title"),
    "a link": (f"{ON_CONTEXT}nav.items[2].url = word(config)\n", "nav.items[2].url"),
    "where a place is": (
        f"{ON_CONTEXT}inner = nav.items[3].children\n"
        "    if word(config) == 'green' and len(inner) == 2:\n"
        "        inner[0].children = [inner.pop()]\n",
        "'green' if nav.items[3].children | length == 1 else 'blue'",
    ),
    "what is lit": (
        f"{ON_CONTEXT}nav.items[2].active = word(config) == 'green'\n",
        "'green' if nav.items[2].active else 'blue'",
    ),
    "what is lit above": (
        f"{ON_CONTEXT}page.parent = Section(word(config), []); page.parent.active = word(config) == 'green'\n"
        "    page.parent.title = 'Above'\n",
        "'green' if page.ancestors[0].active else 'blue'",
    ),
    "what stands above": (
        f"{ON_CONTEXT}page.parent = Section(word(config), [])\n",
        "page.ancestors[0].title",
    ),
    "the address": (f"{ON_CONTENT}page.canonical_url = word(config)\n", "page.canonical_url"),
    "where it is edited": (f"{ON_CONTENT}page.edit_url = word(config)\n", "page.edit_url"),
    "where the next is": (f"{ON_CONTENT}page.next_page = Link(word(config), 'x')\n", "page.next_page.title"),
    "a name of the navigation": (f"{ON_CONTEXT}nav.word = word(config)\n", "nav.word"),
    "a name of the configuration": (f"{ON_CONTENT}config.word = word(config)\n", "config.word"),
    "a name of the theme": (f"{ON_CONTENT}config.theme.word = word(config)\n", "config.theme.word"),
    "a name that places of the navigation have": (f"{ON_CONTENT}page.level = word(config)\n", "page.level"),
    "a name that pages have, of files": (
        f"{ON_CONTENT}page.file.title = word(config)\n",
        "page.file.title",
    ),
    "a name that pages have, of the navigation": (f"{ON_CONTEXT}nav.title = word(config)\n", "nav.title"),
    "a name that pages have, of headings": (
        f"{ON_CONTENT}[link] = page.toc; link.name = word(config)\n",
        "(page.toc | first).name",
    ),
    "what one post holds": (
        f"{ON_CONTENT}if page.file.name == 'c': page.meta['facts'] = Facts(config)\n",
        "(pages | selectattr('name', 'equalto', 'c') | first).page.meta.facts.word",
    ),
    "what one page holds": (
        f"{ON_CONTENT}{OF_OTHER}page.meta['facts'] = Facts(config)\n",
        "nav.pages[2].meta.facts.word",
    ),
}
LOOKS = (
    ALIKE
    + """
from copy import copy
from mkdocs.structure.nav import Link, Section

def word(config):
    return Facts(config).word

def on_nav(nav, config, files):
    section = Section("A section", [Section("One", []), Section("Two", [])])
    nav.items[2:2] = [Link("A link", "https://example.org/"), section]

"""
)


@pytest.mark.parametrize("change", CHANGED)
def test_whatever_a_hook_has_changed_is_shown_on_the_next_build(previewed, change):
    hook, asked = CHANGED[change]
    nav = ["index.md", "guide.md", "other.md", "news/index.md"]
    preview = previewed({"name": "mkdocs", "custom_dir": "over"}, hook=LOOKS + hook, nav=nav)
    preview.site.write("over/main.html", BLOCK.replace("TEXT", f"<i>{{{{ {asked} }}}}</i>"))
    page = "news/b/index.html" if OF_POST in hook else "guide/index.html"
    for word in ("blue", "green"):
        preview.site.write("word.txt", word)
        assert f"<i>{word}</i>".encode() in preview.build()[0][page]


def test_what_a_hook_puts_into_the_configuration_later_is_shown_though_it_cannot_be_compared(previewed):
    hook = (
        "class Word:\n    def __init__(self, text):\n        self.text = text\n\n"
        "    def __str__(self):\n        return self.text\n\n"
        "def on_page_context(context, page, config, nav):\n"
        "    config.extra['word'] = Word(word(page, config))\n"
    )
    nav = ["index.md", "guide.md", "other.md"]
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"}, hook=READ + hook, nav=nav)
    preview.site.write("word.txt", "white")
    follows_the_word(preview, "{{ config.extra.word }}", "guide/index.html")


COUNTS = [
    '{% set _ = config.extra.setdefault("seen", []).append(page.title) %}',
    "{% set seen = config.extra.seen %}{% set _ = seen.append(page.title) %}",
    '{% set x = {} %}{% set x = config.extra %}{% set _ = x.update({"seen": x.seen + [page.title]}) %}',
    "{% for all in [config.extra.seen] %}{% set _ = all.insert(0, page.title) %}{% endfor %}",
]


@pytest.mark.parametrize("counts", COUNTS)
def test_no_page_is_reused_whose_template_changes_what_others_see(previewed, counts, caplog):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"}, extra={"seen": []})
    preview.site.write("over/main.html", BLOCK.replace("TEXT", f"{counts}{{{{ config.extra.seen }}}}"))
    with caplog.at_level("INFO", logger="mkdocs"):
        preview.check()
    assert wrong(caplog, "which may come from anywhere")
    preview.site.write("docs/news/b.md", preview.site.read("docs/news/b.md") + "\nMore of it.\n")
    preview.check()


OWN_LISTS = (
    "{% set x = [] %}{% set _ = x.append(1) %}{% set n = namespace(y=[]) %}{% set _ = n.y.append(2) %}"
)


def test_a_template_may_fill_a_list_of_its_own(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/main.html", BLOCK.replace("TEXT", f"{OWN_LISTS}{{{{ x }}}}{{{{ n.y }}}}"))
    preview.build()
    assert preview.check() > 6


COUNTED = """
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

def on_config(config):
    KIND.words = property(lambda self: len((getattr(self, "markdown", None) or "").split()))
"""


@pytest.mark.parametrize("kind", ["Page", "StructureItem"])
def test_what_a_hook_adds_to_all_pages_is_seen_on_the_pages_beside_them(previewed, kind):
    preview = previewed(
        theme={"name": "mkdocs", "custom_dir": "over"},
        hook=COUNTED.replace("KIND", kind),
        nav=["guide.md", "other.md"],
    )
    preview.site.write("over/main.html", BLOCK.replace("TEXT", "<i>{{ page.next_page.words }}</i>"))
    try:
        for words in (2, 3):
            preview.site.write("docs/other.md", f"# {'Other ' * (words - 1)}\n")
            preview.check()
            preview.site.write("docs/other.md", "# Other\n" + "words " * words)
            preview.check()
            shown = f"<i>{words + 2}</i>".encode()
            assert shown in preview.build()[0]["guide/index.html"]
    finally:
        del {"Page": Page, "StructureItem": StructureItem}[kind].words


def test_what_a_hook_adds_to_navigations_is_seen_on_every_page(previewed):
    words = "sum(len((page.markdown or '').split()) for page in self.pages)"
    hook = (
        "from mkdocs.structure.nav import Navigation\n\ndef on_config(config):\n"
        f"    Navigation.words = property(lambda self: {words})\n"
    )
    preview = previewed({"name": "mkdocs", "custom_dir": "over"}, hook=hook, nav=["guide.md", "other.md"])
    preview.site.write("over/main.html", BLOCK.replace("TEXT", "<i>{{ nav.words }}</i>"))
    try:
        shown = []
        for words in ("One.", "One and another."):
            preview.site.write("docs/other.md", f"# Other\n\n{words}\n")
            shown.append(preview.build()[0]["guide/index.html"].partition(b"<i>")[2].partition(b"</i>")[0])
        assert int(shown[1]) == int(shown[0]) + 2
    finally:
        del Navigation.words


TAKES_AWAY = """
def on_page_context(context, page, config, nav):
    page.meta.pop("template", None)
"""


def test_a_page_of_another_template_is_made_though_a_hook_takes_its_name_away(previewed):
    preview = previewed({"name": "mkdocs", "custom_dir": "over"}, hook=TAKES_AWAY)
    for name in ("one", "two"):
        preview.site.write(f"over/{name}.html", BLOCK.replace("TEXT", f"<i>{name}</i>"))
    for name in ("one", "two"):
        preview.site.write("docs/guide.md", f"---\ntemplate: {name}.html\n---\n# Guide\n")
        assert f"<i>{name}</i>".encode() in preview.build()[0]["guide/index.html"]


MARKED = """
from pathlib import Path
from markupsafe import Markup

def on_page_content(html, page, config, files):
    kind = Path(config.config_file_path).with_name("kind.txt").read_text()
    if page.file.name == "guide":
        page.title = {"Markup": Markup, "str": str}[kind]("A &amp; B")
"""


def test_a_title_that_is_marked_up_is_another_than_the_same_text(previewed):
    theme = {"name": "mkdocs", "custom_dir": "over"}
    preview = previewed(theme=theme, hook=MARKED, nav=["index.md"])
    preview.site.write("over/main.html", BLOCK.replace("TEXT", "<i>{{ page.title | e }}</i>"))
    for kind, shown in (("str", b"<i>A &amp;amp; B</i>"), ("Markup", b"<i>A &amp; B</i>")):
        preview.site.write("kind.txt", kind)
        preview.check()
        assert shown in preview.build()[0]["guide/index.html"]


IN_PLACE = """
from copy import copy
from pathlib import Path

def on_page_context(context, page, config, nav):
    context["nav"] = copy(nav)
    context["nav"].items = nav.items[: int(Path(config.config_file_path).with_name("end.txt").read_text())]
    return context
"""


def test_a_page_that_is_given_another_navigation_than_the_others_is_made_each_time(previewed):
    preview = previewed("mkdocs", hook=IN_PLACE)
    before = None
    for end in ("1", "2"):
        preview.site.write("end.txt", end)
        preview.check()
        files, _ = preview.build()
        assert files["guide/index.html"] != before
        before = files["guide/index.html"]


ODD = {
    "less": 'del context["extra_css"]',
    "a day for a time": 'context["build_date_utc"] = "today"',
    "a word of ours": 'context["newsblog"] = word',
    "a version": 'context["mkdocs_version"] = word',
    "a list of headings": "page.toc = []",
    "a neighbour that is no page": "page.next_page = Link(word, 'https://example.org/')",
}
ODDLY = """
from pathlib import Path
from mkdocs.plugins import event_priority
from mkdocs.structure.nav import Link

@event_priority(-1000)
def on_page_context(context, page, config, nav):
    word = Path(config.config_file_path).with_name("word.txt").read_text()
    DO
"""


@pytest.mark.parametrize("odd", ODD)
def test_whatever_a_hook_does_to_a_context_pages_are_those_of_a_first_build(previewed, odd):
    theme = {"name": "mkdocs", "custom_dir": "over"}
    preview = previewed(theme, hook=ODDLY.replace("DO", ODD[odd]))
    said = "{{ mkdocs_version }}{{ page.next_page.title }}" + "{{ newsblog }}" * ("ours" in odd)
    preview.site.write("over/main.html", BLOCK.replace("TEXT", said))
    for word in ("one", "two", "two"):
        preview.site.write("word.txt", word)
        preview.check()


def test_beside_hooks_that_change_what_all_are_given_no_page_that_asks_for_files_is_reused(previewed, caplog):
    hook = "def on_post_page(output, page, config):\n    pass\n"
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"}, hook=hook)
    preview.site.write(
        "over/main.html", '{% extends "base.html" %}{% block footer %}{{ pages }}{% endblock %}'
    )
    with caplog.at_level("INFO", logger="mkdocs"):
        preview.build()
        assert preview.build()[1] == 0
    assert wrong(caplog, "templates ask for pages, and hook.py may change them")


SECTIONS = """
from jinja2 import BaseLoader
from mkdocs.plugins import BasePlugin
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page

class Rewritten(BaseLoader):
    def __init__(self, loader):
        self.loader = loader

    def get_source(self, environment, template):
        source, path, is_fresh = self.loader.get_source(environment, template)
        return source.replace("</body>", "<!-- rewritten --></body>"), path, is_fresh

class Both(Section, Page):
    __module__ = "mkdocs_section_index"
    is_section = is_page = True

class Sections(BasePlugin):
    def on_nav(self, nav, config, files):
        for number, section in enumerate(nav.items):
            if isinstance(section, Section):
                page = section.children.pop(0)
                page.__class__ = Both
                page.title, page.children = section.title, section.children
                for child in page.children:
                    child.parent = page
                nav.items[number] = page

    def on_env(self, env, config, files):
        env.loader = Rewritten(env.loader)

    def on_page_context(self, context, page, config, nav):
        pass

def on_config(config):
    config.plugins["section-index"] = Sections()
"""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_beside_a_plugin_that_makes_pages_of_sections_what_is_the_same_is_reused(previewed, theme):
    nav = ["index.md", {"Guides": ["guide.md", "other.md"]}, "news/index.md"]
    preview = previewed(theme, hook=SECTIONS, nav=nav)
    files, _ = preview.build()
    assert b"<!-- rewritten -->" in files["news/a/index.html"]
    assert preview.check() > 6
    preview.site.config = preview.site.config.replace("Guides", "Manuals")
    assert preview.check() == 0
    assert b"Manuals" in preview.build()[0]["news/a/index.html"]
    preview.site.write("docs/guide.md", "# Guide\n\nOther words.\n")
    assert preview.check() > 6


I18N = {
    "i18n": {
        "docs_structure": "suffix",
        "languages": [
            {"locale": "en", "default": True, "name": "English"},
            {"locale": "fr", "name": "Français", "site_name": "Le site"},
        ],
    }
}
LANGUAGES = "{{ i18n_page_locale }} {{ i18n_config.languages[0].name }} {{ config.extra.alternate }}"


@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_pages_of_all_languages_are_reused(previewed, theme, monkeypatch):
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)
    own = {"name": theme, "custom_dir": "over"}
    preview = previewed(own, plugins=["search", I18N], nav=["index.md", "guide.md", "news/index.md"])
    asked = f"{{% if page %}}{LANGUAGES}{{% endif %}}"
    block = f'{{% extends "base.html" %}}{{% block styles %}}{{{{ super() }}}}{asked}{{% endblock %}}'
    preview.site.write("over/main.html", block)
    preview.site.write("docs/index.fr.md", "# Accueil\n")
    files, _ = preview.build()
    pages = [path for path in files if path.endswith(".html") and not path.endswith("404.html")]
    assert sum(path.startswith("fr/") for path in pages) > 6
    assert preview.check() >= len(pages) - 2
    preview.site.write("docs/news/a.fr.md", preview.site.read("docs/news/a.md").replace("First", "Premier"))
    assert len(pages) / 3 < preview.check() < len(pages)
    assert b"Premier" in preview.build()[0]["fr/news/a/index.html"]
    preview.site.delete("docs/guide.md")
    preview.check()
    preview.build()
    kept = preview.config.plugins["newsblog"].carried.rendered._kept.pages
    assert {"guide/index.html", "fr/guide/index.html"}.isdisjoint(kept)
    assert {"news/a/index.html", "fr/news/a/index.html"} <= kept.keys()


def test_a_template_that_only_a_plugin_lets_be_written_so_fails_without_it(previewed, monkeypatch):
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)
    theme = {"name": "mkdocs", "custom_dir": "over"}
    preview = previewed(theme, plugins=["search", I18N])
    preview.site.write("docs/index.fr.md", "# Accueil\n")
    loop = "{% for i in [1, 2] %}{% if i == 1 %}{% continue %}{% endif %}{{ i }}{% endfor %}"
    preview.site.write("over/main.html", BLOCK.replace("TEXT", loop))
    preview.build()
    preview.site.config = Site(preview.site.root, CONFIG | {"theme": theme}, {"dir": "news"}).config
    with pytest.raises(TemplateSyntaxError, match="continue"):
        preview.build()


RECORDS = """
from pathlib import Path

class Person:
    name: str

    def __init__(self, name):
        self.name = name

# What Python 3.14 leaves in a class with annotations.
Person.__annotate_func__, Person.__annotations_cache__ = dict, {}

def on_page_content(html, page, config, files):
    page.html = html
    page.meta["people"] = [Person(Path(config.config_file_path).with_name("word.txt").read_text())]
"""


def test_records_in_front_matter_are_compared_and_texts_kept_with_pages_are_not(previewed):
    nav = ["index.md", "guide.md", "news/index.md"]
    preview = previewed({"name": "mkdocs", "custom_dir": "over"}, hook=RECORDS, nav=nav)
    preview.site.write("word.txt", "white")
    asked = "{{ page.meta.people[0].name }}"
    preview.site.write("over/main.html", BLOCK.replace("TEXT", f"<i>{asked}</i>"))
    pages = sum(path.endswith(".html") for path in preview.build()[0]) - 1
    assert preview.check() >= pages - 1
    preview.site.write("docs/guide.md", "# Guide\n\nOther words.\n")
    assert preview.check() >= pages - 2
    follows_the_word(preview, asked)


def test_what_all_pages_are_given_is_hashed_once_beside_a_hook_that_leaves_it_alone(previewed, monkeypatch):
    hashed = []
    parts = ground.site_parts
    monkeypatch.setattr(ground, "site_parts", lambda *given: hashed.append(1) or parts(*given))
    preview = previewed("mkdocs", hook="def on_page_context(context, page, config, nav):\n    pass\n")
    preview.build()
    assert preview.check() > 4
    assert len(hashed) == 3  # by the first build, by the next, and by the fresh one that it is compared with


@pytest.mark.parametrize("place", ["config.extra", "config.theme"])
def test_records_in_the_configuration_are_compared(previewed, place):
    asked = f"{place}.people[0].name"
    people = RECORDS.partition("def on_page_content")[0] + (
        "def on_config(config):\n"
        "    word = Path(config.config_file_path).with_name('word.txt').read_text()\n"
        f"    {place}['people'] = [Person(word)]\n"
    )
    preview = previewed({"name": "mkdocs", "custom_dir": "over"}, hook=people)
    follows_the_word(preview, f"{{{{ {asked} }}}}")
    assert preview.check() > 4


@pytest.mark.parametrize(
    ("key", "shown"), [("description", False), ("status", True), ("subtitle", True), ("icon", True)]
)
def test_what_the_navigation_shows_of_a_page_and_nothing_else_changes_the_others(previewed, key, shown):
    preview = previewed("material")
    pages = sum(path.endswith(".html") for path in preview.build()[0]) - 1
    preview.site.write(
        "docs/guide.md", f"---\n{key}: material/new-box\n---\n{preview.site.read('docs/guide.md')}"
    )
    assert preview.check() == (0 if shown else pages - 1)


def test_tags_of_material_are_compared(previewed):
    preview = previewed(theme="material", plugins=["search", "tags"])
    preview.site.write("docs/tags.md", "# Tags\n\n<!-- material/tags -->\n")
    preview.build()
    assert preview.check() > 4
    preview.site.rename("docs/tags.md", "docs/labels.md")
    preview.check()
    assert b"labels/#tag:one" in preview.build()[0]["news/a/index.html"]


def test_a_fragment_of_the_site_that_changes_is_used_at_once(previewed):
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.build()
    card = '{% extends "base/byline.html" %}{% block minutes %}<i>Long</i>{% endblock %}'
    preview.site.write("over/newsblog/byline.html", card)
    preview.check()
    assert b"<i>Long</i>" in preview.build()[0]["news/a/index.html"]


def test_only_what_has_changed_is_put_into_html_again(previewed, monkeypatch):
    made = []
    whole = Fragments.render
    monkeypatch.setattr(
        Fragments, "render", lambda self, name, **values: made.append(name) or whole(self, name, **values)
    )
    preview = previewed("mkdocs")
    preview.build()
    assert made.count("post.html") == 3
    made.clear()
    preview.build()
    assert made == []
    preview.site.write("docs/news/b.md", preview.site.read("docs/news/b.md") + "\nMore of it.\n")
    preview.build()
    assert made.count("post.html") == 1


def test_the_templates_of_a_theme_are_compiled_once(previewed, monkeypatch):
    compiled = []
    compile_ = Environment.compile

    def watched(self, source, name=None, filename=None, *args, **kwargs):
        compiled.append(str(filename))
        return compile_(self, source, name, filename, *args, **kwargs)

    monkeypatch.setattr(Environment, "compile", watched)
    preview = previewed(theme={"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/main.html", '{% extends "base.html" %}\n')
    preview.build()
    assert {Path(path).name for path in compiled} >= {"base.html", "post.html"}
    compiled.clear()
    preview.site.write("docs/news/b.md", preview.site.read("docs/news/b.md") + "\nMore of it.\n")
    preview.build()
    assert compiled == []
    preview.site.write("over/main.html", NEW_TITLE)
    preview.build()
    assert [path for path in compiled if "newsblog" not in path] == [
        str(preview.site.root / "over/main.html")
    ]


def wrong(caplog, code):
    """What was said with a code since this was last asked."""
    found = [record.getMessage() for record in caplog.records if code in record.getMessage()]
    caplog.clear()
    return found


@pytest.mark.parametrize(
    ("before", "after", "month"),
    [
        ("2026-05-31T23:30:00-05:00", "2026-06-01T04:30:00Z", "2026/06"),
        ("2026-03-31T23:30:00-05:00", "2026-04-01T04:30:00Z", "2026/04"),
    ],
)
def test_the_same_instant_in_another_zone_is_another_day(previewed, before, after, month):
    preview = previewed("mkdocs")
    text = preview.site.read("docs/news/a.md")
    preview.site.write("docs/news/a.md", text.replace("2026-05-01", before))
    preview.check()
    preview.site.write("docs/news/a.md", text.replace("2026-05-01", after))
    preview.check()
    files, _ = preview.build()
    assert after[:10].encode() in files["news/a/index.html"]
    assert b"First" in files[f"news/{month}/index.html"]
    assert after.encode() in files["news/atom.xml"]
    assert before[:10].encode() not in files["news/feed.json"]


def test_an_update_that_lay_ahead_is_in_the_head_once_its_hour_has_come(previewed, monkeypatch):
    preview = previewed("mkdocs")
    text = preview.site.read("docs/news/a.md")
    preview.site.write("docs/news/a.md", text.replace("title:", "updated: 2030-01-01T13:00:00Z\ntitle:"))
    for hour, said in ((12, False), (14, True), (12, False)):
        now = datetime(2030, 1, 1, hour, tzinfo=UTC)
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(now.timestamp())))
        preview.check()
        files, _ = preview.build()
        assert (b'article:modified_time" content="2030-01-01T13' in files["news/a/index.html"]) == said


CARD = "<li>{% if post.pinned %}{{ post.titel }}{% endif %}{{ post.title }}</li>\n"


def test_the_box_about_a_template_stands_wherever_a_first_build_has_it(previewed):
    preview = previewed({"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/newsblog/post_card.html", CARD)
    preview.check()
    text = preview.site.read("docs/news/b.md")
    preview.site.write("docs/news/b.md", text.replace("title:", "pin: true\ntitle:"))
    preview.check()
    files, _ = preview.build()
    assert b"post_card.html:1" in files["news/index.html"]
    preview.site.write("docs/news/b.md", text)
    preview.check()
    files, _ = preview.build()
    assert [path for path in files if b"post_card.html:1" in files[path]] == []


def test_no_section_keeps_the_box_about_a_template_that_another_one_asked_for(drawn, monkeypatch):
    site = drawn(
        TREE,
        CONFIG | {"theme": {"name": "mkdocs", "custom_dir": "over"}},
        [{"dir": "news"}, {"dir": "log"}],
    )
    pinned = "---\ntitle: Pinned\ndate: 2026-05-09\npin: true\n---\nText.\n"
    site.write("over/newsblog/post_card.html", CARD)
    site.write("docs/log/x.md", "---\ntitle: X\ndate: 2026-05-09\n---\nText.\n")
    site.write("docs/news/p.md", pinned)
    preview = Preview(site, monkeypatch)
    files, _ = preview.build()
    assert b"post_card.html:1" in files["log/index.html"]
    site.write("docs/news/p.md", pinned.replace("pin: true\n", ""))
    files, _ = preview.build()
    assert [path for path in files if b"post_card.html:1" in files[path]] == []


def test_a_broken_template_is_named_again_after_a_rebuild_that_broke_off(previewed, caplog):
    preview = previewed({"name": "mkdocs", "custom_dir": "over"})
    preview.site.write("over/newsblog/post.html", "{{ post.titel }}\n")
    preview.build()
    assert len(wrong(caplog, "[template-broken]")) == 1
    preview.site.write("over/main.html", '{% include "nowhere.html" %}')
    with pytest.raises(Exception, match="nowhere"):
        preview.build()
    caplog.clear()
    (preview.site.root / "over/main.html").unlink()
    preview.build()
    assert len(wrong(caplog, "[template-broken]")) == 1


def test_of_two_posts_at_one_address_each_archive_shows_its_own(previewed):
    preview = previewed("mkdocs")
    preview.site.config = preview.site.config.replace("dir: news", "dir: news\n    url: slug")
    preview.check()
    text = preview.site.read("docs/news/b.md").replace("2026-05-02", "2026-06-02\nslug: a")
    preview.site.write("docs/news/b.md", text)
    preview.check()
    preview.site.write("docs/news/b.md", text.replace("Second", "Another"))
    preview.check()
    files, _ = preview.build()
    assert b"Another" in files["news/2026/06/index.html"]
    assert b"Another" not in files["news/2026/05/index.html"]
    assert b"First" in files["news/2026/05/index.html"]


def kept_conversions(preview):
    with closing(sqlite3.connect(preview.site.root / ".cache/newsblog/markdown.sqlite")) as found:
        return {row[0] for row in found.execute("SELECT key FROM entry")}


def test_what_rebuilds_have_converted_is_written_down_when_the_preview_ends(previewed):
    preview = previewed("mkdocs")
    preview.build()
    before = kept_conversions(preview)
    assert before
    for words in ("More of it.", "Still more."):
        preview.site.write("docs/news/b.md", f"{preview.site.read('docs/news/b.md')}\n{words}\n")
        preview.build()
    assert kept_conversions(preview) == before
    preview.config.plugins.on_shutdown()
    assert len(kept_conversions(preview) - before) == 2
    assert before < kept_conversions(preview)


def test_a_theme_is_asked_whether_it_prints_titles_when_something_has_changed(previewed, monkeypatch):
    asked = []
    shows = titles.shows_heading
    monkeypatch.setattr(titles, "shows_heading", lambda html, words: asked.append(1) or shows(html, words))
    preview = previewed(theme={"name": None, "custom_dir": "over", "loud": False})
    preview.site.write("over/404.html", "")
    loud = "{% if config.theme.loud %}<h1>{{ page.title }}</h1>{% endif %}"
    for above, count, ours in (
        ("", 2, True),
        ("", 2, True),
        ("<h1>{{ page.title }}</h1>", 4, False),
        (loud, 6, True),
    ):
        if count != len(asked):
            preview.site.write("over/main.html", f"<html><body>{above}{{{{ page.content }}}}</body></html>")
        shown = preview.build()[0]["news/a/index.html"]
        assert (b'<h1 id="first">' in shown) == ours
        assert shown.count(b"<h1") == 1
        assert len(asked) == count
    preview.site.config = preview.site.config.replace("loud: false", "loud: true")
    assert preview.build()[0]["news/a/index.html"].count(b"<h1>") == 1


@pytest.mark.parametrize("asked", ["page.next_page or page.previous_page", "nav.pages | length > 2"])
def test_a_theme_is_asked_again_when_a_post_joins_others(previewed, asked):
    preview = previewed(theme={"name": None, "custom_dir": "over"})
    preview.site.write("over/404.html", "")
    theirs = f"{{% if {asked} %}}<h1>{{{{ page.title }}}}</h1>{{% endif %}}"
    main = f"<html><head></head><body>{theirs}{{{{ page.content }}}}</body></html>"
    preview.site.write("over/main.html", main)
    names = ("news/b.md", "news/c.md", "guide.md", "other.md")
    texts = {name: preview.site.read(f"docs/{name}") for name in names}
    for name in texts:
        preview.site.delete(f"docs/{name}")
    preview.check()
    for name, text in texts.items():
        preview.site.write(f"docs/{name}", text)
        preview.check()
