"""Options that name folders and codes can't lead out of the section, nor to nothing."""

import datetime as dt
import re

import pytest
from material.plugins.blog.config import BlogConfig

from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.options.group import COUNTED, PATTERNS, Options
from mkdocs_newsblog.schema.settings import Settings


@pytest.mark.parametrize(
    ("options", "path", "words"),
    [
        ({"dir": "../x"}, "dir", "stay inside"),
        ({"dir": "/x"}, "dir", "stay inside"),
        ({"tags": {"path": "../../../evil"}}, "tags.path", "stay inside"),
        ({"tags": {"path": ""}}, "tags.path", "at least one folder"),
        ({"archive": {"path": "./"}}, "archive.path", "at least one folder"),
        ({"dir": "x/" * 401}, "dir", "should not have more than 800 bytes"),
        ({"authors_file": "ä" * 121}, "authors_file", "should not have a part of more than 240 bytes"),
        ({"feeds": {"files": {"rss": "x" * 241}}}, "feeds.files.rss", "a part of more than 240 bytes"),
        ({"news": {"file": "x" * 241}}, "news.file", "a part of more than 240 bytes"),
        ({"url": "x/" * 401 + "{slug}"}, "url", "should not have more than 800 bytes"),
        ({"index": False}, "index", "can't be switched off"),
        ({"tags": 7}, "tags", "a mapping of options, or true, or false"),
        ({"problems": {"date-mising": "error"}}, "problems", "Did you mean 'date-missing'?"),
        (
            {"url": "{yaer}/{slug}"},
            "url",
            "among year, month, day, slug, title, category, file, path, "
            'got "{yaer}/{slug}". Did you mean {year}?',
        ),
        ({"url": "{blah}/{slug}"}, "url", "there is no {blah} among year"),
        ({"url": "{year/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{year}}/{slug}"}, "url", "should be 'keep', 'slug', or a pattern"),
        ({"url": "{{slug}}"}, "url", "can't stand for themselves"),
        ({"url": "{year:02}/{slug}"}, "url", "there is no {year:02} among"),
        ({"url": "{slug.__class__}"}, "url", "there is no {slug.__class__}"),
        ({"url": "{year}/{month}"}, "url", "with {slug}, {title}, {file} or {path} in it"),
        ({"url": "kep"}, "url", "Did you mean 'keep'?"),
        ({"url": "../{slug}"}, "url", "begins with a dot"),
        ({"url": "a//{slug}"}, "url", "part that is empty"),
        ({"url": "{slug}."}, "url", "ends with a dot"),
        ({"url": "a?b={slug}"}, "url", "none of the characters"),
        ({"url": "{slug}.html"}, "url", "should not end like a file"),
        ({"url": 7}, "url", "should be"),
        ({"date_format": "HH:mm"}, "date_format", "a pattern of CLDR for a day"),
        ({"date_format": ""}, "date_format", "a pattern of CLDR for a day"),
        ({"date_format": "%d.%m.%Y"}, "date_format", "a pattern of CLDR for a day"),
        ({"index": {"path": ""}}, "index.path", "should be left out: the front page is at"),
        ({"index": {"path": "start"}}, "index.path", "should be left out: the front page is at"),
        ({"date_format": "lnog"}, "date_format", "should be full, long, medium, short"),
        ({"date_format": "d of MMMM"}, "date_format", "a pattern of CLDR for a day"),
        ({"date_format": "YYYY-MM-DD"}, "date_format", "should have y and d"),
        ({"date_format": "D MMM y"}, "date_format", "should have y and d"),
        ({"pagination": True}, "pagination", "a mapping of options, or 'stable'"),
        ({"tags": {"pagination": "stabel"}}, "tags.pagination", "a mapping of options, or 'stable'"),
        ({"tags": {"slugs": "short"}}, "tags.slugs", "'distinct' or 'plain'"),
        ({"posts": "**/*.md"}, "posts", 'should be a list of texts, got "**/*.md". Write ["**/*.md"].'),
        ({"posts": None}, "posts", "should be a list of texts, got nothing. ["),
        ({"title": 2024}, "title", 'should be a text, got 2024. Put it in quotes: "2024".'),
        ({"language": False}, "language", "got false. Put it in quotes: YAML reads no and off as false. ["),
        ({"title": True}, "title", "got true. Put it in quotes: YAML reads yes and on as true. ["),
        ({"title": dt.date(2024, 1, 2)}, "title", 'got 2024-01-02. Put it in quotes: "2024-01-02". ['),
        (
            {"words": {False: {"older": "x"}}},
            "words.false",
            "should be a text, got false. Put it in quotes: ",
        ),
        ({"words": {"nb": {True: "x"}}}, "words.nb.true", "there is no word true"),
        (
            {"words": {dt.date(2024, 1, 2): {}}},
            "words.2024-01-02",
            "should be a text, got 2024-01-02. Put it",
        ),
        ({"words": {"older": False}}, "words.older", "one line of text, got false. Put it in quotes: YAML"),
        ({"words": {"older": ""}}, "words.older", 'one line of text, got "". ['),
        ({"jobs": "many"}, "jobs", 'should be a whole number, got "many". ['),
        ({"jobs": True}, "jobs", "should be a whole number, got true. ["),
        ({"images": {"widths": [True]}}, "images.widths.0", "should be a whole number, got true. ["),
        ({"index": {"nav_posts": True}}, "index.nav_posts", "should be a whole number, got true. ["),
        ({"llms": "maybe"}, "llms", 'should be true or false, got "maybe". ['),
        ({"index": {"per_page": 0}}, "index.per_page", "should be at least 1, got 0. ["),
        ({"index": {"per_page": 5000}}, "index.per_page", "should be at most 1000, got 5000. ["),
        (
            {"tag_text": "space"},
            "tag_text",
            'should be keys and values, got "space". Known here: string_split.',
        ),
        ({"taxonomies": {"topics": False}}, "taxonomies.topics", "or true: leave the taxonomy out"),
        (
            {"taxonomies": {"tags": {"from": "x"}}},
            "taxonomies.tags",
            "another name: tags is an option",
        ),
        ({"taxonomies": ["topics"]}, "taxonomies", 'should be keys and values, got ["topics"]. ['),
        ({"taxonomies": {"a b": True}}, "taxonomies.a b", "should be a name of small letters a to z, digits"),
        (
            {"images": {"allow": ["https://a.org/"]}},
            "images.allow.0",
            "a host with nothing behind it, such as",
        ),
        ({"images": {"widths": [10]}}, "images.widths.0", "should be at least 16, got 10. ["),
        ({"images": {"widths": []}}, "images.widths", "should have at least 1 item, got []. ["),
        ({"images": {"widths": "400"}}, "images.widths", 'should be a list of whole numbers, got "400". ['),
        ({"images": {"cache": ""}}, "images.cache", "should be the path of a folder, got"),
        ({"images": {"cache": " "}}, "images.cache", "should be the path of a folder, got"),
        ({"feeds": {"hub": "nope"}}, "feeds.hub", "a whole address, such as https://www.example.org/, got"),
        ({"feeds": {"files": {"rss": "a/b"}}}, "feeds.files.rss", "the name of a file"),
        ({"feeds": {"files": {"rss": "/a/b"}}}, "feeds.files.rss", "or / and a name for the top of the site"),
        ({"feeds": {"files": {"rss": "/.a"}}}, "feeds.files.rss", "with no dot before it"),
        ({"feeds": {"files": {"rss": "/../a"}}}, "feeds.files.rss", "with no dot before it"),
        ({"feeds": {"per": ["tag"]}}, "feeds.per.0", """there is no taxonomy "tag". Did you mean 'tags'?"""),
        (
            {"feeds": {"per": ["x"]}, "taxonomies": {"topics": {}}},
            "feeds.per.0",
            "Known here: tags, categories, authors, series, topics.",
        ),
        ({"neighbours": "category"}, "neighbours", """no taxonomy "category". Did you mean 'categories'?"""),
        ({"neighbours": 3}, "neighbours", "should be a text, got 3. "),
        (
            {"dates": {"timezone": "Europe/Berlim"}},
            "dates.timezone",
            """got "Europe/Berlim". Did you mean 'Europe/Berlin'?""",
        ),
        ({"dates": {"timezone": "america/new york"}}, "dates.timezone", "Did you mean 'America/New_York'?"),
        ({"dates": {"timezone": "CEST"}}, "dates.timezone", "by its IANA name, such as Europe/Berlin, got"),
        ({"dates": {"timezone": "../etc"}}, "dates.timezone", "by its IANA name, such as Europe/Berlin, got"),
        ({"dates": {"formats": ["%%Q"]}}, "dates.formats.0", "with a year, a month and a day, such as"),
        ({"dates": {"formats": ["%d|%m|%Y", "%d %B"]}}, "dates.formats.1", "with a year, a month and a day"),
        ({"dates": {"formats": ["%Y-%m-%d %Y"]}}, "dates.formats.0", "a format of strptime"),
        ({"words": {"odler": "x"}}, "words.odler", """no word "odler", got "x". Did you mean 'older'?"""),
        ({"words": {"date": "x"}}, "words.date", 'there is no word "date"'),
        ({"words": {"older": 3}}, "words.older", "one line of text, got 3. Put it in quotes: "),
        ({"words": {"older": " "}}, "words.older", "should be one line of text, got"),
        ({"words": {"older": "a\nb"}}, "words.older", "should be one line of text, got"),
        ({"words": {"older": {"other": "x"}}}, "words.older", "should be one line of text, got"),
        ({"tags": {"path": "tag/{slug}"}}, "tags.path", "should have no braces: names and numbers of pages"),
        ({"archive": {"path": "{date}"}}, "archive.path", 'behind it, got "{date}". ['),
        ({"pagination": {"path": "page/{page}"}}, "pagination.path", "should have no braces"),
        ({"tags": {"path": "a/Aux"}}, "tags.path", "should be another name: Aux is a device on Windows, got"),
        ({"archive": {"path": "arch./a"}}, "archive.path", "no part that ends with a dot or a blank"),
        ({"feeds": {"files": {"rss": "/nul.xml"}}}, "feeds.files.rss", "nul.xml is a device on Windows"),
        ({"news": {"file": "com1.xml"}}, "news.file", "com1.xml is a device on Windows"),
        ({"url": "con/{slug}"}, "url", "con is a device on Windows"),
        ({"words": {"older": "{x}"}}, "words.older", 'should have nothing in braces, got "{x}". ['),
        (
            {"words": {"page": "{0.__class__}"}},
            "words.page",
            "should have nothing in braces but {number}, got",
        ),
        (
            {"words": {"page": "{number.real}"}},
            "words.page",
            "should have nothing in braces but {number}, got",
        ),
        ({"words": {"page": "{number!r}"}}, "words.page", "should have nothing in braces but {number}, got"),
        ({"words": {"page": "{number:>9}"}}, "words.page", "should have nothing in braces but {number}, got"),
        ({"words": {"page": "{}"}}, "words.page", "should have nothing in braces but {number}, got"),
        ({"words": {"page": "{number"}}, "words.page", "should have braces in pairs, and {{ for one"),
        ({"words": {"page": "Page"}}, "words.page", 'should have {number} in it, got "Page". ['),
        ({"words": {"page": "{{number}}"}}, "words.page", "should have {number} in it, got"),
        ({"words": {"place": "{x}"}}, "words.place", "nothing in braces but {number} and {total}, got"),
        (
            {"words": {"posts": 3}},
            "words.posts",
            "of text or plural forms, got 3. Put it in quotes: ",
        ),
        ({"words": {"posts": "many"}}, "words.posts", "should have {number} in it, got"),
        ({"words": {"posts": {"one": "a"}}}, "words.posts", "should have the plural form 'other'"),
        ({"words": {"posts": {"other": "a"}}}, "words.posts.other", "should have {number} in it, got"),
        (
            {"words": {"posts": {"on": "a", "other": "{number}"}}},
            "words.posts.on",
            """there is no plural form "on", got "a". Did you mean 'one'?""",
        ),
        ({"words": {"el": {"odler": "x"}}}, "words.el.odler", "Did you mean 'older'?"),
        ({"words": {"el": {"page": "{0.__class__}"}}}, "words.el.page", "nothing in braces but {number}"),
        ({"words": {"el": {"de": {"older": "x"}}}}, "words.el.de", 'there is no word "de"'),
        ({"words": {"el": "x"}}, "words.el", "should be words of that language by their names"),
        ({"words": {"elx": {"older": "x"}}}, "words.elx", 'there is no word "elx"'),
        ({"words": "x"}, "words", "should be keys and values"),
        ({"language": "Deutsch"}, "language", "such as de, de-AT or zh-Hant, got"),
        ({"language": "xyz"}, "language", "the BCP 47 tag of a language that CLDR knows"),
        ({"language": "de.utf8"}, "language", "the BCP 47 tag of a language that CLDR knows"),
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


def test_all_that_is_wrong_with_words_is_said_at_once():
    words = {"odler": "x", "page": "{y}", "el": {"newre": "z", "posts": {"one": "a"}}, "tags": "Tags"}
    checked = check_settings({"words": words, "jobs": 0})
    found = sorted(where for where, _ in checked.errors)
    assert found == ["jobs", "words.el.newre", "words.el.posts", "words.odler", "words.page"]


def test_an_unknown_name_deep_in_the_options_is_a_warning_with_the_one_that_may_be_meant():
    checked = check_settings({"index": {"pagination": {"orphan": 1}}})
    assert checked.errors == ()
    ((where, text),) = checked.warnings
    assert where == "index.pagination.orphan"
    assert "Did you mean 'orphans'?" in text


def test_an_unknown_name_in_options_that_an_anchor_repeats_is_said_of_both():
    shared = {"per_pag": 5}
    checked = check_settings({"tags": shared, "categories": shared})
    assert [where for where, _ in checked.warnings] == ["tags.per_pag", "categories.per_pag"]
    assert checked.settings is not None
    assert shared == {"per_pag": 5}


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


@pytest.mark.parametrize("name", ["archive", "categories", "authors_profiles"])
def test_what_stands_for_a_listing_of_materials_blog_on_one_page_is_accepted(name):
    ((_, text),) = check_settings({f"{name}_pagination": False}).warnings
    [(group, option, number)] = re.findall(r"it is '(\w+)\.(\w+)' here, (\d+) for false", text)
    assert check_settings({group: {option: int(number)}}).errors == ()


@pytest.mark.parametrize(
    "options",
    [
        *({"language": tag} for tag in ("de", "de-AT", "zh-Hant", "pt_BR", "sr-Latn-RS", "no-NO", "sh")),
        *(
            {"date_format": form}
            for form in ("long", "y-MM-dd", "d 'de' MMMM 'de' y", "y年M月d日", "Y-'W'ww", "'Day 'D")
        ),
        {
            "words": {
                "older": "<b>{{Old}}</b>",
                "page": "{number}",
                "posts": {"one": "A", "other": "{number}"},
            }
        },
        {"words": {"tag": "Tag", "el": {"minutes": "{number}"}, "zh-Hant": {}, "pt_BR": {"older": "x"}}},
        *({"dates": {"timezone": zone}} for zone in ("utc", "Europe/Berlin", "Etc/GMT+5", "EST5EDT")),
        {"archive": {"path": "./archive"}, "pagination": {"path": "a/./p/"}},
        *(
            {"dates": {"formats": [shape]}}
            for shape in (
                "%d|%m|%y",
                "%Y.%j",
                "%G-W%V-%u",
                "%c",
                "%B %d, %Y %z",
                "%Y年%m月%d日",
                "%%%d. %m. %Y г.",
            )
        ),
        {"feeds": {"per": ["series", "topics"]}, "taxonomies": {"topics": True}},
    ],
    ids=str,
)
def test_what_can_be_read_and_written_is_accepted(options):
    assert check_settings(options).errors == ()


def test_all_that_is_wrong_is_said_at_once_and_nothing_twice():
    checked = check_settings({"dir": 1, "feeds": {"per": ["tag", "A b", "tags", 7]}, "x": 1})
    assert [path for path, _ in checked.errors] == ["dir", "feeds.per.1", "feeds.per.3", "feeds.per.0"]
    assert [path for path, _ in checked.warnings] == ["x"]


def test_every_regular_expression_has_words_for_messages():
    def patterns(node):
        inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
        own = [node["pattern"]] if isinstance(node, dict) and isinstance(node.get("pattern"), str) else []
        return own + [found for each in inner for found in patterns(each)]

    assert patterns(Settings.model_json_schema())
    assert set(patterns(Settings.model_json_schema())) <= set(PATTERNS)


def test_an_unknown_option_of_a_taxonomy_of_the_sites_own_has_a_suggestion():
    ((where, text),) = check_settings({"taxonomies": {"topics": {"perpage": 3}}}).warnings
    assert (where, "Did you mean 'per_page'?" in text) == ("taxonomies.topics.perpage", True)


def test_a_path_may_have_several_parts():
    checked = check_settings({"tags": {"path": "by/topic"}, "dir": "."})
    assert checked.errors == ()


@pytest.mark.parametrize("tag", ["de-x-formal", "en-US-x-private", "sl-rozaj-biske", "zh_Hant_TW", "es-419"])
def test_further_parts_of_a_language_are_no_fault(tag):
    assert check_settings({"language": tag}).errors == ()


@pytest.mark.parametrize("tag", ["Deutsch", "xyz", "x-none", "de-", "d"])
def test_a_language_that_nothing_can_be_written_in_is_refused(tag):
    ((where, text),) = check_settings({"language": tag}).errors
    assert where == "language"
    assert "BCP 47" in text


@pytest.mark.parametrize(
    ("options", "path", "advice"),
    [
        ({"timezone": "UTC"}, "timezone", "Did you mean 'dates.timezone'?"),
        ({"from": ["auto"]}, "from", "Did you mean 'summary.from'?"),
        ({"layout": "list"}, "layout", "Did you mean 'index.layout' or 'archive.layout' or 'tags.layout'?"),
        ({"path": "a"}, "path", "Did you mean 'pagination.path' or 'archive.path' or 'tags.path'?"),
        ({"authors": {"file": "a.yml"}}, "authors.file", "Did you mean 'authors_file'?"),
        ({"tag": {}}, "tag", "Did you mean 'tags'?"),
        ({"shown": {"dates": []}}, "shown.dates", "Known here: card, post."),
    ],
)
def test_an_option_that_stands_elsewhere_is_named_with_its_place(options, path, advice):
    ((where, text),) = check_settings(options).warnings
    assert (where, text) == (path, f"there is no such option. {advice} [option-unknown]")


def test_no_number_takes_a_switch():
    groups = [Options]
    for group in groups:
        groups += group.__subclasses__()  # those of these in their turn, too
    numbers = [field for group in groups for field in group.model_fields.values() if field.annotation is int]
    assert numbers
    assert [field for field in numbers if COUNTED not in field.metadata] == []
