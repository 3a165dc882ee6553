"""A built site answers truthfully: planted faults are found, and sound sites have none."""

import pytest

from tests.harness import site as site_module
from tests.harness.site import python_of

SOUND = """
docs/
  index.md
    | # Home
    |
    | [first](news/first.md) and [its part](news/first.md#part) ![](news/dot.png)
  news/
    first.md
      | # First
      |
      | ## Part
      |
      | Text of the first, [back](../index.md)
    dot.png
"""

FAULTY = """
docs/
  index.md
    | # Home
    |
    | <a href="gone/">page</a> <a href="first/#gone">part</a> <img src="gone.png">
    | <img srcset="dot.png 1x, gone-2x.png 2x"> <a href="/outside/">outside</a> <a href="first">no slash</a>
    | <a href="https://example.com/">elsewhere</a> <a href="mailto:a@example.org">mail</a> <a href="http://[">x</a>
    | <a href="first/#part">good</a> <a href="https://example.org/sub/first/">good</a> <a href="#">good</a>
  first.md
    | # First
    |
    | ## Part
    |
    | <p id="twice"></p><p id="twice"></p>
  dot.png
"""


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("directories", [True, False])
@pytest.mark.parametrize("site_url", [None, "https://example.org/", "https://example.org/sub/path"])
def test_a_sound_site_has_no_broken_links(drawn, theme, directories, site_url):
    built = drawn(SOUND).build(theme=theme, use_directory_urls=directories, site_url=site_url)
    assert built.ok
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}
    assert len(built.links()) > 10
    assert "Text of the first" in built.page("news/first/").content


def test_planted_broken_links_are_found(drawn):
    built = drawn(FAULTY, {"site_url": "https://example.org/sub/", "plugins": []}).build()
    assert built.broken_links() == [
        ": /outside/: leaves the site, which is at /sub/",
        ": first/#gone: no id 'gone' in first/index.html",
        ": first: is a folder without its final slash",
        ": gone-2x.png: no file gone-2x.png",
        ": gone.png: no file gone.png",
        ": gone/: no file gone/index.html",
        ": http://[: Invalid IPv6 URL",
    ]


def test_a_page_the_sitemap_names_has_to_exist(drawn):
    built = drawn(SOUND, {"site_url": "https://example.org/"}).build()
    built.path("news/first/").unlink()
    assert (
        "sitemap.xml: https://example.org/news/first/: no file news/first/index.html" in built.broken_links()
    )


def test_an_id_that_stands_twice_is_found(drawn):
    assert drawn(FAULTY).build().duplicate_ids() == {"first/": ["twice"]}


def test_pages_are_asked_by_selector(drawn):
    page = drawn(SOUND).build(theme="material").page("news/first/")
    assert page.text("h1") == "First"
    assert page.one("h2")["id"] == "part"
    assert page.one("h2").get("class") is None
    with pytest.raises(AssertionError, match="0 elements match 'h5'"):
        page.one("h5")


def test_a_strict_parser_finds_what_a_browser_forgives(drawn):
    site = drawn("docs/\n  index.md | <div><a href='.'>a <a href='.'>b</a></a></div>")
    sound = drawn("docs/\n  index.md | <div><a href='.'>a</a></div>")
    assert sound.build().page().parse_errors() == []
    assert any(
        "adoption" in error or "nested" in error or "end-tag" in error
        for error in site.build().page().parse_errors()
    )


def test_a_missing_page_shows_what_there_is(drawn):
    with pytest.raises(AssertionError, match=r"no page 'nix/'; there are \['', '404.html', 'news/first/'\]"):
        drawn(SOUND).build().page("nix/")


def test_the_search_index_is_read(drawn):
    entries = drawn(SOUND).build().search_index()
    assert {"", "news/first/", "news/first/#part"} < {entry["location"] for entry in entries}


def test_a_warning_fails_a_strict_build_and_is_kept(drawn):
    site = drawn("docs/\n  index.md | [gone](gone.md)")
    built = site.build()
    assert (built.exit_code, len(built.warnings)) == (1, 1)
    assert "gone.md" in built.warnings[0]
    assert built.errors == ["Aborted with 1 warnings in strict mode!"]
    assert site.build(strict=False).ok


def test_a_bad_configuration_is_a_failed_build(drawn):
    built = drawn(SOUND).build(plugins=["no-such-plugin"])
    assert not built.ok
    assert "no-such-plugin" in built.errors[0]


def test_an_exception_in_a_plugin_reaches_the_test(drawn):
    site = drawn(SOUND + "hook.py | def on_files(*_, **__): 1 / 0\n")
    with pytest.raises(ZeroDivisionError):
        site.build(hooks=["hook.py"])


def test_builds_of_one_site_stand_side_by_side(drawn):
    site = drawn(SOUND)
    first, second = site.build(theme="mkdocs"), site.build(theme="material")
    assert first.site_dir != second.site_dir
    assert first.files() == site.build(theme="mkdocs").files()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_real_host_builds_what_this_process_builds(drawn, host):
    site = drawn(SOUND, {"theme": {"name": "mkdocs"}})
    built = site.cli("build", "--strict", host=host)
    assert built.ok
    assert built.urls() == site.build().urls()
    assert [text for text in built.said("INFO") if text.startswith("Building documentation to directory")]


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_real_host_fails_on_a_warning(drawn, host):
    built = drawn("docs/\n  index.md | [gone](gone.md)").cli("build", "--strict", host=host)
    assert built.exit_code == 1
    assert ["gone.md" in warning for warning in built.warnings] == [True]


def test_without_its_environment_properdocs_fails_and_says_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(site_module, "PROJECT", tmp_path)
    with pytest.raises(AssertionError, match=r"run: python dev\.py setup"):
        python_of("properdocs")


def test_the_properdocs_environment_has_no_mkdocs(drawn):
    site = drawn(
        SOUND
        + "hook.py\n  | import mkdocs\n  | def on_files(files, config): print('from', mkdocs.__name__)\n"
    )
    assert "from properdocs" in site.cli("build", host="properdocs", hooks=["hook.py"]).output
