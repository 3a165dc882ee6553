"""How much there is to read in a text: words, characters of scripts without spaces, pictures."""

from __future__ import annotations

import re
from html import unescape
from itertools import filterfalse
from typing import NamedTuple

_CJK = (
    "[\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Compiled when a text first needs it: a set of characters this large takes two milliseconds."""
_OTHERS = re.compile("[^\u0000-\u02ff\u2000-\u2bff]")
"""What texts in Latin letters do not have, unless their accents are characters of their own.

The same said by what it is not: as a set of all the others it took four milliseconds to compile."""
_WORD = r"\w+(?:['’·.,:@/-]\w+)*"
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f"
    "\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0711-\u07f3\u07fd\u0816-\u082d\u0859-\u085b"
    "\u0898-\u08e1\u08e3-\u0963\u0981-\u09e3\u09fe-\u0a75\u0a81-\u0ae3\u0afa-\u0b63\u0b82-\u0bd7"
    "\u0c00-\u0c63\u0c81-\u0c83\u0cbc-\u0d4d\u0d57-\u0d63\u0d81-\u0df3\u135d-\u135f\u1712-\u1734"
    "\u1752-\u1773\u180b-\u180d\u1920-\u193b\u1b80-\u1bad\u1be6-\u1bf3\u1c24-\u1c37\u1cd0-\u1cd2\u1cd4-\u1dff"
    "\u20d0-\u20f0\u2cef-\u2cf1\u2de0-\u2dff\ua66f-\ua672\ua674-\ua67d\ua802-\ua827\ua880-\ua8c5\ua8e0-\ua8f1"
    "\uaaeb-\uaaef\uabe3-\uabea\ufb1e\ufe00-\ufe0f\ufe20-\ufe2f\u200c\u200d\ufeff"
)
"""Combining marks, with letters among them, and joiners: parts of the word that they stand in.

Marks of scripts without spaces, as Thai, Lao, Khmer and Burmese, are not among them: their words are
guessed."""
_MARKED_WORD = rf"\w[\w{_MARKS}]*(?:['’·.,:@/-]\w[\w{_MARKS}]*)*"
"""Both are looked for in texts without ``_``."""
_SIGNS = re.compile("&(?:amp|[gl]t|quot|nbsp|para|[lr]dquo|lsquo|[mn]dash|hellip);")
"""Nearly all names of characters that pages have, but for the apostrophe."""
_CHARACTER = "\ue000"
"""Stands for any character of a script without spaces."""
_TAG = re.compile(r"<[^<>]*+>")
_IMAGE = re.compile(r"<img\b", re.IGNORECASE)


class Length(NamedTuple):
    """How much there is to read: words, CJK characters, pictures."""

    words: int
    characters: int
    pictures: int

    @property
    def in_words(self) -> int:
        """All of it in words, two characters to a word."""
        return self.words + self.characters // 2

    def minutes(self, words_per_minute: int, characters_per_minute: int) -> int:
        """Return whole minutes, at least 1; pictures take 12 s, 11 s and so on, 3 s at least."""
        looking = sum(max(12 - number, 3) for number in range(self.pictures))
        reading = self.words / words_per_minute + self.characters / characters_per_minute
        return max(1, round(reading + looking / 60))


def measure(html: str) -> Length:
    """Return the length of a page's HTML; characters of scripts without spaces count one by one."""
    text = _TAG.sub(" ", html)
    if "&" in text:
        text = _unescaped(text)
    characters, word = 0, _WORD
    if not text.isascii():
        text = text.replace("\xad", "").replace("\u2060", "")
        if _OTHERS.search(text):
            text, characters = re.subn(_CJK, " ", text)
            word = _MARKED_WORD
    tokens = text.split()
    # Most words have nothing but letters and digits in them, and need no pattern.
    others = list(filterfalse(str.isalnum, tokens))
    found = re.findall(word, " ".join(others).replace("_", " "))
    return Length(len(tokens) - len(others) + len(found), characters, len(_IMAGE.findall(html)))


def word_ends(text: str) -> tuple[list[int], list[float]]:
    """Return where the words of a text end, and how many there are up to each; a character is half a word."""
    plain = re.sub(_CJK, _CHARACTER, text).replace("_", " ")
    ends, counts, count = list[int](), list[float](), 0.0
    for found in re.finditer(f"{_CHARACTER}|{_MARKED_WORD}", plain):
        count += 0.5 if found[0] == _CHARACTER else 1
        ends.append(found.end())
        counts.append(count)
    return ends, counts


def is_character(sign: str) -> bool:
    """Whether a sign belongs to a script without spaces, whose signs are counted one by one."""
    return re.match(_CJK, sign) is not None


def _unescaped(text: str) -> str:
    """Return a text with characters for their names, and spaces for signs that are in no word."""
    text = _SIGNS.sub(" ", text.replace("&rsquo;", "'"))
    try:
        return unescape(text) if "&" in text else text
    except ValueError:  # a number of thousands of digits, which no character has
        return text
