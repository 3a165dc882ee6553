"""What a theme reads of a post's front matter is escaped and can't break or steer it."""

import html
import json
from pathlib import Path

import pytest
from jinja2 import Environment
from mkdocs.config import load_config

from mkdocs_newsblog.host.content.meta import theme_meta
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.render.theme_keys import unfit_keys
from mkdocs_newsblog.schema.settings import Settings


@pytest.fixture(scope="module")
def config(tmp_path_factory):
    """The configuration of a real site whose own folder has one template and one icon."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("docs", "own/.icons/sea"):
        (root / folder).mkdir(parents=True)
    (root / "own/wide.html").write_text("")
    (root / "own/.icons/sea/buoy.svg").write_text("<svg/>")
    (root / "secret.html").write_text("")
    (root / "mkdocs.yml").write_text("site_name: x\ntheme: {name: mkdocs, custom_dir: own}\n")
    return load_config(str(root / "mkdocs.yml"))


@pytest.fixture
def meta(config):
    """What becomes of lines of front matter: the mapping, and the codes of what was said about it."""

    def read(*lines, date="date: 2024-01-02"):
        text = "\n".join(["---", *([date] if date else []), *lines, "---", "Words.", ""])
        reading = read_entry(Source("news/a.md", text.encode()), Settings())
        assert reading.entry is not None
        found, problems = theme_meta(reading.entry, config)
        return found, [problem.code for problem in problems]

    return read


HOSTILE = "<script>alert('x')</script> & \"co\""


def test_every_text_is_escaped_once_in_any_template(meta):
    found, _ = meta(
        f"title: {HOSTILE}",
        f"description: {HOSTILE}",
        f"author: {HOSTILE}",
        f"custom: [{{deep: {json.dumps(HOSTILE)}}}]",
    )
    deep = found["custom"][0]["deep"]
    for value in (found["title"], found["description"], found["author"], deep):
        assert "<" not in value
        assert html.unescape(str(value)) == HOSTILE
        assert value.__html__() == value, "a template that escapes does not escape it again"


def test_keys_are_escaped_as_well(meta):
    found, _ = meta("plan: {'<b>': 1}")
    assert list(found["plan"]) == ["&lt;b&gt;"]


def test_the_title_is_there_even_when_the_heading_gave_it(meta):
    assert meta()[0]["title"] == "A"


def test_tags_are_a_list_of_texts_however_they_were_written(meta):
    assert meta("tags: tide, gale & storm")[0]["tags"] == ["tide", "gale &amp; storm"]
    assert "tags" not in meta("tags: []")[0]
    assert meta("tags: [10, yes, 1.50]")[0]["tags"] == ["10", "yes", "1.50"], "as they were typed"


def test_a_value_that_the_theme_cannot_take_is_left_out(meta):
    for line in ("search: true", "hide: {toc: true}", "social: [x]", "status: [new]", "meta: noindex"):
        key = line.partition(":")[0]
        assert key not in meta(line)[0], line
    assert meta("hide: [toc]")[0]["hide"] == ["toc"]
    assert meta("search: {exclude: true}")[0]["search"] == {"exclude": True}


def test_a_template_of_the_theme_is_handed_over(meta):
    assert meta("template: wide.html") == ({**meta()[0], "template": "wide.html"}, [])


@pytest.mark.parametrize(
    "name",
    [
        "no-such.html",
        "../secret.html",
        "sub/../../secret.html",
        "/etc/passwd",
        "C:\\secret.html",
        "wide",
        "[wide.html]",
        "{name: wide.html}",
        "42",
        '"wide.html\\0"',
    ],
)
def test_any_other_template_is_ignored_with_a_notice(meta, name):
    found, said = meta(f"template: {name}")
    assert "template" not in found
    assert said == ["foreign-template"]


def test_a_template_that_only_the_theme_s_own_blog_can_fill_is_ignored(config, meta):
    for name in ("blog.html", "blog-post.html"):
        (Path(config.theme.dirs[0]) / name).write_text("{{ post.config.date | date }}")
        found, said = meta(f"template: {name}")
        assert ("template" in found, said) == (False, ["foreign-template"])


def test_a_date_with_names_is_printed_as_a_day_and_read_by_its_names(meta):
    date = meta("date: {created: 2024-02-03, updated: 2024-02-05}", date="")[0]["date"]
    assert (str(date), str(date["updated"])) == ("2024-02-03", "2024-02-05")
    assert f"{date}" == Environment().from_string("{{ date }}").render(date=date) == "2024-02-03"


def test_a_layout_never_reaches_the_theme(meta):
    found, said = meta("layout: ../../layouts/Post.astro")
    assert "layout" not in found
    assert said == []


def test_an_icon_is_handed_over_only_where_the_theme_has_it(meta):
    assert meta("icon: sea/buoy")[0]["icon"] == "sea/buoy"
    for icon in ("sea/none", "../../secret", "[x]", "sea\\buoy", "x" * 300, "x/" * 3000):
        assert "icon" not in meta(f"icon: {icon}")[0]


@pytest.mark.parametrize("name", ["x" * 300, "x/" * 3000])
def test_a_template_whose_name_no_file_can_have_is_not_there(meta, name):
    found, said = meta(f"template: {name}.html")
    assert "template" not in found
    assert said == meta("template: none.html")[1] == ["foreign-template"]


def test_values_beyond_a_sane_depth_are_left_out(meta):
    found, _ = meta("x: " + "[" * 18 + "1" + "]" * 18)
    depth, value = 0, found["x"]
    while isinstance(value, list):
        depth, value = depth + 1, value[0]
    assert (depth, value) == (18, 1)


@pytest.mark.parametrize("value", ["", "false", "[]", "{}"])
@pytest.mark.parametrize("key", ["status", "search", "hide", "meta", "social", "source"])
def test_an_empty_key_of_a_theme_stays_away_from_it_in_silence(key, value):
    text = f"---\ntitle: A\ndate: 2024-01-02\n{key}: {value}\n---\nWords.\n"
    entry = read_entry(Source("news/a.md", text.encode()), Settings()).entry
    assert unfit_keys(entry) == []


def test_what_a_theme_can_not_take_is_said(meta):
    said = {"status": "[a]", "search": "yes", "hide": "{a: 1}", "meta": "text", "source": "1"}
    for key, value in said.items():
        text = f"---\ntitle: A\ndate: 2024-01-02\n{key}: {value}\n---\nWords.\n"
        (found,) = unfit_keys(read_entry(Source("news/a.md", text.encode()), Settings()).entry)
        assert (found.code, found.key, found.place.line) == ("host-key-ignored", key, 4)


def test_a_switch_that_hides_a_post_is_kept_from_themes_in_silence(meta):
    text = "---\ntitle: A\ndate: 2024-01-02\nhide: true\n---\nWords.\n"
    assert unfit_keys(read_entry(Source("news/a.md", text.encode()), Settings()).entry) == []
    assert "hide" not in meta("hide: true")[0]


@pytest.mark.parametrize("value", ["https://x.example/a", "The Guardian"])
def test_a_source_that_a_post_speaks_of_is_kept_from_themes_in_silence(meta, value):
    text = f"---\ntitle: A\ndate: 2024-01-02\nsource: {value}\n---\nWords.\n"
    assert unfit_keys(read_entry(Source("news/a.md", text.encode()), Settings()).entry) == []
    assert "source" not in meta(f"source: {value}")[0]


def test_a_post_that_search_shall_not_know_is_left_out_as_themes_expect_it(meta):
    found, codes = meta("search: false")
    assert (found["search"], codes) == ({"exclude": True}, [])
    assert "meta" not in meta("meta: {_edit_last: '1'}")[0]
