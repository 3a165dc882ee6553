"""Words, dates and numbers in the language of the site."""

import datetime as dt

import pytest

from mkdocs_newsblog.render.labels import Labels

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
