"""The order of names in an index, as readers of a language look for them.

Letters with marks stand with the plain ones, as in the root of Unicode's collation (UTS 10), unless the
language has them as letters of their own (CLDR). What is compared has no capitals.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache

LETTERS = {
    "cs": "cč rř sš zž",
    "da": "zæøå",
    "es": "nñ",
    "et": "sš zž wõäöü",
    "fa": "بپ جچ زژ کگ",
    "fi": "zåäö",
    "hr": "cčć dđ sš zž",
    "hu": "oöő uüű",
    "is": "aá dð eé ií oó uú yý zþæö",
    "lt": "cč sš zž",
    "lv": "cč gģ kķ lļ nņ sš zž",
    "nb": "zæøå",
    "nn": "zæøå",
    "no": "zæøå",
    "pl": "aą cć eę lł nń oó sś zźż",
    "ro": "aăâ iî sș tț",
    "sk": "aä cč oô sš zž",
    "sl": "cčć dđ sš zž",
    "sv": "zåäö",
    "tr": "cç gğ oö sş uü",
    "uk": "гґ еє иії",
}
"""Letters of their own by language, each behind the letter that it follows."""

_LIKE = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ħ": "h",
    "ё": "е",
}
"""Letters that Unicode does not take apart, or that are one letter to readers."""

_BEHIND = 0x10FFF0
"""Behind every letter."""


def place_of(text: str, language: str = "") -> tuple[str, str]:
    """Return what texts are sorted by; ``language`` is a BCP 47 tag.

    >>> sorted(["Zoe", "Ätna", "Émile", "emma", "Anna"], key=place_of)
    ['Anna', 'Ätna', 'Émile', 'emma', 'Zoe']
    >>> sorted(["Ätna", "Zoe", "Åre", "Anna"], key=lambda text: place_of(text, "sv-FI"))
    ['Anna', 'Zoe', 'Åre', 'Ätna']
    """
    plain = unicodedata.normalize("NFKC", text).casefold()
    if plain.isascii():
        return plain, plain
    own = _own(language.partition("-")[0].lower())
    return "".join([own.get(sign) or _plain(sign) for sign in plain]), plain


@lru_cache(maxsize=8)
def _own(language: str) -> Mapping[str, str]:
    return {
        letter: group[0] + chr(_BEHIND + number)
        for group in LETTERS.get(language, "").split()
        for number, letter in enumerate(group[1:])
    }


@lru_cache(maxsize=4096)
def _plain(sign: str) -> str:
    """Return a letter without its marks, in Latin, Greek and Arabic; elsewhere they make other letters."""
    if sign in _LIKE:
        return _LIKE[sign]
    if "\u0300" <= sign <= "\u036f":
        return ""  # what no letter has in it, such as the dot of a small Turkish İ
    base = unicodedata.normalize("NFD", sign)[0]
    return base if base.isascii() or "\u0370" <= base <= "\u03ff" or "\u0600" <= base <= "\u06ff" else sign
