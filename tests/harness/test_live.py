"""A served site is followed through its rebuilds, and its process always ends."""

import pytest

TREE = """
docs/
  index.md | # Home
  news/
    first.md | # First
"""


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_change_is_seen_after_one_rebuild(drawn, host):
    site = drawn(TREE)
    with site.serve(host=host, site_url="https://example.org/sub/") as live:
        assert live.url.endswith("/sub/")
        assert live.status("news/second/") == 404
        with live.rebuild():
            site.write("docs/news/second.md", "# Second")
        assert "Second" in live.page("news/second/").text("title")
        with live.rebuild():
            site.rename("docs/news/second.md", "docs/news/third.md")
        assert (live.status("news/second/"), live.status("news/third/")) == (404, 200)
        assert live.quiet_for(1.5)
        assert live.builds == 3
    assert live.ended


def test_a_rebuild_that_fails_ends_too(drawn):
    site = drawn(TREE + "hook.py\n  | def on_page_markdown(text, **_):\n  |     assert 'bad' not in text\n")
    with site.serve(hooks=["hook.py"]) as live:
        mark = len(live.lines)
        with live.rebuild():
            site.write("docs/news/first.md", "bad")
        assert "AssertionError" in "\n".join(live.since(mark))
        with live.rebuild():
            site.write("docs/news/first.md", "# Better")
        assert "Better" in live.page("news/first/").text("title")


def test_a_rebuild_loop_is_noticed(drawn):
    site = drawn(
        TREE + "loop.py\n  | def on_post_build(config):\n  |     open('docs/touched.txt', 'a').write('x')\n"
    )
    with site.serve(hooks=["loop.py"]) as live:
        with live.rebuild():
            site.write("docs/index.md", "# Changed")
        assert not live.quiet_for(10)


def test_a_server_that_dies_fails_the_test_at_once(drawn):
    with pytest.raises(AssertionError, match="no-such-plugin"), drawn(TREE).serve(plugins=["no-such-plugin"]):
        pass


def test_a_test_that_fails_leaves_no_server(drawn):
    with pytest.raises(ZeroDivisionError), drawn(TREE).serve() as live:
        _ = 1 / 0
    assert live.ended
