"""Posts that further processes convert are those of a build that converts them itself."""

from __future__ import annotations

import os

import pytest

from mkdocs_newsblog.host.conversion.conversion_workers import FEW
from tests.harness.edits import said
from tests.harness.site import Site

POSTS = FEW + 6
CONFIG = {"site_url": "https://example.org/docs/", "markdown_extensions": ["newsblog_meeting", "admonition"]}
MEETING = """
import os
from markdown import Extension
from markdown.preprocessors import Preprocessor

class Meeting(Preprocessor):
    met = False

    def run(self, lines):
        with open(os.environ["WORKERS"], "a") as file:
            file.write(f"{os.getpid()}\\n")
        pipe = os.environ.get("MEET")
        if pipe and not Meeting.met:
            # The build waits at its first post until another process is at one.
            Meeting.met = True
            first = os.getppid() == int(os.environ["TESTER"])
            with open(pipe, "rb" if first else "wb") as end:
                end.read(1) if first else end.write(b"x")
        return lines

class MeetingExtension(Extension):
    def extendMarkdown(self, md):
        md.preprocessors.register(Meeting(md), "meeting", 1000)

def makeExtension(**options):
    return MeetingExtension(**options)
"""
HOOK = """
def on_page_markdown(markdown, page, config, files):
    if page.file.src_uri == "news/0000.md" and "{fail}":
        raise RuntimeError("stopped by a hook")
    return markdown.replace("words", "WORDS")
"""


def tree():
    lines = ["docs/", "  index.md | # Home", "  news/"]
    for number in range(POSTS):
        lines += [
            f"    {number:04}.md",
            "      | ---",
            f"      | title: Post {number}",
            f"      | date: {2010 + number % 10}-{number % 12 + 1:02}-{number % 28 + 1:02}",
            "      | tags: [tide]",
            "      | ---",
            "      | Some words, a [link](../index.md), [another](0001.md) and [a broken one](nowhere.md).",
        ]
    return "\n".join(lines)


@pytest.fixture
def meeting(drawn, tmp_path):
    """A site whose build waits at its first post for another process; returns what was built, and by whom."""
    log, pipe = tmp_path / "workers", tmp_path / "pipe"
    os.mkfifo(pipe)
    site = drawn(tree(), config=CONFIG, newsblog={"dir": "news"})
    site.write("newsblog_meeting.py", MEETING)
    path = os.pathsep.join([str(site.root), *filter(None, [os.environ.get("PYTHONPATH")])])

    def build(jobs, *, meet=True, **config):
        site.config = Site(site.root, CONFIG | config, {"dir": "news", "jobs": jobs}).config
        log.unlink(missing_ok=True)
        env = {"WORKERS": str(log), "PYTHONPATH": path, "TESTER": str(os.getpid())}
        built = site.cli("build", env=env | ({"MEET": str(pipe)} if meet and jobs > 1 else {}))
        return built, log.read_text().splitlines()

    build.site = site
    return build


def without_cache(site):
    (site.root / ".cache/newsblog/markdown.sqlite").unlink()


def test_another_process_converts_posts_and_the_site_is_the_same(meeting):
    alone, by = meeting(1)
    assert len(set(by)) == 1
    without_cache(meeting.site)
    together, by = meeting(2)
    assert len(set(by)) == 2
    assert POSTS < len(by) < 2 * POSTS
    assert together.files() == alone.files()
    assert said(together, meeting.site.root)[2:] == said(alone, meeting.site.root)[2:]
    assert len(together.warnings) == POSTS, together


def test_what_is_kept_needs_no_other_process(meeting):
    first, _ = meeting(1)
    meeting.site.write("docs/news/0042.md", meeting.site.read("docs/news/0042.md") + "More words.\n")
    again, by = meeting(2, meet=False)
    assert len(set(by)) == 1
    assert len(by) == 2, "the front page, and the post that changed"
    assert again.text("news/0007/") == first.text("news/0007/")


def test_what_another_plugin_makes_of_a_post_is_converted_by_the_build(meeting):
    meeting.site.write("hook.py", HOOK.replace("{fail}", ""))
    alone, _ = meeting(1, hooks=["hook.py"])
    without_cache(meeting.site)
    together, by = meeting(2, hooks=["hook.py"])
    assert len(set(by)) == 2
    assert "WORDS" in together.text("news/0003/")
    assert together.files() == alone.files()


def test_a_build_that_fails_leaves_no_process_behind(meeting):
    meeting.site.write("hook.py", HOOK.replace("{fail}", "yes"))
    built, by = meeting(2, hooks=["hook.py"])
    assert not built.ok
    assert "stopped by a hook" in built.output
    assert len(set(by)) == 2
    for process in map(int, set(by)):
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
