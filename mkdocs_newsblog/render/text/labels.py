"""Words, dates and numbers in the site's language; plural rules and calendars are CLDR's, through Babel."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from importlib.resources import files
from types import MappingProxyType

import yaml
from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.front_matter.yaml_loader import Loader
from mkdocs_newsblog.schema.options.own_words import FORMS, OTHER, Words, split_words
from mkdocs_newsblog.schema.options.reading import language_core
from mkdocs_newsblog.schema.problems.codes import problem

FALLBACK = "en"
RELATIVES = {"nn": "nb", "zh_Hant": "zh-Hant"}
"""Files of words for languages and scripts, where they are not named as the language is."""
ZEROS = {
    "adlm": 0x1E950,
    "arab": 0x0660,
    "arabext": 0x06F0,
    "beng": 0x09E6,
    "cakm": 0x11136,
    "deva": 0x0966,
    "hmnp": 0x1E140,
    "mtei": 0xABF0,
    "mymr": 0x1040,
    "nkoo": 0x07C0,
    "olck": 0x1C50,
    "tibt": 0x0F20,
}
"""Code point of the digit 0 in each numbering system that a language uses by default; Babel writes 0 to 9."""


def direction(tag: str) -> str:
    """Return the direction of a language's script, ``ltr`` where the language is unknown."""
    try:
        return str(Locale.parse(tag.replace("_", "-"), sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


@cache
def _words(language: str) -> Words:
    """Return the label file of a language, over the English one."""
    base: dict[str, str | Mapping[str, str]] = {} if language == FALLBACK else dict(_words(FALLBACK))
    base.pop("date", None)
    path = files("mkdocs_newsblog") / "labels" / f"{language}.yml"
    if path.is_file():
        base.update(yaml.load(path.read_text(encoding="utf-8"), Loader))  # noqa: S506 - both are safe
    return base


def _locale(tag: str) -> Locale:
    try:
        return Locale.parse(language_core(tag), sep="-")
    except (UnknownLocaleError, ValueError):
        return Locale(FALLBACK)


def _language(locale: Locale) -> str:
    """Return the name of a locale's label file."""
    written = f"{locale.language}_{locale.script}"
    return RELATIVES.get(written) or RELATIVES.get(locale.language) or str(locale.language)


def _own(words: Mapping[str, object], locale: Locale) -> Iterator[tuple[str, str, str | Mapping[str, str]]]:
    """Yield a site's own words for a language: option, name and text; those that come later go before."""
    everywhere, by_language = split_words(words)
    yield from (("words", name, text) for name, text in everywhere.items())
    parts = {tag: _locale(tag) for tag in by_language}
    fitting = [tag for tag, other in parts.items() if _covers(other, locale)]
    for tag in sorted(fitting, key=lambda tag: bool(parts[tag].script) + bool(parts[tag].territory)):
        yield from ((f"words.{tag}", name, text) for name, text in by_language[tag].items())


def _covers(wide: Locale, narrow: Locale) -> bool:
    """Whether words for one language are words for another, which may name a script and a territory."""
    pairs = ((wide.script, narrow.script), (wide.territory, narrow.territory))
    return wide.language == narrow.language and all(ours in (None, theirs) for ours, theirs in pairs)


def unused_forms(words: Mapping[str, object], labels: Labels, config: str) -> Iterator[Problem]:
    """Yield plural forms among a site's own words that no number has in its language."""
    used = [form for form in FORMS if form == OTHER or form in labels.locale.plural_form.tags]
    written = {name: (option, text) for option, name, text in _own(words, labels.locale)}
    for name, (option, text) in written.items():
        for form in text if isinstance(text, Mapping) else ():
            if form not in used:
                fact = f"the language {labels.tag} has no plural form {quoted(form)}, only {', '.join(used)}"
                yield problem("word-form-unused", Place(config), f"{option}.{name}.{form}", fact)


class Labels:
    """The words of one language."""

    def __init__(
        self, tag: str, date_format: str | None = None, own: Mapping[str, object] = MappingProxyType({})
    ) -> None:
        """Take the words for a BCP 47 tag; an unknown language falls back to English.

        ``date_format`` is one of CLDR's own or a pattern, for all dates. ``own`` are words of the site.
        """
        self.locale = _locale(tag)
        self._format = date_format
        self.words: Words = _words(_language(self.locale))
        if own:
            self.words = {**self.words, **{name: text for _, name, text in _own(own, self.locale)}}
        self.tag = tag.replace("_", "-")
        self._dates: dict[dt.date, str] = {}
        self._numbers: dict[int, str] = {}
        self._counts: dict[tuple[str, int], str] = {}
        self._months: dict[tuple[int, int], str] = {}

    @cached_property
    def _digits(self) -> Mapping[int, int]:
        """The digits of the language for 0 to 9; to ask for them reads all that Babel knows of a language."""
        zero = ZEROS.get(self.locale.default_numbering_system, ord("0"))
        return {ord("0") + digit: zero + digit for digit in range(10)}

    @property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return str(self.locale.text_direction)

    def other(self, lang: str | None) -> str | None:
        """Return the language of a text if it is another one, None where these words speak for it."""
        return lang if lang and lang != self.tag else None

    def word(self, name: str, **values: object) -> str:
        """Return a word with its places filled in."""
        text = self.words[name]
        return (text if isinstance(text, str) else text[OTHER]).format(**values)

    def count(self, name: str, number: int) -> str:
        """Return a word in the plural form that ``number`` asks for, with the language's digits."""
        if (name, number) not in self._counts:
            forms = self.words[name]
            if isinstance(forms, str):
                forms = {OTHER: forms}
            form = forms.get(self.locale.plural_form(number), forms[OTHER])
            shown = self._native(format_decimal(number, locale=self.locale))
            self._counts[name, number] = form.format(number=shown)
        return self._counts[name, number]

    def number(self, number: int) -> str:
        """Return a number in the language's digits, without grouping."""
        if number not in self._numbers:
            self._numbers[number] = self._native(format_decimal(number, format="0", locale=self.locale))
        return self._numbers[number]

    def date(self, day: dt.date) -> str:
        """Return a day in the form that was asked for, else in the language's long one, whatever the zone."""
        if day not in self._dates:
            # A plain language tag has a house pattern; a tag with a territory asks for that territory's own.
            own = self.words.get("date") if self.locale.territory is None else None
            pattern = self._format or (own if isinstance(own, str) else "long")
            self._dates[day] = self._native(format_date(day, pattern, locale=self.locale))
        return self._dates[day]

    def month(self, day: dt.date) -> str:
        """Return month and year of a day."""
        if (day.year, day.month) not in self._months:
            # Babel prints a date as a date only for the calendar fields of a skeleton.
            moment = dt.datetime(day.year, day.month, 1, tzinfo=dt.UTC)
            text = self._native(format_skeleton("yMMMM", moment, locale=self.locale))
            self._months[day.year, day.month] = text
        return self._months[day.year, day.month]

    def year(self, day: dt.date) -> str:
        """Return the year of a day."""
        return self._native(format_date(day, "y", locale=self.locale))

    def _native(self, text: str) -> str:
        return str(text).translate(self._digits)
