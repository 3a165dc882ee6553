"""Options that name folders and codes can't lead out of the section, nor to nothing."""

import re

import pytest
from material.plugins.blog.config import BlogConfig

from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.settings import Settings


@pytest.mark.parametrize(
    ("options", "path", "words"),
    [
        ({"dir": "../x"}, "dir", "stay inside"),
        ({"dir": "/x"}, "dir", "stay inside"),
        ({"tags": {"path": "../../../evil"}}, "tags.path", "stay inside"),
        ({"tags": {"path": ""}}, "tags.path", "at least one folder"),
        ({"archive": {"path": "./"}}, "archive.path", "at least one folder"),
        ({"index": False}, "index", "can't be switched off"),
        ({"tags": 7}, "tags", "a mapping of options, or true, or false"),
        ({"problems": {"date-mising": "error"}}, "problems", "did you mean 'date-missing'"),
        (
            {"url": "{yaer}/{slug}"},
            "url",
            "among year, month, day, slug, title, category, file, path; did you mean {year}?",
        ),
        ({"url": "{blah}/{slug}"}, "url", "there is no {blah} among year"),
        ({"url": "{year/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{year}}/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{{slug}}"}, "url", "can't stand for themselves"),
        ({"url": "{year:02}/{slug}"}, "url", "there is no {year:02} among"),
        ({"url": "{slug.__class__}"}, "url", "there is no {slug.__class__}"),
        ({"url": "{year}/{month}"}, "url", "with {slug}, {title}, {file} or {path} in it"),
        ({"url": "kep"}, "url", "did you mean 'keep'?"),
        ({"url": "../{slug}"}, "url", "begins with a dot"),
        ({"url": "a//{slug}"}, "url", "part that is empty"),
        ({"url": "{slug}."}, "url", "ends with a dot"),
        ({"url": "a?b={slug}"}, "url", "none of the characters"),
        ({"url": "{slug}.html"}, "url", "should not end like a file"),
        ({"url": 7}, "url", "should be"),
        ({"date_format": "HH:mm"}, "date_format", "a pattern of CLDR for a day"),
        ({"date_format": ""}, "date_format", "a pattern of CLDR for a day"),
        ({"date_format": "%d.%m.%Y"}, "date_format", "a pattern of CLDR for a day"),
        ({"pagination": True}, "pagination", "a mapping of options, or 'stable'"),
        ({"tags": {"pagination": "stabel"}}, "tags.pagination", "a mapping of options, or 'stable'"),
        ({"tags": {"slugs": "short"}}, "tags.slugs", "'distinct' or 'plain'"),
    ],
)
def test_a_wrong_option_is_refused_in_plain_words(options, path, words):
    checked = check_settings(options)
    assert checked.settings is None
    ((where, text),) = checked.errors
    assert where == path
    assert words in text
    assert "pydantic" not in text
    assert "Options" not in text


def test_an_unknown_name_deep_in_the_options_is_a_warning_with_the_one_that_may_be_meant():
    checked = check_settings({"index": {"pagination": {"orphan": 1}}})
    assert checked.errors == ()
    ((where, text),) = checked.warnings
    assert where == "index.pagination.orphan"
    assert "Did you mean 'orphans'?" in text


def test_options_of_materials_blog_are_warnings_that_name_what_stands_for_them():
    names = {name for name, _ in BlogConfig._schema}
    unknown = names - {"enabled"} - set(Settings.model_fields)
    for name in unknown:
        checked = check_settings({name: True})
        assert checked.errors == ()
        ((where, text),) = checked.warnings
        assert where == name
        assert text.startswith("that is an option of Material's blog: ")
        for named in re.findall(r"it is '([a-z_.]+)|'([a-z]+\.[a-z]+)", text):
            group, _, option = "".join(named).partition(".")
            inner = getattr(Settings(), group) if option else Settings()
            assert hasattr(inner, option or group), text


def test_a_path_may_have_several_parts():
    checked = check_settings({"tags": {"path": "by/topic"}, "dir": "."})
    assert checked.errors == ()
