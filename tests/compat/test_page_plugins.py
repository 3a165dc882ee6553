"""Plugins that lock pages, or write pages of their own: small ones, and hooks, that do what they do."""

import os

import pytest

from tests.harness.site import Site
from tests.images.drawing import picture

LOCK = """
from mkdocs.plugins import BasePlugin

class Lock(BasePlugin):
    def on_page_markdown(self, markdown, page, config, files):
        if page.meta.get("password"):
            page.encryptcontent = {"password": page.meta["password"]}

    def on_page_context(self, context, page, config, nav):
        if getattr(page, "encryptcontent", None):
            page.content = "<p>Locked</p>"
"""
IDLE = """
from mkdocs.plugins import BasePlugin

class Lock(BasePlugin):
    pass
"""
WRITE = """
from pathlib import Path
from mkdocs.structure.files import File

def on_files(files, config):
    folder = Path(config.config_file_path).parent / "made"
    for name in ("news/made.md", "news/link.md"):
        files.append(File(name, str(folder), config.site_dir, config.use_directory_urls))
"""
POST = "---\ntitle: {}\ndate: 2024-05-0{}\n{}\n---\nPLAINWORDS of it.\n"


def site_with(drawn, hook: str, name: str = "hook.py") -> Site:
    site: Site = drawn(
        "docs/\n  index.md | # Home\n",
        {"hooks": [name], "site_url": "https://example.org/"},
        {"dir": "news", "feeds": {"content": "full"}, "llms": True},
    )
    site.write(name, hook)
    site.write("docs/index.md", "# Home\n\n<!-- newsblog: latest -->\n")
    return site


def locked(drawn, plugin: str, *, last: bool = True, drafts: bool = False) -> Site:
    """A site with a plugin of the name that says it locks pages, behind ours or before it."""
    own = {"newsblog": {"dir": "news", "feeds": {"content": "full"}, "llms": True, "drafts": drafts}}
    plugins = ["search", own, "encryptcontent"] if last else ["search", "encryptcontent", own]
    site = drawn("docs/\n  index.md | # Home\n", {"site_url": "https://example.org/", "plugins": plugins})
    site.write("installed/locking.py", plugin)
    site.write("installed/locking-1.0.dist-info/METADATA", "Name: locking\nVersion: 1.0\n")
    point = "[mkdocs.plugins]\nencryptcontent = locking:Lock\n"
    site.write("installed/locking-1.0.dist-info/entry_points.txt", point)
    site.write("docs/index.md", "# Home\n\n<!-- newsblog: latest -->\n")
    return site


def build(site: Site):
    paths = [str(site.root / "installed"), os.environ.get("PYTHONPATH", "")]
    built = site.cli("build", env={"PYTHONPATH": os.pathsep.join(path for path in paths if path)})
    assert built.ok, built
    return built


@pytest.mark.parametrize("last", [True, False])
def test_nothing_of_a_locked_post_stands_on_other_pages(drawn, last):
    site = locked(drawn, LOCK, last=last)
    site.write("docs/news/a.png", picture(kind="PNG"))
    site.write("docs/news/a.md", POST.format("Locked", 1, "password: x") + "\n![PLAINWORDS](a.png)\n")
    site.write("docs/news/b.md", POST.format("Said", 2, "password: x\nsummary: What it is about"))
    built = build(site)
    assert built.warnings == []
    assert built.page("news/").texts(".newsblog-card__title") == ["Said", "Locked"]
    assert built.page("news/").texts(".newsblog-card__summary") == ["What it is about"]
    assert built.page("news/").select(".newsblog-card__picture") == []
    assert built.page("news/a/").select("head meta[property='og:image']") == []
    assert [
        path for path, data in built.files().items() if b"PLAINWORDS" in data and "search" not in path
    ] == []


@pytest.mark.parametrize("path", ["_index.md", "tags/_index.md", "index.md"])
@pytest.mark.parametrize("plugin", [LOCK, IDLE])
def test_an_introduction_is_behind_its_password_or_left_out(drawn, path, plugin):
    site = locked(drawn, plugin)
    site.write(f"docs/news/{path}", "---\ntitle: Open\npassword: x\n---\nPLAINWORDS of it.\n")
    site.write("docs/news/b.md", POST.format("Free", 2, "tags: [tide]").replace("PLAINWORDS", "Words"))
    built = build(site)
    url = f"news/{path.rpartition('_')[0].removesuffix('index.md')}"
    assert built.page(url).select(".newsblog-view")
    assert ("Locked" in built.page(url).html) is (plugin == LOCK)
    assert ["without its text" in text for text in built.warnings] == [True] * (plugin == IDLE)
    assert [
        found for found, data in built.files().items() if b"PLAINWORDS" in data and "search" not in found
    ] == []


@pytest.mark.parametrize("password", ["hunter2", "0", "0.0", "x\ndraft: true"])
def test_the_text_of_a_post_that_its_plugin_leaves_open_is_left_out(drawn, password):
    site = locked(drawn, IDLE, drafts="draft" in password)
    site.write("docs/news/a.png", picture(kind="PNG"))
    text = "\n## PLAINWORDS\n\n![PLAINWORDS](a.png)\n"
    site.write("docs/news/a.md", POST.format("Open", 1, f"password: {password}") + text)
    site.write("docs/news/b.md", POST.format("Free", 2, "").replace("PLAINWORDS", "Words"))
    built = build(site)
    assert [text.partition(": ")[2].partition(". ")[0] for text in built.warnings] == [
        "news/a.md:1:1: password: the page is published without its text, since nothing asked readers for"
        " its password"
    ]
    assert built.page("news/").texts(".newsblog-card__title") == ["Free", "Open"]
    assert [path for path, data in built.files().items() if b"PLAINWORDS" in data] == []
    assert "Words" in built.text("news/b/")
    assert "news/a.png" not in built.text("news/")


def test_a_password_under_a_key_that_its_plugin_does_not_read_holds_a_post_back(drawn):
    site = locked(drawn, LOCK)
    site.write("docs/news/a.md", POST.format("Open", 1, "Password: hunter2"))
    site.write("docs/news/b.md", POST.format("Free", 2, ""))
    built = build(site)
    assert [text.partition("[")[2] for text in built.warnings] == ["post-locked]"]
    assert not built.exists("news/a/")


@pytest.mark.parametrize("name", ["hook.py", "encrypt.py", "hooks/letsencrypt.py", "encryptcontent.py"])
def test_a_post_with_a_password_that_nothing_asks_for_is_not_published(drawn, name):
    site = site_with(drawn, "", name)
    site.write("docs/news/a.md", POST.format("Locked", 1, "password: hunter2"))
    site.write("docs/news/b.md", POST.format("Said", 2, ""))
    built = site.build(strict=False)
    assert built.ok, built
    assert [text.partition(": ")[2] for text in built.warnings] == [
        "news/a.md:4:11: password: the post is not published, since nothing here would ask readers for its"
        " password. Remove the password to publish the post, or add draft: true. [post-locked]"
    ]
    assert built.page("news/").texts(".newsblog-card__title") == ["Said"]
    assert not built.exists("news/a/")
    assert [path for path, data in built.files().items() if b"hunter2" in data or b"Locked" in data] == []


def test_a_post_that_a_plugin_wrote_elsewhere_is_read_and_a_link_there_is_not_followed(drawn):
    site = site_with(drawn, WRITE)
    site.write("made/news/made.md", POST.format("Made", 1, ""))
    site.write("secret.md", POST.format("Secret", 2, ""))
    (site.root / "made/news/link.md").symlink_to(site.root / "secret.md")
    stopped = site.build(strict=False)
    assert [text.partition(": ")[2] for text in stopped.errors if "news/" in text] == [
        "news/link.md:1:1: file: is a link that leads out of the docs folder."
        " Put a plain file there, or name the folder that it leads to in follow_links_to. [file-not-regular]"
    ]
    (site.root / "made/news/link.md").unlink()
    site.write("made/news/link.md", POST.format("Plain", 2, ""))
    assert site.build().page("news/").texts(".newsblog-card__title") == ["Plain", "Made"]
