"""Versions with mike, the real one: each is a whole site, in a folder of one branch of a real repository."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.harness.site import CALM
from tests.images.drawing import picture

MIKE = "from mike.driver import main; raise SystemExit(main())"
ROOT = "https://example.org/docs/"
POST = "---\ntitle: {}\ndate: 2024-05-0{}\ntags: [tide]\nhero: pier.png\nheroAlt: Pier\n---\nText of it.\n"
OWN = {"newsblog": {"dir": "news"}}


def run(site, *command):
    """Run a program in the folder of a site, with no setting of the machine, and return what it says."""
    env = os.environ | CALM | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    env["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{env['PATH']}"  # where mike looks for its host
    done = subprocess.run(command, cwd=site.root, env=env, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def deploy(site, *arguments):
    """Commit the site, and let mike build a version of it."""
    run(site, "git", "add", "docs", "mkdocs.yml")
    run(site, "git", "commit", "--quiet", "--allow-empty", "--message", "Words")
    return run(site, sys.executable, "-c", MIKE, "deploy", "--allow-empty", *arguments)


def published(site, path):
    """A file of the branch that mike writes."""
    return run(site, "git", "show", f"gh-pages:{path}")


def paths(site):
    return run(site, "git", "ls-tree", "-r", "--name-only", "gh-pages").splitlines()


@pytest.fixture
def versioned(drawn):
    """Make a repository with one post; `plugins` is the whole list."""

    def make(*plugins):
        site = drawn("docs/\n  index.md | # Home\n", {"site_url": ROOT, "plugins": ["search", *plugins]})
        site.write("mkdocs.yml", site.config)
        site.write("docs/news/pier.png", picture(kind="PNG"))
        site.write("docs/news/a.md", POST.format("A", 1))
        run(site, "git", "init", "--quiet", "--initial-branch", "main")
        for name, value in {"name": "Mori", "email": "mori@example.org"}.items():
            run(site, "git", "config", f"user.{name}", value)
        return site

    return make


def two_versions(site):
    deploy(site, "1.0", "latest")
    site.write("docs/news/b.md", POST.format("B", 2))
    deploy(site, "--update-aliases", "2.0", "latest")


def feed(site, version):
    return json.loads(published(site, f"{version}/news/feed.json"))


def test_each_version_has_the_posts_of_its_time_at_its_own_addresses(versioned):
    site = versioned(OWN)
    two_versions(site)
    for version, names in (("1.0", "a"), ("2.0", "ba")):
        told, here = feed(site, version), f"{ROOT}{version}/news/"
        assert told["feed_url"] == f"{here}feed.json"
        assert [each["id"] for each in told["items"]] == [f"{here}{name}/" for name in names]
        assert f'rel="canonical" href="{here}a/"' in published(site, f"{version}/news/a/index.html")


def test_with_a_canonical_version_a_release_makes_no_other_post_of_one(versioned):
    site = versioned({"mike": {"canonical_version": "latest"}}, OWN)
    two_versions(site)
    old, new = feed(site, "1.0"), feed(site, "2.0")
    assert old["feed_url"] == new["feed_url"] == f"{ROOT}latest/news/feed.json"
    assert old["items"] == new["items"][1:]
    (post,) = old["items"]
    assert post["id"] == f"{ROOT}latest/news/a/"
    assert published(site, "latest") == "2.0"  # a link
    there = {path.replace("2.0/", "latest/") for path in paths(site)}
    named = {old["feed_url"], post["image"], f"{post['url']}index.html", f"{old['home_page_url']}index.html"}
    assert {url.removeprefix(ROOT) for url in named} <= there


def test_a_section_of_its_own_stands_beside_all_versions(versioned):
    site = versioned({"mike": {"canonical_version": "latest"}})
    (site.root / "docs/news").rename(site.root / "posts")
    site.write(
        "news.yml",
        """
        INHERIT: mkdocs.yml
        docs_dir: posts
        plugins:
          - search
          - mike
          - newsblog: {dir: .}
        """,
    )
    deploy(site, "1.0", "latest")
    deploy(site, "--config-file", "news.yml", "--prop-set", "hidden=true", "news")
    told = json.loads(published(site, "news/feed.json"))
    assert [each["url"] for each in told["items"]] == [f"{ROOT}news/a/"]
    assert {"1.0/index.html", "news/index.html", "news/a/index.html"} <= set(paths(site))
    assert [path for path in paths(site) if path.startswith("1.0/") and "news" in path] == []
    versions = json.loads(published(site, "versions.json"))
    properties = {each["version"]: each.get("properties") for each in versions}
    assert properties == {"1.0": None, "news": {"hidden": True}}


def test_a_version_that_is_built_again_is_the_same_and_its_pages_are_kept_once(versioned):
    site = versioned({"newsblog": {"dir": "news", "cache": {"pages": True}}})
    kept, trees = [], []
    for _ in range(2):
        deploy(site, "dev")
        trees.append(run(site, "git", "rev-parse", "gh-pages:dev"))
        with closing(sqlite3.connect(site.root / ".cache/newsblog/pages.sqlite")) as pages:
            kept.append(pages.execute("SELECT count(*) FROM entry").fetchone())
    assert trees[0] == trees[1]
    assert kept[0] == kept[1]
