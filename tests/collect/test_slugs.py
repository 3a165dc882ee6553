"""Names as parts of addresses."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_newsblog.collect.slugs import LIMIT, anchor, slug, term_key
from mkdocs_newsblog.read.values.terms import identity
from mkdocs_newsblog.schema.options.portable import DEVICES

PLAIN = [
    ("world", "world"),
    ("World News", "world-news"),
    ("world_news", "world-news"),
    ("  world--news ", "world-news"),
    ("2024", "2024"),
    ("Été", "été"),
    ("E\u0301te\u0301", "été"),
    ("日本語", "日本語"),
    ("فارسی", "فارسی"),
    ("हिन्दी", "हिन्दी"),
    ("ＦＵＬＬ", "full"),
    ("STRASSE", "strasse"),
    ("straße", "strasse"),
]


@pytest.mark.parametrize("sign", ["❤", "☀", "1\u20e3"])
def test_a_sign_in_colours_is_the_same_sign_and_no_address_has_the_mark_for_them(sign):
    assert slug(sign) == slug(f"{sign[0]}\ufe0f{sign[1:]}") == slug(f"{sign[0]}\ufe0e{sign[1:]}")
    assert "\ufe0f" not in slug(f"{sign[0]}\ufe0f{sign[1:]} love")


@pytest.mark.parametrize(("name", "expected"), PLAIN)
def test_a_name_of_letters_and_digits_is_its_own_address(name, expected):
    assert slug(name) == expected


HASHED = [
    "C++",
    "C#",
    ".NET",
    "a.b",
    "a/b",
    "..",
    ".",
    "🎉",
    "!",
    "-",
    "con",
    "NUL",
    "lpt1",
    "COM²",
    "?",
    "100%",
    "a\\b",
    "é" * 90,
]


@pytest.mark.parametrize("name", HASHED)
def test_any_other_name_carries_a_hash(name):
    made = slug(name)
    assert made[-9] == "-"
    assert int(made[-8:], 16) >= 0
    assert made not in DEVICES


def test_no_two_names_meet():
    names = [name for name, _ in PLAIN] + HASHED + ["C", "c", "a b", "a-b", "ab", "🎈", "con.", "c plus plus"]
    by_key = {term_key(name): name for name in names}
    assert len({slug(name) for name in by_key.values()}) == len(by_key)


@example("-")
@example("- ")
@example("\x1b\u1fe2")
@given(st.text(min_size=1))
def test_an_address_is_short_safe_and_the_same_for_every_spelling(name):
    made = slug(name)
    assert made
    assert len(made.encode()) <= LIMIT
    assert not set(made) & set('/\\?#%:*"<>|. \t\n\0')
    assert made == unicodedata.normalize("NFC", made)
    if identity(name):  # names of nothing but separators are told apart
        assert slug(name.replace("-", "_")) == made
    assert not made.startswith("-")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Social Media", "social-media"),
        ("SOCIAL_MEDIA", "social media"),
        ("É", "e\u0301"),
        ("ｱ", "ア"),
        ("ß", "SS"),
    ],
)
def test_spellings_of_one_name_have_one_identity(one, other):
    assert term_key(one) == term_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("C", "C++"), ("C#", "C++"), ("a b", "ab"), ("é", "e"), ("-", "_")]
)
def test_other_names_have_another_identity(one, other):
    assert term_key(one) != term_key(other)


@pytest.mark.parametrize(
    ("text", "expected"), [("A & B", "a-b"), ("Été!", "été"), ("???", "title"), ("a_b c", "a-b-c")]
)
def test_an_anchor_is_made_of_words(text, expected):
    assert anchor(text) == expected
