"""The schemas take what the reader takes, refuse what it refuses, and say so in draft 2020-12."""

import datetime as dt
import itertools

import pytest
import yaml
from jsonschema import Draft202012Validator

from mkdocs_newsblog.model.source import Commits, Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.read.time.dates import read_date
from mkdocs_newsblog.read.values.fields import NO, YES
from mkdocs_newsblog.schema.check import check_settings
from mkdocs_newsblog.schema.front_matter.fields import FIELDS
from mkdocs_newsblog.schema.options.reading import DateOptions
from mkdocs_newsblog.schema.reference.json_schema import (
    SCHEMAS,
    config_schema,
    front_matter_schema,
    site_schema,
)
from mkdocs_newsblog.schema.reference.options_page import options_page
from mkdocs_newsblog.schema.reference.value_shapes import SWITCH_WORDS
from mkdocs_newsblog.schema.settings import Settings

TYPES = {
    "value-invalid",
    "value-ignored",
    "date-unreadable",
    "status-doubtful",
    "status-unreadable",
    "status-unknown",
    "link-unsafe",
}
"""Problems of a value's type, which a schema can see."""

FRONT_MATTER = Draft202012Validator(front_matter_schema())
CONFIG = Draft202012Validator(config_schema())
SITE = Draft202012Validator(site_schema())

POSTS = {
    "Astro": "{title: A, pubDate: 'Jul 08 2022', description: x, heroImage: ../a.jpg, tags: [a, b]}",
    "AstroPaper": "{title: A, pubDatetime: 2022-09-23T15:22:00Z, modDatetime: null, featured: true}",
    "Hugo": "{title: A, date: 2022-09-23, lastmod: 2022-09-24, categories: [a], weight: 3, aliases: [/old/]}",
    "PaperMod": "{title: A, date: 2022-09-23, cover: {image: a.png, alt: b, hidden: false}, series: [a]}",
    "Jekyll": "{layout: post, title: A, date: 2015-11-03 13:00:00 -0500, tags: a b, published: true}",
    "Minimal Mistakes": "{title: A, header: {teaser: a.jpg, overlay_image: b.jpg, caption: 'c'}, excerpt: d}",
    "Eleventy": "{title: A, date: 2020-01-01, tags: posts, eleventyExcludeFromCollections: true}",
    "Docusaurus": "{title: A, authors: [{name: B, url: 'https://a.b', image_url: c.png}], unlisted: no}",
    "Material": "{date: {created: 2022-09-12, updated: 2022-10-01}, authors: [a], readtime: 15}",
    "Pelican": "{title: A, date: '2012-09-19 10:00', category: a, tags: 'b, c', status: draft}",
    "Nikola": "{title: A, date: '2012-09-19 10:00:00 UTC', tags: 'a, b', link: '', status: featured}",
    "Zola": "{title: A, date: 2022-09-23, taxonomies: {tags: [a], categories: [b]}, extra: {x: [1]}}",
    "Ghost": "{title: A, published_at: 1664000000000, feature_image: a.png, visibility: public}",
    "Starlight Blog": "{title: A, date: 2024-05-01, authors: {name: B}, cover: {light: a, dark: b}}",
    "Starlight": "{title: A, date: 2024-05-01, hero: {tagline: B, image: {html: '<svg/>'}, actions: [{}]}}",
    "Quarto": "{title: A, date: 2024-05-01, image: a.png, image-height: 50%, resources: [data.csv, '*.csv']}",
    "al-folio": "{layout: post, title: A, date: 2024-05-01, images: {compare: true, slider: true}}",
    "Hexo": "{title: A, date: 2022/09/23 10:11:12, sticky: 100, top_img: false}",
    "Nuxt": "{title: A, date: 2024-05-01, authors: [{name: B, to: /b, avatar: {src: 'https://a.b/c.png'}}]}",
    "Chirpy": "{title: A, date: 2024-05-01, media_subpath: /media/a, image: {path: b.png, lqip: 'data:x'}}",
    "Beautiful Jekyll": "{title: A, date: 2024-05-01, cover-img: [{/a.png: b}, /c.png], share-img: d.png}",
    "words for dates": "{published: draft, publish: never, dg-publish: draft}",
    "hidden posts": "{build: {list: never, render: link}, headless: yes, publish: no, password: 1}",
    "other spellings": "{TITLE: A, Pub-Date: 2024-05-01, hero_image: a.png, HeroAlt: '', UPDATED: no}",
    "nothing": "{}",
    "empty keys": "{title: null, date: '', tags: [], hero: null, draft: null}",
    "typed texts": "{title: 1.10, description: no, subtitle: 2024-05-01}",
    "lists within lists": "{tags: [[a, b], c]}",
}
"""Front matter of every dialect, in YAML's short form."""

REFUSED = {
    "tags as an object": "{tags: {a: 1}}",
    "a date in words": "{date: soon}",
    "a date in a list": "{pubDate: [2024-05-01]}",
    "a date of a small number": "{date: 5}",
    "another spelling of a date": "{PUB_DATE: soon}",
    "a part of a date": "{date: {created: soon}}",
    "a date that may be a switch": "{published: 5}",
    "draft in words": "{draft: perhaps}",
    "draft as a list": "{draft: [true]}",
    "draft as a number": "{draft: 5}",
    "a title as a list": "{title: [a]}",
    "a title as an object": "{title: {a: b}}",
    "a description as a list": "{description: [a]}",
    "a link that runs": "{canonical_url: 'javascript:alert(1)'}",
    "an author's link that runs": "{author: {name: A, url: 'javascript:alert(1)'}}",
    "a weight in words": "{weight: heavy}",
    "a width in words": "{hero: a.png, heroWidth: wide}",
    "a reading time in words": "{readtime: long}",
    "a language that is none": "{lang: not a language}",
    "aliases as an object": "{aliases: {a: b}}",
    "a slug as a list": "{slug: [a]}",
    "terms below a dot": "{taxonomies: {tags: {a: 1}}}",
}


def plain(value):
    """A value as an editor's parser would give it to the schema."""
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, dt.date) else value


def doubts(text):
    """The reader's problems with types, for a post with this front matter."""
    found = read_entry(Source("a.md", f"---\n{text}\n---\nText.\n".encode()), Settings()).problems
    return [str(each) for each in found if each.code in TYPES]


@pytest.mark.parametrize("name", list(SCHEMAS))
def test_schemas_are_valid_schemas(name):
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("text", POSTS.values(), ids=list(POSTS))
def test_front_matter_of_every_dialect_is_valid(text):
    assert doubts(text) == []
    assert [error.message for error in FRONT_MATTER.iter_errors(plain(yaml.safe_load(text)))] == []


@pytest.mark.parametrize("text", REFUSED.values(), ids=list(REFUSED))
def test_wrong_types_are_refused_as_the_reader_refuses_them(text):
    assert doubts(text) != []
    assert not FRONT_MATTER.is_valid(plain(yaml.safe_load(text)))


@pytest.mark.parametrize("words", ["git Created", "git Last Modified", "Created", "Last Modified"])
def test_words_for_commits_are_dates_as_the_options_may_ask_git(words):
    assert FRONT_MATTER.is_valid({"date": words})
    commits = Commits(*(read_date("2024-05-01", DateOptions()),) * 2)
    asked = read_entry(
        Source("a.md", f"---\ntitle: A\ndate: {words}\n---\nText.\n".encode(), commits=commits),
        Settings(dates={"git": True}),
    )
    assert asked.problems == ()


def test_other_keys_may_hold_anything():
    assert FRONT_MATTER.is_valid({"layout": ["x"], "hide": {"a": 1}, "mykey": None, "x": [[{}]]})


def test_every_alias_is_offered_with_what_it_means():
    offered = front_matter_schema()["properties"]
    for field in FIELDS.values():
        for alias in field.aliases:
            head, *rest = alias.key.split(".")
            schema = offered[head]
            assert field.doc in schema["description"]
            for part in rest:
                schema = schema["properties"][part]


VALUES = [
    None, True, 0, 5, 2024, 20240501, 1714500000, -3.5, "", "x", "yes", "draft", "2024-05-01", "soon",
    "3", "en", "5 min", "javascript:x", "https://a.b/c", [], ["a"], ["a", None], [["a"]], [{"name":
    "n"}], {}, {"name": "n"}, {"src": "a.png", "alt": "b"}, {"year": 2024, "month": 1, "day": 2},
    "300px", "1e5", [3], "50%", "12.5 em", "auto", {"image": {"file": "a.png", "alt": "b"}, "tagline": "c"},
]  # fmt: skip


def nested(key, value):
    for part in reversed(key.split(".")):
        value = {part: value}
    return value


def needed(alias):
    """What a post must say besides, for the field to be read at all."""
    if alias.field.startswith("author."):
        return {"author": "Ada"}
    return {"hero": "a.png"} if alias.field.startswith("image.") and alias.field != "image.src" else {}


ALIASES = [alias for field in FIELDS.values() for alias in field.aliases]


def test_the_schema_refuses_nothing_that_the_reader_takes():
    wrong = []
    for alias, value in itertools.product(ALIASES, VALUES):
        post = needed(alias) | nested(alias.key, value)
        if not FRONT_MATTER.is_valid(post) and not doubts(yaml.safe_dump(post)):
            wrong.append(post)
    assert wrong == []


def test_words_are_those_of_the_reader():
    assert set(SWITCH_WORDS) == YES | NO


OPTIONS = {
    "nothing": ({}, True),
    "a section": ({"dir": "news", "posts": ["**/*.md"], "title": "News"}, True),
    "views": (
        {"index": {"per_page": 5, "layout": "list"}, "archive": {"days": True}, "tags": {"sort": "count"}},
        True,
    ),
    "views off": (
        {"archive": False, "tags": False, "categories": False, "authors": False, "series": False},
        True,
    ),
    "views on": ({"index": True, "archive": True, "tags": None, "index ": None}, False),
    "views by default": ({"index": None, "archive": None, "tags": None}, True),
    "an index that is off": ({"index": False}, False),
    "the keyword from": ({"summary": {"from": ["marker", "auto"]}}, True),
    "the name of the attribute": ({"summary": {"from_": ["auto"]}}, False),
    "another source": ({"summary": {"from": ["page"]}}, False),
    "levels": ({"problems": {"unknown-key": "ignore"}}, True),
    "another level": ({"problems": {"unknown-key": "loud"}}, False),
    "an unknown option": ({"perpage": 3}, False),
    "an unknown option of a view": ({"tags": {"perpage": 3}}, False),
    "a number out of bounds": ({"index": {"per_page": 0}}, False),
    "a layout that a site may have": ({"index": {"layout": "magazine"}}, True),
    "a layout that no file can be": ({"index": {"layout": "../grid"}}, False),
    "what cards show": ({"shown": {"card": ["authors", "terms"], "post": []}, "date_format": "short"}, True),
    "what nothing shows": ({"shown": {"card": ["weather"]}}, False),
    "pages by a word": ({"pagination": "stable", "tags": {"pagination": {"orphans": 2}}}, True),
    "pages by another word": ({"tags": {"pagination": "stabel"}}, False),
    "pages by a switch": ({"pagination": True}, False),
    "a folder that can't be": ({"dir": "a:b"}, False),
    "taxonomies by their names": ({"taxonomies": {"topics": True, "places": None, "x": {"from": "y"}}}, True),
    "a taxonomy that is off": ({"taxonomies": {"topics": False}}, False),
    "a taxonomy that every section has": ({"taxonomies": {"series": True}}, False),
    "a taxonomy that no key can hold": ({"taxonomies": {"a b": True}}, False),
    "an unknown option of a taxonomy": ({"taxonomies": {"topics": {"perpage": 3}}}, False),
    "words": ({"words": {"older": "Old", "tag": "Tag", "el": {"older": "Παλιά"}, "zh-Hant": {}}}, True),
    "words with plural forms": ({"words": {"posts": {"one": "A", "other": "{number}"}}}, True),
    "words without the last form": ({"words": {"posts": {"one": "A"}}}, False),
    "words with another form": ({"words": {"posts": {"sole": "A", "other": "{number}"}}}, False),
    "words that nothing asks for": ({"words": {"odler": "Old"}}, False),
    "words of a language that nothing asks for": ({"words": {"el": {"odler": "Old"}}}, False),
    "words that are none": ({"words": {"older": 3}}, False),
    "words on two lines": ({"words": {"older": "a\nb"}}, False),
    "languages within languages": ({"words": {"el": {"de": {"older": "x"}}}}, False),
    "a cache that is nowhere": ({"images": {"cache": ""}}, False),
}


@pytest.mark.parametrize(("options", "valid"), OPTIONS.values(), ids=list(OPTIONS))
def test_options_are_valid_where_the_plugin_takes_them(options, valid):
    checked = check_settings(options)
    assert (checked.settings is not None and not checked.warnings) is valid
    assert CONFIG.is_valid(options) is valid


def test_all_defaults_written_out_are_valid():
    assert list(CONFIG.iter_errors(Settings().model_dump(mode="json", by_alias=True))) == []


def test_the_hosts_own_switch_is_known():
    assert CONFIG.is_valid({"enabled": False})
    assert not CONFIG.is_valid({"enabled": "no"})


def test_codes_are_offered_for_levels():
    assert not CONFIG.is_valid({"problems": {"unknown-kee": "ignore"}})


@pytest.mark.parametrize(
    ("plugins", "valid"),
    [
        (["search", "newsblog"], True),
        (["search", {"newsblog": {"dir": "news"}}, {"other": {"x": 1}}], True),
        ([{"newsblog": None}], True),
        ([{"newsblog": {"dri": "news"}}], False),
        ({"newsblog": {"dir": "news"}}, True),
        ({"newsblog": {"dri": "news"}}, False),
    ],
)
def test_a_whole_configuration_is_asked_for_nothing_but_our_options(plugins, valid):
    assert SITE.is_valid({"site_name": "x", "theme": {"name": "y"}, "plugins": plugins}) is valid


def test_what_stands_at_taxonomies_is_said_in_words():
    (row,) = [line for line in options_page() if line.startswith("| `taxonomies` |")]
    assert "| mapping of names to options, or `true` |" in row


def test_every_option_is_one_row_of_its_table():
    lines = [line for line in options_page() if line.startswith("|")]
    assert [line for line in lines if "\n" in line or line.count(" | ") != 3] == []
