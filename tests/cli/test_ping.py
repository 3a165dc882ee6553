"""`newsblog ping` tells what changed, once, and only when it is asked to."""

from __future__ import annotations

import json
import socket
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest

KEY = "a1b2c3d4e5"
URL = "https://harbour.example/docs/"


@contextmanager
def listening(status=200, location=None):
    """A server on this machine; it gives its address and the list of what it was told, or asked for."""
    told = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.append((self.path, self.headers["Content-Type"], body))
            self.send_response(status)
            if location:
                self.send_header("Location", location)
            self.end_headers()

        def do_GET(self):
            told.append((self.path, None, ""))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *arguments):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/", told
        finally:
            server.shutdown()
            thread.join()


def page(words, theme="", head=""):
    post = f"<article class='newsblog-post'>{words}</article>"
    return f"<html><head>{head}</head><body>{theme}{post}</body></html>"


def built(project, hub=None):
    """A project with a built site."""
    feeds = {"hub": hub} if hub else {}
    site = project(newsblog={"dir": "news", "feeds": feeds}, config={"site_url": URL})
    site.write(f"site/{KEY}.txt", KEY)
    site.write("site/index.html", "<html><body>No post</body></html>")
    site.write("site/news/a/index.html", page("One"))
    site.write("site/news/b c.html", page("Two"))
    site.write(
        "site/news/hidden/index.html", page("No", head='<meta name="robots" content="noindex, follow">')
    )
    site.write("site/news/feed.xml", "<rss/>")
    return site


def test_a_post_that_speaks_of_hiding_is_not_hidden(project):
    site = built(project)
    site.write("site/news/how/index.html", page('Write <code>content="noindex"</code>'))
    assert f"IndexNow: {URL}news/how/" in site.run("ping", "--key", KEY).output.splitlines()


def test_a_page_that_is_nested_too_deeply_is_not_looked_into(project):
    site = built(project)
    site.write("site/news/deep/index.html", page("<div>" * 1000))
    said = site.run("ping", "--key", KEY).output
    assert f"IndexNow: {URL}news/a/" in said
    assert "news/deep/" not in said


def test_nothing_is_sent_unless_asked(project):
    with listening() as (address, told):
        site = built(project, address)
        done = site.run("ping", "--key", KEY, "--indexnow", address)
    assert done.exit_code == 0, done.output
    assert done.output.splitlines() == [
        f"WebSub: {URL}news/feed.xml",
        f"IndexNow: {URL}news/a/",
        f"IndexNow: {URL}news/b%20c.html",
        "Nothing was sent. Add --send to send this.",
    ]
    assert told == []
    assert not (site.root / ".newsblog-ping.json").exists()


def test_hubs_and_search_engines_are_told_what_changed_once(project):
    with listening() as (address, told):
        site = built(project, f"{address}hub")
        send = ("ping", "--send", "--key", KEY, "--indexnow", f"{address}now")
        assert site.run(*send).exit_code == 0
        (hub, form, body), (now, kind, text) = told
        assert (hub, form) == ("/hub", "application/x-www-form-urlencoded")
        assert parse_qs(body) == {"hub.mode": ["publish"], "hub.url": [f"{URL}news/feed.xml"]}
        assert (now, kind.partition(";")[0]) == ("/now", "application/json")
        assert json.loads(text) == {
            "host": "harbour.example",
            "key": KEY,
            "keyLocation": f"{URL}{KEY}.txt",
            "urlList": [f"{URL}news/a/", f"{URL}news/b%20c.html"],
        }
        told.clear()
        assert site.run(*send).output == "Nothing changed.\n"
        site.write("site/news/a/index.html", page("One", theme="<nav>A new theme</nav>"))
        assert site.run(*send).output == "Nothing changed.\n"
        assert told == []
        site.write("site/news/a/index.html", page("One and a half"))
        site.delete("site/news/b c.html")
        assert site.run(*send).exit_code == 0
        assert json.loads(told[0][2])["urlList"] == [f"{URL}news/a/", f"{URL}news/b%20c.html"]


def test_hubs_are_told_of_a_feed_at_the_top_of_the_site_and_of_those_of_terms(project):
    feeds = {"hub": "https://hub.example/", "files": {"rss": "/rss.xml"}}
    site = project(newsblog={"dir": "news", "feeds": feeds}, config={"site_url": URL})
    for path in ("rss.xml", "news/tags/a/feed.xml", "other.xml"):
        site.write(f"site/{path}", "<rss/>")
    said = site.run("ping").output.splitlines()
    assert said[:-1] == [f"WebSub: {URL}news/tags/a/feed.xml", f"WebSub: {URL}rss.xml"]


def test_a_failure_is_said_and_tried_again_next_time(project):
    with listening(503) as (address, told):
        site = built(project, address)
        done = site.run("ping", "--send")
        assert done.exit_code == 1
        assert "503" in done.output
        assert len(told) == 1
    assert not (site.root / ".newsblog-ping.json").exists()
    done = site.run("ping", "--send")
    assert done.exit_code == 1
    assert "refused" in done.output


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_hub_that_has_moved_is_named_and_counts_as_not_told(project, status):
    with listening(status, "/elsewhere") as (address, told):
        site = built(project, f"{address}hub")
        done = site.run("ping", "--send")
    assert done.exit_code == 1
    assert done.output.rstrip().endswith(", to /elsewhere")
    assert [path for path, _, _ in told] == ["/hub"]
    assert not (site.root / ".newsblog-ping.json").exists()


def test_a_state_from_elsewhere_forges_no_line(project):
    site = built(project)
    posts = {f"{URL}x\n::error::forged\x1b[2J": ""}
    site.write(".newsblog-ping.json", json.dumps({"version": 1, "posts": posts, "feeds": {}}))
    done = site.run("ping", "--key", KEY)
    assert f"IndexNow: {URL}x\\n::error::forged\\x1b[2J" in done.output.splitlines()
    site.write(".newsblog-ping.json", "[" * 200_000)
    done = site.run("ping", "--key", KEY)
    assert (done.exit_code, "is no state of this command" in done.output) == (2, True)


@pytest.mark.parametrize(
    ("hub", "words"),
    [
        ("http://127.0.0.1:abc/", "nonnumeric port"),
        ("https://münchen..example/", "label empty"),
        ("http://[::1/", "Invalid IPv6 URL"),
    ],
)
def test_a_hub_that_nobody_can_reach_is_said_in_one_line(project, hub, words):
    site = built(project, hub)
    done = site.run("ping", "--send")
    assert done.exit_code == 1
    (line,) = done.output.splitlines()
    assert line.startswith(f"WebSub: {URL}news/feed.xml -> {hub}: ")
    assert words in line
    assert not (site.root / ".newsblog-ping.json").exists()


def test_an_answer_that_is_none_is_said_in_one_line(project):
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer():
            with server.accept()[0] as caller:
                caller.recv(4096)
                caller.sendall(b"\x1b[31mgarbage\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        site = built(project, f"http://127.0.0.1:{server.getsockname()[1]}/")
        done = site.run("ping", "--send")
        thread.join()
    assert done.exit_code == 1
    (line,) = done.output.splitlines()
    assert "BadStatusLine" in line
    assert "\x1b" not in line
    assert not (site.root / ".newsblog-ping.json").exists()


def test_the_folder_of_the_state_is_made(project):
    with listening() as (address, told):
        site = built(project, address)
        send = ("ping", "--send", "--state", "new/deep/state.json")
        assert site.run(*send).exit_code == 0
        assert site.run(*send).output == "Nothing changed.\n"
        assert len(told) == 1
    assert [path.name for path in (site.root / "new/deep").iterdir()] == ["state.json"]


def test_nobody_is_told_where_it_could_not_be_remembered(project):
    with listening() as (address, told):
        done = built(project, address).run("ping", "--send", "--state", "mkdocs.yml/state.json")
        assert done.exit_code == 1
        assert "mkdocs.yml/state.json can't be written" in done.stderr
        assert done.stderr.rstrip().endswith("Nothing was sent.")
        assert told == []


def test_a_state_that_finds_no_room_at_the_end_is_said_in_one_line(project, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mkdocs_newsblog.announce.changes.write_whole", full)
    with listening() as (address, _):
        done = built(project, address).run("ping", "--send")
    assert done.exit_code == 1
    assert "No space left on device" in done.stderr
    assert "will be sent again next time" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--key", "short"], "short.txt"),
        (["--key", "../../etc/passwd"], "holds the key"),
        (["--key", "f" * 20], "holds the key. Put it into the docs folder, and build the site again."),
        (["--state", "mkdocs.yml"], "no state of this command"),
        (["--site-dir", "nowhere"], "nowhere"),
    ],
)
def test_misuse_is_one_clear_line(project, arguments, words):
    done = built(project).run("ping", *arguments)
    assert done.exit_code == 2
    assert words in done.output


def test_where_nobody_is_to_be_told_it_says_so(project):
    site = built(project)
    done = site.run("ping", "--send")
    assert done.output == "There is nobody to tell. Set feeds.hub for WebSub, or give --key for IndexNow.\n"
    assert done.exit_code == 0
    assert not (site.root / ".newsblog-ping.json").exists(), "who comes later is told everything"


def test_where_an_option_is_wrong_nothing_is_told_and_it_is_said(project):
    site = built(project)
    site.write("mkdocs.yml", site.config.replace("dir: news", "dir: news\n    index: {per_page: 0}"))
    done = site.run("ping", "--key", KEY)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "option 'index.per_page'" in done.stderr


def test_a_site_without_an_address_or_a_build_says_so(project):
    site = project(config={"site_url": URL})
    assert "Build it" in site.run("ping").output
    site = project(config={"site_url": None})
    done = site.run("ping")
    assert (done.exit_code, "Set site_url" in done.output) == (2, True)


def test_nobody_is_told_of_what_only_a_preview_shows_whatever_the_theme_says_to_search_engines(project):
    theme = {"name": "mkdocs", "custom_dir": "over"}
    site = project(newsblog={"dir": "news", "drafts": True}, config={"site_url": URL, "theme": theme})
    robots = '<meta name="robots" content="index">'
    block = f"{{% block extrahead %}}{robots}{{% endblock %}}"
    site.write("over/main.html", f'{{% extends "base.html" %}}{block}')
    site.write(f"docs/{KEY}.txt", KEY)
    states = {
        "open": "date: 2026-01-01",
        "draft": "draft: true",
        "later": "date: 2031-01-01",
        "former": "date: 2026-01-01\nexpires: 2026-02-01",
        "unlisted": "date: 2026-01-01\nunlisted: true",
    }
    for name, state in states.items():
        site.write(f"docs/news/{name}.md", f"---\ntitle: {name}\n{state}\n---\nWords.\n".encode())
    shown = site.build()
    assert [robots in shown.text(f"news/{name}/") for name in states] == [True] * 5
    said = site.run("ping", "--key", KEY, "--site-dir", str(shown.site_dir)).output.splitlines()
    assert [line for line in said if line.startswith("IndexNow")] == [f"IndexNow: {URL}news/open/"]
