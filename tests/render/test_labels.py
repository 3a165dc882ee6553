"""Words, dates and numbers in the language of the site."""

import datetime as dt
from pathlib import Path
from string import Formatter

import pytest
import yaml

import mkdocs_newsblog
from mkdocs_newsblog.render.text.labels import Labels, unused_forms
from mkdocs_newsblog.schema.options.own_words import FORMS, WORDS

DAY = dt.date(2024, 9, 5)

DATES = [
    ("en", "5 September 2024", "September 2024", "2024"),
    ("en-US", "September 5, 2024", "September 2024", "2024"),
    ("en_GB", "5 September 2024", "September 2024", "2024"),
    ("de", "5. September 2024", "September 2024", "2024"),
    ("fr", "5 septembre 2024", "septembre 2024", "2024"),
    ("pl", "5 września 2024", "wrzesień 2024", "2024"),
    ("ja", "2024年9月5日", "2024年9月", "2024"),
    ("zh-Hant", "2024年9月5日", "2024年9月", "2024"),
    ("zh-TW", "2024年9月5日", "2024年9月", "2024"),
    ("fa", "۵ سپتامبر ۲۰۲۴", "سپتامبر ۲۰۲۴", "۲۰۲۴"),
    ("pt-BR", "5 de setembro de 2024", "setembro de 2024", "2024"),
    ("de-x-formal", "5. September 2024", "September 2024", "2024"),
    ("klingon", "5 September 2024", "September 2024", "2024"),
]


@pytest.mark.parametrize(("tag", "day", "month", "year"), DATES, ids=[row[0] for row in DATES])
def test_a_date_is_written_as_the_language_writes_it(tag, day, month, year):
    labels = Labels(tag)
    assert (labels.date(DAY), labels.month(DAY), labels.year(DAY)) == (day, month, year)


@pytest.mark.parametrize(
    ("tag", "form", "text"),
    [
        ("en", "y-MM-dd", "2024-09-05"),
        ("de", "short", "05.09.24"),
        ("fr", "full", "jeudi 5 septembre 2024"),
        ("fa", "y/MM/dd", "۲۰۲۴/۰۹/۰۵"),
    ],
)
def test_a_site_may_have_its_dates_in_another_form(tag, form, text):
    assert Labels(tag, form).date(DAY) == text


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("en", "ltr"), ("fa", "rtl"), ("ar", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("x-none", "ltr")],
)
def test_the_direction_is_that_of_the_script(tag, direction):
    assert Labels(tag).direction == direction


def test_numbers_have_the_languages_digits():
    assert [Labels(tag).number(12345) for tag in ("en", "fa", "ar-EG", "mr", "bn")] == [
        "12345",
        "۱۲۳۴۵",
        "١٢٣٤٥",
        "१२३४५",
        "১২৩৪৫",
    ]


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0 posts"), (1, "1 post"), (2, "2 posts"), (1234, "1,234 posts")]
)
def test_a_count_has_the_right_plural(number, text):
    assert Labels("en").count("posts", number) == text


@pytest.mark.parametrize(
    ("tag", "name", "values", "text"),
    [
        ("ja", "page", {"number": 2}, "2 ページ目"),  # without the last sign: two pages
        ("ja", "place", {"number": 2, "total": 5}, "第2回（全5回）"),
        ("zh", "place", {"number": 2, "total": 5}, "第 2 篇（共 5 篇）"),
        ("es", "scheduled", {}, "Programada"),  # as a post and a page: la entrada, la página
        ("pl", "pinned", {}, "Przypięty"),
        ("pl", "unlisted", {}, "Poza listami"),
        ("nl", "unlisted", {}, "Niet in lijsten"),
        ("fr", "moved", {}, "Cette page a changé d’adresse\N{NO-BREAK SPACE}:"),
    ],
)
def test_words_agree_with_what_they_stand_for(tag, name, values, text):
    assert Labels(tag).word(name, **values) == text


def test_words_are_filled_in_and_markup_in_them_is_left_to_the_templates():
    assert Labels("en").word("page", number=3) == "Page 3"
    assert Labels("en").word("ways", title="<b>{x}</b>") == "Sections of <b>{x}</b>"


def test_a_language_without_a_file_of_words_speaks_english_but_dates_its_posts_itself():
    labels = Labels("ka")
    assert labels.word("archive") == "Archive"
    assert labels.date(DAY) == "5 სექტემბერი, 2024"


def test_the_tag_is_written_with_hyphens():
    assert Labels("pt_BR").tag == "pt-BR"


def test_the_first_and_the_last_year_can_be_written():
    assert Labels("en").date(dt.date(1, 1, 1)) == "1 January 1"
    assert Labels("en").date(dt.date(9999, 12, 31)) == "31 December 9999"


FILES = sorted((Path(mkdocs_newsblog.__file__).parent / "labels").glob("*.yml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_file_has_the_words_that_a_site_may_write_itself(path):
    words = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert words.keys() - {"date", "month"} == WORDS.keys()
    for name, word in WORDS.items():
        forms = words[name] if word.counted else {"other": words[name]}
        assert set(forms) <= set(FORMS), name
        assert {part[1] for part in Formatter().parse(forms["other"])} - {None} == set(word.places), name


@pytest.mark.parametrize(
    ("tag", "archive"),
    [
        ("no", "Arkiv"),
        ("no-NO", "Arkiv"),
        ("NB", "Arkiv"),
        ("nn", "Arkiv"),
        ("nn-NO", "Arkiv"),
        ("pt-BR", "Arquivo"),
        ("iw", "ארכיון"),
        ("zh", "归档"),
        ("zh-CN", "归档"),
        ("zh-Hans", "归档"),
        ("zh-Hant", "彙整"),
        ("zh-TW", "彙整"),
        ("zh_HK", "彙整"),
        ("sr", "Archive"),
    ],
)
def test_a_language_has_the_words_of_the_nearest_one(tag, archive):
    assert Labels(tag).word("archive") == archive


@pytest.mark.parametrize(
    ("tag", "day"),
    [("no-NO", "5. september 2024"), ("sh", "5. septembar 2024."), ("nn", "5. september 2024")],
)
def test_dates_of_languages_with_several_tags_are_written(tag, day):
    assert Labels(tag).date(DAY) == day


OWN = {
    "older": "for all",
    "newer": "for all",
    "pt-BR": {"older": "Brazil"},
    "pt": {"older": "Portuguese", "newer": "Portuguese"},
    "zh-TW": {"newer": "Taiwan"},
    "zh-Hant": {"older": "traditional", "newer": "traditional"},
    "no": {"older": "Norwegian"},
}


@pytest.mark.parametrize(
    ("tag", "older", "newer"),
    [
        ("en", "for all", "for all"),
        ("pt", "Portuguese", "Portuguese"),
        ("pt_BR", "Brazil", "Portuguese"),
        ("pt-AO", "Portuguese", "Portuguese"),
        ("zh", "for all", "for all"),
        ("zh-Hant", "traditional", "traditional"),
        ("zh-TW", "traditional", "Taiwan"),
        ("zh_HK", "traditional", "traditional"),
        ("nb-NO", "Norwegian", "for all"),
        ("klingon", "for all", "for all"),
    ],
)
def test_own_words_are_those_of_the_nearest_language(tag, older, newer):
    labels = Labels(tag, own=OWN)
    assert (labels.word("older"), labels.word("newer")) == (older, newer)
    assert labels.word("archive") == Labels(tag).word("archive")
    assert Labels(tag).word("older") not in (older, newer)


def test_own_words_have_the_plural_forms_of_the_language():
    own = {"posts": {"one": "{number} wpis!", "few": "{number} wpisy!", "other": "{number} inne!"}}
    said = [Labels("pl", own=own).count("posts", number) for number in (1, 3, 5)]
    assert said == ["1 wpis!", "3 wpisy!", "5 inne!"]
    assert [Labels("en", own=own).count("posts", number) for number in (1, 3)] == ["1 wpis!", "3 inne!"]
    assert Labels("fa", own={"minutes": "{number} m"}).count("minutes", 12) == "۱۲ m"


def test_plural_forms_that_a_language_lacks_are_named():
    own = {
        "posts": {"one": "a", "few": "b", "other": "{number}"},
        "en": {"minutes": {"zero": "", "other": ""}},
    }
    found = [each for tag in ("pl", "en", "ja") for each in unused_forms(own, Labels(tag), "mkdocs.yml")]
    assert [(each.place.path, each.key, each.code) for each in found] == [
        ("mkdocs.yml", f"words.{key}", "word-form-unused")
        for key in ("posts.few", "en.minutes.zero", "posts.one", "posts.few")
    ]
    assert 'the language en has no plural form "few", only one, other' in found[0].fact
    assert list(unused_forms(own | {"ja": {"posts": "{number}"}}, Labels("ja"), "mkdocs.yml")) == []
