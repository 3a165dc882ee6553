"""Configurations change value by value, and what is not named stays."""

import yaml

from tests.harness.settings import changed

CONFIG = """\
site_name: !ENV [NAME, Site]
theme:
  name: material
  custom_dir: overrides
plugins:
  - search
  - newsblog: {dir: old}
  - newsblog
"""


def test_an_unchanged_configuration_is_the_same_text():
    assert changed(CONFIG) == CONFIG


def test_tags_and_theme_options_survive():
    text = changed(CONFIG, theme="readthedocs", site_url="https://example.org/", repo_url=None)
    assert "!ENV [NAME, Site]" in text
    assert yaml.safe_load(text.replace("!ENV", ""))["theme"] == {
        "custom_dir": "overrides",
        "name": "readthedocs",
    }
    assert "site_url: https://example.org/" in text


def test_a_value_of_none_takes_the_key_away():
    assert "plugins" not in changed(CONFIG, plugins=None)


def test_newsblog_options_replace_the_plugin_and_leave_the_others():
    text = changed("site_name: x\nplugins: [search, newsblog, tags]", newsblog={"dir": "news"})
    assert yaml.safe_load(text)["plugins"] == ["search", "tags", {"newsblog": {"dir": "news"}}]
    assert yaml.safe_load(changed(text, newsblog=False))["plugins"] == ["search", "tags"]


def test_several_blogs_are_several_entries_beside_search():
    text = changed("site_name: x", newsblog=[{"dir": "a"}, {"dir": "b"}])
    assert yaml.safe_load(text)["plugins"] == [
        "search",
        {"newsblog": {"dir": "a"}},
        {"newsblog": {"dir": "b"}},
    ]
