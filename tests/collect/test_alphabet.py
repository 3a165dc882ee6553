"""Names in the order in which readers of a language look for them."""

import unicodedata

import pytest

from mkdocs_newsblog.collect.alphabet import LETTERS, place_of

ORDERS = {
    "": [
        "Anna",
        "Ätna",
        "Émile",
        "emma",
        "Łódź",
        "Luft",
        "Øst",
        "Ost zwei",
        "Straße",
        "Zoe",
        "Δ",
        "Ё",
        "Я",
        "日本",
    ],
    "de": ["Adler", "Ärzte", "Aula", "Zahn"],
    "sv": ["Adam", "Zebra", "Åre", "Ärlig", "Öland"],
    "nb-NO": ["Adam", "Zebra", "Ære", "Østen", "Ås"],
    "es": ["nube", "ñandú", "ola"],
    "pl": ["Adam", "Azot", "ąż", "Cyna", "ćma", "Lupa", "Łódź", "Zosia", "źle", "żaba"],
    "cs": ["cyklon", "čas", "den", "rum", "řeka", "sova"],
    "tr": ["cuma", "çay", "dal", "İhracat", "ilan", "İstanbul", "Izmir", "su", "şeker", "zil"],
    "uk": ["гора", "ґанок", "день", "ель", "єна", "жук", "иї", "іній", "їжак", "йод"],
    "ru": ["еда", "ёж", "жук", "и", "й", "я"],
    "fa": ["ابر", "بنا", "پدر", "تاب"],
    "ar": ["أحمد", "بيت", "تين"],
    "ko": ["가", "나", "다"],
    "hi": ["का", "कि", "की"],
}


@pytest.mark.parametrize("language", ORDERS)
def test_names_stand_where_readers_look_for_them(language):
    wanted = ORDERS[language]
    assert sorted(set(wanted), key=lambda name: place_of(name, language)) == wanted
    decomposed = [unicodedata.normalize("NFD", name) for name in wanted]
    assert [place_of(name, language) for name in decomposed] == [place_of(name, language) for name in wanted]


def test_names_that_differ_have_places_that_differ_and_capitals_do_not_matter():
    assert place_of("Émile") != place_of("Emile")
    assert place_of("ÉMILE") == place_of("émile")
    assert place_of("a") == place_of("A")


LIKE = "æ=ae œ=oe ø=o ł=l đ=d ð=d þ=th ı=i ħ=h ё=е é=e ñ=n ç=c"


@pytest.mark.parametrize(("letter", "plain"), [pair.split("=") for pair in LIKE.split()])
def test_elsewhere_a_letter_stands_with_the_plain_one_that_readers_see_in_it(letter, plain):
    for before, between, after in ((plain, letter, f"{plain}a"), (f"{plain}a", f"{letter}b", f"{plain}c")):
        assert sorted([after, between, before], key=place_of) == [before, between, after]


@pytest.mark.parametrize("language", LETTERS)
def test_a_letter_of_its_own_stands_between_two_that_all_have(language):
    for group in LETTERS[language].split():
        places = [place_of(letter, language) for letter in group]
        assert places == sorted(set(places))
        assert place_of(group[0] + chr(0xFFFF), language) < places[1]
