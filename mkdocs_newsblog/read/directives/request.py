"""From a directive's words to a request: names of lists and keys, numbers, and choices.

Whether a post has a term, or a template a layout, is for others to say.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from difflib import get_close_matches

from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.model.request import Directive, Fault, Given, Pair, Request
from mkdocs_newsblog.read.directives.directive import parts
from mkdocs_newsblog.schema.front_matter.near import COMPARED
from mkdocs_newsblog.schema.lists import LISTS, SEVERAL, TERMS, Form, Key, Takes, filters
from mkdocs_newsblog.schema.options.reading import LANGUAGE_TAG

_NUMBER = re.compile(r"[0-9]{1,6}")
_SHAPES: Mapping[Takes, tuple[re.Pattern[str], str]] = {
    Takes.YEARS: (re.compile(r"[0-9]{4}"), "a year of four digits"),
    Takes.LANGUAGES: (re.compile(LANGUAGE_TAG), "a language tag such as de or pt-BR"),
}
ALL = "all"
"""The word for no limit."""


def read_request(directive: Directive, taxonomies: Collection[str], faults: list[Fault]) -> Request | None:
    """Return what a directive asks for, or None where nothing has the name of its list.

    ``taxonomies`` are those of the site's sections. What is wrong with keys and values is left out of the
    request and said in ``faults``.
    """
    form = _form(directive.name, taxonomies, faults)
    if form is None:
        return None
    own = [name for name in taxonomies if name not in LISTS]
    return _Reader(form, filters(form, own), faults).read(directive)


def _form(name: Given, taxonomies: Collection[str], faults: list[Fault]) -> Form | None:
    known: dict[str, Form] = {**dict.fromkeys(taxonomies, TERMS), **LISTS}
    if name.text in known:
        return known[name.text]
    fact = f"there is no list {quoted(name.text)}" if name.text else "the name of a list is missing"
    faults.append(Fault("list-unknown", name.at, "newsblog", fact, near(name.text, known)))
    return None


def near(name: str, known: Collection[str], *, said: int = 12) -> str:
    """Return advice for a name that is not known: one that may be meant, or up to ``said`` that there are."""
    folded = {each.casefold(): each for each in known}
    found = get_close_matches(name.casefold()[:COMPARED], folded, n=1)
    if found:
        return f"Did you mean {quoted(folded[found[0]])}?"
    if not known:
        return "There are none"
    listed = sorted(known)
    more = f", and {len(listed) - said} more" if len(listed) > said else ""
    return f"Known here: {', '.join(listed[:said])}{more}"


class _Reader:
    """Reads the pairs of one directive, once."""

    def __init__(self, form: Form, keys: Mapping[str, Key], faults: list[Fault]) -> None:
        self.form = form
        self.keys = keys
        self.faults = faults
        self.once: set[str] = set()
        """Names of keys with one value."""
        self.switches: dict[str, bool] = {}
        self.numbers: dict[str, int | None] = {}
        """None stands for no limit."""
        self.choices: dict[str, str] = {}
        self.layout: Given | None = None
        self.several: dict[str, list[Given]] = {}

    def read(self, directive: Directive) -> Request:
        terms: dict[str, list[Given]] = {}
        for pair in directive.pairs:
            key = self.keys.get(pair.key.text)
            if key is None:
                fact = f"a list of {directive.name.text} has no key {quoted(pair.key.text)}"
                self._fault("list-key-unknown", pair.key, pair, fact, near(pair.key.text, self.keys, said=20))
            elif key.taxonomy:
                terms.setdefault(key.taxonomy, []).append(pair.value)
            elif key.takes in SEVERAL:
                self.several.setdefault(key.name, []).extend(self._several(key, pair))
            elif key.name in self.once:
                self._fault("list-value-invalid", pair.key, pair, "stands twice", "Remove one of them")
            else:
                self.once.add(key.name)
                self._single(key, pair)
        return self._request(directive.name, terms)

    def _request(self, name: Given, terms: dict[str, list[Given]]) -> Request:
        limit = self._default("limit")
        several = self.several
        return Request(
            name=name,
            form=self.form.name,
            terms={taxonomy: tuple(texts) for taxonomy, texts in terms.items()},
            exclude=tuple(several.get("exclude", ())),
            years=tuple(int(year.text) for year in several.get("year", ())),
            languages=tuple(language.text for language in several.get("lang", ())),
            pinned=self.switches.get("pinned"),
            blogs=tuple(several.get("blog", ())),
            sort=self.choices.get("sort", self._default("sort")),
            by=self.choices.get("by", self._default("by")),
            limit=self.numbers.get("limit", None if limit in (ALL, "") else int(limit)),
            offset=self.numbers.get("offset") or 0,
            least=self.numbers.get("min") or 1,
            layout=self.layout or Given(self._default("layout")),
            level=self.numbers.get("level"),
        )

    def _default(self, name: str) -> str:
        return self.form.keys[name].default if name in self.form.keys else ""

    def _several(self, key: Key, pair: Pair) -> Sequence[Given]:
        if key.takes not in _SHAPES:
            return [pair.value] if key.takes is Takes.TERMS else list(parts(pair.value))
        shape, wanted = _SHAPES[key.takes]
        found = list(parts(pair.value))
        for each in found:
            if not shape.fullmatch(each.text):
                self._fault("list-value-invalid", each, pair, f"{quoted(each.text)} is not {wanted}")
        return [each for each in found if shape.fullmatch(each.text)]

    def _single(self, key: Key, pair: Pair) -> None:
        text = pair.value.text
        if key.takes is Takes.NUMBER:
            self._number(key, pair)
        elif key.takes is Takes.LAYOUT:
            self.layout = pair.value
        elif text.lower() not in (choices := ("true", "false") if key.takes is Takes.SWITCH else key.choices):
            fact = f"{quoted(text)} is none of its values"
            self._fault("list-value-invalid", pair.value, pair, fact, near(text, choices))
        elif key.takes is Takes.SWITCH:
            self.switches[key.name] = text.lower() == "true"
        else:
            self.choices[key.name] = text.lower()

    def _number(self, key: Key, pair: Pair) -> None:
        text = pair.value.text
        if key.name == "limit" and text.lower() == ALL:
            self.numbers[key.name] = None
            return
        if _NUMBER.fullmatch(text) and key.lowest <= int(text) <= key.highest:
            self.numbers[key.name] = int(text)
            return
        most = f" to {key.highest}" if key.highest < 100 else " or more"
        other = f", or {ALL}" if key.name == "limit" else ""
        fact = f"{quoted(text)} is no whole number that fits"
        self._fault("list-value-invalid", pair.value, pair, fact, f"Write {key.lowest}{most}{other}")

    def _fault(self, code: str, given: Given, pair: Pair, fact: str, remedy: str | None = None) -> None:
        self.faults.append(Fault(code, given.at, pair.key.text, fact, remedy or "Mend or remove it"))
