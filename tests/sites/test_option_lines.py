"""A build says in which line of the configuration a wrong option stands."""

from io import BytesIO

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

POSTS = """
    docs/
      index.md | # Home
      news/one.md | ---
        | title: One
        | date: 2024-01-02
        | ---
        | Text.
      blog/two.md | ---
        | title: Two
        | date: 2024-01-02
        | ---
        | Text.
"""


@pytest.mark.parametrize(
    ("options", "key"),
    [
        ({"dir": "news", "tags": {"layout": "zzz"}}, "tags.layout"),
        ({"dir": "news", "tags": {"per_page": "zzz"}}, "tags.per_page"),
    ],
)
def test_of_several_sections_the_right_one_is_named(drawn, options, key):
    off = {"enabled": False, **options, "tags": {"layout": "yyy"}}
    site = drawn(POSTS, newsblog=[off, {"dir": "blog"}, options])
    built = site.build()
    [said] = [line for line in built.errors if key in line]
    assert f"{site.place(': zzz', 'zzz')}: " in said


def test_a_language_that_yaml_reads_as_false_is_named_with_its_line_and_a_remedy(drawn):
    site = drawn(POSTS, newsblog={"dir": "news", "words": {False: {"older": "Eldre"}}})
    site.config = site.config.replace("false:", "no:")
    fact = "should be a text, got false. Put it in quotes: YAML reads no and off as false. [option-invalid]"
    [said] = [line for line in site.build().errors if fact in line]
    assert f"'words.false': {site.place('no:')}: " in said
    assert f"{site.place('no:')}: Plugin 'newsblog' option 'words.false': {fact}" in site.check("-q").output


def test_an_option_that_stands_in_the_file_above_is_found_there(drawn):
    site = drawn(POSTS)
    site.write("above.yml", "site_name: x\nplugins:\n  newsblog:\n    dir: news\n    tagz: {}\n")
    built = site.build(newsblog=None, INHERIT="above.yml", plugins={"newsblog": {"perpage": 3}})
    said = {line.split("option ")[1].split(": there")[0] for line in built.warnings}
    assert said == {"'tagz': above.yml:5:11", f"'perpage': {site.place('perpage: 3', '3')}"}


def test_the_name_of_unknown_options_is_named_and_not_the_first_of_them(drawn):
    site = drawn(POSTS, newsblog={"dir": "news", "achive": {"per_page": 3}})
    wanted = "Plugin 'newsblog' option 'achive': there is no such option"
    [said] = site.build(strict=False).warnings
    assert f"option 'achive': {site.place('achive:')}: there is no such option." in said
    assert f"{site.place('achive:')}: {wanted}" in site.check("-q").output


def test_a_configuration_without_a_file_names_no_line(drawn, caplog):
    site = drawn(POSTS, newsblog={"dir": "news", "tags": {"layout": "zzz"}, "tagz": {}})
    docs, built = str(site.root / "docs"), str(site.root / "built")
    config = load_config(BytesIO(site.config.encode()), docs_dir=docs, site_dir=built)
    config.plugins.on_startup(command="build", dirty=False)
    with pytest.raises(Abort):
        build(config)
    assert "Plugin 'newsblog' option 'tagz': there is no such option" in caplog.text
    assert "mkdocs.yml:1:1: tags.layout: there is no layout" in caplog.text


@pytest.mark.parametrize("option", ["bog: *a", "'²': 1"])
def test_an_odd_option_is_said_as_any_other(drawn, option):
    site = drawn(POSTS)
    site.config = f"site_name: x\nplugins:\n  - newsblog: &a\n      dir: news\n      {option}\n"
    built = site.cli("build")
    assert "Traceback" not in built.output
    assert "there is no such option" in built.output
