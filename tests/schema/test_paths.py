"""Options that name folders and codes can't lead out of the section, nor to nothing."""

import pytest

from mkdocs_newsblog.schema.check import check_settings


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
            "there is no {yaer} among year, month, day, slug, category, file, path; did you mean {year}?",
        ),
        ({"url": "{blah}/{slug}"}, "url", "there is no {blah} among year"),
        ({"url": "{year/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{year}}/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{{slug}}"}, "url", "can't stand for themselves"),
        ({"url": "{year:02}/{slug}"}, "url", "there is no {year:02} among"),
        ({"url": "{slug.__class__}"}, "url", "there is no {slug.__class__}"),
        ({"url": "{year}/{month}"}, "url", "with {slug}, {file} or {path} in it"),
        ({"url": "kep"}, "url", "did you mean 'keep'?"),
        ({"url": "../{slug}"}, "url", "begins with a dot"),
        ({"url": "a//{slug}"}, "url", "part that is empty"),
        ({"url": "{slug}."}, "url", "ends with a dot"),
        ({"url": "a?b={slug}"}, "url", "none of the characters"),
        ({"url": "{slug}.html"}, "url", "should not end like a file"),
        ({"url": 7}, "url", "should be"),
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


def test_a_path_may_have_several_parts():
    checked = check_settings({"tags": {"path": "by/topic"}, "dir": "."})
    assert checked.errors == ()
